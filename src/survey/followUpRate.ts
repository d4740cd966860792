// Follow-up rate: how many unhappy respondents heard back in time.

import { checkedOptions, requireIterable } from "../errors.ts";
import type { Identifier } from "../records/identifier.ts";
import type { Instant } from "../records/instant.ts";
import { mapEntry } from "../records/mapEntry.ts";
import { proportionRate, type Rate, type RateOptions } from "../statistics/rate.ts";
import { lookBackFrom, spanOf } from "../time/lookBack.ts";
import { type RespondentRecord, traceOf } from "./respondent.ts";

/** Options of {@link followUpRate}. */
export interface FollowUpRateOptions extends RateOptions {
  /** How many hours after the response a contact still counts, the last moment included; above 0. */
  readonly withinHours: number;
  /**
   * The moment up to which is known what happened: later responses and contacts are ignored, and responses whose
   * time has not run out by then are left out.
   * @defaultValue no limit: every response's time is taken to have run out
   */
  readonly asOf?: Instant | undefined;
}

/** The rate, with what was left out of it. */
export interface FollowUpRate extends Rate {
  /** The rule by name. */
  readonly policy: "followed-up-within-hours";
  /** How many hours a follow-up could take. */
  readonly withinHours: number;
  /** The moment up to which was counted, in UTC; `null` for no limit. */
  readonly asOf: string | null;
  /** Responses left out because their hours had not run out at `asOf`, followed up already or not. */
  readonly open: number;
  /** Responses ignored because they came after `asOf`. */
  readonly afterAsOf: number;
  /** Responses left out because it is not known whose or from when they are: no contact can be matched with them. */
  readonly unmatchable: number;
  /** Contacts ignored because they came after `asOf`. */
  readonly contactsAfterAsOf: number;
  /** Contacts left out because it is not known with whom or when they were. */
  readonly unmatchableContacts: number;
}

/**
 * Follow-up rate: what share of the responses that called for it were followed up within so many hours?
 *
 * Also called the close-the-loop rate. Pass the responses that call for a follow-up, such as those of detractors
 * or of the dissatisfied: this function reads who and when, not the rating. A response is followed up where the same
 * respondent was contacted from its moment on until `withinHours` later, both ends included. Contacts before it
 * don't count; each response counts once, however many contacts it had; one contact can follow up several
 * responses of its respondent. Rivals count contacts made without a limit, or contacts that solved the problem.
 *
 * With `asOf`, a response whose hours have not run out by then is left out of numerator *and* denominator, even if
 * it has been followed up already: keeping the quick ones alone would flatter the rate. Without `asOf` all hours
 * are taken to have run out. Responses and contacts without a respondent (absent, `null` or blank) or a time cannot
 * be matched: they are left out and counted. The responses given are `denominator + open + afterAsOf + unmatchable`.
 *
 * No response to follow up gives a rate of `null`. The interval is Wilson's.
 *
 * Source: own definition of the practice described by Markey, Reichheld & Dullweber, "Closing the Customer Feedback
 * Loop", Harvard Business Review (2009).
 *
 * @param responses - the responses that call for a follow-up
 * @param contacts - the contacts made with respondents, whatever they were about
 * @param options - the time allowed; the moment to look back from; level of the interval
 * @throws {@link CxMetricsError} `invalid-instant` for an `at` or `asOf` that is no moment, `invalid-argument` for a
 * `respondentId` that is no string or finite number, or hours that are no finite number above 0
 *
 * @example
 * ```ts
 * import { followUpRate } from "cx-metrics";
 *
 * const detractors = [
 *   { respondentId: "ana", at: "2026-03-02T09:00:00Z" },
 *   { respondentId: "budi", at: "2026-03-02T10:00:00Z" },
 *   { respondentId: "citra", at: "2026-03-04T08:00:00Z" },
 * ];
 * const contacts = [
 *   { respondentId: "ana", at: "2026-03-03T08:30:00Z" },
 *   { respondentId: "budi", at: "2026-03-04T12:00:00Z" },
 * ];
 * const rate = followUpRate(detractors, contacts, { withinHours: 48, asOf: "2026-03-05T00:00:00Z" });
 * [rate.rate, rate.denominator, rate.open]; // → [0.5, 2, 1]
 * ```
 */
export function followUpRate(
  responses: Iterable<RespondentRecord>,
  contacts: Iterable<RespondentRecord>,
  options: FollowUpRateOptions,
): FollowUpRate {
  const caller = "followUpRate";
  requireIterable(caller, ["responses"], responses);
  requireIterable(caller, ["contacts"], contacts);
  const { withinHours, asOf, level } = checkedOptions(caller, options, ["withinHours", "asOf", "level"]);
  const reach = spanOf(caller, "withinHours", withinHours);
  const { end, asOf: shownAsOf } = lookBackFrom(caller, asOf);
  const made = contactsOf(caller, contacts, end);
  let [index, followedUp, due, open, afterAsOf, unmatchable] = [0, 0, 0, 0, 0, 0];
  for (const response of responses) {
    const { respondent, epoch } = traceOf(caller, "responses", index++, response);
    if (epoch !== null && epoch > end) afterAsOf++;
    else if (respondent === null || epoch === null) unmatchable++;
    else if (epoch + reach > end) open++;
    else {
      due++;
      if (firstFrom(made.byRespondent.get(respondent) ?? [], epoch) <= epoch + reach) followedUp++;
    }
  }
  const policy = "followed-up-within-hours";
  return {
    ...proportionRate(caller, followedUp, due, policy, { level }),
    policy,
    withinHours,
    asOf: shownAsOf,
    open,
    afterAsOf,
    unmatchable,
    contactsAfterAsOf: made.afterAsOf,
    unmatchableContacts: made.unmatchable,
  };
}

/** The moments of each respondent's contacts, earliest first, and how many contacts are not among them. */
interface Contacts {
  readonly byRespondent: ReadonlyMap<Identifier, readonly number[]>;
  readonly afterAsOf: number;
  readonly unmatchable: number;
}

function contactsOf(caller: string, contacts: Iterable<RespondentRecord>, end: number): Contacts {
  const byRespondent = new Map<Identifier, number[]>();
  let [index, afterAsOf, unmatchable] = [0, 0, 0];
  for (const contact of contacts) {
    const { respondent, epoch } = traceOf(caller, "contacts", index++, contact);
    if (epoch !== null && epoch > end) {
      afterAsOf++;
    } else if (respondent === null || epoch === null) {
      unmatchable++;
    } else {
      mapEntry(byRespondent, respondent, (): number[] => []).push(epoch);
    }
  }
  for (const moments of byRespondent.values()) moments.sort((a, b) => a - b);
  return { byRespondent, afterAsOf, unmatchable };
}

/** The first of the sorted moments that is not before `epoch`, by halving; NaN where there is none. */
function firstFrom(moments: readonly number[], epoch: number): number {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((moments[middle] as number) < epoch) low = middle + 1;
    else high = middle;
  }
  return moments[low] ?? Number.NaN;
}
