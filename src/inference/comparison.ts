// The result of comparing two scores, and how it is put together.

import { refusal } from "../errors.ts";
import { type Interval, intervalOf } from "../statistics/interval.ts";
import type { Scale } from "../survey/scale.ts";
import { type ComparableMetric, type ComparableScore, rangeOfDifference } from "./comparableScore.ts";
import type { Evidence } from "./evidence.ts";

/** One side of a comparison. */
export interface ComparedScore {
  /** The score; `null` where there is no answer of any weight. */
  readonly score: number | null;
  /** How many answered. */
  readonly n: number;
  /** Kish's effective sample size; equals `n` where answers are not weighted. */
  readonly effectiveN: number;
}

/** How a difference of two scores is tested and how its interval is made, by metric. The first of each is the default. */
export interface ComparisonMethods {
  /** Wald after adding ¾, 1½ and ¾ answers to each group's detractors, passives and promoters; or plain Wald. */
  readonly nps: "adjusted-wald" | "wald";
  /** Newcombe's hybrid interval of the two Wilson intervals. */
  readonly csat: "newcombe";
  /** Student's t with Welch's degrees of freedom. */
  readonly ces: "welch-t";
}

/** The test behind a p-value of {@link Comparison}. */
export type ComparisonTest = "adjusted-wald" | "wald" | "n-1-two-proportion" | "fisher-irwin" | "welch-t";

/** What every comparison of two scores has, in the unit of the scores. */
export interface DifferenceFigures {
  /** The metric by name. */
  readonly metric: ComparableMetric;
  /** The earlier score, or the one compared against. */
  readonly before: ComparedScore;
  /** The later score. */
  readonly after: ComparedScore;
  /** `after` minus `before`, as the scores have it; `null` where either is. */
  readonly difference: number | null;
  /** Standard error of `difference`; `null` where it cannot be estimated. */
  readonly standardError: number | null;
  /** Interval of the true difference, clamped to what a difference can be; `null` where it cannot be estimated. */
  readonly interval: Interval | null;
  /** The test statistic; `null` where there is none. */
  readonly statistic: number | null;
  /** Degrees of freedom of a t statistic, `null` of the other tests. */
  readonly degreesOfFreedom: number | null;
  /** How probable so large a difference, up or down, is where nothing has changed; `null` where that cannot be told. */
  readonly pValue: number | null;
  /** Confidence level of the interval. */
  readonly level: number;
}

/** Two scores of different people, compared. All figures are in the unit of the scores. */
export interface Comparison extends DifferenceFigures {
  /** How the interval is made. */
  readonly method: ComparisonMethods[ComparableMetric];
  /** The test that `pValue` is of. */
  readonly test: ComparisonTest;
}

/** A score as one side of a comparison. */
export function comparedScore({ score, n, effectiveN }: ComparableScore): ComparedScore {
  return { score, n, effectiveN };
}

/** The figures of evidence, its limits clamped to what a difference can be. */
export function figuresOf(
  { limits, statistic, degreesOfFreedom, pValue }: Evidence,
  metric: ComparableMetric,
  scale: Scale,
  level: number,
  method: string,
): Pick<DifferenceFigures, "interval" | "statistic" | "degreesOfFreedom" | "pValue" | "level"> {
  return {
    interval: limits === null ? null : intervalOf(limits, rangeOfDifference(metric, scale), level, method),
    statistic,
    degreesOfFreedom,
    pValue,
    level,
  };
}

/** The method asked for, or the first of those that the metric has. */
export function checkedMethod<M extends string>(
  caller: string,
  method: M | undefined,
  methods: readonly M[],
): M {
  if (method === undefined) return methods[0] as M;
  if (methods.includes(method)) return method;
  const list = methods.map((name) => `"${name}"`).join(" or ");
  throw refusal(caller, "invalid-argument", ["method"], `${list} for this metric`, method);
}
