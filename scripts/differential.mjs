// Draws the cases of test/differential/ again, by R and Python, and looks whether they are those that are committed.
//
//   npm run differential               compares, and changes nothing
//   npm run differential -- --update   writes what the generators give, after a wanted change of one
//
// Another version of a peer may round otherwise: figures that agree to 1e-12 pass, and the version is named. Takes three
// minutes or so. The tests read the committed files and need neither R nor Python.

import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { check, conclude } from "./checks.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join("test", "differential");
const update = process.argv.includes("--update");
const PACKAGES =
  "r-base-core r-cran-survival r-cran-survey r-cran-mass python3-scipy python3-statsmodels python3-mpmath";

/** As a share of a figure. */
const TOLERANCE = 1e-12;

/** What rounding leaves where everything cancels is between these, and p-values, which may be far smaller, are not. */
const ROUNDING = { from: 1e-20, to: 1e-14 };

function run(command, args) {
  return execFileSync(command, args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** The first of the commands that can do that, or a throw that says what to install. */
function findCommand(commands, args, wanted) {
  const found = commands.find((command) => {
    try {
      run(command, args);
      return true;
    } catch {
      return false;
    }
  });
  if (found !== undefined) return found;
  throw new Error(`needs ${wanted}; on Debian: apt-get install ${PACKAGES}`);
}

const R = () =>
  findCommand(
    ["Rscript"],
    ["-e", "for (name in c('survival', 'survey', 'MASS')) loadNamespace(name)"],
    "R with its packages survival, survey and MASS",
  );
const python = () =>
  findCommand(
    ["/usr/bin/python3", "python3"],
    ["-c", "import scipy, statsmodels, mpmath"],
    "a Python with scipy, statsmodels and mpmath",
  );

const GENERATORS = [
  ["survival.R", R],
  ["survey.R", R],
  ["statistics.R", R],
  ["withScipy.py", python],
  ["withStatsmodels.py", python],
  ["exact.py", python],
];

/** Draws the cases of one generator, and says how they compare with the committed ones. */
function redraw(script, interpreter, work) {
  const name = `${script.slice(0, script.lastIndexOf("."))}.json`;
  const [committed, drawn] = [join(root, folder, name), join(work, name)];
  run(interpreter(), [join(folder, script), drawn]);
  if (update) {
    copyFileSync(drawn, committed);
    return "written";
  }
  const [before, now] = [committed, drawn].map((path) => readFileSync(path, "utf8"));
  if (before === now) return "the same to the last digit";
  const [{ made: madeBefore, ...sectionsBefore }, { made: madeNow, ...sections }] = [before, now].map(
    (text) => JSON.parse(text),
  );
  const found = differenceOf(name, sectionsBefore, sections);
  if (found !== null) throw new Error(`${found}\n(${versions(madeBefore)} then, ${versions(madeNow)} now)`);
  return `the same to ${TOLERANCE}, by ${versions(madeNow)} in place of ${versions(madeBefore)}`;
}

const versions = (made) =>
  Object.entries(made)
    .map(([name, version]) => `${name} ${version}`)
    .join(", ");

/** Where the two differ first, or `null`. */
function differenceOf(path, before, now) {
  if (typeof before === "number" && typeof now === "number") {
    const larger = Math.max(Math.abs(before), Math.abs(now));
    const isRounding = larger > ROUNDING.from && larger < ROUNDING.to;
    if (isRounding || Math.abs(now - before) <= TOLERANCE * larger) return null;
  } else if (typeof before === "object" && typeof now === "object" && before !== null && now !== null) {
    const names = Object.keys({ ...before, ...now });
    for (const name of names) {
      const found = differenceOf(`${path}.${name}`, before[name], now[name]);
      if (found !== null) return found;
    }
    return null;
  } else if (before === now) {
    return null;
  }
  return `${path} was ${JSON.stringify(before)}, and is ${JSON.stringify(now)}`;
}

const work = mkdtempSync(join(tmpdir(), "cx-metrics-differential-"));
try {
  for (const [script, interpreter] of GENERATORS) {
    check(script, () => console.log(`      ${script} is ${redraw(script, interpreter, work)}`));
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

conclude();
