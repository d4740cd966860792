import { setDefaultOptions } from "date-fns";
import { afterEach, describe, expect, it } from "vitest";
import { periodBounds, periodOf, type Weekday } from "../../src/index.ts";
import { firstInstantFrom } from "../../src/time/zone.ts";
import { deepFreeze } from "../support/plainJson.ts";

const HOUR = 3_600_000;

function hoursOf(key: string, timeZone: string): number {
  const { start, end } = periodBounds(key, { timeZone });
  return (Date.parse(end) - Date.parse(start)) / HOUR;
}

describe("periodBounds gives the instants at which a period begins and ends", () => {
  it.each([
    ["2026-03-09", "2026-03-09T00:00:00.000Z", "2026-03-10T00:00:00.000Z"],
    ["2026-W11", "2026-03-09T00:00:00.000Z", "2026-03-16T00:00:00.000Z"],
    ["2026-W53", "2026-12-28T00:00:00.000Z", "2027-01-04T00:00:00.000Z"],
    ["2026-02", "2026-02-01T00:00:00.000Z", "2026-03-01T00:00:00.000Z"],
    ["2024-02", "2024-02-01T00:00:00.000Z", "2024-03-01T00:00:00.000Z"],
    ["2026-12", "2026-12-01T00:00:00.000Z", "2027-01-01T00:00:00.000Z"],
    ["2026-Q1", "2026-01-01T00:00:00.000Z", "2026-04-01T00:00:00.000Z"],
    ["2026-Q4", "2026-10-01T00:00:00.000Z", "2027-01-01T00:00:00.000Z"],
    ["2026", "2026-01-01T00:00:00.000Z", "2027-01-01T00:00:00.000Z"],
    ["0001-01-01", "0001-01-01T00:00:00.000Z", "0001-01-02T00:00:00.000Z"],
    ["0099", "0099-01-01T00:00:00.000Z", "0100-01-01T00:00:00.000Z"],
    ["9999-12-30", "9999-12-30T00:00:00.000Z", "9999-12-31T00:00:00.000Z"],
  ])("in UTC: %s", (key, start, end) => {
    expect(periodBounds(key)).toEqual({ start, end });
    expect(periodBounds(key, { timeZone: undefined, weekStartsOn: undefined })).toEqual({ start, end });
  });

  it.each([
    ["2026-03", "Asia/Kolkata", "2026-02-28T18:30:00.000Z", "2026-03-31T18:30:00.000Z"],
    ["2026", "America/New_York", "2026-01-01T05:00:00.000Z", "2027-01-01T05:00:00.000Z"],
    ["2026-Q1", "America/New_York", "2026-01-01T05:00:00.000Z", "2026-04-01T04:00:00.000Z"],
    ["2025-03-09", "America/New_York", "2025-03-09T05:00:00.000Z", "2025-03-10T04:00:00.000Z"],
    ["2025-11-02", "America/New_York", "2025-11-02T04:00:00.000Z", "2025-11-03T05:00:00.000Z"],
    ["2025-04-06", "Australia/Lord_Howe", "2025-04-05T13:00:00.000Z", "2025-04-06T13:30:00.000Z"],
    ["2025-10-05", "Australia/Lord_Howe", "2025-10-04T13:30:00.000Z", "2025-10-05T13:00:00.000Z"],
    ["1971-06-15", "Africa/Monrovia", "1971-06-15T00:44:30.000Z", "1971-06-16T00:44:30.000Z"],
    ["9999-12-31", "Asia/Jakarta", "9999-12-30T17:00:00.000Z", "9999-12-31T17:00:00.000Z"],
    ["0001-01-01", "America/New_York", "0001-01-01T04:56:02.000Z", "0001-01-02T04:56:02.000Z"],
  ])("by the clocks of the zone: %s in %s", (key, timeZone, start, end) => {
    expect(periodBounds(key, { timeZone })).toEqual({ start, end });
  });

  it.each([
    [0, "2026-03-15T04:00:00.000Z", "2026-03-22T04:00:00.000Z"],
    [1, "2026-03-09T04:00:00.000Z", "2026-03-16T04:00:00.000Z"],
    [6, "2026-03-14T04:00:00.000Z", "2026-03-21T04:00:00.000Z"],
  ] as const)("a week from the day that weeks start on: %s", (weekStartsOn, start, end) => {
    expect(periodBounds("2026-W11", { timeZone: "America/New_York", weekStartsOn })).toEqual({ start, end });
  });

  it("the day that weeks start on moves no other period", () => {
    for (const key of ["2026-03-09", "2026-03", "2026-Q1", "2026"]) {
      expect(periodBounds(key, { weekStartsOn: 0 })).toEqual(periodBounds(key));
    }
  });

  it("takes frozen options", () => {
    const options = deepFreeze({ timeZone: "Asia/Jakarta", weekStartsOn: 0 } as const);
    expect(periodBounds("2026-W01", options).start).toBe("2026-01-03T17:00:00.000Z");
  });
});

