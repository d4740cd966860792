// How loyal a party is, by what it bought, said and did.

import { checkedOptions } from "../errors.ts";
import type { Instant } from "../records/instant.ts";
import { epochOf } from "../time/epoch.ts";
import { type Classifier, type Course, decisionAt, EVER, staying } from "./courses.ts";
import { type DatedDecision, dated, runsOf } from "./datedDecision.ts";
import { checkedFirstMatchRules } from "./firstMatch.ts";
import { boughtAt, countedFrom, daysSinceAnswer, endedByParty, silence } from "./historyCourses.ts";
import { checkedNaming, type LabelNames } from "./labels.ts";
import {
  LOYALTY_EVIDENCE,
  LOYALTY_FACTS,
  LOYALTY_LABELS,
  LOYALTY_RULES,
  type LoyaltyFact,
  type LoyaltyLabel,
  type LoyaltyRule,
} from "./loyaltyRules.ts";
import { type KnownHistory, readHistory } from "./readHistory.ts";
import type { RelationshipHistory } from "./relationshipHistory.ts";
import { type RhythmOptions, type RhythmSettings, rhythmSettings } from "./rhythm.ts";

/** Options of {@link classifyLoyalty}. */
export interface LoyaltyOptions<T extends string = never> extends RhythmOptions {
  /** The moment of the question: later events are ignored and counted. */
  readonly asOf: Instant;
  /**
   * The rules in the order in which they are tried, in place of the usual ones.
   * @defaultValue {@link LOYALTY_RULES}
   */
  readonly rules?: readonly LoyaltyRule[] | undefined;
  /**
   * Your names for the labels.
   * @defaultValue each label's own
   */
  readonly labels?: LabelNames<LoyaltyLabel, T> | undefined;
}

/**
 * How loyal is this party: prospect, new, returning, loyal, advocate?
 *
 * The first of {@link LOYALTY_RULES} that holds decides. A `prospect` (klien potensial) has not bought, a `new` one (baru) has
 * bought once, a `returning` one (berulang) more than once. The line between prospect and new is the first purchase; where
 * sources draw it at the first interaction, the two overlap.
 *
 * A `loyal` one (setia) chooses us consistently, is little drawn to rivals, and recommends us or would: three purchases, the
 * latest at most two usual gaps ago or a contract in force, and one of these: at least half of what it buys of this kind is
 * bought here; its latest answer to some question is high and under 365 days old; it has acted as an advocate. Not loyal, whatever
 * speaks for it, is who ended the relationship, who buys more than half elsewhere, and who is dissatisfied: the latest answer to
 * some question is low and under 180 days old. An `advocate` (advokat) is loyal and has acted: referral, review, testimonial,
 * community. A 9 or 10 alone is an intention, and makes no advocate.
 *
 * High answers are NPS 9-10, CSAT in the highest quarter of its scale (4-5 of 5), and CES above the middle (5-7 of 7), low
 * ones as for {@link lifecycleStage}. The usual gap is the party's own from three moments of purchase on, as there.
 *
 * Not known is not none: without `purchases` or a contract the label is `"undetermined"`, and a prospect is somebody with
 * `purchases: []`. A contract counts as one purchase where none was made before it began; list its renewals as purchases.
 * `since` is when the party came by the label, or came back to it; the share of purchases is taken to have held all along.
 *
 * Source: as {@link LOYALTY_RULES}.
 *
 * @param history - what is known of the relationship
 * @param options - the moment; gaps for want of a rhythm; rules; names of the labels
 * @throws {@link CxMetricsError} `invalid-instant` for a date that is no moment, `invalid-rating` or `scale-mismatch` for an
 * answer off its scale, `invalid-argument` for another field or an option that is wrong
 *
 * @example
 * ```ts
 * import { classifyLoyalty } from "cx-metrics";
 *
 * const history = {
 *   purchases: ["2026-01-05", "2026-02-04", "2026-03-06"].map((day) => ({ at: `${day}T00:00:00Z` })),
 *   answers: [{ metric: "nps", rating: 10, at: "2026-03-20T00:00:00Z" }],
 * } as const;
 * const asOf = "2026-04-01T00:00:00Z";
 * const { label, because, since } = classifyLoyalty(history, { asOf });
 * [label, because[0]?.rule, since]; // → ["loyal", "high-answer", "2026-03-20T00:00:00.000Z"]
 *
 * const advocacy = [{ kind: "referral", at: "2026-03-25T00:00:00Z" }] as const;
 * classifyLoyalty({ ...history, advocacy }, { asOf }).label; // → "advocate"
 * classifyLoyalty({ ...history, shareOfPurchases: 0.2 }, { asOf }).label; // → "returning"
 * ```
 */
export function classifyLoyalty<T extends string = never>(
  history: RelationshipHistory,
  options: LoyaltyOptions<T>,
): DatedDecision<LoyaltyLabel | T> {
  const caller = "classifyLoyalty";
  const known = ["asOf", "usualGapDays", "shortestGapDays", "rules", "labels"] as const;
  const { asOf, rules, labels } = checkedOptions(caller, options, known);
  const end = epochOf(caller, ["asOf"], asOf);
  const rhythm = rhythmSettings(caller, options);
  const table = checkedFirstMatchRules(caller, rules, LOYALTY_RULES, LOYALTY_FACTS, LOYALTY_LABELS);
  const called = checkedNaming(caller, LOYALTY_LABELS, labels);
  const read = readHistory(caller, ["history"], history, end);
  const courses = loyaltyCourses(read, rhythm);
  const loyalty: Classifier<LoyaltyLabel, T, LoyaltyFact> = {
    courses,
    rules: table,
    called,
    names: LOYALTY_EVIDENCE,
  };
  return dated(decisionAt(loyalty, end), runsOf(loyalty, read, end), read, end);
}

function loyaltyCourses(
  history: KnownHistory,
  rhythm: RhythmSettings,
): Readonly<Record<LoyaltyFact, Course>> {
  const { shareOfPurchases, answers, advocacy } = history;
  return {
    purchases: purchasesCounted(history),
    ended: endedByParty(history),
    gapsSincePurchase: silence(history, rhythm, { signs: [], underContract: 0 }),
    shareOfPurchases: [staying(EVER, shareOfPurchases)],
    daysSinceLowAnswer: daysSinceAnswer("isLow", answers),
    daysSinceHighAnswer: daysSinceAnswer("isHigh", answers),
    advocacyActs: countedFrom(advocacy),
  };
}

/** How many purchases there were, a contract being one where none was made before it began. */
function purchasesCounted(history: KnownHistory): Course {
  const { purchases, contract } = history;
  const first = boughtAt(history);
  const counted = (purchases ?? []).map((at, i) => staying(at, i + 1, first));
  const before = purchases === null ? [] : [staying(EVER, 0)];
  const byContract = contract !== null && first === contract.from ? [staying(first, 1, first)] : [];
  return [...before, ...byContract, ...counted];
}
