// The chart of a single score of any metric.

import type { CesScore } from "../survey/ces.ts";
import type { CsatScore } from "../survey/csat.ts";
import type { NetScore } from "../survey/netScore.ts";
import type { NpsScore } from "../survey/nps.ts";
import type { TopBoxScore } from "../survey/topBox.ts";
import type { ChartSpec } from "./chartSpec.ts";
import { type ChartOptions, frameOf } from "./frame.ts";
import { scoreDrawing } from "./scoreViews.ts";

/** The scores that charts can show. */
export type ChartableScore = NpsScore | CsatScore | CesScore | TopBoxScore | NetScore;

/**
 * Draws one score: where it lies on all that it could be, how exactly that is known, and how many answers each rating has.
 *
 * Good answers are blue and bad ones orange, whichever end of the scale they are on: of an effort score with
 * `direction: "lower-is-easier"` the low ratings are the good ones, and the axis says that lower is better. Shares are
 * weighted where the answers are. A score without an interval is drawn without one; without answers the ratings are drawn
 * empty, and the text says so.
 *
 * @param score - what `csat`, `ces`, `nps`, `topBox` or `netScore` returned
 * @param options - title, width, labels, theme
 * @throws {@link cx-metrics!CxMetricsError} `invalid-argument` or `invalid-count` for what is no such score, and for a wrong option
 *
 * @example
 * ```ts
 * import { csat } from "cx-metrics";
 * import { scoreChart } from "cx-metrics/charts";
 *
 * const spec = scoreChart(csat([5, 4, 4, 3, 1]));
 * spec.description; // → "CSAT 60.0 (95 % interval 23.1 to 88.2) from 5 answers: 60 % satisfied, 40 % not satisfied."
 * ```
 */
export function scoreChart(score: ChartableScore, options: ChartOptions = {}): ChartSpec {
  return scoreDrawing(frameOf("scoreChart", options), score, false);
}