describe("where clocks change at midnight", () => {
  it("a day whose midnight is skipped begins at the first instant after the jump", () => {
    expect(periodBounds("2018-11-04", { timeZone: "America/Sao_Paulo" })).toEqual({
      start: "2018-11-04T03:00:00.000Z",
      end: "2018-11-05T02:00:00.000Z",
    });
    expect(hoursOf("2018-11-03", "America/Sao_Paulo")).toBe(24);
    expect(hoursOf("2024-03-31", "Asia/Beirut")).toBe(23);
  });

  it("also where they jump seven hours, at an instant on which what is remembered of a zone is divided", () => {
    expect(periodBounds("1994-11-01", { timeZone: "Antarctica/Vostok" })).toEqual({
      start: "1994-11-01T00:00:00.000Z",
      end: "1994-11-01T17:00:00.000Z",
    });
    expect(hoursOf("1994-10-31", "Antarctica/Vostok")).toBe(24);
  });

  it("a day whose last hour comes twice has 25 hours", () => {
    expect(periodBounds("2018-02-17", { timeZone: "America/Sao_Paulo" })).toEqual({
      start: "2018-02-17T02:00:00.000Z",
      end: "2018-02-18T03:00:00.000Z",
    });
  });

  it("a day whose midnight comes twice begins with the earlier one", () => {
    expect(periodBounds("2025-11-02", { timeZone: "America/Havana" })).toEqual({
      start: "2025-11-02T04:00:00.000Z",
      end: "2025-11-03T05:00:00.000Z",
    });
  });

  it("clocks that go back from just after midnight give the hour that comes again to the new day", () => {
    const timeZone = "America/St_Johns";
    const { start, end } = periodBounds("2010-11-07", { timeZone });
    expect([start, end]).toEqual(["2010-11-07T02:30:00.000Z", "2010-11-08T03:30:00.000Z"]);
    expect(periodBounds("2010-11-06", { timeZone }).end).toBe(start);
    expect(periodOf(start, "day", { timeZone })).toBe("2010-11-07");
    expect(periodOf("2010-11-07T02:31:00Z", "day", { timeZone })).toBe("2010-11-06");
    expect(periodOf("2010-11-07T03:30:00Z", "day", { timeZone })).toBe("2010-11-07");
  });

  it("clocks that go forward from just after midnight shorten the new day", () => {
    expect(periodBounds("2010-03-14", { timeZone: "America/St_Johns" })).toEqual({
      start: "2010-03-14T03:30:00.000Z",
      end: "2010-03-15T02:30:00.000Z",
    });
  });

  it.each([
    ["2011-12-30", "Pacific/Apia", "2011-12-30T10:00:00.000Z"],
    ["2011-12-30", "Pacific/Fakaofo", "2011-12-30T11:00:00.000Z"],
    ["1993-08-21", "Pacific/Kwajalein", "1993-08-21T12:00:00.000Z"],
  ])("a day that was skipped as a whole has start = end: %s in %s", (key, timeZone, instant) => {
    expect(periodBounds(key, { timeZone })).toEqual({ start: instant, end: instant });
  });

  it("the days about a skipped one have their 24 hours, its week and month one day less", () => {
    expect(hoursOf("2011-12-29", "Pacific/Apia")).toBe(24);
    expect(hoursOf("2011-12-31", "Pacific/Apia")).toBe(24);
    expect(hoursOf("2011-W52", "Pacific/Apia")).toBe(6 * 24);
    expect(hoursOf("2011-12", "Pacific/Apia")).toBe(30 * 24);
  });
});

