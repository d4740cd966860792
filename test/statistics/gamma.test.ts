// Contract of the gamma functions, and their golden numbers.

import { describe, expect, it } from "vitest";
import { logGamma, stirlingError } from "../../src/statistics/gamma.ts";
import { expectClose } from "../support/closeTo.ts";
import { golden } from "./golden.ts";

describe("logGamma", () => {
  it("agrees with R and mpmath from 1e-300 to 1e300, next to its zeros too", () => {
    const rows = golden("logGamma") as [number, number][];
    expect(rows.length).toBeGreaterThan(90);
    for (const [x, value] of rows) expectClose(logGamma(x), value, 1e-14);
  });

  it("is 0 at 1 and at 2", () => {
    expectClose(logGamma(1), 0, 0);
    expectClose(logGamma(2), 0, 0);
  });

  it("gives the logarithm of factorials", () => {
    let factorial = 1;
    for (let n = 2; n <= 20; n++) {
      factorial *= n;
      expectClose(logGamma(n + 1), Math.log(factorial), 1e-14);
    }
  });
});

describe("stirlingError", () => {
  it("agrees with mpmath to an absolute 2e-15", () => {
    for (const [x, value] of golden("stirlingError") as [number, number][]) {
      expect(Math.abs(stirlingError(x) - value)).toBeLessThan(2e-15);
    }
  });

  it("agrees to a relative 1e-15 where the series gives it", () => {
    for (const [x, value] of golden("stirlingError") as [number, number][]) {
      if (x >= 10) expectClose(stirlingError(x), value, 1e-15);
    }
  });
});
