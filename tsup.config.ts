// The build: two entries, each as ES module and CommonJS with declarations for both.
import { defineConfig } from "tsup";

export default defineConfig({
  entry: { index: "src/index.ts", "schemas/index": "src/schemas/index.ts" },
  format: ["esm", "cjs"],
  target: "es2022",
  platform: "neutral",
  sourcemap: true,
  clean: true,
  treeshake: true,
  // tsup 8 sets the `baseUrl` option, which TypeScript 6 calls deprecated.
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
});
