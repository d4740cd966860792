// Repeat contact rate: how many cases were followed by another about the same thing.

import { checkedOptions } from "../errors.ts";
import type { SupportCase } from "../records/supportCase.ts";
import { proportionRate } from "../statistics/rate.ts";
import { lookBackFrom, spanOf } from "../time/lookBack.ts";
import type { CaseRate, CaseRateOptions } from "./caseRate.ts";
import { type Contact, contactOf, nextContacts } from "./nextContacts.ts";
import { readCases } from "./supportCases.ts";

/** Options of {@link repeatContactRate}. */
export interface RepeatContactRateOptions extends CaseRateOptions {
  /** How many days after its opening a case can be repeated, the last moment included; above 0. */
  readonly withinDays: number;
}

/** The rate, with what was left out of it. */
export interface RepeatContactRate extends CaseRate {
  /** The rule by name. */
  readonly policy: "repeated-within-days";
  /** How many days a repeat could take. */
  readonly withinDays: number;
  /** Cases left out because their days had not run out at `asOf`, repeated already or not. */
  readonly windowOpen: number;
}

/**
 * Repeat contact rate: what share of the cases was followed by another of the same customer, about the same thing, within
 * so many days?
 *
 * The days count from a case's opening, whether or not it was solved, and the other case must be opened after it. Two
 * cases are about the same thing unless both have a `topic` and these differ. Each case counts once, however many follow
 * it; of three in a row the first two are repeated. Rivals count the cases that repeat an earlier one (the same number
 * but for those at the edges of the data), or the customers with more than one case; and
 * {@link firstContactResolution} with `"no-repeat-contact"` asks the opposite question of the solved cases, with days
 * that count from the solution.
 *
 * With `asOf`, a case whose days have not run out by then is left out of numerator *and* denominator, even if it has been
 * repeated already. Without `asOf` all days are taken to have run out. Cases without a `customerId` (absent, `null` or
 * blank) cannot be matched and are left out as `unknown`. The cases given are
 * `denominator + windowOpen + unknown + afterAsOf`.
 *
 * A proportion from 0 to 1; `null` over no cases. The interval is Wilson's, which takes cases for independent: those of
 * one customer hardly are, so it is too narrow where few customers open many cases.
 *
 * Source: own definition of the practice in contact centres, where the days are usually 7 or 30; docs/definitions.md
 * names its rivals.
 *
 * @param cases - the cases, in any order
 * @param options - the days; the moment to look back from; level of the interval
 * @throws {@link CxMetricsError} `invalid-instant` for an instant that is none, `invalid-argument` for a `caseId` given
 * twice, an identifier or topic of another type, or days that are no finite number above 0
 *
 * @example
 * ```ts
 * import { repeatContactRate } from "cx-metrics";
 *
 * const rate = repeatContactRate(
 *   [
 *     { customerId: "ana", openedAt: "2026-03-02T09:00:00Z", topic: "invoice" },
 *     { customerId: "ana", openedAt: "2026-03-05T09:00:00Z", topic: "invoice" },
 *     { customerId: "ana", openedAt: "2026-03-06T09:00:00Z", topic: "delivery" },
 *     { customerId: "budi", openedAt: "2026-03-09T09:00:00Z" },
 *   ],
 *   { withinDays: 7, asOf: "2026-03-14T00:00:00Z" },
 * );
 * [rate.rate, rate.denominator, rate.windowOpen]; // → [0.3333333333333333, 3, 1]
 * ```
 */
export function repeatContactRate(
  cases: Iterable<SupportCase>,
  options: RepeatContactRateOptions,
): RepeatContactRate {
  const caller = "repeatContactRate";
  const { withinDays, asOf, level } = checkedOptions(caller, options, ["withinDays", "asOf", "level"]);
  const reach = spanOf(caller, "withinDays", withinDays);
  const { end, asOf: shown } = lookBackFrom(caller, asOf);
  const contacts: Contact[] = [];
  let [repeated, due, windowOpen, unknown, afterAsOf] = [0, 0, 0, 0, 0];
  for (const read of readCases(caller, cases)) {
    const contact = contactOf(caller, read);
    if (read.openedAt > end) afterAsOf++;
    else if (contact === null) unknown++;
    else contacts.push(contact);
  }
  const next = nextContacts(contacts);
  for (const [place, { openedAt }] of contacts.entries()) {
    if (openedAt + reach > end) windowOpen++;
    else {
      due++;
      if ((next[place] as number) <= openedAt + reach) repeated++;
    }
  }
  const policy = "repeated-within-days";
  return {
    ...proportionRate(caller, repeated, due, policy, { level }),
    policy,
    withinDays,
    asOf: shown,
    windowOpen,
    unknown,
    afterAsOf,
  };
}
