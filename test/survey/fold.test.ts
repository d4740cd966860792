// Contract of the fold: answers, rows and counts into a tally.

import { describe, expect, it, vi } from "vitest";
import {
  CSAT_SCALE,
  CxMetricsError,
  NPS_SCALE,
  nps,
  type Rating,
  type RatingCount,
  tally,
  tallyFromCounts,
  tallyRows,
} from "../../src/index.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

const ZEROS = [0, 0, 0, 0, 0];

const notIterable: [string, unknown, string][] = [
  ["undefined", undefined, "undefined"],
  ["null", null, "null"],
  ["a number", 9, "9"],
  ["a boolean", true, "true"],
  ["a bigint", 9n, "a bigint"],
  ["an object", { 0: 9, length: 1 }, "an object"],
  ["a function", () => [9], "a function"],
  ["text", "109", "a string"],
  ["no text", "", "a string"],
];

describe("tally", () => {
  it("counts how often each rating was given, lowest first", () => {
    expect(tally([5, 4, 4, null, 1], CSAT_SCALE)).toStrictEqual({
      scale: { min: 1, max: 5 },
      counts: [1, 0, 0, 2, 1],
      missing: 1,
    });
  });

  it("gives zeros for no answers", () => {
    expect(tally([], CSAT_SCALE)).toStrictEqual({ scale: CSAT_SCALE, counts: ZEROS, missing: 0 });
  });

  it("counts null and undefined alike as missing", () => {
    expect(tally([null, undefined, null], CSAT_SCALE)).toStrictEqual({
      scale: CSAT_SCALE,
      counts: ZEROS,
      missing: 3,
    });
  });

  it("leaves a frozen input as it is, and returns plain JSON", () => {
    const ratings = Object.freeze([5, null, 1]);
    expectPlainJson(tally(ratings, Object.freeze({ min: 1, max: 5 })));
    expect(ratings).toEqual([5, null, 1]);
  });

  it("returns a tally of its own each time", () => {
    const first = tally([5], CSAT_SCALE);
    (first.counts as number[])[4] = 100;
    expect(tally([5], CSAT_SCALE).counts).toEqual([0, 0, 0, 0, 1]);
  });

  it.each(notIterable)("refuses %s in place of ratings", (_, ratings, inWords) => {
    expect(() => tally(ratings as never, CSAT_SCALE)).toThrow(
      new CxMetricsError(
        `tally: ratings must be an array or another iterable, got ${inWords}`,
        "invalid-argument",
        ["ratings"],
      ),
    );
  });

  it("folds a million answers of any container", () => {
    const ratings = Array.from({ length: 1_000_000 }, (_, i) => 1 + (i % 5));
    const counts = Array(5).fill(200_000);
    expect(tally(ratings, CSAT_SCALE).counts).toEqual(counts);
    expect(tally(ratings.values(), CSAT_SCALE).counts).toEqual(counts);
    expect(tally(Uint8Array.from(ratings), CSAT_SCALE).counts).toEqual(counts);
  });
});

interface Row {
  readonly answer: Rating;
  readonly accounts: number;
}

const rows: readonly Row[] = deepFreeze([
  { answer: 5, accounts: 3 },
  { answer: null, accounts: 7 },
  { answer: 5, accounts: 0.5 },
  { answer: 1, accounts: 0 },
]);
const rating = (row: Row): Rating => row.answer;
const weight = (row: Row): number => row.accounts;

