// Comparisons and planning against R; see golden/inference-comparisons.R.

import { describe, expect, it } from "vitest";
import {
  adjustPValues,
  ces,
  compare,
  comparePaired,
  compareToBenchmark,
  csat,
  type Interval,
  minimumDetectableDifference,
  nps,
  type PlannedSpread,
  sampleSizeToDetect,
} from "../../src/index.ts";
import { meanDetectable, shareSize } from "../../src/inference/detection.ts";
import golden from "../golden/inference-comparisons.json" with { type: "json" };
import { expectClose } from "../support/closeTo.ts";
import { cesOf, csatOf, npsOf } from "./samples.ts";

const CLOSE = 1e-10;

function expectLimits(interval: Interval | null, [low, high]: readonly number[], tolerance = CLOSE): void {
  expectClose(interval?.low ?? null, low as number, tolerance);
  expectClose(interval?.high ?? null, high as number, tolerance);
}

/** R returns 0 where rounding leaves 1e-17. */
function expectStatistic(actual: number | null, expected: number | null): void {
  if (expected === 0) expect(Math.abs(actual as number)).toBeLessThan(1e-15);
  else expectClose(actual, expected, CLOSE);
}

describe("compare agrees with R", () => {
  it.each(golden.nps)("on NPS $before and $after", ({ before, after, level, ...expected }) => {
    const comparison = compare(npsOf(before), npsOf(after), { level });
    expectStatistic(comparison.statistic, expected.statistic);
    expectClose(comparison.pValue, expected.pValue, CLOSE);
    expectLimits(comparison.interval, expected.interval);
  });

  it.each(golden.npsWald)("on NPS $before and $after, Wald", ({ before, after, level, ...expected }) => {
    const comparison = compare(npsOf(before), npsOf(after), { level, method: "wald" });
    expectClose(comparison.statistic, expected.statistic, CLOSE);
    expectClose(comparison.pValue, expected.pValue, CLOSE);
    expectLimits(comparison.interval, expected.interval);
    expectClose(
      comparison.standardError,
      Math.abs((comparison.difference as number) / expected.statistic),
      CLOSE,
    );
  });

  it.each(golden.csat)("on CSAT $counts", ({ counts, ...expected }) => {
    const [x, n, y, m] = counts as [number, number, number, number];
    const comparison = compare(csatOf(x, n), csatOf(y, m));
    expect(comparison.test).toBe(expected.test);
    expectClose(comparison.statistic, expected.statistic, CLOSE);
    expectClose(comparison.pValue, expected.pValue, CLOSE);
    expectLimits(comparison.interval, expected.interval);
  });

  const hasSpread = (counts: readonly number[]): boolean => counts.filter((count) => count > 0).length > 1;
  const spreading = golden.ces.filter(({ before, after }) => hasSpread(before) && hasSpread(after));

  it("but for means of which one side all agrees, where a t test takes that side for known", () => {
    const others = golden.ces.filter((pair) => !spreading.includes(pair));
    expect(others).toHaveLength(1);
    for (const { before, after } of others) {
      expect(compare(cesOf(before), cesOf(after))).toMatchObject({ interval: null, pValue: null });
    }
  });

  it.each(spreading)("on CES $before and $after", ({ before, after, level, ...expected }) => {
    const comparison = compare(cesOf(before), cesOf(after), { level });
    expectClose(comparison.statistic, expected.statistic, CLOSE);
    expectClose(comparison.degreesOfFreedom, expected.degreesOfFreedom, CLOSE);
    expectClose(comparison.pValue, expected.pValue, CLOSE);
    expectLimits(comparison.interval, expected.interval);
  });
});

describe("compareToBenchmark agrees with R", () => {
  it.each(golden.npsBenchmark)("on NPS $counts against $benchmark", ({ counts, benchmark, ...expected }) => {
    (["adjusted-wald", "wald", "score"] as const).forEach((method, i) => {
      const comparison = compareToBenchmark(npsOf(counts), benchmark, { method });
      expectClose(comparison.statistic, expected.statistics[i] as number, CLOSE);
      expectClose(comparison.pValue, expected.pValues[i] as number, CLOSE);
    });
  });

  it.each(golden.csatBenchmark)(
    "on CSAT $counts against $benchmark",
    ({ counts, benchmark, ...expected }) => {
      const score = csatOf(counts[0] as number, counts[1] as number);
      for (const method of ["wilson", "agresti-coull"] as const) {
        const comparison = compareToBenchmark(score, benchmark, { method });
        expectClose(comparison.statistic, expected.statistic, CLOSE);
        expectClose(comparison.pValue, expected.pValue, CLOSE);
      }
      const exact = compareToBenchmark(score, benchmark, { method: "clopper-pearson" });
      expectClose(exact.pValue, expected.exact, CLOSE);
      const jeffreys = compareToBenchmark(score, benchmark, { method: "jeffreys" });
      expectClose(jeffreys.pValue, expected.jeffreys, CLOSE);
    },
  );

  it.each(golden.cesBenchmark)("on CES $counts against $benchmark", ({ counts, benchmark, ...expected }) => {
    const comparison = compareToBenchmark(cesOf(counts), benchmark);
    expectClose(comparison.statistic, expected.statistic, CLOSE);
    expectClose(comparison.degreesOfFreedom, expected.degreesOfFreedom, CLOSE);
    expectClose(comparison.pValue, expected.pValue, CLOSE);
  });
});

