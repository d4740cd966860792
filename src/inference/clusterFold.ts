// Answers that come in clusters: folded into a tally and a sum for each cluster, and scored.

import { requireFunction } from "../errors.ts";
import { type Identifier, requiredIdentifier } from "../records/identifier.ts";
import { mapEntry } from "../records/mapEntry.ts";
import type { Interval } from "../statistics/interval.ts";
import { sumOver } from "../statistics/runningSum.ts";
import { addAnswer, type Cells, emptyCells, tallyOfCells } from "../survey/cells.ts";
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

/** Answers as they are folded. */
export interface ClusteredAnswers {
  readonly cells: Cells;
  readonly clusters: Map<Identifier, Cluster>;
}

/** The answers of one cluster. */
interface Cluster {
  weight: number;
  /** Sum of weight × value. */
  weighted: number;
}

/** How rows are folded and what is folded is scored. */
export interface ClusterFolding<Row, S extends ComparableScore> {
  readonly empty: () => ClusteredAnswers;
  readonly add: (answers: ClusteredAnswers, row: Row, index: number) => void;
  readonly scored: (answers: ClusteredAnswers) => ClusteredScore<S>;
}

/** The folding that the options ask for, or a throw where they are wrong. */
export function clusterFolding<Row, S extends ComparableScore>(
  caller: string,
  { metric, rating, weight, cluster }: ClusteredScoreOptions<Row, S>,
): ClusterFolding<Row, S> {
  requireFunction(caller, ["metric"], metric);
  requireFunction(caller, ["rating"], rating);
  if (weight !== undefined) requireFunction(caller, ["weight"], weight);
  requireFunction(caller, ["cluster"], cluster);
  const unscored: ComparableScore = checkedScore(caller, ["metric"], metric([]));
  const value = answerValue(unscored);
  return {
    empty: () => ({ cells: emptyCells(unscored.tally.scale, weight !== undefined), clusters: new Map() }),
    add: ({ cells, clusters }, row, index) => {
      const answer = readAnswer(row, rating, weight);
      addAnswer(caller, cells, index, answer, ratingOf, weight === undefined ? undefined : weightOf);
      if (answer.rating === null || answer.rating === undefined) return;
      const id = requiredIdentifier(caller, ["cluster", index], cluster(row));
      const own = mapEntry(clusters, id, () => ({ weight: 0, weighted: 0 }));
      own.weight += answer.weight;
      own.weighted += answer.weight * value(answer.rating);
    },
    scored: ({ cells, clusters }) => {
      const score = metric(tallyOfCells(cells));
      return { ...score, ...figuresOf(score, value, [...clusters.values()]) };
    },
  };
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
  // Clusters of one answer each are as many as the answers, but for rounding.
  const effectiveN =
    designEffect === null
      ? Math.min(sample.effectiveN, sample.total ** 2 / sumOver(clusters, ({ weight }) => weight ** 2))
      : sample.effectiveN / Math.max(1, designEffect);
  const interval = clusteredInterval(score, effectiveN, sample.n, count);
  return { clusters: count, effectiveN, standardError, interval, designEffect };
}
