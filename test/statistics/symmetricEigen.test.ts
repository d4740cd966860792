// Contract of eigenvalues and eigenvectors, and their golden numbers.

import { describe, expect, it } from "vitest";
import { type Matrix, symmetricEigen } from "../../src/statistics/symmetricEigen.ts";
import golden from "../golden/inferenceDrivers.json" with { type: "json" };
import { deepFreeze } from "../support/plainJson.ts";

/** Passes where two matrices differ by `tolerance` at most. */
function expectMatrix(actual: Matrix, expected: Matrix, tolerance: number): void {
  actual.forEach((row, i) => {
    row.forEach((value, j) => {
      expect(Math.abs(value - (expected[i]?.[j] as number))).toBeLessThanOrEqual(tolerance);
    });
  });
}

describe("symmetricEigen", () => {
  it.each(golden.symmetric)("has the eigenvalues of R: $name", ({ matrix, values }) => {
    const largest = Math.max(...values.map(Math.abs));
    const eigen = symmetricEigen(deepFreeze(matrix));
    expect(eigen.values.length).toBe(values.length);
    eigen.values.forEach((value, k) => {
      expect(Math.abs(value - (values[k] as number))).toBeLessThanOrEqual(1e-14 * largest);
    });
  });

  it.each(golden.symmetric)("takes the matrix apart and back: $name", ({ matrix }) => {
    const { values, vectors } = symmetricEigen(matrix);
    const back = matrix.map((_, i) =>
      matrix.map((_, j) =>
        values.reduce(
          (sum, value, k) => sum + value * (vectors[k]?.[i] as number) * (vectors[k]?.[j] as number),
          0,
        ),
      ),
    );
    expectMatrix(back, matrix, 1e-14 * Math.hypot(...matrix.flat()));
  });

  it.each(golden.symmetric)("has orthogonal vectors of length 1: $name", ({ matrix }) => {
    const { vectors } = symmetricEigen(matrix);
    const products = vectors.map((a) =>
      vectors.map((b) => a.reduce((sum, value, i) => sum + value * (b[i] as number), 0)),
    );
    expectMatrix(
      products,
      matrix.map((_, i) => matrix.map((_, j) => Number(i === j))),
      1e-14,
    );
  });

  it("of a diagonal matrix is its diagonal, largest first", () => {
    const { values, vectors } = symmetricEigen([
      [1, 0, 0],
      [0, -2, 0],
      [0, 0, 3],
    ]);
    expect(values).toEqual([3, 1, -2]);
    expect(vectors).toEqual([
      [0, 0, 1],
      [1, 0, 0],
      [0, 1, 0],
    ]);
  });

  it("of zeros is zeros", () => {
    const zeros = [
      [0, 0],
      [0, 0],
    ];
    expect(symmetricEigen(zeros).values).toEqual([0, 0]);
  });

  it.each(golden.symmetric)("knows no scale: $name", ({ matrix }) => {
    const { values, vectors } = symmetricEigen(matrix);
    for (const scale of [2 ** -100, 2 ** 100]) {
      const scaled = matrix.map((row) => row.map((value) => value * scale));
      expect(symmetricEigen(scaled)).toEqual({ values: values.map((value) => value * scale), vectors });
    }
  });

  it("of one number is that number", () => {
    expect(symmetricEigen([[5]])).toEqual({ values: [5], vectors: [[1]] });
  });

  it("knows what two variables that agree up to rounding leave", () => {
    const { values } = symmetricEigen([
      [1, 1 - 2 ** -52],
      [1 - 2 ** -52, 1],
    ]);
    expect(values[0]).toBeCloseTo(2, 14);
    expect(Math.abs(values[1] as number)).toBeLessThan(1e-15);
  });
});
