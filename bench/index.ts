// All benchmarks, each in a process of its own, and a table of the goals at the end. `npm run bench` runs it.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { figure, type Goal, inWords } from "./harness.ts";
import { run } from "./processes.ts";

const TOPICS = [
  "tally.ts",
  "containers.ts",
  "groups.ts",
  "cohorts.ts",
  "survival.ts",
  "bootstrap.ts",
  "start.ts",
  "size.ts",
  "parseRows.ts",
  "memory.ts",
  "charts.ts",
];

function installPeers(): void {
  const folder = fileURLToPath(new URL("peers", import.meta.url));
  if (existsSync(`${folder}/node_modules`)) return;
  console.log("Installing what the package is compared with into bench/peers/");
  const { status } = spawnSync("npm", ["ci", "--silent"], { cwd: folder });
  if (status !== 0) console.log("Not all of it could be installed; those rows are left out");
}

function verdict({ row, what, most, ratio }: Goal): string {
  const met = ratio.median <= most ? "met" : "NOT MET";
  return `  ${String(row).padStart(3)}  ${what.padEnd(46)} ${inWords(ratio)}  ≤ ${figure(most)}  ${met}`;
}

installPeers();
console.log(`Node ${process.versions.node}, V8 ${process.versions.v8}`);
const goals: Goal[] = [];
for (const topic of TOPICS) await run(topic, [], (goal) => goals.push(goal as Goal));
console.log("\nGoals of docs/performance.md: row, ours ÷ reference [q25 - q75], goal");
for (const goal of goals.sort((a, b) => a.row - b.row)) console.log(verdict(goal));
