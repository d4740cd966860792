// The beta distribution: both tails, and quantiles from either end.

import { type BetaPoint, betaLogTails, pointAtLogOdds } from "./betaTail.ts";
import { normalQuantile } from "./normal.ts";

/** P(X ≤ x) and P(X > x), each to its own relative precision. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The regularised incomplete beta function I_x(a, b), DLMF 8.17.2, and its complement: both tails of Beta(a, b) at x.
 *
 * @param x - from 0 to 1; callers see to it
 * @param a - more than 0; callers see to it
 * @param b - likewise
 * @param y - 1 − x, for callers who know it better than the subtraction does
 */
export function regularizedIncompleteBeta(x: number, a: number, b: number, y: number = 1 - x): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (y <= 0) return { lower: 1, upper: 0 };
  const logX = x <= y ? Math.log(x) : Math.log1p(-y);
  const logY = x <= y ? Math.log1p(-x) : Math.log(y);
  return betaTails({ x, y, logX, logY }, a, b);
}

/** Both tails of Beta(a, b) at a point whose coordinates are known to full precision. */
export function betaTails(point: BetaPoint, a: number, b: number): Tails {
  const { logLower, logUpper } = betaLogTails(point, a, b);
  return { lower: Math.exp(logLower), upper: Math.exp(logUpper) };
}

/** Which end a tail probability is counted from. */
export type Tail = "lower" | "upper";

/**
 * The x in 0…1 that cuts a tail of probability `p` off Beta(a, b).
 *
 * @param p - from 0 to 1; callers see to it
 * @param a - more than 0; callers see to it
 * @param b - likewise
 * @param tail - `"upper"` for P(X > x) = p, without forming 1 − p
 */
export function betaQuantile(p: number, a: number, b: number, tail: Tail = "lower"): number {
  const logOdds = betaQuantileLogOdds(p, a, b, tail);
  return 1 / (1 + Math.exp(-logOdds));
}

/**
 * log(x ÷ (1 − x)) of the same quantile, which stays finite and precise where x is next to 0 or 1.
 *
 * Newton's method on the logarithm of the smaller tail, as a function of the log odds. That function is
 * concave (the density in the log odds is log-concave, and so are its tails: Prékopa 1973), so every step ends on the far side of the root
 * and from there the steps close in on it without passing it: convergence from any start, no bracket.
 */
export function betaQuantileLogOdds(p: number, a: number, b: number, tail: Tail): number {
  // 1 − p is exact from a half up.
  const [smaller, side]: [number, Tail] =
    p <= 0.5 ? [p, tail] : [1 - p, tail === "lower" ? "upper" : "lower"];
  const outward = side === "lower" ? -1 : 1;
  if (smaller === 0) return outward * Number.POSITIVE_INFINITY;
  const target = Math.log(smaller);
  // Mean and standard deviation of the log odds, roughly, and the normal quantile.
  let logOdds =
    Math.log(a / b) - outward * normalQuantile(smaller) * Math.sqrt((a + 0.5) / a / a + (b + 0.5) / b / b);
  for (let i = 0; i < 100; i++) {
    const { logLower, logUpper, logDensity } = betaLogTails(pointAtLogOdds(logOdds), a, b);
    const logTail = side === "lower" ? logLower : logUpper;
    const error = logTail - target;
    logOdds += outward * error * Math.exp(logTail - logDensity);
    // What is left after a step is of the order of the square of the error before it.
    if (Math.abs(error) < 1e-8) break;
  }
  return logOdds;
}
