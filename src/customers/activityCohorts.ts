// Activity cohorts: how many of those who began in a period were active in each period after it.

import { checkedOptions, requireOneOf } from "../errors.ts";
import { type PeriodIndex, periodIndex } from "../time/periodIndex.ts";
import { type ActiveSlots, activeSlots, firstSlots, lastSlots } from "./activeSlots.ts";
import type { Activity, ActivityColumns, ActivityEvent } from "./activity.ts";
import { countActive, countThrough } from "./cohortCounts.ts";
import { type CohortOptions, type CohortSettings, cohortSettings } from "./cohortSettings.ts";
import { type Cohorts, calendarColumns, cohortsOf, periodsBegun, windowColumns } from "./cohorts.ts";
import { type CohortTable, tableOfCounts } from "./cohortTable.ts";
import { activityOf } from "./readActivity.ts";

/** Options of {@link activityCohorts}. */
export interface ActivityCohortOptions extends CohortOptions {
  /** When a customer counts in a period: active `"on"` it, in that period itself; `"on-or-after"`, in it or later. */
  readonly mode: "on" | "on-or-after";
}

/**
 * Activity cohorts: of the customers who began in a period, what share was active so many periods later?
 *
 * A customer belongs to the cohort of the period in which the first event up to `asOf` falls. By mode `"on"`, column j
 * counts those with an event in the period j units later; a row can rise again. By `"on-or-after"` it counts those with an
 * event in that period or after it, up to `asOf`; a row never rises, but its last columns grow as later events come to
 * be known. Column 0 is every customer of the cohort by either mode. Where no events but stays are known, take
 * {@link tenureCohorts}.
 *
 * Columns are periods of the calendar, so that the first of them is shorter for those who began late in it. With
 * `windows: "rolling"` column j is, for each customer, the time from j units after the first event to j + 1 units after it,
 * by the local calendar and clock: months from 31 January begin on 28 or 29 February and then on 31 March. Cohorts
 * are those of the calendar all the same.
 *
 * A cell is `null`, never 0, until its column has elapsed: until `asOf` lies in a later period of the calendar, or with
 * rolling windows until the column has elapsed for every customer of the cohort. Columns that have elapsed for no cohort
 * are left out; so are periods in which nobody began. The average is over the cohorts whose cell has elapsed: the sum of
 * their counts ÷ the sum of their sizes.
 *
 * The order of events does not matter, and an event given twice counts as one. No events give no rows. For millions of
 * events or several tables of the same ones give columns, with numbers from {@link encodeIdentifiers}.
 *
 * Rates are proportions from 0 to 1. Source: own convention of what has elapsed; retention on a day, and on it or after
 * it, as product analytics define them, compared in docs/definitions.md.
 *
 * @param events - the events of all customers in any order, or columns of them
 * @param options - unit, last moment, mode; kind of columns, how many; zone and week of the calendar
 * @throws {@link CxMetricsError} `invalid-instant` for an `at` or `asOf` that is no moment or outside the years 1 to 9999,
 * `invalid-argument` for a `customerId` that is missing or blank, an option that is unknown or has no such value, columns
 * of other kinds or lengths, or a table of more than ten million cells
 *
 * @example
 * ```ts
 * import { activityCohorts } from "cx-metrics";
 *
 * const events = [
 *   { customerId: "ana", at: "2026-01-10T09:00:00Z" },
 *   { customerId: "ana", at: "2026-03-02T09:00:00Z" },
 *   { customerId: "budi", at: "2026-01-20T09:00:00Z" },
 *   { customerId: "citra", at: "2026-02-05T09:00:00Z" },
 * ];
 * const on = activityCohorts(events, { unit: "month", asOf: "2026-04-01T00:00:00Z", mode: "on" });
 * on.rows.map((row) => [row.cohort, row.size, ...row.rates]); // → [["2026-01", 2, 1, 0, 0.5], ["2026-02", 1, 1, 0, null]]
 * on.average.rates; // → [1, 0, 0.5]
 * const later = activityCohorts(events, { unit: "month", asOf: "2026-04-01T00:00:00Z", mode: "on-or-after" });
 * later.rows.map((row) => [row.cohort, ...row.rates]); // → [["2026-01", 1, 0.5, 0.5], ["2026-02", 1, 0, null]]
 * ```
 */
