// A party's rhythm: how long it usually takes until the next time.

import { checkedNumber } from "../errors.ts";
import { runningMedians } from "../statistics/runningMedians.ts";
import { daysInMilliseconds } from "../time/epoch.ts";

/** What stands in for a party's own rhythm where it shows none. */
export interface RhythmOptions {
  /**
   * The usual gap between purchases, or between uses under a contract, in days, of a party with fewer than three moments of
   * either.
   * @defaultValue 90
   */
  readonly usualGapDays?: number | undefined;
  /**
   * The shortest usual gap, in days: whoever buys or comes more often than that is measured by this, so that an order in
   * parts, or three visits in an hour, make no rhythm.
   * @defaultValue 7
   */
  readonly shortestGapDays?: number | undefined;
}

/** The same in milliseconds. */
export interface RhythmSettings {
  readonly fallback: number;
  readonly shortest: number;
}

/** From so many moments on, a party's own rhythm counts. */
const ENOUGH = 3;

/** The settings, or a throw naming the option that is wrong. */
export function rhythmSettings(caller: string, options: RhythmOptions): RhythmSettings {
  const { usualGapDays = 90, shortestGapDays = 7 } = options;
  return {
    fallback: gapOf(caller, "usualGapDays", usualGapDays),
    shortest: gapOf(caller, "shortestGapDays", shortestGapDays),
  };
}

function gapOf(caller: string, name: string, days: number): number {
  // Below a millisecond, or beyond the reach of dates, nothing could be reckoned with it.
  const requirement = "a number of days from 0.001 to 1000000";
  return daysInMilliseconds(checkedNumber(caller, [name], days, requirement, (d) => d >= 0.001 && d <= 1e6));
}

/** The moments once each, in order of time. */
export function distinct(moments: Iterable<number>): readonly number[] {
  return [...new Set(moments)].sort((a, b) => a - b);
}

/**
 * The usual gap after each of the distinct moments: the median of those before it, from three moments on; `null` before,
 * where there is none yet.
 */
export function ownGaps(
  moments: readonly number[],
  { shortest }: RhythmSettings,
): readonly (number | null)[] {
  const gaps = runningMedians(moments.slice(1).map((at, i) => at - (moments[i] as number)));
  return moments.map((_, i) => (i + 1 < ENOUGH ? null : Math.max(shortest, gaps[i - 1] as number)));
}
