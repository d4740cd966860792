// Relative weights: an outcome's R² divided among correlated predictors.

import { sumOver } from "../statistics/runningSum.ts";
import { type Matrix, symmetricEigen } from "../statistics/symmetricEigen.ts";

/** Why R² could not be divided. */
export type NoWeights = "collinear-drivers" | "not-positive-semidefinite";

/** How near the predictors are to saying the same twice. */
interface Spectrum {
  readonly smallestEigenvalue: number;
  /** Largest over smallest eigenvalue; `null` where the smallest is 0 or below, up to rounding. */
  readonly conditionNumber: number | null;
}

/** One predictor's figures. */
interface PredictorWeight {
  readonly relativeWeight: number;
  readonly standardizedCoefficient: number;
  readonly varianceInflation: number;
}

/** R², and what each predictor has to do with it. */
export interface RelativeWeights {
  readonly spectrum: Spectrum;
  readonly weights: readonly PredictorWeight[] | null;
  readonly undefinedBecause: NoWeights | null;
}

/** Below it an eigenvalue of a correlation matrix may be nothing but rounding. */
const SINGULAR = 1e-10;

/**
 * Johnson's relative weights of predictors, from their correlations with each other and with the outcome.
 *
 * With R = VΛVᵀ the predictors' correlations and r theirs with the outcome: the orthogonal variables nearest to the
 * predictors correlate with them by R^½, and predict the outcome with the coefficients R^−½·r. A predictor's weight is
 * Σ (R^½)²·(R^−½·r)², its squared correlations with those variables times what each of them explains. The standardised
 * coefficients are R⁻¹·r, the variance inflation factors the diagonal of R⁻¹.
 *
 * Source: J. W. Johnson, "A Heuristic Method for Estimating the Relative Weight of Predictor Variables in Multiple
 * Regression", Multivariate Behavioral Research 35 (2000).
 *
 * @param predictors - correlations with each other, one row and column for each; callers see to it
 * @param outcome - correlations with the outcome
 */
export function relativeWeights(predictors: Matrix, outcome: readonly number[]): RelativeWeights {
  const { values, vectors } = symmetricEigen(predictors);
  const [largest, smallest] = [values[0] as number, values.at(-1) as number];
  const singular = smallest <= SINGULAR;
  const spectrum = {
    smallestEigenvalue: smallest,
    conditionNumber: singular ? null : largest / smallest,
  };
  const none = (undefinedBecause: NoWeights): RelativeWeights => ({
    spectrum,
    weights: null,
    undefinedBecause,
  });
  if (smallest < -SINGULAR) return none("not-positive-semidefinite");
  if (singular) return none("collinear-drivers");
  /** One row of R to the power. */
  const powerRow = (j: number, power: number): readonly number[] =>
    values.map((_, i) =>
      sumOver(values, (value, k) => value ** power * at(vectors, k, j) * at(vectors, k, i)),
    );
  const explained = values.map((_, i) => dot(powerRow(i, -0.5), outcome) ** 2);
  if (sumOver(explained, (part) => part) > 1 + SINGULAR) return none("not-positive-semidefinite");
  const weights = values.map((_, j): PredictorWeight => {
    const inverse = powerRow(j, -1);
    const squares = powerRow(j, 0.5).map((loading) => loading ** 2);
    return {
      relativeWeight: dot(squares, explained),
      standardizedCoefficient: dot(inverse, outcome),
      varianceInflation: Math.max(inverse[j] as number, 1),
    };
  });
  return { spectrum, weights, undefinedBecause: null };
}

function dot(a: readonly number[], b: readonly number[]): number {
  return sumOver(a, (value, i) => value * (b[i] as number));
}

function at(matrix: Matrix, i: number, j: number): number {
  return matrix[i]?.[j] as number;
}
