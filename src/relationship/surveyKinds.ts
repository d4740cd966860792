// The words that a party's events, invitations and the rules about them are written in.

import { SEVERITIES } from "./careFacts.ts";
import type { FactKinds } from "./facts.ts";
import type { SurveyEventKind, SurveyKind } from "./surveyParty.ts";

/** What is known about an event, as the rules of a policy are about it. */
export type SurveyFact = "kind" | "requiredSolution" | "severity";

/** The usual order of priority. */
export const SURVEY_KINDS: readonly SurveyKind[] = ["exit", "ces", "csat", "follow-up", "nps"];

export const EVENT_KINDS: readonly SurveyEventKind[] = [
  "purchase",
  "project-end",
  "service-interaction",
  "onboarding",
  "relationship-end",
];

export const SURVEY_FACTS: FactKinds<SurveyFact> = {
  kind: EVENT_KINDS,
  requiredSolution: "boolean",
  severity: SEVERITIES,
};

/** The longest that anything in a policy may wait: ten years, so that every date it leads to is one. */
export const LONGEST_DAYS = 3650;
