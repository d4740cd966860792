// The chi-square distribution: its upper tail.

import { log1pMinusArgument } from "./cancellation.ts";
import { stirlingError } from "./gamma.ts";

/**
 * P(X > x) of a chi-square variable: the regularised incomplete gamma function Q(a, y) of half the degrees of freedom and
 * half of x.
 *
 * Below the mean as the complement of the series DLMF 8.7.1, above it by the continued fraction DLMF 8.9.2. Relative
 * accuracy 1e-12 down to 1e-300, for up to 10,000 degrees of freedom.
 *
 * @param x - any number; from 0 down everything exceeds it
 * @param degreesOfFreedom - more than 0, not necessarily whole; callers see to it
 */
export function chiSquareUpperTail(x: number, degreesOfFreedom: number): number {
  const a = degreesOfFreedom / 2;
  const y = x / 2;
  if (y <= 0) return 1;
  const density = gammaDensity(a, y);
  return y < a + 1 ? 1 - density * lowerTailRatio(a, y) : density * upperTailRatio(a, y);
}

/**
 * yᵃ·e^(−y) ÷ Γ(a + 1) in the saddle-point form of C. Loader, "Fast and Accurate Computation of Binomial Probabilities"
 * (2000), where nothing large cancels.
 */
function gammaDensity(a: number, y: number): number {
  const deviance = -a * log1pMinusArgument((y - a) / a);
  return Math.exp(-deviance - stirlingError(a)) / Math.sqrt(2 * Math.PI * a);
}

/** The lower tail over the density: 1 + y ÷ (a + 1) + y² ÷ ((a + 1)(a + 2)) + …, all positive. */
function lowerTailRatio(a: number, y: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-17 && k < 10_000; k++) {
    term *= y / (a + k);
    sum += term;
  }
  return sum;
}

/** The upper tail over the density, a ÷ (y + 1 − a − 1(1 − a) ÷ (y + 3 − a − 2(2 − a) ÷ …)), by Lentz's method. */
function upperTailRatio(a: number, y: number): number {
  let value = y + 1 - a;
  let forward = value;
  let backward = 0;
  for (let k = 1; k < 10_000; k++) {
    const numerator = -k * (k - a);
    const denominator = y + 2 * k + 1 - a;
    backward = 1 / (denominator + numerator * backward);
    forward = denominator + numerator / forward;
    const factor = forward * backward;
    value *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return a / value;
}
