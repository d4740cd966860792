// Suppression: groups so small that they could give single people away.

import { CxMetricsError, checkedOptions, refusal, requireIterable } from "../errors.ts";
import type { GroupKey } from "../records/grouping.ts";
import { groupValueOrUndefined } from "../records/groupValue.ts";
import type { Tallied } from "../survey/score.ts";
import type { Group } from "../survey/scoreBy.ts";
import { checkedTally } from "../survey/tally.ts";

/** Options of {@link suppressSmallGroups}. */
export interface SuppressOptions {
  /**
   * The fewest answers that a group may be shown with; a whole number from 3 up, because of two people each can
   * work out the other's answer.
   * @defaultValue 5
   */
  readonly minimum?: number | undefined;
}

/** A group that may be shown. */
export interface ShownGroup<K extends string, S> extends Group<K, S> {
  /** Always `false`. */
  readonly suppressed: false;
}

/** What is left of a group that must not be shown. */
export interface SuppressedGroup<K extends string> {
  /** The group's value in each dimension. */
  readonly key: GroupKey<K>;
  /** Always `null`. */
  readonly score: null;
  /** Always `true`. */
  readonly suppressed: true;
}

/**
 * Which groups can be published beside the total without giving away what single people answered?
 *
 * A group with fewer answers than `minimum` is suppressed: nothing of it remains but its key. Where the suppressed groups
 * together have fewer than `minimum`, as one by itself always has, the total less the shown groups would give them away; so
 * the smallest of the shown groups is suppressed too, and of several as small all are, until that is no longer so. The result
 * does not say which groups were the small ones, because that with the total can be enough to work out how
 * small. Groups that did not fit are taken out whole, never rounded or merged.
 *
 * It protects one one-way table with its total: groups along one dimension, of which every row is in one. It does not protect
 * several tables of the same people (by plan and by month; this week's and last week's), nor against shown groups in
 * which all gave one answer. Keys with more than one dimension throw, because their sums along each would have to be
 * protected as well. Where all is suppressed and the total has fewer answers than `minimum`, it must not be shown either.
 *
 * The size of a group is its number of answers, not weighted; those who were asked and did not answer have given nothing
 * away. A group without answers is small. Groups keep their order; none give none. For a table,
 * `tidy(result.filter((group) => !group.suppressed))`.
 *
 * Sources: A. Hundepool et al., "Statistical Disclosure Control" (2012), chapter 4, on threshold rules and secondary
 * suppression.
 *
 * @param groups - what {@link scoreBy} returned for one dimension
 * @param options - the fewest answers to be shown
 * @throws {@link CxMetricsError} `invalid-argument` for a minimum below 3, for keys of more than one dimension, and for what is
 * no group of a score
 *
 * @example
 * ```ts
 * import { nps, scoreBy, suppressSmallGroups } from "cx-metrics";
 *
 * const answers = (plan: string, n: number) => Array.from({ length: n }, () => ({ plan, answer: 9 }));
 * const rows = [...answers("Basic", 40), ...answers("Plus", 12), ...answers("Pro", 3)];
 * const groups = scoreBy(rows, { metric: nps, rating: (row) => row.answer, by: { plan: (row) => row.plan } });
 * suppressSmallGroups(groups).map(({ key, score }) => [key.plan, score?.n ?? null]);
 * // → [["Basic", 40], ["Plus", null], ["Pro", null]]
 * ```
 */
export function suppressSmallGroups<K extends string, S extends Tallied>(
  groups: Iterable<Group<K, S>>,
  options: SuppressOptions = {},
): readonly (ShownGroup<K, S> | SuppressedGroup<K>)[] {
  const caller = "suppressSmallGroups";
  requireIterable(caller, ["groups"], groups);
  const { minimum = 5 } = checkedOptions(caller, options, ["minimum"]);
  if (!(Number.isSafeInteger(minimum) && minimum >= 3)) {
    throw refusal(caller, "invalid-argument", ["minimum"], "a whole number from 3 up", minimum);
  }
  const checked = Array.from(groups, (group, index) => checkedGroup(caller, index, group));
  const largest = largestHidden(
    checked.map(({ size }) => size),
    minimum,
  );
  return checked.map(({ key, score, size }) =>
    size <= largest ? { key, score: null, suppressed: true } : { key, score, suppressed: false },
  );
}

/**
 * The size up to which groups are hidden, −1 where none is.
 *
 * Sizes alone decide, so that any two hidden groups could have each other's size for all that can be seen. That leaves
 * groups of one size: `minimum` − 1 each beside a shown group of `minimum` could have no other, as a larger one among them
 * would have been shown in its place; there the next size is hidden too.
 */
function largestHidden(sizes: readonly number[], minimum: number): number {
  let answers = 0;
  let hidden = 0;
  let largest = -1;
  for (const size of [...sizes].sort((a, b) => a - b)) {
    const told = size === minimum && answers === hidden * (minimum - 1);
    const safe = largest === -1 || (answers >= minimum && !told);
    if (size >= minimum && safe) break;
    answers += size;
    hidden++;
    largest = size;
  }
  return largest;
}

/** A group with its size, or a throw. */
function checkedGroup<K extends string, S extends Tallied>(
  caller: string,
  index: number,
  group: Group<K, S>,
): Group<K, S> & { readonly size: number } {
  const path = ["groups", index];
  const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;
  if (!isObject(group) || !isObject(group.key) || !isObject(group.score)) {
    throw refusal(caller, "invalid-argument", path, "a group with a key and a score", group);
  }
  const entries = Object.entries(group.key);
  const sound = entries.every(([, value]) => groupValueOrUndefined(value) !== undefined);
  if (entries.length > 1 || !sound) {
    const requirement = "a key of at most one string, finite number, boolean or null";
    throw new CxMetricsError(
      `${caller}: groups at index ${index} must have ${requirement}, got another key`,
      "invalid-argument",
      path,
    );
  }
  const { counts } = checkedTally(caller, group.score.tally, [...path, "tally"]);
  const key = Object.fromEntries(entries) as GroupKey<K>;
  return { key, score: group.score, size: counts.reduce((a, b) => a + b, 0) };
}
