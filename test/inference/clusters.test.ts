// Contract of scores of clusters: by group, and where they are compared.

import { describe, expect, it } from "vitest";
import { segmentChart } from "../../src/charts/segmentChart.ts";
import {
  type Answers,
  type ComparableScore,
  ces,
  clusteredScore,
  clusteredScoreBy,
  compare,
  compareAll,
  compareToBenchmark,
  controlLimits,
  csat,
  decomposeChange,
  type NpsScore,
  nps,
  tidy,
} from "../../src/index.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

interface Row {
  readonly account: string;
  readonly rating: number;
  readonly weight?: number;
}
type Scorer = (answers: Answers) => ComparableScore;
const rating = (row: Row): number => row.rating;
const cluster = (row: Row): string => row.account;

/** A hundred answers, spread over so many accounts. */
function answersOf(accounts: number): Row[] {
  return Array.from({ length: 100 }, (_, i) => ({ account: `a${i % accounts}`, rating: (i * 7) % 11 }));
}

describe("scores of clusters", () => {
  it.each([nps, (answers: never) => csat(answers, { scale: { min: 0, max: 10 } })])(
    "of one account only cannot be compared, for nothing tells how accounts differ",
    (metric) => {
      const one = clusteredScore(answersOf(1), { metric: metric as typeof nps, rating, cluster });
      const { difference, interval, pValue, standardError } = compare(one, one);
      expect([difference, interval, pValue, standardError]).toEqual([0, null, null, null]);
    },
  );

  it("of one account only cannot be compared with others either, whichever comes first", () => {
    for (const [metric, test] of [
      [nps, "adjusted-wald"],
      [csat, "n-1-two-proportion"],
      [ces, "welch-t"],
    ] as const) {
      const options = { metric: metric as Scorer, rating: Number, cluster: () => "a" };
      const one: ComparableScore = clusteredScore([1, 4, 5], options);
      const others = options.metric([2, 4, 5]);
      for (const comparison of [compare(one, others), compare(others, one)]) {
        expect(comparison).toMatchObject({ interval: null, pValue: null, test });
      }
    }
  });

  it("of one account with weight, beside others without, have no interval either, and no test", () => {
    const rows = [
      { account: "a", rating: 1, weight: 1 },
      { account: "a", rating: 10, weight: 1 },
      { account: "b", rating: 10, weight: 0 },
    ];
    const score = clusteredScore(rows, { metric: nps, rating, cluster, weight: (row) => row.weight });
    expect([score.clusters, score.standardError, score.interval]).toEqual([2, null, null]);
    expect(compare(score, score)).toMatchObject({ difference: 0, interval: null, pValue: null });
    expect(compareToBenchmark(score, 20)).toMatchObject({ interval: null, statistic: null, pValue: null });
  });

  it("count for no more answers than there are, where each is of its own account and all agree", () => {
    const rows = [2.2483333015577145, 0.13578848625536513, 32.482028281256916].map((weight, i) => {
      return { account: `a${i}`, rating: 10, weight };
    });
    const options = { metric: nps, rating, cluster, weight: (row: (typeof rows)[number]) => row.weight };
    const score = clusteredScore(rows, options);
    expect(score.effectiveN).toBe(nps(score.tally).effectiveN);
  });

  it("of few accounts are tested with as few degrees of freedom as their intervals have", () => {
    const wald = (answers: Parameters<typeof nps>[0]) => nps(answers, { method: "wald" });
    const score = clusteredScore(answersOf(6), { metric: wald, rating, cluster });
    const { statistic, pValue, interval } = compareToBenchmark(score, -20, { method: "wald" });
    expect(statistic).toBeCloseTo(-10 / 3, 10);
    // R: uniroot(function(a) qnorm(1 - a / 2) * qt(1 - a / 2, 5) / qt(1 - a / 2, 99) - 10 / 3, c(1e-9, 0.999), tol = 1e-15)
    expect(pValue).toBeCloseTo(0.0194922022349536, 12);
    expect(interval).toEqual(score.interval);
  });

  it("can be compared with a score whose every answer is of its own, and with none", () => {
    const wald = { method: "wald" } as const;
    const clustered = clusteredScore(answersOf(6), { metric: nps, rating, cluster });
    const plain = nps([10, 9, 8, 7, 6, 10, 9, 8, 10, 10]);
    const { difference, statistic, pValue, interval } = compare<NpsScore>(clustered, plain, wald);
    // 5 degrees of freedom of the accounts and 9 of the answers beside them, in place of 99 + 9. R as above.
    expect(statistic).toBeCloseTo(4.24745498561519, 10);
    expect(pValue).toBeCloseTo(0.000634122201847, 12);
    // R: qnorm(.975), qt(.975, 14) and qt(.975, 108)
    const margin = (1.959963984540054 * 2.144786687917804) / 1.982173483307727;
    const change = difference as number;
    expect(interval?.low).toBeCloseTo(change - margin * (change / (statistic as number)), 10);
    expect(compare<NpsScore>(clustered, nps([]))).toMatchObject({
      difference: null,
      interval: null,
      pValue: null,
    });
    expect(
      compare(csat([]), clusteredScore([5, 1], { metric: csat, rating: Number, cluster: Number })),
    ).toMatchObject({
      interval: null,
      pValue: null,
    });
  });

  it("in which all agree have no test by Wald", () => {
    const wald = { method: "wald" } as const;
    const agreeing = (answer: number) =>
      clusteredScore(answersOf(6), { metric: nps, rating: () => answer, cluster });
    const [none, all] = [agreeing(0), agreeing(10)];
    expect(compare(none, all, wald)).toMatchObject({ difference: 200, statistic: null, pValue: null });
    expect(compareToBenchmark(all, 50, wald)).toMatchObject({ statistic: null, pValue: null });
  });

  it("keep a p-value of 0 where the benchmark rules the answers out, and of 1 where it demands them", () => {
    const options = { metric: csat, rating: (row: number) => row, cluster: (row: number) => row };
    expect(compareToBenchmark(clusteredScore([5, 5, 4, 4, 1, 1], options), 100).pValue).toBe(0);
    expect(compareToBenchmark(clusteredScore([5, 5, 4, 4], options), 100).pValue).toBe(1);
  });

  it("from storage count for no more clusters than answers", () => {
    const score = clusteredScore(answersOf(100), { metric: nps, rating, cluster });
    const { pValue, interval } = compareToBenchmark({ ...score, clusters: 1e6 }, -40);
    expect([pValue, interval]).toEqual([compareToBenchmark(score, -40).pValue, score.interval]);
  });

  it("from storage tell nothing of one account only, and are refused where what clusters cost is no figure", () => {
    const score = clusteredScore(answersOf(6), { metric: nps, rating, cluster });
    expect(compareToBenchmark({ ...score, clusters: 1 }, -40)).toMatchObject({
      interval: null,
      pValue: null,
    });
    for (const [name, code] of [
      ["clusters", "invalid-count"],
      ["effectiveN", "invalid-argument"],
      ["standardError", "invalid-argument"],
    ] as const) {
      expect(() => compare(score, { ...score, [name]: -1 })).toThrow(
        expect.objectContaining({
          message: expect.stringContaining(`compare: after: clusteredScore: ${name} must be a `),
          code,
          path: ["after", name],
        }),
      );
    }
  });

  it("cannot be compared with the rest of the groups, whose accounts a merged tally does not know", () => {
    const groups = ["y", "x"].map((plan, i) => ({
      key: { plan },
      score: clusteredScore(answersOf(10 + i), { metric: nps, rating, cluster }),
    }));
    expect(compareAll(groups)).toHaveLength(1);
    expect(() => compareAll(groups, { against: "rest" })).toThrow(
      expect.objectContaining({
        message:
          'compareAll: groups at index 1.score must be without clusters where against is "rest", got a clustered score',
        code: "invalid-argument",
        path: ["groups", 1, "score"],
      }),
    );
  });
});

