// The waterfall of a movement of revenue.

import type { RevenueMovement } from "../customers/revenueBalance.ts";
import type { ChartSpec, JsonObject } from "./chartSpec.ts";
import type { Quality } from "./classes.ts";
import { chartOf } from "./drawing.ts";
import { qualityColour } from "./encodings.ts";
import { type ChartOptions, type Frame, frameOf } from "./frame.ts";
import { amountAt, objectAt, textAt } from "./input.ts";
import { differentTexts } from "./keys.ts";
import { filled } from "./words.ts";

/** Options of {@link revenueWaterfall}. */
export interface RevenueWaterfallOptions extends ChartOptions {
  /**
   * The currency, such as `"IDR"`.
   * @defaultValue not named
   */
  readonly currency?: string | undefined;
}

/** One bar: from where to where, and by how much. */
interface Bar {
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly change: number;
  readonly quality: Quality;
}

/**
 * Draws how recurring revenue came from what it was to what it is: what new, growing and returning accounts brought, and what
 * shrinking and lost ones took.
 *
 * Gains are blue, losses orange, and each bar begins where the one above ends. Large amounts are shown in thousands, millions
 * or billions, and the axis says in which. A movement of nothing is drawn as such.
 *
 * @param movement - what `revenueMovement` returned, or one of `revenueMovementsByPeriod`
 * @param options - currency; title, width, labels, theme
 * @throws {@link cx-metrics!CxMetricsError} `invalid-argument` for what is no such movement, and for a wrong option
 *
 * @example
 * ```ts
 * import { revenueMovement } from "cx-metrics";
 * import { revenueWaterfall } from "cx-metrics/charts";
 *
 * const movement = revenueMovement([["A", 100], ["B", 50]], [["A", 130], ["C", 40]]);
 * revenueWaterfall(movement).description; // → "Revenue went from 150 to 170: 70 gained, 50 lost."
 * ```
 */
export function revenueWaterfall(
  movement: RevenueMovement,
  options: RevenueWaterfallOptions = {},
): ChartSpec {
  const caller = "revenueWaterfall";
  const frame = frameOf(caller, options, ["currency"]);
  const { currency } = options;
  if (currency !== undefined) textAt(caller, ["currency"], currency);
  const { labels } = frame.words;
  const { period, ...given } = objectAt(caller, ["movement"], movement);
  const amount = (name: string): number => amountAt(caller, ["movement", name], given[name]);
  const lost = amount("contraction") + amount("churned");
  const gained = amount("new") + amount("expansion") + amount("reactivated");
  const bars = barsOf(frame, amount);
  const unit = unitOf(frame, bars, currency);
  const shown = (value: number): string => `${unit.shown(value)}${unit.name === "" ? "" : ` ${unit.name}`}`;
  const finding = filled(labels.revenueFinding, {
    starting: shown(amount("starting")),
    ending: shown(amount("ending")),
    gained: shown(gained),
    lost: shown(lost),
  });
  const title = typeof period === "string" ? `${labels.revenueMovement} ${period}` : labels.revenueMovement;
  return chartOf(frame, { title, finding, body: waterfall(frame, bars, unit) });
}

function barsOf({ words: { labels } }: Frame, amount: (name: string) => number): readonly Bar[] {
  const flows: readonly (readonly [string, string, "good" | "bad"])[] = [
    [labels.newRevenue, "new", "good"],
    [labels.expansion, "expansion", "good"],
    [labels.reactivated, "reactivated", "good"],
    [labels.contraction, "contraction", "bad"],
    [labels.churned, "churned", "bad"],
  ];
  const [starting, ending] = [amount("starting"), amount("ending")];
  let level = starting;
  const bars = flows.map(([label, name, quality]): Bar => {
    const [start, change] = [level, quality === "good" ? amount(name) : -amount(name)];
    level += change;
    return { label, start, end: level, change, quality };
  });
  const all: readonly Bar[] = [
    { label: labels.starting, start: 0, end: starting, change: starting, quality: "neutral" },
    ...bars,
    { label: labels.ending, start: 0, end: ending, change: ending, quality: "neutral" },
  ];
  const different = differentTexts(all.map(({ label }) => label));
  return all.map((bar, i) => ({ ...bar, label: different[i] as string }));
}

/** How amounts are written. */
interface Unit {
  readonly factor: number;
  readonly name: string;
  readonly shown: (value: number) => string;
}

function unitOf({ words }: Frame, bars: readonly Bar[], currency: string | undefined): Unit {
  const { thousand, million, billion } = words.labels;
  const most = bars.reduce((sum, { start, end }) => Math.max(sum, start, end), 0);
  const [factor, name] =
    most >= 1e10 ? [1e9, billion] : most >= 1e7 ? [1e6, million] : most >= 1e5 ? [1e3, thousand] : [1, ""];
  const whole = bars.every(({ start, end }) => Number.isInteger(start) && Number.isInteger(end));
  const cents = whole ? 0 : 2;
  // Four digits in all, of thousands and more.
  const decimals = factor === 1 ? cents : Math.max(0, 4 - String(Math.trunc(most / factor)).length);
  const parts = [name, currency ?? ""].filter((part) => part !== "");
  return { factor, name: parts.join(" "), shown: (value) => words.number(value / factor, decimals) };
}

function waterfall({ words, colours, width }: Frame, bars: readonly Bar[], unit: Unit): JsonObject {
  const { labels } = words;
  const title = unit.name === "" ? labels.revenue : filled(labels.revenueIn, { unit: unit.name });
  // Adding 0 turns a −0 into 0, which JSON could not keep apart.
  const values = bars.map(({ label, start, end, change, quality }) => ({
    label,
    start: start / unit.factor + 0,
    end: end / unit.factor + 0,
    high: Math.max(start, end) / unit.factor + 0,
    quality,
    text: quality === "good" && change > 0 ? `+${unit.shown(change)}` : unit.shown(change),
  }));
  const joints = values
    .slice(0, -1)
    .map(({ label, end }, i) => ({ label, below: values[i + 1]?.label as string, end }));
  const most = values.reduce((sum, { high }) => Math.max(sum, high), 0);
  // Room for the figures behind the bars.
  const scale = { domain: [0, most === 0 ? 1 : most * 1.18], nice: false };
  const x = (field: string): JsonObject => ({
    field,
    type: "quantitative",
    scale,
    axis: { title, tickCount: 5 },
  });
  const y = {
    field: "label",
    type: "nominal",
    scale: { domain: bars.map(({ label }) => label), paddingInner: 0.3 },
    axis: { title: null, ticks: false, domain: false },
  };
  return {
    width,
    height: { step: 30 },
    data: { values },
    layer: [
      {
        data: { values: joints },
        mark: { type: "rule", color: colours.neutral, strokeWidth: 1 },
        encoding: { x: x("end"), y, y2: { field: "below" } },
      },
      {
        mark: { type: "bar" },
        encoding: {
          x: x("start"),
          x2: { field: "end" },
          y,
          color: qualityColour(colours),
          tooltip: [
            { field: "label", type: "nominal", title: labels.revenue },
            { field: "text", type: "nominal", title },
          ],
        },
      },
      {
        mark: { type: "text", align: "left", baseline: "middle", dx: 5 },
        encoding: { x: x("high"), y, text: { field: "text", type: "nominal" } },
      },
    ],
  };
}
