import { describe, expect, it } from "vitest";
import { type RevenueRecord, revenueMovement, revenueMovementsByPeriod } from "../../src/index.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

function record(customerId: string | number, period: string, amount: number): RevenueRecord {
  return { customerId, period, amount };
}

const RECORDS = [
  record("ana", "2026-01", 100),
  record("budi", "2026-01", 50),
  record("ana", "2026-02", 120),
  record("citra", "2026-02", 30),
  record("ana", "2026-04", 120),
  record("budi", "2026-04", 40),
  record("dewi", "2026-04", 10),
];

/** Period, flows and ending of each movement. */
function flowsOf(...call: Parameters<typeof revenueMovementsByPeriod>): unknown[] {
  return revenueMovementsByPeriod(...call).map((m) => [
    m.period,
    { new: m.new, expansion: m.expansion, reactivated: m.reactivated, churned: m.churned, ending: m.ending },
  ]);
}

describe("revenueMovementsByPeriod compares each period with the one before", () => {
  it("from the second with records to the last, gaps included", () => {
    expect(flowsOf(RECORDS)).toEqual([
      ["2026-02", { new: 30, expansion: 20, reactivated: 0, churned: 50, ending: 150 }],
      ["2026-03", { new: 0, expansion: 0, reactivated: 0, churned: 150, ending: 0 }],
      ["2026-04", { new: 10, expansion: 0, reactivated: 160, churned: 0, ending: 170 }],
    ]);
  });

  it("as revenueMovement does", () => {
    const [february] = revenueMovementsByPeriod(RECORDS);
    const before = new Map([
      ["ana", 100],
      ["budi", 50],
    ]);
    const after = new Map([
      ["ana", 120],
      ["citra", 30],
    ]);
    expect(february).toEqual({ ...revenueMovement(before, after), period: "2026-02" });
  });

  it("where each movement starts with what the one before ended with", () => {
    const movements = revenueMovementsByPeriod(RECORDS);
    movements.slice(1).forEach((m, i) => {
      expect([m.starting, m.startingAccounts]).toEqual([movements[i]?.ending, movements[i]?.endingAccounts]);
    });
  });

  it("in whatever order the records come, and from a generator", () => {
    const expected = revenueMovementsByPeriod(RECORDS);
    expect(revenueMovementsByPeriod([...RECORDS].reverse())).toEqual(expected);
    const generator = function* (): Generator<RevenueRecord> {
      yield* RECORDS;
    };
    expect(revenueMovementsByPeriod(generator())).toEqual(expected);
    expect(revenueMovementsByPeriod(deepFreeze(structuredClone(RECORDS)))).toEqual(expected);
    expectPlainJson(expected);
  });

  it("an amount of 0 is as no payment, but a period with it has records", () => {
    expect(
      flowsOf([...RECORDS, record("budi", "2026-02", 0), record("eko", "2026-05", -0)]).slice(2),
    ).toEqual([
      ["2026-04", { new: 10, expansion: 0, reactivated: 160, churned: 0, ending: 170 }],
      ["2026-05", { new: 0, expansion: 0, reactivated: 0, churned: 170, ending: 0 }],
    ]);
  });

  it("somebody who was listed with 0 only is new when they pay", () => {
    const [, second] = revenueMovementsByPeriod([
      record("ana", "2026-01", 0),
      record("ana", "2026-02", 0),
      record("ana", "2026-03", 5),
    ]);
    expect([second?.new, second?.reactivated]).toEqual([5, 0]);
  });

  it.each([
    ["days", "2026-02-27", ["2026-02-28", "2026-03-01"]],
    ["weeks", "2026-W52", ["2026-W53", "2027-W01"]],
    ["quarters", "2025-Q3", ["2025-Q4", "2026-Q1"]],
    ["years", "2024", ["2025", "2026"]],
  ])("in %s too", (_, first, rest) => {
    const records = [record(1, first, 5), record(1, rest[1] as string, 5)];
    expect(revenueMovementsByPeriod(records).map(({ period }) => period)).toEqual(rest);
  });

  it("in weeks that start on another day", () => {
    const records = [record(1, "2026-W52", 5), record(1, "2027-W01", 5)];
    expect(revenueMovementsByPeriod(records, { weekStartsOn: 0 })).toHaveLength(1);
    expect(revenueMovementsByPeriod(records, { weekStartsOn: 1 })).toHaveLength(2);
  });
});

