// Cohort tables of disjoint segments, added up.

import {
  checkedCount,
  naming,
  type Path,
  refusal,
  refusalInWords,
  requireIterable,
  requireObject,
  requireOneOf,
} from "../errors.ts";
import { checkedPeriod, type PeriodKey } from "../time/periodKey.ts";
import { type CohortSettings, cohortSettings } from "./cohortSettings.ts";
import {
  type CohortRow,
  type CohortTable,
  cohortTable,
  type KnownRow,
  shownSettings,
} from "./cohortTable.ts";

/** What has to be equal in all tables. */
const SETTINGS = ["unit", "mode", "windows", "asOf", "timeZone", "weekStartsOn", "periods"] as const;

/**
 * Adds up cohort tables: what became of all customers, if that became of their segments?
 *
 * For segments that share no customers, of one unit, mode, kind of columns, zone, week, limit of columns and moment. Sizes and
 * counts of a cohort are added, so that its rates are the segments' weighted by their sizes. A cell is `null`
 * where it is in any of the tables that have the cohort. The order does not matter, and the sum is the table of all
 * records together.
 *
 * @param tables - one or more tables
 * @throws {@link CxMetricsError} `invalid-argument` for no tables, differing settings, or what is no cohort table;
 * `invalid-count` or `impossible-counts` for counts that no table has, naming the index
 *
 * @example
 * ```ts
 * import { mergeCohortTables, tenureCohorts } from "cx-metrics";
 *
 * const options = { unit: "month", asOf: "2026-03-01T00:00:00Z" } as const;
 * const basic = tenureCohorts([{ customerId: "ana", startedAt: "2026-01-10T00:00:00Z" }], options);
 * const pro = tenureCohorts(
 *   [{ customerId: "budi", startedAt: "2026-01-20T00:00:00Z", endedAt: "2026-02-10T00:00:00Z" }],
 *   options,
 * );
 * mergeCohortTables([basic, pro]).rows;
 * // → [{ cohort: "2026-01", size: 2, counts: [2, 1], rates: [1, 0.5] }]
 * ```
 */
export function mergeCohortTables(tables: Iterable<CohortTable>): CohortTable {
  const caller = "mergeCohortTables";
  requireIterable(caller, ["tables"], tables);
  const merged = new Map<PeriodKey, KnownRow>();
  let first: { readonly table: CohortTable; readonly settings: CohortSettings } | null = null;
  let [index, afterAsOf] = [0, 0];
  for (const table of tables) {
    const path = ["tables", index++];
    requireObject(caller, path, table, "a cohort table");
    first ??= { table, settings: naming(caller, path, () => settingsOf(table)) };
    requireSameSettings(caller, path, first.table, table);
    for (const row of rowsOf(caller, path, table, first.settings)) {
      const before = merged.get(row.cohort);
      merged.set(row.cohort, before === undefined ? row : sumOf(before, row));
    }
    afterAsOf += checkedCount(caller, [...path, "afterAsOf"], table.afterAsOf);
  }
  if (first === null) {
    throw refusalInWords(caller, "invalid-argument", ["tables"], "one table or more", "none");
  }
  // The keys of one unit sort in order of time.
  const rows = [...merged.values()].sort((a, b) => (a.cohort < b.cohort ? -1 : 1));
  const table = cohortTable(shownSettings(first.settings), rows, afterAsOf);
  checkedCount(caller, ["tables", "customers"], table.customers);
  return table;
}

function settingsOf(table: CohortTable): CohortSettings {
  const caller = "cohortTable";
  const { unit, mode, windows, asOf, timeZone, weekStartsOn, periods } = table;
  requireOneOf(caller, ["mode"], mode, ["on", "on-or-after", "tenure"]);
  return cohortSettings(caller, mode, {
    unit,
    asOf,
    windows,
    periods: periods ?? undefined,
    timeZone,
    weekStartsOn,
  });
}

function requireSameSettings(caller: string, path: Path, first: CohortTable, table: CohortTable): void {
  for (const name of SETTINGS) {
    if (table[name] === first[name]) continue;
    const requirement = "that of the first table";
    throw refusalInWords(caller, "invalid-argument", [...path, name], requirement, "another");
  }
}

function rowsOf(
  caller: string,
  path: Path,
  table: CohortTable,
  settings: CohortSettings,
): readonly KnownRow[] {
  if (!Array.isArray(table.rows)) {
    throw refusal(caller, "invalid-argument", [...path, "rows"], "an array", table.rows);
  }
  // `map` would leave holes as they are.
  return Array.from(table.rows, (row: CohortRow, r) => knownRow(caller, [...path, "rows", r], row, settings));
}

/** A row without the cells that have not elapsed, or a throw. */
function knownRow(caller: string, path: Path, row: CohortRow, { unit, calendar }: CohortSettings): KnownRow {
  requireObject(caller, path, row);
  const { cohort, size, counts } = row;
  const period = checkedPeriod(caller, [...path, "cohort"], cohort, calendar.weekStartsOn);
  if (period.unit !== unit) {
    throw refusalInWords(caller, "invalid-argument", [...path, "cohort"], `a ${unit}`, `a ${period.unit}`);
  }
  if (checkedCount(caller, [...path, "size"], size) === 0) {
    throw refusal(caller, "impossible-counts", [...path, "size"], "1 or more", size);
  }
  if (!Array.isArray(counts)) {
    throw refusal(caller, "invalid-argument", [...path, "counts"], "an array", counts);
  }
  const unknown = counts.indexOf(null);
  const known = (unknown < 0 ? counts : counts.slice(0, unknown)).map((count: number, column) => {
    const place = [...path, "counts", column];
    const checked = checkedCount(caller, place, count);
    if (checked <= size) return checked;
    throw refusal(caller, "impossible-counts", place, `at most size (${size})`, count);
  });
  return { cohort, size, counts: known };
}

function sumOf(a: KnownRow, b: KnownRow): KnownRow {
  const known = Math.min(a.counts.length, b.counts.length);
  const counts = a.counts.slice(0, known).map((count, column) => count + (b.counts[column] as number));
  return { cohort: a.cohort, size: a.size + b.size, counts };
}
