// Packs the tarball, installs it, and exercises it on every runtime: each example of the doc comments must yield what it
// says, each golden number be met, each public function be used, and all runtimes agree.
//
//   npm run runtimes                  builds and packs what is tried
//   npm run runtimes -- package.tgz   tries that tarball
//
// test/runtimes/ holds the exercise and the runtimes, test/support/exerciseBundles.ts makes programs of it.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { agreementOf } from "../test/runtimes/agreement.ts";
import { flawsOfExamples, flawsOfGolden, flawsOfUse } from "../test/runtimes/flaws.ts";
import { outcomeInChromium } from "../test/runtimes/inChromium.mjs";
import { installRuntimes } from "../test/runtimes/installed.mjs";
import { WAYS } from "../test/runtimes/ways.mjs";
import { CHROMIUM } from "../test/support/chromium.ts";
import { bundleExercise } from "../test/support/exerciseBundles.ts";

/** Relative to each number. */
const TOLERANCE = 1e-12;

const root = fileURLToPath(new URL("..", import.meta.url));
const work = mkdtempSync(join(tmpdir(), "cx-metrics-runtimes-"));
const versions = new Set();
const references = {};
let furthest = { largest: 0, name: "none differs" };
let passed = 0;
let failed = 0;

function check(name, flaws) {
  if (flaws.length === 0) {
    passed++;
    return;
  }
  failed++;
  console.log(`FAIL  ${name}\n      ${flaws.slice(0, 5).join("\n      ")}`);
}

/** What cannot be checked on this machine. Where changes are let in nothing may be missing. */
function skip(name, reason) {
  if (process.env.CI) check(name, [reason]);
  else console.log(`skip  ${name}: ${reason}`);
}

function run(command, args, folder = work) {
  return execFileSync(command, args, {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1" },
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 120_000,
  });
}

function packedTarball() {
  const [, , given] = process.argv;
  if (given !== undefined) return resolve(given);
  run("npm", ["run", "build", "--silent"], root);
  run("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", work], root);
  return join(
    work,
    readdirSync(work).find((name) => name.endsWith(".tgz")),
  );
}

function install(tarball) {
  const { devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const peers = ["zod", "vega", "vega-lite"].map((name) => `${name}@${devDependencies[name]}`);
  const manifest = { name: "consumer", private: true, type: "module" };
  writeFileSync(join(work, "package.json"), JSON.stringify(manifest));
  run("npm", ["install", "--silent", "--no-audit", "--no-fund", tarball, ...peers]);
}

function keepVersion(name, program) {
  versions.add(`${name} ${/\d+(?:\.\d+)+/.exec(run(program, ["--version"]))[0]}`);
}

/** Runs the exercise in one way, and checks what came of it. */
async function tryOut(name, extent, exercise) {
  const before = failed;
  try {
    const outcome = await exercise();
    check(`${name}: examples`, flawsOfExamples(outcome));
    check(`${name}: golden numbers`, flawsOfGolden(outcome));
    check(`${name}: public functions`, flawsOfUse(outcome, extent));
    checkAgreement(name, extent, outcome);
    const { promised, golden, calls } = outcome;
    if (failed > before) return;
    console.log(
      `ok    ${name}: ${promised.length} promises, ${golden.held} golden cases, ${calls.length} results`,
    );
  } catch (error) {
    check(name, [`${error.stderr ?? ""}` || `${error}`]);
  }
}

/** The first runtime is the measure of the others. */
function checkAgreement(name, extent, { calls }) {
  references[extent] ??= calls;
  const { largest, differences } = agreementOf(
    comparable(name, calls),
    comparable(name, references[extent]),
    TOLERANCE,
  );
  if (largest > furthest.largest) furthest = { largest, name };
  check(`${name}: agreement with ${WAYS[0].name}`, differences);
}

/** Results under the names of their functions. A browser lays out pictures by its own fonts. */
function comparable(runtime, calls) {
  return calls
    .filter(({ name }) => !(runtime.startsWith("Chromium") && name === "chartSvg"))
    .map(({ name, result }) => ({ [name]: result }));
}

try {
  installRuntimes();
  install(packedTarball());
  for (const extent of ["root", "whole"]) await bundleExercise(extent, work);
  for (const { name, program, args, extent } of WAYS) {
    if (existsSync(program)) {
      keepVersion(name.split(/[ ,]/)[0], program);
      await tryOut(name, extent, () => JSON.parse(run(program, args)));
    } else skip(name, `none was installed for ${process.platform} on ${process.arch}`);
  }
  const inBrowser = "Chromium, ES module";
  if (CHROMIUM === null) skip(inBrowser, "none is installed");
  else {
    keepVersion("Chromium", CHROMIUM);
    await tryOut(inBrowser, "whole", () => outcomeInChromium(work));
  }
  console.log(`tried on ${[...versions].join(", ")}`);
  console.log(`largest relative difference: ${furthest.largest} (${furthest.name})`);
} finally {
  rmSync(work, { recursive: true, force: true, maxRetries: 5 });
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
