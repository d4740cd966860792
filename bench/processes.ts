// Benchmarks in processes of their own.

import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Runs a file of this folder, handing each message it sends to `receive`. */
export async function run(
  file: string,
  args: readonly string[],
  receive: (message: unknown) => void,
): Promise<void> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = fork(path, args, {
    execArgv: [...process.execArgv.filter((flag) => flag !== "--expose-gc"), "--expose-gc"],
  });
  child.on("message", receive);
  const status = await new Promise((resolve) => child.on("close", resolve));
  if (status !== 0) console.log(`  ${file} ended with status ${String(status)}`);
}

/** What a file of this folder sends. */
export async function started<T>(file: string, args: readonly string[]): Promise<T> {
  let answer: T | undefined;
  await run(file, args, (message) => {
    answer = message as T;
  });
  if (answer === undefined) throw new Error(`${file} sent nothing`);
  return answer;
}
