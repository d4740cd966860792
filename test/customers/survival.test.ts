import { describe, expect, it } from "vitest";
import {
  type Duration,
  kaplanMeier,
  logRankTest,
  medianSurvival,
  restrictedMeanSurvival,
  type SurvivalCurve,
  survivalAt,
  survivalQuantile,
} from "../../src/index.ts";
import { expectClose } from "../support/closeTo.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

function left(...times: number[]): Duration[] {
  return times.map((time) => ({ time, observed: true }));
}

function stayed(...times: number[]): Duration[] {
  return times.map((time) => ({ time, observed: false }));
}

const FOUR = [...left(3, 8), ...stayed(5, 12)];

describe("kaplanMeier", () => {
  it("has a step for each time at which anybody left or was last seen", () => {
    const { steps, ...rest } = kaplanMeier(FOUR);
    expect(rest).toEqual({ n: 4, events: 2, censored: 2, level: 0.95, transform: "log-log" });
    expect(steps.map(({ time, atRisk, events, censored }) => [time, atRisk, events, censored])).toEqual([
      [3, 4, 1, 0],
      [5, 3, 0, 1],
      [8, 2, 1, 0],
      [12, 1, 0, 1],
    ]);
    expect(steps.map(({ survival }) => survival)).toEqual([0.75, 0.75, 0.375, 0.375]);
  });

  it("of nobody has no steps", () => {
    expect(kaplanMeier([])).toEqual({
      n: 0,
      events: 0,
      censored: 0,
      level: 0.95,
      transform: "log-log",
      steps: [],
    });
  });

  it("takes those who leave at time 0 into account", () => {
    const [first, second] = kaplanMeier([...left(0), ...stayed(1)]).steps;
    expect([first?.time, first?.survival, second?.survival]).toEqual([0, 0.5, 0.5]);
  });

  it("counts those who are last seen when others leave among those at risk", () => {
    expect(kaplanMeier([...left(2), ...stayed(2, 2)]).steps).toMatchObject([
      { time: 2, atRisk: 3, events: 1, censored: 2, survival: 2 / 3 },
    ]);
  });

  it("has neither standard error nor limits where nobody is left", () => {
    for (const transform of ["log-log", "log", "plain"] as const) {
      const last = kaplanMeier(left(1, 2), { transform }).steps.at(-1);
      expect(last).toMatchObject({ survival: 0, standardError: null, low: null, high: null });
    }
  });

  it("has no limits before the first event", () => {
    for (const transform of ["log-log", "log", "plain"] as const) {
      const [first] = kaplanMeier([...stayed(1), ...left(2, 3)], { transform }).steps;
      expect(first).toMatchObject({ survival: 1, standardError: 0, low: null, high: null });
    }
  });

  it("keeps the limits of every transform between 0 and 1", () => {
    const logs = kaplanMeier(left(1, 2, 3), { transform: "log" }).steps[0];
    expect(logs?.high).toBe(1);
    const plain = kaplanMeier(left(1, 2, 3), { transform: "plain" }).steps;
    expect([plain[0]?.high, plain[1]?.low]).toEqual([1, 0]);
  });

  it("takes times that differ by rounding for one", () => {
    expect(kaplanMeier(left(0.3, 0.1 + 0.2, 1)).steps.map(({ time, events }) => [time, events])).toEqual([
      [0.3, 2],
      [1, 1],
    ]);
    expect(kaplanMeier(left(3, 3 - 4e-16, 3 + 4e-16)).steps.length).toBe(1);
    expect(kaplanMeier(left(3, 3.0000001, 70_000, 70_001)).steps.length).toBe(4);
    expect(kaplanMeier(left(3 + 1e-9, 100)).steps[0]?.time).toBe(3 + 1e-9);
  });

  it("counts whole times, large and small, as it sorts others", () => {
    const times = [0, 1, 63, 64, 65, 65_535, 65_536, 1e6, 2.5, 1e9 + 0.5];
    const sorted = [...times].sort((a, b) => a - b);
    expect(kaplanMeier(left(...times)).steps.map(({ time }) => time)).toEqual(sorted);
  });

  it("takes a customer in after a late entry only", () => {
    const rows = [
      ...left(2, 5),
      { time: 6, observed: true, entry: 2 },
      { time: 7, observed: false, entry: 0 },
    ];
    expect(kaplanMeier(rows).steps.map(({ time, atRisk }) => [time, atRisk])).toEqual([
      [2, 3],
      [5, 3],
      [6, 2],
      [7, 1],
    ]);
  });

  it.each([1e12, 1e17])("keeps a weight of 0.1 that stays where %s leaves", (weight) => {
    const rows = [
      { time: 1, observed: true, weight },
      { time: 2, observed: false, weight: 0.1 },
    ];
    const curve = kaplanMeier(rows);
    const exact = 0.1 / (weight + 0.1);
    for (const { survival, standardError } of curve.steps) {
      expect(survival / exact).toBeCloseTo(1, 12);
      // Greenwood's formula with n − d = 0.1.
      expect(standardError).toBeCloseTo(exact * Math.sqrt(weight / (weight + 0.1) / 0.1), 12);
    }
    expect(restrictedMeanSurvival(curve, { until: 2 }).mean).toBeCloseTo(1 + exact, 12);
    const error = restrictedMeanSurvival(curve, { until: 2 }).standardError;
    expect((error as number) / (exact * Math.sqrt(10))).toBeCloseTo(1, 12);
    // On the scale of log S, the lower limit is z standard errors of log S below.
    const low = kaplanMeier(rows, { transform: "log" }).steps[0]?.low as number;
    const below = Math.exp(-1.959963984540054 * Math.sqrt(weight / (weight + 0.1) / 0.1));
    expect(low / (exact * below)).toBeCloseTo(1, 12);
  });

  it.each([1e12, 1e17])("has limits where of %s only 0.1 leaves", (weight) => {
    const rows = [
      { time: 1, observed: true, weight: 0.1 },
      { time: 2, observed: false, weight },
    ];
    const curve = kaplanMeier(rows);
    expectPlainJson(curve);
    // log S is −0.1 ÷ weight to all its digits, and its standard error √0.1 ÷ weight.
    const factor = Math.exp(1.959963984540054 / Math.sqrt(0.1));
    expect(curve.steps[0]?.low).toBeCloseTo(Math.exp((-0.1 / weight) * factor), 15);
    expect(curve.steps[0]?.high).toBeCloseTo(Math.exp(-0.1 / weight / factor), 15);
  });

  it.each([
    [0.3, 0.2],
    [0.1, 0.2],
    [0.7, 0.1],
  ])(
    "comes down to 0 where late entrants who weigh %d and %d leave nobody but for rounding",
    (one, other) => {
      for (const unit of [2 ** -20, 1, 2 ** 20]) {
        const rows = [
          { time: 1, observed: true, weight: 0.1 * unit },
          { time: 3, observed: true, entry: 2, weight: one * unit },
          { time: 4, observed: true, entry: 2, weight: other * unit },
        ];
        const [first] = kaplanMeier(rows).steps;
        expect(first?.survival).toBe(0);
      }
    },
  );

  it("gives a row of weight 0 no part but in n", () => {
    for (const time of [4, 3 - 1e-9]) {
      const curve = kaplanMeier([...FOUR, { time, observed: true, weight: 0 }]);
      expect(curve).toEqual({ ...kaplanMeier(FOUR), n: 5 });
    }
  });

  it("weighs rows at times that are not whole", () => {
    const rows = [
      { time: 2.5, observed: true, weight: 2 },
      { time: 1.5, observed: false, weight: 3 },
      { time: 0.5, observed: true, weight: 1 },
      { time: 4.5, observed: true },
    ];
    expect(kaplanMeier(rows).steps.map(({ time, atRisk, events }) => [time, atRisk, events])).toEqual([
      [0.5, 7, 1],
      [1.5, 6, 0],
      [2.5, 3, 2],
      [4.5, 1, 1],
    ]);
  });

  it("takes the many rows without a weight after one that has one for rows of weight 1", () => {
    const unweighted = Array.from({ length: 40 }, (_, i) => ({ time: i + 0.5, observed: false }));
    const { censored, steps } = kaplanMeier([{ time: 0.5, observed: false, weight: 2 }, ...unweighted]);
    expect(censored).toBe(42);
    expect(steps[0]).toMatchObject({ time: 0.5, atRisk: 42, censored: 3 });
  });

  it("takes durations of any size for plain JSON", () => {
    const weights = [1e-100, 1, 1e100];
    const rows = [0, 5e-324, 1e-9, 1, 1e50].flatMap((time) =>
      weights.flatMap((weight) => [true, false].map((observed) => ({ time, observed, weight }))),
    );
    for (const transform of ["log-log", "log", "plain"] as const) {
      const curve = kaplanMeier(rows, { transform });
      expectPlainJson(curve);
      expectPlainJson(restrictedMeanSurvival(curve, { until: 1e50 }));
      expectPlainJson(survivalQuantile(curve, 1e-300));
    }
    expectPlainJson(kaplanMeier([{ time: -0, observed: true, entry: -0 }]));
  });

  it("of a million rows, one by one, holds but their times", () => {
    function* rows(): Generator<Duration> {
      for (let i = 0; i < 1_000_000; i++) yield { time: (i * 7919) % 1000, observed: i % 2 === 0 };
    }
    const { n, steps } = kaplanMeier(rows());
    expect([n, steps.length]).toEqual([1_000_000, 1000]);
    expectClose(steps[0]?.survival ?? null, 1 - 1 / 1000, 1e-12);
  });

  it("leaves frozen rows as they were, and closes a generator that it refuses", () => {
    let closed = false;
    function* rows(): Generator<Duration> {
      try {
        yield* [...FOUR, { time: -1, observed: true }, ...FOUR];
      } finally {
        closed = true;
      }
    }
    kaplanMeier(deepFreeze([...FOUR]));
    expect(() => kaplanMeier(rows())).toThrow("durations at index 4.time");
    expect(closed).toBe(true);
  });
});

