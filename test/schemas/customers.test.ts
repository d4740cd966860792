import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { parseRows } from "../../src/index.ts";
import {
  customerRecord,
  orderRecord,
  referredCustomer,
  revenueRecord,
  supportCase,
  tenureRecord,
} from "../../src/schemas/index.ts";
import { deepFreeze } from "../support/plainJson.ts";

const NO_INSTANT = "must be a valid Date, epoch milliseconds, or ISO 8601 with an offset";
const OUTSIDE = "must be in the years 1 to 9999 of every time zone, got an instant outside them";
const NO_KEY =
  "must be a day, week, month, quarter or year such as 2026-03-09, 2026-W11, 2026-03, 2026-Q1 or 2026";

/** The least that each record must have. */
const TENURE = { customerId: "ana", startedAt: "2026-01-05T00:00:00Z" };
const ORDER = { customerId: "ana", at: "2026-01-05T00:00:00Z", amount: 49 };
const REVENUE = { customerId: "ana", period: "2026-03", amount: 120 };
const CASE = { openedAt: "2026-03-02T09:00:00Z" };
const REFERRED = { customerId: "budi" };

/** What a schema finds wrong with a value: paths and messages. */
function problems(schema: z.ZodType, value: unknown): string[] {
  const result = schema.safeParse(value);
  return (result.error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
}

describe.each([
  ["tenures", tenureRecord, TENURE],
  ["orders", orderRecord, ORDER],
  ["revenue", revenueRecord, REVENUE],
  ["cases", supportCase, CASE],
  ["referrals", referredCustomer, REFERRED],
])("the schema of %s", (_, schema: z.ZodType, least) => {
  it("passes the least that a record must have, and nothing is added", () => {
    expect(schema.parse(deepFreeze({ ...least }))).toEqual(least);
    expect(Object.keys(schema.parse(least) as object).sort()).toEqual(Object.keys(least).sort());
  });

  it("keeps columns that it does not know", () => {
    const row = { ...least, plan: "Pro", nested: { seats: [1, 2] } };
    expect(schema.parse(row)).toEqual(row);
  });

  it.each(Object.keys(least))("needs %s", (field) => {
    expect(problems(schema, { ...least, [field]: undefined }).map((p) => p.split(":")[0])).toEqual([field]);
    expect(problems(schema, { ...least, [field]: null }).map((p) => p.split(":")[0])).toEqual([field]);
  });

  it.each([
    [null, "null"],
    [undefined, "undefined"],
    ["ana", "a string"],
    [[TENURE], "an array"],
  ])("refuses what is no object: %j", (value, described) => {
    expect(problems(schema, value)).toEqual([`: must be an object, got ${described}`]);
  });
});

describe("identifiers", () => {
  it.each([
    ["", "blank text"],
    [" \t\u00a0", "blank text"],
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "Infinity"],
    [5n, "a bigint"],
    [true, "true"],
    [["ana"], "an array"],
  ])("of a customer must name somebody: %s", (customerId, described) => {
    for (const [schema, least] of [
      [tenureRecord, TENURE],
      [orderRecord, ORDER],
      [revenueRecord, REVENUE],
      [referredCustomer, REFERRED],
    ] as const) {
      expect(problems(schema, { ...least, customerId })).toEqual([
        `customerId: must be text that is not blank or a number, got ${described}`,
      ]);
    }
  });

  it.each([0, -0, 1.5, 491512345678, "0", " ana ", "__proto__"])("may be %j", (customerId) => {
    expect(referredCustomer.parse({ customerId }).customerId).toBe(customerId);
  });

  it("that a record can do without may be blank, null or absent", () => {
    for (const value of ["x", "", " ", 5, null, undefined]) {
      expect(orderRecord.parse({ ...ORDER, orderId: value }).orderId).toBe(value);
      expect(referredCustomer.parse({ ...REFERRED, referredBy: value }).referredBy).toBe(value);
      const row = { ...CASE, caseId: value, customerId: value };
      expect(supportCase.parse(row)).toEqual(row);
    }
    expect(problems(supportCase, { ...CASE, caseId: true, customerId: Number.NaN })).toEqual([
      "caseId: must be text, a number or missing, got true",
      "customerId: must be text, a number or missing, got NaN",
    ]);
  });
});

