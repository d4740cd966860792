// The beta distribution: both tails, and quantiles from either end.

import { betaLowerTail, pointAtLogOdds } from "./betaTail.ts";
import { normalQuantile } from "./normal.ts";

/** P(X ≤ x) and P(X > x), each to its own relative precision. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The regularised incomplete beta function I_x(a, b), DLMF 8.17.2, and its complement: both tails of Beta(a, b).
 *
 * Relative accuracy of either tail 1e-12 down to 1e-300, for a and b from ½ to 1e12; 1e-11 from 0.005 on.
 *
 * @param x - from 0 to 1; callers see to it
 * @param a - more than 0; callers see to it
 * @param b - likewise
 */
export function regularizedIncompleteBeta(x: number, a: number, b: number): Tails {
  const { log } = betaLowerTail({ x, y: 1 - x, logOdds: Math.log(x / (1 - x)) }, a, b);
  // Near 0 the logarithm is −upper to the last digit, so that it holds both tails.
  return { lower: Math.exp(log), upper: -Math.expm1(log) };
}

/** Which end a tail probability is counted from. */
export type Tail = "lower" | "upper";

/**
 * The x in 0…1 that cuts a tail of probability `p` off Beta(a, b).
 *
 * Relative accuracy 1e-13 for p from 1e-300 up and a and b from 0.005 to 1e12; 0 where x is below the doubles. A
 * quantile next to 1 rounds like any double: ask for the other end of Beta(b, a) to have its distance from 1.
 *
 * @param p - from 0 to 1; callers see to it
 * @param a - more than 0; callers see to it
 * @param b - likewise
 * @param tail - `"upper"` for P(X > x) = p, without forming 1 − p
 */
export function betaQuantile(p: number, a: number, b: number, tail: Tail = "lower"): number {
  const logOdds = tail === "lower" ? betaLogOddsQuantile(p, a, b) : -betaLogOddsQuantile(p, b, a);
  return 1 / (1 + Math.exp(-logOdds));
}

/**
 * log(x ÷ (1 − x)) of the x with P(X ≤ x) = `p`, which stays finite and precise where x itself rounds to 0 or 1.
 */
export function betaLogOddsQuantile(p: number, a: number, b: number): number {
  // From a half up 1 − p is exact, and a lower tail is the upper tail of the mirrored distribution.
  return p <= 0.5 ? lowerHalfLogOdds(p, a, b) : -lowerHalfLogOdds(1 - p, b, a);
}

/**
 * The same for p up to ½, by Newton's method on the logarithm of the tail as a function of the log odds.
 *
 * The density in the log odds is log-concave, and so therefore is its tail (A. Prékopa, "On logarithmic concave
 * measures and functions", Acta Sci. Math. 34 (1973)). On a concave rising function a step ends below the root
 * wherever it starts, and from there the steps rise to the root without passing it: no bracket is needed.
 */
function lowerHalfLogOdds(p: number, a: number, b: number): number {
  if (p === 0) return Number.NEGATIVE_INFINITY;
  const target = Math.log(p);
  let logOdds = startingLogOdds(target, p, a, b);
  // Ten steps or so; the bound is for tails so steep that the last digit of the log odds exceeds the tolerance.
  for (let i = 0; i < 40; i++) {
    const tail = betaLowerTail(pointAtLogOdds(logOdds), a, b);
    const error = tail.log - target;
    logOdds -= error * tail.overDensity;
    // What is left after a step is of the order of the square of the error before it.
    if (Math.abs(error) < 1e-8) break;
  }
  return logOdds;
}

/** A start: as if the log odds were normal, or where 1 − X is more like a gamma variable, as if −log p bounded it. */
function startingLogOdds(logP: number, p: number, a: number, b: number): number {
  const centre = Math.log(a / b);
  const deviation = Math.sqrt((a + 0.5) / a / a + (b + 0.5) / b / b);
  const gammaTail = Math.log(a / -logP);
  return Math.max(centre + normalQuantile(p) * deviation, Math.min(centre, gammaTail));
}
