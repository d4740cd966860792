// Payback: how long it takes until a customer has brought back what winning it cost.

import { checkedOptions } from "../errors.ts";
import { amountOrNull, checkedShare, quotient, shareOrNull } from "./amount.ts";

/** What {@link paybackPeriods} is computed from. Revenue and churn are of periods of one length. */
export interface PaybackOptions {
  /** What it cost to win a customer, from 0 up; `null` where it is not known. */
  readonly acquisitionCost: number | null;
  /** Revenue of a customer in one period, from 0 up; `null` where it is not known. */
  readonly revenuePerPeriod: number | null;
  /** Share of the revenue that is left after the cost of serving it, 0 to 1. */
  readonly grossMargin: number;
  /**
   * Share of the customers who leave in one period, 0 to 1; `null` where it is not known.
   * @defaultValue 0: everybody stays
   */
  readonly churnRate?: number | null | undefined;
}

/**
 * Payback: after how many periods has a customer brought back what winning it cost?
 *
 * Without churn, the usual figure: acquisitionCost ÷ (revenuePerPeriod × grossMargin). It holds for customers who stay; of
 * those won, some leave before. With `churnRate` it is the time at which the margins of all who were won, the
 * leavers too, add up to their cost: within a period the margin m comes in evenly, and at its end the share c of the
 * customers leaves, so that k whole periods bring m(1 − (1 − c)^k) ÷ c. It is never shorter than without churn. No
 * discount is taken.
 *
 * In periods, not rounded: 7.5 is in the middle of the eighth. `null` where the cost is never brought back: no margin, or
 * a cost that the margins of the whole life, m ÷ c, do not reach; and where a figure is `null`. No cost takes 0 periods.
 *
 * Source: months to recover acquisition cost, as in Skok, "SaaS Metrics 2.0"; with churn, own statement, by the
 * sum of a geometric series.
 *
 * @param options - cost, revenue, margin and churn
 * @throws {@link CxMetricsError} `invalid-argument` for a figure out of its range (a margin of 80 in place of 0.8)
 *
 * @example
 * ```ts
 * import { paybackPeriods } from "cx-metrics";
 *
 * paybackPeriods({ acquisitionCost: 300, revenuePerPeriod: 50, grossMargin: 0.8 }); // → 7.5
 * paybackPeriods({ acquisitionCost: 300, revenuePerPeriod: 50, grossMargin: 0.8, churnRate: 0.05 }); // ≈ 9.167
 * paybackPeriods({ acquisitionCost: 300, revenuePerPeriod: 50, grossMargin: 0.8, churnRate: 0.2 }); // → null
 * ```
 */
export function paybackPeriods(options: PaybackOptions): number | null {
  const caller = "paybackPeriods";
  const known = ["acquisitionCost", "revenuePerPeriod", "grossMargin", "churnRate"] as const;
  const { churnRate = 0, ...figures } = checkedOptions(caller, options, known);
  const cost = amountOrNull(caller, "acquisitionCost", figures.acquisitionCost);
  const revenue = amountOrNull(caller, "revenuePerPeriod", figures.revenuePerPeriod);
  const grossMargin = checkedShare(caller, "grossMargin", figures.grossMargin);
  const churn = shareOrNull(caller, "churnRate", churnRate);
  if (cost === null || revenue === null || churn === null) return null;
  if (cost === 0) return 0;
  // The cost in margins of one period: what payback takes without churn.
  const margins = quotient(caller, cost, ["revenuePerPeriod", revenue * grossMargin]);
  if (margins === null || margins <= 1) return margins;
  return margins * churn < 1 ? periodsUntil(margins, churn) : null;
}

/** How long it takes to bring in so many margins where churn leaves fewer and fewer customers to pay them. */
function periodsUntil(margins: number, churn: number): number {
  if (churn === 0) return margins;
  const decay = Math.log1p(-churn);
  const whole = Math.floor(Math.log1p(-margins * churn) / decay);
  const broughtIn = -Math.expm1(whole * decay) / churn;
  return whole + (margins - broughtIn) / Math.exp(whole * decay);
}
