// Checks of a script: each has a name and passes unless it throws, and the last line counts them.

let passed = 0;
let failed = 0;

/** Runs a check. What it returns, if anything, is said beside its name. */
export function check(name, action) {
  try {
    const said = action();
    passed++;
    console.log(said === undefined ? `ok    ${name}` : `ok    ${name}: ${said}`);
  } catch (error) {
    failed++;
    console.log(`FAIL  ${name}\n${error.stdout ?? ""}${error.stderr ?? error.message}`);
  }
}

/** Prints the count that .ci/run reads, and lets the process end with a status that says whether all passed. */
export function conclude() {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
