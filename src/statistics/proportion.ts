// Confidence limits of a proportion.

import { betaQuantile } from "./beta.ts";
import type { Limits } from "./interval.ts";
import { normalCritical } from "./normal.ts";

/**
 * How the interval of a proportion is made.
 *
 * - `wilson`: score interval; on average close to its nominal level at every n, at worst 84 for 95 %, and never outside 0…1
 * - `agresti-coull`: Wald around Wilson's centre; a little wider
 * - `jeffreys`: equal-tailed posterior interval under Jeffreys' prior, Beta(½, ½); close to its level on average, and may
 *   miss the estimate at low levels
 * - `clopper-pearson`: the "exact" interval from the binomial tails; never below its level, and wider than it asks for
 * - `wald`: estimate ± z standard errors; the textbook formula, far too narrow near 0 and 1. For comparison
 */
export type ProportionMethod = "wilson" | "agresti-coull" | "jeffreys" | "clopper-pearson" | "wald";

export const PROPORTION_METHODS: readonly ProportionMethod[] = [
  "wilson",
  "agresti-coull",
  "jeffreys",
  "clopper-pearson",
  "wald",
];

/**
 * Limits on 0…1 for `successes` of `trials`. Neither need be whole: a weighted share comes with an effective n.
 *
 * Sources: Wilson (1927); Agresti & Coull (1998); Clopper & Pearson (1934); Jeffreys' interval with its limits 0 and 1 at
 * the ends, and the names, as in Brown, Cai & DasGupta, "Interval Estimation for a Binomial Proportion", Statistical
 * Science 16 (2001).
 *
 * @param successes - from 0 to `trials`
 * @param trials - more than 0
 * @param alpha - 1 − level
 */
export function proportionLimits(
  method: ProportionMethod,
  successes: number,
  trials: number,
  alpha: number,
): Limits {
  const z = normalCritical(alpha);
  const failures = trials - successes;
  switch (method) {
    case "wilson":
      return wilsonLimits(successes, trials, alpha);
    case "agresti-coull": {
      const adjusted = trials + z * z;
      return waldLimits(
        (successes + (z * z) / 2) / adjusted,
        (failures + (z * z) / 2) / adjusted,
        adjusted,
        z,
      );
    }
    case "jeffreys":
      return {
        low: successes === 0 ? 0 : betaQuantile(alpha / 2, successes + 0.5, failures + 0.5),
        high: failures === 0 ? 1 : betaQuantile(alpha / 2, successes + 0.5, failures + 0.5, "upper"),
      };
    case "clopper-pearson":
      return {
        low: successes === 0 ? 0 : betaQuantile(alpha / 2, successes, failures + 1),
        high: failures === 0 ? 1 : betaQuantile(alpha / 2, successes + 1, failures, "upper"),
      };
    case "wald":
      return waldLimits(successes / trials, failures / trials, trials, z);
  }
}

/** Limits of the score interval by themselves, for rates, which offer no other. */
export function wilsonLimits(successes: number, trials: number, alpha: number): Limits {
  const z = normalCritical(alpha);
  const failures = trials - successes;
  return { low: wilsonLow(successes, failures, z), high: wilsonHigh(successes, failures, z) };
}

function waldLimits(p: number, q: number, n: number, z: number): Limits {
  const margin = z * Math.sqrt((p * q) / n);
  return { low: p - margin, high: p + margin };
}

/** The larger root of n(p − π)² = z²π(1 − π): a sum of positive terms, so that no digits cancel. */
function wilsonHigh(successes: number, failures: number, z: number): number {
  if (failures === 0) return 1;
  const n = successes + failures;
  const centre = successes + (z * z) / 2;
  return (centre + z * Math.sqrt((successes * failures) / n + (z * z) / 4)) / (n + z * z);
}

/** The smaller root, from the product of the two, successes² ÷ (n(n + z²)). */
function wilsonLow(successes: number, failures: number, z: number): number {
  if (successes === 0) return 0;
  const n = successes + failures;
  return ((successes / n) * (successes / (n + z * z))) / wilsonHigh(successes, failures, z);
}
