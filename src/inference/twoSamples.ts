// Two independent samples: limits and tests of the difference of two scores.

import {
  adjustedClasses,
  type NetShareEstimate,
  netShareEstimate,
  type ThreeClasses,
} from "../statistics/netShare.ts";
import { normalCritical } from "../statistics/normal.ts";
import { wilsonLimits } from "../statistics/proportion.ts";
import { studentTCritical } from "../statistics/studentT.ts";
import { meanMoments } from "../survey/mean.ts";
import { sampleOf } from "../survey/score.ts";
import type { Tally } from "../survey/tally.ts";
import { type Evidence, limitsAround, NO_EVIDENCE, normalPValue, studentTPValue } from "./evidence.ts";
import { fisherIrwinPValue } from "./fisherIrwin.ts";

/** Two net shares, in points. `"adjusted-wald"` adds its pseudo-answers to each group. */
export function netShareDifference(
  before: ThreeClasses,
  after: ThreeClasses,
  method: "adjusted-wald" | "wald",
  alpha: number,
): Evidence {
  const estimate = (classes: ThreeClasses): NetShareEstimate =>
    netShareEstimate(method === "wald" ? classes : adjustedClasses(classes));
  const [a, b] = [estimate(before), estimate(after)];
  const difference = b.net - a.net;
  const error = Math.sqrt(a.squaredError + b.squaredError);
  const limits = limitsAround(difference, normalCritical(alpha) * error, 100);
  if (error === 0) return { ...NO_EVIDENCE, limits };
  const statistic = difference / error;
  return { limits, statistic, degreesOfFreedom: null, pValue: normalPValue(statistic) };
}

/** Successes of trials; neither need be whole. */
export interface Successes {
  readonly successes: number;
  readonly trials: number;
}

/** Which test {@link proportionDifference} made. */
export type ProportionTest = "n-1-two-proportion" | "fisher-irwin";

/** An expected count of 1 that rounding has moved still counts as 1. */
const ROUNDING = 1e-9;

/**
 * Two proportions, in percent: Newcombe's hybrid limits from the two Wilson intervals, and the N − 1 two-proportion test, or
 * the Fisher-Irwin test where a count expected under equality is below 1.
 */
export function proportionDifference(
  before: Successes,
  after: Successes,
  alpha: number,
): Evidence & { readonly test: ProportionTest } {
  const limits = newcombeLimits(before, after, alpha);
  const total = before.trials + after.trials;
  const successes = before.successes + after.successes;
  const leastExpected =
    (Math.min(before.trials, after.trials) * Math.min(successes, total - successes)) / total;
  if (leastExpected < 1 - ROUNDING) {
    const pValue = fisherIrwinPValue(before, after);
    return { limits, statistic: null, degreesOfFreedom: null, pValue, test: "fisher-irwin" };
  }
  const pooled = successes / total;
  const difference = after.successes / after.trials - before.successes / before.trials;
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / before.trials + 1 / after.trials));
  const statistic = (difference / error) * Math.sqrt((total - 1) / total);
  const pValue = normalPValue(statistic);
  return { limits, statistic, degreesOfFreedom: null, pValue, test: "n-1-two-proportion" };
}

function newcombeLimits(before: Successes, after: Successes, alpha: number): { low: number; high: number } {
  const [p, q] = [before.successes / before.trials, after.successes / after.trials];
  const a = wilsonLimits(before.successes, before.trials, alpha);
  const b = wilsonLimits(after.successes, after.trials, alpha);
  const difference = q - p;
  return {
    low: 100 * (difference - Math.hypot(q - b.low, a.high - p)),
    high: 100 * (difference + Math.hypot(b.high - q, p - a.low)),
  };
}

/** Below this, one answer carries all the weight, and all but rounding of the effective sample size. */
const FEWEST_DEGREES = 1e-9;

/** A mean with its squared standard error and the degrees of freedom of that; `null` where there is no spread to see. */
interface MeanEstimate {
  readonly mean: number;
  readonly squaredError: number;
  readonly degreesOfFreedom: number;
}

/** Answers, and how many unweighted ones of unrelated people are as good. */
export interface EffectiveAnswers {
  readonly tally: Tally;
  readonly effectiveN: number;
  /** How many clusters they come in, where that is known: their spread has no more degrees of freedom than those. */
  readonly clusters?: number | undefined;
}

/** As the interval of a mean score has them: the effective sample size stands for n. */
export function meanEstimate({ tally, effectiveN, clusters }: EffectiveAnswers): MeanEstimate | null {
  const moments = meanMoments(sampleOf(tally));
  const degreesOfFreedom = Math.min(effectiveN, clusters ?? effectiveN) - 1;
  if (moments === null || degreesOfFreedom < FEWEST_DEGREES) return null;
  return { mean: moments.mean, squaredError: moments.variance / (effectiveN - 1), degreesOfFreedom };
}

/** Two means of ratings: Welch's t with the degrees of freedom of Welch and Satterthwaite. */
export function meanDifference(before: EffectiveAnswers, after: EffectiveAnswers, alpha: number): Evidence {
  const [a, b] = [meanEstimate(before), meanEstimate(after)];
  if (a === null || b === null) return NO_EVIDENCE;
  // Two answers that agree do not show that all would; Welch's t would take them for a mean without error.
  if (a.squaredError === 0 || b.squaredError === 0) return NO_EVIDENCE;
  const squaredError = a.squaredError + b.squaredError;
  const [shareOfA, shareOfB] = [a.squaredError / squaredError, b.squaredError / squaredError];
  const degreesOfFreedom = 1 / (shareOfA ** 2 / a.degreesOfFreedom + shareOfB ** 2 / b.degreesOfFreedom);
  const difference = b.mean - a.mean;
  const error = Math.sqrt(squaredError);
  const statistic = difference / error;
  return {
    limits: limitsAround(difference, studentTCritical(alpha, degreesOfFreedom) * error),
    statistic,
    degreesOfFreedom,
    pValue: studentTPValue(statistic, degreesOfFreedom),
  };
}
