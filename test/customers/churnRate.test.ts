import { describe, expect, it } from "vitest";
import {
  type ChurnDenominator,
  CSAT_SCALE,
  churnRate,
  type Movement,
  retentionRate,
  topBox,
} from "../../src/index.ts";
import { expectClose } from "../support/closeTo.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

const MOVEMENT: Movement = {
  from: "2026-01-01T00:00:00.000Z",
  to: "2026-02-01T00:00:00.000Z",
  atStart: 200,
  acquired: 35,
  reactivated: 5,
  lost: 50,
  lostFromStart: 40,
  atEnd: 190,
};

const WILSON = { low: expect.any(Number), high: expect.any(Number), level: 0.95, method: "wilson" };

/** Counts that suffice for each denominator. */
const COUNTS = { atStart: 200, lost: 40, atEnd: 240, acquired: 80 };
const DENOMINATORS: readonly ChurnDenominator[] = ["start", "average", "start-plus-acquired"];

describe('churnRate over "start", the default, is lost ÷ atStart', () => {
  it("which is 20 % where 40 of 200 left", () => {
    const rate = { rate: 0.2, numerator: 40, denominator: 200, interval: WILSON, policy: "start" };
    expect(churnRate({ atStart: 200, lost: 40 })).toEqual(rate);
    expect(churnRate({ atStart: 200, lost: 40 }, { denominator: "start" })).toEqual(rate);
    expect(churnRate({ atStart: 200, lost: 40 }, { denominator: undefined })).toEqual(rate);
  });

  it("of a movement it counts those who were there at the start", () => {
    expect(churnRate(MOVEMENT)).toEqual({
      rate: 0.2,
      numerator: 40,
      denominator: 200,
      interval: WILSON,
      policy: "start",
    });
  });

  it("and retention of the same movement is the rest", () => {
    expect((churnRate(MOVEMENT).rate ?? 0) + (retentionRate(MOVEMENT).rate ?? 0)).toBe(1);
  });
});

describe('churnRate over "average" is lost ÷ the mean of start and end', () => {
  it("which is 40 ÷ 220", () => {
    expect(churnRate({ atStart: 200, lost: 40, atEnd: 240 }, { denominator: "average" })).toEqual({
      rate: 40 / 220,
      numerator: 40,
      denominator: 220,
      interval: null,
      policy: "average",
    });
  });

  it("of a movement it counts everybody who left", () => {
    const { rate, numerator, denominator } = churnRate(MOVEMENT, { denominator: "average" });
    expect([rate, numerator, denominator]).toEqual([50 / 195, 50, 195]);
  });

  it("the mean may be a half", () => {
    const counts = { atStart: 2, lost: 1, atEnd: 1 };
    expect(churnRate(counts, { denominator: "average" }).denominator).toBe(1.5);
  });

  it("it can exceed 1, and so has no interval", () => {
    const { rate, interval } = churnRate({ atStart: 10, lost: 30, atEnd: 10 }, { denominator: "average" });
    expect([rate, interval]).toEqual([3, null]);
  });
});

describe('churnRate over "start-plus-acquired" is lost ÷ (atStart + acquired)', () => {
  it("which is 40 ÷ 280", () => {
    expect(
      churnRate({ atStart: 200, lost: 40, acquired: 80 }, { denominator: "start-plus-acquired" }),
    ).toEqual({
      rate: 40 / 280,
      numerator: 40,
      denominator: 280,
      interval: WILSON,
      policy: "start-plus-acquired",
    });
  });

  it("of a movement, those who came back count as acquired", () => {
    const { rate, numerator, denominator } = churnRate(MOVEMENT, { denominator: "start-plus-acquired" });
    expect([rate, numerator, denominator]).toEqual([50 / 240, 50, 240]);
  });
});

