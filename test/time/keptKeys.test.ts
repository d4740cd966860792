import { describe, expect, it } from "vitest";
import { type PeriodUnit, periodOf, type Weekday } from "../../src/index.ts";
import { keyOfDay } from "../../src/time/periodKey.ts";

const DAY = 86_400_000;
const UNITS: readonly PeriodUnit[] = ["day", "week", "month", "quarter", "year"];
const WEEKDAYS: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];

/** Days that share a place, before and after 1970, and days beside them. */
const DAYS = [-2, -1, 0, 1, 2].flatMap((turn) => [turn * 4096 - 1, turn * 4096, turn * 4096 + 1]);

describe("a key that was kept", () => {
  it("is the key that would be written anew, whatever was asked for before", () => {
    for (const unit of UNITS) {
      for (const weekStartsOn of WEEKDAYS) {
        for (const day of [...DAYS, ...DAYS]) {
          const key = keyOfDay(day * DAY, unit, weekStartsOn);
          expect(periodOf(day * DAY, unit, { weekStartsOn }), `${unit} ${weekStartsOn} ${day}`).toBe(key);
        }
      }
    }
  });

  it("is no other unit's, and not that of weeks that start on another day", () => {
    for (const day of DAYS) {
      for (const unit of UNITS) {
        for (const weekStartsOn of WEEKDAYS) {
          const key = keyOfDay(day * DAY, unit, weekStartsOn);
          expect(periodOf(day * DAY, unit, { weekStartsOn }), `${unit} ${weekStartsOn} ${day}`).toBe(key);
        }
      }
    }
  });

  it("is not taken for that of a year whose keys would not sort", () => {
    const places = Math.floor(253_402_300_800_000 / DAY);
    for (let turn = 1; turn <= 3; turn++) {
      const day = places - turn * 4096;
      expect(periodOf(day * DAY, "year")).toBe(keyOfDay(day * DAY, "year", 1));
      expect(() => periodOf(places * DAY, "year")).toThrow("instant must fall in the years 1 to 9999");
    }
  });
});

describe("the calendar asked for last", () => {
  it("lets no wrong unit or first day of the week pass", () => {
    periodOf(0, "week", { weekStartsOn: 1 });
    expect(() => periodOf(0, "weeks" as PeriodUnit)).toThrow("unit must be");
    expect(() => periodOf(0, "week", { weekStartsOn: 8 as Weekday })).toThrow("weekStartsOn must be");
    expect(periodOf(0, "week")).toBe("1970-W01");
  });

  it("is not another zone's", () => {
    const evening = Date.UTC(2026, 0, 1, 3);
    for (let round = 0; round < 2; round++) {
      expect(periodOf(evening, "day", { timeZone: "America/New_York" })).toBe("2025-12-31");
      expect(periodOf(evening, "day", { timeZone: "Asia/Jakarta" })).toBe("2026-01-01");
      expect(() => periodOf(evening, "day", { timeZone: "Asia/Nowhere" })).toThrow("timeZone must be");
    }
  });

  it("keeps apart the offsets of stretches that share a place, more than a century apart", () => {
    const stretch = 432_000_000;
    const summer = Date.UTC(2026, 6, 15, 4, 30);
    for (const instant of [summer, summer - 8192 * stretch, summer]) {
      const local = new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York" }).format(instant);
      expect(periodOf(instant, "day", { timeZone: "America/New_York" })).toBe(local);
    }
  });
});
