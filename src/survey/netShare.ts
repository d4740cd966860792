// Scores of the form "share of top answers minus share of bottom answers", in points.

import { requireOneOf } from "../errors.ts";
import { checkedLevel, type Interval, intervalOf } from "../statistics/interval.ts";
import { NET_SHARE_METHODS, type NetShareMethod, netShareLimits } from "../statistics/netShare.ts";
import { type Figures, momentsOf, type Sample, type Share, sampleOf, shareError, shareOf } from "./score.ts";
import type { Tally } from "./tally.ts";

/** Options of every net score. */
export interface NetShareOptions {
  /**
   * Confidence level, strictly between 0 and 1.
   * @defaultValue 0.95
   */
  readonly level?: number | undefined;
  /**
   * How the interval is made.
   * @defaultValue `"adjusted-wald"`
   */
  readonly method?: NetShareMethod | undefined;
}

/** The figures of a net score, before the metric gives its classes their names. */
export interface NetShare extends Figures {
  readonly bottom: Share;
  readonly middle: Share;
  readonly top: Share;
}

/** The range of every net score. */
const POINTS = { low: -100, high: 100 };

/**
 * Scores a tally in points.
 *
 * @param bottom - highest rating of the bottom class
 * @param top - lowest rating of the top class
 */
export function netShareOf(
  caller: string,
  tally: Tally,
  bottom: number,
  top: number,
  options: NetShareOptions,
): NetShare {
  const { method = "adjusted-wald" } = options;
  const level = checkedLevel(caller, options.level);
  requireOneOf(caller, ["method"], method, NET_SHARE_METHODS);
  const sample = sampleOf(tally);
  const points = (rating: number): number => (rating >= top ? 100 : rating <= bottom ? -100 : 0);
  const moments = momentsOf(sample, points);
  const shares = {
    bottom: shareOf(sample, tally.scale.min, bottom),
    middle: shareOf(sample, bottom + 1, top - 1),
    top: shareOf(sample, top, tally.scale.max),
  };
  return {
    score: moments === null ? null : moments.mean,
    n: sample.n,
    missing: tally.missing,
    effectiveN: sample.effectiveN,
    ...shares,
    standardError: moments === null ? null : shareError(sample, points, moments),
    interval: intervalOfShares(sample, shares, method, level),
  };
}

/** The unweighted method on the weighted shares, with the effective sample size for n. */
function intervalOfShares(
  { effectiveN }: Sample,
  shares: { readonly bottom: Share; readonly middle: Share; readonly top: Share },
  method: NetShareMethod,
  level: number,
): Interval | null {
  const [bottom, middle, top] = [shares.bottom, shares.middle, shares.top].map(({ share }) => share);
  if (bottom == null || middle == null || top == null) return null;
  const classes = { bottom: bottom * effectiveN, middle: middle * effectiveN, top: top * effectiveN };
  const { low, high } = netShareLimits(method, classes, 1 - level);
  return intervalOf({ low: 100 * low, high: 100 * high }, POINTS, level, method);
}
