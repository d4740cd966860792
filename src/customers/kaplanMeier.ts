// The Kaplan-Meier curve: what share of the customers is still there after a time, though some are still to leave.

import { checkedOptions, requireOneOf } from "../errors.ts";
import type { Duration } from "../records/duration.ts";
import { checkedLevel, type Limits } from "../statistics/interval.ts";
import { normalCritical } from "../statistics/normal.ts";
import { foldDurations, type LifeTable, lifeTable, total } from "./lifeTable.ts";
import { SURVIVAL_TRANSFORMS, type SurvivalTransform, survivalLimits } from "./survivalLimits.ts";

/** What a Kaplan-Meier curve is at one time, and from there to the next. */
export interface SurvivalStep {
  /** When customers left or were last seen, in the unit of the durations. */
  readonly time: number;
  /** How many were followed until just before. */
  readonly atRisk: number;
  /** How many were seen to leave. */
  readonly events: number;
  /** How many were last seen, and had not left. */
  readonly censored: number;
  /** The share that is still there after this time, 0 to 1. */
  readonly survival: number;
  /** Greenwood's standard error of `survival`: 0 before the first event, `null` where `survival` is 0. */
  readonly standardError: number | null;
  /** Lower limit of `survival`, 0 to 1; `null` before the first event and where `survival` is 0. */
  readonly low: number | null;
  /** Upper limit, likewise. */
  readonly high: number | null;
}

/** A Kaplan-Meier curve. Plain JSON, and all that the figures of survival are read from. */
export interface SurvivalCurve {
  /** How many durations it is made of. */
  readonly n: number;
  /** How many of them ended in an event; where durations have weights, the sum of those. */
  readonly events: number;
  /** How many were censored, likewise. */
  readonly censored: number;
  /** Confidence level of the limits at each step. */
  readonly level: number;
  /** The transform that the limits were made by. */
  readonly transform: SurvivalTransform;
  /** One for each time at which anybody left or was last seen, in order of time. */
  readonly steps: readonly SurvivalStep[];
}

/** Options of {@link kaplanMeier}. */
export interface KaplanMeierOptions {
  /**
   * Confidence level, strictly between 0 and 1.
   * @defaultValue 0.95
   */
  readonly level?: number | undefined;
  /**
   * How the limits are made: on the scale of log(−log S), of log S, or of S itself.
   * @defaultValue `"log-log"`
   */
  readonly transform?: SurvivalTransform | undefined;
}

/**
 * Kaplan-Meier curve: what share of the customers is still there after a month, after a year, when many of them have
 * not left yet?
 *
 * At each time at which somebody left, the curve falls by the share that left of those who were followed until then:
 * S = Π(1 − d ÷ n). A customer who is still there counts among the n for as long as followed, and then no more. The
 * rivals are wrong in a known direction: the share of all customers who left takes those still there for stayers, and the
 * mean time of those who left takes them for nobody.
 *
 * It holds where those who were last seen at a time are like those who were followed on. Customers who leave and are last
 * seen at the same time are all at risk then. Times that differ by rounding alone (less than 1.5e-8 of themselves) are one
 * time. Late `entry` takes a customer in after that time; where few are at risk early, the curve falls deep on their
 * account and cannot rise again. Whole weights are copies of a row; with others the standard error takes each weight for
 * a number of customers, as R does with `robust = FALSE`. A row of weight 0 counts in `n` only.
 *
 * The standard error is Greenwood's. The limits are `"log-log"` by default, which stay between 0 and 1 and do well where
 * few are left; R's default is `"log"`. `"plain"` is S ± z standard errors. All are clamped to 0…1, and hold at each
 * time by itself, not for the curve as a whole. Before the first event there are none, since nothing is known of chance
 * there: R prints 1 and 1 for `"log"` and `"plain"`.
 *
 * No durations give no steps.
 *
 * Sources: E. L. Kaplan & P. Meier, "Nonparametric Estimation from Incomplete Observations", JASA 53 (1958), 457-481;
 * J. D. Kalbfleisch & R. L. Prentice, "The Statistical Analysis of Failure Time Data", 2nd ed. (2002), section 1.4, for
 * Greenwood's formula and the limits.
 *
 * @param durations - how long each customer was followed, in any one unit, and whether the end was seen
 * @param options - level and transform of the limits
 * @throws {@link CxMetricsError} `invalid-argument` for a time that is not a number from 0 to 1e50, `observed` that is
 * not true or false, or an `entry` that is not before `time`; `invalid-weight` for a negative weight
 *
 * @example
 * ```ts
 * import { kaplanMeier } from "cx-metrics";
 *
 * const { steps } = kaplanMeier([
 *   { time: 3, observed: true },
 *   { time: 5, observed: false },
 *   { time: 8, observed: true },
 *   { time: 12, observed: false },
 * ]);
 * steps.map(({ time, atRisk, survival }) => [time, atRisk, survival]);
 * // → [[3, 4, 0.75], [5, 3, 0.75], [8, 2, 0.375], [12, 1, 0.375]]
 * ```
 */
export function kaplanMeier(durations: Iterable<Duration>, options: KaplanMeierOptions = {}): SurvivalCurve {
  const caller = "kaplanMeier";
  const { level: wanted, transform = "log-log" } = checkedOptions(caller, options, ["level", "transform"]);
  const level = checkedLevel(caller, wanted);
  requireOneOf(caller, ["transform"], transform, SURVIVAL_TRANSFORMS);
  const fold = foldDurations(caller, ["durations"], durations);
  const table = lifeTable(fold);
  const steps = stepsOf(table, transform, normalCritical(1 - level));
  const [events, censored] = [total(table.events), total(table.censored)];
  return { n: fold.n, events, censored, level, transform, steps };
}

const NO_LIMITS = { low: null, high: null };

function stepsOf(table: LifeTable, transform: SurvivalTransform, z: number): SurvivalStep[] {
  const { length, times, staying, events, censored } = table;
  const steps = new Array<SurvivalStep>(length);
  let count = 0;
  let survival = 1;
  let logSurvival = 0;
  // Greenwood's sum, the variance of log S.
  let variance = 0;
  // Times without an event repeat these, which engines then keep once for all of them.
  let standardError: number | null = 0;
  let limits: Limits | typeof NO_LIMITS = NO_LIMITS;
  for (let i = 0; i < length; i++) {
    const left = staying[i] as number;
    const d = events[i] as number;
    const c = censored[i] as number;
    const n = left + d;
    if (d > 0 && survival > 0) {
      survival *= left / n;
      // Each has its digits where the other has none.
      logSurvival += d < left ? Math.log1p(-d / n) : Math.log(left / n);
      variance += d / n / left;
      const error = Math.sqrt(variance);
      standardError = left > 0 ? survival * error : null;
      limits = left > 0 ? survivalLimits(transform, survival, logSurvival, z * error) : NO_LIMITS;
    }
    // At the other times somebody entered, and that is all.
    if (d + c > 0) {
      steps[count++] = {
        time: times[i] as number,
        atRisk: unboxed(n),
        events: unboxed(d),
        censored: unboxed(c),
        survival,
        standardError,
        low: limits.low,
        high: limits.high,
      };
    }
  }
  steps.length = count;
  return steps;
}

/** The same number. Engines keep one that they know to be small and whole in the step itself, and box all others. */
function unboxed(count: number): number {
  const whole = count | 0;
  return whole === count ? whole : count;
}
