// Scores of answers that come in clusters, such as several contacts of one account.

import { checkedOptions, requireFunction, requireIterable } from "../errors.ts";
import { type Identifier, requiredIdentifier } from "../records/identifier.ts";
import { mapEntry } from "../records/mapEntry.ts";
import type { Interval } from "../statistics/interval.ts";
import { addAnswer, emptyCells, tallyOfCells } from "../survey/cells.ts";
import { linearisedError, sampleOf } from "../survey/score.ts";
import type { Answers, Rating } from "../survey/tally.ts";
import { answerValue } from "./answerValue.ts";
import { clusteredInterval } from "./clusteredInterval.ts";
import { type ComparableScore, checkedScore } from "./comparableScore.ts";

/** How {@link clusteredScore} reads a row, and what it computes. */
export interface ClusteredScoreOptions<Row, S> {
  /** The scorer: `nps`, `csat` or `ces`, or a closure with options such as `(answers) => nps(answers, { level: 0.9 })`. */
  readonly metric: (answers: Answers) => S;
  /** Reads the rating of a row; called once for each row. */
  readonly rating: (row: Row) => Rating;
  /**
   * Reads the weight of an answered row: 0, or a number from 1e-100 to 1e100.
   * @defaultValue every answer counts once
   */
  readonly weight?: ((row: Row) => number) | undefined;
  /** Reads whose answer it is, such as the account: a string that is not blank, or a number. */
  readonly cluster: (row: Row) => Identifier;
}

/** What the clusters of a score are and cost. */
export interface ClusterFigures {
  /** How many clusters answered. */
  readonly clusters: number;
  /**
   * How many times larger the variance is than that of as many answers of unrelated people, weighted alike; `null` where it
   * cannot be estimated.
   */
  readonly designEffect: number | null;
}

/** A score whose standard error, interval and effective sample size allow for clusters. */
export type ClusteredScore<S extends ComparableScore = ComparableScore> = S & ClusterFigures;

/**
 * How sure is a score when some accounts answered several times?
 *
 * Answers of one account resemble each other, so that fifty answers of five accounts say less than fifty of fifty. The
 * score itself is the usual one. Its `standardError` is linearised over clusters: √(c ÷ (c − 1) · Σ z²) ÷ Σw, with z = Σw(v − v̄)
 * within each of the c clusters, as R's `svymean` with `ids`. `designEffect` is its square ÷ that of the same answers
 * taken one by one; `effectiveN` is the usual one divided by that, and never larger than the usual one, however well
 * the clusters happen to balance out.
 *
 * The interval is the scorer's own method with `effectiveN` for n. For NPS and CSAT this is multiplied by (t₁ ÷ t₂)², with
 * Student's critical values for n − 1 and c − 1 degrees of freedom (Korn & Graubard), because few clusters tell little of
 * their own spread; for CES Student's t has at most c − 1 degrees of freedom. {@link compare} and what builds on it take
 * `effectiveN` and `standardError` as they are here, and {@link mergeTallies}, which sees no clusters, loses them.
 *
 * With one answer to each cluster nothing changes, but that the standard error of unweighted NPS and CSAT has the n − 1 of the
 * weighted one: it is larger by √(n ÷ (n − 1)). One cluster alone has no spread: `standardError`, `interval` and
 * `designEffect` are `null`. Where all answers agree their likeness within clusters cannot be seen, and `effectiveN` is as
 * if each cluster had given one answer, of all its weight. Fewer than about thirty clusters make a rough standard error.
 *
 * A row without a rating counts as missing and is in no cluster.
 *
 * Sources: D. A. Binder, "On the Variances of Asymptotically Normal Estimators from Complex Surveys", International
 * Statistical Review 51 (1983); E. L. Korn & B. I. Graubard, "Confidence Intervals for Proportions with Small Expected
 * Number of Positive Counts Estimated from Survey Data", Survey Methodology 24 (1998).
 *
 * @param rows - the rows
 * @param options - the scorer, and how to read a row's rating, weight and cluster
 * @throws {@link CxMetricsError} `invalid-rating` or `invalid-weight` naming the row's index, `invalid-argument` for an answered
 * row without a cluster, naming its index, and for a scorer that is none of nps, csat and ces
 *
 * @example
 * ```ts
 * import { clusteredScore, nps } from "cx-metrics";
 *
 * const rows = [
 *   { account: "a", answer: 10 },
 *   { account: "a", answer: 9 },
 *   { account: "b", answer: 2 },
 *   { account: "b", answer: 7 },
 *   { account: "c", answer: 9 },
 *   { account: "d", answer: 8 },
 * ];
 * const score = clusteredScore(rows, { metric: nps, rating: (r) => r.answer, cluster: (r) => r.account });
 * score.score; // ≈ 33.33
 * score.clusters; // → 4
 * score.standardError; // ≈ 43.51
 * score.designEffect; // ≈ 1.7037
 * score.effectiveN; // ≈ 3.5217
 * ```
 */
