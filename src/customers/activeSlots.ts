// Which periods or windows each customer was active in, as bits.

import type { Activity } from "./activity.ts";

/** How many words of bits are held at a time: 16 MB, whatever the number of customers. */
const MOST_WORDS = 4_194_304;

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

/** The slots in which something happened; `slotOf` gives numbers from 0 to below `slots`. */
export function activeSlots(
  { customers, at, numbers }: Activity,
  slots: number,
  slotOf: (customer: number, epoch: number) => number,
): ActiveSlots {
  const words = Math.ceil(slots / 32);
  const atOnce = Math.min(numbers, Math.floor(MOST_WORDS / words));
  const bits = new Int32Array(atOnce * words);
  const mark = (from: number): void => {
    bits.fill(0);
    for (let i = 0; i < at.length; i++) {
      const customer = customers[i] as number;
      const place = customer - from;
      if (place < 0 || place >= atOnce) continue;
      const slot = slotOf(customer, at[i] as number);
      const word = place * words + (slot >>> 5);
      // A shift takes its distance modulo 32.
      bits[word] = (bits[word] as number) | (1 << slot);
    }
  };
  let held = -1;
  const bitsFrom = (from: number): Int32Array => {
    // Where all customers are held at once, their events are read only once.
    if (from !== held) mark(from);
    held = from;
    return bits;
  };
  return { customers: numbers, words, atOnce, bitsFrom };
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
