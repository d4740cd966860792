// Mean, spread and quantiles of raw values.

import { sumOver } from "./runningSum.ts";

/** Values as callers hold them: finite, and up to 1e150 in size, so that their squares are too. Callers see to it. */
export type Values = readonly number[] | Float64Array;

/**
 * The arithmetic mean; `null` of no values. Of values that agree it is that value, to the last digit.
 *
 * A compensated sum, divided. Relative accuracy 4e-16 unless values of opposite signs cancel nearly all of their digits.
 */
export function mean(values: Values): number | null {
  if (values.length === 0) return null;
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
  }
  const quotient = sumOver(values, (value) => value) / values.length;
  // Rounding must neither give values that agree a spread nor carry a mean past all of them. Adding 0 turns −0 into 0.
  return Math.min(Math.max(quotient, lowest), highest) + 0;
}

/**
 * The sample variance, with n − 1; `null` of fewer than two values, 0 exactly where all agree.
 *
 * The squared deviations, less what the rounding of the mean has added to them: the corrected two-pass algorithm of
 * T. F. Chan, G. H. Golub & R. J. LeVeque, "Algorithms for Computing the Sample Variance", The American Statistician 37
 * (1983).
 */
export function sampleVariance(values: Values): number | null {
  const n = values.length;
  const centre = mean(values);
  if (centre === null || n < 2) return null;
  const deviations = sumOver(values, (value) => value - centre);
  const squares = sumOver(values, (value) => (value - centre) ** 2);
  return (squares - deviations ** 2 / n) / (n - 1);
}

/** The sample standard deviation, the root of the variance with n − 1; `null` of fewer than two values. */
export function sampleStandardDeviation(values: Values): number | null {
  const variance = sampleVariance(values);
  return variance === null ? null : Math.sqrt(variance);
}

/**
 * The value below which a share `p` of the values lies; `null` of no values.
 *
 * Type 7 of R. J. Hyndman & Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996), the
 * default of R and NumPy: straight lines through the k-th smallest value at (k − 1) ÷ (n − 1). It never falls as `p`
 * rises.
 *
 * @param sorted - ascending; callers see to it
 * @param p - from 0 to 1; callers see to it
 */
export function quantile(sorted: Values, p: number): number | null {
  const last = sorted.length - 1;
  if (last < 0) return null;
  const place = last * p;
  const below = Math.floor(place);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, last)] as number;
  return low + (place - below) * (high - low);
}

/** The middle value, or half-way between the two in the middle; `null` of no values. Takes them ascending. */
export function median(sorted: Values): number | null {
  return quantile(sorted, 0.5);
}
