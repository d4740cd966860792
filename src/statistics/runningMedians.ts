// The median of the first value, of the first two, of the first three, and so on.

import type { Values } from "./moments.ts";

/**
 * The medians of the values up to each place: at place i that of the first i + 1, half-way between the two in the middle
 * where their number is even.
 *
 * The values seen so far are counted by rank in a binary indexed tree: P. M. Fenwick, "A New Data Structure for Cumulative
 * Frequency Tables", Software: Practice and Experience 24 (1994). Time n log n, however the values are ordered.
 */
export function runningMedians(values: Values): Float64Array {
  const sorted = Float64Array.from(values).sort();
  const counts = new Uint32Array(sorted.length + 1);
  return Float64Array.from(values, (value, i) => {
    count(counts, rankOf(sorted, value));
    const low = smallest(sorted, counts, Math.floor(i / 2) + 1);
    const high = smallest(sorted, counts, Math.ceil(i / 2) + 1);
    return low + 0.5 * (high - low);
  });
}

/** The place, from 1, of the first of the equal values. */
function rankOf(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}

function count(counts: Uint32Array, rank: number): void {
  for (let i = rank; i < counts.length; i += i & -i) counts[i] = (counts[i] as number) + 1;
}

/** The k-th smallest of the values counted so far. */
function smallest(sorted: Float64Array, counts: Uint32Array, k: number): number {
  let [below, left] = [0, k];
  for (let step = 2 ** Math.floor(Math.log2(sorted.length)); step >= 1; step /= 2) {
    const counted = counts[below + step] ?? Number.POSITIVE_INFINITY;
    if (counted < left) {
      below += step;
      left -= counted;
    }
  }
  return sorted[below] as number;
}
