// Comparing the scores of two independent samples.

import { checkedOptions } from "../errors.ts";
import { checkedLevel } from "../statistics/interval.ts";
import type { CsatScore } from "../survey/csat.ts";
import type { NpsScore } from "../survey/nps.ts";
import {
  type ComparableScore,
  checkedScore,
  classesOf,
  differenceOf,
  hidesSpread,
  requireSameMeasure,
} from "./comparableScore.ts";
import {
  type Comparison,
  type ComparisonMethods,
  type ComparisonTest,
  checkedMethod,
  comparedScore,
  figuresOf,
} from "./comparison.ts";
import { type Evidence, NO_EVIDENCE } from "./evidence.ts";
import { countedPart, counting, pValueOfFew, spreadDegrees } from "./fewClusters.ts";
import { meanDifference, netShareDifference, proportionDifference, type Successes } from "./twoSamples.ts";

/** Options of {@link compare}. */
export interface CompareOptions<S extends ComparableScore = ComparableScore> {
  /**
   * Confidence level, strictly between 0 and 1.
   * @defaultValue 0.95
   */
  readonly level?: number | undefined;
  /**
   * How the difference is tested and its interval made. CSAT and CES have one method each.
   * @defaultValue `"adjusted-wald"` for NPS, `"newcombe"` for CSAT, `"welch-t"` for CES
   */
  readonly method?: ComparisonMethods[S["metric"]] | undefined;
}

/**
 * Has the score changed, or is the difference of these two samples within what chance produces?
 *
 * `difference` is `after` − `before` as the scores have it, in their unit; for two segments in place of two waves read it
 * as "second minus first", or take {@link compareAll}, which {@link describeComparison} words so. The two samples must be
 * of different people: for the same people asked twice, {@link comparePaired} is sharper, and this is wrong. The figures come
 * from the tallies of the scores.
 *
 * - NPS: the adjusted Wald statistic and interval, ¾, 1½ and ¾ answers added to each group's detractors, passives and
 *   promoters. The interval lies around the adjusted difference, a little nearer 0 than `difference`, which it may miss
 *   at one or two answers or at a low level. `method: "wald"` adds nothing, and is wrong too often with few answers.
 * - CSAT: Newcombe's hybrid interval of the two Wilson intervals, and the N − 1 two-proportion test; where a count
 *   expected under equality is below 1 the Fisher-Irwin test by Irwin's rule, which has no statistic. Interval and test
 *   are made differently, so near the edge one may include 0 where the other rejects it.
 * - CES: Welch's t, which lets the two spreads differ.
 *
 * `pValue` is the probability of a difference at least as large, up or down, if nothing had changed. It is not the
 * probability that nothing has changed, and a large one is no evidence that nothing has. For several comparisons at once
 * take {@link compareAll}.
 *
 * `standardError` is that of `difference`: √(SE₁² + SE₂²) of the two scores. Weighted answers: the same methods on the
 * weighted shares or means, with Kish's effective sample size for n, as in the intervals of scores; the Fisher-Irwin test
 * rounds them to whole answers. Scores of {@link clusteredScore}: their effective sample size, which for NPS and CSAT is
 * multiplied by (t₁ ÷ t₂)², with Student's critical values for n − 1 and c − 1 degrees of freedom, each summed over both
 * sides; `pValue` is then the smallest 1 − level at which the test so made rejects, larger than that of `statistic`.
 * Welch's t takes at most c − 1 degrees of freedom from a side. A side without answers gives `null` figures, and so do means where a
 * side has one answer or answers that all agree: Welch's t, as R's `t.test` has it, would take its mean for known.
 *
 * Sources: Sauro & Lewis (MeasuringU) for the adjusted Wald test of NPS; R. G. Newcombe, "Interval Estimation for the
 * Difference Between Independent Proportions", Statistics in Medicine 17 (1998), method 10; I. Campbell, "Chi-squared and
 * Fisher-Irwin Tests of Two-by-Two Tables with Small Sample Recommendations", Statistics in Medicine 26 (2007); B. L.
 * Welch, Biometrika 34 (1947).
 *
 * @param before - the earlier score, or the one compared against
 * @param after - the later score, of the same metric, scale and policy
 * @param options - level and method
 * @throws {@link CxMetricsError} `scale-mismatch` for scores on different scales, `invalid-argument` for different
 * metrics or policies (bands, satisfiedFrom, direction), for what is no such score, and for a wrong option
 *
 * @example
 * ```ts
 * import { compare, csat, CSAT_SCALE, tallyFromCounts } from "cx-metrics";
 *
 * const spring = csat(tallyFromCounts([[5, 48], [2, 32]], CSAT_SCALE));
 * const autumn = csat(tallyFromCounts([[5, 56], [2, 14]], CSAT_SCALE));
 * const change = compare(spring, autumn);
 * change.difference; // → 20
 * change.interval; // ≈ { low: 5.243, high: 33.39, level: 0.95, method: "newcombe" }
 * change.pValue; // ≈ 0.00826
 * ```
 */
