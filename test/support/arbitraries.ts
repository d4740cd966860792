// Random surveys for the laws: scales, answers, weights, cuts and tallies.

import fc from "fast-check";
import { type Rating, type Scale, type Tally, tally, tallyRows } from "../../src/index.ts";

/** A rating and the weight it was given with. */
interface WeightedRow {
  readonly rating: Rating;
  readonly weight: number;
}

/** Every answer that a scale has, lowest first. */
export function ratingsOf(scale: Scale): number[] {
  return Array.from({ length: scale.max - scale.min + 1 }, (_, cell) => scale.min + cell);
}

/** Scales of every size, most of them small, on both sides of 0. */
export function anyScale(): fc.Arbitrary<Scale> {
  const points = fc.oneof({ arbitrary: fc.integer({ min: 2, max: 11 }), weight: 9 }, fc.constant(1001));
  return fc
    .tuple(fc.integer({ min: -20, max: 20 }), points)
    .map(([min, count]) => ({ min, max: min + count - 1 }));
}

/** A rating on the scale. */
export function ratingOn(scale: Scale): fc.Arbitrary<number> {
  return fc.integer({ min: scale.min, max: scale.max });
}

/** Ratings on the scale, none of them missing. */
export function ratingsOn(scale: Scale, { minLength = 0, maxLength = 30 } = {}): fc.Arbitrary<number[]> {
  return fc.array(ratingOn(scale), { minLength, maxLength });
}

/** Answers on the scale, some of them missing. Often few, or all alike. */
export function answersOn(scale: Scale): fc.Arbitrary<Rating[]> {
  const missing = fc.constantFrom(null, undefined);
  const mixed = fc.array(
    fc.oneof({ arbitrary: ratingOn(scale), weight: 4 }, { arbitrary: missing, weight: 1 }),
    {
      maxLength: 30,
    },
  );
  const alike = fc
    .tuple(ratingOn(scale), fc.integer({ min: 1, max: 20 }))
    .map(([rating, n]) => Array<Rating>(n).fill(rating));
  return fc.oneof({ arbitrary: mixed, weight: 4 }, { arbitrary: alike, weight: 1 });
}

/** A list and the same list in another order. */
export function shuffled<T>(values: readonly T[]): fc.Arbitrary<[readonly T[], T[]]> {
  return fc.tuple(fc.constant(values), fc.shuffledSubarray([...values], { minLength: values.length }));
}

/** Weights that sums keep well apart from rounding; sometimes zero. */
export function anyWeight(): fc.Arbitrary<number> {
  return fc.oneof({ arbitrary: positiveWeight(), weight: 5 }, { arbitrary: fc.constant(0), weight: 1 });
}

/** Weights above zero. */
export function positiveWeight(): fc.Arbitrary<number> {
  return fc.double({ min: 0.01, max: 100, noNaN: true });
}

/** Answers with weights. */
export function weightedRowsOn(
  scale: Scale,
  weight: fc.Arbitrary<number> = anyWeight(),
): fc.Arbitrary<WeightedRow[]> {
  const rating = fc.oneof(
    { arbitrary: ratingOn(scale), weight: 5 },
    { arbitrary: fc.constant(null), weight: 1 },
  );
  return fc.array(fc.record({ rating, weight }), { maxLength: 20 });
}

/** Folds rows of {@link weightedRowsOn}. */
export function tallyOfWeighted(rows: Iterable<WeightedRow>, scale: Scale): Tally {
  return tallyRows(rows, { scale, rating: (row) => row.rating, weight: (row) => row.weight });
}

/** Tallies on the scale, weighted and not. */
export function tallyOn(scale: Scale): fc.Arbitrary<Tally> {
  return fc.oneof(
    answersOn(scale).map((ratings) => tally(ratings, scale)),
    weightedRowsOn(scale).map((rows) => tallyOfWeighted(rows, scale)),
  );
}

/** Confidence levels, from next to nothing to next to all. */
export function anyLevel(): fc.Arbitrary<number> {
  return fc.oneof(
    fc.constantFrom(0.5, 0.9, 0.95, 0.99),
    fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }),
  );
}

/** The same ratings in every kind of container that can hold them, each made anew. */
export function containersOf(ratings: readonly number[]): Iterable<Rating>[] {
  const within = (low: number, high: number): boolean => ratings.every((r) => r >= low && r <= high);
  return [
    [...ratings],
    Object.freeze([...ratings]),
    ratings.values(),
    generatorOf(ratings),
    new Map(ratings.entries()).values(),
    { [Symbol.iterator]: () => ratings.values() },
    Int16Array.from(ratings),
    Int32Array.from(ratings),
    Float32Array.from(ratings),
    Float64Array.from(ratings),
    ...(within(-128, 127) ? [Int8Array.from(ratings)] : []),
    ...(within(0, 255) ? [Uint8Array.from(ratings), Uint8ClampedArray.from(ratings)] : []),
    ...(within(0, 65_535) ? [Uint16Array.from(ratings), Uint32Array.from(ratings)] : []),
  ];
}

function* generatorOf<T>(values: Iterable<T>): Generator<T> {
  yield* values;
}
