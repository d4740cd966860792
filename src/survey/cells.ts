// A tally in the making: one mutable cell for each rating, every value checked on its way in.

import { type CxMetricsError, type Path, refusal } from "../errors.ts";
import { isUsableWeight, USABLE_WEIGHT } from "../records/weight.ts";
import { pointsOf, type Scale, scaleInWords } from "./scale.ts";
import type { Rating, Tally } from "./tally.ts";

/** A tally in the making. */
export interface Cells {
  readonly scale: Scale;
  /** Doubles, because a stream may hold more than 2^32 answers. */
  readonly counts: Float64Array;
  missing: number;
  readonly weights: Float64Array | null;
  readonly squaredWeights: Float64Array | null;
}

/** What {@link cellOf} says of `null` and `undefined`. */
const MISSING = -1;
/** What {@link cellOf} says of a value that is no rating on the scale. */
export const REFUSED = -2;

export function emptyCells(scale: Scale, weighted: boolean): Cells {
  const points = pointsOf(scale);
  return {
    scale,
    counts: new Float64Array(points),
    missing: 0,
    weights: weighted ? new Float64Array(points) : null,
    squaredWeights: weighted ? new Float64Array(points) : null,
  };
}

export function tallyOfCells(cells: Cells): Tally {
  const { scale, missing, weights, squaredWeights } = cells;
  const counts = Array.from(cells.counts);
  if (weights === null || squaredWeights === null) return { scale, counts, missing };
  return { scale, counts, missing, weights: Array.from(weights), squaredWeights: Array.from(squaredWeights) };
}

/** The cell of a rating, {@link MISSING} or {@link REFUSED}. */
export function cellOf(rating: unknown, scale: Scale): number {
  if (typeof rating === "number") {
    // The 32-bit conversion changes every value that is not a small whole number, NaN and 6.5 included.
    const cell = (rating - scale.min) | 0;
    return cell >= 0 && cell + scale.min === rating && rating <= scale.max ? cell : REFUSED;
  }
  return rating === null || rating === undefined ? MISSING : REFUSED;
}

export function ratingRefusal(caller: string, path: Path, rating: unknown, scale: Scale): CxMetricsError {
  const requirement = `an integer from ${scaleInWords(scale)}`;
  return refusal(caller, "invalid-rating", path, requirement, rating);
}

/** The cell of a rating or {@link MISSING}, or throws naming what the rating is and its index. */
export function checkedCell(
  caller: string,
  name: string,
  index: number,
  rating: unknown,
  scale: Scale,
): number {
  const cell = cellOf(rating, scale);
  if (cell === REFUSED) throw ratingRefusal(caller, [name, index], rating, scale);
  return cell;
}

/** Counts one answer and returns its cell, or throws naming its index. By way of `checkedCell` it would take a seventh longer. */
export function countAnswer(caller: string, cells: Cells, index: number, answer: Rating): number {
  const cell = cellOf(answer, cells.scale);
  if (cell >= 0) cells.counts[cell] = (cells.counts[cell] as number) + 1;
  else if (cell === MISSING) cells.missing++;
  else throw ratingRefusal(caller, ["rating", index], answer, cells.scale);
  return cell;
}

/** Adds one row to the cells, or throws naming its index. */
export function addAnswer<Row>(
  caller: string,
  cells: Cells,
  index: number,
  row: Row,
  rating: (row: Row) => Rating,
  weight: ((row: Row) => number) | undefined,
): void {
  const cell = countAnswer(caller, cells, index, rating(row));
  if (weight !== undefined && cell >= 0) addWeight(caller, cells, index, cell, weight(row));
}

function addWeight(caller: string, cells: Cells, index: number, cell: number, weight: number): void {
  if (!isUsableWeight(weight)) {
    throw refusal(caller, "invalid-weight", ["weight", index], USABLE_WEIGHT, weight);
  }
  (cells.weights as Float64Array)[cell] = ((cells.weights as Float64Array)[cell] as number) + weight;
  (cells.squaredWeights as Float64Array)[cell] =
    ((cells.squaredWeights as Float64Array)[cell] as number) + weight * weight;
}
