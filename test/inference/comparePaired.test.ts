// Contract of comparing two answers of the same respondents.

import { describe, expect, it } from "vitest";
import { type Answers, type ComparableScore, ces, comparePaired, csat, nps } from "../../src/index.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

describe("comparePaired", () => {
  it("compares each respondent with themselves, over the complete pairs", () => {
    const pairs = [
      [6, 8],
      [9, 9],
      [3, 9],
      [10, 8],
      [8, null],
      [undefined, 10],
      [null, null],
    ] as const;
    expect(comparePaired(pairs, { metric: nps })).toStrictEqual({
      metric: "nps",
      n: 4,
      missing: 3,
      before: { score: 0, n: 4, effectiveN: 4 },
      after: { score: 50, n: 4, effectiveN: 4 },
      difference: 50,
      standardError: expect.closeTo((100 * Math.sqrt(5 / 3)) / 2, 10),
      rose: { count: 2, share: 0.5 },
      stayed: { count: 1, share: 0.25 },
      fell: { count: 1, share: 0.25 },
      interval: { low: expect.any(Number), high: 200, level: 0.95, method: "student-t" },
      statistic: expect.closeTo(0.7746, 4),
      degreesOfFreedom: 3,
      pValue: expect.closeTo(0.495, 4),
      level: 0.95,
      method: "student-t",
      test: "paired-t",
    });
  });

  it("counts steps between classes for NPS and CSAT, and between ratings for CES", () => {
    const pairs = [
      [4, 5],
      [5, 4],
      [3, 5],
      [2, 3],
    ] as const;
    expect(comparePaired(pairs, { metric: csat })).toMatchObject({
      difference: 25,
      rose: { count: 1 },
      stayed: { count: 3 },
      fell: { count: 0 },
      method: "tango",
      test: "mcnemar",
    });
    expect(comparePaired(pairs, { metric: ces })).toMatchObject({
      difference: 0.75,
      rose: { count: 3 },
      fell: { count: 1 },
    });
  });

  it("takes scale and policy from the scorer", () => {
    const strict = (answers: Answers): ComparableScore => csat(answers, { satisfiedFrom: 5 });
    expect(comparePaired([[4, 5]], { metric: strict })).toMatchObject({
      difference: 100,
      rose: { count: 1 },
    });
    const five = { scale: { min: 1, max: 5 }, direction: "lower-is-easier" } as const;
    expect(comparePaired([[5, 1]], { metric: (a) => ces(a, five) })).toMatchObject({ difference: -4 });
  });

  it("counts the same steps wherever the scale begins", () => {
    const pairs = [
      [1, 5],
      [5, 1],
      [2, 4],
      [3, 3],
    ] as const;
    const from = (min: number) => {
      const shifted = pairs.map(([before, after]) => [before + min - 1, after + min - 1] as const);
      const { before, after, ...figures } = comparePaired(shifted, {
        metric: (answers) => ces(answers, { scale: { min, max: min + 4 } }),
      });
      return figures;
    };
    expect(from(1)).toMatchObject({ difference: 0.5, rose: { count: 2 }, stayed: { count: 1 } });
    for (const min of [-7, -4, -2, 0, 100]) expect(from(min)).toStrictEqual(from(1));
  });

  it("is null without complete pairs", () => {
    for (const metric of [nps, csat, ces]) {
      expect(comparePaired<ComparableScore>([[null, 5]], { metric })).toMatchObject({
        n: 0,
        missing: 1,
        difference: null,
        standardError: null,
        interval: null,
        statistic: null,
        pValue: null,
        rose: { count: 0, share: null },
      });
    }
  });

  it("has no t test of differences that all agree", () => {
    const nothing = { difference: 100, interval: null, statistic: null, pValue: null };
    expect(
      comparePaired(
        [
          [7, 9],
          [8, 10],
        ],
        { metric: nps },
      ),
    ).toMatchObject(nothing);
  });

  it("has Tango's interval and no statistic where nobody changes sides", () => {
    const { interval, ...rest } = comparePaired(
      [
        [5, 4],
        [1, 3],
      ],
      { metric: csat },
    );
    expect(rest).toMatchObject({ difference: 0, standardError: 0, statistic: null, pValue: 1 });
    expect(interval?.high).toBeGreaterThan(50);
    expect(interval?.low).toBe(-(interval?.high as number));
  });

  it("reads each pair once and closes what it reads", () => {
    let closed = false;
    function* pairs(): Generator<readonly [number, number]> {
      try {
        yield [9, 10];
        yield [9, 11];
      } finally {
        closed = true;
      }
    }
    expect(() => comparePaired(pairs(), { metric: nps })).toThrow(
      "comparePaired: after at index 1 must be an integer from 0 to 10, got 11",
    );
    expect(closed).toBe(true);
  });

  it("leaves its input alone and returns plain JSON", () => {
    const pairs = deepFreeze([
      [1, 5],
      [5, 1],
      [4, 4],
    ] as const);
    for (const metric of [nps, csat, ces]) {
      expectPlainJson(comparePaired<ComparableScore>(pairs, { metric }));
    }
  });

  it("refuses what is no pair, a rating off the scale beside a missing one, and scorers of other metrics", () => {
    expect(() => comparePaired([[1, 2, 3]] as never, { metric: nps })).toThrow(
      "comparePaired: pairs at index 0 must be a pair [before, after], got an array",
    );
    expect(() => comparePaired([[11, null]], { metric: nps })).toThrow("before at index 0");
    expect(() => comparePaired([], { metric: 1 as never })).toThrow(
      "comparePaired: metric must be a function",
    );
    expect(() => comparePaired([], { metric: (() => ({ metric: "acsi" })) as never })).toThrow(
      'comparePaired: metric.metric must be "nps" or "csat" or "ces", got a string',
    );
  });
});
