// The noncentral t distribution: its upper tail, which is the power of a t test.

import { normalUpperTail } from "./normal.ts";

/** A shift beyond this is reckoned with steps as fine as for it. */
const LARGEST_SHIFT = 1000;

/** Terms below this share of the sum no longer change it. */
const NEGLIGIBLE = 1e-18;

/**
 * P(T > t) of a noncentral t variable, T = (Z + δ) ÷ √(χ² ÷ df): the power of a t test with critical value `t`.
 *
 * The mean of P(Z > t·s − δ) over the distribution of s = √(χ² ÷ df), by the trapezoidal rule in log s, whose error
 * vanishes exponentially for integrands as smooth as this (L. N. Trefethen & J. A. C. Weideman, "The Exponentially
 * Convergent Trapezoidal Rule", SIAM Review 56 (2014)). The same sum without the normal tail normalises the density.
 * Relative accuracy 1e-12 for δ up to 1000.
 *
 * @param t - 0 or more; callers see to it
 * @param degreesOfFreedom - 1 or more, not necessarily whole; callers see to it
 * @param noncentrality - δ, 0 or more; callers see to it
 */
export function noncentralTUpperTail(t: number, degreesOfFreedom: number, noncentrality: number): number {
  const shift = Math.min(noncentrality, LARGEST_SHIFT) + 10;
  const step = 0.5 / Math.sqrt(2 * degreesOfFreedom + shift * shift);
  // From the mode at s = 1, which weighs 1, outwards, upwards and then downwards.
  let weights = 1;
  let tails = normalUpperTail(t - noncentrality);
  for (const direction of [1, -1]) {
    for (let i = 1; ; i++) {
      const logS = direction * i * step;
      const weight = Math.exp(degreesOfFreedom * (logS - Math.expm1(2 * logS) / 2));
      const tail = weight * normalUpperTail(t * Math.exp(logS) - noncentrality);
      weights += weight;
      tails += tail;
      // No normal tail is more than 1, so that further on each term is less than this weight.
      if (!(weight > NEGLIGIBLE * tails)) break;
    }
  }
  return tails / weights;
}
