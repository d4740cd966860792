// Types of weighting: margins and cells are keyed by the properties, and a clustered score is one of its metric.

import { describe, expectTypeOf, it } from "vitest";
import {
  type Answers,
  type ClusteredScore,
  type CsatScore,
  clusteredScore,
  clusteredScoreBy,
  compare,
  csat,
  type Group,
  type NpsScore,
  nps,
  poststratify,
  rake,
  type TidyRow,
  tidy,
  topBox,
} from "../../src/index.ts";

interface Row {
  readonly plan: "Basic" | "Pro";
  readonly region: string | null;
  readonly account: string;
  readonly answer: number | null;
  readonly weight: number;
}
declare const rows: readonly Row[];

describe("rake", () => {
  it("knows its margins by name", () => {
    const raked = rake(rows, { margins: { plan: { Basic: 0.4, Pro: 0.6 }, region: { north: 1 } } });
    expectTypeOf(raked.worst.margin).toEqualTypeOf<"plan" | "region">();
    expectTypeOf(raked.weights).toEqualTypeOf<readonly number[]>();
    expectTypeOf(raked.effectiveN).toEqualTypeOf<number | null>();
  });

  it("takes readers of its margins alone, and targets that are numbers", () => {
    rake(rows, { margins: { tier: { a: 1 } }, by: { tier: (row) => row.plan }, weight: (row) => row.weight });
    // @ts-expect-error There is no margin of that name.
    rake(rows, { margins: { plan: { Basic: 1 } }, by: { age: (row) => row.plan } });
    // @ts-expect-error A target is a number.
    rake(rows, { margins: { plan: { Basic: "40 %" } } });
    // @ts-expect-error Margins are needed.
    rake(rows, { weight: (row) => row.weight });
  });
});

describe("poststratify", () => {
  const by = { plan: (row: Row) => row.plan, region: (row: Row) => row.region };

  it("has cells keyed by the properties", () => {
    const targets = [{ key: { plan: "Basic", region: null }, target: 1 }];
    const { cells } = poststratify(rows, { by, targets });
    expectTypeOf(cells[0]?.key).toEqualTypeOf<
      | {
          readonly plan: string | number | boolean | null;
          readonly region: string | number | boolean | null;
        }
      | undefined
    >();
  });

  it("takes targets of every property", () => {
    // @ts-expect-error The region is missing.
    poststratify(rows, { by, targets: [{ key: { plan: "Basic" }, target: 1 }] });
    // @ts-expect-error There is no such property.
    poststratify(rows, { by, targets: [{ key: { plan: "Basic", region: null, age: 3 }, target: 1 }] });
  });
});

describe("clusteredScore", () => {
  const options = { rating: (row: Row) => row.answer, cluster: (row: Row) => row.account };

  it("is a score of its metric, and what clusters cost", () => {
    const score = clusteredScore(rows, { metric: nps, ...options });
    expectTypeOf(score).toEqualTypeOf<ClusteredScore<NpsScore>>();
    expectTypeOf(score.clusters).toEqualTypeOf<number>();
    expectTypeOf(score.designEffect).toEqualTypeOf<number | null>();
    const metric = (answers: Answers) => csat(answers, { satisfiedFrom: 5 });
    expectTypeOf(clusteredScore(rows, { metric, ...options })).toExtend<CsatScore>();
    compare(score, score, { method: "wald" });
    // @ts-expect-error The method of another metric.
    compare(score, score, { method: "newcombe" });
  });

  it("takes the scorers that comparisons take, and needs to know whose answer it is", () => {
    const metric = (answers: Answers) => topBox(answers, { scale: { min: 1, max: 5 }, from: 4 });
    // @ts-expect-error A top-box score has no clustered interval.
    clusteredScore(rows, { metric, ...options });
    // @ts-expect-error No cluster.
    clusteredScore(rows, { metric: nps, rating: (row) => row.answer });
  });

  it("by group has the dimensions, and columns of its own in a table", () => {
    const groups = clusteredScoreBy(rows, { metric: nps, ...options, by: { plan: (row) => row.plan } });
    expectTypeOf(groups).toEqualTypeOf<readonly Group<"plan", ClusteredScore<NpsScore>>[]>();
    const table = tidy(groups);
    expectTypeOf(table).toEqualTypeOf<readonly TidyRow<"plan", ClusteredScore<NpsScore>>[]>();
    expectTypeOf(table[0]?.designEffect).toEqualTypeOf<number | null | undefined>();
    expectTypeOf(table[0]?.clusters).toEqualTypeOf<number | undefined>();
    // @ts-expect-error Groups need dimensions.
    clusteredScoreBy(rows, { metric: nps, ...options });
  });
});
