// What is known about a support case, as the rules of care and escalation are about it.

import type { FactKinds, StatedKinds } from "./facts.ts";

/** How much a case matters. */
export type CaseSeverity = "low" | "normal" | "high" | "critical";

/** What is known about a case at a moment, as the rules of care and escalation are about it. */
export type CareFact =
  | "open"
  | "reopened"
  | "escalated"
  | "severity"
  | "providerAtFault"
  | "satisfied"
  | "contacts"
  | "customerReplies"
  | "hoursOpen"
  | "responseOverdue"
  | "resolutionOverdue"
  | "solvedLate";

export const SEVERITIES: readonly CaseSeverity[] = ["low", "normal", "high", "critical"];

/** Those of the facts that a case states itself; the others are reckoned from its instants. */
export const STATED_CARE_FACTS: StatedKinds<
  "severity" | "providerAtFault" | "satisfied" | "escalated" | "contacts" | "customerReplies"
> = {
  severity: SEVERITIES,
  providerAtFault: "boolean",
  satisfied: "boolean",
  escalated: "boolean",
  contacts: "count-from-1",
  customerReplies: "count",
};

export const CARE_FACTS: FactKinds<CareFact> = {
  open: "boolean",
  reopened: "boolean",
  escalated: "boolean",
  severity: SEVERITIES,
  providerAtFault: "boolean",
  satisfied: "boolean",
  contacts: "count-from-1",
  customerReplies: "count",
  hoursOpen: "number",
  responseOverdue: "boolean",
  resolutionOverdue: "boolean",
  solvedLate: "boolean",
};
