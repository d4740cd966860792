// The loops of the fold, one for each kind of container.
//
// An engine compiles a loop for the values it has seen there, so that one loop fed arrays, typed arrays and
// generators in turn runs many times slower than a few loops that each see one kind.

import { type Cells, cellOf, MISSING, REFUSED, ratingRefusal } from "./cells.ts";
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

function countArray(caller: string, ratings: readonly Rating[], cells: Cells): void {
  const { scale, counts } = cells;
  let missing = 0;
  for (let i = 0; i < ratings.length; i++) {
    const rating = ratings[i];
    const cell = cellOf(rating, scale);
    if (cell >= 0) (counts[cell] as number)++;
    else if (cell === MISSING) missing++;
    else throw ratingRefusal(caller, i, rating, scale);
  }
  cells.missing += missing;
}

/** Counts all 256 values a byte can have without looking, then looks whether any was off the scale. */
function countBytes(caller: string, ratings: Uint8Array, cells: Cells): void {
  const { scale, counts } = cells;
  const histogram = new Float64Array(256);
  for (let i = 0; i < ratings.length; i++) (histogram[ratings[i] as number] as number)++;
  for (let byte = 0; byte < 256; byte++) {
    if (histogram[byte] === 0) continue;
    const cell = cellOf(byte, scale);
    if (cell === REFUSED) {
      const index = ratings.findIndex((rating) => cellOf(rating, scale) === REFUSED);
      throw ratingRefusal(caller, index, ratings[index], scale);
    }
    counts[cell] = (counts[cell] as number) + (histogram[byte] as number);
  }
}

/** Copies block by block into doubles, so that the inner loop sees one kind of array whatever it was given. */
function countTypedArray(caller: string, ratings: Float64Array, cells: Cells): void {
  const block = new Float64Array(Math.min(BLOCK, ratings.length));
  for (let start = 0; start < ratings.length; start += BLOCK) {
    const length = Math.min(BLOCK, ratings.length - start);
    block.set(ratings.subarray(start, start + length));
    countBlock(caller, block, length, start, cells);
  }
}

function countBlock(caller: string, block: Float64Array, length: number, start: number, cells: Cells): void {
  const { scale, counts } = cells;
  for (let i = 0; i < length; i++) {
    const rating = block[i] as number;
    const cell = cellOf(rating, scale);
    if (cell === REFUSED) throw ratingRefusal(caller, start + i, rating, scale);
    (counts[cell] as number)++;
  }
}

function countIterable(caller: string, ratings: Iterable<Rating>, cells: Cells): void {
  const { scale, counts } = cells;
  let index = 0;
  for (const rating of ratings) {
    const cell = cellOf(rating, scale);
    if (cell >= 0) (counts[cell] as number)++;
    else if (cell === MISSING) cells.missing++;
    else throw ratingRefusal(caller, index, rating, scale);
    index++;
  }
}
