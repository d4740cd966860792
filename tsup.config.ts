// The build: three entries, each as ES module and CommonJS with declarations for both. `time/utc` is no entry of the
// package: @date-fns/utc does not say that it is free of side effects, so that whoever imports only a scorer would
// bundle it, were it not in a module of its own.
//
// What is taken from date-fns is built in, as devDependencies are: loading it file by file would cost more than loading
// all the rest. THIRD-PARTY-LICENSES.md goes with it.
//
// Names are shortened, which takes a third of what the engine has to read where the package is imported; source maps and
// the source itself go with the package. White space stays: without it esbuild drops the comments that tell bundlers
// what is free of side effects.
import { defineConfig } from "tsup";

export default defineConfig({
  entry: {
    index: "src/index.ts",
    "charts/index": "src/charts/index.ts",
    "schemas/index": "src/schemas/index.ts",
    "time/utc": "src/time/utc.ts",
  },
  format: ["esm", "cjs"],
  target: "es2022",
  platform: "neutral",
  sourcemap: true,
  clean: true,
  treeshake: true,
  esbuildOptions: (options) => {
    options.minifyIdentifiers = true;
    options.minifySyntax = true;
  },
  // tsup 8 sets the `baseUrl` option, which TypeScript 6 calls deprecated.
  dts: {
    entry: {
      index: "src/index.ts",
      "charts/index": "src/charts/index.ts",
      "schemas/index": "src/schemas/index.ts",
    },
    compilerOptions: { ignoreDeprecations: "6.0" },
  },
});
