// How far the outcomes of two runtimes are apart.

/** The largest relative difference of two numbers, and in words whatever is further apart than it may be. */
export interface Agreement {
  readonly largest: number;
  readonly differences: readonly string[];
}

const NUMBER = /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/g;

/** Compares two values of plain JSON: numbers, also those in texts, by their relative difference, all else exactly. */
export function agreementOf(actual: unknown, expected: unknown, tolerance: number): Agreement {
  const differences: string[] = [];
  let largest = 0;
  const compare = (place: string, a: unknown, b: unknown): void => {
    if (typeof a === "number" && typeof b === "number") {
      const difference = relativeDifference(a, b);
      largest = Math.max(largest, difference);
      if (difference > tolerance) differences.push(`${place} is ${a} instead of ${b}`);
    } else if (typeof a === "string" && typeof b === "string") {
      if (a !== b) compareTexts(place, a, b);
    } else if (typeof a === "object" && typeof b === "object" && a !== null && b !== null) {
      for (const key of Object.keys({ ...a, ...b })) {
        compare(`${place}.${key}`, (a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]);
      }
    } else if (a !== b) {
      differences.push(`${place} is ${JSON.stringify(a)} instead of ${JSON.stringify(b)}`);
    }
  };
  const compareTexts = (place: string, a: string, b: string): void => {
    if (a.replaceAll(NUMBER, "0") === b.replaceAll(NUMBER, "0")) {
      compare(`${place}, of its numbers`, a.match(NUMBER)?.map(Number), b.match(NUMBER)?.map(Number));
    } else {
      differences.push(`${place} is ${a.slice(0, 100)}… instead of ${b.slice(0, 100)}…`);
    }
  };
  compare("it", actual, expected);
  return { largest, differences };
}

function relativeDifference(a: number, b: number): number {
  return a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
}
