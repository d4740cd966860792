// Running sums that keep the digits which each addition drops.

/** A sum as it grows, and what rounding has dropped from it so far. */
export interface RunningSum {
  sum: number;
  dropped: number;
}

/** A sum of nothing yet. */
export function emptySum(): RunningSum {
  return { sum: 0, dropped: 0 };
}

/**
 * Adds a value to the sum.
 *
 * What the addition drops is added up by itself: A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation
 * endlicher Summen", ZAMM 54 (1974).
 */
export function addTo(running: RunningSum, value: number): void {
  const next = running.sum + value;
  running.dropped +=
    Math.abs(running.sum) >= Math.abs(value) ? running.sum - next + value : value - next + running.sum;
  running.sum = next;
}

/** What the sum has come to: exact for integers that a double holds, else to its last digit or two. */
export function totalOf({ sum, dropped }: RunningSum): number {
  return sum + dropped;
}
