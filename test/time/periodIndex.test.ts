import { describe, expect, it } from "vitest";
import type { PeriodUnit } from "../../src/index.ts";
import { checkedCalendar } from "../../src/time/calendar.ts";
import { type PeriodIndex, periodIndex } from "../../src/time/periodIndex.ts";

function indexOf(unit: PeriodUnit, timeZone: string, earliest: string, latest: string): PeriodIndex {
  const calendar = checkedCalendar("test", { timeZone });
  return periodIndex("test", unit, calendar, Date.parse(earliest), Date.parse(latest));
}

describe("the numbers of a periodIndex", () => {
  it.each([
    ["day", "2026-03-08", "2026-03-12"],
    ["week", "2026-W10", "2026-W11"],
    ["month", "2026-03", "2026-03"],
    ["year", "2026", "2026"],
  ] as const)("are those from the day before to the day after: a %s", (unit, first, last) => {
    const { count, keyOf } = indexOf(unit, "UTC", "2026-03-09T12:00:00Z", "2026-03-11T12:00:00Z");
    expect([keyOf(0), keyOf(count - 1)]).toEqual([first, last]);
  });

  it("are written at once for instants of days that nobody has asked for", () => {
    const { fillNumbers, keyOf } = indexOf(
      "day",
      "America/New_York",
      "2026-03-01T12:00:00Z",
      "2026-03-09T12:00:00Z",
    );
    const moments = ["2026-03-09T03:59:59Z", "2026-03-09T04:00:00Z", "2026-03-01T12:00:00Z"];
    const numbers = new Int32Array(4).fill(7);
    fillNumbers(numbers, Float64Array.from(moments, Date.parse));
    expect([...numbers.subarray(0, 3)].map(keyOf)).toEqual(["2026-03-08", "2026-03-09", "2026-03-01"]);
    // What is longer than the instants are stays as it was beyond them.
    expect(numbers[3]).toBe(7);
  });
});

describe("whether clocks went back on a day asked for", () => {
  const october = (): PeriodIndex =>
    indexOf("day", "America/New_York", "2026-10-30T12:00:00Z", "2026-11-03T12:00:00Z");

  it("is not so before any day is", () => {
    expect(october().goesBack()).toBe(false);
  });

  it("is so once that day is, whatever else is", () => {
    const { numberOf, goesBack } = october();
    for (const [day, back] of [
      ["2026-10-31", false],
      ["2026-11-02", false],
      ["2026-11-01", true],
      ["2026-11-03", true],
    ] as const) {
      numberOf(Date.parse(`${day}T12:00:00Z`));
      expect(goesBack()).toBe(back);
    }
  });

  it("is not so where they go forward", () => {
    const { numberOf, goesBack } = indexOf(
      "day",
      "America/New_York",
      "2026-03-07T12:00:00Z",
      "2026-03-09T12:00:00Z",
    );
    for (const day of ["2026-03-07", "2026-03-08", "2026-03-09"]) numberOf(Date.parse(`${day}T12:00:00Z`));
    expect(goesBack()).toBe(false);
  });
});
