import fc from "fast-check";
import { mean, sampleStandardDeviation } from "simple-statistics";
import { describe, it } from "vitest";
import { ces, csat, nps, npsCategory } from "../../src/index.ts";
import { expectClose } from "../support/closeTo.ts";

/** Answers on 1-7, at least two of which differ. */
const answers = fc
  .array(fc.integer({ min: 1, max: 7 }), { minLength: 2, maxLength: 200 })
  .filter((ratings) => new Set(ratings).size > 1);

describe("agreement with simple-statistics, which sees the answers and no tally", () => {
  it("on the mean of ces and its standard error", () => {
    fc.assert(
      fc.property(answers, (ratings) => {
        const { score, standardError } = ces(ratings);
        expectClose(score, mean(ratings), 1e-12);
        expectClose(standardError, sampleStandardDeviation(ratings) / Math.sqrt(ratings.length), 1e-12);
      }),
    );
  });

  it("on the mean of csat and its score, the mean of noughts and hundreds", () => {
    fc.assert(
      fc.property(answers, (ratings) => {
        const { score, mean: meanRating, satisfiedFrom } = csat(ratings, { scale: { min: 1, max: 7 } });
        expectClose(meanRating, mean(ratings), 1e-12);
        expectClose(score, mean(ratings.map((rating) => (rating >= satisfiedFrom ? 100 : 0))), 1e-12);
      }),
    );
  });

  it("on nps, the mean of minus one, nought and one hundred", () => {
    const points = { promoter: 100, passive: 0, detractor: -100 };
    fc.assert(
      fc.property(answers, (ratings) => {
        const expected = mean(ratings.map((rating) => points[npsCategory(rating)]));
        // Of sums that cancel, the error is relative to what was summed.
        expectClose((nps(ratings).score ?? Number.NaN) + 200, expected + 200, 1e-12);
      }),
    );
  });
});
