// Laws of the beta distribution.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaLogOddsQuantile, betaQuantile, regularizedIncompleteBeta } from "../../src/statistics/beta.ts";
import { betaLowerTail, pointAtLogOdds } from "../../src/statistics/betaTail.ts";
import { expectClose } from "../support/closeTo.ts";
import { betaParameter, tailProbability } from "./arbitraries.ts";

/** A place that is likely for the parameters, or at most eight standard deviations of the log odds away. */
const placed = fc
  .record({ a: betaParameter, b: betaParameter, away: fc.double({ min: -8, max: 8, noNaN: true }) })
  .map(({ a, b, away }) => {
    const logOdds = Math.log(a / b) + away * Math.sqrt(1 / a + 1 / b);
    return { a, b, x: 1 / (1 + Math.exp(-logOdds)) };
  });

const moderate = fc.double({ min: 0.5, max: 500, noNaN: true });

describe("regularizedIncompleteBeta", () => {
  it("has tails that make 1", () => {
    fc.assert(
      fc.property(placed, ({ a, b, x }) => {
        const { lower, upper } = regularizedIncompleteBeta(x, a, b);
        expectClose(lower + upper, 1, 1e-15);
      }),
    );
  });

  it("is mirrored by 1 − x where that is exact", () => {
    fc.assert(
      fc.property(moderate, moderate, fc.integer({ min: 1, max: 2 ** 20 - 1 }), (a, b, k) => {
        const x = k / 2 ** 20;
        const { lower, upper } = regularizedIncompleteBeta(x, a, b);
        const mirrored = regularizedIncompleteBeta(1 - x, b, a);
        // Below the normal doubles digits are lost to their spacing.
        fc.pre(Math.min(lower, upper) > 1e-300);
        expectClose(mirrored.upper, lower, 1e-11);
        expectClose(mirrored.lower, upper, 1e-11);
      }),
    );
  });

  it("obeys I_x(a, b) = x·I_x(a − 1, b) + (1 − x)·I_x(a, b − 1), DLMF 8.17.12", () => {
    const parameter = fc.double({ min: 1.5, max: 200, noNaN: true });
    fc.assert(
      fc.property(parameter, parameter, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (a, b, x) => {
        const mixed =
          x * regularizedIncompleteBeta(x, a - 1, b).lower +
          (1 - x) * regularizedIncompleteBeta(x, a, b - 1).lower;
        // Below the normal doubles digits are lost to their spacing.
        fc.pre(mixed > 1e-300);
        expectClose(regularizedIncompleteBeta(x, a, b).lower, mixed, 1e-11);
      }),
    );
  });

  it("rises with x", () => {
    fc.assert(
      fc.property(placed, fc.double({ min: 1e-6, max: 1, noNaN: true }), ({ a, b, x }, step) => {
        const further = x + (1 - x) * step;
        fc.pre(further < 1);
        const here = regularizedIncompleteBeta(x, a, b);
        const there = regularizedIncompleteBeta(further, a, b);
        expect(there.lower).toBeGreaterThanOrEqual(here.lower * (1 - 1e-12));
        expect(there.upper).toBeLessThanOrEqual(here.upper * (1 + 1e-12));
      }),
    );
  });
});

describe("the quantile", () => {
  it("is undone by the distribution function", () => {
    fc.assert(
      fc.property(tailProbability, betaParameter, betaParameter, (p, a, b) => {
        const logOdds = betaLogOddsQuantile(p, a, b);
        const tail = betaLowerTail(pointAtLogOdds(logOdds), a, b);
        // What the last digit of the log odds, and of the odds made from them, is worth in the tail.
        const resolution = (1e-15 * (1 + Math.abs(logOdds))) / tail.overDensity;
        expect(Math.abs(tail.log - Math.log(p))).toBeLessThan(
          1e-12 + 1e-15 * Math.abs(tail.log) + resolution,
        );
      }),
    );
  });

  it("rises with p, and falls as a tail probability from above", () => {
    fc.assert(
      fc.property(tailProbability, tailProbability, betaParameter, betaParameter, (p, q, a, b) => {
        fc.pre(p < q);
        expect(betaQuantile(p, a, b)).toBeLessThanOrEqual(betaQuantile(q, a, b) * (1 + 1e-13));
        expect(betaQuantile(p, a, b, "upper") * (1 + 1e-13)).toBeGreaterThanOrEqual(
          betaQuantile(q, a, b, "upper"),
        );
      }),
    );
  });

  it("is the same from above as mirrored from below", () => {
    fc.assert(
      fc.property(tailProbability, betaParameter, betaParameter, (p, a, b) => {
        expect(betaQuantile(p, a, b, "upper")).toBeCloseTo(1 - betaQuantile(p, b, a), 14);
      }),
    );
  });
});
