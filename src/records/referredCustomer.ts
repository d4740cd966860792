// A customer and who brought them, as a record.

import type { Identifier } from "./identifier.ts";

/** A customer, and where another customer recommended us to them, who that was. */
export interface ReferredCustomer {
  /** Identifies the customer. Values are compared as they are: `1` and `"1"` are two customers. */
  readonly customerId: Identifier;
  /** The customer whose recommendation brought this one; `null` or absent where nobody's did. */
  readonly referredBy?: Identifier | null | undefined;
}
