// How many answers a score needs to be as precise as wanted.

import { checkedNumber } from "../errors.ts";
import { checkedLevel } from "../statistics/interval.ts";
import { normalCritical } from "../statistics/normal.ts";
import type { ComparableMetric } from "./comparableScore.ts";
import {
  checkedInvitations,
  checkedPlan,
  checkedSpread,
  enough,
  type InvitationOptions,
  invitationsFor,
  type PlannedSpread,
  withinPopulation,
} from "./planning.ts";

/** How precise a score is to be. */
export interface PrecisionOptions extends InvitationOptions {
  /** Half the width of the interval, in the unit of the score: points for NPS and CSAT, on its scale for CES. */
  readonly marginOfError: number;
  /**
   * Confidence level, strictly between 0 and 1.
   * @defaultValue 0.95
   */
  readonly level?: number | undefined;
}

/** A plan for a score of a wanted precision. */
export interface SampleSize {
  /** The metric by name. */
  readonly metric: ComparableMetric;
  /** How many answers are enough, at least 1; `null` where it is more than 2^53 − 1. */
  readonly n: number | null;
  /** How many to invite for them. More than there are people: the margin is out of reach. `null` without a response rate. */
  readonly invitations: number | null;
  /** The margin planned for. */
  readonly marginOfError: number;
  /** The confidence level planned for. */
  readonly level: number;
  /** What the plan assumes: the variance for NPS, the share of the satisfied for CSAT, the standard deviation for CES. */
  readonly assumed: number;
  /** How many people there are in all; `null` without bound. */
  readonly population: number | null;
  /** The response rate expected; `null` where none was given. */
  readonly responseRate: number | null;
}

/**
 * How many answers do we need for a score that is precise to so many points?
 *
 * With z the critical value of the level and d the margin: z²S ÷ d² − 3 for NPS, whose adjusted Wald interval brings
 * three answers of its own, S being the variance; z²p(1 − p) ÷ d² for CSAT; z²s² ÷ d² for CES. Rounded up, and at least
 * 1. Where there are only M people, n₀ answers become n₀M ÷ (n₀ + M − 1).
 *
 * The plan is as good as what it assumes, which is echoed in `assumed`: without any, NPS and CSAT are planned for the
 * largest spread, so that the interval is no wider than asked for at whatever score. For small n treat the result as a
 * lower bound: the interval of CES takes t in place of z, and that of CSAT is not symmetric. The margin is that of sampling
 * alone: it says nothing of who chooses not to answer.
 *
 * Sources: Sauro & Lewis (MeasuringU) for NPS; W. G. Cochran, "Sampling Techniques" (3rd edition, 1977), chapter 4.
 *
 * @param options - metric and margin; what is known of the spread; level, population and response rate
 * @throws {@link CxMetricsError} `invalid-argument` for an unknown metric, a margin that is not above 0 or wider than the
 * score can vary, and for a wrong option; `invalid-count` for a population that is no whole number from 1 up
 *
 * @example
 * ```ts
 * import { sampleSize } from "cx-metrics";
 *
 * sampleSize({ metric: "nps", marginOfError: 10 }).n; // → 382
 * sampleSize({ metric: "nps", marginOfError: 10, variance: 0.56 }).n; // → 213
 * sampleSize({ metric: "csat", marginOfError: 5, population: 1000, responseRate: 0.2 }).n; // → 278
 * sampleSize({ metric: "csat", marginOfError: 5, population: 1000, responseRate: 0.2 }).invitations; // → 1390
 * ```
 */
export function sampleSize(options: PlannedSpread & PrecisionOptions): SampleSize {
  const caller = "sampleSize";
  checkedPlan(caller, options, ["marginOfError", "level", "population", "responseRate"]);
  const { metric } = options;
  const marginOfError = checkedMargin(caller, metric, options.marginOfError);
  const level = checkedLevel(caller, options.level);
  const assumed = checkedSpread(caller, options);
  const invited = checkedInvitations(caller, options);
  const answers = answersFor(metric, marginOfError, assumed, normalCritical(1 - level));
  const n = enough(withinPopulation(answers, invited.population));
  return { metric, n, invitations: invitationsFor(n, invited), marginOfError, level, assumed, ...invited };
}

/** How many answers of a population without bound, not rounded. */
function answersFor(metric: ComparableMetric, margin: number, assumed: number, z: number): number {
  switch (metric) {
    case "nps":
      return ((100 * z) / margin) ** 2 * assumed - 3;
    case "csat":
      return ((100 * z) / margin) ** 2 * assumed * (1 - assumed);
    case "ces":
      return ((z * assumed) / margin) ** 2;
  }
}

/** A margin that is no wider than half of what the score can vary; that of a mean depends on a scale unknown here. */
function checkedMargin(caller: string, metric: ComparableMetric, margin: number): number {
  const most = { nps: 100, csat: 50, ces: Number.POSITIVE_INFINITY }[metric];
  const requirement = metric === "ces" ? "a number above 0" : `a number above 0 and at most ${most}`;
  return checkedNumber(caller, ["marginOfError"], margin, requirement, (d) => d > 0 && d <= most);
}
