// Contract of the beta distribution, and its golden numbers.

import { describe, expect, it } from "vitest";
import { betaLogOddsQuantile, betaQuantile, regularizedIncompleteBeta } from "../../src/statistics/beta.ts";
import { expectClose } from "../support/closeTo.ts";
import { golden } from "./golden.ts";

describe("regularizedIncompleteBeta", () => {
  it("agrees with R and mpmath in both tails, down to 1e-300 and for parameters up to 1e12", () => {
    const rows = golden("betaTails") as [number, number, number, number, number][];
    expect(rows.length).toBeGreaterThan(850);
    for (const [a, b, x, lower, upper] of rows) {
      const tails = regularizedIncompleteBeta(x, a, b);
      // The complement of a very lopsided tail inherits its absolute error.
      const tolerance = Math.min(a, b) < 0.5 ? 1e-11 : 1e-12;
      expectClose(tails.lower, lower, tolerance);
      expectClose(tails.upper, upper, tolerance);
    }
  });

  it("is the identity for the uniform distribution", () => {
    for (const x of [1e-300, 0.25, 0.5, 0.875]) {
      expectClose(regularizedIncompleteBeta(x, 1, 1).lower, x, 1e-13);
      expectClose(regularizedIncompleteBeta(x, 1, 1).upper, 1 - x, 1e-14);
    }
  });

  it("sums binomial probabilities", () => {
    // P(at least 2 of 3) at ¼ = 3·(1/16)·(3/4) + 1/64.
    expectClose(regularizedIncompleteBeta(0.25, 2, 2).lower, 10 / 64, 1e-14);
  });

  it("is 0 and 1 at the ends", () => {
    expect(regularizedIncompleteBeta(0, 2, 3)).toEqual({ lower: 0, upper: 1 });
    expect(regularizedIncompleteBeta(1, 2, 3)).toEqual({ lower: 1, upper: 0 });
  });

  it("gives 0 and 1, and no −0, where a tail is below the doubles", () => {
    expect(regularizedIncompleteBeta(0.25, 1e12, 1e12)).toEqual({ lower: 0, upper: 1 });
    expect(regularizedIncompleteBeta(0.75, 1e12, 1e12)).toEqual({ lower: 1, upper: 0 });
  });
});

describe("betaQuantile", () => {
  it("agrees with R and mpmath from either tail, for p from 1e-300 and parameters up to 1e12", () => {
    const rows = golden("betaQuantile") as [number, number, number, number, number][];
    expect(rows.length).toBeGreaterThan(500);
    for (const [p, a, b, tail, x] of rows) {
      expectClose(betaQuantile(p, a, b, tail === 0 ? "lower" : "upper"), x, 1e-13);
    }
  });

  it("gives the Clopper-Pearson limits of 18 in 20", () => {
    expectClose(betaQuantile(0.025, 18, 3), 0.6830172859809176, 1e-14);
    expectClose(betaQuantile(0.025, 19, 2, "upper"), 0.9876514728297052, 1e-14);
  });

  it("is 0 and 1 at the ends", () => {
    expect(betaQuantile(0, 2, 3)).toBe(0);
    expect(betaQuantile(1, 2, 3)).toBe(1);
    expect(betaQuantile(0, 2, 3, "upper")).toBe(1);
    expect(betaQuantile(1, 2, 3, "upper")).toBe(0);
  });

  it("is 0 where the quantile is below the doubles", () => {
    expect(betaQuantile(1e-300, 0.5, 2)).toBe(0);
    expect(betaQuantile(1e-300, 2, 0.5, "upper")).toBe(1);
  });
});

describe("betaLogOddsQuantile", () => {
  it("still tells quantiles apart that are 0 or 1 as doubles", () => {
    // With a = ½ the lower tail shrinks like the square root of the odds.
    const logOdds = betaLogOddsQuantile(1e-300, 0.5, 0.5);
    expectClose(logOdds, 2 * Math.log((1e-300 * Math.PI) / 2), 1e-14);
  });

  it("returns in a bounded number of steps where the last digit decides more than the tolerance", () => {
    expectClose(betaLogOddsQuantile(1e-300, 9e19, 1e12), Math.log(9e7), 1e-4);
  });
});
