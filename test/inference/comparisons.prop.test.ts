// Laws of comparisons.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Answers,
  adjustPValues,
  type BenchmarkComparison,
  CES_SCALE,
  type ComparableScore,
  type Comparison,
  CSAT_SCALE,
  ces,
  compare,
  compareAll,
  comparePaired,
  compareToBenchmark,
  csat,
  describeComparison,
  NPS_SCALE,
  nps,
  type Rating,
  type Scale,
  tallyRows,
} from "../../src/index.ts";
import { anyLevel, ratingsOf, shuffled, tallyOn } from "../support/arbitraries.ts";
import { expectPlainJson } from "../support/plainJson.ts";

interface Scorer {
  readonly metric: (answers: Answers) => ComparableScore;
  readonly scale: Scale;
  readonly methods: readonly Comparison["method"][];
  readonly benchmarkMethods: readonly BenchmarkComparison["method"][];
  readonly range: readonly [number, number];
}

const NPS: Scorer = {
  metric: nps,
  scale: NPS_SCALE,
  methods: ["adjusted-wald", "wald"],
  benchmarkMethods: ["adjusted-wald", "wald", "score"],
  range: [-100, 100],
};
const CSAT: Scorer = {
  metric: csat,
  scale: CSAT_SCALE,
  methods: ["newcombe"],
  benchmarkMethods: ["wilson", "jeffreys", "clopper-pearson", "wald"],
  range: [0, 100],
};
const CES: Scorer = {
  metric: ces,
  scale: CES_SCALE,
  methods: ["welch-t"],
  benchmarkMethods: ["student-t"],
  range: [1, 7],
};
const SCORERS = [NPS, CSAT, CES];

function scoreWith({ metric, scale }: Scorer): fc.Arbitrary<ComparableScore> {
  return tallyOn(scale).map((tally) => metric(tally));
}

/** Two scores of one metric, a method and a level. */
const anyPair = fc.constantFrom(...SCORERS).chain((scorer) =>
  fc.record({
    before: scoreWith(scorer),
    after: scoreWith(scorer),
    method: fc.constantFrom(...scorer.methods),
    level: anyLevel(),
  }),
);

describe("compare", () => {
  it("is as sure of those who are not satisfied as of those who are, weighted or not", () => {
    const rows = fc.array(
      fc.record({ rating: fc.constantFrom(1, 5), weight: fc.integer({ min: 1, max: 4 }) }),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    const scored = (
      given: readonly { readonly rating: number; readonly weight: number }[],
      turned: boolean,
    ) =>
      csat(
        tallyRows(given, {
          scale: CSAT_SCALE,
          rating: (row) => (turned ? 6 - row.rating : row.rating),
          weight: (row) => row.weight,
        }),
      );
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const there = compare(scored(before, false), scored(after, false));
        const turned = compare(scored(before, true), scored(after, true));
        expect(turned.test).toBe(there.test);
        if (there.pValue === null) expect(turned.pValue).toBeNull();
        else expect(turned.pValue).toBeCloseTo(there.pValue, 9);
      }),
    );
  });

  it("is the mirror image of the comparison the other way round", () => {
    fc.assert(
      fc.property(anyPair, ({ before, after, ...options }) => {
        const there = compare(before, after, options);
        const back = compare(after, before, options);
        const mirrored = (value: number | null): number | null => (value === null ? null : 0 - value);
        expect(back.difference).toBe(mirrored(there.difference));
        expect(back.statistic).toBe(mirrored(there.statistic));
        expect(back.interval?.low).toBe(there.interval === null ? undefined : 0 - there.interval.high);
        expect(back.interval?.high).toBe(there.interval === null ? undefined : 0 - there.interval.low);
        expect(back.standardError).toBe(there.standardError);
        if (there.pValue !== null) expect(back.pValue).toBeCloseTo(there.pValue, 12);
        else expect(back.pValue).toBeNull();
      }),
    );
  });

  it("is plain JSON with figures within their ranges, and a sentence in either language", () => {
    fc.assert(
      fc.property(anyPair, ({ before, after, ...options }) => {
        const comparison = compare(before, after, options);
        expectPlainJson(comparison);
        const { interval, pValue } = comparison;
        if (pValue !== null) expect(pValue >= 0 && pValue <= 1).toBe(true);
        if (interval !== null) expect(interval.low).toBeLessThanOrEqual(interval.high);
        for (const language of ["en", "id"] as const) {
          const sentence = describeComparison(comparison, { language });
          expect(sentence).toMatch(/^(NPS|CSAT|CES) .*\.$/);
          expect(sentence).not.toMatch(/no difference|proves?|significant|null|NaN|undefined/);
        }
      }),
    );
  });

  it("has a wider interval at a higher level", () => {
    fc.assert(
      fc.property(anyPair, anyLevel(), ({ before, after, method, level }, other) => {
        const [lower, higher] = level < other ? [level, other] : [other, level];
        const narrow = compare(before, after, { method, level: lower }).interval;
        const wide = compare(before, after, { method, level: higher }).interval;
        if (narrow === null || wide === null) {
          expect(narrow).toBe(wide);
          return;
        }
        expect(wide.low).toBeLessThanOrEqual(narrow.low + 1e-9);
        expect(wide.high).toBeGreaterThanOrEqual(narrow.high - 1e-9);
      }),
    );
  });

  it("rejects exactly where the interval leaves out 0, for NPS and CES", () => {
    fc.assert(
      fc.property(anyPair, ({ before, after, method, level }) => {
        fc.pre(method !== "newcombe");
        const { interval, pValue } = compare(before, after, { method, level });
        if (interval === null || pValue === null || Math.abs(pValue - (1 - level)) < 1e-9) return;
        expect(pValue < 1 - level).toBe(interval.low > 0 || interval.high < 0);
      }),
    );
  });

  it("is for answers that all weigh the same what it is without weights, but for the standard error", () => {
    const anyRatings = fc.constantFrom(...SCORERS).chain(({ metric, scale }) => {
      const ratings = fc.array(fc.constantFrom(...ratingsOf(scale)), { minLength: 1, maxLength: 30 });
      return fc.record({ metric: fc.constant(metric), scale: fc.constant(scale), a: ratings, b: ratings });
    });
    fc.assert(
      fc.property(
        anyRatings,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        ({ metric, scale, a, b }, w) => {
          const weighted = (ratings: readonly number[]): ComparableScore =>
            metric(tallyRows(ratings, { scale, rating: (rating) => rating, weight: () => w }));
          const expected = compare<ComparableScore>(metric(a), metric(b));
          const actual = compare<ComparableScore>(weighted(a), weighted(b));
          expect(actual.test).toBe(expected.test);
          for (const figure of ["difference", "statistic", "pValue"] as const) {
            if (expected[figure] === null) continue;
            expect(actual[figure]).toBeCloseTo(expected[figure], 7);
          }
          if (expected.interval !== null) expect(actual.interval?.low).toBeCloseTo(expected.interval.low, 6);
        },
      ),
    );
  });
});

