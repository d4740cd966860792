import { expect, it } from "vitest";
import { scoreAt } from "../../src/charts/readScore.ts";
import * as results from "./results.ts";

it("the range of a score is what its metric can be", () => {
  const rangeOf = (score: unknown) => Object.values(scoreAt("scoreChart", ["score"], score).range);
  expect(rangeOf(results.NPS)).toEqual([-100, 100]);
  expect(rangeOf(results.NET)).toEqual([-100, 100]);
  expect(rangeOf(results.CSAT)).toEqual([0, 100]);
  expect(rangeOf(results.TOP)).toEqual([0, 100]);
  expect(rangeOf(results.CES)).toEqual([1, 7]);
  expect(rangeOf(results.EFFORT)).toEqual([1, 5]);
});

it("lower is better only for effort where low ratings are easy", () => {
  const { NPS, NET, CSAT, TOP, CES, EFFORT } = results;
  const isHigherBetter = (score: unknown): boolean => scoreAt("scoreChart", ["score"], score).higherIsBetter;
  expect([NPS, NET, CSAT, TOP, CES, EFFORT].map(isHigherBetter)).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
  ]);
});
