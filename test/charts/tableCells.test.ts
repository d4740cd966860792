import { expect, it } from "vitest";
import { cellsOf } from "../../src/charts/tableCells.ts";
import { wordsOf } from "../../src/charts/words.ts";

const textsOf = (result: object): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...cellsOf(wordsOf("displayTable", "en"), result)].map(([name, { text }]) => [name, text]),
  );

it("numbers are written so that they can be told apart from 0, and what is no finite number as it is called", () => {
  const { POSITIVE_INFINITY: up, NEGATIVE_INFINITY: down, NaN: none } = Number;
  const numbers = [12_345, 1, 1.005, -2.5, 0.99999, 0.0001, 0.00009, -1e-9, 0, up, down, none];
  expect(Object.values(textsOf(numbers))).toEqual([
    ...["12,345", "1", "1.01", "−2.50", "1.0000", "0.0001", "9.0e-5", "−1.0e-9", "0"],
    ...["Infinity", "-Infinity", "NaN"],
  ]);
});

it("an interval is one cell where it has both limits and a level, and a share where it is one with its count alone", () => {
  expect(textsOf({ a: { low: 1, high: 2, level: 0.9, method: "wilson" } })).toEqual({
    a: "90 % interval 1 to 2",
  });
  expect(textsOf({ a: { low: 1, high: 2, level: 0.999 } })).toEqual({ a: "99.9 % interval 1 to 2" });
  expect(textsOf({ a: { low: 1, high: 2 } })).toEqual({ "a.low": "1", "a.high": "2" });
  expect(textsOf({ a: { low: 1, high: null, level: 0.9 } })).toEqual({
    "a.low": "1",
    "a.high": "–",
    "a.level": "0.9000",
  });
  expect(textsOf({ a: { count: 3, share: 0.5 } })).toEqual({ a: "50.0 % (3)" });
  expect(textsOf({ a: { count: 3, share: 0.5, of: 6 } })).toEqual({
    "a.count": "3",
    "a.share": "0.5000",
    "a.of": "6",
  });
  expect(textsOf({ a: { share: 0.5, of: 6 }, b: { count: 3, of: 6 } })).toEqual({
    ...{ "a.share": "0.5000", "a.of": "6", "b.count": "3", "b.of": "6" },
  });
});

it("what a group's key and score hold are columns by their own names, what other objects hold by theirs as well", () => {
  const group = { key: { plan: "Pro" }, score: { metric: "nps", score: 50 }, change: { by: 5 } };
  expect(textsOf(group)).toEqual({ plan: "Pro", metric: "nps", score: "50", "change.by": "5" });
});

it("intervals and shares stand with the numbers, texts do not", () => {
  const result = {
    n: 1,
    interval: { low: 0, high: 1, level: 0.95 },
    share: { count: 0, share: null },
    plan: "Pro",
  };
  const cells = cellsOf(wordsOf("displayTable", "en"), result);
  expect([...cells.values()].map(({ isNumber }) => isNumber)).toEqual([true, true, true, false]);
});
