// Contract of comparing the scores of two samples.

import { describe, expect, it } from "vitest";
import {
  type ComparableScore,
  CSAT_SCALE,
  CxMetricsError,
  ces,
  compare,
  csat,
  nps,
  tallyFromCounts,
  tallyRows,
} from "../../src/index.ts";
import { expectClose } from "../support/closeTo.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";
import { cesOf, csatOf, npsOf } from "./samples.ts";

const NOTHING = {
  standardError: null,
  interval: null,
  statistic: null,
  degreesOfFreedom: null,
  pValue: null,
};

/** The error of comparing scores that types would refuse. */
function errorOf(before: unknown, after: unknown, options?: unknown): CxMetricsError {
  try {
    compare(before as ComparableScore, after as ComparableScore, options as object);
  } catch (error) {
    if (error instanceof CxMetricsError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("compare", () => {
  it("has the difference as the scores show it, and says how it was tested", () => {
    expect(compare(npsOf([8, 13, 15]), npsOf([4, 9, 20]))).toStrictEqual({
      metric: "nps",
      before: { score: npsOf([8, 13, 15]).score, n: 36, effectiveN: 36 },
      after: { score: npsOf([4, 9, 20]).score, n: 33, effectiveN: 33 },
      difference: expect.closeTo(1600 / 33 - 700 / 36, 10),
      standardError: expect.any(Number),
      interval: {
        low: expect.any(Number),
        high: expect.any(Number),
        level: 0.95,
        method: "adjusted-wald",
      },
      statistic: expect.any(Number),
      degreesOfFreedom: null,
      pValue: expect.any(Number),
      level: 0.95,
      method: "adjusted-wald",
      test: "adjusted-wald",
    });
  });

  it("takes its standard error from those of the scores", () => {
    const [before, after] = [csatOf(48, 80), csatOf(56, 70)];
    const expected = Math.hypot(before.standardError as number, after.standardError as number);
    expectClose(compare(before, after).standardError, expected, 1e-14);
  });

  it("keeps the raw difference where the adjusted interval lies nearer 0, or misses it", () => {
    const { difference, interval } = compare(npsOf([1, 0, 0]), npsOf([0, 0, 1]), { level: 0.5 });
    expect(difference).toBe(200);
    expect(interval?.high).toBeLessThan(100);
  });

  it("clamps the interval to what a difference can be", () => {
    expect(compare(npsOf([10, 0, 0]), npsOf([0, 0, 10]), { level: 0.999999 }).interval?.high).toBe(200);
    expect(compare(csatOf(0, 2), csatOf(2, 2), { level: 0.999 }).interval?.high).toBe(100);
    const means = compare(cesOf([1, 0, 0, 0, 0, 0, 1]), cesOf([0, 0, 0, 1, 1, 0, 0])).interval;
    expect([means?.low, means?.high]).toEqual([-6, 6]);
  });

  it("is null on a side without answers", () => {
    for (const [empty, some] of [
      [nps([]), npsOf([1, 2, 3])],
      [csat([null]), csatOf(3, 5)],
      [ces([]), cesOf([1, 2, 3, 4, 3, 2, 1])],
    ] as const) {
      expect(compare<ComparableScore>(empty, some)).toMatchObject({ ...NOTHING, difference: null });
      expect(compare<ComparableScore>(some, empty)).toMatchObject({ ...NOTHING, difference: null });
      expect(compare<ComparableScore>(empty, empty)).toMatchObject({ ...NOTHING, difference: null });
    }
    expect(compare(csat([]), csatOf(3, 5)).test).toBe("n-1-two-proportion");
  });

  it("is null where no answer weighs anything", () => {
    const weightless = nps(tallyRows([{}], { scale: { min: 0, max: 10 }, rating: () => 9, weight: () => 0 }));
    expect(compare(weightless, npsOf([1, 2, 3]))).toMatchObject({ ...NOTHING, difference: null });
  });

  it("has no test of means where a side has one answer, or answers that all agree", () => {
    const nothing = { interval: null, statistic: null, degreesOfFreedom: null, pValue: null };
    expect(compare(ces([5]), ces([4, 6]))).toMatchObject({ ...nothing, difference: 0 });
    expect(compare(ces([5, 5]), ces([6, 6]))).toMatchObject({ ...nothing, difference: 1, standardError: 0 });
    const many = cesOf([0, 0, 0, 0, 0, 400, 600]);
    for (const few of [ces([7, 7]), ces([7, 7, 7, 7, 7])]) {
      expect(compare(many, few)).toMatchObject(nothing);
      expect(compare(few, many)).toMatchObject(nothing);
    }
  });

  it("has a point and no statistic for Wald's interval of groups in which all agree", () => {
    const comparison = compare(npsOf([0, 0, 5]), npsOf([0, 7, 0]), { method: "wald" });
    expect(comparison).toMatchObject({ difference: -100, statistic: null, pValue: null });
    expect(comparison.interval).toStrictEqual({ low: -100, high: -100, level: 0.95, method: "wald" });
  });

  it("finds nothing in groups that all agree with each other", () => {
    expect(compare(csatOf(5, 5), csatOf(9, 9))).toMatchObject({
      difference: 0,
      pValue: 1,
      test: "fisher-irwin",
    });
    expect(compare(npsOf([0, 0, 5]), npsOf([0, 0, 5]))).toMatchObject({ statistic: 0, pValue: 1 });
  });

  it("tests by Fisher and Irwin just below an expected count of 1", () => {
    // One satisfied in ten of ten and ten: 0.5 expected; two: 1.
    expect(compare(csatOf(1, 10), csatOf(0, 10)).test).toBe("fisher-irwin");
    expect(compare(csatOf(2, 10), csatOf(0, 10)).test).toBe("n-1-two-proportion");
    const rows = Array.from({ length: 20 }, (_, i) => ({ rating: i % 10 === 0 ? 5 : 1 }));
    const weighted = tallyRows(rows, { scale: CSAT_SCALE, rating: (row) => row.rating, weight: () => 0.1 });
    expect(compare(csat(weighted), csatOf(0, 20)).test).toBe("n-1-two-proportion");
  });

  it("survives tables that no chance would make", () => {
    const { pValue } = compare(csatOf(5000, 5000), csatOf(0, 100_000_000));
    expect(pValue).toBe(0);
    expect(compare(csatOf(5000, 5000), csatOf(99_995_000, 100_000_000)).pValue).toBeCloseTo(1, 10);
  });

  it("takes Kish's effective sample size for n where answers are weighted", () => {
    const rows = [10, 9, 8, 7, 6, 3, 10, 9, 5, 0, 8, 10].map((rating, i) => ({
      rating,
      weight: 1 + (i % 3),
    }));
    const score = nps(
      tallyRows(rows, { scale: { min: 0, max: 10 }, rating: (r) => r.rating, weight: (r) => r.weight }),
    );
    const other = npsOf([3, 4, 5]);
    const { effectiveN } = score;
    const share = (count: number | null): number => (count as number) * effectiveN;
    const [d, p] = [share(score.detractors.share) + 0.75, share(score.promoters.share) + 0.75];
    const n = effectiveN + 3;
    const variance = (p + d) / n - ((p - d) / n) ** 2;
    const otherVariance = (5.75 + 3.75) / 15 - (2 / 15) ** 2;
    const expected = (2 / 15 - (p - d) / n) / Math.sqrt(variance / n + otherVariance / 15);
    expectClose(compare(score, other).statistic, expected, 1e-12);
  });

  it("counts the answers of a score and not what else stands in it", () => {
    const [before, after] = [csatOf(48, 80), csatOf(56, 70)];
    const stored = JSON.parse(
      JSON.stringify({ ...after, score: 99, standardError: 0, n: 1, interval: null }),
    );
    expect(compare(before, stored)).toStrictEqual(compare(before, after));
  });

  it("leaves its input alone and returns plain JSON", () => {
    for (const [a, b] of [
      [npsOf([1, 2, 3]), npsOf([3, 2, 1])],
      [csatOf(1, 9), csatOf(0, 9)],
      [cesOf([1, 2, 3, 4, 3, 2, 1]), cesOf([1, 1, 1, 1, 1, 1, 1])],
    ] as const) {
      expectPlainJson(compare<ComparableScore>(deepFreeze(a), deepFreeze(b)));
      expectPlainJson(compare<ComparableScore>(a, a));
    }
  });

  it("refuses scores that do not measure the same", () => {
    const five = { min: 1, max: 5 };
    const ten = nps(tallyFromCounts([[5, 1]], five), { bands: { passive: 4, promoter: 5 } });
    const other = nps(tallyFromCounts([[5, 1]], five), { bands: { passive: 3, promoter: 5 } });
    expect(errorOf(nps([9]), csat([5]))).toMatchObject({
      message: 'compare: after.metric must be "nps" as in the score it is compared with, got "csat"',
      code: "invalid-argument",
      path: ["after", "metric"],
    });
    expect(errorOf(nps([9]), ten)).toMatchObject({
      message: "compare: after must be on the scale 0 to 10, got 1 to 5",
      code: "scale-mismatch",
      path: ["after"],
    });
    expect(errorOf(ten, other)).toMatchObject({
      message:
        "compare: after.bands must be passive from 4 and promoter from 5 as in the score it is compared with, got passive from 3 and promoter from 5",
      path: ["after", "bands"],
    });
    expect(errorOf(csat([5]), csat([5], { satisfiedFrom: 5 }))).toMatchObject({
      message: "compare: after.satisfiedFrom must be 4 as in the score it is compared with, got 5",
      path: ["after", "satisfiedFrom"],
    });
    expect(errorOf(ces([5]), ces([5], { direction: "lower-is-easier" }))).toMatchObject({
      message:
        'compare: after.direction must be "higher-is-easier" as in the score it is compared with, got "lower-is-easier"',
      path: ["after", "direction"],
    });
  });

  it("refuses what is no score of one of the three metrics", () => {
    expect(errorOf(null, nps([9])).message).toBe(
      "compare: before must be a score of nps, csat or ces, such as nps(answers), got null",
    );
    expect(errorOf([9, 10], [3]).message).toBe(
      "compare: before must be a score of nps, csat or ces, such as nps(answers), got an array",
    );
    expect(errorOf(nps([9]), nps([9]).tally).message).toBe(
      "compare: after must be a score of nps, csat or ces, such as nps(answers), got an object",
    );
    expect(errorOf({ ...nps([9]), tally: { scale: { min: 0, max: 10 } } }, nps([9])).message).toContain(
      "compare: before: nps: answers must be",
    );
    expect(errorOf(9, nps([9]))).toMatchObject({ code: "invalid-argument", path: ["before"] });
    expect(errorOf({ metric: "acsi" }, nps([9]))).toMatchObject({
      message: 'compare: before.metric must be "nps" or "csat" or "ces", got a string',
      code: "invalid-argument",
      path: ["before", "metric"],
    });
    expect(errorOf(nps([9]), { metric: "nps", tally: [9, 10] })).toMatchObject({
      message: "compare: after.tally must be a tally, got an array",
      code: "invalid-argument",
      path: ["after", "tally"],
    });
    expect(errorOf({ ...nps([9]), bands: undefined }, nps([9]))).toMatchObject({
      message: "compare: before: nps: bands must be given with the score, got undefined",
      code: "invalid-argument",
      path: ["before", "bands"],
    });
    expect(errorOf(csat([5]), { ...csat([5]), satisfiedFrom: undefined }).message).toBe(
      "compare: after: csat: satisfiedFrom must be given with the score, got undefined",
    );
    expect(errorOf(ces([5]), { ...ces([5]), direction: undefined }).message).toBe(
      "compare: after: ces: direction must be given with the score, got undefined",
    );
    expect(errorOf({ ...csat([5]), satisfiedFrom: 9 }, csat([5])).path).toEqual(["before", "satisfiedFrom"]);
    expect(errorOf({ ...ces([5]), direction: "up" }, ces([5])).path).toEqual(["before", "direction"]);
  });

  it("refuses options that it does not know, and methods of other metrics", () => {
    expect(errorOf(nps([9]), nps([8]), { level: 1 }).path).toEqual(["level"]);
    expect(errorOf(nps([9]), nps([8]), { alpha: 0.05 }).path).toEqual(["options"]);
    expect(errorOf(nps([9]), nps([8]), { method: "newcombe" }).message).toBe(
      'compare: method must be "adjusted-wald" or "wald" for this metric, got a string',
    );
    expect(errorOf(csat([5]), csat([5]), { method: "wald" }).path).toEqual(["method"]);
    expect(errorOf(ces([5]), ces([5]), { method: "wald" }).path).toEqual(["method"]);
  });
});
