// The loops of the fold, one for each kind of container.
//
// An engine compiles a loop for the values it has seen there, so that one loop fed arrays, typed arrays and
// generators in turn runs many times slower than a few loops that each see one kind. The fast ones stand in functions
// of their own and take a part of the ratings at a time: a loop over all of them would be compiled while it runs,
// when nothing is known of the code behind it, and thrown away each time it ends.
//
// They count pairs of neighbouring answers in a table with a cell for each possible pair: that is half as many counts,
// and seldom one that waits for the last to be stored. What they cannot vouch for is left to be counted one by one,
// which is also what names a bad rating.

import { type Cells, countAnswer } from "./cells.ts";
import type { Rating } from "./tally.ts";

/** How many ratings a fast loop takes at a time: even, and small enough for the processor's cache. */
const PART = 4096;

/** Counts bare ratings into the cells, or throws naming the index of the first that is not on the scale. */
export function countRatings(caller: string, ratings: Iterable<Rating>, cells: Cells): void {
  const kind = typedArrayKind(ratings);
  if (Array.isArray(ratings)) countArray(caller, ratings, cells);
  else if (kind === "Float64Array") countDoubles(caller, ratings as Float64Array, 0, cells);
  else if (/^(Int|Uint|Float)/.test(kind)) countNumbers(caller, kind, ratings as Float32Array, cells);
  else countIterable(caller, ratings, cells);
}

/** The name of a typed array's kind, which unlike `instanceof` also knows those of another realm; or "". */
function typedArrayKind(ratings: unknown): string {
  return ArrayBuffer.isView(ratings) ? String((ratings as Uint8Array)[Symbol.toStringTag]) : "";
}

function countIterable(caller: string, ratings: Iterable<Rating>, cells: Cells): void {
  let index = 0;
  for (const rating of ratings) countAnswer(caller, cells, index++, rating);
}

function countArray(caller: string, ratings: readonly Rating[], cells: Cells): void {
  const bits = bitsOf(cells);
  let i = 0;
  if (ratings.length > 4 ** bits) {
    const pairs = new Uint32Array(4 ** bits);
    const end = ratings.length - (ratings.length % 4);
    for (; i < end; i += PART) countFours(caller, ratings, i, Math.min(i + PART, end), cells, bits, pairs);
    i = end;
    addCounts(countsOfPairs(pairs, bits, 0, cells), cells);
  }
  for (; i < ratings.length; i++) countAnswer(caller, cells, i, ratings[i]);
}

/**
 * Counts two pairs at a time, behind one question whether all four are on the scale. Reads each rating once, because
 * reading an array may run code: a getter or a proxy.
 */
function countFours(
  caller: string,
  ratings: readonly Rating[],
  start: number,
  end: number,
  cells: Cells,
  bits: number,
  pairs: Uint32Array,
): void {
  const { min } = cells.scale;
  const points = cells.counts.length;
  for (let i = start; i < end; i += 4) {
    const a = ratings[i];
    const b = ratings[i + 1];
    const c = ratings[i + 2];
    const d = ratings[i + 3];
    if (typeof a === "number" && typeof b === "number" && typeof c === "number" && typeof d === "number") {
      // The 32-bit conversion changes all that is no small whole number. Named halves of the question would be slower.
      const cellOfA = (a | 0) - min;
      const cellOfB = (b | 0) - min;
      const cellOfC = (c | 0) - min;
      const cellOfD = (d | 0) - min;
      if (
        cellOfA >>> 0 < points &&
        cellOfB >>> 0 < points &&
        cellOfC >>> 0 < points &&
        cellOfD >>> 0 < points &&
        (a | 0) === a &&
        (b | 0) === b &&
        (c | 0) === c &&
        (d | 0) === d
      ) {
        const first = (cellOfA << bits) | cellOfB;
        const second = (cellOfC << bits) | cellOfD;
        pairs[first] = (pairs[first] as number) + 1;
        pairs[second] = (pairs[second] as number) + 1;
        continue;
      }
    }
    countAnswer(caller, cells, i, a);
    countAnswer(caller, cells, i + 1, b);
    countAnswer(caller, cells, i + 2, c);
    countAnswer(caller, cells, i + 3, d);
  }
}

/** Copies block by block into doubles, so that the inner loop sees one kind of array whatever it was given. */
function countNumbers(caller: string, kind: string, ratings: Float32Array, cells: Cells): void {
  const counted = kind.startsWith("Uint8") ? countBytes(ratings, cells) : 0;
  const block = new Float64Array(Math.min(PART, ratings.length));
  for (let start = counted; start < ratings.length; start += PART) {
    const part = ratings.subarray(start, start + PART);
    block.set(part);
    countDoubles(caller, block.subarray(0, part.length), start, cells);
  }
}

