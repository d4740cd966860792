// Laws of weighting: raking, poststratification, what weights cost, and clusters.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Answers,
  CES_SCALE,
  type ComparableScore,
  ces,
  clusteredScore,
  clusteredScoreBy,
  compare,
  compareToBenchmark,
  csat,
  designEffect,
  effectiveSampleSize,
  nps,
  poststratify,
  rake,
  tallyRows,
} from "../../src/index.ts";
import { anyWeight, positiveWeight } from "../support/arbitraries.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

interface Row {
  readonly plan: string;
  readonly region: string;
  readonly weight: number;
}

/** One row for each combination, so that every target can be reached, and some more. */
const fullRows: fc.Arbitrary<Row[]> = fc
  .tuple(
    fc.array(positiveWeight(), { minLength: 6, maxLength: 6 }),
    fc.array(
      fc.record({
        plan: fc.constantFrom("a", "b", "c"),
        region: fc.constantFrom("x", "y"),
        weight: positiveWeight(),
      }),
      { maxLength: 20 },
    ),
  )
  .map(([weights, more]) => [
    ...["a", "b", "c"].flatMap((plan, i) =>
      ["x", "y"].map((region, j) => ({ plan, region, weight: weights[2 * i + j] as number })),
    ),
    ...more,
  ]);
const share = fc.double({ min: 0.05, max: 1, noNaN: true });
const margins = fc.record({
  plan: fc.record({ a: share, b: share, c: share }),
  region: fc.record({ x: share, y: share }),
});
const weight = (row: Row) => row.weight;
const near = (actual: readonly number[], expected: readonly number[], tolerance = 1e-8): void => {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, i) => {
    const size = Math.abs(expected[i] as number);
    expect(Math.abs(value - (expected[i] as number))).toBeLessThanOrEqual(tolerance * Math.max(size, 1e-3));
  });
};

/** Weights that nearly rule combinations out need many more iterations than those of real samples. */
const maxIterations = 100_000;

describe("rake", () => {
  it("hits its margins, in the order of the rows, and gives plain JSON", () => {
    fc.assert(
      fc.property(fullRows, margins, (rows, targets) => {
        const raked = rake(deepFreeze(rows), {
          margins: deepFreeze(targets),
          weight,
          total: 100,
          maxIterations,
        });
        expect(raked.converged).toBe(true);
        for (const [name, categories] of Object.entries(targets)) {
          const all = Object.values(categories).reduce((a, b) => a + b, 0);
          for (const [category, target] of Object.entries(categories)) {
            const sum = rows.reduce(
              (total, row, i) =>
                total + (row[name as "plan"] === category ? (raked.weights[i] as number) : 0),
              0,
            );
            expect(Math.abs(sum - (100 * target) / all)).toBeLessThan(1e-9);
          }
        }
        expectPlainJson(raked);
      }),
    );
  });

  it("changes nothing when its own weights are raked again", () => {
    fc.assert(
      fc.property(fullRows, margins, (rows, targets) => {
        const once = rake(rows, { margins: targets, weight, total: 10, maxIterations });
        const again = rake(
          rows.map((row, i) => ({ ...row, weight: once.weights[i] as number })),
          { margins: targets, weight, total: 10, tolerance: 1e-11 },
        );
        expect(again.iterations).toBe(0);
        near(again.weights, once.weights, 1e-12);
      }),
    );
  });

  it("depends neither on the order of the margins nor on the scale of the weights before, bounded or not", () => {
    fc.assert(
      fc.property(
        fullRows,
        margins,
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        fc.constantFrom(undefined, { lower: 0.05, upper: 5 }),
        (rows, { plan, region }, scale, bounds) => {
          const options = { bounds, total: 10, maxIterations };
          const one = rake(rows, { margins: { plan, region }, weight, ...options });
          const other = rake(rows, {
            margins: { region, plan },
            weight: (row) => scale * row.weight,
            ...options,
          });
          fc.pre(one.converged && other.converged);
          near(other.weights, one.weights, 1e-5);
        },
      ),
    );
  });

  it("keeps to its bounds and never runs on, whatever the margins", () => {
    fc.assert(
      fc.property(fullRows, margins, (rows, targets) => {
        const bounds = { lower: 0.6, upper: 1.3 };
        const { weights, iterations } = rake(rows, {
          margins: targets,
          weight,
          bounds,
          total: rows.length,
          maxIterations: 40,
        });
        expect(iterations).toBeLessThanOrEqual(40);
        for (const raked of weights) {
          expect(raked).toBeGreaterThanOrEqual(0.6 * (1 - 1e-12));
          expect(raked).toBeLessThanOrEqual(1.3 * (1 + 1e-12));
        }
      }),
    );
  });

  it("of one margin is poststratification", () => {
    fc.assert(
      fc.property(fullRows, margins, (rows, { plan }) => {
        const raked = rake(rows, { margins: { plan }, weight, total: 7 });
        const targets = Object.entries(plan).map(([name, target]) => ({ key: { plan: name }, target }));
        const cells = poststratify(rows, { by: { plan: (row) => row.plan }, targets, weight, total: 7 });
        near(raked.weights, cells.weights, 1e-9);
        expectPlainJson(cells);
      }),
    );
  });
});

