// Contract of scores by group.

import { describe, expect, it, vi } from "vitest";
import {
  type Answers,
  CxMetricsError,
  ces,
  csat,
  type GroupValue,
  mergeTallies,
  netScore,
  nps,
  periodOf,
  type Rating,
  scoreBy,
} from "../../src/index.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

interface Row {
  readonly plan?: string | null;
  readonly month?: string;
  readonly answer: Rating;
  readonly weight?: number;
}

const rows: readonly Row[] = deepFreeze([
  { plan: "Pro", month: "2026-02", answer: 9 },
  { plan: "Basic", month: "2026-01", answer: 10 },
  { plan: "Basic", month: "2026-02", answer: 3 },
  { plan: "Basic", month: "2026-01", answer: 8 },
  { plan: "Pro", month: "2026-01", answer: null },
]);

const rating = (row: { readonly answer: Rating }): Rating => row.answer;
const plan = (row: Row): string | null | undefined => row.plan;
const month = (row: Row): string | undefined => row.month;

/** The keys of one group for each value, in the order of the groups. */
function keysOf(values: readonly unknown[]): unknown[] {
  const groups = scoreBy(values, {
    metric: nps,
    rating: () => 9,
    by: { key: (value) => value as GroupValue },
  });
  return groups.map((group) => group.key.key);
}

describe("scoreBy", () => {
  it("scores each combination of values that occurs", () => {
    const groups = scoreBy(rows, { metric: nps, rating, by: { plan, month } });
    expect(groups).toStrictEqual([
      { key: { plan: "Basic", month: "2026-01" }, score: nps([10, 8]) },
      { key: { plan: "Basic", month: "2026-02" }, score: nps([3]) },
      { key: { plan: "Pro", month: "2026-01" }, score: nps([null]) },
      { key: { plan: "Pro", month: "2026-02" }, score: nps([9]) },
    ]);
  });

  it("keeps a group in which nobody answered, with a score of null", () => {
    const [pro] = scoreBy([{ plan: "Pro", answer: null }], { metric: nps, rating, by: { plan } });
    expect(pro).toMatchObject({ key: { plan: "Pro" }, score: { score: null, n: 0, missing: 1 } });
  });

  it("gives no groups for no rows", () => {
    expect(scoreBy([], { metric: nps, rating, by: { plan } })).toEqual([]);
    expect(scoreBy([], { metric: nps, rating, by: {} })).toEqual([]);
  });

  it("makes one group of all rows where there is no dimension", () => {
    expect(scoreBy(rows, { metric: nps, rating, by: {} })).toStrictEqual([
      { key: {}, score: nps([9, 10, 3, 8, null]) },
    ]);
  });

  it("scores with any metric, on the metric's own scale", () => {
    const by = { plan };
    const cesRows: Row[] = [{ plan: "Pro", answer: 7 }];
    expect(scoreBy(cesRows, { metric: ces, rating, by })[0]?.score).toStrictEqual(ces([7]));
    const net = (answers: Answers) => netScore(answers, { scale: { min: 1, max: 7 }, top: 6, bottom: 2 });
    expect(scoreBy(cesRows, { metric: net, rating, by })[0]?.score).toStrictEqual(net([7]));
    expect(() => scoreBy(cesRows, { metric: csat, rating, by })).toThrow(
      new CxMetricsError(
        "scoreBy: rating at index 0 must be an integer from 1 to 5, got 7",
        "invalid-rating",
        ["rating", 0],
      ),
    );
  });

  it("lets a scorer's options live in a closure", () => {
    const metric = (answers: Answers) => nps(answers, { method: "score", level: 0.9 });
    const [all] = scoreBy(rows, { metric, rating, by: {} });
    expect(all?.score).toStrictEqual(metric([9, 10, 3, 8, null]));
  });

  it("weighs answers where a weight is read", () => {
    const weighted: Row[] = [
      { plan: "Pro", answer: 10, weight: 3 },
      { plan: "Pro", answer: 0, weight: 1 },
      { plan: "Basic", answer: 5, weight: 0 },
    ];
    const groups = scoreBy(weighted, {
      metric: nps,
      rating,
      weight: (row) => row.weight as number,
      by: { plan },
    });
    expect(groups.map(({ key, score }) => [key.plan, score.score, score.n])).toEqual([
      ["Basic", null, 1],
      ["Pro", 50, 2],
    ]);
    expect(groups.every(({ score }) => score.tally.weights !== undefined)).toBe(true);
  });

  it("leaves weights out where none are read", () => {
    const [all] = scoreBy(rows, { metric: nps, rating, weight: undefined, by: {} });
    expect(Object.keys(all?.score.tally ?? {})).toEqual(["scale", "counts", "missing"]);
  });

  it("returns groups whose tallies merge to the tally of all rows", () => {
    const groups = scoreBy(rows, { metric: nps, rating, by: { plan, month } });
    expect(mergeTallies(groups.map((group) => group.score.tally))).toStrictEqual(nps(rows.map(rating)).tally);
  });

  it("reads each row once by each accessor, in the rows' order", () => {
    const spies = { rating: vi.fn(rating), weight: vi.fn(() => 1) };
    const by = { plan: vi.fn(plan), month: vi.fn(month) };
    scoreBy(rows.values(), { metric: nps, ...spies, by });
    const each = rows.map((row) => [row]);
    expect([spies.rating.mock.calls, by.plan.mock.calls, by.month.mock.calls]).toEqual([each, each, each]);
    expect(spies.weight.mock.calls).toEqual(each.slice(0, 4));
  });

  it("asks the metric for nothing but its scale and each group's score", () => {
    const metric = vi.fn((answers: Answers) => nps(answers));
    scoreBy(rows, { metric, rating, by: { plan } });
    expect(metric.mock.calls.map(([answers]) => answers)).toEqual([
      [],
      nps([10, 3, 8]).tally,
      nps([9, null]).tally,
    ]);
  });

  it("takes any iterable, leaves frozen rows as they are, and returns plain JSON", () => {
    const options = deepFreeze({ metric: nps, rating, by: { plan, month } });
    const groups = scoreBy(rows, options);
    expectPlainJson(groups);
    expect(scoreBy(new Set(rows), options)).toStrictEqual(groups);
    expect(scoreBy(rows.values(), options)).toStrictEqual(groups);
  });
});

