// Contract of bootstrap intervals, their golden numbers, and their match with bootstraps over every possible resample.

import { describe, expect, it } from "vitest";
import {
  type BootstrapIntervalOptions,
  bootstrapInterval,
  CSAT_SCALE,
  csat,
  NPS_SCALE,
  nps,
  type Tally,
  tally,
  tallyFromCounts,
  tallyRows,
} from "../../src/index.ts";
import {
  accelerationOf,
  bcaLimits,
  biasCorrectionOf,
  percentileLimits,
} from "../../src/inference/bootstrapLimits.ts";
import { sampleStandardDeviation } from "../../src/statistics/moments.ts";
import { normalCritical } from "../../src/statistics/normal.ts";
import golden from "../golden/inferenceBootstrap.json" with { type: "json" };
import { expectClose } from "../support/closeTo.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";
import { seeded } from "../support/random.ts";

/** Mean rating: quicker than a score, which has an interval made too. */
function meanOf({ scale, counts }: Tally): number | null {
  let [n, sum] = [0, 0];
  counts.forEach((count, cell) => {
    n += count;
    sum += count * (scale.min + cell);
  });
  return n === 0 ? null : sum / n;
}

function tallyOf(counts: readonly number[]): Tally {
  return { scale: { min: 1, max: counts.length }, counts, missing: 0 };
}

describe("limits read off given resamples agree with R", () => {
  it.each(golden.limits)("estimate $estimate", (known) => {
    const sorted = Float64Array.from(known.values);
    const alpha = 1 - known.level;
    expectClose(biasCorrectionOf(sorted, known.estimate), known.biasCorrection, 1e-12);
    const counts = known.counts as number[];
    const acceleration = accelerationOf(
      known.jackknife.map((value, i) => ({ value, count: counts[i] as number })),
    );
    expectClose(acceleration, known.acceleration, 1e-11);
    expectClose(sampleStandardDeviation(sorted), known.standardDeviation, 1e-12);
    const percentile = percentileLimits(sorted, alpha);
    const bca = bcaLimits(sorted, { biasCorrection: known.biasCorrection, acceleration }, alpha);
    for (const [limits, expected] of [
      [percentile, known.percentile],
      [bca, known.bca],
    ] as const) {
      expectClose(limits?.low as number, expected[0] as number, 1e-12);
      expectClose(limits?.high as number, expected[1] as number, 1e-12);
    }
  });
});

describe("a bootstrap agrees with that over every possible resample", () => {
  const replicates = 50_000;
  it.each(golden.exact)("of $counts", (known) => {
    const answers = tallyOf(known.counts);
    const { level } = known;
    const bca = bootstrapInterval(answers, meanOf, { random: seeded(11), replicates, level });
    const percentile = bootstrapInterval(answers, meanOf, {
      random: seeded(12),
      replicates,
      level,
      method: "percentile",
    });
    expectClose(bca.estimate, known.estimate, 1e-15);
    // The error of a standard deviation of so many is 1/√(2 · 50,000) of it.
    expectClose(bca.standardError, known.standardError, 4 / Math.sqrt(2 * replicates));
    expect(Math.abs((bca.biasCorrection as number) - known.biasCorrection)).toBeLessThan(
      4 * 1.26 * Math.sqrt(1 / replicates),
    );
    expectClose(bca.acceleration, known.acceleration, 1e-11);
    // Means are multiples of 1/n, so that the limits are found or missed by a whole step.
    expectClose(percentile.interval?.low as number, known.percentile[0] as number, 1e-14);
    expectClose(percentile.interval?.high as number, known.percentile[1] as number, 1e-14);
    expectClose(bca.interval?.low as number, known.bca[0] as number, 1e-14);
    expectClose(bca.interval?.high as number, known.bca[1] as number, 1e-14);
  });
});

