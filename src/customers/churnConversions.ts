// What a churn rate means over a year, and how long customers stay at it.

import { refusal } from "../errors.ts";
import { checkedShare, quotient } from "./amount.ts";

/**
 * Annual churn: what share of the customers is lost in a year, where each period loses the same share of those left?
 *
 * 1 − (1 − rate)^k for k periods in a year. Rivals multiply the rate by k, which is more than is lost (5 % a month
 * would be 60 %, and is 46 %) and can exceed 1. It assumes that those who stay leave as readily as before; where
 * new customers leave sooner than old ones, a survival curve tells more.
 *
 * A proportion from 0 to 1, accurate for tiny rates too. `null`, the rate over nobody, stays `null`. The rates of
 * {@link churnRate} with the denominators `"start"` and `"start-plus-acquired"` are proportions; one over `"average"`
 * can exceed 1 and is then refused.
 *
 * Source: compound decay; Farris et al., "Marketing Metrics" (2010), treats retention over several periods as
 * its power.
 *
 * @param rate - churn rate of one period, 0 to 1, or `null`
 * @param periodsPerYear - how many such periods a year has, above 0: 12 for months, 4 for quarters
 * @throws {@link CxMetricsError} `invalid-argument` for a rate that is no proportion, or periods that are no finite
 * number above 0
 *
 * @example
 * ```ts
 * import { annualizeChurn, churnRate } from "cx-metrics";
 *
 * annualizeChurn(0.05, 12); // ≈ 0.45964
 * annualizeChurn(churnRate({ atStart: 200, lost: 4 }).rate, 12); // ≈ 0.21528
 * ```
 */
export function annualizeChurn<R extends number | null>(
  rate: R,
  periodsPerYear: number,
): R extends null ? null : number {
  const caller = "annualizeChurn";
  if (!(Number.isFinite(periodsPerYear) && periodsPerYear > 0)) {
    throw refusal(caller, "invalid-argument", ["periodsPerYear"], "a finite number above 0", periodsPerYear);
  }
  const annual = rate === null ? null : lostAfter(periodsPerYear, checkedShare(caller, "rate", rate));
  return annual as R extends null ? null : number;
}

/** 1 − (1 − rate)^periods, without losing the digits of a tiny rate. */
function lostAfter(periods: number, rate: number): number {
  return -Math.expm1(periods * Math.log1p(-rate));
}

/**
 * Expected lifetime: how many periods does a customer stay on average, where each period loses the same share?
 *
 * 1 ÷ churn rate, in the periods of the rate: at 5 % a month, 20 months. The period in which a customer leaves counts as
 * a whole one; counting completed periods only gives one less. Rivals take the mean tenure of customers who have
 * left, which is too short as long as others stay. It assumes that old customers leave as readily as new ones.
 *
 * `null` at a rate of 0, where nobody ever leaves, and where the rate is `null`.
 *
 * Source: the mean of the geometric distribution.
 *
 * @param churnRate - churn rate of one period, 0 to 1, or `null`
 * @throws {@link CxMetricsError} `invalid-argument` for a rate that is no proportion, or too small to divide by
 *
 * @example
 * ```ts
 * import { expectedLifetime } from "cx-metrics";
 *
 * expectedLifetime(0.05); // → 20
 * expectedLifetime(0); // → null
 * ```
 */
export function expectedLifetime(churnRate: number | null): number | null {
  const caller = "expectedLifetime";
  if (churnRate === null) return null;
  return quotient(caller, 1, ["churnRate", checkedShare(caller, "churnRate", churnRate)]);
}
