// What every score has in common, and how shares, means and standard errors come out of a tally.

import type { Interval } from "../statistics/interval.ts";
import type { Tally } from "./tally.ts";

/** How many answers stand in a class, and their share. */
export interface Share {
  /** Number of answers, not weighted. */
  readonly count: number;
  /** Their share of all answers, 0…1, weighted where the answers are; `null` where there are none. */
  readonly share: number | null;
}

/** Anything computed from a tally. */
export interface Tallied {
  /** The answers that it was computed from. */
  readonly tally: Tally;
}

/** What every score has, whatever its metric. */
export interface Score extends Tallied {
  /** The metric by name. */
  readonly metric: string;
  /** The score in the metric's customary unit; `null` where there is no answer of any weight. */
  readonly score: number | null;
  /** How many answered, answers of weight zero included. */
  readonly n: number;
  /** How many were asked and did not answer. */
  readonly missing: number;
  /** Kish's effective sample size, (Σw)² ÷ Σw²; equals `n` where answers are not weighted. */
  readonly effectiveN: number;
  /** Standard error in the score's unit; `null` where it cannot be estimated. */
  readonly standardError: number | null;
  /** Confidence interval in the score's unit; `null` where it cannot be estimated. */
  readonly interval: Interval | null;
}

/** A score before its metric gives it a name. */
export type Figures = Omit<Score, "metric" | "tally">;

/** A tally with the sums that every score needs. */
export interface Sample {
  readonly tally: Tally;
  /** How many answered. */
  readonly n: number;
  /** What each rating's answers weigh together: their number where they are not weighted. */
  readonly weights: readonly number[];
  /** What all answers weigh together. */
  readonly total: number;
  /** Kish (1965): the size of the unweighted sample that would be as precise. */
  readonly effectiveN: number;
}

export function sampleOf(tally: Tally): Sample {
  const n = sum(tally.counts);
  if (tally.weights === undefined || tally.squaredWeights === undefined) {
    return { tally, n, weights: tally.counts, total: n, effectiveN: n };
  }
  const total = sum(tally.weights);
  const effectiveN = total === 0 ? 0 : total ** 2 / sum(tally.squaredWeights);
  return { tally, n, weights: tally.weights, total, effectiveN };
}

/** The share of answers with a rating from `from` to `to`, both included. */
export function shareOf(sample: Sample, from: number, to: number): Share {
  const { tally, weights, total } = sample;
  const start = from - tally.scale.min;
  const end = to - tally.scale.min + 1;
  const count = sum(tally.counts.slice(start, end));
  return { count, share: total === 0 ? null : sum(weights.slice(start, end)) / total };
}

/** Mean of a value given to each rating, and the variance of that value among the answers. */
export interface Moments {
  readonly mean: number;
  readonly variance: number;
}

/** The (weighted) mean and variance of a value; `null` where nothing weighs anything. */
export function momentsOf(sample: Sample, value: (rating: number) => number): Moments | null {
  const { tally, weights, total } = sample;
  if (total === 0) return null;
  let weighted = 0;
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  weights.forEach((weight, cell) => {
    if (weight === 0) return;
    const v = value(tally.scale.min + cell);
    weighted += weight * v;
    lowest = Math.min(lowest, v);
    highest = Math.max(highest, v);
  });
  // Rounding must neither give answers that agree a spread nor carry a mean past all of them.
  const mean = Math.min(Math.max(weighted / total, lowest), highest);
  let squares = 0;
  weights.forEach((weight, cell) => {
    squares += weight * (value(tally.scale.min + cell) - mean) ** 2;
  });
  return { mean, variance: squares / total };
}

/**
 * Standard error of a weighted mean by Taylor linearisation, √(n ÷ (n−1) · Σ(w(v − v̄))²) ÷ Σw, as in R's
 * `survey::svymean`; with every weight 1 it is the textbook s ÷ √n. `null` for fewer than two answers.
 */
export function linearisedError(
  sample: Sample,
  value: (rating: number) => number,
  mean: number,
): number | null {
  const { tally, n, total } = sample;
  if (n < 2) return null;
  let squares = 0;
  (tally.squaredWeights ?? tally.counts).forEach((squaredWeight, cell) => {
    squares += squaredWeight * (value(tally.scale.min + cell) - mean) ** 2;
  });
  return Math.sqrt((n / (n - 1)) * squares) / total;
}

/**
 * Standard error of a share or net share. Unweighted it is √(variance ÷ n), as in every text on these scores,
 * without the n − 1 that the weighted form carries.
 */
export function shareError(
  sample: Sample,
  value: (rating: number) => number,
  moments: Moments,
): number | null {
  if (sample.tally.weights !== undefined) return linearisedError(sample, value, moments.mean);
  return Math.sqrt(moments.variance / sample.n);
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
