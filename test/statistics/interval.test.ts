import { describe, expect, it } from "vitest";
import { intervalOf } from "../../src/statistics/interval.ts";
import { proportionRate } from "../../src/statistics/rate.ts";

const POINTS = { low: -100, high: 100 };

describe("an interval is clamped to the range of its figure", () => {
  it.each([
    ["inside the range", { low: -20, high: 30 }, { low: -20, high: 30 }],
    ["on its ends", { low: -100, high: 100 }, { low: -100, high: 100 }],
    ["past its lower end", { low: -120, high: 30 }, { low: -100, high: 30 }],
    ["past its upper end", { low: -20, high: 130 }, { low: -20, high: 100 }],
    ["past both", { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }, POINTS],
    ["wholly below it", { low: -130, high: -120 }, { low: -100, high: -100 }],
    ["wholly above it", { low: 120, high: 130 }, { low: 100, high: 100 }],
  ])("%s", (_, limits, expected) => {
    expect(intervalOf(limits, POINTS, 0.9, "test")).toEqual({ ...expected, level: 0.9, method: "test" });
  });

  it("and its limits are never −0", () => {
    const { low, high } = intervalOf({ low: -0, high: -0 }, POINTS, 0.9, "test");
    expect([Object.is(low, 0), Object.is(high, 0)]).toEqual([true, true]);
    const clamped = intervalOf({ low: -1, high: 1 }, { low: -0, high: -0 }, 0.9, "test");
    expect([Object.is(clamped.low, 0), Object.is(clamped.high, 0)]).toEqual([true, true]);
  });

  it("NaN is not hidden by clamping", () => {
    expect(intervalOf({ low: Number.NaN, high: 1 }, POINTS, 0.9, "test").low).toBeNaN();
  });
});

describe("a rate that is a proportion", () => {
  it("says what was counted over what, by which rule, with a Wilson interval", () => {
    expect(proportionRate("test", 18, 20, "by-test", {})).toEqual({
      rate: 0.9,
      numerator: 18,
      denominator: 20,
      interval: { low: expect.any(Number), high: expect.any(Number), level: 0.95, method: "wilson" },
      policy: "by-test",
    });
  });

  it("is null over nobody, and so is its interval", () => {
    expect(proportionRate("test", 0, 0, "by-test", {})).toEqual({
      rate: null,
      numerator: 0,
      denominator: 0,
      interval: null,
      policy: "by-test",
    });
  });

  it("checks its level on behalf of its caller", () => {
    expect(() => proportionRate("test", 1, 2, "by-test", { level: 1 })).toThrow(
      "test: level must be a number strictly between 0 and 1, got 1",
    );
  });
});
