// The tails of the beta distribution on a logarithmic scale: what beta.ts and studentT.ts are built on.

import { betaContinuedFraction, betaTailIntegral } from "./betaTailRatio.ts";
import { log1pMinusArgument, sumTimesMinus } from "./cancellation.ts";
import { stirlingError } from "./gamma.ts";

/**
 * A place x in 0…1 and y = 1 − x, each to full relative precision however near an end, and log(x ÷ y), which stands
 * in for whichever of the two is too small for a double.
 */
export interface BetaPoint {
  readonly x: number;
  readonly y: number;
  readonly logOdds: number;
}

/** The place with odds x ÷ y = e^`logOdds`. Odds too long or too short for a double are fine. */
export function pointAtLogOdds(logOdds: number): BetaPoint {
  return { x: 1 / (1 + Math.exp(-logOdds)), y: 1 / (1 + Math.exp(logOdds)), logOdds };
}

/** The lower tail P(X ≤ x): its logarithm, and its ratio to xᵃyᵇ ÷ B(a, b), the density in terms of the log odds. */
export interface LowerTail {
  readonly log: number;
  readonly overDensity: number;
}

/**
 * The lower tail of Beta(a, b) at a point, with its own relative precision whether small or near 1.
 *
 * Absolute accuracy of the logarithm 3e-14, or 2e-16 of its size where that is more.
 *
 * @param a - more than 0, up to 1e100; callers see to it
 * @param b - likewise
 */
export function betaLowerTail(point: BetaPoint, a: number, b: number): LowerTail {
  const { x, y } = point;
  // (a + b)·x − a, from the smaller of x and y, which holds the digits.
  const excess = x <= y ? sumTimesMinus(a, b, x) : -sumTimesMinus(b, a, y);
  const logDensity = betaLogDensity(point, a, b, excess);
  // The tail on the point's own side of the centre comes from the density, the other one as its complement. The
  // centre is half an event beyond the mean: at the mean of a lopsided distribution the fraction hardly converges.
  if (excess + x <= 0.5) {
    const overDensity = tailOverDensity(x, y, a, b, -excess);
    return { log: logDensity + Math.log(overDensity), overDensity };
  }
  const log = Math.log1p(-Math.exp(logDensity) * tailOverDensity(y, x, b, a, excess));
  return { log, overDensity: Math.exp(log - logDensity) };
}

/**
 * log(xᵃyᵇ ÷ B(a, b)) in the saddle-point form of C. Loader, "Fast and Accurate Computation of Binomial
 * Probabilities" (2000): a square root, Stirling errors, and two deviances that are never negative, so that
 * nothing cancels at parameters of 1e12.
 */
function betaLogDensity({ x, y, logOdds }: BetaPoint, a: number, b: number, excess: number): number {
  const n = a + b;
  const deviances = deviance(a, n, x, logOdds, excess) + deviance(b, n, y, -logOdds, -excess);
  const scale = Math.log(a / n) / 2 + Math.log(b) / 2 - LOG_TWO_PI / 2;
  return scale + (stirlingError(n) - stirlingError(a) - stirlingError(b)) - deviances;
}

const LOG_TWO_PI = 1.8378770664093456;

/** a·log(a ÷ (nx)) + nx − a, where nx − a is `excess`. */
function deviance(a: number, n: number, x: number, logOdds: number, excess: number): number {
  const relative = excess / a;
  if (relative > -0.5) return -a * log1pMinusArgument(relative);
  // Next to 0 the odds are x itself, and their logarithm goes on where the doubles end.
  const ratio = (n * x) / a;
  return excess - a * (ratio > 1e-290 ? Math.log(ratio) : logOdds + Math.log(n / a));
}

/** Below it the fraction needs at most 200 steps, above it more and more. From 30 to 1e5 the two agree to 1e-13. */
const INTEGRAL_FROM = 10_000;

/** P(X ≤ x) ÷ density, for x up to about the mean; `shortfall` is a − (a + b)·x. */
function tailOverDensity(x: number, y: number, a: number, b: number, shortfall: number): number {
  return Math.min(a, b) < INTEGRAL_FROM
    ? betaContinuedFraction(x, y, a, b, shortfall)
    : betaTailIntegral(x, y, a, b, shortfall);
}
