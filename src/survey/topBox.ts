// Top-box score: the percentage of answers at the top of a scale.

import { checkedOptions, requireOneOf } from "../errors.ts";
import { checkedLevel, type Interval, intervalOf } from "../statistics/interval.ts";
import { PROPORTION_METHODS, type ProportionMethod, proportionLimits } from "../statistics/proportion.ts";
import { tallyOf } from "./answers.ts";
import { checkedCut, type Scale } from "./scale.ts";
import {
  type Figures,
  momentsOf,
  type Sample,
  type Score,
  type Share,
  sampleOf,
  shareError,
  shareOf,
} from "./score.ts";
import type { Answers } from "./tally.ts";

/** Options of every score that is a percentage of answers. */
export interface PercentageOptions {
  /**
   * Confidence level, strictly between 0 and 1.
   * @defaultValue 0.95
   */
  readonly level?: number | undefined;
  /**
   * How the interval is made.
   * @defaultValue `"wilson"`
   */
  readonly method?: ProportionMethod | undefined;
}

/** Options of {@link topBox}. */
export interface TopBoxOptions extends PercentageOptions {
  /** The scale that the ratings are on. */
  readonly scale: Scale;
  /** Lowest rating that counts as top. */
  readonly from: number;
}

/** A percentage of top answers with standard error and interval, all in percent from 0 to 100. */
export interface TopBoxScore extends Score {
  /** The metric by name. */
  readonly metric: "top-box";
  /** Answers of at least `from`. */
  readonly top: Share;
  /** Lowest rating that counted as top. */
  readonly from: number;
}

/**
 * Top-box score: what percentage of answers is at the top of the scale?
 *
 * Answers from `from` up, divided by all answers, times 100. With `from` the highest rating it is the top box,
 * one lower the top two boxes, and so on. {@link csat} is this score with the usual cut for satisfaction.
 *
 * Missing answers are counted in `missing` and are in no denominator; no answers give `null` figures.
 * `standardError` is √(p(1 − p) ÷ n), weighted answers get a linearised one. The interval is Wilson's by default.
 *
 * Source: Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", Journal of the
 * American Statistical Association 22 (1927).
 *
 * @param answers - ratings in any iterable, or a tally of them
 * @param options - the scale and its cut; level and method of the interval
 * @throws {@link CxMetricsError} `invalid-rating` for a rating off the scale, `scale-mismatch` for a tally on
 * another scale, `invalid-argument` for a cut that is not above the lowest rating
 *
 * @example
 * ```ts
 * import { NPS_SCALE, topBox } from "cx-metrics";
 *
 * topBox([10, 10, 9, 4], { scale: NPS_SCALE, from: 10 }).score; // → 50
 * ```
 */
export function topBox(answers: Answers, options: TopBoxOptions): TopBoxScore {
  const caller = "topBox";
  checkedOptions(caller, options, ["scale", "from", "level", "method"]);
  const { scale, level, method } = options;
  const tally = tallyOf(caller, answers, scale);
  const from = checkedCut(caller, ["from"], options.from, tally.scale);
  return {
    metric: "top-box",
    ...percentageFrom(caller, sampleOf(tally), from, { level, method }),
    from,
    tally,
  };
}

/** The figures of a percentage, before the metric gives them their names. */
export interface Percentage extends Figures {
  readonly top: Share;
}

/** The percentage of answers from the rating `from` up. */
export function percentageFrom(
  caller: string,
  sample: Sample,
  from: number,
  options: PercentageOptions,
): Percentage {
  const { method = "wilson" } = options;
  const level = checkedLevel(caller, options.level);
  requireOneOf(caller, ["method"], method, PROPORTION_METHODS);
  const { tally, n, effectiveN } = sample;
  const percent = (rating: number): number => (rating >= from ? 100 : 0);
  const moments = momentsOf(sample, percent);
  const top = shareOf(sample, from, tally.scale.max);
  return {
    score: moments === null ? null : moments.mean,
    n,
    missing: tally.missing,
    effectiveN,
    top,
    standardError: moments === null ? null : shareError(sample, percent, moments),
    interval: top.share === null ? null : intervalOfShare(top.share, effectiveN, method, level),
  };
}

/** The unweighted method on the weighted share, with the effective sample size for n. */
function intervalOfShare(share: number, n: number, method: ProportionMethod, level: number): Interval {
  const { low, high } = proportionLimits(method, share * n, n, 1 - level);
  return intervalOf({ low: 100 * low, high: 100 * high }, { low: 0, high: 100 }, level, method);
}