export function activityCohorts(
  events: Iterable<ActivityEvent> | ActivityColumns,
  options: ActivityCohortOptions,
): CohortTable {
  const caller = "activityCohorts";
  const { mode, ...others } = checkedOptions(caller, options, KNOWN);
  requireOneOf(caller, ["mode"], mode, ["on", "on-or-after"]);
  const settings = cohortSettings(caller, mode, others);
  const activity = activityOf(caller, events, settings.asOf);
  const { cohorts, slots, origins } =
    settings.windows === "calendar"
      ? byCalendar(caller, settings, activity)
      : byWindow(caller, settings, activity);
  const counts =
    mode === "on"
      ? countActive(cohorts, slots, origins)
      : countThrough(cohorts, columnsAfter(origins, lastSlots(slots)));
  return tableOfCounts(settings, cohorts, counts, activity.afterAsOf);
}

const KNOWN = ["mode", "unit", "asOf", "windows", "periods", "timeZone", "weekStartsOn"] as const;

/** Cohorts, and the slots in which their customers were active. */
interface ActiveCohorts {
  readonly cohorts: Cohorts;
  readonly slots: ActiveSlots;
  /** For each customer the slot that is column 0. */
  readonly origins: Int32Array;
}

/** Slots are the periods in a row: the first in which a customer was active is the one of the cohort. */
function byCalendar(caller: string, settings: CohortSettings, activity: Activity): ActiveCohorts {
  const index = indexOf(caller, settings, activity);
  const slots = activeSlots(activity, index.count, (periods, _, at) => index.fillNumbers(periods, at));
  const lowestSlots = firstSlots(slots);
  const began = index.goesBack() ? periodsBegun(index, firstMoments(activity)) : lowestSlots;
  const cohorts = cohortsOf(caller, settings, index, began, calendarColumns(index, settings, began));
  return { cohorts, slots, origins: began };
}

/** Slots are the columns, of which those that have elapsed for no cohort share one. */
function byWindow(caller: string, settings: CohortSettings, activity: Activity): ActiveCohorts {
  const index = indexOf(caller, settings, activity);
  const firsts = firstMoments(activity);
  const columns = windowColumns(caller, settings, firsts);
  const cohorts = cohortsOf(caller, settings, index, periodsBegun(index, firsts), columns);
  const { width } = cohorts;
  const slots = activeSlots(activity, width + 1, (windows, customers, at) => {
    for (let i = 0; i < at.length; i++) {
      windows[i] = Math.min(columns.columnOf(customers[i] as number, at[i] as number), width);
    }
  });
  return { cohorts, slots, origins: new Int32Array(activity.numbers) };
}

function indexOf(
  caller: string,
  { unit, calendar, asOf }: CohortSettings,
  { earliest }: Activity,
): PeriodIndex {
  return periodIndex(caller, unit, calendar, earliest, asOf);
}

/** For each customer the first moment, Infinity where there is none. */
function firstMoments({ customers, at, numbers }: Activity): Float64Array {
  const firsts = new Float64Array(numbers).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < at.length; i++) {
    const customer = customers[i] as number;
    if ((at[i] as number) < (firsts[customer] as number)) firsts[customer] = at[i] as number;
  }
  return firsts;
}

/** For each customer the column of a slot, −1 for none. */
function columnsAfter(origins: Int32Array, slots: Int32Array): Int32Array {
  return slots.map((slot, customer) => (slot < 0 ? -1 : Math.max(slot - (origins[customer] as number), 0)));
}
