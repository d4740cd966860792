// Few clusters tell little of the spread between them: what that costs an interval, and the test that goes with it.

import { studentTCritical } from "../statistics/studentT.ts";
import { bisected } from "./bisected.ts";
import { type ComparableScore, clustersOf } from "./comparableScore.ts";

/** So small a part of any sample that a p-value is 0 by certainty alone, and not by rounding. */
const LITTLE = 1e-9;

/** How much there is to tell a spread from: among the answers, and among their clusters. */
export interface SpreadDegrees {
  readonly answers: number;
  readonly clusters: number;
}

/** The score as if it had so large a part of its effective sample size. */
export function counting<S extends ComparableScore>(score: S, part: number): S {
  return { ...score, effectiveN: part * score.effectiveN };
}

/** The degrees of freedom of scores together, each of its own sample; `null` where none of them has clusters. */
export function spreadDegrees(scores: readonly ComparableScore[]): SpreadDegrees | null {
  if (scores.every((score) => clustersOf(score) === null)) return null;
  let [answers, clusters] = [0, 0];
  for (const score of scores) {
    answers += score.n - 1;
    clusters += (clustersOf(score) ?? score.n) - 1;
  }
  return { answers, clusters };
}

/**
 * The part of its effective sample size that counts for an interval: as many fewer answers as Student's t is further out
 * with the degrees of freedom of the clusters than with those of the answers.
 *
 * Source: E. L. Korn & B. I. Graubard, Survey Methodology 24 (1998).
 */
export function countedPart(degrees: SpreadDegrees, alpha: number): number {
  return (studentTCritical(alpha, degrees.answers) / studentTCritical(alpha, degrees.clusters)) ** 2;
}

/**
 * The p-value that belongs to such intervals: the 1 − level at which the interval just reaches the value tested.
 *
 * @param pValueAt - the p-value where so large a part of the effective sample size counts
 */
export function pValueOfFew(
  degrees: SpreadDegrees,
  pValueAt: (part: number) => number | null,
): number | null {
  const whole = pValueAt(1);
  // What is ruled out remains so with however few answers.
  if (whole === null || pValueAt(LITTLE) === 0) return whole;
  return bisected(0, 1, (alpha) => (pValueAt(countedPart(degrees, alpha)) as number) <= alpha);
}
