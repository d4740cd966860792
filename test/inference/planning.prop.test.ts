// Laws of planning a survey.

import fc from "fast-check";
import { expect, it } from "vitest";
import {
  minimumDetectableDifference,
  type PlannedSpread,
  sampleSize,
  sampleSizeToDetect,
} from "../../src/index.ts";
import { expectPlainJson } from "../support/plainJson.ts";

const between = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

const anySpread: fc.Arbitrary<PlannedSpread> = fc.oneof(
  fc.record({ metric: fc.constant("nps" as const), variance: between(0.05, 1) }),
  fc.record({ metric: fc.constant("csat" as const), share: between(0.05, 0.95) }),
  fc.record({ metric: fc.constant("ces" as const), standardDeviation: between(0.1, 3) }),
);

/** A distance that fits the metric: a share of what it can be. */
function distanceOf(spread: PlannedSpread, share: number): number {
  return share * { nps: 100, csat: 50, ces: 3 }[spread.metric];
}

function fittingDifference(spread: PlannedSpread, share: number): number {
  return spread.metric === "csat" ? share * 100 * (1 - (spread.share ?? 0.5)) : distanceOf(spread, share);
}

const twoOf = (values: fc.Arbitrary<number>): fc.Arbitrary<[number, number]> =>
  fc.tuple(values, values).map(([a, b]) => (a < b ? [a, b] : [b, a]));

const n = (size: { readonly n: number | null }): number => size.n as number;

it("a higher level, a smaller margin and more people need more answers; none needs more than there are", () => {
  fc.assert(
    fc.property(
      anySpread,
      twoOf(between(0.02, 1)),
      twoOf(between(0.5, 0.999)),
      twoOf(fc.integer({ min: 1, max: 100_000 }).map(Number)),
      (spread, [small, large], [low, high], [few, many]) => {
        const size = (margin: number, level: number, population?: number): number =>
          n(sampleSize({ ...spread, marginOfError: distanceOf(spread, margin), level, population }));
        expect(size(small, low)).toBeGreaterThanOrEqual(size(large, low));
        expect(size(small, high)).toBeGreaterThanOrEqual(size(small, low));
        expect(size(small, high, many)).toBeGreaterThanOrEqual(size(small, high, few));
        expect(size(small, high, few)).toBeLessThanOrEqual(Math.min(few, size(small, high)));
      },
    ),
  );
});

it("a higher power, a higher level and a smaller difference need more answers", () => {
  fc.assert(
    fc.property(
      anySpread,
      twoOf(between(0.05, 1)),
      twoOf(between(0.8, 0.999)),
      twoOf(between(0.5, 0.99)),
      (spread, [small, large], [low, high], [weak, strong]) => {
        const size = (share: number, level: number, power: number): number =>
          n(sampleSizeToDetect({ ...spread, difference: fittingDifference(spread, share), level, power }));
        expect(size(small, low, weak)).toBeGreaterThanOrEqual(size(large, low, weak));
        expect(size(small, high, weak)).toBeGreaterThanOrEqual(size(small, low, weak));
        expect(size(small, low, strong)).toBeGreaterThanOrEqual(size(small, low, weak));
      },
    ),
    { numRuns: 50 },
  );
});

it("more people need more answers, as many as without bound where there is no end of them, and never more than all", () => {
  fc.assert(
    fc.property(
      anySpread,
      between(0.05, 1),
      twoOf(fc.integer({ min: 2, max: 100_000 }).map(Number)),
      (spread, share, [few, many]) => {
        const size = (population?: number): number =>
          n(sampleSizeToDetect({ ...spread, difference: fittingDifference(spread, share), population }));
        expect(size(few)).toBeLessThanOrEqual(Math.min(few, size(many)));
        expect(size(many)).toBeLessThanOrEqual(size());
        // A population of 9e15 may save the one answer that rounding up has added.
        expect(size() - size(Number.MAX_SAFE_INTEGER)).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 50 },
  );
});

it("a response rate of 1 invites those who are to answer, and a lower one more, whatever the plan", () => {
  fc.assert(
    fc.property(
      anySpread,
      twoOf(between(0.01, 1)),
      fc.integer({ min: 2, max: 500 }),
      (spread, [low, high], size) => {
        const plans = [
          (responseRate: number) =>
            sampleSize({ ...spread, marginOfError: distanceOf(spread, 0.3), responseRate }),
          (responseRate: number) =>
            sampleSizeToDetect({ ...spread, difference: fittingDifference(spread, 0.5), responseRate }),
          (responseRate: number) => minimumDetectableDifference({ ...spread, n: size, responseRate }),
        ];
        for (const plan of plans) {
          expect(plan(1).invitations).toBe(plan(1).n);
          expect(plan(low).invitations).toBeGreaterThanOrEqual(plan(high).invitations as number);
          expect(plan(low).n).toBe(plan(1).n);
        }
      },
    ),
    { numRuns: 50 },
  );
});

it("the smallest difference found with n answers is one that n answers are planned for, of many people or few", () => {
  fc.assert(
    fc.property(
      anySpread,
      fc.integer({ min: 2, max: 5000 }),
      fc.option(fc.integer({ min: 1, max: 10_000 }), { nil: undefined }),
      between(0.8, 0.99),
      between(0.5, 0.95),
      fc.constantFrom("rise" as const, "fall" as const),
      (spread, size, others, level, power, direction) => {
        const population = others === undefined ? undefined : size + others;
        const plan = { ...spread, level, power, population };
        const detectable = minimumDetectableDifference({ ...plan, n: size, direction });
        expectPlainJson(detectable);
        const { difference } = detectable;
        if (difference === null) return;
        const back = sampleSizeToDetect({ ...plan, difference });
        expectPlainJson(back);
        expect(back.n).toBe(size);
      },
    ),
    { numRuns: 60 },
  );
});

it("the difference planned for is found with the answers planned, and not with one fewer", () => {
  fc.assert(
    fc.property(anySpread, between(0.05, 0.9), (spread, share) => {
      const difference = fittingDifference(spread, share);
      const size = n(sampleSizeToDetect({ ...spread, difference }));
      const found = minimumDetectableDifference({ ...spread, n: Math.max(size, 2) }).difference as number;
      expect(found).toBeLessThanOrEqual(difference * (1 + 1e-9));
      if (size <= 3) return;
      const missed = minimumDetectableDifference({ ...spread, n: size - 1 }).difference;
      expect(missed === null || missed > difference).toBe(true);
    }),
    { numRuns: 60 },
  );
});
