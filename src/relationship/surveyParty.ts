// A party that may be asked: what happened, what it was invited to, and whether it may be asked at all.

import type { Identifier } from "../records/identifier.ts";
import type { Instant } from "../records/instant.ts";
import type { CaseSeverity } from "./careFacts.ts";
import type { RoleEvidence } from "./partyFacts.ts";

/**
 * What a party can be asked.
 *
 * - `exit`: why it left
 * - `ces`: how easy it was to have a problem handled
 * - `csat`: how satisfied it is
 * - `follow-up`: whether an important problem is solved for good
 * - `nps`: whether it would recommend
 */
export type SurveyKind = "exit" | "ces" | "csat" | "follow-up" | "nps";

/** What a survey can come after. */
export type SurveyEventKind =
  | "purchase"
  | "project-end"
  | "service-interaction"
  | "onboarding"
  | "relationship-end";

/** Something that happened with a party. */
export interface SurveyEvent {
  /** What it was. */
  readonly kind: SurveyEventKind;
  /** When it happened, or was over. */
  readonly at: Instant;
  /** Identifies it among the party's events of every kind, so that an invitation can name it. */
  readonly eventId?: Identifier | null | undefined;
  /** Of a service interaction: whether it required a problem to be solved, solved or not. */
  readonly requiredSolution?: boolean | null | undefined;
  /** Of a service interaction: how much it matters, by your own scheme. */
  readonly severity?: CaseSeverity | null | undefined;
}

/** An invitation that the party was sent. */
export interface SurveyInvitation {
  /** To which survey. */
  readonly survey: SurveyKind;
  /** When it was sent. */
  readonly at: Instant;
  /** Which event it asked about. Without one, it is taken to have asked about everything before it. */
  readonly eventId?: Identifier | null | undefined;
  /** Whether it was answered; `false` where it was left unanswered. */
  readonly answered?: boolean | null | undefined;
}

/** What is known of a party that may be asked. Absent and `null` mean "not known"; lists are in any order. */
export interface SurveyParty extends RoleEvidence {
  /** Whether it agreed to be asked. Nobody is asked who did not, or of whom it is not known. */
  readonly consent?: boolean | null | undefined;
  /** What happened. */
  readonly events?: readonly SurveyEvent[] | null | undefined;
  /** Every invitation to any survey; an empty list says that there was none. */
  readonly invitations?: readonly SurveyInvitation[] | null | undefined;
}
