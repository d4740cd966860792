// The interval of a score whose answers come in clusters: the scorer's own method on fewer answers.

import { type Interval, intervalOf, type Limits } from "../statistics/interval.ts";
import { type NetShareMethod, netShareLimits, type ThreeClasses } from "../statistics/netShare.ts";
import { type ProportionMethod, proportionLimits } from "../statistics/proportion.ts";
import { studentTCritical } from "../statistics/studentT.ts";
import { type ComparableScore, classesOf, clustersOf, hidesSpread, rangeOf } from "./comparableScore.ts";
import { successesOf } from "./compare.ts";
import { limitsAround } from "./evidence.ts";
import { countedPart, counting } from "./fewClusters.ts";
import { meanEstimate, type Successes } from "./twoSamples.ts";

/**
 * The score's interval with another effective sample size.
 *
 * @param n - how many answers, two or more
 * @param clusters - how many clusters they are of, two or more
 */
export function clusteredInterval(
  score: ComparableScore,
  effectiveN: number,
  n: number,
  clusters: number,
): Interval | null {
  if (score.interval === null) return null;
  const { level, method } = score.interval;
  const alpha = 1 - level;
  const limits = limitsOf(score, method, effectiveN, { n, clusters }, alpha);
  if (limits === null) return null;
  return intervalOf(limits, rangeOf(score.metric, score.tally.scale), level, method);
}

/** The interval of a score just made, as wide as the clusters make it of the score that it was made from. */
export function intervalWithin(score: ComparableScore, fresh: ComparableScore): Interval | null {
  const clusters = clustersOf(score);
  if (clusters === null) return fresh.interval;
  return hidesSpread(score) ? null : clusteredInterval(fresh, score.effectiveN, score.n, clusters);
}

function limitsOf(
  score: ComparableScore,
  method: string,
  effectiveN: number,
  { n, clusters }: { readonly n: number; readonly clusters: number },
  alpha: number,
): Limits | null {
  if (score.metric === "ces") {
    const estimate = meanEstimate({ tally: score.tally, effectiveN, clusters });
    if (estimate === null) return null;
    const margin = studentTCritical(alpha, estimate.degreesOfFreedom) * Math.sqrt(estimate.squaredError);
    return limitsAround(estimate.mean, margin);
  }
  const part = countedPart({ answers: n - 1, clusters: clusters - 1 }, alpha);
  if (score.metric === "nps") {
    const classes = classesOf(counting({ ...score, effectiveN }, part)) as ThreeClasses;
    const { low, high } = netShareLimits(method as NetShareMethod, classes, alpha);
    return { low: 100 * low, high: 100 * high };
  }
  const { successes, trials } = successesOf(counting({ ...score, effectiveN }, part)) as Successes;
  const { low, high } = proportionLimits(method as ProportionMethod, successes, trials, alpha);
  return { low: 100 * low, high: 100 * high };
}
