// Contract of rolling scores.

import { describe, expect, it } from "vitest";
import {
  CSAT_SCALE,
  ces,
  csat,
  type Group,
  nps,
  rollingScores,
  scoreBy,
  tally,
  tidy,
} from "../../src/index.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

interface Row {
  readonly plan?: string | null;
  readonly month: string | number | null;
  readonly rating: number | null;
}

const byMonth = (rows: readonly Row[]) =>
  scoreBy(rows, { metric: nps, rating: (row) => row.rating, by: { month: (row) => row.month } });
const MONTHS: Row[] = [
  { month: "2026-01", rating: 10 },
  { month: "2026-02", rating: 3 },
  { month: "2026-02", rating: 9 },
  { month: "2026-03", rating: 8 },
  { month: "2026-04", rating: 0 },
];

describe("rollingScores", () => {
  it("scores each period together with the ones before it, and says how many there were", () => {
    const groups = deepFreeze(byMonth(MONTHS));
    const rolling = rollingScores(groups, { window: 3, metric: nps, period: "month" });
    expect(rolling).toStrictEqual([
      { key: { month: "2026-01" }, score: nps([10]), from: "2026-01", periods: 1 },
      { key: { month: "2026-02" }, score: nps([10, 3, 9]), from: "2026-01", periods: 2 },
      { key: { month: "2026-03" }, score: nps([10, 3, 9, 8]), from: "2026-01", periods: 3 },
      { key: { month: "2026-04" }, score: nps([3, 9, 8, 0]), from: "2026-02", periods: 3 },
    ]);
    expectPlainJson(rolling);
    expect(tidy(rolling).map(({ month, n }) => [month, n])).toEqual([
      ["2026-01", 1],
      ["2026-02", 3],
      ["2026-03", 4],
      ["2026-04", 4],
    ]);
  });

  it("over a window of 1 are the groups' own scores", () => {
    const rolling = rollingScores(byMonth(MONTHS), { window: 1, metric: nps, period: "month" });
    expect(rolling.map(({ score }) => score)).toStrictEqual(byMonth(MONTHS).map(({ score }) => score));
  });

  it("use the scorer given, with its options, whatever scored the groups", () => {
    const rolling = rollingScores(byMonth(MONTHS), {
      window: 2,
      metric: (answers) => nps(answers, { level: 0.9 }),
      period: "month",
    });
    expect(rolling[1]?.score).toStrictEqual(nps([10, 3, 9], { level: 0.9 }));
  });

  it("keep the other dimensions apart, wherever the period stands among them", () => {
    const rows: Row[] = [
      { plan: "Pro", month: "2026-01", rating: 10 },
      { plan: "Basic", month: "2026-01", rating: 0 },
      { plan: null, month: "2026-01", rating: 7 },
      { plan: "Pro", month: "2026-02", rating: 9 },
    ];
    const by = { month: (row: Row) => row.month, plan: (row: Row) => row.plan };
    const groups = scoreBy(rows, { metric: nps, rating: (row) => row.rating, by });
    const rolling = rollingScores(groups, { window: 12, metric: nps, period: "month" });
    expect(rolling.map(({ key, score, periods }) => [key.plan, key.month, score.score, periods])).toEqual([
      ["Basic", "2026-01", -100, 1],
      ["Pro", "2026-01", 100, 1],
      [null, "2026-01", 0, 1],
      ["Pro", "2026-02", 100, 2],
    ]);
    expect(rolling[3]?.score.n).toBe(2);
  });

  it("count the groups present and not the calendar", () => {
    const gap = byMonth(MONTHS.filter((row) => row.month !== "2026-02" && row.month !== "2026-03"));
    const rolling = rollingScores(gap, { window: 2, metric: nps, period: "month" });
    expect(rolling[1]).toMatchObject({
      key: { month: "2026-04" },
      from: "2026-01",
      periods: 2,
      score: { n: 2 },
    });
  });

  it("leave a group without a period alone, and out of every window", () => {
    const groups = byMonth([{ month: null, rating: 0 }, ...MONTHS.slice(0, 1)]);
    const rolling = rollingScores(groups, { window: 5, metric: nps, period: "month" });
    expect(rolling.map(({ from, periods, score }) => [from, periods, score.n])).toEqual([
      ["2026-01", 1, 1],
      [null, 1, 1],
    ]);
  });

  it("go by the period and not by the order given, numbers before strings, and keep that order", () => {
    const groups = [
      ...byMonth([{ month: 2026, rating: 9 }, { month: 2025, rating: 8 }, ...MONTHS]),
    ].reverse();
    const rolling = rollingScores(groups, { window: 2, metric: nps, period: "month" });
    expect(rolling.map(({ key, from }) => [key.month, from])).toEqual([
      ["2026-04", "2026-03"],
      ["2026-03", "2026-02"],
      ["2026-02", "2026-01"],
      ["2026-01", 2026],
      [2026, 2025],
      [2025, 2025],
    ]);
  });

  it("know a series by the names and values of its dimensions, in whatever order a group names them", () => {
    const groups = [
      { key: { month: "a", plan: "Pro", channel: "chat" }, score: nps([9]) },
      { key: { channel: "chat", plan: "Pro", month: "b" }, score: nps([8]) },
      { key: { channel: "Pro", plan: "chat", month: "b" }, score: nps([7]) },
    ];
    const rolling = rollingScores(groups, { window: 2, metric: nps, period: "month" });
    expect(rolling.map(({ periods }) => periods)).toEqual([1, 2, 1]);
  });

  it("show −0 as 0, which is the same period", () => {
    const rolling = rollingScores([{ key: { year: -0 }, score: nps([9]) }], {
      window: 2,
      metric: nps,
      period: "year",
    });
    expectPlainJson(rolling);
    expect(rolling[0]?.from).toBe(0);
  });

  it("treat a dimension called __proto__ like any other", () => {
    const by = Object.fromEntries([["__proto__", (row: Row) => row.month]]);
    const groups = scoreBy(MONTHS, { metric: nps, rating: (row) => row.rating, by });
    const rolling = rollingScores(groups, { window: 2, metric: nps, period: "__proto__" });
    expect(rolling.map(({ score }) => score.n)).toEqual([1, 3, 3, 2]);
    expect(Object.keys(rolling[0]?.key ?? {})).toEqual(["__proto__"]);
  });

  it("of no groups are none", () => {
    expect(rollingScores([], { window: 3, metric: nps, period: "month" as never })).toStrictEqual([]);
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, "3", undefined])(
    "refuse the window %s",
    (window) => {
      expect(() => rollingScores([], { window: window as never, metric: nps, period: "" as never })).toThrow(
        /^rollingScores: window must be a whole number from 1 up, got /,
      );
    },
  );

  const refused = (groups: unknown, message: string, path: unknown[], period = "month"): void => {
    expect(() => rollingScores(groups as Group<string, never>[], { window: 2, metric: nps, period })).toThrow(
      expect.objectContaining({ message: `rollingScores: ${message}`, path }),
    );
  };
  const score = nps([9]);

  it("refuse two groups with one key", () => {
    const group = { key: { month: "2026-01", plan: "Pro" }, score };
    const same = { key: { plan: "Pro", month: "2026-01" }, score };
    refused([group, same], "groups at index 1 must have a key of its own, got a second group with it", [
      "groups",
      1,
    ]);
  });

  it("refuse groups that lack the period, or whose period is a boolean", () => {
    const must =
      "groups at index 0.key must be a string, a finite number or null in the dimension of the period";
    refused([{ key: { month: "2026-01" }, score }], `${must}, got undefined`, ["groups", 0, "key"], "week");
    refused([{ key: { month: true }, score }], `${must}, got true`, ["groups", 0, "key"]);
  });

  it("refuse what is no group, no key and no tally", () => {
    const must = "groups at index 0 must be a group of scoreBy's, got";
    for (const group of [{}, { key: null }, { key: {} }, { key: {}, score: 5 }]) {
      refused([group], `${must} an object`, ["groups", 0]);
    }
    refused([7], `${must} 7`, ["groups", 0]);
    refused([null], `${must} null`, ["groups", 0]);
    refused(
      [{ key: { month: 1n }, score }],
      "groups at index 0.key must be a string, a finite number, a boolean or null, got a bigint",
      ["groups", 0, "key"],
    );
    refused([{ key: { month: "a" }, score: {} }], "groups at index 0.tally must be a tally, got undefined", [
      "groups",
      0,
      "tally",
    ]);
    expect(() => rollingScores(5 as never, { window: 2, metric: nps, period: "month" as never })).toThrow(
      /^rollingScores: groups must be/,
    );
  });

  it("refuse groups on different scales, and name the group", () => {
    refused(
      [
        { key: { month: "a" }, score },
        { key: { month: "b" }, score: csat([4]) },
      ],
      "groups at index 1 must be on the scale 0 to 10, got 1 to 5",
      ["groups", 1],
    );
  });

  it("pass on what the scorer or the merging refuses, and name the group", () => {
    const groups = [{ key: { month: "a" }, score: csat([4]) }];
    expect(() => rollingScores(groups, { window: 2, metric: nps, period: "month" })).toThrow(
      /^rollingScores: groups at index 0: nps: /,
    );
    const most = { ...tally([], CSAT_SCALE), missing: Number.MAX_SAFE_INTEGER };
    const many = ["a", "b"].map((month) => ({ key: { month }, score: { tally: most } }));
    expect(() => rollingScores(many, { window: 2, metric: csat, period: "month" })).toThrow(
      /^rollingScores: groups at index 1: mergeTallies: counts must add up/,
    );
  });

  it("let an error of the caller's own scorer through as it is", () => {
    const own = new RangeError("mine");
    const metric = (): never => {
      throw own;
    };
    expect(() => rollingScores(byMonth(MONTHS), { window: 2, metric, period: "month" })).toThrow(own);
  });

  it("refuse a scorer that is none, a period that is no name, and an unknown option", () => {
    const groups = byMonth(MONTHS);
    const options = { window: 2, metric: ces, period: "month" } as const;
    expect(() => rollingScores(groups, { ...options, metric: 5 as never })).toThrow(
      "rollingScores: metric must be a function, got 5",
    );
    expect(() => rollingScores(groups, { ...options, period: 5 as never })).toThrow(
      "rollingScores: period must be a string, got 5",
    );
    expect(() => rollingScores(groups, { ...options, by: "month" } as never)).toThrow(
      'rollingScores: options must be among window, metric, period, got "by"',
    );
  });
});
