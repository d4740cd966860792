// A sample as a table: rows counted into cells, one for each combination of categories that occurs.

import { type Path, refusal, refusalInWords, requireFunction, requireObject } from "../errors.ts";
import { type GroupReaders, readValue } from "../records/grouping.ts";
import { mapEntry } from "../records/mapEntry.ts";
import { isUsableWeight, SMALLEST_WEIGHT, USABLE_WEIGHT } from "../records/weight.ts";
import { checkedTarget, sumOfTargets } from "./targets.ts";

/** One margin of the population, and how to read a row's category in it. */
export interface Margin<Row, K extends string> {
  readonly name: K;
  readonly read: GroupReaders<Row, K>[K];
  readonly categories: readonly string[];
  /** The share of each category. */
  readonly shares: readonly number[];
  /** What the targets add up to. */
  readonly sum: number;
  readonly placeOf: ReadonlyMap<string, number>;
}

/** The margins that an option describes, or a throw. */
export function checkedMargins<Row, K extends string>(
  caller: string,
  margins: { readonly [D in K]: { readonly [category: string]: number } },
  by: Partial<GroupReaders<Row, K>>,
): readonly Margin<Row, K>[] {
  requireObject(caller, ["margins"], margins);
  requireObject(caller, ["by"], by);
  const entries = Object.entries(margins) as [K, { readonly [category: string]: number }][];
  if (entries.length === 0) {
    throw refusalInWords(caller, "invalid-argument", ["margins"], "one margin or more", "none");
  }
  const stray = Object.keys(by).some((name) => !Object.hasOwn(margins, name));
  if (stray) {
    throw refusalInWords(caller, "invalid-argument", ["by"], "readers of the margins", "another one");
  }
  return entries.map(([name, targets], m) => {
    const read = by[name] ?? ((row: Row) => (row as GroupReaders<unknown, K>)[name] as never);
    requireFunction(caller, ["by", name], read);
    return { name, read, ...checkedShares(caller, ["margins", m], targets) };
  });
}

function checkedShares(
  caller: string,
  path: Path,
  targets: { readonly [category: string]: number },
): Pick<Margin<never, never>, "categories" | "shares" | "sum" | "placeOf"> {
  requireObject(caller, path, targets, "an object with a target for each category");
  const categories = Object.keys(targets);
  const checked = Object.values(targets).map((target, i) => checkedTarget(caller, [...path, i], target));
  const sum = sumOfTargets(caller, path, checked);
  const placeOf = new Map(categories.map((category, i) => [category, i]));
  return { categories, shares: checked.map((target) => target / sum), sum, placeOf };
}

/** Rows counted into cells. */
export interface SampleTable {
  /** The weight that each row has before. */
  readonly weights: readonly number[];
  /** The cell of each row. */
  readonly cellOf: readonly number[];
  /** For each cell, how many rows are in it. */
  readonly counts: readonly number[];
  /** For each cell, what its rows weigh together before. */
  readonly masses: readonly number[];
  /** For each margin, the category of each cell. */
  readonly categories: readonly (readonly number[])[];
}

/**
 * Counts rows into cells, in one pass.
 *
 * @param splitByWeight - whether rows of different weights before are in different cells
 */
export function sampleTable<Row, K extends string>(
  caller: string,
  rows: Iterable<Row>,
  margins: readonly Margin<Row, K>[],
  weight: ((row: Row) => number) | undefined,
  splitByWeight: boolean,
): SampleTable {
  const weights: number[] = [];
  const cellOf: number[] = [];
  const counts: number[] = [];
  const masses: number[] = [];
  const categories: number[][] = margins.map(() => []);
  const places: number[] = [];
  const root: Branch = new Map();
  let index = 0;
  for (const row of rows) {
    let branch = root;
    for (let m = 0; m < margins.length; m++) {
      const place = placeIn(caller, margins[m] as Margin<Row, K>, row, index);
      places[m] = place;
      branch = mapEntry(branch, place, newBranch) as Branch;
    }
    const before = weight === undefined ? 1 : checkedWeight(caller, index, weight(row));
    const cell = mapEntry(branch, splitByWeight ? before : 0, () => {
      for (let m = 0; m < places.length; m++) categories[m]?.push(places[m] as number);
      return counts.push(0) - 1;
    }) as number;
    weights.push(before);
    cellOf.push(cell);
    counts[cell] = (counts[cell] as number) + 1;
    masses[cell] = (masses[cell] ?? 0) + before;
    index++;
  }
  return { weights, cellOf, counts, masses, categories };
}

/** The cells' shares of all weight before, without the cells in a category that is to have none. */
export function sharesOfCells(
  { masses, categories }: SampleTable,
  margins: readonly { readonly shares: readonly number[] }[],
): Float64Array {
  const wanted = Float64Array.from(masses, (mass, cell) =>
    margins.every(({ shares }, m) => shares[categories[m]?.[cell] as number] !== 0) ? mass : 0,
  );
  let sum = 0;
  for (const mass of wanted) sum += mass;
  return sum === 0 ? wanted : wanted.map((mass) => mass / sum);
}

/** What each row weighs, given the shares of the cells. Weights too small to reckon with are 0. */
export function weightsOfRows(
  { weights, cellOf, masses }: SampleTable,
  cells: ArrayLike<number>,
  total: number,
): number[] {
  return weights.map((before, row) => {
    const cell = cellOf[row] as number;
    const mass = masses[cell] as number;
    return mass === 0 ? 0 : usable(before * (((cells[cell] as number) * total) / mass));
  });
}

/** The weight, or 0 where it is too small to reckon with. */
export function usable(weight: number): number {
  return weight < SMALLEST_WEIGHT ? 0 : weight;
}

/** A node of the tree of categories: below it one for each category of the next margin, last the number of the cell. */
type Branch = Map<number, Branch | number>;

function newBranch(): Branch {
  return new Map();
}

function placeIn<Row, K extends string>(
  caller: string,
  margin: Margin<Row, K>,
  row: Row,
  index: number,
): number {
  if (row === null || row === undefined) {
    throw refusal(caller, "invalid-argument", ["rows", index], "a row", row);
  }
  const value = readValue(caller, margin, index, row);
  const place = value === null ? undefined : margin.placeOf.get(String(value));
  if (place !== undefined) return place;
  const requirement = "a category that has a target";
  const got = value === null ? "a missing value" : "another value";
  throw refusalInWords(caller, "invalid-argument", ["by", margin.name, index], requirement, got);
}

/** The weight of a row before, or a throw. */
export function checkedWeight(caller: string, index: number, weight: unknown): number {
  if (isUsableWeight(weight)) return weight;
  throw refusal(caller, "invalid-weight", ["weight", index], USABLE_WEIGHT, weight);
}
