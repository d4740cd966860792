// Cells of tables: a result laid out flat, as texts.

import type { Words } from "./words.ts";

/** What stands in a cell. */
interface Cell {
  readonly text: string;
  readonly isNumber: boolean;
}

/** The cells of a result by column. A Map, because a column may be called anything. */
export type Line = ReadonlyMap<string, Cell>;

/** The result as a line of cells. */
export function cellsOf(words: Words, result: object): Line {
  const line = new Map<string, Cell>();
  addCells(words, line, result, "");
  return line;
}

/** The columns of all lines, in the order in which they first occur. */
export function columnsOf(lines: readonly Line[]): readonly string[] {
  return [...new Set(lines.flatMap((line) => [...line.keys()]))];
}

/** Objects whose properties become columns by their own names. */
const OPENED: readonly string[] = ["key", "score"];

function addCells(words: Words, line: Map<string, Cell>, object: object, prefix: string): void {
  for (const [name, value] of Object.entries(object) as [string, unknown][]) {
    const column = prefix + name;
    if (typeof value !== "object" || value === null) line.set(column, scalarCell(words, value));
    else if (Array.isArray(value) || name === "tally") continue;
    else if (isInterval(value)) line.set(column, intervalCell(words, value));
    else if (isShare(value)) line.set(column, shareCell(words, value));
    else addCells(words, line, value, OPENED.includes(name) ? prefix : `${column}.`);
  }
}

function scalarCell(words: Words, value: unknown): Cell {
  if (typeof value === "number") return { text: shownNumber(words, value), isNumber: true };
  return { text: value === null || value === undefined ? "–" : String(value), isNumber: false };
}

/** Whole numbers as they are, others with two decimals, or with more where they are small. */
function shownNumber(words: Words, value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Number.isInteger(value)) return words.number(value, 0);
  const size = Math.abs(value);
  if (size >= 1) return words.number(value, 2);
  if (size >= 0.0001) return words.number(value, 4);
  const [mantissa, exponent] = value.toExponential(1).split("e") as [string, string];
  return `${words.number(Number(mantissa), 1)}e${exponent}`;
}

interface Limits {
  readonly low: number;
  readonly high: number;
  readonly level: number;
}

function isInterval(value: object): value is Limits {
  return ["low", "high", "level"].every(
    (name) => typeof (value as Record<string, unknown>)[name] === "number",
  );
}

function intervalCell(words: Words, { low, high, level }: Limits): Cell {
  return { text: words.limits(level, shownNumber(words, low), shownNumber(words, high)), isNumber: true };
}

function isShare(value: object): value is { readonly count: number; readonly share: number | null } {
  return "share" in value && "count" in value && Object.keys(value).length === 2;
}

function shareCell(
  words: Words,
  { count, share }: { readonly count: number; readonly share: number | null },
): Cell {
  const text = share === null ? "–" : `${words.percent(share, 1)} (${shownNumber(words, count)})`;
  return { text, isNumber: true };
}
