import { describe, expect, it } from "vitest";
import { domainAround, roundSteps, rowHeight } from "../../src/charts/axes.ts";

describe("an axis around values", () => {
  const range = { low: -100, high: 100 };

  it("has a twentieth of what they span as room on either side", () => {
    expect(domainAround([10, 50, null, 30], range)).toEqual([8, 52]);
  });

  it("shows a tenth of the range at least, with the values in its middle", () => {
    expect(domainAround([40], range)).toEqual([30, 50]);
    expect(domainAround([40, 44], range)).toEqual([32, 52]);
    expect(domainAround([4], { low: 1, high: 7 })).toEqual([3.7, 4.3]);
  });

  it("ends where the range ends, but where a value lies beyond it", () => {
    expect(domainAround([95, 99], range)).toEqual([87, 100]);
    expect(domainAround([-99, -95], range)).toEqual([-100, -87]);
    expect(domainAround([-105, 120], range)).toEqual([-105, 120]);
  });

  it("is the whole range where there is no value", () => {
    expect(domainAround([], range)).toEqual([-100, 100]);
    expect(domainAround([null], range)).toEqual([-100, 100]);
  });
});

describe("round steps", () => {
  it("are a one, two or five with noughts behind it apart, up to the highest", () => {
    expect(roundSteps(10, 5)).toEqual([0, 2, 4, 6, 8, 10]);
    expect(roundSteps(24, 8)).toEqual([0, 5, 10, 15, 20]);
    expect(roundSteps(60, 7)).toEqual([0, 10, 20, 30, 40, 50, 60]);
    expect(roundSteps(0.4, 4)).toEqual([0, 0.1, 0.2, 0.30000000000000004, 0.4]);
  });

  it("are a nought alone where nothing is higher, or nothing that can be divided", () => {
    expect(roundSteps(0, 8)).toEqual([0]);
    expect(roundSteps(Number.MIN_VALUE, 8)).toEqual([0]);
  });
});

it("from 25 rows on they are lower", () => {
  expect([1, 24, 25, 1000].map(rowHeight)).toEqual([24, 24, 15, 15]);
});
