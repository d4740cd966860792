// Prints the bill of materials of the package (CycloneDX): itself and what is built into dist/. To npm the latter are
// development dependencies, so that `npm sbom` alone lists either all tools or nothing.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ["src/index.ts", "src/charts/index.ts", "src/schemas/index.ts"],
  external: ["zod", "vega", "vega-lite"],
  bundle: true,
  format: "esm",
  outdir: "unwritten",
  write: false,
  metafile: true,
});
const builtIn = new Set(
  Object.keys(metafile.inputs).flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []),
);

const all = JSON.parse(
  execFileSync("npm", ["sbom", "--sbom-format", "cyclonedx"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "pipe", "inherit"],
  }),
);
const own = all.metadata.component["bom-ref"];
// Without npm's mark "development", which is true of the checkout and not of what is in dist/.
const components = all.components
  .filter(({ name }) => builtIn.has(name))
  .map((component) => ({ ...component, properties: [] }));
if (components.length !== builtIn.size) throw new Error(`Not every one of ${[...builtIn]} was found`);
const references = new Set([own, ...components.map((component) => component["bom-ref"])]);
const dependencies = all.dependencies
  .filter(({ ref }) => references.has(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => references.has(other)) }));
// npm names the component after the folder that it lies in.
all.metadata.component.name = own.replace(/@[^@]*$/, "");
console.log(JSON.stringify({ ...all, components, dependencies }, null, 2));
