import { describe, expect, it } from "vitest";
import { clusteredScore, compare, compareAll, csat, nps } from "../../src/index.ts";

interface Row {
  readonly account: string;
  readonly rating: number;
  readonly weight?: number;
}
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

  it("of one account with weight, beside others without, have no interval either", () => {
    const rows = [
      { account: "a", rating: 1, weight: 1 },
      { account: "a", rating: 10, weight: 1 },
      { account: "b", rating: 10, weight: 0 },
    ];
    const score = clusteredScore(rows, { metric: nps, rating, cluster, weight: (row) => row.weight });
    expect([score.clusters, score.standardError, score.interval]).toEqual([2, null, null]);
  });

  it("cannot be compared with the rest of the groups, whose accounts a merged tally does not know", () => {
    const groups = ["x", "y"].map((plan, i) => ({
      key: { plan },
      score: clusteredScore(answersOf(10 + i), { metric: nps, rating, cluster }),
    }));
    expect(compareAll(groups)).toHaveLength(1);
    expect(() => compareAll(groups, { against: "rest" })).toThrow(
      'compareAll: groups at index 0.score must be without clusters where against is "rest", got a clustered score',
    );
  });
});
