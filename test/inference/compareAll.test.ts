// Contract of comparing many groups.

import { describe, expect, it } from "vitest";
import {
  adjustPValues,
  type CsatScore,
  compare,
  compareAll,
  csat,
  type Group,
  nps,
  scoreBy,
  tallyFromCounts,
} from "../../src/index.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";
import { csatOf } from "./samples.ts";

const group = (plan: string | null, satisfied: number, all: number): Group<"plan", CsatScore> => ({
  key: { plan },
  score: csatOf(satisfied, all),
});
const groups = [group("Pro", 79, 100), group("Basic", 60, 100), group("Plus", 75, 100)];

describe("compareAll", () => {
  it("compares every pair once, the later key minus the earlier", () => {
    const comparisons = compareAll(groups);
    expect(comparisons.map(({ key, against, difference }) => [key.plan, against, difference])).toEqual([
      ["Plus", { plan: "Basic" }, 15],
      ["Pro", { plan: "Basic" }, 19],
      ["Pro", { plan: "Plus" }, 4],
    ]);
    const { key: _, against: __, adjustedPValue: ___, adjust, ...first } = comparisons[0] ?? expect.fail();
    expect(first).toStrictEqual(compare(csatOf(60, 100), csatOf(75, 100)));
    expect(adjust).toBe("holm");
  });

  it("compares each group with all others together", () => {
    const comparisons = compareAll(groups, { against: "rest" });
    expect(comparisons.map(({ key, against }) => [key.plan, against])).toEqual([
      ["Basic", "rest"],
      ["Plus", "rest"],
      ["Pro", "rest"],
    ]);
    expect(comparisons[0]?.before).toEqual({ score: 77, n: 200, effectiveN: 200 });
  });

  it("compares each other group with one", () => {
    const comparisons = compareAll(groups, { against: { plan: "Plus" } });
    expect(comparisons.map(({ key, difference }) => [key.plan, difference])).toEqual([
      ["Basic", -15],
      ["Pro", 4],
    ]);
  });

  it("adjusts for the comparisons that it makes", () => {
    for (const adjust of ["holm", "benjamini-hochberg", "none"] as const) {
      const comparisons = compareAll(groups, { adjust });
      const raw = comparisons.map(({ pValue }) => pValue);
      expect(comparisons.map(({ adjustedPValue }) => adjustedPValue)).toEqual(adjustPValues(raw, adjust));
    }
  });

  it("keeps groups without answers, and does not count them as tests", () => {
    const withEmpty = [...groups, { key: { plan: null }, score: csat([]) }];
    const comparisons = compareAll(withEmpty);
    expect(comparisons).toHaveLength(6);
    expect(comparisons.filter(({ pValue }) => pValue === null)).toHaveLength(3);
    const find = (rows: typeof comparisons): unknown =>
      rows.find(({ key }) => key.plan === "Pro")?.adjustedPValue;
    expect(find(comparisons)).toBe(find(compareAll(groups)));
  });

  it("compares nothing where there is nothing to compare with", () => {
    expect(compareAll([])).toEqual([]);
    expect(compareAll([], { against: "rest" })).toEqual([]);
    expect(compareAll([], { against: { plan: "Pro" } })).toEqual([]);
    expect(compareAll(groups.slice(0, 1))).toEqual([]);
    expect(compareAll(groups.slice(0, 1), { against: "rest" })).toMatchObject([
      { before: { score: null, n: 0 }, difference: null, adjustedPValue: null },
    ]);
  });

  it("takes the groups of scoreBy, with any number of dimensions", () => {
    const rows = [
      { plan: "A", month: 1, answer: 10 },
      { plan: "A", month: 2, answer: 3 },
      { plan: "B", month: 1, answer: 9 },
    ];
    const scored = scoreBy(rows, {
      metric: nps,
      rating: (row) => row.answer,
      by: { plan: (row) => row.plan, month: (row) => row.month },
    });
    const comparisons = compareAll(scored, { against: { month: 1, plan: "A" }, method: "wald", level: 0.9 });
    expect(comparisons.map(({ key }) => key)).toEqual([
      { plan: "A", month: 2 },
      { plan: "B", month: 1 },
    ]);
    expect(comparisons[0]).toMatchObject({ method: "wald", level: 0.9, difference: -200 });
    const all = scoreBy(rows, { metric: nps, rating: (row) => row.answer, by: {} });
    expect(compareAll(all)).toEqual([]);
  });

  it("leaves its input alone and returns plain JSON of its own", () => {
    const comparisons = compareAll(deepFreeze([...groups, group(null, 1, 2)]));
    expectPlainJson(comparisons);
    expect(comparisons[0]?.key).not.toBe(groups[2]?.key);
  });

  it("refuses what cannot be compared, and says which group it is", () => {
    expect(() => compareAll([group("A", 1, 2), group("B", 1, 2), group("A", 2, 3)])).toThrow(
      expect.objectContaining({
        message: "compareAll: groups at index 2 must have a key of its own, got a second group with it",
        code: "invalid-argument",
        path: ["groups", 2],
      }),
    );
    const five = { key: { plan: "B" }, score: csat(tallyFromCounts([[9, 1]], { min: 1, max: 10 })) };
    expect(() => compareAll([group("A", 1, 2), five])).toThrow(
      "compareAll: groups at index 1 must be on the scale 1 to 5, got 1 to 10",
    );
    expect(() => compareAll([group("A", 1, 2), { key: { month: 1 }, score: csatOf(1, 2) } as never])).toThrow(
      "compareAll: groups at index 1.key must be a key with the dimensions of the groups, got an object",
    );
    for (const key of [{}, { plan: "B", month: 1 }]) {
      expect(() => compareAll([group("A", 1, 2), { key, score: csatOf(1, 2) } as never])).toThrow(
        "dimensions",
      );
      expect(() => compareAll(groups, { against: key as never })).toThrow(
        "compareAll: against must be a key with the dimensions of the groups, got an object",
      );
    }
    expect(() => compareAll([{ key: { plan: Number.NaN }, score: csatOf(1, 2) }])).toThrow("finite numbers");
    expect(() => compareAll([1] as never)).toThrow("compareAll: groups at index 0 must be a group");
    expect(() => compareAll([null] as never)).toThrow("compareAll: groups at index 0 must be a group");
    expect(() => compareAll([{ key: null }] as never)).toThrow(
      "compareAll: groups at index 0 must be a group",
    );
    expect(() => compareAll([{ key: "Pro", score: csatOf(1, 2) }] as never)).toThrow(
      "compareAll: groups at index 0 must be a group",
    );
    expect(() => compareAll([{ key: {}, score: 1 }] as never)).toThrow("compareAll: groups at index 0");
    expect(() => compareAll([], { level: 1 })).toThrow("compareAll: level must be");
    const most = csat(tallyFromCounts([[5, Number.MAX_SAFE_INTEGER]], { min: 1, max: 5 }));
    const crowd = [1, 2, 3].map((plan) => ({ key: { plan }, score: most }));
    expect(() => compareAll(crowd, { against: "rest" })).toThrow(
      "compareAll: groups: mergeTallies: counts must add up to at most 2^53 − 1",
    );
    expect(() => compareAll(groups, { against: { plan: "Max" } })).toThrow(
      expect.objectContaining({
        message: "compareAll: against must be the key of one of the groups, got an object",
        code: "invalid-argument",
      }),
    );
    expect(() => compareAll(groups, { against: "Pro" as never })).toThrow(
      'compareAll: against must be "each-other", "rest" or a key, got a string',
    );
    expect(() => compareAll(groups, { against: null as never })).toThrow("got null");
    expect(() => compareAll(groups, { adjust: "bonferroni" as never })).toThrow("adjust must be");
  });
});
