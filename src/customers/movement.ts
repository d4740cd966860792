// Movement: how a body of customers changed over one period.

import { type CxMetricsError, checkedCount, type Path, refusalInWords } from "../errors.ts";

/**
 * How a body of customers changed from one moment to another.
 *
 * Each customer counts at most once in each field, and `atEnd = atStart + acquired + reactivated − lost`. Plain
 * JSON; movements of disjoint segments over the same period add up.
 */
export interface Movement {
  /** Start of the period, included: an ISO 8601 instant. */
  readonly from: string;
  /** End of the period, excluded: an ISO 8601 instant. */
  readonly to: string;
  /** Customers when the period began. */
  readonly atStart: number;
  /** Customers who joined in the period for the first time. */
  readonly acquired: number;
  /** Former customers who came back in the period. */
  readonly reactivated: number;
  /** Customers who left in the period, whether they were there when it began or joined in it. */
  readonly lost: number;
  /** Customers who left in the period and were there when it began. */
  readonly lostFromStart: number;
  /** Customers when the period ended. */
  readonly atEnd: number;
}

const COUNTS = ["atStart", "acquired", "reactivated", "lost", "lostFromStart", "atEnd"] as const;

/**
 * Whether counts came from a movement, which knows who of the lost was there at the start. One that lacks a count must
 * not pass for the plain counts of a formula.
 */
export function isMovement(counts: object): counts is Movement {
  return "lostFromStart" in counts || "reactivated" in counts || "from" in counts;
}

/** The counts of a movement. */
export type MovementCounts = Pick<Movement, (typeof COUNTS)[number]>;

/** The counts of a movement where they can all be true at once, or a throw. */
export function checkedMovement(caller: string, movement: Movement, path: Path = []): MovementCounts {
  const counts = checkedCounts(caller, movement, COUNTS, path);
  const { atStart, acquired, reactivated, lost, lostFromStart, atEnd } = counts;
  if (atEnd !== atStart + acquired + reactivated - lost) {
    const sum = `${atStart} + ${acquired} + ${reactivated} − ${lost}`;
    throw impossible(caller, [...path, "atEnd"], `atStart + acquired + reactivated − lost (${sum})`, atEnd);
  }
  if (lostFromStart > Math.min(lost, atStart)) {
    const most = `at most lost (${lost}) and atStart (${atStart})`;
    throw impossible(caller, [...path, "lostFromStart"], most, lostFromStart);
  }
  if (lost - lostFromStart > acquired + reactivated) {
    const least = `at least lost − acquired − reactivated (${lost - acquired - reactivated})`;
    throw impossible(caller, [...path, "lostFromStart"], least, lostFromStart);
  }
  return counts;
}

/** The named counts, each a whole number from 0 up, or a throw. */
export function checkedCounts<K extends string>(
  caller: string,
  counts: { readonly [N in K]: number },
  names: readonly K[],
  path: Path = [],
): { readonly [N in K]: number } {
  const checked = names.map((name) => [name, checkedCount(caller, [...path, name], counts[name])] as const);
  return Object.fromEntries(checked) as { readonly [N in K]: number };
}

/** The error for counts that contradict each other, with advice where the mistake is a usual one. */
export function impossible(
  caller: string,
  path: Path,
  requirement: string,
  count: number,
  advice?: string,
): CxMetricsError {
  const got = advice === undefined ? `${count}` : `${count}; ${advice}`;
  return refusalInWords(caller, "impossible-counts", path, requirement, got);
}
