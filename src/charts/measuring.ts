// How Vega measures text while a chart is drawn.

import { textWidth } from "./textWidth.ts";

/** What Vega knows of a text. */
interface TextItem {
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
  /** The most room it is given; 0 for any. */
  readonly limit?: number;
}

type Measure = (item: TextItem, text: unknown) => number;

/** The part of Vega that says how wide a text is; whoever uses Vega may put a function of their own there. */
export interface TextMetrics {
  width: Measure;
  readonly estimateWidth: Measure;
}

let drawings = 0;

/**
 * Draws with widths of our own, where Vega has no canvas to measure text with: its estimate, four fifths of the font size for
 * every letter, leaves a third of a picture empty beside long lines. Drawings may overlap in time; the last puts back what was
 * there.
 */
export async function withTextWidths<T>(metrics: TextMetrics, draw: () => Promise<T>): Promise<T> {
  if (metrics.width !== metrics.estimateWidth && metrics.width !== widthOf) return draw();
  metrics.width = widthOf;
  drawings++;
  try {
    return await draw();
  } finally {
    drawings--;
    if (drawings === 0) metrics.width = metrics.estimateWidth;
  }
}

function widthOf({ fontSize = 11, fontWeight, limit = 0 }: TextItem, text: unknown): number {
  const width = textWidth(String(text ?? "").trim(), fontSize, fontWeight === "bold");
  return limit > 0 ? Math.min(width, limit) : width;
}
