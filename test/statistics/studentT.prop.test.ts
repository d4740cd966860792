// Laws of Student's t distribution.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalCritical } from "../../src/statistics/normal.ts";
import {
  studentTCdf,
  studentTCritical,
  studentTQuantile,
  studentTUpperTail,
} from "../../src/statistics/studentT.ts";
import { expectClose } from "../support/closeTo.ts";
import { degreesOfFreedom, tailProbability } from "./arbitraries.ts";

const place = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe("Student's t distribution", () => {
  it("has a critical value whose two tails sum to alpha", () => {
    fc.assert(
      fc.property(tailProbability, degreesOfFreedom, (alpha, df) => {
        const t = studentTCritical(alpha, df);
        fc.pre(t < 1e300);
        expectClose(2 * studentTUpperTail(t, df), alpha, 2e-12);
      }),
    );
  });

  it("has a quantile that undoes the distribution function", () => {
    fc.assert(
      fc.property(tailProbability, degreesOfFreedom, (p, df) => {
        const x = studentTQuantile(p, df);
        fc.pre(Math.abs(x) < 1e300);
        expectClose(studentTCdf(x, df), p, 2e-12);
      }),
    );
  });

  it("is symmetric, and both sides make 1", () => {
    fc.assert(
      fc.property(place, degreesOfFreedom, (x, df) => {
        expect(studentTCdf(x, df)).toBe(studentTUpperTail(-x, df));
        expectClose(studentTCdf(x, df) + studentTUpperTail(x, df), 1, 1e-15);
      }),
    );
  });

  it("has critical values that fall as alpha rises", () => {
    fc.assert(
      fc.property(tailProbability, tailProbability, degreesOfFreedom, (p, q, df) => {
        fc.pre(p < q);
        expect(studentTCritical(p, df) * (1 + 1e-12)).toBeGreaterThanOrEqual(studentTCritical(q, df));
      }),
    );
  });

  it("has critical values that fall towards the normal one as degrees of freedom rise", () => {
    fc.assert(
      fc.property(tailProbability, degreesOfFreedom, degreesOfFreedom, (alpha, df, more) => {
        fc.pre(df < more);
        expect(studentTCritical(alpha, df) * (1 + 1e-12)).toBeGreaterThanOrEqual(
          studentTCritical(alpha, more),
        );
        expect(studentTCritical(alpha, more) * (1 + 1e-12)).toBeGreaterThanOrEqual(normalCritical(alpha));
      }),
    );
  });

  it("has an upper tail that falls from left to right", () => {
    fc.assert(
      fc.property(place, place, degreesOfFreedom, (x, y, df) => {
        fc.pre(x < y);
        expect(studentTUpperTail(y, df)).toBeLessThanOrEqual(studentTUpperTail(x, df) * (1 + 1e-12));
      }),
    );
  });
});
