// Checks of a script: each has a name and passes unless it throws, and the last line counts them.

let passed = 0;
let failed = 0;

/** Runs a check and returns whether it passed. */
export function check(name, action) {
  try {
    action();
    passed++;
    console.log(`ok    ${name}`);
    return true;
  } catch (error) {
    failed++;
    console.log(`FAIL  ${name}\n${error.stdout ?? ""}${error.stderr ?? error.message}`);
    return false;
  }
}

/** Prints the count that .ci/run reads, and lets the process end with a status that says whether all passed. */
export function conclude() {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
