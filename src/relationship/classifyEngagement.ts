// Client or customer: the votes of what is known about how a party buys.

import { checkedOptions, requireOneOf } from "../errors.ts";
import {
  ENGAGEMENT_CONVENTIONS,
  ENGAGEMENT_CRITERIA,
  ENGAGEMENT_LABELS,
  ENGAGEMENT_READINGS,
  ENGAGEMENT_RULES,
  type EngagementConvention,
  type EngagementEvidence,
  type EngagementLabel,
} from "./engagementRules.ts";
import { checkedFacts } from "./facts.ts";
import { checkedNaming, type LabelNames } from "./labels.ts";
import {
  type Classification,
  checkedWeightedRules,
  type WeightedRule,
  weighVotes,
  withConvention,
} from "./weightedVotes.ts";

/** Options of {@link classifyEngagement}. */
export interface EngagementOptions<T extends string = never> {
  /**
   * How to read the criteria on which the sources contradict each other. Where it reads one, it stands over the rules on it.
   * @defaultValue neither: both are listed, without weight
   */
  readonly convention?: EngagementConvention | undefined;
  /**
   * The table of votes, in place of the usual one. Its criteria and their values are those of {@link EngagementEvidence}.
   * @defaultValue `ENGAGEMENT_RULES`
   */
  readonly rules?: readonly WeightedRule<EngagementLabel>[] | undefined;
  /**
   * Your names for the labels, in the label and in the votes.
   * @defaultValue `{ client: "client", customer: "customer" }`
   */
  readonly labels?: LabelNames<EngagementLabel, T> | undefined;
}

/** Client or customer, with the votes and with what may make a client of a customer. */
export interface EngagementClassification<L extends string> extends Classification<L> {
  /** Whether it is a customer whose needs look like a client's: more of their weight speaks for a client than for a customer. */
  readonly clientCandidate: boolean;
  /** The votes among the needs that speak for a client: why it is a candidate, where it is one. */
  readonly clientNeeds: readonly WeightedRule<L>[];
}

/** What a party asks for, as against what it is sold so far and how that is priced. */
const NEEDS: readonly string[] = ["tailoring", "involvement", "expectations", "priority", "support"];

/**
 * Is this party a client (klien) or a customer (pelanggan)?
 *
 * Both buy. A client buys professional service, advice or a solution made to their needs, for a fee, and takes part in
 * decisions; a customer buys a product or standard service at a list price. Each thing known votes, by
 * {@link ENGAGEMENT_RULES}, and the label with more weight wins. Nothing known, or a tie, is `"undetermined"`. Other
 * readings of the words: organisations that license software are called clients and their users customers, and some shops
 * call whoever pays a client; that is a question of role, see {@link classifyRole} and {@link ROLE_WORDS}.
 *
 * How long a relationship lasts and how sensitive to price a party is are disputed between the sources: both are listed
 * among the votes with weight 0, unless `convention` names a reading.
 *
 * `clientCandidate` is the case of a software subscription whose customer needs professional services: the label is
 * customer, yet among tailoring, involvement, expectations, priority and support more weight speaks for a client, and the
 * party is not known to be of ordinary value. It says whom to look at, not whom to treat as a client.
 *
 * `confidence` and `coverage` run from 0 to 1 and are no probabilities. Fields that the evidence does not have are
 * unknown, which speaks for nobody; other fields of the record are not read.
 *
 * Source: as {@link ENGAGEMENT_RULES}. Equal weights, the two figures and the rule for candidates are our own.
 *
 * @param evidence - what is known
 * @param options - reading of the disputed criteria, table of votes, names of the labels
 * @throws {@link CxMetricsError} `invalid-argument` for a value that its criterion does not have, an unknown reading, a
 * table or a name that is not in order
 *
 * @example
 * ```ts
 * import { classifyEngagement } from "cx-metrics";
 *
 * const buyer = { offering: "standard-service", pricing: "list", support: "basic", duration: "long" } as const;
 * const { label, confidence, coverage, votes } = classifyEngagement(buyer);
 * label; // → "customer"
 * [confidence, coverage]; // ≈ [0.42857142857142855, 0.42857142857142855]
 * votes[3]; // → { criterion: "duration", observed: "long", supports: null, weight: 0 }
 *
 * classifyEngagement(buyer, { labels: { client: "klien", customer: "pelanggan" } }).label; // → "pelanggan"
 *
 * const subscriber = { ...buyer, expectations: "high", priority: "business" } as const;
 * const { clientCandidate, clientNeeds } = classifyEngagement(subscriber);
 * clientCandidate; // → true
 * clientNeeds.map(({ criterion }) => criterion); // → ["expectations", "priority"]
 * ```
 */
export function classifyEngagement<T extends string = never>(
  evidence: EngagementEvidence,
  options: EngagementOptions<T> = {},
): EngagementClassification<EngagementLabel | T> {
  const caller = "classifyEngagement";
  const kinds = { ...ENGAGEMENT_CRITERIA, highValue: "boolean" } as const;
  const facts = checkedFacts(caller, "evidence", evidence, kinds);
  const { convention, rules, labels } = checkedOptions(caller, options, ["convention", "rules", "labels"]);
  const called = checkedNaming(caller, ENGAGEMENT_LABELS, labels);
  const table = checkedWeightedRules(caller, rules, ENGAGEMENT_RULES, ENGAGEMENT_CRITERIA, ENGAGEMENT_LABELS);
  const classification = weighVotes(facts, withConvention(table, rulesOf(caller, convention)), called);
  const needs = classification.votes.filter(({ criterion }) => NEEDS.includes(criterion));
  const clientNeeds = needs.filter(({ supports }) => supports === called("client"));
  const customerNeeds = needs.filter(({ supports }) => supports === called("customer"));
  const clientCandidate =
    classification.label === called("customer") &&
    facts.highValue !== false &&
    weightOf(clientNeeds) > weightOf(customerNeeds);
  return { ...classification, clientCandidate, clientNeeds };
}

/** The rules of the readings that the convention names. */
function rulesOf(
  caller: string,
  convention: EngagementConvention = {},
): readonly WeightedRule<EngagementLabel>[] {
  const disputed = ["duration", "priceSensitivity"] as const;
  const readings = checkedOptions(caller, convention, disputed, ["convention"]);
  return disputed.flatMap((criterion) => {
    const reading = readings[criterion];
    if (reading === undefined) return [];
    requireOneOf(caller, ["convention", criterion], reading, ENGAGEMENT_READINGS[criterion]);
    return ENGAGEMENT_CONVENTIONS[reading];
  });
}

function weightOf(votes: readonly WeightedRule<string>[]): number {
  return votes.reduce((sum, { weight }) => sum + weight, 0);
}
