// Types of what counts as answers: ratings, tallies of them, and labels read first.

import { describe, expectTypeOf, it } from "vitest";
import {
  type Answers,
  CSAT_SCALE,
  csat,
  mergeTallies,
  NPS_SCALE,
  nps,
  type Rating,
  type RatingCount,
  ratingFromLabel,
  subtractTally,
  type Tally,
  tally,
  tallyFromCounts,
  tallyRows,
} from "../../src/index.ts";

describe("answers", () => {
  it("are ratings in any iterable, or a tally", () => {
    expectTypeOf<number[]>().toExtend<Answers>();
    expectTypeOf<readonly (number | null)[]>().toExtend<Answers>();
    expectTypeOf<(number | undefined)[]>().toExtend<Answers>();
    expectTypeOf<Uint8Array>().toExtend<Answers>();
    expectTypeOf<Uint8ClampedArray>().toExtend<Answers>();
    expectTypeOf<Float32Array>().toExtend<Answers>();
    expectTypeOf<ReadonlySet<number>>().toExtend<Answers>();
    expectTypeOf<Generator<Rating>>().toExtend<Answers>();
    expectTypeOf<MapIterator<number>>().toExtend<Answers>();
    expectTypeOf<Tally>().toExtend<Answers>();
    expectTypeOf<never[]>().toExtend<Answers>();
  });

  it("are nothing else", () => {
    expectTypeOf<string>().not.toExtend<Answers>();
    expectTypeOf<string[]>().not.toExtend<Answers>();
    expectTypeOf<boolean[]>().not.toExtend<Answers>();
    expectTypeOf<bigint[]>().not.toExtend<Answers>();
    expectTypeOf<BigInt64Array>().not.toExtend<Answers>();
    expectTypeOf<Map<number, number>>().not.toExtend<Answers>();
    expectTypeOf<number>().not.toExtend<Answers>();
    expectTypeOf<null>().not.toExtend<Answers>();
    expectTypeOf<undefined>().not.toExtend<Answers>();
    expectTypeOf<AsyncGenerator<number>>().not.toExtend<Answers>();
    expectTypeOf<{ answer: number }[]>().not.toExtend<Answers>();
  });

  it("must be given", () => {
    // @ts-expect-error A score needs answers.
    () => nps();
    // @ts-expect-error Rows go through tallyRows or scoreBy.
    () => csat([{ rating: 5 }]);
  });
});

describe("a tally", () => {
  it("is what every fold returns", () => {
    expectTypeOf(tally([10], NPS_SCALE)).toEqualTypeOf<Tally>();
    expectTypeOf(tallyRows([10], { scale: NPS_SCALE, rating: (r) => r })).toEqualTypeOf<Tally>();
    expectTypeOf(tallyFromCounts([[10, 1]], NPS_SCALE)).toEqualTypeOf<Tally>();
    expectTypeOf(mergeTallies([])).toEqualTypeOf<Tally>();
    expectTypeOf(subtractTally).returns.toEqualTypeOf<Tally>();
  });

  it("may have weights, and is without them where they are absent", () => {
    expectTypeOf<Tally["counts"]>().toEqualTypeOf<readonly number[]>();
    expectTypeOf<Tally["weights"]>().toEqualTypeOf<readonly number[] | undefined>();
    expectTypeOf<Tally["squaredWeights"]>().toEqualTypeOf<readonly number[] | undefined>();
    expectTypeOf<{
      scale: { min: number; max: number };
      counts: number[];
      missing: number;
    }>().toExtend<Tally>();
  });

  it("needs a scale, because no question has one of its own", () => {
    // @ts-expect-error Which scale?
    () => tally([10]);
    // @ts-expect-error Which scale?
    () => tallyFromCounts([[10, 1]]);
    // @ts-expect-error A scale has two ends.
    () => tally([10], { max: 10 });
  });

  it("is made from pairs of numbers or bigints", () => {
    expectTypeOf<[number, number]>().toExtend<RatingCount>();
    expectTypeOf<[null, bigint]>().toExtend<RatingCount>();
    expectTypeOf<[bigint, bigint]>().toExtend<RatingCount>();
    expectTypeOf<[string, number]>().not.toExtend<RatingCount>();
    expectTypeOf<[number, string]>().not.toExtend<RatingCount>();
    expectTypeOf<[number]>().not.toExtend<RatingCount>();
    expectTypeOf(tallyFromCounts).toBeCallableWith(new Map([[10, 1]]), NPS_SCALE);
  });

  it("takes rows of any shape and knows what its accessors are given", () => {
    const rows = [{ answer: 9, accounts: 3 }] as const;
    tallyRows(rows, {
      scale: CSAT_SCALE,
      rating: (row) => {
        expectTypeOf(row).toEqualTypeOf<(typeof rows)[number]>();
        return row.answer;
      },
      weight: (row) => row.accounts,
    });
    // @ts-expect-error A weight is a number, not perhaps one.
    () => tallyRows(rows, { scale: CSAT_SCALE, rating: (row) => row.answer, weight: () => undefined });
    // @ts-expect-error A rating is a number or missing.
    () => tallyRows(rows, { scale: CSAT_SCALE, rating: (row) => String(row.answer) });
  });
});

describe("a label", () => {
  it('is read to a rating, null or "unreadable"', () => {
    expectTypeOf(ratingFromLabel("9", NPS_SCALE)).toEqualTypeOf<number | null | "unreadable">();
    // @ts-expect-error Only text can be read.
    () => ratingFromLabel(9, NPS_SCALE);
    // @ts-expect-error Which scale?
    () => ratingFromLabel("9");
  });

  it('is no rating until "unreadable" has been dealt with', () => {
    const read = ["9", "n/a", "?"].map((text) => ratingFromLabel(text, NPS_SCALE));
    // @ts-expect-error "unreadable" is no rating, and must not be scored.
    () => tally(read, NPS_SCALE);
    // @ts-expect-error Nor may a scorer be given it.
    () => nps(read);
    // @ts-expect-error Nor may an accessor return it.
    () => tallyRows(["9"], { scale: NPS_SCALE, rating: (text) => ratingFromLabel(text, NPS_SCALE) });
    const readable = read.filter((rating) => rating !== "unreadable");
    expectTypeOf(readable).toEqualTypeOf<(number | null)[]>();
    expectTypeOf(tally).toBeCallableWith(readable, NPS_SCALE);
  });
});
