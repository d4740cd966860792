// Contract of the net score.

import { describe, expect, it } from "vitest";
import { CSAT_SCALE, CxMetricsError, NPS_SCALE, netScore, nps, tally } from "../../src/index.ts";

describe("netScore", () => {
  it("is the share of top answers minus the share of bottom answers, in points", () => {
    const ratings = [5, 5, 4, 3, 1, null];
    expect(netScore(ratings, { scale: CSAT_SCALE, top: 4, bottom: 2 })).toStrictEqual({
      metric: "net-score",
      score: expect.closeTo(40, 12),
      n: 5,
      missing: 1,
      effectiveN: 5,
      standardError: expect.closeTo(100 * Math.sqrt((0.8 - 0.4 ** 2) / 5), 10),
      interval: { low: expect.any(Number), high: expect.any(Number), level: 0.95, method: "adjusted-wald" },
      top: { count: 3, share: 0.6 },
      middle: { count: 1, share: 0.2 },
      bottom: { count: 1, share: 0.2 },
      bands: { top: 4, bottom: 2 },
      tally: tally(ratings, CSAT_SCALE),
    });
  });

  it("may leave no middle, or nearly all of the scale to it", () => {
    expect(netScore([0, 4, 5, 10], { scale: NPS_SCALE, top: 5, bottom: 4 })).toMatchObject({
      score: 0,
      middle: { count: 0, share: 0 },
    });
    expect(netScore([0, 1, 9, 10], { scale: NPS_SCALE, top: 10, bottom: 0 }).middle.count).toBe(2);
  });

  it("has the interval of nps, of any method and level", () => {
    for (const method of ["adjusted-wald", "score", "wald"] as const) {
      const options = { method, level: 0.8 };
      expect(
        netScore([10, 9, 8, 2], { scale: NPS_SCALE, top: 9, bottom: 6, ...options }).interval,
      ).toStrictEqual(nps([10, 9, 8, 2], options).interval);
    }
  });

  it.each<[string, object, string, string]>([
    ["a top at the lowest rating", { top: 1, bottom: 1 }, "top", "an integer from 2 to 5, got 1"],
    ["a top above the scale", { top: 6, bottom: 2 }, "top", "an integer from 2 to 5, got 6"],
    ["a decimal top", { top: 3.5, bottom: 2 }, "top", "an integer from 2 to 5, got 3.5"],
    ["no top", { bottom: 2 }, "top", "an integer from 2 to 5, got undefined"],
    ["a top in a string", { top: "4", bottom: 2 }, "top", "an integer from 2 to 5, got a string"],
    ["a bottom that meets the top", { top: 4, bottom: 4 }, "bottom", "an integer from 1 to 3, got 4"],
    ["a bottom below the scale", { top: 4, bottom: 0 }, "bottom", "an integer from 1 to 3, got 0"],
    ["a decimal bottom", { top: 4, bottom: 1.5 }, "bottom", "an integer from 1 to 3, got 1.5"],
    ["no bottom", { top: 4 }, "bottom", "an integer from 1 to 3, got undefined"],
    ["a bottom of NaN", { top: 4, bottom: Number.NaN }, "bottom", "an integer from 1 to 3, got NaN"],
    ["a bottom of null", { top: 4, bottom: null }, "bottom", "an integer from 1 to 3, got null"],
  ])("refuses %s", (_, bands, name, requirement) => {
    expect(() => netScore([], { scale: CSAT_SCALE, ...bands } as never)).toThrow(
      new CxMetricsError(`netScore: ${name} must be ${requirement}`, "invalid-argument", [name]),
    );
  });

  it("returns no −0 where a band is −0", () => {
    expect(netScore([1], { scale: NPS_SCALE, top: 9, bottom: -0 }).bands).toStrictEqual({
      top: 9,
      bottom: 0,
    });
    const around = { scale: { min: -2, max: 2 }, top: -0, bottom: -1 };
    expect(netScore([1], around).bands).toStrictEqual({ top: 0, bottom: -1 });
  });

  it.each([
    ["undefined", undefined],
    ["null", null],
    ["a string", "top"],
  ])("refuses options that are no object: %s", (inWords, options) => {
    expect(() => netScore([], options as never)).toThrow(
      new CxMetricsError(`netScore: options must be an object, got ${inWords}`, "invalid-argument", [
        "options",
      ]),
    );
  });
});
