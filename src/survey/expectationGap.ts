// Expectation gap: what was received less what was expected.

import { checkedOptions, refusal, requireIterable } from "../errors.ts";
import { checkedLevel, type Interval } from "../statistics/interval.ts";
import { checkedCell } from "./cells.ts";
import { meanFigures } from "./mean.ts";
import { checkedScale, pointsOf, type Scale } from "./scale.ts";
import { type Share, sampleOf, shareOf } from "./score.ts";
import type { Rating } from "./tally.ts";

/** Options of {@link expectationGap}. */
export interface ExpectationGapOptions {
  /** The scale that both ratings are on. */
  readonly scale: Scale;
  /**
   * Confidence level, strictly between 0 and 1.
   * @defaultValue 0.95
   */
  readonly level?: number | undefined;
}

/** A mean gap in points of the scale, with the shares of those who got more, as much, and less than expected. */
export interface ExpectationGap {
  /** The metric by name. */
  readonly metric: "expectation-gap";
  /** Mean of received − expected, from −(max − min) to max − min; `null` where no pair is complete. */
  readonly score: number | null;
  /** Complete pairs. */
  readonly n: number;
  /** Pairs in which either rating is missing, or both. */
  readonly missing: number;
  /** Pairs that received more than expected. */
  readonly exceeded: Share;
  /** Pairs that received just what they expected. */
  readonly met: Share;
  /** Pairs that received less than expected. */
  readonly missed: Share;
  /** Standard error of the mean gap, s ÷ √n; `null` for fewer than two complete pairs. */
  readonly standardError: number | null;
  /** Student's t interval of the mean gap; `null` for fewer than two complete pairs and where all gaps agree. */
  readonly interval: Interval | null;
  /** The scale that the ratings were on. */
  readonly scale: Scale;
}

/**
 * Expectation gap: did customers receive more or less than they expected?
 *
 * The mean of received − expected over the pairs of one customer's two ratings, in points of their scale: below 0
 * expectations were missed. It pairs each customer with themselves, so it is not the difference of two independent
 * means, whose interval would be wider or narrower than this one. A mean of 0 may hide as many disappointed as
 * delighted customers: `exceeded`, `met` and `missed` tell. An expectation that is asked for afterwards leans
 * towards what was received; ask before where you can.
 *
 * A pair with either rating missing is counted in `missing` and is in no denominator; no complete pair gives `null`
 * figures. The interval is Student's t on the gaps, clamped to ±(max − min); `null` for a single pair and where all
 * gaps agree, because a spread of zero in a sample says little about the spread.
 *
 * Sources: Parasuraman, Zeithaml & Berry, "SERVQUAL", Journal of Retailing 64 (1988), gap = perception −
 * expectation; Student, "The Probable Error of a Mean", Biometrika 6 (1908).
 *
 * @param pairs - for each customer what was expected and what was received, both on the scale
 * @param options - the scale; level of the interval
 * @throws {@link CxMetricsError} `invalid-rating` for a rating off the scale, `invalid-argument` for what is no pair
 *
 * @example
 * ```ts
 * import { CSAT_SCALE, expectationGap } from "cx-metrics";
 *
 * const gap = expectationGap([[4, 5], [5, 3], [4, 4], [5, 4], [3, null]], { scale: CSAT_SCALE });
 * gap.score; // → -0.5
 * gap.missed; // → { count: 2, share: 0.5 }
 * gap.interval; // ≈ { low: -2.554, high: 1.554, level: 0.95, method: "student-t" }
 * ```
 */
export function expectationGap(
  pairs: Iterable<readonly [expected: Rating, received: Rating]>,
  options: ExpectationGapOptions,
): ExpectationGap {
  const caller = "expectationGap";
  requireIterable(caller, ["pairs"], pairs);
  checkedOptions(caller, options, ["scale", "level"]);
  const scale = checkedScale(caller, options.scale);
  const level = checkedLevel(caller, options.level);
  const span = pointsOf(scale) - 1;
  const counts = Array<number>(2 * span + 1).fill(0);
  let [index, missing] = [0, 0];
  for (const pair of pairs) {
    const gap = gapOf(caller, index++, pair, scale);
    if (gap === null) missing++;
    else counts[gap + span] = (counts[gap + span] as number) + 1;
  }
  // Gaps are whole numbers, so that they fold like ratings on a scale from −span to span.
  const sample = sampleOf({ scale: { min: -span, max: span }, counts, missing });
  const { effectiveN: _, ...figures } = meanFigures(sample, level);
  return {
    metric: "expectation-gap",
    ...figures,
    exceeded: shareOf(sample, 1, span),
    met: shareOf(sample, 0, 0),
    missed: shareOf(sample, -span, -1),
    scale,
  };
}

/** Received − expected, `null` where either is missing; both are checked even so. */
function gapOf(caller: string, index: number, pair: unknown, scale: Scale): number | null {
  if (!Array.isArray(pair) || pair.length !== 2) {
    throw refusal(caller, "invalid-argument", ["pairs", index], "a pair [expected, received]", pair);
  }
  const [expected, received] = pair as [Rating, Rating];
  const from = checkedCell(caller, "expected", index, expected, scale);
  const to = checkedCell(caller, "received", index, received, scale);
  return from < 0 || to < 0 ? null : to - from;
}
