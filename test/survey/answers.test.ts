// Contract of what every scorer is given: answers, a tally of them, and options.

import { describe, expect, it } from "vitest";
import {
  CSAT_SCALE,
  CxMetricsError,
  ces,
  csat,
  NPS_SCALE,
  nps,
  type Rating,
  type Tally,
  tally,
  tallyRows,
} from "../../src/index.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";
import { ALL_SCORERS, SCORERS } from "./scorers.ts";

describe.each(ALL_SCORERS)("%s", (_, { scale, shares, score }) => {
  const ratings: readonly Rating[] = Object.freeze([scale.min, scale.max, null, scale.max, undefined]);

  it("scores ratings and their tally alike", () => {
    expect(score(tally(ratings, scale))).toStrictEqual(score(ratings));
    expect(score(ratings.values())).toStrictEqual(score(ratings));
  });

  it("counts who answered and who did not", () => {
    const { n, missing, effectiveN } = score(ratings);
    expect({ n, missing, effectiveN }).toEqual({ n: 3, missing: 2, effectiveN: 3 });
  });

  it("returns the tally it scored, so that scores can be merged", () => {
    expect(score(ratings).tally).toStrictEqual(tally(ratings, scale));
  });

  it.each([
    ["nobody was asked", [], 0],
    ["nobody answered", [null, undefined], 2],
  ])("is null where %s", (_, answers, missing) => {
    const result = score(answers);
    expect(result).toMatchObject({
      score: null,
      standardError: null,
      interval: null,
      n: 0,
      missing,
      effectiveN: 0,
    });
    for (const name of shares) expect(result).toHaveProperty(name, { count: 0, share: null });
  });

  it("returns plain JSON, however much or little was answered", () => {
    const rows = [scale.min, scale.max, scale.max];
    const weighted = tallyRows(rows, {
      scale,
      rating: (rating) => rating,
      weight: (rating) => rating - scale.min,
    });
    for (const answers of [[], [null], [scale.max], [scale.min, scale.min], ratings, weighted]) {
      expectPlainJson(score(answers));
    }
  });

  it("leaves frozen answers and options as they are", () => {
    const folded = deepFreeze(tally(ratings, scale));
    const options = deepFreeze({ level: 0.9 });
    expect(score(folded, options)).toStrictEqual(score(ratings, options));
  });

  it("takes 0.95 for the level unless told otherwise, and says so", () => {
    expect(score(ratings).interval?.level).toBe(0.95);
    expect(score(ratings, { level: undefined })).toStrictEqual(score(ratings));
    expect(score(ratings, { level: 0.8 }).interval?.level).toBe(0.8);
  });
});

const noAnswers: [string, unknown, string][] = [
  ["undefined", undefined, "undefined"],
  ["null", null, "null"],
  ["a number", 9, "9"],
  ["a boolean", true, "true"],
  ["a bigint", 9n, "a bigint"],
  ["a symbol", Symbol("9"), "a symbol"],
  ["a function", () => [9], "a function"],
  ["text", "9", "a string"],
  ["no text", "", "a string"],
  ["an object that is no tally", { ratings: [1] }, "an object"],
  ["a scale", { min: 0, max: 10 }, "an object"],
];

describe.each(SCORERS)("%s refuses", (caller, { scale, score }) => {
  it.each(noAnswers)("%s in place of answers", (_, answers, inWords) => {
    expect(() => score(answers as never)).toThrow(
      new CxMetricsError(
        `${caller}: answers must be an array, another iterable or a tally, got ${inWords}`,
        "invalid-argument",
        ["answers"],
      ),
    );
  });

  it("a rating off the scale, naming it", () => {
    expect(() => score([scale.max, scale.max + 1])).toThrow(
      new CxMetricsError(
        `${caller}: rating at index 1 must be an integer from ${scale.min} to ${scale.max}, got ${scale.max + 1}`,
        "invalid-rating",
        ["rating", 1],
      ),
    );
  });

  it.each([
    ["0", 0],
    ["1", 1],
    ["-0.5", -0.5],
    ["95", 95],
    ["NaN", Number.NaN],
    ["Infinity", Number.POSITIVE_INFINITY],
    ["null", null],
    ["a string", "0.95"],
  ])("the level %s", (inWords, level) => {
    expect(() => score([scale.max], { level })).toThrow(
      new CxMetricsError(
        `${caller}: level must be a number strictly between 0 and 1, got ${inWords}`,
        "invalid-argument",
        ["level"],
      ),
    );
  });

  it("a wrong level even where there is nothing to score", () => {
    expect(() => score([], { level: 2 })).toThrow(CxMetricsError);
  });
});

describe.each<[string, (answers: Rating[], options: never) => unknown]>([
  ["nps", nps],
  ["csat", csat],
  ["ces", ces],
])("%s takes options", (caller, score) => {
  it.each([
    ["null", null],
    ["5", 5],
    ["a string", "wilson"],
    ["a function", () => ({})],
  ])("that are an object, not %s", (inWords, options) => {
    expect(() => score([], options as never)).toThrow(
      new CxMetricsError(`${caller}: options must be an object, got ${inWords}`, "invalid-argument", [
        "options",
      ]),
    );
  });

  it("that may be absent, undefined or empty", () => {
    expect(score([5], undefined as never)).toStrictEqual(score([5], {} as never));
  });
});

describe("a tally's own scale", () => {
  const stars: Tally = tally([10, 9, 1], { min: 1, max: 10 });

  it("is the one that csat and ces score on", () => {
    expect(csat(stars).satisfiedFrom).toBe(8);
    expect(ces(stars).score).toBe(20 / 3);
  });

  it("is the one that bands of nps are on, where bands are given", () => {
    expect(nps(stars, { bands: { passive: 8, promoter: 10 } }).score).toBe(0);
  });

  it("may be repeated", () => {
    expect(csat(stars, { scale: { min: 1, max: 10 } })).toStrictEqual(csat(stars));
    expect(nps(tally([9], NPS_SCALE), { scale: NPS_SCALE }).score).toBe(100);
  });

  it.each(SCORERS)("may not be contradicted: %s", (caller, { score }) => {
    expect(() => score(stars, { scale: CSAT_SCALE })).toThrow(
      new CxMetricsError(`${caller}: answers must be on the scale 1 to 5, got 1 to 10`, "scale-mismatch", [
        "answers",
      ]),
    );
  });

  it("must be 0 to 10 for the usual bands of nps", () => {
    for (const scale of [CSAT_SCALE, { min: 0, max: 11 }, { min: 1, max: 10 }]) {
      expect(() => nps(tally([], scale))).toThrow(
        new CxMetricsError(
          `nps: answers must be on the scale 0 to 10, got ${scale.min} to ${scale.max}`,
          "scale-mismatch",
          ["answers"],
        ),
      );
    }
  });
});
