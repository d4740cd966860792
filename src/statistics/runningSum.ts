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

/** The sum of a term for each of the values. */
export function sumOver<T>(values: ArrayLike<T>, term: (value: T, i: number) => number): number {
  const running = emptySum();
  for (let i = 0; i < values.length; i++) addTo(running, term(values[i] as T, i));
  return totalOf(running);
}

/** What the sum has come to: exact for integers that a double holds, else to its last digit or two. */
export function totalOf({ sum, dropped }: RunningSum): number {
  return sum + dropped;
}
