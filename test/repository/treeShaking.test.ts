// What a bundler keeps of the package where nothing of it is used: code that looks as if it had an effect, and that
// whoever imports a single scorer would carry along.

import { dirname, join } from "node:path";
import { build, type Plugin } from "esbuild";
import { expect, it } from "vitest";

/** Takes our files for what they are, not for what package.json says of them, and leaves out packages. */
const asWritten: Plugin = {
  name: "as written",
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\./ }, ({ path, importer, resolveDir }) => ({
      path: join(importer === "<stdin>" ? resolveDir : dirname(importer), path),
      sideEffects: true,
    }));
    onResolve({ filter: /^[^.]/ }, ({ path }) => ({ path, external: true, sideEffects: false }));
  },
};

it.each(["index", "schemas/index", "charts/index"])(
  "of %s nothing is kept unless it is used",
  async (entry) => {
    const { outputFiles } = await build({
      stdin: { contents: `import "./src/${entry}.ts";`, resolveDir: process.cwd() },
      bundle: true,
      write: false,
      format: "esm",
      minifySyntax: true,
      plugins: [asWritten],
    });
    expect(outputFiles[0]?.text).toBe("");
  },
);
