// Net Promoter Score: promoters minus detractors.

import { CxMetricsError, checkedOptions, requireObject } from "../errors.ts";
import { tallyOf } from "./answers.ts";
import { cellOf, ratingRefusal } from "./cells.ts";
import { type NetShareOptions, netShareOf } from "./netShare.ts";
import { checkedCut, NPS_SCALE, type Scale, sameScale, scaleInWords } from "./scale.ts";
import type { Score, Share } from "./score.ts";
import type { Answers } from "./tally.ts";

/** Where the classes of a Net Promoter question begin. Everything below `passive` is a detractor. */
export interface NpsBands {
  /** Lowest rating of a passive. */
  readonly passive: number;
  /** Lowest rating of a promoter. */
  readonly promoter: number;
}

/** The bands of the published method: detractors 0-6, passives 7-8, promoters 9-10. */
const NPS_BANDS: NpsBands = /* @__PURE__ */ Object.freeze({ passive: 7, promoter: 9 });

/** Which class an answer to the Net Promoter question belongs to. */
export type NpsCategory = "promoter" | "passive" | "detractor";

/** Options of {@link nps}. */
export interface NpsOptions extends NetShareOptions {
  /**
   * Where passives and promoters begin.
   * @defaultValue passives from 7, promoters from 9
   */
  readonly bands?: NpsBands | undefined;
  /**
   * The scale that the ratings are on. Another scale than 0-10 needs `bands` too.
   * @defaultValue 0 to 10, or where `bands` are given the scale of the tally
   */
  readonly scale?: Scale | undefined;
}

/** A Net Promoter Score with its classes, standard error and interval, all in points from −100 to 100. */
export interface NpsScore extends Score {
  /** The metric by name. */
  readonly metric: "nps";
  /** Answers of at least `bands.promoter`. */
  readonly promoters: Share;
  /** Answers from `bands.passive` to below `bands.promoter`. */
  readonly passives: Share;
  /** Answers below `bands.passive`. */
  readonly detractors: Share;
  /** The bands used. */
  readonly bands: NpsBands;
}

/**
 * Net Promoter Score: are there more customers who would recommend us than who would warn others off?
 *
 * The share of promoters (9-10) minus the share of detractors (0-6), in points from −100 to 100. Passives (7-8)
 * count in the denominator only. It is not the mean rating, and it is a difference, not a percentage.
 * {@link netScore} gives the same kind of score for other questions.
 *
 * Missing answers are counted in `missing` and are in no denominator. No answers at all give `null` for score,
 * shares, standard error and interval. Ratings off the scale throw; other scales than 0-10 must be asked for by
 * `scale` and `bands` together, because a 1-5 question cut at 7 and 9 would make everybody a detractor.
 *
 * `standardError` is √((p + d − (p − d)²) ÷ n), without an n − 1; weighted answers get a linearised one. The
 * interval is the adjusted Wald by default. It lies around a score nearer 0, and may end short of the score itself: at
 * 95 % that of a single promoter or detractor does.
 *
 * Sources: Reichheld, "The One Number You Need to Grow", Harvard Business Review (2003); Rocks, "Interval
 * Estimation for the Net Promoter Score", The American Statistician 70 (2016).
 *
 * @param answers - ratings in any iterable, or a tally of them
 * @param options - level and method of the interval; bands and scale of a non-standard question
 * @throws {@link CxMetricsError} `invalid-rating` for a rating off the scale, `scale-mismatch` for a tally on
 * another scale, `invalid-argument` for a wrong option
 *
 * @example
 * ```ts
 * import { nps } from "cx-metrics";
 *
 * const score = nps([10, 10, 9, 9, 9, 8, 7, 4, 2, 1]);
 * score.score; // → 20
 * score.promoters; // → { count: 5, share: 0.5 }
 * score.interval; // ≈ { low: -30.33, high: 61.1, level: 0.95, method: "adjusted-wald" }
 * ```
 */
export function nps(answers: Answers, options: NpsOptions = {}): NpsScore {
  const caller = "nps";
  const { level, method } = checkedOptions(caller, options, ["level", "method", "bands", "scale"]);
  const { bands: wanted, scale = wanted === undefined ? NPS_SCALE : undefined } = options;
  const tally = tallyOf(caller, answers, scale, NPS_SCALE);
  const bands = checkedBands(caller, wanted, tally.scale);
  const { bottom, middle, top, ...figures } = netShareOf(caller, tally, bands.passive - 1, bands.promoter, {
    level,
    method,
  });
  return { metric: "nps", ...figures, promoters: top, passives: middle, detractors: bottom, bands, tally };
}

/**
 * Which class one answer to the Net Promoter question belongs to.
 *
 * For the published bands on 0-10. Under other bands, compare the rating with the two numbers in `bands` of the score.
 *
 * @param rating - a whole number from 0 to 10
 * @throws {@link CxMetricsError} `invalid-rating` for anything else, missing answers included
 *
 * @example
 * ```ts
 * import { npsCategory } from "cx-metrics";
 *
 * [9, 7, 6].map(npsCategory); // → ["promoter", "passive", "detractor"]
 * ```
 */
export function npsCategory(rating: number): NpsCategory {
  if (cellOf(rating, NPS_SCALE) < 0) {
    throw ratingRefusal("npsCategory", ["rating"], rating, NPS_SCALE);
  }
  if (rating >= NPS_BANDS.promoter) return "promoter";
  return rating >= NPS_BANDS.passive ? "passive" : "detractor";
}

/** The bands, or a throw where they do not suit the scale. */
function checkedBands(caller: string, bands: NpsBands | undefined, scale: Scale): NpsBands {
  if (bands === undefined) {
    if (sameScale(scale, NPS_SCALE)) return NPS_BANDS;
    throw new CxMetricsError(
      `${caller}: bands must be given for a scale of ${scaleInWords(scale)}; 7 and 9 belong to 0 to 10`,
      "invalid-argument",
      ["bands"],
    );
  }
  requireObject(caller, ["bands"], bands);
  const promoter = checkedCut(caller, ["bands", "promoter"], bands.promoter, scale);
  const passive = checkedCut(caller, ["bands", "passive"], bands.passive, { min: scale.min, max: promoter });
  return { passive, promoter };
}
