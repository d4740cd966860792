// How schemas word what they refuse.

import { describe } from "../errors.ts";

/** Stands for the value of a field where a row of text has no such cell. No schema takes it. */
export const NO_CELL: unique symbol = /* @__PURE__ */ Symbol("no cell");

/** Stands for a cell of text in which there is no number. No schema takes it. */
export const NO_NUMBER: unique symbol = /* @__PURE__ */ Symbol("no number");

/** A refused value in words that cannot hold personal data. */
export function inWords(value: unknown): string {
  if (value === NO_NUMBER) return "text that is not read as a number with a decimal point";
  return value === NO_CELL ? "no such column" : describe(value);
}

/** What a schema says of a value that breaks its requirement: `must be …, got …`. */
export interface Wording {
  readonly error: (issue: { readonly input?: unknown }) => string;
}

export function wording(requirement: string, words: (value: unknown) => string = inWords): Wording {
  return { error: ({ input }) => `must be ${requirement}, got ${words(input)}` };
}
