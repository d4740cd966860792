// Scores by group: one pass over the rows, a tally for each combination of keys.

import { checkedOptions, refusal, requireFunction, requireIterable } from "../errors.ts";
import { type GroupKey, type GroupReaders, groupingBy } from "../records/grouping.ts";
import { addAnswer, type Cells, emptyCells, tallyOfCells } from "./cells.ts";
import type { Scale } from "./scale.ts";
import type { Tallied } from "./score.ts";
import { type Answers, checkedTally, type Rating } from "./tally.ts";

/** The score of the rows that share a key. */
export interface Group<K extends string, S> {
  /** The group's value in each dimension. */
  readonly key: GroupKey<K>;
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
  /**
   * For each dimension, how to read a row's value in it. No dimension makes one group of all rows. Where a row may lack what
   * its value is made of, return `null`: `(row) => row.at == null ? null : periodOf(row.at, "month")`.
   */
  readonly by: GroupReaders<Row, K>;
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
  requireIterable(caller, ["rows"], rows);
  const { metric, rating, weight, by } = checkedOptions(caller, options, [
    "metric",
    "rating",
    "weight",
    "by",
  ]);
  requireFunction(caller, ["metric"], metric);
  requireFunction(caller, ["rating"], rating);
  if (weight !== undefined) requireFunction(caller, ["weight"], weight);
  const scale = scaleOf(caller, metric([]));
  const groups = groupingBy(caller, by, (): Cells => emptyCells(scale, weight !== undefined));
  const add = (row: Row, index: number): void => {
    addAnswer(caller, groups.summaryOf(row, index), index, row, rating, weight);
  };
  // An indexed loop: `for…of` over an array is several times slower in some engines.
  if (Array.isArray(rows)) {
    for (let i = 0; i < rows.length; i++) add(rows[i], i);
  } else {
    let i = 0;
    for (const row of rows) add(row, i++);
  }
  return groups.sorted().map(({ key, summary }) => ({ key, score: metric(tallyOfCells(summary)) }));
}

/** The scale that a metric scores on, which it shows in the score of no answers. */
function scaleOf(caller: string, score: Tallied | undefined): Scale {
  if (score?.tally === undefined) {
    throw refusal(caller, "invalid-argument", ["metric"], "a scorer whose scores have a tally", score);
  }
  return checkedTally(caller, score.tally).scale;
}
