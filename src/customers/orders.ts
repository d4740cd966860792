// Orders, read one at a time.

import { refusal, requireIterable } from "../errors.ts";
import { type Identifier, identifierOrNull, requiredIdentifier } from "../records/identifier.ts";
import type { Order } from "../records/order.ts";
import { epochOf } from "../time/epoch.ts";
import { requireUnseen } from "./seenOnce.ts";

/** An order with its index in the list, whose it is, and when it was placed in epoch milliseconds. */
export interface ReadOrder<O> {
  readonly index: number;
  readonly order: O;
  readonly customerId: Identifier;
  readonly at: number;
}

/** The orders in turn, or a throw naming the one that is none, is nobody's or has another's `orderId`. */
export function* readOrders<O extends Pick<Order, "customerId" | "at" | "orderId">>(
  caller: string,
  orders: Iterable<O>,
): Generator<ReadOrder<O>, void> {
  requireIterable(caller, ["orders"], orders);
  const orderIds = new Set<Identifier>();
  let index = 0;
  for (const order of orders) {
    if (typeof order !== "object" || order === null) {
      throw refusal(caller, "invalid-argument", ["orders", index], "an object", order);
    }
    const path = ["orders", index, "orderId"];
    const orderId = identifierOrNull(caller, path, order.orderId);
    if (orderId !== null) requireUnseen(caller, path, orderIds, orderId);
    const customerId = requiredIdentifier(caller, ["orders", index, "customerId"], order.customerId);
    yield { index, order, customerId, at: epochOf(caller, ["orders", index, "at"], order.at) };
    index++;
  }
}
