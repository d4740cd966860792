import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import type * as z from "zod";
import {
  customerMovement,
  escalationRate,
  parseRows,
  referralRate,
  resolutionTime,
  revenueMovementsByPeriod,
  rfm,
} from "../../src/index.ts";
import {
  type CustomerRecordOf,
  customerRecord,
  orderRecord,
  referredCustomer,
  revenueRecord,
  supportCase,
  tenureRecord,
} from "../../src/schemas/index.ts";
import { deepFreeze } from "../support/plainJson.ts";

const NO_NUMBER = "text that is not read as a number with a decimal point";
const NO_INSTANT = "must be a valid Date, epoch milliseconds, or ISO 8601 with an offset";

const tenures = customerRecord("tenure", { cells: "text" });
const orders = customerRecord("order", { cells: "text" });
const revenue = customerRecord("revenue", { cells: "text" });
const cases = customerRecord("supportCase", { cells: "text" });
const referrals = customerRecord("referredCustomer", { cells: "text" });

/** The least columns that a row of text must have. */
const TENURE = { customerId: "ana", startedAt: "2026-01-05T00:00:00Z", endedAt: "" };
const ORDER = { customerId: "ana", at: "2026-01-05T00:00:00Z", amount: "49" };
const REVENUE = { customerId: "ana", period: "2026-03", amount: "120" };
const REFERRAL = { customerId: "ana", referredBy: "" };
const CASE = { openedAt: "2026-03-02T09:00:00Z", firstResponseAt: "", firstSolvedAt: "", lastSolvedAt: "" };

