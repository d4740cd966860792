// What it costs to win a customer, and how that compares with what the customer is worth.

import { checkedCount, requireObject } from "../errors.ts";
import { amountOrNull, checkedAmount, quotient } from "./amount.ts";

/** What was spent on winning customers, and how many were won by it. */
export interface AcquisitionSpend {
  /** What was spent, from 0 up. */
  readonly spend: number;
  /** How many customers were won by it. */
  readonly acquired: number;
}

/**
 * Customer acquisition cost (CAC): what does it cost to win a customer?
 *
 * Spend ÷ customers acquired. What the spend holds is the caller's choice and changes the figure: advertising alone, or
 * salaries and tools of marketing and sales too (fully loaded). So is whose acquisition counts: all new customers (blended),
 * or those won by paid channels only. Where a sale takes months, the spend belongs to customers of a later period.
 *
 * In the unit of the spend; `null` where nobody was acquired.
 *
 * Source: Farris et al., "Marketing Metrics" (2010), average acquisition cost.
 *
 * @param spending - what was spent and how many customers were won
 * @throws {@link CxMetricsError} `invalid-argument` for a spend that is negative or not finite, `invalid-count` for a
 * number of customers that is not a whole number from 0 up
 *
 * @example
 * ```ts
 * import { customerAcquisitionCost } from "cx-metrics";
 *
 * customerAcquisitionCost({ spend: 12000, acquired: 40 }); // → 300
 * ```
 */
export function customerAcquisitionCost(spending: AcquisitionSpend): number | null {
  const caller = "customerAcquisitionCost";
  requireObject(caller, ["spending"], spending);
  const spend = checkedAmount(caller, ["spend"], spending.spend);
  return quotient(caller, spend, ["acquired", checkedCount(caller, ["acquired"], spending.acquired)]);
}

/**
 * Lifetime value to acquisition cost (LTV : CAC): how many times over does a customer bring back what it cost?
 *
 * Both must be of the same kind of customer, and the value one of margins, not of revenue. The value of a customer about
 * to be won has its first payment included. A ratio says nothing of time: two businesses at 3 may wait one year or five
 * for their money, which {@link paybackPeriods} tells.
 *
 * `null` where the cost is 0, and where either is `null`.
 *
 * Source: a quotient; see {@link customerLifetimeValue} and {@link customerAcquisitionCost}.
 *
 * @param lifetimeValue - what a customer is worth, from 0 up, or `null`
 * @param acquisitionCost - what it costs to win one, from 0 up, or `null`
 * @throws {@link CxMetricsError} `invalid-argument` for an amount that is negative or not finite
 *
 * @example
 * ```ts
 * import { customerAcquisitionCost, customerLifetimeValue, ltvToCac } from "cx-metrics";
 *
 * const { value } = customerLifetimeValue({ revenuePerPeriod: 60, grossMargin: 0.75, churnRate: 0.05 });
 * ltvToCac(value, customerAcquisitionCost({ spend: 12000, acquired: 40 })); // → 3
 * ```
 */
export function ltvToCac(lifetimeValue: number | null, acquisitionCost: number | null): number | null {
  const caller = "ltvToCac";
  const value = amountOrNull(caller, "lifetimeValue", lifetimeValue);
  const cost = amountOrNull(caller, "acquisitionCost", acquisitionCost);
  if (value === null || cost === null) return null;
  return quotient(caller, value, ["acquisitionCost", cost]);
}
