import { describe, expect, it } from "vitest";
import { annualizeChurn, churnRate, expectedLifetime } from "../../src/index.ts";

describe("annualizeChurn is 1 − (1 − rate)^periods", () => {
  it("which is 1 − 0.95^12 of 5 % a month", () => {
    expect(annualizeChurn(0.05, 12)).toBeCloseTo(1 - 0.95 ** 12, 14);
  });

  it("of a rate of a year it is that rate", () => {
    expect(annualizeChurn(0.25, 1)).toBeCloseTo(0.25, 15);
  });

  it("is 0 where nobody leaves and 1 where all do", () => {
    expect(annualizeChurn(0, 12)).toBe(0);
    expect(annualizeChurn(-0, 12)).toBe(0);
    expect(annualizeChurn(1, 12)).toBe(1);
  });

  it("keeps the digits of rates so small that 1 − rate is 1", () => {
    expect(annualizeChurn(1e-20, 12)).toBeCloseTo(1.2e-19, 33);
  });

  it("periods need not be whole: there are 52.1775 weeks in a year", () => {
    expect(annualizeChurn(0.01, 52.1775)).toBeCloseTo(1 - 0.99 ** 52.1775, 14);
  });

  it("of the rate over nobody is null", () => {
    expect(annualizeChurn(null, 12)).toBeNull();
    expect(annualizeChurn(churnRate({ atStart: 0, lost: 0 }).rate, 12)).toBeNull();
    expect(annualizeChurn(churnRate({ atStart: 2, lost: 1 }).rate, 2)).toBe(0.75);
  });

  it.each([
    [1.5, "1.5"],
    [-0.1, "-0.1"],
    [Number.NaN, "NaN"],
    ["0.05", "a string"],
    [undefined, "undefined"],
  ])("refuses the rate %s", (rate, described) => {
    expect(() => annualizeChurn(rate as number, 12)).toThrow(
      expect.objectContaining({
        message: `annualizeChurn: rate must be a number from 0 to 1, got ${described}`,
        code: "invalid-argument",
        path: ["rate"],
      }),
    );
  });

  it.each([
    [0, "0"],
    [-12, "-12"],
    [Number.POSITIVE_INFINITY, "Infinity"],
    ["12", "a string"],
  ])("refuses %s periods, whatever the rate", (periods, described) => {
    for (const rate of [0.05, null]) {
      expect(() => annualizeChurn(rate, periods as number)).toThrow(
        expect.objectContaining({
          message: `annualizeChurn: periodsPerYear must be a finite number above 0, got ${described}`,
          code: "invalid-argument",
          path: ["periodsPerYear"],
        }),
      );
    }
  });
});

describe("expectedLifetime is 1 ÷ churn rate", () => {
  it("which is 20 periods at 5 %, and one where all leave", () => {
    expect(expectedLifetime(0.05)).toBe(20);
    expect(expectedLifetime(1)).toBe(1);
  });

  it("is null where nobody leaves, and where the rate is null", () => {
    expect(expectedLifetime(0)).toBeNull();
    expect(expectedLifetime(-0)).toBeNull();
    expect(expectedLifetime(null)).toBeNull();
  });

  it.each([
    [1.01, "a number from 0 to 1, got 1.01"],
    [-1, "a number from 0 to 1, got -1"],
    ["0.1", "a number from 0 to 1, got a string"],
    [5e-324, "0 or large enough to divide by, got 5e-324"],
  ])("refuses %s", (rate, rest) => {
    expect(() => expectedLifetime(rate as number)).toThrow(
      expect.objectContaining({
        message: `expectedLifetime: churnRate must be ${rest}`,
        code: "invalid-argument",
        path: ["churnRate"],
      }),
    );
  });
});
