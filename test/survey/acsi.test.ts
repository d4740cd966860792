// Contract of the satisfaction index.

import { describe, expect, it } from "vitest";
import { acsi } from "../../src/index.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

const means = deepFreeze({ satisfaction: 8, expectancy: 7, performance: 6 });

describe("acsi", () => {
  it("is the mean position of the three means between 1 and 10, in percent", () => {
    expect(acsi(means)).toStrictEqual({
      metric: "acsi",
      score: expect.closeTo((100 * (7 + 6 + 5)) / 27, 12),
      weights: { satisfaction: 1 / 3, expectancy: 1 / 3, performance: 1 / 3 },
    });
  });

  it("is exactly 0 where every mean is 1 and 100 where every mean is 10", () => {
    const all = (mean: number) => acsi({ satisfaction: mean, expectancy: mean, performance: mean }).score;
    expect([all(1), all(10)]).toStrictEqual([0, 100]);
  });

  it("takes weights, which it divides by their sum", () => {
    const weights = deepFreeze({ satisfaction: 2, expectancy: 1, performance: 1 });
    const score = acsi(means, { weights });
    expect(score.weights).toStrictEqual({ satisfaction: 0.5, expectancy: 0.25, performance: 0.25 });
    expect(score.score).toBeCloseTo((100 * (7 * 2 + 6 + 5)) / 36, 12);
    expect(acsi(means, { weights: undefined })).toStrictEqual(acsi(means));
  });

  it("takes weights of any size without overflow", () => {
    for (const w of [Number.MAX_VALUE, Number.MIN_VALUE]) {
      expect(acsi(means, { weights: { satisfaction: w, expectancy: w, performance: w } })).toStrictEqual(
        acsi(means),
      );
    }
  });

  it("leaves out a question of weight 0, and keeps −0 out of the result", () => {
    const only = acsi(means, { weights: { satisfaction: 1, expectancy: 0, performance: -0 } });
    expect(only.score).toBeCloseTo(700 / 9, 12);
    expectPlainJson(only);
  });

  it.each(["satisfaction", "expectancy", "performance"] as const)(
    "is null where %s is, whatever its weight",
    (question) => {
      const weights = { satisfaction: 1, expectancy: 1, performance: 1, [question]: 0 };
      expect(acsi({ ...means, [question]: null }, { weights }).score).toBeNull();
    },
  );

  it.each([0.99, 10.01, Number.NaN, "8", undefined])("refuses the mean %s", (mean) => {
    expect(() => acsi({ ...means, expectancy: mean as never })).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(/^acsi: expectancy must be a number from 1 to 10, or null, got /),
        code: "invalid-argument",
        path: ["expectancy"],
      }),
    );
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY, "1", undefined])("refuses the weight %s", (weight) => {
    const weights = { satisfaction: 1, expectancy: 1, performance: weight as never };
    expect(() => acsi(means, { weights })).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(/^acsi: weights\.performance must be a finite number from 0 up, got /),
        code: "invalid-weight",
        path: ["weights", "performance"],
      }),
    );
  });

  it("refuses weights that are all 0, no object, and an option that it does not know", () => {
    const weights = { satisfaction: 0, expectancy: 0, performance: 0 };
    expect(() => acsi(means, { weights })).toThrow("acsi: weights must be above 0 somewhere, got 0");
    expect(() => acsi(means, { weights: [] as never })).toThrow(/^acsi: weights\.satisfaction/);
    expect(() => acsi(means, { weights: null as never })).toThrow(
      "acsi: weights must be an object, got null",
    );
    expect(() => acsi(null as never)).toThrow("acsi: means must be an object, got null");
    expect(() => acsi(means, { level: 0.9 } as never)).toThrow(
      'acsi: options must be among weights, got "level"',
    );
  });
});
