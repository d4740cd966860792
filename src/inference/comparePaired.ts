// Comparing two answers of the same respondents.

import { checkedOptions, requireFunction, requireIterable } from "../errors.ts";
import { checkedLevel } from "../statistics/interval.ts";
import {
  netShareEstimate,
  netShareLimits,
  netShareScore,
  type ThreeClasses,
} from "../statistics/netShare.ts";
import { meanFigures } from "../survey/mean.ts";
import { type Share, sampleOf, shareOf } from "../survey/score.ts";
import type { Answers, Rating } from "../survey/tally.ts";
import { type ComparableScore, checkedScore, differenceOf } from "./comparableScore.ts";
import { comparedScore, type DifferenceFigures, figuresOf } from "./comparison.ts";
import { type Evidence, NO_EVIDENCE, normalPValue } from "./evidence.ts";
import { meanTest } from "./oneSample.ts";
import { type FoldedPairs, foldPairs } from "./pairs.ts";

/** How {@link comparePaired} compares, and at what level. */
export interface ComparePairedOptions<S extends ComparableScore = ComparableScore> {
  /** The scorer: `nps`, `csat`, `ces`, or a closure with options such as `(answers) => csat(answers, { satisfiedFrom: 5 })`. */
  readonly metric: (answers: Answers) => S;
  /**
   * Confidence level, strictly between 0 and 1.
   * @defaultValue 0.95
   */
  readonly level?: number | undefined;
}

/** Two scores of the same respondents, compared. All figures are in the unit of the scores. */
export interface PairedComparison extends DifferenceFigures {
  /** Complete pairs; `before` and `after` are scores of these alone. */
  readonly n: number;
  /** Pairs in which either rating is missing, or both. */
  readonly missing: number;
  /** Pairs whose answer rose: to a higher class for NPS and CSAT, to a higher rating for CES. */
  readonly rose: Share;
  /** Pairs whose answer stayed: in its class for NPS and CSAT, the same rating for CES. */
  readonly stayed: Share;
  /** Pairs whose answer fell. */
  readonly fell: Share;
  /** How the interval is made: Student's t on the differences, or Tango's score interval. */
  readonly method: "student-t" | "tango";
  /** The test that `pValue` is of. */
  readonly test: "paired-t" | "mcnemar";
}

/**
 * Have the same respondents changed their minds, or is it within what chance produces?
 *
 * Each respondent is their own yardstick, so that a change shows with fewer answers than between two samples of different
 * people, which {@link compare} is for. `difference` is after − before over the complete pairs.
 *
 * - NPS: t test of each respondent's step between the classes, −1 (detractor), 0 and 1 (promoter)
 * - CES: t test of the differences of ratings
 * - CSAT: McNemar's test on those who changed sides, without a continuity correction, and the interval of Tango, which
 *   is made of the differences that the same test would not reject. Rivals: the exact test, which is too cautious, and
 *   its mid-p form; at moderate numbers all but the exact agree
 *
 * A pair with either rating missing is counted in `missing` and left out; who answers twice may differ from who does
 * not. No complete pair gives `null` figures; a t test needs two, and differences that do not all agree. Where nobody has
 * changed sides, CSAT has an interval, no statistic, and a `pValue` of 1.
 *
 * Sources: Student (1908); Q. McNemar, "Note on the Sampling Error of the Difference Between Correlated Proportions or
 * Percentages", Psychometrika 12 (1947); T. Tango, "Equivalence Test and Confidence Interval for the Difference in
 * Proportions for the Paired-Sample Design", Statistics in Medicine 17 (1998); M. W. Fagerland, S. Lydersen & P. Laake,
 * "The McNemar Test for Binary Matched-Pairs Data", BMC Medical Research Methodology 13 (2013), on the rivals.
 *
 * @param pairs - for each respondent the earlier and the later rating, both on the metric's scale
 * @param options - the scorer; level of the interval
 * @throws {@link CxMetricsError} `invalid-rating` for a rating off the scale, `invalid-argument` for what is no pair and
 * for a wrong option
 *
 * @example
 * ```ts
 * import { comparePaired, nps } from "cx-metrics";
 *
 * const pairs = [[6, 8], [9, 9], [3, 9], [7, 10], [10, 8], [5, 7], [8, null]] as const;
 * const change = comparePaired(pairs, { metric: nps });
 * change.difference; // ≈ 66.67
 * change.rose; // ≈ { count: 4, share: 0.667 }
 * change.pValue; // ≈ 0.175
 * change.missing; // → 1
 * ```
 */
export function comparePaired<S extends ComparableScore>(
  pairs: Iterable<readonly [before: Rating, after: Rating]>,
  options: ComparePairedOptions<S>,
): PairedComparison {
  const caller = "comparePaired";
  requireIterable(caller, ["pairs"], pairs);
  const { metric, level: wanted } = checkedOptions(caller, options, ["metric", "level"]);
  requireFunction(caller, ["metric"], metric);
  const level = checkedLevel(caller, wanted);
  const scored = (answers: Answers): ComparableScore => checkedScore(caller, ["metric"], metric(answers));
  const folded = foldPairs(caller, pairs, scored([]));
  const [before, after] = [scored(folded.before), scored(folded.after)];
  const sample = sampleOf(folded.differences);
  const { min, max } = folded.differences.scale;
  const { standardError, ...evidence } =
    before.metric === "csat" ? satisfactionEvidence(folded, 1 - level) : meanEvidence(folded, level);
  const method = before.metric === "csat" ? "tango" : "student-t";
  return {
    metric: before.metric,
    n: sample.n,
    missing: folded.differences.missing,
    before: comparedScore(before),
    after: comparedScore(after),
    difference: differenceOf(before, after),
    standardError,
    rose: shareOf(sample, 1, max),
    stayed: shareOf(sample, 0, 0),
    fell: shareOf(sample, min, -1),
    ...figuresOf(evidence, before.metric, before.tally.scale, level, method),
    method,
    test: before.metric === "csat" ? "mcnemar" : "paired-t",
  };
}

type PairedEvidence = Evidence & { readonly standardError: number | null };

/** Student's t on the differences. */
function meanEvidence({ differences, unit }: FoldedPairs, level: number): PairedEvidence {
  const { interval, standardError, effectiveN } = meanFigures(sampleOf(differences), level);
  return {
    ...meanTest({ tally: differences, effectiveN }, 0),
    limits: interval === null ? null : { low: unit * interval.low, high: unit * interval.high },
    standardError: standardError === null ? null : unit * standardError,
  };
}

/** Tango's interval, and McNemar's test, which is the score test of a difference of 0 behind that interval. */
function satisfactionEvidence({ differences, unit }: FoldedPairs, alpha: number): PairedEvidence {
  const [bottom, middle, top] = differences.counts as [number, number, number];
  const classes: ThreeClasses = { bottom, middle, top };
  if (bottom + middle + top === 0) return { ...NO_EVIDENCE, standardError: null };
  const { low, high } = netShareLimits("score", classes, alpha);
  const statistic = bottom + top === 0 ? null : netShareScore(classes, 0);
  return {
    limits: { low: unit * low, high: unit * high },
    statistic,
    degreesOfFreedom: null,
    pValue: normalPValue(statistic ?? 0),
    standardError: unit * Math.sqrt(netShareEstimate(classes).squaredError),
  };
}
