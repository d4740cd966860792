// Key drivers: how much of an outcome each of several correlated ratings accounts for.

import {
  checkedOptions,
  refusal,
  requireFunction,
  requireIterable,
  requireObject,
  requireOneOf,
} from "../errors.ts";
import { correlationOf, fewestRows, meanBeside, pairOf } from "../statistics/comoments.ts";
import { type ColumnReader, foldColumns, type MissingPolicy } from "./columns.ts";
import { type NoWeights, type RelativeWeights, relativeWeights } from "./relativeWeights.ts";

/** How {@link keyDrivers} reads a row. */
export interface KeyDriversOptions<Row, K extends string> {
  /** Reads the outcome, such as the overall rating; called once for each row. */
  readonly outcome: (row: Row) => number | null | undefined;
  /** For each driver how to read it; each is called once for each row. */
  readonly drivers: { readonly [D in K]: (row: Row) => number | null | undefined };
  /**
   * `"listwise"` uses the rows that have all values, `"pairwise"` for each correlation the rows that have its two.
   * @defaultValue `"listwise"`
   */
  readonly missing?: MissingPolicy | undefined;
}

/** Why the drivers have no weights. */
export type NoDriversBecause = "too-few-rows" | "constant-outcome" | "constant-driver" | NoWeights;

/** One driver's part in the outcome. */
export interface KeyDriver<K extends string = string> {
  /** The driver by name. */
  readonly driver: K;
  /** Its part of R², from 0 up; `null` where there are no weights. */
  readonly relativeWeight: number | null;
  /** Its share of R², 0…1; `null` where there are no weights, and where R² is 0. */
  readonly share: number | null;
  /** Its coefficient in the regression of standardised values; `null` where there are no weights. */
  readonly standardizedCoefficient: number | null;
  /** Pearson's correlation with the outcome, −1…1; `null` where either does not vary. */
  readonly correlation: number | null;
  /** How many times the other drivers inflate the variance of its coefficient, from 1 up; `null` without weights. */
  readonly varianceInflation: number | null;
  /** Its mean over the `n` rows; `null` where there are none. */
  readonly mean: number | null;
  /** How many rows its correlation and mean are of. */
  readonly n: number;
  /** How many of all rows lack it. */
  readonly missing: number;
}

/** How nearly the drivers say the same as each other. */
export interface Collinearity {
  /** Smallest eigenvalue of the drivers' correlations: 0 where one follows from the others, below 0 only with pairwise rows. */
  readonly smallestEigenvalue: number;
  /** Largest over smallest eigenvalue; `null` where the smallest is 0 or below, up to rounding. */
  readonly conditionNumber: number | null;
  /** Whether some driver's variance is inflated more than tenfold, or one follows from the others. */
  readonly strong: boolean;
}

/** The drivers by weight, with what the weights rest on. */
export interface KeyDrivers<K extends string = string> {
  /** How many rows there were. */
  readonly rows: number;
  /** How many rows were used; with `"pairwise"` the fewest behind any correlation. */
  readonly n: number;
  /** What became of rows that lack a value. */
  readonly missing: MissingPolicy;
  /** How many of all rows lack the outcome. */
  readonly outcomeMissing: number;
  /** Share of the outcome's variance that the drivers account for together, 0…1; `null` where there are no weights. */
  readonly rSquared: number | null;
  /** The same, corrected for the number of drivers; below 0 where they account for less than chance would. */
  readonly adjustedRSquared: number | null;
  /** Why there are no weights; `null` where there are. */
  readonly undefinedBecause: NoDriversBecause | null;
  /** The drivers' closeness to each other; `null` where their correlations are unknown. */
  readonly collinearity: Collinearity | null;
  /** The heaviest first; without weights in the order given. */
  readonly drivers: readonly KeyDriver<K>[];
}

/** A usual mark of strong collinearity: D. W. Marquardt, Technometrics 12 (1970). */
const STRONG_INFLATION = 10;

/**
 * Which of these ratings goes with the outcome most, when they also go with each other?
 *
 * Relative weights divide R², the share of the outcome's variance that all drivers account for, among the drivers: none
 * is negative, and they sum to R². Rivals: correlations, which count what drivers share once for each of them; regression
 * coefficients, which give it to one of them almost at random and turn negative; Shapley values of R² ("LMG"), which agree
 * closely with the weights and take a regression for every subset of the drivers.
 *
 * A weight tells association, no more: improving a heavy driver need not improve the outcome, and the weight of a driver
 * with a negative coefficient is as positive as any other, so look at the signs too. Ratings are taken as numbers.
 *
 * `"listwise"` leaves out every row that lacks a value. `"pairwise"` wastes fewer answers, but its correlations are of
 * different rows and may contradict each other. Nothing is repaired then: the weights are `null`, and
 * `undefinedBecause` is `"not-positive-semidefinite"`. Nor are there weights for fewer rows than drivers + 2, for an
 * outcome or driver that does not vary, and for drivers of which one follows from the others. Means and correlations
 * are given as far as they exist.
 *
 * Strong collinearity leaves the weights steadier than the coefficients, but drivers that mean the same divide what they
 * account for between them: combine them instead. One pass over the rows, whatever their number.
 *
 * Sources: J. W. Johnson, "A Heuristic Method for Estimating the Relative Weight of Predictor Variables in Multiple
 * Regression", Multivariate Behavioral Research 35 (2000); S. Tonidandel & J. M. LeBreton, "Relative Importance
 * Analysis", Journal of Business and Psychology 26 (2011), on reading them.
 *
 * @param rows - one for each respondent
 * @param options - how to read outcome and drivers; what becomes of rows that lack a value
 * @throws {@link CxMetricsError} `invalid-argument` for a value that is no finite number up to 1e100 in size and not
 * missing either, named by driver and index; and for a wrong option
 *
 * @example
 * ```ts
 * import { keyDrivers } from "cx-metrics";
 *
 * const rows = [
 *   { overall: 9, speed: 5, price: 4 },
 *   { overall: 7, speed: 4, price: 4 },
 *   { overall: 4, speed: 2, price: 3 },
 *   { overall: 8, speed: 4, price: 2 },
 *   { overall: 2, speed: 1, price: 2 },
 *   { overall: 6, speed: null, price: 3 },
 * ];
 * const result = keyDrivers(rows, {
 *   outcome: (row) => row.overall,
 *   drivers: { price: (row) => row.price, speed: (row) => row.speed },
 * });
 * result.n; // → 5
 * result.rSquared; // ≈ 0.996
 * result.drivers.map(({ driver, share }) => [driver, share]); // ≈ [["speed", 0.861], ["price", 0.139]]
 * ```
 */
