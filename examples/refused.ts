// Rows that parseRows refused, counted by reason.

import type { RowIssue } from "cx-metrics";
import type { Part } from "./section.ts";
import { left, right } from "./table.ts";

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

/** A table of reasons, the most frequent first, with the first row of each; or that there are none. */
export function refusalParts(file: string, refusals: readonly Refusal[]): readonly Part[] {
  if (refusals.length === 0) return [`Of ${file} no row was refused.`];
  const byReason = new Map<string, { count: number; fileRow: number }>();
  for (const { reason, fileRow } of refusals) {
    const { count, fileRow: first } = byReason.get(reason) ?? { count: 0, fileRow };
    byReason.set(reason, { count: count + 1, fileRow: Math.min(first, fileRow) });
  }
  const rows = [...byReason]
    .sort(([, a], [, b]) => b.count - a.count || a.fileRow - b.fileRow)
    .map(([reason, { count, fileRow }]) => [String(count), String(fileRow), reason]);
  return [{ caption: `Refused of ${file}`, columns: [right("Count"), right("Row"), left("Reason")], rows }];
}
