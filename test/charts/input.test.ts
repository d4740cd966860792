import { expect, it } from "vitest";
import {
  amountAt,
  arrayAt,
  countAt,
  figureAt,
  itemsOf,
  numberAt,
  objectAt,
  textAt,
} from "../../src/charts/input.ts";

const PATH = ["rows", 2, "rates"];

type Guard = (caller: string, path: readonly (string | number)[], value: unknown) => unknown;
it.each<readonly [guard: Guard, requirement: string, wrong: unknown]>([
  [objectAt, "an object, got an array", []],
  [objectAt, "an object, got null", null],
  [arrayAt, "an array, got an object", {}],
  [numberAt, "a finite number, got NaN", Number.NaN],
  [numberAt, "a finite number, got a string", "1"],
  [numberAt, "a finite number, got null", null],
  [figureAt, "a finite number or null, got Infinity", Number.POSITIVE_INFINITY],
  [figureAt, "a finite number or null, got undefined", undefined],
  [figureAt, "a finite number or null, got true", true],
  [amountAt, "a finite number from 0 up, got -1", -1],
  [amountAt, "a finite number, got a string", "1"],
  [textAt, "a string, got 3", 3],
])("%o: what is read must be %s", (guard, requirement, wrong) => {
  const message = `chart: rows at index 2.rates must be ${requirement}`;
  expect(() => guard("chart", PATH, wrong)).toThrow(
    expect.objectContaining({ name: "CxMetricsError", code: "invalid-argument", message, path: PATH }),
  );
});

it("a wrong count has a code of its own", () => {
  const message = "chart: rows at index 2.rates must be a whole number from 0 up, got -1";
  expect(() => countAt("chart", PATH, -1)).toThrow(
    expect.objectContaining({ name: "CxMetricsError", code: "invalid-count", message, path: PATH }),
  );
});

it("−0 is read as 0", () => {
  for (const guard of [numberAt, figureAt, amountAt, countAt]) expect(guard("chart", PATH, -0)).toBe(0);
});

it("items are read with the way to each, from any iterable", () => {
  const paths = itemsOf("chart", "rows", new Set([{ a: 1 }, { a: 2 }]), ({ a }, path) => [a, ...path]);
  expect(paths).toEqual([
    [1, "rows", 0],
    [2, "rows", 1],
  ]);
  expect(() => itemsOf("chart", "rows", [{}, 4], () => 0)).toThrow(
    expect.objectContaining({
      path: ["rows", 1],
      message: "chart: rows at index 1 must be an object, got 4",
    }),
  );
});
