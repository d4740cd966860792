// The tests: the whole suite in four time zones, and once what looks at the repository instead of the code.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (path: string): string => fileURLToPath(new URL(`./src/${path}`, import.meta.url));
const alias = {
  "cx-metrics/charts": source("charts/index.ts"),
  "cx-metrics/schemas": source("schemas/index.ts"),
  "cx-metrics": source("index.ts"),
};

/** Far west, UTC, a half-hour offset, and a zone that once skipped a day: results must not depend on them. */
const ZONES = ["UTC", "America/Los_Angeles", "Asia/Kolkata", "Pacific/Apia"];

export default defineConfig({
  resolve: { alias },
  test: {
    pool: "forks",
    // A test marked "only" would leave the others out.
    allowOnly: false,
    // How long a test takes says more about the machine than about the code.
    testTimeout: 120_000,
    // The tests share no state, and a process for each file would cost more than the tests.
    isolate: false,
    reporters: ["default", "./test/support/countReporter.ts"],
    coverage: {
      provider: "v8",
      include: ["src/**"],
      reporter: ["text-summary", "html"],
      thresholds: { 100: true },
    },
    projects: [
      ...ZONES.map((TZ) => ({
        extends: true as const,
        test: {
          name: TZ,
          include: ["test/**/*.test.ts"],
          exclude: ["test/repository/**"],
          env: { TZ },
        },
      })),
      {
        extends: true as const,
        test: {
          name: "repository",
          include: ["test/repository/**/*.test.ts"],
          typecheck: { enabled: true, include: ["test/**/*.test-d.ts"], tsconfig: "test/tsconfig.json" },
        },
      },
    ],
  },
});
