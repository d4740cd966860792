// The loops of the fold, one for each kind of container.
//
// An engine compiles a loop for the values it has seen there, so that one loop fed arrays, typed arrays and
// generators in turn runs many times slower than a few loops that each see one kind.

import { type Cells, cellOf, MISSING, REFUSED, ratingRefusal } from "./cells.ts";
import type { Scale } from "./scale.ts";
import type { Rating } from "./tally.ts";

/** How much of a typed array is copied at a time: small enough for the processor's cache. */
const BLOCK = 4096;

/** Typed arrays whose values are numbers and not bytes. Those of bigints are refused value by value. */
const NUMERIC: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "Int8Array",
  "Int16Array",
  "Uint16Array",
  "Int32Array",
  "Uint32Array",
  "Float16Array",
  "Float32Array",
  "Float64Array",
]);

/** Counts bare ratings into the cells, or throws naming the index of the first that is not on the scale. */
export function countRatings(caller: string, ratings: Iterable<Rating>, cells: Cells): void {
  if (Array.isArray(ratings)) {
    countArray(caller, ratings, cells);
    return;
  }
  const kind = typedArrayKind(ratings);
  if (kind === "Uint8Array" || kind === "Uint8ClampedArray") {
    countBytes(caller, ratings as Uint8Array, cells);
  } else if (kind !== null && NUMERIC.has(kind)) {
    countTypedArray(caller, ratings as Float64Array, cells);
  } else {
    countIterable(caller, ratings, cells);
  }
}

/** The name of a typed array's kind, which unlike `instanceof` also knows those of another realm. */
function typedArrayKind(ratings: unknown): string | null {
  return ArrayBuffer.isView(ratings) ? String((ratings as Uint8Array)[Symbol.toStringTag]) : null;
}

/**
 * Two answers at a time, each into a histogram of its own: in a run of equal answers, every count would otherwise
 * wait for the one before it to be stored. The 32-bit conversion changes all that is no small whole number.
 */
function countArray(caller: string, ratings: readonly Rating[], cells: Cells): void {
  const { min } = cells.scale;
  const points = cells.counts.length;
  const first = new Uint32Array(points);
  const second = new Uint32Array(points);
  const pairs = ratings.length - 1;
  let i = 0;
  for (; i < pairs; i += 2) {
    const a = ratings[i];
    const b = ratings[i + 1];
    if (typeof a === "number" && typeof b === "number") {
      const cellOfA = (a | 0) - min;
      const cellOfB = (b | 0) - min;
      const onScale = cellOfA >>> 0 < points && cellOfB >>> 0 < points;
      if (onScale && (a | 0) === a && (b | 0) === b) {
        (first[cellOfA] as number)++;
        (second[cellOfB] as number)++;
        continue;
      }
    }
    countOne(caller, a, i, cells);
    countOne(caller, b, i + 1, cells);
  }
  if (i < ratings.length) countOne(caller, ratings[i], i, cells);
  addHistogram(first, cells);
  addHistogram(second, cells);
}

/** Counts all 256 values a byte can have without looking, then looks whether any was off the scale. */
function countBytes(caller: string, ratings: Uint8Array, cells: Cells): void {
  const { scale, counts } = cells;
  const first = new Uint32Array(256);
  const second = new Uint32Array(256);
  const pairs = ratings.length - 1;
  let i = 0;
  for (; i < pairs; i += 2) {
    (first[ratings[i] as number] as number)++;
    (second[ratings[i + 1] as number] as number)++;
  }
  if (i < ratings.length) (first[ratings[i] as number] as number)++;
  for (let byte = 0; byte < 256; byte++) {
    const count = (first[byte] as number) + (second[byte] as number);
    if (count === 0) continue;
    const cell = cellOf(byte, scale);
    if (cell === REFUSED) {
      const index = ratings.findIndex((rating) => cellOf(rating, scale) === REFUSED);
      throw ratingRefusal(caller, ["rating", index], ratings[index], scale);
    }
    counts[cell] = (counts[cell] as number) + count;
  }
}

/** Copies block by block into doubles, so that the inner loop sees one kind of array whatever it was given. */
function countTypedArray(caller: string, ratings: Float64Array, cells: Cells): void {
  const block = new Float64Array(Math.min(BLOCK, ratings.length));
  const histogram = new Uint32Array(cells.counts.length);
  for (let start = 0; start < ratings.length; start += BLOCK) {
    const length = Math.min(BLOCK, ratings.length - start);
    block.set(ratings.subarray(start, start + length));
    countBlock(caller, block, length, start, cells.scale, histogram);
  }
  addHistogram(histogram, cells);
}

function countBlock(
  caller: string,
  block: Float64Array,
  length: number,
  start: number,
  scale: Scale,
  histogram: Uint32Array,
): void {
  const { min } = scale;
  for (let i = 0; i < length; i++) {
    const rating = block[i] as number;
    const cell = (rating | 0) - min;
    if (cell >>> 0 >= histogram.length || (rating | 0) !== rating) {
      throw ratingRefusal(caller, ["rating", start + i], rating, scale);
    }
    (histogram[cell] as number)++;
  }
}

function countIterable(caller: string, ratings: Iterable<Rating>, cells: Cells): void {
  let index = 0;
  for (const rating of ratings) countOne(caller, rating, index++, cells);
}

function countOne(caller: string, rating: Rating, index: number, cells: Cells): void {
  const cell = cellOf(rating, cells.scale);
  if (cell >= 0) (cells.counts[cell] as number)++;
  else if (cell === MISSING) cells.missing++;
  else throw ratingRefusal(caller, ["rating", index], rating, cells.scale);
}

function addHistogram(histogram: Uint32Array, { counts }: Cells): void {
  for (let cell = 0; cell < counts.length; cell++) {
    counts[cell] = (counts[cell] as number) + (histogram[cell] as number);
  }
}
