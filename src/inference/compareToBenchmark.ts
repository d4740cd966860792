// Comparing a score with a fixed benchmark.

import { checkedOptions, refusal } from "../errors.ts";
import { checkedLevel, type Interval } from "../statistics/interval.ts";
import { NET_SHARE_METHODS, type NetShareMethod } from "../statistics/netShare.ts";
import { PROPORTION_METHODS, type ProportionMethod } from "../statistics/proportion.ts";
import { ces } from "../survey/ces.ts";
import { csat } from "../survey/csat.ts";
import { nps } from "../survey/nps.ts";
import { intervalWithin } from "./clusteredInterval.ts";
import {
  type ComparableMetric,
  type ComparableScore,
  checkedScore,
  classesOf,
  hidesSpread,
  rangeOf,
} from "./comparableScore.ts";
import { successesOf } from "./compare.ts";
import { checkedMethod } from "./comparison.ts";
import { type Evidence, NO_EVIDENCE } from "./evidence.ts";
import { counting, pValueOfFew, spreadDegrees } from "./fewClusters.ts";
import { meanTest, netShareTest, proportionTest } from "./oneSample.ts";

/** The intervals that a score of each metric can have. */
export interface BenchmarkMethods {
  /** The intervals of `nps`. */
  readonly nps: NetShareMethod;
  /** The intervals of `csat`. */
  readonly csat: ProportionMethod;
  /** The interval of `ces`. */
  readonly ces: "student-t";
}

/** Options of {@link compareToBenchmark}. */
export interface BenchmarkOptions<S extends ComparableScore = ComparableScore> {
  /**
   * Confidence level, strictly between 0 and 1.
   * @defaultValue 0.95
   */
  readonly level?: number | undefined;
  /**
   * How the interval is made; the test is the one that belongs to it.
   * @defaultValue `"adjusted-wald"` for NPS, `"wilson"` for CSAT, `"student-t"` for CES
   */
  readonly method?: BenchmarkMethods[S["metric"]] | undefined;
}

/** A score compared with a benchmark. All figures are in the unit of the score. */
export interface BenchmarkComparison {
  /** The metric by name. */
  readonly metric: ComparableMetric;
  /** The score; `null` where there is no answer of any weight. */
  readonly score: number | null;
  /** How many answered. */
  readonly n: number;
  /** Kish's effective sample size; equals `n` where answers are not weighted. */
  readonly effectiveN: number;
  /** What the score was compared with. */
  readonly benchmark: number;
  /** `score` minus `benchmark`; `null` without a score. */
  readonly difference: number | null;
  /** Standard error of the score, and so of the difference; `null` where it cannot be estimated. */
  readonly standardError: number | null;
  /** Interval of the score, to be held against the benchmark; `null` where it cannot be estimated. */
  readonly interval: Interval | null;
  /** The test statistic; `null` where there is none, as in an exact test. */
  readonly statistic: number | null;
  /** Degrees of freedom of a t statistic, `null` of the other tests. */
  readonly degreesOfFreedom: number | null;
  /** How probable answers so far from the benchmark are if it is the true score; `null` where that cannot be told. */
  readonly pValue: number | null;
  /** Confidence level of the interval. */
  readonly level: number;
  /** How the interval is made, and with it the test. */
  readonly method: BenchmarkMethods[ComparableMetric];
}

/**
 * Is the score above or below a target, or within chance of it?
 *
 * The benchmark is taken as exact: a contract's target, or a published figure whose own error does not count. To compare
 * with another sample take {@link compare}. `interval` is that of the score, and `pValue` belongs to the test behind it:
 * it is below 1 − level exactly where the benchmark lies outside the interval. One interval is an exception:
 * Agresti and Coull's approximates Wilson's from outside, and goes with the same test.
 *
 * | metric | `method` | test |
 * |---|---|---|
 * | NPS | `"adjusted-wald"`, `"wald"`, `"score"` | z, the standard error with pseudo-answers, without, and as the benchmark would have it |
 * | CSAT | `"wilson"`, `"agresti-coull"` | z, the standard error as the benchmark would have it (score test) |
 * | CSAT | `"clopper-pearson"` | exact binomial, twice the smaller tail. R's `binom.test` adds up what is as unlikely instead |
 * | CSAT | `"jeffreys"` | twice the smaller tail of the posterior |
 * | CSAT | `"wald"` | z, the standard error of the score |
 * | CES | `"student-t"` | one-sample t |
 *
 * Weighted answers: the same on the weighted shares or mean, with Kish's effective sample size for n. Scores of
 * {@link clusteredScore}: their own interval, and its `pValue`, which for few clusters is larger than that of `statistic`.
 * No answers give `null` figures, and so does a spread of zero where the standard error comes from it. A benchmark that rules the answers
 * out, such as 100 where one is not satisfied, has a `pValue` of 0 and no statistic in the score tests.
 *
 * Sources: those of {@link nps}, {@link csat} and {@link ces}; E. B. Wilson (1927) and T. Tango (1998) for the score tests;
 * C. J. Clopper & E. S. Pearson, Biometrika 26 (1934).
 *
 * @param score - the score
 * @param benchmark - a score of the same metric, in its unit: −100…100 for NPS, 0…100 for CSAT, on the scale for CES
 * @param options - level and method
 * @throws {@link CxMetricsError} `invalid-argument` for a benchmark that no score can take, for what is no such score, and
 * for a wrong option
 *
 * @example
 * ```ts
 * import { compareToBenchmark, csat, CSAT_SCALE, tallyFromCounts } from "cx-metrics";
 *
 * const score = csat(tallyFromCounts([[5, 18], [2, 2]], CSAT_SCALE));
 * const result = compareToBenchmark(score, 70);
 * result.difference; // → 20
 * result.interval; // ≈ { low: 69.9, high: 97.2, level: 0.95, method: "wilson" }
 * result.pValue; // ≈ 0.051
 * ```
 */
