// What it costs that a process has folded other kinds of containers and rows before (rows 3 and 4).
//
// An engine compiles a loop for what it has seen there, so that each figure needs a process of its own.

import type { Kind } from "./fresh.ts";
import { inWords, quartiles, type Ratio, report } from "./harness.ts";
import { started } from "./processes.ts";

const ROUNDS = 5;

/** A fold's time over the sum loop's, in a fresh process and in one that has seen other kinds. */
async function histories(
  kind: Kind,
): Promise<{ readonly fresh: Ratio; readonly used: Ratio; readonly lost: Ratio }> {
  const fresh: number[] = [];
  const used: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    fresh.push(await started<number>("fresh.ts", [kind, "fresh"]));
    used.push(await started<number>("fresh.ts", [kind, "used"]));
  }
  const lost = used.map((ratio, round) => ratio / (fresh[round] as number));
  return { fresh: quartiles(fresh), used: quartiles(used), lost: quartiles(lost) };
}

console.log("\nIn a process of its own\n  time ÷ sum loop: median [q25 - q75]");
for (const kind of ["array", "bytes", "doubles", "rows"] as const) {
  const { fresh, used, lost } = await histories(kind);
  console.log(`  ${kind.padEnd(8)} fresh ${inWords(fresh)}   after other kinds ${inWords(used)}`);
  if (kind === "rows") {
    report({ row: 3, what: "tallyRows ÷ sum, fresh", most: 1.6, ratio: fresh });
    report({ row: 3, what: "tallyRows ÷ sum, after other rows", most: 2.6, ratio: used });
  } else {
    report({
      row: 4,
      what: `${kind} after ÷ before other kinds`,
      most: kind === "array" ? 4 : 1.3,
      ratio: lost,
    });
  }
}
