// The instants at which a calendar period begins and ends, somewhere on Earth.

import { refusal } from "../errors.ts";
import { type Calendar, type CalendarOptions, checkedCalendar } from "./calendar.ts";
import { firstDayAfter } from "./periodArithmetic.ts";
import { checkedPeriod, isKeyYear, type PeriodKey } from "./periodKey.ts";
import { firstInstantFrom } from "./zone.ts";

/** When a period is: from `start` on, and before `end`. */
export interface PeriodBounds {
  /** The first instant of the period, ISO 8601 with `Z`. */
  readonly start: string;
  /** The first instant after it, ISO 8601 with `Z`. */
  readonly end: string;
}

/**
 * Bounds of a period: at which instants does a day, week, month, quarter or year begin and end, in a given zone?
 *
 * A period begins at the first instant whose local date is its first day or later, and ends where the next begins, so
 * that the periods of a unit follow each other without gap or overlap; a day has 23 or 25 hours where clocks change. If
 * clocks skip midnight, the day begins with the first instant after the jump. A day that a zone skipped as a whole has
 * `start` = `end`: 30 December 2011 in Apia. If midnight comes twice, the day begins with the earlier one. In the few
 * zones whose clocks once went back from just after midnight (St John's until 2011), the time that comes again is by its
 * date, and for {@link periodOf}, in the old day, and by these bounds in the new.
 *
 * @param key - the period's key, of any unit
 * @param options - zone, and the day that weeks start on; the key of a week does not tell, so give what
 * {@link periodOf} was given
 * @returns the bounds as ISO instants with `Z`: `start` belongs to the period, `end` to the next
 * @throws {@link CxMetricsError} `invalid-argument` for what is no period's key (30 February, a week 53 of a year that
 * has none), an unknown zone, or bounds outside the years 1 to 9999 in UTC
 *
 * @example
 * ```ts
 * import { periodBounds } from "cx-metrics";
 *
 * periodBounds("2026-03"); // → { start: "2026-03-01T00:00:00.000Z", end: "2026-04-01T00:00:00.000Z" }
 * const { start, end } = periodBounds("2026-W11", { timeZone: "America/New_York", weekStartsOn: 0 });
 * start; // → "2026-03-15T04:00:00.000Z"
 * end; // → "2026-03-22T04:00:00.000Z"
 * ```
 */
export function periodBounds(key: PeriodKey, options: CalendarOptions = {}): PeriodBounds {
  const caller = "periodBounds";
  const calendar = checkedCalendar(caller, options);
  const period = checkedPeriod(caller, ["key"], key, calendar.weekStartsOn);
  return {
    start: startOfDay(caller, key, calendar, period.firstDay),
    end: startOfDay(caller, key, calendar, firstDayAfter(period, 1)),
  };
}

/** Instants of other years would not sort as text, and nothing here would take them. */
function startOfDay(caller: string, key: PeriodKey, { timeZone }: Calendar, day: number): string {
  const start = new Date(firstInstantFrom(caller, timeZone, day));
  if (isKeyYear(start.getUTCFullYear())) return start.toISOString();
  const requirement = "a period that begins and ends in the years 1 to 9999 in UTC";
  throw refusal(caller, "invalid-argument", ["key"], requirement, key);
}
