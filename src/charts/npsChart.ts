// The chart of a Net Promoter Score.

import { refusal } from "../errors.ts";
import type { NpsScore } from "../survey/nps.ts";
import type { ChartSpec } from "./chartSpec.ts";
import { type ChartOptions, frameOf } from "./frame.ts";
import { objectAt } from "./input.ts";
import { scoreDrawing } from "./scoreViews.ts";

/**
 * Draws a Net Promoter Score: where it lies between −100 and 100 and how exactly that is known, how promoters, passives and
 * detractors divide the answers, and how many answers each rating has.
 *
 * Shares are weighted where the answers are. Without answers the ratings are drawn empty, and the text says so.
 *
 * @param score - what `nps` returned
 * @param options - title, width, labels, theme
 * @throws {@link cx-metrics!CxMetricsError} `invalid-argument` or `invalid-count` for what is no such score, and for a wrong option
 *
 * @example
 * ```ts
 * import { nps } from "cx-metrics";
 * import { npsChart } from "cx-metrics/charts";
 *
 * const spec = npsChart(nps([10, 10, 9, 9, 9, 8, 7, 4, 2, 1]));
 * spec.description;
 * // → "NPS 20 (95 % interval −30 to 61) from 10 answers: 50 % promoters, 20 % passives, 30 % detractors."
 * ```
 */
export function npsChart(score: NpsScore, options: ChartOptions = {}): ChartSpec {
  const caller = "npsChart";
  const frame = frameOf(caller, options);
  const { metric } = objectAt(caller, ["score"], score);
  if (metric !== "nps") throw refusal(caller, "invalid-argument", ["score", "metric"], '"nps"', metric);
  return scoreDrawing(frame, score, true);
}
