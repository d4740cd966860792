// Axes: where they begin and end, and where their marks are.

import type { JsonObject } from "./chartSpec.ts";

/** Two ends of an axis. */
export type Domain = readonly [low: number, high: number];

/**
 * An axis that shows all values with a little room, within a range: never so narrow that noise would look like change, as a
 * tenth of the range at least is shown.
 */
export function domainAround(
  values: Iterable<number | null>,
  range: { readonly low: number; readonly high: number },
): Domain {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value === null) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return [range.low, range.high];
  const least = (range.high - range.low) / 10;
  const room = Math.max((high - low) * 0.05, (least - (high - low)) / 2);
  return [Math.min(low, Math.max(range.low, low - room)), Math.max(high, Math.min(range.high, high + room))];
}

/** About so many round numbers from 0 to the highest. */
export function roundSteps(highest: number, about: number): readonly number[] {
  const rough = highest / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10);
  if (step === 0) return [0];
  return Array.from({ length: Math.floor(highest / step + 1e-9) + 1 }, (_, i) => i * step);
}

/** How high a row is: less where there are many, and never too low for its label. */
export function rowHeight(rows: number): number {
  return rows <= 24 ? 24 : 15;
}

/** An axis of periods in the order given, with as many of their names as there is room for; without a title no axis is drawn. */
export function periodAxis(periods: readonly { readonly period: string }[], title?: string): JsonObject {
  const labels = { labelAngle: 0, labelOverlap: "greedy", labelSeparation: 8, labelLimit: 120 };
  return {
    field: "period",
    type: "ordinal",
    scale: { type: "band", domain: periods.map(({ period }) => period) },
    axis: title === undefined ? null : { title, ...labels },
  };
}
