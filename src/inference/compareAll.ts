// Comparing groups: with each other, each with the rest, or all with one of them.

import { checkedOptions, naming, refusal, refusalInWords, requireIterable, requireOneOf } from "../errors.ts";
import type { GroupKey } from "../records/grouping.ts";
import { checkedLevel } from "../statistics/interval.ts";
import { mergeTallies } from "../survey/mergeTallies.ts";
import type { Group } from "../survey/scoreBy.ts";
import type { Tally } from "../survey/tally.ts";
import { adjustPValues, type PValueAdjustment } from "./adjustPValues.ts";
import { type CheckedGroup, checkedGroups, compareValues, valuesOf } from "./checkedGroups.ts";
import { type ComparableScore, clustersOf, rescored } from "./comparableScore.ts";
import { type CompareOptions, type Comparing, checkedComparing, comparisonOf } from "./compare.ts";
import type { Comparison } from "./comparison.ts";

/** Options of {@link compareAll}. */
export interface CompareAllOptions<S extends ComparableScore = ComparableScore, K extends string = string>
  extends CompareOptions<S> {
  /**
   * What each group is compared against: every other group, all other groups taken together, or the group of one key.
   * @defaultValue `"each-other"`
   */
  readonly against?: "each-other" | "rest" | GroupKey<K> | undefined;
  /**
   * How p-values are adjusted for being several.
   * @defaultValue `"holm"`
   */
  readonly adjust?: PValueAdjustment | undefined;
}

/** One group compared with another one, or with the rest. */
export interface GroupComparison<K extends string = string> extends Comparison {
  /** The group, whose score is `after`. */
  readonly key: GroupKey<K>;
  /** The group that it is compared against, whose score is `before`; `"rest"` for all other groups together. */
  readonly against: GroupKey<K> | "rest";
  /** `pValue` adjusted for all comparisons made here; `null` where that is. */
  readonly adjustedPValue: number | null;
  /** How p-values are adjusted. */
  readonly adjust: PValueAdjustment;
}

/**
 * Which groups differ from each other, when all of them are looked at?
 *
 * {@link compare} for many pairs, with p-values adjusted for their number: of twenty comparisons of groups that do not
 * differ, one falls below 0.05 by chance. Hold `adjustedPValue` against 0.05. Intervals are not adjusted: each holds its
 * level by itself.
 *
 * - `against: "each-other"`: every pair once; `difference` is that of the group sorted later minus the earlier one
 * - `against: "rest"`: each group minus all other groups taken together; not for scores of clusters, whose accounts a merged
 *   tally does not know
 * - `against: { plan: "Basic" }`: each other group minus this one
 *
 * Groups are taken in the order of their keys, as {@link scoreBy} sorts them, in whatever order they come. A group
 * without answers is compared with `null` figures, which do not count among the tests; so is the rest of a single group.
 * Fewer than two groups give no pairs. The groups must be of different people.
 *
 * @param groups - what {@link scoreBy} returned, or groups of its form, each with a key of its own
 * @param options - against what; how to adjust; level and method as in {@link compare}
 * @throws {@link CxMetricsError} `scale-mismatch` for scores on different scales, `invalid-argument` for different metrics,
 * policies or dimensions, for two groups with one key, for a key that no group has, and for a wrong option
 *
 * @example
 * ```ts
 * import { compareAll, csat, CSAT_SCALE, tallyFromCounts } from "cx-metrics";
 *
 * const group = (plan: string, satisfied: number, others: number) => ({
 *   key: { plan },
 *   score: csat(tallyFromCounts([[5, satisfied], [2, others]], CSAT_SCALE)),
 * });
 * const groups = [group("Basic", 60, 40), group("Plus", 75, 25), group("Pro", 79, 21)];
 * const comparisons = compareAll(groups, { against: { plan: "Basic" } });
 * comparisons.map(({ key, difference }) => [key.plan, difference]); // → [["Plus", 15], ["Pro", 19]]
 * comparisons.map(({ pValue }) => pValue); // ≈ [0.0239, 0.0036]
 * comparisons.map(({ adjustedPValue }) => adjustedPValue); // ≈ [0.0239, 0.0072]
 * ```
 */
