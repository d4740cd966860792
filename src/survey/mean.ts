// The mean of ratings, with its standard error and Student's t interval.

import { type Interval, intervalOf } from "../statistics/interval.ts";
import { studentTCritical } from "../statistics/studentT.ts";
import { type Figures, linearisedError, type Moments, momentsOf, type Sample } from "./score.ts";

/** The figures of a score that is a mean rating. */
export function meanFigures(sample: Sample, level: number): Figures {
  const moments = meanMoments(sample);
  return {
    score: moments?.mean ?? null,
    n: sample.n,
    missing: sample.tally.missing,
    effectiveN: sample.effectiveN,
    standardError: moments === null ? null : linearisedError(sample, rating, moments.mean),
    interval: moments === null ? null : intervalOfMean(sample, moments, level),
  };
}

/** Mean and variance of the ratings themselves. */
export function meanMoments(sample: Sample): Moments | null {
  return momentsOf(sample, rating);
}

function rating(value: number): number {
  return value;
}

/** Below this, one answer carries all the weight, and all but rounding of the effective sample size. */
const FEWEST_DEGREES = 1e-9;

/** Student's t with the effective sample size for n, clamped to the scale. */
function intervalOfMean(sample: Sample, { mean, variance }: Moments, level: number): Interval | null {
  const degreesOfFreedom = sample.effectiveN - 1;
  if (degreesOfFreedom < FEWEST_DEGREES || variance === 0) return null;
  const margin = studentTCritical(1 - level, degreesOfFreedom) * Math.sqrt(variance / degreesOfFreedom);
  const { min, max } = sample.tally.scale;
  return intervalOf({ low: mean - margin, high: mean + margin }, { low: min, high: max }, level, "student-t");
}
