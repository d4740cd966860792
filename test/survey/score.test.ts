// Contract of what all scores share: shares, weights, effective sample size and standard errors.

import { describe, expect, it } from "vitest";
import {
  type Answers,
  CES_SCALE,
  CSAT_SCALE,
  ces,
  csat,
  NPS_SCALE,
  nps,
  type Rating,
  type Scale,
  type Tally,
  tallyRows,
} from "../../src/index.ts";
import { expectPlainJson } from "../support/plainJson.ts";
import { expectDigits } from "./digits.ts";

function weigh(ratings: readonly Rating[], weights: readonly number[], scale: Scale): Tally {
  return tallyRows(
    ratings.map((rating, i) => ({ rating, weight: weights[i] ?? 1 })),
    { scale, rating: (row) => row.rating, weight: (row) => row.weight },
  );
}

describe("a share", () => {
  it("counts answers and weighs them", () => {
    const { promoters, passives, detractors } = nps(weigh([10, 9, 8, 3], [1, 2, 0, 5], NPS_SCALE));
    expect([promoters, passives, detractors]).toStrictEqual([
      { count: 2, share: 3 / 8 },
      { count: 1, share: 0 },
      { count: 1, share: 5 / 8 },
    ]);
  });

  it("is 0 of some and null of none", () => {
    expect(csat([1]).satisfied).toEqual({ count: 0, share: 0 });
    expect(csat([null]).satisfied).toEqual({ count: 0, share: null });
  });
});