export function compareAll<S extends ComparableScore, K extends string>(
  groups: Iterable<Group<K, S>>,
  options: CompareAllOptions<S, K> = {},
): readonly GroupComparison<K>[] {
  const caller = "compareAll";
  requireIterable(caller, ["groups"], groups);
  const { level, method, ...given } = checkedOptions(caller, options, [
    "against",
    "adjust",
    "level",
    "method",
  ]);
  const { against = "each-other", adjust = "holm" } = given;
  requireOneOf(caller, ["adjust"], adjust, ["holm", "benjamini-hochberg", "none"]);
  checkedLevel(caller, level);
  const sorted = checkedGroups<K>(caller, groups);
  const pairs = pairsOf(caller, sorted, against);
  const [first] = sorted;
  if (first === undefined) return [];
  const comparing: Comparing = checkedComparing(caller, first.score, { level, method });
  const comparisons = pairs.map(({ group, other }) => ({
    key: group.key,
    against: other.key,
    ...comparisonOf(other.score, group.score, comparing),
  }));
  const adjusted = adjustPValues(
    comparisons.map(({ pValue }) => pValue),
    adjust,
  );
  return comparisons.map((comparison, i) => ({
    ...comparison,
    adjustedPValue: adjusted[i] as number | null,
    adjust,
  }));
}

/** Two groups to compare, or a group and the rest. */
interface Pair<K extends string> {
  readonly group: CheckedGroup<K>;
  readonly other: { readonly key: GroupKey<K> | "rest"; readonly score: ComparableScore };
}

function pairsOf<K extends string>(
  caller: string,
  groups: readonly CheckedGroup<K>[],
  against: "each-other" | "rest" | GroupKey<K>,
): readonly Pair<K>[] {
  if (against === "each-other") {
    return groups.flatMap((other, i) => groups.slice(i + 1).map((group) => ({ group, other })));
  }
  if (against === "rest") {
    requireNoClusters(caller, groups);
    const others = naming(caller, ["groups"], () => scoresOfOthers(groups));
    return groups.map((group, i) => ({ group, other: { key: "rest", score: others[i] as ComparableScore } }));
  }
  if (typeof against !== "object" || against === null) {
    throw refusal(caller, "invalid-argument", ["against"], '"each-other", "rest" or a key', against);
  }
  if (groups[0] === undefined) return [];
  const dimensions = Object.keys(groups[0].key);
  const values = valuesOf(caller, ["against"], against, dimensions);
  const other = groups.find((group) => compareValues(group.values, values) === 0);
  if (other === undefined) {
    throw refusal(caller, "invalid-argument", ["against"], "the key of one of the groups", against);
  }
  return groups.filter((group) => group !== other).map((group) => ({ group, other }));
}

/** Throws where accounts may have answers in several groups, because a merged tally knows nothing of accounts. */
function requireNoClusters<K extends string>(caller: string, groups: readonly CheckedGroup<K>[]): void {
  const clustered = groups.find(({ score }) => clustersOf(score) !== null);
  if (clustered === undefined) return;
  const requirement = 'without clusters where against is "rest"';
  const path = ["groups", clustered.index, "score"] as const;
  throw refusalInWords(caller, "invalid-argument", path, requirement, "a clustered score");
}

/** For each group the score of all answers but its own. */
function scoresOfOthers<K extends string>(groups: readonly CheckedGroup<K>[]): readonly ComparableScore[] {
  // Running sums from either end, so that the work does not grow with the square of the number of groups.
  const [upTo, from] = [groups, [...groups].reverse()].map(runningTallies) as [Tally[], Tally[]];
  return groups.map(({ score }, i) => {
    const others = [upTo[i] as Tally, from[groups.length - 1 - i] as Tally];
    return rescored({ ...score, tally: mergeTallies(others) });
  });
}

/** The answers of the groups before each, together. */
function runningTallies<K extends string>(groups: readonly CheckedGroup<K>[]): readonly Tally[] {
  let sum: Tally | undefined;
  return groups.map(({ score: { tally } }) => {
    const before: Tally = sum ?? { scale: tally.scale, counts: tally.counts.map(() => 0), missing: 0 };
    sum = mergeTallies([before, tally]);
    return before;
  });
}