describe("kaplanMeier refuses", () => {
  it.each([
    [{ time: -1, observed: true }, "time", "a number from 0 to 1e50, got -1"],
    [{ time: Number.NaN, observed: true }, "time", "a number from 0 to 1e50, got NaN"],
    [{ time: Number.POSITIVE_INFINITY, observed: true }, "time", "a number from 0 to 1e50, got Infinity"],
    [{ time: "3", observed: true }, "time", "a number from 0 to 1e50, got a string"],
    [{ time: null, observed: true }, "time", "a number from 0 to 1e50, got null"],
    [{ time: 3, observed: 1 }, "observed", "true or false, got 1"],
    [{ time: 3 }, "observed", "true or false, got undefined"],
    [{ time: 3, observed: true, entry: 3 }, "entry", "before time, or 0, got the same time or a later one"],
    [
      { time: 3, observed: true, entry: 3 - 1e-9 },
      "entry",
      "before time, or 0, got the same time or a later one",
    ],
    [{ time: 3, observed: true, entry: 4 }, "entry", "before time, or 0, got the same time or a later one"],
    [{ time: 3, observed: true, entry: -1 }, "entry", "a number from 0 to 1e50, got -1"],
    [{ time: 3, observed: true, entry: null }, "entry", "a number from 0 to 1e50, got null"],
  ])("%j", (row, field, message) => {
    expect(() => kaplanMeier([...FOUR, row as unknown as Duration])).toThrow(
      expect.objectContaining({
        name: "CxMetricsError",
        message: `kaplanMeier: durations at index 4.${field} must be ${message}`,
        code: "invalid-argument",
        path: ["durations", 4, field],
      }),
    );
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 1e-101, 1e101, "2", null])("the weight %s", (weight) => {
    const row = { time: 3, observed: true, weight } as unknown as Duration;
    expect(() => kaplanMeier(new Set([row]))).toThrow(
      expect.objectContaining({ code: "invalid-weight", path: ["durations", 0, "weight"] }),
    );
  });

  it("what is no list of rows, an unknown transform, a level that is none", () => {
    expect(() => kaplanMeier(5 as never)).toThrow("durations must be an array or another iterable, got 5");
    expect(() => kaplanMeier([null as never])).toThrow("durations at index 0 must be an object, got null");
    expect(() => kaplanMeier([5 as never])).toThrow("durations at index 0 must be an object, got 5");
    expect(() => kaplanMeier([], { transform: "logit" as never })).toThrow(
      'kaplanMeier: transform must be "log-log" or "log" or "plain", got a string',
    );
    expect(() => kaplanMeier([], { level: 95 })).toThrow("level must be a number strictly between 0 and 1");
    expect(() => kaplanMeier([], { confidence: 0.9 } as object)).toThrow(
      "options must be among level, transform",
    );
  });
});