export function keyDrivers<Row, const K extends string>(
  rows: Iterable<Row>,
  options: KeyDriversOptions<Row, K>,
): KeyDrivers<K> {
  const caller = "keyDrivers";
  requireIterable(caller, ["rows"], rows);
  const { missing = "listwise" } = checkedOptions(caller, options, ["outcome", "drivers", "missing"]);
  requireOneOf(caller, ["missing"], missing, ["listwise", "pairwise"]);
  const names = namesOf(caller, options);
  const folded = foldColumns(caller, rows, readersOf(options, names), missing);
  const { moments } = folded;
  const correlation = (a: number, b: number): number | null => correlationOf(pairOf(moments, a, b));
  const n = fewestRows(moments);
  const divided = dividedAmong(names.length, n, correlation);
  const result = "spectrum" in divided ? divided : null;
  const rSquared = rSquaredOf(result);
  const drivers = names.map((driver, i): KeyDriver<K> => {
    const weight = result?.weights?.[i];
    return {
      driver,
      relativeWeight: weight?.relativeWeight ?? null,
      share: weight && rSquared ? weight.relativeWeight / rSquared : null,
      standardizedCoefficient: weight?.standardizedCoefficient ?? null,
      correlation: correlation(0, i + 1),
      varianceInflation: weight?.varianceInflation ?? null,
      mean: meanBeside(moments, i + 1, 0),
      n: pairOf(moments, 0, i + 1).n,
      missing: folded.missing[i + 1] as number,
    };
  });
  return {
    rows: folded.rows,
    n,
    missing,
    outcomeMissing: folded.missing[0] as number,
    rSquared,
    adjustedRSquared: rSquared === null ? null : 1 - ((1 - rSquared) * (n - 1)) / (n - names.length - 1),
    undefinedBecause: divided.undefinedBecause,
    collinearity: collinearityOf(result),
    // Equal weights stay in the order given: the sort is stable.
    drivers: drivers.sort((a, b) => (b.relativeWeight ?? 0) - (a.relativeWeight ?? 0)),
  };
}

function namesOf<Row, K extends string>(caller: string, options: KeyDriversOptions<Row, K>): readonly K[] {
  requireFunction(caller, ["outcome"], options.outcome);
  requireObject(caller, ["drivers"], options.drivers);
  const names = Object.keys(options.drivers) as K[];
  if (names.length === 0) throw refusal(caller, "invalid-argument", ["drivers"], "one driver or more", {});
  for (const name of names) requireFunction(caller, ["drivers", name], options.drivers[name]);
  return names;
}

/** The outcome's first, then the drivers'. */
function readersOf<Row, K extends string>(
  { outcome, drivers }: KeyDriversOptions<Row, K>,
  names: readonly K[],
): readonly ColumnReader<Row>[] {
  return [
    { path: ["outcome"], read: outcome },
    ...names.map((name): ColumnReader<Row> => ({ path: ["drivers", name], read: drivers[name] })),
  ];
}

/** The weights, or why the correlations that they come from are unknown. */
function dividedAmong(
  drivers: number,
  n: number,
  correlation: (a: number, b: number) => number | null,
): RelativeWeights | { readonly undefinedBecause: NoDriversBecause } {
  if (n < drivers + 2) return { undefinedBecause: "too-few-rows" };
  if (correlation(0, 0) === null) return { undefinedBecause: "constant-outcome" };
  const columns = Array.from({ length: drivers }, (_, i) => i + 1);
  const matrix = columns.map((a) => columns.map((b) => (a === b ? 1 : correlation(a, b))));
  const outcome = columns.map((column) => correlation(0, column));
  if ([...matrix, outcome].flat().includes(null)) return { undefinedBecause: "constant-driver" };
  return relativeWeights(matrix as number[][], outcome as number[]);
}

function rSquaredOf(result: RelativeWeights | null): number | null {
  if (result === null || result.weights === null) return null;
  const sum = result.weights.reduce((total, { relativeWeight }) => total + relativeWeight, 0);
  return Math.min(sum, 1);
}

function collinearityOf(result: RelativeWeights | null): Collinearity | null {
  if (result === null) return null;
  const { spectrum, weights } = result;
  const inflated = weights?.some(({ varianceInflation }) => varianceInflation > STRONG_INFLATION);
  return { ...spectrum, strong: inflated ?? true };
}
