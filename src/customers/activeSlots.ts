// Which periods or windows each customer was active in, as bits.

import type { Activity } from "./activity.ts";

/** How many words of bits are held at a time: 16 MB, whatever the number of customers. */
const MOST_WORDS = 4_194_304;

/** How many events are marked at a time. */
const BLOCK = 4096;

/** One bit for each slot of a customer, as many customers at a time as there is room for. */
export interface ActiveSlots {
  /** How many customers there are. */
  readonly customers: number;
  /** How many words the bits of a customer take. */
  readonly words: number;
  readonly atOnce: number;
  /** The bits of as many customers as are held at once, the first of them `from`. Valid until the next call. */
  readonly bitsFrom: (from: number) => Int32Array;
}

/** Writes for each of a few events, in their order, the slot that it is in: from 0 to below the number of slots. */
type FillSlots = (slots: Int32Array, customers: Uint32Array, at: Float64Array) => void;

/** The slots in which something happened. */
export function activeSlots(activity: Activity, count: number, fillSlots: FillSlots): ActiveSlots {
  const { numbers } = activity;
  const words = Math.ceil(count / 32);
  const atOnce = Math.min(numbers, Math.floor(MOST_WORDS / words));
  const bits = new Int32Array(atOnce * words);
  let held = -1;
  const bitsFrom = (from: number): Int32Array => {
    // Where all customers are held at once, their events are read only once.
    if (from !== held) markEvents(bits.fill(0), words, from, activity, fillSlots);
    held = from;
    return bits;
  };
  return { customers: numbers, words, atOnce, bitsFrom };
}

/** Marks all events, in blocks whose slots stay in the fastest memory. */
function markEvents(
  bits: Int32Array,
  words: number,
  from: number,
  { customers, at }: Activity,
  fillSlots: FillSlots,
): void {
  const slots = new Int32Array(BLOCK);
  for (let begin = 0; begin < at.length; begin += BLOCK) {
    const block = customers.subarray(begin, begin + BLOCK);
    fillSlots(slots, block, at.subarray(begin, begin + BLOCK));
    markBlock(bits, words, from, block, slots);
  }
}

function markBlock(
  bits: Int32Array,
  words: number,
  from: number,
  customers: Uint32Array,
  slots: Int32Array,
): void {
  for (let i = 0; i < customers.length; i++) {
    const begin = ((customers[i] as number) - from) * words;
    if (begin < 0 || begin >= bits.length) continue;
    const slot = slots[i] as number;
    const word = begin + (slot >>> 5);
    // A shift takes its distance modulo 32.
    bits[word] = (bits[word] as number) | (1 << slot);
  }
}

/** Calls `visit` for each customer with the bits, and with where those of the customer begin. */
export function visitCustomers(
  { customers, words, atOnce, bitsFrom }: ActiveSlots,
  visit: (customer: number, bits: Int32Array, begin: number) => void,
): void {
  for (let from = 0; from < customers; from += atOnce) {
    const bits = bitsFrom(from);
    const end = Math.min(from + atOnce, customers);
    for (let customer = from; customer < end; customer++) visit(customer, bits, (customer - from) * words);
  }
}

/** For each customer the first slot with activity, −1 for none. */
export function firstSlots(slots: ActiveSlots): Int32Array {
  const firsts = new Int32Array(slots.customers).fill(-1);
  visitCustomers(slots, (customer, bits, begin) => {
    for (let word = 0; word < slots.words; word++) {
      const present = bits[begin + word] as number;
      if (present === 0) continue;
      firsts[customer] = 32 * word + lowestBit(present);
      return;
    }
  });
  return firsts;
}

/** For each customer the last slot with activity, −1 for none. */
export function lastSlots(slots: ActiveSlots): Int32Array {
  const lasts = new Int32Array(slots.customers).fill(-1);
  visitCustomers(slots, (customer, bits, begin) => {
    for (let word = slots.words - 1; word >= 0; word--) {
      const present = bits[begin + word] as number;
      if (present === 0) continue;
      lasts[customer] = 32 * word + 31 - Math.clz32(present);
      return;
    }
  });
  return lasts;
}

/** The place of the lowest bit that is set. */
export function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}