describe("weighted answers", () => {
  const ratings = [10, 9, 8, 7, 6, 3, 10, 9, 5, 0, 8, 10];
  const weights = [1.2, 0.8, 1, 1.5, 0.7, 2, 0.9, 1.1, 1.3, 0.6, 1.4, 0.5];

  it("have the published score, linearised standard error and effective sample size", () => {
    const score = nps(weigh(ratings, weights, NPS_SCALE));
    expectDigits((score.score as number) / 100, "-0.00769230769");
    expectDigits((score.standardError as number) / 100, "0.264734812312");
    expectDigits(score.effectiveN, "10.4968944099");
    expect(score.n).toBe(12);
  });

  it("count in n with a weight of zero too, and move nothing but the n − 1 of the standard error", () => {
    const some = nps(weigh([10, 9, 3], [1, 2, 3], NPS_SCALE));
    const more = nps(weigh([10, 9, 3, 0, 8], [1, 2, 3, 0, 0], NPS_SCALE));
    expect([some.n, more.n]).toEqual([3, 5]);
    expect([more.score, more.effectiveN, more.interval]).toEqual([
      some.score,
      some.effectiveN,
      some.interval,
    ]);
    expect((more.standardError as number) ** 2 / (some.standardError as number) ** 2).toBeCloseTo(
      5 / 4 / (3 / 2),
      12,
    );
  });

  it.each<[string, Scale, (answers: Answers) => { score: number | null }]>([
    ["nps", NPS_SCALE, nps],
    ["csat", CSAT_SCALE, csat],
    ["ces", CES_SCALE, ces],
  ])("that all weigh nothing have no score, though they were given: %s", (_, scale, score) => {
    const result = score(weigh([5, 1, null], [0, 0, 0], scale));
    expect(result).toMatchObject({
      score: null,
      n: 2,
      missing: 1,
      effectiveN: 0,
      standardError: null,
      interval: null,
    });
    expectPlainJson(result);
  });

  it("that are one answer have a score and an effective sample size of 1, but no standard error", () => {
    for (const weight of [1e-100, 0.1, 1, 3, 1e100]) {
      expect(nps(weigh([9], [weight], NPS_SCALE))).toMatchObject({
        score: 100,
        n: 1,
        effectiveN: 1,
        standardError: null,
        interval: nps([9]).interval,
      });
      expect(ces(weigh([5], [weight], CES_SCALE))).toMatchObject({
        score: 5,
        standardError: null,
        interval: null,
      });
    }
  });

  it("that all agree have a standard error of 0 and no spread made of rounding", () => {
    const weights = [0.1, 0.2, 0.3, 1 / 3, 7, 1e-9];
    expect(nps(weigh([9, 10, 9, 10, 9, 9], weights, NPS_SCALE))).toMatchObject({
      score: 100,
      standardError: 0,
    });
    expect(csat(weigh([4, 4, 5, 5, 4, 4], weights, CSAT_SCALE))).toMatchObject({
      score: 100,
      standardError: 0,
    });
    expect(ces(weigh([3, 3, 3, 3, 3, 3], weights, CES_SCALE))).toMatchObject({
      score: 3,
      standardError: 0,
      interval: null,
    });
  });

  it("of equal weight have the linearised standard error, which carries an n − 1 that the unweighted one does not", () => {
    const answers = [10, 9, 8, 3, 0];
    const weighted = nps(weigh(answers, [0.3, 0.3, 0.3, 0.3, 0.3], NPS_SCALE));
    const unweighted = nps(answers);
    expect(weighted.score).toBeCloseTo(unweighted.score as number, 12);
    expect(weighted.effectiveN).toBeCloseTo(5, 12);
    const ratio = (weighted.standardError as number) / (unweighted.standardError as number);
    expect(ratio).toBeCloseTo(Math.sqrt(5 / 4), 12);
  });

  it.each<[string, Scale, (answers: Answers) => unknown]>([
    ["nps", NPS_SCALE, nps],
    ["csat", CSAT_SCALE, csat],
    ["ces", CES_SCALE, ces],
  ])("may lie two hundred orders of magnitude apart, and stay finite: %s", (_, scale, score) => {
    for (const weights of [
      [1e-100, 1e100, 1e-100],
      [1e100, 1e100, 1e100],
      [1e-100, 1e-100, 1e-100],
      [1e100, 1e-100, 0],
      [1, 1e-16, 1e-8],
    ]) {
      expectPlainJson(score(weigh([scale.max, scale.min, 3], weights, scale)));
    }
  });

  it("may be next to one answer's, and leave no NaN in the interval at any level", () => {
    const answers = weigh([5, 5, 3], [4.732502568700941, 1.2122444646388515e-15, 1e-92], CSAT_SCALE);
    expect(ces(answers).effectiveN - 1).toBe(Number.EPSILON);
    for (const level of [1e-6, 0.01, 0.5, 0.95]) expectPlainJson(ces(answers, { level }));
  });

  it("carry an effective sample size between 1 and n", () => {
    expect(nps(weigh([9, 9], [1, 1e-100], NPS_SCALE)).effectiveN).toBe(1);
    expect(nps(weigh([9, 9], [1, 3], NPS_SCALE)).effectiveN).toBe(1.6);
  });

  it("widen the interval as the effective sample size falls", () => {
    const width = (weights: number[]): number => {
      const { interval } = csat(weigh([5, 1, 5, 1], weights, CSAT_SCALE));
      return interval === null ? Number.NaN : interval.high - interval.low;
    };
    expect(width([1, 1, 9, 9])).toBeGreaterThan(width([1, 1, 2, 2]));
    expect(width([1, 1, 2, 2])).toBeGreaterThan(width([1, 1, 1, 1]));
  });
});

describe("a mean", () => {
  it("never leaves the ratings it is the mean of, on the farthest scale too", () => {
    const far: Scale = { min: 9_998_999, max: 9_999_999 };
    const top = ces(weigh([far.max, far.max, far.max], [0.1, 0.2, 0.7], far));
    expect(top).toMatchObject({ score: far.max, standardError: 0, interval: null });
    expectPlainJson(ces([far.min, far.max, far.max], { scale: far }));
  });

  it("of 1,001 points is the mean of 1,001 points", () => {
    const scale: Scale = { min: 0, max: 1000 };
    const all = Array.from({ length: 1001 }, (_, rating) => rating);
    expect(ces(all, { scale }).score).toBe(500);
    expect(csat(all, { scale, satisfiedFrom: 801 }).satisfied.count).toBe(200);
  });
});
