// First contact resolution: how many cases were solved without the customer having to come back.

import { checkedOptions, refusal, requireOneOf } from "../errors.ts";
import type { SupportCase } from "../records/supportCase.ts";
import { proportionRate } from "../statistics/rate.ts";
import { lookBackFrom, spanOf } from "../time/lookBack.ts";
import type { CaseRate, CaseRateOptions } from "./caseRate.ts";
import { type Contact, contactOf, nextContacts } from "./nextContacts.ts";
import { countOf, hasCome, readCases, solvedAtOf } from "./supportCases.ts";

/**
 * What makes a solved case one that was resolved in the first contact.
 *
 * - `resolved-in-first-contact`: it took one contact; reads `contacts`
 * - `no-customer-reply`: the customer never had to write or call again; reads `customerReplies`
 * - `no-repeat-contact`: the customer opened no other case about the same thing, from its opening on until `withinDays`
 *   after its first solution; reads `customerId` and `topic`
 */
export type FirstContactPolicy = "resolved-in-first-contact" | "no-customer-reply" | "no-repeat-contact";

const POLICIES: readonly FirstContactPolicy[] = [
  "resolved-in-first-contact",
  "no-customer-reply",
  "no-repeat-contact",
];

/** Out of which cases the first contact resolution is counted. */
export type FirstContactBase = "solved" | "all";

/** Options of {@link firstContactResolution}. */
export interface FirstContactResolutionOptions extends CaseRateOptions {
  /** What makes a case one that was resolved in the first contact. */
  readonly policy: FirstContactPolicy;
  /**
   * Out of which cases is counted: the solved ones, or also those still open, which then count as not resolved.
   * @defaultValue `"solved"`
   */
  readonly of?: FirstContactBase | undefined;
  /**
   * How many days after its solution a case can still be repeated, the last moment included; above 0. Only for
   * `"no-repeat-contact"`, which needs it.
   * @defaultValue none
   */
  readonly withinDays?: number | undefined;
}

/** The rate, with what was left out of it. */
export interface FirstContactResolution extends CaseRate {
  /** What made a case one that was resolved in the first contact. */
  readonly policy: FirstContactPolicy;
  /** Out of which cases was counted. */
  readonly of: FirstContactBase;
  /** How many days a repeat could take; `null` where the policy has no window. */
  readonly withinDays: number | null;
  /** Cases left out because they were not solved by `asOf`; 0 out of `"all"`, where they count. */
  readonly open: number;
  /** Solved cases left out because their days had not run out at `asOf`, repeated already or not. */
  readonly windowOpen: number;
}

/**
 * First contact resolution: what share of the cases was solved without the customer having to come back?
 *
 * There is no common definition, so the policy must be named; see {@link FirstContactPolicy}. The first two trust what
 * the desk has written down about a case, the third looks at what the customer did, and also finds those who opened a new
 * case in place of answering in the old one. Two cases of one customer are about the same thing unless both have a
 * `topic` and these differ. Cases opened at the same moment are no repeats of each other.
 *
 * A case is solved where `firstSolvedAt` is known and not after `asOf`. Practice divides by the solved cases or by all:
 * out of `"solved"`, the default, hard cases that stay open are left out, which flatters while there are many of them;
 * out of `"all"` they count as not resolved, as do cases opened a minute ago. Solved cases whose deciding field
 * (`contacts`, `customerReplies`, `customerId`) is absent are left out as `unknown`. With `"no-repeat-contact"` and
 * `asOf`, a case whose days have not run out is left out of numerator *and* denominator, even if it has been repeated
 * already; without `asOf` all days are taken to have run out. `contacts` and `customerReplies` count as they stand in the
 * record; `asOf` cannot take them back. The cases given are `denominator + open + windowOpen + unknown + afterAsOf`.
 *
 * A proportion from 0 to 1; `null` over no cases. The interval is Wilson's.
 *
 * Source: the first policy as MetricNet, "Metric of the Month: First Contact Resolution Rate", defines it; the second as
 * Freshservice, "How do you calculate FCR?"; the third is the repeat-call method of call centres, with a window of our
 * caller's. docs/definitions.md compares them.
 *
 * @param cases - the cases, in any order
 * @param options - the policy; which cases count; the days of a repeat; the moment to look back from; level of the interval
 * @throws {@link CxMetricsError} `invalid-instant` for an instant that is none, `invalid-count` for a count that is none,
 * `invalid-argument` for a solution before the opening, a `caseId` given twice, or `withinDays` missing or out of place
 *
 * @example
 * ```ts
 * import { firstContactResolution } from "cx-metrics";
 *
 * const opened = { openedAt: "2026-03-02T09:00:00Z" };
 * const rate = firstContactResolution(
 *   [
 *     { ...opened, firstSolvedAt: "2026-03-02T09:20:00Z", contacts: 1 },
 *     { ...opened, firstSolvedAt: "2026-03-04T16:00:00Z", contacts: 3 },
 *     { ...opened, contacts: 1 },
 *   ],
 *   { policy: "resolved-in-first-contact" },
 * );
 * [rate.rate, rate.denominator, rate.open]; // → [0.5, 2, 1]
 * ```
 */
