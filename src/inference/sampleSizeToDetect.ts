// How many answers two groups need for a difference of theirs to show.

import { checkedNumber } from "../errors.ts";
import { checkedLevel } from "../statistics/interval.ts";
import type { ComparableMetric } from "./comparableScore.ts";
import { meanSize, netShareSize, type Sureness, shareSize } from "./detection.ts";
import {
  checkedInvitations,
  checkedPlan,
  checkedPower,
  checkedSpread,
  enough,
  fewest,
  type InvitationOptions,
  invitationsFor,
  type PlannedSpread,
  withinPopulation,
} from "./planning.ts";

/** How surely a difference is to be detected, and among whom. */
export interface PowerOptions extends InvitationOptions {
  /**
   * Confidence level of the comparison, strictly between 0 and 1: the test rejects below 1 − level.
   * @defaultValue 0.95
   */
  readonly level?: number | undefined;
  /**
   * How probable it is to be that the difference is found where it is there: more than 1 − level, less than 1.
   * @defaultValue 0.8
   */
  readonly power?: number | undefined;
  /**
   * How many people each of the two groups is drawn from, where that is few: all there are for two waves, those of one
   * segment for two segments of about the same size.
   * @defaultValue without bound
   */
  readonly population?: number | undefined;
}

/** The difference that is to be detected, and how surely. */
export interface DetectionOptions extends PowerOptions {
  /**
   * The difference, after − before, in the unit of the score. Its sign matters for CSAT alone, whose spread depends
   * on where the share goes.
   */
  readonly difference: number;
}

/** A plan for two groups whose scores are compared. */
export interface SampleSizeToDetect {
  /** The metric by name. */
  readonly metric: ComparableMetric;
  /** How many answers are enough in each group; `null` where it is more than 2^53 − 1. */
  readonly n: number | null;
  /** In both groups together. */
  readonly total: number | null;
  /**
   * How many to invite in each group. More than the population: the difference is out of reach. `null` without a response
   * rate.
   */
  readonly invitations: number | null;
  /** The difference planned for. */
  readonly difference: number;
  /** The power planned for. */
  readonly power: number;
  /** The confidence level planned for. */
  readonly level: number;
  /** What the plan assumes: the variance for NPS, the share before for CSAT, the standard deviation for CES. */
  readonly assumed: number;
  /** How many people each group is drawn from; `null` without bound. */
  readonly population: number | null;
  /** The response rate expected; `null` where none was given. */
  readonly responseRate: number | null;
}

