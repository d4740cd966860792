// The packages that the benchmarks compare with, loaded where they are installed.
//
// They live in a folder of their own (`peers/`), so that whoever installs this project does not install them. Their types
// are the few lines that a benchmark uses.

import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { Job } from "./harness.ts";

const require = createRequire(new URL("./peers/package.json", import.meta.url));

/** A peer's module, or `null` where it is not installed or does not load on this machine. */
export async function peer<T>(name: string): Promise<T | null> {
  try {
    return (await import(pathToFileURL(require.resolve(name)).href)) as T;
  } catch {
    console.log(`  ${name}: not installed`);
    return null;
  }
}

/** A connection to an empty DuckDB in memory. */
export interface DuckDB {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRows(): readonly (readonly unknown[])[] }>;
  createAppender(table: string): Promise<DuckDBAppender>;
}

interface DuckDBAppender {
  appendVarchar(value: string): void;
  appendBigInt(value: bigint): void;
  appendInteger(value: number): void;
  endRow(): void;
  closeSync(): void;
}

interface DuckDBModule {
  readonly DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<DuckDB> }> };
}

export async function duckDB(): Promise<DuckDB | null> {
  const duckdb = await peer<DuckDBModule>("@duckdb/node-api");
  return duckdb === null ? null : (await duckdb.DuckDBInstance.create(":memory:")).connect();
}

/** A query by as many threads as DuckDB takes of itself, and by one, which is what this package has. */
export function queryJobs(database: DuckDB, name: string, sql: string): readonly Job[] {
  const rows = async (): Promise<unknown> => (await database.runAndReadAll(sql)).getRows();
  const alone = async (): Promise<unknown> => {
    await database.run("SET threads = 1");
    const found = await rows();
    await database.run("RESET threads");
    return found;
  };
  return [
    { name, run: rows },
    { name: `${name}, one thread`, run: alone },
  ];
}

const BINCOUNT = `
import sys, numpy
ratings = numpy.frombuffer(sys.stdin.buffer.read(int(sys.argv[1])), dtype=numpy.uint8).astype(numpy.int64)
for line in sys.stdin.buffer:
    print(numpy.bincount(ratings, minlength=11).sum(), flush=True)
`;

/** numpy's count of the same ratings, in a process that has them in memory; `null` where Python or numpy is not here. */
export function numpyBincount(ratings: Uint8Array): { run(): Promise<unknown>; close(): void } | null {
  if (spawnSync("python3", ["-c", "import numpy"]).status !== 0) {
    console.log("  numpy: not installed");
    return null;
  }
  const python: ChildProcessWithoutNullStreams = spawn("python3", ["-c", BINCOUNT, String(ratings.length)]);
  python.stdin.write(ratings);
  return {
    run: async () => {
      python.stdin.write("\n");
      return (await once(python.stdout, "data")) as unknown;
    },
    close: () => python.stdin.end(),
  };
}
