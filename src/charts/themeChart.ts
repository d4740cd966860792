// The chart of themes of comments.

import type { ComparableScore } from "../inference/comparableScore.ts";
import type { Themes } from "../inference/themes.ts";
import { roundHalfAwayFromZero } from "../statistics/rounding.ts";
import { rowHeight } from "./axes.ts";
import type { ChartSpec, JsonObject } from "./chartSpec.ts";
import { chartOf, emptyChart, linesOf } from "./drawing.ts";
import { qualityColour } from "./encodings.ts";
import { type ChartOptions, type Frame, frameOf } from "./frame.ts";
import { countAt, figureAt, itemsOf, objectAt, textAt } from "./input.ts";
import { differentTexts } from "./keys.ts";
import { intervalAt, metricName, type ReadScore, scoreAt } from "./readScore.ts";
import { textWidth } from "./textWidth.ts";
import { LABEL_SIZE } from "./theme.ts";
import { filled } from "./words.ts";

/** A theme, read. */
interface ReadTheme {
  readonly theme: string;
  readonly share: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly impact: number | null;
}

/**
 * Draws themes of comments: how many comments mention each, and how the score of all compares with that of those who do not.
 *
 * On the left the share of the comments that mention a theme, with its interval; on the right its impact, the score of all
 * less the score of those who do not mention it: blue where the score of all is the better one, orange where it is the worse
 * (of an effort score with `direction: "lower-is-easier"` the lower is better). That describes who wrote what: it is no
 * proof that the theme is the cause. Themes stand in the order of the result, the most mentioned first. No themes, or no
 * comments, give a chart that says so.
 *
 * @param result - what `themes` returned
 * @param options - title, width (both views together), labels, theme
 * @throws {@link cx-metrics!CxMetricsError} `invalid-argument` or `invalid-count` for what is no such result, and for a wrong option
 *
 * @example
 * ```ts
 * import { themes } from "cx-metrics";
 * import { themeChart } from "cx-metrics/charts";
 *
 * const responses = [
 *   { comment: "Slow delivery", rating: 3 },
 *   { comment: "Friendly staff", rating: 10 },
 *   { comment: "Delivery took weeks", rating: 5 },
 *   { comment: "All fine", rating: 9 },
 * ];
 * const result = themes(responses, {
 *   codebook: { delivery: ["delivery"], staff: ["staff"] },
 *   comment: (row) => row.comment,
 *   rating: (row) => row.rating,
 * });
 * themeChart(result).description;
 * // → "delivery is mentioned most, in 50 % of 4 comments; NPS of all differs most from that of those who do not mention delivery, by −100.0."
 * ```
 */
export function themeChart<K extends string, S extends ComparableScore>(
  result: Themes<K, S>,
  options: ChartOptions = {},
): ChartSpec {
  const caller = "themeChart";
  const frame = frameOf(caller, options);
  const given = objectAt(caller, ["result"], result);
  const n = countAt(caller, ["result", "n"], given["n"]);
  const score = scoreAt(caller, ["result", "score"], given["score"]);
  const read = themesOf(caller, given["themes"]);
  const { labels } = frame.words;
  const [first] = read;
  const comments = frame.words.comments(n);
  if (first === undefined || first.share === 0) {
    return emptyChart(frame, labels.themes, filled(labels.noThemeFinding, { comments }));
  }
  const greatest = read.reduce((most, one) =>
    Math.abs(one.impact ?? 0) > Math.abs(most.impact ?? 0) ? one : most,
  );
  const decimals = score.decimals || 1;
  const impact = roundHalfAwayFromZero(greatest.impact ?? 0, decimals);
  const finding = filled(impact === 0 ? labels.mentionFinding : labels.themeFinding, {
    theme: first.theme,
    share: frame.words.percent(first.share),
    comments,
    metric: metricName(frame.words, score.metric),
    worst: greatest.theme,
    impact: frame.words.number(impact, decimals),
  });
  const views = [mentionsView(frame, read), impactView(frame, read, score)];
  return chartOf(frame, { title: labels.themes, finding, body: { spacing: 24, hconcat: views } });
}

