import { setDefaultOptions } from "date-fns";
import { afterEach, describe, expect, it } from "vitest";
import {
  type PeriodKey,
  periodBounds,
  periodDistance,
  periodsBetween,
  shiftPeriod,
  type Weekday,
  type WeekOptions,
} from "../../src/index.ts";
import { weekKey } from "../support/dates.ts";
import { deepFreeze } from "../support/plainJson.ts";

const WEEKDAYS: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];

describe("shiftPeriod gives the period so many units later", () => {
  it.each([
    ["2026-03-09", 1, "2026-03-10"],
    ["2026-02-28", 1, "2026-03-01"],
    ["2024-02-28", 1, "2024-02-29"],
    ["2026-01-01", -1, "2025-12-31"],
    ["2026-03-09", 365, "2027-03-09"],
    ["2026-W11", 1, "2026-W12"],
    ["2026-W53", 1, "2027-W01"],
    ["2027-W01", -1, "2026-W53"],
    ["2025-W52", 1, "2026-W01"],
    ["2026-01", 1, "2026-02"],
    ["2026-12", 1, "2027-01"],
    ["2026-01", -13, "2024-12"],
    ["2026-Q1", 1, "2026-Q2"],
    ["2026-Q4", 1, "2027-Q1"],
    ["2026-Q1", -5, "2024-Q4"],
    ["2026", 1, "2027"],
    ["2026", -2025, "0001"],
    ["0001", 9998, "9999"],
    ["0001-01-01", 3_652_058, "9999-12-31"],
    ["9999-12-31", -3_652_058, "0001-01-01"],
    ["9999-W51", 1, "9999-W52"],
    ["0001-02", -1, "0001-01"],
  ])("%s and %s: %s", (key, by, shifted) => {
    expect(shiftPeriod(key, by)).toBe(shifted);
  });

  it.each(["2026-03-09", "2026-W11", "2026-03", "2026-Q1", "2026"])("%s and 0 is itself", (key) => {
    expect(shiftPeriod(key, 0)).toBe(key);
    expect(shiftPeriod(key, -0)).toBe(key);
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, "1", null, undefined, 1n])(
    "refuses to shift by %s",
    (by) => {
      const got = typeof by === "string" ? "a string" : typeof by === "bigint" ? "a bigint" : String(by);
      expect(() => shiftPeriod("2026-03", by as number)).toThrow(
        expect.objectContaining({
          name: "CxMetricsError",
          message: `shiftPeriod: by must be a whole number, got ${got}`,
          code: "invalid-argument",
          path: ["by"],
        }),
      );
    },
  );

  it.each([
    ["9999-12-31", 1, "days", "1"],
    ["0001-01-01", -1, "days", "-1"],
    ["9999-W52", 1, "weeks", "1"],
    ["0001-W01", -1, "weeks", "-1"],
    ["9999-12", 1, "months", "1"],
    ["9999-Q4", 1, "quarters", "1"],
    ["2026", -2026, "years", "-2026"],
    ["2026", 1e300, "years", "a number of a million or more"],
    ["2026-W11", 1e300, "weeks", "a number of a million or more"],
    ["2026-03-09", Number.MIN_SAFE_INTEGER, "days", "a number of a million or more"],
  ])("refuses to leave the years 1 to 9999: %s and %s", (key, by, units, got) => {
    expect(() => shiftPeriod(key, by)).toThrow(
      expect.objectContaining({
        message: `shiftPeriod: by must be a number of ${units} that stays in the years 1 to 9999, got ${got}`,
        code: "invalid-argument",
        path: ["by"],
      }),
    );
  });
});

describe("periodDistance counts units from one period to another", () => {
  it.each([
    ["2026-03-09", "2026-03-10", 1],
    ["2026-02-28", "2026-03-01", 1],
    ["2024-02-28", "2024-03-01", 2],
    ["2025-03-09", "2025-03-10", 1],
    ["0001-01-01", "9999-12-31", 3_652_058],
    ["2026-W53", "2027-W01", 1],
    ["2026-W01", "2027-W01", 53],
    ["2025-W01", "2026-W01", 52],
    ["2026-01", "2026-03", 2],
    ["2025-11", "2026-02", 3],
    ["2026-Q1", "2027-Q1", 4],
    ["2026", "2030", 4],
    ["0001", "9999", 9998],
  ])("%s to %s: %s", (from, to, distance) => {
    expect(periodDistance(from, to)).toBe(distance);
    expect(periodDistance(to, from)).toBe(-distance);
  });

  it.each(["2026-03-09", "2026-W11", "2026-03", "2026-Q1", "2026"])("%s is 0 from itself", (key) => {
    expect(periodDistance(key, key)).toBe(0);
  });
});