describe("survivalAt", () => {
  const curve = kaplanMeier(FOUR);

  it("is the last step at that time or before", () => {
    const at = (time: number): number | null => survivalAt(curve, time).survival;
    expect([0, 2.9, 3, 7.9, 8, 12].map(at)).toEqual([1, 1, 0.75, 0.75, 0.375, 0.375]);
    expect(survivalAt(curve, 0)).toEqual({
      time: 0,
      survival: 1,
      standardError: 0,
      low: null,
      high: null,
      level: 0.95,
    });
  });

  it("is not known past the last step, but for a curve that is at 0", () => {
    const nothing = { time: 13, survival: null, standardError: null, low: null, high: null, level: 0.95 };
    expect(survivalAt(curve, 13)).toEqual(nothing);
    expect(survivalAt(kaplanMeier([]), 13)).toEqual(nothing);
    expect(survivalAt(kaplanMeier(left(1, 2)), 13)).toEqual({ ...nothing, survival: 0 });
  });

  it("does not mind rounding in the time asked for", () => {
    expect(survivalAt(kaplanMeier([...left(0.1 + 0.2), ...stayed(1)]), 0.3).survival).toBe(0.5);
    expect(survivalAt(kaplanMeier([...left(0.1), ...stayed(0.3)]), 0.1 + 0.2).survival).toBe(0.5);
    expectPlainJson(survivalAt(curve, -0));
  });

  it("refuses what is no time and what is no curve", () => {
    expect(() => survivalAt(curve, -1)).toThrow("survivalAt: time must be a number from 0 to 1e50, got -1");
    expect(() => survivalAt(null as never, 1)).toThrow("survivalAt: curve must be an object, got null");
    expect(() => survivalAt({ ...curve, steps: 3 as never }, 1)).toThrow(
      "survivalAt: curve.steps must be the steps of kaplanMeier, got 3",
    );
  });

  it("reads a curve that went through JSON", () => {
    expect(survivalAt(JSON.parse(JSON.stringify(curve)) as SurvivalCurve, 8)).toEqual(survivalAt(curve, 8));
  });
});

