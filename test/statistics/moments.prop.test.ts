// Laws of mean, spread and quantiles of raw values.

import fc from "fast-check";
import * as rival from "simple-statistics";
import { describe, expect, it } from "vitest";
import {
  mean,
  median,
  quantile,
  sampleStandardDeviation,
  sampleVariance,
} from "../../src/statistics/moments.ts";
import { expectClose } from "../support/closeTo.ts";

const anyValue = fc.double({ min: -1e150, max: 1e150, noNaN: true });
const anyValues = fc.array(anyValue, { minLength: 1, maxLength: 60 });
const anyShare = fc.double({ min: 0, max: 1, noNaN: true });

/** Numbers that doubles hold with digits to spare, so that sums of them are exact. */
const anyWhole = fc.integer({ min: -1_000_000, max: 1_000_000 });
const anyWholes = fc.array(anyWhole, { minLength: 2, maxLength: 60 });

function ascending(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b);
}

describe("the laws of the mean", () => {
  it("it lies between the least and the greatest value", () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const actual = mean(values) as number;
        expect(actual).toBeGreaterThanOrEqual(Math.min(...values));
        expect(actual).toBeLessThanOrEqual(Math.max(...values));
      }),
    );
  });

  it("of values that agree it is that value, and they have no spread", () => {
    fc.assert(
      fc.property(anyValue, fc.integer({ min: 2, max: 3000 }), (value, n) => {
        const values = new Float64Array(n).fill(value);
        expect(mean(values)).toBe(value + 0);
        expect(sampleVariance(values)).toBe(0);
      }),
    );
  });

  it("it is mirrored with the values", () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const actual = mean(values) as number;
        expect(mean(values.map((value) => -value))).toBe(0 - actual);
      }),
    );
  });
});

describe("the laws of the variance", () => {
  it("it is never negative, and 0 only where all values agree", () => {
    fc.assert(
      fc.property(anyValues, anyWholes, (values, wholes) => {
        expect(sampleVariance([...values, 0])).toBeGreaterThanOrEqual(0);
        expect(sampleVariance(wholes) === 0).toBe(new Set(wholes).size === 1);
      }),
    );
  });

  it("adding the same to all values changes nothing", () => {
    fc.assert(
      fc.property(anyWholes, anyWhole, (values, shift) => {
        const shifted = values.map((value) => value + shift);
        expectClose(sampleVariance(shifted), sampleVariance(values), 1e-14);
      }),
    );
  });

  it("it is the mean square of all differences between two values, halved", () => {
    fc.assert(
      fc.property(anyWholes, (values) => {
        const n = values.length;
        let squares = 0n;
        for (const a of values) for (const b of values) squares += BigInt(a - b) ** 2n;
        expectClose(sampleVariance(values), Number(squares) / (2 * n * (n - 1)), 1e-14);
      }),
    );
  });
});

describe("the laws of quantiles", () => {
  it("they never fall as the share rises, from the least value to the greatest", () => {
    fc.assert(
      fc.property(anyValues, anyShare, anyShare, (values, a, b) => {
        const sorted = ascending(values);
        const [first, second] = [Math.min(a, b), Math.max(a, b)].map((p) => quantile(sorted, p)) as [
          number,
          number,
        ];
        expect(first).toBeLessThanOrEqual(second);
        expect(first).toBeGreaterThanOrEqual(sorted[0] as number);
        expect(second).toBeLessThanOrEqual(sorted.at(-1) as number);
      }),
    );
  });

  it("at (k − 1) ÷ (n − 1) they are the k-th value", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.infiniteStream(anyWhole), (exponent, stream) => {
        // A power of two, so that the share is exact.
        const n = 2 ** exponent + 1;
        const sorted = ascending([...stream.take(n)]);
        sorted.forEach((value, k) => {
          expect(quantile(sorted, k / (n - 1))).toBe(value);
        });
      }),
    );
  });
});

describe("agreement with simple-statistics", () => {
  it("on all of them", () => {
    fc.assert(
      fc.property(anyWholes, anyShare, (values, p) => {
        const sorted = ascending(values);
        const spread = rival.sampleStandardDeviation(values);
        expect(Math.abs((mean(values) as number) - rival.mean(values))).toBeLessThan(1e-9);
        expectClose(sampleVariance(values), rival.sampleVariance(values), 1e-12);
        expectClose(sampleStandardDeviation(values), spread, 1e-12);
        expect(Math.abs((quantile(sorted, p) as number) - rival.quantileSorted(sorted, p))).toBeLessThan(
          1e-9,
        );
        expect(median(sorted)).toBe(rival.medianSorted(sorted));
      }),
    );
  });
});
