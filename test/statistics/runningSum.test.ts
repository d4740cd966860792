import { describe, expect, it } from "vitest";
import { addTo, emptySum, totalOf } from "../../src/statistics/runningSum.ts";

function sumOf(values: readonly number[]): number {
  const sum = emptySum();
  for (const value of values) addTo(sum, value);
  return totalOf(sum);
}

describe("a running sum", () => {
  it("of nothing is 0", () => {
    expect(sumOf([])).toBe(0);
  });

  it("of whole numbers is exact", () => {
    expect(sumOf([1, 2, 3, 2 ** 53 - 10])).toBe(2 ** 53 - 4);
  });

  it("keeps what each addition drops, whichever of the two is larger", () => {
    expect(sumOf([1, 1e100, 1, -1e100])).toBe(2);
    expect(sumOf([1e16, 1, 1])).toBe(1e16 + 2);
    expect(sumOf(Array<number>(10).fill(0.1))).toBe(1);
  });

  it("of a million decimals is right to the last digit", () => {
    expect(sumOf(Array<number>(1_000_000).fill(0.1))).toBe(100_000);
  });
});
