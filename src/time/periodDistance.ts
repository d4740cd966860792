// How many units one period is after another.

import { checkedWeekStart } from "./calendar.ts";
import { unitsBetween } from "./periodArithmetic.ts";
import { checkedPair, type PeriodKey } from "./periodKey.ts";
import type { WeekOptions } from "./weeks.ts";

/**
 * Distance of periods: how many days, weeks, months, quarters or years is one after another?
 *
 * Counts steps in the calendar, not elapsed time: from January to February is 1, however many days that is. Whether a
 * year has 52 or 53 weeks depends on the day that weeks start on, and the key of a week does not tell: give the one that
 * {@link periodOf} was given.
 *
 * @param from - the key of a period, of any unit
 * @param to - the key of another of the same unit
 * @param options - the day that weeks start on; matters for weeks only
 * @returns `to` − `from` in their unit; 0 for the same period, negative if `to` is the earlier
 * @throws {@link CxMetricsError} `invalid-argument` for what is no period's key, or keys of differing units
 *
 * @example
 * ```ts
 * import { periodDistance } from "cx-metrics";
 *
 * periodDistance("2025-11", "2026-02"); // → 3
 * periodDistance("2026-W53", "2027-W01"); // → 1
 * periodDistance("2026-Q1", "2025-Q4"); // → -1
 * ```
 */
export function periodDistance(from: PeriodKey, to: PeriodKey, options: WeekOptions = {}): number {
  const caller = "periodDistance";
  const weekStartsOn = checkedWeekStart(caller, options);
  return unitsBetween(...checkedPair(caller, [["from"], from], [["to"], to], weekStartsOn));
}
