import { describe, expect, it } from "vitest";
import { periodOf } from "../../src/index.ts";
import { epochOf, epochOrNull } from "../../src/time/epoch.ts";

const LIMIT = 8.64e15;

describe("an instant as text is ISO 8601 with an offset", () => {
  it.each([
    ["to the minute", "2026-03-09T10:30Z", Date.UTC(2026, 2, 9, 10, 30)],
    ["to the second", "2026-03-09T10:30:15Z", Date.UTC(2026, 2, 9, 10, 30, 15)],
    ["to the millisecond", "2026-03-09T10:30:15.250Z", Date.UTC(2026, 2, 9, 10, 30, 15, 250)],
    ["with one decimal", "2026-03-09T10:30:15.2Z", Date.UTC(2026, 2, 9, 10, 30, 15, 200)],
    ["with an offset ahead of UTC", "2026-03-09T17:30:00+07:00", Date.UTC(2026, 2, 9, 10, 30)],
    ["with an offset behind UTC", "2026-03-09T06:00:00-04:30", Date.UTC(2026, 2, 9, 10, 30)],
    ["with an offset of +00:00", "2026-03-09T10:30:00+00:00", Date.UTC(2026, 2, 9, 10, 30)],
    ["with an offset of -00:00", "2026-03-09T10:30:00-00:00", Date.UTC(2026, 2, 9, 10, 30)],
    ["with the longest offset", "2026-03-09T23:59+23:59", Date.UTC(2026, 2, 9)],
    ["with an offset across midnight", "2026-03-10T00:30:00+01:00", Date.UTC(2026, 2, 9, 23, 30)],
    ["with an offset across the year", "2025-12-31T23:30:00-01:00", Date.UTC(2026, 0, 1, 0, 30)],
    ["at the first millisecond of a day", "2026-03-09T00:00:00.000Z", Date.UTC(2026, 2, 9)],
    ["at the last millisecond of a day", "2026-03-09T23:59:59.999Z", Date.UTC(2026, 2, 10) - 1],
    ["on a leap day", "2024-02-29T00:00Z", Date.UTC(2024, 1, 29)],
    ["on the leap day of a century that has one", "2000-02-29T00:00Z", Date.UTC(2000, 1, 29)],
    ["before 1970", "1969-12-31T23:59:59.999Z", -1],
    ["in the first century", "0050-06-15T00:00Z", Date.parse("0050-06-15T00:00:00Z")],
    ["in the year 1", "0001-01-01T00:00Z", -62_135_596_800_000],
    ["in the year 9999", "9999-12-31T23:59:59.999Z", 253_402_300_799_999],
  ])("%s: %s", (_, text, epoch) => {
    expect(epochOrNull(text)).toBe(epoch);
  });

  it.each([
    ["2026-03-09T10:30:15.9999Z", 999],
    ["2026-03-09T10:30:15.123456Z", 123],
    ["2026-03-09T10:30:15.999999999Z", 999],
    ["2026-03-09T10:30:15.000999999Z", 0],
  ])(
    "digits beyond milliseconds are cut off, so that no instant moves into the next second: %s",
    (text, ms) => {
      expect(epochOrNull(text)).toBe(Date.UTC(2026, 2, 9, 10, 30, 15, ms));
    },
  );

  it("what is accepted is the moment that Date reads in it", () => {
    for (const text of ["2026-03-09T10:30Z", "2026-03-09T17:30:15.250+07:00", "0050-06-15T00:00:00-23:59"]) {
      expect(epochOrNull(text)).toBe(new Date(text).getTime());
    }
  });

  it("each of the thousand milliseconds of a second is read exactly", () => {
    for (let millisecond = 0; millisecond < 1000; millisecond++) {
      const decimals = String(millisecond).padStart(3, "0");
      expect(epochOrNull(`1970-01-01T00:00:00.${decimals}Z`)).toBe(millisecond);
    }
  });

  it.each([
    ["without an offset", "2026-03-09T10:30:00"],
    ["without a time", "2026-03-09"],
    ["without a time, but with an offset", "2026-03-09Z"],
    ["of a month", "2026-03"],
    ["of a year", "2026"],
    ["of a week", "2026-W11-1T10:30:00Z"],
    ["of a day of the year", "2026-068T10:30:00Z"],
    ["in the basic format", "20260309T103000Z"],
    ["with a time in the basic format", "2026-03-09T1030Z"],
    ["to the hour", "2026-03-09T10Z"],
    ["with decimals of a minute", "2026-03-09T10:30.5Z"],
    ["with a point and no decimals", "2026-03-09T10:30:15.Z"],
    ["with ten decimals", "2026-03-09T10:30:15.0000000000Z"],
    ["with a decimal comma, which engines read in different ways", "2026-03-09T10:30:15,25Z"],
    ["with an offset without a colon", "2026-03-09T17:30:00+0700"],
    ["with an offset in hours", "2026-03-09T17:30:00+07"],
    ["with a space for the T", "2026-03-09 10:30:00Z"],
    ["with a small t", "2026-03-09t10:30:00Z"],
    ["with a small z", "2026-03-09T10:30:00z"],
    ["with a space before the offset", "2026-03-09T10:30:00 Z"],
    ["with a space at its start", " 2026-03-09T10:30:00Z"],
    ["with a space at its end", "2026-03-09T10:30:00Z "],
    ["with a line break at its end", "2026-03-09T10:30:00Z\n"],
    ["with two offsets", "2026-03-09T10:30:00Z+07:00"],
    ["with the name of a zone behind it", "2026-03-09T10:30:00+01:00[Europe/Paris]"],
    ["with the name of a zone for its offset", "2026-03-09T10:30:00 GMT"],
    ["with a minus sign that is no hyphen", "2026-03-09T10:30:00−04:00"],
    ["with digits of another script", "２０２６-03-09T10:30:00Z"],
    ["on 30 February", "2026-02-30T00:00:00Z"],
    ["on 29 February of a common year", "2026-02-29T00:00:00Z"],
    ["on 29 February of a common century", "1900-02-29T00:00:00Z"],
    ["on 31 April", "2026-04-31T00:00:00Z"],
    ["on 32 January", "2026-01-32T00:00:00Z"],
    ["on day 0", "2026-03-00T00:00:00Z"],
    ["in month 0", "2026-00-09T00:00:00Z"],
    ["in month 13", "2026-13-09T00:00:00Z"],
    ["at 24:00", "2026-03-09T24:00:00Z"],
    ["at minute 60", "2026-03-09T10:60:00Z"],
    ["at a leap second", "2016-12-31T23:59:60Z"],
    ["with an offset of 24 hours", "2026-03-09T10:30:00+24:00"],
    ["with an offset of 60 minutes", "2026-03-09T10:30:00+00:60"],
    ["with an offset of one digit", "2026-03-09T10:30:00+7"],
    ["with an offset of seconds", "2026-03-09T10:30:00-00:44:30"],
    ["in a year of five digits", "12026-03-09T10:30:00Z"],
    ["in a year of two digits", "26-03-09T10:30:00Z"],
    ["in an expanded year", "+002026-03-09T10:30:00Z"],
    ["in a year before 0", "-000001-03-09T10:30:00Z"],
    ["in the last year that a Date reaches", "+275760-09-13T00:00:00.000Z"],
    ["as a Date prints itself", "Mon Mar 09 2026 10:30:00 GMT+0000"],
    ["as e-mail has it", "Mon, 09 Mar 2026 10:30:00 GMT"],
    ["as Americans write it", "3/9/2026 10:30"],
    ["of epoch milliseconds", "1773052200000"],
    ["that is empty", ""],
    ["that is junk", "anna@example.com"],
  ])("text %s is none: %j", (_, text) => {
    expect(epochOrNull(text)).toBeNull();
  });

  it("a very long text is refused as quickly as a short one", () => {
    expect(epochOrNull(`2026-03-09T10:30:00.${"0".repeat(1_000_000)}Z`)).toBeNull();
    expect(epochOrNull("2026-03-09T10:30:00Z".repeat(100_000))).toBeNull();
  });
});

