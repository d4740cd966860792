// The views of a single score: where it lies, and how its answers are spread over the scale.

import type { ChartSpec, JsonObject } from "./chartSpec.ts";
import { type AnswerClass, classesAt, type Quality } from "./classes.ts";
import { chartOf } from "./drawing.ts";
import type { Frame } from "./frame.ts";
import { objectAt } from "./input.ts";
import { legendOf } from "./legend.ts";
import { metricName, type ReadScore, type ReadTally, scoreAt, scoreAxisTitle } from "./readScore.ts";
import { filled } from "./words.ts";

/** The chart of a score; `stacked` adds a bar of its classes. */
export function scoreDrawing(frame: Frame, value: unknown, stacked: boolean): ChartSpec {
  const { caller, words } = frame;
  const path = ["score"];
  const given = objectAt(caller, path, value);
  const score = scoreAt(caller, path, given);
  const { tally, classes } = classesAt(caller, words, path, given);
  const title = metricName(words, score.metric);
  const finding = findingOf(frame, score, classes);
  if (score.score === null)
    return chartOf(frame, { title, finding, body: { vconcat: [spread(frame, tally, classes)] } });
  const views = [position(frame, score, score.score), ...(stacked ? [stack(frame, classes)] : [])];
  const body = { spacing: 18, vconcat: [...views, spread(frame, tally, classes)] };
  return chartOf(frame, { title, finding, body });
}

function findingOf(
  { words }: Frame,
  { metric, score, interval, n, decimals }: ReadScore,
  classes: readonly AnswerClass[],
): string {
  const name = metricName(words, metric);
  if (score === null) return filled(words.labels.noScoreFinding, { metric: name });
  return filled(words.labels.scoreFinding, {
    metric: name,
    score: words.number(score, decimals),
    interval: words.interval(interval, decimals),
    answers: words.answers(n),
    classes: bestFirst(classes)
      .map((one) => nameWithShare({ words }, one))
      .join(", "),
  });
}

const QUALITIES: readonly Quality[] = ["good", "neutral", "bad"];

function bestFirst(classes: readonly AnswerClass[]): readonly AnswerClass[] {
  return [...classes].sort((a, b) => QUALITIES.indexOf(a.quality) - QUALITIES.indexOf(b.quality));
}

function nameWithShare({ words }: Pick<Frame, "words">, { name, share }: AnswerClass): string {
  return share === null ? name : `${words.percent(share)} ${name}`;
}

/** The score with its interval, on all that it could be. */
function position({ words, colours, width }: Frame, score: ReadScore, figure: number): JsonObject {
  const { labels } = words;
  const { low, high } = score.range;
  const x = (field: string): JsonObject => ({
    field,
    type: "quantitative",
    scale: { domain: [low, high] },
    axis: { title: scoreAxisTitle(words, score), grid: false, tickCount: 6 },
  });
  const tooltip = (fields: readonly (readonly [string, string])[]): readonly JsonObject[] =>
    fields.map(([field, title]) => ({
      field,
      title,
      type: "quantitative",
      format: `,.${score.decimals}f`,
    }));
  const middle =
    low < 0
      ? [{ data: { values: [{ x: 0 }] }, mark: rule(colours.neutral, 1), encoding: { x: x("x") } }]
      : [];
  const interval: readonly JsonObject[] =
    score.interval === null
      ? []
      : [
          {
            data: { values: [{ low: score.interval.low, high: score.interval.high }] },
            mark: { type: "rule", strokeWidth: 4, color: colours.good, opacity: 1 },
            encoding: {
              x: x("low"),
              x2: { field: "high" },
              tooltip: tooltip([
                ["low", labels.low],
                ["high", labels.high],
              ]),
            },
          },
          {
            // Ends that stand above the diamond, where the interval is no longer than it.
            data: { values: [{ end: score.interval.low }, { end: score.interval.high }] },
            mark: { type: "tick", size: 22, thickness: 2, color: colours.good, opacity: 1 },
            encoding: { x: x("end") },
          },
        ];
  const point = {
    data: { values: [{ score: figure }] },
    mark: {
      type: "point",
      shape: "diamond",
      filled: true,
      size: 110,
      color: colours.text,
      opacity: 1,
      stroke: colours.background,
      strokeWidth: 1.5,
    },
    encoding: { x: x("score"), tooltip: tooltip([["score", labels.score]]) },
  };
  return { width, height: 36, layer: [...middle, ...interval, point] };
}

function rule(color: string, strokeWidth: number): JsonObject {
  return { type: "rule", color, strokeWidth };
}

/** The colours of classes, with a legend that says how many answers each has. */
function colourOf({ words, colours, width }: Frame, classes: readonly AnswerClass[]): JsonObject {
  const names = classes.map((one) => nameWithShare({ words }, one));
  return {
    field: "class",
    type: "nominal",
    scale: { domain: names, range: classes.map(({ quality }) => colours[quality]) },
    legend: legendOf(names, width),
  };
}

/** All answers as one bar, cut into classes. */
function stack(frame: Frame, classes: readonly AnswerClass[]): JsonObject {
  let end = 0;
  const values = classes.flatMap((one) => {
    const start = end;
    const share = one.share ?? 0;
    end += share;
    return share === 0 ? [] : [{ class: nameWithShare(frame, one), start, end, share }];
  });
  return {
    width: frame.width,
    height: 28,
    data: { values },
    mark: { type: "bar", height: 28, stroke: frame.colours.background, strokeWidth: 2 },
    encoding: {
      x: { field: "start", type: "quantitative", scale: { domain: [0, 1] }, axis: null },
      x2: { field: "end" },
      color: colourOf(frame, classes),
      tooltip: [{ field: "class", type: "nominal", title: frame.words.labels.group }],
    },
  };
}

/** How many answers each rating has. */
function spread(
  frame: Frame,
  { scale, counts, weights }: ReadTally,
  classes: readonly AnswerClass[],
): JsonObject {
  const { labels } = frame.words;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const values = counts.map((count, cell) => {
    const rating = scale.min + cell;
    // The classes leave no rating out.
    const one = classes.find(({ from, to }) => from <= rating && rating <= to) as AnswerClass;
    const share = total === 0 ? 0 : (weights[cell] as number) / total;
    return { rating, count, share, class: nameWithShare(frame, one) };
  });
  return {
    width: frame.width,
    height: 130,
    data: { values },
    mark: { type: "bar" },
    encoding: {
      x: {
        field: "rating",
        type: "ordinal",
        axis: { title: labels.rating, labelAngle: 0, labelOverlap: true },
      },
      y: {
        field: "share",
        type: "quantitative",
        ...(total === 0 ? { scale: { domain: [0, 1] } } : {}),
        axis: { title: labels.share, format: ".0%", tickCount: 4 },
      },
      color: colourOf(frame, classes),
      tooltip: [
        { field: "rating", type: "ordinal", title: labels.rating },
        { field: "count", type: "quantitative", title: labels.answers, format: ",.0f" },
        { field: "share", type: "quantitative", title: labels.share, format: ".1%" },
      ],
    },
  };
}
