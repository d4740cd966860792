// Stryker's test runner for this package: all tests in one process, loaded once.
//
// Stryker's own runner for Vitest starts a worker and loads the tests anew for each of some fifteen thousand mutants, which takes
// half a day. Here a mutant is switched on where it stands, and the tests that reach it run until one fails, those of its own
// folder first and the quick ones before the slow. What an earlier mutant left in a memory of the package never decides: a test that
// fails must pass again once the mutant is off, and a mutant that no test fails with is tried once more with everything loaded anew.

import { readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { compileFunction, constants, Script } from "node:vm";
import { build } from "esbuild";

/** Few cases, from one seed and without looking for the smallest: what kills a mutant once always does. */
const FEW_CASES = { numRuns: 30, seed: 20_261_122, endOnFailure: true };

/** Tests that start processes, mock modules, or look at something other than the code. */
const LEFT_OUT = [
  /^test\/(repository|runtimes|vegalite5|package|mutation)\//,
  /^test\/(schemas\/entry|charts\/withoutVega)\.test\.ts$/,
];

/** Milliseconds of processor time. Slower tests are left out too: they are about size. */
const SLOW = 300;

/** Milliseconds of tests that a mutant has to survive, the closest and quickest first. */
const ENOUGH = 1500;

/** What a test may take with a mutant on, in times of what it took without, and milliseconds more. Then it is stopped: the loop has no end. */
const LONGER = { factor: 10, milliseconds: 1000 };

const STOPPED = "the test was stopped: a loop has no end";

/** What the first run has found out, for the processes that come after. */
const FIRST_RUN = "first-run.json";

/** The tests' files, or those of them that were asked for. */
async function testFiles(chosen) {
  const all = async () => (await readdir("test", { recursive: true })).map((file) => `test/${file}`);
  const files = chosen.length > 0 ? chosen.map((file) => relative(process.cwd(), file)) : await all();
  const isTest = (file) => file.endsWith(".test.ts") && !LEFT_OUT.some((pattern) => pattern.test(file));
  return files.filter(isTest).sort();
}

/** A function that runs all tests' files and all of the package anew, in which `vitest` is what collects the tests. */
async function bundled(files) {
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: [
        ...files.map((file) => `import "./${file}";`),
        'export { tests } from "vitest";',
        `import { configureGlobal } from "fast-check"; configureGlobal(${JSON.stringify(FEW_CASES)});`,
      ].join("\n"),
      resolveDir: process.cwd(),
    },
    absWorkingDir: process.cwd(),
    write: false,
    metafile: true,
    bundle: true,
    format: "cjs",
    platform: "node",
    packages: "external",
    // The package says that its files have no side effects; the tests' files have nothing else.
    ignoreAnnotations: true,
    alias: {
      "cx-metrics": "./src/index.ts",
      "cx-metrics/charts": "./src/charts/index.ts",
      "cx-metrics/schemas": "./src/schemas/index.ts",
    },
    plugins: [collecting],
    logLevel: "error",
  });
  const names = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  const packages = new Map(
    await Promise.all([...new Set(names)].map(async (name) => [name, await loaded(name)])),
  );
  // Strict, as modules are; unlike them, what a function made is forgotten with the last of its tests.
  const run = compileFunction(`"use strict";${outputFiles[0].text}`, ["require", "module"], {
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  return () => {
    const module = { exports: {} };
    run((name) => packages.get(name), module);
    return module.exports.tests;
  };
}

/** A package as `require` gives it. Some refuse: those that are modules alone and wait for others, and Vitest. */
async function loaded(name) {
  try {
    return createRequire(`${process.cwd()}/package.json`)(name);
  } catch {
    return await import(name);
  }
}

const collecting = {
  name: "collecting",
  setup({ onResolve, onLoad }) {
    const collector = `${process.cwd()}/test/mutation/collect.mjs`;
    onResolve({ filter: /^vitest$/ }, ({ importer }) =>
      importer === collector ? { path: "vitest", external: true } : { path: collector },
    );
    onLoad({ filter: /\/(test|examples)\/.*\.ts$/ }, async ({ path }) => {
      const source = (await readFile(path, "utf8")).replaceAll(
        "import.meta.url",
        JSON.stringify(pathToFileURL(path)),
      );
      const name = JSON.stringify(relative(process.cwd(), path));
      const isTest = path.endsWith(".test.ts");
      const head = isTest ? `import { inFile as inTestFile } from "vitest"; inTestFile(${name}); ` : "";
      return { contents: head + source, loader: "ts" };
    });
  },
};

class InProcessRunner {
  #load;
  #tests = [];
  /** Whether what is loaded was loaded with a mutant switched on. */
  #spoiled = false;
  /** How many milliseconds each test took, by id; only of those that are not slow. */
  #times = {};
  /** How many milliseconds loading took. */
  #loading = 0;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    const known = await readFile(FIRST_RUN, "utf8").catch(() => null);
    if (known === null) return;
    const { files, times } = JSON.parse(known);
    await this.#bundle(files);
    this.#times = times;
  }

  async #bundle(files) {
    this.#load = await bundled(files);
    const start = performance.now();
    this.#tests = this.#load();
    this.#loading = performance.now() - start;
  }

  async dryRun({ testFiles: chosen = [] }) {
    const files = await testFiles(chosen);
    await this.#bundle(files);
    const namespace = globalThis.__stryker__;
    const results = [];
    for (const { id, name, file, run } of this.#tests) {
      namespace.currentTestId = id;
      const start = process.cpuUsage();
      const failure = await failureOf(run);
      const timeSpentMs = process.cpuUsage(start).user / 1000;
      if (timeSpentMs > SLOW && failure === null) {
        delete namespace.mutantCoverage.perTest[id];
        continue;
      }
      const result = { id, name: `${file}: ${name}`, fileName: file, timeSpentMs };
      results.push(
        failure === null ? { ...result, status: 0 } : { ...result, status: 1, failureMessage: failure },
      );
    }
    namespace.currentTestId = undefined;
    this.#times = Object.fromEntries(results.map(({ id, timeSpentMs }) => [id, timeSpentMs]));
    await writeFile(FIRST_RUN, JSON.stringify({ files, times: this.#times }));
    return { status: "complete", tests: results, mutantCoverage: namespace.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, sandboxFileName, mutantActivation }) {
    if (this.#spoiled) this.#tests = this.#load();
    this.#spoiled = false;
    const namespace = globalThis.__stryker__;
    // Stryker allows a hundred times as many hits as without the mutant; a loop that goes on for ever is plain long before.
    namespace.hitLimit = hitLimit / 10;
    namespace.hitCount = hitLimit === undefined ? undefined : 0;
    const ids = this.#closestFirst(testFilter, sandboxFileName);
    const failed =
      (mutantActivation === "runtime" ? await this.#failureOfItsOwn(ids, activeMutant.id) : null) ??
      (await this.#failureWhenLoaded(ids, activeMutant.id));
    const isEndless = namespace.hitCount > namespace.hitLimit || failed?.failure === STOPPED;
    namespace.hitCount = undefined;
    if (isEndless) return { status: "timeout", reason: "a loop has no end" };
    if (failed === null) return { status: "survived", nrOfTests: ids.length };
    return {
      status: "killed",
      killedBy: [failed.id],
      failureMessage: failed.failure,
      nrOfTests: failed.nrOfTests,
    };
  }

  #closestFirst(ids, mutated) {
    const folder = basename(dirname(mutated));
    const rank = (id) => (basename(dirname(this.#tests[id].file)) === folder ? 0 : 1e6) + this.#times[id];
    // Where no test is known to reach a mutant, Stryker names none, or files.
    const known = ids?.every((id) => id in this.#times) ? ids : Object.keys(this.#times);
    let spent = 0;
    return [...known]
      .sort((a, b) => rank(a) - rank(b))
      .filter((id) => {
        spent += this.#times[id];
        return spent <= ENOUGH;
      });
  }

  /** The first test that fails with the mutant on and passes again with the mutant off. */
  async #failureOfItsOwn(ids, mutant) {
    const failed = await switchedOn(mutant, () => this.#firstFailure(ids));
    return failed !== null && (await failureOf(this.#tests[failed.id].run)) === null ? failed : null;
  }

  /** The first test that fails where everything was loaded with the mutant on. */
  async #failureWhenLoaded(ids, mutant) {
    this.#spoiled = true;
    return await switchedOn(mutant, async () => {
      const failure = await failureOf(() => {
        this.#tests = this.#load();
      }, this.#loading);
      return failure === null ? await this.#firstFailure(ids) : { id: ids[0], failure, nrOfTests: 0 };
    });
  }

  async #firstFailure(ids) {
    for (const [i, id] of ids.entries()) {
      const failure = await failureOf(this.#tests[id].run, this.#times[id]);
      if (failure !== null) return { id, failure, nrOfTests: i + 1 };
    }
    return null;
  }
}

async function switchedOn(mutant, step) {
  const namespace = globalThis.__stryker__;
  namespace.activeMutant = mutant;
  try {
    return await step();
  } finally {
    namespace.activeMutant = undefined;
  }
}

/** What a step that took so many milliseconds without a mutant fails with, or `null`. */
async function failureOf(run, milliseconds) {
  try {
    await (milliseconds === undefined ? run() : stoppedInTime(run, milliseconds));
    return null;
  } catch (error) {
    return error?.code === "ERR_SCRIPT_EXECUTION_TIMEOUT" ? STOPPED : String(error?.message ?? error);
  }
}

/** Only a script can be stopped from without, so a script it is that calls the step. */
const calling = new Script("globalThis.__stryker__.step()");

function stoppedInTime(step, milliseconds) {
  globalThis.__stryker__.step = step;
  return calling.runInThisContext({ timeout: LONGER.factor * Math.ceil(milliseconds) + LONGER.milliseconds });
}

/** What Stryker looks for in a plugin. */
export const strykerPlugins = [{ kind: "TestRunner", name: "in-process", injectableClass: InProcessRunner }];
