// Cohorts: which period each customer began in, and how much of what followed is known.

import { CxMetricsError, refusalInWords } from "../errors.ts";
import type { PeriodIndex } from "../time/periodIndex.ts";
import type { PeriodKey } from "../time/periodKey.ts";
import { windowOf } from "../time/windowOf.ts";
import type { CohortSettings } from "./cohortSettings.ts";

/** A bound on tables that nobody could read and few machines could hold. */
const MOST_CELLS = 10_000_000;

/** The customers who began in one period. */
interface Cohort {
  readonly key: PeriodKey;
  readonly size: number;
  /** How many columns, from the first, have elapsed at `asOf`. */
  readonly known: number;
}

/** Cohorts in order of time. */
export interface Cohorts {
  readonly cohorts: readonly Cohort[];
  /** For each customer the place of the cohort. */
  readonly placeOf: Int32Array;
  /** The most columns that any cohort knows. */
  readonly width: number;
}

/** Stands in place of a period for a customer who began in none. */
const NEVER = -1;

/** The columns of customers. */
interface Columns {
  /** The column that a moment of a customer falls in, from the first moment up to `asOf`. */
  readonly columnOf: (customer: number, epoch: number) => number;
  /** The column that is under way at `asOf`, the first that has not elapsed. */
  readonly lastOf: (customer: number) => number;
}

/** Columns that are periods of the calendar; `began` is for each customer the number of the first. */
export function calendarColumns(
  { numberOf }: PeriodIndex,
  { asOf }: CohortSettings,
  began: Int32Array,
): Columns {
  // Where clocks go back over midnight, what comes later can have the earlier date.
  const columnOf = (customer: number, number: number): number =>
    Math.max(number - (began[customer] as number), 0);
  const last = numberOf(asOf);
  return {
    columnOf: (customer, epoch) => columnOf(customer, numberOf(epoch)),
    lastOf: (customer) => columnOf(customer, last),
  };
}

/** Columns that are windows counted from the first moment of each customer. */
export function windowColumns(caller: string, settings: CohortSettings, firsts: Float64Array): Columns {
  const { unit, calendar, asOf } = settings;
  const columnOf = (customer: number, epoch: number): number =>
    windowOf(caller, unit, calendar.timeZone, firsts[customer] as number, epoch);
  return { columnOf, lastOf: (customer) => columnOf(customer, asOf) };
}

/** The number of the period of each customer's first moment, {@link NEVER} where that is Infinity. */
export function periodsBegun({ numberOf }: PeriodIndex, firsts: Float64Array): Int32Array {
  return Int32Array.from(firsts, (first) => (first === Number.POSITIVE_INFINITY ? NEVER : numberOf(first)));
}

/** Puts customers into cohorts by the number of the period that each began in. */
export function cohortsOf(
  caller: string,
  { periods }: CohortSettings,
  index: PeriodIndex,
  began: Int32Array,
  { lastOf }: Columns,
): Cohorts {
  const { numbers, sizes, placeOf } = inOrder(began, index.count);
  const known = new Array<number>(numbers.length).fill(periods ?? Number.POSITIVE_INFINITY);
  for (let customer = 0; customer < began.length; customer++) {
    if (began[customer] === NEVER) continue;
    const place = placeOf[customer] as number;
    known[place] = Math.min(known[place] as number, lastOf(customer));
  }
  const cohorts = numbers.map((number, place) => ({
    key: knownKey(caller, index.keyOf(number)),
    size: sizes[place] as number,
    known: known[place] as number,
  }));
  return { cohorts, placeOf, width: checkedWidth(caller, cohorts) };
}

/** The numbers that any customer has, in order, how many have each, and the place of each customer's. */
function inOrder(
  began: Int32Array,
  count: number,
): {
  readonly numbers: readonly number[];
  readonly sizes: readonly number[];
  readonly placeOf: Int32Array;
} {
  const sizeOf = new Uint32Array(count);
  for (let customer = 0; customer < began.length; customer++) {
    const number = began[customer] as number;
    if (number !== NEVER) sizeOf[number] = (sizeOf[number] as number) + 1;
  }
  const places = new Int32Array(count);
  const [numbers, sizes]: [number[], number[]] = [[], []];
  sizeOf.forEach((size, number) => {
    if (size > 0) places[number] = numbers.push(number) - 1;
    if (size > 0) sizes.push(size);
  });
  const placeOf = new Int32Array(began.length);
  for (let customer = 0; customer < began.length; customer++) {
    const number = began[customer] as number;
    placeOf[customer] = number === NEVER ? -1 : (places[number] as number);
  }
  return { numbers, sizes, placeOf };
}

function knownKey(caller: string, key: PeriodKey | null): PeriodKey {
  if (key !== null) return key;
  const message = `${caller}: cohorts must fall in the years 1 to 9999`;
  throw new CxMetricsError(message, "invalid-instant", ["cohorts"]);
}

function checkedWidth(caller: string, cohorts: readonly Cohort[]): number {
  let width = 0;
  for (const { known } of cohorts) width = Math.max(width, known);
  if (cohorts.length * width <= MOST_CELLS) return width;
  const most = Math.floor(MOST_CELLS / cohorts.length);
  const requirement = `at most ${most} where there are ${cohorts.length} cohorts, or the unit coarser`;
  throw refusalInWords(caller, "invalid-argument", ["periods"], requirement, `${width}`);
}
