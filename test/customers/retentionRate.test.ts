import { describe, expect, it } from "vitest";
import { type Movement, NPS_SCALE, type RetentionCounts, retentionRate, topBox } from "../../src/index.ts";
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

describe("retentionRate from three counts is (atEnd − acquired) ÷ atStart", () => {
  // The worked example of every text on the formula: ((190 − 30) ÷ 200) × 100 = 80 %.
  it("which is 80 % of 200 where 190 are left and 30 of them are new", () => {
    expect(retentionRate({ atStart: 200, atEnd: 190, acquired: 30 })).toEqual({
      rate: 0.8,
      numerator: 160,
      denominator: 200,
      interval: { low: expect.any(Number), high: expect.any(Number), level: 0.95, method: "wilson" },
      policy: "end-minus-acquired",
    });
  });

  it.each([
    ["all stayed", { atStart: 10, atEnd: 10, acquired: 0 }, 1],
    ["all stayed and others came", { atStart: 10, atEnd: 15, acquired: 5 }, 1],
    ["all left", { atStart: 10, atEnd: 0, acquired: 0 }, 0],
    ["all left and others came", { atStart: 10, atEnd: 5, acquired: 5 }, 0],
    ["one of three stayed", { atStart: 3, atEnd: 1, acquired: 0 }, 1 / 3],
  ])("%s", (_, counts, rate) => {
    expect(retentionRate(counts).rate).toBe(rate);
  });
});

describe("retentionRate from a movement is (atStart − lostFromStart) ÷ atStart", () => {
  it("which joiners who left again and customers who came back do not disturb", () => {
    expect(retentionRate(MOVEMENT)).toEqual({
      rate: 0.8,
      numerator: 160,
      denominator: 200,
      interval: { low: expect.any(Number), high: expect.any(Number), level: 0.95, method: "wilson" },
      policy: "kept-from-start",
    });
    // The textbook formula would give (190 − 35) ÷ 200.
    expect(retentionRate({ atStart: 200, atEnd: 190, acquired: 35 }).rate).toBe(0.775);
  });
});

describe("the interval of retentionRate", () => {
  it("is Wilson's: 18 of 20", () => {
    const { interval } = retentionRate({ atStart: 20, atEnd: 18, acquired: 0 });
    // R: prop.test(18, 20, correct = FALSE); in methods.md, section 2.
    expectClose(interval?.low ?? null, 0.6989663547715128, 1e-12);
    expectClose(interval?.high ?? null, 0.972133518786232, 1e-12);
  });

  it.each([0.5, 0.8, 0.95, 0.999])("is that of the same share of answers, at level %s", (level) => {
    const rate = retentionRate({ atStart: 20, atEnd: 18, acquired: 0 }, { level });
    const answers = [...Array<number>(18).fill(10), 0, 0];
    const percentage = topBox(answers, { scale: NPS_SCALE, from: 10, level });
    expectClose(100 * (rate.interval?.low ?? Number.NaN), percentage.interval?.low ?? null, 1e-14);
    expectClose(100 * (rate.interval?.high ?? Number.NaN), percentage.interval?.high ?? null, 1e-14);
    expect(rate.interval?.level).toBe(level);
  });

  it("ends at the limits of a proportion where nobody or everybody stayed", () => {
    expect(retentionRate({ atStart: 7, atEnd: 0, acquired: 0 }).interval?.low).toBe(0);
    expect(retentionRate({ atStart: 7, atEnd: 7, acquired: 0 }).interval?.high).toBe(1);
  });

  it.each([[undefined], [{}], [{ level: undefined }]])(
    "has the level 0.95 where none is given: %j",
    (options) => {
      expect(retentionRate(MOVEMENT, options).interval?.level).toBe(0.95);
    },
  );
});

describe("retentionRate over nobody", () => {
  it.each([
    ["three counts", { atStart: 0, atEnd: 0, acquired: 0 }, "end-minus-acquired"],
    ["three counts with joiners", { atStart: 0, atEnd: 5, acquired: 5 }, "end-minus-acquired"],
    ["a movement", { ...MOVEMENT, atStart: 0, lostFromStart: 0, atEnd: 5, lost: 35 }, "kept-from-start"],
  ])("is null: %s", (_, counts, policy) => {
    expect(retentionRate(counts)).toEqual({
      rate: null,
      numerator: 0,
      denominator: 0,
      interval: null,
      policy,
    });
  });
});

