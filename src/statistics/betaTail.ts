// The tails of the beta distribution on a logarithmic scale: what beta.ts and studentT.ts are built on.

import { betaContinuedFraction, betaTailIntegral } from "./betaTailRatio.ts";
import { log1pMinusArgument, sumTimesMinus } from "./cancellation.ts";
import { stirlingError } from "./gamma.ts";

/** A place x in 0…1, with y = 1 − x and both logarithms, each to full relative precision however near an end. */
export interface BetaPoint {
  readonly x: number;
  readonly y: number;
  readonly logX: number;
  readonly logY: number;
}

/** The place with odds x ÷ y = e^`logOdds`. Odds too long or too short for a double are fine. */
export function pointAtLogOdds(logOdds: number): BetaPoint {
  const logX = logOdds < 0 ? logOdds - Math.log1p(Math.exp(logOdds)) : -Math.log1p(Math.exp(-logOdds));
  const logY = logOdds > 0 ? -logOdds - Math.log1p(Math.exp(-logOdds)) : -Math.log1p(Math.exp(logOdds));
  return { x: 1 / (1 + Math.exp(-logOdds)), y: 1 / (1 + Math.exp(logOdds)), logX, logY };
}

/** Logarithms of P(X ≤ x), of P(X > x) and of the density with respect to the log odds, xᵃyᵇ ÷ B(a, b). */
export interface LogTails {
  readonly logLower: number;
  readonly logUpper: number;
  readonly logDensity: number;
}

/**
 * Both tails of the Beta(a, b) distribution at a point.
 *
 * The tail on the point's own side of the centre is computed as density × ratio, the other one as its complement.
 * Absolute accuracy of the logarithms 1e-13, and 1e-16 of their size where that is more.
 *
 * @param a - more than 0, up to 1e150; callers see to it
 * @param b - likewise
 */
export function betaLogTails(point: BetaPoint, a: number, b: number): LogTails {
  // (a + b)·x − a, from the smaller of x and y, which holds the digits.
  const excess = point.x <= point.y ? sumTimesMinus(a, b, point.x) : -sumTimesMinus(b, a, point.y);
  const logDensity = betaLogDensity(point, a, b, excess);
  // Not quite at the mean: half an event beyond it, so that the complement of a lopsided tail keeps its digits.
  if (excess + point.x <= 0.5) {
    const logLower = logDensity + Math.log(tailRatio(point.x, point.y, a, b, -excess));
    return { logLower, logUpper: logOfComplement(logLower), logDensity };
  }
  const logUpper = logDensity + Math.log(tailRatio(point.y, point.x, b, a, excess));
  return { logLower: logOfComplement(logUpper), logUpper, logDensity };
}

/**
 * log(xᵃyᵇ ÷ B(a, b)) in the saddle-point form of Loader (2000): a square root, Stirling errors, and two deviances that
 * are never negative, so that nothing cancels at parameters of 1e12.
 */
function betaLogDensity({ x, y, logX, logY }: BetaPoint, a: number, b: number, excess: number): number {
  const n = a + b;
  const deviances = deviance(a, n, x, logX, excess) + deviance(b, n, y, logY, -excess);
  const scale = Math.log(a / n) / 2 + Math.log(b) / 2 - LOG_TWO_PI / 2;
  return scale + (stirlingError(n) - stirlingError(a) - stirlingError(b)) - deviances;
}

const LOG_TWO_PI = 1.8378770664093456;

/** a·log(a ÷ (nx)) + nx − a, where nx − a is `excess`. */
function deviance(a: number, n: number, x: number, logX: number, excess: number): number {
  const relative = excess / a;
  if (relative > -0.5) return -a * log1pMinusArgument(relative);
  const ratio = (n * x) / a;
  return excess - a * (ratio > 1e-290 ? Math.log(ratio) : logX + Math.log(n / a));
}

/** Below this the fraction is quick; from here on the integral is smooth enough for its step. */
const INTEGRAL_FROM = 30;

/** P(X ≤ x) ÷ density, for x up to about the mean; `shortfall` is a − (a + b)·x. */
function tailRatio(x: number, y: number, a: number, b: number, shortfall: number): number {
  return Math.min(a, b) < INTEGRAL_FROM
    ? betaContinuedFraction(x, y, a, b, shortfall)
    : betaTailIntegral(x, y, a, b, shortfall);
}

/** log(1 − e^v) for v ≤ 0. */
function logOfComplement(v: number): number {
  return v > -Math.LN2 ? Math.log(-Math.expm1(v)) : Math.log1p(-Math.exp(v));
}
