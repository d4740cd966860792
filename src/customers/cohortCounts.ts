// The counting of cohort tables: how many of a cohort count in each column.

import { type ActiveSlots, lowestBit, visitCustomers } from "./activeSlots.ts";
import type { Cohorts } from "./cohorts.ts";

/** For each cohort in turn, a count for each column. */
type Counts = Uint32Array<ArrayBuffer>;

/** Counts each customer once in every slot with activity; column 0 is the slot `origins[customer]`. */
export function countActive(cohorts: Cohorts, slots: ActiveSlots, origins: Int32Array): Counts {
  const { placeOf, width } = cohorts;
  const counts: Counts = new Uint32Array(cohorts.cohorts.length * width);
  visitCustomers(slots, (customer, bits, begin) => {
    const firstCell = (placeOf[customer] as number) * width;
    for (let word = 0; word < slots.words; word++) {
      const firstColumn = 32 * word - (origins[customer] as number);
      for (let rest = bits[begin + word] as number; rest !== 0; rest &= rest - 1) {
        const column = firstColumn + lowestBit(rest);
        // Where clocks go back over midnight, what comes later can have the earlier date.
        if (column < 0 || column >= width) continue;
        counts[firstCell + column] = (counts[firstCell + column] as number) + 1;
      }
    }
  });
  return counts;
}

/** Counts each customer in every column up to the last one that counts, −1 for none. */
export function countThrough(cohorts: Cohorts, lasts: Int32Array): Counts {
  const { placeOf, width } = cohorts;
  const counts: Counts = new Uint32Array(cohorts.cohorts.length * width);
  for (let customer = 0; customer < lasts.length; customer++) {
    const last = Math.min(lasts[customer] as number, width - 1);
    if (last < 0) continue;
    const cell = (placeOf[customer] as number) * width + last;
    counts[cell] = (counts[cell] as number) + 1;
  }
  // Whoever counts in a column counts in those before it.
  for (let cell = counts.length - 2; cell >= 0; cell--) {
    if ((cell + 1) % width !== 0) counts[cell] = (counts[cell] as number) + (counts[cell + 1] as number);
  }
  return counts;
}
