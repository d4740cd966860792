// The settings of cohort tables: options checked, defaults filled in.

import { checkedOptions, refusal, refusalInWords, requireOneOf } from "../errors.ts";
import type { Instant } from "../records/instant.ts";
import { type Calendar, type CalendarOptions, checkedCalendar } from "../time/calendar.ts";
import { epochOf } from "../time/epoch.ts";
import { isKeyYear, type PeriodUnit, UNITS } from "../time/periodKey.ts";
import { offsetAt } from "../time/zone.ts";

/**
 * When a customer counts in a period after the first: `"on"`, active in that period; `"on-or-after"`, active in it or
 * later; `"tenure"`, the first stay has not ended by the end of it.
 */
export type CohortMode = "on" | "on-or-after" | "tenure";

/**
 * What the columns of a cohort table are: `"calendar"`, the calendar's periods from the cohort's own on; `"rolling"`,
 * stretches as long as a period, counted for each customer from the first moment.
 */
export type CohortWindows = "calendar" | "rolling";

/** Options that all cohort tables have. */
export interface CohortOptions extends CalendarOptions {
  /** Unit of the cohorts and of the columns. */
  readonly unit: PeriodUnit;
  /** The moment up to which everything is known, itself included. What came later is ignored and counted. */
  readonly asOf: Instant;
  /**
   * What the columns are: periods of the calendar, or windows counted from each customer's own first moment.
   * @defaultValue `"calendar"`
   */
  readonly windows?: CohortWindows | undefined;
  /**
   * The most columns that the table may have, the first included.
   * @defaultValue as many as have elapsed for any cohort
   */
  readonly periods?: number | undefined;
}

/** Settings with nothing left to default. `asOf` is in epoch milliseconds. */
export interface CohortSettings {
  readonly unit: PeriodUnit;
  readonly mode: CohortMode;
  readonly windows: CohortWindows;
  readonly asOf: number;
  readonly calendar: Calendar;
  readonly periods: number | null;
}

const KNOWN = ["unit", "asOf", "windows", "periods", "timeZone", "weekStartsOn"] as const;

/** The settings of options whose other names are checked already, or a throw. */
export function cohortSettings(caller: string, mode: CohortMode, options: CohortOptions): CohortSettings {
  const {
    unit,
    asOf,
    windows = "calendar",
    periods,
    timeZone,
    weekStartsOn,
  } = checkedOptions(caller, options, KNOWN);
  requireOneOf(caller, ["unit"], unit, UNITS);
  requireOneOf(caller, ["windows"], windows, ["calendar", "rolling"]);
  if (periods !== undefined && !(Number.isSafeInteger(periods) && periods >= 1)) {
    throw refusal(caller, "invalid-argument", ["periods"], "a whole number from 1 up", periods);
  }
  const calendar = checkedCalendar(caller, { timeZone, weekStartsOn });
  const end = endOf(caller, asOf);
  // Read once at least, so that an unknown zone is refused where there is nothing to count too.
  offsetAt(caller, calendar.timeZone, end);
  return { unit, mode, windows, asOf: end, calendar, periods: periods ?? null };
}

function endOf(caller: string, asOf: Instant): number {
  const epoch = epochOf(caller, ["asOf"], asOf);
  if (isKeyYear(new Date(epoch).getUTCFullYear())) return epoch;
  throw refusalInWords(caller, "invalid-instant", ["asOf"], "in the years 1 to 9999", "another year");
}