describe("periodsBetween lists the periods from one to another", () => {
  it.each([
    ["2026-02-27", "2026-03-02", ["2026-02-27", "2026-02-28", "2026-03-01", "2026-03-02"]],
    ["2026-W52", "2027-W02", ["2026-W52", "2026-W53", "2027-W01", "2027-W02"]],
    ["2025-11", "2026-02", ["2025-11", "2025-12", "2026-01", "2026-02"]],
    ["2025-Q3", "2026-Q2", ["2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2"]],
    ["2025", "2027", ["2025", "2026", "2027"]],
    ["9998", "9999", ["9998", "9999"]],
  ])("both included: %s to %s", (first, last, keys) => {
    expect(periodsBetween(first, last)).toEqual(keys);
  });

  it("one period, if it is the first and the last", () => {
    for (const key of ["2026-03-09", "2026-W11", "2026-03", "2026-Q1", "2026"]) {
      expect(periodsBetween(key, key)).toEqual([key]);
    }
  });

  it("none, if the last is before the first", () => {
    expect(periodsBetween("2026-03", "2026-02")).toEqual([]);
    expect(periodsBetween("2026-03-09", "2020-03-09")).toEqual([]);
  });

  it("lists a day that a zone skipped, since days are the calendar's", () => {
    expect(periodsBetween("2011-12-29", "2011-12-31")).toEqual(["2011-12-29", "2011-12-30", "2011-12-31"]);
  });

  it("gives a list of its own every time", () => {
    expect(periodsBetween("2026", "2027")).not.toBe(periodsBetween("2026", "2027"));
  });
});

describe("the weeks of a year depend on the day that weeks start on", () => {
  it("2026 has 53 of them from Monday, 52 from Sunday", () => {
    expect(shiftPeriod("2026-W52", 1, { weekStartsOn: 1 })).toBe("2026-W53");
    expect(shiftPeriod("2026-W52", 1, { weekStartsOn: 0 })).toBe("2027-W01");
    expect(periodDistance("2026-W01", "2027-W01", { weekStartsOn: 0 })).toBe(52);
    expect(periodsBetween("2026-W52", "2027-W01", { weekStartsOn: 0 })).toEqual(["2026-W52", "2027-W01"]);
  });

  it("in every year from 1970 to 2069, they are as many as counting gives", () => {
    for (const weekStartsOn of WEEKDAYS) {
      for (let year = 1970; year < 2070; year++) {
        // The last week of a year has 28 December in it.
        const last = weekKey({ year, month: 12, day: 28 }, weekStartsOn);
        const weeks = periodsBetween(`${year}-W01`, last, { weekStartsOn });
        if (weeks.length !== Number(last.slice(6))) expect.fail(`${year}, ${weekStartsOn}: ${weeks.length}`);
        if (shiftPeriod(last, 1, { weekStartsOn }) !== `${year + 1}-W01`) expect.fail(last);
      }
    }
  });

  it("what is undefined is Monday", () => {
    for (const options of [undefined, {}, { weekStartsOn: undefined }, deepFreeze({})]) {
      expect(shiftPeriod("2026-W52", 1, options)).toBe("2026-W53");
      expect(periodDistance("2026-W01", "2027-W01", options)).toBe(53);
      expect(periodsBetween("2026-W01", "2027-W01", options)).toHaveLength(54);
    }
  });

  it.each([
    [0, "2026-W53", 53],
    [1, "2025-W53", 53],
    [1, "2026-W54", 54],
    [1, "2026-W00", 0],
    [1, "2026-W99", 99],
    [1, "0000-W10", 10],
  ] as const)("a week that the year has not is refused: from %s, %s", (weekStartsOn, key, week) => {
    expect(() => shiftPeriod(key, 0, { weekStartsOn })).toThrow(
      expect.objectContaining({
        message: `shiftPeriod: key must be a week that its year has where weekStartsOn is ${weekStartsOn}, got week ${week}`,
        code: "invalid-argument",
        path: ["key"],
      }),
    );
  });
});

/** Every function that takes keys, once for each key, given over to whatever comes. */
const TAKERS: readonly (readonly [caller: string, name: string, take: (key: PeriodKey) => unknown])[] = [
  ["periodBounds", "key", (key) => periodBounds(key)],
  ["shiftPeriod", "key", (key) => shiftPeriod(key, 1)],
  ["periodDistance", "from", (key) => periodDistance(key, "2026-03")],
  ["periodDistance", "to", (key) => periodDistance("2026-03", key)],
  ["periodsBetween", "first", (key) => periodsBetween(key, "2026-03")],
  ["periodsBetween", "last", (key) => periodsBetween("2026-03", key)],
];

