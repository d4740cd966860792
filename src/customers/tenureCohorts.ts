// Tenure cohorts: how many of those who joined in a period were still there at the end of each period after it.

import { requireIterable } from "../errors.ts";
import type { Identifier } from "../records/identifier.ts";
import { mapEntry } from "../records/mapEntry.ts";
import type { Tenure } from "../records/tenure.ts";
import { periodIndex } from "../time/periodIndex.ts";
import { requireKeyedYear } from "./activity.ts";
import { countThrough } from "./cohortCounts.ts";
import { type CohortOptions, cohortSettings } from "./cohortSettings.ts";
import { calendarColumns, cohortsOf, periodsBegun, windowColumns } from "./cohorts.ts";
import { type CohortTable, tableOfCounts } from "./cohortTable.ts";
import { mergedStays, type Stay, stayOf } from "./stays.ts";

/**
 * Tenure cohorts: of the customers who joined in a period, what share was still there so many periods later?
 *
 * A customer belongs to the cohort of the period in which the first stay began, and counts in column j if that stay had
 * not ended by the end of the period j units later. Column 0 is judged at the end of the first period and falls below 1
 * where somebody left in the period of joining. The rival judges at the beginning of each period, where column 0 is
 * always 1: it shows the same figures one column later. Who leaves at the instant at which a period ends was there to
 * the end of it.
 *
 * Tenures of a customer that overlap or touch are one stay. Whoever leaves and comes back after a gap has left: the
 * return does not count, in this cohort or another, and a row never rises. What came after that is asked of
 * {@link activityCohorts}.
 *
 * Columns are periods of the calendar; with `windows: "rolling"` column j is, for each customer, the time from j units
 * after joining to j + 1 units after it, by the local calendar and clock. A cell is `null`, never 0, until its column
 * has elapsed: until `asOf` lies in a later period of the calendar, or with rolling windows until the column has elapsed
 * for every customer of the cohort. Columns that have elapsed for no cohort are left out; so are periods in which
 * nobody joined. Tenures that start after `asOf` are ignored and counted, and an end after it is not known yet.
 *
 * Rates are proportions from 0 to 1. No tenures give no rows. Where cells are null because customers are still there,
 * {@link kaplanMeier} uses what is known of them. Source: own convention; docs/definitions.md compares the rivals.
 *
 * @param tenures - every stay of every customer, in any order
 * @param options - unit, last moment; kind of columns, how many; zone and week of the calendar
 * @throws {@link CxMetricsError} `invalid-instant` for a `startedAt`, `endedAt` or `asOf` that is no moment, or a start
 * outside the years 1 to 9999, `invalid-argument` for a `customerId` that is missing or blank, an end before its start, an
 * option that is unknown or has no such value, or a table of more than ten million cells
 *
 * @example
 * ```ts
 * import { tenureCohorts } from "cx-metrics";
 *
 * const tenures = [
 *   { customerId: "ana", startedAt: "2026-01-10T00:00:00Z" },
 *   { customerId: "budi", startedAt: "2026-01-20T00:00:00Z", endedAt: "2026-02-15T00:00:00Z" },
 *   { customerId: "citra", startedAt: "2026-02-01T00:00:00Z", endedAt: "2026-02-20T00:00:00Z" },
 * ];
 * const table = tenureCohorts(tenures, { unit: "month", asOf: "2026-04-01T00:00:00Z" });
 * table.rows.map((row) => [row.cohort, row.size, ...row.rates]);
 * // → [["2026-01", 2, 1, 0.5, 0.5], ["2026-02", 1, 0, 0, null]]
 * ```
 */
export function tenureCohorts(tenures: Iterable<Tenure>, options: CohortOptions): CohortTable {
  const caller = "tenureCohorts";
  requireIterable(caller, ["tenures"], tenures);
  const settings = cohortSettings(caller, "tenure", options);
  const { asOf } = settings;
  const started = new Map<Identifier, Stay[]>();
  let [index, afterAsOf] = [0, 0];
  for (const tenure of tenures) {
    const { customerId, stay } = stayOf(caller, index, tenure);
    requireKeyedYear(caller, ["tenures", index++, "startedAt"], stay.start);
    if (stay.start > asOf) afterAsOf++;
    else mapEntry(started, customerId, (): Stay[] => []).push(stay);
  }
  const stays = Array.from(mergedStays(started).values(), ([first]) => first as Stay);
  const firsts = Float64Array.from(stays, ({ start }) => start);
  const earliest = firsts.reduce((least, first) => Math.min(least, first), asOf);
  const calendar = periodIndex(caller, settings.unit, settings.calendar, earliest, asOf);
  const began = periodsBegun(calendar, firsts);
  const columns =
    settings.windows === "calendar"
      ? calendarColumns(calendar, settings, began)
      : windowColumns(caller, settings, firsts);
  const cohorts = cohortsOf(caller, settings, calendar, began, columns);
  // The column in which a stay ends is the first that does not count.
  const lasts = Int32Array.from(
    stays,
    ({ end }, customer) => columns.columnOf(customer, Math.min(end, asOf)) - 1,
  );
  return tableOfCounts(settings, cohorts, countThrough(cohorts, lasts), afterAsOf);
}
