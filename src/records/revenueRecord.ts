// Recurring revenue of one customer in one period, as a record.

import type { Identifier } from "./identifier.ts";

/** What a customer's subscriptions came to in one period: a row of a revenue table. */
export interface RevenueRecord {
  /** Identifies the customer. Values are compared as they are: `1` and `"1"` are two customers. */
  readonly customerId: Identifier;
  /** The period's key, all of one unit: usually a month such as `"2026-03"`. */
  readonly period: string;
  /** Recurring revenue, from 0 up, in the currency's unit or its smallest unit, the same for all. */
  readonly amount: number;
  /**
   * Currency code (ISO 4217). Revenue in different currencies cannot be added up and is refused in one call, and so is
   * some with a currency and some without.
   */
  readonly currency?: string | null | undefined;
}