describe.each(TAKERS)("%s refuses for its %s", (caller, name, take) => {
  it.each([
    ["30 February", "2026-02-30", "a string"],
    ["29 February of a common year", "2026-02-29", "a string"],
    ["day 0", "2026-03-00", "a string"],
    ["day 32", "2026-03-32", "a string"],
    ["month 13", "2026-13", "a string"],
    ["month 0", "2026-00", "a string"],
    ["a day of month 13", "2026-13-01", "a string"],
    ["quarter 0", "2026-Q0", "a string"],
    ["quarter 5", "2026-Q5", "a string"],
    ["a quarter of two digits", "2026-Q01", "a string"],
    ["a week of one digit", "2026-W1", "a string"],
    ["a day of a week", "2026-W11-1", "a string"],
    ["a small w", "2026-w11", "a string"],
    ["the year 0", "0000", "a string"],
    ["a day in the year 0", "0000-06-15", "a string"],
    ["a year of two digits", "26", "a string"],
    ["a year of five digits", "12026", "a string"],
    ["a hyphen too many", "2026-", "a string"],
    ["an instant", "2026-03-09T00:00:00Z", "a string"],
    ["a space", "2026-03 ", "a string"],
    ["a line break", "2026-03\n", "a string"],
    ["digits of another script", "２０２６", "a string"],
    ["an empty text", "", "a string"],
    ["personal data, which is not repeated", "anna@example.com", "a string"],
    ["a year as a number", 2026, "2026"],
    ["null", null, "null"],
    ["undefined", undefined, "undefined"],
    ["a Date", new Date(0), "a Date"],
    ["an array of a key", ["2026-03"], "an array"],
    ["a String object", Object("2026-03"), "an object"],
    ["a symbol", Symbol("2026-03"), "a symbol"],
  ])("%s", (_, key, got) => {
    expect(() => take(key as string)).toThrow(
      expect.objectContaining({
        name: "CxMetricsError",
        message: `${caller}: ${name} must be a day, week, month, quarter or year such as 2026-03-09, 2026-W11, 2026-03, 2026-Q1 or 2026, got ${got}`,
        code: "invalid-argument",
        path: [name],
      }),
    );
  });

  it("a text of a million signs as quickly as a short one", () => {
    expect(() => take("2026-".repeat(200_000))).toThrow(`${caller}: ${name} must be`);
  });
});

describe("periods of differing units", () => {
  it.each([
    ["2026-03", "2026", "month", "year"],
    ["2026", "2026-Q1", "year", "quarter"],
    ["2026-Q1", "2026-W01", "quarter", "week"],
    ["2026-W01", "2026-01-01", "week", "day"],
    ["2026-01-01", "2026-01", "day", "month"],
  ])("have no distance and nothing between them: %s and %s", (first, second, one, other) => {
    expect(() => periodDistance(first, second)).toThrow(
      expect.objectContaining({
        message: `periodDistance: to must be a ${one}, as from is, got a ${other}`,
        code: "invalid-argument",
        path: ["to"],
      }),
    );
    expect(() => periodsBetween(first, second)).toThrow(
      expect.objectContaining({
        message: `periodsBetween: last must be a ${one}, as first is, got a ${other}`,
        code: "invalid-argument",
        path: ["last"],
      }),
    );
  });
});

describe.each([
  ["shiftPeriod", (options?: WeekOptions) => shiftPeriod("2026-03", 1, options)],
  ["periodDistance", (options?: WeekOptions) => periodDistance("2026-03", "2026-04", options)],
  ["periodsBetween", (options?: WeekOptions) => periodsBetween("2026-03", "2026-04", options)],
])("the options of %s", (caller, call) => {
  it.each([
    [{ weekStartsOn: 7 }, ["weekStartsOn"], "weekStartsOn must be an integer from 0 to 6, got 7"],
    [{ weekStartsOn: -1 }, ["weekStartsOn"], "weekStartsOn must be an integer from 0 to 6, got -1"],
    [{ weekStartsOn: 1.5 }, ["weekStartsOn"], "weekStartsOn must be an integer from 0 to 6, got 1.5"],
    [{ weekStartsOn: null }, ["weekStartsOn"], "weekStartsOn must be an integer from 0 to 6, got null"],
    [{ timeZone: "UTC" }, ["options"], 'options must be among weekStartsOn, got "timeZone"'],
    [null, ["options"], "options must be an object, got null"],
    [1, ["options"], "options must be an object, got 1"],
  ])("cannot be %j, whatever the unit", (options, path, message) => {
    expect(() => call(options as WeekOptions)).toThrow(
      expect.objectContaining({ message: `${caller}: ${message}`, code: "invalid-argument", path }),
    );
  });
});

describe("reckoning with periods looks at nothing outside its arguments", () => {
  afterEach(() => {
    setDefaultOptions({ weekStartsOn: undefined, firstWeekContainsDate: undefined } as object);
  });

  it("not at date-fns' global options", () => {
    setDefaultOptions({ weekStartsOn: 6, firstWeekContainsDate: 1 });
    expect(shiftPeriod("2026-W52", 1)).toBe("2026-W53");
    expect(periodDistance("2026-W01", "2027-W01")).toBe(53);
    expect(periodsBetween("2026-W53", "2027-W01")).toEqual(["2026-W53", "2027-W01"]);
  });
});
