// The period so many units before or after another.

import { refusal } from "../errors.ts";
import { checkedWeekStart } from "./calendar.ts";
import { firstDayAfter } from "./periodArithmetic.ts";
import { checkedPeriod, keyOfDay, type PeriodKey } from "./periodKey.ts";
import type { WeekOptions } from "./weeks.ts";

/**
 * Shifted period: which day, week, month, quarter or year comes so many of its kind later or earlier?
 *
 * Reckons with periods, not with dates in them, so that no 31 January has to find its day in February. Whether a year
 * has 52 or 53 weeks depends on the day that weeks start on, and the key of a week does not tell: give the one that
 * {@link periodOf} was given.
 *
 * @param key - the period's key, of any unit
 * @param by - how many units later, negative for earlier; 0 gives the key itself
 * @param options - the day that weeks start on; matters for weeks only
 * @returns the key of the other period, of the same unit
 * @throws {@link CxMetricsError} `invalid-argument` for what is no period's key, for `by` that is not whole, or that
 * leaves the years 1 to 9999
 *
 * @example
 * ```ts
 * import { shiftPeriod } from "cx-metrics";
 *
 * shiftPeriod("2026-01", -1); // → "2025-12"
 * shiftPeriod("2026-Q1", 4); // → "2027-Q1"
 * shiftPeriod("2026-W52", 1); // → "2026-W53"
 * shiftPeriod("2026-W52", 1, { weekStartsOn: 0 }); // → "2027-W01"
 * ```
 */
export function shiftPeriod(key: PeriodKey, by: number, options: WeekOptions = {}): PeriodKey {
  const caller = "shiftPeriod";
  const weekStartsOn = checkedWeekStart(caller, options);
  const period = checkedPeriod(caller, ["key"], key, weekStartsOn);
  if (!Number.isInteger(by)) throw refusal(caller, "invalid-argument", ["by"], "a whole number", by);
  const shifted = keyOfDay(firstDayAfter(period, by), period.unit, weekStartsOn);
  if (shifted !== null) return shifted;
  const requirement = `a number of ${period.unit}s that stays in the years 1 to 9999`;
  throw refusal(caller, "invalid-argument", ["by"], requirement, by);
}
