// The survival curve read at a time.

import { refusal, requireObject } from "../errors.ts";
import type { SurvivalCurve, SurvivalStep } from "./kaplanMeier.ts";
import { endOfTie, isUsableTime, USABLE_TIME } from "./lifeTable.ts";

/** A survival curve at one time. */
export interface SurvivalAt {
  /** The time asked for, in the unit of the durations. */
  readonly time: number;
  /** The share that is still there after this time, 0 to 1; `null` where nobody was followed as long. */
  readonly survival: number | null;
  /** Greenwood's standard error of `survival`; `null` where `survival` is 0 or `null`. */
  readonly standardError: number | null;
  /** Lower limit of `survival`; `null` before the first event and where `survival` is 0 or `null`. */
  readonly low: number | null;
  /** Upper limit, likewise. */
  readonly high: number | null;
  /** Confidence level of the limits. */
  readonly level: number;
}

/**
 * Survival at a time: what share of the customers is still there after that long?
 *
 * The curve is a staircase: the share is that of the last step at this time or before, and a customer who leaves at
 * exactly this time is no longer there. Before the first step it is 1.
 *
 * Past the last step it is `null`, because nobody was followed as long, except where the curve has come down to 0 and can
 * only stay there. (R's `summary` leaves such times out, and with `extend = TRUE` repeats the last value, which
 * assumes that nobody else leaves.) A curve of no durations gives `null` throughout.
 *
 * @param curve - what {@link kaplanMeier} returned
 * @param time - a number from 0 to 1e50, in the unit of the durations
 * @throws {@link CxMetricsError} `invalid-argument` for what is no curve, and for a time that is not such a number
 *
 * @example
 * ```ts
 * import { kaplanMeier, survivalAt } from "cx-metrics";
 *
 * const curve = kaplanMeier([
 *   { time: 3, observed: true },
 *   { time: 5, observed: false },
 *   { time: 8, observed: true },
 *   { time: 12, observed: false },
 * ]);
 * survivalAt(curve, 6);
 * // ≈ { time: 6, survival: 0.75, standardError: 0.217, low: 0.128, high: 0.961, level: 0.95 }
 * survivalAt(curve, 24).survival; // → null
 * ```
 */
export function survivalAt(curve: SurvivalCurve, time: number): SurvivalAt {
  const caller = "survivalAt";
  const { level, steps } = checkedCurve(caller, curve);
  if (!isUsableTime(time)) throw refusal(caller, "invalid-argument", ["time"], USABLE_TIME, time);
  const { survival, standardError, low, high } = figuresAt(steps, time);
  // Adding 0 turns −0 into 0.
  return { time: time + 0, survival, standardError, low, high, level };
}

const NOT_KNOWN = { survival: null, standardError: null, low: null, high: null };
const AT_FIRST = { survival: 1, standardError: 0, low: null, high: null };

function figuresAt(steps: readonly SurvivalStep[], time: number): Omit<SurvivalAt, "time" | "level"> {
  const last = steps.at(-1);
  if (last === undefined || (endOfTie(last.time) < time && last.survival > 0)) return NOT_KNOWN;
  return steps[stepsUntil(steps, time) - 1] ?? AT_FIRST;
}

/** How many steps are at a time or before it. */
export function stepsUntil(steps: readonly SurvivalStep[], time: number): number {
  const last = endOfTie(time);
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((steps[middle] as SurvivalStep).time <= last) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The curve, or a throw for what is none. What stands in its steps is kaplanMeier's, and not looked at again. */
export function checkedCurve(caller: string, curve: SurvivalCurve): SurvivalCurve {
  requireObject(caller, ["curve"], curve);
  if (Array.isArray(curve.steps)) return curve;
  throw refusal(caller, "invalid-argument", ["curve", "steps"], "the steps of kaplanMeier", curve.steps);
}
