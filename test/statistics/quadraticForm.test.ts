// Contract of quadratic forms with the inverse of a covariance matrix, next to values by hand.

import { describe, expect, it } from "vitest";
import { quadraticForm } from "../../src/statistics/quadraticForm.ts";
import { deepFreeze } from "../support/plainJson.ts";

describe("quadraticForm", () => {
  it("is uᵀV⁻¹u, of as many dimensions as the matrix has", () => {
    const covariance = deepFreeze([
      [2, 1],
      [1, 3],
    ]);
    // The inverse is a fifth of 3, −1, −1 and 2.
    expect(quadraticForm([1, 2], covariance)).toEqual({ value: expect.closeTo(7 / 5, 14), rank: 2 });
    expect(quadraticForm([], [])).toEqual({ value: 0, rank: 0 });
  });

  it("knows no scale", () => {
    for (const unit of [2 ** -40, 2 ** 40]) {
      const covariance = [
        [2 * unit ** 2, unit ** 2],
        [unit ** 2, 3 * unit ** 2],
      ];
      expect(quadraticForm([unit, 2 * unit], covariance)).toEqual({
        value: expect.closeTo(7 / 5, 14),
        rank: 2,
      });
    }
  });

  it("leaves out what the other dimensions span, and keeps the digits of the smallest, in any order", () => {
    // Of two independent variables, X and a small Y, the differences X, Y − X and −Y: x² ÷ Var X + y² ÷ Var Y.
    const [x, y, small] = [3, 1e-4, 1e-9];
    const vector = [x, y - x, -y];
    const covariance = [
      [1, -1, 0],
      [-1, 1 + small, -small],
      [0, -small, small],
    ];
    for (const order of [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ]) {
      const { value, rank } = quadraticForm(
        order.map((i) => vector[i] as number),
        order.map((i) => order.map((j) => covariance[i]?.[j] as number)),
      );
      expect(rank).toBe(2);
      expect(value).toBeCloseTo(9 + 10, 11);
    }
  });

  it("has no dimension where nothing varies", () => {
    expect(quadraticForm([0], [[0]])).toEqual({ value: 0, rank: 0 });
  });
});
