// Contract of the response rate.

import { describe, expect, it } from "vitest";
import { CxMetricsError, responseRate } from "../../src/index.ts";

describe("responseRate", () => {
  it("is answered divided by invited, with its counts, interval and policy", () => {
    expect(responseRate({ invited: 400, answered: 90 })).toStrictEqual({
      rate: 0.225,
      numerator: 90,
      denominator: 400,
      interval: {
        low: expect.closeTo(0.18680474082498, 12),
        high: expect.closeTo(0.26842702105888, 12),
        level: 0.95,
        method: "wilson",
      },
      policy: "answered-of-invited",
    });
  });

  it("is null over nobody invited", () => {
    expect(responseRate({ invited: 0, answered: 0 })).toStrictEqual({
      rate: null,
      numerator: 0,
      denominator: 0,
      interval: null,
      policy: "answered-of-invited",
    });
  });

  it("is 0 or 1 where nobody or everybody answered, and still uncertain", () => {
    const nobody = responseRate({ invited: 5, answered: 0 });
    const everybody = responseRate({ invited: 5, answered: 5 });
    expect([nobody.rate, everybody.rate]).toEqual([0, 1]);
    expect(nobody.interval).toMatchObject({ low: 0, high: expect.closeTo(0.4344825, 6) });
    expect(everybody.interval).toMatchObject({ low: expect.closeTo(1 - 0.4344825, 6), high: 1 });
  });

  it("takes a level, 0.95 unless told otherwise", () => {
    const counts = Object.freeze({ invited: 400, answered: 90 });
    expect(responseRate(counts, { level: 0.8 }).interval).toMatchObject({
      level: 0.8,
      low: expect.closeTo(0.19939794764633, 12),
    });
    expect(responseRate(counts, { level: undefined })).toStrictEqual(responseRate(counts));
    expect(responseRate(counts, {})).toStrictEqual(responseRate(counts));
  });

  it("counts up to 2^53 − 1 invitations", () => {
    const most = Number.MAX_SAFE_INTEGER;
    expect(responseRate({ invited: most, answered: most }).rate).toBe(1);
  });

  it("refuses more answers than invitations", () => {
    expect(() => responseRate({ invited: 5, answered: 6 })).toThrow(
      new CxMetricsError("responseRate: answered must be at most invited (5), got 6", "impossible-counts", [
        "answered",
      ]),
    );
    expect(() => responseRate({ invited: 0, answered: 1 })).toThrow(CxMetricsError);
  });

  const noCounts: [unknown, string][] = [
    [-1, "-1"],
    [1.5, "1.5"],
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "Infinity"],
    [2 ** 53, "a number of a million or more"],
    ["5", "a string"],
    [5n, "a bigint"],
    [null, "null"],
    [undefined, "undefined"],
  ];
  it.each(noCounts)("refuses the count %s", (count, inWords) => {
    for (const [name, counts] of [
      ["invited", { invited: count, answered: 1 }] as const,
      ["answered", { invited: 5, answered: count }] as const,
    ]) {
      expect(() => responseRate(counts as never)).toThrow(
        new CxMetricsError(
          `responseRate: ${name} must be a whole number from 0 up, got ${inWords}`,
          "invalid-count",
          [name],
        ),
      );
    }
  });

  it.each([
    ["undefined", undefined],
    ["null", null],
    ["5", 5],
  ])("refuses counts that are no object: %s", (inWords, counts) => {
    expect(() => responseRate(counts as never)).toThrow(
      new CxMetricsError(`responseRate: counts must be an object, got ${inWords}`, "invalid-argument", [
        "counts",
      ]),
    );
  });

  it.each([
    ["null", null],
    ["0.9", 0.9],
  ])("refuses options that are no object: %s", (inWords, options) => {
    expect(() => responseRate({ invited: 5, answered: 1 }, options as never)).toThrow(
      new CxMetricsError(`responseRate: options must be an object, got ${inWords}`, "invalid-argument", [
        "options",
      ]),
    );
  });

  it.each([
    [0, 5],
    [1, 5],
    [95, 5],
    [Number.NaN, 5],
    [2, 0],
  ])("refuses the level %d, with %i invited", (level, invited) => {
    expect(() => responseRate({ invited, answered: 0 }, { level })).toThrow(
      new CxMetricsError(
        `responseRate: level must be a number strictly between 0 and 1, got ${level}`,
        "invalid-argument",
        ["level"],
      ),
    );
  });

  it("returns no −0", () => {
    expect(responseRate({ invited: 5, answered: -0 })).toStrictEqual(
      responseRate({ invited: 5, answered: 0 }),
    );
    expect(responseRate({ invited: -0, answered: -0 })).toStrictEqual(
      responseRate({ invited: 0, answered: 0 }),
    );
  });
});
