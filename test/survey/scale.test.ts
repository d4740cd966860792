// Contract of the rating scales, and of every function that takes one.

import { describe, expect, it } from "vitest";
import {
  CES_SCALE,
  CSAT_SCALE,
  CxMetricsError,
  ces,
  csat,
  NPS_SCALE,
  netScore,
  nps,
  ratingFromLabel,
  type Scale,
  tally,
  tallyFromCounts,
  tallyRows,
  topBox,
} from "../../src/index.ts";

describe("the usual scales", () => {
  it.each([
    ["NPS_SCALE", NPS_SCALE, { min: 0, max: 10 }],
    ["CSAT_SCALE", CSAT_SCALE, { min: 1, max: 5 }],
    ["CES_SCALE", CES_SCALE, { min: 1, max: 7 }],
  ])("%s has the published ends, and nobody can change them", (_, scale, ends) => {
    expect(scale).toStrictEqual(ends);
    expect(Object.isFrozen(scale)).toBe(true);
  });
});

describe("a scale", () => {
  it.each([
    ["two points", { min: 0, max: 1 }, 2],
    ["1,001 points", { min: -500, max: 500 }, 1001],
    ["ends below zero", { min: -7, max: -3 }, 5],
    ["ends of seven digits", { min: 9_999_997, max: 9_999_999 }, 3],
    ["ends of seven digits below zero", { min: -9_999_999, max: -9_999_998 }, 2],
  ])("may have %s", (_, scale, points) => {
    const { counts } = tally([scale.min, scale.max], scale);
    expect(counts).toHaveLength(points);
    expect([counts[0], counts[points - 1]]).toEqual([1, 1]);
  });

  it.each([
    ["one point", { min: 3, max: 3 }, "3 to 3"],
    ["its ends the wrong way round", { min: 5, max: 1 }, "5 to 1"],
    ["more than 1,001 points", { min: 0, max: 1001 }, "0 to 1001"],
    ["ten million points", { min: 0, max: 9_999_999 }, "0 to 9999999"],
  ])("may not have %s", (_, scale, inWords) => {
    expect(() => tally([], scale)).toThrow(
      new CxMetricsError(
        `tally: scale must be 2 to 1001 whole numbers, lowest to highest, got ${inWords}`,
        "invalid-argument",
        ["scale"],
      ),
    );
  });

  const noEnds: [unknown, string][] = [
    [0.5, "0.5"],
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "Infinity"],
    [10_000_000, "a number of a million or more"],
    [-10_000_000, "a number of a million or more"],
    [2 ** 53, "a number of a million or more"],
    ["1", "a string"],
    [1n, "a bigint"],
    [true, "true"],
    [null, "null"],
    [undefined, "undefined"],
    [[1], "an array"],
  ];
  it.each(noEnds)("may not begin or end with %s", (end, inWords) => {
    for (const [name, scale] of [
      ["min", { min: end, max: 5 }] as const,
      ["max", { min: 1, max: end }] as const,
    ]) {
      expect(() => tally([], scale as Scale)).toThrow(
        new CxMetricsError(
          `tally: scale.${name} must be a whole number of at most seven digits, got ${inWords}`,
          "invalid-argument",
          ["scale", name],
        ),
      );
    }
  });

  it("is kept without −0", () => {
    expect(tally([-0], { min: -0, max: 1 }).scale).toStrictEqual({ min: 0, max: 1 });
    expect(tally([-0], { min: -1, max: -0 }).scale).toStrictEqual({ min: -1, max: 0 });
  });

  it("is copied: neither further properties nor later changes reach the tally", () => {
    const scale = { min: 1, max: 5, label: "stars" };
    const folded = tally([5], scale);
    scale.max = 10;
    expect(folded.scale).toStrictEqual({ min: 1, max: 5 });
  });
});

const takers: [string, (scale: Scale) => unknown][] = [
  ["tally", (scale) => tally([], scale)],
  ["tallyRows", (scale) => tallyRows([], { scale, rating: () => null })],
  ["tallyFromCounts", (scale) => tallyFromCounts([], scale)],
  ["nps", (scale) => nps([], { scale, bands: { passive: 4, promoter: 5 } })],
  ["csat", (scale) => csat([], { scale })],
  ["ces", (scale) => ces([], { scale })],
  ["topBox", (scale) => topBox([], { scale, from: 5 })],
  ["netScore", (scale) => netScore([], { scale, top: 5, bottom: 1 })],
  ["ratingFromLabel", (scale) => ratingFromLabel("5", scale)],
];

describe.each(takers)("%s", (name, withScale) => {
  it("refuses what is no scale, in its own name", () => {
    expect(() => withScale({ min: 1, max: 5.5 })).toThrow(
      new CxMetricsError(
        `${name}: scale.max must be a whole number of at most seven digits, got 5.5`,
        "invalid-argument",
        ["scale", "max"],
      ),
    );
    expect(() => withScale({ min: 5, max: 5 })).toThrow(
      new CxMetricsError(
        `${name}: scale must be 2 to 1001 whole numbers, lowest to highest, got 5 to 5`,
        "invalid-argument",
        ["scale"],
      ),
    );
    for (const [scale, inWords] of [[5, "5"] as const, ["1-5", "a string"] as const]) {
      expect(() => withScale(scale as never)).toThrow(
        new CxMetricsError(`${name}: scale must be an object, got ${inWords}`, "invalid-argument", ["scale"]),
      );
    }
  });

  it("refuses null for a scale", () => {
    expect(() => withScale(null as never)).toThrow(
      new CxMetricsError(`${name}: scale must be an object, got null`, "invalid-argument", ["scale"]),
    );
  });

  it("takes a frozen scale", () => {
    expect(() => withScale(Object.freeze({ min: 1, max: 5 }))).not.toThrow();
  });
});

describe.each(takers.filter(([name]) => !["nps", "csat", "ces"].includes(name)))("%s", (name, withScale) => {
  it("has no usual scale, so that one must be given", () => {
    expect(() => withScale(undefined as never)).toThrow(
      new CxMetricsError(`${name}: scale must be an object, got undefined`, "invalid-argument", ["scale"]),
    );
  });
});
