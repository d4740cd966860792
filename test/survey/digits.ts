// Comparison with a published figure, to the digits it was published with.

import { expect } from "vitest";

/** Passes where `actual`, rounded to as many decimals as `published` has, is `published`. */
export function expectDigits(actual: number | null, published: string): void {
  const decimals = published.split(".")[1]?.length ?? 0;
  // A figure published to all the digits of a double may be the next double.
  const tolerance = 0.5001 * 10 ** -decimals + 2 * Number.EPSILON * Math.abs(Number(published));
  if (actual !== null && Math.abs(actual - Number(published)) <= tolerance) return;
  expect.fail(`expected ${published} to ${decimals} decimals, got ${actual}`);
}
