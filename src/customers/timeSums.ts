// Weights summed by time, and read back in order of time.

/** Whole times below this are counted in an array, which saves sorting them; as days they reach 179 years. */
const COUNTED_BELOW = 65_536;

/** Weights by time, in the order in which they came. */
export interface TimeSums {
  /** For each small whole time, the sum of its weights. */
  counted: Float64Array;
  /** All other times, as many as `length`; behind those is room for more. */
  length: number;
  times: Float64Array;
  /** The weights of those; empty as long as all of them are 1. */
  weights: Float64Array;
}

export function noTimeSums(): TimeSums {
  return {
    counted: new Float64Array(0),
    length: 0,
    times: new Float64Array(0),
    weights: new Float64Array(0),
  };
}

/** Adds a weight at a time, which is a finite number from 0 up. */
export function addAtTime(sums: TimeSums, time: number, weight: number): void {
  const whole = time | 0;
  if (whole === time && whole < COUNTED_BELOW) {
    if (whole >= sums.counted.length) sums.counted = withRoom(sums.counted, whole);
    sums.counted[whole] = (sums.counted[whole] as number) + weight;
    return;
  }
  const { length } = sums;
  if (length >= sums.times.length) sums.times = withRoom(sums.times, length);
  sums.times[length] = time;
  if (weight !== 1 || sums.weights.length > 0) setWeight(sums, weight);
  sums.length++;
}

function setWeight(sums: TimeSums, weight: number): void {
  const { length, times, weights } = sums;
  if (length >= weights.length) {
    sums.weights = new Float64Array(times.length).fill(1, weights.length);
    sums.weights.set(weights);
  }
  sums.weights[length] = weight;
}

/** The numbers in an array with room at an index, and for as many again before it has to grow once more. */
function withRoom(numbers: Float64Array, index: number): Float64Array {
  const longer = new Float64Array(2 * Math.max(index, 16));
  longer.set(numbers);
  return longer;
}

/** Weights in order of time, and how far they have been taken. */
export interface TimeQueue {
  readonly counted: Float64Array;
  readonly times: Float64Array;
  /** Empty where all are 1. */
  readonly weights: Float64Array;
  whole: number;
  position: number;
  /** The earliest time that has not been taken, Infinity where there is none. */
  next: number;
}

/** Puts the sums in order where they are; nothing can be added to them after that. */
export function queueOf({ counted, length, times, weights }: TimeSums): TimeQueue {
  const ordered = inOrder(times.subarray(0, length), weights);
  const queue = { counted, ...ordered, whole: 0, position: 0, next: 0 };
  queue.next = nextTime(queue);
  return queue;
}

function inOrder(times: Float64Array, weights: Float64Array): Pick<TimeQueue, "times" | "weights"> {
  // Numbers alone are sorted much faster than rows.
  if (weights.length === 0) return { times: times.sort(), weights };
  const order = Uint32Array.from(times.keys()).sort((a, b) => (times[a] as number) - (times[b] as number));
  return {
    times: Float64Array.from(order, (row) => times[row] as number),
    weights: Float64Array.from(order, (row) => weights[row] as number),
  };
}

/** The most times that a queue can have. */
export function mostTimes({ counted, times }: TimeQueue): number {
  return counted.length + times.length;
}

/** The earliest time that has not been taken from one of the queues, Infinity where there is none. */
export function earliest(queues: readonly TimeQueue[]): number {
  let time = Number.POSITIVE_INFINITY;
  for (let i = 0; i < queues.length; i++) time = Math.min(time, (queues[i] as TimeQueue).next);
  return time;
}

function nextTime(queue: TimeQueue): number {
  const { counted, times, position } = queue;
  while (queue.whole < counted.length && counted[queue.whole] === 0) queue.whole++;
  const whole = queue.whole < counted.length ? queue.whole : Number.POSITIVE_INFINITY;
  const other = position < times.length ? (times[position] as number) : Number.POSITIVE_INFINITY;
  return Math.min(whole, other);
}

/** Takes all times up to one, and gives the sum of their weights. */
export function takeUntil(queue: TimeQueue, last: number): number {
  if (queue.next > last) return 0;
  const { counted, times, weights, position } = queue;
  let sum = 0;
  while (queue.whole < counted.length && queue.whole <= last) sum += counted[queue.whole++] as number;
  let end = position;
  while (end < times.length && (times[end] as number) <= last) end++;
  for (let i = position; i < end; i++) sum += weights.length === 0 ? 1 : (weights[i] as number);
  queue.position = end;
  queue.next = nextTime(queue);
  return sum;
}
