// Laws of the fold: what a tally says does not depend on how its answers came.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CxMetricsError,
  mergeTallies,
  NPS_SCALE,
  type Rating,
  type RatingCount,
  tally,
  tallyFromCounts,
  tallyRows,
} from "../../src/index.ts";
import {
  answersOn,
  anyScale,
  containersOf,
  ratingsOf,
  ratingsOn,
  shuffled,
  tallyOfWeighted,
  weightedRowsOn,
} from "../support/arbitraries.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";
import { expectAlike } from "./alike.ts";

/** A scale with answers on it. */
const answered = anyScale().chain((scale) =>
  fc.record({ scale: fc.constant(scale), answers: answersOn(scale) }),
);
/** A scale with weighted answers on it. */
const weighted = anyScale().chain((scale) =>
  fc.record({ scale: fc.constant(scale), rows: weightedRowsOn(scale) }),
);

const identity = (rating: Rating): Rating => rating;

describe("tally", () => {
  it("counts every answer once, as a rating or as missing", () => {
    fc.assert(
      fc.property(answered, ({ scale, answers }) => {
        const { counts, missing } = tally(answers, scale);
        ratingsOf(scale).forEach((rating, cell) => {
          expect(counts[cell]).toBe(answers.filter((answer) => answer === rating).length);
        });
        expect(missing).toBe(answers.filter((answer) => answer == null).length);
      }),
    );
  });

  it("of two lists one after the other is the two tallies merged", () => {
    fc.assert(
      fc.property(
        anyScale().chain((scale) => fc.tuple(fc.constant(scale), answersOn(scale), answersOn(scale))),
        ([scale, a, b]) => {
          expect(tally([...a, ...b], scale)).toStrictEqual(mergeTallies([tally(a, scale), tally(b, scale)]));
        },
      ),
    );
  });

  it("does not depend on the order of the answers", () => {
    fc.assert(
      fc.property(
        answered.chain(({ scale, answers }) => fc.tuple(fc.constant(scale), shuffled(answers))),
        ([scale, [answers, others]]) => {
          expect(tally(others, scale)).toStrictEqual(tally(answers, scale));
        },
      ),
    );
  });

  it("does not depend on the container of the answers", () => {
    fc.assert(
      fc.property(
        anyScale().chain((scale) => fc.tuple(fc.constant(scale), ratingsOn(scale))),
        ([scale, ratings]) => {
          const expected = tally(ratings, scale);
          for (const container of containersOf(ratings))
            expect(tally(container, scale)).toStrictEqual(expected);
        },
      ),
    );
  });

  it("leaves its input as it is, agrees with itself and is plain JSON", () => {
    fc.assert(
      fc.property(answered, ({ scale, answers }) => {
        const before = [...answers];
        const first = tally(deepFreeze(answers), deepFreeze(scale));
        expectPlainJson(first);
        expect(tally(answers, scale)).toStrictEqual(first);
        expect(answers).toEqual(before);
      }),
    );
  });

  it("refuses whatever is no rating and not missing, naming where it stands", () => {
    const noRating = fc
      .anything({ withBigInt: true, withDate: true, withSparseArray: true, withTypedArray: true })
      .filter(
        (value) => value != null && !(Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 10),
      );
    fc.assert(
      fc.property(answersOn(NPS_SCALE), noRating, answersOn(NPS_SCALE), (before, value, after) => {
        const answers = [...before, value as Rating, ...after];
        for (const fold of [
          () => tally(answers, NPS_SCALE),
          () => tally(answers.values(), NPS_SCALE),
          () => tallyRows(answers, { scale: NPS_SCALE, rating: identity }),
        ]) {
          expect(fold).toThrow(CxMetricsError);
          expect(fold).toThrow(
            expect.objectContaining({ code: "invalid-rating", path: ["rating", before.length] }),
          );
        }
      }),
    );
  });
});

describe("tallyRows", () => {
  it("of the ratings themselves is their tally, from any iterable", () => {
    fc.assert(
      fc.property(answered, ({ scale, answers }) => {
        const expected = tally(answers, scale);
        expect(tallyRows(answers, { scale, rating: identity })).toStrictEqual(expected);
        expect(tallyRows(answers.values(), { scale, rating: identity })).toStrictEqual(expected);
      }),
    );
  });

  it("with every weight 1 has weights and squared weights equal to its counts", () => {
    fc.assert(
      fc.property(answered, ({ scale, answers }) => {
        const { counts, missing } = tally(answers, scale);
        const ones = tallyRows(answers, { scale, rating: identity, weight: () => 1 });
        expect(ones).toStrictEqual({ scale, counts, missing, weights: counts, squaredWeights: counts });
      }),
    );
  });

  it("with any weights has the counts it has without", () => {
    fc.assert(
      fc.property(weighted, ({ scale, rows }) => {
        const { weights, squaredWeights, ...rest } = tallyOfWeighted(rows, scale);
        expect(rest).toStrictEqual(tallyRows(rows, { scale, rating: (row) => row.rating }));
        expect([weights?.length, squaredWeights?.length]).toEqual([rest.counts.length, rest.counts.length]);
      }),
    );
  });

  it("does not depend on the order of the rows, but for rounding", () => {
    fc.assert(
      fc.property(
        weighted.chain(({ scale, rows }) => fc.tuple(fc.constant(scale), shuffled(rows))),
        ([scale, [rows, others]]) => {
          expectAlike(tallyOfWeighted(others, scale), tallyOfWeighted(rows, scale), 1e-12);
        },
      ),
    );
  });

  it("leaves its rows as they are, agrees with itself and is plain JSON", () => {
    fc.assert(
      fc.property(weighted, ({ scale, rows }) => {
        const first = tallyOfWeighted(deepFreeze(rows), scale);
        expectPlainJson(first);
        expect(tallyOfWeighted(rows, scale)).toStrictEqual(first);
      }),
    );
  });
});

describe("tallyFromCounts", () => {
  it("undoes the tally: its counts in any order give it back", () => {
    fc.assert(
      fc.property(
        answered.chain(({ scale, answers }) =>
          fc.tuple(fc.constant(tally(answers, scale)), shuffled(ratingsOf(scale))),
        ),
        ([expected, [, ratings]]) => {
          const { scale, counts, missing } = expected;
          const pairs: RatingCount[] = ratings.map((rating) => [rating, counts[rating - scale.min] ?? 0]);
          expect(tallyFromCounts([...pairs, [null, missing]], scale)).toStrictEqual(expected);
          expect(tallyFromCounts(pairs, scale, { missing })).toStrictEqual(expected);
        },
      ),
    );
  });

  it("of each answer counted once is the tally of the answers, in numbers and in bigints", () => {
    fc.assert(
      fc.property(answered, ({ scale, answers }) => {
        const expected = tally(answers, scale);
        expect(
          tallyFromCounts(
            answers.map((answer) => [answer, 1]),
            scale,
          ),
        ).toStrictEqual(expected);
        const bigints = answers.map((answer): RatingCount => [answer == null ? null : BigInt(answer), 1n]);
        expect(tallyFromCounts(bigints, scale)).toStrictEqual(expected);
      }),
    );
  });
});
