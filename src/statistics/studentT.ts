// Student's t distribution for real degrees of freedom: both tails, quantiles and critical values.

import { betaLogOddsQuantile } from "./beta.ts";
import { betaLowerTail } from "./betaTail.ts";
import { normalCritical, normalUpperTail } from "./normal.ts";

// T² ÷ df has the odds (1 − X) ÷ X of an X that is Beta(df ÷ 2, ½): P(|T| > t) = P(X < df ÷ (df + t²)),
// Abramowitz & Stegun 26.7.1.

/** From here on t and normal agree to the last digit down to tails of 1e-300. */
const NORMAL_FROM = 1e20;

/**
 * The two-sided critical value: the t with P(|T| > t) = `alpha`, such as 2.26 for 0.05 and 9 degrees of freedom.
 *
 * Takes alpha and not the level, so that nothing is lost near level 1. Relative accuracy 1e-12 for alpha from 1e-300
 * up and 0.01 degrees of freedom up; without bound they lead over into {@link normalCritical}.
 *
 * @param alpha - more than 0, at most 1; callers see to it
 * @param degreesOfFreedom - more than 0, not necessarily whole; callers see to it
 * @returns the critical value; Infinity where it exceeds the doubles (few degrees of freedom, tiny alpha)
 */
export function studentTCritical(alpha: number, degreesOfFreedom: number): number {
  if (degreesOfFreedom >= NORMAL_FROM) return normalCritical(alpha);
  const logOdds = betaLogOddsQuantile(alpha, degreesOfFreedom / 2, 0.5);
  return Math.sqrt(degreesOfFreedom) * Math.exp(-logOdds / 2);
}

/**
 * The x below which a t variable falls with probability `p`. Relative accuracy as {@link studentTCritical}.
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
 * P(T > x), with full relative precision in the upper tail: 1e-12 down to 1e-300.
 *
 * @param x - any number
 * @param degreesOfFreedom - more than 0, not necessarily whole; callers see to it
 */
export function studentTUpperTail(x: number, degreesOfFreedom: number): number {
  if (degreesOfFreedom >= NORMAL_FROM) return normalUpperTail(x);
  if (x < 0) return 1 - studentTUpperTail(-x, degreesOfFreedom);
  const root = x / Math.sqrt(degreesOfFreedom);
  const odds = root * root;
  const point = { x: 1 / (1 + odds), y: 1 / (1 + 1 / odds), logOdds: -2 * Math.log(root) };
  return Math.exp(betaLowerTail(point, degreesOfFreedom / 2, 0.5).log) / 2;
}
