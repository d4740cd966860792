// Which survey is due for a party, which is not, and why.

import { checkedOptions } from "../errors.ts";
import { compareGroupValues } from "../records/groupValue.ts";
import type { Identifier } from "../records/identifier.ts";
import type { Instant } from "../records/instant.ts";
import { epochOf, epochOrNull, shownInstant } from "../time/epoch.ts";
import { checkedSurveyPolicy, type SurveyPolicyChanges } from "./checkedSurveyPolicy.ts";
import { type KnownParty, readParty } from "./readParty.ts";
import { type Candidate, candidatesOf } from "./surveyCandidates.ts";
import { type Limits, limitsAfter } from "./surveyLimits.ts";
import type { SurveyKind, SurveyParty } from "./surveyParty.ts";
import type { SurveyAudience } from "./surveyPolicy.ts";

/** Options of {@link surveysDue}. */
export interface SurveysDueOptions {
  /** The moment of the question: what came later is ignored and counted. */
  readonly asOf: Instant;
  /**
   * What differs from the usual policy; a list replaces the whole list.
   * @defaultValue {@link DEFAULT_SURVEY_POLICY}
   */
  readonly policy?: SurveyPolicyChanges | undefined;
}

/**
 * Why a survey is due or held.
 *
 * - `nothing-holds-it`: it is due
 * - `no-consent`, `consent-unknown`: the party did not agree to be asked, or it is not known whether it did
 * - `invitations-unknown`: it is not known what the party was invited to, so that it may be left alone by right
 * - `wrong-role`, `role-unknown`: it is for who buys or uses, and the party does not, or it is not known whether it does
 * - `not-yet`: its time is to come
 * - `quiet-period`: the party was invited a short while ago
 * - `cap`: the party was invited often enough this quarter
 * - `another-first`: one of higher priority is due
 */
export type SurveyReason =
  | "nothing-holds-it"
  | "no-consent"
  | "consent-unknown"
  | "invitations-unknown"
  | "wrong-role"
  | "role-unknown"
  | "not-yet"
  | "quiet-period"
  | "cap"
  | "another-first";

/** Whether a survey is due, and why. */
export interface SurveyDecision {
  /** The survey. */
  readonly survey: SurveyKind;
  /** The event that it asks about; `null` where the event has no name, and for what is asked at regular intervals. */
  readonly eventId: Identifier | null;
  /** The rule of the policy that calls for it. */
  readonly rule: string;
  /** Whether to send it now. */
  readonly status: "due" | "held";
  /** Why; where several things hold it, what does so for longest. */
  readonly reason: SurveyReason;
  /** When it is or was due, were there nothing to hold it, in UTC. */
  readonly dueAt: string;
  /** When it is too late to ask, in UTC; `null` where it never is. */
  readonly expiresAt: string | null;
  /**
   * Until when it is held, in UTC; `null` where it is due, where no date ends what holds it, and where it would be too late
   * by then.
   */
  readonly heldUntil: string | null;
}

/** What a party is to be asked, and what not. */
export interface SurveyPlan {
  /** The moment of the decisions, in UTC. */
  readonly asOf: string;
  /** Every survey still to be asked, by priority, and of one kind the latest due first. At most one of them is due. */
  readonly decisions: readonly SurveyDecision[];
  /** How many surveys about events were left out because the party was invited to them. */
  readonly asked: number;
  /** How many were left out because it is too late. */
  readonly expired: number;
  /** How many were left out because the party has left since. */
  readonly closed: number;
  /** How many events and invitations were ignored because they came after `asOf`. */
  readonly afterAsOf: number;
}

/**
 * Which survey is due for this party, and why are the others not?
 *
 * {@link DEFAULT_SURVEY_POLICY} says which event calls for which survey, when it is due and when it is too late. Effort and
 * satisfaction ask about one experience, so that an event calls for one of them, the first by priority: effort where a
 * problem had to be solved. Of several that could be asked now one is due, by priority and then the latest; the
 * others wait for the quiet period after it. Send it, add it to `invitations`, and nothing else is due at that moment.
 *
 * Nobody is asked who did not agree, in a quiet period, or beyond the cap per quarter. Not known is not yes: where consent,
 * the role or the invitations are not known, the survey is held and says so. The buyer is asked about the purchase and the
 * user about the use; where `buys` and `uses` are not known, a purchase among the events shows that the party buys, an
 * onboarding that it uses. An empty `invitations` says that there were none.
 *
 * An invitation settles what it asked about: the event that it names, or, where it names none, everything before it. Who has
 * left is asked why and nothing about the time before; who has bought or been brought in since has come back, and is not
 * asked why it left. What is asked at regular intervals counts from the first event, and then from the latest invitation to it.
 *
 * A quarter is any 90 days: an invitation counts until 90 days after it. `quarter: "calendar"` counts from 1 January, April,
 * July and October in `timeZone`, which allows twice as many around such a day. No events give no decisions.
 *
 * Source: as {@link DEFAULT_SURVEY_POLICY}; quiet period, cap and expiry are our own.
 *
 * @param party - what is known of the party
 * @param options - the moment; what differs from the usual policy
 * @throws {@link CxMetricsError} `invalid-instant` for a date that is no moment, `invalid-argument` for a field that is not of
 * its kind, two events of one name, or a policy that is not in order
 *
 * @example
 * ```ts
 * import { surveysDue } from "cx-metrics";
 *
 * const party = {
 *   consent: true,
 *   events: [
 *     { kind: "purchase", at: "2026-03-01T09:00:00Z", eventId: "order-7" },
 *     { kind: "service-interaction", at: "2026-03-05T09:00:00Z", eventId: "case-3", requiredSolution: true },
 *   ],
 *   invitations: [],
 * } as const;
 * const asOf = "2026-03-06T09:00:00Z";
 * const { decisions } = surveysDue(party, { asOf });
 * decisions.map(({ survey, status, reason }) => `${survey} ${status}: ${reason}`);
 * // → ["ces due: nothing-holds-it", "csat held: another-first", "nps held: not-yet"]
 * decisions[2]?.heldUntil; // → "2026-03-31T09:00:00.000Z"
 *
 * const invited = { ...party, invitations: [{ survey: "ces", at: asOf, eventId: "case-3" }] } as const;
 * surveysDue(invited, { asOf }).decisions.filter(({ status }) => status === "due"); // → []
 * surveysDue({ ...party, consent: undefined }, { asOf }).decisions[0]?.reason; // → "consent-unknown"
 * ```
 */
