// Bootstrap intervals of any figure that is computed from a tally.

import { checkedOptions, naming, refusal, refusalInWords, requireFunction, requireOneOf } from "../errors.ts";
import { checkedLevel, type Interval } from "../statistics/interval.ts";
import { sampleStandardDeviation } from "../statistics/moments.ts";
import { checkedTally, exactSum, type Tally } from "../survey/tally.ts";
import {
  accelerationOf,
  type BootstrapCorrections,
  bcaLimits,
  biasCorrectionOf,
  type JackknifeValue,
  percentileLimits,
} from "./bootstrapLimits.ts";
import { checkedRandom, resampled, withoutOne } from "./resampling.ts";

/** How the limits are read off the resamples: at the level's own shares, or at shares corrected for bias and skewness. */
export type BootstrapMethod = "percentile" | "bca";

/** Options of {@link bootstrapInterval}. */
export interface BootstrapIntervalOptions {
  /** The random source: returns uniform numbers from 0 to below 1. A seeded one gives the same interval again. */
  readonly random: () => number;
  /**
   * How many resamples to draw: from 1 to 10,000,000.
   * @defaultValue 10,000
   */
  readonly replicates?: number | undefined;
  /**
   * Confidence level, strictly between 0 and 1.
   * @defaultValue 0.95
   */
  readonly level?: number | undefined;
  /**
   * `"percentile"`, or `"bca"` for bias-corrected and accelerated.
   * @defaultValue `"bca"`
   */
  readonly method?: BootstrapMethod | undefined;
}

/** An interval from resampling, in the statistic's own unit, with what it rests on. */
export interface BootstrapInterval {
  /** The statistic of the tally itself. */
  readonly estimate: number | null;
  /** Standard deviation of the statistic over the resamples; `null` for fewer than two, or where one is undefined. */
  readonly standardError: number | null;
  /** The interval; `null` where it cannot be made. */
  readonly interval: Interval | null;
  /** How many answers the tally has, and each resample. */
  readonly n: number;
  /** How many resamples were asked for. */
  readonly replicates: number;
  /** In how many of them the statistic was `null`; none are drawn where the estimate is. */
  readonly undefinedReplicates: number;
  /** Bias correction z₀ of `"bca"`, in normal quantiles; `null` of `"percentile"` and where it is not finite. */
  readonly biasCorrection: number | null;
  /** Acceleration a of `"bca"`; `null` of `"percentile"` and where the statistic does not change with any one answer. */
  readonly acceleration: number | null;
  /** How the limits were read off. */
  readonly method: BootstrapMethod;
  /** Confidence level. */
  readonly level: number;
}

const MOST_REPLICATES = 10_000_000;

/**
 * How far may any figure of mine be off: one that no formula gives an interval for?
 *
 * Draws as many answers again from the tally's own, with replacement, thousands of times, and looks at how the statistic
 * varies. Whole cells are drawn at a time, from the exact multinomial distribution, so that a million answers cost no
 * more than a hundred. For NPS, CSAT and CES prefer their own intervals: they know what a sample of few answers, or
 * of answers that nearly all agree, has not shown; a bootstrap takes the sample for the whole truth.
 *
 * `"bca"` reads the limits off at shares that are corrected for bias and skewness; resamples that equal the estimate count
 * half as below it, where some programs count none of them. `"percentile"` takes them at (1 − level) ÷ 2 and
 * (1 + level) ÷ 2. Both interpolate between neighbouring resamples by type 7 of Hyndman & Fan, the default of R. Take a
 * thousand resamples at the least, and ten thousand for limits that stay put.
 *
 * Only answers are drawn; the number of missing stays as it is. The interval is `null` where the estimate is, where all
 * resamples agree (as of identical answers), where any of them is `null`, and with `"bca"` where a correction is not
 * finite or no one answer changes the statistic (as of medians).
 *
 * A weighted tally is refused: its cells hold sums of weights, which no longer tell how single weights vary.
 *
 * Sources: B. Efron, "Better Bootstrap Confidence Intervals", Journal of the American Statistical Association 82 (1987);
 * B. Efron & R. J. Tibshirani, "An Introduction to the Bootstrap" (1993), chapters 13 and 14.
 *
 * @param tally - the answers; not weighted
 * @param statistic - computes the figure from a tally; called once for each resample
 * @param options - the random source; resamples, level and method
 * @throws {@link CxMetricsError} `invalid-argument` for a weighted tally, a statistic that returns anything but a finite
 * number or `null`, a random source that leaves 0…1 or does not vary, and a wrong option
 *
 * @example
 * ```ts
 * import { bootstrapInterval, CSAT_SCALE, csat, tallyFromCounts } from "cx-metrics";
 *
 * // A seeded source (a linear congruential generator), so that the limits are the same each time.
 * let state = 1;
 * const random = () => {
 *   state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
 *   return state / 2 ** 32;
 * };
 * const answers = tallyFromCounts([[5, 60], [4, 25], [3, 10], [1, 5]], CSAT_SCALE);
 * // Satisfied customers for each dissatisfied one.
 * const ratio = (tally: typeof answers) => {
 *   const { satisfied, n } = csat(tally);
 *   return n === satisfied.count ? null : satisfied.count / (n - satisfied.count);
 * };
 * const result = bootstrapInterval(answers, ratio, { random, replicates: 2000 });
 * result.estimate; // ≈ 5.667
 * result.interval?.method; // → "bca"
 * ```
 */
