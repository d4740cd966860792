// Revenue movements of every period of a revenue table.

import { checkedOptions, type Path, refusal, refusalInWords, requireIterable } from "../errors.ts";
import { type Identifier, requiredIdentifier } from "../records/identifier.ts";
import { mapEntry } from "../records/mapEntry.ts";
import type { RevenueRecord } from "../records/revenueRecord.ts";
import { checkedWeekStart } from "../time/calendar.ts";
import { checkedPair, checkedPeriod, type PeriodKey } from "../time/periodKey.ts";
import { periodsBetween } from "../time/periodsBetween.ts";
import type { Weekday, WeekOptions } from "../time/weeks.ts";
import { type Amounts, checkedAmount } from "./amount.ts";
import { sameCurrency } from "./currency.ts";
import type { RevenueMovement } from "./revenueBalance.ts";
import { movementOf } from "./revenueMovement.ts";

/** Options of {@link revenueMovementsByPeriod}. */
export interface RevenueMovementsByPeriodOptions extends WeekOptions {
  /**
   * The first period to give a movement of. Records of earlier periods tell who had paid before.
   * @defaultValue the period after the first that has records
   */
  readonly from?: PeriodKey | undefined;
  /**
   * The last period to give a movement of. Records of later periods are checked, and count nowhere.
   * @defaultValue the last period that has records
   */
  readonly to?: PeriodKey | undefined;
}

/**
 * Revenue movements by period: where did each period's change in recurring revenue come from?
 *
 * Compares each period with the one before it, as {@link revenueMovement} does, in a table of who paid what when: one
 * movement per period of the calendar, in order of time, gaps included. A customer without a record in a period paid
 * nothing in it, and so does everybody in a period without records. Who pays again after such a pause counts as
 * reactivated, as far back as the records reach; somebody whose earlier payments are not in the table counts as new.
 *
 * The first period with records has none before it to compare with, so the movements begin with the one after; give
 * `from` to have it all the same, with everybody in it new. Give `to` where the table ends in periods in which nobody
 * paid. For segments, call it with each segment's records and add up with {@link mergeRevenueMovements}.
 *
 * No records give no movements, unless both `from` and `to` are given.
 *
 * Source: own statement of the decomposition usual for subscriptions, see {@link revenueMovement}.
 *
 * @param records - what each customer paid in each period, in any order
 * @param options - first and last period; the day that weeks start on, where the periods are weeks
 * @throws {@link CxMetricsError} `invalid-argument` naming the record, for a period that is none or of another unit than
 * the rest, an amount that is negative or not finite, a customer with two records in one period, two currencies, or one
 * that some records leave out
 *
 * @example
 * ```ts
 * import { netRevenueRetention, revenueMovementsByPeriod } from "cx-metrics";
 *
 * const movements = revenueMovementsByPeriod([
 *   { customerId: "ana", period: "2026-01", amount: 100 },
 *   { customerId: "budi", period: "2026-01", amount: 50 },
 *   { customerId: "ana", period: "2026-02", amount: 120 },
 *   { customerId: "ana", period: "2026-03", amount: 120 },
 *   { customerId: "budi", period: "2026-03", amount: 40 },
 * ]);
 * movements.map(({ period, ending }) => [period, ending]); // → [["2026-02", 120], ["2026-03", 160]]
 * movements.map((movement) => netRevenueRetention(movement)); // → [0.8, 1]
 * movements[1]?.reactivated; // → 40
 * ```
 */
export function revenueMovementsByPeriod(
  records: Iterable<RevenueRecord>,
  options: RevenueMovementsByPeriodOptions = {},
): readonly RevenueMovement[] {
  const caller = "revenueMovementsByPeriod";
  requireIterable(caller, ["records"], records);
  const { from, to, ...weeks } = checkedOptions(caller, options, ["from", "to", "weekStartsOn"]);
  const weekStartsOn = checkedWeekStart(caller, weeks);
  const paid = amountsByPeriod(caller, records, weekStartsOn);
  const present = [...paid.keys()].sort();
  const earliest = present[0] ?? from;
  if (from !== undefined) requirePeriod(caller, ["from"], from, present[0], weekStartsOn);
  if (to !== undefined) requirePeriod(caller, ["to"], to, earliest, weekStartsOn);
  const last = to ?? present.at(-1);
  if (earliest === undefined || last === undefined) return [];
  const first = from === undefined || earliest < from ? earliest : from;
  const movements = movementsFrom(caller, paid, periodsBetween(first, last, { weekStartsOn }));
  // Keys of one unit sort in order of time.
  return movements.filter(({ period }) => (from === undefined ? period > earliest : period >= from));
}

/** What each customer paid in each period that has records. */
type AmountsByPeriod = ReadonlyMap<PeriodKey, Amounts>;

function amountsByPeriod(
  caller: string,
  records: Iterable<RevenueRecord>,
  weekStartsOn: Weekday,
): AmountsByPeriod {
  const byPeriod = new Map<PeriodKey, Map<Identifier, number>>();
  let firstPeriod: PeriodKey | undefined;
  let currency: string | null | undefined;
  let index = 0;
  for (const record of records) {
    if (typeof record !== "object" || record === null) {
      throw refusal(caller, "invalid-argument", ["records", index], "an object", record);
    }
    const customerId = requiredIdentifier(caller, ["records", index, "customerId"], record.customerId);
    const amount = checkedAmount(caller, ["records", index, "amount"], record.amount);
    currency = sameCurrency(caller, ["records", index, "currency"], currency, record.currency);
    const { period } = record;
    if (!byPeriod.has(period)) {
      requirePeriod(caller, ["records", index, "period"], period, firstPeriod, weekStartsOn);
      firstPeriod ??= period;
    }
    const amounts = mapEntry(byPeriod, period, () => new Map<Identifier, number>());
    if (amounts.has(customerId)) {
      const requirement = "the only record of its customer in its period";
      throw refusalInWords(caller, "invalid-argument", ["records", index], requirement, "a second");
    }
    amounts.set(customerId, amount);
    index++;
  }
  return byPeriod;
}

/** Throws unless a key is a period's, of the same unit as the first one's. */
function requirePeriod(
  caller: string,
  path: Path,
  key: PeriodKey,
  first: PeriodKey | undefined,
  weekStartsOn: Weekday,
): void {
  if (first === undefined) checkedPeriod(caller, path, key, weekStartsOn);
  else checkedPair(caller, [["the first period"], first], [path, key], weekStartsOn);
}

/** A movement that says into which period the revenue moved. */
type DatedMovement = RevenueMovement & { readonly period: PeriodKey };

/** The movement into each of the periods in a row; before the first, nobody paid. */
function movementsFrom(
  caller: string,
  paid: AmountsByPeriod,
  periods: readonly PeriodKey[],
): readonly DatedMovement[] {
  const seenBefore = new Set<Identifier>();
  let before: Amounts = new Map();
  return periods.map((period) => {
    const after = paid.get(period) ?? new Map<Identifier, number>();
    const movement = { ...movementOf(caller, period, before, after, seenBefore), period };
    for (const [id, amount] of before) if (amount > 0) seenBefore.add(id);
    before = after;
    return movement;
  });
}
