import { describe, expect, it, vi } from "vitest";
import { periodOf } from "../../src/index.ts";
import { offsetAt } from "../../src/time/zone.ts";

const MINUTE = 60_000;

describe("a local day begins at its first millisecond", () => {
  it.each([
    ["a zone without clock changes", "Asia/Kolkata", "2026-03-08T18:30:00Z", "2026-03-08", "2026-03-09"],
    ["a quarter of an hour", "Asia/Kathmandu", "2026-03-08T18:15:00Z", "2026-03-08", "2026-03-09"],
    [
      "the day on which clocks go forward",
      "America/New_York",
      "2025-03-09T05:00:00Z",
      "2025-03-08",
      "2025-03-09",
    ],
    ["the day after, 23 hours later", "America/New_York", "2025-03-10T04:00:00Z", "2025-03-09", "2025-03-10"],
    [
      "the day on which clocks go back",
      "America/New_York",
      "2025-11-02T04:00:00Z",
      "2025-11-01",
      "2025-11-02",
    ],
    ["the day after, 25 hours later", "America/New_York", "2025-11-03T05:00:00Z", "2025-11-02", "2025-11-03"],
    ["London's spring", "Europe/London", "2025-03-30T23:00:00Z", "2025-03-30", "2025-03-31"],
    ["London's autumn", "Europe/London", "2025-10-27T00:00:00Z", "2025-10-26", "2025-10-27"],
    ["half an hour back", "Australia/Lord_Howe", "2025-04-06T13:30:00Z", "2025-04-06", "2025-04-07"],
    ["half an hour forward", "Australia/Lord_Howe", "2025-10-05T13:00:00Z", "2025-10-05", "2025-10-06"],
    ["two hours forward", "Antarctica/Troll", "2025-03-30T22:00:00Z", "2025-03-30", "2025-03-31"],
    ["a day that begins at one", "America/Sao_Paulo", "2018-11-04T03:00:00Z", "2018-11-03", "2018-11-04"],
    ["another that begins at one", "Asia/Beirut", "2024-03-30T22:00:00Z", "2024-03-30", "2024-03-31"],
    ["a third that begins at one", "Africa/Cairo", "2024-04-25T22:00:00Z", "2024-04-25", "2024-04-26"],
    [
      "a day whose last hour comes twice",
      "America/Sao_Paulo",
      "2018-02-18T03:00:00Z",
      "2018-02-17",
      "2018-02-18",
    ],
    ["another with a last hour twice", "Asia/Beirut", "2024-10-26T22:00:00Z", "2024-10-26", "2024-10-27"],
    ["an offset of seconds", "Africa/Monrovia", "1971-06-15T00:44:30Z", "1971-06-14", "1971-06-15"],
    [
      "the end of an offset of seconds",
      "Africa/Monrovia",
      "1972-01-07T00:44:30Z",
      "1972-01-06",
      "1972-01-07",
    ],
    ["the noon of railway time", "America/New_York", "1883-11-19T05:00:00Z", "1883-11-18", "1883-11-19"],
    ["a sun time before it", "America/New_York", "1883-11-17T04:56:02Z", "1883-11-16", "1883-11-17"],
    ["the year's end, first", "Pacific/Kiritimati", "2025-12-31T10:00:00Z", "2025-12-31", "2026-01-01"],
    ["the year's end, last", "Pacific/Pago_Pago", "2026-01-01T11:00:00Z", "2025-12-31", "2026-01-01"],
  ])("%s: %s at %s", (_, timeZone, start, before, from) => {
    expect(periodOf(Date.parse(start) - 1, "day", { timeZone })).toBe(before);
    expect(periodOf(start, "day", { timeZone })).toBe(from);
    expect(periodOf(Date.parse(start) + 1, "day", { timeZone })).toBe(from);
  });

  it("no instant falls in a day that a zone skipped", () => {
    const skipped = [
      ["Pacific/Apia", "2011-12-30T10:00:00Z", "2011-12-29", "2011-12-31"],
      ["Pacific/Fakaofo", "2011-12-30T11:00:00Z", "2011-12-29", "2011-12-31"],
      ["Pacific/Kwajalein", "1993-08-21T12:00:00Z", "1993-08-20", "1993-08-22"],
      ["Pacific/Kiritimati", "1994-12-31T10:00:00Z", "1994-12-30", "1995-01-01"],
    ] as const;
    for (const [timeZone, start, before, from] of skipped) {
      expect(periodOf(Date.parse(start) - 1, "day", { timeZone })).toBe(before);
      expect(periodOf(start, "day", { timeZone })).toBe(from);
    }
  });

  it("a day comes back where clocks go back across midnight", () => {
    const timeZone = "America/St_Johns";
    const oneMinutePastMidnight = Date.parse("2010-11-07T02:31:00Z");
    expect(periodOf(oneMinutePastMidnight - MINUTE - 1, "day", { timeZone })).toBe("2010-11-06");
    expect(periodOf(oneMinutePastMidnight - 1, "day", { timeZone })).toBe("2010-11-07");
    expect(periodOf(oneMinutePastMidnight, "day", { timeZone })).toBe("2010-11-06");
    expect(periodOf("2010-11-07T03:30:00Z", "day", { timeZone })).toBe("2010-11-07");
  });

  it("months, quarters, years and weeks begin with their first local day", () => {
    const timeZone = "Pacific/Apia";
    const newYear = Date.parse("2011-12-31T10:00:00Z");
    const units = ["month", "quarter", "year", "week"] as const;
    expect(units.map((unit) => periodOf(newYear - 1, unit, { timeZone }))).toEqual([
      "2011-12",
      "2011-Q4",
      "2011",
      "2011-W52",
    ]);
    expect(units.map((unit) => periodOf(newYear, unit, { timeZone }))).toEqual([
      "2012-01",
      "2012-Q1",
      "2012",
      "2011-W52",
    ]);
  });
});

