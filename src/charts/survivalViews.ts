// The views of survival curves: the steps with their bands, and the numbers at risk.

import { roundSteps, rowHeight } from "./axes.ts";
import type { JsonObject } from "./chartSpec.ts";
import type { Frame } from "./frame.ts";
import { legendOf } from "./legend.ts";
import { atRiskAt, type Curve, drawnSteps, type Step } from "./readCurve.ts";
import { viewTitle } from "./theme.ts";

/** Room for percentages and for names, so that both views begin at one place. */
const AXIS = 44;

/** The steps and their bands. */
export function curvesView(frame: Frame, curves: readonly Curve[], time: string): JsonObject {
  const { labels } = frame.words;
  const { width } = frame;
  const values = curves.flatMap((curve) => [
    { curve: curve.name, time: 0, survival: 1, low: null, high: null },
    ...drawnSteps(curve).map(({ time, survival, low, high }) => ({
      curve: curve.name,
      time,
      survival,
      low,
      high,
    })),
  ]);
  const x = timeAxis(curves, { title: time, grid: false, values: timesOf(curves, width) });
  const y = (field: string): JsonObject => ({
    field,
    type: "quantitative",
    scale: { domain: [0, 1] },
    axis: { title: labels.survival, format: ".0%", tickCount: 5, minExtent: AXIS },
  });
  const color = curveColour(frame, curves);
  return {
    width,
    height: 220,
    data: { values },
    layer: [
      {
        mark: {
          type: "area",
          interpolate: "step-after",
          fillOpacity: 0.15,
          strokeWidth: 0.5,
          strokeOpacity: 0.8,
        },
        encoding: { x, y: y("low"), y2: { field: "high" }, color, stroke: color },
      },
      {
        mark: { type: "line", interpolate: "step-after", strokeWidth: 2 },
        encoding: {
          x,
          y: y("survival"),
          color,
          tooltip: [{ field: "curve", type: "nominal", title: labels.group }],
        },
      },
    ],
  };
}

/** How many are followed until each round time. */
export function atRiskView({ words, colours, width }: Frame, curves: readonly Curve[]): JsonObject {
  const values = curves.flatMap((curve) =>
    timesOf(curves, width).map((time) => {
      const atRisk = atRiskAt(curve, time);
      return {
        curve: curve.name,
        time,
        atRisk,
        text: words.number(atRisk, Number.isInteger(atRisk) ? 0 : 1),
      };
    }),
  );
  const names = curves.map(({ name }) => name);
  return {
    width,
    height: { step: rowHeight(curves.length) - 6 },
    title: viewTitle(colours, words.labels.atRisk),
    data: { values },
    mark: { type: "text", baseline: "middle" },
    encoding: {
      x: { ...timeAxis(curves, null) },
      y: {
        field: "curve",
        type: "nominal",
        scale: { domain: names },
        axis:
          curves.length === 1
            ? null
            : {
                title: null,
                ticks: false,
                domain: false,
                labelLimit: 120,
                labelPadding: 24,
                minExtent: AXIS,
              },
      },
      text: { field: "text", type: "nominal" },
    },
  };
}

function lastTime(curves: readonly Curve[]): number {
  return curves.reduce((last, { steps }) => Math.max(last, (steps.at(-1) as Step).time), 0);
}

/** Round times from 0 on, far enough apart for a number below each. */
function timesOf(curves: readonly Curve[], width: number): readonly number[] {
  return roundSteps(lastTime(curves), Math.min(8, Math.max(2, Math.floor(width / 70))));
}

function timeAxis(curves: readonly Curve[], axis: JsonObject | null): JsonObject {
  return {
    field: "time",
    type: "quantitative",
    scale: { domain: [0, lastTime(curves) || 1] },
    axis,
  };
}

function curveColour({ colours, width }: Frame, curves: readonly Curve[]): JsonObject {
  const names = curves.map(({ name }) => name);
  return {
    field: "curve",
    type: "nominal",
    scale: { domain: names, range: colours.series },
    legend: curves.length === 1 ? null : legendOf(names, width),
  };
}