describe("compareToBenchmark", () => {
  const anyCase = fc.constantFrom(...SCORERS).chain((scorer) => {
    const [min, max] = scorer.range;
    return fc.record({
      score: scoreWith(scorer),
      method: fc.constantFrom(...scorer.benchmarkMethods),
      // In steps, because a limit may lie nearer an end than any double.
      benchmark: fc.integer({ min: 0, max: 1000 }).map((step) => min + (step / 1000) * (max - min)),
      level: anyLevel(),
    });
  });

  it("rejects exactly where the benchmark lies outside the interval", () => {
    fc.assert(
      fc.property(anyCase, ({ score, benchmark, ...options }) => {
        const comparison = compareToBenchmark<ComparableScore>(score, benchmark, options);
        expectPlainJson(comparison);
        const { interval, pValue, level } = comparison;
        if (interval === null || pValue === null || Math.abs(pValue - (1 - level)) < 1e-9) return;
        if (benchmark === interval.low || benchmark === interval.high) return;
        expect(pValue < 1 - level).toBe(benchmark < interval.low || benchmark > interval.high);
      }),
      { numRuns: 1000 },
    );
  });

  it("with Agresti and Coull rejects nothing that the interval leaves out", () => {
    fc.assert(
      fc.property(
        scoreWith(CSAT),
        fc.integer({ min: 0, max: 100 }),
        anyLevel(),
        (score, benchmark, level) => {
          const method = "agresti-coull";
          const { interval, pValue } = compareToBenchmark<ComparableScore>(score, benchmark, {
            method,
            level,
          });
          if (interval === null || pValue === null || Math.abs(pValue - (1 - level)) < 1e-9) return;
          if (benchmark < interval.low || benchmark > interval.high) expect(pValue).toBeLessThan(1 - level);
        },
      ),
    );
  });
});

