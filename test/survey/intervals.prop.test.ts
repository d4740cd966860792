// Laws of intervals up to a trillion answers, and at levels next to 0 and next to 1.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CES_SCALE, ces, type Interval, NPS_SCALE, nps, tallyFromCounts, topBox } from "../../src/index.ts";

const LEVELS = [0.001, 0.5, 0.95, 0.999999, 1 - 1e-12];

const anyLevel = fc.oneof(fc.constantFrom(...LEVELS), fc.double({ min: 0.001, max: 1 - 1e-12, noNaN: true }));

/** None at all, one, a few, or a trillion less a few. */
const anyCount = fc.oneof(
  fc.constantFrom(0, 1, 1e12),
  fc.integer({ min: 0, max: 30 }),
  fc.integer({ min: 1e12 - 30, max: 1e12 }),
  fc.integer({ min: 0, max: 1e12 }),
);

function anyCounts(classes: number): fc.Arbitrary<number[]> {
  return fc
    .array(anyCount, { minLength: classes, maxLength: classes })
    .filter((counts) => counts.some((count) => count > 0));
}

const YES_NO = { min: 0, max: 1 };

/** Each way of making an interval, on the counts of its classes. */
const MAKERS = {
  wilson: percentage("wilson"),
  "agresti-coull": percentage("agresti-coull"),
  jeffreys: percentage("jeffreys"),
  "clopper-pearson": percentage("clopper-pearson"),
  "wald of a percentage": percentage("wald"),
  score: net("score"),
  "adjusted-wald": net("adjusted-wald"),
  "wald of a net score": net("wald"),
  "student-t": {
    classes: 7,
    range: [1, 7],
    make: (counts: readonly number[], level: number) =>
      ces(
        tallyFromCounts(
          counts.map((count, i) => [i + 1, count] as const),
          CES_SCALE,
        ),
        { level },
      ),
  },
} as const;

function percentage(method: "wilson" | "agresti-coull" | "jeffreys" | "clopper-pearson" | "wald") {
  return {
    classes: 2,
    range: [0, 100],
    make: ([no = 0, yes = 0]: readonly number[], level: number) => {
      const answers = tallyFromCounts(
        [
          [0, no],
          [1, yes],
        ],
        YES_NO,
      );
      return topBox(answers, { scale: YES_NO, from: 1, level, method });
    },
  } as const;
}

function net(method: "score" | "adjusted-wald" | "wald") {
  return {
    classes: 3,
    range: [-100, 100],
    make: ([bottom = 0, middle = 0, top = 0]: readonly number[], level: number) =>
      nps(
        tallyFromCounts(
          [
            [0, bottom],
            [7, middle],
            [10, top],
          ],
          NPS_SCALE,
        ),
        { level, method },
      ),
  } as const;
}

/** Within a digit or two: where an interval is a point or nearly, its ends are rounded apart from its score. */
function holds(interval: Interval, score: number): boolean {
  const slack = 1e-13;
  return interval.low - slack <= score && score <= interval.high + slack;
}

const holding = [
  "wilson",
  "agresti-coull",
  "clopper-pearson",
  "wald of a percentage",
  "score",
  "wald of a net score",
  "student-t",
] as const;

describe("every interval", () => {
  it.each(Object.entries(MAKERS))(
    "is in order and in the range of its score: %s",
    (_, { classes, range, make }) => {
      fc.assert(
        fc.property(anyCounts(classes), anyLevel, (counts, level) => {
          const { interval } = make(counts, level);
          if (interval === null) return;
          expect(interval.low).toBeGreaterThanOrEqual(range[0]);
          expect(interval.high).toBeLessThanOrEqual(range[1]);
          expect(interval.low).toBeLessThanOrEqual(interval.high);
        }),
        { numRuns: 300 },
      );
    },
  );

  it.each(Object.entries(MAKERS))("of a higher level holds that of a lower: %s", (_, { classes, make }) => {
    fc.assert(
      fc.property(anyCounts(classes), anyLevel, anyLevel, (counts, a, b) => {
        const narrow = make(counts, Math.min(a, b)).interval;
        const wide = make(counts, Math.max(a, b)).interval;
        if (narrow === null || wide === null) return;
        expect(holds(wide, narrow.low)).toBe(true);
        expect(holds(wide, narrow.high)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it.each(holding)("by a method that promises it holds its score: %s", (name) => {
    const { classes, make } = MAKERS[name];
    fc.assert(
      fc.property(anyCounts(classes), anyLevel, (counts, level) => {
        const { interval, score } = make(counts, level);
        if (interval !== null) expect(holds(interval, score as number)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
