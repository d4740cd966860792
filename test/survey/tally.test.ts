// Contract of the tally as data: it survives storage, and a tally that contradicts itself is refused.

import { describe, expect, it } from "vitest";
import {
  CSAT_SCALE,
  CxMetricsError,
  csat,
  mergeTallies,
  subtractTally,
  type Tally,
  tally,
  tallyRows,
  topBox,
} from "../../src/index.ts";
import { deepFreeze } from "../support/plainJson.ts";

const unweighted: Tally = deepFreeze({ scale: { min: 1, max: 5 }, counts: [1, 0, 0, 2, 1], missing: 3 });
const weighted: Tally = deepFreeze({
  ...unweighted,
  weights: [2, 0, 0, 3, 0.5],
  squaredWeights: [4, 0, 0, 5, 0.25],
});

describe("a tally", () => {
  it.each([
    ["unweighted", unweighted],
    ["weighted", weighted],
  ])("scores the same after storage as JSON: %s", (_, stored) => {
    expect(csat(JSON.parse(JSON.stringify(stored)) as Tally)).toStrictEqual(csat(stored));
  });

  it("comes back in the result as an equal copy, stripped of what is no part of a tally", () => {
    const extended = { ...weighted, scale: { ...weighted.scale, label: "stars" }, source: "warehouse" };
    const { tally: copy } = csat(extended);
    expect(copy).toStrictEqual(weighted);
    expect(copy.counts).not.toBe(extended.counts);
    expect(copy.weights).not.toBe(extended.weights);
  });

  it("may have undefined weights, which are absent", () => {
    const handMade = { ...unweighted, weights: undefined, squaredWeights: undefined };
    expect(csat(handMade as never).tally).toStrictEqual(unweighted);
  });

  it("may hold nothing but zeros, weighted or not", () => {
    const zeros = [0, 0, 0, 0, 0];
    const empty = { scale: CSAT_SCALE, counts: zeros, missing: 0 };
    expect(csat(empty).score).toBeNull();
    expect(csat({ ...empty, weights: zeros, squaredWeights: zeros }).score).toBeNull();
  });

  // Running sums of a hundred million equal weights are off by more than a billionth.
  it("may have sums that rounding has moved, within a millionth", () => {
    const drifted = (by: number): Tally => ({ ...weighted, squaredWeights: [4 * (1 + by), 0, 0, 5, 0.25] });
    expect(csat(drifted(5e-7)).score).not.toBeNull();
    expect(csat(drifted(-5e-7)).score).not.toBeNull();
    expect(() => csat(drifted(2e-6))).toThrow(CxMetricsError);
    expect(() => csat(drifted(-2e-6))).toThrow(CxMetricsError);
  });

  it("may have any sum that usable weights can have", () => {
    for (const weight of [0, 1e-100, 1, 1e100, 2e100]) {
      const { satisfied, n } = csat({ ...weighted, ...handMade(4, 2, weight) });
      expect([satisfied.count, n]).toEqual([4, 5]);
    }
  });

  it("returns no −0, even where it was made by hand with one", () => {
    const handMade = { scale: CSAT_SCALE, counts: [-0, 0, 0, 0, 1], missing: -0 };
    expect(csat(handMade).tally).toStrictEqual({ scale: CSAT_SCALE, counts: [0, 0, 0, 0, 1], missing: 0 });
  });

  it("returns no −0, even where its weights were made by hand with one", () => {
    const handMade = { ...weighted, weights: [2, -0, 0, 3, 0.5], squaredWeights: [4, 0, -0, 5, 0.25] };
    expect(csat(handMade).tally).toStrictEqual(weighted);
  });
});

/** What stands for long numbers in errors. */
const LONG = "a number of a million or more";

function changed(cells: readonly number[] = [], cell: number, value: number): number[] {
  return cells.map((own, i) => (i === cell ? value : own));
}

