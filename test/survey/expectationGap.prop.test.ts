// Laws of the expectation gap.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ces, expectationGap, type Rating, type Scale } from "../../src/index.ts";
import { anyLevel, anyScale, ratingOn } from "../support/arbitraries.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";
import { expectAlike } from "./alike.ts";

type Pair = readonly [Rating, Rating];

const surveys = anyScale().chain((scale) => {
  const rating = fc.oneof({ arbitrary: ratingOn(scale), weight: 6 }, fc.constantFrom(null, undefined));
  const pairs: fc.Arbitrary<Pair[]> = fc.array(fc.tuple(rating, rating), { maxLength: 25 });
  return fc.record({ scale: fc.constant(scale), pairs, level: anyLevel() });
});

function gapsOf(pairs: readonly Pair[]): number[] {
  return pairs.flatMap(([expected, received]) =>
    typeof expected === "number" && typeof received === "number" ? [received - expected] : [],
  );
}

describe("expectationGap", () => {
  it("is the mean of the gaps, and its shares are of all complete pairs", () => {
    fc.assert(
      fc.property(surveys, ({ scale, pairs, level }) => {
        const gap = expectationGap(pairs, { scale, level });
        const gaps = gapsOf(pairs);
        expect([gap.n, gap.missing]).toEqual([gaps.length, pairs.length - gaps.length]);
        expect(gap.exceeded.count).toBe(gaps.filter((g) => g > 0).length);
        expect(gap.missed.count).toBe(gaps.filter((g) => g < 0).length);
        expect(gap.exceeded.count + gap.met.count + gap.missed.count).toBe(gaps.length);
        if (gaps.length === 0) expect(gap.score).toBeNull();
        else expectAlike(gap.score, gaps.reduce((sum, g) => sum + g, 0) / gaps.length);
      }),
    );
  });

  it("has the standard error and interval of a mean of ratings with the same spread", () => {
    const short = (scale: Scale): boolean => scale.max - scale.min <= 500;
    fc.assert(
      fc.property(surveys, ({ scale, pairs, level }) => {
        fc.pre(short(scale));
        const span = scale.max - scale.min;
        const mean = ces(gapsOf(pairs), { scale: { min: -span, max: span }, level });
        const gap = expectationGap(pairs, { scale, level });
        expectAlike(gap.standardError, mean.standardError);
        expectAlike(gap.interval, mean.interval);
      }),
    );
  });

  it("changes its sign where expected and received change places", () => {
    fc.assert(
      fc.property(surveys, ({ scale, pairs, level }) => {
        const gap = expectationGap(pairs, { scale, level });
        const swapped = expectationGap(
          pairs.map(([expected, received]): Pair => [received, expected]),
          { scale, level },
        );
        expectAlike(swapped.score, gap.score === null ? null : -gap.score + 0);
        expect([swapped.exceeded, swapped.missed]).toStrictEqual([gap.missed, gap.exceeded]);
        expectAlike(swapped.standardError, gap.standardError);
        if (gap.interval !== null) {
          expectAlike(
            [swapped.interval?.low, swapped.interval?.high],
            [-gap.interval.high, -gap.interval.low],
          );
        }
      }),
    );
  });

  it("lies within its interval, and that within ±(max − min)", () => {
    fc.assert(
      fc.property(surveys, ({ scale, pairs, level }) => {
        const { score, interval } = expectationGap(pairs, { scale, level });
        if (score === null || interval === null) return;
        const span = scale.max - scale.min;
        expect(interval.low).toBeGreaterThanOrEqual(-span);
        expect(interval.high).toBeLessThanOrEqual(span);
        expect(interval.low <= score && score <= interval.high).toBe(true);
      }),
    );
  });

  it("leaves its input as it is, agrees with itself and is plain JSON", () => {
    fc.assert(
      fc.property(surveys, ({ scale, pairs, level }) => {
        const first = expectationGap(deepFreeze(pairs), deepFreeze({ scale, level }));
        expectPlainJson(first);
        expect(expectationGap(pairs.values(), { scale, level })).toStrictEqual(first);
      }),
    );
  });
});