/** Counts doubles, the first of which has the index `offset`. */
function countDoubles(caller: string, ratings: Float64Array, offset: number, cells: Cells): void {
  const bits = bitsOf(cells);
  let i = 0;
  if (ratings.length > 4 ** bits) {
    const pairs = new Uint32Array(4 ** bits);
    const end = ratings.length - (ratings.length % 4);
    const { min } = cells.scale;
    while (i < end && countFoursOfDoubles(ratings, i, Math.min(i + PART, end), min, bits, pairs)) i += PART;
    i = i < end ? 0 : addAllOrNone(end, countsOfPairs(pairs, bits, 0, cells), cells);
  }
  for (; i < ratings.length; i++) countAnswer(caller, cells, offset + i, ratings[i] as number);
}

/** Whether all are whole numbers that the table has a cell for. */
function countFoursOfDoubles(
  ratings: Float64Array,
  start: number,
  end: number,
  min: number,
  bits: number,
  pairs: Uint32Array,
): boolean {
  for (let i = start; i < end; i += 4) {
    const a = ratings[i] as number;
    const b = ratings[i + 1] as number;
    const c = ratings[i + 2] as number;
    const d = ratings[i + 3] as number;
    if ((a | 0) !== a || (b | 0) !== b || (c | 0) !== c || (d | 0) !== d) return false;
    const cellOfA = (a | 0) - min;
    const cellOfB = (b | 0) - min;
    const cellOfC = (c | 0) - min;
    const cellOfD = (d | 0) - min;
    if ((cellOfA | cellOfB | cellOfC | cellOfD) >>> bits !== 0) return false;
    const first = (cellOfA << bits) | cellOfB;
    const second = (cellOfC << bits) | cellOfD;
    pairs[first] = (pairs[first] as number) + 1;
    pairs[second] = (pairs[second] as number) + 1;
  }
  return true;
}

/** Counts whole blocks of bytes or, where a byte is off the scale, none. Returns how many bytes it counted. */
function countBytes(bytes: ArrayLike<number> & Pick<Float32Array, "subarray">, cells: Cells): number {
  const { min, max } = cells.scale;
  if (bytes.length < 4 * PART || min < 0 || max > 255) return 0;
  const block = new Uint8Array(PART);
  // Which byte of a pair comes first differs between machines, and both are counted alike.
  const pairsOfBlock = new Uint16Array(block.buffer);
  const pairs = new Uint32Array(4 ** 8);
  const end = bytes.length - (bytes.length % PART);
  for (let start = 0; start < end; start += PART) {
    block.set(bytes.subarray(start, start + PART));
    countPairsOfBytes(pairsOfBlock, pairs);
  }
  return addAllOrNone(end, countsOfPairs(pairs, 8, min, cells), cells);
}

function countPairsOfBytes(pairsOfBlock: Uint16Array, pairs: Uint32Array): void {
  for (let i = 0; i < pairsOfBlock.length; i++) {
    const pair = pairsOfBlock[i] as number;
    pairs[pair] = (pairs[pair] as number) + 1;
  }
}

/** How many bits tell the cells apart. */
function bitsOf({ counts }: Cells): number {
  return 32 - Math.clz32(counts.length - 1);
}

/** What a table of pairs says of each rating; its row and column `from` belong to the lowest. */
function countsOfPairs(pairs: Uint32Array, bits: number, from: number, cells: Cells): Float64Array {
  const counts = new Float64Array(cells.counts.length);
  for (let a = 0; a < counts.length; a++) {
    for (let b = 0; b < counts.length; b++) {
      const count = pairs[((from + a) << bits) | (from + b)] as number;
      counts[a] = (counts[a] as number) + count;
      counts[b] = (counts[b] as number) + count;
    }
  }
  return counts;
}

/** A table has room for more than the scale: where its counts on the scale are too few, an answer was off it. */
function addAllOrNone(answers: number, counts: Float64Array, cells: Cells): number {
  if (counts.reduce((sum, count) => sum + count, 0) < answers) return 0;
  addCounts(counts, cells);
  return answers;
}

function addCounts(more: Float64Array, { counts }: Cells): void {
  more.forEach((count, cell) => {
    counts[cell] = (counts[cell] as number) + count;
  });
}
