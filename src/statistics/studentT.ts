// Student's t distribution for real degrees of freedom: both tails, quantiles and critical values.

import { betaQuantileLogOdds, betaTails } from "./beta.ts";
import { normalCritical, normalUpperTail } from "./normal.ts";

// T² ÷ df has the odds (1 − X) ÷ X of an X that is Beta(df ÷ 2, ½): P(|T| > t) = P(X < df ÷ (df + t²)). DLMF 8.17.2 and
// Johnson, Kotz & Balakrishnan, "Continuous Univariate Distributions" 2 (1995), chapter 28.

/** From here on t and normal agree to the last digit down to tails of 1e-300. */
const NORMAL_FROM = 1e20;

/**
 * The two-sided critical value: the t with P(|T| > t) = `alpha`.
 *
 * @param alpha - more than 0, at most 1; callers see to it
 * @param degreesOfFreedom - more than 0, not necessarily whole; callers see to it
 * @returns the critical value; Infinity where it exceeds the doubles (few degrees of freedom, tiny alpha)
 */
export function studentTCritical(alpha: number, degreesOfFreedom: number): number {
  if (degreesOfFreedom >= NORMAL_FROM) return normalCritical(alpha);
  const logOdds = betaQuantileLogOdds(alpha, degreesOfFreedom / 2, 0.5, "lower");
  return Math.sqrt(degreesOfFreedom) * Math.exp(-logOdds / 2);
}

/**
 * The x below which a t variable falls with probability `p`.
 *
 * @param p - strictly between 0 and 1; callers see to it
 * @param degreesOfFreedom - more than 0, not necessarily whole; callers see to it
 */
export function studentTQuantile(p: number, degreesOfFreedom: number): number {
  // Doubling is exact, and so is 1 − p from a half up.
  return p < 0.5
    ? -studentTCritical(2 * p, degreesOfFreedom)
    : studentTCritical(2 * (1 - p), degreesOfFreedom);
}

/** P(T ≤ x), with full relative precision in the lower tail; see {@link studentTUpperTail}. */
export function studentTCdf(x: number, degreesOfFreedom: number): number {
  return studentTUpperTail(-x, degreesOfFreedom);
}

/**
 * P(T > x), with full relative precision in the upper tail.
 *
 * @param x - any number
 * @param degreesOfFreedom - more than 0, not necessarily whole; callers see to it
 */
export function studentTUpperTail(x: number, degreesOfFreedom: number): number {
  if (degreesOfFreedom >= NORMAL_FROM) return normalUpperTail(x);
  if (x < 0) return 1 - studentTUpperTail(-x, degreesOfFreedom);
  if (x === 0) return 0.5;
  const root = x / Math.sqrt(degreesOfFreedom);
  // Where the square leaves the doubles, its logarithm does not.
  const odds = root * root;
  const point = {
    x: 1 / (1 + odds),
    y: 1 / (1 + 1 / odds),
    logX: root > 1e100 ? -2 * Math.log(root) : -Math.log1p(odds),
    logY: root < 1e-100 ? 2 * Math.log(root) : -Math.log1p(1 / odds),
  };
  return betaTails(point, degreesOfFreedom / 2, 0.5).lower / 2;
}
