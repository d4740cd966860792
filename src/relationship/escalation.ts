// When a case should be passed on to a higher level: ordered criteria.

import { checkedOptions } from "../errors.ts";
import type { Instant } from "../records/instant.ts";
import { epochOf } from "../time/epoch.ts";
import { type CareCase, caseAt } from "./careCase.ts";
import { CARE_FACTS, type CareFact } from "./careFacts.ts";
import type { FirstMatchOptions } from "./decide.ts";
import { checkedFirstMatchRules, type Decision, type FirstMatchRule, firstMatch } from "./firstMatch.ts";
import { checkedNaming } from "./labels.ts";
import { frozen } from "./ruleLists.ts";

/** What to do about a case: pass it on, keep an eye on it, nothing, or nothing more because it has been passed on. */
export type EscalationLabel = "escalate" | "watch" | "none" | "escalated";

const ESCALATION_LABELS: readonly EscalationLabel[] = ["escalate", "watch", "none", "escalated"];

/** Options of {@link escalationFor}. */
export interface EscalationOptions<T extends string = never>
  extends FirstMatchOptions<EscalationLabel, CareFact, T> {
  /** The moment at which to look: nothing later counts. */
  readonly asOf: Instant;
}

/**
 * When to pass a case on, in the order in which the criteria are tried. Those for a promise broken, a solution refused or
 * failed and a critical case are cause enough each; a case that matters much, or in its second contact, is one to watch. Frozen
 * plain data.
 *
 * Source: own definition of the practice of service desks.
 *
 * @example
 * ```ts
 * import { ESCALATION_RULES } from "cx-metrics";
 *
 * ESCALATION_RULES[3]; // → { rule: "critical", label: "escalate", when: { severity: "critical" } }
 * ```
 */
export const ESCALATION_RULES: readonly FirstMatchRule<EscalationLabel, CareFact>[] = /* @__PURE__ */ frozen([
  { rule: "passed-on-already", label: "escalated", when: { escalated: true, open: true } },
  { rule: "solution-refused", label: "escalate", when: { satisfied: false } },
  { rule: "solved", label: "none", when: { open: false } },
  { rule: "critical", label: "escalate", when: { severity: "critical" } },
  { rule: "resolution-overdue", label: "escalate", when: { resolutionOverdue: true } },
  { rule: "response-overdue", label: "escalate", when: { responseOverdue: true } },
  { rule: "solution-failed", label: "escalate", when: { reopened: true } },
  { rule: "third-contact", label: "escalate", when: { contacts: { atLeast: 3 } } },
  { rule: "matters-much", label: "watch", when: { severity: "high" } },
  { rule: "second-contact", label: "watch", when: { contacts: { atLeast: 2 } } },
  { rule: "asked-again", label: "watch", when: { customerReplies: { atLeast: 2 } } },
  { rule: "no-cause-known", label: "none", when: { open: true } },
]);

/**
 * Should this case be passed on to a higher level?
 *
 * The first of {@link ESCALATION_RULES} that holds gives the label, and every rule for that label that holds is in
 * `because`, with what it saw. What is not known is no cause. A case that was opened after `asOf` is `"undetermined"`. How
 * many cases were passed on is {@link escalationRate}.
 *
 * Source: as {@link ESCALATION_RULES}.
 *
 * @param record - the case
 * @param options - the moment to look at; rules, names of the labels
 * @throws {@link CxMetricsError} `invalid-instant` for an instant that is none, `invalid-argument` and `invalid-count` for
 * fields that are not of their kind or contradict each other, rules or names that are not in order
 *
 * @example
 * ```ts
 * import { escalationFor } from "cx-metrics";
 *
 * const record = { openedAt: "2026-03-02T09:00:00Z", resolutionDueAt: "2026-03-03T09:00:00Z" };
 * escalationFor(record, { asOf: "2026-03-04T09:00:00Z" });
 * // → { label: "escalate", because: [{ rule: "resolution-overdue", evidence: { resolutionOverdue: true } }] }
 * escalationFor(record, { asOf: "2026-03-02T12:00:00Z" }).label; // → "none"
 * ```
 */
export function escalationFor<T extends string = never>(
  record: CareCase,
  options: EscalationOptions<T>,
): Decision<EscalationLabel | T> {
  const caller = "escalationFor";
  const { asOf, rules, labels } = checkedOptions(caller, options, ["asOf", "rules", "labels"]);
  const { facts } = caseAt(caller, record, epochOf(caller, ["asOf"], asOf));
  const called = checkedNaming(caller, ESCALATION_LABELS, labels);
  const table = checkedFirstMatchRules(caller, rules, ESCALATION_RULES, CARE_FACTS, ESCALATION_LABELS);
  return firstMatch(facts, table, called);
}