describe("tallyRows", () => {
  const weighted = {
    scale: CSAT_SCALE,
    counts: [1, 0, 0, 0, 2],
    missing: 1,
    weights: [0, 0, 0, 0, 3.5],
    squaredWeights: [0, 0, 0, 0, 9.25],
  };

  it("counts ratings and sums their weights and squared weights", () => {
    expect(tallyRows(rows, { scale: CSAT_SCALE, rating, weight })).toStrictEqual(weighted);
  });

  it("reads rows from any iterable", () => {
    expect(tallyRows(rows.values(), { scale: CSAT_SCALE, rating, weight })).toStrictEqual(weighted);
    expect(tallyRows(new Set(rows), { scale: CSAT_SCALE, rating, weight })).toStrictEqual(weighted);
  });

  it("leaves weights out where none are read", () => {
    const unweighted = { scale: CSAT_SCALE, counts: [1, 0, 0, 0, 2], missing: 1 };
    expect(tallyRows(rows, { scale: CSAT_SCALE, rating })).toStrictEqual(unweighted);
    expect(tallyRows(rows, { scale: CSAT_SCALE, rating, weight: undefined })).toStrictEqual(unweighted);
  });

  it("gives zeros for no rows", () => {
    expect(tallyRows([], { scale: CSAT_SCALE, rating })).toStrictEqual(tally([], CSAT_SCALE));
    expect(tallyRows([], { scale: CSAT_SCALE, rating, weight })).toStrictEqual({
      scale: CSAT_SCALE,
      counts: ZEROS,
      missing: 0,
      weights: ZEROS,
      squaredWeights: ZEROS,
    });
  });

  it.each([
    ["an array", rows],
    ["another iterable", rows.values()],
  ])("reads each row once, and the weight of answered rows only: %s", (_, source) => {
    const spies = { rating: vi.fn(rating), weight: vi.fn(weight) };
    tallyRows(source, { scale: CSAT_SCALE, ...spies });
    expect(spies.rating.mock.calls).toEqual(rows.map((row) => [row]));
    expect(spies.weight.mock.calls).toEqual([[rows[0]], [rows[2]], [rows[3]]]);
  });

  it("hands the holes of an array on as undefined", () => {
    const sparse: number[] = [];
    sparse[2] = 5;
    const seen: unknown[] = [];
    tallyRows(sparse, {
      scale: CSAT_SCALE,
      rating: (row) => {
        seen.push(row);
        return row;
      },
    });
    expect(seen).toEqual([undefined, undefined, 5]);
  });

  it("lets an accessor's own error through, and closes the source", () => {
    let closed = false;
    function* source(): Generator<Row> {
      try {
        yield* rows;
      } finally {
        closed = true;
      }
    }
    const fail = (): never => {
      throw new RangeError("no such column");
    };
    expect(() => tallyRows(source(), { scale: CSAT_SCALE, rating: fail })).toThrow(
      new RangeError("no such column"),
    );
    expect(closed).toBe(true);
    expect(() => tallyRows(rows, { scale: CSAT_SCALE, rating, weight: fail })).toThrow(
      new RangeError("no such column"),
    );
  });

  it.each(notIterable)("refuses %s in place of rows", (_, source, inWords) => {
    expect(() => tallyRows(source as never, { scale: CSAT_SCALE, rating: () => 5 })).toThrow(
      new CxMetricsError(
        `tallyRows: rows must be an array or another iterable, got ${inWords}`,
        "invalid-argument",
        ["rows"],
      ),
    );
  });

  it.each([
    ["options must be an object, got undefined", ["options"], undefined],
    ["options must be an object, got null", ["options"], null],
    ["rating must be a function, got undefined", ["rating"], { scale: CSAT_SCALE }],
    ["rating must be a function, got a string", ["rating"], { scale: CSAT_SCALE, rating: "answer" }],
    ["weight must be a function, got 2", ["weight"], { scale: CSAT_SCALE, rating, weight: 2 }],
    ["weight must be a function, got null", ["weight"], { scale: CSAT_SCALE, rating, weight: null }],
  ])("requires that %s", (requirement, path, options) => {
    expect(() => tallyRows(rows, options as never)).toThrow(
      new CxMetricsError(`tallyRows: ${requirement}`, "invalid-argument", path),
    );
  });
});

