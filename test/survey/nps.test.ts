// Contract of the Net Promoter Score.

import { describe, expect, it } from "vitest";
import { CSAT_SCALE, CxMetricsError, NPS_SCALE, netScore, nps, npsCategory, tally } from "../../src/index.ts";
import { expectDigits } from "./digits.ts";

describe("nps", () => {
  it("is the share of promoters minus the share of detractors, in points", () => {
    expect(nps([10, 10, 9, 9, 9, 8, 7, 4, 2, 1]).score).toBe(20);
    expectDigits(nps([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).score, "-45.45454545454545");
  });

  it.each([
    [0, -100],
    [6, -100],
    [7, 0],
    [8, 0],
    [9, 100],
    [10, 100],
  ])("scores a single %i as %i", (rating, score) => {
    expect(nps([rating]).score).toBe(score);
  });

  it("returns its classes, bands and tally beside the score", () => {
    expect(nps([10, 9, 8, 0, null])).toStrictEqual({
      metric: "nps",
      score: 25,
      n: 4,
      missing: 1,
      effectiveN: 4,
      standardError: expect.closeTo(100 * Math.sqrt((0.75 - 0.25 ** 2) / 4), 10),
      interval: { low: expect.any(Number), high: expect.any(Number), level: 0.95, method: "adjusted-wald" },
      promoters: { count: 2, share: 0.5 },
      passives: { count: 1, share: 0.25 },
      detractors: { count: 1, share: 0.25 },
      bands: { passive: 7, promoter: 9 },
      tally: tally([10, 9, 8, 0, null], NPS_SCALE),
    });
  });

  it("keeps missing answers out of every denominator", () => {
    const { missing, tally: _, ...figures } = nps([10, null, 9, undefined, 3]);
    const { missing: none, tally: __, ...same } = nps([10, 9, 3]);
    expect(figures).toStrictEqual(same);
    expect([missing, none]).toEqual([2, 0]);
  });

  it("has the standard error √((p + d − (p − d)²) ÷ n), 0 for a single answer", () => {
    expectDigits((nps([0, 7, 7, 9, 9, 9]).standardError as number) / 100, "0.304290309725");
    expect(nps([8]).standardError).toBe(0);
  });

  it("is 0, and never −0, where promoters and detractors balance or all are passive", () => {
    expect(nps([10, 0]).score).toBe(0);
    expect(nps([7, 8]).score).toBe(0);
  });

  it("is the net score with the top from 9 and the bottom up to 6", () => {
    const ratings = [10, 9, 8, 7, 6, 3, null];
    const { score, standardError, interval } = netScore(ratings, { scale: NPS_SCALE, top: 9, bottom: 6 });
    expect(nps(ratings)).toMatchObject({ score, standardError, interval });
  });
});

describe("nps with bands", () => {
  it("cuts another scale where it is told to", () => {
    const score = nps([5, 5, 4, 3, 1], { scale: CSAT_SCALE, bands: { passive: 4, promoter: 5 } });
    expect(score).toMatchObject({
      score: 0,
      promoters: { count: 2 },
      passives: { count: 1 },
      detractors: { count: 2 },
      bands: { passive: 4, promoter: 5 },
      tally: { scale: CSAT_SCALE },
    });
  });

  it("cuts 0 to 10 elsewhere, as is done in some countries", () => {
    expect(nps([8, 6, 5], { bands: { passive: 6, promoter: 8 } }).score).toBe(0);
  });

  it("may leave no room for passives, nor for more than one rating of the others", () => {
    const { passives, score } = nps([1, 0, 1], {
      scale: { min: 0, max: 1 },
      bands: { passive: 1, promoter: 1 },
    });
    expect(passives).toEqual({ count: 0, share: 0 });
    expect(score).toBeCloseTo(100 / 3, 12);
  });

  it("returns bands of its own", () => {
    const bands = { passive: 6, promoter: 8, label: "European" };
    expect(nps([], { bands }).bands).toStrictEqual({ passive: 6, promoter: 8 });
  });

  it("returns no −0 where a band is −0", () => {
    const options = { scale: { min: -2, max: 2 }, bands: { passive: -0, promoter: 1 } };
    expect(nps([1], options).bands).toStrictEqual({ passive: 0, promoter: 1 });
  });
});

describe("the bands and options of nps", () => {
  it("refuses another scale without bands, because 7 and 9 would mean something else there", () => {
    expect(() => nps([], { scale: CSAT_SCALE } as never)).toThrow(
      new CxMetricsError(
        "nps: bands must be given for a scale of 1 to 5; 7 and 9 belong to 0 to 10",
        "invalid-argument",
        ["bands"],
      ),
    );
  });

  it.each([
    ["null", null],
    ["a string", "9"],
    ["7", 7],
  ])("refuses bands that are no object: %s", (inWords, bands) => {
    expect(() => nps([], { bands } as never)).toThrow(
      new CxMetricsError(`nps: bands must be an object, got ${inWords}`, "invalid-argument", ["bands"]),
    );
  });

  it.each<[string, string, object, number[], string]>([
    ["a promoter band above the scale", "promoter", { passive: 7, promoter: 11 }, [1, 10], "11"],
    ["a promoter band at the lowest rating", "promoter", { passive: 7, promoter: 0 }, [1, 10], "0"],
    ["no promoter band", "promoter", { passive: 7 }, [1, 10], "undefined"],
    ["a decimal promoter band", "promoter", { passive: 7, promoter: 8.5 }, [1, 10], "8.5"],
    ["a passive band above the promoters'", "passive", { passive: 10, promoter: 9 }, [1, 9], "10"],
    ["a passive band at the lowest rating", "passive", { passive: 0, promoter: 9 }, [1, 9], "0"],
    ["no passive band", "passive", { promoter: 9 }, [1, 9], "undefined"],
    ["a passive band in a string", "passive", { passive: "7", promoter: 9 }, [1, 9], "a string"],
    ["a passive band of NaN", "passive", { passive: Number.NaN, promoter: 9 }, [1, 9], "NaN"],
  ])("refuses %s", (_, band, bands, [from, to], inWords) => {
    expect(() => nps([], { bands } as never)).toThrow(
      new CxMetricsError(
        `nps: bands.${band} must be an integer from ${from} to ${to}, got ${inWords}`,
        "invalid-argument",
        ["bands", band],
      ),
    );
  });

  it.each([
    ["null", null],
    ["a string", "0-10"],
  ])("refuses options that are no object: %s", (inWords, options) => {
    expect(() => nps([], options as never)).toThrow(
      new CxMetricsError(`nps: options must be an object, got ${inWords}`, "invalid-argument", ["options"]),
    );
  });
});

describe("npsCategory", () => {
  it.each([
    ["detractor", [0, 1, 2, 3, 4, 5, 6, -0]],
    ["passive", [7, 8]],
    ["promoter", [9, 10]],
  ])("calls a %s by name", (category, ratings) => {
    for (const rating of ratings) expect(npsCategory(rating)).toBe(category);
  });

  it("reads nothing but the rating, so that ratings can be mapped to classes", () => {
    expect([9, 7, 6, 10, 8, 0].map(npsCategory)).toEqual([
      "promoter",
      "passive",
      "detractor",
      "promoter",
      "passive",
      "detractor",
    ]);
    expect(npsCategory).toHaveLength(1);
  });

  it.each([
    ["11", 11],
    ["-1", -1],
    ["6.5", 6.5],
    ["a number of a million or more", 2 ** 32 + 3],
    ["NaN", Number.NaN],
    ["a string", "9"],
    ["true", true],
    ["null", null],
    ["undefined", undefined],
  ])("refuses %s: a missing answer belongs to no class either", (inWords, rating) => {
    expect(() => npsCategory(rating as number)).toThrow(
      new CxMetricsError(
        `npsCategory: rating must be an integer from 0 to 10, got ${inWords}`,
        "invalid-rating",
        ["rating"],
      ),
    );
  });
});
