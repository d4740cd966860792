// The chart of scores by group.

import { refusalInWords } from "../errors.ts";
import type { SuppressedGroup } from "../inference/suppressSmallGroups.ts";
import type { Group } from "../survey/scoreBy.ts";
import { domainAround, rowHeight } from "./axes.ts";
import type { ChartSpec, JsonObject } from "./chartSpec.ts";
import { chartOf, emptyChart } from "./drawing.ts";
import { scoreTooltip } from "./encodings.ts";
import { type ChartOptions, type Frame, frameOf } from "./frame.ts";
import { itemsOf, numberAt } from "./input.ts";
import { differentTexts, keyTexts, keyValues } from "./keys.ts";
import { metricName, type ReadScore, scoreAt, scoreAxisTitle } from "./readScore.ts";
import type { ChartableScore } from "./scoreChart.ts";
import { textWidth } from "./textWidth.ts";
import { LABEL_SIZE } from "./theme.ts";
import { filled } from "./words.ts";

/** Options of {@link segmentChart}. */
export interface SegmentChartOptions extends ChartOptions {
  /**
   * A benchmark or target, in the unit of the scores, to be drawn across the groups.
   * @defaultValue none
   */
  readonly reference?: number | undefined;
}

/** A group, read. */
interface Segment {
  readonly group: string;
  /** The group as its axis has it, with how many answered. */
  readonly label: string;
  /** `null` where it is suppressed. */
  readonly score: ReadScore | null;
}

/**
 * Draws scores by group, each with its interval: which group stands where, and how exactly is that known?
 *
 * Groups stand in the order given, with the number of their answers beside their names. Groups that `suppressSmallGroups` hid
 * are marked as not shown, and those without answers as having none. Intervals that overlap do not show that groups are
 * the same; `compareAll` tells. The axis does not begin at 0.
 *
 * Keys of several dimensions are joined; a missing key has a name of its own. No groups give a chart that says so.
 *
 * @param groups - what `scoreBy` or `suppressSmallGroups` returned
 * @param options - a reference; title, width, labels, theme
 * @throws {@link cx-metrics!CxMetricsError} `invalid-argument` or `invalid-count` for what are no such groups, for different metrics, and for
 * a wrong option
 *
 * @example
 * ```ts
 * import { csat, scoreBy } from "cx-metrics";
 * import { segmentChart } from "cx-metrics/charts";
 *
 * const rows = [
 *   { channel: "chat", rating: 5 },
 *   { channel: "chat", rating: 2 },
 *   { channel: "phone", rating: 4 },
 * ];
 * const groups = scoreBy(rows, { metric: csat, rating: (r) => r.rating, by: { channel: (r) => r.channel } });
 * segmentChart(groups).description; // → "CSAT of 2 groups: highest 100.0 (phone), lowest 50.0 (chat)."
 * ```
 */
export function segmentChart<K extends string>(
  groups: Iterable<Group<K, ChartableScore> | SuppressedGroup<K>>,
  options: SegmentChartOptions = {},
): ChartSpec {
  const caller = "segmentChart";
  const frame = frameOf(caller, options, ["reference"]);
  const { reference: given } = options;
  const reference = given === undefined ? null : numberAt(caller, ["reference"], given);
  const segments = segmentsOf(frame, groups);
  const { labels } = frame.words;
  const [first] = segments.flatMap(({ score }) => (score === null ? [] : [score]));
  const metric = first === undefined ? labels.score : metricName(frame.words, first.metric);
  const title = filled(labels.segments, { metric });
  const finding = findingOf(frame, metric, segments);
  if (segments.length === 0) return emptyChart(frame, title, finding);
  const body = {
    width: frame.width,
    height: { step: rowHeight(segments.length) },
    layer: layers(frame, segments, first, reference),
  };
  return chartOf(frame, { title, finding, body });
}

function segmentsOf({ caller, words }: Frame, groups: unknown): readonly Segment[] {
  let metric: string | null = null;
  const read = itemsOf(caller, "groups", groups, (group, path) => {
    const key = keyValues(caller, path, group["key"]);
    if (group["suppressed"] === true) return { key, score: null };
    const score = scoreAt(caller, [...path, "score"], group["score"]);
    metric ??= score.metric;
    if (score.metric === metric) return { key, score };
    throw refusalInWords(caller, "invalid-argument", path, "of the metric of the others", "another metric");
  });
  const names = keyTexts(
    words,
    read.map(({ key }) => key),
  );
  const labelled = read.map(
    ({ score }) =>
      (group: string): string =>
        score === null ? group : filled(words.labels.groupWithN, { group, n: words.number(score.n, 0) }),
  );
  const short = differentTexts(labelled.map((labelWith, i) => shortened(names[i] as string, labelWith)));
  const labels = differentTexts(labelled.map((labelWith, i) => labelWith(short[i] as string)));
  return read.map(({ score }, i) => ({ group: names[i] as string, label: labels[i] as string, score }));
}

/** Room for a label, in pixels. */
const LABEL_ROOM = 240;

/**
 * As much of a name as its label has room for. Vega would cut the label where it ends, and with that the number of answers;
 * so the end of the name is left out here.
 */
