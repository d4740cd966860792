// Contract of comparing a score with a benchmark.

import { describe, expect, it } from "vitest";
import {
  type ComparableScore,
  ces,
  compareToBenchmark,
  csat,
  nps,
  tallyFromCounts,
} from "../../src/index.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";
import { cesOf, csatOf, npsOf } from "./samples.ts";

describe("compareToBenchmark", () => {
  it("holds the interval of the score against the benchmark", () => {
    expect(compareToBenchmark(csatOf(18, 20), 70)).toStrictEqual({
      metric: "csat",
      score: 90,
      n: 20,
      effectiveN: 20,
      benchmark: 70,
      difference: 20,
      standardError: csatOf(18, 20).standardError,
      interval: csatOf(18, 20).interval,
      statistic: expect.closeTo(1.9518, 4),
      degreesOfFreedom: null,
      pValue: expect.closeTo(0.05096, 5),
      level: 0.95,
      method: "wilson",
    });
  });

  it("has the interval that the scorer has, by each of its methods", () => {
    const [promoters, satisfied] = [npsOf([8, 13, 15]), csatOf(18, 20)];
    for (const method of ["adjusted-wald", "wald", "score"] as const) {
      const { interval } = compareToBenchmark(promoters, 10, { method, level: 0.9 });
      expect(interval).toStrictEqual(nps(promoters.tally, { method, level: 0.9 }).interval);
    }
    for (const method of ["wilson", "agresti-coull", "jeffreys", "clopper-pearson", "wald"] as const) {
      const { interval } = compareToBenchmark(satisfied, 80, { method, level: 0.9 });
      expect(interval).toStrictEqual(csat(satisfied.tally, { method, level: 0.9 }).interval);
    }
    const effort = cesOf([1, 2, 3, 4, 5, 6, 7]);
    const { interval, method } = compareToBenchmark(effort, 4, { method: "student-t", level: 0.9 });
    expect(interval).toStrictEqual(ces(effort.tally, { level: 0.9 }).interval);
    expect(method).toBe("student-t");
  });

  it("by the wald method is the difference over the standard error of the share", () => {
    // 0.2 ÷ √(0.9 · 0.1 ÷ 20) and −0.1 ÷ the same, and twice the area beyond.
    for (const [benchmark, statistic, pValue] of [
      [70, 2.98142397, 0.00286911],
      [100, -1.49071198, 0.13603713],
    ] as const) {
      const result = compareToBenchmark(csatOf(18, 20), benchmark, { method: "wald" });
      expect(result.statistic).toBeCloseTo(statistic, 8);
      expect(result.pValue).toBeCloseTo(pValue, 8);
    }
  });

  it("is null without answers, and without the spread that a standard error needs", () => {
    for (const [score, benchmark] of [
      [nps([]), 0],
      [csat([]), 50],
      [ces([]), 4],
    ] as const) {
      const result = compareToBenchmark<ComparableScore>(score, benchmark);
      expect(result).toMatchObject({ score: null, difference: null, interval: null, pValue: null });
    }
    expect(compareToBenchmark(ces([5, 5]), 4)).toMatchObject({ difference: 1, interval: null, pValue: null });
    expect(compareToBenchmark(csatOf(5, 5), 90, { method: "wald" })).toMatchObject({ pValue: null });
    expect(compareToBenchmark(npsOf([0, 0, 5]), 90, { method: "wald" })).toMatchObject({ pValue: null });
  });

  it("has a p-value of 0 where the benchmark rules the answers out, and 1 where it demands them", () => {
    const impossible = { statistic: null, pValue: 0 };
    const certain = { statistic: 0, pValue: 1 };
    expect(compareToBenchmark(csatOf(4, 5), 100)).toMatchObject(impossible);
    expect(compareToBenchmark(csatOf(4, 5), 0)).toMatchObject(impossible);
    expect(compareToBenchmark(csatOf(5, 5), 100)).toMatchObject(certain);
    expect(compareToBenchmark(csatOf(0, 5), 0)).toMatchObject(certain);
    expect(compareToBenchmark(npsOf([0, 1, 4]), 100, { method: "score" })).toMatchObject(impossible);
    expect(compareToBenchmark(npsOf([0, 0, 4]), 100, { method: "score" })).toMatchObject(certain);
    expect(compareToBenchmark(npsOf([4, 0, 0]), -100, { method: "score" })).toMatchObject(certain);
    for (const method of ["clopper-pearson", "jeffreys"] as const) {
      expect(compareToBenchmark(csatOf(4, 5), 100, { method })).toMatchObject(impossible);
      expect(compareToBenchmark(csatOf(5, 5), 100, { method })).toMatchObject({ pValue: 1 });
      expect(compareToBenchmark(csatOf(0, 5), 0, { method })).toMatchObject({ pValue: 1 });
    }
  });

  it("leaves its input alone and returns plain JSON, without −0", () => {
    expectPlainJson(compareToBenchmark(deepFreeze(npsOf([2, 1, 2])), -0));
    expectPlainJson(compareToBenchmark(deepFreeze(csatOf(0, 5)), 0));
    expectPlainJson(compareToBenchmark(deepFreeze(cesOf([1, 0, 0, 0, 0, 0, 1])), 4));
  });

  it.each([
    [nps([9]), 101, "-100 to 100"],
    [csat([5]), -1, "0 to 100"],
    [ces([5]), 0.5, "1 to 7"],
    [ces(tallyFromCounts([[0, 1]], { min: -2, max: 2 })), Number.NaN, "-2 to 2"],
  ])("refuses a benchmark that no score can be", (score, benchmark, range) => {
    expect(() => compareToBenchmark<ComparableScore>(score, benchmark)).toThrow(
      `compareToBenchmark: benchmark must be a number from ${range}, got ${benchmark}`,
    );
  });

  it("refuses a benchmark in words, and what is no score", () => {
    expect(() => compareToBenchmark(nps([9]), "70" as never)).toThrow(
      expect.objectContaining({
        message: "compareToBenchmark: benchmark must be a number from -100 to 100, got a string",
        code: "invalid-argument",
        path: ["benchmark"],
      }),
    );
    expect(() => compareToBenchmark(9 as never, 70)).toThrow(
      "compareToBenchmark: score must be a score of nps, csat or ces, such as nps(answers), got 9",
    );
  });

  it("refuses the methods of other metrics", () => {
    expect(() => compareToBenchmark(ces([5]) as ComparableScore, 4, { method: "wilson" })).toThrow(
      'compareToBenchmark: method must be "student-t" for this metric, got a string',
    );
    expect(() => compareToBenchmark(nps([5]) as ComparableScore, 4, { method: "wilson" })).toThrow("method");
    expect(() => compareToBenchmark(csat([5]) as ComparableScore, 4, { method: "score" })).toThrow("method");
  });
});