describe("churnRate over nobody is null", () => {
  it.each([
    ["start", { atStart: 0, lost: 0 }],
    ["average", { atStart: 0, lost: 0, atEnd: 0 }],
    ["average", { atStart: 0, lost: 5, atEnd: 0 }],
    ["start-plus-acquired", { atStart: 0, lost: 0, acquired: 0 }],
  ] as const)("over %s: %j", (denominator, counts) => {
    expect(churnRate(counts as Movement, { denominator })).toEqual({
      rate: null,
      numerator: counts.lost,
      denominator: 0,
      interval: null,
      policy: denominator,
    });
  });

  it("though some joined and left, over start", () => {
    const movement = { ...MOVEMENT, atStart: 0, lostFromStart: 0, lost: 35, atEnd: 5 };
    expect(churnRate(movement).rate).toBeNull();
    expect(churnRate(movement, { denominator: "start-plus-acquired" }).rate).toBe(35 / 40);
  });
});

describe("the interval of churnRate", () => {
  it.each([
    ["start", { atStart: 20, lost: 2 }],
    ["start-plus-acquired", { atStart: 15, lost: 2, acquired: 5 }],
  ] as const)("over %s is Wilson's, as that of the same share of answers", (denominator, counts) => {
    const { interval } = churnRate(counts as Movement, { denominator, level: 0.9 });
    const answers = [5, 5, ...Array<number>(18).fill(1)];
    const percentage = topBox(answers, { scale: CSAT_SCALE, from: 5, level: 0.9 });
    expectClose(100 * (interval?.low ?? Number.NaN), percentage.interval?.low ?? null, 1e-14);
    expectClose(100 * (interval?.high ?? Number.NaN), percentage.interval?.high ?? null, 1e-14);
    expect(interval?.level).toBe(0.9);
  });

  it("mirrors that of retention", () => {
    // R: prop.test(18, 20, correct = FALSE); in methods.md, section 2.
    const { interval } = churnRate({ atStart: 20, lost: 2 });
    expectClose(1 - (interval?.high ?? Number.NaN), 0.6989663547715128, 1e-12);
    expectClose(1 - (interval?.low ?? Number.NaN), 0.972133518786232, 1e-12);
  });
});

describe("the result of churnRate", () => {
  it.each([
    ["start", { atStart: 200, lost: 40 }],
    ["start", { atStart: 200, lost: -0 }],
    ["start", { atStart: -0, lost: -0 }],
    ["average", { atStart: 200, lost: -0, atEnd: 200 }],
    ["average", { atStart: -0, lost: -0, atEnd: -0 }],
    ["start-plus-acquired", { atStart: 200, lost: -0, acquired: 80 }],
    ["start-plus-acquired", { atStart: -0, lost: -0, acquired: -0 }],
  ] as const)("over %s is plain JSON: case %#", (denominator, counts) => {
    expectPlainJson(churnRate(counts as Movement, { denominator }));
  });

  it.each(DENOMINATORS)("over %s of a movement is plain JSON", (denominator) => {
    expectPlainJson(churnRate(MOVEMENT, { denominator }));
    const unmoved = { ...MOVEMENT, acquired: -0, reactivated: -0, lost: -0, lostFromStart: -0, atEnd: 200 };
    expectPlainJson(churnRate(unmoved, { denominator }));
  });

  it("leaves frozen counts and options as they were", () => {
    const options = Object.freeze({ denominator: "average", level: 0.9 } as const);
    expect(churnRate(deepFreeze({ ...COUNTS }), options).denominator).toBe(220);
  });
});

