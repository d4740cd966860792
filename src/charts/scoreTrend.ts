// The chart of a score over time.

import type { ControlLimits } from "../inference/controlLimits.ts";
import type { Group } from "../survey/scoreBy.ts";
import type { ChartSpec } from "./chartSpec.ts";
import { chartOf, emptyChart } from "./drawing.ts";
import { type ChartOptions, type Frame, frameOf } from "./frame.ts";
import { metricName, type ReadScore } from "./readScore.ts";
import type { ChartableScore } from "./scoreChart.ts";
import { type Period, periodsOf, type TrendLimits, trendLimitsOf } from "./trendPeriods.ts";
import { answersView, trendView } from "./trendViews.ts";
import { filled } from "./words.ts";

/** Options of {@link scoreTrend}. */
export interface ScoreTrendOptions extends ChartOptions {
  /**
   * The control limits of the same groups, as `controlLimits` returned them.
   * @defaultValue no limits
   */
  readonly limits?: ControlLimits | undefined;
}

/**
 * Draws a score over time: the line, the band of its intervals, and below it how many answered in each period.
 *
 * With `limits` the control limits and their centre are drawn too, and the periods that stand out are marked by a triangle:
 * blue where they are better, orange where they are worse. Neighbouring intervals that overlap do not show that nothing
 * changed; `compare` tells.
 *
 * Each group is one period: one dimension, and each period once. Periods stand in the order given, one step apart. Of
 * `scoreBy` that is the order of their keys: of those of `periodOf` the order of time, of names such as "Jan" and "Feb" that
 * of the alphabet. A month without a group has no place, so give a group without answers for it. A period
 * without answers leaves a gap in the line. Groups whose period is missing (`null`) are left out. The axis shows a tenth of
 * what the score can be at least, and does not begin at 0. No groups give a chart that says so.
 *
 * @param groups - what `scoreBy` or `rollingScores` returned for the period alone
 * @param options - control limits; title, width, labels, theme
 * @throws {@link cx-metrics!CxMetricsError} `invalid-argument` or `invalid-count` for groups of more than one dimension, of different
 * metrics, with a period twice, or for limits of other periods, and for a wrong option
 *
 * @example
 * ```ts
 * import { nps, scoreBy } from "cx-metrics";
 * import { scoreTrend } from "cx-metrics/charts";
 *
 * const rows = [
 *   { month: "2026-01", answer: 10 },
 *   { month: "2026-01", answer: 3 },
 *   { month: "2026-02", answer: 9 },
 *   { month: "2026-02", answer: 8 },
 * ];
 * const months = scoreBy(rows, { metric: nps, rating: (row) => row.answer, by: { month: (row) => row.month } });
 * scoreTrend(months).description;
 * // → "NPS went from 0 in 2026-01 to 50 in 2026-02 (95 % interval −39 to 79), from 4 answers."
 * ```
 */
export function scoreTrend<K extends string>(
  groups: Iterable<Group<K, ChartableScore>>,
  options: ScoreTrendOptions = {},
): ChartSpec {
  const caller = "scoreTrend";
  const frame = frameOf(caller, options, ["limits"]);
  const periods = periodsOf(caller, groups);
  const limits = options.limits === undefined ? null : trendLimitsOf(caller, options.limits, periods);
  const { labels } = frame.words;
  const answered = periods.filter(({ score }) => score.score !== null);
  const [first] = periods;
  const metric = first === undefined ? labels.score : metricName(frame.words, first.score.metric);
  const title = filled(labels.trend, { metric });
  if (first === undefined || answered.length === 0) return emptyChart(frame, title, labels.noTrendFinding);
  const views = [trendView(frame, periods, limits, first.score), answersView(frame, periods)];
  const finding = findingOf(frame, metric, answered, limits);
  return chartOf(frame, { title, finding, body: { spacing: 10, vconcat: views } });
}

/** The first score and the last, and how many periods stand out. */
function findingOf(
  { words }: Frame,
  metric: string,
  answered: readonly Period[],
  limits: TrendLimits | null,
): string {
  const [first, last] = [answered[0], answered.at(-1)] as [Period, Period];
  const shown = ({ score }: ReadScore): string => words.number(score as number, last.score.decimals);
  const { labels } = words;
  const trend = filled(answered.length === 1 ? labels.onePeriodFinding : labels.trendFinding, {
    metric,
    first: first.period,
    firstScore: shown(first.score),
    last: last.period,
    lastScore: shown(last.score),
    interval: words.interval(last.score.interval, last.score.decimals),
    answers: words.answers(answered.reduce((sum, { score }) => sum + score.n, 0)),
  });
  if (limits === null) return trend;
  const signals = limits.periods.filter(({ signal }) => signal !== null).length;
  const [found, all] = [words.number(signals, 0), words.number(limits.periods.length, 0)];
  return `${trend} ${filled(labels.signalsFinding, { signals: found, periods: all })}`;
}
