// Types of groups and of their flat rows: keys and columns are known by name.

import { describe, expectTypeOf, it } from "vitest";
import {
  type Answers,
  type CesScore,
  type CsatScore,
  ces,
  csat,
  type Group,
  type GroupValue,
  type NetScore,
  type NpsScore,
  nps,
  type Score,
  scoreBy,
  type Tally,
  type TidyRow,
  type TopBoxScore,
  tidy,
} from "../../src/index.ts";

interface Row {
  readonly plan: string;
  readonly month: string | null;
  readonly active?: boolean;
  readonly answer: number | null;
  readonly weight: number;
}
declare const rows: readonly Row[];
const rating = (row: Row) => row.answer;

describe("scoreBy", () => {
  it("knows the names of its dimensions", () => {
    const groups = scoreBy(rows, { metric: nps, rating, by: { plan: (r) => r.plan, month: (r) => r.month } });
    expectTypeOf(groups).toEqualTypeOf<readonly Group<"plan" | "month", NpsScore>[]>();
    for (const { key } of groups) {
      expectTypeOf(key).toEqualTypeOf<{ readonly plan: GroupValue; readonly month: GroupValue }>();
      expectTypeOf(key.plan).toEqualTypeOf<string | number | boolean | null>();
      // @ts-expect-error There is no such dimension.
      () => key.region;
      // @ts-expect-error Keys are read-only.
      key.plan = "Pro";
    }
  });

  it("takes any number of dimensions", () => {
    expectTypeOf(scoreBy(rows, { metric: nps, rating, by: {} })).toEqualTypeOf<
      readonly Group<never, NpsScore>[]
    >();
    const one = scoreBy(rows, { metric: nps, rating, by: { __proto__x: (r) => r.active } });
    expectTypeOf(one).toEqualTypeOf<readonly Group<"__proto__x", NpsScore>[]>();
    const by: Record<string, (row: Row) => string> = {};
    expectTypeOf(scoreBy(rows, { metric: nps, rating, by })).toEqualTypeOf<
      readonly Group<string, NpsScore>[]
    >();
  });

  it("returns what its metric returns", () => {
    const by = { plan: (row: Row) => row.plan };
    expectTypeOf(scoreBy(rows, { metric: csat, rating, by })).toEqualTypeOf<
      readonly Group<"plan", CsatScore>[]
    >();
    const metric = (answers: Answers) => ces(answers, { direction: "lower-is-easier" });
    expectTypeOf(scoreBy(rows, { metric, rating, by })).toEqualTypeOf<readonly Group<"plan", CesScore>[]>();
    const own = (answers: Answers) => ({ tally: csat(answers).tally, label: "mine" as const });
    expectTypeOf(scoreBy(rows, { metric: own, rating, by })[0]?.score).toEqualTypeOf<
      { tally: Tally; label: "mine" } | undefined
    >();
  });

  it("hands its accessors rows", () => {
    scoreBy(rows, {
      metric: nps,
      rating: (row) => {
        expectTypeOf(row).toEqualTypeOf<Row>();
        return row.answer;
      },
      weight: (row) => row.weight,
      by: {
        plan: (row) => {
          expectTypeOf(row).toEqualTypeOf<Row>();
          return row.plan;
        },
      },
    });
    expectTypeOf(
      scoreBy(new Set([1, 2]), { metric: nps, rating: (r) => r, by: { it: (r) => r } }),
    ).toEqualTypeOf<readonly Group<"it", NpsScore>[]>();
  });

  it("refuses what cannot be a key, a rating, a weight or a metric", () => {
    const by = { plan: (row: Row) => row.plan };
    // @ts-expect-error A date is no key: say which period.
    () => scoreBy(rows, { metric: nps, rating, by: { at: () => new Date(0) } });
    // @ts-expect-error A bigint is no key.
    () => scoreBy(rows, { metric: nps, rating, by: { id: () => 1n } });
    // @ts-expect-error A rating is a number or missing.
    () => scoreBy(rows, { metric: nps, rating: (row) => row.plan, by });
    // @ts-expect-error A weight is a number.
    () => scoreBy(rows, { metric: nps, rating, weight: (row: Row) => row.plan, by });
    // @ts-expect-error A metric returns something with a tally.
    () => scoreBy(rows, { metric: () => 5, rating, by });
    // @ts-expect-error By what?
    () => scoreBy(rows, { metric: nps, rating });
    // @ts-expect-error By accessors, not by names.
    () => scoreBy(rows, { metric: nps, rating, by: "plan" });
  });
});

describe("tidy", () => {
  it("knows its columns: dimensions, score, limits and the metric's shares", () => {
    const flat = tidy(
      scoreBy(rows, { metric: nps, rating, by: { plan: (r) => r.plan, month: (r) => r.month } }),
    );
    expectTypeOf(flat).toEqualTypeOf<readonly TidyRow<"plan" | "month", NpsScore>[]>();
    type Flat = (typeof flat)[number];
    expectTypeOf<keyof Flat>().toEqualTypeOf<
      | "plan"
      | "month"
      | "metric"
      | "score"
      | "low"
      | "high"
      | "standardError"
      | "n"
      | "missing"
      | "effectiveN"
      | "promoters"
      | "passives"
      | "detractors"
    >();
    expectTypeOf<Flat["plan"]>().toEqualTypeOf<GroupValue>();
    expectTypeOf<Flat["metric"]>().toEqualTypeOf<string>();
    expectTypeOf<Flat["n" | "missing" | "effectiveN"]>().toEqualTypeOf<number>();
    expectTypeOf<Flat["score" | "low" | "high" | "standardError" | "promoters"]>().toEqualTypeOf<
      number | null
    >();
  });

  it("has the shares and further figures of each metric and nothing else of it", () => {
    type Own<S> = Exclude<keyof TidyRow<never, S>, keyof TidyRow<never, Score>>;
    expectTypeOf<Own<NpsScore>>().toEqualTypeOf<"promoters" | "passives" | "detractors">();
    expectTypeOf<Own<CsatScore>>().toEqualTypeOf<"satisfied" | "mean" | "satisfiedFrom">();
    expectTypeOf<Own<CesScore>>().toEqualTypeOf<"easy" | "difficult" | "net">();
    expectTypeOf<Own<TopBoxScore>>().toEqualTypeOf<"top" | "from">();
    expectTypeOf<Own<NetScore>>().toEqualTypeOf<"top" | "middle" | "bottom">();
    expectTypeOf<TidyRow<never, CsatScore>["mean"]>().toEqualTypeOf<number | null>();
    expectTypeOf<TidyRow<never, CsatScore>["satisfiedFrom"]>().toEqualTypeOf<number>();
    expectTypeOf<TidyRow<never, CesScore>["net"]>().toEqualTypeOf<number | null>();
  });

  it("takes groups in any iterable, of scores only", () => {
    const groups = scoreBy(rows, { metric: csat, rating, by: { plan: (r) => r.plan } });
    expectTypeOf(tidy(new Set(groups))).toEqualTypeOf<readonly TidyRow<"plan", CsatScore>[]>();
    const own = scoreBy(rows, { metric: (answers) => ({ tally: csat(answers).tally }), rating, by: {} });
    // @ts-expect-error A tally alone is no score.
    () => tidy(own);
  });
});
