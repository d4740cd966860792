// Contract of groups as flat rows.

import { describe, expect, it } from "vitest";
import {
  type Answers,
  CSAT_SCALE,
  CxMetricsError,
  ces,
  csat,
  nps,
  type Rating,
  type Score,
  scoreBy,
  tidy,
  topBox,
} from "../../src/index.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

const rating = (answer: Rating): Rating => answer;
const parity = (answer: Rating): string | null => (answer == null ? null : answer % 2 ? "odd" : "even");

describe("tidy", () => {
  it("lays each group out as one row: its key, the score with its limits, then the metric's shares", () => {
    const groups = scoreBy([9, 4, 3, 1], { metric: nps, rating, by: { parity, all: () => true } });
    const [even, odd] = groups.map((group) => group.score);
    expect(tidy(groups)).toStrictEqual([
      {
        parity: "even",
        all: true,
        metric: "nps",
        score: -100,
        low: even?.interval?.low,
        high: even?.interval?.high,
        standardError: 0,
        n: 1,
        missing: 0,
        effectiveN: 1,
        promoters: 0,
        passives: 0,
        detractors: 1,
      },
      {
        parity: "odd",
        all: true,
        metric: "nps",
        score: odd?.score,
        low: odd?.interval?.low,
        high: odd?.interval?.high,
        standardError: odd?.standardError,
        n: 3,
        missing: 0,
        effectiveN: 3,
        promoters: 1 / 3,
        passives: 0,
        detractors: 2 / 3,
      },
    ]);
  });

  it("has the columns in one order, dimensions first", () => {
    const columns = (groups: Parameters<typeof tidy>[0]): string[] => Object.keys(tidy(groups)[0] ?? {});
    const common = ["metric", "score", "low", "high", "standardError", "n", "missing", "effectiveN"];
    const by = { plan: () => "Pro", month: () => "2026-01" };
    expect(columns(scoreBy([5], { metric: nps, rating, by }))).toEqual([
      "plan",
      "month",
      ...common,
      "promoters",
      "passives",
      "detractors",
    ]);
    expect(columns(scoreBy([5], { metric: csat, rating, by }))).toEqual([
      "plan",
      "month",
      ...common,
      "satisfied",
      "mean",
      "satisfiedFrom",
    ]);
    expect(columns(scoreBy([5], { metric: ces, rating, by }))).toEqual([
      "plan",
      "month",
      ...common,
      "easy",
      "difficult",
      "net",
    ]);
  });

  it("has the further figures of a metric, null where nobody answered", () => {
    const [some] = tidy(scoreBy([5, 2, null], { metric: csat, rating, by: {} }));
    expect(some).toMatchObject({ satisfied: 0.5, mean: 3.5, satisfiedFrom: 4 });
    const [none] = tidy(scoreBy([null], { metric: csat, rating, by: {} }));
    expect(none).toMatchObject({ satisfied: null, mean: null, satisfiedFrom: 4 });
    const [easy] = tidy(scoreBy([7, 7, 1, 4], { metric: ces, rating, by: {} }));
    expect(easy).toMatchObject({ score: 4.75, net: 25, easy: 0.5, difficult: 0.25 });
    expect(tidy(scoreBy([null], { metric: ces, rating, by: {} }))[0]).toMatchObject({ net: null });
    const metric = (answers: Answers) => topBox(answers, { scale: CSAT_SCALE, from: 5 });
    const [top] = tidy(scoreBy([5, 4], { metric, rating, by: {} }));
    expect(top).toMatchObject({ metric: "top-box", top: 0.5, from: 5 });
    expect(Object.keys(top ?? {})).toHaveLength(10);
  });

  it.each([
    ["csat", csat, ["satisfied", "mean", "satisfiedFrom"]],
    ["ces", ces, ["easy", "difficult", "net"]],
  ] as const)("refuses a dimension called like an own column of %s", (_, metric, names) => {
    for (const name of names) {
      const groups = scoreBy([5], {
        metric: metric as (answers: Answers) => Score,
        rating,
        by: { [name]: () => "x" },
      });
      expect(() => tidy(groups)).toThrow(
        new CxMetricsError(
          `tidy: dimension "${name}" must have another name, because a column is called that`,
          "invalid-argument",
          ["groups", name],
        ),
      );
    }
  });

  it("is null where nobody answered, and where there is no interval", () => {
    const [silent] = tidy(scoreBy([null], { metric: nps, rating, by: { parity } }));
    expect(silent).toStrictEqual({
      parity: null,
      metric: "nps",
      score: null,
      low: null,
      high: null,
      standardError: null,
      n: 0,
      missing: 1,
      effectiveN: 0,
      promoters: null,
      passives: null,
      detractors: null,
    });
    const [single] = tidy(scoreBy([5], { metric: ces, rating, by: {} }));
    expect(single).toMatchObject({ score: 5, low: null, high: null, standardError: null, easy: 1 });
  });

  it("gives no rows for no groups", () => {
    expect(tidy(scoreBy([], { metric: nps, rating, by: { parity } }))).toEqual([]);
    expect(tidy([])).toEqual([]);
  });

  it("takes any iterable of groups, leaves them as they are, and returns plain JSON", () => {
    const groups = deepFreeze(scoreBy([9, 4, null], { metric: nps, rating, by: { parity } }));
    const flat = tidy(groups);
    expectPlainJson(flat);
    expect(tidy(groups.values())).toStrictEqual(flat);
    expect(tidy(new Set(groups))).toStrictEqual(flat);
  });

  it("rounds nothing", () => {
    const groups = scoreBy([9, 9, 4], { metric: nps, rating, by: {} });
    expect(tidy(groups)[0]?.promoters).toBe(2 / 3);
    expect(tidy(groups)[0]?.score).toBe(groups[0]?.score.score);
  });

  it.each(["__proto__", "constructor", "toString", "tally", "interval", "bands"])(
    "gives a dimension called %s a column like any other",
    (name) => {
      const rows = tidy(scoreBy([9], { metric: nps, rating, by: { [name]: () => "x" } }));
      const row = rows[0] ?? {};
      expect(Object.keys(row)[0]).toBe(name);
      expect(Object.getOwnPropertyDescriptor(row, name)?.value).toBe("x");
      expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
      expectPlainJson(rows);
    },
  );

  it.each([
    "metric",
    "score",
    "low",
    "high",
    "standardError",
    "n",
    "missing",
    "effectiveN",
    "promoters",
    "passives",
    "detractors",
  ])("refuses a dimension called %s, like one of its columns", (name) => {
    const groups = scoreBy([9], { metric: nps, rating, by: { plan: () => "Pro", [name]: () => "x" } });
    expect(() => tidy(groups)).toThrow(
      new CxMetricsError(
        `tidy: dimension "${name}" must have another name, because a column is called that`,
        "invalid-argument",
        ["groups", name],
      ),
    );
  });

  it("lets a dimension have the name of another metric's column", () => {
    const groups = scoreBy([5], { metric: csat, rating, by: { promoters: () => "yes" } });
    expect(tidy(groups)[0]).toMatchObject({ promoters: "yes", satisfied: 1 });
  });

  it.each([
    [[], "null", null],
    [[], "5", 5],
    [["key"], "undefined", { score: nps([9]) }],
    [["key"], "a string", { key: "Pro", score: nps([9]) }],
    [["score"], "undefined", { key: {} }],
    [["score"], "100", { key: {}, score: 100 }],
    [["score", "tally"], "undefined", { key: {}, score: { metric: "nps", score: 5 } }],
    [["score", "tally"], "null", { key: {}, score: { ...nps([9]), tally: null } }],
  ])("refuses what is no group and says which: %j that is %s", (within, inWords, group) => {
    const good = { key: {}, score: nps([9]) };
    const place = ["groups at index 1", ...within].join(".");
    expect(() => tidy([good, group as never])).toThrow(
      expect.objectContaining({
        message: `tidy: ${place} must be an object, got ${inWords}`,
        code: "invalid-argument",
        path: ["groups", 1, ...within],
      }),
    );
  });

  it.each([
    ["undefined", undefined],
    ["null", null],
    ["an object", { key: {}, score: nps([9]) }],
    ["5", 5],
    ["a string", "groups"],
  ])("refuses groups that are not iterable: %s", (inWords, groups) => {
    expect(() => tidy(groups as never)).toThrow(
      new CxMetricsError(
        `tidy: groups must be an array or another iterable, got ${inWords}`,
        "invalid-argument",
        ["groups"],
      ),
    );
  });
});
