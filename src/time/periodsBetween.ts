// Every period from one to another, those without any data too.

import { checkedWeekStart } from "./calendar.ts";
import { firstDayAfter, unitsBetween } from "./periodArithmetic.ts";
import { checkedPair, keyOfDay, type PeriodKey } from "./periodKey.ts";
import type { WeekOptions } from "./weeks.ts";

/**
 * Periods in a row: which days, weeks, months, quarters or years are there from one to another, both included?
 *
 * These are the periods of the calendar, whether anything happened in them or not, and also a day that some zone
 * skipped. Whether a year has 52 or 53 weeks depends on the day that weeks start on, and the key of a week does not
 * tell: give the one that {@link periodOf} was given.
 *
 * @param first - the key of the first period, of any unit
 * @param last - the key of the last, of the same unit
 * @param options - the day that weeks start on; matters for weeks only
 * @returns the keys in order of time; none if `last` is before `first`
 * @throws {@link CxMetricsError} `invalid-argument` for what is no period's key, or keys of differing units
 *
 * @example
 * ```ts
 * import { periodsBetween } from "cx-metrics";
 *
 * periodsBetween("2025-11", "2026-02"); // → ["2025-11", "2025-12", "2026-01", "2026-02"]
 * periodsBetween("2026-W52", "2027-W01"); // → ["2026-W52", "2026-W53", "2027-W01"]
 * periodsBetween("2026", "2025"); // → []
 * ```
 */
export function periodsBetween(
  first: PeriodKey,
  last: PeriodKey,
  options: WeekOptions = {},
): readonly PeriodKey[] {
  const caller = "periodsBetween";
  const weekStartsOn = checkedWeekStart(caller, options);
  const [from, to] = checkedPair(caller, [["first"], first], [["last"], last], weekStartsOn);
  return Array.from({ length: unitsBetween(from, to) + 1 }, (_, i) => {
    // Between two keys there is no period without one.
    return keyOfDay(firstDayAfter(from, i), from.unit, weekStartsOn) as PeriodKey;
  });
}
