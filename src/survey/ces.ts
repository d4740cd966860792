// Customer effort score: the mean ease of getting something done.

import { checkedOptions, requireOneOf } from "../errors.ts";
import { checkedLevel } from "../statistics/interval.ts";
import { tallyOf } from "./answers.ts";
import { meanFigures } from "./mean.ts";
import { CES_SCALE, pointsOf, type Scale } from "./scale.ts";
import { momentsOf, type Score, type Share, sampleOf, shareOf } from "./score.ts";
import type { Answers } from "./tally.ts";

/**
 * Which end of the scale is the easy one.
 *
 * - `higher-is-easier`: CES 2.0, "… made it easy for me", 1-7
 * - `lower-is-easier`: CES 1.0, "how much effort did you have to put forth", 1-5
 */
export type CesDirection = "higher-is-easier" | "lower-is-easier";

/** Options of {@link ces}. */
export interface CesOptions {
  /**
   * The scale that the ratings are on. A tally brings its own, which this must not contradict.
   * @defaultValue 1 to 7, or the tally's own
   */
  readonly scale?: Scale | undefined;
  /**
   * Which end of the scale is the easy one.
   * @defaultValue `"higher-is-easier"`
   */
  readonly direction?: CesDirection | undefined;
  /**
   * Confidence level, strictly between 0 and 1.
   * @defaultValue 0.95
   */
  readonly level?: number | undefined;
}

/** An effort score: a mean on its scale, with the shares of those who found it easy and difficult. */
export interface CesScore extends Score {
  /** The metric by name. */
  readonly metric: "ces";
  /** Mean rating on its scale, whichever end is the easy one. */
  readonly score: number | null;
  /** Answers on the easy side of the scale's middle: 5-7 on 1-7. */
  readonly easy: Share;
  /** Answers on the difficult side of the scale's middle: 1-3 on 1-7. */
  readonly difficult: Share;
  /** Share of easy minus share of difficult answers, in points from −100 to 100. */
  readonly net: number | null;
  /** Which end of the scale was the easy one. */
  readonly direction: CesDirection;
}

/**
 * Customer effort score: how easy was it for customers to get their issue handled?
 *
 * The mean rating, on its own scale (1-7, higher is easier). Rivals stand beside it: the share of easy answers,
 * and `net`, easy minus difficult. Easy and difficult are the ratings on either side of the scale's middle:
 * three each on seven points, two on five. CES 1.0, where 1 is the least effort, needs
 * `direction: "lower-is-easier"` (and `scale: { min: 1, max: 5 }`): the mean then stays as it is, and the two
 * sides change places.
 *
 * Missing answers are counted in `missing` and are in no denominator; no answers give `null` figures.
 * `standardError` is s ÷ √n with n − 1 in s, weighted answers get a linearised one; `null` for a single answer. The
 * interval is Student's t, clamped to the scale; `null` for a single answer (or one that carries all the
 * weight) and where all answers agree, because a spread of zero in a sample says little about the spread.
 *
 * Sources: Dixon, Freeman & Toman, "Stop Trying to Delight Your Customers", Harvard Business Review (2010);
 * Dixon, Toman & DeLisi, "The Effortless Experience" (2013) for CES 2.0; Student (1908).
 *
 * @param answers - ratings in any iterable, or a tally of them
 * @param options - scale and direction; level of the interval
 * @throws {@link CxMetricsError} `invalid-rating` for a rating off the scale, `scale-mismatch` where `scale`
 * contradicts the tally, `invalid-argument` for a wrong option
 *
 * @example
 * ```ts
 * import { ces } from "cx-metrics";
 *
 * const score = ces([7, 6, 5, 7, 3, 4, 6, 7, 5, 6]);
 * score.score; // → 5.6
 * score.easy; // → { count: 8, share: 0.8 }
 * score.net; // → 70
 * score.interval; // ≈ { low: 4.634, high: 6.566, level: 0.95, method: "student-t" }
 * ```
 */
export function ces(answers: Answers, options: CesOptions = {}): CesScore {
  const known = ["scale", "direction", "level"] as const;
  const { scale, direction = "higher-is-easier" } = checkedOptions("ces", options, known);
  requireOneOf("ces", ["direction"], direction, ["higher-is-easier", "lower-is-easier"]);
  const level = checkedLevel("ces", options.level);
  const tally = tallyOf("ces", answers, scale, CES_SCALE);
  const { min, max } = tally.scale;
  const side = Math.floor(pointsOf(tally.scale) / 2);
  const sample = sampleOf(tally);
  const lowSide = { from: min, to: min + side - 1 };
  const highSide = { from: max - side + 1, to: max };
  const [easySide, difficultSide] =
    direction === "higher-is-easier" ? [highSide, lowSide] : [lowSide, highSide];
  const net = momentsOf(sample, (rating) =>
    rating >= easySide.from && rating <= easySide.to
      ? 100
      : rating >= difficultSide.from && rating <= difficultSide.to
        ? -100
        : 0,
  );
  return {
    metric: "ces",
    ...meanFigures(sample, level),
    easy: shareOf(sample, easySide.from, easySide.to),
    difficult: shareOf(sample, difficultSide.from, difficultSide.to),
    net: net?.mean ?? null,
    direction,
    tally,
  };
}
