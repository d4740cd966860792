// Mutants that no test fails with, beside the reasons why that is right: run after `npm run mutation`.
//
// `npm run survivors` compares the report with test/mutation/survivors.json and names each survivor that has no reason there, and each
// reason whose mutant is killed by now. With `--update` the list becomes what the report says, reasons kept. Several reports may be
// given by path, one for each part of the code.

import { readFileSync, writeFileSync } from "node:fs";

const LIST = new URL("../test/mutation/survivors.json", import.meta.url);
const NO_REASON = "no reason given";

const given = process.argv.slice(2);
const update = given.includes("--update");
const paths = given.filter((argument) => argument !== "--update");
const reports = paths.length > 0 ? paths : ["reports/mutation/mutation.json"];

/** The text between two places of a source. */
function between(source, { start, end }) {
  const lines = source.split("\n").slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  return lines.join("\n");
}

/** What identifies a mutant while lines above it come and go: the line it begins on, and what becomes what. */
function wordsOf(source, { location, replacement }) {
  const short = (text) => text.replaceAll(/\s+/g, " ").slice(0, 100);
  const line = source.split("\n")[location.start.line - 1].trim();
  return { line, from: short(between(source, location)), to: short(replacement ?? "") };
}

const keyOf = ({ line, from, to }) => JSON.stringify([line, from, to]);

const known = JSON.parse(readFileSync(LIST, "utf8"));
const list = { ...known };
let [killed, survived, unexplained, outdated] = [0, 0, 0, 0];
for (const path of reports) {
  for (const [file, { source, mutants }] of Object.entries(JSON.parse(readFileSync(path, "utf8")).files)) {
    const reasons = new Map((known[file] ?? []).map((one) => [keyOf(one), one.reason]));
    const alive = mutants.filter(({ status }) => status === "Survived" || status === "NoCoverage");
    const found = new Map(alive.map((mutant) => [keyOf(wordsOf(source, mutant)), mutant]));
    killed += mutants.filter(({ status }) => status === "Killed" || status === "Timeout").length;
    survived += alive.length;
    for (const [key, { location, mutatorName }] of found) {
      if ((reasons.get(key) ?? NO_REASON) !== NO_REASON) continue;
      unexplained++;
      const [, from, to] = JSON.parse(key);
      console.log(`${file}:${location.start.line} ${mutatorName}: ${from} → ${to}`);
    }
    for (const key of reasons.keys()) {
      if (found.has(key)) continue;
      outdated++;
      console.log(`${file}: killed by now, or gone: ${key}`);
    }
    const entries = [...found.keys()].map((key) => {
      const [line, from, to] = JSON.parse(key);
      return { line, from, to, reason: reasons.get(key) ?? NO_REASON };
    });
    if (entries.length > 0) list[file] = entries;
    else delete list[file];
  }
}
if (update) {
  const sorted = Object.fromEntries(Object.entries(list).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(LIST, `${JSON.stringify(sorted, null, 1)}\n`);
}
const score = ((100 * killed) / (killed + survived)).toFixed(1);
console.log(
  `${killed} of ${killed + survived} mutants killed (${score} %); ${unexplained} survivors without a reason, ${outdated} reasons out of date`,
);
process.exitCode = unexplained + outdated > 0 ? 1 : 0;
