// Contract of the top-box score.

import { describe, expect, it } from "vitest";
import { CSAT_SCALE, CxMetricsError, csat, NPS_SCALE, type Scale, tally, topBox } from "../../src/index.ts";

describe("topBox", () => {
  it("is the percentage of answers from a rating up", () => {
    expect(topBox([10, 10, 9, 4, null], { scale: NPS_SCALE, from: 10 })).toStrictEqual({
      metric: "top-box",
      score: 50,
      n: 4,
      missing: 1,
      effectiveN: 4,
      standardError: 25,
      interval: { low: expect.any(Number), high: expect.any(Number), level: 0.95, method: "wilson" },
      top: { count: 2, share: 0.5 },
      from: 10,
      tally: tally([10, 10, 9, 4, null], NPS_SCALE),
    });
  });

  it.each([
    [10, 50],
    [9, 75],
    [4, 100],
    [1, 100],
  ])("cuts from %i up", (from, score) => {
    expect(topBox([10, 10, 9, 4], { scale: NPS_SCALE, from }).score).toBe(score);
  });

  it("has the interval of csat, of any method and level", () => {
    for (const method of ["wilson", "agresti-coull", "jeffreys", "clopper-pearson", "wald"] as const) {
      const options = { method, level: 0.8 };
      expect(topBox([5, 4, 1], { scale: CSAT_SCALE, from: 4, ...options }).interval).toStrictEqual(
        csat([5, 4, 1], options).interval,
      );
    }
  });

  it.each<[string, Scale, unknown, string]>([
    ["the lowest rating", CSAT_SCALE, 1, "an integer from 2 to 5, got 1"],
    ["above the scale", CSAT_SCALE, 6, "an integer from 2 to 5, got 6"],
    ["a decimal", NPS_SCALE, 8.5, "an integer from 1 to 10, got 8.5"],
    ["absent", NPS_SCALE, undefined, "an integer from 1 to 10, got undefined"],
    ["null", NPS_SCALE, null, "an integer from 1 to 10, got null"],
    ["a string", { min: -2, max: 2 }, "2", "an integer from -1 to 2, got a string"],
  ])("refuses a cut that is %s", (_, scale, from, requirement) => {
    expect(() => topBox([], { scale, from: from as number })).toThrow(
      new CxMetricsError(`topBox: from must be ${requirement}`, "invalid-argument", ["from"]),
    );
  });

  it("returns no −0 where the cut is −0", () => {
    expect(topBox([0], { scale: { min: -2, max: 2 }, from: -0 }).from).toBe(0);
  });

  it.each([
    ["undefined", undefined],
    ["null", null],
    ["9", 9],
  ])("refuses options that are no object: %s", (inWords, options) => {
    expect(() => topBox([], options as never)).toThrow(
      new CxMetricsError(`topBox: options must be an object, got ${inWords}`, "invalid-argument", [
        "options",
      ]),
    );
  });
});

describe.each<[string, (method: never) => unknown]>([
  ["topBox", (method) => topBox([], { scale: CSAT_SCALE, from: 4, method })],
  ["csat", (method) => csat([], { method })],
])("%s", (caller, take) => {
  it.each([
    ["a string", "score"],
    ["a string", "Wilson"],
    ["null", null],
    ["an object", {}],
  ])("refuses %s for a method: %j", (inWords, method) => {
    expect(() => take(method as never)).toThrow(
      new CxMetricsError(
        `${caller}: method must be "wilson" or "agresti-coull" or "jeffreys" or "clopper-pearson" or "wald", got ${inWords}`,
        "invalid-argument",
        ["method"],
      ),
    );
  });
});
