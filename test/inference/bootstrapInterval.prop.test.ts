// Laws of bootstrap intervals.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bootstrapInterval, type Tally } from "../../src/index.ts";
import { anyLevel } from "../support/arbitraries.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";
import { seeded } from "../support/random.ts";
import { expectAlike } from "../survey/alike.ts";

const anyCounts = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 7 });
const anyMethod = fc.constantFrom("percentile" as const, "bca" as const);
const anySeed = fc.integer({ min: 1, max: 1e6 });

function tallyOf(counts: readonly number[]): Tally {
  return { scale: { min: 1, max: counts.length }, counts, missing: 0 };
}

/** The sum of a value for each answer, over their number. */
function meanBy(values: (cell: number) => number): (tally: Tally) => number | null {
  return ({ counts }) => {
    const n = counts.reduce((sum, count) => sum + count, 0);
    return n === 0 ? null : counts.reduce((sum, count, cell) => sum + count * values(cell), 0) / n;
  };
}

describe("bootstrapInterval", () => {
  it("is plain JSON, the same for a seed, and inside of what the statistic can be", () => {
    fc.assert(
      fc.property(anyCounts, anyMethod, anyLevel(), anySeed, (counts, method, level, seed) => {
        const answers = deepFreeze(tallyOf(counts));
        const [a, b] = [1, 2].map(() =>
          bootstrapInterval(
            answers,
            meanBy((cell) => cell),
            {
              random: seeded(seed),
              replicates: 50,
              method,
              level,
            },
          ),
        );
        expect(a).toStrictEqual(b);
        expectPlainJson(a);
        if (a?.interval == null) return;
        expect(a.interval.low).toBeGreaterThanOrEqual(0);
        expect(a.interval.high).toBeLessThanOrEqual(counts.length - 1);
        expect(a.interval.low).toBeLessThanOrEqual(a.interval.high);
      }),
    );
  });

  it("moves and stretches with its statistic, and turns over with its sign", () => {
    const change = fc.tuple(fc.constantFrom(-100, -1, 0.5, 3), fc.integer({ min: -20, max: 20 }));
    fc.assert(
      fc.property(anyCounts, anyMethod, anySeed, change, (counts, method, seed, [factor, offset]) => {
        const intervalOf = (values: (cell: number) => number) =>
          bootstrapInterval(tallyOf(counts), meanBy(values), {
            random: seeded(seed),
            replicates: 60,
            method,
          });
        // Whole values, so that equal means are equal before and after.
        const before = intervalOf((cell) => 2 * cell);
        const after = intervalOf((cell) => factor * 2 * cell + offset);
        fc.pre(before.interval !== null && after.interval !== null);
        const { low, high } = before.interval as { low: number; high: number };
        const limits = [factor * low + offset, factor * high + offset].sort((a, b) => a - b);
        expectAlike([after.interval?.low, after.interval?.high], limits, 1e-6);
        expectAlike(after.standardError, Math.abs(factor) * (before.standardError as number), 1e-6);
      }),
    );
  });

  it("does not see cells that nobody is in", () => {
    fc.assert(
      fc.property(anyCounts, anyMethod, anySeed, (counts, method, seed) => {
        const options = { replicates: 40, method };
        const mean = meanBy((cell) => cell);
        expect(
          bootstrapInterval(tallyOf([...counts, 0, 0]), mean, { ...options, random: seeded(seed) }),
        ).toStrictEqual(bootstrapInterval(tallyOf(counts), mean, { ...options, random: seeded(seed) }));
      }),
    );
  });

  it("by percentiles is nested: a higher level gives the wider interval", () => {
    fc.assert(
      fc.property(anyCounts, anyLevel(), anyLevel(), anySeed, (counts, a, b, seed) => {
        const [narrow, wide] = [Math.min(a, b), Math.max(a, b)].map(
          (level) =>
            bootstrapInterval(
              tallyOf(counts),
              meanBy((cell) => cell),
              {
                random: seeded(seed),
                replicates: 50,
                method: "percentile",
                level,
              },
            ).interval,
        );
        if (narrow == null || wide == null) return;
        expect(wide.low).toBeLessThanOrEqual(narrow.low);
        expect(wide.high).toBeGreaterThanOrEqual(narrow.high);
      }),
    );
  });
});
