// Laws of the gamma functions.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logGamma, stirlingError } from "../../src/statistics/gamma.ts";
import { anyMagnitude } from "./arbitraries.ts";

const argument = fc.oneof(anyMagnitude(-5, 12), fc.double({ min: 0.1, max: 12, noNaN: true }));

describe("logGamma", () => {
  it("grows by log x from x to x + 1", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e4, noNaN: true }), (x) => {
        const size = Math.max(1, Math.abs(logGamma(x)), Math.abs(logGamma(x + 1)));
        expect(Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x))).toBeLessThan(4e-15 * size);
      }),
    );
  });

  it("obeys the duplication formula Γ(x)·Γ(x + ½) = 2^(1 − 2x)·√π·Γ(2x)", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e3, noNaN: true }), (x) => {
        const left = logGamma(x) + logGamma(x + 0.5);
        const right = (1 - 2 * x) * Math.LN2 + Math.log(Math.PI) / 2 + logGamma(2 * x);
        expect(Math.abs(left - right)).toBeLessThan(1e-14 * (10 + Math.abs(logGamma(2 * x))));
      }),
    );
  });

  it("is convex", () => {
    fc.assert(
      fc.property(argument, argument, (x, y) => {
        const middle = logGamma((x + y) / 2);
        const mean = (logGamma(x) + logGamma(y)) / 2;
        expect(middle).toBeLessThanOrEqual(mean + 1e-14 * (1 + Math.abs(mean)));
      }),
    );
  });
});

describe("stirlingError", () => {
  it("is positive, falling, and between the first terms of its series", () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e6, noNaN: true }), (x) => {
        const error = stirlingError(x);
        expect(error).toBeGreaterThan(0);
        expect(error).toBeGreaterThan(1 / (12 * x) - 1 / (360 * x ** 3) - 3e-15);
        expect(error).toBeLessThan(1 / (12 * x) + 3e-15);
        expect(stirlingError(2 * x)).toBeLessThan(error);
      }),
    );
  });
});
