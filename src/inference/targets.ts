// Targets of weighting: shares or head counts, and what the weights add up to.

import { CxMetricsError, describe, type Path, placeInWords, refusal, refusalInWords } from "../errors.ts";
import { isUsableWeight, LARGEST_WEIGHT, USABLE_WEIGHT } from "../records/weight.ts";

/**
 * How far published targets may be from their total, relative to it: thirds as 0.33, percentages that add up to 99.9. As
 * doubles are, three times 0.33 is a little more than 0.01 away from 1.
 */
const PUBLISHED_ROUNDING = 0.010_000_001;

/** A target that can be weighted to, or a throw. */
export function checkedTarget(caller: string, path: Path, target: unknown): number {
  if (isUsableWeight(target)) return target + 0;
  throw refusal(caller, "invalid-argument", path, USABLE_WEIGHT, target);
}

/** The sum of targets, which must be above 0 and no larger than a weight may be, or a throw. */
export function sumOfTargets(caller: string, path: Path, targets: readonly number[]): number {
  let sum = 0;
  for (const target of targets) sum += target;
  if (sum > 0 && sum <= LARGEST_WEIGHT) return sum;
  const requirement = "targets that add up to more than 0 and at most 1e100";
  throw refusalInWords(caller, "invalid-argument", path, requirement, `a sum of ${sum}`);
}

/**
 * What the weights add up to: the total asked for; the total of the targets; or where those are shares, which add up to
 * 1, the number of rows.
 *
 * @param sums - what the targets of each margin add up to, and where those are
 */
export function totalOfWeights(
  caller: string,
  total: number | undefined,
  sums: readonly (readonly [path: Path, sum: number])[],
  rows: number,
): number {
  if (total !== undefined) {
    if (isUsableWeight(total) && total > 0) return total;
    throw refusal(caller, "invalid-argument", ["total"], "a number from 1e-100 to 1e100", total);
  }
  const counted = sums.filter(([, sum]) => !isNear(sum, 1));
  const totals = counted.map(([, sum]) => sum);
  const [first] = totals;
  if (first === undefined) return rows;
  for (const [path, sum] of counted) {
    if (sum >= 1) continue;
    throw new CxMetricsError(
      `${caller}: ${placeInWords(path)} must be shares that add up to 1 or head counts, got a sum of ${describe(sum)}; give total to weight to their shares`,
      "impossible-counts",
      path,
    );
  }
  const [least, most] = [Math.min(...totals), Math.max(...totals)];
  if (isNear(least, most)) return first;
  throw new CxMetricsError(
    `${caller}: margins must have one total where they are head counts, got ${describe(least)} and ${describe(most)}; give total to weight to their shares`,
    "impossible-counts",
    ["margins"],
  );
}

function isNear(sum: number, total: number): boolean {
  return Math.abs(sum - total) <= PUBLISHED_ROUNDING * total;
}
