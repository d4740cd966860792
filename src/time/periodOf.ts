// The day, week, month, quarter or year that an instant falls in, somewhere on Earth.

import { CxMetricsError } from "../errors.ts";
import type { Instant } from "../records/instant.ts";
import { type CalendarOptions, checkedCalendar } from "./calendar.ts";
import { DAY, epochOf } from "./epoch.ts";
import { keptKeys, keyIn } from "./keptKeys.ts";
import type { PeriodKey, PeriodUnit } from "./periodKey.ts";
import { offsetAt } from "./zone.ts";

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
export function periodOf(
  instant: Instant,
  unit: PeriodUnit,
  options: CalendarOptions = NO_OPTIONS,
): PeriodKey {
  const caller = "periodOf";
  const { timeZone = "UTC", weekStartsOn = 1 } = namesNoOther(options)
    ? options
    : checkedCalendar(caller, options);
  const keys = keptKeys(caller, unit, weekStartsOn);
  const epoch = epochOf(caller, ["instant"], instant);
  requireKeyYear(caller, epoch);
  const local = epoch + offsetAt(caller, timeZone, epoch);
  requireKeyYear(caller, local);
  const key = keyIn(keys, Math.floor(local / DAY));
  if (key === null) throw outOfRange(caller);
  return key;
}

/** Made once and known at sight: a new object for every row, and a look into it, would be a third of the work. */
const NO_OPTIONS: CalendarOptions = /* @__PURE__ */ Object.freeze({});

/** Whether options name nothing but what a calendar has. Called for every row, it makes no list of the names. */
function namesNoOther(options: CalendarOptions): boolean {
  if (options === NO_OPTIONS) return true;
  if (typeof options !== "object" || options === null) return false;
  for (const name in options) if (name !== "timeZone" && name !== "weekStartsOn") return false;
  return true;
}

/** Where the years begin and end whose keys sort. */
const FIRST_INSTANT = -62_135_596_800_000;
const END = 253_402_300_800_000;

function requireKeyYear(caller: string, epoch: number): void {
  if (epoch < FIRST_INSTANT || epoch >= END) throw outOfRange(caller);
}

function outOfRange(caller: string): CxMetricsError {
  return new CxMetricsError(`${caller}: instant must fall in the years 1 to 9999`, "invalid-instant", [
    "instant",
  ]);
}
