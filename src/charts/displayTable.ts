// Tables for notebooks: plain results that a cell shows as a table.

import { checkedOptions, refusal } from "../errors.ts";
import { displayedAs } from "./display.ts";
import { escaped } from "./html.ts";
import { textAt } from "./input.ts";
import type { GivenLabels } from "./labels.ts";
import { cellsOf, columnsOf } from "./tableCells.ts";
import { type Words, wordsOf } from "./words.ts";

/** Options of {@link displayTable}. */
export interface DisplayTableOptions {
  /**
   * What stands above the table.
   * @defaultValue nothing
   */
  readonly title?: string | undefined;
  /**
   * How many rows are shown, from 1 up; how many more there are stands below.
   * @defaultValue 100
   */
  readonly rows?: number | undefined;
  /**
   * The language of numbers and intervals, `"en"` or `"id"`, or words of your own in place of the English ones.
   * @defaultValue `"en"`
   */
  readonly labels?: "en" | "id" | GivenLabels | undefined;
}

/**
 * Makes a notebook show a result as a table: rows of `tidy`, groups of `scoreBy`, comparisons of `compareAll`, one score or one
 * comparison, or any other rows.
 *
 * What comes back is a copy of the array or object itself, equal to it and plain JSON as it is; it only knows, besides, how to
 * be shown. Each row is a line and each property a column; the dimensions of a key and the figures of a score become
 * columns of their own, an interval reads "95 % interval 11 to 17", and tallies and lists are left out. Numbers are rounded for
 * display: to two decimals from 1 up, to four below, and below 0.0001 they read like `1.2e-5`; whole ones stay whole. Text
 * is shown as text, whatever is in it.
 *
 * @param value - rows, or one row
 * @param options - title, how many rows are shown, labels
 * @throws {@link cx-metrics!CxMetricsError} `invalid-argument` for a value that is no object or list of objects, and for a wrong option
 *
 * @example
 * ```ts
 * import { csat, scoreBy, tidy } from "cx-metrics";
 * import { displayTable } from "cx-metrics/charts";
 *
 * const rows = [{ channel: "chat", rating: 5 }, { channel: "phone", rating: 4 }];
 * const groups = scoreBy(rows, { metric: csat, rating: (r) => r.rating, by: { channel: (r) => r.channel } });
 * const table = displayTable(tidy(groups)); // as the last line of a cell, a table
 * table.length; // → 2
 * ```
 */
export function displayTable<T extends object>(value: T, options: DisplayTableOptions = {}): T {
  const caller = "displayTable";
  const { title, rows = 100, labels = "en" } = checkedOptions(caller, options, ["title", "rows", "labels"]);
  if (title !== undefined) textAt(caller, ["title"], title);
  if (!(Number.isSafeInteger(rows) && rows >= 1)) {
    throw refusal(caller, "invalid-argument", ["rows"], "a whole number from 1 up", rows);
  }
  const words = wordsOf(caller, labels);
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  for (const [index, item] of items.entries()) {
    if (typeof item === "object" && item !== null && !Array.isArray(item)) continue;
    const path = Array.isArray(value) ? ["value", index] : ["value"];
    throw refusal(caller, "invalid-argument", path, "an object", item);
  }
  const copy = (Array.isArray(value) ? [...value] : Object.fromEntries(Object.entries(value))) as T;
  return displayedAs(copy, () => tableBundle(items as readonly object[], { title, rows, words }));
}

function tableBundle(
  items: readonly object[],
  {
    title,
    rows,
    words,
  }: { readonly title: string | undefined; readonly rows: number; readonly words: Words },
): Readonly<Record<string, string>> {
  const lines = items.slice(0, rows).map((item) => cellsOf(words, item));
  const columns = columnsOf(lines);
  const texts = lines.map((line) => columns.map((column) => line.get(column)?.text ?? ""));
  const areNumbers = columns.map((column) => lines.some((line) => line.get(column)?.isNumber === true));
  const above = title === undefined ? [] : [title];
  const below = items.length > rows ? [`… + ${words.number(items.length - rows, 0)}`] : [];
  const caption = above.map((text) => `<caption>${escaped(text)}</caption>`).join("");
  const head = htmlRow("th", columns, areNumbers);
  const body = texts.map((line) => htmlRow("td", line, areNumbers)).join("");
  const foot = below.map((text) => `<p>${escaped(text)}</p>`).join("");
  return {
    "text/html": `<table>${caption}<thead>${head}</thead><tbody>${body}</tbody></table>${foot}`,
    "text/plain": [...above, ...[columns, ...texts].map((line) => line.join("\t")), ...below].join("\n"),
  };
}

/** A line of the table. Columns of numbers stand right: their headings too, and dashes where there is no number. */
function htmlRow(tag: "th" | "td", texts: readonly string[], areNumbers: readonly boolean[]): string {
  const opening = tag === "th" ? 'th scope="col"' : "td";
  const cells = texts.map((text, i) => {
    const side = areNumbers[i] === true ? "right" : "left";
    return `<${opening} style="text-align:${side}">${escaped(text)}</${tag}>`;
  });
  return `<tr>${cells.join("")}</tr>`;
}
