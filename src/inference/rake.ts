// Raking: weights that bring a sample to several margins of its population at once.

import { checkedNumber, checkedOptions, requireFunction, requireIterable } from "../errors.ts";
import type { GroupValue } from "../records/groupValue.ts";
import { type CostOfWeights, costOfWeights } from "./effectiveSampleSize.ts";
import { type Patience, rakeTable, reachableMargin, type TableMargin, weightsByCategory } from "./raking.ts";
import { checkedMargins, type Margin, sampleTable, sharesOfCells, weightsOfRows } from "./sampleTable.ts";
import { totalOfWeights } from "./targets.ts";
import { boundsOfCells, checkedBounds, rowsAtBounds, type WeightBounds } from "./weightBounds.ts";

/** How {@link rake} reads a row, and what it rakes to. */
export interface RakeOptions<Row, K extends string> {
  /**
   * For each property the target of each of its categories, as shares or head counts of the population: 0, or a number
   * from 1e-100 to 1e100. A category is the text of the property's value: `1` and `"1"`, `true` and `"true"` are one.
   */
  readonly margins: { readonly [D in K]: { readonly [category: string]: number } };
  /**
   * How to read a row's value of a property.
   * @defaultValue the field of the row that is named like the margin
   */
  readonly by?: { readonly [D in K]?: ((row: Row) => GroupValue | undefined) | undefined } | undefined;
  /**
   * Reads the weight that a row has before: 0, or a number from 1e-100 to 1e100. A weight of 0 stays 0.
   * @defaultValue every row weighs the same
   */
  readonly weight?: ((row: Row) => number) | undefined;
  /**
   * Limits of the weights.
   * @defaultValue none
   */
  readonly bounds?: WeightBounds | undefined;
  /**
   * What the weights add up to. Where given, only the shares within each margin count.
   * @defaultValue the total of the targets; the number of rows where those of every margin add up to 1
   */
  readonly total?: number | undefined;
  /**
   * The largest difference between achieved and target, as a share of the total, at which a margin counts as hit.
   * @defaultValue 1e-12
   */
  readonly tolerance?: number | undefined;
  /**
   * How many times all margins are gone through before giving up, up to 100,000.
   * @defaultValue 1000
   */
  readonly maxIterations?: number | undefined;
}

/** How well the weights fit one category of a margin. */
export interface MarginFit<K extends string = string> {
  /** The property. */
  readonly margin: K;
  /** The category. */
  readonly category: string;
  /** How many rows are in it. */
  readonly n: number;
  /** What its rows should weigh together, in the unit of the weights. */
  readonly target: number;
  /** What they do weigh together. */
  readonly achieved: number;
}

/** Weights that {@link rake} made, and how well they fit. */
export interface Raking<K extends string = string> extends CostOfWeights {
  /** A weight for each row, in the order of the rows. */
  readonly weights: readonly number[];
  /** What the weights add up to. */
  readonly total: number;
  /** Whether every target is hit to within the tolerance. Do not use the weights where this is `false`. */
  readonly converged: boolean;
  /** How many times all margins were gone through. */
  readonly iterations: number;
  /** The largest difference between achieved and target, as a share of the total. */
  readonly maxResidual: number;
  /** Every category of every margin, in the order given. */
  readonly margins: readonly MarginFit<K>[];
  /** The category that fits worst. */
  readonly worst: MarginFit<K>;
  /** The categories with a target above 0 that no row, or no row of any weight, can fill. */
  readonly unreachable: readonly MarginFit<K>[];
  /** How many rows have a weight at one of the bounds. */
  readonly bounded: number;
}

