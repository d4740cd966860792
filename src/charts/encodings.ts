// Encodings that several charts share.

import type { Json, JsonObject } from "./chartSpec.ts";
import type { ChartLabels } from "./labels.ts";
import type { Colours } from "./theme.ts";

/** The colour of what is good, bad or neither. */
export function qualityColour({ good, neutral, bad }: Colours): JsonObject {
  return {
    field: "quality",
    type: "nominal",
    scale: { domain: ["good", "neutral", "bad"], range: [good, neutral, bad] },
    legend: null,
  };
}

/** The colour of a cell by its share, 0 to 1. */
export function shade(field: string, { sequence }: Colours, legend: Json): JsonObject {
  const { from, to } = sequence;
  return {
    field,
    type: "quantitative",
    scale: { domain: [0, 1], range: [from, to], interpolate: "rgb" },
    legend,
  };
}

/** The colour of text that can be read on a {@link shade}. */
export function onShade(field: string, { sequence }: Colours): JsonObject {
  const { turn, textBefore, textAfter } = sequence;
  return { condition: { test: `datum.${field} > ${turn}`, value: textAfter }, value: textBefore };
}

/** What a point says of its score, after a line of its own. */
export function scoreTooltip(first: JsonObject, labels: ChartLabels, format: string): readonly JsonObject[] {
  return [
    first,
    { field: "score", type: "quantitative", title: labels.score, format },
    { field: "low", type: "quantitative", title: labels.low, format },
    { field: "high", type: "quantitative", title: labels.high, format },
    { field: "n", type: "quantitative", title: labels.answers, format: ",.0f" },
  ];
}