describe("tallyFromCounts", () => {
  it("takes the rows of a GROUP BY in any order", () => {
    const counts: RatingCount[] = [
      [3, 150],
      [10, 600],
      [8, 250],
    ];
    expect(tallyFromCounts(counts, NPS_SCALE)).toStrictEqual({
      scale: NPS_SCALE,
      counts: [0, 0, 0, 150, 0, 0, 0, 0, 250, 0, 600],
      missing: 0,
    });
  });

  it("adds up the counts of a rating that comes more than once", () => {
    expect(
      tallyFromCounts(
        [
          [5, 2],
          [1, 1],
          [5, 3n],
        ],
        CSAT_SCALE,
      ).counts,
    ).toEqual([1, 0, 0, 0, 5]);
  });

  it("counts null and undefined ratings as missing, beside the `missing` option", () => {
    const counts: RatingCount[] = [
      [null, 90],
      [undefined, 5n],
      [null, 5],
    ];
    expect(tallyFromCounts(counts, CSAT_SCALE)).toStrictEqual({
      scale: CSAT_SCALE,
      counts: ZEROS,
      missing: 100,
    });
    expect(tallyFromCounts(counts, CSAT_SCALE, { missing: 11 }).missing).toBe(111);
    expect(tallyFromCounts(counts, CSAT_SCALE, { missing: 11n }).missing).toBe(111);
    expect(tallyFromCounts(counts, CSAT_SCALE, { missing: undefined }).missing).toBe(100);
  });

  it("takes bigints for ratings and counts", () => {
    expect(
      tallyFromCounts(
        [
          [5n, 2n],
          [-0, 0n],
          [0n, 3n],
        ],
        { min: 0, max: 5 },
      ).counts,
    ).toEqual([3, 0, 0, 0, 0, 2]);
  });

  it("gives zeros for no counts", () => {
    expect(tallyFromCounts([], CSAT_SCALE)).toStrictEqual(tally([], CSAT_SCALE));
  });

  it("reads pairs from any iterable, a Map among them, once", () => {
    const expected = tallyFromCounts(
      [
        [5, 2],
        [1, 1],
      ],
      CSAT_SCALE,
    );
    expect(
      tallyFromCounts(
        new Map([
          [5, 2],
          [1, 1],
        ]),
        CSAT_SCALE,
      ),
    ).toStrictEqual(expected);
    const source = vi.fn(function* (): Generator<RatingCount> {
      yield [5, 2];
      yield [1, 1];
    });
    expect(tallyFromCounts(source(), CSAT_SCALE)).toStrictEqual(expected);
  });

  it("leaves frozen counts as they are", () => {
    const counts = deepFreeze<RatingCount[]>([
      [5, 2],
      [null, 1],
    ]);
    expectPlainJson(tallyFromCounts(counts, CSAT_SCALE, Object.freeze({ missing: 3 })));
  });

  it("returns no −0", () => {
    expect(
      tallyFromCounts(
        [
          [5, -0],
          [null, -0],
        ],
        CSAT_SCALE,
      ),
    ).toStrictEqual(tally([], CSAT_SCALE));
  });

  it("returns no −0 where `missing` is −0", () => {
    expect(tallyFromCounts([], CSAT_SCALE, { missing: -0 })).toStrictEqual(tally([], CSAT_SCALE));
  });

  const noCounts: [string, unknown, string][] = [
    ["negative", -1, "-1"],
    ["a negative bigint", -1n, "-1"],
    ["a decimal", 1.5, "1.5"],
    ["NaN", Number.NaN, "NaN"],
    ["infinite", Number.POSITIVE_INFINITY, "Infinity"],
    ["2^53", 2 ** 53, "a number of a million or more"],
    ["the bigint 2^53", 2n ** 53n, "a number of a million or more"],
    ["a string", "5", "a string"],
    ["true", true, "true"],
    ["null", null, "null"],
    ["absent", undefined, "undefined"],
  ];
  it.each(noCounts)("refuses a count that is %s", (_, count, inWords) => {
    expect(() =>
      tallyFromCounts(
        [
          [5, 1],
          [4, count as number],
        ],
        CSAT_SCALE,
      ),
    ).toThrow(
      new CxMetricsError(
        `tallyFromCounts: count at index 1 must be a whole number from 0 up, got ${inWords}`,
        "invalid-count",
        ["count", 1],
      ),
    );
  });

  it.each(noCounts.filter(([, value]) => value !== undefined))(
    "refuses a number missing that is %s",
    (_, missing, inWords) => {
      expect(() => tallyFromCounts([], CSAT_SCALE, { missing: missing as number })).toThrow(
        new CxMetricsError(
          `tallyFromCounts: missing must be a whole number from 0 up, got ${inWords}`,
          "invalid-count",
          ["missing"],
        ),
      );
    },
  );

  it.each([
    [6, "6"],
    [6n, "a bigint"],
    [2n ** 64n, "a bigint"],
    [4.5, "4.5"],
    ["5", "a string"],
  ])("refuses the rating %s", (value, inWords) => {
    expect(() =>
      tallyFromCounts(
        [
          [5, 1],
          [value as number, 1],
        ],
        CSAT_SCALE,
      ),
    ).toThrow(
      new CxMetricsError(
        `tallyFromCounts: rating at index 1 must be an integer from 1 to 5, got ${inWords}`,
        "invalid-rating",
        ["rating", 1],
      ),
    );
  });

  it.each([
    ["an object", { rating: 5, count: 1 }],
    ["a string", "5,1"],
    ["5", 5],
    ["null", null],
  ])("refuses %s in place of a pair", (inWords, pair) => {
    expect(() => tallyFromCounts([[5, 1], pair as never], CSAT_SCALE)).toThrow(
      new CxMetricsError(
        `tallyFromCounts: counts at index 1 must be a pair of a rating and a count, got ${inWords}`,
        "invalid-argument",
        ["counts", 1],
      ),
    );
  });

  it("closes its source where a pair is refused", () => {
    let closed = false;
    function* source(): Generator<RatingCount> {
      try {
        yield [6, 1];
      } finally {
        closed = true;
      }
    }
    expect(() => tallyFromCounts(source(), CSAT_SCALE)).toThrow(CxMetricsError);
    expect(closed).toBe(true);
  });

  it.each(notIterable)("refuses %s in place of counts", (_, counts, inWords) => {
    expect(() => tallyFromCounts(counts as never, CSAT_SCALE)).toThrow(
      new CxMetricsError(
        `tallyFromCounts: counts must be an array or another iterable, got ${inWords}`,
        "invalid-argument",
        ["counts"],
      ),
    );
  });

  it("refuses options that are no object", () => {
    expect(() => tallyFromCounts([], CSAT_SCALE, null as never)).toThrow(
      new CxMetricsError("tallyFromCounts: options must be an object, got null", "invalid-argument", [
        "options",
      ]),
    );
  });

  const most = Number.MAX_SAFE_INTEGER;
  it("counts up to 2^53 − 1 answers exactly", () => {
    expect(
      tallyFromCounts(
        [
          [5, most - 1],
          [5, 1],
        ],
        CSAT_SCALE,
      ).counts[4],
    ).toBe(most);
    expect(nps(tallyFromCounts([[10, BigInt(most)]], NPS_SCALE)).n).toBe(most);
  });

  const tooMany = new CxMetricsError(
    "tallyFromCounts: counts must add up to at most 2^53 − 1",
    "invalid-count",
    ["counts"],
  );
  it("refuses more than 2^53 − 1 answers of a rating, or missing", () => {
    expect(() =>
      tallyFromCounts(
        [
          [5, most],
          [5, 1],
        ],
        CSAT_SCALE,
      ),
    ).toThrow(tooMany);
    expect(() => tallyFromCounts([[null, 1]], CSAT_SCALE, { missing: most })).toThrow(tooMany);
  });

  it("refuses more than 2^53 − 1 answers together, which no score would take", () => {
    expect(() =>
      tallyFromCounts(
        [
          [5, most],
          [4, 1],
        ],
        CSAT_SCALE,
      ),
    ).toThrow(tooMany);
    expect(() => tallyFromCounts([[5, most]], CSAT_SCALE, { missing: 1 })).toThrow(tooMany);
  });
});
