// Comparison of two results that differ by rounding at most.

import { expect } from "vitest";

/** Passes where two results have the same shape, and numbers that differ by `tolerance` times their size at most. */
export function expectAlike(actual: unknown, expected: unknown, tolerance = 1e-9): void {
  const difference = differenceOf(actual, expected, tolerance, "result");
  if (difference !== null) expect.fail(difference);
}

function differenceOf(actual: unknown, expected: unknown, tolerance: number, place: string): string | null {
  if (typeof actual === "number" && typeof expected === "number") {
    const size = Math.max(1, Math.abs(actual), Math.abs(expected));
    return Math.abs(actual - expected) <= tolerance * size ? null : `${place} is ${actual}, not ${expected}`;
  }
  if (!isObject(actual) || !isObject(expected)) {
    return Object.is(actual, expected) ? null : `${place} is ${String(actual)}, not ${String(expected)}`;
  }
  const keys = Object.keys(expected);
  if (Object.keys(actual).join() !== keys.join()) return `${place} has other fields than ${keys.join()}`;
  for (const key of keys) {
    const difference = differenceOf(actual[key], expected[key], tolerance, `${place}.${key}`);
    if (difference !== null) return difference;
  }
  return null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
