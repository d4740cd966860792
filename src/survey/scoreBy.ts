// Scores by group: one pass over the rows, a tally for each combination of keys.

import {
  checkedOptions,
  naming,
  type PathSegment,
  refusal,
  requireFunction,
  requireIterable,
  requireObject,
} from "../errors.ts";
import { addAnswer, type Cells, emptyCells, tallyOfCells } from "./cells.ts";
import { compareGroupValues, type GroupValue, groupValueOrUndefined } from "./groupValue.ts";
import { mapEntry } from "./mapEntry.ts";
import type { Scale } from "./scale.ts";
import type { Tallied } from "./score.ts";
import { type Answers, checkedTally, type Rating } from "./tally.ts";

/** The score of the rows that share a key. */
export interface Group<K extends string, S> {
  /** The group's value in each dimension. */
  readonly key: { readonly [D in K]: GroupValue };
  /** The score of its rows. */
  readonly score: S;
}

/** How {@link scoreBy} reads a row, and what it computes. */
export interface ScoreByOptions<Row, S, K extends string> {
  /** The scorer: `nps`, or a closure with options such as `(answers) => nps(answers, { method: "score" })`. */
  readonly metric: (answers: Answers) => S;
  /** Reads the rating of a row; called once for each row. */
  readonly rating: (row: Row) => Rating;
  /**
   * Reads the weight of an answered row: 0, or a number from 1e-100 to 1e100.
   * @defaultValue every answer counts once
   */
  readonly weight?: ((row: Row) => number) | undefined;
  /** For each dimension, how to read a row's value in it. No dimension makes one group of all rows. */
  readonly by: { readonly [D in K]: (row: Row) => GroupValue | undefined };
}

/**
 * Scores rows by any number of dimensions: NPS by plan and month, CSAT by channel.
 *
 * One group for each combination of values that occurs. Values are compared as they are: `1` and `"1"`, `"EU"`
 * and `"eu"` are different groups. A missing value (`null`, `undefined`) is a group of its own, with `null` for
 * a key. A group in which nobody answered stays, with a score of `null`. Groups are sorted by key, dimension by
 * dimension: booleans, numbers, strings by code unit (the same in every locale), missing last.
 *
 * No rows give no groups; a rating off the scale or an unusable weight throws naming the row.
 *
 * @param rows - the rows
 * @param options - the scorer, and how to read a row's rating, weight and keys
 * @throws {@link CxMetricsError} `invalid-rating` or `invalid-weight` naming the row's index, `invalid-argument`
 * for a key that is no string, finite number, boolean or missing
 *
 * @example
 * ```ts
 * import { nps, scoreBy } from "cx-metrics";
 *
 * const rows = [
 *   { plan: "Basic", answer: 10 },
 *   { plan: "Basic", answer: 3 },
 *   { plan: "Pro", answer: 9 },
 * ];
 * const groups = scoreBy(rows, { metric: nps, rating: (row) => row.answer, by: { plan: (row) => row.plan } });
 * groups.map((group) => [group.key.plan, group.score.score]); // → [["Basic", 0], ["Pro", 100]]
 * ```
 */
export function scoreBy<Row, S extends Tallied, const K extends string>(
  rows: Iterable<Row>,
  options: ScoreByOptions<Row, S, K>,
): readonly Group<K, S>[] {
  const caller = "scoreBy";
  requireIterable(caller, "rows", rows);
  const { metric, rating, weight, by } = checkedOptions(caller, options, [
    "metric",
    "rating",
    "weight",
    "by",
  ]);
  requireFunction(caller, ["metric"], metric);
  requireFunction(caller, ["rating"], rating);
  if (weight !== undefined) requireFunction(caller, ["weight"], weight);
  requireObject(caller, "by", by);
  const dimensions = Object.keys(by) as K[];
  const readers = dimensions.map((dimension) => by[dimension]);
  dimensions.forEach((dimension, d) => {
    requireFunction(caller, ["by", dimension], readers[d]);
  });
  const scale = scaleOf(caller, metric([]));
  const root = emptyBranch();
  const leaves: Leaf[] = [];
  let index = 0;
  for (const row of rows) {
    const values = readers.map((read, d) =>
      groupValueOf(caller, ["by", dimensions[d] as K, index], read, row),
    );
    const branch = branchAt(root, values);
    if (branch.leaf === null) {
      branch.leaf = { values, cells: emptyCells(scale, weight !== undefined) };
      leaves.push(branch.leaf);
    }
    addAnswer(caller, branch.leaf.cells, index, row, rating, weight);
    index++;
  }
  return leaves
    .sort((a, b) => compareKeys(a.values, b.values))
    .map(({ values, cells }) => ({ key: keyOf(dimensions, values), score: metric(tallyOfCells(cells)) }));
}

/** The scale that a metric scores on, which it shows in the score of no answers. */
function scaleOf(caller: string, score: Tallied | undefined): Scale {
  if (score?.tally === undefined) {
    throw refusal(caller, "invalid-argument", ["metric"], "a scorer whose scores have a tally", score);
  }
  return checkedTally(caller, score.tally).scale;
}

/** One level of the tree of keys: a branch for each value of a dimension, a leaf below the last. */
interface Branch {
  readonly branches: Map<GroupValue, Branch>;
  leaf: Leaf | null;
}

interface Leaf {
  readonly values: readonly GroupValue[];
  readonly cells: Cells;
}

function emptyBranch(): Branch {
  return { branches: new Map(), leaf: null };
}

/** Walks the tree of keys along a row's values. Joining values to one string key would merge some of them. */
function branchAt(root: Branch, values: readonly GroupValue[]): Branch {
  let branch = root;
  for (const value of values) branch = mapEntry(branch.branches, value, emptyBranch);
  return branch;
}

/** A row's value in one dimension, `null` where it is missing. */
function groupValueOf<Row>(
  caller: string,
  path: readonly PathSegment[],
  read: (row: Row) => GroupValue | undefined,
  row: Row,
): GroupValue {
  const given = naming(caller, path, () => read(row)) ?? null;
  const value = groupValueOrUndefined(given);
  if (value !== undefined) return value;
  const requirement = "a string, a finite number, a boolean or missing";
  throw refusal(caller, "invalid-argument", path, requirement, given);
}

/** `Object.fromEntries` makes an ordinary property of any name, `__proto__` included. */
function keyOf<K extends string>(
  dimensions: readonly K[],
  values: readonly GroupValue[],
): { readonly [D in K]: GroupValue } {
  const entries = dimensions.map((dimension, d) => [dimension, values[d]] as const);
  return Object.fromEntries(entries) as { readonly [D in K]: GroupValue };
}

function compareKeys(a: readonly GroupValue[], b: readonly GroupValue[]): number {
  const orders = a.map((value, d) => compareGroupValues(value, b[d] as GroupValue));
  // No two groups have the same key.
  return orders.find((order) => order !== 0) as number;
}
