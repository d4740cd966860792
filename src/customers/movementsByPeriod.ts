// Movements for every period of a calendar, by segment where wanted.

import { checkedOptions, requireIterable } from "../errors.ts";
import { type GroupKey, type GroupReaders, groupingBy } from "../records/grouping.ts";
import type { Identifier } from "../records/identifier.ts";
import { mapEntry } from "../records/mapEntry.ts";
import type { Tenure } from "../records/tenure.ts";
import { checkedCalendar } from "../time/calendar.ts";
import type { PeriodKey, PeriodUnit } from "../time/periodKey.ts";
import { periodRange } from "../time/periodRange.ts";
import { type MovementOptions, movementOf } from "./customerMovement.ts";
import type { Movement, MovementCounts } from "./movement.ts";
import { movementsOf } from "./movementFold.ts";
import { mergedStays, type Stay, stayOf } from "./stays.ts";

/** The calendar of a table of movements, and its segments. */
export interface MovementsByPeriodOptions<T, K extends string> extends MovementOptions {
  /** The unit of the periods. `from` and `to` have to be beginnings of such periods in the time zone. */
  readonly unit: PeriodUnit;
  /**
   * For each dimension, how to read a tenure's value in it: plan, region, … A missing value is a segment of its own.
   * @defaultValue one segment of all tenures, with an empty key
   */
  readonly by?: GroupReaders<T, K> | undefined;
}

/** The movement of a segment in one period. */
export interface PeriodMovement<K extends string> extends Movement {
  /** The segment's value in each dimension. */
  readonly key: GroupKey<K>;
  /** The period by name. */
  readonly period: PeriodKey;
}

/**
 * Customer movements by period: how did the customers change month by month, in each segment?
 *
 * Each row is the {@link customerMovement} of its segment in its period, and `atEnd` of one period is `atStart` of the
 * next. There is a row for every period from `from` to `to`, also where nothing happened; segments are sorted by key, the
 * periods of each by time. A tenure belongs to one segment. Somebody who moves from one to another, with a tenure in
 * each, is lost to the first and acquired by the second, or reactivated if it had them before.
 *
 * All tenures are read in one pass. No tenures give no rows, or the zeros of all periods where there is no `by`.
 *
 * @param tenures - every stay of every customer, in any order
 * @param options - unit, first moment, moment after the last; segments; zone and week of the calendar
 * @returns one row for each segment and period; {@link mergeMovements} adds up segments of one period
 * @throws {@link CxMetricsError} as {@link customerMovement}, and `invalid-argument` for a `from` or `to` within a
 * period, more than 100,000 periods, or a value that is no string, finite number, boolean or missing
 *
 * @example
 * ```ts
 * import { churnRate, movementsByPeriod } from "cx-metrics";
 *
 * const tenures = [
 *   { customerId: "ana", plan: "Pro", startedAt: "2025-04-10T00:00:00Z" },
 *   { customerId: "budi", plan: "Pro", startedAt: "2025-06-01T00:00:00Z", endedAt: "2026-02-20T00:00:00Z" },
 *   { customerId: "citra", plan: "Basic", startedAt: "2026-01-05T00:00:00Z" },
 * ];
 * const months = movementsByPeriod(tenures, { unit: "month", from: "2026-01", to: "2026-03", by: { plan: (t) => t.plan } });
 * months.map((month) => [month.key.plan, month.period, month.atEnd, churnRate(month).rate]);
 * // → [["Basic", "2026-01", 1, null], ["Basic", "2026-02", 1, 0], ["Pro", "2026-01", 2, 0], ["Pro", "2026-02", 1, 0.5]]
 * ```
 */
export function movementsByPeriod<T extends Tenure, const K extends string = never>(
  tenures: Iterable<T>,
  options: MovementsByPeriodOptions<T, K>,
): readonly PeriodMovement<K>[] {
  const caller = "movementsByPeriod";
  requireIterable(caller, ["tenures"], tenures);
  const { unit, from, to, by, timeZone, weekStartsOn } = checkedOptions(caller, options, [
    "unit",
    "from",
    "to",
    "by",
    "timeZone",
    "weekStartsOn",
  ]);
  const calendar = checkedCalendar(caller, { timeZone, weekStartsOn });
  const { keys, boundaries } = periodRange(caller, unit, from, to, calendar);
  const emptySegment = (): Map<Identifier, Stay[]> => new Map();
  const segments = groupingBy(caller, by ?? ({} as GroupReaders<T, K>), emptySegment);
  let index = 0;
  for (const tenure of tenures) {
    const { customerId, stay } = stayOf(caller, index, tenure);
    mapEntry(segments.summaryOf(tenure, index), customerId, (): Stay[] => []).push(stay);
    index++;
  }
  const found = segments.sorted();
  const everybody = { key: {} as GroupKey<K>, summary: emptySegment() };
  const rows = found.length === 0 && by === undefined ? [everybody] : found;
  return rows.flatMap(({ key, summary }) => {
    const counts = movementsOf(mergedStays(summary), boundaries);
    return keys.map((period, p) => {
      const bounds = [boundaries[p] as number, boundaries[p + 1] as number] as const;
      return { key, period, ...movementOf(bounds, counts[p] as MovementCounts) };
    });
  });
}
