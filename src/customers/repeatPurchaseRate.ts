// Repeat purchase rate: how many customers ordered again.

import { checkedOptions } from "../errors.ts";
import type { Identifier } from "../records/identifier.ts";
import type { Instant } from "../records/instant.ts";
import type { Order } from "../records/order.ts";
import { proportionRate, type Rate, type RateOptions } from "../statistics/rate.ts";
import { lookBackFrom, spanOf } from "../time/lookBack.ts";
import { readOrders } from "./orders.ts";

/** Options of {@link repeatPurchaseRate}. */
export interface RepeatPurchaseRateOptions extends RateOptions {
  /**
   * The moment to look back from: later orders are ignored and counted.
   * @defaultValue no limit
   */
  readonly asOf?: Instant | undefined;
  /**
   * How many days after the first order the second may come, the last moment included; above 0.
   * @defaultValue no limit
   */
  readonly withinDays?: number | undefined;
}

/** The rate, with what was left out of it. */
export interface RepeatPurchaseRate extends Rate {
  /** The rule by name: whether the second order had to come within so many days. */
  readonly policy: "ordered-again" | "ordered-again-within-days";
  /** How many days the second order could take; `null` for no limit. */
  readonly withinDays: number | null;
  /** The moment up to which was counted, in UTC; `null` for no limit. */
  readonly asOf: string | null;
  /** Orders that were counted. */
  readonly orders: number;
  /** Orders ignored because they were placed after `asOf`. */
  readonly afterAsOf: number;
  /** Customers left out because their days had not run out at `asOf`, whether they ordered again already or not. */
  readonly windowOpen: number;
}

/**
 * Repeat purchase rate: what share of the customers ordered again?
 *
 * Customers with two orders or more ÷ customers with an order, among the orders given. The figure depends on the stretch
 * of time that the orders cover, and new customers, who had little time to come back, pull it down. `withinDays` gives
 * each customer the same time: ordered again are then those whose second order came within so many days of the first, and
 * customers whose days had not run out at `asOf` are left out of numerator *and* denominator, even if they have ordered
 * again already. Without `asOf` all days are taken to have run out. Pass each customer's orders from the first on: where
 * the list begins later, an old customer's first order in it passes for the first of all.
 *
 * Reads `customerId`, `at` and `orderId`; what an order came to does not matter. Rivals ask which share of a period's
 * customers had ordered before, or which share of the orders came from such customers. The orders given are
 * `orders + afterAsOf`, the customers with an order `denominator + windowOpen`.
 *
 * A proportion from 0 to 1; `null` where nobody ordered. The interval is Wilson's.
 *
 * Source: own definition of the practice of online shops; docs/definitions.md names its rivals.
 *
 * @param orders - the orders, in any order
 * @param options - the days; the moment to look back from; level of the interval
 * @throws {@link CxMetricsError} `invalid-instant` for an `at` or `asOf` that is no moment, `invalid-argument` for an order
 * of nobody, an `orderId` given twice, or days that are no finite number above 0
 *
 * @example
 * ```ts
 * import { repeatPurchaseRate } from "cx-metrics";
 *
 * const orders = [
 *   { customerId: "ana", at: "2026-01-05T10:00:00Z" },
 *   { customerId: "ana", at: "2026-01-20T10:00:00Z" },
 *   { customerId: "budi", at: "2026-01-10T10:00:00Z" },
 *   { customerId: "citra", at: "2026-03-01T10:00:00Z" },
 * ];
 * repeatPurchaseRate(orders).rate; // ≈ 0.333
 * const within = repeatPurchaseRate(orders, { withinDays: 30, asOf: "2026-03-10T00:00:00Z" });
 * [within.rate, within.denominator, within.windowOpen]; // → [0.5, 2, 1]
 * ```
 */
export function repeatPurchaseRate(
  orders: Iterable<Pick<Order, "customerId" | "at" | "orderId">>,
  options: RepeatPurchaseRateOptions = {},
): RepeatPurchaseRate {
  const caller = "repeatPurchaseRate";
  const { asOf, withinDays, level } = checkedOptions(caller, options, ["asOf", "withinDays", "level"]);
  const reach = withinDays === undefined ? null : spanOf(caller, "withinDays", withinDays);
  const { end, asOf: shown } = lookBackFrom(caller, asOf);
  const starts = new Map<Identifier, FirstOrders>();
  let [counted, afterAsOf] = [0, 0];
  for (const { customerId, at } of readOrders(caller, orders)) {
    if (at > end) {
      afterAsOf++;
      continue;
    }
    counted++;
    const earlier = starts.get(customerId);
    if (earlier === undefined) starts.set(customerId, { first: at, second: Number.POSITIVE_INFINITY });
    else noteOrder(earlier, at);
  }
  let [again, due, windowOpen] = [0, 0, 0];
  for (const { first, second } of starts.values()) {
    const last = reach === null ? Number.MAX_VALUE : first + reach;
    if (reach !== null && last > end) windowOpen++;
    else {
      due++;
      if (second <= last) again++;
    }
  }
  const policy = reach === null ? "ordered-again" : "ordered-again-within-days";
  return {
    ...proportionRate(caller, again, due, policy, { level }),
    policy,
    withinDays: withinDays ?? null,
    asOf: shown,
    orders: counted,
    afterAsOf,
    windowOpen,
  };
}

/** When a customer's first two orders were placed; Infinity where there is no second. */
interface FirstOrders {
  first: number;
  second: number;
}

function noteOrder(orders: FirstOrders, at: number): void {
  orders.second = Math.min(orders.second, Math.max(orders.first, at));
  orders.first = Math.min(orders.first, at);
}
