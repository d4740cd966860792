// American Customer Satisfaction Index: three means on 1-10 made into one figure on 0-100.

import { checkedOptions, refusal, requireObject } from "../errors.ts";

/** The mean ratings of the three questions, each from 1 to 10; `null` where nobody answered. */
export interface AcsiMeans {
  /** Overall satisfaction: 1 (very dissatisfied) to 10 (very satisfied). */
  readonly satisfaction: number | null;
  /** Compared with expectations: 1 (falls short) to 10 (exceeds them). */
  readonly expectancy: number | null;
  /** Compared with the ideal: 1 (very far from it) to 10 (very close to it). */
  readonly performance: number | null;
}

/** How much each of the three questions counts. */
export interface AcsiWeights {
  /** Weight of overall satisfaction. */
  readonly satisfaction: number;
  /** Weight of the comparison with expectations. */
  readonly expectancy: number;
  /** Weight of the comparison with the ideal. */
  readonly performance: number;
}

/** Options of {@link acsi}. */
export interface AcsiOptions {
  /**
   * How much each question counts, from 0 up and not all 0. They are divided by their sum.
   * @defaultValue a third each
   */
  readonly weights?: AcsiWeights | undefined;
}

/** The index, with the weights it was made with. */
export interface AcsiScore {
  /** The metric by name. */
  readonly metric: "acsi";
  /** The index, from 0 (every mean is 1) to 100 (every mean is 10); `null` where a mean is. */
  readonly score: number | null;
  /** The weights as used, summing to 1. */
  readonly weights: AcsiWeights;
}

const QUESTIONS = ["satisfaction", "expectancy", "performance"] as const;

/**
 * Satisfaction index after the ACSI: how satisfied are customers overall, against expectation and ideal?
 *
 * ((X₁ − 1)w₁ + (X₂ − 1)w₂ + (X₃ − 1)w₃) ÷ 9 × 100, where the X are the mean ratings of three questions on 1-10 and
 * the w sum to 1. It is a position between the worst and the best answer, not a percentage of people as
 * {@link csat} is. The official index estimates its weights for each company with a proprietary model: with the equal
 * weights used here unless others are given, the result is comparable with itself and not with published ACSI figures.
 *
 * Weights need no particular sum: they are divided by it, and the result shows them so. A mean that is `null`
 * makes the score `null`, whatever its weight. Three means say nothing about their spread, so there is no interval.
 *
 * Source: Fornell, Johnson, Anderson, Cha & Bryant, "The American Customer Satisfaction Index: Nature, Purpose,
 * and Findings", Journal of Marketing 60 (1996).
 *
 * @param means - the mean ratings of the three questions
 * @param options - the weights
 * @throws {@link CxMetricsError} `invalid-argument` for a mean that is not from 1 to 10, `invalid-weight` for a
 * weight that is negative or not finite, or for weights that are all 0
 *
 * @example
 * ```ts
 * import { acsi, csat } from "cx-metrics";
 *
 * const scale = { min: 1, max: 10 };
 * const satisfaction = csat([9, 8, 7], { scale }).mean;
 * acsi({ satisfaction, expectancy: 7, performance: 6 }).score; // ≈ 66.667
 * const weights = { satisfaction: 2, expectancy: 1, performance: 1 };
 * acsi({ satisfaction, expectancy: 7, performance: 6 }, { weights }).weights.satisfaction; // → 0.5
 * ```
 */
export function acsi(means: AcsiMeans, options: AcsiOptions = {}): AcsiScore {
  const caller = "acsi";
  requireObject(caller, ["means"], means);
  const { weights = { satisfaction: 1, expectancy: 1, performance: 1 } } = checkedOptions(caller, options, [
    "weights",
  ]);
  requireObject(caller, ["weights"], weights);
  const values = QUESTIONS.map((question) => checkedMean(caller, question, means[question]));
  const parts = partsOf(caller, weights);
  const [satisfaction, expectancy, performance] = parts.shares;
  return {
    metric: "acsi",
    score: scoreOf(values, parts),
    weights: { satisfaction, expectancy, performance },
  };
}

/** Weights relative to the largest, what these add up to, and each one's share. */
interface Parts {
  readonly relative: readonly number[];
  readonly total: number;
  readonly shares: readonly [number, number, number];
}

function checkedMean(caller: string, question: keyof AcsiMeans, mean: unknown): number | null {
  if (mean === null || (typeof mean === "number" && mean >= 1 && mean <= 10)) return mean;
  throw refusal(caller, "invalid-argument", [question], "a number from 1 to 10, or null", mean);
}

function partsOf(caller: string, weights: AcsiWeights): Parts {
  const given = QUESTIONS.map((question) => {
    const weight: unknown = weights[question];
    if (typeof weight === "number" && weight >= 0 && weight < Number.POSITIVE_INFINITY) return weight + 0;
    throw refusal(caller, "invalid-weight", ["weights", question], "a finite number from 0 up", weight);
  }) as [number, number, number];
  const largest = Math.max(...given);
  if (largest === 0) throw refusal(caller, "invalid-weight", ["weights"], "above 0 somewhere", largest);
  // Relative to the largest, the sum of weights of any size neither overflows nor vanishes.
  const relative = given.map((weight) => weight / largest) as [number, number, number];
  const total = relative[0] + relative[1] + relative[2];
  return { relative, total, shares: [relative[0] / total, relative[1] / total, relative[2] / total] };
}

function scoreOf(means: readonly (number | null)[], { relative, total }: Parts): number | null {
  let weighted = 0;
  for (const [i, mean] of means.entries()) {
    if (mean === null) return null;
    weighted += (mean - 1) * (relative[i] as number);
  }
  // Rounding must not carry the index past its best value.
  return Math.min((100 * weighted) / (9 * total), 100);
}
