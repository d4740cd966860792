// How much time lies between two instants, in days of 24 hours or in months of the calendar.

import { DAY } from "./epoch.ts";
import { DAYS, firstDayAfter, unitsBetween } from "./periodArithmetic.ts";
import type { Period, PeriodUnit } from "./periodKey.ts";
import { firstInstantFrom, offsetAt } from "./zone.ts";

/**
 * The time from one instant to a later one, in units with a fraction.
 *
 * Days and weeks are elapsed time over 24 hours and over seven times that. Months, quarters and years are anniversaries
 * of the first instant in the zone, at the same time of day, and the part that has passed of the one under way. An
 * anniversary that its month does not have is on the month's last day, and the next one is not the worse for it: from
 * 31 January one month is over on 28 or 29 February, and two are on 31 March.
 *
 * @param start - epoch milliseconds in the years 1 to 9999; callers see to it
 * @param end - likewise, not before `start`
 */
export function elapsed(
  caller: string,
  timeZone: string,
  unit: PeriodUnit,
  start: number,
  end: number,
): number {
  if (unit === "day" || unit === "week") return (end - start) / (DAYS[unit] * DAY);
  // Steps from a local time keep the time of day.
  const local: Period = { unit, firstDay: start + offsetAt(caller, timeZone, start) };
  // The first anniversary may be the second of two equal local times.
  const anniversary = (count: number): number =>
    count === 0 ? start : firstInstantFrom(caller, timeZone, firstDayAfter(local, count));
  const passed = unitsBetween(local, { unit, firstDay: end + offsetAt(caller, timeZone, end) });
  // One more than the calendar tells, for clocks that go back over the end of a month.
  let complete = Math.floor(passed) + 1;
  while (anniversary(complete) > end) complete--;
  const last = anniversary(complete);
  return complete + (end - last) / (anniversary(complete + 1) - last);
}
