// Control limits: which periods of a score stand out from the noise of the series.

import {
  checkedNumber,
  checkedOptions,
  refusal,
  refusalInWords,
  requireIterable,
  requireOneOf,
} from "../errors.ts";
import type { GroupKey } from "../records/grouping.ts";
import { clamped, type Limits } from "../statistics/interval.ts";
import type { Group } from "../survey/scoreBy.ts";
import { type CheckedGroup, checkedGroups } from "./checkedGroups.ts";
import { type ComparableMetric, type ComparableScore, rangeOf } from "./comparableScore.ts";
import { errorOf, lastOfRuns, pooledSeries, sideOf, spreadOfNeighbours } from "./controlFigures.ts";
import { limitsAround } from "./evidence.ts";

/**
 * What the limits allow for.
 *
 * - `sampling`: the chance of who answers alone; Shewhart's limits
 * - `laney`: also that periods differ a little by themselves, as far as neighbouring ones do
 */
export type ControlNoise = "sampling" | "laney";

/** Options of {@link controlLimits}. */
export interface ControlLimitsOptions {
  /**
   * How many standard errors the limits lie from the centre: above 0, at most 10.
   * @defaultValue 3
   */
  readonly sigmas?: number | undefined;
  /**
   * What the limits allow for.
   * @defaultValue `"sampling"`
   */
  readonly noise?: ControlNoise | undefined;
  /**
   * How many periods in a row on one side of the centre are a signal too, from 2 up: 8 by the Western Electric rules, 9
   * by Nelson's.
   * @defaultValue no such rule
   */
  readonly run?: number | undefined;
}

/** Why a period stands out. */
export type ControlSignal = "above" | "below" | "run";

/** One period with its limits, in the unit of the score. */
export interface ControlPeriod<K extends string = string> {
  /** The period. */
  readonly key: GroupKey<K>;
  /** Its score; `null` where nobody answered. */
  readonly score: number | null;
  /** How many answered. */
  readonly n: number;
  /** Lower limit; `null` where it cannot be had. */
  readonly low: number | null;
  /** Upper limit; `null` where it cannot be had. */
  readonly high: number | null;
  /** Whether it stands out. */
  readonly signal: boolean;
  /** Why: beyond a limit, or the last of a run on one side of the centre; `null` where it does not stand out. */
  readonly reason: ControlSignal | null;
}

/** The control chart of a series of scores. */
export interface ControlLimits<K extends string = string> {
  /** The metric by name; `null` of no groups. */
  readonly metric: ComparableMetric | null;
  /** The score of all periods' answers together; `null` without answers. */
  readonly centre: number | null;
  /** How many standard errors the limits lie from the centre. */
  readonly sigmas: number;
  /** What the limits allow for. */
  readonly noise: ControlNoise;
  /** The length of a run that is a signal; `null` where that rule is not used. */
  readonly run: number | null;
  /**
   * Laney's σ_z, how many times further neighbouring periods lie apart than sampling alone would put them; `null` where
   * fewer than two periods have limits. Given with either kind of noise.
   */
  readonly overdispersion: number | null;
  /** The periods, sorted by key. */
  readonly periods: readonly ControlPeriod<K>[];
}

