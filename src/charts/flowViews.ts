// The views of a flow: two columns of stages, and bands between them.

import type { JsonObject } from "./chartSpec.ts";
import type { Quality } from "./classes.ts";
import { qualityColour } from "./encodings.ts";
import type { Frame } from "./frame.ts";

/** How many went from one stage to another; stages by their place in the columns. */
export interface Flow {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly quality: Quality;
}

/** A stage in one of the columns, or a flow's share of it. */
interface Stretch {
  readonly top: number;
  readonly bottom: number;
}

/** Into how many straight pieces the edge of a band is cut. */
const PIECES = 24;

/** Of the height of a column, how much is left empty between two stages. */
const GAP = 0.03;

/** Columns and bands. */
export function flowBody(frame: Frame, flows: readonly Flow[], texts: readonly string[]): JsonObject {
  const { words, colours, width } = frame;
  const { labels } = words;
  const total = flows.reduce((sum, { count }) => sum + count, 0);
  const left = columnOf(flows, "from", total);
  const right = columnOf(flows, "to", total);
  const bands = flows.flatMap((flow, i) => {
    const text = `${texts[flow.from]} → ${texts[flow.to]}: ${words.number(flow.count, 0)}`;
    return curve(left.parts[i] as Stretch, right.parts[i] as Stretch).map((point) => ({
      ...point,
      flow: i,
      quality: flow.quality,
      text,
    }));
  });
  const nodes = [left, right].flatMap(({ stages }, side) =>
    [...stages].map(([stage, { top, bottom, count }]) => ({
      side,
      start: side === 0 ? -BAR : 1,
      end: side === 0 ? 0 : 1 + BAR,
      top,
      bottom,
      middle: (top + bottom) / 2,
      text: `${texts[stage]} (${words.number(count, 0)})`,
    })),
  );
  const lowest = Math.max(left.end, right.end);
  const x = (field: string): JsonObject => ({
    field,
    type: "quantitative",
    scale: { domain: [-LABELS, 1 + LABELS], nice: false },
    axis: null,
  });
  const y = (field: string): JsonObject => ({
    field,
    type: "quantitative",
    scale: { domain: [lowest, -HEADING], nice: false },
    axis: null,
  });
  const headings = [
    { at: 0, align: "right", text: labels.before },
    { at: 1, align: "left", text: labels.after },
  ];
  const text = (values: readonly JsonObject[], mark: JsonObject, at: string, height: string): JsonObject => ({
    data: { values },
    mark: { type: "text", baseline: "middle", ...mark },
    encoding: { x: x(at), y: y(height), text: { field: "text", type: "nominal" } },
  });
  return {
    width,
    height: 320,
    layer: [
      {
        data: { values: bands },
        mark: { type: "area", fillOpacity: 0.45, strokeWidth: 0.75 },
        encoding: {
          x: x("x"),
          y: y("top"),
          y2: { field: "bottom" },
          detail: { field: "flow", type: "nominal" },
          color: qualityColour(colours),
          stroke: qualityColour(colours),
          tooltip: [{ field: "text", type: "nominal", title: labels.lifecycle }],
        },
      },
      {
        data: { values: nodes },
        mark: { type: "rect", color: colours.text },
        encoding: { x: x("start"), x2: { field: "end" }, y: y("top"), y2: { field: "bottom" } },
      },
      text(
        nodes.filter(({ side }) => side === 0),
        { align: "right", dx: -5 },
        "start",
        "middle",
      ),
      text(
        nodes.filter(({ side }) => side === 1),
        { align: "left", dx: 5 },
        "end",
        "middle",
      ),
      ...headings.map(({ at, align, text: heading }) =>
        text(
          [{ at, height: -HEADING / 2, text: heading }],
          { align, fontWeight: "bold", color: colours.mutedText },
          "at",
          "height",
        ),
      ),
    ],
  };
}

/** In widths of what lies between the columns: how wide a column is, and how much room its labels have. */
const BAR = 0.03;
const LABELS = 0.55;

/** In heights of a column: how much room the headings have. */
const HEADING = 0.08;

/** One column: its stages, and where in them each flow begins or ends. */
function columnOf(
  flows: readonly Flow[],
  side: "from" | "to",
  total: number,
): {
  readonly stages: ReadonlyMap<number, Stretch & { readonly count: number }>;
  readonly parts: readonly Stretch[];
  readonly end: number;
} {
  const stages = new Map<number, Stretch & { readonly count: number }>();
  const parts: Stretch[] = [];
  let end = 0;
  const present = [...new Set(flows.map((flow) => flow[side]))].sort((a, b) => a - b);
  for (const stage of present) {
    const top = stages.size === 0 ? 0 : end + GAP;
    let [bottom, count] = [top, 0];
    flows.forEach((flow, i) => {
      if (flow[side] !== stage) return;
      const next = bottom + flow.count / total;
      parts[i] = { top: bottom, bottom: next };
      [bottom, count] = [next, count + flow.count];
    });
    stages.set(stage, { top, bottom, count });
    end = bottom;
  }
  return { stages, parts, end };
}

/** A band that leaves one column level, and comes level into the other. */
function curve(
  from: Stretch,
  to: Stretch,
): readonly { readonly x: number; readonly top: number; readonly bottom: number }[] {
  return Array.from({ length: PIECES + 1 }, (_, i) => {
    const x = i / PIECES;
    const way = x * x * (3 - 2 * x);
    return {
      x,
      top: from.top + way * (to.top - from.top),
      bottom: from.bottom + way * (to.bottom - from.bottom),
    };
  });
}
