// Laws of every score: bounds, intervals, order, weights, and plain JSON.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  mergeTallies,
  type Rating,
  type Scale,
  type Score,
  type Share,
  type Tally,
  tally,
  tallyRows,
} from "../../src/index.ts";
import {
  answersOn,
  anyLevel,
  positiveWeight,
  ratingsOn,
  shuffled,
  tallyOfWeighted,
  tallyOn,
  weightedRowsOn,
} from "../support/arbitraries.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";
import { expectAlike } from "./alike.ts";
import { ALL_SCORERS } from "./scorers.ts";

/** How far rounding may carry a limit past another, in points. */
const SLACK = 1e-9;

function shareNamed(score: Score, name: string): Share {
  return (score as unknown as Readonly<Record<string, Share>>)[name] as Share;
}

/** What a score says apart from the tally that it says it of. */
function figuresOf({ tally: _, ...figures }: Score): object {
  return figures;
}

/** Tallies that no fold need have made: sums of weights at and between the limits of what sums may be. */
function handMadeTallyOn(scale: Scale): fc.Arbitrary<Tally> {
  const weight = fc.oneof(
    fc.constantFrom(0, 1e-100, 1e-50, 1, 1e50, 1e100),
    fc.double({ min: -100, max: 99, noNaN: true }).map((exponent) => 10 ** exponent),
  );
  const cell = fc
    .record({
      count: fc.oneof(fc.nat(5), fc.constantFrom(1e6, 1e12)),
      weight,
      equality: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ count, weight, equality }) => {
      const sum = count === 0 ? 0 : Math.max(weight, Math.min(1, equality) * weight * count);
      // Squares lie between those of equal weights and of one weight that is all.
      const least = count === 0 ? 0 : sum ** 2 / count;
      return { count, sum, square: least + equality * (sum ** 2 - least) };
    });
  const points = scale.max - scale.min + 1;
  return fc
    .record({ cells: fc.array(cell, { minLength: points, maxLength: points }), missing: fc.nat(9) })
    .map(({ cells, missing }) => ({
      scale,
      counts: cells.map(({ count }) => count),
      missing,
      weights: cells.map(({ sum }) => sum),
      squaredWeights: cells.map(({ square }) => square),
    }));
}