export function surveysDue(party: SurveyParty, options: SurveysDueOptions): SurveyPlan {
  const caller = "surveysDue";
  const { asOf: moment, policy: changes } = checkedOptions(caller, options, ["asOf", "policy"]);
  const asOf = epochOf(caller, ["asOf"], moment);
  const policy = checkedSurveyPolicy(caller, changes);
  const known = readParty(caller, party, asOf);
  const { open, ...leftOut } = candidatesOf(known, policy, asOf);
  const sent = known.invitations ?? [];
  const limits = limitsAfter(caller, sent, policy, asOf);
  const afterOneMore = limitsAfter(caller, [...sent, { at: asOf, unanswered: false }], policy, asOf);
  const rank = ({ survey }: Candidate): number => policy.priority.indexOf(survey);
  let free = true;
  const decisions = [...open]
    .sort((a, b) => rank(a) - rank(b) || inOrder(a, b))
    .map((candidate) => {
      const barrier = barrierOf(known, candidate.asks);
      if (barrier !== null) return held(candidate, barrier, Number.POSITIVE_INFINITY);
      const hold = longestHold(candidate, limits, asOf);
      if (hold !== null) return held(candidate, ...hold);
      if (!free) return held(candidate, "another-first", untilBoth(afterOneMore));
      free = false;
      return decision(candidate, "due", "nothing-holds-it", null);
    });
  return { asOf: shownInstant(asOf), decisions, ...leftOut, afterAsOf: known.afterAsOf };
}

/** The latest due first, then by name. */
function inOrder(a: Candidate, b: Candidate): number {
  const names = compareGroupValues(a.eventId, b.eventId);
  return b.dueAt - a.dueAt || names || compareGroupValues(a.rule, b.rule);
}

/** What holds a survey without an end in sight. */
function barrierOf(party: KnownParty, asks: SurveyAudience): SurveyReason | null {
  const { consent, invitations } = party;
  if (consent !== true) return consent === false ? "no-consent" : "consent-unknown";
  if (invitations === null) return "invitations-unknown";
  const isAsked = belongsTo(party, asks);
  if (isAsked !== true) return isAsked === false ? "wrong-role" : "role-unknown";
  return null;
}

function belongsTo({ buys, uses }: KnownParty, asks: SurveyAudience): boolean | null {
  switch (asks) {
    case "buyer":
      return buys;
    case "user":
      return uses;
    case "buyer-or-user":
      return buys === true || uses === true ? true : buys === false && uses === false ? false : null;
    case "anyone":
      return true;
  }
}

/** What holds a survey for longest, and until when; `null` where nothing does. */
function longestHold(
  { dueAt }: Candidate,
  { quietUntil, capUntil }: Limits,
  asOf: number,
): readonly [SurveyReason, number] | null {
  const holds: readonly (readonly [SurveyReason, number])[] = [
    ["not-yet", dueAt],
    ["quiet-period", quietUntil],
    ["cap", capUntil],
  ];
  const longest = holds.reduce((a, b) => (b[1] > a[1] ? b : a));
  return longest[1] > asOf ? longest : null;
}

function untilBoth({ quietUntil, capUntil }: Limits): number {
  return Math.max(quietUntil, capUntil);
}

function held(candidate: Candidate, reason: SurveyReason, until: number): SurveyDecision {
  const inTime = until < candidate.expiresAt;
  return decision(candidate, "held", reason, inTime ? shownOrNull(until) : null);
}

function decision(
  { survey, eventId, rule, dueAt, expiresAt }: Candidate,
  status: SurveyDecision["status"],
  reason: SurveyReason,
  heldUntil: string | null,
): SurveyDecision {
  const expiry = shownOrNull(expiresAt);
  return { survey, eventId, rule, status, reason, dueAt: shownInstant(dueAt), expiresAt: expiry, heldUntil };
}

/** An instant as a result shows it; `null` beyond the range of dates. */
function shownOrNull(epoch: number): string | null {
  return epochOrNull(epoch) === null ? null : shownInstant(epoch);
}