export function firstContactResolution(
  cases: Iterable<SupportCase>,
  options: FirstContactResolutionOptions,
): FirstContactResolution {
  const caller = "firstContactResolution";
  const known = ["policy", "of", "withinDays", "asOf", "level"] as const;
  const { policy, of = "solved", withinDays, asOf, level } = checkedOptions(caller, options, known);
  requireOneOf(caller, ["policy"], policy, POLICIES);
  requireOneOf(caller, ["of"], of, ["solved", "all"]);
  const { end, asOf: shown } = lookBackFrom(caller, asOf);
  const reach = reachOf(caller, policy, withinDays);
  const outcomes =
    reach === null ? countOutcomes(caller, cases, policy, end) : repeatOutcomes(caller, cases, reach, end);
  const counts = { met: 0, unmet: 0, open: 0, windowOpen: 0, unknown: 0, afterAsOf: 0 };
  for (const outcome of outcomes) counts[outcome]++;
  const { met, unmet, open, ...leftOut } = counts;
  const denominator = met + unmet + (of === "all" ? open : 0);
  return {
    ...proportionRate(caller, met, denominator, policy, { level }),
    policy,
    of,
    withinDays: withinDays ?? null,
    asOf: shown,
    open: of === "all" ? 0 : open,
    ...leftOut,
  };
}

/** What a case comes to: in the rate's numerator, in its denominator only, or left out. */
type Outcome = "met" | "unmet" | "open" | "windowOpen" | "unknown" | "afterAsOf";

/** The fields that the policies without a window read, and the count that they ask for. */
const COUNTED = {
  "resolved-in-first-contact": ["contacts", 1],
  "no-customer-reply": ["customerReplies", 0],
} as const;

/** Milliseconds in which a case can be repeated, `null` where the policy has no window. */
function reachOf(caller: string, policy: FirstContactPolicy, withinDays: number | undefined): number | null {
  if (policy === "no-repeat-contact") return spanOf(caller, "withinDays", withinDays as number);
  if (withinDays === undefined) return null;
  throw refusal(caller, "invalid-argument", ["withinDays"], `absent with "${policy}"`, withinDays);
}

function* countOutcomes(
  caller: string,
  cases: Iterable<SupportCase>,
  policy: FirstContactPolicy,
  end: number,
): Generator<Outcome, void> {
  const [name, wanted] = COUNTED[policy as keyof typeof COUNTED];
  for (const read of readCases(caller, cases)) {
    const solvedAt = solvedAtOf(caller, read, "first-solved");
    const count = countOf(caller, read, name);
    if (read.openedAt > end) yield "afterAsOf";
    else if (!hasCome(solvedAt, end)) yield "open";
    else if (count === null) yield "unknown";
    else yield count === wanted ? "met" : "unmet";
  }
}

function* repeatOutcomes(
  caller: string,
  cases: Iterable<SupportCase>,
  reach: number,
  end: number,
): Generator<Outcome, void> {
  const contacts: Contact[] = [];
  const solutions: (number | null)[] = [];
  for (const read of readCases(caller, cases)) {
    const solvedAt = solvedAtOf(caller, read, "first-solved");
    const contact = contactOf(caller, read);
    if (read.openedAt > end) yield "afterAsOf";
    else if (contact === null) yield hasCome(solvedAt, end) ? "unknown" : "open";
    else {
      contacts.push(contact);
      solutions.push(solvedAt);
    }
  }
  const next = nextContacts(contacts);
  for (const [place, solvedAt] of solutions.entries()) {
    if (!hasCome(solvedAt, end)) yield "open";
    else if (solvedAt + reach > end) yield "windowOpen";
    else yield (next[place] as number) > solvedAt + reach ? "met" : "unmet";
  }
}
