// Poststratification: weights that bring a sample to the population, combination by combination.

import {
  type CxMetricsError,
  checkedOptions,
  refusal,
  refusalInWords,
  requireFunction,
  requireIterable,
} from "../errors.ts";
import { type GroupKey, type GroupReaders, groupingBy } from "../records/grouping.ts";
import { compareValues, valuesOf } from "./checkedGroups.ts";
import { type CostOfWeights, costOfWeights } from "./effectiveSampleSize.ts";
import { checkedWeight, usable } from "./sampleTable.ts";
import { checkedTarget, sumOfTargets, totalOfWeights } from "./targets.ts";

/** What the rows of one cell should weigh together. */
export interface CellTarget<K extends string = string> {
  /** The cell's value in each property. */
  readonly key: GroupKey<K>;
  /** Its share or head count in the population: 0, or a number from 1e-100 to 1e100. */
  readonly target: number;
}

/** How {@link poststratify} reads a row, and what it weights to. */
export interface PoststratifyOptions<Row, K extends string> {
  /** For each property, how to read a row's value of it. A missing value is one of its own, `null`. */
  readonly by: GroupReaders<Row, K>;
  /** The target of each cell of the full cross of the properties, each once. */
  readonly targets: Iterable<CellTarget<NoInfer<K>>>;
  /**
   * Reads the weight that a row has before: 0, or a number from 1e-100 to 1e100. A weight of 0 stays 0.
   * @defaultValue every row weighs the same
   */
  readonly weight?: ((row: Row) => number) | undefined;
  /**
   * What the targets add up to in the weights.
   * @defaultValue the total of the targets; the number of rows where those add up to 1
   */
  readonly total?: number | undefined;
}

/** How well the weights fit one cell. */
export interface CellFit<K extends string = string> extends CellTarget<K> {
  /** How many rows are in it. */
  readonly n: number;
  /** What its rows weigh together: `target`, in the unit of the weights, or 0 where it cannot be reached. */
  readonly achieved: number;
}

/** Weights that {@link poststratify} made, and the cells. */
export interface Poststratification<K extends string = string> extends CostOfWeights {
  /** A weight for each row, in the order of the rows. */
  readonly weights: readonly number[];
  /** What the targets add up to, and the weights too where every cell is reached. */
  readonly total: number;
  /** Whether every cell with a target above 0 has rows to fill it. */
  readonly complete: boolean;
  /** Every cell with its target in the unit of the weights, sorted by key. */
  readonly cells: readonly CellFit<K>[];
  /** The cells with a target above 0 that no row, or no row of any weight, can fill. */
  readonly unreachable: readonly CellFit<K>[];
}

/**
 * Which weights make a sample look like its population, when the size of every combination of properties is known?
 *
 * Cell weighting: each row weighs its cell's target ÷ what the cell weighs in the sample. Exact, and without iterations; it
 * needs rows in every cell. Where only the totals of each property are known, or cells run empty, {@link rake}
 * needs less.
 *
 * Targets are shares (adding up to 1, give or take 0.01) or head counts; their total is what the weights add up to, or for
 * shares the number of rows, which makes the mean weight 1. A cell with a target and no rows is listed in `unreachable`,
 * and `complete` is `false`: the others hit their targets, and nobody stands for the missing ones; merge such cells with
 * similar ones. A row in a cell that has no target throws; a target of 0 gives its rows the weight 0. Look at
 * `designEffect`: small cells make large weights.
 *
 * No rows give no weights.
 *
 * Source: D. Holt & T. M. F. Smith, "Post Stratification", Journal of the Royal Statistical Society A 142 (1979); as R's
 * `survey::postStratify`.
 *
 * @param rows - those who answered, in any iterable
 * @param options - the targets, and how to read a row
 * @returns weights in the order of the rows; the rows are not modified
 * @throws {@link CxMetricsError} `invalid-argument` for a row in a cell that has no target, naming its index, and for targets
 * of other properties or two of one cell; `invalid-weight` for an unusable weight
 *
 * @example
 * ```ts
 * import { poststratify } from "cx-metrics";
 *
 * const rows = [{ plan: "Basic" }, { plan: "Pro" }, { plan: "Pro" }, { plan: "Pro" }];
 * const { weights, designEffect } = poststratify(rows, {
 *   by: { plan: (row) => row.plan },
 *   targets: [
 *     { key: { plan: "Basic" }, target: 500 },
 *     { key: { plan: "Pro" }, target: 300 },
 *   ],
 * });
 * weights; // → [500, 100, 100, 100]
 * designEffect; // → 1.75
 * ```
 */
