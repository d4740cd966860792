// Contract of the chi-square tail, and its golden numbers.

import { describe, expect, it } from "vitest";
import { chiSquareUpperTail } from "../../src/statistics/chiSquare.ts";
import { normalUpperTail } from "../../src/statistics/normal.ts";
import golden from "../golden/survival.json" with { type: "json" };
import { expectClose } from "../support/closeTo.ts";

describe("chiSquareUpperTail", () => {
  it("agrees with R from 1e-8 to twelve times the mean", () => {
    const rows = golden.chiSquareUpperTail as [number, number, number][];
    expect(rows.length).toBe(99);
    for (const [x, degrees, tail] of rows) expectClose(chiSquareUpperTail(x, degrees), tail, 1e-12);
  });

  it("is that of a squared normal variable at one degree of freedom", () => {
    for (const x of [0.01, 0.5, 1, 3.84, 10, 100, 700, 1300]) {
      expectClose(chiSquareUpperTail(x, 1), 2 * normalUpperTail(Math.sqrt(x)), 1e-12);
    }
  });

  it("is e^(−x÷2) at two", () => {
    for (const x of [1e-9, 0.1, 1, 3, 4.1, 30, 600, 1300]) {
      expectClose(chiSquareUpperTail(x, 2), Math.exp(-x / 2), 1e-12);
    }
  });

  it("is 1 from 0 down, and 0 far out", () => {
    expect(chiSquareUpperTail(0, 3)).toBe(1);
    expect(chiSquareUpperTail(-1, 3)).toBe(1);
    expect(chiSquareUpperTail(1e6, 3)).toBe(0);
  });
});
