// The chart of movements of customers.

import type { Movement } from "../customers/movement.ts";
import type { PeriodMovement } from "../customers/movementsByPeriod.ts";
import { periodAxis } from "./axes.ts";
import type { ChartSpec, JsonObject } from "./chartSpec.ts";
import { chartOf, emptyChart } from "./drawing.ts";
import { type ChartOptions, type Frame, frameOf } from "./frame.ts";
import { countAt, itemsOf, textAt } from "./input.ts";
import { differentTexts } from "./keys.ts";
import { legendOf } from "./legend.ts";
import { viewTitle } from "./theme.ts";
import { filled } from "./words.ts";

/** The counts of one period, of all segments together. */
interface Counts {
  readonly period: string;
  /** The same name, or the day on which a period without one ends. */
  readonly end: string;
  atStart: number;
  acquired: number;
  reactivated: number;
  lost: number;
  atEnd: number;
}

/** Room for counts, so that both views begin at one place. */
const AXIS = 44;

/**
 * Draws how a body of customers changed: how many joined, came back and left in each period, and how many there were at its end.
 *
 * Joining and coming back stand above the line, leaving below it. Movements of several segments in one period are added up.
 * Movements without the name of a period are called by the day they begin. No movements give a chart that says so.
 *
 * @param movements - what `movementsByPeriod` returned, or movements of `customerMovement`, in order of time
 * @param options - title, width, labels, theme
 * @throws {@link cx-metrics!CxMetricsError} `invalid-argument` or `invalid-count` for what are no movements, and for a wrong option
 *
 * @example
 * ```ts
 * import { movementsByPeriod } from "cx-metrics";
 * import { movementChart } from "cx-metrics/charts";
 *
 * const tenures = [
 *   { customerId: "A-1", startedAt: "2026-01-05T00:00:00Z", endedAt: "2026-02-10T00:00:00Z" },
 *   { customerId: "A-2", startedAt: "2026-01-20T00:00:00Z" },
 * ];
 * const range = { unit: "month", from: "2026-01-01T00:00:00Z", to: "2026-03-01T00:00:00Z" } as const;
 * movementChart(movementsByPeriod(tenures, range)).description;
 * // → "From 2026-01 to 2026-02 customers went from 0 to 1: 2 acquired, 0 won back, 1 lost."
 * ```
 */
export function movementChart<K extends string>(
  movements: Iterable<PeriodMovement<K> | Movement>,
  options: ChartOptions = {},
): ChartSpec {
  const frame = frameOf("movementChart", options);
  const periods = periodsOf(frame.caller, movements);
  const { labels } = frame.words;
  const [first] = periods;
  if (first === undefined) return emptyChart(frame, labels.movement, labels.noMovementFinding);
  const last = periods.at(-1) as Counts;
  const shown = (value: number): string => frame.words.number(value, 0);
  const total = (name: "acquired" | "reactivated" | "lost"): string =>
    shown(periods.reduce((sum, counts) => sum + counts[name], 0));
  const isOne = first.period === last.end;
  const finding = filled(isOne ? labels.oneMovementFinding : labels.movementFinding, {
    first: first.period,
    last: last.end,
    before: shown(first.atStart),
    after: shown(last.atEnd),
    acquired: total("acquired"),
    reactivated: total("reactivated"),
    lost: total("lost"),
  });
  const body = { spacing: 10, vconcat: [flowsView(frame, periods), levelView(frame, periods)] };
  return chartOf(frame, { title: labels.movement, finding, body });
}

function periodsOf(caller: string, movements: unknown): readonly Counts[] {
  const byPeriod = new Map<string, Counts>();
  itemsOf(caller, "movements", movements, (movement, path) => {
    const named = movement["period"];
    const nameAt = (bound: "from" | "to"): string =>
      named === undefined
        ? textAt(caller, [...path, bound], movement[bound]).slice(0, 10)
        : textAt(caller, [...path, "period"], named);
    const period = nameAt("from");
    const counts = byPeriod.get(period) ?? {
      period,
      end: nameAt("to"),
      atStart: 0,
      acquired: 0,
      reactivated: 0,
      lost: 0,
      atEnd: 0,
    };
    for (const name of ["atStart", "acquired", "reactivated", "lost", "atEnd"] as const) {
      counts[name] += countAt(caller, [...path, name], movement[name]);
    }
    byPeriod.set(period, counts);
  });
  return [...byPeriod.values()];
}

function flowsView({ words, colours, width }: Frame, periods: readonly Counts[]): JsonObject {
  const { labels } = words;
  const names = differentTexts([labels.acquired, labels.reactivated, labels.lost]);
  const [acquiredLabel, reactivatedLabel, lostLabel] = names as [string, string, string];
  const values = periods
    .flatMap(({ period, acquired, reactivated, lost }) => [
      { period, flow: acquiredLabel, start: 0, end: acquired, count: acquired },
      {
        period,
        flow: reactivatedLabel,
        start: acquired,
        end: acquired + reactivated,
        count: reactivated,
      },
      { period, flow: lostLabel, start: 0, end: -lost, count: lost },
    ])
    .filter(({ count }) => count > 0);
  const low = values.reduce((least, { end }) => Math.min(least, end), 0);
  const high = values.reduce((most, { end }) => Math.max(most, end), low === 0 ? 1 : 0);
  const scale = { domain: [low, high] };
  return {
    width,
    height: 180,
    layer: [
      {
        data: { values },
        mark: { type: "bar" },
        encoding: {
          x: periodAxis(periods),
          y: {
            field: "start",
            type: "quantitative",
            scale,
            axis: { title: labels.customers, tickCount: 6, tickMinStep: 1, format: ",.0f", minExtent: AXIS },
          },
          y2: { field: "end" },
          color: {
            field: "flow",
            type: "nominal",
            scale: {
              domain: names,
              range: [colours.good, colours.series[2] as string, colours.bad],
            },
            legend: legendOf(names, width),
          },
          tooltip: [
            { field: "period", type: "nominal", title: labels.period },
            { field: "flow", type: "nominal", title: labels.movement },
            { field: "count", type: "quantitative", title: labels.customers, format: ",.0f" },
          ],
        },
      },
      {
        data: { values: [{ level: 0 }] },
        mark: { type: "rule", color: colours.mutedText, strokeWidth: 1 },
        encoding: { y: { field: "level", type: "quantitative", scale } },
      },
    ],
  };
}

function levelView({ words, colours, width }: Frame, periods: readonly Counts[]): JsonObject {
  const { labels } = words;
  return {
    width,
    height: 80,
    title: viewTitle(colours, labels.atEnd),
    data: { values: periods.map(({ period, atEnd }) => ({ period, atEnd })) },
    mark: {
      type: "line",
      color: colours.text,
      strokeWidth: 2,
      point: { filled: true, color: colours.text, size: periods.length > 60 ? 8 : 36 },
    },
    encoding: {
      x: periodAxis(periods, labels.period),
      y: {
        field: "atEnd",
        type: "quantitative",
        scale: { zero: true },
        axis: { title: null, tickCount: 3, tickMinStep: 1, format: ",.0f", minExtent: AXIS },
      },
      tooltip: [
        { field: "period", type: "nominal", title: labels.period },
        { field: "atEnd", type: "quantitative", title: labels.atEnd, format: ",.0f" },
      ],
    },
  };
}