describe("an offset changes in the millisecond in which the clocks do", () => {
  it.each([
    ["America/New_York", "2025-03-09T07:00:00Z", -300, -240],
    ["America/New_York", "2025-11-02T06:00:00Z", -240, -300],
    ["Europe/London", "2025-03-30T01:00:00Z", 0, 60],
    ["Europe/London", "2025-10-26T01:00:00Z", 60, 0],
    ["Australia/Lord_Howe", "2025-04-05T15:00:00Z", 660, 630],
    ["Australia/Lord_Howe", "2025-10-04T15:30:00Z", 630, 660],
    ["Pacific/Apia", "2011-12-30T10:00:00Z", -600, 840],
    ["Pacific/Kwajalein", "1993-08-21T12:00:00Z", -720, 720],
    ["America/Sao_Paulo", "2018-11-04T03:00:00Z", -180, -120],
    ["America/St_Johns", "2010-11-07T02:31:00Z", -150, -210],
    ["Africa/Casablanca", "2025-02-23T02:00:00Z", 60, 0],
    ["Asia/Kathmandu", "1985-12-31T18:30:00Z", 330, 345],
    ["Africa/Monrovia", "1972-01-07T00:44:30Z", -44.5, 0],
    ["America/New_York", "1883-11-18T17:00:00Z", -296 - 2 / 60, -300],
  ])("%s at %s", (timeZone, change, before, after) => {
    const epoch = Date.parse(change);
    expect(offsetAt("test", timeZone, epoch)).toBe(after * MINUTE);
    expect(offsetAt("test", timeZone, epoch - 1)).toBe(before * MINUTE);
    expect(offsetAt("test", timeZone, epoch - 0.25)).toBe(before * MINUTE);
    expect(offsetAt("test", timeZone, epoch - 24 * 60 * MINUTE)).toBe(before * MINUTE);
    expect(offsetAt("test", timeZone, epoch + 24 * 60 * MINUTE)).toBe(after * MINUTE);
  });

  it.each([
    ["Asia/Kolkata", 330],
    ["Etc/GMT+5", -300],
    ["Etc/GMT-14", 840],
    ["Etc/UTC", 0],
  ])("that of %s never does", (timeZone, minutes) => {
    for (const year of [1971, 2000, 2026, 9999]) {
      expect(offsetAt("test", timeZone, Date.UTC(year, 6, 1))).toBe(minutes * MINUTE);
    }
  });

  it("is never −0", () => {
    expect(offsetAt("test", "UTC", 0)).toBe(0);
    expect(offsetAt("test", "Europe/London", Date.UTC(2025, 0, 1))).toBe(0);
    expect(offsetAt("test", "Africa/Abidjan", -1)).toBe(0);
  });

  it("the error for a zone that is none bears the name of the function that was called", () => {
    expect(() => offsetAt("orders", "Nowhere", 0)).toThrow(
      "orders: timeZone must be an IANA time zone such as Asia/Jakarta, got a string",
    );
  });
});

