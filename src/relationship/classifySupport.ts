// Customer service or customer care: the votes of what is known about a contact.

import { checkedOptions, requireOneOf } from "../errors.ts";
import { checkedFacts } from "./facts.ts";
import { checkedNaming, type LabelNames } from "./labels.ts";
import {
  SUPPORT_CONVENTIONS,
  SUPPORT_CRITERIA,
  SUPPORT_LABELS,
  SUPPORT_RULES,
  type SupportConvention,
  type SupportInteraction,
  type SupportLabel,
} from "./supportRules.ts";
import {
  type Classification,
  checkedWeightedRules,
  type WeightedRule,
  weighVotes,
  withConvention,
} from "./weightedVotes.ts";

/** Options of {@link classifySupport}. */
export interface SupportOptions<T extends string = never> {
  /**
   * Which of the two contradicting texts of the source to follow. Where it speaks of a criterion, it stands over the rules
   * on it.
   * @defaultValue `"prose"`
   */
  readonly convention?: SupportConvention | undefined;
  /**
   * The table of votes, in place of the usual one. Its criteria and their values are those of {@link SupportInteraction}.
   * @defaultValue `SUPPORT_RULES`
   */
  readonly rules?: readonly WeightedRule<SupportLabel>[] | undefined;
  /**
   * Your names for the labels, in the label and in the votes.
   * @defaultValue the labels as they are
   */
  readonly labels?: LabelNames<SupportLabel, T> | undefined;
}

/**
 * Was this contact customer service or customer care?
 *
 * Service reacts: it solves a request now, in short, functional contacts. Care acts on its own: it follows up, personally,
 * to build loyalty and trust. Each thing known votes, by {@link SUPPORT_RULES}, and the label with more weight wins. Nothing
 * known, or a tie, is `"undetermined"`. `confidence` and `coverage` run from 0 to 1 and are no probabilities. What each kind
 * is judged by is in {@link SUPPORT_GUIDES}. Other fields of the record are not read.
 *
 * Source: as {@link SUPPORT_RULES}. Equal weights and the two figures are our own.
 *
 * @param interaction - what is known
 * @param options - which text of the source to follow, table of votes, names of the labels
 * @throws {@link CxMetricsError} `invalid-argument` for a value that its criterion does not have, an unknown convention, a
 * table or a name that is not in order
 *
 * @example
 * ```ts
 * import { classifySupport } from "cx-metrics";
 *
 * const refund = { initiatedBy: "party", trigger: "problem", aim: "resolve", tone: "functional" } as const;
 * classifySupport(refund).label; // → "customer-service"
 *
 * const birthday = classifySupport({ initiatedBy: "provider", trigger: "occasion" });
 * birthday.label; // → "customer-care"
 * birthday.votes[1]; // → { criterion: "trigger", observed: "occasion", supports: "customer-care", weight: 1 }
 * ```
 */
export function classifySupport<T extends string = never>(
  interaction: SupportInteraction,
  options: SupportOptions<T> = {},
): Classification<SupportLabel | T> {
  const caller = "classifySupport";
  const facts = checkedFacts(caller, "interaction", interaction, SUPPORT_CRITERIA);
  const known = ["convention", "rules", "labels"] as const;
  const { convention = "prose", rules, labels } = checkedOptions(caller, options, known);
  requireOneOf(caller, ["convention"], convention, Object.keys(SUPPORT_CONVENTIONS));
  const called = checkedNaming(caller, SUPPORT_LABELS, labels);
  const table = checkedWeightedRules(caller, rules, SUPPORT_RULES, SUPPORT_CRITERIA, SUPPORT_LABELS);
  return weighVotes(facts, withConvention(table, SUPPORT_CONVENTIONS[convention]), called);
}
