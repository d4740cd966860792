// Purchases: what each customer's orders amount to.

import { refusal } from "../errors.ts";
import type { Identifier } from "../records/identifier.ts";
import type { Order } from "../records/order.ts";
import { checkedAmount } from "./amount.ts";
import { sameCurrency } from "./currency.ts";
import { readOrders } from "./orders.ts";

/** When a customer last ordered, how often they did, and what it came to. */
export interface Purchases {
  readonly latest: number;
  readonly frequency: number;
  readonly amount: number;
}

/** Each customer's purchases up to a moment, and how many orders were in them and after it. */
export interface PurchasesByCustomer {
  readonly byCustomer: ReadonlyMap<Identifier, Purchases>;
  readonly orders: number;
  readonly afterAsOf: number;
}

/** Folds orders up to `end`, or throws where their amounts cannot be added up. */
export function foldPurchases(caller: string, orders: Iterable<Order>, end: number): PurchasesByCustomer {
  const byCustomer = new Map<Identifier, { latest: number; frequency: number; amount: number }>();
  let currency: string | null | undefined;
  let [counted, afterAsOf, total] = [0, 0, 0];
  for (const { index, order, customerId, at } of readOrders(caller, orders)) {
    const amount = checkedAmount(caller, ["orders", index, "amount"], order.amount);
    currency = sameCurrency(caller, ["orders", index, "currency"], currency, order.currency);
    if (at > end) {
      afterAsOf++;
      continue;
    }
    counted++;
    total += amount;
    if (total === Number.POSITIVE_INFINITY) {
      throw refusal(
        caller,
        "invalid-argument",
        ["orders", index, "amount"],
        "part of a finite total",
        amount,
      );
    }
    const purchases = byCustomer.get(customerId);
    if (purchases === undefined) byCustomer.set(customerId, { latest: at, frequency: 1, amount });
    else {
      purchases.latest = Math.max(purchases.latest, at);
      purchases.frequency++;
      purchases.amount += amount;
    }
  }
  return { byCustomer, orders: counted, afterAsOf };
}
