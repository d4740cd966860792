// The map of RFM scores.

import type { Rfm } from "../customers/rfm.ts";
import { type Path, refusal } from "../errors.ts";
import { rowHeight } from "./axes.ts";
import type { ChartSpec, JsonObject } from "./chartSpec.ts";
import { chartOf, emptyChart } from "./drawing.ts";
import { onShade, shade } from "./encodings.ts";
import { type ChartOptions, type Frame, frameOf } from "./frame.ts";
import { countAt, itemsOf, objectAt, textAt } from "./input.ts";
import { differentTexts } from "./keys.ts";
import { viewTitle } from "./theme.ts";
import { filled } from "./words.ts";

/** The customers with one pair of scores. */
interface Cell {
  readonly recency: number;
  readonly frequency: number;
  readonly customers: number;
  /** How dark the cell is, from 0 to 1. */
  readonly part: number;
}

/** A segment, read. */
interface Segment {
  readonly segment: string;
  readonly customers: number;
}

/** Up to so many bins, figures stand in the cells. */
const MOST_WITH_TEXT = 10;

/**
 * Draws where customers stand by how recently and how often they ordered, and how large each segment is.
 *
 * The best customers are at the top right. The darker a cell (the lighter, on dark paper), the more customers; pairs of scores
 * that nobody has are left blank. Scores of money are not on the map, and are in the segments. Segments without customers are
 * shown as such; where the result has no segments there is the map alone. No customers give a chart that says so.
 *
 * @param result - what `rfm` returned
 * @param options - title, width, labels, theme
 * @throws {@link cx-metrics!CxMetricsError} `invalid-argument` or `invalid-count` for what is no such result, and for a wrong option
 *
 * @example
 * ```ts
 * import { rfm } from "cx-metrics";
 * import { rfmMap } from "cx-metrics/charts";
 *
 * const orders = [
 *   { customerId: "A-1", at: "2026-03-01T00:00:00Z", amount: 40 },
 *   { customerId: "A-1", at: "2026-03-20T00:00:00Z", amount: 60 },
 *   { customerId: "A-2", at: "2025-06-01T00:00:00Z", amount: 15 },
 * ];
 * rfmMap(rfm(orders, { asOf: "2026-04-01T00:00:00Z", bins: 2 })).description;
 * // → "2 customers, of whom 1 score 2 in recency and frequency."
 * ```
 */
export function rfmMap(result: Rfm, options: ChartOptions = {}): ChartSpec {
  const caller = "rfmMap";
  const frame = frameOf(caller, options);
  const given = objectAt(caller, ["result"], result);
  const bins = countAt(caller, ["result", "bins"], given["bins"]);
  if (bins < 2 || bins > 100) {
    throw refusal(caller, "invalid-argument", ["result", "bins"], "a whole number from 2 to 100", bins);
  }
  const { cells, customers } = cellsOf(caller, given["customers"], bins);
  const segments = segmentsOf(caller, given["segments"]);
  const { labels } = frame.words;
  if (customers === 0) return emptyChart(frame, labels.rfm, labels.noRfmFinding);
  const finding = findingOf(frame, cells, segments, customers, bins);
  const views = [
    map(frame, cells, bins),
    ...(segments.length === 0 ? [] : [bars(frame, segments, customers)]),
  ];
  return chartOf(frame, { title: labels.rfm, finding, body: { spacing: 18, vconcat: views } });
}

function cellsOf(
  caller: string,
  customers: unknown,
  bins: number,
): { readonly cells: readonly Cell[]; readonly customers: number } {
  const counts = new Map<number, number>();
  let total = 0;
  itemsOf(caller, "customers", customers, ({ recencyScore, frequencyScore }, path) => {
    const [recency, frequency] = [
      scoreAt(caller, [...path, "recencyScore"], recencyScore, bins),
      scoreAt(caller, [...path, "frequencyScore"], frequencyScore, bins),
    ];
    const cell = recency * (bins + 1) + frequency;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
    total++;
  });
  let most = 0;
  for (const count of counts.values()) most = Math.max(most, count);
  const cells = [...counts]
    .sort(([a], [b]) => a - b)
    .map(([cell, count]) => ({
      recency: Math.floor(cell / (bins + 1)),
      frequency: cell % (bins + 1),
      customers: count,
      part: count / most,
    }));
  return { cells, customers: total };
}

