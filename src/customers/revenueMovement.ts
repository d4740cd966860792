// Revenue movement: how recurring revenue changed from one period to the next, account by account.

import { checkedOptions, requireIterable } from "../errors.ts";
import { type Identifier, requiredIdentifier } from "../records/identifier.ts";
import type { PeriodKey } from "../time/periodKey.ts";
import { type Amounts, amountsOf } from "./amount.ts";
import { addAccounts, balancedMovement, emptyFlows, type RevenueMovement } from "./revenueBalance.ts";

/** Accounts and what each pays in one period: pairs in any iterable, such as a `Map`. */
export type RevenueByAccount = Iterable<readonly [id: Identifier, amount: number]>;

/** Options of {@link revenueMovement}. */
export interface RevenueMovementOptions {
  /**
   * Accounts that had paid at some time before `before`. Those of them who pay again count as reactivated.
   * @defaultValue none: every account that pays now and did not before is new
   */
  readonly seenBefore?: Iterable<Identifier> | undefined;
}

/**
 * Revenue movement: where did the change in recurring revenue come from?
 *
 * Compares what each account paid in one period with what it pays in the next: new, expansion, contraction, churned and
 * reactivated revenue. An account that is not listed pays 0, and one listed with 0 does not pay. What an account pays is
 * one number, so that an upgrade of one product and a downgrade of another in the same account net out;
 * {@link expansionKind} looks into product lines. Rivals book each change of a subscription, so that an account can
 * stand in expansion and contraction at once; the balance is the same.
 *
 * Amounts are finite numbers from 0 up, all in one currency and for periods of one length (the revenue of an annual
 * contract spread over its months). Give them in the currency's smallest unit and every field is exact; decimals
 * are added up with compensation, and the balance holds all the same. Empty lists give zeros.
 *
 * Source: own statement of the decomposition usual for subscriptions; docs/definitions.md compares it with its rivals.
 *
 * @param before - what each account paid in the first period
 * @param after - what each pays in the second
 * @param options - which accounts had paid earlier still
 * @throws {@link CxMetricsError} `invalid-argument` for an amount that is negative or not finite, an account listed
 * twice in one period, or an id that is blank or neither text nor a finite number, naming the index
 *
 * @example
 * ```ts
 * import { revenueMovement } from "cx-metrics";
 *
 * const march = new Map([["ana", 100], ["budi", 50], ["citra", 80]]);
 * const april = new Map([["ana", 130], ["citra", 60], ["dewi", 40], ["eko", 25]]);
 * const movement = revenueMovement(march, april, { seenBefore: ["eko"] });
 * [movement.starting, movement.ending]; // → [230, 255]
 * [movement.new, movement.expansion, movement.reactivated]; // → [40, 30, 25]
 * [movement.contraction, movement.churned]; // → [20, 50]
 * ```
 */
export function revenueMovement(
  before: RevenueByAccount,
  after: RevenueByAccount,
  options: RevenueMovementOptions = {},
): RevenueMovement {
  const caller = "revenueMovement";
  const { seenBefore = [] } = checkedOptions(caller, options, ["seenBefore"]);
  requireIterable(caller, ["seenBefore"], seenBefore);
  const paid = amountsOf(caller, "before", before);
  const pays = amountsOf(caller, "after", after);
  const seen = new Set<Identifier>();
  let index = 0;
  for (const id of seenBefore) seen.add(requiredIdentifier(caller, ["seenBefore", index++], id));
  return movementOf(caller, null, paid, pays, seen);
}

/** The movement between two periods, the second of which may be named. */
export function movementOf(
  caller: string,
  period: PeriodKey | null,
  before: Amounts,
  after: Amounts,
  seenBefore: ReadonlySet<Identifier>,
): RevenueMovement {
  const flows = emptyFlows();
  for (const [id, paid] of before) {
    if (paid === 0) continue;
    const pays = after.get(id) ?? 0;
    addAccounts(flows.starting, 1, paid);
    if (pays === 0) addAccounts(flows.churned, 1, paid);
    else if (pays > paid) addAccounts(flows.expansion, 1, pays - paid);
    else if (pays < paid) addAccounts(flows.contraction, 1, paid - pays);
  }
  for (const [id, pays] of after) {
    if (pays === 0 || (before.get(id) ?? 0) > 0) continue;
    addAccounts(seenBefore.has(id) ? flows.reactivated : flows.new, 1, pays);
  }
  return balancedMovement(caller, period, flows);
}
