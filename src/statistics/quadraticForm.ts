// The quadratic form of a vector with the inverse of its covariance matrix.

/** A quadratic form, and how many dimensions its covariance matrix spans. */
export interface QuadraticForm {
  readonly value: number;
  readonly rank: number;
}

/** A dimension is spanned by the others where no more than this share of its variance is left beside them. */
const SPANNED = 1e-10;

/**
 * uᵀV⁻u for a covariance matrix V, which may be singular where u lies in its span (a generalised inverse; its choice
 * does not matter then).
 *
 * By symmetric elimination, smallest variances first: in a matrix whose rows add up to 0, the dimension that the
 * others span is then the one with the largest variance, and the small ones keep their digits.
 *
 * @param covariance - symmetric, no negative eigenvalues; callers see to it
 */
export function quadraticForm(
  vector: readonly number[],
  covariance: readonly (readonly number[])[],
): QuadraticForm {
  const variance = (i: number): number => covariance[i]?.[i] as number;
  const order = [...vector.keys()].sort((i, j) => variance(i) - variance(j));
  // Each row with its part of the vector behind it.
  const rows = order.map((i) => [...order.map((j) => covariance[i]?.[j] as number), vector[i] as number]);
  let value = 0;
  let rank = 0;
  rows.forEach((row, k) => {
    const pivot = row[k] as number;
    if (!(pivot > SPANNED * variance(order[k] as number))) return;
    const rest = row.at(-1) as number;
    value += (rest * rest) / pivot;
    rank++;
    for (const later of rows.slice(k + 1)) {
      const factor = (later[k] as number) / pivot;
      for (let j = k; j < later.length; j++) later[j] = (later[j] as number) - factor * (row[j] as number);
    }
  });
  return { value, rank };
}