describe("survivalQuantile and medianSurvival", () => {
  const even = kaplanMeier(left(1, 2, 3, 4));

  it("take the middle of a level stretch, or its first time", () => {
    expect(medianSurvival(even)).toMatchObject({
      probability: 0.5,
      time: 2.5,
      rule: "midpoint",
      level: 0.95,
    });
    expect(medianSurvival(even, { rule: "first-time" })).toMatchObject({ time: 2, rule: "first-time" });
    expect(medianSurvival(kaplanMeier(left(1, 2, 3))).time).toBe(2);
    // Rounding leaves the curve on either side of the share.
    for (let n = 2; n <= 30; n++) {
      const curve = kaplanMeier(left(...Array.from({ length: n }, (_, i) => i + 1)));
      for (let k = 1; k < n; k++) expect(survivalQuantile(curve, k / n).time).toBe(k + 0.5);
    }
  });

  it("take the last time for the end of a stretch that no event ends", () => {
    const curve = kaplanMeier([...left(1, 2), ...stayed(5, 9)]);
    expect(medianSurvival(curve).time).toBe(5.5);
    expect(medianSurvival(curve, { rule: "first-time" }).time).toBe(2);
  });

  it("are null where the curve does not come down that far", () => {
    expect(medianSurvival(kaplanMeier([...left(1), ...stayed(2, 3)]))).toMatchObject({
      time: null,
      high: null,
    });
    expect(medianSurvival(kaplanMeier([]))).toMatchObject({ time: null, low: null, high: null });
  });

  it("refuse a probability that is none, an unknown rule, and what is no curve", () => {
    for (const probability of [0, 1, -0.1, 50, Number.NaN, "0.5"]) {
      expect(() => survivalQuantile(even, probability as number)).toThrow(
        "survivalQuantile: probability must be a number strictly between 0 and 1",
      );
    }
    expect(() => medianSurvival(even, { rule: "last" as never })).toThrow(
      'medianSurvival: rule must be "midpoint" or "first-time", got a string',
    );
    expect(() => medianSurvival([] as never)).toThrow("curve.steps must be the steps of kaplanMeier");
  });
});

