// Quantiles of the time that customers stay, read from the survival curve.

import { checkedOptions, refusal, requireOneOf } from "../errors.ts";
import type { SurvivalCurve, SurvivalStep } from "./kaplanMeier.ts";
import { TIE } from "./lifeTable.ts";
import { checkedCurve } from "./survivalAt.ts";

/** What to answer where the curve is level with the share asked for over a stretch of time. */
export type SurvivalQuantileRule = "midpoint" | "first-time";

/** Options of {@link survivalQuantile} and {@link medianSurvival}. */
export interface SurvivalQuantileOptions {
  /**
   * What to answer where the curve is level with the share asked for over a stretch of time: `"midpoint"`, the middle of
   * the stretch, or `"first-time"`, its beginning.
   * @defaultValue `"midpoint"`
   */
  readonly rule?: SurvivalQuantileRule | undefined;
}

/** The time after which a given share of the customers has left. */
export interface SurvivalQuantile {
  /** The share that has left. */
  readonly probability: number;
  /** When, in the unit of the durations; `null` where fewer have left by the last step. */
  readonly time: number | null;
  /** Lower limit of `time`; `null` where the curve's lower limit does not come down that far. */
  readonly low: number | null;
  /** Upper limit of `time`; `null` where the curve's upper limit does not come down that far, as is usual. */
  readonly high: number | null;
  /** Confidence level of the limits, which is the curve's. */
  readonly level: number;
  /** The rule by which a level stretch was read. */
  readonly rule: SurvivalQuantileRule;
}

/**
 * Survival quantile: after what time has a given share of the customers left?
 *
 * It is the first time at which the curve is at 1 − `probability` or below. Where the curve is level there for a while,
 * every time of that stretch would do: `"midpoint"` takes the middle, between its first time and the next event (or the
 * last step, if no event comes), as R's `quantile` of a `survfit` does; `"first-time"` takes its first time, as
 * lifelines does. They differ in small samples without censoring most of all: of four customers who left after 1, 2, 3
 * and 4, the medians are 2.5 and 2.
 *
 * The limits are the times at which the curve's own limits come down as far, by the same rule: R. Brookmeyer &
 * J. Crowley, "A Confidence Interval for the Median Survival Time", Biometrics 38 (1982), 29-41. What is not reached is
 * `null`: it lies beyond what was observed.
 *
 * @param curve - what {@link kaplanMeier} returned
 * @param probability - the share that has left, strictly between 0 and 1
 * @param options - the rule for level stretches
 * @throws {@link CxMetricsError} `invalid-argument` for what is no curve, a probability outside its range, or an
 * unknown rule
 *
 * @example
 * ```ts
 * import { kaplanMeier, survivalQuantile } from "cx-metrics";
 *
 * const curve = kaplanMeier([1, 2, 3, 4].map((time) => ({ time, observed: true })));
 * survivalQuantile(curve, 0.25).time; // → 1.5
 * survivalQuantile(curve, 0.25, { rule: "first-time" }).time; // → 1
 * survivalQuantile(curve, 0.3).time; // → 2
 * ```
 */
export function survivalQuantile(
  curve: SurvivalCurve,
  probability: number,
  options: SurvivalQuantileOptions = {},
): SurvivalQuantile {
  const caller = "survivalQuantile";
  if (!(typeof probability === "number" && probability > 0 && probability < 1)) {
    const requirement = "a number strictly between 0 and 1";
    throw refusal(caller, "invalid-argument", ["probability"], requirement, probability);
  }
  return quantileOf(caller, curve, probability, options);
}

/**
 * Median survival: after what time has half of the customers left?
 *
 * The {@link survivalQuantile} for a half. `null` where more than half are still there at the end of what was observed;
 * then {@link survivalAt} or {@link restrictedMeanSurvival} still say something. It is not the median time of those who
 * left, which leaves out everybody who stayed.
 *
 * @param curve - what {@link kaplanMeier} returned
 * @param options - the rule for a curve that is level at a half
 * @throws {@link CxMetricsError} `invalid-argument` for what is no curve, or an unknown rule
 *
 * @example
 * ```ts
 * import { kaplanMeier, medianSurvival } from "cx-metrics";
 *
 * const curve = kaplanMeier([1, 2, 3, 4].map((time) => ({ time, observed: true })));
 * medianSurvival(curve).time; // → 2.5
 * medianSurvival(curve, { rule: "first-time" }).time; // → 2
 * ```
 */
export function medianSurvival(
  curve: SurvivalCurve,
  options: SurvivalQuantileOptions = {},
): SurvivalQuantile {
  return quantileOf("medianSurvival", curve, 0.5, options);
}

const RULES: readonly SurvivalQuantileRule[] = ["midpoint", "first-time"];

function quantileOf(
  caller: string,
  curve: SurvivalCurve,
  probability: number,
  options: SurvivalQuantileOptions,
): SurvivalQuantile {
  const { level, steps } = checkedCurve(caller, curve);
  const { rule = "midpoint" } = checkedOptions(caller, options, ["rule"]);
  requireOneOf(caller, ["rule"], rule, RULES);
  const share = 1 - probability;
  return {
    probability,
    time: timeAt(steps, (step) => step.survival, share, rule),
    // Where there is no limit, none has come down.
    low: timeAt(steps, (step) => step.low ?? 1, share, rule),
    high: timeAt(steps, (step) => step.high ?? 1, share, rule),
    level,
    rule,
  };
}

/** When a line that has a height at each step comes down to a share; equal but for rounding is enough. */
function timeAt(
  steps: readonly SurvivalStep[],
  height: (step: SurvivalStep) => number,
  share: number,
  rule: SurvivalQuantileRule,
): number | null {
  const first = steps.find((step) => height(step) <= share + TIE);
  if (first === undefined) return null;
  if (rule === "first-time") return first.time;
  // Where the line is below the share at once, this is the same step.
  const after = steps.find((step) => height(step) < share - TIE) ?? (steps.at(-1) as SurvivalStep);
  return (first.time + after.time) / 2;
}
