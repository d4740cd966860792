import { describe, expect, it } from "vitest";
import { wordsOf } from "../../src/charts/words.ts";

const english = wordsOf("npsChart", "en");

describe("a number", () => {
  it("has its thousands apart, however many there are", () => {
    const numbers = [999, 1000, 999_999, 1_234_567, -9_876_543_210].map((value) => english.number(value, 0));
    expect(numbers).toEqual(["999", "1,000", "999,999", "1,234,567", "−9,876,543,210"]);
    expect(english.number(1234.5, 2)).toBe("1,234.50");
    expect(wordsOf("npsChart", "id").number(1_234_567.25, 1)).toBe("1.234.567,3");
  });

  it("has no sign where it is rounded to 0", () => {
    expect([-0, -0.4, 0.4].map((value) => english.number(value, 0))).toEqual(["0", "0", "0"]);
  });
});

describe("an interval", () => {
  const withLevel = (level: number): string =>
    english.interval({ low: 1, high: 2, level, method: "exact" }, 1);

  it("stands in brackets behind its figure, and is nothing where there is none", () => {
    expect(withLevel(0.95)).toBe(" (95 % interval 1.0 to 2.0)");
    expect(english.interval(null, 1)).toBe("");
  });

  it("has as many decimals in its level as it needs, up to six", () => {
    expect(withLevel(0.999)).toBe(" (99.9 % interval 1.0 to 2.0)");
    expect(withLevel(0.9512345)).toBe(" (95.12345 % interval 1.0 to 2.0)");
    expect(withLevel(0.95123456789)).toBe(" (95.123457 % interval 1.0 to 2.0)");
  });
});

it("what there is one of is not called as several are", () => {
  const counted = (n: number) => [
    english.answers(n),
    english.customers(n),
    english.cohorts(n),
    english.comments(n),
  ];
  expect(counted(1)).toEqual(["1 answer", "1 customer", "1 cohort", "1 comment"]);
  expect(counted(0)).toEqual(["0 answers", "0 customers", "0 cohorts", "0 comments"]);
  expect(counted(2828)).toEqual(["2,828 answers", "2,828 customers", "2,828 cohorts", "2,828 comments"]);
});
