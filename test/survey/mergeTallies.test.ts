// Contract of adding tallies up and taking them apart.

import { describe, expect, it } from "vitest";
import {
  CSAT_SCALE,
  CxMetricsError,
  mergeTallies,
  NPS_SCALE,
  nps,
  subtractTally,
  type Tally,
  tally,
  tallyRows,
} from "../../src/index.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

/** A tally on 1-5 of `[rating, weight]` pairs. */
function weigh(...answers: readonly (readonly [number, number])[]): Tally {
  return tallyRows(answers, { scale: CSAT_SCALE, rating: ([r]) => r, weight: ([, w]) => w });
}

const ofOne = (...ratings: (number | null)[]): Tally => tally(ratings, CSAT_SCALE);

describe("mergeTallies", () => {
  it("gives the tally of all answers together", () => {
    expect(mergeTallies([ofOne(5, 4), ofOne(null, 1), ofOne(5, null)])).toStrictEqual(
      ofOne(5, 4, 1, 5, null, null),
    );
  });

  it("scores what all answers together score", () => {
    const merged = mergeTallies([tally([10, 9], NPS_SCALE), tally([3, 8], NPS_SCALE)]);
    expect(nps(merged)).toStrictEqual(nps([10, 9, 3, 8]));
  });

  it("adds weights and squared weights", () => {
    const merged = mergeTallies([weigh([5, 2], [1, 1]), weigh([5, 3], [4, 0])]);
    expect(merged).toStrictEqual(weigh([5, 2], [1, 1], [5, 3], [4, 0]));
  });

  it("counts each answer of an unweighted tally as weight 1 where it meets a weighted one", () => {
    const expected = weigh([5, 1], [5, 1], [4, 2.5]);
    expect(mergeTallies([ofOne(5, 5), weigh([4, 2.5])])).toStrictEqual(expected);
    expect(mergeTallies([weigh([4, 2.5]), ofOne(5, 5)])).toStrictEqual(expected);
  });

  it("gives an equal copy of a single tally", () => {
    const only = ofOne(5);
    expect(mergeTallies([only])).toStrictEqual(only);
    expect(mergeTallies([only]).counts).not.toBe(only.counts);
  });

  it("takes any iterable", () => {
    const parts = [ofOne(5), ofOne(1)];
    expect(mergeTallies(parts.values())).toStrictEqual(ofOne(5, 1));
    expect(mergeTallies(new Set(parts))).toStrictEqual(ofOne(5, 1));
  });

  it("leaves frozen tallies as they are, and returns plain JSON", () => {
    expectPlainJson(mergeTallies(deepFreeze([ofOne(5), weigh([5, 0.1]), ofOne(null)])));
  });

  it("refuses to merge nothing, which has no scale", () => {
    expect(() => mergeTallies([])).toThrow(
      new CxMetricsError("mergeTallies: tallies must be one tally or more, got none", "invalid-argument", [
        "tallies",
      ]),
    );
  });

  it.each([
    [{ min: 0, max: 5 }, "0 to 5"],
    [{ min: 1, max: 7 }, "1 to 7"],
  ])("refuses to mix 1 to 5 with $1", (scale, inWords) => {
    expect(() => mergeTallies([ofOne(5), tally([], scale)])).toThrow(
      new CxMetricsError(
        `mergeTallies: tally at index 1 must be on the scale 1 to 5, got ${inWords}`,
        "scale-mismatch",
        ["tally", 1],
      ),
    );
  });

  it.each([
    ["a tally alone", ofOne(5), "an object"],
    ["undefined", undefined, "undefined"],
    ["a number", 5, "5"],
  ])("refuses %s in place of tallies", (_, tallies, inWords) => {
    expect(() => mergeTallies(tallies as never)).toThrow(
      new CxMetricsError(
        `mergeTallies: tallies must be an array or another iterable, got ${inWords}`,
        "invalid-argument",
        ["tallies"],
      ),
    );
  });

  it.each([
    ["a rating", 5, "a tally, got 5"],
    ["null", null, "a tally, got null"],
    ["a score", nps([9]), "a tally, got an object"],
    ["ratings", [5], "a tally, got an array"],
  ])("refuses %s in place of a tally, and says which", (_, other, requirement) => {
    for (const index of [0, 1]) {
      const tallies = [ofOne(5), ofOne(1)].map((good, i) => (i === index ? (other as never) : good));
      expect(() => mergeTallies(tallies)).toThrow(
        expect.objectContaining({
          message: `mergeTallies: tally at index ${index} must be ${requirement}`,
          code: "invalid-argument",
          path: ["tally", index],
        }),
      );
    }
  });

  it("refuses more than 2^53 − 1 answers", () => {
    const half: Tally = { scale: CSAT_SCALE, counts: [2 ** 52, 0, 0, 0, 0], missing: 0 };
    expect(mergeTallies([half, { ...half, counts: [0, 2 ** 52 - 1, 0, 0, 0] }]).counts[1]).toBe(2 ** 52 - 1);
    for (const other of [half, { ...half, counts: [0, 0, 0, 0, 0], missing: 2 ** 52 }]) {
      expect(() => mergeTallies([half, other])).toThrow(
        new CxMetricsError("mergeTallies: counts must add up to at most 2^53 − 1", "invalid-count", [
          "counts",
        ]),
      );
    }
  });

  it("closes its source where a tally is refused", () => {
    let closed = false;
    function* source(): Generator<Tally> {
      try {
        yield ofOne(5);
        yield tally([], NPS_SCALE);
      } finally {
        closed = true;
      }
    }
    expect(() => mergeTallies(source())).toThrow(CxMetricsError);
    expect(closed).toBe(true);
  });
});

