// Contract of what counts as a rating and as a weight, whichever way it comes in.

import { describe, expect, it } from "vitest";
import {
  CxMetricsError,
  NPS_SCALE,
  nps,
  type Rating,
  scoreBy,
  type Tally,
  tally,
  tallyFromCounts,
  tallyRows,
} from "../../src/index.ts";

/** The ways in which bare or accessed ratings reach a tally, with the name that each one's errors begin with. */
const waysIn: [string, string, (ratings: readonly Rating[]) => Tally][] = [
  ["an array", "tally", (ratings) => tally(ratings, NPS_SCALE)],
  ["another iterable", "tally", (ratings) => tally(ratings.values(), NPS_SCALE)],
  ["a scorer", "nps", (ratings) => nps(ratings).tally],
  ["rows in an array", "tallyRows", (ratings) => tallyRows(ratings, { scale: NPS_SCALE, rating: (r) => r })],
  [
    "rows in another iterable",
    "tallyRows",
    (ratings) => tallyRows(ratings.values(), { scale: NPS_SCALE, rating: (r) => r }),
  ],
  ["groups", "scoreBy", (ratings) => groupOfAll(ratings)],
  [
    "counts",
    "tallyFromCounts",
    (ratings) =>
      tallyFromCounts(
        ratings.map((rating) => [rating, 1]),
        NPS_SCALE,
      ),
  ],
];

function groupOfAll(ratings: readonly Rating[]): Tally {
  const [group] = scoreBy(ratings, { metric: nps, rating: (rating) => rating, by: {} });
  return group?.score.tally ?? tally([], NPS_SCALE);
}

const noRatings: [string, unknown, string][] = [
  ["a decimal", 6.5, "6.5"],
  ["a whole number but for rounding", 9 + 2 ** -49, "9.000000000000002"],
  ["next to nothing", Number.MIN_VALUE, "5e-324"],
  ["a number in a string", "9", "a string"],
  ["an empty string", "", "a string"],
  ["true", true, "true"],
  ["false", false, "false"],
  ["NaN", Number.NaN, "NaN"],
  ["Infinity", Number.POSITIVE_INFINITY, "Infinity"],
  ["−Infinity", Number.NEGATIVE_INFINITY, "-Infinity"],
  ["one above the scale", 11, "11"],
  ["one below the scale", -1, "-1"],
  ["what is on the scale in 32 bits", 2 ** 32 + 3, "a number of a million or more"],
  ["what is on the scale in 32 bits, below zero", 3 - 2 ** 32, "a number of a million or more"],
  ["a number too large to be odd", 2 ** 53 + 2, "a number of a million or more"],
  ["an object", { valueOf: () => 9 }, "an object"],
  ["an array of a rating", [9], "an array"],
  ["a date", new Date(9), "a Date"],
  ["a function", () => 9, "a function"],
  ["a symbol", Symbol("9"), "a symbol"],
];

describe.each(waysIn)("a rating by way of %s", (_, caller, fold) => {
  it.each(noRatings)("may not be %s", (_, value, inWords) => {
    expect(() => fold([10, null, value as Rating, 9])).toThrow(
      new CxMetricsError(
        `${caller}: rating at index 2 must be an integer from 0 to 10, got ${inWords}`,
        "invalid-rating",
        ["rating", 2],
      ),
    );
  });

  it("counts −0 as 0", () => {
    expect(fold([-0, 0])).toStrictEqual({
      scale: { min: 0, max: 10 },
      counts: [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      missing: 0,
    });
  });

  it("counts null and undefined as missing, which is neither 0 nor refused", () => {
    expect(fold([null, 0, undefined, 10])).toStrictEqual({
      scale: { min: 0, max: 10 },
      counts: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
      missing: 2,
    });
  });
});

it("a bigint is refused as a rating, except in the counts of a database", () => {
  for (const [, caller, fold] of waysIn.filter(([, caller]) => caller !== "tallyFromCounts")) {
    expect(() => fold([9n as never])).toThrow(
      new CxMetricsError(
        `${caller}: rating at index 0 must be an integer from 0 to 10, got a bigint`,
        "invalid-rating",
        ["rating", 0],
      ),
    );
  }
});

interface Row {
  readonly rating: Rating;
  readonly weight: number;
}

const waysToWeigh: [string, (rows: readonly Row[]) => Tally][] = [
  [
    "tallyRows",
    (rows) => tallyRows(rows, { scale: NPS_SCALE, rating: (row) => row.rating, weight: (row) => row.weight }),
  ],
  [
    "scoreBy",
    (rows) => {
      const options = {
        metric: nps,
        rating: (row: Row) => row.rating,
        weight: (row: Row) => row.weight,
        by: {},
      };
      return scoreBy(rows, options)[0]?.score.tally ?? tally([], NPS_SCALE);
    },
  ],
];

describe.each(waysToWeigh)("a weight of %s", (caller, fold) => {
  it.each([0, 1e-100, 0.5, 1, 3, 1e100])("may be %d", (weight) => {
    const { counts, weights, squaredWeights } = fold([{ rating: 10, weight }]);
    expect([counts[10], weights?.[10], squaredWeights?.[10]]).toEqual([1, weight, weight * weight]);
  });

  const noWeights: [string, unknown, string][] = [
    ["negative", -1, "-1"],
    ["NaN", Number.NaN, "NaN"],
    ["infinite", Number.POSITIVE_INFINITY, "Infinity"],
    ["too small to square", 1e-101, "1e-101"],
    ["too large to square", 1e101, "a number of a million or more"],
    ["missing", undefined, "undefined"],
    ["null", null, "null"],
    ["a string", "1", "a string"],
    ["a bigint", 1n, "a bigint"],
    ["true", true, "true"],
  ];
  it.each(noWeights)("may not be %s", (_, weight, inWords) => {
    const rows = [
      { rating: 9, weight: 1 },
      { rating: 10, weight: weight as number },
    ];
    expect(() => fold(rows)).toThrow(
      new CxMetricsError(
        `${caller}: weight at index 1 must be 0 or a number from 1e-100 to 1e100, got ${inWords}`,
        "invalid-weight",
        ["weight", 1],
      ),
    );
  });

  it("counts −0 as 0", () => {
    const { weights, squaredWeights } = fold([{ rating: 0, weight: -0 }]);
    expect([weights, squaredWeights]).toStrictEqual([Array(11).fill(0), Array(11).fill(0)]);
  });

  it("is not looked at where nobody answered", () => {
    const { missing, weights } = fold([{ rating: null, weight: Number.NaN }]);
    expect([missing, weights]).toEqual([1, Array(11).fill(0)]);
  });

  it("is looked at after the rating", () => {
    expect(() => fold([{ rating: 11, weight: -1 }])).toThrow(
      new CxMetricsError(
        `${caller}: rating at index 0 must be an integer from 0 to 10, got 11`,
        "invalid-rating",
        ["rating", 0],
      ),
    );
  });
});
