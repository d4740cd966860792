import { UTCDate } from "@date-fns/utc";
import { getISOWeek, getISOWeekYear } from "date-fns";
import { describe, expect, it } from "vitest";
import { periodOf, type Weekday } from "../../src/index.ts";
import { utcMidnight, weekKey } from "../support/dates.ts";

const DAY = 86_400_000;
const WEEKDAYS: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];

describe("weeks from Monday are those of ISO 8601", () => {
  // The year ends listed at en.wikipedia.org/wiki/ISO_week_date.
  it.each([
    ["2005-01-01", "2004-W53"],
    ["2005-01-02", "2004-W53"],
    ["2005-12-31", "2005-W52"],
    ["2006-01-01", "2005-W52"],
    ["2006-01-02", "2006-W01"],
    ["2006-12-31", "2006-W52"],
    ["2007-01-01", "2007-W01"],
    ["2007-12-30", "2007-W52"],
    ["2007-12-31", "2008-W01"],
    ["2008-01-01", "2008-W01"],
    ["2008-12-28", "2008-W52"],
    ["2008-12-29", "2009-W01"],
    ["2009-12-31", "2009-W53"],
    ["2010-01-01", "2009-W53"],
    ["2010-01-03", "2009-W53"],
    ["2010-01-04", "2010-W01"],
    ["2027-01-01", "2026-W53"],
  ])("%s is in %s", (day, key) => {
    expect(periodOf(`${day}T00:00:00Z`, "week")).toBe(key);
    expect(periodOf(`${day}T23:59:59.999Z`, "week")).toBe(key);
    expect(periodOf(`${day}T12:00:00Z`, "week", { weekStartsOn: 1 })).toBe(key);
    expect(periodOf(`${day}T12:00:00Z`, "week", { weekStartsOn: undefined })).toBe(key);
  });

  it("agrees with date-fns' getISOWeek and getISOWeekYear on every day from 1970 to 2037", () => {
    for (let noon = DAY / 2; noon < Date.UTC(2038, 0, 1); noon += DAY) {
      const date = new UTCDate(noon);
      const key = `${getISOWeekYear(date)}-W${String(getISOWeek(date)).padStart(2, "0")}`;
      if (periodOf(noon, "week") !== key) expect.fail(`${date.toISOString()} is in ${key}`);
    }
  });
});