describe("an instant as a Date or a number", () => {
  it.each([
    ["a Date", new Date(1_773_052_200_000), 1_773_052_200_000],
    ["a Date before 1970", new Date(-1), -1],
    ["the earliest Date", new Date(-LIMIT), -LIMIT],
    ["the latest Date", new Date(LIMIT), LIMIT],
    ["epoch milliseconds", 1_773_052_200_000, 1_773_052_200_000],
    ["a fraction of a millisecond, which is dropped", 0.5, 0],
    ["a fraction of a millisecond before 1970, dropped towards it", -0.5, 0],
    ["a millisecond and a fraction before 1970", -1.75, -1],
    ["the least fraction of a millisecond", -Number.MIN_VALUE, 0],
    ["−0, which is 0", -0, 0],
    ["0", 0, 0],
    ["the lowest number that a Date reaches", -LIMIT, -LIMIT],
    ["the highest number that a Date reaches", LIMIT, LIMIT],
  ])("%s is one", (_, instant, epoch) => {
    expect(epochOrNull(instant)).toBe(epoch);
  });

  it.each([0.5, -0.5, 1.999, -1.999, 1e12 + 0.25, -1e12 - 0.75, -1e-300])(
    "%s is the instant that new Date() makes of it",
    (milliseconds) => {
      expect(epochOrNull(milliseconds)).toBe(new Date(milliseconds).getTime());
    },
  );

  it.each([
    ["an invalid Date", new Date(Number.NaN)],
    ["a Date beyond the reach of Dates", new Date(LIMIT + 1)],
    ["NaN", Number.NaN],
    ["Infinity", Number.POSITIVE_INFINITY],
    ["-Infinity", Number.NEGATIVE_INFINITY],
    ["a number above that reach", LIMIT + 1],
    ["a number below that reach", -LIMIT - 1],
    ["null", null],
    ["undefined", undefined],
    ["a boolean", true],
    ["a bigint", 0n],
    ["an array of one number", [0]],
    ["an object with a time", { getTime: () => 0 }],
    ["an object that turns into a number", { valueOf: () => 0 }],
    ["a String object", Object("2026-03-09T10:30:00Z")],
    ["a symbol", Symbol("2026-03-09T10:30:00Z")],
    ["a function", () => 0],
  ])("%s is none", (_, value) => {
    expect(epochOrNull(value)).toBeNull();
  });
});