describe("periodBounds looks at nothing outside its arguments", () => {
  afterEach(() => {
    setDefaultOptions({ weekStartsOn: undefined, firstWeekContainsDate: undefined } as object);
  });

  it("not at date-fns' global options", () => {
    setDefaultOptions({ weekStartsOn: 6, firstWeekContainsDate: 1 });
    expect(periodBounds("2026-W01").start).toBe("2025-12-29T00:00:00.000Z");
  });
});

describe("periodBounds refuses", () => {
  it.each([
    ["a year that ends in the year 10000", "9999", {}],
    ["the last day in UTC", "9999-12-31", {}],
    ["a year that begins in the year 0 in UTC", "0001", { timeZone: "Asia/Jakarta" }],
    ["a week that begins in the year 0", "0001-W01", { weekStartsOn: 0 }],
  ] as const)("%s, whose bounds would not sort", (_, key, options) => {
    expect(() => periodBounds(key, options)).toThrow(
      expect.objectContaining({
        name: "CxMetricsError",
        message:
          "periodBounds: key must be a period that begins and ends in the years 1 to 9999 in UTC, got a string",
        code: "invalid-argument",
        path: ["key"],
      }),
    );
  });

  it.each([
    [
      { timeZone: "Mars" },
      ["timeZone"],
      "timeZone must be an IANA time zone such as Asia/Jakarta, got a string",
    ],
    [{ timeZone: "" }, ["timeZone"], "timeZone must be an IANA time zone such as Asia/Jakarta, got a string"],
    [{ weekStartsOn: 7 as Weekday }, ["weekStartsOn"], "weekStartsOn must be an integer from 0 to 6, got 7"],
    [{ timezone: "UTC" }, ["options"], 'options must be among timeZone, weekStartsOn, got "timezone"'],
    [null, ["options"], "options must be an object, got null"],
  ])("%j for options", (options, path, message) => {
    expect(() => periodBounds("2026", options as object)).toThrow(
      expect.objectContaining({ message: `periodBounds: ${message}`, code: "invalid-argument", path }),
    );
  });
});

describe("the first instant from a local time on", () => {
  const first = (timeZone: string, local: string) =>
    new Date(firstInstantFrom("test", timeZone, Date.parse(local))).toISOString();

  it.each([
    ["of a time that comes once", "2025-03-09T01:59:59.999Z", "2025-03-09T06:59:59.999Z"],
    ["of the first that is skipped, after the jump", "2025-03-09T02:00:00Z", "2025-03-09T07:00:00.000Z"],
    ["of the last that is skipped, after the jump", "2025-03-09T02:59:59.999Z", "2025-03-09T07:00:00.000Z"],
    ["of the first after the jump", "2025-03-09T03:00:00Z", "2025-03-09T07:00:00.000Z"],
    ["of the first that comes twice, the earlier", "2025-11-02T01:00:00Z", "2025-11-02T05:00:00.000Z"],
    ["of the last that comes twice, the earlier", "2025-11-02T01:59:59.999Z", "2025-11-02T05:59:59.999Z"],
    ["of the first after those, past them", "2025-11-02T02:00:00Z", "2025-11-02T07:00:00.000Z"],
  ])("%s: %s in New York", (_, local, instant) => {
    expect(first("America/New_York", local)).toBe(instant);
  });

  it.each([
    ["2022-10-30T01:59:59.999Z", "2022-10-29T22:59:59.999Z"],
    ["2022-10-30T02:00:00Z", "2022-10-29T23:00:00.000Z"],
    ["2022-10-30T02:59:59.999Z", "2022-10-29T23:59:59.999Z"],
    ["2022-10-30T03:00:00Z", "2022-10-30T01:00:00.000Z"],
  ])(
    "also where clocks go back at an instant on which what is remembered of a zone is divided: %s in Chisinau",
    (local, instant) => {
      expect(first("Europe/Chisinau", local)).toBe(instant);
    },
  );
});
