// The exercise of test/runtimes/ as programs that load the installed package: every example of the doc comments, every
// test of golden numbers.

import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type OnLoadResult, type Plugin } from "esbuild";
import { allSnippets, PROGRAM_PARAMETERS, programOf, type Snippet } from "./snippets.ts";
import { exportsOf, filesBelow } from "./sources.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** The entries of the package by the names that users import. */
export const ENTRIES: Readonly<Record<string, string>> = {
  "cx-metrics": "src/index.ts",
  "cx-metrics/charts": "src/charts/index.ts",
  "cx-metrics/schemas": "src/schemas/index.ts",
};

/** What the exercise is of: the root entry by itself, or everything. */
export type Extent = "root" | "whole";

/** Tests that look at golden numbers in one section only, with its name. */
const SECTIONS: Readonly<Record<string, string>> = {
  "test/customers/activityCohorts.test.ts": "golden tables, from SQLite and Python's zones",
  "test/inference/bootstrapInterval.test.ts": "a bootstrap agrees with that over every possible resample",
  "test/inference/keyDrivers.test.ts": "keyDrivers agrees with R",
};

/** For the root entry by itself, where examples that load zod are left out. */
const HAND_WRITTEN = "test/runtimes/handWrittenSchema.test.ts";

/** Every value that an entry exports. */
export function valuesOf(entry: string): string[] {
  return exportsOf(ENTRIES[entry] as string).flatMap(({ name, isType }) => (isType ? [] : [name]));
}

/** The entries that an exercise is of. */
export function entriesOf(extent: Extent): string[] {
  return extent === "root" ? ["cx-metrics"] : Object.keys(ENTRIES);
}

/** Writes an exercise as `folder/extent.mjs` and `folder/extent.cjs`. */
export async function bundleExercise(extent: Extent, folder: string): Promise<void> {
  const contents = programText(extent);
  for (const [format, ending] of [
    ["esm", "mjs"],
    ["cjs", "cjs"],
  ] as const) {
    await build({
      stdin: { contents, resolveDir: ROOT, sourcefile: "exercise.js" },
      outfile: join(folder, `${extent}.${ending}`),
      bundle: true,
      format,
      platform: "neutral",
      target: "es2022",
      external: [...Object.keys(ENTRIES), "zod"],
      plugins: [installedPackage],
      // The package says that its modules do nothing when they are loaded. Tests do.
      ignoreAnnotations: true,
      // Examples are CommonJS within modules: their `this` is undefined, as they expect.
      logOverride: { "this-is-undefined-in-esm": "silent" },
      logLevel: "warning",
    });
  }
}

function programText(extent: Extent): string {
  const entries = entriesOf(extent);
  const names = extent === "root" ? entries : [...entries, "zod"];
  const imports = names.map((name, i) => {
    const from = name in ENTRIES ? `recorded:${name}` : name;
    return `import * as module${i} from ${JSON.stringify(from)};`;
  });
  const examples = allSnippets()
    .filter((snippet) => snippet.place.startsWith("src/"))
    .flatMap((snippet) => exampleText(snippet, names));
  return [
    'import { exercise } from "./test/runtimes/exercise.ts";',
    ...imports,
    ...testsToRun().map((path) => `import "./${path}";`),
    `exercise([${examples.join(",\n")}], {${names.map((name, i) => `${JSON.stringify(name)}: module${i}`).join(", ")}});`,
  ].join("\n");
}

/** An example as a member of a list, or nothing where it loads what is not exercised. */
function exampleText(snippet: Snippet, names: readonly string[]): string[] {
  const program = programOf(snippet);
  const loaded = [...program.matchAll(/\brequire\("([^"]*)"\)/g)].map((match) => match[1] as string);
  if (!loaded.every((name) => names.includes(name))) return [];
  const run = `async (${PROGRAM_PARAMETERS.join(", ")}) => {\n${program}\n}`;
  return [`{ place: ${JSON.stringify(snippet.place)}, run: ${run} }`];
}

function testsToRun(): string[] {
  const golden = ["survey", "customers", "inference"]
    .flatMap((folder) => filesBelow(`test/${folder}`, ".test.ts"))
    .filter((path) => /golden\.test\.ts$/i.test(path) || path in SECTIONS);
  return [...golden, HAND_WRITTEN];
}

/** Gives the tests the installed package in place of the sources, and a small vitest. */
const installedPackage: Plugin = {
  name: "installed-package",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /\/src\/index\.ts$/ }, () => ({ path: "cx-metrics", namespace: "recorded" }));
    onResolve({ filter: /^recorded:/ }, ({ path }) => ({
      path: path.replace("recorded:", ""),
      namespace: "recorded",
    }));
    onLoad({ filter: /.*/, namespace: "recorded" }, ({ path }) => script(recordedText(path)));
    onResolve({ filter: /^vitest$/ }, ({ importer }) => ({
      path: SECTIONS[importer.replace(ROOT, "")] ?? "every section",
      namespace: "vitest",
    }));
    onLoad({ filter: /.*/, namespace: "vitest" }, ({ path }) =>
      script(vitestText(Object.values(SECTIONS).includes(path) ? path : null)),
    );
  },
};

function script(contents: string): OnLoadResult {
  return { contents, resolveDir: ROOT };
}

function recordedText(entry: string): string {
  const names = valuesOf(entry);
  return [
    `import * as given from ${JSON.stringify(entry)};`,
    'import { recorded } from "./test/runtimes/recorder.ts";',
    ...names.map((name) => `export const ${name} = recorded("${name}", given.${name});`),
  ].join("\n");
}

function vitestText(only: string | null): string {
  return [
    'import { describeOnly } from "./test/runtimes/vitest.ts";',
    'export { expect, it } from "./test/runtimes/vitest.ts";',
    `export const describe = describeOnly(${JSON.stringify(only)});`,
  ].join("\n");
}