export function compare<S extends ComparableScore>(
  before: S,
  after: NoInfer<S>,
  options: CompareOptions<S> = {},
): Comparison {
  const caller = "compare";
  const { level, method } = checkedOptions(caller, options, ["level", "method"]);
  const first = checkedScore(caller, ["before"], before);
  const second = checkedScore(caller, ["after"], after);
  requireSameMeasure(caller, first, second, ["after"]);
  return comparisonOf(first, second, checkedComparing(caller, first, { level, method }));
}

/** How to compare, checked. */
export interface Comparing {
  readonly level: number;
  readonly method: ComparisonMethods["nps" | "csat" | "ces"];
}

/** The level and the method that the options ask for, as they suit the metric of the score. */
export function checkedComparing(caller: string, score: ComparableScore, options: CompareOptions): Comparing {
  const level = checkedLevel(caller, options.level);
  const methods = { nps: ["adjusted-wald", "wald"], csat: ["newcombe"], ces: ["welch-t"] } as const;
  const allowed: readonly Comparing["method"][] = methods[score.metric];
  return { level, method: checkedMethod(caller, options.method, allowed) };
}

/** Compares two scores that have been checked, and with each other. */
export function comparisonOf<S extends ComparableScore>(
  before: S,
  after: S,
  { level, method }: Comparing,
): Comparison {
  const { test, ...evidence } = evidenceOf(before, after, method, 1 - level);
  const { metric, tally } = before;
  const errors = [before.standardError, after.standardError];
  return {
    metric,
    before: comparedScore(before),
    after: comparedScore(after),
    difference: differenceOf(before, after),
    standardError: errors.includes(null) ? null : Math.hypot(...(errors as number[])),
    ...figuresOf(evidence, metric, tally.scale, level, method),
    method,
    test,
  };
}

function evidenceOf(
  before: ComparableScore,
  after: ComparableScore,
  method: Comparing["method"],
  alpha: number,
): TestedEvidence {
  if (hidesSpread(before) || hidesSpread(after)) {
    return { ...NO_EVIDENCE, test: method === "newcombe" ? "n-1-two-proportion" : method };
  }
  if (method === "welch-t") return { ...meanDifference(before, after, alpha), test: method };
  const degrees = spreadDegrees([before, after]);
  const evidence = shareEvidence(before, after, method, alpha);
  // A side without answers has no degrees of freedom either.
  if (degrees === null || evidence.limits === null) return evidence;
  const evidenceAt = (part: number): Evidence =>
    shareEvidence(counting(before, part), counting(after, part), method, alpha);
  return {
    ...evidence,
    limits: evidenceAt(countedPart(degrees, alpha)).limits,
    pValue: pValueOfFew(degrees, (part) => evidenceAt(part).pValue),
  };
}

type TestedEvidence = Evidence & { readonly test: ComparisonTest };

/** The difference of two net shares or shares, by the effective sample sizes that the scores have. */
function shareEvidence(
  before: ComparableScore,
  after: ComparableScore,
  method: "adjusted-wald" | "wald" | "newcombe",
  alpha: number,
): TestedEvidence {
  switch (method) {
    case "adjusted-wald":
    case "wald": {
      const [a, b] = [classesOf(before as NpsScore), classesOf(after as NpsScore)];
      const evidence = a === null || b === null ? NO_EVIDENCE : netShareDifference(a, b, method, alpha);
      return { ...evidence, test: method };
    }
    case "newcombe": {
      const [a, b] = [successesOf(before as CsatScore), successesOf(after as CsatScore)];
      return a === null || b === null
        ? { ...NO_EVIDENCE, test: "n-1-two-proportion" }
        : proportionDifference(a, b, alpha);
    }
  }
}

/** The satisfied of all answers, as if each answer weighed the same; `null` where nothing weighs anything. */
export function successesOf({ satisfied, effectiveN }: CsatScore): Successes | null {
  return satisfied.share === null ? null : { successes: satisfied.share * effectiveN, trials: effectiveN };
}
