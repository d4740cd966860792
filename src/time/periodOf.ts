// Calendar periods: the day, week, month, quarter or year that an instant falls in, somewhere on Earth.

import { getQuarter } from "date-fns/getQuarter";
import { getWeek } from "date-fns/getWeek";
import { getWeekYear } from "date-fns/getWeekYear";
import { CxMetricsError, checkedOptions, refusal, requireOneOf } from "../errors.ts";
import type { Instant } from "../records/instant.ts";
import { DAY, epochOf } from "./epoch.ts";
import { utc } from "./utc.ts";
import { offsetAt } from "./zone.ts";

/** A calendar unit. */
export type PeriodUnit = "day" | "week" | "month" | "quarter" | "year";

/**
 * A calendar period by name: `"2026-03-09"`, `"2026-W11"`, `"2026-03"`, `"2026-Q1"` or `"2026"`. Keys of one unit sort
 * in order of time.
 */
export type PeriodKey = string;

/** A day of the week, 0 for Sunday to 6 for Saturday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Where and how a calendar is read. */
export interface CalendarOptions {
  /**
   * IANA time zone whose local calendar counts.
   * @defaultValue `"UTC"`
   */
  readonly timeZone?: string | undefined;
  /**
   * Day that weeks start on, 0 for Sunday to 6 for Saturday.
   * @defaultValue 1, Monday, as in ISO 8601
   */
  readonly weekStartsOn?: Weekday | undefined;
}

const UNITS: readonly PeriodUnit[] = ["day", "week", "month", "quarter", "year"];

/**
 * Calendar period: which day, week, month, quarter or year does an instant fall in, in a given zone?
 *
 * The zone is always the one asked for, never the host's, and its clock changes since 1970 are observed to the
 * millisecond. A week belongs to the year in which its fourth day falls, whatever day weeks start on; with Monday, the
 * default, that is ISO 8601: 1 January 2027 is in `"2026-W53"`.
 *
 * @param instant - a `Date`, epoch milliseconds, or ISO 8601 with an offset
 * @param unit - the calendar unit
 * @param options - zone, and the day that weeks start on
 * @returns the period's key; keys of one unit sort in order of time
 * @throws {@link CxMetricsError} `invalid-instant` for anything that is no instant (a date without a time, a time
 * without an offset, `null`) or lies outside the years 1 to 9999, `invalid-argument` for an unknown unit or zone
 *
 * @example
 * ```ts
 * import { periodOf } from "cx-metrics";
 *
 * periodOf("2026-03-31T23:30:00Z", "month"); // → "2026-03"
 * periodOf("2026-03-31T23:30:00Z", "month", { timeZone: "Asia/Jakarta" }); // → "2026-04"
 * periodOf("2027-01-01T12:00:00Z", "week"); // → "2026-W53"
 * ```
 */
export function periodOf(instant: Instant, unit: PeriodUnit, options: CalendarOptions = {}): PeriodKey {
  const caller = "periodOf";
  requireOneOf(caller, "unit", unit, UNITS);
  const known = ["timeZone", "weekStartsOn"] as const;
  const { timeZone = "UTC", weekStartsOn = 1 } = checkedOptions(caller, options, known);
  if (!Number.isInteger(weekStartsOn) || weekStartsOn < 0 || weekStartsOn > 6) {
    throw refusal(caller, "invalid-argument", ["weekStartsOn"], "an integer from 0 to 6", weekStartsOn);
  }
  const epoch = epochOf(caller, ["instant"], instant);
  requireFourDigitYear(caller, epoch);
  const local = epoch + offsetAt(caller, timeZone, epoch);
  requireFourDigitYear(caller, local);
  return keyOfDay(caller, Math.floor(local / DAY), unit, weekStartsOn);
}

/** Keys of longer years would not sort. */
function requireFourDigitYear(caller: string, epoch: number): void {
  const year = new Date(epoch).getUTCFullYear();
  if (year < 1 || year > 9999) throw outOfRange(caller);
}

function outOfRange(caller: string): CxMetricsError {
  return new CxMetricsError(`${caller}: instant must fall in the years 1 to 9999`, "invalid-instant", [
    "instant",
  ]);
}

/** The period of a local day. Days are held as UTC midnights, where every day has 24 hours. */
function keyOfDay(caller: string, localDay: number, unit: PeriodUnit, weekStartsOn: Weekday): PeriodKey {
  const midnight = new Date(localDay * DAY);
  const date = midnight.toISOString().slice(0, 10);
  switch (unit) {
    case "day":
      return date;
    case "week": {
      const rule = { in: utc, weekStartsOn, firstWeekContainsDate: 4 } as const;
      const year = getWeekYear(midnight, rule);
      if (year < 1 || year > 9999) throw outOfRange(caller);
      return `${String(year).padStart(4, "0")}-W${String(getWeek(midnight, rule)).padStart(2, "0")}`;
    }
    case "month":
      return date.slice(0, 7);
    case "quarter":
      return `${date.slice(0, 4)}-Q${getQuarter(midnight, { in: utc })}`;
    case "year":
      return date.slice(0, 4);
  }
}
