import { describe, expect, it } from "vitest";
import { type CalendarOptions, type PeriodUnit, shiftPeriod } from "../../src/index.ts";
import { checkedCalendar } from "../../src/time/calendar.ts";
import type { Moment } from "../../src/time/moment.ts";
import { type PeriodRange, periodRange } from "../../src/time/periodRange.ts";

function rangeOf(unit: PeriodUnit, from: Moment, to: Moment, options: CalendarOptions = {}): PeriodRange {
  return periodRange("test", unit, from, to, checkedCalendar("test", options));
}

const shown = ({ boundaries }: PeriodRange): string[] =>
  boundaries.map((epoch) => new Date(epoch).toISOString());

describe("the periods from one moment to another", () => {
  it("are in a row, the last ending where the range does", () => {
    const range = rangeOf("month", "2025-12", "2026-03");
    expect(range.keys).toEqual(["2025-12", "2026-01", "2026-02"]);
    expect(shown(range)).toEqual([
      "2025-12-01T00:00:00.000Z",
      "2026-01-01T00:00:00.000Z",
      "2026-02-01T00:00:00.000Z",
      "2026-03-01T00:00:00.000Z",
    ]);
  });

  it.each<[PeriodUnit, string[]]>([
    ["day", ["2026-12-28", "2026-12-29", "2026-12-30", "2026-12-31"]],
    ["week", ["2026-W53", "2027-W01", "2027-W02"]],
    ["quarter", ["2026-Q4", "2027-Q1", "2027-Q2"]],
    ["year", ["2026", "2027"]],
  ])("are of the unit asked for: a %s", (unit, keys) => {
    const end = shiftPeriod(keys.at(-1) as string, 1);
    expect(rangeOf(unit, keys[0] as string, end).keys).toEqual(keys);
  });

  it("begin by the clocks of the zone and on the day that weeks start on", () => {
    const days = rangeOf("day", "2026-03-08", "2026-03-10", { timeZone: "America/New_York" });
    expect(shown(days)).toEqual([
      "2026-03-08T05:00:00.000Z",
      "2026-03-09T04:00:00.000Z",
      "2026-03-10T04:00:00.000Z",
    ]);
    const weeks = rangeOf("week", "2026-W52", "2027-W02", { weekStartsOn: 0 });
    expect(weeks.keys).toEqual(["2026-W52", "2027-W01"]);
    expect(shown(weeks)[1]).toBe("2027-01-03T00:00:00.000Z");
  });

  it("may be bounded by instants, and by periods of another unit", () => {
    const months = rangeOf("month", "2026-01", "2026-04");
    expect(rangeOf("month", "2026-Q1", "2026-04-01")).toEqual(months);
    expect(rangeOf("month", Date.UTC(2026, 0, 1), "2026-04-01T07:00:00+07:00")).toEqual(months);
  });

  it("are none from a moment to itself", () => {
    const start = Date.UTC(2026, 0, 1);
    expect(rangeOf("month", "2026-01", "2026-01-01")).toEqual({ keys: [], boundaries: [start] });
    expect(rangeOf("month", start, start)).toEqual({ keys: [], boundaries: [start] });
  });

  it("may be a hundred thousand", () => {
    const { keys, boundaries } = rangeOf("day", "1900-01-01", "2173-10-16");
    expect([keys.length, boundaries.length]).toEqual([100_000, 100_001]);
    expect(keys.at(-1)).toBe("2173-10-15");
  });
});

describe("a range of periods refuses", () => {
  it.each<[string, PeriodUnit, Moment, Moment, string, string, string]>([
    [
      "an unknown unit",
      "hour" as PeriodUnit,
      "2026-01",
      "2026-02",
      "unit",
      '"day" or "week" or "month" or "quarter" or "year"',
      "a string",
    ],
    [
      "one period as both ends",
      "month",
      "2026-01",
      "2026-01",
      "to",
      "the period after the last that counts",
      "the same period as from",
    ],
    [
      "an end before the beginning",
      "month",
      "2026-02",
      "2026-01",
      "to",
      "from or later",
      "an earlier moment",
    ],
    [
      "more than a hundred thousand",
      "day",
      "1900-01-01",
      "2173-10-17",
      "to",
      "at most 100000 periods after from",
      "100001",
    ],
    [
      "a beginning within a period",
      "month",
      "2026-01-02",
      "2026-03",
      "from",
      "the beginning of a month in the time zone",
      "a moment within one",
    ],
    [
      "an end within one",
      "quarter",
      "2026-Q1",
      Date.UTC(2026, 3, 1) + 1,
      "to",
      "the beginning of a quarter in the time zone",
      "a moment within one",
    ],
  ])("%s", (_, unit, from, to, name, requirement, got) => {
    expect(() => rangeOf(unit, from, to)).toThrow(
      expect.objectContaining({
        name: "CxMetricsError",
        message: `test: ${name} must be ${requirement}, got ${got}`,
        code: "invalid-argument",
        path: [name],
      }),
    );
  });

  it.each<[string, Moment, Moment]>([
    ["from", -8e15, "2026"],
    ["to", "2026", 8e15],
  ])("moments outside the years 1 to 9999: %s", (name, from, to) => {
    expect(() => rangeOf("month", from, to)).toThrow(
      expect.objectContaining({
        message: `test: ${name}: periodOf: instant must fall in the years 1 to 9999`,
        code: "invalid-instant",
        path: [name, "instant"],
      }),
    );
  });
});