describe("what is no instant throws", () => {
  const requirement =
    "must be a valid Date, epoch milliseconds, or ISO 8601 with an offset (2026-03-09T10:30:00Z)";

  it.each([
    ["a date without a time", "2026-03-09", "a string"],
    ["a time without an offset", "2026-03-09T10:30:00", "a string"],
    ["personal data, which is not repeated", "anna@example.com", "a string"],
    ["an empty text", "", "a string"],
    ["null", null, "null"],
    ["undefined", undefined, "undefined"],
    ["an invalid Date", new Date(Number.NaN), "a Date"],
    ["an array", [], "an array"],
    ["NaN", Number.NaN, "NaN"],
    ["a number beyond the reach of Dates", 8.64e15 + 1, "a number of a million or more"],
    ["a bigint", 5n, "a bigint"],
    ["a symbol", Symbol("anna"), "a symbol"],
  ])("%s", (_, value, described) => {
    expect(() => periodOf(value as unknown as Date, "day")).toThrow(
      expect.objectContaining({
        name: "CxMetricsError",
        message: `periodOf: instant ${requirement}, got ${described}`,
        code: "invalid-instant",
        path: ["instant"],
      }),
    );
  });

  it("the error bears the name of the function that was called and the way to the value", () => {
    expect(() => epochOf("orders", ["orders", 3, "at"], "junk")).toThrow(
      expect.objectContaining({
        message: `orders: orders at index 3.at ${requirement}, got a string`,
        path: ["orders", 3, "at"],
      }),
    );
    expect(epochOf("orders", ["orders", 3, "at"], 7)).toBe(7);
  });
});
