// Contract of the normal distribution, and its golden numbers.

import { describe, expect, it } from "vitest";
import { normalCdf, normalCritical, normalQuantile, normalUpperTail } from "../../src/statistics/normal.ts";
import { expectClose } from "../support/closeTo.ts";
import { golden } from "./golden.ts";

describe("normalCritical", () => {
  it("is 1.96 at alpha 0.05", () => {
    expectClose(normalCritical(0.05), 1.959963984540054, 1e-15);
  });

  it("agrees with R and mpmath from alpha 1e-300 to next to 1", () => {
    const rows = golden("normalCritical") as [number, number][];
    expect(rows.length).toBeGreaterThan(80);
    for (const [alpha, z] of rows) expectClose(normalCritical(alpha), z, 1e-15);
  });

  it("is 0, and not −0, at alpha 1", () => {
    expect(normalCritical(1)).toBe(0);
  });
});

describe("normalQuantile", () => {
  it("agrees with mpmath on both sides of every branch", () => {
    for (const [p, x] of golden("normalQuantile") as [number, number][]) {
      expectClose(normalQuantile(p), x, 1e-15);
    }
  });

  it("is 0 at a half and infinite at the ends", () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("normalUpperTail and normalCdf", () => {
  it("agree with R and mpmath down to 1e-300", () => {
    const rows = golden("normalUpperTail") as [number, number][];
    expect(rows.length).toBeGreaterThan(70);
    for (const [x, tail] of rows) {
      expectClose(normalUpperTail(x), tail, 1e-14);
      expectClose(normalCdf(-x), tail, 1e-14);
    }
  });

  it("are a half at 0, and 0 and 1 at the infinities", () => {
    expect(normalUpperTail(0)).toBe(0.5);
    expect(normalUpperTail(Number.POSITIVE_INFINITY)).toBe(0);
    expect(normalUpperTail(Number.NEGATIVE_INFINITY)).toBe(1);
    expect(normalCdf(Number.POSITIVE_INFINITY)).toBe(1);
  });

  it("fade out below the smallest double without a jump", () => {
    expect(normalUpperTail(38)).toBeGreaterThan(0);
    expect(normalUpperTail(38)).toBeLessThan(1e-315);
    expect(normalUpperTail(39)).toBe(0);
    expect(normalUpperTail(41)).toBe(0);
  });
});
