// What parseRows adds to the schema's own work, in time and in memory (row 11).

import { parseRows } from "cx-metrics";
import * as z from "zod";
import { figure, measure, printRatios, quartiles, ratioOf, report, seeded } from "./harness.ts";
import { started } from "./processes.ts";

const N = 1_000_000;
const Row = z.object({ id: z.string(), rating: z.int().min(0).max(10), comment: z.string().optional() });

/** Rows of which a share has a rating off the scale. */
function rowsOf(n: number, shareBad: number): unknown[] {
  const random = seeded(20260720);
  return Array.from({ length: n }, (_, i) => ({
    id: `response ${i}`,
    rating: random() < shareBad ? 11 : i % 11,
    comment: "fine",
  }));
}

/** The least a program would write: the good rows, and how many others there were. */
function bareLoop(rows: readonly unknown[]): unknown {
  const good: unknown[] = [];
  let bad = 0;
  for (const row of rows) {
    const result = Row.safeParse(row);
    if (result.success) good.push(result.data);
    else bad += result.error.issues.length;
  }
  return { good, bad };
}

/** Megabytes on the heap after the work and a collection, beyond what was there before. */
function megabytesKept(n: number, how: string): number {
  const rows = rowsOf(n, 1);
  global.gc?.();
  const before = process.memoryUsage().heapUsed;
  const result = how === "parseRows" ? parseRows(Row, rows) : z.array(Row).safeParse(rows).error?.issues;
  global.gc?.();
  const kept = (process.memoryUsage().heapUsed - before) / 1e6;
  // Both stay alive to here.
  if (result === undefined || rows.length !== n) throw new Error("nothing was refused");
  return kept;
}

async function speed(): Promise<void> {
  for (const [share, words] of [
    [0, "all good"],
    [0.1, "one in ten bad"],
    [1, "all bad"],
  ] as const) {
    const rows = rowsOf(N, share);
    const times = await measure(
      [
        { name: "safeParse", run: () => bareLoop(rows) },
        { name: "parseRows", run: () => parseRows(Row, rows) },
      ],
      7,
      1,
    );
    printRatios(`parseRows, ${N.toLocaleString("en")} rows, ${words}`, times, "safeParse");
    report({
      row: 11,
      what: `${words} ÷ loop of safeParse`,
      most: 1.1,
      ratio: ratioOf(times, "parseRows", "safeParse"),
    });
  }
}

async function memory(): Promise<void> {
  console.log("\nHeap kept after rows that are all bad, beyond the rows themselves");
  const kept = new Map<string, number>();
  for (const how of ["parseRows", "z.array"]) {
    for (const n of [N / 10, N]) {
      const megabytes = await started<number>("parseRows.ts", [how, String(n)]);
      kept.set(`${how} ${n}`, megabytes);
      console.log(`  ${how.padEnd(9)} ${n.toLocaleString("en").padStart(9)} rows ${figure(megabytes)} MB`);
    }
  }
  const few = kept.get(`parseRows ${N / 10}`) as number;
  const many = kept.get(`parseRows ${N}`) as number;
  report({ row: 11, what: "heap of 1e6 bad rows ÷ of 1e5", most: 1.1, ratio: quartiles([many / few]) });
}

const [how, n] = process.argv.slice(2);
if (how === undefined) {
  await speed();
  await memory();
} else {
  process.send?.(megabytesKept(Number(n), how));
}
