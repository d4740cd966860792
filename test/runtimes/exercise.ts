// The exercise: the examples of the doc comments and the golden numbers, against the package as it is installed. One
// program for every runtime; it compares nothing with other runtimes, but hands over what came of each call.

import { type Call, calls, plain, used } from "./recorder.ts";
import { runTests } from "./vitest.ts";

/** An example as a function of what it may load and of what keeps its promises. */
export interface Example {
  readonly place: string;
  readonly run: (exports: object, load: (name: string) => unknown, promised: Keep) => Promise<void>;
}

type Keep = (line: string, actual: unknown, kind: string, literal: string) => void;

/** What an example said of an expression, and the value that the expression had. */
export interface Promised {
  readonly place: string;
  readonly line: string;
  readonly actual: unknown;
  readonly kind: string;
  readonly literal: string;
}

/** All that came of the exercise, as plain JSON. */
export interface Outcome {
  readonly calls: readonly Call[];
  readonly used: readonly string[];
  readonly promised: readonly Promised[];
  readonly golden: { readonly held: number; readonly failures: readonly string[] };
  readonly failures: readonly string[];
}

/** Runs everything, one after the other, and hands the outcome over: on the standard output, or to the page's server. */
export async function exercise(
  examples: readonly Example[],
  modules: Readonly<Record<string, unknown>>,
): Promise<void> {
  const golden = runTests();
  const promised: Promised[] = [];
  const failures: string[] = [];
  for (const { place, run } of examples) {
    const keep: Keep = (line, actual, kind, literal) => {
      promised.push({ place, line, actual: plain(actual), kind, literal });
    };
    try {
      await run({}, (name) => modules[name], keep);
    } catch (error) {
      failures.push(`${place}: ${error}`);
    }
  }
  const outcome: Outcome = { calls, used: [...used], promised, golden, failures };
  await handOver(JSON.stringify(outcome));
}

async function handOver(text: string): Promise<void> {
  if ("document" in globalThis) await fetch("/outcome", { method: "POST", body: text });
  else console.log(text);
}