describe("comparePaired agrees with R", () => {
  it.each(golden.pairedNps)("on NPS", ({ before, after, ...expected }) => {
    const pairs = before.map((rating, i) => [rating, after[i]] as const);
    const comparison = comparePaired(pairs, { metric: nps });
    expectClose(comparison.statistic, expected.statistic, CLOSE);
    expectClose(comparison.pValue, expected.pValue, CLOSE);
    expectLimits(comparison.interval, expected.interval);
  });

  it.each(golden.pairedCes)("on CES", ({ before, after, ...expected }) => {
    const pairs = before.map((rating, i) => [rating, after[i]] as const);
    const comparison = comparePaired(pairs, { metric: ces });
    expectClose(comparison.statistic, expected.statistic, CLOSE);
    expectClose(comparison.pValue, expected.pValue, CLOSE);
    expectLimits(comparison.interval, expected.interval);
  });

  it.each(golden.pairedCsat)("on CSAT $counts", ({ counts, ...expected }) => {
    const sides = [
      [5, 5],
      [5, 1],
      [1, 5],
      [1, 1],
    ] as const;
    const pairs = sides.flatMap((pair, i) => Array.from({ length: counts[i] as number }, () => pair));
    const comparison = comparePaired(pairs, { metric: csat });
    expectClose(comparison.statistic, expected.statistic, CLOSE);
    expectClose(comparison.pValue, expected.pValue, CLOSE);
    // R's uniroot ends about 1e-11 from the root.
    expectLimits(comparison.interval, expected.interval, 1e-9);
  });
});

describe("adjustPValues agrees with R's p.adjust", () => {
  it.each(golden.adjusted)("on $pValues", ({ pValues, holm, benjaminiHochberg }) => {
    adjustPValues(pValues).forEach((p, i) => {
      expectClose(p, holm[i] as number, 1e-14);
    });
    adjustPValues(pValues, "benjamini-hochberg").forEach((p, i) => {
      expectClose(p, benjaminiHochberg[i] as number, 1e-14);
    });
  });
});

describe("planning agrees with R", () => {
  it.each(golden.proportions)("power.prop.test from $share to $after", (row) => {
    const { share, after, power, level, size, n } = row;
    expectClose(shareSize(share, after, { alpha: 1 - level, power }), size, 1e-9);
    const difference = 100 * (after - share);
    expect(sampleSizeToDetect({ metric: "csat", share, difference, power, level }).n).toBe(n);
  });

  it.each(golden.means)("power.t.test of $difference at $standardDeviation", ({ n, size: _, ...plan }) => {
    expect(sampleSizeToDetect({ metric: "ces", ...plan }).n).toBe(n);
    expect(sampleSizeToDetect({ metric: "ces", ...plan, difference: -plan.difference }).n).toBe(n);
  });

  it.each(golden.detectable)("power.t.test with n = $n", ({ difference, ...plan }) => {
    expectClose(minimumDetectableDifference({ metric: "ces", ...plan }).difference, difference, 1e-9);
    const inDeviations = meanDetectable(plan.n, { alpha: 1 - plan.level, power: plan.power }, null);
    expectClose(inDeviations * plan.standardDeviation, difference, 1e-9);
  });

  it.each(golden.finite)("$metric of $population people", (row) => {
    const { metric, assumed, difference, n, detectable, ...sureness } = row;
    const spread = { nps: "variance", csat: "share", ces: "standardDeviation" }[metric] as string;
    const plan = { metric, [spread]: assumed, ...sureness } as unknown as PlannedSpread;
    expect(sampleSizeToDetect({ ...plan, difference }).n).toBe(n);
    const direction = difference > 0 ? "rise" : "fall";
    expectClose(minimumDetectableDifference({ ...plan, n, direction }).difference, detectable, 1e-9);
  });
});

describe("published examples", () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998), table II, method 10; signs and order as there.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])("%i of %i less %i of %i is from %f to %f", (x, n, y, m, low, high) => {
    const { interval } = compare(csatOf(y, m), csatOf(x, n));
    expect(interval?.low).toBeCloseTo(100 * low, 2);
    expect(interval?.high).toBeCloseTo(100 * high, 2);
  });

  it("the documented examples of R's power.prop.test and power.t.test", () => {
    expect(sampleSizeToDetect({ metric: "csat", share: 0.5, difference: 25, power: 0.9 }).n).toBe(77);
    expect(sampleSizeToDetect({ metric: "ces", standardDeviation: 1, difference: 1, power: 0.9 }).n).toBe(23);
  });
});
