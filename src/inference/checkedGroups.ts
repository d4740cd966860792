// Groups as comparisons take them: of one measure, each with a key of its own, sorted.

import { CxMetricsError, type Path, refusal } from "../errors.ts";
import type { GroupKey } from "../records/grouping.ts";
import { compareGroupValues, type GroupValue, groupValueOrUndefined } from "../records/groupValue.ts";
import type { Group } from "../survey/scoreBy.ts";
import { type ComparableScore, checkedScore, requireSameMeasure } from "./comparableScore.ts";

/** A group whose score and key have been checked. */
export interface CheckedGroup<K extends string> {
  readonly key: GroupKey<K>;
  /** The values of the key, in the order of the dimensions of the first group. */
  readonly values: readonly GroupValue[];
  readonly score: ComparableScore;
  /** Its place in the input. */
  readonly index: number;
}

/** The groups sorted by key, of one measure and with the same dimensions, or a throw that calls them by the name of the list. */
export function checkedGroups<K extends string>(
  caller: string,
  groups: Iterable<Group<K, ComparableScore>>,
  list = "groups",
): readonly CheckedGroup<K>[] {
  const checked: CheckedGroup<K>[] = [];
  let dimensions: readonly string[] | undefined;
  for (const group of groups) {
    const index = checked.length;
    const path = [list, index] as const;
    if (typeof group !== "object" || group === null || typeof group.key !== "object" || group.key === null) {
      throw refusal(caller, "invalid-argument", path, "a group with a key and a score", group);
    }
    dimensions ??= Object.keys(group.key);
    const values = valuesOf(caller, [...path, "key"], group.key, dimensions);
    const score: ComparableScore = checkedScore(caller, [...path], group.score);
    if (checked[0] !== undefined) requireSameMeasure(caller, checked[0].score, score, [...path]);
    checked.push({ key: keyOf(dimensions, values), values, score, index });
  }
  // Groups with one key stay in the order given: the sort is stable.
  checked.sort((a, b) => compareValues(a.values, b.values));
  checked.forEach((group, i) => {
    const previous = checked[i - 1];
    if (previous !== undefined && compareValues(previous.values, group.values) === 0) {
      const message = `${caller}: ${list} at index ${group.index} must have a key of its own, got a second group with it`;
      throw new CxMetricsError(message, "invalid-argument", [list, group.index]);
    }
  });
  return checked;
}

/** A key of its own, so that the result shares nothing with the input. */
function keyOf<K extends string>(dimensions: readonly string[], values: readonly GroupValue[]): GroupKey<K> {
  return Object.fromEntries(dimensions.map((name, d) => [name, values[d]])) as GroupKey<K>;
}

/** The values of a key in the dimensions, or a throw where it has others. */
export function valuesOf(
  caller: string,
  path: Path,
  key: object,
  dimensions: readonly string[],
): readonly GroupValue[] {
  const same =
    Object.keys(key).length === dimensions.length && dimensions.every((name) => Object.hasOwn(key, name));
  if (!same) throw refusal(caller, "invalid-argument", path, "a key with the dimensions of the groups", key);
  return dimensions.map((name) => {
    const value = groupValueOrUndefined((key as Record<string, unknown>)[name]);
    if (value !== undefined) return value;
    throw refusal(
      caller,
      "invalid-argument",
      path,
      "a key of strings, finite numbers, booleans and null",
      key,
    );
  });
}

/** By the first dimension in which they differ. */
export function compareValues(a: readonly GroupValue[], b: readonly GroupValue[]): number {
  const orders = a.map((value, d) => compareGroupValues(value, b[d] as GroupValue));
  return orders.find((order) => order !== 0) ?? 0;
}
