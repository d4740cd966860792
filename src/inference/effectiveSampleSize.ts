// What weights cost: the effective sample size and the design effect of weighting.

import { refusal, requireIterable } from "../errors.ts";
import { isUsableWeight, USABLE_WEIGHT } from "../records/weight.ts";

/**
 * How many unweighted answers would be as precise as these weighted ones?
 *
 * Kish's (Σw)² ÷ Σw²: the number of answers where all weigh the same, fewer the more the weights differ. Scores of weighted
 * tallies carry the same figure in `effectiveN`. It holds for weights that have nothing to do with the answers; where
 * the weighting properties explain the answers, a raked mean is more precise than this says; where a group that is weighted
 * up differs more within itself than the rest, it is less precise.
 *
 * Between 1 and the number of weights above zero; `null` of no weights, or of nothing but zeros.
 *
 * Source: L. Kish, "Survey Sampling" (1965), section 11.7.
 *
 * @param weights - one for each answer, in any iterable: 0, or a number from 1e-100 to 1e100
 * @throws {@link CxMetricsError} `invalid-weight` naming the index of a weight that cannot be used
 *
 * @example
 * ```ts
 * import { effectiveSampleSize } from "cx-metrics";
 *
 * effectiveSampleSize([2, 2, 2]); // → 3
 * effectiveSampleSize([3, 1, 1, 1]); // → 3
 * effectiveSampleSize([]); // → null
 * ```
 */
export function effectiveSampleSize(weights: Iterable<number>): number | null {
  return costOfWeights("effectiveSampleSize", weights).effectiveN;
}

/**
 * How many times larger does weighting make the variance of a score?
 *
 * n ÷ {@link effectiveSampleSize}, which is 1 + the squared coefficient of variation of the weights: 1 where all
 * weigh the same, and at 1.5 a weighted survey of 300 is as precise as an unweighted one of 200. Weights of zero
 * count in n: they were paid for too.
 *
 * 1 or more; `null` of no weights, or of nothing but zeros. The design effect of asking the same accounts several
 * times is another one: {@link clusteredScore} gives that.
 *
 * Source: L. Kish, "Survey Sampling" (1965), section 11.7; the same author, "Weighting for Unequal Pᵢ", Journal of Official
 * Statistics 8 (1992).
 *
 * @param weights - one for each answer, in any iterable: 0, or a number from 1e-100 to 1e100
 * @throws {@link CxMetricsError} `invalid-weight` naming the index of a weight that cannot be used
 *
 * @example
 * ```ts
 * import { designEffect } from "cx-metrics";
 *
 * designEffect([2, 2, 2]); // → 1
 * designEffect([3, 1, 1, 1]); // ≈ 1.3333
 * ```
 */
export function designEffect(weights: Iterable<number>): number | null {
  return costOfWeights("designEffect", weights).designEffect;
}

/** What weighting costs. */
export interface CostOfWeights {
  /** Kish's effective sample size, (Σw)² ÷ Σw²; `null` where nothing weighs anything. */
  readonly effectiveN: number | null;
  /** Number of rows ÷ `effectiveN`: how many times larger weighting makes a variance; `null` where that is. */
  readonly designEffect: number | null;
}

/** Both figures of weights that a caller gave or has made. */
export function costOfWeights(caller: string, weights: Iterable<number>): CostOfWeights {
  requireIterable(caller, ["weights"], weights);
  let n = 0;
  let sum = 0;
  let squares = 0;
  for (const weight of weights) {
    if (!isUsableWeight(weight)) {
      throw refusal(caller, "invalid-weight", ["weights", n], USABLE_WEIGHT, weight);
    }
    n++;
    sum += weight;
    squares += weight * weight;
  }
  if (sum === 0) return { effectiveN: null, designEffect: null };
  // Rounding must not make weights that are all alike cost something, nor pay.
  const effectiveN = Math.min((sum * sum) / squares, n);
  return { effectiveN, designEffect: n / effectiveN };
}
