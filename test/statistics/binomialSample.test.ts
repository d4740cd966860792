// Contract of random binomial counts: how they are distributed, next to R.

import { describe, expect, it } from "vitest";
import { binomialSample } from "../../src/statistics/binomialSample.ts";
import { chiSquareUpperTail } from "../../src/statistics/chiSquare.ts";
import hat from "../golden/binomialHat.json" with { type: "json" };
import golden from "../golden/inferenceBootstrap.json" with { type: "json" };
import { seeded } from "../support/random.ts";

const DRAWS = 40_000;

/** How many draws fall into each stretch of counts, the last count of each given. */
function drawnInto(last: readonly number[], draw: () => number | null): number[] {
  const counts = last.map(() => 0);
  for (let i = 0; i < DRAWS; i++) {
    const count = draw() as number;
    const stretch = last.findIndex((end) => count <= end);
    counts[stretch] = (counts[stretch] as number) + 1;
  }
  return counts;
}

describe("binomialSample", () => {
  it.each(golden.binomial)(
    "is distributed as in R for $trials trials at $probability",
    ({ trials, probability, last, cumulative }) => {
      const random = seeded(trials);
      const drawn = drawnInto(last, () => binomialSample(trials, probability, random));
      const statistic = drawn.reduce((sum, count, i) => {
        const expected = DRAWS * ((cumulative[i] as number) - (cumulative[i - 1] ?? 0));
        return sum + (count - expected) ** 2 / expected;
      }, 0);
      expect(drawn.reduce((sum, count) => sum + count, 0)).toBe(DRAWS);
      expect(chiSquareUpperTail(statistic, last.length - 1)).toBeGreaterThan(0.001);
    },
  );

  it("has the mean and variance of the distribution", () => {
    for (const [trials, probability] of [
      [30, 0.1],
      [60, 0.5],
      [5000, 0.25],
      [1e10, 0.75],
    ] as const) {
      const random = seeded(trials);
      const spread = Math.sqrt(trials * probability * (1 - probability));
      let [sum, squares] = [0, 0];
      for (let i = 0; i < DRAWS; i++) {
        const z = ((binomialSample(trials, probability, random) as number) - trials * probability) / spread;
        sum += z;
        squares += z * z;
      }
      expect(Math.abs(sum / DRAWS)).toBeLessThan(4 / Math.sqrt(DRAWS));
      expect(Math.abs(squares / DRAWS - 1)).toBeLessThan(4 * Math.sqrt(2 / DRAWS));
    }
  });

  it("inverts the distribution where few successes are expected", () => {
    // P(0) = 0.25, P(1) = 0.5 of two trials at a half.
    const places = [0, 0.2499, 0.25, 0.7499, 0.75, 1 - 2 ** -53];
    expect(places.map((place) => binomialSample(2, 0.5, () => place))).toEqual([0, 0, 1, 1, 2, 2]);
    // Above a half it counts the failures.
    expect(places.map((place) => binomialSample(2, 0.75, () => place))).toEqual([2, 2, 2, 1, 1, 0]);
  });

  // Hörmann's hat and the probabilities with 40 digits: test/golden/binomialHat.py.
  it.each(hat as [number, number, number, number, number][])(
    "of %i trials at %d, %i 4096ths across the hat, keeps %i up to its height",
    (...row) => {
      const [trials, probability, across, count, height] = row;
      const drawnAt = (share: number) => {
        // A try that is not kept is followed by one that always is.
        const numbers = [share * height, across / 4096, 0, 0.5];
        const drawn = binomialSample(trials, probability, () => numbers.shift() as number);
        return { drawn, isKept: numbers.length === 2 };
      };
      expect(drawnAt(1 - 1e-12)).toEqual({ drawn: count, isKept: true });
      expect(drawnAt(1 + 1e-12).isKept).toBe(false);
    },
  );

  it("comes to an end at the last number below 1, and never passes the number of trials", () => {
    const last = () => 1 - 2 ** -53;
    expect(binomialSample(1, 0.5, last)).toBe(1);
    expect(binomialSample(9e15, 1e-15, last)).toBeLessThan(60);
    expect(binomialSample(3, 0.4, last)).toBe(3);
  });

  it("of no trials is 0, and of certain ones all", () => {
    const random = seeded(1);
    expect(binomialSample(0, 0.5, random)).toBe(0);
    expect(binomialSample(1000, 0, random)).toBe(0);
    expect(binomialSample(1000, 1, random)).toBe(1000);
  });

  it("says so where the numbers are not random", () => {
    expect(binomialSample(1000, 0.5, () => 0)).toBeNull();
    expect(binomialSample(1000, 0.9, () => 0)).toBeNull();
  });

  it("takes a bounded number of random numbers, whatever the number of trials", () => {
    for (const trials of [10, 1e3, 1e6, 1e15]) {
      const random = seeded(3);
      let taken = 0;
      for (let i = 0; i < 1000; i++) {
        binomialSample(trials, 0.37, () => {
          taken++;
          return random();
        });
      }
      expect(taken).toBeLessThan(4000);
    }
  });
});
