// The suite as mutation testing runs it: once, in one zone, without what looks at the repository instead of the code.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import config from "../../vitest.config.ts";

export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  resolve: config.resolve ?? {},
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/repository/**"],
    isolate: false,
    testTimeout: 120_000,
  },
});
