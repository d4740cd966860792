// Reads a party that may be asked: checked, with every instant in epoch milliseconds and what came after asOf left out.

import { type Path, refusal, refusalInWords, requireObject, requireOneOf } from "../errors.ts";
import { type Identifier, identifierOrNull } from "../records/identifier.ts";
import type { Instant } from "../records/instant.ts";
import { DAY, epochOf, epochOrNull } from "../time/epoch.ts";
import { SEVERITIES } from "./careFacts.ts";
import { checkedFacts, type Facts } from "./facts.ts";
import { EVENT_KINDS, LONGEST_DAYS, SURVEY_KINDS, type SurveyFact } from "./surveyKinds.ts";
import type {
  SurveyEvent,
  SurveyEventKind,
  SurveyInvitation,
  SurveyKind,
  SurveyParty,
} from "./surveyParty.ts";

/** An event in epoch milliseconds. */
export interface ReadEvent {
  readonly kind: SurveyEventKind;
  readonly eventId: Identifier | null;
  readonly at: number;
  readonly facts: Facts<SurveyFact>;
}

/** An invitation in epoch milliseconds. */
export interface ReadInvitation {
  readonly survey: SurveyKind;
  readonly eventId: Identifier | null;
  readonly at: number;
  readonly unanswered: boolean;
}

/** What was known at a moment; `null` is "not known". */
export interface KnownParty {
  readonly consent: boolean | null;
  readonly buys: boolean | null;
  readonly uses: boolean | null;
  readonly events: readonly ReadEvent[];
  readonly invitations: readonly ReadInvitation[] | null;
  /** How many events and invitations came after the moment. */
  readonly afterAsOf: number;
}

/** What was known at `asOf`, or a throw naming the field that is wrong. */
export function readParty(caller: string, party: SurveyParty, asOf: number): KnownParty {
  const kinds = { consent: "boolean", buys: "boolean", uses: "boolean" } as const;
  const { consent = null, buys = null, uses = null } = checkedFacts(caller, "party", party, kinds);
  const seen = new Set<Identifier>();
  const events = listOf(caller, "events", party.events, (event: SurveyEvent, path) =>
    readEvent(caller, path, event, seen),
  );
  const invitations = listOf(caller, "invitations", party.invitations, (sent: SurveyInvitation, path) =>
    readInvitation(caller, path, sent),
  );
  const soFar = <T extends { readonly at: number }>(list: readonly T[]): readonly T[] =>
    list.filter(({ at }) => at <= asOf);
  const known = soFar(events ?? []);
  const sent = invitations && soFar(invitations);
  const happened = (kind: SurveyEventKind): true | null => known.some((e) => e.kind === kind) || null;
  return {
    consent: consent as boolean | null,
    buys: (buys as boolean | null) ?? happened("purchase"),
    uses: (uses as boolean | null) ?? happened("onboarding"),
    events: known,
    invitations: sent,
    afterAsOf: (events?.length ?? 0) - known.length + (invitations?.length ?? 0) - (sent?.length ?? 0),
  };
}

function listOf<Item, Read>(
  caller: string,
  name: "events" | "invitations",
  list: readonly Item[] | null | undefined,
  read: (item: Item, path: Path) => Read,
): readonly Read[] | null {
  if (list === null || list === undefined) return null;
  if (!Array.isArray(list))
    throw refusal(caller, "invalid-argument", ["party", name], "an array or missing", list);
  return Array.from(list as readonly Item[], (item, index) => {
    const path = ["party", name, index];
    requireObject(caller, path, item);
    return read(item, path);
  });
}

function readEvent(
  caller: string,
  path: Path,
  { kind, at, eventId, requiredSolution, severity }: SurveyEvent,
  seen: Set<Identifier>,
): ReadEvent {
  requireOneOf(caller, [...path, "kind"], kind, EVENT_KINDS);
  const read = { kind, eventId: idOf(caller, path, eventId), at: momentOf(caller, path, at) };
  if (read.eventId !== null && seen.has(read.eventId)) {
    const requirement = "another than those before it";
    throw refusalInWords(caller, "invalid-argument", [...path, "eventId"], requirement, "one of them");
  }
  if (read.eventId !== null) seen.add(read.eventId);
  const solution = flagOf(caller, [...path, "requiredSolution"], requiredSolution);
  const isRated = severity !== null && severity !== undefined;
  if (isRated) requireOneOf(caller, [...path, "severity"], severity, SEVERITIES);
  return { ...read, facts: { kind, requiredSolution: solution, severity: isRated ? severity : null } };
}

function readInvitation(
  caller: string,
  path: Path,
  { survey, at, eventId, answered }: SurveyInvitation,
): ReadInvitation {
  requireOneOf(caller, [...path, "survey"], survey, SURVEY_KINDS);
  return {
    survey,
    eventId: idOf(caller, path, eventId),
    at: momentOf(caller, path, at),
    unanswered: flagOf(caller, [...path, "answered"], answered) === false,
  };
}

/** An identifier, `null` where there is none. Adding 0 turns a −0 into 0. */
function idOf(caller: string, path: Path, id: unknown): Identifier | null {
  const known = identifierOrNull(caller, [...path, "eventId"], id);
  return typeof known === "number" ? known + 0 : known;
}

function momentOf(caller: string, path: Path, instant: Instant): number {
  const at = epochOf(caller, [...path, "at"], instant);
  if (epochOrNull(at + LONGEST_DAYS * DAY) !== null) return at;
  const requirement = "so early that every survey is due within the range of dates";
  throw refusalInWords(caller, "invalid-instant", [...path, "at"], requirement, "a later one");
}

function flagOf(caller: string, path: Path, flag: unknown): boolean | null {
  if (flag === null || flag === undefined || typeof flag === "boolean") return flag ?? null;
  throw refusal(caller, "invalid-argument", path, "true, false or missing", flag);
}
