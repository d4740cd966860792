// An order of a customer, as a record.

import type { Identifier } from "./identifier.ts";
import type { Instant } from "./instant.ts";

/** One order of a customer. */
export interface Order {
  /** Identifies the customer. Values are compared as they are: `1` and `"1"` are two customers. */
  readonly customerId: Identifier;
  /** When it was placed. */
  readonly at: Instant;
  /** What it came to, from 0 up, in the currency's unit or its smallest unit, the same for all. */
  readonly amount: number;
  /** Identifies the order. Where it is given, no two orders may share it. */
  readonly orderId?: Identifier | null | undefined;
  /**
   * Currency code (ISO 4217). Orders of different currencies cannot be added up and are refused in one call, and so are
   * some with a currency and some without.
   */
  readonly currency?: string | null | undefined;
}
