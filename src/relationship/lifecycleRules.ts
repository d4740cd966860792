// The stages of a relationship, and the rules that tell them apart.

import type { EvidenceNames } from "./courses.ts";
import type { FactKinds } from "./facts.ts";
import type { FirstMatchRule } from "./firstMatch.ts";
import { frozen } from "./ruleLists.ts";

/**
 * Where a relationship stands.
 *
 * - `acquisition`: has not bought yet
 * - `onboarding`: has just bought for the first time
 * - `retention`: buys, uses or is in contact
 * - `at-risk`: shows signs of dissatisfaction or of stopping
 * - `churned`: has stopped
 * - `advocacy`: speaks for us in front of others
 */
export type LifecycleStage = "acquisition" | "onboarding" | "retention" | "at-risk" | "churned" | "advocacy";

/** The stages in the order in which a relationship goes through them. */
export const LIFECYCLE_STAGES: readonly LifecycleStage[] = /* @__PURE__ */ Object.freeze([
  "acquisition",
  "onboarding",
  "retention",
  "at-risk",
  "churned",
  "advocacy",
] as const);

/**
 * What the rules of a lifecycle look at. Each is not known where the history does not say.
 *
 * - `bought`: a purchase was made or a contract began
 * - `ended`: the party ended the relationship, and has not bought since
 * - `contractOver`: the contract ran out, and the party has not bought since
 * - `silentGaps`: usual gaps since the latest purchase, activity or end of a contract; not known while a contract is in force
 * - `unusedGaps`: usual gaps of activity since the latest, or since the contract began where that is later; not known where no
 *   contract is in force, or the activity is not known
 * - `daysToContractEnd`: days until the contract in force runs out; not known where it has no end
 * - `contractDays`: days from the beginning of the contract in force to its end; not known where it has no end
 * - `risk`: the `risk` option, from 0 to 1
 * - `openComplaints`: how many complaints are not resolved
 * - `daysSinceLowAnswer`: days since the most recent low answer that has no later one to the same question
 * - `daysSinceFirstPurchase`: days since the first purchase or the beginning of the contract
 * - `onboarded`: the party had been brought in
 * - `daysSinceAdvocacy`: days since the latest act of advocacy
 */
export type LifecycleFact =
  | "bought"
  | "ended"
  | "contractOver"
  | "silentGaps"
  | "unusedGaps"
  | "daysToContractEnd"
  | "contractDays"
  | "risk"
  | "openComplaints"
  | "daysSinceLowAnswer"
  | "daysSinceFirstPurchase"
  | "onboarded"
  | "daysSinceAdvocacy";

/** A rule of a lifecycle. */
export type LifecycleRule = FirstMatchRule<LifecycleStage, LifecycleFact>;

export const LIFECYCLE_FACTS: FactKinds<LifecycleFact> = {
  bought: "boolean",
  ended: "boolean",
  contractOver: "boolean",
  silentGaps: "number",
  unusedGaps: "number",
  daysToContractEnd: "number",
  contractDays: "number",
  risk: "number",
  openComplaints: "number",
  daysSinceLowAnswer: "number",
  daysSinceFirstPurchase: "number",
  onboarded: "boolean",
  daysSinceAdvocacy: "number",
};

export const LIFECYCLE_EVIDENCE: Readonly<Record<LifecycleFact, EvidenceNames>> = {
  bought: { about: "boughtAt" },
  ended: { about: "endedAt" },
  contractOver: { about: "contractEndedAt" },
  silentGaps: { about: "lastSeenAt", unitDays: "usualGapDays", word: "rhythm" },
  unusedGaps: { about: "unusedSince", unitDays: "usualUseGapDays", word: "useRhythm" },
  daysToContractEnd: { about: "contractEndsAt" },
  contractDays: {},
  risk: {},
  openComplaints: { about: "firstComplaintAt" },
  daysSinceLowAnswer: { about: "lowAnswerAt", word: "lowAnswerMetric" },
  daysSinceFirstPurchase: { about: "firstPurchaseAt" },
  onboarded: { about: "onboardedAt" },
  daysSinceAdvocacy: { about: "advocacyAt" },
};

/**
 * The rules of {@link lifecycleStage}, in the order in which they are tried: churned, then acquisition, at-risk, onboarding,
 * advocacy, retention. Frozen plain data. To move a threshold, pass a copy in which it is another as the `rules` option.
 *
 * Sources: the stages are those of Indonesian practitioners' articles on the client lifecycle (siklus hidup klien), as
 * docs/relationships.md tells them; at-risk, which they treat inside churn, is split off because the action differs. The
 * thresholds are our own.
 *
 * @example
 * ```ts
 * import { LIFECYCLE_RULES, lifecycleStage } from "cx-metrics";
 *
 * LIFECYCLE_RULES[0]; // → { rule: "ended", label: "churned", when: { ended: true } }
 * LIFECYCLE_RULES[2]; // → { rule: "silent", label: "churned", when: { silentGaps: { atLeast: 4 } } }
 *
 * const patient = LIFECYCLE_RULES.map((rule) =>
 *   rule.rule === "silent" ? { ...rule, when: { silentGaps: { atLeast: 8 } } } : rule,
 * );
 * const history = { purchases: [{ at: "2025-01-01T00:00:00Z" }] };
 * lifecycleStage(history, { asOf: "2026-06-01T00:00:00Z" }).label; // → "churned"
 * lifecycleStage(history, { asOf: "2026-06-01T00:00:00Z", rules: patient }).label; // → "at-risk"
 * ```
 */
export const LIFECYCLE_RULES: readonly LifecycleRule[] = /* @__PURE__ */ usualRules();

function usualRules(): readonly LifecycleRule[] {
  return frozen<readonly LifecycleRule[]>([
    { rule: "ended", label: "churned", when: { ended: true } },
    { rule: "contract-over", label: "churned", when: { contractOver: true } },
    { rule: "silent", label: "churned", when: { silentGaps: { atLeast: 4 } } },
    { rule: "not-bought", label: "acquisition", when: { bought: false } },
    { rule: "high-risk", label: "at-risk", when: { risk: { atLeast: 0.6 } } },
    { rule: "open-complaint", label: "at-risk", when: { openComplaints: { atLeast: 1 } } },
    { rule: "low-answer", label: "at-risk", when: { daysSinceLowAnswer: { below: 180 } } },
    { rule: "lapsing", label: "at-risk", when: { silentGaps: { atLeast: 2 } } },
    { rule: "unused", label: "at-risk", when: { unusedGaps: { atLeast: 2 } } },
    {
      // A contract by the month is always about to end.
      rule: "contract-ending",
      label: "at-risk",
      when: { daysToContractEnd: { atMost: 30 }, contractDays: { above: 60 } },
    },
    {
      rule: "just-bought",
      label: "onboarding",
      when: { onboarded: false, daysSinceFirstPurchase: { below: 30 } },
    },
    { rule: "advocated", label: "advocacy", when: { daysSinceAdvocacy: { below: 365 } } },
    { rule: "buying", label: "retention", when: { bought: true } },
  ]);
}