describe("the keys of scoreBy", () => {
  it('are told apart by type: 1, "1", true and a missing value are four groups', () => {
    expect(keysOf(["1", null, true, 1, 1, "1", true, null])).toStrictEqual([true, 1, "1", null]);
    expect(keysOf(["null", null, "undefined", undefined, "", 0, false])).toStrictEqual([
      false,
      0,
      "",
      "null",
      "undefined",
      null,
    ]);
  });

  it("are told apart by letter case and by spaces", () => {
    expect(keysOf(["EU", "eu", " EU", "EU "])).toEqual([" EU", "EU", "EU ", "eu"]);
  });

  it("are sorted: booleans, numbers, strings by code unit, missing last", () => {
    expect(
      keysOf([undefined, "b", "é", 10, "B", -1, true, 9, "a", false, "", "Z", "10", "9", "ä"]),
    ).toStrictEqual([false, true, -1, 9, 10, "", "10", "9", "B", "Z", "a", "b", "ä", "é", null]);
  });

  it("are sorted dimension by dimension, in the order of the dimensions", () => {
    const pairs = [
      [2, "a"],
      [1, null],
      [1, "b"],
      [2, null],
      [1, "a"],
    ] as const;
    const sorted = scoreBy(pairs, {
      metric: nps,
      rating: () => 9,
      by: { first: ([first]) => first, second: ([, second]) => second },
    });
    expect(sorted.map(({ key }) => [key.first, key.second])).toEqual([
      [1, "a"],
      [1, "b"],
      [1, null],
      [2, "a"],
      [2, null],
    ]);
    const turned = scoreBy(pairs, {
      metric: nps,
      rating: () => 9,
      by: { second: ([, second]) => second, first: ([first]) => first },
    });
    expect(turned.map(({ key }) => Object.entries(key)[0])).toEqual([
      ["second", "a"],
      ["second", "a"],
      ["second", "b"],
      ["second", null],
      ["second", null],
    ]);
  });

  it("do not run together: no joining of names makes two groups one", () => {
    const pairs = [
      ["a", "b c"],
      ["a b", "c"],
      ["a,b", ""],
      ["a", ",b"],
      ['a","', ""],
      ["a", '","'],
      ["", "\u0000"],
      ["\u0000", ""],
    ] as const;
    const groups = scoreBy(pairs, {
      metric: nps,
      rating: () => 9,
      by: { first: ([first]) => first, second: ([, second]) => second },
    });
    expect(groups).toHaveLength(pairs.length);
  });

  const ordinary = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "length"];
  it.each(ordinary)("may have the value %s like any other", (name) => {
    expect(keysOf([name, "z", name])).toEqual(name < "z" ? [name, "z"] : ["z", name]);
  });

  it.each(ordinary)("may be called %s like anything else", (name) => {
    const groups = scoreBy([{ answer: 9 }], { metric: nps, rating, by: { [name]: () => "x" } });
    const key = groups[0]?.key ?? {};
    expect(Object.keys(key)).toEqual([name]);
    expect(Object.getOwnPropertyDescriptor(key, name)?.value).toBe("x");
    expect(Object.getPrototypeOf(key)).toBe(Object.prototype);
    expectPlainJson(groups);
  });

  it("are not read from an inherited dimension", () => {
    const by = Object.create({ inherited: () => 1 }, { own: { value: () => 2, enumerable: true } });
    expect(scoreBy([{ answer: 9 }], { metric: nps, rating, by })[0]?.key).toStrictEqual({ own: 2 });
  });

  it("hold no −0: it is the group of 0", () => {
    expect(keysOf([-0, 0])).toStrictEqual([0]);
    expect(keysOf([0, -0])).toStrictEqual([0]);
  });

  it.each([
    ["NaN", Number.NaN],
    ["Infinity", Number.POSITIVE_INFINITY],
    ["-Infinity", Number.NEGATIVE_INFINITY],
    ["a bigint", 1n],
    ["a Date", new Date(0)],
    ["an array", ["a"]],
    ["a function", () => "a"],
    ["a symbol", Symbol("a")],
  ])("may not be %s", (inWords, value) => {
    const by = { plan: (row: unknown) => row as GroupValue };
    expect(() => scoreBy(["Pro", value], { metric: nps, rating: () => 9, by })).toThrow(
      new CxMetricsError(
        `scoreBy: by.plan at index 1 must be a string, a finite number, a boolean or missing, got ${inWords}`,
        "invalid-argument",
        ["by", "plan", 1],
      ),
    );
  });
});

