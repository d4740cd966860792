import { setDefaultOptions } from "date-fns";
import { afterEach, describe, expect, it, vi } from "vitest";
import { CxMetricsError, type PeriodUnit, periodOf, type Weekday } from "../../src/index.ts";
import { deepFreeze } from "../support/plainJson.ts";

const UNITS: readonly PeriodUnit[] = ["day", "week", "month", "quarter", "year"];

describe("periodOf names the calendar period of an instant", () => {
  it.each([
    ["day", "2026-03-09"],
    ["week", "2026-W11"],
    ["month", "2026-03"],
    ["quarter", "2026-Q1"],
    ["year", "2026"],
  ] as const)("%s: %s", (unit, key) => {
    expect(periodOf("2026-03-09T10:30:00Z", unit)).toBe(key);
  });

  it.each([
    ["2026-01-01T00:00:00Z", "2026-01-01", "2026-01", "2026-Q1", "2026"],
    ["2025-12-31T23:59:59.999Z", "2025-12-31", "2025-12", "2025-Q4", "2025"],
    ["2026-03-31T23:59:59.999Z", "2026-03-31", "2026-03", "2026-Q1", "2026"],
    ["2026-04-01T00:00:00Z", "2026-04-01", "2026-04", "2026-Q2", "2026"],
    ["2026-06-30T23:59:59.999Z", "2026-06-30", "2026-06", "2026-Q2", "2026"],
    ["2026-07-01T00:00:00Z", "2026-07-01", "2026-07", "2026-Q3", "2026"],
    ["2026-09-30T23:59:59.999Z", "2026-09-30", "2026-09", "2026-Q3", "2026"],
    ["2026-10-01T00:00:00Z", "2026-10-01", "2026-10", "2026-Q4", "2026"],
    ["2024-02-29T12:00:00Z", "2024-02-29", "2024-02", "2024-Q1", "2024"],
    ["1969-12-31T23:59:59.999Z", "1969-12-31", "1969-12", "1969-Q4", "1969"],
    ["1970-01-01T00:00:00Z", "1970-01-01", "1970-01", "1970-Q1", "1970"],
    ["0099-12-31T23:59:59Z", "0099-12-31", "0099-12", "0099-Q4", "0099"],
    ["0001-01-01T00:00:00Z", "0001-01-01", "0001-01", "0001-Q1", "0001"],
    ["9999-12-31T23:59:59.999Z", "9999-12-31", "9999-12", "9999-Q4", "9999"],
  ])("a period begins at its first millisecond and ends before the next begins: %s", (instant, ...keys) => {
    const units = ["day", "month", "quarter", "year"] as const;
    expect(units.map((unit) => periodOf(instant, unit))).toEqual(keys);
  });

  it("a Date, epoch milliseconds and text with any offset are the same instant", () => {
    const epoch = Date.UTC(2026, 2, 31, 23, 30);
    for (const unit of UNITS) {
      const key = periodOf(epoch, unit);
      expect(periodOf(new Date(epoch), unit)).toBe(key);
      expect(periodOf("2026-03-31T23:30:00Z", unit)).toBe(key);
      expect(periodOf("2026-04-01T06:30:00+07:00", unit)).toBe(key);
      expect(periodOf("2026-03-31T19:30:00-04:00", unit)).toBe(key);
    }
  });

  it("a fraction of a millisecond is dropped, as new Date() does: towards 1970", () => {
    expect(periodOf(Date.UTC(2026, 2, 10) - 0.25, "day")).toBe("2026-03-09");
    expect(periodOf(Date.UTC(2026, 2, 10) + 0.25, "day")).toBe("2026-03-10");
    expect(periodOf(-0.25, "day")).toBe("1970-01-01");
    expect(periodOf(-1, "day")).toBe("1969-12-31");
    expect(periodOf(Date.UTC(1969, 2, 10) - 0.25, "day")).toBe("1969-03-10");
  });

  it("takes frozen input and leaves it as it was", () => {
    const date = Object.freeze(new Date(0));
    expect(periodOf(date, "week", deepFreeze({ timeZone: "Asia/Jakarta", weekStartsOn: 0 }))).toBe(
      "1969-W53",
    );
    expect(date.getTime()).toBe(0);
  });
});