describe("the instant at which a record begins", () => {
  const BEGINNINGS = [
    ["startedAt", tenureRecord, TENURE],
    ["at", orderRecord, ORDER],
    ["openedAt", supportCase, CASE],
  ] as const;

  it.each(BEGINNINGS)("%s may be any of the years 1 to 9999", (field, schema, least) => {
    for (const at of [
      new Date(0),
      0,
      "2026-03-09T10:30:00+07:00",
      "0001-01-02T00:00:00Z",
      "9999-12-30T23:59:59.999Z",
    ]) {
      const row = { ...least, [field]: at };
      expect((schema as z.ZodType).parse(row)).toEqual(row);
    }
  });

  it.each(BEGINNINGS)("%s must not be of another year in any zone", (field, schema, least) => {
    // What some programs write for "no date": midnight of the first day, which is the year 0 in the Americas.
    for (const at of ["0001-01-01T00:00:00Z", "0000-06-01T00:00:00Z", -8.64e15, 8.64e15]) {
      expect(problems(schema, { ...least, [field]: at })).toEqual([`${field}: ${OUTSIDE}`]);
    }
    expect(problems(schema, { ...least, [field]: "9999-12-31T00:00:00Z" })).toEqual([`${field}: ${OUTSIDE}`]);
  });

  it.each(BEGINNINGS)("%s must be an instant", (field, schema, least) => {
    expect(problems(schema, { ...least, [field]: "2026-03-09" })).toEqual([
      `${field}: ${NO_INSTANT}, got a string`,
    ]);
  });
});

describe("the end of a tenure", () => {
  it.each([null, undefined, "2026-01-05T00:00:00Z", "2026-01-05T07:00:00+07:00", Date.UTC(2027, 0), 8.64e15])(
    "may be missing, or the start or later: %j",
    (endedAt) => {
      expect(tenureRecord.parse({ ...TENURE, endedAt }).endedAt).toBe(endedAt);
    },
  );

  it.each(["2026-01-04T23:59:59.999Z", new Date(0), -8.64e15])(
    "must not be before the start: %j",
    (endedAt) => {
      expect(problems(tenureRecord, { ...TENURE, endedAt })).toEqual([
        "endedAt: must be startedAt or later, got an earlier instant",
      ]);
    },
  );

  it("is compared as an instant, not as text", () => {
    const row = { ...TENURE, startedAt: "2026-01-05T09:00:00+07:00", endedAt: "2026-01-05T03:00:00Z" };
    expect(tenureRecord.safeParse(row).success).toBe(true);
  });

  it("must be one", () => {
    expect(problems(tenureRecord, { ...TENURE, endedAt: "" })).toEqual([
      `endedAt: ${NO_INSTANT}, got a string`,
    ]);
  });
});

describe("amounts", () => {
  it.each([0, 0.01, 49, 1e9, Number.MAX_VALUE])("may be %s", (amount) => {
    expect(orderRecord.parse({ ...ORDER, amount }).amount).toBe(amount);
    expect(revenueRecord.parse({ ...REVENUE, amount }).amount).toBe(amount);
  });

  it.each([
    [-0.01, "-0.01"],
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "Infinity"],
    ["49", "a string"],
    [49n, "a bigint"],
  ])("must not be %s", (amount, described) => {
    for (const [schema, least] of [
      [orderRecord, ORDER],
      [revenueRecord, REVENUE],
    ] as const) {
      expect(problems(schema, { ...least, amount })).toEqual([
        `amount: must be a finite number from 0 up, got ${described}`,
      ]);
    }
  });

  it("may say in what currency they are", () => {
    for (const currency of ["AUD", "", null, undefined]) {
      expect(orderRecord.parse({ ...ORDER, currency }).currency).toBe(currency);
    }
    expect(problems(revenueRecord, { ...REVENUE, currency: 36 })).toEqual([
      "currency: must be text or missing, got 36",
    ]);
  });
});

describe("the period of revenue", () => {
  it.each(["2026-03-09", "2026-W11", "2026-W53", "2026-03", "2026-Q1", "2026", "0001"])(
    "may be %s",
    (period) => {
      expect(revenueRecord.parse({ ...REVENUE, period }).period).toBe(period);
    },
  );

  it.each([
    ["2026-3", "a string"],
    ["2026-13", "a string"],
    ["2026-02-30", "a string"],
    ["2027-W53", "a string"],
    ["2026-Q5", "a string"],
    ["0000", "a string"],
    ["March 2026", "a string"],
    [2026, "2026"],
    [new Date(0), "a Date"],
  ])("must not be %s", (period, described) => {
    expect(problems(revenueRecord, { ...REVENUE, period })).toEqual([`period: ${NO_KEY}, got ${described}`]);
  });

  it("may be a week 53 where its year has one, which depends on the day that weeks start on", () => {
    // A week belongs to the year of its fourth day. 2026 has 53 Thursdays, 2028 has 53 Saturdays.
    const hasWeek53 = (year: number, weekStartsOn: 1 | 3): boolean =>
      customerRecord("revenue", { weekStartsOn }).safeParse({ ...REVENUE, period: `${year}-W53` }).success;
    expect([2026, 2028].map((year) => hasWeek53(year, 1))).toEqual([true, false]);
    expect([2026, 2028].map((year) => hasWeek53(year, 3))).toEqual([false, true]);
  });
});

