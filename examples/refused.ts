// Rows that parseRows refused, counted by reason.

import type { RowIssue } from "cx-metrics";
import { left, right, table } from "./table.ts";

/** Why a row was refused, and where it is. */
export interface Refusal {
  /** Safe to print: messages of this package's schemas repeat no text of the row. */
  readonly reason: string;
  /** The row's number as a spreadsheet shows it, where the headings are row 1. */
  readonly fileRow: number;
}

/** One refusal for each refused row, by the first thing that is wrong with it: a row can have several issues. */
export function refusalsOf(issues: readonly RowIssue[]): readonly Refusal[] {
  const byRow = new Map<number, Refusal>();
  for (const { index, path, message } of issues) {
    if (!byRow.has(index)) byRow.set(index, { reason: [...path, message].join(" "), fileRow: index + 2 });
  }
  return [...byRow.values()];
}

/** A table of reasons, the most frequent first, with the first row of each. */
export function refusalTable(refusals: readonly Refusal[]): string {
  if (refusals.length === 0) return "No row was refused.";
  const byReason = new Map<string, { count: number; fileRow: number }>();
  for (const { reason, fileRow } of refusals) {
    const { count, fileRow: first } = byReason.get(reason) ?? { count: 0, fileRow };
    byReason.set(reason, { count: count + 1, fileRow: Math.min(first, fileRow) });
  }
  const rows = [...byReason]
    .sort(([, a], [, b]) => b.count - a.count || a.fileRow - b.fileRow)
    .flatMap(([reason, { count, fileRow }]) => {
      const [first = "", ...more] = linesOf(reason);
      return [[String(count), String(fileRow), first], ...more.map((line) => ["", "", line])];
    });
  return table([right("Count"), right("Row"), left("Reason")], rows);
}

/** How long a line with a reason may be, so that the table fits a terminal. */
const LONGEST = 86;

/** A reason in as many lines as it needs. */
function linesOf(reason: string): readonly string[] {
  const lines: string[] = [];
  for (const word of reason.split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`.trimStart();
    if (lines.length > 0 && longer.length <= LONGEST) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