describe("the zone of periodOf", () => {
  it("is the one asked for", () => {
    expect(periodOf("2026-03-31T23:30:00Z", "month")).toBe("2026-03");
    expect(periodOf("2026-03-31T23:30:00Z", "month", { timeZone: "Asia/Jakarta" })).toBe("2026-04");
    expect(periodOf("2026-04-01T03:30:00Z", "month", { timeZone: "America/New_York" })).toBe("2026-03");
  });

  // The four test projects run this under hosts in four zones; minutes that UTC is ahead of each.
  const hosts: Readonly<Record<string, number>> = {
    UTC: 0,
    "America/Los_Angeles": 480,
    "Asia/Kolkata": -330,
    "Pacific/Apia": -780,
  };

  it("is UTC where none is asked for, wherever the host is", () => {
    expect(new Date("2026-01-01T00:00:00Z").getTimezoneOffset()).toBe(hosts[process.env["TZ"] ?? ""]);
    for (const options of [undefined, {}, { timeZone: undefined }, { timeZone: "UTC" }]) {
      expect(periodOf("2026-01-01T00:00:00Z", "year", options)).toBe("2026");
      expect(periodOf("2025-12-31T23:59:59.999Z", "year", options)).toBe("2025");
    }
  });

  it("gives a text's own offset no say: it places the instant, not the calendar", () => {
    expect(periodOf("2026-04-01T06:30:00+07:00", "month")).toBe("2026-03");
  });

  it.each(["UTC", "Etc/UTC", "GMT", "Etc/GMT", "utc"])("%s is UTC", (timeZone) => {
    expect(periodOf("2026-01-01T00:00:00Z", "day", { timeZone })).toBe("2026-01-01");
    expect(periodOf("2025-12-31T23:59:59.999Z", "day", { timeZone })).toBe("2025-12-31");
  });

  it("may be spelled in any case, and by an old name", () => {
    for (const timeZone of ["Asia/Kolkata", "asia/kolkata", "ASIA/KOLKATA", "Asia/Calcutta"]) {
      expect(periodOf("2026-03-09T18:30:00Z", "day", { timeZone })).toBe("2026-03-10");
    }
  });
});

describe("periodOf looks at nothing outside its arguments", () => {
  afterEach(() => {
    setDefaultOptions({ weekStartsOn: undefined, firstWeekContainsDate: undefined } as object);
  });

  it("not at date-fns' global options", () => {
    setDefaultOptions({ weekStartsOn: 6, firstWeekContainsDate: 1 });
    expect(periodOf("2027-01-01T12:00:00Z", "week")).toBe("2026-W53");
  });
});

