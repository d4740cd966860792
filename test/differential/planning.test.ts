// Planning of samples against R's power functions and statsmodels; see statistics.R and withStatsmodels.py.

import { describe, it } from "vitest";
import { minimumDetectableDifference, sampleSize, sampleSizeToDetect } from "../../src/index.ts";
import { drawn, expectAgreement } from "./drawn.ts";

/** Where R's uniroot ends. */
const CLOSE = { relative: 1e-9 };

describe("drawn plans", () => {
  interface DrawnShift {
    readonly share: number;
    readonly after: number;
    readonly power: number;
    readonly level: number;
    /** `null` next to a whole number, where rounding decides. */
    readonly size: number | null;
    readonly n: number;
    /** `null` where R finds none, as where not even 0 or 100 % is detected. */
    readonly rise: number | null;
    readonly fall: number | null;
  }
  const shifts = drawn<DrawnShift>("statistics", "shifts");

  it(`a difference of shares agrees with power.prop.test on ${shifts.length}`, () => {
    expectAgreement(shifts, CLOSE, ({ share, after, power, level, n, ...theirs }) => {
      const plan = { metric: "csat", share, power, level } as const;
      const detectable = (direction: "rise" | "fall") =>
        minimumDetectableDifference({ ...plan, n, direction }).difference;
      return {
        n: [theirs.size && sampleSizeToDetect({ ...plan, difference: 100 * (after - share) }).n, theirs.size],
        rise: [theirs.rise && detectable("rise"), theirs.rise],
        fall: [theirs.fall && detectable("fall"), theirs.fall],
      };
    });
  });

  interface DrawnEffect {
    readonly difference: number;
    readonly standardDeviation: number;
    readonly power: number;
    readonly level: number;
    readonly size: number | null;
    readonly n: number;
    readonly least: number | null;
  }
  const effects = drawn<DrawnEffect>("statistics", "effects");

  it(`a difference of means agrees with power.t.test on ${effects.length}`, () => {
    expectAgreement(effects, CLOSE, ({ difference, n, size, least, ...spread }) => {
      const plan = { metric: "ces", ...spread } as const;
      return {
        n: [size && sampleSizeToDetect({ ...plan, difference }).n, size],
        difference: [least && minimumDetectableDifference({ ...plan, n }).difference, least],
      };
    });
  });

  interface DrawnPrecision {
    readonly share: number;
    readonly margin: number;
    readonly level: number;
    readonly n: number | null;
  }
  const precisions = drawn<DrawnPrecision>("withStatsmodels", "precision");

  it(`a precision agrees with samplesize_confint_proportion on ${precisions.length}`, () => {
    expectAgreement(precisions, CLOSE, ({ share, margin, level, n }) => {
      // The mean of answers that are 0 or 1 is their share.
      const standardDeviation = Math.sqrt(share * (1 - share));
      const plan = { level, marginOfError: margin };
      return {
        csat: [n && sampleSize({ ...plan, metric: "csat", share }).n, n],
        ces: [n && sampleSize({ metric: "ces", standardDeviation, level, marginOfError: margin / 100 }).n, n],
        // Three answers fewer, of the same variance.
        nps: [
          n && sampleSize({ ...plan, metric: "nps", variance: standardDeviation ** 2 }).n,
          n && Math.max(1, n - 3),
        ],
      };
    });
  });

  interface DrawnNetPlan {
    readonly variance: number;
    readonly difference: number;
    readonly power: number;
    readonly level: number;
    readonly size: number | null;
    readonly n: number;
    readonly detectable: number | null;
  }
  const netPlans = drawn<DrawnNetPlan>("withStatsmodels", "netPlans");

  it(`a difference of net shares agrees with normal_sample_size_one_tail on ${netPlans.length}`, () => {
    expectAgreement(netPlans, CLOSE, ({ difference, size, n, detectable, ...spread }) => {
      const plan = { metric: "nps", ...spread } as const;
      return {
        n: [size && sampleSizeToDetect({ ...plan, difference }).n, size],
        difference: [minimumDetectableDifference({ ...plan, n }).difference, detectable],
      };
    });
  });
});
