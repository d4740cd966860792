// Laws of the normal distribution.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalCdf, normalCritical, normalQuantile, normalUpperTail } from "../../src/statistics/normal.ts";
import { expectClose } from "../support/closeTo.ts";
import { tailProbability } from "./arbitraries.ts";

const place = fc.double({ min: -37, max: 37, noNaN: true });

describe("the normal distribution", () => {
  it("has a critical value whose two tails sum to alpha", () => {
    fc.assert(
      fc.property(tailProbability, (alpha) => {
        // A relative error of the critical value z grows z²-fold in the tail.
        expectClose(2 * normalUpperTail(normalCritical(alpha)), alpha, 2e-12);
      }),
    );
  });

  it("has a quantile that undoes the distribution function", () => {
    fc.assert(
      fc.property(tailProbability, (p) => {
        expectClose(normalCdf(normalQuantile(p)), p, 2e-12);
      }),
    );
  });

  it("is symmetric: the upper tail at x is the lower tail at −x, and both sides make 1", () => {
    fc.assert(
      fc.property(place, (x) => {
        expect(normalCdf(x)).toBe(normalUpperTail(-x));
        expectClose(normalCdf(x) + normalUpperTail(x), 1, 1e-15);
      }),
    );
  });

  it("has quantiles symmetric about 0 where 1 − p is exact", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 20 - 1 }), (k) => {
        const p = k / 2 ** 20;
        expectClose(normalQuantile(1 - p), -normalQuantile(p), 1e-15);
      }),
    );
  });

  it("rises from left to right", () => {
    fc.assert(
      fc.property(place, place, (x, y) => {
        // A step of 1e-12 changes the tail by more than its rounding.
        fc.pre(y > x + 1e-12 * Math.abs(x) + 1e-12);
        expect(normalCdf(y)).toBeGreaterThanOrEqual(normalCdf(x));
        expect(normalUpperTail(y)).toBeLessThanOrEqual(normalUpperTail(x));
      }),
    );
    fc.assert(
      fc.property(tailProbability, tailProbability, (p, q) => {
        fc.pre(p * (1 + 1e-12) < q);
        expect(normalQuantile(p)).toBeLessThan(normalQuantile(q));
        expect(normalCritical(p)).toBeGreaterThan(normalCritical(q));
      }),
    );
  });
});
