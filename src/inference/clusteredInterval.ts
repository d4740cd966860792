// The interval of a score whose answers come in clusters: the scorer's own method on fewer answers.

import { type Interval, intervalOf, type Limits } from "../statistics/interval.ts";
import { type NetShareMethod, netShareLimits } from "../statistics/netShare.ts";
import { type ProportionMethod, proportionLimits } from "../statistics/proportion.ts";
import { studentTCritical } from "../statistics/studentT.ts";
import { meanMoments } from "../survey/mean.ts";
import { type Moments, sampleOf } from "../survey/score.ts";
import { type ComparableScore, classesOf, rangeOf } from "./comparableScore.ts";
import { successesOf } from "./compare.ts";

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
export function intervalWithin(
  { effectiveN, n, clusters }: ComparableScore & { readonly clusters?: number },
  fresh: ComparableScore,
): Interval | null {
  if (clusters === undefined) return fresh.interval;
  return n < 2 || clusters < 2 ? null : clusteredInterval(fresh, effectiveN, n, clusters);
}

function limitsOf(
  score: ComparableScore,
  method: string,
  effectiveN: number,
  { n, clusters }: { readonly n: number; readonly clusters: number },
  alpha: number,
): Limits | null {
  if (score.metric === "ces") {
    const moments = meanMoments(sampleOf(score.tally)) as Moments;
    return meanLimits(moments, effectiveN, Math.min(clusters - 1, effectiveN - 1), alpha);
  }
  // Few clusters say little of the spread between them: as many fewer answers as t is further out than it would be.
  const size = effectiveN * (studentTCritical(alpha, n - 1) / studentTCritical(alpha, clusters - 1)) ** 2;
  if (score.metric === "nps") {
    const classes = classesOf({ ...score, effectiveN: size }) as NonNullable<ReturnType<typeof classesOf>>;
    const { low, high } = netShareLimits(method as NetShareMethod, classes, alpha);
    return { low: 100 * low, high: 100 * high };
  }
  const { successes, trials } = successesOf({ ...score, effectiveN: size }) as NonNullable<
    ReturnType<typeof successesOf>
  >;
  const { low, high } = proportionLimits(method as ProportionMethod, successes, trials, alpha);
  return { low: 100 * low, high: 100 * high };
}

/** Student's t around the mean; `null` where no degree of freedom is left. */
function meanLimits(
  { mean, variance }: Moments,
  effectiveN: number,
  degreesOfFreedom: number,
  alpha: number,
): Limits | null {
  if (degreesOfFreedom < FEWEST_DEGREES) return null;
  const margin = studentTCritical(alpha, degreesOfFreedom) * Math.sqrt(variance / (effectiveN - 1));
  return { low: mean - margin, high: mean + margin };
}

/** Below this, one answer carries all the weight, and all but rounding of the effective sample size. */
const FEWEST_DEGREES = 1e-9;