describe("clusteredScore", () => {
  it("asks for the weight and the account of answers alone, and once of each", () => {
    const asked: string[] = [];
    const rows = [9, null, 3, undefined];
    const score = clusteredScore(rows, {
      metric: nps,
      rating: (row) => row,
      weight: (row) => asked.push(`weight of ${row}`) && 1,
      cluster: (row) => asked.push(`account of ${row}`),
    });
    expect(asked).toEqual(["weight of 9", "account of 9", "weight of 3", "account of 3"]);
    expect(score).toMatchObject({ n: 2, missing: 2, clusters: 2 });
  });

  it("names the row that it cannot count", () => {
    const options = { metric: nps, rating, cluster };
    const rows = [...answersOf(2), { account: "a", rating: 11 }];
    expect(() => clusteredScore(rows, options)).toThrow("clusteredScore: rating at index 100 must be");
  });
});

describe("clusteredScoreBy", () => {
  const rows = [
    { plan: "Pro", month: 2, account: "a", rating: 9 },
    { plan: "Basic", month: 1, account: "a", rating: 3 },
    { plan: "Basic", month: 1, account: "b", rating: 10 },
    { plan: "Basic", month: 1, account: "a", rating: 2 },
    { plan: "Pro", month: 2, account: "c", rating: 8 },
    { plan: "Pro", month: 1, account: "c", rating: null },
  ] as const;
  const options = {
    metric: nps,
    rating: (row: (typeof rows)[number]) => row.rating,
    cluster: (row: (typeof rows)[number]) => row.account,
  };
  const by = { plan: (row: (typeof rows)[number]) => row.plan };

  it("scores each group's rows as clusteredScore does alone, sorted by key, whatever iterable they come in", () => {
    const groups = clusteredScoreBy(deepFreeze(rows), { ...options, by });
    expect(groups).toStrictEqual(
      ["Basic", "Pro"].map((plan) => ({
        key: { plan },
        score: clusteredScore(
          rows.filter((row) => row.plan === plan),
          options,
        ),
      })),
    );
    expect(groups.map(({ score }) => [score.n, score.missing, score.clusters])).toEqual([
      [3, 0, 2],
      [2, 1, 2],
    ]);
    expect(clusteredScoreBy(new Set(rows), { ...options, by })).toStrictEqual(groups);
    expectPlainJson(groups);
  });

  it("keeps a group in which nobody answered, and has none of no rows", () => {
    const months = clusteredScoreBy(rows, { ...options, by: { ...by, month: (row) => row.month } });
    expect(months[1]).toMatchObject({
      key: { plan: "Pro", month: 1 },
      score: { score: null, n: 0, missing: 1, clusters: 0, standardError: null, designEffect: null },
    });
    expect(clusteredScoreBy([], { ...options, by })).toEqual([]);
    expect(clusteredScoreBy(rows, { ...options, by: {} })).toHaveLength(1);
  });

  it("goes into tables, comparisons, control limits, decompositions and charts", () => {
    const groups = clusteredScoreBy(rows, { ...options, by });
    const [basic] = tidy(groups);
    expect(basic).toMatchObject({
      plan: "Basic",
      n: 3,
      clusters: 2,
      designEffect: groups[0]?.score.designEffect,
    });
    const [comparison] = compareAll(groups);
    expect(comparison?.pValue).toBe(compare(groups[0]?.score as never, groups[1]?.score as never).pValue);
    expect(controlLimits(groups).periods).toHaveLength(2);
    expect(decomposeChange(groups, groups).total).toBe(0);
    const chart = JSON.stringify(segmentChart(groups));
    expect(chart).toContain(`${groups[0]?.score.interval?.low}`);
  });

  it("names what is wrong, and the row", () => {
    const refused = (wrong: object): (() => unknown) => {
      return () => clusteredScoreBy(rows, { ...options, by, ...wrong } as never);
    };
    expect(refused({ by: undefined })).toThrow(
      "clusteredScoreBy: by must be an object of functions, such as { plan: (row) => row.plan }, got undefined",
    );
    expect(refused({ by: { plan: () => ({}) } })).toThrow("clusteredScoreBy: by.plan at index 0 must be");
    const nobody = (row: (typeof rows)[number]): string | null => (row.account === "c" ? null : row.account);
    expect(refused({ cluster: nobody })).toThrow("clusteredScoreBy: cluster at index 4 must be");
    expect(refused({ rating: () => 11 })).toThrow("clusteredScoreBy: rating at index 0 must be");
    expect(refused({ weights: 1 })).toThrow("clusteredScoreBy: options must be among");
    expect(() => clusteredScoreBy(5 as never, { ...options, by })).toThrow("clusteredScoreBy: rows must be");
  });
});