export function clusteredScore<Row, S extends ComparableScore>(
  rows: Iterable<Row>,
  options: ClusteredScoreOptions<Row, S>,
): ClusteredScore<S> {
  const caller = "clusteredScore";
  requireIterable(caller, "rows", rows);
  const known = ["metric", "rating", "weight", "cluster"] as const;
  const { metric, rating, weight, cluster } = checkedOptions(caller, options, known);
  requireFunction(caller, ["metric"], metric);
  requireFunction(caller, ["rating"], rating);
  if (weight !== undefined) requireFunction(caller, ["weight"], weight);
  requireFunction(caller, ["cluster"], cluster);
  const unscored: ComparableScore = checkedScore(caller, ["metric"], metric([]));
  const value = answerValue(unscored);
  const cells = emptyCells(unscored.tally.scale, weight !== undefined);
  const clusters = new Map<Identifier, Cluster>();
  let index = 0;
  for (const row of rows) {
    const answer = readAnswer(row, rating, weight);
    addAnswer(caller, cells, index, answer, ratingOf, weight === undefined ? undefined : weightOf);
    if (answer.rating !== null && answer.rating !== undefined) {
      const id = requiredIdentifier(caller, ["cluster", index], cluster(row));
      const own = mapEntry(clusters, id, () => ({ weight: 0, weighted: 0 }));
      own.weight += answer.weight;
      own.weighted += answer.weight * value(answer.rating);
    }
    index++;
  }
  const score = metric(tallyOfCells(cells));
  return { ...score, ...figuresOf(score, value, [...clusters.values()]) };
}

/** The answers of one cluster. */
interface Cluster {
  weight: number;
  /** Sum of weight × value. */
  weighted: number;
}

interface Answer {
  readonly rating: Rating;
  readonly weight: number;
}

function readAnswer<Row>(
  row: Row,
  rating: (row: Row) => Rating,
  weight: ((row: Row) => number) | undefined,
): Answer {
  const read = rating(row);
  const unweighted = weight === undefined || read === null || read === undefined;
  return { rating: read, weight: unweighted ? 1 : weight(row) };
}

function ratingOf(answer: Answer): Rating {
  return answer.rating;
}

function weightOf(answer: Answer): number {
  return answer.weight;
}

/** What replaces the figures that take every answer for one of its own. */
function figuresOf(
  score: ComparableScore,
  value: (rating: number) => number,
  clusters: readonly Cluster[],
): ClusterFigures & {
  readonly effectiveN: number;
  readonly standardError: number | null;
  readonly interval: Interval | null;
} {
  const sample = sampleOf(score.tally);
  const count = clusters.length;
  const centre = score.score;
  // Clusters that weigh nothing are counted as answers without weight are, but say nothing of how clusters differ.
  const weighed = clusters.filter(({ weight }) => weight > 0).length;
  if (centre === null || weighed < 2) {
    const effectiveN = centre === null ? sample.effectiveN : 1;
    return { clusters: count, effectiveN, standardError: null, interval: null, designEffect: null };
  }
  const squares = sumOver(clusters, ({ weight, weighted }) => (weighted - weight * centre) ** 2);
  const independentError = linearisedError(sample, value, centre) as number;
  const agree = independentError === 0;
  // Where all answers agree, rounding is all that could be left of the squares.
  const standardError = agree ? 0 : Math.sqrt((count / (count - 1)) * squares) / sample.total;
  const designEffect = agree ? null : (standardError / independentError) ** 2;
  const effectiveN =
    designEffect === null
      ? sample.total ** 2 / sumOver(clusters, ({ weight }) => weight ** 2)
      : sample.effectiveN / Math.max(1, designEffect);
  const interval = clusteredInterval(score, effectiveN, sample.n, count);
  return { clusters: count, effectiveN, standardError, interval, designEffect };
}

function sumOver(clusters: readonly Cluster[], term: (cluster: Cluster) => number): number {
  let sum = 0;
  for (const cluster of clusters) sum += term(cluster);
  return sum;
}
