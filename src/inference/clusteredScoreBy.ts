// Scores by group of answers that come in clusters.

import { checkedOptions, requireIterable } from "../errors.ts";
import { type GroupReaders, groupingBy } from "../records/grouping.ts";
import type { Group } from "../survey/scoreBy.ts";
import {
  type ClusteredAnswers,
  type ClusteredScore,
  type ClusteredScoreOptions,
  clusterFolding,
} from "./clusterFold.ts";
import type { ComparableScore } from "./comparableScore.ts";

/** How {@link clusteredScoreBy} reads a row, and what it computes. */
export interface ClusteredScoreByOptions<Row, S, K extends string> extends ClusteredScoreOptions<Row, S> {
  /** For each dimension, how to read a row's value in it. No dimension makes one group of all rows. */
  readonly by: GroupReaders<Row, K>;
}

/**
 * How sure is the score of each plan or month when some accounts answered several times?
 *
 * {@link clusteredScore} by any number of dimensions, grouped and sorted as by {@link scoreBy}: each group's score is that
 * of its rows alone. What comes out goes wherever groups go: into {@link tidy}, which gives `clusters` and `designEffect`
 * columns of their own, {@link compareAll}, {@link controlLimits}, {@link decomposeChange} and charts.
 *
 * An account may have answers in several groups, two plans or two months. Within each it is one cluster; between them
 * the comparisons take the groups for independent, which errs to the cautious side where an account's answers resemble
 * each other. The rival is the domain estimate of survey statistics, R's `svyby`, whose c counts the clusters of all
 * groups: its standard errors differ by √(c ÷ (c − 1)) with that c in place of the group's own.
 *
 * No rows give no groups. A group in which nobody answered stays, with a score of `null`.
 *
 * Sources: those of {@link clusteredScore}.
 *
 * @param rows - the rows
 * @param options - the scorer, and how to read a row's rating, weight, cluster and keys
 * @throws {@link CxMetricsError} what {@link clusteredScore} throws, and `invalid-argument` for a key that is no string,
 * finite number, boolean or missing
 *
 * @example
 * ```ts
 * import { clusteredScoreBy, csat } from "cx-metrics";
 *
 * const rows = [
 *   { plan: "Basic", account: "a", rating: 5 },
 *   { plan: "Basic", account: "a", rating: 4 },
 *   { plan: "Basic", account: "b", rating: 2 },
 *   { plan: "Pro", account: "c", rating: 5 },
 *   { plan: "Pro", account: "d", rating: 3 },
 * ];
 * const groups = clusteredScoreBy(rows, {
 *   metric: csat,
 *   rating: (row) => row.rating,
 *   cluster: (row) => row.account,
 *   by: { plan: (row) => row.plan },
 * });
 * groups.map(({ key, score }) => [key.plan, score.n, score.clusters]); // → [["Basic", 3, 2], ["Pro", 2, 2]]
 * groups.map(({ score }) => score.standardError); // ≈ [44.44, 50.0]
 * ```
 */
export function clusteredScoreBy<Row, S extends ComparableScore, const K extends string>(
  rows: Iterable<Row>,
  options: ClusteredScoreByOptions<Row, S, K>,
): readonly Group<K, ClusteredScore<S>>[] {
  const caller = "clusteredScoreBy";
  requireIterable(caller, ["rows"], rows);
  const known = ["metric", "rating", "weight", "cluster", "by"] as const;
  const { by, ...reading } = checkedOptions(caller, options, known);
  const folding = clusterFolding(caller, reading);
  const groups = groupingBy(caller, by, (): ClusteredAnswers => folding.empty());
  let index = 0;
  for (const row of rows) {
    folding.add(groups.summaryOf(row, index), row, index);
    index++;
  }
  return groups.sorted().map(({ key, summary }) => ({ key, score: folding.scored(summary) }));
}
