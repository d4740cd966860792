// The logarithm of the gamma function, and the error of Stirling's formula for it.

const HALF_LOG_TWO_PI = 0.9189385332046728;

// ζ(k) − 1 for k = 2, 3, …: DLMF 25.2.1, values as in Abramowitz & Stegun, table 23.3.
const ZETA_MINUS_ONE: readonly number[] = [
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993, 0.01734306198444914,
  0.008349277381922827, 0.00407735619794434, 0.0020083928260822143, 0.0009945751278180853,
  0.0004941886041194645, 0.0002460865533080483, 0.00012271334757848915, 0.00006124813505870483,
  0.00003058823630702049, 0.00001528225940865187, 0.000007637197637899763, 0.00000381729326499984,
  0.000001908212716553939, 9.539620338727962e-7, 4.769329867878064e-7, 2.38450502727733e-7,
  1.1921992596531106e-7, 5.960818905125948e-8, 2.980350351465228e-8, 1.4901554828365043e-8,
  7.45071178983543e-9, 3.725334024788457e-9,
];

const EULER_GAMMA = 0.5772156649015329;

// B₂ₖ ÷ (2k(2k − 1)), the coefficients of Stirling's series, DLMF 5.11.1.
const STIRLING: readonly (readonly [numerator: number, denominator: number])[] = [
  [1, 12],
  [-1, 360],
  [1, 1260],
  [-1, 1680],
  [1, 1188],
  [-691, 360360],
  [1, 156],
  [-3617, 122400],
];

/** From here on eight terms of Stirling's series leave less than 1e-17. */
const STIRLING_FROM = 10;

/**
 * log Γ(x), with full relative precision also around its zeros at 1 and 2.
 *
 * Sources: DLMF 5.7.3 (Taylor series at 2, its ζ sums less their leading 1), DLMF 5.5.1 (recurrence), DLMF 5.11.1
 * (Stirling). Relative accuracy 1e-14.
 *
 * @param x - more than 0; callers see to it
 */
export function logGamma(x: number): number {
  if (x >= STIRLING_FROM) return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingError(x);
  if (x < 0.5) return logGammaNearTwo(x) - Math.log1p(x) - Math.log(x);
  // Around 1 by way of 1 + x, whose distance from 2 is x − 1 without rounding.
  if (x < 1.5) return logGammaNearTwo(x - 1) - Math.log(x);
  let product = 1;
  let reduced = x;
  while (reduced > 2.5) {
    reduced -= 1;
    product *= reduced;
  }
  return logGammaNearTwo(reduced - 2) + Math.log(product);
}

/** log Γ(2 + z) for |z| ≤ ½, where the terms shrink by a factor of four. */
function logGammaNearTwo(z: number): number {
  let sum = 0;
  for (let i = ZETA_MINUS_ONE.length - 1; i >= 0; i--) {
    sum = (ZETA_MINUS_ONE[i] as number) / (i + 2) - z * sum;
  }
  return z * (1 - EULER_GAMMA + z * sum);
}

/**
 * What Stirling's formula lacks: log Γ(x) − ((x − ½)·log x − x + ½·log 2π).
 *
 * Small for large x, so ratios of gamma functions that are taken through it do not cancel however large their
 * arguments are: C. Loader, "Fast and Accurate Computation of Binomial Probabilities" (2000). Absolute accuracy 1e-15
 * from x = ½ up, relative 1e-15 below.
 *
 * @param x - more than 0; callers see to it
 */
export function stirlingError(x: number): number {
  if (x < STIRLING_FROM) return logGamma(x) - ((x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI);
  const inverseSquare = 1 / (x * x);
  const sum = STIRLING.reduceRight((rest, [numerator, denominator]) => {
    return numerator / denominator + inverseSquare * rest;
  }, 0);
  return sum / x;
}
