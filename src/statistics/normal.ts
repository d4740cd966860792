// The standard normal distribution: quantiles, critical values and both tails.

/** √(2π), the density at 0 turned upside down. */
const ROOT = 2.5066282746310002;

/** After a step this much smaller than where it ends, the next would be as small as its square. */
const LAST_STEP = 1e-9;

/**
 * The x below which a standard normal variable falls with probability `p`.
 *
 * Solved for from the series and the continued fraction of {@link normalUpperTail}, in three or four steps. Relative
 * accuracy 1e-15 for every p; an upper tail below 1e-16 cannot be written as `p`, so ask {@link normalCritical} for
 * those.
 *
 * @param p - strictly between 0 and 1; callers see to it (0 gives −Infinity, 1 gives Infinity)
 */
export function normalQuantile(p: number): number {
  if (p !== latest.p) latest = { p, x: solvedQuantile(p) };
  return latest.x;
}

/** The quantile asked for last; nearly always the next one too. A pure memo: results never depend on it. */
let latest: { readonly p: number; readonly x: number } = { p: 0.5, x: 0 };

function solvedQuantile(p: number): number {
  const fromHalf = p - 0.5;
  const share = Math.abs(fromHalf);
  // Above a half, 1 − p is exact in doubles.
  const x = share <= 0.25 ? centralQuantile(share) : upperTailQuantile(Math.min(p, 1 - p));
  return fromHalf < 0 ? -x : x;
}

/** The x with P(0 < Z < x) = `share`, for shares up to a quarter: by Halley's steps on that probability. */
function centralQuantile(share: number): number {
  let x = share * ROOT;
  for (;;) {
    const excess = centralSeries(x) - share * ROOT * Math.exp((x * x) / 2);
    const step = excess / (1 + (x * excess) / 2);
    x -= step;
    if (!(Math.abs(step) > LAST_STEP * x)) return x;
  }
}

/** The x that a normal variable exceeds with probability `tail`, up to a quarter: by Newton's steps on its logarithm. */
function upperTailQuantile(tail: number): number {
  if (tail === 0) return Number.POSITIVE_INFINITY;
  let x = Math.sqrt(-2 * Math.log(2 * tail));
  for (;;) {
    // Of the logarithm, and not of the tail itself, which would lose the digits of the smallest doubles.
    const ratio = millsRatio(x);
    const step = ratio * (Math.log(ratio / ROOT) - (x * x) / 2 - Math.log(tail));
    x += step;
    if (!(Math.abs(step) > LAST_STEP * x)) return x;
  }
}

/**
 * The two-sided critical value: the z with P(|Z| > z) = `alpha`, such as 1.96 for 0.05.
 *
 * Takes alpha and not the level, so that nothing is lost near level 1. Relative accuracy 1e-15 for alpha from
 * 1e-300 up.
 *
 * @param alpha - more than 0, at most 1; callers see to it
 */
export function normalCritical(alpha: number): number {
  // Subtracting from 0 turns the −0 of alpha = 1 into 0.
  return 0 - normalQuantile(alpha / 2);
}

/** P(Z ≤ x) of a standard normal variable, with full relative precision in the lower tail. Any x. */
export function normalCdf(x: number): number {
  return normalUpperTail(-x);
}

/**
 * P(Z > x) of a standard normal variable, ½·erfc(x ÷ √2), with full relative precision in the upper tail.
 *
 * Written in x itself, because rounding x ÷ √2 would cost x² units in the last place. Near 0 by the series of
 * positive terms, DLMF 7.6.2; further out by the continued fraction, DLMF 7.9.1. Relative accuracy 1e-14 until
 * the result leaves the normal doubles at x = 37.5; 0 from x = 38.6 on.
 *
 * @param x - any number
 */
export function normalUpperTail(x: number): number {
  if (x < 0) return 1 - normalUpperTail(-x);
  // The smallest double is e^−745.1; past it the split of x² below would meet infinities.
  if (x > 40) return 0;
  return x < SERIES_BELOW ? 0.5 - density(x) * centralSeries(x) : density(x) * millsRatio(x);
}

/** Where the series still loses only one digit to 0.5 − …, and the fraction already converges in 120 steps. */
const SERIES_BELOW = 1.7;

/** The normal density e^(−x²÷2) ÷ √(2π), to the last digit in the tail also. */
function density(x: number): number {
  // x = head + rest with head² exact, so that the exponent carries no rounding error of size x².
  const head = Math.round(x * 16) / 16;
  const rest = x - head;
  return (Math.exp((-head * head) / 2) * Math.exp((-rest * (x + head)) / 2)) / ROOT;
}

/** Σ x^(2k+1) ÷ (2k+1)!!, which times the density is P(0 < Z < x). */
function centralSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= (x * x) / (2 * k + 1);
    sum += term;
  }
  return sum;
}

/** P(Z > x) ÷ density(x) = 1/(x + 1/(x + 2/(x + 3/(x + …)))), from the inside out. */
function millsRatio(x: number): number {
  // The fraction cut after k steps is off by about e^(−2x√k) of its size; this k puts that below 1e-16.
  const steps = Math.ceil((18.5 / x) ** 2) + 12;
  let value = x;
  for (let k = steps; k >= 1; k--) value = x + k / value;
  return 1 / value;
}
