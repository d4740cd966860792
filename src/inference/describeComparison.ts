// A comparison in one plain sentence.

import { checkedNumber, checkedOptions, refusal, requireObject, requireOneOf } from "../errors.ts";
import { checkedLevel } from "../statistics/interval.ts";
import { roundHalfAwayFromZero } from "../statistics/rounding.ts";
import { requireComparableMetric } from "./comparableScore.ts";
import type { DifferenceFigures } from "./comparison.ts";
import { type Compared, type ComparisonWords, ENGLISH, INDONESIAN } from "./comparisonWords.ts";

/**
 * What {@link describeComparison} reads of a comparison. Those of `compare`, `comparePaired`, `compareAll` and
 * `compareToBenchmark` have it.
 */
export interface DescribableComparison
  extends Pick<DifferenceFigures, "metric" | "difference" | "interval" | "pValue" | "level"> {
  /** Where there is one, it counts in place of `pValue`; `"none"` in `adjust` means that it is the same. */
  readonly adjustedPValue?: number | null | undefined;
  /** Where there is one, a score was compared with it, and `interval` is that of the score. */
  readonly benchmark?: number | undefined;
}

/** Options of {@link describeComparison}. */
export interface DescribeOptions {
  /**
   * The language: English or Indonesian.
   * @defaultValue `"en"`
   */
  readonly language?: "en" | "id" | undefined;
  /**
   * How many decimals figures are rounded to, 0 to 15.
   * @defaultValue 1 for NPS and CSAT, 2 for CES
   */
  readonly decimals?: number | undefined;
  /**
   * What stands side by side: one thing at two times, which rose or fell (`"change"`), or two groups, of which the second is
   * higher or lower (`"groups"`).
   * What was compared to a benchmark is neither.
   * @defaultValue `"groups"` for comparisons of `compareAll`, `"change"` for others
   */
  readonly of?: "change" | "groups" | undefined;
}

/**
 * What does this comparison say, in words that do not overstate it?
 *
 * One sentence with the difference, its interval, and whether chance alone would produce it: as the p-value (of
 * {@link compareAll} the adjusted one) is below 1 − level or not. A p-value that is not says nothing for sameness, and so
 * the sentence does not either; where the interval and the test disagree, which the two methods of CSAT can, it says
 * so. A comparison of {@link compareAll} is of two groups, one of which is higher, and one of {@link compareToBenchmark} of
 * a score above or below its benchmark, with the interval of how far. Any other is taken for one of a before and an after,
 * which rises or falls, unless `of` says that its scores are those of two groups, as in {@link themes}. Groups are not
 * named: their `key` and `against` stand in the comparison.
 *
 * Figures are rounded for display, halves away from zero; a difference that rounds to 0 is said to be less than the
 * smallest figure shown. Comparisons without figures are said to be impossible for lack of answers.
 *
 * @param comparison - the result of `compare`, `comparePaired` or `compareToBenchmark`, or an element of that of `compareAll`
 * @param options - language and decimals; what is compared
 * @throws {@link CxMetricsError} `invalid-argument` for what is no such comparison and for a wrong option
 *
 * @example
 * ```ts
 * import { compare, describeComparison, nps, NPS_SCALE, tallyFromCounts } from "cx-metrics";
 *
 * const spring = nps(tallyFromCounts([[10, 160], [8, 120], [3, 120]], NPS_SCALE));
 * const autumn = nps(tallyFromCounts([[10, 210], [8, 110], [3, 80]], NPS_SCALE));
 * describeComparison(compare(spring, autumn));
 * // → "NPS rose by 22.5 points (95 % interval 11.2 to 33.5); a difference like this would be rare if nothing had changed (p < 0.001)."
 * describeComparison(compare(spring, autumn), { of: "groups", decimals: 0 });
 * // → "NPS is 23 points higher (95 % interval 11 to 33); a difference like this would be rare if both were the same underneath (p < 0.001)."
 * ```
 */
export function describeComparison(comparison: DescribableComparison, options: DescribeOptions = {}): string {
  const caller = "describeComparison";
  const { language = "en", decimals, of } = checkedOptions(caller, options, ["language", "decimals", "of"]);
  requireOneOf(caller, ["language"], language, ["en", "id"]);
  if (of !== undefined) requireOneOf(caller, ["of"], of, ["change", "groups"]);
  const figures = checkedFigures(caller, comparison, of);
  const words = language === "en" ? ENGLISH : INDONESIAN;
  const kept = checkedNumber(
    caller,
    ["decimals"],
    decimals ?? (figures.metric === "ces" ? 2 : 1),
    "an integer from 0 to 15",
    (value) => Number.isInteger(value) && value >= 0 && value <= 15,
  );
  return sentence(figures, words, kept);
}

