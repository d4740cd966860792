// Columns of numbers read from rows, and what becomes of rows that lack one.

import { type PathSegment, refusal } from "../errors.ts";
import { addRow, type Comoments, emptyComoments } from "../statistics/comoments.ts";

/** What becomes of rows that lack a value: left out, or out of the correlations that need it. */
export type MissingPolicy = "listwise" | "pairwise";

/** The squares of values up to this size, and the sums of many, are finite. */
const LARGEST_VALUE = 1e100;

/** How to read a column of a row, and how errors name it. */
export interface ColumnReader<Row> {
  readonly path: readonly [string, ...PathSegment[]];
  readonly read: (row: Row) => number | null | undefined;
}

/** Columns folded. */
export interface FoldedColumns {
  readonly rows: number;
  readonly moments: Comoments;
  /** How many rows lack each column. */
  readonly missing: readonly number[];
}

/** Folds rows into the moments of their columns, in one pass. */
export function foldColumns<Row>(
  caller: string,
  rows: Iterable<Row>,
  readers: readonly ColumnReader<Row>[],
  policy: MissingPolicy,
): FoldedColumns {
  const moments = emptyComoments(readers.length);
  const missing = readers.map(() => 0);
  const values = new Float64Array(readers.length);
  let index = 0;
  for (const row of rows) {
    let complete = true;
    for (let column = 0; column < readers.length; column++) {
      const value = readFigure(caller, readers[column] as ColumnReader<Row>, row, index);
      values[column] = value;
      if (!Number.isNaN(value)) continue;
      complete = false;
      missing[column] = (missing[column] as number) + 1;
    }
    if (complete || policy === "pairwise") addRow(moments, values);
    index++;
  }
  return { rows: index, moments, missing };
}

/** A row's value in a column, NaN where it is missing. */
function readFigure<Row>(caller: string, { path, read }: ColumnReader<Row>, row: Row, index: number): number {
  const value = read(row);
  if (value === null || value === undefined) return Number.NaN;
  if (typeof value === "number" && Math.abs(value) <= LARGEST_VALUE) return value;
  const requirement = "a finite number up to 1e100 in size, or missing";
  throw refusal(caller, "invalid-argument", [...path, index], requirement, value);
}
