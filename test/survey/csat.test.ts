// Contract of the customer satisfaction score.

import { describe, expect, it } from "vitest";
import {
  CSAT_SCALE,
  CxMetricsError,
  csat,
  type ProportionMethod,
  type Scale,
  tally,
  topBox,
} from "../../src/index.ts";
import { expectDigits } from "./digits.ts";

describe("csat", () => {
  it("is the percentage of answers that are 4 or 5, with the mean beside it", () => {
    expect(csat([5, 4, 4, 3, null, 1])).toStrictEqual({
      metric: "csat",
      score: 60,
      n: 5,
      missing: 1,
      effectiveN: 5,
      standardError: expect.closeTo(100 * Math.sqrt((0.6 * 0.4) / 5), 10),
      interval: { low: expect.any(Number), high: expect.any(Number), level: 0.95, method: "wilson" },
      satisfied: { count: 3, share: 0.6 },
      mean: 3.4,
      satisfiedFrom: 4,
      tally: tally([5, 4, 4, 3, null, 1], CSAT_SCALE),
    });
  });

  it("has no mean where nobody answered", () => {
    expect(csat([]).mean).toBeNull();
    expect(csat([null]).mean).toBeNull();
  });

  it("has the mean on the answers' own scale", () => {
    expect(csat([-2, 0, 1], { scale: { min: -2, max: 2 } }).mean).toBe(-1 / 3);
  });

  it.each<[number, Scale, number]>([
    [2, { min: 0, max: 1 }, 1],
    [3, { min: 1, max: 3 }, 3],
    [4, { min: 1, max: 4 }, 3],
    [5, { min: 1, max: 5 }, 4],
    [5, { min: -2, max: 2 }, 1],
    [6, { min: 0, max: 5 }, 4],
    [7, { min: 1, max: 7 }, 6],
    [10, { min: 1, max: 10 }, 8],
    [11, { min: 0, max: 10 }, 8],
  ])("cuts %i points, $1, from $2 up, as is usual", (_, scale, from) => {
    const score = csat([scale.max, from, from - 1, scale.min], { scale });
    expect(score.satisfiedFrom).toBe(from);
    expect(score.satisfied.count).toBe(2);
    expect(csat(tally([], scale)).satisfiedFrom).toBe(from);
  });

  it.each([8, 9, 12, 101, 1001])("knows no usual cut of %i points, and asks for one", (points) => {
    const scale = { min: 1, max: points };
    expect(() => csat([], { scale })).toThrow(
      new CxMetricsError(
        `csat: satisfiedFrom must be given for a scale of 1 to ${points}, which has no usual cut`,
        "invalid-argument",
        ["satisfiedFrom"],
      ),
    );
    expect(csat([points, 1], { scale, satisfiedFrom: 2 }).score).toBe(50);
  });

  it("cuts where it is told to, and says where", () => {
    const ratings = [5, 4, 3, 2, 1];
    for (const [satisfiedFrom, score] of [[2, 80] as const, [3, 60] as const, [5, 20] as const]) {
      expect(csat(ratings, { satisfiedFrom })).toMatchObject({ score, satisfiedFrom });
    }
    expect(csat(ratings, { satisfiedFrom: undefined }).satisfiedFrom).toBe(4);
  });

  it("returns no −0 where the cut is −0", () => {
    expect(csat([0], { scale: { min: -2, max: 2 }, satisfiedFrom: -0 }).satisfiedFrom).toBe(0);
  });

  it.each([
    ["1", 1],
    ["6", 6],
    ["4.5", 4.5],
    ["NaN", Number.NaN],
    ["Infinity", Number.POSITIVE_INFINITY],
    ["a string", "4"],
    ["null", null],
  ])("refuses a cut at %s, with no rating on one side of it", (inWords, satisfiedFrom) => {
    expect(() => csat([5], { satisfiedFrom: satisfiedFrom as number })).toThrow(
      new CxMetricsError(
        `csat: satisfiedFrom must be an integer from 2 to 5, got ${inWords}`,
        "invalid-argument",
        ["satisfiedFrom"],
      ),
    );
  });

  it("is the top-box score with that cut", () => {
    const ratings = [5, 4, 4, 3, null, 1];
    const { score, standardError, interval } = topBox(ratings, { scale: CSAT_SCALE, from: 4 });
    expect(csat(ratings)).toMatchObject({ score, standardError, interval });
  });

  it("has a standard error of 0 where all or none are satisfied, and at a single answer", () => {
    for (const ratings of [[5, 4], [1, 2, 3], [5]]) expect(csat(ratings).standardError).toBe(0);
  });
});

describe("the interval of csat", () => {
  const eighteenOfTwenty = [...Array<number>(18).fill(5), 1, 2];

  it.each<[ProportionMethod, string, string]>([
    ["wilson", "0.6989663547715128", "0.972133518786232"],
    ["agresti-coull", "0.6867561125596077", "0.984343760998137"],
    ["jeffreys", "0.716146742695748", "0.978627511977525"],
    ["clopper-pearson", "0.6830172859809176", "0.9876514728297052"],
  ])("of 18 in 20 by %s is published", (method, low, high) => {
    const { interval } = csat(eighteenOfTwenty, { method });
    expectDigits((interval?.low as number) / 100, low);
    expectDigits((interval?.high as number) / 100, high);
    expect(interval).toMatchObject({ method, level: 0.95 });
  });

  it("by Wald is the estimate and 1.96 standard errors, clamped", () => {
    const { interval } = csat(eighteenOfTwenty, { method: "wald" });
    expect(interval?.low).toBeCloseTo(90 - 1.959963984540054 * 100 * Math.sqrt((0.9 * 0.1) / 20), 11);
    expect(interval?.high).toBe(100);
  });

  it("is Wilson's unless told otherwise", () => {
    expect(csat(eighteenOfTwenty)).toStrictEqual(csat(eighteenOfTwenty, { method: "wilson" }));
    expect(csat(eighteenOfTwenty)).toStrictEqual(csat(eighteenOfTwenty, { method: undefined }));
  });

  it.each<ProportionMethod>(["wilson", "agresti-coull", "jeffreys", "clopper-pearson", "wald"])(
    "by %s stays within 0 to 100, with the end for its limit where all or none are satisfied",
    (method) => {
      for (const n of [1, 2, 1000]) {
        const all = csat(Array(n).fill(5), { method }).interval;
        const none = csat(Array(n).fill(1), { method }).interval;
        expect(all?.high).toBe(100);
        expect(none?.low).toBe(0);
        expect(all?.low).toBeGreaterThanOrEqual(0);
        expect(none?.high).toBeLessThanOrEqual(100);
      }
    },
  );

  it("by Wald is a point where all agree, which is why it is no default", () => {
    expect(csat([5, 5], { method: "wald" }).interval).toMatchObject({ low: 100, high: 100 });
    expect(csat([5, 5]).interval?.low).toBeLessThan(50);
  });
});