function shortened(name: string, labelWith: (name: string) => string): string {
  const isFitting = (part: string): boolean => textWidth(labelWith(part), LABEL_SIZE) <= LABEL_ROOM;
  if (isFitting(name)) return name;
  let [start, fitting] = ["", "…"];
  for (const letter of name) {
    start += letter;
    const longer = `${start.trimEnd()}…`;
    if (!isFitting(longer)) break;
    fitting = longer;
  }
  return fitting;
}

function findingOf({ words }: Frame, metric: string, segments: readonly Segment[]): string {
  const { labels } = words;
  const scored = segments
    .flatMap(({ group, score }) =>
      score === null || score.score === null ? [] : [{ group, ...score, score: score.score }],
    )
    .sort((a, b) => b.score - a.score);
  const [high, low] = [scored[0], scored.at(-1)];
  const hidden = segments.filter(({ score }) => score === null).length;
  const sentence =
    high === undefined || low === undefined
      ? labels.noSegmentFinding
      : filled(high === low ? labels.oneSegmentFinding : labels.segmentFinding, {
          metric,
          groups: words.number(scored.length, 0),
          high: withoutBrackets(high.group),
          highScore: words.number(high.score, high.decimals),
          low: withoutBrackets(low.group),
          lowScore: words.number(low.score, low.decimals),
        });
  return hidden === 0
    ? sentence
    : `${sentence} ${filled(labels.suppressedFinding, { n: words.number(hidden, 0) })}`;
}

/** A name that is in brackets itself, as the missing key is: where it stands in brackets, once is enough. */
function withoutBrackets(name: string): string {
  return name.replace(/^\(([^()]*)\)$/, "$1");
}

function layers(
  { words, colours }: Frame,
  segments: readonly Segment[],
  first: ReadScore | undefined,
  reference: number | null,
): readonly JsonObject[] {
  const { labels } = words;
  const y = {
    field: "label",
    type: "nominal",
    scale: { domain: segments.map(({ label }) => label) },
    // Labels are shortened already.
    axis: { title: null, grid: true, ticks: false, domain: false, labelLimit: 0 },
  };
  const scores = segments.flatMap(({ score }) => (score === null ? [] : [score]));
  const range = first?.range ?? { low: 0, high: 1 };
  const limits = scores.flatMap(({ score, interval }) => [
    score,
    interval?.low ?? null,
    interval?.high ?? null,
  ]);
  const x = (field: string): JsonObject => ({
    field,
    type: "quantitative",
    scale: { domain: domainAround([...limits, reference], range) },
    axis: first === undefined ? null : { title: scoreAxisTitle(words, first), tickCount: 6 },
  });
  const values = segments.flatMap(({ group, label, score }) =>
    score === null
      ? []
      : [
          {
            group,
            label,
            score: score.score,
            n: score.n,
            low: score.interval?.low ?? null,
            high: score.interval?.high ?? null,
          },
        ],
  );
  const notes = segments.flatMap(({ label, score }) =>
    score === null
      ? [{ label, note: labels.suppressed }]
      : score.score === null
        ? [{ label, note: labels.noAnswers }]
        : [],
  );
  const decimals = first?.decimals ?? 0;
  const { background } = colours;
  const halo = { color: background, stroke: background, strokeWidth: 4, aria: false };
  return [
    ...(reference === null ? [] : referenceLayer({ words, colours }, reference, x, decimals)),
    {
      data: { values },
      mark: { type: "rule", color: colours.good, strokeWidth: 3 },
      encoding: { y, x: x("low"), x2: { field: "high" } },
    },
    {
      data: { values },
      mark: {
        type: "point",
        filled: true,
        size: 90,
        color: colours.good,
        opacity: 1,
        stroke: colours.background,
        strokeWidth: 1,
      },
      encoding: {
        y,
        x: x("score"),
        tooltip: scoreTooltip(
          { field: "group", type: "nominal", title: labels.group },
          labels,
          `,.${decimals}f`,
        ),
      },
    },
    // The line of the reference does not run through the notes.
    ...(reference === null ? [] : [notesLayer(notes, y, halo)]),
    notesLayer(notes, y, { color: colours.mutedText }),
  ];
}

function notesLayer(notes: readonly JsonObject[], y: JsonObject, ink: JsonObject): JsonObject {
  return {
    data: { values: notes },
    mark: { type: "text", align: "left", baseline: "middle", fontStyle: "italic", ...ink },
    encoding: { y, x: { value: 6 }, text: { field: "note", type: "nominal" } },
  };
}

function referenceLayer(
  { words, colours }: Pick<Frame, "words" | "colours">,
  reference: number,
  x: (field: string) => JsonObject,
  decimals: number,
): readonly JsonObject[] {
  const text = filled(words.labels.reference, { value: words.number(reference, decimals) });
  const data = { values: [{ reference, text }] };
  return [
    {
      data,
      mark: { type: "rule", color: colours.bad, strokeWidth: 1.5, strokeDash: [5, 4] },
      encoding: { x: x("reference") },
    },
    {
      data,
      mark: { type: "text", align: "center", baseline: "bottom", dy: -4, color: colours.text },
      encoding: { x: x("reference"), y: { value: 0 }, text: { field: "text", type: "nominal" } },
    },
  ];
}