describe("the schema of support cases", () => {
  const full = {
    openedAt: "2026-03-02T09:00:00Z",
    caseId: "S-1",
    customerId: 7,
    firstResponseAt: "2026-03-02T09:00:00Z",
    firstSolvedAt: new Date("2026-03-03T09:00:00Z"),
    lastSolvedAt: Date.UTC(2026, 2, 3, 9),
    contacts: 1,
    customerReplies: 0,
    topic: "invoice",
    escalated: false,
    selfService: true,
    responseDueAt: "2026-03-02T13:00:00Z",
    resolutionDueAt: "2026-03-02T09:00:00Z",
  };

  it("passes every field on as it is", () => {
    expect(supportCase.parse(deepFreeze({ ...full }))).toEqual(full);
  });

  it.each(Object.keys(full).filter((field) => field !== "openedAt"))("may do without %s", (field) => {
    // A last solution without a first is another matter.
    const row = { ...full, lastSolvedAt: null, [field]: null };
    expect(supportCase.parse(row)).toEqual(row);
    expect(supportCase.safeParse({ ...row, [field]: undefined }).success).toBe(true);
  });

  it.each(["firstResponseAt", "firstSolvedAt", "responseDueAt", "resolutionDueAt"])(
    "has %s no earlier than openedAt",
    (field) => {
      expect(problems(supportCase, { ...CASE, [field]: "2026-03-02T08:59:59Z" })).toEqual([
        `${field}: must be openedAt or later, got an earlier instant`,
      ]);
      expect(problems(supportCase, { ...CASE, [field]: "soon" })).toEqual([
        `${field}: ${NO_INSTANT}, got a string`,
      ]);
    },
  );

  it("has lastSolvedAt no earlier than openedAt and firstSolvedAt", () => {
    const solved = { ...CASE, firstSolvedAt: "2026-03-03T09:00:00Z" };
    expect(problems(supportCase, { ...solved, lastSolvedAt: "2026-03-03T08:00:00Z" })).toEqual([
      "lastSolvedAt: must be firstSolvedAt or later, got an earlier instant",
    ]);
    expect(problems(supportCase, { ...solved, lastSolvedAt: "2026-03-01T08:00:00Z" })).toEqual([
      "lastSolvedAt: must be openedAt or later, got an earlier instant",
      "lastSolvedAt: must be firstSolvedAt or later, got an earlier instant",
    ]);
  });

  it("has firstSolvedAt where it has lastSolvedAt", () => {
    for (const firstSolvedAt of [null, undefined]) {
      expect(problems(supportCase, { ...CASE, firstSolvedAt, lastSolvedAt: full.lastSolvedAt })).toEqual([
        "firstSolvedAt: must be known where lastSolvedAt is, got none",
      ]);
    }
  });

  it.each([
    ["contacts", 0, "a whole number from 1 up or missing, got 0"],
    ["contacts", 1.5, "a whole number from 1 up or missing, got 1.5"],
    ["contacts", 2 ** 53, "a whole number from 1 up or missing, got a number of a million or more"],
    ["customerReplies", -1, "a whole number from 0 up or missing, got -1"],
    ["customerReplies", "0", "a whole number from 0 up or missing, got a string"],
    ["topic", 5, "text or missing, got 5"],
    ["escalated", "true", "true, false or missing, got a string"],
    ["selfService", 1, "true, false or missing, got 1"],
  ])("refuses %s %j", (field, value, message) => {
    expect(problems(supportCase, { ...CASE, [field]: value })).toEqual([`${field}: must be ${message}`]);
  });
});

describe("who brought a customer", () => {
  it("was somebody else", () => {
    expect(problems(referredCustomer, { customerId: "ana", referredBy: "ana" })).toEqual([
      "referredBy: must be another customer or missing, got the customer",
    ]);
    expect(referredCustomer.safeParse({ customerId: 1, referredBy: "1" }).success).toBe(true);
  });
});

describe("no message", () => {
  it("repeats what stands in a row", () => {
    const mark = "anna@example.com";
    const rows = [
      { customerId: [mark], startedAt: mark, endedAt: mark, at: mark, amount: mark, period: mark },
    ];
    for (const schema of [tenureRecord, orderRecord, revenueRecord, supportCase, referredCustomer]) {
      const { issues } = parseRows(schema as z.ZodType, rows);
      expect(issues.length).toBeGreaterThan(0);
      expect(JSON.stringify(issues)).not.toContain(mark);
    }
  });
});