describe("weeks that start on another day", () => {
  // The epidemiological weeks of the CDC run from Sunday to Saturday by the same rule: 2014, 2020 and 2025 have 53.
  it.each([
    ["2014-12-27", "2014-W52"],
    ["2014-12-28", "2014-W53"],
    ["2015-01-03", "2014-W53"],
    ["2015-01-04", "2015-W01"],
    ["2021-01-02", "2020-W53"],
    ["2021-01-03", "2021-W01"],
    ["2024-12-29", "2025-W01"],
    ["2026-01-03", "2025-W53"],
    ["2026-01-04", "2026-W01"],
  ])("from Sunday, %s is in %s", (day, key) => {
    expect(periodOf(`${day}T12:00:00Z`, "week", { weekStartsOn: 0 })).toBe(key);
  });

  it.each([
    ["Sunday", 0, "2026-03-08T00:00:00Z", "2026-W10"],
    ["Monday", 1, "2026-03-09T00:00:00Z", "2026-W11"],
    ["Tuesday", 2, "2026-03-10T00:00:00Z", "2026-W11"],
    ["Wednesday", 3, "2026-03-11T00:00:00Z", "2026-W11"],
    ["Thursday", 4, "2026-03-12T00:00:00Z", "2026-W11"],
    ["Friday", 5, "2026-03-13T00:00:00Z", "2026-W11"],
    ["Saturday", 6, "2026-03-14T00:00:00Z", "2026-W11"],
  ] as const)("from %s, a week begins at the midnight before it", (_, weekStartsOn, midnight, key) => {
    const start = Date.parse(midnight);
    expect(periodOf(start, "week", { weekStartsOn })).toBe(key);
    expect(periodOf(start + 7 * DAY - 1, "week", { weekStartsOn })).toBe(key);
    expect(periodOf(start - 1, "week", { weekStartsOn })).not.toBe(key);
    expect(periodOf(start + 7 * DAY, "week", { weekStartsOn })).not.toBe(key);
  });

  it("belong to the year of their fourth day: the days around new years from 1 to 9999", () => {
    for (const weekStartsOn of WEEKDAYS) {
      for (const year of [2, 50, 99, 100, 1000, 1583, ...years(1970, 2037), 2100, 2400, 9998]) {
        for (let days = -8; days <= 8; days++) {
          const date = new Date(utcMidnight(year, 1, 1) + days * DAY);
          const [month, day] = [date.getUTCMonth() + 1, date.getUTCDate()];
          const key = weekKey({ year: date.getUTCFullYear(), month, day }, weekStartsOn);
          if (periodOf(date, "week", { weekStartsOn }) !== key) {
            expect.fail(`${date.toISOString()} is in ${key} where weeks start on ${weekStartsOn}`);
          }
        }
      }
    }
  });

  it.each([
    ["0001-01-01T12:00:00Z", 1, "0001-W01"],
    ["0050-01-01T12:00:00Z", 1, "0049-W52"],
    ["0099-12-31T12:00:00Z", 1, "0099-W53"],
    ["9999-12-31T12:00:00Z", 1, "9999-W52"],
  ] as const)("are found in the first century and in the last: %s", (instant, weekStartsOn, key) => {
    expect(periodOf(instant, "week", { weekStartsOn })).toBe(key);
  });

  // 1 January 1 is a Monday, and 31 December 9999 a Friday.
  it.each([
    ["0001-01-01T12:00:00Z", [2, 3, 4]],
    ["0001-01-02T12:00:00Z", [3, 4]],
    ["0001-01-03T12:00:00Z", [4]],
    ["9999-12-31T12:00:00Z", [3, 4, 5]],
    ["9999-12-30T12:00:00Z", [3, 4]],
    ["9999-12-29T12:00:00Z", [3]],
  ] as const)("of the years 0 and 10000 are refused: that of %s", (instant, refused) => {
    for (const weekStartsOn of WEEKDAYS) {
      const call = () => periodOf(instant, "week", { weekStartsOn });
      if ((refused as readonly Weekday[]).includes(weekStartsOn)) {
        expect(call).toThrow(
          expect.objectContaining({
            name: "CxMetricsError",
            message: "periodOf: instant must fall in the years 1 to 9999",
            code: "invalid-instant",
            path: ["instant"],
          }),
        );
      } else {
        expect(call()).toMatch(instant.startsWith("0001") ? /^0001-W0[12]$/ : /^9999-W5[123]$/);
      }
    }
  });

  it("have keys that sort, from the first day there is", () => {
    for (const weekStartsOn of WEEKDAYS) {
      const keys = ["0001-01-08", "0001-01-15", "0001-12-31"].map((day) =>
        periodOf(`${day}T12:00:00Z`, "week", { weekStartsOn }),
      );
      expect(keys).toEqual([...keys].sort());
    }
  });

  it("have keys that sort, up to the last day there is", () => {
    for (const weekStartsOn of WEEKDAYS) {
      const keys = ["9999-12-20", "9999-12-27", "9999-12-31"].map((day) =>
        weekOrRefusal(`${day}T12:00:00Z`, weekStartsOn),
      );
      expect(keys).toEqual([...keys].sort());
    }
  });

  it("are the zone's", () => {
    const sundayInJakarta = "2026-03-07T17:00:00Z";
    const options = { timeZone: "Asia/Jakarta", weekStartsOn: 0 } as const;
    expect(periodOf(sundayInJakarta, "week", options)).toBe("2026-W10");
    expect(periodOf(Date.parse(sundayInJakarta) - 1, "week", options)).toBe("2026-W09");
  });
});

function years(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** A week whose year has no four digits may be refused, as instants in such years are. */
function weekOrRefusal(instant: string, weekStartsOn: Weekday): string {
  try {
    return periodOf(instant, "week", { weekStartsOn });
  } catch {
    return "9999-refused";
  }
}
