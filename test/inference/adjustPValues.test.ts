// Contract of adjusting p-values.

import { describe, expect, it } from "vitest";
import { adjustPValues } from "../../src/index.ts";
import { deepFreeze } from "../support/plainJson.ts";

describe("adjustPValues", () => {
  it("is in input order, and leaves out what is null", () => {
    expect(adjustPValues([0.04, null, 0.001, null, 0.03])).toEqual([0.06, null, 0.003, null, 0.06]);
    expect(adjustPValues([0.04, 0.001, 0.03], "benjamini-hochberg")).toEqual([0.04, 0.003, 0.04]);
    expect(adjustPValues([0.04, null, 0.03], "none")).toEqual([0.04, null, 0.03]);
  });

  it("adjusts nothing where there is nothing, or one", () => {
    expect(adjustPValues([])).toEqual([]);
    expect(adjustPValues([null])).toEqual([null]);
    expect(adjustPValues([0.3])).toEqual([0.3]);
  });

  it("stays within 0 and 1, without −0, and leaves its input alone", () => {
    expect(adjustPValues(deepFreeze([-0, 0.9, 1]))).toStrictEqual([0, 1, 1]);
    expect(adjustPValues([-0], "none")).toStrictEqual([0]);
    expect(adjustPValues([-0, 0.9], "benjamini-hochberg")).toStrictEqual([0, 0.9]);
    expect(adjustPValues(new Set([0.6, 0.7]))).toEqual([1, 1]);
  });

  it("refuses what is no p-value, and unknown methods", () => {
    for (const p of [-0.1, 1.1, Number.NaN, undefined, "0.5"]) {
      expect(() => adjustPValues([0.5, p as number])).toThrow(
        "adjustPValues: pValues at index 1 must be a number from 0 to 1 or null",
      );
    }
    expect(() => adjustPValues([0.5], "bonferroni" as never)).toThrow("adjustPValues: method must be");
  });
});
