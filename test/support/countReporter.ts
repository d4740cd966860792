// Prints `N passed, N failed` as the last line of a run, for scripts that read it.

import type { Reporter, TestModule, TestRunEndReason } from "vitest/node";

export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[], reason: TestRunEndReason): void {
    let passed = 0;
    let failed = errors.length;
    for (const module of modules) {
      const before = failed;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "passed") passed++;
        // A test that was skipped proves nothing.
        if (state === "failed" || state === "skipped") failed++;
      }
      // A file that could not be loaded has no tests to fail.
      if (module.state() === "failed" && failed === before) failed++;
    }
    if (reason === "interrupted") failed++;
    process.on("exit", () => process.stdout.write(`${passed} passed, ${failed} failed\n`));
  }
}
