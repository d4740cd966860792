// Reads a record's facts and decides by ordered rules: what the classifiers of one rule have in common.

import { checkedOptions } from "../errors.ts";
import { checkedFacts, type StatedKinds } from "./facts.ts";
import { checkedFirstMatchRules, type Decision, type FirstMatchRule, firstMatch } from "./firstMatch.ts";
import { checkedNaming, type LabelNames } from "./labels.ts";

/** Options of the classifiers that decide by the first rule that holds. */
export interface FirstMatchOptions<L extends string, F extends string, T extends string = never> {
  /**
   * The ordered rules, in place of the classifier's own. Their labels and facts are the classifier's.
   * @defaultValue the table that the classifier names
   */
  readonly rules?: readonly FirstMatchRule<L, F>[] | undefined;
  /**
   * Your names for the labels.
   * @defaultValue the labels as they are
   */
  readonly labels?: LabelNames<L, T> | undefined;
}

/** A classifier of one rule: its labels, the facts it knows, and its own rules. */
export interface OrderedTable<L extends string, F extends string> {
  readonly labels: readonly L[];
  readonly kinds: StatedKinds<F>;
  readonly rules: readonly FirstMatchRule<L, F>[];
}

/** The decision on a record, by the caller's rules or the table's, under the caller's names. */
export function decide<L extends string, F extends string, T extends string>(
  caller: string,
  name: string,
  record: { readonly [Name in F]?: unknown },
  { labels, kinds, rules }: OrderedTable<L, F>,
  options: FirstMatchOptions<L, F, T>,
): Decision<L | T> {
  const facts = checkedFacts(caller, name, record, kinds);
  const given = checkedOptions(caller, options, ["rules", "labels"]);
  const called = checkedNaming(caller, labels, given.labels);
  return firstMatch(facts, checkedFirstMatchRules(caller, given.rules, rules, kinds, labels), called);
}
