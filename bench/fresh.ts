// One container in a process of its own, before or after other kinds have been through. bench/containers.ts starts it.

import { NPS_SCALE, tally, tallyRows } from "cx-metrics";
import { type Job, measure, ratioOf, seeded } from "./harness.ts";

export type Kind = "array" | "bytes" | "doubles" | "rows";

interface Row {
  readonly rating: number;
}

const N = 1_000_000;
const random = seeded(20260413);
const ratings: readonly number[] = Array.from({ length: N }, () => Math.floor(random() * 11));
const some = ratings.slice(0, 20_000);

/** Eight kinds of containers, as an application that scores all sorts of answers would send them. */
function feedContainers(): void {
  const kinds = [Uint8Array, Int8Array, Int16Array, Int32Array, Float32Array, Float64Array] as const;
  for (let round = 0; round < 20; round++) {
    for (const kind of kinds) tally(kind.from(some), NPS_SCALE);
    tally(new Set(some), NPS_SCALE);
    tally(some.values(), NPS_SCALE);
    tally([...some, null], NPS_SCALE);
  }
}

/** Nine shapes of rows, through eight accessors. */
function feedRows(): void {
  const shapes = Array.from({ length: 9 }, (_, shape) =>
    some.map((rating) => ({ ...Object.fromEntries([[`column${shape}`, shape]]), rating })),
  );
  const accessors: ((row: Row) => number)[] = [
    (row) => row.rating,
    (row) => row["rating"],
    ({ rating }) => rating,
    (row) => +row.rating,
    (row) => row.rating | 0,
    (row) => Math.min(row.rating, 10),
    (row) => Number(row.rating),
    (row) => Math.max(row.rating, 0),
  ];
  for (let round = 0; round < 5; round++) {
    for (const rows of shapes) for (const rating of accessors) tallyRows(rows, { scale: NPS_SCALE, rating });
  }
}

/** The job, and the loop over the same data that only sums. */
function pairOf(kind: Kind): readonly [sum: Job["run"], fold: Job["run"]] {
  if (kind === "rows") {
    const rows: readonly Row[] = ratings.map((rating, id) => ({ id, rating, plan: id % 3 }));
    const sum = (): number => {
      let total = 0;
      for (let i = 0; i < rows.length; i++) total += (rows[i] as Row).rating;
      return total;
    };
    return [sum, () => tallyRows(rows, { scale: NPS_SCALE, rating: (row) => row.rating })];
  }
  const given =
    kind === "array" ? ratings : kind === "bytes" ? Uint8Array.from(ratings) : Float64Array.from(ratings);
  const sum = (): number => {
    let total = 0;
    for (let i = 0; i < given.length; i++) total += given[i] as number;
    return total;
  };
  return [sum, () => tally(given, NPS_SCALE)];
}

const [kind, history] = process.argv.slice(2);
if (history === "used") {
  feedContainers();
  feedRows();
}
const [sum, fold] = pairOf(kind as Kind);
const times = await measure([
  { name: "sum", run: sum },
  { name: "fold", run: fold },
]);
process.send?.(ratioOf(times, "fold", "sum").median);
