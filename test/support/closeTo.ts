// Comparison of a computed number with a golden one, by relative tolerance.

import { expect } from "vitest";

/**
 * Passes where `actual` is within `relativeTolerance` × |`expected`| of `expected`.
 *
 * 0 is expected exactly, `null` matches only `null`, an infinity only itself, and NaN matches nothing, not even
 * NaN: a golden NaN is a mistake in the golden.
 */
export function expectClose(actual: number | null, expected: number | null, relativeTolerance: number): void {
  if (isClose(actual, expected, relativeTolerance)) return;
  const off =
    typeof actual === "number" && typeof expected === "number"
      ? `, off by ${Math.abs(actual - expected) / Math.abs(expected)} of it`
      : "";
  expect.fail(`expected ${expected} within a relative ${relativeTolerance}, got ${actual}${off}`);
}

function isClose(actual: number | null, expected: number | null, relativeTolerance: number): boolean {
  if (typeof actual !== "number" || typeof expected !== "number")
    return actual === expected && actual === null;
  // Infinities: their difference is NaN, and their tolerance would admit everything.
  if (!Number.isFinite(expected)) return actual === expected;
  return Math.abs(actual - expected) <= relativeTolerance * Math.abs(expected);
}