describe("bootstrapInterval", () => {
  const answers = tallyFromCounts(
    [
      [10, 40],
      [9, 20],
      [8, 15],
      [6, 10],
      [2, 15],
      [null, 7],
    ],
    NPS_SCALE,
  );
  const npsOf = (resample: Tally): number | null => nps(resample).score;
  const options = (more: object = {}): BootstrapIntervalOptions => ({
    random: seeded(5),
    replicates: 2000,
    ...more,
  });

  it("says how far a statistic may be off, and by which method", () => {
    const result = bootstrapInterval(deepFreeze(answers), npsOf, options());
    expect(result).toMatchObject({
      estimate: 35,
      n: 100,
      replicates: 2000,
      undefinedReplicates: 0,
      method: "bca",
      level: 0.95,
      interval: { method: "bca", level: 0.95 },
    });
    const { low, high } = nps(answers).interval as { low: number; high: number };
    expect(Math.abs((result.interval?.low as number) - low)).toBeLessThan(2.5);
    expect(Math.abs((result.interval?.high as number) - high)).toBeLessThan(2.5);
    expect(
      Math.abs((result.standardError as number) / (nps(answers).standardError as number) - 1),
    ).toBeLessThan(0.06);
    expectPlainJson(result);
  });

  it("is the same for the same seed, and takes ten thousand resamples by default", () => {
    const twice = [1, 2].map(() => bootstrapInterval(answers, npsOf, { random: seeded(9) }));
    expect(twice[0]).toStrictEqual(twice[1]);
    expect(twice[0]?.replicates).toBe(10_000);
    const other = bootstrapInterval(answers, npsOf, { random: seeded(10) });
    expect(other.standardError).not.toBe(twice[0]?.standardError);
  });

  it("draws as many answers each time, none in empty cells, and leaves the missing", () => {
    let calls = 0;
    bootstrapInterval(
      answers,
      (resample) => {
        expect(resample.counts.reduce((sum, count) => sum + count, 0)).toBe(100);
        expect(resample.missing).toBe(7);
        expect(resample.scale).toEqual(NPS_SCALE);
        answers.counts.forEach((count, cell) => {
          if (count === 0) expect(resample.counts[cell]).toBe(0);
          expect(Number.isInteger(resample.counts[cell]) && (resample.counts[cell] as number) >= 0).toBe(
            true,
          );
        });
        calls++;
        return 1;
      },
      options({ replicates: 300, method: "percentile" }),
    );
    expect(calls).toBe(1 + 300);
  });

  it("draws cells with the variances and covariances of the multinomial distribution", () => {
    const drawn: (readonly number[])[] = [];
    const replicates = 20_000;
    const record = (resample: Tally): number => drawn.push(resample.counts);
    bootstrapInterval(tallyOf([20, 50, 30]), record, options({ replicates, method: "percentile" }));
    const resamples = drawn.slice(1);
    const shares = [0.2, 0.5, 0.3];
    for (const [a, p] of shares.entries()) {
      for (const [b, q] of shares.entries()) {
        const products = resamples.map(
          (counts) => ((counts[a] as number) - 100 * p) * ((counts[b] as number) - 100 * q),
        );
        const expected = 100 * (a === b ? p * (1 - p) : -p * q);
        const covariance = products.reduce((sum, product) => sum + product, 0) / replicates;
        expect(Math.abs(covariance / expected - 1)).toBeLessThan(0.08);
      }
    }
  });

  it("is null where the estimate is, and draws nothing then", () => {
    let calls = 0;
    const none = bootstrapInterval(
      tally([], CSAT_SCALE),
      (resample) => {
        calls++;
        return csat(resample).score;
      },
      options(),
    );
    expect(none).toEqual({
      estimate: null,
      standardError: null,
      interval: null,
      n: 0,
      replicates: 2000,
      undefinedReplicates: 0,
      biasCorrection: null,
      acceleration: null,
      method: "bca",
      level: 0.95,
    });
    expect(calls).toBe(1);
    const ofFewer = ({ counts }: Tally): number | null =>
      counts.reduce((sum, count) => sum + count, 0) === 100 ? null : (counts[10] as number);
    const most = bootstrapInterval(answers, ofFewer, options({ replicates: 10_000_000 }));
    expect(most).toMatchObject({ estimate: null, n: 100, replicates: 10_000_000, acceleration: null });
  });

  it("takes values up to 1e150, and has no −0", () => {
    const result = bootstrapInterval(answers, () => -1e150, options());
    expect(result).toMatchObject({ estimate: -1e150, standardError: 0 });
    expectPlainJson(bootstrapInterval(answers, () => -0, options()));
  });

  it("is null where all resamples agree", () => {
    for (const method of ["bca", "percentile"]) {
      const alike = bootstrapInterval(tally([9, 9, 9], NPS_SCALE), npsOf, options({ method }));
      expect(alike).toMatchObject({ estimate: 100, standardError: 0, interval: null });
      const constant = bootstrapInterval(answers, () => 7, options({ method }));
      expect(constant).toMatchObject({ estimate: 7, standardError: 0, interval: null, acceleration: null });
    }
  });

  it("is null where the statistic of any resample is, and says of how many", () => {
    // Satisfied for each dissatisfied: nobody is dissatisfied in one resample of eight.
    const ratio = (resample: Tally): number | null => {
      const { satisfied, n } = csat(resample);
      return n === satisfied.count ? null : satisfied.count / (n - satisfied.count);
    };
    const result = bootstrapInterval(
      tallyFromCounts(
        [
          [5, 18],
          [1, 2],
        ],
        CSAT_SCALE,
      ),
      ratio,
      options(),
    );
    expect(result).toMatchObject({ estimate: 9, standardError: null, interval: null });
    expect(result.undefinedReplicates / 2000).toBeCloseTo(0.9 ** 20, 1);
    expectPlainJson(result);
  });

  it("by bca is null where no one answer changes the statistic", () => {
    const median = (resample: Tally): number => {
      const n = resample.counts.reduce((sum, count) => sum + count, 0);
      let below = 0;
      return resample.counts.findIndex((count) => {
        below += count;
        return below >= n / 2;
      });
    };
    const medians = tallyOf([30, 40, 30]);
    expect(bootstrapInterval(medians, median, options())).toMatchObject({
      acceleration: null,
      interval: null,
    });
    const percentile = bootstrapInterval(tallyOf([45, 5, 50]), median, options({ method: "percentile" }));
    expect(percentile.interval).toMatchObject({ low: 0, high: 2 });
  });

  it("by bca is null where the statistic without one answer is", () => {
    const ofFour = (resample: Tally): number | null =>
      resample.counts.reduce((sum, count) => sum + count, 0) === 4 ? (resample.counts[0] as number) : null;
    const result = bootstrapInterval(tallyOf([2, 2]), ofFour, options());
    expect(result).toMatchObject({ estimate: 2, undefinedReplicates: 0, acceleration: null, interval: null });
    const notOfOneAndTwo = ({ counts: [first, second] }: Tally): number | null =>
      first === 1 && second === 2 ? null : (first as number);
    expect(bootstrapInterval(tallyOf([2, 2]), notOfOneAndTwo, options())).toMatchObject({
      estimate: 2,
      undefinedReplicates: 0,
      acceleration: null,
      interval: null,
    });
  });

  it("by bca is null where all resamples lie on one side, or its correction overturns the limits", () => {
    const distance = (resample: Tally): number => Math.abs((resample.counts[0] as number) - 50) + 1;
    const oneSided = (resample: Tally): number => (distance(resample) === 1 ? 0 : distance(resample));
    for (const estimate of [-1, 99]) {
      let first: Tally | undefined;
      const result = bootstrapInterval(
        tallyOf([50, 50]),
        (resample) => {
          first ??= resample;
          return resample === first ? estimate : oneSided(resample);
        },
        options(),
      );
      expect(result).toMatchObject({ estimate, biasCorrection: null, interval: null });
    }
    const sorted = Float64Array.from([1, 2, 3]);
    for (const acceleration of [0.6, 1 / normalCritical(0.05)]) {
      expect(bcaLimits(sorted, { biasCorrection: 0, acceleration }, 0.05)).toBeNull();
      expect(bcaLimits(sorted, { biasCorrection: 0, acceleration: -acceleration }, 0.05)).toBeNull();
    }
  });

  it("of one resample has no standard error", () => {
    expect(bootstrapInterval(answers, npsOf, options({ replicates: 1 }))).toMatchObject({
      standardError: null,
      interval: null,
    });
  });

  it("works for as many answers as a tally can hold", () => {
    const many = tallyOf([1e15, 2e15, 5e15]);
    const result = bootstrapInterval(many, meanOf, options());
    // s ÷ √n, with shares 1/8, 1/4 and 5/8: variance 0.5.
    expectClose(result.standardError, Math.sqrt(0.5 / 8e15), 0.07);
  });

  it("refuses a weighted tally", () => {
    const weighted = tallyRows([1, 2], { scale: CSAT_SCALE, rating: (row) => row, weight: () => 1 });
    expect(() => bootstrapInterval(weighted, meanOf, options())).toThrow(
      expect.objectContaining({
        message:
          "bootstrapInterval: tally must be a tally without weights, because sums of weights do not tell how single ones vary, got a weighted one",
        code: "invalid-argument",
      }),
    );
  });

  it("refuses a statistic that returns anything but a finite number or null", () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, "7", undefined]) {
      expect(() => bootstrapInterval(answers, () => value as never, options())).toThrow(
        "bootstrapInterval: statistic must be a function whose results are finite numbers up to 1e150 in size or null",
      );
    }
    expect(() =>
      bootstrapInterval(answers, (resample) => csat(resample, { scale: CSAT_SCALE }).score, options()),
    ).toThrow("bootstrapInterval: statistic: csat: ");
  });

  it("refuses a random source that leaves its range or does not vary", () => {
    for (const [number, got] of [
      [1, "1"],
      [1.5, "1.5"],
      [-0.1, "-0.1"],
      [Number.NaN, "NaN"],
      ["0.5", "a string"],
    ] as const) {
      expect(() => bootstrapInterval(answers, npsOf, options({ random: () => number }))).toThrow(
        `bootstrapInterval: random must be a source of uniform random numbers from 0 to below 1, got ${got}`,
      );
    }
    expect(() => bootstrapInterval(answers, npsOf, options({ random: () => 0 }))).toThrow(
      expect.objectContaining({
        message:
          "bootstrapInterval: random must be a source of uniform random numbers from 0 to below 1, got a function",
        code: "invalid-argument",
        path: ["random"],
      }),
    );
  });

  it("refuses wrong options", () => {
    const call = (more: object) => () => bootstrapInterval(answers, npsOf, options(more));
    expect(call({ random: undefined })).toThrow(
      "bootstrapInterval: random must be a function, got undefined",
    );
    for (const replicates of [0, 2.5, 10_000_001, "9"]) {
      expect(call({ replicates })).toThrow(
        "bootstrapInterval: replicates must be a whole number from 1 to 10,000,000",
      );
    }
    expect(call({ level: 1 })).toThrow("level must be");
    expect(call({ method: "basic" })).toThrow('"percentile" or "bca"');
    expect(call({ seed: 1 })).toThrow('got "seed"');
    expect(() => bootstrapInterval(answers, 5 as never, options())).toThrow(
      "statistic must be a function, got 5",
    );
  });
});
