// Grouping: rows sorted into groups by their values in any number of dimensions, in one pass.

import { naming, refusal, requireFunction, requireObject } from "../errors.ts";
import { compareGroupValues, type GroupValue, groupValueOrUndefined } from "./groupValue.ts";

/** A group's value in each dimension. */
export type GroupKey<K extends string> = { readonly [D in K]: GroupValue };

/** For each dimension, how to read a row's value in it. */
export type GroupReaders<Row, K extends string> = {
  readonly [D in K]: (row: Row) => GroupValue | undefined;
};

/** The groups that rows fall into, each with a summary in the making. */
export interface Grouping<Row, K extends string, Summary> {
  /** The summary of the group of a row; made where the row is its group's first. */
  readonly summaryOf: (row: Row, index: number) => Summary;
  /** The groups so far, sorted by key. */
  readonly sorted: () => readonly { readonly key: GroupKey<K>; readonly summary: Summary }[];
}

/** A dimension by name, and how to read a row's value in it. */
export interface Dimension<Row, K extends string> {
  readonly name: K;
  readonly read: (row: Row) => GroupValue | undefined;
}

/** A node of the tree of keys: below it a branch for each value of the next dimension, in it the group that ends here. */
interface Branch<Summary> {
  readonly values: readonly GroupValue[];
  /** Below texts. Engines find a property of an object without a prototype faster than an entry of a Map. */
  readonly named: Record<string, Branch<Summary>>;
  /** Below all other values. */
  readonly others: Map<GroupValue, Branch<Summary>>;
  group: Group<Summary> | null;
}

interface Group<Summary> {
  readonly values: readonly GroupValue[];
  readonly summary: Summary;
}

/** Grouping by the readers of an option `by`, or a throw where they are none. */
export function groupingBy<Row, K extends string, Summary>(
  caller: string,
  by: GroupReaders<Row, K>,
  emptySummary: () => Summary,
): Grouping<Row, K, Summary> {
  requireObject(caller, ["by"], by, "an object of functions, such as { plan: (row) => row.plan }");
  const dimensions = (Object.keys(by) as K[]).map((name) => ({ name, read: by[name] }));
  for (const { name, read } of dimensions) requireFunction(caller, ["by", name], read);
  const root = branchAt<Summary>([]);
  const groups: Group<Summary>[] = [];
  return {
    summaryOf: (row, index) => {
      const branch = branchOf(caller, root, dimensions, index, row);
      if (branch.group === null) {
        branch.group = { values: branch.values, summary: emptySummary() };
        groups.push(branch.group);
      }
      return branch.group.summary;
    },
    sorted: () =>
      [...groups]
        .sort((a, b) => compareKeys(a.values, b.values))
        .map(({ values, summary }) => ({ key: keyOf(dimensions, values), summary })),
  };
}

/** Walks the tree of keys along a row's values. Joining values to one string key would merge some of them. */
function branchOf<Row, Summary>(
  caller: string,
  root: Branch<Summary>,
  dimensions: readonly Dimension<Row, string>[],
  index: number,
  row: Row,
): Branch<Summary> {
  let branch = root;
  for (let d = 0; d < dimensions.length; d++) {
    const value = readValue(caller, dimensions[d] as Dimension<Row, string>, index, row);
    const next = typeof value === "string" ? branch.named[value] : branch.others.get(value);
    branch = next ?? grown(branch, value);
  }
  return branch;
}

function branchAt<Summary>(values: readonly GroupValue[]): Branch<Summary> {
  return { values, named: Object.create(null), others: new Map(), group: null };
}

function grown<Summary>({ values, named, others }: Branch<Summary>, value: GroupValue): Branch<Summary> {
  const branch = branchAt<Summary>([...values, value]);
  if (typeof value === "string") named[value] = branch;
  else others.set(value, branch);
  return branch;
}

/** A row's value in one dimension, `null` where it is missing. */
export function readValue<Row>(
  caller: string,
  { name, read }: Dimension<Row, string>,
  index: number,
  row: Row,
): GroupValue {
  let given: GroupValue;
  try {
    given = read(row) ?? null;
  } catch (error) {
    // A place in words for every row would cost more than the rest of the work.
    return naming(caller, ["by", name, index], () => {
      throw error;
    });
  }
  const value = groupValueOrUndefined(given);
  if (value !== undefined) return value;
  const requirement = "a string, a finite number, a boolean or missing";
  throw refusal(caller, "invalid-argument", ["by", name, index], requirement, given);
}

/** `Object.fromEntries` makes an ordinary property of any name, `__proto__` included. */
function keyOf<K extends string>(
  dimensions: readonly { readonly name: K }[],
  values: readonly GroupValue[],
): GroupKey<K> {
  const entries = dimensions.map(({ name }, d) => [name, values[d]] as const);
  return Object.fromEntries(entries) as GroupKey<K>;
}

function compareKeys(a: readonly GroupValue[], b: readonly GroupValue[]): number {
  const orders = a.map((value, d) => compareGroupValues(value, b[d] as GroupValue));
  // No two groups have the same key.
  return orders.find((order) => order !== 0) as number;
}
