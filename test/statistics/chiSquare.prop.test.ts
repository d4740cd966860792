// Laws of the chi-square tail and of quadratic forms.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chiSquareUpperTail } from "../../src/statistics/chiSquare.ts";
import { quadraticForm } from "../../src/statistics/quadraticForm.ts";

const anyDegrees = fc.integer({ min: 1, max: 300 });
const anyStatistic = fc.double({ min: 1e-6, max: 600, noNaN: true });

describe("chiSquareUpperTail", () => {
  it("falls in x and rises in the degrees of freedom", () => {
    fc.assert(
      fc.property(anyStatistic, anyDegrees, (x, degrees) => {
        const tail = chiSquareUpperTail(x, degrees);
        expect(chiSquareUpperTail(x * 1.01, degrees)).toBeLessThanOrEqual(tail);
        expect(chiSquareUpperTail(x, degrees + 1)).toBeGreaterThanOrEqual(tail);
        expect(tail).toBeGreaterThanOrEqual(0);
        expect(tail).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("obeys Q(a + 1, y) = Q(a, y) + yᵃ·e^(−y) ÷ Γ(a + 1), on both sides of the mean", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), anyStatistic, (half, x) => {
        let step = Math.exp(-x / 2);
        for (let k = 1; k <= half; k++) step *= x / 2 / k;
        const sum = chiSquareUpperTail(x, 2 * half) + step;
        expect(Math.abs(chiSquareUpperTail(x, 2 * half + 2) - sum)).toBeLessThan(1e-12 * sum);
      }),
    );
  });
});

const anyVariance = fc.double({ min: 0.1, max: 10, noNaN: true });

describe("quadraticForm", () => {
  it("is the sum of squares over variances where nothing covaries, dimensions without variance left out", () => {
    const anyDimension = fc.tuple(fc.double({ min: -9, max: 9, noNaN: true }), anyVariance, fc.boolean());
    fc.assert(
      fc.property(fc.array(anyDimension, { maxLength: 6 }), (dimensions) => {
        const spread = dimensions.map(([, variance, varies]) => (varies ? variance : 0));
        const vector = dimensions.map(([value, , varies]) => (varies ? value : 0));
        const covariance = spread.map((variance, i) => spread.map((_, j) => (i === j ? variance : 0)));
        const { value, rank } = quadraticForm(vector, covariance);
        const expected = vector.reduce(
          (sum, u, i) => sum + (u === 0 ? 0 : u ** 2 / (spread[i] as number)),
          0,
        );
        expect(value).toBeCloseTo(expected, 9);
        expect(rank).toBe(spread.filter((variance) => variance > 0).length);
      }),
    );
  });

  it("of V·x with V is xᵀVx, also where V is singular", () => {
    const anyVector = (length: number): fc.Arbitrary<number[]> =>
      fc.array(fc.integer({ min: -5, max: 5 }), { minLength: length, maxLength: length });
    fc.assert(
      fc.property(fc.array(anyVector(4), { minLength: 1, maxLength: 6 }), anyVector(4), (factors, x) => {
        // A sum of outer products is a covariance matrix of at most that rank.
        const covariance = x.map((_, i) =>
          x.map((_, j) => factors.reduce((sum, f) => sum + (f[i] as number) * (f[j] as number), 0)),
        );
        const vector = covariance.map((row) => row.reduce((sum, v, j) => sum + v * (x[j] as number), 0));
        const expected = vector.reduce((sum, v, i) => sum + v * (x[i] as number), 0);
        const { value, rank } = quadraticForm(vector, covariance);
        expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-7 * (1 + expected));
        expect(rank).toBeLessThanOrEqual(Math.min(4, factors.length));
      }),
    );
  });
});