function scoreAt(caller: string, path: Path, value: unknown, bins: number): number {
  const score = countAt(caller, path, value);
  if (score >= 1 && score <= bins) return score;
  throw refusal(caller, "invalid-argument", path, `a whole number from 1 to ${bins}`, value);
}

function segmentsOf(caller: string, segments: unknown): readonly Segment[] {
  const read = itemsOf(caller, "segments", segments, ({ segment, customers }, path) => ({
    segment: textAt(caller, [...path, "segment"], segment),
    customers: countAt(caller, [...path, "customers"], customers),
  }));
  const names = differentTexts(read.map(({ segment }) => segment));
  return read.map((one, i) => ({ ...one, segment: names[i] as string }));
}

function findingOf(
  { words }: Frame,
  cells: readonly Cell[],
  segments: readonly Segment[],
  customers: number,
  bins: number,
): string {
  const { labels } = words;
  const [first] = segments;
  if (first === undefined) {
    const best = cells.find(({ recency, frequency }) => recency === bins && frequency === bins);
    return filled(labels.rfmPlainFinding, {
      customers: words.customers(customers),
      best: words.number(best?.customers ?? 0, 0),
      bins: words.number(bins, 0),
    });
  }
  const largest = segments.reduce((most, one) => (one.customers > most.customers ? one : most));
  return filled(labels.rfmFinding, {
    customers: words.customers(customers),
    segment: largest.segment,
    share: words.percent(largest.customers / customers),
  });
}

function map({ words, colours, width }: Frame, cells: readonly Cell[], bins: number): JsonObject {
  const { labels } = words;
  const ascending = Array.from({ length: bins }, (_, i) => i + 1);
  const axis = { labelAngle: 0, labelOverlap: true, ticks: false, domain: false };
  const layer: readonly JsonObject[] = [
    {
      mark: { type: "rect", stroke: colours.background, strokeWidth: bins > 30 ? 0.5 : 1.5 },
      encoding: {
        color: shade("part", colours, null),
        tooltip: [
          { field: "recency", type: "ordinal", title: labels.recency },
          { field: "frequency", type: "ordinal", title: labels.frequency },
          { field: "customers", type: "quantitative", title: labels.customers, format: ",.0f" },
        ],
      },
    },
    {
      mark: { type: "text", baseline: "middle" },
      encoding: {
        text: { field: "customers", type: "quantitative", format: ",.0f" },
        color: onShade("part", colours),
      },
    },
  ];
  return {
    width,
    height: 36 * Math.min(bins, 10),
    title: viewTitle(colours, labels.frequency),
    data: { values: cells.map((cell) => ({ ...cell })) },
    encoding: {
      x: {
        field: "recency",
        type: "ordinal",
        scale: { domain: ascending },
        axis: { ...axis, title: labels.recency },
      },
      y: {
        field: "frequency",
        type: "ordinal",
        scale: { domain: [...ascending].reverse() },
        axis: { ...axis, title: null },
      },
    },
    layer: bins <= MOST_WITH_TEXT ? layer : layer.slice(0, 1),
  };
}

function bars({ words, colours, width }: Frame, segments: readonly Segment[], customers: number): JsonObject {
  const { labels } = words;
  const values = segments.map(({ segment, customers: inIt }) => ({
    segment,
    customers: inIt,
    text: `${words.number(inIt, 0)} (${words.percent(inIt / customers)})`,
  }));
  const most = values.reduce((sum, one) => Math.max(sum, one.customers), 0);
  return {
    width,
    height: { step: rowHeight(segments.length) },
    data: { values },
    encoding: {
      x: {
        field: "customers",
        type: "quantitative",
        // Room for the figures behind the bars.
        scale: { domain: [0, Math.max(1, most) * 1.3], nice: false },
        axis: { title: labels.customers, format: ",.0f", tickCount: 4, tickMinStep: 1 },
      },
      y: {
        field: "segment",
        type: "nominal",
        scale: { domain: values.map(({ segment }) => segment), paddingInner: 0.25 },
        axis: { title: null, ticks: false, domain: false },
      },
    },
    layer: [
      {
        mark: { type: "bar", color: colours.good },
        encoding: {
          tooltip: [
            { field: "segment", type: "nominal", title: labels.rfmSegment },
            { field: "text", type: "nominal", title: labels.customers },
          ],
        },
      },
      {
        mark: { type: "text", align: "left", baseline: "middle", dx: 5 },
        encoding: { text: { field: "text", type: "nominal" } },
      },
    ],
  };
}