describe("churnRate refuses", () => {
  describe.each([
    ["start", ["atStart", "lost"]],
    ["average", ["atStart", "lost", "atEnd"]],
    ["start-plus-acquired", ["atStart", "lost", "acquired"]],
  ] as const)("over %s", (denominator, names) => {
    it.each(
      names.flatMap((name) => [
        [name, -1, "-1"],
        [name, 1.5, "1.5"],
        [name, Number.NaN, "NaN"],
        [name, "40", "a string"],
        [name, null, "null"],
        [name, undefined, "undefined"],
      ]),
    )("for %s the value %s", (name, value, described) => {
      const counts = { ...COUNTS, [name as string]: value } as unknown as Movement;
      expect(() => churnRate(counts, { denominator })).toThrow(
        expect.objectContaining({
          name: "CxMetricsError",
          message: `churnRate: ${name} must be a whole number from 0 up, got ${described}`,
          code: "invalid-count",
          path: [name],
        }),
      );
    });
  });

  it("more lost than were there, over start", () => {
    expect(() => churnRate({ atStart: 200, lost: 210 })).toThrow(
      expect.objectContaining({
        code: "impossible-counts",
        path: ["lost"],
        message:
          'churnRate: lost must be at most atStart (200), got 210; those who joined and left belong to "start-plus-acquired"',
      }),
    );
    expect(churnRate({ atStart: 200, lost: 200 }).rate).toBe(1);
  });

  it("fewer lost than the body shrank by, over average", () => {
    const options = { denominator: "average" } as const;
    expect(() => churnRate({ atStart: 200, lost: 39, atEnd: 160 }, options)).toThrow(
      expect.objectContaining({
        code: "impossible-counts",
        path: ["lost"],
        message: "churnRate: lost must be at least atStart − atEnd (40), got 39",
      }),
    );
    expect(churnRate({ atStart: 200, lost: 40, atEnd: 160 }, options).rate).toBe(40 / 180);
  });

  it("more lost than were ever there, over start-plus-acquired", () => {
    const options = { denominator: "start-plus-acquired" } as const;
    expect(() => churnRate({ atStart: 200, lost: 281, acquired: 80 }, options)).toThrow(
      expect.objectContaining({
        code: "impossible-counts",
        path: ["lost"],
        message: "churnRate: lost must be at most atStart + acquired (280), got 281",
      }),
    );
    expect(churnRate({ atStart: 200, lost: 280, acquired: 80 }, options).rate).toBe(1);
  });

  it.each([
    ["an unknown denominator", "end", "a string"],
    ["a name of every object for a denominator", "constructor", "a string"],
    ["a number for a denominator", 200, "200"],
    ["null for a denominator", null, "null"],
  ])("%s", (_, denominator, described) => {
    expect(() => churnRate(MOVEMENT, { denominator: denominator as ChurnDenominator })).toThrow(
      expect.objectContaining({
        message: `churnRate: denominator must be "start" or "average" or "start-plus-acquired", got ${described}`,
        code: "invalid-argument",
        path: ["denominator"],
      }),
    );
  });

  it.each(DENOMINATORS)("a level that is none, over %s, though it may have no interval", (denominator) => {
    for (const [level, described] of [
      [0, "0"],
      [1, "1"],
      [95, "95"],
      [Number.NaN, "NaN"],
      ["0.95", "a string"],
      [null, "null"],
    ] as const) {
      expect(() => churnRate(MOVEMENT, { denominator, level: level as number })).toThrow(
        expect.objectContaining({
          message: `churnRate: level must be a number strictly between 0 and 1, got ${described}`,
          code: "invalid-argument",
          path: ["level"],
        }),
      );
    }
  });

  it.each([
    ["null", null, "null"],
    ["nothing", undefined, "undefined"],
    ["a number", 200, "200"],
  ])("%s for counts", (_, value, described) => {
    expect(() => churnRate(value as unknown as Movement)).toThrow(
      expect.objectContaining({
        message: `churnRate: counts must be an object, got ${described}`,
        code: "invalid-argument",
        path: ["counts"],
      }),
    );
  });

  it.each([
    ["a mistyped denominator", { denominators: "average" }, '"denominators"'],
    ["a mistyped level", { denominator: "average", confidence: 0.9 }, '"confidence"'],
    ["an option of other functions", { method: "wald" }, '"method"'],
    ["personal data for a name", { "anna@example.com": 1 }, "another name"],
  ])("%s", (_, options, got) => {
    expect(() => churnRate(MOVEMENT, options as object)).toThrow(
      expect.objectContaining({
        message: `churnRate: options must be among level, denominator, got ${got}`,
        code: "invalid-argument",
        path: ["options"],
      }),
    );
  });

  it("a denominator in place of the options", () => {
    expect(() => churnRate(MOVEMENT, "average" as unknown as object)).toThrow(
      expect.objectContaining({
        message: "churnRate: options must be an object, got a string",
        code: "invalid-argument",
        path: ["options"],
      }),
    );
  });
});