/** The figures of a comparison that go into its sentence. */
interface Figures {
  readonly metric: DifferenceFigures["metric"];
  readonly difference: number | null;
  readonly limits: { readonly low: number; readonly high: number } | null;
  readonly pValue: number | null;
  readonly isAdjusted: boolean;
  readonly level: number;
  readonly compared: Compared;
  /** `null` where nothing was compared with one. */
  readonly benchmark: number | null;
}

function sentence(figures: Figures, words: ComparisonWords, decimals: number): string {
  const { metric, difference, limits, pValue, level, compared, benchmark } = figures;
  const shown = (value: number): string => words.number(value, decimals);
  const name = words.names[metric];
  if (difference === null) return words.impossible(name);
  const size = Math.abs(roundHalfAwayFromZero(difference, decimals));
  const amount = words.amount(
    size > 0 ? shown(size) : words.lessThan(shown(10 ** -decimals)),
    metric === "ces",
  );
  const target = shown(benchmark ?? 0);
  const change = words.difference[compared](name, Math.sign(difference), amount, target);
  const range =
    limits === null
      ? ""
      : ` (${words.interval(words.percent(level), shown(limits.low), shown(limits.high))})`;
  if (pValue === null) return `${change}${range}; ${words.untested}.`;
  return `${change}${range}; ${words.verdicts[verdictOf(figures, pValue)](compared)} (${words.pValue(pValue, figures.isAdjusted)}).`;
}

/** What the p-value says; `"borderline"` where it says other than the interval. */
function verdictOf(
  { limits, level, isAdjusted }: Figures,
  pValue: number,
): keyof ComparisonWords["verdicts"] {
  const isRare = pValue < 1 - level;
  const holdsZero = limits === null ? !isRare : limits.low <= 0 && limits.high >= 0;
  if (isRare && holdsZero) return "borderline";
  // An adjusted p-value may well say less than an interval, which is not adjusted.
  if (!isRare && !holdsZero && !isAdjusted) return "borderline";
  return isRare ? "rare" : "chance";
}

/** The figures, or a throw where the comparison is none: it may come from storage. */
function checkedFigures(
  caller: string,
  comparison: DescribableComparison,
  of: DescribeOptions["of"],
): Figures {
  requireObject(caller, ["comparison"], comparison);
  const { metric, difference, interval, adjustedPValue } = comparison;
  requireComparableMetric(caller, metric);
  const finite = (path: readonly string[], value: unknown, requirement: string): number => {
    // Of all values, isFinite takes numbers alone.
    if (Number.isFinite(value)) return value as number;
    throw refusal(caller, "invalid-argument", ["comparison", ...path], requirement, value);
  };
  const limit = (name: "low" | "high", value: unknown): number =>
    finite(["interval", name], value, "a finite number");
  const finiteOrNull = (name: string, value: unknown): number | null =>
    value === null ? null : finite([name], value, "a finite number or null");
  if (interval !== null) requireObject(caller, ["comparison", "interval"], interval);
  const isAdjusted = adjustedPValue !== undefined;
  const benchmark =
    comparison.benchmark === undefined
      ? null
      : finite(["benchmark"], comparison.benchmark, "a finite number or missing");
  if (benchmark !== null && of !== undefined) {
    throw refusal(caller, "invalid-argument", ["of"], "left out where there is a benchmark", of);
  }
  return {
    metric,
    difference: finiteOrNull("difference", difference),
    // Of a comparison to a benchmark, the interval is that of the score.
    limits:
      interval === null
        ? null
        : {
            low: limit("low", interval.low) - (benchmark ?? 0),
            high: limit("high", interval.high) - (benchmark ?? 0),
          },
    pValue: isAdjusted
      ? finiteOrNull("adjustedPValue", adjustedPValue)
      : finiteOrNull("pValue", comparison.pValue),
    isAdjusted: isAdjusted && (comparison as { adjust?: unknown }).adjust !== "none",
    level: checkedLevel(caller, comparison.level),
    compared: benchmark === null ? (of ?? ("against" in comparison ? "groups" : "change")) : "benchmark",
    benchmark,
  };
}
