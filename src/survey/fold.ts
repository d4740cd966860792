// The fold: answers into a tally, in one pass.

import {
  checkedCount,
  checkedOptions,
  type Path,
  refusal,
  requireFunction,
  requireIterable,
} from "../errors.ts";
import { addAnswer, cellOf, emptyCells, REFUSED, ratingRefusal, tallyOfCells } from "./cells.ts";
import { countRatings } from "./containers.ts";
import { checkedScale, type Scale } from "./scale.ts";
import { exactSum, type Rating, type Tally } from "./tally.ts";

/**
 * Counts how often each rating was given, in one pass.
 *
 * Accepts any iterable: an array (a hole counts as missing), a typed array, a `Set`, a generator. `null` and
 * `undefined` are counted as missing. Everything else must be a whole number on the scale: 6.5, `"9"`, `NaN`
 * and 11 on 0-10 throw, because a silent repair would change the score. Clean untrusted rows with
 * {@link parseRows} first. No answers give a tally of zeros.
 *
 * @param ratings - the answers
 * @param scale - the scale they are on
 * @returns the tally; the input is not modified
 * @throws {@link CxMetricsError} `invalid-rating` naming the index of the first rating that is not on the scale
 *
 * @example
 * ```ts
 * import { CSAT_SCALE, tally } from "cx-metrics";
 *
 * tally([5, 4, 4, null, 1], CSAT_SCALE); // → { scale: { min: 1, max: 5 }, counts: [1, 0, 0, 2, 1], missing: 1 }
 * ```
 */
export function tally(ratings: Iterable<Rating>, scale: Scale): Tally {
  requireIterable("tally", ["ratings"], ratings);
  return foldRatings("tally", ratings, checkedScale("tally", scale));
}

/** The fold on behalf of another function, whose name the errors bear. */
export function foldRatings(caller: string, ratings: Iterable<Rating>, scale: Scale): Tally {
  const cells = emptyCells(scale, false);
  countRatings(caller, ratings, cells);
  return tallyOfCells(cells);
}

/** How {@link tallyRows} reads a row. */
export interface TallyRowsOptions<Row> {
  /** The scale that the ratings are on. */
  readonly scale: Scale;
  /** Reads the rating of a row; called once for each row. */
  readonly rating: (row: Row) => Rating;
  /**
   * Reads the weight of an answered row: 0, or a number from 1e-100 to 1e100.
   * @defaultValue every answer counts once, and the tally is unweighted
   */
  readonly weight?: ((row: Row) => number) | undefined;
}

/**
 * Counts how often each rating was given, in rows of any shape, with weights where they are wanted.
 *
 * A weight says how many people an answer stands for. Zero is allowed (the answer is counted in `counts` and
 * carries nothing); negative, missing and infinite weights throw. Weights need no particular total.
 *
 * @param rows - the rows
 * @param options - the scale, and how to read a row's rating and weight
 * @returns the tally, with `weights` and `squaredWeights` exactly when a weight is read
 * @throws {@link CxMetricsError} `invalid-rating` or `invalid-weight` naming the row's index
 *
 * @example
 * ```ts
 * import { NPS_SCALE, nps, tallyRows } from "cx-metrics";
 *
 * const rows = [
 *   { answer: 10, accounts: 3 },
 *   { answer: 2, accounts: 1 },
 * ];
 * const weighted = tallyRows(rows, {
 *   scale: NPS_SCALE,
 *   rating: (row) => row.answer,
 *   weight: (row) => row.accounts,
 * });
 * nps(weighted).score; // → 50
 * ```
 */
export function tallyRows<Row>(rows: Iterable<Row>, options: TallyRowsOptions<Row>): Tally {
  const caller = "tallyRows";
  requireIterable(caller, ["rows"], rows);
  const { rating, weight } = checkedOptions(caller, options, ["scale", "rating", "weight"]);
  const scale = checkedScale(caller, options.scale);
  requireFunction(caller, ["rating"], rating);
  if (weight !== undefined) requireFunction(caller, ["weight"], weight);
  const cells = emptyCells(scale, weight !== undefined);
  // An indexed loop: `for…of` over an array is several times slower in some engines.
  if (Array.isArray(rows)) {
    for (let i = 0; i < rows.length; i++) addAnswer(caller, cells, i, rows[i], rating, weight);
  } else {
    let i = 0;
    for (const row of rows) addAnswer(caller, cells, i++, row, rating, weight);
  }
  return tallyOfCells(cells);
}

/** One line of a `GROUP BY rating`: a rating (`null` for no answer) and how many rows had it. */
export type RatingCount = readonly [rating: number | bigint | null | undefined, count: number | bigint];

/** Options of {@link tallyFromCounts}. */
export interface TallyFromCountsOptions {
  /**
   * How many were asked and did not answer, beyond what a `null` rating in the counts says.
   * @defaultValue 0
   */
  readonly missing?: number | bigint | undefined;
}

/**
 * Makes a tally from counts that were made elsewhere, such as the rows of a warehouse's `GROUP BY rating`.
 *
 * Ratings may come in any order and more than once (they add up); ratings that are absent count zero; a `null`
 * rating counts as missing. `bigint`, which database drivers return for counts, is accepted.
 *
 * @param counts - pairs of a rating and its count
 * @param scale - the scale that the ratings are on
 * @param options - how many did not answer
 * @throws {@link CxMetricsError} `invalid-rating` for a rating off the scale, `invalid-count` for a count that is
 * not a whole number from 0 to 2^53 − 1
 *
 * @example
 * ```ts
 * import { NPS_SCALE, nps, tallyFromCounts } from "cx-metrics";
 *
 * const counts = tallyFromCounts([[10, 600n], [8, 250n], [3, 150n], [null, 90n]], NPS_SCALE);
 * nps(counts).score; // → 45
 * counts.missing; // → 90
 * ```
 */
export function tallyFromCounts(
  counts: Iterable<RatingCount>,
  scale: Scale,
  options: TallyFromCountsOptions = {},
): Tally {
  const caller = "tallyFromCounts";
  requireIterable(caller, ["counts"], counts);
  checkedOptions(caller, options, ["missing"]);
  const cells = emptyCells(checkedScale(caller, scale), false);
  cells.missing = countOf(caller, ["missing"], options.missing === undefined ? 0 : options.missing);
  let i = 0;
  for (const pair of counts) {
    if (!Array.isArray(pair)) {
      throw refusal(caller, "invalid-argument", ["counts", i], "a pair of a rating and a count", pair);
    }
    const [rating, count] = pair as RatingCount;
    const number = countOf(caller, ["count", i], count);
    const cell = cellOf(typeof rating === "bigint" ? Number(rating) : rating, cells.scale);
    if (cell === REFUSED) throw ratingRefusal(caller, ["rating", i], rating, cells.scale);
    if (cell < 0) cells.missing += number;
    else cells.counts[cell] = (cells.counts[cell] as number) + number;
    i++;
  }
  exactSum(caller, [...cells.counts, cells.missing]);
  return tallyOfCells(cells);
}

function countOf(caller: string, path: Path, count: unknown): number {
  return checkedCount(caller, path, typeof count === "bigint" ? Number(count) : count);
}
