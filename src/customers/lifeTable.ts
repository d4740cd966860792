// Life tables: at each time, how many were at risk, left, or were last seen. Every estimator of survival reads them.

import { type CxMetricsError, type Path, refusal, refusalInWords, requireIterable } from "../errors.ts";
import type { Duration } from "../records/duration.ts";
import { isUsableWeight, USABLE_WEIGHT } from "../records/weight.ts";
import { addTo, emptySum, totalOf } from "../statistics/runningSum.ts";
import {
  addAtTime,
  earliest,
  mostTimes,
  noTimeSums,
  queueOf,
  type TimeQueue,
  type TimeSums,
  takeUntil,
} from "./timeSums.ts";

/**
 * Times that differ by less than this share of the earlier are one time: 0.3 and 0.1 + 0.2 differ by rounding alone.
 * 2⁻²⁶, the square root of the precision of a double, as in R's `survfit`.
 */
export const TIE = 1.4901161193847656e-8;

/** Times above this could not be squared and multiplied by weights. */
const LONGEST = 1e50;

/** What a time must be, for errors. */
export const USABLE_TIME = "a number from 0 to 1e50";

/** Durations, folded. */
export interface DurationFold {
  /** How many durations there were. */
  n: number;
  /** How many of them entered late. */
  late: number;
  /** The first weight that is not 1, and the index of its row; `null` where there is none. */
  weighted: { readonly index: number; readonly weight: number } | null;
  /** Weights of those who entered late, by the time at which they did. */
  readonly entered: TimeSums;
  /** Weights of those who left, by time. */
  readonly events: TimeSums;
  /** Weights of those who were last seen, by time. */
  readonly censored: TimeSums;
}

/** A fold in order of time: `length` rows, of which all but the first column are sums of weights. */
export interface LifeTable {
  readonly length: number;
  /** When somebody entered, left or was last seen. */
  readonly times: Float64Array;
  /** Those at risk who did not leave, with the digits that a difference of large weights would not have. */
  readonly staying: Float64Array;
  readonly events: Float64Array;
  readonly censored: Float64Array;
}

/** Folds durations, or throws naming the index and the field of what is wrong. */
export function foldDurations(caller: string, path: Path, durations: Iterable<Duration>): DurationFold {
  const fold: DurationFold = {
    n: 0,
    late: 0,
    weighted: null,
    entered: noTimeSums(),
    events: noTimeSums(),
    censored: noTimeSums(),
  };
  if (Array.isArray(durations)) {
    // By index, which engines make much faster than an iterator.
    for (let i = 0; i < durations.length; i++) addDuration(caller, path, durations[i] as Duration, fold);
  } else {
    requireIterable(caller, path, durations);
    for (const duration of durations) addDuration(caller, path, duration, fold);
  }
  return fold;
}

function addDuration(caller: string, path: Path, duration: Duration, fold: DurationFold): void {
  if (typeof duration !== "object" || duration === null) {
    throw refusal(caller, "invalid-argument", [...path, fold.n], "an object", duration);
  }
  const { time, observed, entry = 0, weight = 1 } = duration;
  if (!isUsableTime(time)) {
    throw refusal(caller, "invalid-argument", [...path, fold.n, "time"], USABLE_TIME, time);
  }
  if (typeof observed !== "boolean") {
    throw refusal(caller, "invalid-argument", [...path, fold.n, "observed"], "true or false", observed);
  }
  if (entry !== 0 && !isUsableEntry(entry, time)) {
    throw entryRefusal(caller, [...path, fold.n, "entry"], entry);
  }
  if (weight !== 1) {
    if (!isUsableWeight(weight)) {
      throw refusal(caller, "invalid-weight", [...path, fold.n, "weight"], USABLE_WEIGHT, weight);
    }
    fold.weighted ??= { index: fold.n, weight };
  }
  fold.n++;
  if (weight === 0) return;
  addAtTime(observed ? fold.events : fold.censored, time, weight);
  if (entry === 0) return;
  addAtTime(fold.entered, entry, weight);
  fold.late++;
}

/** Whether a value is a time that can be reckoned with. */
export function isUsableTime(time: unknown): time is number {
  return typeof time === "number" && time >= 0 && time <= LONGEST;
}

/** Whether somebody who entered then is followed up to a time. Nobody is over one that is as short as rounding. */
function isUsableEntry(entry: unknown, time: number): boolean {
  return isUsableTime(entry) && time > endOfTie(entry);
}

function entryRefusal(caller: string, path: Path, entry: unknown): CxMetricsError {
  if (!isUsableTime(entry)) return refusal(caller, "invalid-argument", path, USABLE_TIME, entry);
  const got = "the same time or a later one";
  return refusalInWords(caller, "invalid-argument", path, "before time, or 0", got);
}

/** The last time that counts as the same. */
export function endOfTie(time: number): number {
  return time * (1 + TIE);
}

/** How many there are in all, or what they weigh. */
export function total(weights: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i] as number;
  return sum;
}

/** The life table of a fold. */
export function lifeTable(fold: DurationFold): LifeTable {
  const queues = [fold.entered, fold.events, fold.censored].map(queueOf) as [TimeQueue, TimeQueue, TimeQueue];
  const most = queues.reduce((sum, queue) => sum + mostTimes(queue), 0);
  const [times, entered, events, censored] = columns(most);
  let length = 0;
  for (let time = earliest(queues); time < Number.POSITIVE_INFINITY; time = earliest(queues)) {
    const last = endOfTie(time);
    times[length] = time;
    entered[length] = takeUntil(queues[0], last);
    events[length] = takeUntil(queues[1], last);
    censored[length] = takeUntil(queues[2], last);
    length++;
  }
  return { length, times, staying: staying(length, entered, events, censored), events, censored };
}

function columns(length: number): [Float64Array, Float64Array, Float64Array, Float64Array] {
  const column = (): Float64Array => new Float64Array(length);
  return [column(), column(), column(), column()];
}

/** What weights may be off by through rounding where some enter late, as a share of those at risk. */
const ROUNDING = 1e-12;

/**
 * Counts from the last time back, so that the few who are left at the end carry no rounding error of the many, with the
 * digits kept that weights of very different size would drop. The counts take the place of those who entered: at a
 * million times, another column costs as much as all the counting.
 */
function staying(
  length: number,
  entered: Float64Array,
  events: Float64Array,
  censored: Float64Array,
): Float64Array {
  const still = emptySum();
  // Only what is taken away again leaves a trace of rounding where nobody is.
  let least = 0;
  for (let i = length - 1; i >= 0; i--) {
    const left = events[i] as number;
    const lastSeen = censored[i] as number;
    const late = entered[i] as number;
    if (late > 0) least = ROUNDING;
    addTo(still, lastSeen);
    addTo(still, -late);
    const stay = totalOf(still);
    // Who is last seen was there, whatever rounding says.
    entered[i] = stay > least * (stay + left) ? Math.max(stay, lastSeen) : lastSeen;
    addTo(still, left);
  }
  return entered;
}
