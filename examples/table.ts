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

/** Cells under their headings. A row without cells makes an empty line. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const clean = rows.map((row) => row.map(printable));
  const widths = columns.map(({ title }, c) =>
    clean.reduce((widest, row) => Math.max(widest, row[c]?.length ?? 0), title.length),
  );
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
  return [titles, rules, ...clean].map(line).join("\n");
}

/** A section: its heading, what helps to read it, its tables. */
export function section(title: string, notes: readonly string[], ...tables: readonly string[]): string {
  return [[title, "=".repeat(title.length), ...notes].join("\n"), ...tables].join("\n\n");
}

/** A text in lines of at most 100 characters, its minus signs the ones that every terminal has. */
export function wrapped(text: string): string {
  return text
    .replaceAll("\u2212", "-")
    .replace(/(.{1,100})(?: |$)/g, "$1\n")
    .trimEnd();
}

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
