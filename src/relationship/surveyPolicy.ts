// When which survey is due, and how much may be asked of one party: the policy as data.

import type { FirstMatchRule } from "./firstMatch.ts";
import { frozen } from "./ruleLists.ts";
import { SURVEY_KINDS, type SurveyFact } from "./surveyKinds.ts";
import type { SurveyKind } from "./surveyParty.ts";

/** Whom a survey is for: who buys, who uses, either of them, or whoever it happened to. */
export type SurveyAudience = "buyer" | "user" | "buyer-or-user" | "anyone";

/** After which events a survey is due. */
export interface SurveyRule extends FirstMatchRule<SurveyKind, SurveyFact> {
  /** Whom it asks. */
  readonly asks: SurveyAudience;
  /** How many days after the event it is due. */
  readonly afterDays: number;
  /** How many days after the event it is too late to ask; `null` where it never is. */
  readonly expiresAfterDays: number | null;
}

/** Which survey comes back at regular intervals, whatever happens. */
export interface RecurringSurvey {
  /** Its name, which the result cites. */
  readonly rule: string;
  /** The survey. */
  readonly label: SurveyKind;
  /** Whom it asks. */
  readonly asks: SurveyAudience;
  /** How many days after the relationship's first event it is due for the first time. */
  readonly afterDays: number;
  /** How many days after an invitation to it the next one is due. */
  readonly everyDays: number;
}

/** When to ask what, and how much of it. Days are 24 hours each. */
export interface SurveyPolicy {
  /** For how many days after an invitation there is no other. */
  readonly quietDays: number;
  /** The same after an invitation that was left unanswered. */
  readonly quietDaysUnanswered: number;
  /** How many invitations there may be in a quarter. */
  readonly maxPerQuarter: number;
  /** What a quarter is: any 90 days, or one of the calendar. */
  readonly quarter: "rolling" | "calendar";
  /** IANA time zone in which quarters of the calendar begin. */
  readonly timeZone: string;
  /** Which survey comes first where several are due. */
  readonly priority: readonly SurveyKind[];
  /** Which event calls for which survey. */
  readonly rules: readonly SurveyRule[];
  /** What is asked at regular intervals; may be empty. */
  readonly recurring: readonly RecurringSurvey[];
}

/**
 * When {@link surveysDue} asks what. Frozen plain data.
 *
 * Satisfaction after every service interaction, purchase, project and onboarding; effort, in its place, after a service
 * interaction that required a problem to be solved; a follow-up after important ones; recommendation every 90 days, which is
 * the shorter end of the usual 3 to 6 months; why they left, of those who did. The buyer is asked about the purchase, the
 * user about the start of use.
 *
 * At most one invitation in 30 days, or in 60 after one that was left unanswered, and two in any 90.
 *
 * Sources: which survey comes after what, Indonesian practitioners' articles, as docs/relationships.md tells them. The survey
 * after onboarding, the order of priority and every number of days but the 3 to 6 months are our own.
 *
 * @example
 * ```ts
 * import { DEFAULT_SURVEY_POLICY } from "cx-metrics";
 *
 * DEFAULT_SURVEY_POLICY.priority; // → ["exit", "ces", "csat", "follow-up", "nps"]
 * DEFAULT_SURVEY_POLICY.quietDays; // → 30
 * DEFAULT_SURVEY_POLICY.rules[1]?.when; // → { kind: "service-interaction", requiredSolution: true }
 * DEFAULT_SURVEY_POLICY.recurring[0]?.everyDays; // → 90
 * ```
 */
export const DEFAULT_SURVEY_POLICY: SurveyPolicy = /* @__PURE__ */ usualPolicy();

function usualPolicy(): SurveyPolicy {
  const handled = { kind: "service-interaction", requiredSolution: true } as const;
  return frozen<SurveyPolicy>({
    quietDays: 30,
    quietDaysUnanswered: 60,
    maxPerQuarter: 2,
    quarter: "rolling",
    timeZone: "UTC",
    priority: [...SURVEY_KINDS],
    rules: [
      {
        rule: "left",
        label: "exit",
        when: { kind: "relationship-end" },
        asks: "anyone",
        afterDays: 0,
        expiresAfterDays: 60,
      },
      {
        rule: "problem-handled",
        label: "ces",
        when: { ...handled },
        asks: "anyone",
        afterDays: 0,
        expiresAfterDays: 14,
      },
      {
        rule: "service-used",
        label: "csat",
        when: { kind: "service-interaction" },
        asks: "anyone",
        afterDays: 0,
        expiresAfterDays: 14,
      },
      {
        rule: "bought",
        label: "csat",
        when: { kind: "purchase" },
        asks: "buyer",
        afterDays: 0,
        expiresAfterDays: 30,
      },
      {
        rule: "project-ended",
        label: "csat",
        when: { kind: "project-end" },
        asks: "anyone",
        afterDays: 0,
        expiresAfterDays: 30,
      },
      {
        rule: "onboarded",
        label: "csat",
        when: { kind: "onboarding" },
        asks: "user",
        afterDays: 0,
        expiresAfterDays: 30,
      },
      {
        rule: "important-problem-handled",
        label: "follow-up",
        when: { ...handled, severity: ["high", "critical"] },
        asks: "anyone",
        afterDays: 1,
        expiresAfterDays: 60,
      },
    ],
    recurring: [{ rule: "regularly", label: "nps", asks: "buyer-or-user", afterDays: 30, everyDays: 90 }],
  });
}
