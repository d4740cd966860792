// A stay of a customer, as a record.

import type { Identifier } from "./identifier.ts";
import type { Instant } from "./instant.ts";

/**
 * One stay of a customer: from `startedAt` on, and before `endedAt`. A customer who left and came back has several.
 *
 * Stays of one customer that overlap or touch (one ends at the instant at which the next begins) count as one. A stay
 * that ends at the instant at which it began is one all the same: the customer came and left.
 */
export interface Tenure {
  /** Identifies the customer. Values are compared as they are: `1` and `"1"` are two customers. */
  readonly customerId: Identifier;
  /** When the stay began. */
  readonly startedAt: Instant;
  /** When it ended; `null` or absent where it goes on. */
  readonly endedAt?: Instant | null | undefined;
}