// The type of `format` is a method's, but it is a getter.
const formatters = Intl.DateTimeFormat.prototype as unknown as { readonly format: unknown };

describe("the offset that an engine words", () => {
  // Spellings of which nothing is remembered, since no other test asks for them.
  it.each([
    ["GMT", "asia/thimphU", 0],
    ["GMT+00:00", "asia/thimpHu", 0],
    ["GMT-00:00", "asia/thimPhu", 0],
    ["GMT+05:30", "asia/thiMphu", 330],
    ["GMT-00:44:30", "asia/thImphu", -44.5],
  ])("as %s is read", (words, timeZone, minutes) => {
    const format = vi.spyOn(formatters, "format", "get").mockReturnValue(() => `1/1/1970, ${words}`);
    try {
      expect(offsetAt("test", timeZone, 0)).toBe(minutes * MINUTE);
    } finally {
      format.mockRestore();
    }
  });
});

describe("an engine that words offsets in an unknown way", () => {
  // A spelling of which nothing is remembered, since no other test asks for it.
  const timeZone = "asia/THIMPHU";

  it.each(["1/1/1970, GMT+6", "1/1/1970, Bhutan Time", "1/1/1970, GMT+06:00:00.5", ""])(
    "is an error of the engine, not of the call: %j",
    (words) => {
      const format = vi.spyOn(formatters, "format", "get").mockReturnValue(() => words);
      try {
        expect(() => periodOf(0, "day", { timeZone })).toThrow(
          expect.objectContaining({
            name: "Error",
            message: "cx-metrics: this engine words time zone offsets in an unknown way",
          }),
        );
      } finally {
        format.mockRestore();
      }
    },
  );

  it("leaves nothing wrong behind", () => {
    expect(periodOf("1999-12-31T18:00:00Z", "day", { timeZone })).toBe("2000-01-01");
    expect(periodOf("1999-12-31T17:59:59.999Z", "day", { timeZone })).toBe("1999-12-31");
  });
});

describe("what is remembered of zones never shows", () => {
  it("in more spellings of zones than are kept", () => {
    const spelling = (number: number): string => {
      let bit = 1;
      return "america/new_york".replaceAll(/[a-z]/g, (letter) => {
        const capital = (number & bit) !== 0;
        bit *= 2;
        return capital ? letter.toUpperCase() : letter;
      });
    };
    for (let number = 0; number <= 1001; number++) {
      if (periodOf("2025-03-10T03:59:59.999Z", "day", { timeZone: spelling(number) }) !== "2025-03-09") {
        expect.fail(spelling(number));
      }
    }
    expect(periodOf("2025-03-10T04:00:00Z", "day", { timeZone: spelling(0) })).toBe("2025-03-10");
  });

  it("over more centuries than are kept", () => {
    const timeZone = "Africa/Tunis";
    const change = Date.parse("2008-10-26T01:00:00Z");
    const offsets = () => [offsetAt("test", timeZone, change - 1), offsetAt("test", timeZone, change)];
    expect(offsets()).toEqual([120 * MINUTE, 60 * MINUTE]);
    for (let days = 0; days <= 5 * 10_001; days += 5) {
      offsetAt("test", timeZone, Date.UTC(2100, 0, 1 + days));
    }
    expect(offsets()).toEqual([120 * MINUTE, 60 * MINUTE]);
  });
});