/**
 * Which months are news, and which are the ups and downs of a score that has not changed?
 *
 * A control chart. The centre is the score of all answers together, the limits of a period with n answers are
 * centre ± `sigmas` × √(S ÷ n), clamped to what the score can be: the fewer answers, the wider. S is the variance of
 * one answer: for NPS and CSAT that of all answers together, as in a p chart; for CES that within the periods, as in an x̄
 * chart. At 3 sigmas about 3 periods in 1,000 of an unchanged series lie outside, more where answers are few or nearly
 * all agree (docs/methods.md has figures).
 *
 * These limits allow for the chance of who answers and for nothing else. With thousands of answers to a period they become so
 * narrow that every season and campaign is a signal: `overdispersion` then is well above 1, and `noise: "laney"`
 * multiplies the widths by it, as a p′ chart does. Below 1 it narrows them.
 *
 * `run` adds the rule that so many periods in a row on one side of the centre are a signal, from the last of them on, which
 * finds small lasting shifts sooner and false alarms too. A period on the centre ends a run, one without answers does not.
 * The periods judged also make the centre, so that a lasting shift draws it along; for two given periods {@link compare} is
 * sharper.
 *
 * Weighted answers count with Kish's effective sample size for n. A period without answers has no limits, and no period has
 * where S is 0. A group whose period is missing (`null`) is left out. No groups give no periods.
 *
 * Periods stand in the order of their keys: of those of {@link periodOf}, and of numbers, that is the order of time, of names such
 * as "Jan" and "Feb" that of the alphabet, in which runs and neighbours mean nothing.
 *
 * Sources: W. A. Shewhart, "Economic Control of Quality of Manufactured Product" (1931); D. C. Montgomery, "Introduction to
 * Statistical Quality Control" (2009), chapters 6 and 7; D. B. Laney, "Improved Control Charts for Attributes", Quality
 * Engineering 14 (2002); Western Electric, "Statistical Quality Control Handbook" (1956).
 *
 * @param groups - one series: what {@link scoreBy} returned with the period as its only dimension
 * @param options - width and rules
 * @throws {@link CxMetricsError} `invalid-argument` for keys that are not one period each, two groups with one key, differing
 * metrics or policies, and a wrong option; `scale-mismatch` for different scales
 *
 * @example
 * ```ts
 * import { controlLimits, csat, CSAT_SCALE, tallyFromCounts } from "cx-metrics";
 *
 * const month = (key: string, satisfied: number, others: number) => ({
 *   key: { month: key },
 *   score: csat(tallyFromCounts([[5, satisfied], [2, others]], CSAT_SCALE)),
 * });
 * const chart = controlLimits([month("2026-01", 82, 18), month("2026-02", 160, 40), month("2026-03", 58, 42)]);
 * chart.centre; // → 75
 * chart.periods.map(({ low, high }) => [low, high]); // ≈ [[62.01, 87.99], [65.81, 84.19], [62.01, 87.99]]
 * chart.periods.map(({ signal }) => signal); // → [false, false, true]
 * ```
 */
export function controlLimits<S extends ComparableScore, K extends string>(
  groups: Iterable<Group<K, S>>,
  options: ControlLimitsOptions = {},
): ControlLimits<K> {
  const caller = "controlLimits";
  requireIterable(caller, ["groups"], groups);
  const {
    sigmas: width = 3,
    noise = "sampling",
    run = null,
  } = checkedOptions(caller, options, ["sigmas", "noise", "run"]);
  const sigmas = checkedNumber(
    caller,
    ["sigmas"],
    width,
    "a number above 0 and at most 10",
    (s) => s > 0 && s <= 10,
  );
  requireOneOf(caller, ["noise"], noise, ["sampling", "laney"]);
  if (run !== null && !(Number.isSafeInteger(run) && run >= 2)) {
    throw refusal(caller, "invalid-argument", ["run"], "a whole number from 2 up", run);
  }
  const series = checkedGroups<K>(caller, groups).filter((group) => hasPeriod(caller, group));
  const { metric, centre, variance } = pooledSeries(caller, series);
  const errors = series.map(({ score }) => errorOf(variance, score.effectiveN));
  const overdispersion = spreadOfNeighbours(series, centre, errors);
  const factor = noise === "sampling" ? sigmas : overdispersion ? sigmas * overdispersion : null;
  const sides = series.map(({ score }) => sideOf(score.score, centre));
  const runs = run === null ? [] : lastOfRuns(sides, run);
  const periods = series.map(({ key, score }, i): ControlPeriod<K> => {
    const limits = limitsOf(score, centre, factor, errors[i] as number | null);
    const reason = beyond(score.score, limits) ?? (runs[i] ? "run" : null);
    const { low, high } = limits ?? { low: null, high: null };
    return { key, score: score.score, n: score.n, low, high, signal: reason !== null, reason };
  });
  return { metric, centre, sigmas, noise, run, overdispersion, periods };
}

/** Whether the period of a group is known, or a throw where its key is not one of a period. */
function hasPeriod(caller: string, { values, index }: CheckedGroup<string>): boolean {
  const [period] = values;
  if (values.length === 1 && typeof period !== "boolean") return period !== null;
  throw refusalInWords(
    caller,
    "invalid-argument",
    ["groups", index, "key"],
    "a key of one period",
    "another key",
  );
}

function limitsOf(
  score: ComparableScore,
  centre: number | null,
  factor: number | null,
  error: number | null,
): Limits | null {
  if (factor === null || error === null) return null;
  // Where a period has an error, the series has a centre.
  const around = limitsAround(centre as number, factor * error);
  return clamped(around, rangeOf(score.metric, score.tally.scale));
}

function beyond(score: number | null, limits: Limits | null): ControlSignal | null {
  // Where a period has limits, it has a score.
  if (limits === null) return null;
  return (score as number) > limits.high ? "above" : (score as number) < limits.low ? "below" : null;
}
