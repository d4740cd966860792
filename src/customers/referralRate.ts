// Referral rate: how many customers were brought by others, or brought others.

import { checkedOptions, refusal, refusalInWords, requireIterable, requireOneOf } from "../errors.ts";
import { type Identifier, identifierOrNull, requiredIdentifier } from "../records/identifier.ts";
import type { ReferredCustomer } from "../records/referredCustomer.ts";
import { proportionRate, type Rate, type RateOptions } from "../statistics/rate.ts";
import { requireUnseen } from "./seenOnce.ts";

/**
 * Whom the referral rate counts: the customers whom others brought, or those who brought others.
 */
export type ReferralPolicy = "referred-customers" | "referring-customers";

/** Options of {@link referralRate}. */
export interface ReferralRateOptions extends RateOptions {
  /**
   * Whom to count.
   * @defaultValue `"referred-customers"`
   */
  readonly policy?: ReferralPolicy | undefined;
}

/** The rate, with the recommendations that led out of the list. */
export interface ReferralRate extends Rate {
  /** Whom it counts. */
  readonly policy: ReferralPolicy;
  /** Customers who brought one of the list and are not on it themselves. They are in neither number. */
  readonly unlistedReferrers: number;
}

/**
 * Referral rate: what share of the customers did other customers' recommendations bring?
 *
 * Two readings are in use, and the result's `policy` says which was taken:
 *
 * - `"referred-customers"`, the default: customers with a `referredBy` ÷ all customers given. For the rate of a period,
 *   pass the customers won in it. A `referredBy` that is absent, `null` or blank means that nobody's recommendation
 *   brought the customer.
 * - `"referring-customers"`: customers named as somebody's `referredBy` ÷ all customers given. Each counts once, however
 *   many they brought; those who brought somebody and are not on the list are only counted in `unlistedReferrers`.
 *
 * Rivals divide the recommendations made, or those who accepted one, by those invited to make one: those are rates of a
 * programme and not of customers.
 *
 * A proportion from 0 to 1; `null` over no customers. The interval is Wilson's.
 *
 * Source: own definition of the practice of referral programmes; docs/definitions.md names both readings.
 *
 * @param customers - the customers, each once
 * @param options - whom to count; level of the interval
 * @throws {@link CxMetricsError} `invalid-argument` for a customer without an identifier, given twice, or referred by
 * themselves, or an unknown policy
 *
 * @example
 * ```ts
 * import { referralRate } from "cx-metrics";
 *
 * const customers = [
 *   { customerId: "ana" },
 *   { customerId: "budi", referredBy: "ana" },
 *   { customerId: "citra", referredBy: "ana" },
 *   { customerId: "dewi", referredBy: "a former customer" },
 * ];
 * referralRate(customers).rate; // → 0.75
 * const referring = referralRate(customers, { policy: "referring-customers" });
 * [referring.rate, referring.unlistedReferrers]; // → [0.25, 1]
 * ```
 */
export function referralRate(
  customers: Iterable<ReferredCustomer>,
  options: ReferralRateOptions = {},
): ReferralRate {
  const caller = "referralRate";
  const { policy = "referred-customers", level } = checkedOptions(caller, options, ["policy", "level"]);
  requireOneOf(caller, ["policy"], policy, ["referred-customers", "referring-customers"]);
  requireIterable(caller, ["customers"], customers);
  const listed = new Set<Identifier>();
  const referrers = new Set<Identifier>();
  let [index, referred] = [0, 0];
  for (const customer of customers) {
    const referrer = noteCustomer(caller, index++, customer, listed);
    if (referrer === null) continue;
    referred++;
    referrers.add(referrer);
  }
  let referring = 0;
  for (const referrer of referrers) if (listed.has(referrer)) referring++;
  const numerator = policy === "referred-customers" ? referred : referring;
  const rate = proportionRate(caller, numerator, listed.size, policy, { level });
  return { ...rate, policy, unlistedReferrers: referrers.size - referring };
}

/** Notes a customer as listed; returns who brought them, `null` where nobody did. */
function noteCustomer(
  caller: string,
  index: number,
  customer: ReferredCustomer,
  listed: Set<Identifier>,
): Identifier | null {
  if (typeof customer !== "object" || customer === null) {
    throw refusal(caller, "invalid-argument", ["customers", index], "an object", customer);
  }
  const customerPath = ["customers", index, "customerId"];
  const customerId = requiredIdentifier(caller, customerPath, customer.customerId);
  requireUnseen(caller, customerPath, listed, customerId);
  const path = ["customers", index, "referredBy"];
  const referrer = identifierOrNull(caller, path, customer.referredBy);
  if (referrer === customerId) {
    throw refusalInWords(caller, "invalid-argument", path, "another customer or missing", "the customer");
  }
  return referrer;
}
