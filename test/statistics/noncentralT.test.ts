// Contract of the noncentral t distribution, and its golden numbers.

import { describe, expect, it } from "vitest";
import { noncentralTUpperTail } from "../../src/statistics/noncentralT.ts";
import { normalUpperTail } from "../../src/statistics/normal.ts";
import { studentTUpperTail } from "../../src/statistics/studentT.ts";
import fromR from "../golden/inference-comparisons.json" with { type: "json" };
import fromMpmath from "../golden/noncentralT.json" with { type: "json" };
import { expectClose } from "../support/closeTo.ts";

type Arguments = [t: number, degreesOfFreedom: number, noncentrality: number];

describe("noncentralTUpperTail", () => {
  it("agrees with mpmath down to tails of 1e-16", () => {
    for (const { arguments: given, tail } of fromMpmath) {
      expectClose(noncentralTUpperTail(...(given as Arguments)), tail, 1e-13);
    }
  });

  it("agrees with R, as far as R goes", () => {
    for (const { arguments: given, tail } of fromR.noncentralT) {
      expectClose(noncentralTUpperTail(...(given as Arguments)), tail, 1e-11);
    }
  });

  it("is Student's t without a shift", () => {
    for (const t of [0, 0.3, 2.2, 40]) {
      for (const df of [1, 2.5, 30, 1e6]) {
        expectClose(noncentralTUpperTail(t, df, 0), studentTUpperTail(t, df), 1e-12);
      }
    }
  });

  it("is a shifted normal without bound to the degrees of freedom", () => {
    for (const df of [1e12, 1e16]) {
      expectClose(noncentralTUpperTail(1.96, df, 2.8), normalUpperTail(1.96 - 2.8), 1e-10);
    }
  });

  it("ends at shifts beyond any test, with all or nothing", () => {
    expect(noncentralTUpperTail(2, 10, 1e9)).toBe(1);
    expect(noncentralTUpperTail(2, 10, Number.POSITIVE_INFINITY)).toBe(1);
    expect(noncentralTUpperTail(1e200, 1e6, 1)).toBe(0);
  });
});
