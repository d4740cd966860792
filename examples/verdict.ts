// What a difference comes to: p-values adjusted for their number, and words for them.

import { adjustPValues, type Comparison } from "cx-metrics";
import { figure } from "./table.ts";

/** A comparison with its p-value adjusted for all of the table that it stands in. */
export interface Change extends Comparison {
  readonly adjustedPValue: number | null;
}

/** The rows of one table, each with its comparison, whose p-values are adjusted for their number by Holm's method. */
export function judged<Row>(
  rows: readonly Row[],
  comparisonOf: (row: Row) => Comparison,
): readonly (Row & { readonly change: Change })[] {
  const comparisons = rows.map(comparisonOf);
  const adjusted = adjustPValues(comparisons.map(({ pValue }) => pValue));
  return rows.map((row, i) => ({
    ...row,
    change: { ...(comparisons[i] as Comparison), adjustedPValue: adjusted[i] as number | null },
  }));
}

/** A p-value for display. */
export function pValueCell(pValue: number | null): string {
  return pValue !== null && pValue < 0.001 ? "< 0.001" : figure(pValue, 3);
}

/** What is said of a difference that may have come about without any cause. */
export const MAY_BE_CHANCE = "may be chance";

/** Whether a difference is more than what chance alone may produce. */
export function isHardlyChance({ difference, adjustedPValue }: Change): boolean {
  return difference !== null && adjustedPValue !== null && adjustedPValue < 0.05;
}

/** Words for a difference: which way it goes, or that it may be chance. */
export function verdict(change: Change, up: string, down: string): string {
  const { difference, adjustedPValue } = change;
  if (difference === null || adjustedPValue === null) return "cannot be told";
  if (!isHardlyChance(change)) return MAY_BE_CHANCE;
  return difference > 0 ? up : down;
}
