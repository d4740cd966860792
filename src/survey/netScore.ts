// Net score: top answers minus bottom answers on any scale.

import { checkedOptions, refusal } from "../errors.ts";
import { tallyOf } from "./answers.ts";
import { type NetShareOptions, netShareOf } from "./netShare.ts";
import { checkedCut, type Scale } from "./scale.ts";
import type { Score, Share } from "./score.ts";
import type { Answers } from "./tally.ts";

/** Where the two classes of a net score begin. */
export interface NetScoreBands {
  /** Lowest rating of the top class. */
  readonly top: number;
  /** Highest rating of the bottom class. */
  readonly bottom: number;
}

/** Options of {@link netScore}. */
export interface NetScoreOptions extends NetShareOptions, NetScoreBands {
  /** The scale that the ratings are on. */
  readonly scale: Scale;
}

/** A net score with its classes, standard error and interval, all in points from −100 to 100. */
export interface NetScore extends Score {
  /** The metric by name. */
  readonly metric: "net-score";
  /** Answers of at least `bands.top`. */
  readonly top: Share;
  /** Answers between the two classes. */
  readonly middle: Share;
  /** Answers of at most `bands.bottom`. */
  readonly bottom: Share;
  /** The bands used. */
  readonly bands: NetScoreBands;
}

/**
 * Net score: do more people stand at the top of a scale than at its bottom?
 *
 * The share of answers from `top` up minus the share from `bottom` down, in points from −100 to 100: net
 * satisfaction, net ease, net agreement. Answers in between count in the denominator only. {@link nps} is this
 * score on 0-10 with `top: 9, bottom: 6` and names of its own.
 *
 * Missing answers are counted in `missing` and are in no denominator; no answers give `null` figures.
 * Standard error and interval are those of {@link nps}, and so are the sources.
 *
 * @param answers - ratings in any iterable, or a tally of them
 * @param options - the scale and its classes; level and method of the interval
 * @throws {@link CxMetricsError} `invalid-rating` for a rating off the scale, `scale-mismatch` for a tally on
 * another scale, `invalid-argument` for classes that overlap or leave the scale
 *
 * @example
 * ```ts
 * import { CSAT_SCALE, netScore } from "cx-metrics";
 *
 * const net = netScore([5, 5, 4, 3, 1], { scale: CSAT_SCALE, top: 4, bottom: 2 });
 * net.score; // → 40
 * net.middle; // → { count: 1, share: 0.2 }
 * ```
 */
export function netScore(answers: Answers, options: NetScoreOptions): NetScore {
  const caller = "netScore";
  checkedOptions(caller, options, ["scale", "top", "bottom", "level", "method"]);
  const { level, method } = options;
  const tally = tallyOf(caller, answers, options.scale);
  const { min } = tally.scale;
  const top = checkedCut(caller, ["top"], options.top, tally.scale);
  const { bottom } = options;
  if (!Number.isInteger(bottom) || bottom < min || bottom >= top) {
    const requirement = `an integer from ${min} to ${top - 1}`;
    throw refusal(caller, "invalid-argument", ["bottom"], requirement, bottom);
  }
  const figures = netShareOf(caller, tally, bottom, top, { level, method });
  return { metric: "net-score", ...figures, bands: { top, bottom: bottom + 0 }, tally };
}
