// The labels of loyalty, and the rules that tell them apart.

import type { EvidenceNames } from "./courses.ts";
import type { FactKinds } from "./facts.ts";
import type { FirstMatchRule } from "./firstMatch.ts";
import { frozen } from "./ruleLists.ts";

/**
 * How loyal a party is.
 *
 * - `prospect`: may buy, has not
 * - `new`: has bought once
 * - `returning`: has bought more than once
 * - `loyal`: chooses us consistently, is little drawn to rivals, and recommends us or would
 * - `advocate`: loyal, and has acted on it in front of others
 */
export type LoyaltyLabel = "prospect" | "new" | "returning" | "loyal" | "advocate";

/** The labels from the least to the most loyal. */
export const LOYALTY_LABELS: readonly LoyaltyLabel[] = /* @__PURE__ */ Object.freeze([
  "prospect",
  "new",
  "returning",
  "loyal",
  "advocate",
] as const);

/**
 * What the rules of loyalty look at. Each is not known where the history does not say.
 *
 * - `purchases`: how many purchases were made; a contract is one where none was made before it began
 * - `ended`: the party ended the relationship, and has not bought since
 * - `gapsSincePurchase`: usual gaps since the latest purchase; 0 while a contract is in force
 * - `shareOfPurchases`: from 0 to 1, as given
 * - `daysSinceLowAnswer`, `daysSinceHighAnswer`: days since the most recent such answer that has no later one to the same
 *   question
 * - `advocacyActs`: how many acts of advocacy there were
 */
export type LoyaltyFact =
  | "purchases"
  | "ended"
  | "gapsSincePurchase"
  | "shareOfPurchases"
  | "daysSinceLowAnswer"
  | "daysSinceHighAnswer"
  | "advocacyActs";

/** A rule of loyalty. */
export type LoyaltyRule = FirstMatchRule<LoyaltyLabel, LoyaltyFact>;

export const LOYALTY_FACTS: FactKinds<LoyaltyFact> = {
  purchases: "number",
  ended: "boolean",
  gapsSincePurchase: "number",
  shareOfPurchases: "number",
  daysSinceLowAnswer: "number",
  daysSinceHighAnswer: "number",
  advocacyActs: "number",
};

export const LOYALTY_EVIDENCE: Readonly<Record<LoyaltyFact, EvidenceNames>> = {
  purchases: { about: "firstPurchaseAt" },
  ended: { about: "endedAt" },
  gapsSincePurchase: { about: "lastPurchaseAt", unitDays: "usualGapDays", word: "rhythm" },
  shareOfPurchases: {},
  daysSinceLowAnswer: { about: "lowAnswerAt", word: "lowAnswerMetric" },
  daysSinceHighAnswer: { about: "highAnswerAt", word: "highAnswerMetric" },
  advocacyActs: { about: "firstAdvocacyAt" },
};

/**
 * The rules of {@link classifyLoyalty}, in the order in which they are tried. Frozen plain data. To move a threshold, pass a
 * copy in which it is another as the `rules` option.
 *
 * What keeps a party from being loyal comes before what makes it so. Loyal takes three purchases, the latest at most two
 * usual gaps ago, and one sign of preference: half of what is bought of this kind, a high answer within a year, or an
 * act of advocacy, which makes an advocate.
 *
 * Sources: the labels and their order are those of Indonesian practitioners' articles, as docs/relationships.md tells them,
 * with the advocate as our fifth; that loyalty takes both repeated purchase and preference is from Dick & Basu, "Customer
 * Loyalty: Toward an Integrated Conceptual Framework", Journal of the Academy of Marketing Science 22 (1994). The
 * thresholds are our own.
 *
 * @example
 * ```ts
 * import { LOYALTY_RULES } from "cx-metrics";
 *
 * LOYALTY_RULES[0]; // → { rule: "not-bought", label: "prospect", when: { purchases: 0 } }
 * LOYALTY_RULES.map(({ rule }) => rule).slice(1, 5); // → ["bought-once", "left", "buys-elsewhere", "dissatisfied"]
 * ```
 */
export const LOYALTY_RULES: readonly LoyaltyRule[] = /* @__PURE__ */ usualRules();

function usualRules(): readonly LoyaltyRule[] {
  const again = { purchases: { atLeast: 2 } };
  const consistent = { purchases: { atLeast: 3 }, gapsSincePurchase: { atMost: 2 } };
  return frozen<readonly LoyaltyRule[]>([
    { rule: "not-bought", label: "prospect", when: { purchases: 0 } },
    { rule: "bought-once", label: "new", when: { purchases: 1 } },
    { rule: "left", label: "returning", when: { ...again, ended: true } },
    { rule: "buys-elsewhere", label: "returning", when: { ...again, shareOfPurchases: { below: 0.5 } } },
    { rule: "dissatisfied", label: "returning", when: { ...again, daysSinceLowAnswer: { below: 180 } } },
    { rule: "advocated", label: "advocate", when: { ...consistent, advocacyActs: { atLeast: 1 } } },
    { rule: "buys-here", label: "loyal", when: { ...consistent, shareOfPurchases: { atLeast: 0.5 } } },
    { rule: "high-answer", label: "loyal", when: { ...consistent, daysSinceHighAnswer: { below: 365 } } },
    { rule: "bought-again", label: "returning", when: again },
  ]);
}