export function poststratify<Row, const K extends string>(
  rows: Iterable<Row>,
  options: PoststratifyOptions<Row, K>,
): Poststratification<K> {
  const caller = "poststratify";
  requireIterable(caller, ["rows"], rows);
  const { by, weight, ...given } = checkedOptions(caller, options, ["by", "targets", "weight", "total"]);
  if (weight !== undefined) requireFunction(caller, ["weight"], weight);
  const strata = groupingBy(caller, by, (): Stratum => ({ n: 0, mass: 0, target: 0 }));
  const weightsBefore: number[] = [];
  const stratumOf: Stratum[] = [];
  for (const row of rows) {
    const index = stratumOf.length;
    const stratum = strata.summaryOf(row, index);
    const before = weight === undefined ? 1 : checkedWeight(caller, index, weight(row));
    stratum.n++;
    stratum.mass += before;
    stratumOf.push(stratum);
    weightsBefore.push(before);
  }
  const targets = checkedTargets<K>(caller, given.targets, Object.keys(by));
  const sum = sumOfTargets(
    caller,
    ["targets"],
    [...targets.values()].map(({ target }) => target),
  );
  const total = totalOfWeights(caller, given.total, [[["targets"], sum]], stratumOf.length);
  const filled = new Map<string, Stratum>();
  for (const { key, summary } of strata.sorted()) {
    const name = JSON.stringify(Object.values(key));
    const cell = targets.get(name);
    if (cell === undefined) throw withoutTarget(caller, stratumOf.indexOf(summary));
    // With the ratio first, head counts stay as they are, to the last digit.
    summary.target = cell.target * (total / sum);
    filled.set(name, summary);
  }
  const weights = stratumOf.map(({ mass, target }, row) =>
    mass === 0 ? 0 : usable((weightsBefore[row] as number) * (target / mass)),
  );
  const cells = [...targets].map(([name, { key, target }]): CellFit<K> => {
    const { n = 0, mass = 0 } = filled.get(name) ?? {};
    const wanted = target * (total / sum);
    return { key, target: wanted, n, achieved: mass === 0 ? 0 : wanted };
  });
  const unreachable = cells.filter(({ target, achieved }) => target > 0 && achieved === 0);
  return {
    weights,
    total,
    complete: unreachable.length === 0,
    cells,
    unreachable,
    ...costOfWeights(caller, weights),
  };
}

/** The rows of one cell. */
interface Stratum {
  n: number;
  /** What they weigh together before. */
  mass: number;
  /** What they should weigh together. */
  target: number;
}

/** The targets by the text of their keys, sorted by key, or a throw. */
function checkedTargets<K extends string>(
  caller: string,
  targets: Iterable<CellTarget<K>>,
  dimensions: readonly string[],
): ReadonlyMap<string, CellTarget<K>> {
  requireIterable(caller, ["targets"], targets);
  const checked = Array.from(targets, (given, index) => {
    const path = ["targets", index];
    if (typeof given?.key !== "object" || given.key === null) {
      throw refusal(caller, "invalid-argument", path, "a key and a target", given);
    }
    const values = valuesOf(caller, [...path, "key"], given.key, dimensions);
    const key = Object.fromEntries(dimensions.map((name, d) => [name, values[d]])) as GroupKey<K>;
    return { index, values, key, target: checkedTarget(caller, [...path, "target"], given.target) };
  });
  // Targets of one cell stay in the order given: the sort is stable.
  checked.sort((a, b) => compareValues(a.values, b.values));
  const byName = new Map<string, CellTarget<K>>();
  for (const { index, values, key, target } of checked) {
    const name = JSON.stringify(values);
    if (byName.has(name)) {
      const requirement = "a cell of its own";
      throw refusalInWords(
        caller,
        "invalid-argument",
        ["targets", index],
        requirement,
        "a second target for it",
      );
    }
    byName.set(name, { key, target });
  }
  return byName;
}

function withoutTarget(caller: string, row: number): CxMetricsError {
  return refusalInWords(
    caller,
    "invalid-argument",
    ["rows", row],
    "in a cell that has a target",
    "a row in another",
  );
}