describe("subtractTally", () => {
  it("takes the answers of one tally out of another", () => {
    expect(subtractTally(ofOne(5, 4, 4, null, null), ofOne(4, null))).toStrictEqual(ofOne(5, 4, null));
  });

  it("undoes a merge", () => {
    const [a, b] = [weigh([5, 0.5], [1, 2]), weigh([5, 4], [4, 1])];
    expect(subtractTally(mergeTallies([a, b]), b)).toStrictEqual(a);
  });

  it("leaves nothing of a tally taken from itself, no rounding either", () => {
    const whole = mergeTallies([weigh([5, 0.1]), weigh([5, 0.2]), weigh([5, 0.3])]);
    const parts = mergeTallies([weigh([5, 0.3]), weigh([5, 0.2]), weigh([5, 0.1])]);
    const zeros = [0, 0, 0, 0, 0];
    for (const difference of [subtractTally(whole, parts), subtractTally(parts, whole)]) {
      expect(difference).toStrictEqual({
        scale: CSAT_SCALE,
        counts: zeros,
        missing: 0,
        weights: zeros,
        squaredWeights: zeros,
      });
    }
  });

  it("leaves sums that rounding has not made impossible", () => {
    const all = weigh([5, 0.1], [5, 0.2], [5, 0.3], [5, 0]);
    const rest = subtractTally(all, weigh([5, 0.3], [5, 0.2], [5, 0.1]));
    expect(rest.counts[4]).toBe(1);
    expect(() => mergeTallies([rest])).not.toThrow();
    expect(rest.weights?.[4]).toBeCloseTo(0, 15);
    const large = subtractTally(weigh([5, 1e8], [5, 0.1], [5, 0.2]), weigh([5, 1e8]));
    expect(() => mergeTallies([large])).not.toThrow();
  });

  it("counts each answer of the unweighted side as weight 1", () => {
    expect(subtractTally(weigh([5, 1], [5, 4], [1, 1]), ofOne(5, 1))).toStrictEqual(weigh([5, 4]));
    expect(subtractTally(ofOne(5, 5, 1), weigh([5, 1]))).toStrictEqual(weigh([5, 1], [1, 1]));
  });

  it("leaves frozen tallies as they are, and returns plain JSON", () => {
    const [from, part] = deepFreeze([weigh([5, 0.1], [5, 0.2]), weigh([5, 0.1])]);
    expectPlainJson(subtractTally(from as Tally, part as Tally));
    expectPlainJson(subtractTally(ofOne(5), ofOne()));
  });

  it.each<[string, Tally, Tally, (string | number)[], string]>([
    ["answers", ofOne(5, 1), ofOne(5, 5, 5), ["counts", 4], "counts at index 4 … got -2"],
    ["missing answers", ofOne(5, null), ofOne(null, null), ["missing"], "missing … got -1"],
    ["weight", weigh([5, 1], [5, 2]), weigh([5, 4]), ["weights", 4], "weights at index 4 … got -1"],
    [
      "weight than 1 for each",
      weigh([5, 0.5], [5, 0.25]),
      ofOne(5),
      ["weights", 4],
      "weights at index 4 … got -0.25",
    ],
  ])("refuses to take out more %s than there is", (_, from, part, path, message) => {
    expect(() => subtractTally(from, part)).toThrow(
      new CxMetricsError(
        `subtractTally: ${message.replace("…", "must be 0 or more after the subtraction,")}`,
        path[0] === "weights" ? "invalid-weight" : "invalid-count",
        path,
      ),
    );
  });

  it("refuses to leave more weight than the answers left can have", () => {
    expect(() => subtractTally(weigh([5, 1e100], [5, 1e100]), weigh([5, 0]))).toThrow(
      new CxMetricsError(
        "subtractTally: weights at index 4 must be what the answers left can weigh, got a number of a million or more",
        "invalid-weight",
        ["weights", 4],
      ),
    );
  });

  it("takes a residue of rounding that is too small for a weight as none", () => {
    const weights = [7.243134067220828e-91, 7.921461786843837e-91, 4.145226598350016e-91];
    const all = weigh([5, 0], ...weights.map((weight) => [5, weight] as [number, number]));
    const part = weigh(...[...weights].reverse().map((weight) => [5, weight] as [number, number]));
    const rest = subtractTally(all, part);
    expect(rest.counts[4]).toBe(1);
    expect(() => mergeTallies([rest])).not.toThrow();
  });

  it("refuses to take out the last answer with less than its weight", () => {
    expect(() => subtractTally(weigh([5, 3]), ofOne(5))).toThrow(
      new CxMetricsError(
        "subtractTally: weights at index 4 must be 0 where no answer is left, got 2",
        "invalid-weight",
        ["weights", 4],
      ),
    );
  });

  it.each([1e3, 70_000, 1e6])(
    "takes answers out in turn, though one weighs %d and others next to nothing",
    (large) => {
      const all = weigh([5, large / 3], [5, 0.1], [5, 0.2]);
      const small = subtractTally(all, weigh([5, large / 3]));
      expect(small.weights?.[4]).toBeCloseTo(0.3, 6);
      expect(subtractTally(small, weigh([5, 0.1], [5, 0.2])).weights?.[4]).toBe(0);
      const last = subtractTally(small, weigh([5, 0.2]));
      expect(subtractTally(last, weigh([5, 0.1])).weights?.[4]).toBe(0);
    },
  );

  it("refuses tallies on different scales", () => {
    expect(() => subtractTally(ofOne(5), tally([], NPS_SCALE))).toThrow(
      new CxMetricsError("subtractTally: part must be on the scale 1 to 5, got 0 to 10", "scale-mismatch", [
        "part",
      ]),
    );
  });

  it.each([
    ["undefined", undefined, "a tally, got undefined"],
    ["null", null, "a tally, got null"],
    ["a string", "5", "a tally, got a string"],
    ["a score", nps([9]), "a tally, got an object"],
    ["an array", [5], "a tally, got an array"],
  ])("refuses what is no tally: %s", (_, other, requirement) => {
    for (const [name, from, part] of [
      ["from", other, ofOne(5)] as const,
      ["part", ofOne(5), other] as const,
    ]) {
      expect(() => subtractTally(from as never, part as never)).toThrow(
        new CxMetricsError(`subtractTally: ${name} must be ${requirement}`, "invalid-argument", [name]),
      );
    }
  });
});
