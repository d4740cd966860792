// Classification by weighted votes: each observation votes for the label its rule names, and the heaviest label wins.

import { type Path, refusal, refusalInWords, requireOneOf } from "../errors.ts";
import type { Facts } from "./facts.ts";
import type { Naming } from "./labels.ts";
import { walkRules } from "./ruleLists.ts";

/** One row of a table of votes: what an observation speaks for, and how heavily. In a result, a vote that was cast. */
export interface WeightedRule<L extends string> {
  /** The criterion by name. */
  readonly criterion: string;
  /** The value of the criterion for which this row holds. */
  readonly observed: string;
  /** The label it speaks for; `null` where the sources contradict each other, so that it speaks for none. */
  readonly supports: L | null;
  /** How heavily: a whole number from 0 to 1,000,000, so that a tie is a tie; 0 where `supports` is `null`. */
  readonly weight: number;
}

/** A label with the votes that led to it. */
export interface Classification<L extends string> {
  /** The label with the heaviest votes; `"undetermined"` where nothing has weight, or the two heaviest weigh the same. */
  readonly label: L | "undetermined";
  /** How clear it is, from 0 to 1: (weight for the heaviest label − weight for the second) ÷ weight of all criteria. */
  readonly confidence: number;
  /** How much was known, from 0 to 1: weight of the observed criteria ÷ weight of all criteria. */
  readonly coverage: number;
  /** What each observation spoke for, in the order of the rules, those without weight too. */
  readonly votes: readonly WeightedRule<L>[];
}

/** The words that each criterion can be observed as. */
export type Criteria<C extends string = string> = { readonly [Criterion in C]: readonly string[] };

const GREATEST_WEIGHT = 1_000_000;

/**
 * The label that the observations vote for. A criterion weighs what its heaviest rule weighs, whichever of its values was
 * observed, so that coverage is 1 when everything with weight is known.
 */
export function weighVotes<L extends string, T extends string>(
  observations: Facts,
  rules: readonly WeightedRule<L>[],
  called: Naming<L, T>,
): Classification<L | T> {
  const votes = rules
    .filter(({ criterion, observed }) => observations[criterion] === observed)
    .map(({ criterion, observed, supports, weight }) => ({
      criterion,
      observed,
      supports: supports === null ? null : called(supports),
      // Adding 0 turns a −0 into 0, which JSON could not keep apart.
      weight: weight + 0,
    }));
  let total = 0;
  let known = 0;
  for (const [criterion, weight] of criterionWeights(rules)) {
    total += weight;
    if (observations[criterion] !== undefined) known += weight;
  }
  const [best, second] = heaviest(votes);
  return {
    label: best.weight > second.weight ? best.label : "undetermined",
    confidence: (best.weight - second.weight) / total,
    coverage: known / total,
    votes,
  };
}

/** What each criterion weighs. */
function criterionWeights(rules: readonly WeightedRule<string>[]): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const { criterion, weight } of rules) {
    weights.set(criterion, Math.max(weights.get(criterion) ?? 0, weight));
  }
  return weights;
}

interface Standing<L extends string> {
  readonly label: L | "undetermined";
  readonly weight: number;
}

/** The two labels with the heaviest votes; who has none weighs nothing. */
function heaviest<L extends string>(
  votes: readonly WeightedRule<L>[],
): readonly [best: Standing<L>, second: Standing<L>] {
  const nobody: Standing<L> = { label: "undetermined", weight: 0 };
  const sums = new Map<L, number>();
  for (const { supports, weight } of votes) {
    if (supports !== null) sums.set(supports, (sums.get(supports) ?? 0) + weight);
  }
  const [best = nobody, second = nobody] = [...sums]
    .map(([label, weight]): Standing<L> => ({ label, weight }))
    .sort((a, b) => b.weight - a.weight);
  return [best, second];
}

/** The rules where those on the criteria that a convention speaks of are replaced by the convention's. */
export function withConvention<L extends string>(
  rules: readonly WeightedRule<L>[],
  convention: readonly WeightedRule<L>[],
): readonly WeightedRule<L>[] {
  const settled = new Set(convention.map(({ criterion }) => criterion));
  return [...rules.filter(({ criterion }) => !settled.has(criterion)), ...convention];
}

/** The table asked for where it is in order, or a throw; `standard` where none is asked for. */
export function checkedWeightedRules<L extends string>(
  caller: string,
  rules: readonly WeightedRule<L>[] | undefined,
  standard: readonly WeightedRule<L>[],
  criteria: Criteria,
  labels: readonly L[],
): readonly WeightedRule<L>[] {
  if (rules === undefined) return standard;
  const seen = new Set<string>();
  walkRules(caller, "rules", rules, ({ criterion, observed, supports, weight }, path) => {
    requireOneOf(caller, [...path, "criterion"], criterion, Object.keys(criteria));
    requireOneOf(caller, [...path, "observed"], observed, criteria[criterion] as readonly string[]);
    if (supports !== null) requireOneOf(caller, [...path, "supports"], supports, labels);
    checkWeight(caller, [...path, "weight"], weight, supports === null);
    if (seen.has(`${criterion} ${observed}`)) {
      const requirement = "about an observation of its own";
      throw refusalInWords(caller, "invalid-argument", path, requirement, "one that has a rule already");
    }
    seen.add(`${criterion} ${observed}`);
  });
  if (rules.every(({ weight }) => weight === 0)) {
    throw refusalInWords(caller, "invalid-argument", ["rules"], "rules of which one has weight", "none");
  }
  return rules;
}

function checkWeight(caller: string, path: Path, weight: unknown, supportsNone: boolean): void {
  if (supportsNone && weight !== 0) {
    throw refusal(caller, "invalid-argument", path, "0 where supports is null", weight);
  }
  if (!Number.isInteger(weight) || (weight as number) < 0 || (weight as number) > GREATEST_WEIGHT) {
    const requirement = `a whole number from 0 to ${GREATEST_WEIGHT}`;
    throw refusal(caller, "invalid-argument", path, requirement, weight);
  }
}
