// Contract of Student's t distribution, and its golden numbers.

import { describe, expect, it } from "vitest";
import { normalCritical, normalUpperTail } from "../../src/statistics/normal.ts";
import {
  studentTCdf,
  studentTCritical,
  studentTQuantile,
  studentTUpperTail,
} from "../../src/statistics/studentT.ts";
import { expectClose } from "../support/closeTo.ts";
import { golden } from "./golden.ts";

describe("studentTCritical", () => {
  it("is 2.262 at alpha 0.05 with 9 degrees of freedom", () => {
    expectClose(studentTCritical(0.05, 9), 2.262157162798205, 1e-14);
  });

  it("agrees with R and mpmath from alpha 1e-300 to next to 1, from 0.01 to 1e15 degrees of freedom", () => {
    const rows = golden("studentTCritical") as [number, number, number][];
    expect(rows.length).toBeGreaterThan(300);
    for (const [alpha, df, t] of rows) expectClose(studentTCritical(alpha, df), t, 1e-12);
  });

  it("has the closed forms of 1 and 2 degrees of freedom", () => {
    for (const alpha of [1e-12, 0.001, 0.05, 0.3]) {
      expectClose(studentTCritical(alpha, 1), 1 / Math.tan((Math.PI * alpha) / 2), 1e-13);
      expectClose(
        studentTCritical(alpha, 2),
        ((1 - alpha) * Math.SQRT2) / Math.sqrt(alpha * (2 - alpha)),
        1e-13,
      );
    }
  });

  it("is 0 at alpha 1", () => {
    expect(studentTCritical(1, 5)).toBe(0);
    expect(studentTCritical(1, Number.POSITIVE_INFINITY)).toBe(0);
  });

  it("becomes the normal critical value without a jump", () => {
    for (const alpha of [1e-300, 1e-20, 0.05, 0.9]) {
      const z = normalCritical(alpha);
      expectClose(studentTCritical(alpha, 9.99e19), z, 1e-14);
      expectClose(studentTCritical(alpha, 1e20), z, 0);
      expectClose(studentTCritical(alpha, Number.POSITIVE_INFINITY), z, 0);
    }
  });

  it("is Infinity where it exceeds the doubles", () => {
    expect(studentTCritical(1e-300, 0.5)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("studentTUpperTail and studentTCdf", () => {
  it("agree with R and mpmath down to 1e-300", () => {
    const rows = golden("studentTUpperTail") as [number, number, number][];
    expect(rows.length).toBeGreaterThan(300);
    for (const [x, df, tail] of rows) {
      expectClose(studentTUpperTail(x, df), tail, 1e-12);
      expectClose(studentTCdf(-x, df), tail, 1e-12);
    }
  });

  it("go on where the square of x leaves the doubles", () => {
    for (const x of [1e154, 1e200, 1e290]) expectClose(studentTUpperTail(x, 1), 1 / (Math.PI * x), 1e-12);
    for (const x of [1e-154, 1e-200, 1e-300]) expectClose(studentTUpperTail(x, 1), 0.5, 1e-15);
  });

  it("are a half at 0, and 0 and 1 at the infinities", () => {
    expect(studentTUpperTail(0, 3)).toBe(0.5);
    expect(studentTUpperTail(Number.POSITIVE_INFINITY, 3)).toBe(0);
    expect(studentTCdf(Number.POSITIVE_INFINITY, 3)).toBe(1);
  });

  it("become the normal tail without a jump", () => {
    for (const x of [0.5, 3, 30]) {
      expectClose(studentTUpperTail(x, 9.99e19), normalUpperTail(x), 1e-12);
      expectClose(studentTUpperTail(x, 1e20), normalUpperTail(x), 0);
    }
  });
});

describe("studentTQuantile", () => {
  it("is the critical value of twice the nearer tail", () => {
    expect(studentTQuantile(0.975, 9)).toBe(studentTCritical(0.05 + 2 ** -54, 9));
    expect(studentTQuantile(0.25, 9)).toBe(-studentTCritical(0.5, 9));
    expect(studentTQuantile(1e-300, 9)).toBe(-studentTCritical(2e-300, 9));
  });

  it("is 0 at a half and infinite at the ends", () => {
    expect(studentTQuantile(0.5, 4)).toBe(0);
    expect(studentTQuantile(0, 4)).toBe(Number.NEGATIVE_INFINITY);
    expect(studentTQuantile(1, 4)).toBe(Number.POSITIVE_INFINITY);
  });
});
