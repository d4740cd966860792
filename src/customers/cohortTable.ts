// Cohort tables: customers by the period in which they began, and how many of them counted in each period after it.

import { shownInstant } from "../time/epoch.ts";
import type { PeriodKey, PeriodUnit } from "../time/periodKey.ts";
import type { Weekday } from "../time/weeks.ts";
import type { CohortMode, CohortSettings, CohortWindows } from "./cohortSettings.ts";
import type { Cohorts } from "./cohorts.ts";

/** The customers who began in one period. */
export interface CohortRow {
  /** The period in which the customers began. */
  readonly cohort: PeriodKey;
  /** How many customers began in it. */
  readonly size: number;
  /** How many of them counted in each column; `null` where the column has not elapsed at `asOf`. */
  readonly counts: readonly (number | null)[];
  /** Each count ÷ size, a proportion; `null` where the count is. */
  readonly rates: readonly (number | null)[];
}

/** All cohorts together, in each column those for which it has elapsed. */
export interface CohortAverage {
  /** For each column, how many customers the cohorts have for which it has elapsed. */
  readonly sizes: readonly number[];
  /** How many of these counted. */
  readonly counts: readonly number[];
  /** Count ÷ size: the mean of the cohorts' rates, each weighted by its size. */
  readonly rates: readonly number[];
}

/**
 * What became of the customers who began in each period: column 0 is the first period itself, column j the one j units
 * later. Plain JSON; {@link mergeCohortTables} adds up tables of disjoint segments.
 */
export interface CohortTable {
  /** Unit of the cohorts and of the columns. */
  readonly unit: PeriodUnit;
  /** When a customer counts in a column. */
  readonly mode: CohortMode;
  /** What the columns are. */
  readonly windows: CohortWindows;
  /** The moment up to which everything is known: an ISO 8601 instant. */
  readonly asOf: string;
  /** The zone whose calendar was read. */
  readonly timeZone: string;
  /** The day that weeks start on, 0 for Sunday to 6 for Saturday. */
  readonly weekStartsOn: Weekday;
  /** The most columns that were asked for; `null` for no limit. */
  readonly periods: number | null;
  /** One row for each period in which anybody began, in order of time; all of one length. */
  readonly rows: readonly CohortRow[];
  /** All cohorts together. */
  readonly average: CohortAverage;
  /** How many customers there are in all rows. */
  readonly customers: number;
  /** How many of the records given came after `asOf`, and were ignored. */
  readonly afterAsOf: number;
}

/** A row in the making: the counts of the columns that have elapsed, and no others. */
export interface KnownRow {
  readonly cohort: PeriodKey;
  readonly size: number;
  readonly counts: readonly number[];
}

/** What a table says of itself. */
export type CohortTableSettings = Omit<CohortTable, "rows" | "average" | "customers" | "afterAsOf">;

/** Settings as a table shows them. */
export function shownSettings(settings: CohortSettings): CohortTableSettings {
  const { unit, mode, windows, asOf, calendar, periods } = settings;
  return { unit, mode, windows, asOf: shownInstant(asOf), ...calendar, periods };
}

/** The table of counts that lie cohort by cohort in one list. */
export function tableOfCounts(
  settings: CohortSettings,
  { cohorts, width }: Cohorts,
  counts: Uint32Array,
  afterAsOf: number,
): CohortTable {
  const rows = cohorts.map(({ key, size, known }, place) => ({
    cohort: key,
    size,
    counts: Array.from(counts.subarray(place * width, place * width + known)),
  }));
  return cohortTable(shownSettings(settings), rows, afterAsOf);
}

/** The table of rows in order of time. */
export function cohortTable(
  settings: CohortTableSettings,
  known: readonly KnownRow[],
  afterAsOf: number,
): CohortTable {
  let width = 0;
  for (const { counts } of known) width = Math.max(width, counts.length);
  const rows = known.map(({ cohort, size, counts }) => {
    const padded = Array.from({ length: width }, (_, column) => counts[column] ?? null);
    return {
      cohort,
      size,
      counts: padded,
      rates: padded.map((count) => (count === null ? null : count / size)),
    };
  });
  const customers = known.reduce((sum, { size }) => sum + size, 0);
  return { ...settings, rows, average: averageOf(known, width), customers, afterAsOf };
}

function averageOf(rows: readonly KnownRow[], width: number): CohortAverage {
  const sizes = new Array<number>(width).fill(0);
  const sums = new Array<number>(width).fill(0);
  for (const { size, counts } of rows) {
    counts.forEach((count, column) => {
      sizes[column] = (sizes[column] as number) + size;
      sums[column] = (sums[column] as number) + count;
    });
  }
  return { sizes, counts: sums, rates: sums.map((sum, column) => sum / (sizes[column] as number)) };
}
