// Eigenvalues and eigenvectors of a symmetric matrix.

/** A square matrix by rows. */
export type Matrix = readonly (readonly number[])[];

/** A symmetric matrix taken apart: it is Σ values[k] · vectors[k] · vectors[k]ᵀ. */
export interface Eigen {
  /** The eigenvalues, largest first. */
  readonly values: readonly number[];
  /** For each of them its eigenvector, of length 1. */
  readonly vectors: Matrix;
}

/** Elements off the diagonal, over the size of the matrix, that rounding has hidden long since. */
const VANISHED = 1e-18;

/** Sweeps converge quadratically: matrices of hundreds of rows take about ten. */
const MOST_SWEEPS = 60;

/**
 * Eigenvalues and eigenvectors by Jacobi's rotations, row by row, until nothing is left off the diagonal.
 *
 * Source: G. H. Golub & C. F. Van Loan, "Matrix Computations" (4th ed., 2013), section 8.5. Absolute accuracy of the
 * values 1e-15 times the largest. Where values agree, their vectors are one basis of many.
 *
 * @param matrix - symmetric and finite; callers see to it
 */
export function symmetricEigen(matrix: Matrix): Eigen {
  const rows = matrix.map((row) => [...row]);
  const vectors = rows.map((_, i) => rows.map((_, j) => Number(i === j)));
  const negligible = VANISHED * Math.hypot(...rows.map((row) => Math.hypot(...row)));
  for (let sweep = 0; sweep < MOST_SWEEPS && swept(rows, vectors, negligible); sweep++);
  const order = [...rows.keys()].sort((i, j) => at(rows, j, j) - at(rows, i, i));
  return {
    values: order.map((i) => at(rows, i, i)),
    vectors: order.map((i) => vectors[i] as number[]),
  };
}

/** Rotates away each element off the diagonal once; whether there was any. */
function swept(rows: number[][], vectors: number[][], negligible: number): boolean {
  let rotated = false;
  for (let p = 0; p < rows.length; p++) {
    for (let q = p + 1; q < rows.length; q++) {
      if (!(Math.abs(at(rows, p, q)) > negligible)) continue;
      rotate(rows, vectors, p, q);
      rotated = true;
    }
  }
  return rotated;
}

/** The rotation in the plane of p and q, by the smaller of the two angles that make their element 0. */
function rotate(rows: number[][], vectors: number[][], p: number, q: number): void {
  const cotangent = (at(rows, q, q) - at(rows, p, p)) / (2 * at(rows, p, q));
  // Square roots are the same in every JavaScript engine, hypotenuses are not.
  const tangent = (cotangent < 0 ? -1 : 1) / (Math.abs(cotangent) + Math.sqrt(1 + cotangent * cotangent));
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  const sine = tangent * cosine;
  for (const row of rows) mix(row, p, q, cosine, sine);
  mixRows(rows, p, q, cosine, sine);
  mixRows(vectors, p, q, cosine, sine);
  (rows[p] as number[])[q] = 0;
  (rows[q] as number[])[p] = 0;
}

function mix(row: number[], p: number, q: number, cosine: number, sine: number): void {
  const [x, y] = [row[p] as number, row[q] as number];
  row[p] = cosine * x - sine * y;
  row[q] = sine * x + cosine * y;
}

function mixRows(rows: number[][], p: number, q: number, cosine: number, sine: number): void {
  const [x, y] = [rows[p] as number[], rows[q] as number[]];
  rows[p] = x.map((value, j) => cosine * value - sine * (y[j] as number));
  rows[q] = x.map((value, j) => sine * value + cosine * (y[j] as number));
}

function at(rows: Matrix, i: number, j: number): number {
  return rows[i]?.[j] as number;
}