describe("scoreBy refuses", () => {
  const good = { metric: nps, rating, by: { plan } };

  it.each<[string, unknown, (string | number)[]]>([
    ["options must be an object, got undefined", undefined, ["options"]],
    ["options must be an object, got null", null, ["options"]],
    ["metric must be a function, got a string", { ...good, metric: "nps" }, ["metric"]],
    ["metric must be a function, got undefined", { ...good, metric: undefined }, ["metric"]],
    ["rating must be a function, got a string", { ...good, rating: "answer" }, ["rating"]],
    ["weight must be a function, got null", { ...good, weight: null }, ["weight"]],
    ["weight must be a function, got 1", { ...good, weight: 1 }, ["weight"]],
    [
      "by must be an object of functions, such as { plan: (row) => row.plan }, got undefined",
      { ...good, by: undefined },
      ["by"],
    ],
    [
      "by must be an object of functions, such as { plan: (row) => row.plan }, got a string",
      { ...good, by: "plan" },
      ["by"],
    ],
    [
      "by must be an object of functions, such as { plan: (row) => row.plan }, got a function",
      { ...good, by: plan },
      ["by"],
    ],
    ["by.plan must be a function, got a string", { ...good, by: { plan: "plan" } }, ["by", "plan"]],
    [
      "by.month must be a function, got undefined",
      { ...good, by: { plan, month: undefined } },
      ["by", "month"],
    ],
  ])("what it cannot use: %s", (message, options, path) => {
    expect(() => scoreBy(rows, options as typeof good)).toThrow(
      new CxMetricsError(`scoreBy: ${message}`, "invalid-argument", path),
    );
  });

  it.each([
    ["undefined", undefined],
    ["null", null],
    ["an object", { plan: "Pro", answer: 9 }],
    ["5", 5],
    ["a string", "abc"],
    ["a string", ""],
  ])("rows that are not iterable: %s", (inWords, source) => {
    expect(() => scoreBy(source as never, good)).toThrow(
      new CxMetricsError(
        `scoreBy: rows must be an array or another iterable, got ${inWords}`,
        "invalid-argument",
        ["rows"],
      ),
    );
  });

  it("a metric that returns no score, by name", () => {
    for (const [score, inWords] of [
      [5, "5"],
      [undefined, "undefined"],
      [null, "null"],
      [{ score: 5 }, "an object"],
    ]) {
      expect(() => scoreBy(rows, { ...good, metric: () => score as never })).toThrow(
        new CxMetricsError(
          `scoreBy: metric must be a scorer whose scores have a tally, got ${inWords}`,
          "invalid-argument",
          ["metric"],
        ),
      );
    }
    expect(() => scoreBy(rows, { ...good, metric: () => ({ tally: { counts: [] } }) as never })).toThrow(
      expect.objectContaining({
        message: "scoreBy: tally.scale must be an object, got undefined",
        path: ["tally", "scale"],
      }),
    );
  });

  it("what a function of this package refuses in a dimension, and says in which row", () => {
    const dates = ["2026-01-31T12:00:00Z", "31.01.2026"];
    let own: unknown;
    const month = (date: string): string => {
      try {
        return periodOf(date, "month");
      } catch (error) {
        own = error;
        throw error;
      }
    };
    const how = { metric: nps, rating: () => 9, by: { plan: () => "Pro", month } };
    let thrown: unknown;
    try {
      scoreBy(dates, how);
    } catch (error) {
      thrown = error;
    }
    expect(own).toBeInstanceOf(CxMetricsError);
    const { message, code } = own as CxMetricsError;
    expect(message).toMatch(/^periodOf: instant must be /);
    expect(thrown).toStrictEqual(
      new CxMetricsError(`scoreBy: by.month at index 1: ${message}`, code, ["by", "month", 1, "instant"]),
    );
  });

  it("and the index of the row, whatever the rows come in", () => {
    const third: Row[] = [...[1, 2].map((answer) => ({ plan: "Pro", answer })), { plan: "Pro", answer: 11 }];
    for (const given of [third, third.values(), new Set(third)]) {
      expect(() => scoreBy(given, { ...good, by: { plan } })).toThrow(/^scoreBy: rating at index 2 must be/);
    }
  });

  it("and lets the errors of metric and accessors through, closing its source", () => {
    let closed = 0;
    function* source(): Generator<Row> {
      try {
        yield* rows;
      } finally {
        closed++;
      }
    }
    const fail = (): never => {
      throw new RangeError("no such column");
    };
    for (const options of [
      { ...good, rating: fail },
      { ...good, by: { plan: fail } },
      { ...good, weight: fail },
    ]) {
      expect(() => scoreBy(source(), options)).toThrow(new RangeError("no such column"));
    }
    expect(closed).toBe(3);
    expect(() => scoreBy(source(), { ...good, metric: fail })).toThrow(new RangeError("no such column"));
  });
});