describe("revenueMovementsByPeriod gives the periods asked for", () => {
  it("the first one too, with everybody new", () => {
    expect(flowsOf(RECORDS, { from: "2026-01", to: "2026-01" })).toEqual([
      ["2026-01", { new: 150, expansion: 0, reactivated: 0, churned: 0, ending: 150 }],
    ]);
  });

  it("from before there are any records", () => {
    expect(flowsOf(RECORDS, { from: "2025-12" }).slice(0, 2)).toEqual([
      ["2025-12", { new: 0, expansion: 0, reactivated: 0, churned: 0, ending: 0 }],
      ["2026-01", { new: 150, expansion: 0, reactivated: 0, churned: 0, ending: 150 }],
    ]);
  });

  it("from a later one, with those who paid earlier known", () => {
    expect(flowsOf(RECORDS, { from: "2026-04" })).toEqual(flowsOf(RECORDS).slice(2));
  });

  it("to one after the records end, when nobody pays any more", () => {
    expect(flowsOf(RECORDS, { to: "2026-06" }).slice(3)).toEqual([
      ["2026-05", { new: 0, expansion: 0, reactivated: 0, churned: 170, ending: 0 }],
      ["2026-06", { new: 0, expansion: 0, reactivated: 0, churned: 0, ending: 0 }],
    ]);
  });

  it("to an earlier one, whatever came after", () => {
    expect(flowsOf(RECORDS, { to: "2026-03" })).toEqual(flowsOf(RECORDS).slice(0, 2));
    expect(flowsOf(RECORDS, { to: "2025-01" })).toEqual([]);
    expect(flowsOf(RECORDS, { from: "2026-03", to: "2026-02" })).toEqual([]);
  });

  it("none of no records, unless it is told which", () => {
    expect(revenueMovementsByPeriod([])).toEqual([]);
    expect(revenueMovementsByPeriod([], { from: "2026-01" })).toEqual([]);
    expect(revenueMovementsByPeriod([], { to: "2026-01" })).toEqual([]);
    const movements = revenueMovementsByPeriod([], { from: "2026-01", to: "2026-02" });
    expect(movements.map(({ period, ending }) => [period, ending])).toEqual([
      ["2026-01", 0],
      ["2026-02", 0],
    ]);
  });

  it("none of a single period of records", () => {
    expect(revenueMovementsByPeriod(RECORDS.slice(0, 2))).toEqual([]);
  });
});

describe("currencies", () => {
  it("may be stated by all or by none", () => {
    const expected = revenueMovementsByPeriod(RECORDS);
    const stated = RECORDS.map((r) => ({ ...r, currency: "IDR" }));
    const none = RECORDS.map((r, i) => ({ ...r, currency: [null, "", undefined, " "][i % 4] }));
    expect(revenueMovementsByPeriod(stated)).toEqual(expected);
    expect(revenueMovementsByPeriod(none)).toEqual(expected);
  });

  const [first, second, third] = RECORDS as [RevenueRecord, RevenueRecord, RevenueRecord];
  it.each<[string, readonly RevenueRecord[], string]>([
    [
      "may not be two",
      [
        { ...first, currency: "IDR" },
        { ...second, currency: "IDR" },
        { ...third, currency: "USD" },
      ],
      "must be that of the records before it, got another currency",
    ],
    [
      "may not be left out by some",
      [{ ...first, currency: "IDR" }, { ...second, currency: "IDR" }, third],
      "must be that of the records before it, got none",
    ],
    [
      "may not be stated by some alone",
      [first, second, { ...third, currency: "IDR" }],
      "must be missing, as in the records before it, got a currency",
    ],
  ])("%s", (_, records, message) => {
    expect(() => revenueMovementsByPeriod(records)).toThrow(
      expect.objectContaining({
        message: `revenueMovementsByPeriod: records at index 2.currency ${message}`,
        code: "invalid-argument",
        path: ["records", 2, "currency"],
      }),
    );
  });

  it("may be nothing but text", () => {
    expect(() => revenueMovementsByPeriod([{ ...first, currency: 360 as never }])).toThrow(
      "revenueMovementsByPeriod: records at index 0.currency must be a currency code or missing, got 360",
    );
  });
});

