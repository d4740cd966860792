import { describe, expect, it } from "vitest";
import { cohortHeatmap } from "../../src/charts/index.ts";
import type { CohortTable } from "../../src/index.ts";
import { expectPlainJson } from "../support/plainJson.ts";
import { draw } from "./render.ts";
import * as results from "./results.ts";

type Row = CohortTable["rows"][number];

/** A cohort whose rates halve with each column. */
const cohort = (name: string, columns: number): Row => {
  const rates = Array.from({ length: columns }, (_, column) => 0.5 ** column);
  return { cohort: name, size: 100, counts: rates.map((rate) => 100 * rate), rates };
};
const table = (...rows: readonly Row[]): CohortTable => ({ ...results.COHORTS, unit: "month", rows });

interface Cells {
  readonly layer: readonly {
    readonly mark: { readonly type: string; readonly strokeWidth?: number };
    readonly encoding: { readonly tooltip?: unknown };
  }[];
}
const cellsOf = (spec: object): Cells["layer"] => (spec as Cells).layer;

describe("cells of cohorts", () => {
  it("have figures in them from 34 pixels of width on", () => {
    const marks = (width: number): readonly string[] =>
      cellsOf(cohortHeatmap(table(cohort("2026-01", 10)), { width })).map(({ mark }) => mark.type);
    expect(marks(340)).toEqual(["rect", "text"]);
    expect(marks(339)).toEqual(["rect"]);
  });

  it("stand closer together where there are more than 30 columns", () => {
    const gap = (columns: number): number | undefined =>
      cellsOf(cohortHeatmap(table(cohort("2026-01", columns))))[0]?.mark.strokeWidth;
    expect([gap(30), gap(31)]).toEqual([1.5, 0.5]);
  });

  it("tell of their cohort, their column and their rate", () => {
    expect(cellsOf(cohortHeatmap(results.COHORTS))[0]?.encoding.tooltip).toEqual([
      { field: "row", type: "nominal", title: "Cohort" },
      { field: "column", type: "quantitative", title: "Months since the start" },
      { field: "rate", type: "quantitative", title: "Share of the cohort", format: ".1%" },
    ]);
  });

  it("leave a row and columns empty where no time has come", async () => {
    const late: Row = { cohort: "2025-12", size: 7, counts: [null, null, null], rates: [null, null, null] };
    const { texts, marks } = await draw(cohortHeatmap(table(cohort("2026-01", 2), late)));
    expect(marks).toEqual({ "rect mark": 2, "text mark": 2 });
    const [columns, rows] = [
      texts.filter((text) => /^\d$/.test(text)),
      texts.filter((text) => /n = /.test(text)),
    ];
    expect(columns).toEqual(["0", "1", "2"]);
    expect(rows).toEqual(["2026-01 (n = 100)", "2025-12 (n = 7)"]);
  });
});

it("a rate of −0 is 0", () => {
  const spec = cohortHeatmap(table({ cohort: "2026-01", size: 1, counts: [1, 0], rates: [1, -0] }));
  expectPlainJson({ ...spec });
});

const [row] = results.COHORTS.rows;
it.each<readonly [string, string, unknown]>([
  ["invalid-argument", "cohortHeatmap: table must be an object, got an array", []],
  [
    "invalid-argument",
    'cohortHeatmap: table.unit must be "day" or "week" or "month" or "quarter" or "year", got a string',
    { ...results.COHORTS, unit: "hour" },
  ],
  [
    "invalid-argument",
    "cohortHeatmap: rows must be an array or another iterable, got undefined",
    { unit: "month" },
  ],
  [
    "invalid-argument",
    "cohortHeatmap: rows at index 1 must be an object, got null",
    { unit: "month", rows: [row, null] },
  ],
  [
    "invalid-argument",
    "cohortHeatmap: rows at index 0.cohort must be a string, got 2026",
    { unit: "month", rows: [{ ...row, cohort: 2026 }] },
  ],
  [
    "invalid-count",
    "cohortHeatmap: rows at index 0.size must be a whole number from 0 up, got 2.5",
    { unit: "month", rows: [{ ...row, size: 2.5 }] },
  ],
  [
    "invalid-argument",
    "cohortHeatmap: rows at index 0.rates must be an array, got 1",
    { unit: "month", rows: [{ ...row, rates: 1 }] },
  ],
  [
    "invalid-argument",
    "cohortHeatmap: rows at index 0.rates at index 1 must be a finite number or null, got NaN",
    { unit: "month", rows: [{ ...row, rates: [1, Number.NaN] }] },
  ],
  [
    "invalid-argument",
    "cohortHeatmap: rows at index 0.rates at index 0 must be a finite number or null, got a string",
    { unit: "month", rows: [{ ...row, rates: ["1"] }] },
  ],
])("refuses no table of cohorts as %s: %s", (code, message, wrong) => {
  expect(() => cohortHeatmap(wrong as CohortTable)).toThrow(
    expect.objectContaining({ name: "CxMetricsError", code, message }),
  );
});
