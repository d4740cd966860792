// Customer lifetime value: what the margins that a customer will bring are worth now.

import { checkedOptions, refusal, requireOneOf } from "../errors.ts";
import { amountOrNull, checkedAmount, checkedShare, quotient, shareOrNull } from "./amount.ts";

/**
 * When margins come in, and which of them count. With m the margin of a period, r the share that stays and d the
 * discount rate:
 *
 * - `first-payment-included`: at the start of each period, the first at once: m + m·r ÷ (1 + d) + …
 * - `first-payment-excluded`: the same without the first, which has been paid: m·r ÷ (1 + d) + m·r² ÷ (1 + d)² + …
 * - `end-of-period`: at the end of each period, of those there at its start: m ÷ (1 + d) + m·r ÷ (1 + d)² + …
 */
export type PaymentConvention = "first-payment-included" | "first-payment-excluded" | "end-of-period";

/** What {@link customerLifetimeValue} is computed from. Revenue and both rates are of periods of one length. */
export interface LifetimeValueOptions {
  /** Revenue of a customer in one period, from 0 up; `null` where it is not known. */
  readonly revenuePerPeriod: number | null;
  /** Share of the revenue that is left after the cost of serving it, 0 to 1. */
  readonly grossMargin: number;
  /** Share of the customers who leave in one period, 0 to 1; `null` where it is not known. */
  readonly churnRate: number | null;
  /**
   * By how much less money is worth one period later, a proportion from 0 up.
   * @defaultValue 0
   */
  readonly discountRate?: number | undefined;
  /**
   * When margins come in, and which of them count.
   * @defaultValue `"first-payment-included"`
   */
  readonly convention?: PaymentConvention | undefined;
  /**
   * How many payments count, a whole number from 1 up.
   * @defaultValue no limit: the whole life
   */
  readonly periods?: number | undefined;
}

/** A lifetime value with what it rests on. */
export interface LifetimeValue {
  /** The value in the unit of the revenue; `null` where `reason` says why. */
  readonly value: number | null;
  /** Why there is no value: it would be infinite, or revenue or churn is not known. `null` where there is one. */
  readonly reason: "never-ends" | "unknown" | null;
  /** When margins come in, and which of them count. */
  readonly convention: PaymentConvention;
  /** After how many payments the life was cut off; `null` for the whole life. */
  readonly periods: number | null;
}

/**
 * Customer lifetime value (CLV, LTV): what are the margins that a customer will bring worth now?
 *
 * With m = revenuePerPeriod × grossMargin, r = 1 − churnRate and d = discountRate, over the whole life:
 *
 * | `convention` | value |
 * |---|---|
 * | `"first-payment-included"` (default) | m(1 + d) ÷ (1 + d − r) |
 * | `"first-payment-excluded"` | m·r ÷ (1 + d − r) |
 * | `"end-of-period"` | m ÷ (1 + d − r) |
 *
 * All three are right, for different questions: what a customer who is about to pay is worth, what one who has just
 * paid is worth still, and what one who pays in arrears is worth. Without a discount the first and the last are the
 * simple m ÷ churn. Rivals leave the margin out, which values revenue and not what is earned by it, or cut the life
 * off without a word; `periods` does that in so many words. The model holds revenue and churn constant and every
 * customer alike; where new customers leave sooner than old ones, it values the old too low.
 *
 * The cost of acquisition is not taken off. No churn, no discount and no limit give a sum without end: `null`, with the
 * reason `"never-ends"` (a margin of 0 is worth 0 all the same). Unknown revenue or churn: `null`, `"unknown"`.
 *
 * Source: Farris et al., "Marketing Metrics" (2010), and Gupta & Lehmann, "Managing Customers as Investments" (2005),
 * whose m·r ÷ (1 + d − r) leaves the first payment out; the others are the same series with the first payment, and
 * discounted from the end of the period.
 *
 * @param options - revenue, margin, churn and discount of one period; convention; how many payments count
 * @throws {@link CxMetricsError} `invalid-argument` for a figure out of its range (a margin of 80 in place of 0.8), an
 * unknown convention, or a value beyond the largest number
 *
 * @example
 * ```ts
 * import { customerLifetimeValue } from "cx-metrics";
 *
 * const monthly = { revenuePerPeriod: 100, grossMargin: 0.8, churnRate: 0.05 };
 * customerLifetimeValue(monthly).value; // → 1600
 * customerLifetimeValue({ ...monthly, discountRate: 0.01 }).value; // ≈ 1346.67
 * customerLifetimeValue({ ...monthly, periods: 36 }).value; // ≈ 1347.55
 * customerLifetimeValue({ ...monthly, churnRate: 0 }).reason; // → "never-ends"
 * ```
 */
export function customerLifetimeValue(options: LifetimeValueOptions): LifetimeValue {
  const caller = "customerLifetimeValue";
  const checked = checkedOptions(caller, options, KNOWN);
  const { convention = "first-payment-included", discountRate = 0 } = checked;
  requireOneOf(caller, ["convention"], convention, CONVENTIONS);
  const revenue = amountOrNull(caller, "revenuePerPeriod", checked.revenuePerPeriod);
  const grossMargin = checkedShare(caller, "grossMargin", checked.grossMargin);
  const churn = shareOrNull(caller, "churnRate", checked.churnRate);
  const discount = checkedAmount(caller, ["discountRate"], discountRate);
  const periods = periodsOrNull(caller, checked.periods);
  if (revenue === null || churn === null) return { value: null, reason: "unknown", convention, periods };
  const value = worth(caller, revenue * grossMargin, { convention, churn, discount, periods });
  return { value, reason: value === null ? "never-ends" : null, convention, periods };
}

const KNOWN = [
  "revenuePerPeriod",
  "grossMargin",
  "churnRate",
  "discountRate",
  "convention",
  "periods",
] as const;

const CONVENTIONS: readonly PaymentConvention[] = [
  "first-payment-included",
  "first-payment-excluded",
  "end-of-period",
];

function periodsOrNull(caller: string, periods: number | undefined): number | null {
  if (periods === undefined) return null;
  if (Number.isSafeInteger(periods) && periods > 0) return periods;
  throw refusal(caller, "invalid-argument", ["periods"], "a whole number from 1 up", periods);
}

/** How a margin comes in again and again. */
interface Payments {
  readonly convention: PaymentConvention;
  readonly churn: number;
  readonly discount: number;
  readonly periods: number | null;
}

/** What the payments are worth, or `null` where they never end. */
function worth(caller: string, margin: number, payments: Payments): number | null {
  const { convention, churn, discount, periods } = payments;
  if (margin === 0) return 0;
  // 1 + d − r, without the digits that the subtraction would lose.
  const shrinking = churn + discount;
  if (shrinking === 0) return periods === null ? null : quotient(caller, margin * periods, ["periods", 1]);
  const numerator = {
    "first-payment-included": margin * (1 + discount),
    "first-payment-excluded": margin * (1 - churn),
    "end-of-period": margin,
  }[convention];
  // Of the whole life, all but what the payments after the last one would be worth: 1 − (r ÷ (1 + d))^periods.
  const share = periods === null ? 1 : -Math.expm1(periods * (Math.log1p(-churn) - Math.log1p(discount)));
  return quotient(caller, numerator * share, ["churnRate", shrinking]);
}