describe("revenueMovementsByPeriod refuses", () => {
  it("two records of a customer in one period, even of 0", () => {
    expect(() => revenueMovementsByPeriod([...RECORDS, record("ana", "2026-02", 0)])).toThrow(
      expect.objectContaining({
        message:
          "revenueMovementsByPeriod: records at index 7 must be the only record of its customer in its period, got a second",
        code: "invalid-argument",
        path: ["records", 7],
      }),
    );
  });

  it.each([
    ["customerId", " ", "a string that is not blank or a finite number, got a string"],
    ["customerId", null, "a string that is not blank or a finite number, got null"],
    ["amount", -5, "a finite number from 0 up, got -5"],
    ["amount", "5", "a finite number from 0 up, got a string"],
  ])("for %s the value %j", (name, value, rest) => {
    const records = [RECORDS[0], { ...RECORDS[1], [name]: value }] as RevenueRecord[];
    expect(() => revenueMovementsByPeriod(records)).toThrow(
      expect.objectContaining({
        message: `revenueMovementsByPeriod: records at index 1.${name} must be ${rest}`,
        code: "invalid-argument",
        path: ["records", 1, name],
      }),
    );
  });

  it.each([
    ["2026-13", "must be a day, week, month, quarter or year"],
    ["March 2026", "must be a day, week, month, quarter or year"],
    [202603, "must be a day, week, month, quarter or year"],
    ["2026-02-28", "must be a month, as the first period is, got a day"],
  ])("the period %j", (period, rest) => {
    const bad = { ...RECORDS[0], period } as RevenueRecord;
    expect(() => revenueMovementsByPeriod([...RECORDS, bad])).toThrow(
      expect.objectContaining({
        message: expect.stringContaining(rest),
        code: "invalid-argument",
        path: ["records", 7, "period"],
      }),
    );
  });

  it.each(["from", "to"])("for %s what is no period, or of another unit", (name) => {
    for (const value of ["2026-Q1", "soon", 2026, null]) {
      expect(() => revenueMovementsByPeriod(RECORDS, { [name]: value })).toThrow(
        expect.objectContaining({ code: "invalid-argument", path: [name] }),
      );
    }
    expect(() => revenueMovementsByPeriod([], { [name]: "soon" })).toThrow(
      expect.objectContaining({ path: [name] }),
    );
    expect(() => revenueMovementsByPeriod([], { from: "2026-01", to: "2026" })).toThrow(
      "revenueMovementsByPeriod: to must be a month, as the first period is, got a year",
    );
  });

  it("what is no list, no record or no option", () => {
    expect(() => revenueMovementsByPeriod({} as never)).toThrow("records must be an array");
    expect(() => revenueMovementsByPeriod([null as never])).toThrow(
      "revenueMovementsByPeriod: records at index 0 must be an object, got null",
    );
    expect(() => revenueMovementsByPeriod(["ana" as never])).toThrow("must be an object, got a string");
    expect(() => revenueMovementsByPeriod([], { unit: "month" } as object)).toThrow(
      'options must be among from, to, weekStartsOn, got "unit"',
    );
    expect(() => revenueMovementsByPeriod([], { weekStartsOn: 7 as never })).toThrow(
      expect.objectContaining({ path: ["weekStartsOn"] }),
    );
  });
});
