// Rates in percent, with what was counted over what.

import type { Rate } from "cx-metrics";
import { type Column, figure, left, right } from "./table.ts";

/** A proportion in percent. */
export const percent = (share: number | null): string => figure(share === null ? null : 100 * share, 1);

/** Limits of a proportion in percent. */
export function percentRange(
  limits: { readonly low: number | null; readonly high: number | null } | null,
): string {
  if (limits === null || limits.low === null || limits.high === null) return "-";
  return `${percent(limits.low)} to ${percent(limits.high)}`;
}

/** The columns of {@link rateCells}, behind one with the name of the rate. */
export const RATE_COLUMNS: readonly Column[] = [
  ...["Rate %", "95% interval", "Counted"].map(right),
  left("Policy"),
];

export function rateCells({ rate, interval, numerator, denominator, policy }: Rate): readonly string[] {
  return [percent(rate), percentRange(interval), `${numerator} of ${denominator}`, policy];
}