describe("the result of retentionRate", () => {
  it.each([
    ["of counts", { atStart: 200, atEnd: 190, acquired: 30 }],
    ["of a movement", MOVEMENT],
    ["over nobody", { atStart: 0, atEnd: 0, acquired: 0 }],
    ["of a count of −0", { atStart: 200, atEnd: -0, acquired: 0 }],
    ["of nothing but −0", { atStart: -0, atEnd: -0, acquired: -0 }],
    [
      "of a movement with −0",
      { ...MOVEMENT, atStart: 5, lostFromStart: 5, acquired: -0, reactivated: -0, lost: 5, atEnd: -0 },
    ],
  ])("%s is plain JSON", (_, counts) => {
    expectPlainJson(retentionRate(counts));
  });

  it("leaves frozen counts and options as they were", () => {
    const counts = deepFreeze({ atStart: 200, atEnd: 190, acquired: 30 });
    expect(retentionRate(counts, Object.freeze({ level: 0.9 })).rate).toBe(0.8);
  });
});

describe("retentionRate refuses", () => {
  const counts: RetentionCounts = { atStart: 200, atEnd: 190, acquired: 30 };

  describe.each(["atStart", "atEnd", "acquired"] as const)("for %s", (name) => {
    it.each([
      ["a negative number", -1, "-1"],
      ["a decimal", 1.5, "1.5"],
      ["NaN", Number.NaN, "NaN"],
      ["Infinity", Number.POSITIVE_INFINITY, "Infinity"],
      ["a number that a double may not hold exactly", 2 ** 53, "a number of a million or more"],
      ["text", "200", "a string"],
      ["a bigint", 200n, "a bigint"],
      ["null", null, "null"],
      ["nothing", undefined, "undefined"],
    ])("%s", (_, value, described) => {
      expect(() => retentionRate({ ...counts, [name]: value } as RetentionCounts)).toThrow(
        expect.objectContaining({
          name: "CxMetricsError",
          message: `retentionRate: ${name} must be a whole number from 0 up, got ${described}`,
          code: "invalid-count",
          path: [name],
        }),
      );
    });
  });

  it("more joiners than there are customers", () => {
    expect(() => retentionRate({ atStart: 200, atEnd: 29, acquired: 30 })).toThrow(
      expect.objectContaining({
        code: "impossible-counts",
        path: ["acquired"],
        message:
          "retentionRate: acquired must be at most atEnd (29), got 30; leave out those who joined and left again",
      }),
    );
    expect(retentionRate({ atStart: 200, atEnd: 30, acquired: 30 }).rate).toBe(0);
  });

  it("more who stayed than there were", () => {
    expect(() => retentionRate({ atStart: 200, atEnd: 231, acquired: 30 })).toThrow(
      expect.objectContaining({
        code: "impossible-counts",
        path: ["atEnd"],
        message:
          "retentionRate: atEnd must be at most atStart + acquired (230), got 231; count those who came back as acquired",
      }),
    );
    expect(retentionRate({ atStart: 200, atEnd: 230, acquired: 30 }).rate).toBe(1);
  });

  it.each([
    ["a level of 0", 0, "0"],
    ["a level of 1", 1, "1"],
    ["a level in percent", 95, "95"],
    ["a negative level", -0.5, "-0.5"],
    ["a level that is no number", Number.NaN, "NaN"],
    ["a level that is text", "0.95", "a string"],
    ["a level of null", null, "null"],
  ])("%s, over nobody too", (_, level, described) => {
    const refusal = expect.objectContaining({
      message: `retentionRate: level must be a number strictly between 0 and 1, got ${described}`,
      code: "invalid-argument",
      path: ["level"],
    });
    const options = { level: level as number };
    expect(() => retentionRate(counts, options)).toThrow(refusal);
    expect(() => retentionRate(MOVEMENT, options)).toThrow(refusal);
    expect(() => retentionRate({ atStart: 0, atEnd: 0, acquired: 0 }, options)).toThrow(refusal);
  });

  it.each([
    ["null", null, "null"],
    ["nothing", undefined, "undefined"],
    ["a number", 200, "200"],
  ])("%s for counts", (_, value, described) => {
    expect(() => retentionRate(value as unknown as RetentionCounts)).toThrow(
      expect.objectContaining({
        message: `retentionRate: counts must be an object, got ${described}`,
        code: "invalid-argument",
        path: ["counts"],
      }),
    );
  });

  it.each([
    ["a mistyped level", { confidence: 0.9 }, '"confidence"'],
    ["a denominator, of which there is one", { denominator: "average" }, '"denominator"'],
    ["personal data for a name", { "anna@example.com": 1 }, "another name"],
  ])("%s", (_, options, got) => {
    expect(() => retentionRate(counts, options as object)).toThrow(
      expect.objectContaining({
        message: `retentionRate: options must be among level, got ${got}`,
        code: "invalid-argument",
        path: ["options"],
      }),
    );
  });

  it("a level in place of the options", () => {
    expect(() => retentionRate(counts, 0.9 as unknown as object)).toThrow(
      expect.objectContaining({
        message: "retentionRate: options must be an object, got 0.9",
        code: "invalid-argument",
        path: ["options"],
      }),
    );
  });
});
