// Contract and law of running medians: each is the median of a sorted prefix.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { median } from "../../src/statistics/moments.ts";
import { runningMedians } from "../../src/statistics/runningMedians.ts";

describe("runningMedians", () => {
  it("are the medians of the first value, of the first two, and so on", () => {
    expect([...runningMedians([5, 1, 9, 3])]).toEqual([5, 3, 5, 4]);
    expect([...runningMedians([])]).toEqual([]);
  });

  it("agree with the median of each prefix, sorted", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 40 }), (values) => {
        const expected = values.map((_, i) => median(values.slice(0, i + 1).sort((a, b) => a - b)));
        expect([...runningMedians(values)].map((value) => value + 0)).toEqual(
          expected.map((m) => Number(m) + 0),
        );
      }),
    );
  });
});
