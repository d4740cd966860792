// Restricted mean survival: how much of a span of time customers stay, on average.

import { checkedOptions, refusal } from "../errors.ts";
import { type Interval, intervalOf } from "../statistics/interval.ts";
import { normalCritical } from "../statistics/normal.ts";
import type { SurvivalCurve, SurvivalStep } from "./kaplanMeier.ts";
import { endOfTie, isUsableTime } from "./lifeTable.ts";
import { checkedCurve, stepsUntil } from "./survivalAt.ts";

/** Options of {@link restrictedMeanSurvival}. */
export interface RestrictedMeanSurvivalOptions {
  /** The end of the span, from time 0 on, in the unit of the durations: above 0, at most 1e50. */
  readonly until: number;
}

/** The mean time that customers stay within a span. */
export interface RestrictedMeanSurvival {
  /** The end of the span. */
  readonly until: number;
  /** The mean, 0 to `until`, in the unit of the durations; `null` where nobody was followed as long. */
  readonly mean: number | null;
  /** Its standard error, likewise. */
  readonly standardError: number | null;
  /** `mean` ± z standard errors within 0 to `until`; `null` where there is no mean, and where it has no error. */
  readonly interval: Interval | null;
}

/**
 * Restricted mean survival: of the first twelve months, how many does a customer stay on average?
 *
 * It is the area under the curve from 0 to `until`. The mean over all time, which would be the expected lifetime, cannot be
 * had while customers are still to leave: the tail of the curve is not known. This one can, takes the whole curve into
 * account where the median takes one point of it, and compares groups in plain units of time if they share `until`.
 *
 * `null` where the curve ends before `until` at more than 0: what becomes of the rest is not known. (R's
 * `print(rmean = )` goes on at the last value.) A curve that has come down to 0 adds nothing after. Where no event was
 * seen by then the standard error is 0, and where all have left at once too; such a mean has no interval.
 *
 * Source: the area and its variance as in J. P. Klein & M. L. Moeschberger, "Survival Analysis", 2nd ed. (2003),
 * formulas 4.5.1 and 4.5.2.
 *
 * @param curve - what {@link kaplanMeier} returned
 * @param options - the end of the span
 * @throws {@link CxMetricsError} `invalid-argument` for what is no curve, or an end that is no such number
 *
 * @example
 * ```ts
 * import { kaplanMeier, restrictedMeanSurvival } from "cx-metrics";
 *
 * const curve = kaplanMeier([
 *   { time: 3, observed: true },
 *   { time: 5, observed: false },
 *   { time: 8, observed: true },
 *   { time: 12, observed: false },
 * ]);
 * restrictedMeanSurvival(curve, { until: 12 }).mean; // → 8.25
 * restrictedMeanSurvival(curve, { until: 24 }).mean; // → null
 * ```
 */
export function restrictedMeanSurvival(
  curve: SurvivalCurve,
  options: RestrictedMeanSurvivalOptions,
): RestrictedMeanSurvival {
  const caller = "restrictedMeanSurvival";
  const { level, steps } = checkedCurve(caller, curve);
  const { until } = checkedOptions(caller, options, ["until"]);
  if (!isUsableTime(until) || until === 0) {
    throw refusal(caller, "invalid-argument", ["until"], "a number above 0, at most 1e50", until);
  }
  const last = steps.at(-1);
  if (last === undefined || (endOfTie(last.time) < until && last.survival > 0)) {
    return { until, mean: null, standardError: null, interval: null };
  }
  const { mean, variance } = areaUntil(steps, until);
  const standardError = Math.sqrt(variance);
  if (standardError === 0) return { until, mean, standardError, interval: null };
  const margin = normalCritical(1 - level) * standardError;
  const limits = { low: mean - margin, high: mean + margin };
  return { until, mean, standardError, interval: intervalOf(limits, { low: 0, high: until }, level, "wald") };
}

/** The area below the curve, and its variance Σ (area right of the event)² · d ÷ (n(n − d)). */
function areaUntil(steps: readonly SurvivalStep[], until: number): { mean: number; variance: number } {
  let area = 0;
  let variance = 0;
  let end = until;
  for (let i = stepsUntil(steps, until) - 1; i >= 0; i--) {
    const { time, atRisk, events, survival } = steps[i] as SurvivalStep;
    const before = steps[i - 1]?.survival ?? 1;
    // A step may be later by rounding.
    const start = Math.min(time, end);
    area += survival * (end - start);
    // n − d as n · S ÷ S before, which has its digits where nearly all weight leaves at once.
    if (survival > 0) variance += ((area * area * events) / atRisk / atRisk) * (before / survival);
    end = start;
  }
  return { mean: area + end, variance };
}