export function compareToBenchmark<S extends ComparableScore>(
  score: S,
  benchmark: number,
  options: BenchmarkOptions<S> = {},
): BenchmarkComparison {
  const caller = "compareToBenchmark";
  const { level: wanted, method } = checkedOptions(caller, options, ["level", "method"]);
  const level = checkedLevel(caller, wanted);
  const given: ComparableScore = checkedScore(caller, ["score"], score);
  const range = rangeOf(given.metric, given.tally.scale);
  if (!(typeof benchmark === "number" && benchmark >= range.low && benchmark <= range.high)) {
    const requirement = `a number from ${range.low} to ${range.high}`;
    throw refusal(caller, "invalid-argument", ["benchmark"], requirement, benchmark);
  }
  const { interval, method: used, test } = tested(caller, given, benchmark, level, method);
  return {
    metric: given.metric,
    score: given.score,
    n: given.n,
    effectiveN: given.effectiveN,
    benchmark: benchmark + 0,
    difference: given.score === null ? null : given.score - benchmark,
    standardError: given.standardError,
    interval,
    statistic: test.statistic,
    degreesOfFreedom: test.degreesOfFreedom,
    pValue: test.pValue,
    level,
    method: used,
  };
}

type Test = Omit<Evidence, "limits">;

interface Tested {
  readonly interval: Interval | null;
  readonly method: BenchmarkMethods[ComparableMetric];
  readonly test: Test;
}

/** The interval of the score by the method, and the test that belongs to it. */
function tested(
  caller: string,
  score: ComparableScore,
  benchmark: number,
  level: number,
  wanted: BenchmarkMethods[ComparableMetric] | undefined,
): Tested {
  switch (score.metric) {
    case "nps": {
      const method = checkedMethod(caller, wanted as NetShareMethod | undefined, NET_SHARE_METHODS);
      const interval = intervalWithin(score, nps(score.tally, { bands: score.bands, level, method }));
      const test = withFewClusters(score, (counted) => {
        const classes = classesOf(counted);
        return classes === null ? NO_EVIDENCE : netShareTest(method, classes, benchmark / 100);
      });
      return { interval, method, test };
    }
    case "csat": {
      const method = checkedMethod(caller, wanted as ProportionMethod | undefined, PROPORTION_METHODS);
      const { satisfiedFrom } = score;
      const interval = intervalWithin(score, csat(score.tally, { satisfiedFrom, level, method }));
      const test = withFewClusters(score, (counted) => {
        const successes = successesOf(counted);
        return successes === null ? NO_EVIDENCE : proportionTest(method, successes, benchmark / 100);
      });
      return { interval, method, test };
    }
    case "ces": {
      const method = checkedMethod(caller, wanted as "student-t" | undefined, ["student-t"]);
      const interval = intervalWithin(score, ces(score.tally, { level }));
      return { interval, method, test: meanTest(score, benchmark) };
    }
  }
}

/** The test of a score, whose p-value allows for few clusters as the interval does. */
function withFewClusters<S extends ComparableScore>(score: S, testOf: (counted: S) => Test): Test {
  if (hidesSpread(score)) return NO_EVIDENCE;
  const degrees = spreadDegrees([score]);
  const test = testOf(score);
  if (degrees === null) return test;
  return { ...test, pValue: pValueOfFew(degrees, (part) => testOf(counting(score, part)).pValue) };
}