export function bootstrapInterval(
  tally: Tally,
  statistic: (tally: Tally) => number | null,
  options: BootstrapIntervalOptions,
): BootstrapInterval {
  const caller = "bootstrapInterval";
  const answers = unweighted(caller, tally);
  requireFunction(caller, ["statistic"], statistic);
  const known = ["random", "replicates", "level", "method"] as const;
  const { replicates = 10_000, method = "bca", ...rest } = checkedOptions(caller, options, known);
  const random = checkedRandom(caller, rest.random);
  const level = checkedLevel(caller, rest.level);
  requireReplicates(caller, replicates);
  requireOneOf(caller, ["method"], method, ["percentile", "bca"]);
  const figureOf = (resample: Tally): number | null => checkedValue(caller, statistic, resample);
  const n = exactSum(caller, answers.counts);
  const estimate = figureOf(answers);
  const values =
    estimate === null
      ? new Float64Array(0)
      : drawnValues(replicates, () => figureOf(resampled(caller, answers, n, random)));
  const undefinedReplicates = values.reduce((sum, value) => sum + Number(Number.isNaN(value)), 0);
  const usable = estimate !== null && undefinedReplicates === 0;
  const corrections =
    usable && method === "bca"
      ? { biasCorrection: biasCorrectionOf(values, estimate), acceleration: acceleration(answers, figureOf) }
      : NO_CORRECTIONS;
  return {
    estimate,
    standardError: usable ? sampleStandardDeviation(values) : null,
    interval: usable ? intervalOver(values, method, corrections, level) : null,
    n,
    replicates,
    undefinedReplicates,
    ...corrections,
    method,
    level,
  };
}

const NO_CORRECTIONS: BootstrapCorrections = { biasCorrection: null, acceleration: null };

function unweighted(caller: string, tally: Tally): Tally {
  const answers = checkedTally(caller, tally);
  if (answers.weights === undefined) return answers;
  const requirement = "a tally without weights, because sums of weights do not tell how single ones vary";
  throw refusalInWords(caller, "invalid-argument", ["tally"], requirement, "a weighted one");
}

function requireReplicates(caller: string, replicates: unknown): void {
  if (Number.isInteger(replicates) && Number(replicates) >= 1 && Number(replicates) <= MOST_REPLICATES)
    return;
  const requirement = "a whole number from 1 to 10,000,000";
  throw refusal(caller, "invalid-argument", ["replicates"], requirement, replicates);
}

/** Far enough from the largest double that squares are finite. */
const LARGEST_VALUE = 1e150;

function checkedValue(caller: string, statistic: (tally: Tally) => unknown, tally: Tally): number | null {
  const value = naming(caller, ["statistic"], () => statistic(tally));
  // Adding 0 turns −0 into 0.
  if (typeof value === "number" && Math.abs(value) <= LARGEST_VALUE) return value + 0;
  if (value === null) return null;
  const requirement = "a function whose results are finite numbers up to 1e150 in size or null";
  throw refusal(caller, "invalid-argument", ["statistic"], requirement, value);
}

/** The values of the resamples, smallest first; NaN, which sorts last, for `null`. */
function drawnValues(replicates: number, draw: () => number | null): Float64Array {
  const values = new Float64Array(replicates);
  for (let i = 0; i < replicates; i++) values[i] = draw() ?? Number.NaN;
  return values.sort();
}

/** From the statistic without each answer in turn; answers of one cell are one case. */
function acceleration(tally: Tally, figureOf: (tally: Tally) => number | null): number | null {
  const jackknife: JackknifeValue[] = [];
  for (const [cell, count] of tally.counts.entries()) {
    if (count === 0) continue;
    const value = figureOf(withoutOne(tally, cell));
    if (value === null) return null;
    jackknife.push({ value, count });
  }
  return accelerationOf(jackknife);
}

function intervalOver(
  sorted: Float64Array,
  method: BootstrapMethod,
  corrections: BootstrapCorrections,
  level: number,
): Interval | null {
  // A spread of 0 in a sample says little about the spread.
  if (sorted[0] === sorted.at(-1)) return null;
  const limits =
    method === "bca" ? bcaLimits(sorted, corrections, 1 - level) : percentileLimits(sorted, 1 - level);
  return limits === null ? null : { ...limits, level, method };
}
