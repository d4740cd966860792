// The fold of stays into movements: who was there, came and went, between each boundary and the next.

import type { MovementCounts } from "./movement.ts";
import type { Stay, Stays } from "./stays.ts";

/** One beginning or end of a stay, by the period that it falls in. */
interface Change {
  readonly period: number;
  readonly isStart: boolean;
}

/** The counts of one period in the making. */
type Counts = { -readonly [F in keyof MovementCounts]: number };

/**
 * The movements from each boundary to the next. What happens at a boundary belongs to the period that begins there:
 * somebody who leaves at that instant was there when the period began.
 *
 * Each customer is looked at once, and of their stays only what falls into a period; how many are there is carried from
 * boundary to boundary.
 */
export function movementsOf(stays: Stays, boundaries: readonly number[]): readonly MovementCounts[] {
  const periods = boundaries.length - 1;
  const counts = Array.from({ length: periods }, emptyCounts);
  let atStart = 0;
  for (const ofCustomer of stays.values()) {
    const changes = changesOf(ofCustomer, boundaries);
    if (isThereAtFirst(changes)) atStart++;
    countChanges(changes, counts);
  }
  for (const period of counts) {
    period.atStart = atStart;
    atStart += period.acquired + period.reactivated - period.lost;
    period.atEnd = atStart;
  }
  return counts;
}

function emptyCounts(): Counts {
  return { atStart: 0, acquired: 0, reactivated: 0, lost: 0, lostFromStart: 0, atEnd: 0 };
}

/** A customer's comings and goings in order. */
function changesOf(stays: readonly Stay[], boundaries: readonly number[]): readonly Change[] {
  return stays.flatMap(({ start, end }) => [
    { period: periodAt(start, boundaries), isStart: true },
    { period: periodAt(end, boundaries), isStart: false },
  ]);
}

/** The period that an instant falls in: −1 before the first boundary, `boundaries.length − 1` from the last on. */
function periodAt(epoch: number, boundaries: readonly number[]): number {
  let [low, high] = [0, boundaries.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((boundaries[middle] as number) <= epoch) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Who has come before the first boundary and has not left before it. */
function isThereAtFirst(changes: readonly Change[]): boolean {
  return changes.filter(({ period }) => period < 0).length % 2 === 1;
}

/** Counts a customer in each period at most once in each field: leaving and coming back within one nets out. */
function countChanges(changes: readonly Change[], counts: readonly Counts[]): void {
  changes.forEach((first, i) => {
    const { period } = first;
    const counted = counts[period];
    if (counted === undefined || changes[i - 1]?.period === period) return;
    const wasThere = !first.isStart;
    const isThere = lastOf(changes, i).isStart;
    if (!wasThere) counted[i === 0 ? "acquired" : "reactivated"]++;
    if (!isThere) counted.lost++;
    if (wasThere && !isThere) counted.lostFromStart++;
  });
}

/** The last change in the period of the one at `index`. */
function lastOf(changes: readonly Change[], index: number): Change {
  const { period } = changes[index] as Change;
  let last = index;
  while (changes[last + 1]?.period === period) last++;
  return changes[last] as Change;
}
