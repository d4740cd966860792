// Rolling windows: stretches of one unit each, counted from a moment on.

import { DAY } from "./epoch.ts";
import { DAYS, firstDayAfter, unitsBetween } from "./periodArithmetic.ts";
import type { Period, PeriodUnit } from "./periodKey.ts";
import { firstInstantFrom, offsetAt } from "./zone.ts";

/**
 * The number of the window, from 0, that an instant at or after `first` is in. Window j lasts from j units after `first`
 * to j + 1 units after it, reckoned by the local calendar and clock: months from 31 January begin on 28 or 29 February and
 * then again on 31 March.
 */
export function windowOf(
  caller: string,
  unit: PeriodUnit,
  timeZone: string,
  first: number,
  epoch: number,
): number {
  // Steps from a local time keep the time of day.
  const start: Period = { unit, firstDay: first + offsetAt(caller, timeZone, first) };
  const local = epoch + offsetAt(caller, timeZone, epoch);
  let window = unitsPassed(start, local);
  if (firstDayAfter(start, window) > local) window--;
  // Where clocks went back, the window has begun although the local time is behind its beginning again.
  while (firstInstantFrom(caller, timeZone, firstDayAfter(start, window + 1)) <= epoch) window++;
  return window;
}

/** How many units have passed by the calendar, or one more. */
function unitsPassed(start: Period, local: number): number {
  const { unit, firstDay } = start;
  if (unit === "day" || unit === "week") return Math.floor((local - firstDay) / (DAYS[unit] * DAY));
  return Math.floor(unitsBetween(start, { unit, firstDay: local }));
}
