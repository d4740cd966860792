// The views of a trend: the line with its band and limits, and how many answered.

import { domainAround, periodAxis } from "./axes.ts";
import type { JsonObject } from "./chartSpec.ts";
import { qualityColour, scoreTooltip } from "./encodings.ts";
import type { Frame } from "./frame.ts";
import { legendOf } from "./legend.ts";
import { type ReadScore, scoreAxisTitle } from "./readScore.ts";
import type { Period, TrendLimits } from "./trendPeriods.ts";

/** The line, the band of intervals, and control limits where there are any. */
export function trendView(
  frame: Frame,
  periods: readonly Period[],
  limits: TrendLimits | null,
  first: ReadScore,
): JsonObject {
  const { words, width } = frame;
  const shown = [
    ...periods.flatMap(({ score }) => [
      score.score,
      score.interval?.low ?? null,
      score.interval?.high ?? null,
    ]),
    ...(limits === null ? [] : limits.periods.flatMap(({ low, high }) => [low, high])),
    limits?.centre ?? null,
  ];
  const y = (field: string): JsonObject => ({
    field,
    type: "quantitative",
    scale: { domain: domainAround(shown, first.range) },
    axis: { title: scoreAxisTitle(words, first), tickCount: 5, minExtent: AXIS },
  });
  const x = periodAxis(periods);
  return {
    width,
    height: 220,
    layer: [
      ...scoreLayers(frame, periods, x, y, first.decimals),
      ...(limits === null ? [] : limitLayers(frame, limits, x, y)),
    ],
  };
}

/** How many answered in each period. */
export function answersView({ words, colours, width }: Frame, periods: readonly Period[]): JsonObject {
  const { labels } = words;
  return {
    width,
    height: 50,
    data: { values: periods.map(({ period, score }) => ({ period, n: score.n })) },
    mark: { type: "bar", color: colours.neutral },
    encoding: {
      x: periodAxis(periods, labels.period),
      y: {
        field: "n",
        type: "quantitative",
        axis: { title: labels.answers, tickCount: 2, tickMinStep: 1, format: ",.0f", minExtent: AXIS },
      },
      tooltip: [
        { field: "period", type: "nominal", title: labels.period },
        { field: "n", type: "quantitative", title: labels.answers, format: ",.0f" },
      ],
    },
  };
}

/** Room for the labels of the score and of the answers, so that both views begin at one place. */
const AXIS = 44;

type Axis = (field: string) => JsonObject;

function scoreLayers(
  { words, colours }: Frame,
  periods: readonly Period[],
  x: JsonObject,
  y: Axis,
  decimals: number,
): readonly JsonObject[] {
  const { labels } = words;
  const values = periods.map(({ period, score: { score, interval, n } }) => {
    const { low = null, high = null } = interval ?? {};
    return { period, score, low, high, n };
  });
  // A band needs two neighbours: a period between two gaps gets a line of its own.
  const alone = values.filter(
    ({ low }, i) =>
      low !== null && (values[i - 1]?.low ?? null) === null && (values[i + 1]?.low ?? null) === null,
  );
  const format = `,.${decimals}f`;
  return [
    {
      data: { values },
      mark: { type: "area", color: colours.good, fillOpacity: 0.18, stroke: colours.good, strokeWidth: 0.5 },
      encoding: { x, y: y("low"), y2: { field: "high" } },
    },
    {
      data: { values: alone },
      mark: { type: "rule", color: colours.good, strokeWidth: 2 },
      encoding: { x, y: y("low"), y2: { field: "high" } },
    },
    {
      data: { values },
      mark: { type: "line", color: colours.good, strokeWidth: 2 },
      encoding: { x, y: y("score") },
    },
    {
      data: { values },
      mark: {
        type: "point",
        filled: true,
        color: colours.good,
        size: values.length > 60 ? 8 : 40,
        opacity: 1,
      },
      encoding: {
        x,
        y: y("score"),
        tooltip: scoreTooltip({ field: "period", type: "nominal", title: labels.period }, labels, format),
      },
    },
  ];
}

function limitLayers(
  { words, colours, width }: Frame,
  { centre, periods }: TrendLimits,
  x: JsonObject,
  y: Axis,
): readonly JsonObject[] {
  const { labels } = words;
  const sides = ["low", "high"] as const;
  const values = periods.flatMap(({ period, ...limits }) =>
    sides.map((side) => ({ period, side, limit: limits[side], kind: labels.controlLimits })),
  );
  const middle = periods.map(({ period }) => ({
    period,
    side: "centre",
    limit: centre,
    kind: labels.centre,
  }));
  const signals = periods.flatMap(({ period, signal }) => (signal === null ? [] : [{ period, ...signal }]));
  const scale = {
    domain: [labels.controlLimits, labels.centre],
    range: [
      [5, 4],
      [1, 0],
    ],
  };
  return [
    {
      data: { values: [...values, ...middle] },
      mark: { type: "line", color: colours.neutral, strokeWidth: 1.25, interpolate: "step" },
      encoding: {
        x,
        y: y("limit"),
        detail: { field: "side", type: "nominal" },
        strokeDash: { field: "kind", type: "nominal", scale, legend: legendOf(scale.domain, width) },
      },
    },
    {
      data: { values: signals },
      mark: {
        type: "point",
        filled: true,
        size: 170,
        opacity: 1,
        stroke: colours.background,
        strokeWidth: 1,
      },
      encoding: {
        x,
        y: y("score"),
        color: qualityColour(colours),
        shape: {
          field: "isAbove",
          type: "nominal",
          scale: { domain: [true, false], range: ["triangle-up", "triangle-down"] },
          legend: null,
        },
        tooltip: [
          { field: "period", type: "nominal", title: labels.signal },
          { field: "score", type: "quantitative", title: labels.score, format: ",.2f" },
        ],
      },
    },
  ];
}