function problems(schema: z.ZodType, value: unknown): string[] {
  const result = schema.safeParse(value);
  return (result.error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
}

function rowsOf(csv: string): unknown[] {
  return Papa.parse<unknown>(csv, { header: true }).data;
}

describe("rows of a CSV file", () => {
  it("of tenures are read", () => {
    const csv =
      "customerId,startedAt,endedAt,plan\n007,2026-01-05T00:00:00Z,,Pro\n8, 2026-01-05T00:00:00Z ,2026-02-01T00:00:00+11:00,\n";
    const { rows, rejected } = parseRows(tenures, rowsOf(csv.trim()));
    expect(rejected).toBe(0);
    expect(rows).toEqual([
      { customerId: "007", startedAt: "2026-01-05T00:00:00Z", endedAt: null, plan: "Pro" },
      { customerId: "8", startedAt: "2026-01-05T00:00:00Z", endedAt: "2026-02-01T00:00:00+11:00", plan: "" },
    ]);
    expect(customerMovement(rows, { from: "2026-01", to: "2026-03" })).toMatchObject({
      acquired: 2,
      lost: 1,
    });
  });

  it("of orders are read", () => {
    const csv =
      "orderId,customerId,at,amount,currency\n1,ana,2026-01-05T00:00:00Z,49.90,AUD \n,ana,2026-01-06T00:00:00Z,.1,AUD";
    const { rows } = parseRows(orders, rowsOf(csv));
    expect(rows).toEqual([
      { orderId: "1", customerId: "ana", at: "2026-01-05T00:00:00Z", amount: 49.9, currency: "AUD" },
      { orderId: null, customerId: "ana", at: "2026-01-06T00:00:00Z", amount: 0.1, currency: "AUD" },
    ]);
    expect(rfm(rows, { asOf: "2026-02-01T00:00:00Z" }).customers[0]?.monetary).toBe(50);
  });

  it("of revenue are read", () => {
    const { rows } = parseRows(
      revenue,
      rowsOf("customerId,period,amount\nana, 2026-03 ,120\nana,2026-04,1e2"),
    );
    expect(rows).toEqual([
      { customerId: "ana", period: "2026-03", amount: 120 },
      { customerId: "ana", period: "2026-04", amount: 100 },
    ]);
    expect(revenueMovementsByPeriod(rows)[0]?.contraction).toBe(20);
  });

  it("of cases are read", () => {
    const csv = [
      "caseId,customerId,topic,openedAt,firstResponseAt,firstSolvedAt,lastSolvedAt,contacts,customerReplies,escalated,selfService,responseDueAt,resolutionDueAt",
      "S-1,ana, billing,2026-03-02T09:00:00Z,2026-03-02T10:00:00Z,2026-03-02T11:00:00Z,2026-03-02T12:00:00Z,2,1,TRUE, false ,2026-03-02T13:00:00Z,2026-03-04T09:00:00Z",
      "S-2,,,2026-03-02T09:00:00Z,,,,,,,,,",
    ].join("\n");
    const { rows } = parseRows(cases, rowsOf(csv));
    expect(rows).toEqual([
      {
        caseId: "S-1",
        customerId: "ana",
        topic: " billing",
        openedAt: "2026-03-02T09:00:00Z",
        firstResponseAt: "2026-03-02T10:00:00Z",
        firstSolvedAt: "2026-03-02T11:00:00Z",
        lastSolvedAt: "2026-03-02T12:00:00Z",
        contacts: 2,
        customerReplies: 1,
        escalated: true,
        selfService: false,
        responseDueAt: "2026-03-02T13:00:00Z",
        resolutionDueAt: "2026-03-04T09:00:00Z",
      },
      {
        caseId: "S-2",
        customerId: null,
        topic: null,
        openedAt: "2026-03-02T09:00:00Z",
        firstResponseAt: null,
        firstSolvedAt: null,
        lastSolvedAt: null,
        contacts: null,
        customerReplies: null,
        escalated: null,
        selfService: null,
        responseDueAt: null,
        resolutionDueAt: null,
      },
    ]);
    expect(resolutionTime(rows)).toMatchObject({ n: 1, median: 2, open: 1 });
    expect(escalationRate(rows)).toMatchObject({ rate: 1, unknown: 1 });
  });

  it("of referrals are read", () => {
    const { rows } = parseRows(referrals, rowsOf("customerId,referredBy\nana,\nbudi,ana"));
    expect(rows).toEqual([
      { customerId: "ana", referredBy: null },
      { customerId: "budi", referredBy: "ana" },
    ]);
    expect(referralRate(rows).rate).toBe(0.5);
  });

  it("may be frozen, or converted by their reader", () => {
    expect(orders.parse(deepFreeze({ ...ORDER, amount: 49, at: new Date(0), orderId: 7 }))).toEqual({
      ...ORDER,
      amount: 49,
      at: new Date(0),
      orderId: 7,
    });
  });

  it.each([null, "ana", ["ana"]])("that are none are refused as in typed mode: %j", (row) => {
    expect(problems(tenures, row)[0]).toMatch(/^: must be an object, got /);
  });
});

describe("a column whose empty cells say that something has not happened", () => {
  it.each([
    ["endedAt", tenures, TENURE],
    ["firstResponseAt", cases, CASE],
    ["firstSolvedAt", cases, CASE],
    ["lastSolvedAt", cases, CASE],
  ] as const)("%s must be there", (field, schema, row) => {
    const { [field as never]: _, ...renamed } = row;
    expect(problems(schema, renamed)).toEqual([`${field}: ${NO_INSTANT}, got no such column`]);
    expect(problems(schema, { ...row, [field]: undefined })).toEqual([
      `${field}: ${NO_INSTANT}, got no such column`,
    ]);
    expect(problems(schema, { ...row, [field]: null })).toEqual([]);
  });

  it("referredBy must be there", () => {
    expect(problems(referrals, { customerId: "ana", referrer: "budi" })).toEqual([
      "referredBy: must be text, a number or missing, got no such column",
    ]);
  });

  it("is all that need be there besides what every record has", () => {
    for (const [schema, row] of [
      [tenures, TENURE],
      [orders, ORDER],
      [revenue, REVENUE],
      [cases, CASE],
    ] as const) {
      expect(problems(schema, row)).toEqual([]);
    }
  });
});

describe("an empty cell", () => {
  it.each([
    ["customerId", tenures, TENURE, "text that is not blank or a number"],
    ["customerId", orders, ORDER, "text that is not blank or a number"],
    ["amount", orders, ORDER, "a finite number from 0 up"],
    ["customerId", revenue, REVENUE, "text that is not blank or a number"],
    ["amount", revenue, REVENUE, "a finite number from 0 up"],
    ["customerId", referrals, REFERRAL, "text that is not blank or a number"],
  ] as const)("%s is missing, and refused where the record needs it", (field, schema, row, requirement) => {
    for (const cell of ["", " ", "\u00a0\t"]) {
      expect(problems(schema, { ...row, [field]: cell })).toEqual([
        `${field}: must be ${requirement}, got null`,
      ]);
    }
  });

  it.each([
    [tenures, TENURE, ["endedAt"]],
    [orders, ORDER, ["orderId", "currency"]],
    [revenue, REVENUE, ["currency"]],
    [
      cases,
      CASE,
      ["caseId", "customerId", "topic", "escalated", "selfService", "contacts", "customerReplies"],
    ],
    [cases, CASE, ["firstResponseAt", "firstSolvedAt", "lastSolvedAt", "responseDueAt", "resolutionDueAt"]],
    [referrals, REFERRAL, ["referredBy"]],
  ] as const)("is null where a record need not have it: %#", (schema, row, fields) => {
    const blank = Object.fromEntries(fields.map((field) => [field, " "]));
    const missing = Object.fromEntries(fields.map((field) => [field, null]));
    expect(schema.parse({ ...row, ...blank })).toMatchObject(missing);
  });
});

describe("an amount in a cell", () => {
  it.each([
    ["0", 0],
    ["-0", 0],
    [" 49.90 ", 49.9],
    ["1e3", 1000],
    ["0049", 49],
  ])("is a number with a decimal point: %j", (cell, amount) => {
    expect(orders.parse({ ...ORDER, amount: cell })).toStrictEqual({ ...ORDER, amount });
  });

  it.each([
    ["-49.00", "-49"],
    ["49,90", NO_NUMBER],
    ["1,200", NO_NUMBER],
    ["$49", NO_NUMBER],
    ["49 AUD", NO_NUMBER],
    ["1e999", "Infinity"],
    ["N/A", NO_NUMBER],
  ])("is refused where it is none: %j", (cell, described) => {
    expect(problems(orders, { ...ORDER, amount: cell })).toEqual([
      `amount: must be a finite number from 0 up, got ${described}`,
    ]);
  });
});

describe("a flag in a cell", () => {
  it.each([
    ["true", true],
    ["TRUE", true],
    [" False\t", false],
    ["", null],
    [true, true],
  ])("is true or false in any case: %j", (cell, escalated) => {
    expect(cases.parse({ ...CASE, escalated: cell }).escalated).toBe(escalated);
  });

  it.each(["yes", "1", "t", "truee", "N/A", "constructor"])("is nothing else: %j", (cell) => {
    expect(problems(cases, { ...CASE, selfService: cell })).toEqual([
      "selfService: must be true, false or missing, got a string",
    ]);
  });
});

describe("a count in a cell", () => {
  it.each([
    ["1.5", "1.5"],
    ["0", "0"],
    ["one", NO_NUMBER],
  ])("is a whole number: %j", (cell, described) => {
    expect(problems(cases, { ...CASE, contacts: cell })).toEqual([
      `contacts: must be a whole number from 1 up or missing, got ${described}`,
    ]);
  });
});

describe("an instant in a cell", () => {
  it.each(["2026-03-09", "1773052200000", "09/03/2026 10:30"])("is ISO 8601 with an offset: %j", (cell) => {
    expect(problems(tenures, { ...TENURE, startedAt: cell })).toEqual([
      `startedAt: ${NO_INSTANT}, got a string`,
    ]);
  });

  it("is compared with the others of its row", () => {
    expect(problems(tenures, { ...TENURE, endedAt: " 2025-01-05T00:00:00Z " })).toEqual([
      "endedAt: must be startedAt or later, got an earlier instant",
    ]);
  });
});

describe("customerRecord", () => {
  const SCHEMAS = {
    tenure: tenureRecord,
    order: orderRecord,
    revenue: revenueRecord,
    supportCase,
    referredCustomer,
  };

  it.each(Object.keys(SCHEMAS) as (keyof CustomerRecordOf)[])("without text is the schema of %s", (kind) => {
    const rows = [
      ...[TENURE, ORDER, REVENUE, CASE],
      { ...TENURE, endedAt: null },
      { ...ORDER, amount: 49 },
      { ...REVENUE, amount: 120 },
      { openedAt: 0 },
      { customerId: 7 },
      null,
    ];
    for (const options of [undefined, {}, { cells: "typed" }, { cells: undefined }] as const) {
      expect(parseRows(customerRecord(kind, options) as z.ZodType, rows)).toEqual(
        parseRows(SCHEMAS[kind] as z.ZodType, rows),
      );
    }
  });

  it("reads weeks as its option says, in text too", () => {
    const row = { ...REVENUE, period: "2028-W53" };
    expect(customerRecord("revenue", { cells: "text", weekStartsOn: 3 }).safeParse(row).success).toBe(true);
    expect(revenue.safeParse(row).success).toBe(false);
  });

  it.each([
    [
      "an unknown kind",
      "tenures",
      {},
      'kind must be "tenure" or "order" or "revenue" or "supportCase" or "referredCustomer", got a string',
      ["kind"],
    ],
    [
      "an unknown value",
      "order",
      { cells: "csv" },
      'cells must be "typed" or "text", got a string',
      ["cells"],
    ],
    [
      "an unknown name",
      "order",
      { cell: "text" },
      'options must be among cells, weekStartsOn, got "cell"',
      ["options"],
    ],
    [
      "no day of the week",
      "order",
      { weekStartsOn: 7 },
      "weekStartsOn must be an integer from 0 to 6, got 7",
      ["weekStartsOn"],
    ],
  ])("refuses %s", (_, kind, options, message, path) => {
    expect(() => customerRecord(kind as "order", options as object)).toThrow(
      expect.objectContaining({
        name: "CxMetricsError",
        message: `customerRecord: ${message}`,
        code: "invalid-argument",
        path,
      }),
    );
  });
});