function themesOf(caller: string, themes: unknown): readonly ReadTheme[] {
  const read = itemsOf(caller, "themes", themes, ({ theme, mentions, impact }, path) => {
    const { rate, interval } = objectAt(caller, [...path, "mentions"], mentions);
    const limits = intervalAt(caller, [...path, "mentions", "interval"], interval);
    return {
      theme: textAt(caller, [...path, "theme"], theme),
      share: figureAt(caller, [...path, "mentions", "rate"], rate) ?? 0,
      low: limits?.low ?? null,
      high: limits?.high ?? null,
      impact: figureAt(caller, [...path, "impact"], impact),
    };
  });
  const names = differentTexts(read.map(({ theme }) => theme));
  return read.map((one, i) => ({ ...one, theme: names[i] as string }));
}

function themeAxis(themes: readonly ReadTheme[], axis: JsonObject): JsonObject {
  const domain = themes.map(({ theme }) => theme);
  return { field: "theme", type: "nominal", scale: { domain, paddingInner: 0.25 }, axis };
}

function mentionsView({ words, colours, width }: Frame, themes: readonly ReadTheme[]): JsonObject {
  const { labels } = words;
  const y = themeAxis(themes, { title: null, ticks: false, domain: false });
  const axis = { title: labels.mentions, format: ".0%", tickCount: 4 };
  return {
    width: width / 2 - 12,
    height: { step: rowHeight(themes.length) },
    data: { values: themes.map(({ theme, share, low, high }) => ({ theme, share, low, high })) },
    layer: [
      {
        mark: { type: "bar", color: colours.neutral },
        encoding: {
          y,
          x: { field: "share", type: "quantitative", axis },
          tooltip: [
            { field: "theme", type: "nominal", title: labels.theme },
            { field: "share", type: "quantitative", title: labels.mentions, format: ".1%" },
          ],
        },
      },
      {
        // An edge keeps it apart from the bar behind it.
        mark: { type: "bar", height: 4, color: colours.text, stroke: colours.background, strokeWidth: 1 },
        encoding: { y, x: { field: "low", type: "quantitative", axis }, x2: { field: "high" } },
      },
    ],
  };
}

function impactView(
  { words, colours, width }: Frame,
  themes: readonly ReadTheme[],
  score: ReadScore,
): JsonObject {
  const { labels } = words;
  const half = width / 2 - 12;
  const title = filled(labels.impact, { metric: metricName(words, score.metric) });
  const decimals = score.decimals || 1;
  const values = themes.flatMap(({ theme, impact }) => {
    if (impact === null) return [];
    const quality = impact > 0 === score.higherIsBetter ? "good" : "bad";
    return [{ theme, impact, quality, text: words.number(impact, decimals) }];
  });
  const most = values.reduce((sum, { impact }) => Math.max(sum, Math.abs(impact)), 0);
  // Room for the figures behind the bars, on either side.
  const end = most === 0 ? 1 : most * 1.5;
  const y = themeAxis(themes, { title: null, labels: false, ticks: false, domain: false });
  const x = {
    field: "impact",
    type: "quantitative",
    scale: { domain: [-end, end] },
    axis: { title: linesOf(title, half, (text) => textWidth(text, LABEL_SIZE)), tickCount: 4 },
  };
  const text = (isPositive: boolean): JsonObject => ({
    data: { values: values.filter(({ impact }) => impact >= 0 === isPositive) },
    mark: { type: "text", align: isPositive ? "left" : "right", baseline: "middle", dx: isPositive ? 4 : -4 },
    encoding: { x, y, text: { field: "text", type: "nominal" } },
  });
  return {
    width: half,
    height: { step: rowHeight(themes.length) },
    layer: [
      {
        data: { values },
        mark: { type: "bar" },
        encoding: {
          x,
          y,
          color: qualityColour(colours),
          tooltip: [
            { field: "theme", type: "nominal", title: labels.theme },
            { field: "text", type: "nominal", title },
          ],
        },
      },
      text(true),
      text(false),
      {
        data: { values: [{ zero: 0 }] },
        mark: { type: "rule", color: colours.mutedText, strokeWidth: 1 },
        encoding: { x: { ...x, field: "zero" } },
      },
    ],
  };
}
