// Contract of raking, poststratification and the cost of weights.

import { describe, expect, it } from "vitest";
import { designEffect, effectiveSampleSize, poststratify, rake } from "../../src/index.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

interface Row {
  readonly plan: string | number | boolean | null;
  readonly region: string;
  readonly before?: number;
}

const ROWS: readonly Row[] = deepFreeze([
  { plan: "Basic", region: "north" },
  { plan: "Basic", region: "south" },
  { plan: "Pro", region: "north" },
  { plan: "Pro", region: "south" },
  { plan: "Pro", region: "south" },
]);
const MARGINS = deepFreeze({ plan: { Basic: 0.7, Pro: 0.3 }, region: { north: 0.5, south: 0.5 } });
const refusalOf = (call: () => unknown): unknown => {
  try {
    return call();
  } catch (error) {
    return (error as Error).message;
  }
};
const sumOf = (weights: readonly number[]): number => weights.reduce((a, b) => a + b, 0);

describe("effectiveSampleSize and designEffect", () => {
  it("are n and 1 where all answers weigh the same", () => {
    expect(effectiveSampleSize([0.1, 0.1, 0.1])).toBe(3);
    expect(designEffect(new Set([7]))).toBe(1);
  });

  it("count zero weights in n only", () => {
    expect(effectiveSampleSize([1, 1, 0, 0])).toBe(2);
    expect(designEffect([1, 1, 0, 0])).toBe(2);
  });

  it("are null where nothing weighs anything", () => {
    expect([effectiveSampleSize([]), designEffect([0, 0])]).toEqual([null, null]);
  });

  it("name the weight that cannot be used", () => {
    expect(refusalOf(() => designEffect([1, -1]))).toBe(
      "designEffect: weights at index 1 must be 0 or a number from 1e-100 to 1e100, got -1",
    );
    expect(refusalOf(() => effectiveSampleSize(5 as never))).toContain(
      "effectiveSampleSize: weights must be",
    );
  });
});