describe.each(ALL_SCORERS)("%s", (_, { scale, range, shares, exhaustive, score }) => {
  const [lowest, highest] = range;

  it("depends on the tally alone: not on order, container or repetition", () => {
    fc.assert(
      fc.property(answersOn(scale).chain(shuffled), ([answers, others]) => {
        const expected = score(answers);
        expect(score(others)).toStrictEqual(expected);
        expect(score(answers.values())).toStrictEqual(expected);
        expect(score(tally(answers, scale))).toStrictEqual(expected);
        expect(score(answers)).toStrictEqual(expected);
      }),
    );
  });

  it("leaves its input as it is, and is plain JSON", () => {
    fc.assert(
      fc.property(tallyOn(scale), anyLevel(), (folded, level) => {
        const before = structuredClone(folded);
        expectPlainJson(score(deepFreeze(folded), deepFreeze({ level })));
        expect(folded).toStrictEqual(before);
      }),
    );
  });

  it("holds no NaN and no infinity, whatever possible weights a tally was made of by hand", () => {
    fc.assert(
      fc.property(handMadeTallyOn(scale), anyLevel(), (handMade, level) => {
        expectPlainJson(score(handMade, { level }));
        expectPlainJson(score(mergeTallies([handMade, handMade]), { level }));
      }),
    );
  });

  it("scores a tally back from storage alike", () => {
    fc.assert(
      fc.property(tallyOn(scale), (folded) => {
        expect(score(JSON.parse(JSON.stringify(folded)))).toStrictEqual(score(folded));
      }),
    );
  });

  it("is within its range, counts all answers, and is null exactly where nothing weighs anything", () => {
    fc.assert(
      fc.property(tallyOn(scale), (folded) => {
        const result = score(folded);
        const n = folded.counts.reduce((sum, count) => sum + count, 0);
        const total = (folded.weights ?? folded.counts).reduce((sum, weight) => sum + weight, 0);
        expect([result.n, result.missing]).toEqual([n, folded.missing]);
        expect(result.score === null).toBe(total === 0);
        if (result.score !== null) {
          expect(result.score).toBeGreaterThanOrEqual(lowest);
          expect(result.score).toBeLessThanOrEqual(highest);
          expect(result.effectiveN).toBeGreaterThan(1 - 1e-12);
        }
        expect(result.effectiveN).toBeLessThanOrEqual(n * (1 + 1e-12));
        expect(result.standardError ?? 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("has shares from 0 to 1, together 1 where they are all there is", () => {
    fc.assert(
      fc.property(tallyOn(scale), (folded) => {
        const result = score(folded);
        const found = shares.map((name) => shareNamed(result, name));
        for (const { count, share } of found) {
          expect(count).toBeLessThanOrEqual(result.n);
          expect(share === null).toBe(result.score === null);
          expect(share ?? 0).toBeGreaterThanOrEqual(0);
          expect(share ?? 0).toBeLessThanOrEqual(1);
        }
        if (!exhaustive) return;
        expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(result.n);
        if (result.score === null) return;
        expect(Math.abs(found.reduce((sum, { share }) => sum + (share ?? 0), 0) - 1)).toBeLessThanOrEqual(
          1e-12,
        );
      }),
    );
  });

  it("has an interval within the range, at the level asked for", () => {
    fc.assert(
      fc.property(tallyOn(scale), anyLevel(), (folded, level) => {
        const { interval } = score(folded, { level });
        if (interval === null) return;
        expect(interval.level).toBe(level);
        expect(interval.low).toBeGreaterThanOrEqual(lowest);
        expect(interval.high).toBeLessThanOrEqual(highest);
        expect(interval.low).toBeLessThanOrEqual(interval.high);
      }),
    );
  });

  it("has the score in its interval, unless the method shifts the centre", () => {
    fc.assert(
      fc.property(tallyOn(scale), anyLevel(), (folded, level) => {
        const { score: estimate, interval } = score(folded, { level });
        if (estimate === null || interval === null) return;
        if (interval.method === "adjusted-wald" || interval.method === "jeffreys") return;
        expect(interval.low).toBeLessThanOrEqual(estimate + SLACK);
        expect(interval.high).toBeGreaterThanOrEqual(estimate - SLACK);
      }),
    );
  });

  it("has wider intervals at higher levels, around the narrower ones", () => {
    fc.assert(
      fc.property(tallyOn(scale), anyLevel(), anyLevel(), (folded, a, b) => {
        const inner = score(folded, { level: Math.min(a, b) }).interval;
        const outer = score(folded, { level: Math.max(a, b) }).interval;
        if (inner === null || outer === null) {
          expect(inner).toBe(outer);
          return;
        }
        expect(outer.low).toBeLessThanOrEqual(inner.low + SLACK);
        expect(outer.high).toBeGreaterThanOrEqual(inner.high - SLACK);
      }),
    );
  });

  it("is never lowered by a higher rating", () => {
    fc.assert(
      fc.property(ratingsOn(scale, { minLength: 1 }), fc.nat(), fc.nat(), (ratings, at, by) => {
        const index = at % ratings.length;
        const before = ratings[index] as number;
        const after = before + (by % (scale.max - before + 1));
        const upgraded = ratings.map((rating, i) => (i === index ? after : rating));
        expect(score(upgraded).score).toBeGreaterThanOrEqual(score(ratings).score as number);
      }),
    );
  });

  it("is not moved by missing answers", () => {
    fc.assert(
      fc.property(answersOn(scale), fc.nat({ max: 20 }), (answers, more) => {
        const before = score(answers);
        const after = score([...answers, ...Array<Rating>(more).fill(null)]);
        expect(figuresOf(after)).toStrictEqual({ ...figuresOf(before), missing: before.missing + more });
      }),
    );
  });

  it("does not depend on the unit of the weights", () => {
    fc.assert(
      fc.property(weightedRowsOn(scale), fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (rows, factor) => {
        const scaled = rows.map(({ rating, weight }) => ({ rating, weight: weight * factor }));
        const [a, b] = [tallyOfWeighted(rows, scale), tallyOfWeighted(scaled, scale)];
        expectAlike(figuresOf(score(b)), figuresOf(score(a)));
      }),
    );
  });

  it("with equal weights is the unweighted one, but for the n − 1 in the standard error", () => {
    fc.assert(
      fc.property(answersOn(scale), positiveWeight(), anyLevel(), (answers, weight, level) => {
        const weighted = tallyRows(answers, { scale, rating: (rating) => rating, weight: () => weight });
        const { standardError: _, ...expected } = score(answers, { level });
        const { standardError: __, ...actual } = score(weighted, { level });
        expectAlike(figuresOf(actual as Score), figuresOf(expected as Score));
      }),
    );
  });

  it("with whole weights has the score and shares of as many answers", () => {
    const rows = weightedRowsOn(scale, fc.nat({ max: 5 }));
    fc.assert(
      fc.property(rows, (rows) => {
        const weighted = score(tallyOfWeighted(rows, scale));
        const repeated = score(rows.flatMap(({ rating, weight }) => Array<Rating>(weight).fill(rating)));
        expect(weighted.score).toBe(repeated.score);
        for (const name of shares)
          expect(shareNamed(weighted, name).share).toBe(shareNamed(repeated, name).share);
      }),
    );
  });

  it("is not moved by answers that weigh nothing", () => {
    fc.assert(
      fc.property(weightedRowsOn(scale), ratingsOn(scale), (rows, ratings) => {
        const weightless = ratings.map((rating) => ({ rating, weight: 0 }));
        const [a, b] = [rows, [...rows, ...weightless]].map((all) => score(tallyOfWeighted(all, scale)));
        expect([b?.score, b?.effectiveN, b?.interval]).toStrictEqual([a?.score, a?.effectiveN, a?.interval]);
        expect(b?.n).toBe((a?.n ?? 0) + ratings.length);
      }),
    );
  });
});
