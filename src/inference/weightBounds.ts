// Bounds of raked weights: read from options, and laid on the cells of a table.

import { checkedNumber, checkedOptions } from "../errors.ts";
import type { CellBounds } from "./raking.ts";
import type { SampleTable } from "./sampleTable.ts";

/** Limits of weights, as multiples of the mean weight of the rows that keep any. */
export interface WeightBounds {
  /**
   * The least that a weight may be, as a multiple of the mean: from 0, below 1.
   * @defaultValue 0
   */
  readonly lower?: number | undefined;
  /**
   * The most that a weight may be, as a multiple of the mean: above 1, up to 1e100.
   * @defaultValue 1e100, which is no limit
   */
  readonly upper?: number | undefined;
}

/** Bounds with no limit left open. */
interface CheckedBounds {
  readonly lower: number;
  readonly upper: number;
}

/** The bounds where there are any, or a throw where they are none. */
export function checkedBounds(caller: string, bounds: WeightBounds | undefined): CheckedBounds | undefined {
  if (bounds === undefined) return undefined;
  const { lower = 0, upper = 1e100 } = checkedOptions(caller, bounds, ["lower", "upper"], ["bounds"]);
  return {
    lower: checkedNumber(
      caller,
      ["bounds", "lower"],
      lower,
      "a number from 0, below 1",
      (b) => b >= 0 && b < 1,
    ),
    upper: checkedNumber(
      caller,
      ["bounds", "upper"],
      upper,
      "a number above 1, up to 1e100",
      (b) => b > 1 && b <= 1e100,
    ),
  };
}

/** The limits of each cell, whose rows all weighed the same before. */
export function boundsOfCells(
  { counts }: SampleTable,
  cells: Float64Array,
  { lower, upper }: CheckedBounds,
): CellBounds {
  let rows = 0;
  counts.forEach((count, cell) => {
    if (cells[cell] !== 0) rows += count;
  });
  return {
    // Above 0, because a cell that weighs nothing is out for good.
    lower: Float64Array.from(counts, (count) => Math.max((lower * count) / rows, Number.MIN_VALUE)),
    upper: Float64Array.from(counts, (count) => (upper * count) / rows),
  };
}

/** How many rows have a weight at one of the limits. */
export function rowsAtBounds(
  { counts }: SampleTable,
  cells: Float64Array,
  { lower, upper }: CellBounds,
): number {
  let rows = 0;
  counts.forEach((count, cell) => {
    if (cells[cell] === lower[cell] || cells[cell] === upper[cell]) rows += count;
  });
  return rows;
}
