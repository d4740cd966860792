// Contract of the customer effort score.

import { describe, expect, it } from "vitest";
import { CES_SCALE, CxMetricsError, ces, type Scale, tally, tallyFromCounts } from "../../src/index.ts";
import { expectDigits } from "./digits.ts";

const TEN = [7, 6, 5, 7, 3, 4, 6, 7, 5, 6];

describe("ces", () => {
  it("is the mean ease, with the shares of easy and difficult answers beside it", () => {
    expect(ces([...TEN, null])).toStrictEqual({
      metric: "ces",
      score: 5.6,
      n: 10,
      missing: 1,
      effectiveN: 10,
      easy: { count: 8, share: 0.8 },
      difficult: { count: 1, share: 0.1 },
      net: 70,
      standardError: expect.closeTo(Math.sqrt(16.4 / 9 / 10), 12),
      interval: { low: expect.any(Number), high: expect.any(Number), level: 0.95, method: "student-t" },
      direction: "higher-is-easier",
      tally: tally([...TEN, null], CES_SCALE),
    });
  });

  it("of 80, 210, 140, 110, 160, 180 and 120 answers is 4.08, net +3, as published", () => {
    const counts = [80, 210, 140, 110, 160, 180, 120].map((count, i): [number, number] => [i + 1, count]);
    const score = ces(tallyFromCounts(counts, CES_SCALE));
    expectDigits(score.score, "4.080000000000000");
    expect(score).toMatchObject({
      easy: { count: 460, share: 0.46 },
      difficult: { count: 430, share: 0.43 },
      net: 3,
    });
  });

  it.each<[Scale, number, number[], number[]]>([
    [{ min: 0, max: 1 }, 2, [0], [1]],
    [{ min: 1, max: 3 }, 3, [1], [3]],
    [{ min: 1, max: 4 }, 4, [1, 2], [3, 4]],
    [{ min: 1, max: 5 }, 5, [1, 2], [4, 5]],
    [{ min: 1, max: 7 }, 7, [1, 2, 3], [5, 6, 7]],
    [{ min: 1, max: 10 }, 10, [1, 2, 3, 4, 5], [6, 7, 8, 9, 10]],
    [{ min: -2, max: 2 }, 5, [-2, -1], [1, 2]],
  ])(
    "calls the ratings on either side of the middle of %j easy and difficult",
    (scale, points, low, high) => {
      const all = Array.from({ length: points }, (_, i) => scale.min + i);
      for (const rating of all) {
        const up = ces([rating], { scale });
        expect([up.difficult.count, up.easy.count]).toEqual([+low.includes(rating), +high.includes(rating)]);
        const down = ces([rating], { scale, direction: "lower-is-easier" });
        expect([down.easy.count, down.difficult.count]).toEqual([up.difficult.count, up.easy.count]);
      }
    },
  );

  it("of CES 1.0 keeps its mean and lets the two sides change places", () => {
    const down = ces(TEN, { direction: "lower-is-easier" });
    expect(down).toMatchObject({
      score: 5.6,
      easy: { count: 1 },
      difficult: { count: 8 },
      net: -70,
      direction: "lower-is-easier",
    });
    const { score, standardError, interval } = ces(TEN);
    expect(down).toMatchObject({ score, standardError, interval });
  });

  it("takes higher for easier unless told otherwise", () => {
    expect(ces(TEN, { direction: undefined })).toStrictEqual(ces(TEN, { direction: "higher-is-easier" }));
  });

  it("is null in every figure where nobody answered", () => {
    expect(ces([null])).toMatchObject({
      score: null,
      net: null,
      easy: { share: null },
      difficult: { share: null },
    });
  });

  it.each([
    ["a string", "higher"],
    ["null", null],
    ["1", 1],
  ])("refuses %s for a direction: %s", (inWords, direction) => {
    expect(() => ces([], { direction: direction as never })).toThrow(
      new CxMetricsError(
        `ces: direction must be "higher-is-easier" or "lower-is-easier", got ${inWords}`,
        "invalid-argument",
        ["direction"],
      ),
    );
  });
});

describe("the interval of ces", () => {
  it("is Student's t, as published", () => {
    const { interval } = ces(TEN);
    expectDigits(interval?.low as number, "4.634341776");
    expectDigits(interval?.high as number, "6.565658224");
  });

  it("is the score and t standard errors", () => {
    const { score, standardError, interval } = ces(TEN);
    const t = 2.262157162798205;
    expect(interval?.low).toBeCloseTo((score as number) - t * (standardError as number), 12);
    expect(interval?.high).toBeCloseTo((score as number) + t * (standardError as number), 12);
  });

  it("is clamped to the scale", () => {
    expect(ces([1, 7]).interval).toMatchObject({ low: 1, high: 7 });
    expect(ces(TEN, { level: 1 - 2 ** -53 }).interval?.high).toBe(7);
  });

  it("is null for a single answer, and so is the standard error", () => {
    expect(ces([5])).toMatchObject({ score: 5, standardError: null, interval: null });
  });

  it("is null where all answers agree, because a spread of zero says little", () => {
    expect(ces([5, 5, 5])).toMatchObject({ score: 5, standardError: 0, interval: null });
  });

  it("is made for two answers that differ by one", () => {
    const { interval } = ces([4, 5], { level: 0.5 });
    expect(interval?.low).toBeCloseTo(4, 12);
    expect(interval?.high).toBeCloseTo(5, 12);
  });
});
