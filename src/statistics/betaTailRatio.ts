// A tail of the beta distribution over its density: a continued fraction, and an integral for large parameters.

import { expm1MinusArgument, log1pMinusArgument } from "./cancellation.ts";

/**
 * I_x(a, b)·B(a, b) ÷ (xᵃyᵇ) by a continued fraction: the even part of DLMF 8.17.22, in the form of
 * A. R. DiDonato & A. H. Morris, "Algorithm 708: Significant Digit Computation of the Incomplete Beta Function
 * Ratios", ACM TOMS 18 (1992), evaluated by Lentz's method. Every partial denominator is positive, and takes
 * a − (a + b)·x from outside, so that nothing cancels.
 *
 * Needs about 2·√min(a, b) steps at the centre and fewer in the tails; up to 200 at the centre where b is far
 * below 1.
 *
 * @param x - up to (a + ½) ÷ (a + b + 1); callers see to it, and that y = 1 − x
 * @param shortfall - a − (a + b)·x, at least −½
 */
export function betaContinuedFraction(x: number, y: number, a: number, b: number, shortfall: number): number {
  let value = (a * (shortfall + 1)) / (a + 1);
  let forward = value;
  let backward = 0;
  for (let m = 1; m <= 1000; m++) {
    const width = a + 2 * m - 1;
    const term = m * (b - m) * x;
    const numerator = ((a + m - 1) / width) * ((a + b + m - 1) / width) * term * x;
    const denominator = m + term / width + ((a + m) / (width + 2)) * (shortfall + 1 + m * (1 + y));
    backward = 1 / (denominator + numerator * backward);
    forward = denominator + numerator / forward;
    const factor = forward * backward;
    value *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return 1 / value;
}

/**
 * How many points of the double exponential rule there are to a unit: with 8 its error is 2e-13, with 10 below rounding,
 * and here in reserve.
 */
const POINTS_PER_UNIT = 12;

/**
 * The same ratio as the integral of e^(−h(s)) over s from 0 up, where e^(−s) shrinks the odds x ÷ y and h(s) is
 * −log of the density at the shrunken odds, relative to that at x. h is convex and the integrand never negative,
 * so nothing cancels, and the number of points does not grow with a and b.
 *
 * By the double exponential rule for a half line: H. Takahasi & M. Mori, "Double Exponential Formulas for
 * Numerical Integration", Publ. RIMS Kyoto 9 (1974). Relative accuracy 1e-13 for a and b from 30 up.
 *
 * @param x - up to about a ÷ (a + b); callers see to it, and that y = 1 − x
 * @param shortfall - a − (a + b)·x, at least −½
 */
export function betaTailIntegral(x: number, y: number, a: number, b: number, shortfall: number): number {
  const n = a + b;
  // The integrand falls like e^(−shortfall·s) far out in the tail and like e^(−nxy·s²÷2) at the centre.
  const scale = 1 / (Math.abs(shortfall) + Math.sqrt(n * x * y));
  let sum = 0;
  for (let i = -45; i <= 50; i++) {
    const t = i / POINTS_PER_UNIT;
    const inner = Math.exp(-t);
    const s = scale * Math.exp(t - inner);
    const h = relativeLogDensityLoss(s, x, y, n, shortfall);
    sum += Math.exp(-h) * s * (1 + inner);
    if (h > 50) break;
  }
  return sum / POINTS_PER_UNIT;
}

/** h(s) = a·s + n·log(1 − x(1 − e^(−s))), with its terms of first and second order taken apart. */
function relativeLogDensityLoss(s: number, x: number, y: number, n: number, shortfall: number): number {
  // The same expression around the smaller of x and y, so that the second-order terms do not cancel.
  const [share, step] = x <= y ? [x, -s] : [y, s];
  const change = share * Math.expm1(step);
  return shortfall * s + n * (share * expm1MinusArgument(step) + log1pMinusArgument(change));
}