describe("periodOf refuses", () => {
  it.each([
    ["an unknown unit", "hour", "a string"],
    ["a unit in capitals", "Day", "a string"],
    ["a missing unit", undefined, "undefined"],
    ["a unit in an array", ["day"], "an array"],
    ["the name of an object's own method", "toString", "a string"],
  ])("%s", (_, unit, described) => {
    expect(() => periodOf(0, unit as PeriodUnit)).toThrow(
      expect.objectContaining({
        name: "CxMetricsError",
        message: `periodOf: unit must be "day" or "week" or "month" or "quarter" or "year", got ${described}`,
        code: "invalid-argument",
        path: ["unit"],
      }),
    );
  });

  it.each([
    ["options that are null", null, "null"],
    ["a zone in place of the options", "Asia/Jakarta", "a string"],
    ["an empty text in place of the options", "", "a string"],
    ["a day that weeks start on in place of the options", 0, "0"],
    ["a function in place of the options", () => "UTC", "a function"],
  ])("%s", (_, options, described) => {
    expect(() => periodOf(0, "day", options as unknown as object)).toThrow(
      expect.objectContaining({
        message: `periodOf: options must be an object, got ${described}`,
        code: "invalid-argument",
        path: ["options"],
      }),
    );
  });

  it.each([
    ["a mistyped zone", { timezone: "Asia/Jakarta" }, '"timezone"'],
    ["a mistyped zone beside a zone", { timeZone: "UTC", timezone: "Asia/Jakarta" }, '"timezone"'],
    ["an option of other functions", { weekStartsOn: 0, level: 0.9 }, '"level"'],
    ["a zone for a name", { "Asia/Jakarta": true }, "another name"],
    ["an empty name", { "": "Asia/Jakarta" }, "another name"],
  ])("%s", (_, options, got) => {
    expect(() => periodOf(0, "day", options as object)).toThrow(
      expect.objectContaining({
        message: `periodOf: options must be among timeZone, weekStartsOn, got ${got}`,
        code: "invalid-argument",
        path: ["options"],
      }),
    );
  });

  it.each([
    ["an unknown zone", "Mars/Olympus_Mons", "a string"],
    ["an offset", "+07:00", "a string"],
    ["an offset without a colon", "-0700", "a string"],
    ["an offset with letters before it", "UTC+7", "a string"],
    ["an offset from Greenwich", "GMT+7", "a string"],
    ["the letter Z", "Z", "a string"],
    ["an empty text", "", "a string"],
    ["a space behind a zone", "Asia/Jakarta ", "a string"],
    ["personal data", "anna@example.com", "a string"],
    ["null", null, "null"],
    ["minutes", 420, "420"],
    ["an array of a zone", ["UTC"], "an array"],
    ["a String object", Object("UTC"), "an object"],
  ])("%s for a zone, and does not repeat it", (_, timeZone, described) => {
    expect(() => periodOf(0, "day", { timeZone: timeZone as string })).toThrow(
      expect.objectContaining({
        message: `periodOf: timeZone must be an IANA time zone such as Asia/Jakarta, got ${described}`,
        code: "invalid-argument",
        path: ["timeZone"],
      }),
    );
  });

  it("an offset for a zone without asking the engine, since some engines would take it", () => {
    const engine = vi.spyOn(Intl, "DateTimeFormat");
    for (const timeZone of ["+07:00", "-0700", "+07"]) {
      expect(() => periodOf(0, "day", { timeZone })).toThrow(CxMetricsError);
    }
    expect(engine).not.toHaveBeenCalled();
    engine.mockRestore();
  });

  it.each([
    [-1, "-1"],
    [7, "7"],
    [1.5, "1.5"],
    [Number.NaN, "NaN"],
    ["1", "a string"],
    [null, "null"],
  ])("weeks that start on day %s, for every unit", (weekStartsOn, described) => {
    for (const unit of UNITS) {
      expect(() => periodOf(0, unit, { weekStartsOn: weekStartsOn as Weekday })).toThrow(
        expect.objectContaining({
          message: `periodOf: weekStartsOn must be an integer from 0 to 6, got ${described}`,
          code: "invalid-argument",
          path: ["weekStartsOn"],
        }),
      );
    }
  });

  it.each([
    ["the year 0", "0000-12-31T23:59:59.999Z", "UTC"],
    ["the year 10000", Date.UTC(10_000, 0, 1), "UTC"],
    ["the earliest Date", -8.64e15, "UTC"],
    ["the latest Date", 8.64e15, "Asia/Jakarta"],
    ["the year 0 in the zone, though 1 in UTC", "0001-01-01T00:00:00Z", "America/New_York"],
    ["the year 10000 in the zone, though 9999 in UTC", "9999-12-31T23:00:00Z", "Asia/Jakarta"],
    ["the year 0 in UTC, though 1 in the zone", "0000-12-31T23:00:00Z", "Asia/Jakarta"],
    ["the year 10000 in UTC, though 9999 in the zone", Date.UTC(10_000, 0, 1), "America/New_York"],
  ])("%s, whose keys would not sort", (_, instant, timeZone) => {
    for (const unit of UNITS) {
      expect(() => periodOf(instant, unit, { timeZone })).toThrow(
        expect.objectContaining({
          message: "periodOf: instant must fall in the years 1 to 9999",
          code: "invalid-instant",
          path: ["instant"],
        }),
      );
    }
  });
});
