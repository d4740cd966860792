import { describe, expect, it } from "vitest";
import { checkedCalendar } from "../../src/time/calendar.ts";
import { epochOfMoment, type Moment, requireTwoPeriods } from "../../src/time/moment.ts";

const UTC = checkedCalendar("test", {});
const JAKARTA = checkedCalendar("test", { timeZone: "Asia/Jakarta", weekStartsOn: 0 });

const epochOf = (moment: Moment, calendar = UTC): number => epochOfMoment("test", "from", moment, calendar);

describe("a moment", () => {
  it("is an instant in whatever form, which no zone moves", () => {
    const epoch = Date.UTC(2026, 2, 9, 10, 30);
    for (const calendar of [UTC, JAKARTA]) {
      for (const moment of [epoch, new Date(epoch), "2026-03-09T17:30:00+07:00"]) {
        expect(epochOf(moment, calendar)).toBe(epoch);
      }
    }
  });

  it.each([
    ["2026-03-09", "2026-03-09T00:00:00Z", "2026-03-08T17:00:00Z"],
    ["2026-W11", "2026-03-09T00:00:00Z", "2026-03-14T17:00:00Z"],
    ["2026-03", "2026-03-01T00:00:00Z", "2026-02-28T17:00:00Z"],
    ["2026-Q2", "2026-04-01T00:00:00Z", "2026-03-31T17:00:00Z"],
    ["2026", "2026-01-01T00:00:00Z", "2025-12-31T17:00:00Z"],
  ])("is the beginning of a period in the calendar's zone and weeks: %s", (key, inUtc, inJakarta) => {
    expect(epochOf(key)).toBe(Date.parse(inUtc));
    expect(epochOf(key, JAKARTA)).toBe(Date.parse(inJakarta));
  });

  it("is no year where it is a number: 2026 is two seconds after 1970 began", () => {
    expect(epochOf(2026)).toBe(2026);
  });

  it.each([
    ["an instant without an offset", "2026-03-09T10:30:00", "a string"],
    ["a text that ends in a year", "March 2026", "a string"],
    ["a text that begins with one", "2026 March", "a string"],
    ["a list of one key", ["2026"], "an array"],
    ["an invalid Date", new Date(Number.NaN), "a Date"],
    ["nothing", undefined, "undefined"],
  ])("is not %s", (_, moment, got) => {
    expect(() => epochOf(moment as Moment)).toThrow(
      expect.objectContaining({
        name: "CxMetricsError",
        message: `test: from must be a valid Date, epoch milliseconds, ISO 8601 with an offset (2026-03-09T10:30:00Z) or a period (2026-03), got ${got}`,
        code: "invalid-instant",
        path: ["from"],
      }),
    );
  });

  it.each([
    [
      "2026-02-30",
      "a day, week, month, quarter or year such as 2026-03-09, 2026-W11, 2026-03, 2026-Q1 or 2026, got a string",
    ],
    ["2025-W53", "a week that its year has where weekStartsOn is 1, got week 53"],
  ])("is not a period that no calendar has: %s", (key, requirement) => {
    expect(() => epochOf(key)).toThrow(
      expect.objectContaining({
        message: `test: from must be ${requirement}`,
        code: "invalid-argument",
        path: ["from"],
      }),
    );
  });
});

describe("the ends of a range", () => {
  it("cannot be one period, whose end would be taken for its beginning", () => {
    expect(() => requireTwoPeriods("test", "2026-01", "2026-01")).toThrow(
      expect.objectContaining({
        message: "test: to must be the period after the last that counts, got the same period as from",
        code: "invalid-argument",
        path: ["to"],
      }),
    );
  });

  it.each<[Moment, Moment]>([
    ["2026-01", "2026-02"],
    ["2026-01", "2026-01-01"],
    ["2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z"],
    [2026, 2026],
  ])("may be %s and %s", (from, to) => {
    expect(() => requireTwoPeriods("test", from, to)).not.toThrow();
  });
});
