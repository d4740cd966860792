// What a party could be asked: each event with the survey that it calls for, and what comes back at intervals.

import type { Identifier } from "../records/identifier.ts";
import { mapEntry } from "../records/mapEntry.ts";
import { daysInMilliseconds } from "../time/epoch.ts";
import { firstMatch } from "./firstMatch.ts";
import type { KnownParty, ReadEvent, ReadInvitation } from "./readParty.ts";
import type { SurveyKind } from "./surveyParty.ts";
import type { SurveyAudience, SurveyPolicy, SurveyRule } from "./surveyPolicy.ts";

/** A survey that may be asked some time. */
export interface Candidate {
  readonly survey: SurveyKind;
  readonly rule: string;
  readonly asks: SurveyAudience;
  readonly eventId: Identifier | null;
  readonly dueAt: number;
  /** From when on it is too late; Infinity where it never is. */
  readonly expiresAt: number;
}

/** The candidates of a party, and how many were ruled out for which reason. */
export interface Candidates {
  readonly open: readonly Candidate[];
  readonly asked: number;
  readonly expired: number;
  readonly closed: number;
}

/** Every survey that is still to be asked. */
export function candidatesOf(party: KnownParty, policy: SurveyPolicy, asOf: number): Candidates {
  const { events } = party;
  const invitations = party.invitations ?? [];
  const leftAt = latest(events.filter(({ kind }) => kind === "relationship-end"));
  const cameBack = events.some(({ kind, at }) => at > leftAt && REOPENING.includes(kind));
  const isClosed = ({ kind, at }: ReadEvent): boolean =>
    at < leftAt || (at === leftAt && (cameBack || kind !== "relationship-end"));
  const wasAsked = askedAbout(invitations);
  // Facts repeat, so that the rules need not be tried on each event.
  const rulesOfFacts = new Map<string, readonly SurveyRule[]>();
  const rulesOf = ({ facts }: ReadEvent): readonly SurveyRule[] =>
    mapEntry(rulesOfFacts, Object.values(facts).join(), () => rulesFor(facts, policy));
  const open: Candidate[] = [];
  let [asked, expired, closed] = [0, 0, 0];
  for (const event of events) {
    for (const rule of rulesOf(event)) {
      const candidate = candidateOf(event, rule);
      if (isClosed(event)) closed++;
      else if (wasAsked(candidate.survey, event)) asked++;
      else if (candidate.expiresAt <= asOf) expired++;
      else open.push(candidate);
    }
  }
  const under = events.filter(({ at }) => at > leftAt);
  if (leftAt === Number.NEGATIVE_INFINITY || cameBack) {
    open.push(...recurringCandidates(under, invitations, policy));
  }
  return { open, asked, expired, closed };
}

/** What a party that left does when it comes back. To call the service desk once more is not that. */
const REOPENING: readonly string[] = ["purchase", "onboarding"];

function latest(dated: readonly { readonly at: number }[]): number {
  return dated.reduce((max, { at }) => Math.max(max, at), Number.NEGATIVE_INFINITY);
}

/** Effort and satisfaction ask about the same experience: one of them is enough. */
function questionOf(survey: SurveyKind): SurveyKind {
  return survey === "ces" ? "csat" : survey;
}

/** The rules that hold for an event, the first by priority for each question. */
function rulesFor(facts: ReadEvent["facts"], { rules, priority }: SurveyPolicy): readonly SurveyRule[] {
  const rank = ({ label }: SurveyRule): number => priority.indexOf(label);
  const holding = rules
    .filter((rule) => firstMatch(facts, [rule], (label) => label).label !== "undetermined")
    .sort((a, b) => rank(a) - rank(b));
  const questions = new Map<SurveyKind, SurveyRule>();
  for (const rule of holding) mapEntry(questions, questionOf(rule.label), () => rule);
  return [...questions.values()];
}

function candidateOf(
  { eventId, at }: ReadEvent,
  { rule, label, asks, afterDays, expiresAfterDays }: SurveyRule,
): Candidate {
  const expiresAt =
    expiresAfterDays === null ? Number.POSITIVE_INFINITY : at + daysInMilliseconds(expiresAfterDays);
  return { survey: label, rule, asks, eventId, dueAt: at + daysInMilliseconds(afterDays), expiresAt };
}

/** Tells whether an event was asked about already: by name, or by an invitation after it that names none. */
function askedAbout(
  invitations: readonly ReadInvitation[],
): (survey: SurveyKind, event: ReadEvent) => boolean {
  const asked = new Map<SurveyKind, { readonly events: Set<Identifier>; anythingUpTo: number }>();
  for (const { survey, eventId, at } of invitations) {
    const about = mapEntry(asked, questionOf(survey), () => ({
      events: new Set<Identifier>(),
      anythingUpTo: Number.NEGATIVE_INFINITY,
    }));
    if (eventId === null) about.anythingUpTo = Math.max(about.anythingUpTo, at);
    else about.events.add(eventId);
  }
  return (survey, { eventId, at }) => {
    const about = asked.get(questionOf(survey));
    if (about === undefined) return false;
    return at <= about.anythingUpTo || (eventId !== null && about.events.has(eventId));
  };
}

function recurringCandidates(
  events: readonly ReadEvent[],
  invitations: readonly ReadInvitation[],
  { recurring }: SurveyPolicy,
): readonly Candidate[] {
  const begun = events.reduce((min, { at }) => Math.min(min, at), Number.POSITIVE_INFINITY);
  if (begun === Number.POSITIVE_INFINITY) return [];
  return recurring.map(({ rule, label, asks, afterDays, everyDays }) => {
    const askedAt = latest(invitations.filter(({ survey }) => survey === label));
    const dueAt = Math.max(begun + daysInMilliseconds(afterDays), askedAt + daysInMilliseconds(everyDays));
    return { survey: label, rule, asks, eventId: null, dueAt, expiresAt: Number.POSITIVE_INFINITY };
  });
}
