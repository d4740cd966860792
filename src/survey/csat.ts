// Customer satisfaction score: the percentage of satisfied answers.

import { CxMetricsError, checkedOptions } from "../errors.ts";
import { tallyOf } from "./answers.ts";
import { meanMoments } from "./mean.ts";
import { CSAT_SCALE, checkedCut, pointsOf, type Scale, scaleInWords } from "./scale.ts";
import { type Score, type Share, sampleOf } from "./score.ts";
import type { Answers } from "./tally.ts";
import { type PercentageOptions, percentageFrom } from "./topBox.ts";

/** Options of {@link csat}. */
export interface CsatOptions extends PercentageOptions {
  /**
   * The scale that the ratings are on. A tally brings its own, which this must not contradict.
   * @defaultValue 1 to 5, or the tally's own
   */
  readonly scale?: Scale | undefined;
  /**
   * Lowest rating that counts as satisfied.
   * @defaultValue the highest rating on 2 or 3 points, the top two on 4 to 7, the top three on 10 or 11; other
   * scales have no agreed cut and need this option
   */
  readonly satisfiedFrom?: number | undefined;
}

/** A satisfaction score with standard error and interval, all in percent from 0 to 100. */
export interface CsatScore extends Score {
  /** The metric by name. */
  readonly metric: "csat";
  /** Answers of at least `satisfiedFrom`. */
  readonly satisfied: Share;
  /** Mean rating on its scale, the rival definition of satisfaction; `null` without answers. */
  readonly mean: number | null;
  /** Lowest rating that counted as satisfied. */
  readonly satisfiedFrom: number;
}

/**
 * Customer satisfaction score: what percentage of those who answered is satisfied?
 *
 * Satisfied answers (4 and 5 on 1-5) divided by all answers, times 100. Rivals: the mean rating, which stands
 * beside it in `mean`, and the mean stretched to 0-100. On other scales the usual cut is taken: the top rating
 * of 2 or 3 points, the top two of 4 to 7, the top three of 10 or 11; `satisfiedFrom` overrides it, and the
 * result says which was used.
 *
 * Missing answers are counted in `missing` and are in no denominator; no answers give `null` figures. Ratings
 * off the scale throw. `standardError` is √(p(1 − p) ÷ n), weighted answers get a linearised one. The interval is
 * Wilson's by default.
 *
 * Source: Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", Journal of the
 * American Statistical Association 22 (1927).
 *
 * @param answers - ratings in any iterable, or a tally of them
 * @param options - scale and cut; level and method of the interval
 * @throws {@link CxMetricsError} `invalid-rating` for a rating off the scale, `scale-mismatch` where `scale`
 * contradicts the tally, `invalid-argument` for a wrong option or a scale without a usual cut
 *
 * @example
 * ```ts
 * import { csat } from "cx-metrics";
 *
 * const score = csat([5, 4, 4, 3, null, 1]);
 * score.score; // → 60
 * score.mean; // → 3.4
 * score.missing; // → 1
 * csat([10, 9, 8, 7], { scale: { min: 1, max: 10 } }).satisfiedFrom; // → 8
 * ```
 */
export function csat(answers: Answers, options: CsatOptions = {}): CsatScore {
  const known = ["level", "method", "scale", "satisfiedFrom"] as const;
  const { scale, level, method } = checkedOptions("csat", options, known);
  const tally = tallyOf("csat", answers, scale, CSAT_SCALE);
  const { satisfiedFrom: wanted = usualCut(tally.scale) } = options;
  const satisfiedFrom = checkedCut("csat", ["satisfiedFrom"], wanted, tally.scale);
  const sample = sampleOf(tally);
  const { top, ...figures } = percentageFrom("csat", sample, satisfiedFrom, { level, method });
  const mean = meanMoments(sample)?.mean ?? null;
  return { metric: "csat", ...figures, satisfied: top, mean, satisfiedFrom, tally };
}

/** The cut in customary use, or a throw where there is none. */
function usualCut(scale: Scale): number {
  const points = pointsOf(scale);
  if (points <= 3) return scale.max;
  if (points <= 7) return scale.max - 1;
  if (points === 10 || points === 11) return scale.max - 2;
  throw new CxMetricsError(
    `csat: satisfiedFrom must be given for a scale of ${scaleInWords(scale)}, which has no usual cut`,
    "invalid-argument",
    ["satisfiedFrom"],
  );
}