describe("restrictedMeanSurvival", () => {
  const curve = kaplanMeier(FOUR);

  it("is the area below the curve, with an interval inside the span", () => {
    expect(restrictedMeanSurvival(curve, { until: 12 })).toMatchObject({ until: 12, mean: 8.25 });
    const { interval } = restrictedMeanSurvival(curve, { until: 10 });
    expect(interval).toMatchObject({ high: 10, level: 0.95, method: "wald" });
  });

  it("has the interval mean ± z standard errors", () => {
    const many = kaplanMeier(left(...Array.from({ length: 100 }, (_, i) => i + 1)));
    const { mean, standardError, interval } = restrictedMeanSurvival(many, { until: 100 });
    expect(mean).toBeCloseTo(50.5, 12);
    const margin = 1.959963984540054 * (standardError as number);
    expect(interval?.low).toBeCloseTo(50.5 - margin, 10);
    expect(interval?.high).toBeCloseTo(50.5 + margin, 10);
  });

  it("is the whole span, without an interval, where nobody had left by then", () => {
    expect(restrictedMeanSurvival(curve, { until: 2 })).toEqual({
      until: 2,
      mean: 2,
      standardError: 0,
      interval: null,
    });
  });

  it("is not known where the curve ends before, but for one that is at 0", () => {
    expect(restrictedMeanSurvival(curve, { until: 12.1 })).toEqual({
      until: 12.1,
      mean: null,
      standardError: null,
      interval: null,
    });
    expect(restrictedMeanSurvival(kaplanMeier([]), { until: 1 }).mean).toBeNull();
    expect(restrictedMeanSurvival(kaplanMeier(left(1, 3)), { until: 99 }).mean).toBe(2);
  });

  it("does not mind rounding in the end of the span", () => {
    const rounded = kaplanMeier([...left(0.1), ...stayed(0.1 + 0.2)]);
    expect(restrictedMeanSurvival(rounded, { until: 0.3 }).mean).toBeCloseTo(0.2, 14);
    const exact = kaplanMeier([...left(0.1), ...stayed(0.3)]);
    expect(restrictedMeanSurvival(exact, { until: 0.1 + 0.2 }).mean).toBeCloseTo(0.2, 14);
  });

  it("refuses an end that is none", () => {
    for (const until of [0, -1, Number.NaN, Number.POSITIVE_INFINITY, "12", undefined]) {
      expect(() => restrictedMeanSurvival(curve, { until: until as number })).toThrow(
        "restrictedMeanSurvival: until must be a number above 0, at most 1e50",
      );
    }
  });
});

