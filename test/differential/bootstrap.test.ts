// Bootstrap limits of given resamples against scipy's; see withScipy.py.

import { describe, it } from "vitest";
import {
  accelerationOf,
  bcaLimits,
  biasCorrectionOf,
  percentileLimits,
} from "../../src/inference/bootstrapLimits.ts";
import { drawn, expectAgreement } from "./drawn.ts";

describe("drawn resamples", () => {
  interface DrawnResamples {
    readonly sample: readonly number[];
    readonly resamples: readonly number[];
    readonly level: number;
    readonly percentile: readonly [low: number, high: number];
    readonly bca: readonly [low: number, high: number];
  }
  const given = drawn<DrawnResamples>("withScipy", "bootstrap");

  it(`limits of both methods agree with scipy.stats.bootstrap on ${given.length} lists`, () => {
    expectAgreement(given, { relative: 1e-11 }, ({ sample, resamples, level, ...theirs }) => {
      const values = Float64Array.from(resamples).sort();
      const sum = sample.reduce((total, answer) => total + answer, 0);
      const withoutOne = sample.map((answer) => ({ value: (sum - answer) / (sample.length - 1), count: 1 }));
      const corrections = {
        biasCorrection: biasCorrectionOf(values, sum / sample.length),
        acceleration: accelerationOf(withoutOne),
      };
      const percentile = percentileLimits(values, 1 - level);
      const bca = bcaLimits(values, corrections, 1 - level);
      return {
        percentile: [[percentile.low, percentile.high], theirs.percentile],
        bca: [bca && [bca.low, bca.high], theirs.bca],
      };
    });
  });
});
