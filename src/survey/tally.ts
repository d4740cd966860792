// The tally: how often each rating was given. Every score is a function of one.

import {
  CxMetricsError,
  checkedCount,
  describe,
  type Path,
  placeInWords,
  refusal,
  refusalInWords,
} from "../errors.ts";
import { LARGEST_WEIGHT, SMALLEST_WEIGHT, WEIGHT_ROUNDING } from "../records/weight.ts";
import { checkedScale, pointsOf, type Scale } from "./scale.ts";

/** One answer. `null` and `undefined` both mean "not answered"; they are counted, never scored. */
export type Rating = number | null | undefined;

/**
 * How often each rating of a scale was given: the summary that every score is computed from.
 *
 * Plain JSON, so it can be stored, sent and merged ({@link mergeTallies}); a score of merged tallies equals the
 * score of all their answers. The three arrays have one cell for each rating, lowest first.
 */
export interface Tally {
  /** The scale that the ratings are on. */
  readonly scale: Scale;
  /** How many answers each rating got. Answers of weight zero count too. */
  readonly counts: readonly number[];
  /** How many were asked and did not answer. */
  readonly missing: number;
  /** Sum of the weights of each rating's answers. Absent where answers are not weighted. */
  readonly weights?: readonly number[];
  /** Sum of the squared weights of each rating's answers. Present exactly when `weights` is. */
  readonly squaredWeights?: readonly number[];
}

/** What a scorer reads: ratings in any iterable, or a tally of them. */
export type Answers = readonly Rating[] | Iterable<Rating> | Tally;

/** Whether the answers have been folded already. */
export function isTally(answers: Answers): answers is Tally {
  return typeof answers === "object" && answers !== null && !(Symbol.iterator in answers);
}

/** A copy of a tally that may have come from storage or a hand-written object, or a throw where it is no tally. */
export function checkedTally(caller: string, tally: Tally, path: Path = ["tally"]): Tally {
  if (typeof tally !== "object" || tally === null || !("counts" in tally)) {
    throw refusal(caller, "invalid-argument", path, "a tally", tally);
  }
  const scale = checkedScale(caller, tally.scale, [...path, "scale"]);
  const points = pointsOf(scale);
  const counts = checkedCells(caller, [...path, "counts"], tally.counts, points, checkedCount);
  const missing = checkedCount(caller, [...path, "missing"], tally.missing);
  exactSum(caller, [...counts, missing], [...path, "counts"]);
  if (tally.weights === undefined && tally.squaredWeights === undefined) return { scale, counts, missing };
  const weights = checkedCells(caller, [...path, "weights"], tally.weights, points, checkedWeightSum);
  const squaredWeights = checkedCells(
    caller,
    [...path, "squaredWeights"],
    tally.squaredWeights,
    points,
    checkedWeightSum,
  );
  weights.forEach((weight, cell) => {
    requirePossibleSums(caller, path, cell, counts[cell] as number, weight, squaredWeights[cell] as number);
  });
  return { scale, counts, missing, weights, squaredWeights };
}

/** Checks one value of a list, and says where it stood if it does not hold. */
type Check = (caller: string, path: Path, value: unknown) => number;

function checkedCells(caller: string, path: Path, cells: unknown, points: number, check: Check): number[] {
  if (!Array.isArray(cells) || cells.length !== points) {
    const requirement = `an array of ${points} numbers, one for each rating`;
    const got = Array.isArray(cells) ? `${cells.length}` : describe(cells);
    throw refusalInWords(caller, "invalid-argument", path, requirement, got);
  }
  return Array.from(cells as readonly unknown[], (value, cell) => check(caller, [...path, cell], value));
}

function checkedWeightSum(caller: string, path: Path, sum: unknown): number {
  if (typeof sum === "number" && sum >= 0 && sum < Number.POSITIVE_INFINITY) return sum + 0;
  throw refusal(caller, "invalid-weight", path, "a finite number from 0 up", sum);
}

/** Sums of k weights w and of their squares q obey w² ÷ k ≤ q ≤ w², and w stays within k usable weights. */
function requirePossibleSums(
  caller: string,
  path: Path,
  cell: number,
  count: number,
  weight: number,
  squared: number,
): void {
  if (
    weight !== 0 &&
    !(weight >= SMALLEST_WEIGHT && weight <= LARGEST_WEIGHT * count * (1 + WEIGHT_ROUNDING))
  ) {
    const requirement = "the sum of that cell's weights, each 0 or from 1e-100 to 1e100";
    throw refusal(caller, "invalid-weight", [...path, "weights", cell], requirement, weight);
  }
  const most = weight * weight;
  const possible = squared <= most * (1 + WEIGHT_ROUNDING) && squared * count >= most * (1 - WEIGHT_ROUNDING);
  if (!possible) {
    const requirement = "the sum of squares of that cell's weights";
    throw refusal(caller, "invalid-weight", [...path, "squaredWeights", cell], requirement, squared);
  }
}

/** The sum of counts; past 2^53 a double would no longer count every answer, so that throws. */
export function exactSum(caller: string, counts: readonly number[], path: Path = ["counts"]): number {
  let sum = 0;
  for (const count of counts) sum += count;
  if (sum > Number.MAX_SAFE_INTEGER) {
    const message = `${caller}: ${placeInWords(path)} must add up to at most 2^53 − 1`;
    throw new CxMetricsError(message, "invalid-count", path);
  }
  return sum;
}