describe("effectiveSampleSize and designEffect", () => {
  it("multiply to n, lie between 1 and n, do not depend on the scale, and are those of scores", () => {
    fc.assert(
      fc.property(fc.array(anyWeight(), { minLength: 1, maxLength: 30 }), (weights) => {
        const size = effectiveSampleSize(weights);
        const effect = designEffect(weights);
        if (size === null || effect === null) {
          expect([size, effect, weights.every((w) => w === 0)]).toEqual([null, null, true]);
          return;
        }
        expect(size * effect).toBeCloseTo(weights.length, 9);
        expect(size).toBeGreaterThanOrEqual(1 - 1e-12);
        expect(effect).toBeGreaterThanOrEqual(1);
        expect(effectiveSampleSize(weights.map((w) => 8 * w))).toBe(size);
        const tally = tallyRows(weights, { scale: CES_SCALE, rating: () => 5, weight: (w) => w });
        expect(ces(tally).effectiveN).toBeCloseTo(size, 9);
      }),
    );
  });
});

describe("clusteredScore", () => {
  const scorers: readonly ((answers: Answers) => ComparableScore)[] = [
    (answers) => nps(answers, { scale: CES_SCALE, bands: { passive: 4, promoter: 6 } }),
    (answers) =>
      nps(answers, { scale: CES_SCALE, bands: { passive: 4, promoter: 6 }, method: "score", level: 0.9 }),
    (answers) => csat(answers, { scale: CES_SCALE }),
    (answers) => csat(answers, { scale: CES_SCALE, method: "jeffreys" }),
    (answers) => ces(answers),
  ];
  const rows = fc.array(
    fc.record({
      rating: fc.oneof({ arbitrary: fc.integer({ min: 1, max: 7 }), weight: 6 }, fc.constant(null)),
      weight: anyWeight(),
      cluster: fc.integer({ min: 0, max: 4 }),
    }),
    { maxLength: 20 },
  );
  const rating = (row: { readonly rating: number | null }) => row.rating;
  const weighted = fc.constantFrom(undefined, (row: { readonly weight: number }) => row.weight);

  it("scores as ever, never takes clusters for more than their answers, and gives plain JSON", () => {
    fc.assert(
      fc.property(rows, weighted, fc.constantFrom(...scorers), (all, readWeight, metric) => {
        const plain = metric(tallyRows(all, { scale: CES_SCALE, rating, weight: readWeight }));
        const score = clusteredScore(deepFreeze(all), {
          metric,
          rating,
          weight: readWeight,
          cluster: (row) => row.cluster,
        });
        expect([score.score, score.n, score.missing, score.tally]).toStrictEqual([
          plain.score,
          plain.n,
          plain.missing,
          plain.tally,
        ]);
        expect(score.effectiveN).toBeLessThanOrEqual(plain.effectiveN);
        expect(score.clusters).toBe(new Set(all.filter((r) => r.rating !== null).map((r) => r.cluster)).size);
        expectPlainJson(score);
        expect(compare(score, score).after.effectiveN).toBe(score.effectiveN);
        expect(compareToBenchmark(score, 5).effectiveN).toBe(score.effectiveN);
      }),
    );
  });

  it("by group is that of each group's rows, which together are all rows", () => {
    fc.assert(
      fc.property(rows, weighted, fc.constantFrom(...scorers), (all, readWeight, metric) => {
        const options = {
          metric,
          rating,
          weight: readWeight,
          cluster: (row: { readonly cluster: number }) => row.cluster,
        };
        const side = (row: { readonly cluster: number; readonly rating: number | null }): boolean =>
          (row.rating ?? 0) > 3;
        const groups = clusteredScoreBy(deepFreeze(all), { ...options, by: { side } });
        for (const { key, score } of groups) {
          const own = all.filter((row) => side(row) === key.side);
          expect(score).toStrictEqual(clusteredScore(own, options));
        }
        expect(groups.reduce((n, { score }) => n + score.n + score.missing, 0)).toBe(all.length);
        expect(clusteredScoreBy(all, { ...options, by: {} }).map(({ score }) => score)).toStrictEqual(
          all.length === 0 ? [] : [clusteredScore(all, options)],
        );
      }),
    );
  });

  it("differs from a benchmark exactly where its interval leaves that out", () => {
    const ways = [
      { metric: scorers[0], methods: ["adjusted-wald", "wald", "score"], low: -100, high: 100 },
      { metric: scorers[2], methods: ["wilson", "wald", "clopper-pearson", "jeffreys"], low: 0, high: 100 },
      { metric: scorers[4], methods: ["student-t"], low: 1, high: 7 },
    ] as const;
    const way = fc.constantFrom(...ways).chain(({ metric, methods, low, high }) =>
      fc.record({
        metric: fc.constant(metric as (answers: Answers) => ComparableScore),
        method: fc.constantFrom(...methods),
        benchmark: fc.double({ min: low, max: high, noNaN: true }),
      }),
    );
    fc.assert(
      fc.property(
        rows,
        weighted,
        way,
        fc.constantFrom(0.5, 0.9, 0.95, 0.999),
        (all, readWeight, tried, level) => {
          const { metric, method, benchmark } = tried;
          const options = { metric, rating, weight: readWeight };
          const score = clusteredScore(all, { ...options, cluster: (row) => row.cluster });
          const result = compareToBenchmark(score, benchmark, { method, level });
          expectPlainJson(result);
          if (result.interval === null || result.pValue === null) return;
          const { low, high } = result.interval;
          fc.pre(Math.min(Math.abs(benchmark - low), Math.abs(benchmark - high)) > 1e-6);
          expect(result.pValue < 1 - level).toBe(benchmark < low || benchmark > high);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("never differs more surely from another than as many answers of unrelated people", () => {
    const means = fc.constantFrom(
      { metric: scorers[0], method: "wald" },
      { metric: scorers[4], method: "welch-t" },
    ) as fc.Arbitrary<{ metric: (answers: Answers) => ComparableScore; method: "wald" | "welch-t" }>;
    fc.assert(
      fc.property(rows, rows, means, (before, after, { metric, method }) => {
        const cluster = (row: { readonly cluster: number }) => row.cluster;
        const [first, second] = [before, after].map((side) =>
          clusteredScore(side, { metric, rating, cluster }),
        );
        const clustered = compare(first as ComparableScore, second as ComparableScore, { method });
        expectPlainJson(clustered);
        if (clustered.pValue === null) return;
        const plain = compare(metric(before.map(rating)), metric(after.map(rating)), { method });
        // Not so Welch's p-value: a larger error of the side with more answers raises the degrees of freedom.
        if (method === "welch-t") return;
        expect(clustered.pValue).toBeGreaterThanOrEqual((plain.pValue as number) * (1 - 1e-9));
      }),
    );
  });

  it("with one answer to each cluster is as sure as without clusters", () => {
    fc.assert(
      fc.property(rows, weighted, fc.constantFrom(...scorers), (all, readWeight, metric) => {
        const plain = metric(tallyRows(all, { scale: CES_SCALE, rating, weight: readWeight }));
        fc.pre(plain.score !== null && plain.n >= 2);
        let next = 0;
        const score = clusteredScore(all, { metric, rating, weight: readWeight, cluster: () => next++ });
        expect(score.effectiveN).toBeCloseTo(plain.effectiveN, 9);
        const factor =
          plain.metric === "ces" || readWeight !== undefined ? 1 : Math.sqrt(plain.n / (plain.n - 1));
        expect(score.standardError).toBeCloseTo((plain.standardError as number) * factor, 9);
        if (plain.interval === null) expect(score.interval).toBeNull();
        else if (score.interval === null) expect(plain.effectiveN).toBeCloseTo(1, 8);
        else {
          expect(score.interval.low).toBeCloseTo(plain.interval.low, 5);
          expect(score.interval.high).toBeCloseTo(plain.interval.high, 5);
        }
      }),
    );
  });

  it("with every answer given k times by its cluster keeps its standard error", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 2, max: 4 }), (all, k) => {
        const own = all.map((row, i) => ({ ...row, id: i }));
        const repeated = own.flatMap((row) => Array<(typeof own)[number]>(k).fill(row));
        const options = { metric: ces, rating, cluster: (row: (typeof own)[number]) => row.id };
        const once = clusteredScore(own, options);
        const often = clusteredScore(repeated, options);
        if (once.standardError === null) expect(often.standardError).toBeNull();
        else expect(often.standardError).toBeCloseTo(once.standardError, 9);
        expect(often.clusters).toBe(once.clusters);
      }),
    );
  });
});
