// Weights and clustered scores against R's survey package, from test/golden/inferenceWeighting.R.

import { describe, expect, it } from "vitest";
import { ces, clusteredScore, clusteredScoreBy, nps, poststratify, rake } from "../../src/index.ts";
import golden from "../golden/inferenceWeighting.json" with { type: "json" };
import { expectClose } from "../support/closeTo.ts";

interface Columns {
  readonly plan: readonly string[];
  readonly region: readonly string[];
  readonly age: readonly string[];
  readonly weight: readonly number[];
}

const rowsOf = ({ plan, region, age, weight }: Columns) =>
  plan.map((value, i) => ({
    plan: value,
    region: region[i] as string,
    age: age[i] as string,
    before: weight[i] as number,
  }));

function expectAllClose(actual: readonly number[], expected: readonly number[], tolerance: number): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, i) => {
    expectClose(value, expected[i] as number, tolerance);
  });
}

const margins = {
  plan: { Basic: 400, Plus: 350, Pro: 250 },
  region: { north: 620, south: 380 },
  age: { a: 100, b: 300, c: 350, d: 250 },
};

describe("rake", () => {
  it.each(golden.rake)("gives the weights of survey::rake, case %#", (columns) => {
    const { weights, converged, effectiveN } = rake(rowsOf(columns), {
      margins,
      weight: (row) => row.before,
    });
    expect(converged).toBe(true);
    expectAllClose(weights, columns.weights, 1e-10);
    expectClose(effectiveN, columns.effectiveN, 1e-10);
  });

  it.each(golden.bounded)("with bounds gives the weights that Newton's method finds, case %#", (columns) => {
    const { lower, upper } = columns;
    const { weights, converged, bounded } = rake(rowsOf(columns), {
      margins,
      weight: (row) => row.before,
      bounds: { lower, upper },
      maxIterations: 100_000,
    });
    expect(converged).toBe(true);
    expect(bounded).toBe(columns.bounded);
    expectAllClose(weights, columns.weights, 1e-10);
  });

  it("gives the published table of 7, 9 and 12, 7 raked to rows 5, 15 and columns 10, 10", () => {
    const cells = [
      ["a", "x", 7],
      ["a", "y", 9],
      ["b", "x", 12],
      ["b", "y", 7],
    ] as const;
    const rows = cells.flatMap(([row, column, n]) => Array.from({ length: n }, () => ({ row, column })));
    const { weights } = rake(rows, { margins: { row: { a: 5, b: 15 }, column: { x: 10, y: 10 } } });
    const sums = cells.map(([row, column]) =>
      weights.reduce((sum, w, i) => sum + (rows[i]?.row === row && rows[i]?.column === column ? w : 0), 0),
    );
    expectAllClose(sums, [1.775665633, 3.224334367, 8.224334367, 6.775665633], 1e-9);
  });
});

describe("poststratify", () => {
  it.each(golden.cells)("gives the weights of survey::postStratify, case %#", (columns) => {
    const { weights, complete } = poststratify(rowsOf(columns), {
      by: { plan: (row) => row.plan, region: (row) => row.region },
      targets: columns.cellTarget.map((target, i) => ({
        key: { plan: columns.cellPlan[i] as string, region: columns.cellRegion[i] as string },
        target,
      })),
      weight: (row) => row.before,
    });
    expect(complete).toBe(true);
    expectAllClose(weights, columns.weights, 1e-12);
  });
});

describe("clusteredScore", () => {
  it.each(golden.clusters)("gives the standard errors of survey::svymean with ids, case %#", (columns) => {
    const rows = columns.rating.map((rating, i) => ({
      rating,
      weight: columns.weight[i] as number,
      cluster: columns.cluster[i] as number,
    }));
    const options = {
      rating: (row: (typeof rows)[number]) => row.rating,
      cluster: (row: (typeof rows)[number]) => row.cluster,
      ...(columns.weighted ? { weight: (row: (typeof rows)[number]) => row.weight } : {}),
    };
    const promoters = clusteredScore(rows, { metric: nps, ...options });
    expectClose(promoters.score, columns.nps, 1e-12);
    expectClose(promoters.standardError, columns.npsError, 1e-12);
    expectClose(promoters.designEffect, columns.npsEffect, 1e-12);
    const onScale = (answers: Parameters<typeof ces>[0]) => ces(answers, { scale: { min: 0, max: 10 } });
    const mean = clusteredScore(rows, { metric: onScale, ...options });
    expectClose(mean.score, columns.mean, 1e-12);
    expectClose(mean.standardError, columns.meanError, 1e-12);
    expectClose(mean.designEffect, columns.meanEffect, 1e-12);
  });
});

describe("clusteredScoreBy", () => {
  it.each(golden.clusterGroups)(
    "gives the scores and standard errors of svymean and svyby, case %#",
    (columns) => {
      const rows = columns.rating.map((rating, i) => ({
        rating,
        plan: columns.plan[i] as string,
        weight: columns.weight[i] as number,
        cluster: columns.cluster[i] as number,
      }));
      const groups = clusteredScoreBy(rows, {
        metric: nps,
        rating: (row) => row.rating,
        weight: (row) => row.weight,
        cluster: (row) => row.cluster,
        by: { plan: (row) => row.plan },
      });
      expect(groups.map(({ key }) => key.plan)).toEqual(columns.plans);
      const inAll = new Set(columns.cluster).size;
      groups.forEach(({ score: { score, standardError, clusters } }, i) => {
        expectClose(score, columns.nps[i] as number, 1e-12);
        expectClose(standardError, columns.errors[i] as number, 1e-12);
        const withAll = Math.sqrt((inAll / (inAll - 1)) * ((clusters - 1) / clusters));
        expectClose((standardError as number) * withAll, columns.domainErrors[i] as number, 1e-12);
      });
    },
  );
});
