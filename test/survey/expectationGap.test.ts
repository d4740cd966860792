// Contract of the expectation gap.

import { describe, expect, it } from "vitest";
import { CSAT_SCALE, expectationGap, NPS_SCALE, type Rating } from "../../src/index.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

const scale = CSAT_SCALE;
type Pair = readonly [Rating, Rating];

describe("expectationGap", () => {
  it("is the mean of received − expected, with its interval and shares", () => {
    const pairs: Pair[] = [
      [4, 5],
      [5, 3],
      [4, 4],
      [5, 4],
      [3, null],
      [undefined, 2],
      [null, null],
    ];
    const gap = expectationGap(deepFreeze(pairs), { scale });
    // Gaps 1, −2, 0, −1: s² = 5/3, and t for 3 degrees of freedom is 3.182446305284263 in R.
    const error = Math.sqrt(5 / 12);
    expect(gap).toStrictEqual({
      metric: "expectation-gap",
      score: -0.5,
      n: 4,
      missing: 3,
      exceeded: { count: 1, share: 0.25 },
      met: { count: 1, share: 0.25 },
      missed: { count: 2, share: 0.5 },
      standardError: expect.closeTo(error, 12),
      interval: {
        low: expect.closeTo(-0.5 - 3.182446305284263 * error, 10),
        high: expect.closeTo(-0.5 + 3.182446305284263 * error, 10),
        level: 0.95,
        method: "student-t",
      },
      scale: { min: 1, max: 5 },
    });
    expectPlainJson(gap);
  });

  it("of no complete pair is null", () => {
    for (const pairs of [[], [[null, 5]]] as Pair[][]) {
      expect(expectationGap(pairs, { scale })).toStrictEqual({
        metric: "expectation-gap",
        score: null,
        n: 0,
        missing: pairs.length,
        exceeded: { count: 0, share: null },
        met: { count: 0, share: null },
        missed: { count: 0, share: null },
        standardError: null,
        interval: null,
        scale,
      });
    }
  });

  it("of one pair has neither standard error nor interval", () => {
    expect(expectationGap([[2, 5]], { scale })).toMatchObject({
      score: 3,
      standardError: null,
      interval: null,
    });
  });

  it("of gaps that agree has no interval, wherever on the scale they are", () => {
    const gap = expectationGap(
      [
        [1, 2],
        [4, 5],
        [2, 3],
      ],
      { scale },
    );
    expect(gap).toMatchObject({ score: 1, standardError: 0, interval: null });
    expect(
      expectationGap(
        [
          [3, 3],
          [5, 5],
        ],
        { scale },
      ).score,
    ).toBe(0);
  });

  it("reaches from −(max − min) to max − min, and so does its interval", () => {
    expect(expectationGap([[10, 0]], { scale: NPS_SCALE }).score).toBe(-10);
    expect(expectationGap([[0, 10]], { scale: NPS_SCALE }).score).toBe(10);
    const wide = expectationGap(
      [
        [0, 10],
        [10, 0],
      ],
      { scale: NPS_SCALE, level: 0.99 },
    );
    expect(wide.interval).toStrictEqual({ low: -10, high: 10, level: 0.99, method: "student-t" });
  });

  it("takes any iterable of pairs, a Map too, and the longest scale", () => {
    const longest = { min: 0, max: 1000 };
    expect(
      expectationGap(
        new Map([
          [1000, 0],
          [0, 1000],
        ]),
        { scale: longest },
      ).score,
    ).toBe(0);
  });

  it("refuses a rating off the scale even where the other is missing", () => {
    const refused = (pair: unknown, message: string, path: unknown[]): void => {
      expect(() => expectationGap([[1, 1], pair as Pair], { scale })).toThrow(
        expect.objectContaining({ message, code: "invalid-rating", path }),
      );
    };
    const must = "must be an integer from 1 to 5, got";
    refused([6, null], `expectationGap: expected at index 1 ${must} 6`, ["expected", 1]);
    refused([null, 2.5], `expectationGap: received at index 1 ${must} 2.5`, ["received", 1]);
    refused([3, "4"], `expectationGap: received at index 1 ${must} a string`, ["received", 1]);
  });

  it.each<[unknown, string]>([
    [[3], "an array"],
    [[3, 4, 5], "an array"],
    [3, "3"],
    [null, "null"],
    ["34", "a string"],
  ])("refuses what is no pair: %j", (pair, got) => {
    expect(() => expectationGap([pair as Pair], { scale })).toThrow(
      `expectationGap: pairs at index 0 must be a pair [expected, received], got ${got}`,
    );
  });

  it("refuses a missing scale, a level out of range and an option that it does not know", () => {
    expect(() => expectationGap([], {} as never)).toThrow(
      "expectationGap: scale must be an object, got undefined",
    );
    expect(() => expectationGap([], { scale, level: 1 })).toThrow(/^expectationGap: level must be/);
    expect(() => expectationGap([], { scale, method: "t" } as never)).toThrow(
      'expectationGap: options must be among scale, level, got "method"',
    );
    expect(() => expectationGap(5 as never, { scale })).toThrow(/^expectationGap: pairs must be/);
  });
});