describe("logRankTest", () => {
  it("shares out the events by how many are at risk", () => {
    // At 1: 2 of 4 at risk, at 2: 1 of 3, at 4: 0 of 1.
    const { groups, degreesOfFreedom, statistic } = logRankTest([[...left(1), ...stayed(3)], left(2, 4)]);
    expect(groups[0]).toEqual({ n: 2, observed: 1, expected: 1 / 2 + 1 / 3 });
    expect(groups[1]).toEqual({ n: 2, observed: 2, expected: 1 / 2 + 2 / 3 + 1 });
    expect(degreesOfFreedom).toBe(1);
    expectClose(statistic, (1 - 5 / 6) ** 2 / (1 / 4 + 2 / 9), 1e-14);
  });

  it("is null where nothing can be compared", () => {
    const nothing = { statistic: null, degreesOfFreedom: 0, pValue: null };
    expect(logRankTest([[], []])).toMatchObject(nothing);
    expect(logRankTest([stayed(1, 2), stayed(3)])).toMatchObject(nothing);
    expect(logRankTest([left(1, 2, 3), []])).toMatchObject(nothing);
    expect(logRankTest([left(5, 5), left(5)])).toMatchObject(nothing);
    const later = [{ time: 9, observed: true, entry: 6 }, ...stayed()];
    expect(logRankTest([left(1, 2), later])).toMatchObject(nothing);
  });

  it("leaves a group that never met another at risk out of the degrees of freedom", () => {
    const two = [left(1, 3, 5), left(2, 4, 6)];
    const { statistic, degreesOfFreedom, groups } = logRankTest([...two, [], stayed(0.5)]);
    expect([statistic, degreesOfFreedom]).toEqual([logRankTest(two).statistic, 1]);
    expect(groups.map(({ n, observed }) => [n, observed])).toEqual([
      [3, 3],
      [3, 3],
      [0, 0],
      [1, 0],
    ]);
  });

  it("takes any iterables and leaves them as they were", () => {
    const groups = deepFreeze([left(1, 2), left(2, 3)]);
    expect(logRankTest([new Set(groups[0]), (groups[1] as Duration[]).values()])).toEqual(
      logRankTest(groups),
    );
  });

  it("refuses fewer than two groups, bad rows, and weights", () => {
    expect(() => logRankTest([FOUR])).toThrow(
      expect.objectContaining({
        message: "logRankTest: groups must be two groups or more, got 1",
        code: "invalid-argument",
        path: ["groups"],
      }),
    );
    expect(() => logRankTest(5 as never)).toThrow("logRankTest: groups must be an array or another iterable");
    expect(() => logRankTest([FOUR, 5 as never])).toThrow(
      "logRankTest: groups at index 1 must be an array or another iterable, got 5",
    );
    expect(() => logRankTest([FOUR, [...left(1), { time: -1, observed: true }]])).toThrow(
      expect.objectContaining({ path: ["groups", 1, 1, "time"] }),
    );
    const weighted = [
      ...left(1),
      { time: 2, observed: true, weight: 3 },
      { time: 2, observed: true, weight: 4 },
    ];
    expect(() => logRankTest([FOUR, weighted])).toThrow(
      expect.objectContaining({
        code: "invalid-weight",
        message: "logRankTest: groups at index 1 at index 1.weight must be absent or 1, got 3",
        path: ["groups", 1, 1, "weight"],
      }),
    );
  });
});

describe("what counts as rounding, 2⁻²⁶ and no more, is the same", () => {
  const TIE = 2 ** -26;

  it("for the times of a curve, for an entry, and for the times that are asked for", () => {
    expect(kaplanMeier(left(1, 1 + TIE)).steps.length).toBe(1);
    expect(kaplanMeier(left(1, 1 + 2 * TIE)).steps.length).toBe(2);
    const entered = (time: number) => [{ time, observed: true, entry: 1 }];
    expect(() => kaplanMeier(entered(1 + TIE))).toThrow("entry must be before time, or 0");
    expect(kaplanMeier(entered(1 + 2 * TIE)).steps.length).toBe(1);
    const curve = kaplanMeier(stayed(1));
    for (const [time, known] of [
      [1 + TIE, true],
      [1 + 2 * TIE, false],
    ] as const) {
      expect(survivalAt(curve, time).survival !== null).toBe(known);
      expect(restrictedMeanSurvival(curve, { until: time }).mean !== null).toBe(known);
    }
  });

  it("for the share that a quantile asks for, above and below", () => {
    // After time 1, survival is 1/2 and so many times 2⁻²⁶.
    const median = (times: number): number | null =>
      medianSurvival(
        kaplanMeier([
          { time: 1, observed: true, weight: 2 ** 25 - times },
          { time: 2, observed: true, weight: 2 ** 25 + times },
        ]),
      ).time;
    expect([2, 1, 0, -1, -2].map(median)).toEqual([2, 1.5, 1.5, 1.5, 1]);
  });
});

describe("kaplanMeier of late entries", () => {
  it.each([1e10, 1e17])("is not put out by one of a weight of %d who has not come yet", (weight) => {
    const { steps } = kaplanMeier([
      { time: 1, observed: true, weight: 0.1 },
      { time: 3, observed: false, entry: 2, weight },
    ]);
    expect(steps[0]).toMatchObject({ time: 1, atRisk: 0.1, events: 0.1, survival: 0 });
    expect(steps.every(({ survival }) => survival === 0)).toBe(true);
  });
});