describe("comparePaired", () => {
  const pairsOn = (scale: Scale): fc.Arbitrary<[Rating, Rating][]> => {
    const rating = fc.constantFrom(...ratingsOf(scale), null);
    return fc.array(fc.tuple(rating, rating), { maxLength: 30 });
  };
  const anyPairs = fc
    .constantFrom(...SCORERS)
    .chain((scorer) =>
      fc.record({ scorer: fc.constant(scorer), pairs: pairsOn(scorer.scale), level: anyLevel() }),
    );

  it("is the mirror image of the pairs turned round, in any order", () => {
    fc.assert(
      fc.property(anyPairs, ({ scorer, pairs, level }) => {
        const { metric } = scorer;
        const there = comparePaired(pairs, { metric, level });
        const turned = pairs.map(([before, after]) => [after, before] as const).reverse();
        const back = comparePaired(turned, { metric, level });
        expectPlainJson(there);
        expect(back.rose).toStrictEqual(there.fell);
        if (there.pValue === null) expect(back.pValue).toBeNull();
        else expect(back.pValue).toBeCloseTo(there.pValue, 12);
        expect(back.difference).toBe(there.difference === null ? null : 0 - there.difference);
        if (there.interval !== null) expect(back.interval?.low).toBeCloseTo(0 - there.interval.high, 9);
      }),
    );
  });

  it("has the scores and the difference of its complete pairs, and rejects where the interval leaves out 0", () => {
    fc.assert(
      fc.property(anyPairs, ({ scorer, pairs, level }) => {
        const { metric } = scorer;
        const complete = pairs.filter(([before, after]) => before !== null && after !== null);
        const result = comparePaired(pairs, { metric, level });
        expect(result.n).toBe(complete.length);
        expect(result.missing).toBe(pairs.length - complete.length);
        expect(result.before.score).toBe(metric(complete.map(([before]) => before)).score);
        expect(result.after.score).toBe(metric(complete.map(([, after]) => after)).score);
        const { interval, pValue } = result;
        if (interval === null || pValue === null || Math.abs(pValue - (1 - level)) < 1e-9) return;
        expect(pValue < 1 - level).toBe(interval.low > 0 || interval.high < 0);
      }),
    );
  });
});

describe("compareAll", () => {
  const anyGroups = fc.constantFrom(...SCORERS).chain((scorer) =>
    fc.uniqueArray(
      fc.record({
        key: fc.record({ plan: fc.constantFrom("a", "b", 1, true, null, "c") }),
        score: scoreWith(scorer),
      }),
      {
        selector: ({ key }) => key.plan,
        maxLength: 6,
      },
    ),
  );

  it("does not depend on the order of the groups", () => {
    fc.assert(
      fc.property(
        anyGroups.chain(shuffled),
        fc.constantFrom("each-other", "rest"),
        ([groups, other], against) => {
          const [a, b] = [compareAll(groups, { against }), compareAll(other, { against })];
          expect(b.map(({ key }) => key)).toEqual(a.map(({ key }) => key));
          a.forEach(({ adjustedPValue }, i) => {
            // The rest is summed in another order, so that weights differ by rounding.
            if (adjustedPValue === null) expect(b[i]?.adjustedPValue).toBeNull();
            else expect(b[i]?.adjustedPValue).toBeCloseTo(adjustedPValue, 9);
          });
        },
      ),
    );
  });

  it("compares each pair as compare does, and makes one comparison for each", () => {
    fc.assert(
      fc.property(anyGroups, (groups) => {
        const comparisons = compareAll(groups);
        expect(comparisons).toHaveLength((groups.length * (groups.length - 1)) / 2);
        const scoreOf = (key: unknown): ComparableScore =>
          groups.find((group) => group.key.plan === (key as { plan: unknown }).plan)
            ?.score as ComparableScore;
        for (const { key, against, adjustedPValue, adjust: _, ...comparison } of comparisons) {
          expect(comparison).toStrictEqual(compare(scoreOf(against), scoreOf(key)));
          expect((adjustedPValue ?? 1) >= (comparison.pValue ?? 1)).toBe(true);
        }
      }),
    );
  });
});

describe("adjustPValues", () => {
  const anyPValues = fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 4 }), {
    maxLength: 30,
  });
  const METHODS = ["holm", "benjamini-hochberg"] as const;

  it("raises p-values and keeps their order; Benjamini and Hochberg raise them less than Holm", () => {
    fc.assert(
      fc.property(anyPValues, (pValues) => {
        const [holm, hochberg] = METHODS.map((method) => adjustPValues(pValues, method)) as [
          (number | null)[],
          (number | null)[],
        ];
        pValues.forEach((p, i) => {
          if (p === null) {
            expect([holm[i], hochberg[i]]).toEqual([null, null]);
            return;
          }
          const [h, b] = [holm[i] as number, hochberg[i] as number];
          expect(p <= b && b <= h * (1 + 1e-15) && h <= 1).toBe(true);
          pValues.forEach((q, j) => {
            if (q === null || q < p) return;
            expect((holm[j] as number) >= h && (hochberg[j] as number) >= b).toBe(true);
          });
        });
      }),
    );
  });

  it("does not depend on the order, nor on tests that could not be made", () => {
    fc.assert(
      fc.property(anyPValues.chain(shuffled), fc.constantFrom(...METHODS), ([pValues, other], method) => {
        const sorted = (values: readonly (number | null)[]): number[] =>
          adjustPValues(values, method)
            .filter((p) => p !== null)
            .sort((a, b) => a - b);
        expect(sorted(other)).toEqual(sorted(pValues));
        expect(sorted(pValues.filter((p) => p !== null))).toEqual(sorted(pValues));
      }),
    );
  });
});
