// Plain-text tables: aligned with spaces, so that they read the same in any terminal.

import { type Interval, roundHalfAwayFromZero } from "cx-metrics";

/** A column's heading, and the side that its cells are set to: figures right, names left. */
export interface Column {
  readonly title: string;
  readonly align: "left" | "right";
}

/** A column of names. */
export const left = (title: string): Column => ({ title, align: "left" });

/** A column of figures. */
export const right = (title: string): Column => ({ title, align: "right" });

/** How long a line may be, so that it fits a terminal. */
const LONGEST = 100;

/** Cells under their headings, of which the last is broken where it is too long. A row without cells makes an empty line. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const lines = brokenRows(
    columns,
    rows.map((row) => row.map(printable)),
  );
  const widths = widthsOf(columns, lines);
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ align }, c) => {
        const [cell, width] = [cells[c] ?? "", widths[c] ?? 0];
        return align === "right" ? cell.padStart(width) : cell.padEnd(width);
      })
      .join("  ")
      .trimEnd();
  const titles = columns.map(({ title }) => title);
  const rules = widths.map((width) => "-".repeat(width));
  return [titles, rules, ...lines].map(line).join("\n");
}

function widthsOf(columns: readonly Column[], rows: readonly (readonly string[])[]): readonly number[] {
  return columns.map(({ title }, c) =>
    rows.reduce((widest, row) => Math.max(widest, row[c]?.length ?? 0), title.length),
  );
}

/** Rows of which the last cell goes on in further rows, where there is no room for all of it. */
function brokenRows(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const before = widthsOf(columns, rows).slice(0, -1);
  const room = before.reduce((left, width) => left - width - 2, LONGEST);
  return rows.flatMap((row) => {
    const last = row[columns.length - 1] ?? "";
    if (last.length <= room) return [row];
    const [first = "", ...more] = broken(last, room);
    return [[...row.slice(0, -1), first], ...more.map((line) => [...before.map(() => ""), line])];
  });
}

/** A text in lines of at most so many characters, as far as its words allow it. */
function broken(text: string, longest: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`.trimStart();
    if (lines.length > 0 && longer.length <= longest) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A section: its heading, what helps to read it, its tables. */
export function section(title: string, notes: readonly string[], ...tables: readonly string[]): string {
  return [[title, "=".repeat(title.length), ...notes].join("\n"), ...tables].join("\n\n");
}

/** A text in lines, behind a bullet if there is one, its minus signs the ones that every terminal has. */
export function wrapped(text: string, bullet = ""): string {
  const lines = broken(printable(text).replaceAll("\u2212", "-"), LONGEST - bullet.length);
  return lines.map((line, i) => (i === 0 ? bullet : " ".repeat(bullet.length)) + line).join("\n");
}

/** A count among words, thousands apart. */
export const count = (n: number): string => String(n).replace(/\d(?=(\d{3})+$)/g, "$&,");

/** A figure rounded for display; a dash where there is none. */
export function figure(value: number | null, decimals: number): string {
  return roundHalfAwayFromZero(value, decimals)?.toFixed(decimals) ?? "-";
}

/** An interval rounded for display; a dash where there is none. */
export function range(interval: Interval | null, decimals: number): string {
  return interval === null ? "-" : `${figure(interval.low, decimals)} to ${figure(interval.high, decimals)}`;
}

/** Names come out of files: a line break would break the table, an escape sequence would command the terminal. */
function printable(cell: string): string {
  return cell.replace(/\p{Cc}/gu, "?");
}