describe("rake", () => {
  it("weights to shares so that the mean weight is 1, and leaves the rows alone", () => {
    const raked = rake(ROWS, { margins: MARGINS });
    expect(raked).toMatchObject({ total: 5, converged: true, bounded: 0, unreachable: [] });
    expect(sumOf(raked.weights)).toBeCloseTo(5, 12);
    expect(raked.margins.map(({ margin, category, n }) => [margin, category, n])).toEqual([
      ["plan", "Basic", 2],
      ["plan", "Pro", 3],
      ["region", "north", 2],
      ["region", "south", 3],
    ]);
    for (const { target, achieved } of raked.margins) expect(achieved).toBeCloseTo(target, 11);
    expectPlainJson(raked);
  });

  it("weights to head counts so that the weights add up to them, or to the total asked for", () => {
    const margins = { plan: { Basic: 700, Pro: 300 }, region: { north: 0.5, south: 0.5 } };
    expect(rake(ROWS, { margins }).total).toBe(1000);
    const per100 = rake(ROWS, { margins: { ...margins, region: { north: 2, south: 2 } }, total: 100 });
    expect(sumOf(per100.weights)).toBeCloseTo(100, 10);
  });

  it("takes shares in one margin and head counts in another, as shares of their total", () => {
    const plan = { Basic: 700, Pro: 300 };
    const shares = rake(ROWS, { margins: { plan, region: { north: 0.4, south: 0.6 } } });
    const counts = rake(ROWS, { margins: { plan, region: { north: 400, south: 600 } } });
    expect([shares.total, shares.converged]).toEqual([1000, true]);
    shares.weights.forEach((weight, row) => {
      expect(weight).toBeCloseTo(counts.weights[row] as number, 8);
    });
  });

  it("takes rounded shares, percentages and counts whose totals differ by up to 1 %, and refuses others", () => {
    const plan = { Basic: 70, Pro: 30 };
    expect(rake(ROWS, { margins: { plan, region: { north: 49, south: 50 } } }).converged).toBe(true);
    expect(rake(ROWS, { margins: { region: { north: 49, south: 50 }, plan } }).converged).toBe(true);
    expect(rake(ROWS, { margins: { plan: { Basic: 0.33, Pro: 0.66 } } }).total).toBe(5);
    expect(rake(ROWS, { margins: { plan: { Basic: 0.34, Pro: 0.67 } } }).total).toBe(5);
    expect(() => rake(ROWS, { margins: { plan, region: { north: 500, south: 500 } } })).toThrow(
      expect.objectContaining({
        message:
          "rake: margins must have one total where they are head counts, got 100 and 1000; give total to weight to their shares",
        code: "impossible-counts",
        path: ["margins"],
      }),
    );
    // The first is less than 1 % from both of the others.
    const three = { plan, region: { north: 50.4, south: 50.4 }, answer: { low: 99.5, high: 0 } };
    expect(() => rake(ROWS, { margins: three, by: { answer: () => "low" } })).toThrow(
      "one total where they are head counts, got 99.5 and 100.8;",
    );
    expect(() => rake(ROWS, { margins: { plan: { Basic: 0.5, Pro: 0.4 } } })).toThrow(
      expect.objectContaining({
        message:
          "rake: margins at index 0 must be shares that add up to 1 or head counts, got a sum of 0.9; give total to weight to their shares",
        code: "impossible-counts",
        path: ["margins", 0],
      }),
    );
    expect(rake(ROWS, { margins: { plan: { Basic: 0.5, Pro: 0.4 } }, total: 9 }).total).toBe(9);
  });

  it("reads properties by readers where they are given, and categories by their text", () => {
    const rows = [
      { vip: true, level: 1 },
      { vip: false, level: 2 },
    ];
    const { weights } = rake(rows, {
      margins: { vip: { true: 0.75, false: 0.25 }, tier: { "1": 3, "2": 1 } },
      by: { tier: (row) => row.level },
    });
    expect(weights).toEqual([3, 1]);
  });

  it("starts from the weights before, and leaves a weight of 0 as it is", () => {
    const rows = [
      { plan: "Basic", before: 0 },
      { plan: "Basic", before: -0 },
      { plan: "Basic", before: 2 },
      { plan: "Basic", before: 6 },
      { plan: "Pro", before: 5 },
    ];
    const { weights } = rake(rows, {
      margins: { plan: { Basic: 40, Pro: 10 } },
      weight: (row) => row.before,
    });
    expect(weights.map((weight) => Math.round(weight * 1e9) / 1e9)).toEqual([0, 0, 10, 30, 10]);
  });

  it("does nothing where the sample fits already", () => {
    expect(rake(ROWS, { margins: { plan: { Basic: 2, Pro: 3 } } })).toMatchObject({
      weights: [1, 1, 1, 1, 1],
      iterations: 0,
      converged: true,
      maxResidual: 0,
      worst: { margin: "plan", category: "Basic" },
    });
  });

  it("does nothing either where the sample is off by the tolerance, and no more", () => {
    const rows = [{ plan: "Basic" }, { plan: "Pro" }, { plan: "Pro" }, { plan: "Pro" }];
    const off = (tolerance: number) =>
      rake(rows, { margins: { plan: { Basic: 0.5, Pro: 0.5 } }, tolerance, maxIterations: 1 });
    expect(off(0.25)).toMatchObject({
      weights: [1, 1, 1, 1],
      iterations: 0,
      converged: true,
      maxResidual: 0.25,
      worst: { category: "Basic" },
    });
    expect(off(1).iterations).toBe(0);
    for (const tolerance of [0.24, 1e-14]) {
      expect(off(tolerance)).toMatchObject({ weights: [2, 2 / 3, 2 / 3, 2 / 3], iterations: 1 });
    }
  });

  it("names a category that no row can fill, and brings the others to the rest in proportion", () => {
    const raked = rake(ROWS, { margins: { plan: { Basic: 60, Pro: 20, Plus: 20 } } });
    expect(raked.converged).toBe(false);
    expect(raked.unreachable).toEqual([{ margin: "plan", category: "Plus", n: 0, target: 20, achieved: 0 }]);
    expect(raked.worst).toEqual(raked.unreachable[0]);
    expect(raked.maxResidual).toBeCloseTo(0.2, 12);
    expect(raked.margins.map(({ achieved }) => Math.round(achieved * 1e9) / 1e9)).toEqual([75, 25, 0]);
  });

  it("gives rows of a category with target 0 no weight, and says where another category runs empty by that", () => {
    const raked = rake(ROWS, {
      margins: { plan: { Basic: 0, Pro: 1 }, region: { north: 1, south: 1 } },
      total: 2,
    });
    expect(raked.weights).toEqual([0, 0, 1, 0.5, 0.5]);
    const none = rake([{ a: "x", b: "y" }], { margins: { a: { x: 0, z: 1 }, b: { y: 1 } } });
    expect(none).toMatchObject({ weights: [0], converged: false, effectiveN: null, designEffect: null });
    expect(none.unreachable.map(({ margin, category }) => [margin, category])).toEqual([
      ["a", "z"],
      ["b", "y"],
    ]);
    const rows = ["xy", "zv", "zw"].map(([a, b]) => ({ a, b }));
    const rest = rake(rows, { margins: { a: { x: 0, z: 1 }, b: { y: 20, v: 20, w: 60 } } });
    expect(rest.unreachable.map(({ category }) => category)).toEqual(["y"]);
    expect(rest.weights.map((weight) => Math.round(weight * 1e9) / 1e9)).toEqual([0, 25, 75]);
  });

  it("takes a target of −0 for 0", () => {
    expectPlainJson(rake([{ plan: "Basic" }], { margins: { plan: { Basic: 1, Pro: -0 } } }));
  });

  it("ends without convergence where margins contradict each other", () => {
    const rows = [
      { a: "x", b: "x" },
      { a: "y", b: "y" },
    ];
    const raked = rake(rows, {
      margins: { a: { x: 0.9, y: 0.1 }, b: { x: 0.2, y: 0.8 } },
      maxIterations: 50,
    });
    expect(raked).toMatchObject({ converged: false, iterations: 50, unreachable: [] });
    expect(raked.maxResidual).toBeCloseTo(0.7, 12);
  });

  it("keeps to bounds, whether or not the margins can be hit within them", () => {
    const bounds = { lower: 0.5, upper: 1.8 };
    const hit = rake(ROWS, { margins: { plan: { Basic: 0.7, Pro: 0.3 } }, bounds });
    expect(hit).toMatchObject({ converged: true });
    const missed = rake(ROWS, { margins: { plan: { Basic: 0.95, Pro: 0.05 } }, bounds, maxIterations: 30 });
    expect(missed).toMatchObject({ converged: false, iterations: 30, bounded: 5 });
    missed.weights.forEach((weight, i) => {
      expect(weight).toBeCloseTo([1.8, 1.8, 0.5, 0.5, 0.5][i] as number, 12);
    });
    expect(rake(ROWS, { margins: MARGINS, bounds: {} }).bounded).toBe(0);
  });

  it("refuses bounds of other names, or in a list", () => {
    for (const [bounds, got] of [
      [{ min: 0.5 }, 'among lower, upper, got "min"'],
      [[0.5, 2], "an object, got an array"],
    ] as const) {
      expect(() => rake(ROWS, { margins: MARGINS, bounds: bounds as never })).toThrow(
        expect.objectContaining({ message: `rake: bounds must be ${got}`, path: ["bounds"] }),
      );
    }
  });

  it("keeps to bounds also where the margins are hit before", () => {
    const rows = [
      { plan: "Basic", before: 1 },
      { plan: "Basic", before: 9 },
    ];
    const raked = rake(rows, {
      margins: { plan: { Basic: 1 } },
      weight: (row) => row.before,
      bounds: { lower: 0.5, upper: 1.5 },
    });
    expect(raked.weights).toEqual([0.5, 1.5]);
    expect(raked).toMatchObject({ converged: true, bounded: 2 });
  });

  it("with bounds still leaves a weight of 0 as it is, and does not count it in the mean", () => {
    const rows = [
      { a: "x", w: 0 },
      { a: "x", w: 1 },
      { a: "y", w: 1 },
    ];
    const raked = rake(rows, {
      margins: { a: { x: 0.6, y: 0.4 } },
      weight: (row) => row.w,
      bounds: { lower: 0.7, upper: 1.3 },
    });
    expect(raked).toMatchObject({ converged: true, bounded: 0 });
    expect(raked.weights.map((weight) => Math.round(weight * 1e9) / 1e9)).toEqual([0, 1.8, 1.2]);
  });

  it("bounds multiples of the mean weight of the rows that keep any", () => {
    const rows = ["x", "x", "y", "z"].map((a) => ({ a }));
    const raked = rake(rows, {
      margins: { a: { x: 0, y: 0.3, z: 0.7 } },
      bounds: { lower: 0.7, upper: 1.3 },
    });
    expect(raked).toMatchObject({ converged: false, bounded: 2 });
    expect(raked.weights.map((weight) => Math.round(weight * 1e9) / 1e9)).toEqual([0, 0, 1.4, 2.6]);
  });

  it("of no rows gives no weights and does not converge", () => {
    expect(rake([], { margins: MARGINS as { readonly plan: Record<string, number> } })).toMatchObject({
      weights: [],
      total: 0,
      converged: false,
      iterations: 0,
      effectiveN: null,
    });
  });

  it("makes weights 0 that are too small to be reckoned with", () => {
    const rows = [
      { plan: "Basic", before: 1e-100 },
      { plan: "Basic", before: 1e100 },
    ];
    const { weights } = rake(rows, { margins: { plan: { Basic: 1 } }, weight: (row) => row.before });
    expect(weights).toEqual([0, 2]);
  });

  it("makes weights from 1e-100 to 1e100", () => {
    const rows = [{ plan: "Basic" }];
    expect(rake(rows, { margins: { plan: { Basic: 1 } }, total: 1e-100 }).weights).toEqual([1e-100]);
    expect(rake(rows, { margins: { plan: { Basic: 1e100 } } }).weights).toEqual([1e100]);
  });

  it("does not take a missing value for a category that is called null", () => {
    const call = (plan: string | null) => () => rake([{ plan }], { margins: { plan: { null: 1 } } });
    expect(refusalOf(call(null))).toBe(
      "rake: by.plan at index 0 must be a category that has a target, got a missing value",
    );
    expect(call("null")().weights).toEqual([1]);
  });

  it.each([
    [{ margins: 5 }, "rake: margins must be an object, got 5"],
    [{ margins: {} }, "rake: margins must be one margin or more, got none"],
    [
      { margins: { plan: null } },
      "rake: margins at index 0 must be an object with a target for each category, got null",
    ],
    [
      { margins: { plan: 5 } },
      "rake: margins at index 0 must be an object with a target for each category, got 5",
    ],
    [
      { margins: { plan: {} } },
      "rake: margins at index 0 must be targets that add up to more than 0 and at most 1e100, got a sum of 0",
    ],
    [
      { margins: { plan: { Basic: 1e100, Pro: 1e100 } } },
      "rake: margins at index 0 must be targets that add up to more than 0 and at most 1e100, got a sum of 2e+100",
    ],
    [
      { margins: { plan: { Basic: 1, Pro: -1 } } },
      "rake: margins at index 0 at index 1 must be 0 or a number from 1e-100 to 1e100, got -1",
    ],
    [
      { margins: { plan: { Basic: 1 } } },
      "rake: by.plan at index 2 must be a category that has a target, got another value",
    ],
    [
      { margins: { size: { small: 1 } } },
      "rake: by.size at index 0 must be a category that has a target, got a missing value",
    ],
    [{ margins: MARGINS, by: 5 }, "rake: by must be an object, got 5"],
    [{ margins: MARGINS, by: { size: () => 1 } }, "rake: by must be readers of the margins, got another one"],
    [{ margins: MARGINS, by: { plan: 5 } }, "rake: by.plan must be a function, got 5"],
    [{ margins: MARGINS, weight: 5 }, "rake: weight must be a function, got 5"],
    [{ margins: MARGINS, total: 0 }, "rake: total must be a number from 1e-100 to 1e100, got 0"],
    [{ margins: MARGINS, tolerance: 0 }, "rake: tolerance must be a number from 1e-14 to 1, got 0"],
    [{ margins: MARGINS, tolerance: 1.1 }, "rake: tolerance must be a number from 1e-14 to 1, got 1.1"],
    [
      { margins: MARGINS, maxIterations: 0 },
      "rake: maxIterations must be a whole number from 1 to 100000, got 0",
    ],
    [
      { margins: MARGINS, maxIterations: 1.5 },
      "rake: maxIterations must be a whole number from 1 to 100000, got 1.5",
    ],
    [
      { margins: MARGINS, maxIterations: 100_001 },
      "rake: maxIterations must be a whole number from 1 to 100000, got 100001",
    ],
    [
      { margins: MARGINS, bounds: { lower: 1 } },
      "rake: bounds.lower must be a number from 0, below 1, got 1",
    ],
    [
      { margins: MARGINS, bounds: { lower: -0.1 } },
      "rake: bounds.lower must be a number from 0, below 1, got -0.1",
    ],
    [
      { margins: MARGINS, bounds: { upper: 1 } },
      "rake: bounds.upper must be a number above 1, up to 1e100, got 1",
    ],
    [
      { margins: MARGINS, bounds: { upper: 2e100 } },
      "rake: bounds.upper must be a number above 1, up to 1e100, got a number of a million or more",
    ],
    [
      { margins: MARGINS, bound: {} },
      'rake: options must be among margins, by, weight, bounds, total, tolerance, maxIterations, got "bound"',
    ],
  ])("refuses a wrong option, case %#", (options, message) => {
    expect(() => rake(ROWS, options as never)).toThrow(
      expect.objectContaining({ message, code: "invalid-argument" }),
    );
  });

  it("refuses a weight that cannot be used", () => {
    expect(() => rake(ROWS, { margins: MARGINS, weight: () => -1 })).toThrow(
      expect.objectContaining({
        message: "rake: weight at index 0 must be 0 or a number from 1e-100 to 1e100, got -1",
        code: "invalid-weight",
        path: ["weight", 0],
      }),
    );
  });

  it.each([null, undefined])("refuses what is no row: %s", (row) => {
    expect(() => rake([row], { margins: MARGINS } as never)).toThrow(
      expect.objectContaining({
        message: `rake: rows at index 0 must be a row, got ${row}`,
        code: "invalid-argument",
      }),
    );
  });
});

