// Contract of the moments of several columns.

import { describe, expect, it } from "vitest";
import {
  addRow,
  type Comoments,
  correlationOf,
  emptyComoments,
  fewestRows,
  meanBeside,
  pairOf,
} from "../../src/statistics/comoments.ts";
import { expectClose } from "../support/closeTo.ts";

function folded(rows: readonly (readonly number[])[]): Comoments {
  const moments = emptyComoments(rows[0]?.length ?? 0);
  for (const row of rows) addRow(moments, Float64Array.from(row));
  return moments;
}

describe("comoments", () => {
  it("hold number, means, squares and products of every two columns", () => {
    const moments = folded([
      [1, 2],
      [2, 4],
      [3, 9],
    ]);
    expect(pairOf(moments, 0, 1)).toEqual({
      n: 3,
      meanX: 1,
      meanY: 3,
      squaresX: 2,
      squaresY: expect.closeTo(26, 12),
      products: expect.closeTo(7, 12),
    });
    expect(pairOf(moments, 1, 0)).toEqual(pairOf(moments, 0, 1));
    expectClose(correlationOf(pairOf(moments, 0, 1)), 7 / Math.sqrt(52), 1e-14);
    expectClose(correlationOf(pairOf(moments, 1, 1)), 1, 1e-15);
  });

  it("leave a row out of the pairs that lack a value of it", () => {
    const moments = folded([
      [1, 5, 2],
      [Number.NaN, 7, 1],
      [4, Number.NaN, 8],
    ]);
    const [a, b, c] = [0, 1, 2];
    expect([pairOf(moments, a, a).n, meanBeside(moments, a, a)]).toEqual([2, 2.5]);
    expect([pairOf(moments, a, b).n, meanBeside(moments, a, b), meanBeside(moments, b, a)]).toEqual([
      1, 1, 5,
    ]);
    expect([pairOf(moments, a, c).n, meanBeside(moments, a, c), meanBeside(moments, c, a)]).toEqual([
      2, 2.5, 5,
    ]);
    expect([pairOf(moments, b, c).n, meanBeside(moments, b, c), meanBeside(moments, c, b)]).toEqual([
      2, 6, 1.5,
    ]);
    expect(meanBeside(emptyComoments(2), 0, 1)).toBeNull();
    expect(fewestRows(moments)).toBe(1);
  });

  it("lose no digits to a large mean", () => {
    const small = [1, 2, 4, 8, 16].map((x) => [x, x * x]);
    const large = small.map(([x, y]) => [1e8 + (x as number), 1e8 - (y as number)]);
    expectClose(
      correlationOf(pairOf(folded(large), 0, 1)),
      -(correlationOf(pairOf(folded(small), 0, 1)) as number),
      1e-13,
    );
  });

  it("know that a column which agrees does not vary, to the last digit", () => {
    const moments = folded(Array.from({ length: 1000 }, (_, i) => [0.1, i]));
    expect(pairOf(moments, 0, 1).squaresX).toBe(0);
    expect(correlationOf(pairOf(moments, 0, 1))).toBeNull();
    expect(correlationOf(pairOf(emptyComoments(2), 0, 1))).toBeNull();
  });

  it("take what rounding leaves of no correlation for none", () => {
    const rows = [
      [8, 3],
      [5, 0],
      [3, 3],
      [4, 3],
    ];
    // In any order: sums of thirds leave 1e-17 in some of them.
    for (const order of [rows, [...rows].reverse(), [...rows.slice(2), ...rows.slice(0, 2)]]) {
      expect(correlationOf(pairOf(folded(order), 0, 1))).toBe(0);
    }
  });

  it("give no correlation past 1", () => {
    const moments = folded(Array.from({ length: 50 }, (_, i) => [i / 3, -i / 7]));
    expect(correlationOf(pairOf(moments, 0, 1))).toBeGreaterThanOrEqual(-1);
    expectClose(correlationOf(pairOf(moments, 0, 1)), -1, 1e-14);
  });
});
