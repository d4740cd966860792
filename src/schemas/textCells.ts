// Rows of text, as a CSV reader gives them, read into the types of a record.

import { NO_CELL, NO_NUMBER } from "./wording.ts";

/** What a cell that is not blank says. What it cannot read, a reader passes on as something that no schema takes. */
export type CellReader = (cell: string) => unknown;

/** How rows of one kind are read. */
export interface TextColumns {
  /** How the cells of each field are read. */
  readonly readers: readonly (readonly [field: string, read: CellReader])[];
  /** The fields whose empty cells mean something: a renamed column must not pass for one in which all are empty. */
  readonly needed: readonly string[];
}

/**
 * A copy of a row with its cells read, for the schema of typed rows to judge. What cannot be read stays what that
 * schema refuses; what is no text, and what is no row, stays what it is. `filledIn` is what a row may leave out.
 */
export function rowOfText(row: unknown, columns: TextColumns, filledIn: object = {}): unknown {
  if (typeof row !== "object" || row === null || Array.isArray(row)) return row;
  const read: Record<string, unknown> = { ...filledIn, ...row };
  for (const [field, readCell] of columns.readers) {
    const cell = read[field];
    if (typeof cell === "string") read[field] = cell.trim() === "" ? null : readCell(cell);
  }
  for (const field of columns.needed) if (read[field] === undefined) read[field] = NO_CELL;
  return read;
}

/** Names may have space at their ends, and two that differ by it differ in the file too. */
export const asItIs: CellReader = (cell) => cell;

/** For what is read from the text later, or compared with codes that have no space in them. */
export const trimmed: CellReader = (cell) => cell.trim();

/**
 * The numbers that an error may name: short ones, and whole ones of a million or more, whose digits it keeps to itself.
 * In between may be the digits of a telephone or account number.
 */
const NAMEABLE = /^-?(?:[0-9]{1,4}(?:\.[0-9]{1,2})?|0{0,3}[1-9][0-9]{6,12})$/;

/** A number that is not negative, as programs write it: 1.25, .85 and 1e-05 as well. */
const DECIMAL = /^(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:e[-+]?[0-9]+)?$/i;

/** A number that has more to it than zeros before the exponent. */
const NOT_ZERO = /^[0.]*[1-9]/;

/** The number in a cell that an error may name, or `null`. */
export function nameableNumber(cell: string): number | null {
  return NAMEABLE.test(cell.trim()) ? Number(cell) : null;
}

/** The number in a cell, or {@link NO_NUMBER}. */
export const decimal: CellReader = (cell) => {
  const text = cell.trim();
  if (!DECIMAL.test(text) && !NAMEABLE.test(text)) return NO_NUMBER;
  // Adding 0 turns a −0 into 0, which JSON could not keep apart.
  const number = Number(text) + 0;
  // What is too small for a double must not pass for 0.
  return number === 0 && NOT_ZERO.test(text) ? NO_NUMBER : number;
};

const FLAGS: ReadonlyMap<string, boolean> = /* @__PURE__ */ new Map([
  ["true", true],
  ["false", false],
]);

/** The words of programs, in any case. Who writes yes and no, or 1 and 0, may mean something else by it. */
export const flag: CellReader = (cell) => FLAGS.get(cell.trim().toLowerCase()) ?? cell;