/**
 * How many answers does each of two waves or segments need for a difference of so many points to be found?
 *
 * Found means: {@link compare} gives a `pValue` below 1 − level. With a power of 0.8 a true difference of this size is
 * missed one time in five. Two groups of equal size, of different people, two-sided; each score being precise to d does
 * not do, because the errors of two scores add up.
 *
 * - NPS: 2S(z + z′)² ÷ d² − 3 in each group, with the variance S, and z and z′ of level and power
 * - CSAT: from the share before and the share after; as R's `power.prop.test`
 * - CES: Student's t of two groups with one standard deviation, at least 2; as R's `power.t.test`
 *
 * Like R's with its default `strict = FALSE`, these leave out the chance of a significant difference in the wrong
 * direction, which is below 0.0001 at any power of interest. The formulas of NPS and CSAT are normal approximations;
 * docs/methods.md shows the power that there is with the answers planned. Rounded up, at least 1 (2 for CES).
 *
 * Of few people, M for each group, n₀ answers become n₀M ÷ (n₀ + M − 1), because every standard error shrinks by the finite
 * population correction √((M − n) ÷ (M − 1)). This is for the question whether the score of these very people has
 * changed, each wave being drawn anew among all of them, so that some are asked twice. Two rivals: where the second wave
 * spares those who answered the first and people keep their minds, the two errors are opposed, and no correction is
 * due; and none is where the people stand for others like them, next year's customers say. Leave `population` out for either.
 * {@link compare} makes no correction: a plan with `population` finds its difference with a standard error multiplied by
 * √((M − n) ÷ (M − 1)), and with the `pValue` of compare less often.
 *
 * Sources: Sauro & Lewis (MeasuringU) for NPS; J. L. Fleiss, "Statistical Methods for Rates and Proportions" (2nd
 * edition, 1981), chapter 3; J. Cohen, "Statistical Power Analysis for the Behavioral Sciences" (2nd edition, 1988),
 * chapter 2; W. G. Cochran, "Sampling Techniques" (3rd edition, 1977), chapters 2 and 4, for the correction and when to
 * leave it out.
 *
 * @param options - metric and difference; what is known of the spread; power and level; population and response rate
 * @throws {@link CxMetricsError} `invalid-argument` for an unknown metric, a difference of 0 or one that no two scores can
 * have, and for a wrong option; `invalid-count` for a population that is no whole number from 1 up (2 for CES)
 *
 * @example
 * ```ts
 * import { sampleSizeToDetect } from "cx-metrics";
 *
 * sampleSizeToDetect({ metric: "nps", difference: 10, variance: 0.56 }).n; // → 877
 * sampleSizeToDetect({ metric: "csat", difference: 5, share: 0.8, power: 0.9 }).n; // → 1212
 * sampleSizeToDetect({ metric: "ces", difference: 0.5, standardDeviation: 1 }).n; // → 64
 *
 * const few = { metric: "nps", difference: 10, variance: 0.56, population: 1000, responseRate: 0.6 } as const;
 * sampleSizeToDetect(few).n; // → 468
 * sampleSizeToDetect(few).invitations; // → 780
 * ```
 */
export function sampleSizeToDetect(options: PlannedSpread & DetectionOptions): SampleSizeToDetect {
  const caller = "sampleSizeToDetect";
  checkedPlan(caller, options, ["difference", "power", "level", "population", "responseRate"]);
  const { metric } = options;
  const level = checkedLevel(caller, options.level);
  const power = checkedPower(caller, options.power, level);
  const assumed = checkedSpread(caller, options);
  const difference = checkedDifference(caller, metric, options.difference, assumed);
  const invited = checkedInvitations(caller, options, fewest(metric));
  const n = sizeOf(metric, difference, assumed, { alpha: 1 - level, power }, invited.population);
  return {
    metric,
    n,
    total: n === null ? null : 2 * n,
    invitations: invitationsFor(n, invited),
    difference,
    power,
    level,
    assumed,
    ...invited,
  };
}

function sizeOf(
  metric: ComparableMetric,
  difference: number,
  assumed: number,
  sureness: Sureness,
  population: number | null,
): number | null {
  switch (metric) {
    case "nps":
      return enough(withinPopulation(netShareSize(difference / 100, assumed, sureness), population));
    case "csat": {
      const answers = shareSize(assumed, assumed + difference / 100, sureness);
      return enough(withinPopulation(answers, population));
    }
    case "ces":
      return enough(meanSize(Math.abs(difference) / assumed, sureness, population));
  }
}

/** How far rounding may carry a share past its end. */
const ROUNDING = 1e-12;

function checkedDifference(
  caller: string,
  metric: ComparableMetric,
  difference: number,
  assumed: number,
): number {
  switch (metric) {
    case "nps": {
      const requirement = "a number other than 0 from -200 to 200";
      return checkedNumber(
        caller,
        ["difference"],
        difference,
        requirement,
        (d) => d !== 0 && Math.abs(d) <= 200,
      );
    }
    case "ces":
      return checkedNumber(caller, ["difference"], difference, "a number other than 0", (d) => d !== 0);
    case "csat": {
      const requirement = `a number other than 0 that takes the share ${assumed} to another one from 0 to 1`;
      return checkedNumber(caller, ["difference"], difference, requirement, (d) => {
        const after = assumed + d / 100;
        return d !== 0 && after >= -ROUNDING && after <= 1 + ROUNDING;
      });
    }
  }
}
