// What each public name costs whoever bundles it alone, minified and gzipped, without zod and vega.
// `npm run sizes` prints it; with `--update` it sets the budgets of test/repository/sizes.json, a fiftieth above.

import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, type Plugin } from "esbuild";
import * as cxCharts from "../src/charts/index.ts";
import * as cxMetrics from "../src/index.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const budgetFile = new URL("../test/repository/sizes.json", import.meta.url);

const ENTRIES = [
  { entry: "cx-metrics", path: "index", names: Object.keys(cxMetrics) },
  { entry: "cx-metrics/charts", path: "charts/index", names: Object.keys(cxCharts) },
] as const;

/** Bytes by name, of every entry. */
export type Sizes = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** The most that each name may cost. */
export function sizeBudgets(): Sizes {
  return JSON.parse(readFileSync(budgetFile, "utf8"));
}

/** What each name costs. */
export async function sizes(): Promise<Sizes> {
  const measured = ENTRIES.map(async ({ entry, path, names }) => [
    entry,
    await sizesAlone(names.sort(), path),
  ]);
  return Object.fromEntries(await Promise.all(measured));
}

/** One build with an entry for each name, so that each file is read once. */
async function sizesAlone(names: readonly string[], path: string): Promise<Readonly<Record<string, number>>> {
  const { outputFiles } = await build({
    entryPoints: [...names],
    bundle: true,
    write: false,
    outdir: "unwritten",
    format: "esm",
    minify: true,
    external: ["vega", "vega-lite", "zod"],
    plugins: [reexporting(path)],
  });
  const bytes = outputFiles.map((file) => {
    const name = basename(file.path, ".js");
    if (/["']zod["']/.test(file.text)) throw new Error(`${name} needs zod`);
    return [name, gzipSync(file.text, { level: 9 }).length] as const;
  });
  return Object.fromEntries(bytes);
}

/** Makes an entry point of each name. */
function reexporting(path: string): Plugin {
  return {
    name: "reexporting",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /.*/ }, ({ kind, path: name }) =>
        kind === "entry-point" ? { path: name, namespace: "name" } : undefined,
      );
      onLoad({ filter: /.*/, namespace: "name" }, ({ path: name }) => ({
        contents: `export { ${name} } from "./src/${path}.ts";`,
        resolveDir: root,
      }));
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const measured = await sizes();
  for (const [entry, bytes] of Object.entries(measured)) {
    console.log(entry);
    const ordered = Object.entries(bytes).sort(([, a], [, b]) => b - a);
    for (const [name, size] of ordered) console.log(`  ${(size / 1000).toFixed(2).padStart(6)} kB  ${name}`);
  }
  if (process.argv.includes("--update")) {
    const above = (bytes: Readonly<Record<string, number>>) =>
      Object.fromEntries(Object.entries(bytes).map(([name, size]) => [name, Math.ceil(size * 1.02)]));
    const budgets = Object.entries(measured).map(([entry, bytes]) => [entry, above(bytes)]);
    writeFileSync(budgetFile, `${JSON.stringify(Object.fromEntries(budgets), null, 2)}\n`);
  }
}
