import { describe, expect, it } from "vitest";
import {
  type CohortTable,
  type CxMetricsErrorCode,
  mergeCohortTables,
  tenureCohorts,
} from "../../src/index.ts";
import { expectPlainJson } from "../support/plainJson.ts";

const OPTIONS = { unit: "month", asOf: "2026-05-01T00:00:00Z" } as const;
const table = tenureCohorts(
  [
    { customerId: "ana", startedAt: "2026-02-10T00:00:00Z" },
    { customerId: "budi", startedAt: "2026-02-20T00:00:00Z", endedAt: "2026-03-10T00:00:00Z" },
  ],
  OPTIONS,
);
const other = tenureCohorts(
  [
    { customerId: "citra", startedAt: "2026-01-10T00:00:00Z" },
    { customerId: "dewi", startedAt: "2026-02-10T00:00:00Z" },
    { customerId: "eko", startedAt: "2026-08-10T00:00:00Z" },
  ],
  OPTIONS,
);
const [row] = table.rows;

describe("mergeCohortTables", () => {
  it("adds cohorts up and weights their rates by size", () => {
    const merged = mergeCohortTables([table, other]);
    expect(merged.rows).toEqual([
      { cohort: "2026-01", size: 1, counts: [1, 1, 1, 1], rates: [1, 1, 1, 1] },
      { cohort: "2026-02", size: 3, counts: [3, 2, 2, null], rates: [1, 2 / 3, 2 / 3, null] },
    ]);
    expect(merged.average).toEqual({ sizes: [4, 4, 4, 1], counts: [4, 3, 3, 1], rates: [1, 0.75, 0.75, 1] });
    expect([merged.customers, merged.afterAsOf]).toEqual([4, 1]);
  });

  it("gives plain JSON, whatever sign a 0 had", () => {
    const zero = { ...table, rows: [{ ...row, counts: [2, -0, -0] }] } as CohortTable;
    expectPlainJson(mergeCohortTables([zero]));
  });

  it("knows a cell only where every table that has the cohort does", () => {
    const less = {
      ...table,
      rows: [{ ...row, counts: [2, null, null], rates: [1, null, null] }],
    } as CohortTable;
    expect(mergeCohortTables([table, less]).rows).toEqual([
      { cohort: "2026-02", size: 4, counts: [4], rates: [1] },
    ]);
  });

  it.each([
    ["unit", "week"],
    ["mode", "on"],
    ["windows", "rolling"],
    ["asOf", "2026-06-01T00:00:00.000Z"],
    ["timeZone", "Asia/Jakarta"],
    ["weekStartsOn", 0],
    ["periods", 3],
  ])("refuses tables of another %s", (name, value) => {
    expect(() => mergeCohortTables([table, { ...table, [name]: value }])).toThrow(
      `mergeCohortTables: tables at index 1.${name} must be that of the first table, got another`,
    );
  });

  it.each<[unknown, string, CxMetricsErrorCode?]>([
    [null, "tables must be an array or another iterable, got null"],
    [[], "tables must be one table or more, got none"],
    [[table, null], "tables at index 1 must be a cohort table, got null"],
    [[table, "table"], "tables at index 1 must be a cohort table, got a string"],
    [[{}], 'tables at index 0: cohortTable: mode must be "on" or "on-or-after" or "tenure", got undefined'],
    [[{ ...table, unit: 1 }], "tables at index 0: cohortTable: unit must be"],
    [[{ ...table, rows: null }], "tables at index 0.rows must be an array, got null"],
    [[{ ...table, rows: [null] }], "tables at index 0.rows at index 0 must be an object, got null"],
    [
      [{ ...table, rows: [{ ...row, cohort: "2026-13" }] }],
      "tables at index 0.rows at index 0.cohort must be a day",
    ],
    [
      [{ ...table, rows: [{ ...row, cohort: "2026-W10" }] }],
      "tables at index 0.rows at index 0.cohort must be a month, got a week",
    ],
    [
      [{ ...table, rows: [{ ...row, size: -1 }] }],
      "tables at index 0.rows at index 0.size must be a whole number from 0 up, got -1",
      "invalid-count",
    ],
    [
      [{ ...table, rows: [{ ...row, size: 0 }] }],
      "tables at index 0.rows at index 0.size must be 1 or more, got 0",
      "impossible-counts",
    ],
    [
      [{ ...table, rows: [{ ...row, counts: 1 }] }],
      "tables at index 0.rows at index 0.counts must be an array, got 1",
    ],
    [
      [{ ...table, rows: [{ ...row, counts: [2, 3] }] }],
      "tables at index 0.rows at index 0.counts at index 1 must be at most size (2), got 3",
      "impossible-counts",
    ],
    [
      [{ ...table, afterAsOf: 0.5 }],
      "tables at index 0.afterAsOf must be a whole number from 0 up, got 0.5",
      "invalid-count",
    ],
  ])("refuses what cannot be added: %#", (tables, message, code = "invalid-argument") => {
    expect(() => mergeCohortTables(tables as never)).toThrow(
      expect.objectContaining({
        message: expect.stringContaining(`mergeCohortTables: ${message}`),
        code,
        path: expect.arrayContaining(["tables"]),
      }),
    );
  });

  it("refuses more customers than a double can count", () => {
    const huge = { ...table, rows: [{ ...row, size: Number.MAX_SAFE_INTEGER }] } as CohortTable;
    expect(() => mergeCohortTables([huge, table])).toThrow("mergeCohortTables: tables.customers must be");
  });
});