/** The part of {@link weighted} that changes where a cell holds so many answers of equal weight. */
function handMade(
  cell: number,
  count: number,
  weight: number,
  squared = weight ** 2 / count,
): Partial<Tally> {
  return {
    counts: changed(unweighted.counts, cell, count),
    weights: changed(weighted.weights, cell, weight),
    squaredWeights: changed(weighted.squaredWeights, cell, squared),
  };
}

/** Everything a tally can have wrong: what, the tally, the message after the caller's name, code and path. */
const wrong: [string, unknown, string, CxMetricsError["code"], (string | number)[]][] = [
  [
    "without a scale",
    { counts: [1, 0], missing: 0 },
    "scale must be an object, got undefined",
    "invalid-argument",
    ["scale"],
  ],
  [
    "on no proper scale",
    { ...unweighted, scale: { min: 1 } },
    "scale.max must be a whole number of at most seven digits, got undefined",
    "invalid-argument",
    ["scale", "max"],
  ],
  ...(
    [
      ["absent", undefined, "undefined"],
      ["null", null, "null"],
      ["too few", [1, 0, 0, 2], "4"],
      ["too many", [1, 0, 0, 2, 1, 0], "6"],
      ["none", [], "0"],
      ["a typed array", Float64Array.of(1, 0, 0, 2, 1), "an object"],
      ["an object", { 1: 1, 5: 3 }, "an object"],
    ] as const
  ).flatMap(([what, cells, inWords]) =>
    (["counts", "weights", "squaredWeights"] as const).map((name): (typeof wrong)[number] => [
      `with ${name} that are ${what}`,
      { ...weighted, [name]: cells },
      `${name} must be an array of 5 numbers, one for each rating, got ${inWords}`,
      "invalid-argument",
      [name],
    ]),
  ),
  ...(
    [
      ["negative", -1, "-1"],
      ["a decimal", 1.5, "1.5"],
      ["NaN", Number.NaN, "NaN"],
      ["what JSON makes of NaN", null, "null"],
      ["a string", "2", "a string"],
      ["past 2^53 − 1", 2 ** 53, "a number of a million or more"],
      ["a hole", undefined, "undefined"],
    ] as const
  ).flatMap(([what, count, inWords]): typeof wrong => [
    [
      `with a count that is ${what}`,
      { ...unweighted, counts: [1, 0, 0, count, 1] },
      `counts at index 3 must be a whole number from 0 up, got ${inWords}`,
      "invalid-count",
      ["counts", 3],
    ],
    [
      `with a number missing that is ${what}`,
      { ...unweighted, missing: count },
      `missing must be a whole number from 0 up, got ${inWords}`,
      "invalid-count",
      ["missing"],
    ],
  ]),
  ...(
    [
      ["negative", -1, "-1"],
      ["NaN", Number.NaN, "NaN"],
      ["infinite", Number.POSITIVE_INFINITY, "Infinity"],
      ["null", null, "null"],
      ["a string", "3", "a string"],
    ] as const
  ).flatMap(([what, sum, inWords]) =>
    (["weights", "squaredWeights"] as const).map((name): (typeof wrong)[number] => [
      `with a sum in ${name} that is ${what}`,
      { ...weighted, [name]: weighted[name]?.map((own, cell) => (cell === 3 ? sum : own)) },
      `${name} at index 3 must be a finite number from 0 up, got ${inWords}`,
      "invalid-weight",
      [name, 3],
    ]),
  ),
  ...(
    [
      ["above the square of their sum", { squaredWeights: [4, 0, 0, 9.1, 0.25] }, 3, "9.1"],
      ["below what equal weights would have", { squaredWeights: [4, 0, 0, 4.4, 0.25] }, 3, "4.4"],
      ["zero beside a weight", { squaredWeights: [4, 0, 0, 5, 0] }, 4, "0"],
      ["there without a weight", { weights: [2, 0, 0, 3, 0] }, 4, "0.25"],
    ] as const
  ).map(([what, part, cell, inWords]): (typeof wrong)[number] => [
    `with squared weights that are ${what}`,
    { ...weighted, ...part },
    `squaredWeights at index ${cell} must be the sum of squares of that cell's weights, got ${inWords}`,
    "invalid-weight",
    ["squaredWeights", cell],
  ]),
  ...(
    [
      ["without an answer", { counts: [1, 0, 0, 2, 0] }, "0.5"],
      ["that two answers cannot reach", handMade(4, 2, 2.01e100), LONG],
      ["that is next to nothing", handMade(4, 2, 9e-101), "9e-101"],
      ["whose square vanishes", handMade(4, 2, 1e-200), "1e-200"],
      ["whose square overflows in a sum", handMade(4, 2, 1e154), LONG],
      ["as large as a double may be, its square cut short", handMade(4, 2, 1e200, 1e300), LONG],
    ] as const
  ).map(([what, part, inWords]): (typeof wrong)[number] => [
    `with a weight ${what}`,
    { ...weighted, ...part },
    `weights at index 4 must be the sum of that cell's weights, each 0 or from 1e-100 to 1e100, got ${inWords}`,
    "invalid-weight",
    ["weights", 4],
  ]),
  [
    "with a weight of 1e200, and the square that overflows",
    { ...weighted, ...handMade(4, 2, 1e200) },
    "squaredWeights at index 4 must be a finite number from 0 up, got Infinity",
    "invalid-weight",
    ["squaredWeights", 4],
  ],
  [
    "with more answers than can be counted exactly",
    { ...unweighted, counts: [Number.MAX_SAFE_INTEGER, 0, 0, 0, 1], missing: 0 },
    "counts must add up to at most 2^53 − 1",
    "invalid-count",
    ["counts"],
  ],
  [
    "with more missing than can be counted exactly",
    { ...unweighted, missing: Number.MAX_SAFE_INTEGER },
    "counts must add up to at most 2^53 − 1",
    "invalid-count",
    ["counts"],
  ],
];

