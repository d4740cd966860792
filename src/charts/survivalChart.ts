// The chart of survival curves.

import type { SurvivalCurve } from "../customers/kaplanMeier.ts";
import { refusal, refusalInWords } from "../errors.ts";
import type { ChartSpec } from "./chartSpec.ts";
import { chartOf, emptyChart } from "./drawing.ts";
import { type ChartOptions, type Frame, frameOf } from "./frame.ts";
import { objectAt, textAt } from "./input.ts";
import { type Curve, curveAt, type Step } from "./readCurve.ts";
import { atRiskView, curvesView } from "./survivalViews.ts";
import { filled } from "./words.ts";

/** Options of {@link survivalChart}. */
export interface SurvivalChartOptions extends ChartOptions {
  /**
   * The unit of the durations, such as `"months"`.
   * @defaultValue not named
   */
  readonly timeUnit?: string | undefined;
}

/**
 * Draws survival curves: what share of the customers is still there after a time?
 *
 * The curve stays level and falls at each time at which somebody left, and the band around it is its interval, which
 * holds at each time by itself. Below stands how many were followed until then (with late entry, until the next time at
 * which somebody left or was last seen): where they are few, the curve says little. Each curve ends with the last
 * customer followed.
 *
 * One curve, or up to six by name. Curves that lie apart do not show that groups differ; `logRankTest` tells. A curve of
 * nobody is left out, and where nobody was followed at all the chart says so.
 *
 * @param curves - what `kaplanMeier` returned, or several of these by name
 * @param options - unit of time; title, width, labels, theme
 * @throws {@link cx-metrics!CxMetricsError} `invalid-argument` for what is no such curve, for more than six, and for a wrong option
 *
 * @example
 * ```ts
 * import { kaplanMeier } from "cx-metrics";
 * import { survivalChart } from "cx-metrics/charts";
 *
 * const curve = kaplanMeier([
 *   { time: 3, observed: true },
 *   { time: 5, observed: false },
 *   { time: 8, observed: true },
 *   { time: 12, observed: false },
 * ]);
 * survivalChart(curve, { timeUnit: "months" }).description;
 * // → "4 customers, of whom 2 left; half are gone by 8 months."
 * ```
 */
export function survivalChart(
  curves: SurvivalCurve | Readonly<Record<string, SurvivalCurve>>,
  options: SurvivalChartOptions = {},
): ChartSpec {
  const caller = "survivalChart";
  const frame = frameOf(caller, options, ["timeUnit"]);
  const { timeUnit = "" } = options;
  textAt(caller, ["timeUnit"], timeUnit);
  const { labels } = frame.words;
  const given = curvesAt(frame, curves);
  const followed = given.filter(({ steps }) => steps.length > 0);
  const finding = followed.map((curve) => findingOf(frame, curve, timeUnit, given.length > 1)).join(" ");
  if (followed.length === 0) return emptyChart(frame, labels.survival, labels.noSurvivalFinding);
  const time = timeUnit === "" ? labels.time : filled(labels.timeIn, { unit: timeUnit });
  const views = [curvesView(frame, followed, time), atRiskView(frame, followed)];
  const body = { spacing: 8, vconcat: views };
  return chartOf(frame, { title: labels.survival, finding, body });
}

function curvesAt({ caller, words, colours }: Frame, curves: unknown): readonly Curve[] {
  const given = objectAt(caller, ["curves"], curves);
  if (Array.isArray(given["steps"])) return [curveAt(caller, ["curves"], words.labels.all, given)];
  const entries = Object.entries(given);
  if (entries.length === 0)
    throw refusal(caller, "invalid-argument", ["curves"], "one curve or more", curves);
  if (entries.length > colours.series.length) {
    const requirement = `at most ${colours.series.length} curves, which can be told apart`;
    throw refusalInWords(caller, "invalid-argument", ["curves"], requirement, String(entries.length));
  }
  return entries.map(([name, curve], i) => curveAt(caller, ["curves", i], name, curve));
}

/** When half have left; where they have not, how many are left at the last time. */
function findingOf({ words }: Frame, curve: Curve, timeUnit: string, isOneOfSeveral: boolean): string {
  const { labels } = words;
  const shown = (value: number): string => words.number(value, Number.isInteger(value) ? 0 : 1);
  const { time, survival, low, high } = curve.steps.at(-1) as Step;
  const interval =
    low === null || high === null
      ? ""
      : ` (${words.limits(curve.level, words.percent(low), words.percent(high))})`;
  const finding = filled(curve.median === null ? labels.survivalFinding : labels.medianFinding, {
    customers: words.customers(curve.n),
    events: shown(curve.events),
    median: shown(curve.median ?? 0),
    survival: words.percent(survival),
    interval,
    time: shown(time),
    unit: timeUnit === "" ? "" : ` ${timeUnit}`,
  });
  return isOneOfSeveral ? filled(labels.namedCurveFinding, { name: curve.name, finding }) : finding;
}
