// How many bytes a web page carries (row 10): what `npm run size` measures, over the goals.

import { spawnSync } from "node:child_process";
import { figure, report } from "./harness.ts";

const GOALS: readonly (readonly [name: string, kilobytes: number])[] = [
  ["nps alone", 2.5],
  ["root entry", 30],
];

const { stdout } = spawnSync("npx", ["size-limit", "--json"], { cwd: new URL("..", import.meta.url) });
const sizes: readonly { readonly name: string; readonly size: number }[] = JSON.parse(String(stdout));
console.log("\nBundle sizes, minified and gzipped");
for (const { name, size } of sizes) console.log(`  ${name.padEnd(36)} ${figure(size / 1000)} kB`);
for (const [name, kilobytes] of GOALS) {
  const size = sizes.find((one) => one.name === name)?.size;
  if (size === undefined) continue;
  const share = size / (1000 * kilobytes);
  const ratio = { median: share, q25: share, q75: share };
  report({ row: 10, what: `${name} ÷ ${kilobytes} kB`, most: 1, ratio });
}
