// Several tests at once: adjusted p-values.

import { refusal, requireIterable, requireOneOf } from "../errors.ts";

/**
 * How p-values are adjusted for being several.
 *
 * - `holm`: keeps the probability of one false alarm or more among all tests; never weaker than Bonferroni's
 * - `benjamini-hochberg`: keeps the expected share of false alarms among the alarms; finds more
 * - `none`: leaves them as they are
 */
export type PValueAdjustment = "holm" | "benjamini-hochberg" | "none";

/**
 * Which of several differences still stand out, given that one in twenty tests of nothing falls below 0.05?
 *
 * Each p-value is raised to the smallest overall level at which the procedure would reject it, so that the result can be
 * held against 0.05 like any p-value. `"holm"` guards against a single false alarm; `"benjamini-hochberg"` keeps
 * false alarms to a share of all alarms, and needs the tests to be independent or to lean the same way.
 *
 * The result is in input order. `null`, a test that could not be made, stays `null` and does not count as a test. No
 * p-values give none.
 *
 * Sources: S. Holm, "A Simple Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of Statistics 6 (1979);
 * Y. Benjamini & Y. Hochberg, "Controlling the False Discovery Rate", JRSS B 57 (1995). As R's `p.adjust`.
 *
 * @param pValues - proportions 0…1 in any iterable, or `null` where there is none
 * @param method - how to adjust
 * @throws {@link CxMetricsError} `invalid-argument` for a p-value outside 0…1 and for an unknown method
 *
 * @example
 * ```ts
 * import { adjustPValues } from "cx-metrics";
 *
 * adjustPValues([0.04, 0.001, null, 0.03]); // → [0.06, 0.003, null, 0.06]
 * adjustPValues([0.04, 0.001, null, 0.03], "benjamini-hochberg"); // → [0.04, 0.003, null, 0.04]
 * ```
 */
export function adjustPValues(
  pValues: Iterable<number | null>,
  method: PValueAdjustment = "holm",
): (number | null)[] {
  const caller = "adjustPValues";
  requireIterable(caller, ["pValues"], pValues);
  requireOneOf(caller, ["method"], method, ["holm", "benjamini-hochberg", "none"]);
  const adjusted: (number | null)[] = [];
  for (const p of pValues) adjusted.push(checkedPValue(caller, adjusted.length, p));
  if (method === "none") return adjusted;
  const tests = [...adjusted.entries()].filter((test): test is [number, number] => test[1] !== null);
  tests.sort(([, p], [, q]) => p - q);
  const m = tests.length;
  if (method === "holm") {
    let largest = 0;
    tests.forEach(([index, p], i) => {
      largest = Math.max(largest, Math.min(1, (m - i) * p));
      adjusted[index] = largest;
    });
  } else {
    let smallest = 1;
    tests.reverse().forEach(([index, p], i) => {
      // Multiplied by a ratio of at least 1, so that rounding never takes it below the p-value itself.
      smallest = Math.min(smallest, p * (m / (m - i)));
      adjusted[index] = smallest;
    });
  }
  return adjusted;
}

function checkedPValue(caller: string, index: number, p: unknown): number | null {
  if (p === null) return null;
  if (!(typeof p === "number" && p >= 0 && p <= 1)) {
    throw refusal(caller, "invalid-argument", ["pValues", index], "a number from 0 to 1 or null", p);
  }
  // Adding 0 turns −0 into 0.
  return p + 0;
}