describe("poststratify", () => {
  const by = { plan: (row: Row) => row.plan, region: (row: Row) => row.region };
  const cell = (plan: string | null, region: string, target: number) => ({ key: { plan, region }, target });
  const targets = [
    cell("Basic", "north", 10),
    cell("Basic", "south", 20),
    cell("Pro", "north", 30),
    cell("Pro", "south", 40),
  ];

  it("gives each cell its target, shared out by the weights before", () => {
    const result = poststratify(ROWS, { by, targets });
    expect(result).toMatchObject({
      weights: [10, 20, 30, 20, 20],
      total: 100,
      complete: true,
      unreachable: [],
    });
    expectPlainJson(result);
    const rows = [
      { plan: "a", before: 1 },
      { plan: "a", before: 3 },
      { plan: "a", before: 0 },
    ];
    const shares = [{ key: { plan: "a" }, target: 1 }];
    const weighted = poststratify(rows, {
      by: { plan: (r) => r.plan },
      targets: shares,
      weight: (r) => r.before,
    });
    expect(weighted.weights).toEqual([0.75, 2.25, 0]);
  });

  it("lists a cell without rows, or without rows of any weight, and keeps the others at their targets", () => {
    const more = [...targets, cell(null, "north", 5), cell("Plus", "north", 0)];
    const rows = [...ROWS, { plan: null, region: "north", before: 0 }];
    const result = poststratify(rows, { by, targets: more, weight: (row) => row.before ?? 1 });
    expect(result.weights).toEqual([10, 20, 30, 20, 20, 0]);
    expect(result.complete).toBe(false);
    expect(result.unreachable).toEqual([
      { key: { plan: null, region: "north" }, n: 1, target: 5, achieved: 0 },
    ]);
    expect(result.cells.map(({ key }) => key.plan)).toEqual(["Basic", "Basic", "Plus", "Pro", "Pro", null]);
    expect(poststratify([], { by, targets, total: 1 })).toMatchObject({ weights: [], complete: false });
  });

  it("has each cell's target and what it achieves in the unit of the weights", () => {
    const shares = targets.map(({ key, target }) => ({ key, target: target / 100 }));
    const empty = cell("Plus", "north", 0);
    const { weights, cells } = poststratify(ROWS, { by, targets: [empty, ...shares], total: 200 });
    expect(weights).toEqual([20, 40, 60, 40, 40]);
    expect(cells.map(({ target, achieved, n }) => [target, achieved, n])).toEqual([
      [20, 20, 1],
      [40, 40, 1],
      [0, 0, 0],
      [60, 60, 1],
      [80, 80, 2],
    ]);
  });

  it.each([
    [
      { by, targets: targets.slice(1) },
      "poststratify: rows at index 0 must be in a cell that has a target, got a row in another",
    ],
    [
      { by, targets: targets.slice(0, 3) },
      "poststratify: rows at index 3 must be in a cell that has a target, got a row in another",
    ],
    [
      { by, targets: [...targets, targets[1]] },
      "poststratify: targets at index 4 must be a cell of its own, got a second target for it",
    ],
    [{ by, targets: [5] }, "poststratify: targets at index 0 must be a key and a target, got 5"],
    [{ by, targets: [null] }, "poststratify: targets at index 0 must be a key and a target, got null"],
    [
      { by, targets: [{ key: null, target: 1 }] },
      "poststratify: targets at index 0 must be a key and a target, got an object",
    ],
    [
      { by, targets: [{ target: 1 }] },
      "poststratify: targets at index 0 must be a key and a target, got an object",
    ],
    [
      { by, targets: [{ key: { plan: "a" }, target: 1 }] },
      "poststratify: targets at index 0.key must be a key with the dimensions of the groups, got an object",
    ],
    [
      { by, targets: [cell("a", "b", -1)] },
      "poststratify: targets at index 0.target must be 0 or a number from 1e-100 to 1e100, got -1",
    ],
    [
      { by, targets: [] },
      "poststratify: targets must be targets that add up to more than 0 and at most 1e100, got a sum of 0",
    ],
    [{ by, targets, weight: 5 }, "poststratify: weight must be a function, got 5"],
  ])("refuses a wrong option, case %#", (options, message) => {
    expect(() => poststratify(ROWS, options as never)).toThrow(
      expect.objectContaining({ message, code: "invalid-argument" }),
    );
  });

  it("refuses targets that are neither shares nor head counts, and says where they are", () => {
    expect(() => poststratify(ROWS, { by, targets: [cell("Basic", "north", 0.9)] })).toThrow(
      expect.objectContaining({
        message:
          "poststratify: targets must be shares that add up to 1 or head counts, got a sum of 0.9; give total to weight to their shares",
        code: "impossible-counts",
        path: ["targets"],
      }),
    );
  });
});
