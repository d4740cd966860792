// The standard normal distribution: quantiles, critical values and both tails.

/** Value of the polynomial Σ coefficients[i]·xⁱ, by Horner's rule. */
function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) value = value * x + (coefficients[i] as number);
  return value;
}

// Rational approximations to the quantile: M. J. Wichura, "Algorithm AS 241: The Percentage Points of the Normal
// Distribution", Applied Statistics 37 (1988), 477-484, routine PPND16. Lowest power first.
const CENTRE_NUMERATOR: readonly number[] = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
  67265.7709270087, 33430.57558358813, 2509.0809287301227,
];
const CENTRE_DENOMINATOR: readonly number[] = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
  28729.085735721943, 5226.495278852854,
];
const TAIL_NUMERATOR: readonly number[] = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
  0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
];
const TAIL_DENOMINATOR: readonly number[] = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
];
const FAR_TAIL_NUMERATOR: readonly number[] = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
];
const FAR_TAIL_DENOMINATOR: readonly number[] = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
  0.000018463183175100548, 1.421511758316446e-7, 2.0442631033899397e-15,
];

/**
 * The x below which a standard normal variable falls with probability `p`.
 *
 * Source: Wichura's AS 241, PPND16. Relative accuracy 1e-15 for p from 1e-300 up; an upper tail below 1e-16
 * cannot be written as `p`, so ask {@link normalCritical} for those.
 *
 * @param p - strictly between 0 and 1; callers see to it (0 gives −Infinity, 1 gives Infinity)
 */
export function normalQuantile(p: number): number {
  const fromHalf = p - 0.5;
  if (Math.abs(fromHalf) <= 0.425) {
    const r = 0.180625 - fromHalf * fromHalf;
    return (fromHalf * polynomial(CENTRE_NUMERATOR, r)) / polynomial(CENTRE_DENOMINATOR, r);
  }
  // Above a half, 1 − p is exact in doubles.
  return fromHalf < 0 ? -upperTailQuantile(p) : upperTailQuantile(1 - p);
}

/** The x that a standard normal variable exceeds with probability `tail`, for tails up to 0.075. */
function upperTailQuantile(tail: number): number {
  if (tail === 0) return Number.POSITIVE_INFINITY;
  const r = Math.sqrt(-Math.log(tail));
  return r <= 5
    ? polynomial(TAIL_NUMERATOR, r - 1.6) / polynomial(TAIL_DENOMINATOR, r - 1.6)
    : polynomial(FAR_TAIL_NUMERATOR, r - 5) / polynomial(FAR_TAIL_DENOMINATOR, r - 5);
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
  return (Math.exp((-head * head) / 2) * Math.exp((-rest * (x + head)) / 2)) / Math.sqrt(2 * Math.PI);
}

/** Σ x^(2k+1) ÷ (2k+1)!!, which times the density is P(0 < Z < x). */
function centralSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let k = 1; term > sum * 1e-17 && k < 100; k++) {
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
