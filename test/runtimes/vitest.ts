// As much of vitest as the tests of golden numbers use, where vitest itself does not run.

type Body = (...row: never[]) => void;

interface Test {
  readonly name: string;
  readonly run: () => void;
}

const tests: Test[] = [];
const sections: string[] = [];

/** Every section, or of the outermost ones only that of the given name. */
export function describeOnly(only: string | null): (name: string, body: () => void) => void {
  return (name, body) => {
    if (only !== null && sections.length === 0 && name !== only) return;
    sections.push(name);
    body();
    sections.pop();
  };
}

export const it = Object.assign(
  (name: string, run: () => void): void => {
    tests.push({ name: [...sections, name].join(", "), run });
  },
  {
    each: (rows: readonly unknown[]) => (name: string, body: Body) => {
      for (const [i, row] of rows.entries()) {
        const given = (Array.isArray(row) ? row : [row]) as never[];
        it(`${name}, case ${i}`, () => body(...given));
      }
    },
  },
);

export const expect = Object.assign(
  (actual: unknown) => ({
    toBe: (expected: unknown) => ensure(Object.is(actual, expected), actual, "be", expected),
    toBeNull: () => ensure(actual === null, actual, "be", null),
    toEqual: (expected: unknown) => ensure(agrees(actual, expected, false), actual, "equal", expected),
    toMatchObject: (expected: unknown) => ensure(agrees(actual, expected, true), actual, "match", expected),
    toHaveLength: (length: number) =>
      ensure((actual as unknown[]).length === length, actual, "be as long as", length),
    toBeCloseTo: (expected: number, digits: number) =>
      ensure(Math.abs((actual as number) - expected) < 10 ** -digits / 2, actual, "be close to", expected),
    toBeLessThan: (bound: number) => ensure((actual as number) < bound, actual, "be less than", bound),
    toBeGreaterThan: (bound: number) => ensure((actual as number) > bound, actual, "be more than", bound),
  }),
  {
    fail: (message: string): never => {
      throw new Error(message);
    },
  },
);

/** Runs what was declared, and returns how much of it held and the rest in words. */
export function runTests(): { readonly held: number; readonly failures: readonly string[] } {
  const failures: string[] = [];
  for (const { name, run } of tests) {
    try {
      run();
    } catch (error) {
      failures.push(`${name}: ${error}`);
    }
  }
  return { held: tests.length - failures.length, failures };
}

function ensure(holds: boolean, actual: unknown, verb: string, expected: unknown): void {
  if (holds) return;
  throw new Error(`expected ${JSON.stringify(actual)} to ${verb} ${JSON.stringify(expected)}`);
}

/** Deep equality, in which a member that is `undefined` is as good as none; of objects, `partly` compares the expected members. */
function agrees(actual: unknown, expected: unknown, partly: boolean): boolean {
  if (typeof actual !== "object" || typeof expected !== "object" || actual === null || expected === null) {
    return Object.is(actual, expected);
  }
  if (Array.isArray(actual) !== Array.isArray(expected)) return false;
  if (Array.isArray(actual) && actual.length !== (expected as unknown[]).length) return false;
  const keys = partly ? Object.keys(expected) : Object.keys({ ...actual, ...expected });
  return keys.every((key) =>
    agrees((actual as Record<string, unknown>)[key], (expected as Record<string, unknown>)[key], partly),
  );
}
