import { describe, expect, it } from "vitest";
import { nps, roundHalfAwayFromZero } from "../../src/index.ts";

describe("roundHalfAwayFromZero", () => {
  it.each([
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [0.5, 0, 1],
    [-0.5, 0, -1],
    [1.5, 0, 2],
    [2.4999999999999996, 0, 2],
    [0.49999999999999994, 0, 0],
    [-45.45454545454545, 0, -45],
    [33.333333333333336, 1, 33.3],
    [-31.05, 1, -31.1],
    [0.05, 1, 0.1],
    [0.045, 2, 0.05],
    [100, 2, 100],
    [1234567.891, 2, 1234567.89],
    [999.5, 0, 1000],
    [0.95, 1, 1],
    [99.995, 2, 100],
  ])("takes halves away from zero: %d to %d decimals is %d", (value, decimals, rounded) => {
    expect(roundHalfAwayFromZero(value, decimals)).toBe(rounded);
  });

  // Most of these doubles lie just below the half that they print as.
  it.each([
    [1.005, 2, 1.01],
    [-1.005, 2, -1.01],
    [2.675, 2, 2.68],
    [1.115, 2, 1.12],
    [8.345, 2, 8.35],
    [0.285, 2, 0.29],
    [0.615, 2, 0.62],
    [10.235, 2, 10.24],
    [4.35, 1, 4.4],
    [1.45, 1, 1.5],
    [5e-7, 6, 1e-6],
    [0.000_000_15, 7, 2e-7],
  ])("a half is what the shortest decimal form says: %d to %d decimals is %d", (value, decimals, rounded) => {
    expect(roundHalfAwayFromZero(value, decimals)).toBe(rounded);
  });

  it.each([
    [0.44999999999999996, 1, 0.4],
    [1.8499999999999999, 1, 1.8],
    [14.649999999999999, 1, 14.6],
    [-14.649999999999999, 1, -14.6],
    [7.0649999999999995, 2, 7.06],
    [58.074999999999996, 2, 58.07],
    [5.4999999999999996e-12, 12, 5e-12],
  ])(
    "what is just below a half in its shortest form is no half: %d to %d decimals is %d",
    (value, decimals, rounded) => {
      expect(roundHalfAwayFromZero(value, decimals)).toBe(rounded);
    },
  );

  it.each([
    [25559.585555847938, 13],
    [-112.20988693224844, 15],
    [123456.78901234567, 12],
    [117144734329471.11, 12],
    [0.1, 15],
    [1e-15, 15],
  ])("what has no more decimals than are kept stays as it is: %d to %d", (value, decimals) => {
    expect(roundHalfAwayFromZero(value, decimals)).toBe(value);
  });

  it.each([
    [4503599627370495.5, 0, 4503599627370496],
    [4503599627370496, 15, 4503599627370496],
    [-(2 ** 53), 2, -(2 ** 53)],
    [1e21, 2, 1e21],
    [Number.MAX_VALUE, 15, Number.MAX_VALUE],
    [-Number.MAX_VALUE, 0, -Number.MAX_VALUE],
  ])("large numbers stay as they are: %d to %d decimals is %d", (value, decimals, rounded) => {
    expect(roundHalfAwayFromZero(value, decimals)).toBe(rounded);
  });

  it.each([
    [0, 0],
    [-0, 0],
    [-0.4, 0],
    [-0.04, 1],
    [-1e-300, 15],
    [-Number.MIN_VALUE, 0],
  ])("is never −0: %d to %d decimals", (value, decimals) => {
    expect(Object.is(roundHalfAwayFromZero(value, decimals), 0)).toBe(true);
  });

  it("rounds to whole numbers where no decimals are asked for", () => {
    expect(roundHalfAwayFromZero(61.5)).toBe(62);
    expect(roundHalfAwayFromZero(61.5, undefined)).toBe(62);
  });

  it("leaves null, the score of no answers, as it is", () => {
    expect(roundHalfAwayFromZero(null)).toBeNull();
    expect(roundHalfAwayFromZero(null, 2)).toBeNull();
    expect(roundHalfAwayFromZero(nps([]).score, 1)).toBeNull();
  });

  it("rounds the score, where rounding its parts gives another number", () => {
    const score = nps([10, 9, 6, 7, 8, 8]);
    const percent = (share: number | null) => roundHalfAwayFromZero(share === null ? null : 100 * share);
    expect(roundHalfAwayFromZero(score.score)).toBe(17);
    expect((percent(score.promoters.share) ?? 0) - (percent(score.detractors.share) ?? 0)).toBe(16);
  });

  it.each([
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "Infinity"],
    [Number.NEGATIVE_INFINITY, "-Infinity"],
    ["2.5", "a string"],
    [undefined, "undefined"],
    [2n, "a bigint"],
    [true, "true"],
    [[2.5], "an array"],
  ])("refuses %s for a value", (value, described) => {
    expect(() => roundHalfAwayFromZero(value as number)).toThrow(
      expect.objectContaining({
        name: "CxMetricsError",
        message: `roundHalfAwayFromZero: value must be a finite number or null, got ${described}`,
        code: "invalid-argument",
        path: ["value"],
      }),
    );
  });

  it.each([
    [-1, "-1"],
    [16, "16"],
    [0.5, "0.5"],
    [Number.NaN, "NaN"],
    ["2", "a string"],
    [null, "null"],
  ])("refuses %s for decimals, for null too", (decimals, described) => {
    for (const value of [2.5, null]) {
      expect(() => roundHalfAwayFromZero(value, decimals as number)).toThrow(
        expect.objectContaining({
          message: `roundHalfAwayFromZero: decimals must be an integer from 0 to 15, got ${described}`,
          code: "invalid-argument",
          path: ["decimals"],
        }),
      );
    }
  });
});