describe.each<[string, (bad: Tally) => unknown, string, (string | number)[]]>([
  ["csat", (bad) => csat(bad), "tally", ["tally"]],
  ["topBox", (bad) => topBox(bad, { scale: CSAT_SCALE, from: 5 }), "tally", ["tally"]],
  ["mergeTallies", (bad) => mergeTallies([unweighted, bad]), "tally at index 1", ["tally", 1]],
  ["subtractTally", (bad) => subtractTally(unweighted, bad), "part", ["part"]],
  ["subtractTally", (bad) => subtractTally(bad, unweighted), "from", ["from"]],
])("%s refuses a tally", (caller, use, name, way) => {
  it.each(wrong)("%s", (_, bad, message, code, path) => {
    const refused = new CxMetricsError(`${caller}: ${name}.${message}`, code, [...way, ...path]);
    expect(() => use(bad as Tally)).toThrow(refused);
  });
});

it("a tally with only one half of its weights is refused", () => {
  const { weights, squaredWeights, ...rest } = weighted;
  expect(() => csat({ ...rest, weights: weights ?? [] })).toThrow(
    "csat: tally.squaredWeights must be an array of 5",
  );
  expect(() => csat({ ...rest, squaredWeights: squaredWeights ?? [] })).toThrow(
    "csat: tally.weights must be an array of 5",
  );
});

it("the fold makes no tally that a score refuses, whatever the weights", () => {
  const weights = [1e-100, 1e100, 0, 0.1, 0.2, 0.3, 1 / 3, 7, 1e-50, 1e50];
  const folded = tallyRows(weights, { scale: CSAT_SCALE, rating: (w) => (w > 1 ? 5 : 1), weight: (w) => w });
  expect(csat(folded).n).toBe(10);
  expect(csat(tally([], CSAT_SCALE)).n).toBe(0);
});
