// Tallies added together and taken apart again.

import {
  type CxMetricsError,
  type CxMetricsErrorCode,
  type Path,
  refusal,
  refusalInWords,
  requireIterable,
} from "../errors.ts";
import { LARGEST_WEIGHT, SMALLEST_WEIGHT, WEIGHT_ROUNDING } from "../records/weight.ts";
import { sameScale, scaleMismatch } from "./scale.ts";
import { checkedTally, exactSum, type Tally } from "./tally.ts";

/**
 * Adds tallies up: the tally of all their answers together.
 *
 * The order does not matter and nothing is lost: scores of days merge into the score of a month, shards of a
 * stream into the whole. Where weighted and unweighted tallies meet, each unweighted answer counts as weight 1.
 *
 * @param tallies - one tally or more, all on one scale
 * @throws {@link CxMetricsError} `scale-mismatch` where two scales differ, `invalid-argument` where there is
 * nothing to merge (no tally, no scale)
 *
 * @example
 * ```ts
 * import { mergeTallies, NPS_SCALE, nps, tally } from "cx-metrics";
 *
 * const monday = tally([10, 9], NPS_SCALE);
 * const tuesday = tally([3, 8], NPS_SCALE);
 * nps(mergeTallies([monday, tuesday])).score; // → 25
 * ```
 */
export function mergeTallies(tallies: Iterable<Tally>): Tally {
  const caller = "mergeTallies";
  requireIterable(caller, ["tallies"], tallies);
  let merged: Tally | null = null;
  let i = 0;
  for (const next of tallies) {
    const tally = checkedTally(caller, next, ["tally", i]);
    merged = merged === null ? tally : combine(caller, merged, tally, 1, ["tally", i]);
    i++;
  }
  if (merged === null) {
    throw refusalInWords(caller, "invalid-argument", ["tallies"], "one tally or more", "none");
  }
  return merged;
}

/**
 * Takes the answers of one tally out of another, such as those that a person has asked to have erased.
 *
 * The inverse of {@link mergeTallies}: `subtractTally(mergeTallies([a, b]), b)` equals `a` (weights to within
 * rounding). Where one side is weighted, each answer of the other counts as weight 1.
 *
 * @param from - the tally to take from
 * @param part - the answers to take out
 * @throws {@link CxMetricsError} `scale-mismatch` where the scales differ, `invalid-count` where `part` has answers that
 * `from` has not, `invalid-weight` where it has weight that `from` has not, or leaves weight without answers
 *
 * @example
 * ```ts
 * import { NPS_SCALE, subtractTally, tally } from "cx-metrics";
 *
 * const all = tally([10, 9, 3], NPS_SCALE);
 * subtractTally(all, tally([3], NPS_SCALE)).counts; // → [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1]
 * ```
 */
export function subtractTally(from: Tally, part: Tally): Tally {
  const caller = "subtractTally";
  return combine(caller, checkedTally(caller, from, ["from"]), checkedTally(caller, part, ["part"]), -1, [
    "part",
  ]);
}

/** a + b or a − b. */
function combine(caller: string, a: Tally, b: Tally, sign: 1 | -1, pathOfB: Path): Tally {
  if (!sameScale(a.scale, b.scale)) throw scaleMismatch(caller, pathOfB, a.scale, b.scale);
  const counts = a.counts.map((count, cell) => count + sign * (b.counts[cell] as number));
  const missing = a.missing + sign * b.missing;
  exactSum(caller, [...counts, missing]);
  counts.forEach((count, cell) => {
    if (count < 0) throw belowZero(caller, "invalid-count", ["counts", cell], count);
  });
  if (missing < 0) throw belowZero(caller, "invalid-count", ["missing"], missing);
  const { scale } = a;
  if (a.weights === undefined && b.weights === undefined) return { scale, counts, missing };
  const [ofA, ofB] = [sumsOf(a), sumsOf(b)];
  const weights = ofA.weights.map((weight, cell) => {
    const other = sign * (ofB.weights[cell] as number);
    return combinedWeight(caller, cell, weight, other, counts[cell] as number);
  });
  const squaredWeights = ofA.squares.map((square, cell) => {
    if (counts[cell] === 0) return 0;
    // Rounding in a subtraction must not break what exact sums obey: w² ÷ k ≤ q ≤ w².
    const most = (weights[cell] as number) ** 2;
    const combined = square + sign * (ofB.squares[cell] as number);
    return Math.min(Math.max(combined, most / (counts[cell] as number)), most);
  });
  return { scale, counts, missing, weights, squaredWeights };
}

function sumsOf(tally: Tally): { readonly weights: readonly number[]; readonly squares: readonly number[] } {
  return { weights: tally.weights ?? tally.counts, squares: tally.squaredWeights ?? tally.counts };
}

/** The weight of a cell's answers after adding or taking out others; what rounding alone may have left counts as 0. */
function combinedWeight(caller: string, cell: number, weight: number, other: number, count: number): number {
  const combined = weight + other;
  const rounding = WEIGHT_ROUNDING * Math.max(weight, Math.abs(other));
  if (combined < -rounding) throw belowZero(caller, "invalid-weight", ["weights", cell], combined);
  if (count === 0 && combined > rounding) {
    throw refusal(caller, "invalid-weight", ["weights", cell], "0 where no answer is left", combined);
  }
  if (combined > LARGEST_WEIGHT * count * (1 + WEIGHT_ROUNDING) && count > 0) {
    throw refusal(caller, "invalid-weight", ["weights", cell], "what the answers left can weigh", combined);
  }
  return count === 0 || combined < SMALLEST_WEIGHT ? 0 : combined;
}

function belowZero(caller: string, code: CxMetricsErrorCode, path: Path, remainder: number): CxMetricsError {
  return refusal(caller, code, path, "0 or more after the subtraction", remainder);
}
