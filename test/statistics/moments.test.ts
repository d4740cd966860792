// Contract of mean, spread and quantiles of raw values, and the reference sets of NIST; see golden/nist.py.

import { describe, expect, it } from "vitest";
import { ces } from "../../src/index.ts";
import {
  mean,
  median,
  quantile,
  sampleStandardDeviation,
  sampleVariance,
} from "../../src/statistics/moments.ts";
import nist from "../golden/nist.json" with { type: "json" };
import { expectClose } from "../support/closeTo.ts";
import { deepFreeze } from "../support/plainJson.ts";

/** Digits of the certified standard deviation that the doubles nearest to the data still have. */
const DIGITS_LEFT: Readonly<Record<string, number>> = { Mavro: 13, Michelso: 13, NumAcc3: 9, NumAcc4: 8 };

describe("the reference sets of NIST", () => {
  it.each(nist)("$name: certified mean to 14 digits, standard deviation to what doubles hold", (set) => {
    const { mean: certifiedMean, standardDeviation } = set.certified;
    expectClose(mean(set.values), certifiedMean, 1e-14);
    expectClose(sampleStandardDeviation(set.values), standardDeviation, 10 ** -(DIGITS_LEFT[set.name] ?? 14));
  });

  it.each(nist)("$name: moments of the doubles themselves to the last digit but one", (set) => {
    expectClose(mean(set.values), set.ofDoubles.mean, 2e-16);
    expectClose(sampleStandardDeviation(set.values), set.ofDoubles.standardDeviation, 4e-16);
    expectClose(sampleVariance(set.values), set.ofDoubles.standardDeviation ** 2, 1e-15);
  });

  it.each(nist)("$name: quantiles as defined", ({ values, quantiles }) => {
    const sorted = Float64Array.from(values).sort();
    for (const [p, expected] of quantiles)
      expectClose(quantile(sorted, p as number), expected as number, 1e-14);
  });

  it.each([
    ["PiDigits", { min: 0, max: 9 }],
    ["Lottery", { min: 0, max: 999 }],
    ["Lew", { min: -579, max: 300 }],
  ])("%s: certified through a score of means also", (name, scale) => {
    const { values, certified } = nist.find((set) => set.name === name) ?? expect.fail(name);
    const { score, standardError, n } = ces(values, { scale });
    expectClose(score, certified.mean, 1e-14);
    expectClose((standardError as number) * Math.sqrt(n), certified.standardDeviation, 1e-14);
  });
});

describe("mean", () => {
  it("is the sum divided by the number of values", () => {
    expect(mean([1, 2, 3, 10])).toBe(4);
    expect(mean(Float64Array.of(-1, 0.5))).toBe(-0.25);
    expect(mean([7])).toBe(7);
  });

  it("is null of no values", () => {
    expect(mean([])).toBeNull();
  });

  it("loses no small value among large ones that cancel", () => {
    expect(mean([1, 1e100, 1, -1e100])).toBe(0.5);
    expect(mean([1e100, 1, 1, -1e100])).toBe(0.5);
  });

  it("is right to the last digit after ten million additions", () => {
    expect(mean(new Float64Array(10_000_000).fill(0.1))).toBe(0.1);
  });

  it("is never −0", () => {
    expect(mean([-0])).toBe(0);
    expect(mean([-Number.MIN_VALUE, 0, 0])).toBe(0);
  });

  it("takes frozen values", () => {
    expect(mean(deepFreeze([1, 2]))).toBe(1.5);
  });
});

describe("sampleVariance and sampleStandardDeviation", () => {
  it("divide by n − 1", () => {
    expect(sampleVariance([1, 2, 3, 4])).toBe(5 / 3);
    expect(sampleStandardDeviation([1, 2, 3, 4])).toBe(Math.sqrt(5 / 3));
    expect(sampleVariance(Float64Array.of(-1, 1))).toBe(2);
  });

  it.each([[[]], [[3]]])("are null of fewer than two values: %j", (values) => {
    expect(sampleVariance(values)).toBeNull();
    expect(sampleStandardDeviation(values)).toBeNull();
  });

  it("hold their digits where the mean itself is rounded by more than they are", () => {
    // The deviations from the mean 2^53 + ½ are −½ and ½; no double is there.
    expect(sampleVariance([2 ** 53, 2 ** 53, 2 ** 53 + 2, 2 ** 53])).toBe(1);
  });
});

describe("quantile and median", () => {
  it("are R's", () => {
    // R 4.2.2: quantile(c(1, 2, 4, 8, 16.5, 40), c(0, 0.1, 0.25, 0.5, 0.63, 0.9, 1)), type 7.
    const sorted = [1, 2, 4, 8, 16.5, 40];
    const shares = [0, 0.1, 0.25, 0.5, 0.63, 0.9, 1];
    const expected = [1, 1.5, 2.5, 6, 9.275, 28.25, 40];
    shares.forEach((p, i) => {
      expectClose(quantile(sorted, p), expected[i] as number, 1e-15);
    });
    expect(median(sorted)).toBe(6);
    expect(median(Float64Array.of(1, 2, 7))).toBe(2);
  });

  it("are the value itself where there is one, and null where there is none", () => {
    for (const p of [0, 0.3, 1]) {
      expect(quantile([5], p)).toBe(5);
      expect(quantile([], p)).toBeNull();
    }
    expect(median([])).toBeNull();
  });

  it("are never −0", () => {
    expect(quantile([-0, -0], 0.5)).toBe(0);
    expect(quantile([-0], 0)).toBe(0);
  });
});