/**
 * Which weights make a sample look like its population in several properties, when only the totals of each are known?
 *
 * Raking, also called iterative proportional fitting: the weights are adjusted to one margin after the other until all
 * are hit. Of all weights that hit the margins it finds those nearest to the ones before; their order does not matter, nor
 * the scale of the weights before. Where the population is known for every combination, {@link poststratify} is exact
 * and needs no iterations.
 *
 * Targets are shares (adding up to 1, give or take 0.01) or head counts. Each margin counts as its shares of its own total,
 * so that rounded ones do no harm; head counts whose totals differ by more than 1 % throw unless `total` is given. The weights
 * add up to the total of the counts, or for shares to the number of rows, which makes their mean 1. One margin may be in head
 * counts and another in shares, which are then shares of that total.
 *
 * Every row must be in a category of each margin. A row whose property is missing, or is no category, throws: give it a
 * category by a reader (`(row) => row.plan ?? "unknown"`) and a target, or leave it out. Missing *answers* are another matter:
 * rows that did not answer should be left out before raking, as the weights are to bring those who answered to
 * the population.
 *
 * Margins that cannot be hit end in `converged: false` and never in an endless loop: a category with a target and no rows is
 * listed in `unreachable` (the other categories of its margin are then brought to what remains in proportion);
 * margins that contradict each other, or bounds that are too tight, show in `maxResidual` and `worst`. With `bounds` the weights always keep to
 * them. Bounds cost a little bias and save a lot of variance; `designEffect` shows both sides.
 *
 * No rows give no weights and `converged: false`.
 *
 * Sources: W. E. Deming & F. F. Stephan, Annals of Mathematical Statistics 11 (1940); with bounds, the truncated raking
 * ratio of J.-C. Deville & C.-E. Särndal, "Calibration Estimators in Survey Sampling", Journal of the American Statistical
 * Association 87 (1992), as R's `survey::calibrate(calfun = "raking", bounds.const = TRUE)`.
 *
 * @param rows - those who answered, in any iterable
 * @param options - the margins; how to read a row; bounds; when to stop
 * @returns weights in the order of the rows; the rows are not modified
 * @throws {@link CxMetricsError} `invalid-argument` for a row in no category of a margin, naming its index, and for a wrong
 * option; `invalid-weight` for an unusable weight; `impossible-counts` for head counts of different totals
 *
 * @example
 * ```ts
 * import { rake, nps, NPS_SCALE, tallyRows } from "cx-metrics";
 *
 * const rows = [
 *   { plan: "Basic", region: "north", answer: 3 },
 *   { plan: "Basic", region: "south", answer: 9 },
 *   { plan: "Pro", region: "north", answer: 10 },
 *   { plan: "Pro", region: "south", answer: 9 },
 *   { plan: "Pro", region: "south", answer: 8 },
 * ];
 * const { weights, converged, effectiveN } = rake(rows, {
 *   margins: { plan: { Basic: 0.7, Pro: 0.3 }, region: { north: 0.5, south: 0.5 } },
 * });
 * converged; // → true
 * weights; // ≈ [1.9293, 1.5707, 0.5707, 0.4646, 0.4646]
 * effectiveN; // ≈ 3.5988
 * const weighted = rows.map((row, i) => ({ ...row, weight: weights[i] ?? 0 }));
 * nps(tallyRows(weighted, { scale: NPS_SCALE, rating: (r) => r.answer, weight: (r) => r.weight })).score; // ≈ 13.54
 * ```
 */
export function rake<Row, const K extends string>(
  rows: Iterable<Row>,
  options: RakeOptions<Row, K>,
): Raking<K> {
  const caller = "rake";
  requireIterable(caller, ["rows"], rows);
  const known = ["margins", "by", "weight", "bounds", "total", "tolerance", "maxIterations"] as const;
  const { by = {}, weight, ...given } = checkedOptions(caller, options, known);
  if (weight !== undefined) requireFunction(caller, ["weight"], weight);
  const patience = checkedPatience(caller, given);
  const bounds = checkedBounds(caller, given.bounds);
  const margins = checkedMargins<Row, K>(caller, given.margins, by);
  const table = sampleTable(caller, rows, margins, weight, bounds !== undefined);
  const sums = margins.map(({ sum }, m) => [["margins", m], sum] as const);
  const total = totalOfWeights(caller, given.total, sums, table.weights.length);
  const cells = sharesOfCells(table, margins);
  const reachable = margins.map(({ shares }, m) =>
    reachableMargin(cells, { categoryOf: table.categories[m] as readonly number[], targets: shares }),
  );
  const limits = bounds === undefined ? null : boundsOfCells(table, cells, bounds);
  const { converged, iterations } = rakeTable(cells, reachable, limits, patience);
  const fits = margins.flatMap((margin, m) =>
    fitsOf(margin, cells, table.counts, reachable[m] as TableMargin),
  );
  const worst = fits.reduce((a, b) => (residualOf(b) > residualOf(a) ? b : a));
  const maxResidual = residualOf(worst);
  const inWeights = (fit: MarginFit<K>): MarginFit<K> => ({
    ...fit,
    target: fit.target * total,
    achieved: fit.achieved * total,
  });
  const weights = weightsOfRows(table, cells, total);
  return {
    weights,
    total,
    converged: converged && maxResidual <= patience.tolerance,
    iterations,
    maxResidual,
    margins: fits.map(inWeights),
    worst: inWeights(worst),
    unreachable: fits.filter(({ target, achieved }) => target > 0 && achieved === 0).map(inWeights),
    bounded: limits === null ? 0 : rowsAtBounds(table, cells, limits),
    ...costOfWeights(caller, weights),
  };
}

/** How well the cells fit each category of a margin, in shares of all weight. */
function fitsOf<K extends string>(
  { name, categories, shares }: Margin<never, K>,
  cells: Float64Array,
  counts: readonly number[],
  margin: TableMargin,
): readonly MarginFit<K>[] {
  const n = weightsByCategory(counts, margin);
  const achieved = weightsByCategory(cells, margin);
  return categories.map((category, c) => ({
    margin: name,
    category,
    n: n[c] as number,
    target: shares[c] as number,
    achieved: achieved[c] as number,
  }));
}

function residualOf({ target, achieved }: MarginFit): number {
  return Math.abs(achieved - target);
}

function checkedPatience(
  caller: string,
  { tolerance = 1e-12, maxIterations = 1000 }: Pick<RakeOptions<never, never>, "tolerance" | "maxIterations">,
): Patience {
  const isCount = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= 100_000;
  return {
    tolerance: checkedNumber(
      caller,
      ["tolerance"],
      tolerance,
      "a number from 1e-14 to 1",
      (t) => t >= 1e-14 && t <= 1,
    ),
    maxIterations: checkedNumber(
      caller,
      ["maxIterations"],
      maxIterations,
      "a whole number from 1 to 100000",
      isCount,
    ),
  };
}
