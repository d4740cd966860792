import { TZDate } from "@date-fns/tz";
import { addMonths } from "date-fns/addMonths";
import { addYears } from "date-fns/addYears";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PeriodUnit } from "../../src/index.ts";
import { windowOf } from "../../src/time/windowOf.ts";
import { anyTimeZone } from "../support/dates.ts";

const DAY = 86_400_000;

function windowOfText(unit: PeriodUnit, timeZone: string, first: string, moment: string): number {
  return windowOf("test", unit, timeZone, Date.parse(first), Date.parse(moment));
}

describe("windowOf", () => {
  it.each([
    ["month", "2026-01-31T12:00:00Z", "2026-02-28T11:59:59.999Z", 0],
    ["month", "2026-01-31T12:00:00Z", "2026-02-28T12:00:00Z", 1],
    ["month", "2026-01-31T12:00:00Z", "2026-03-31T11:59:59.999Z", 1],
    ["month", "2026-01-31T12:00:00Z", "2026-03-31T12:00:00Z", 2],
    ["month", "2024-01-31T12:00:00Z", "2024-02-28T23:00:00Z", 0],
    ["quarter", "2025-11-30T00:00:00Z", "2026-02-28T00:00:00Z", 1],
    ["year", "2024-02-29T00:00:00Z", "2025-02-27T23:59:59.999Z", 0],
    ["year", "2024-02-29T00:00:00Z", "2025-02-28T00:00:00Z", 1],
    ["year", "2024-02-29T00:00:00Z", "2028-02-28T00:00:00Z", 3],
    ["week", "2026-01-01T10:00:00Z", "2026-01-15T09:59:59.999Z", 1],
    ["day", "2026-01-01T10:00:00Z", "2026-01-01T10:00:00Z", 0],
  ] as const)("of a %s from %s has %s in window %i", (unit, first, moment, window) => {
    expect(windowOfText(unit, "UTC", first, moment)).toBe(window);
  });

  it("keeps to the local clock, and to windows begun where clocks go back", () => {
    // New York: forward on 8 March 2026 at 07:00 UTC, back on 1 November at 06:00 UTC.
    const zone = "America/New_York";
    expect(windowOfText("day", zone, "2026-03-07T17:00:00Z", "2026-03-08T15:59:59Z")).toBe(0);
    expect(windowOfText("day", zone, "2026-03-07T17:00:00Z", "2026-03-08T16:00:00Z")).toBe(1);
    // 01:30 has come; at the second 01:15 it has, too.
    expect(windowOfText("month", zone, "2026-10-01T05:30:00Z", "2026-11-01T05:29:59Z")).toBe(0);
    expect(windowOfText("month", zone, "2026-10-01T05:30:00Z", "2026-11-01T05:30:00Z")).toBe(1);
    expect(windowOfText("month", zone, "2026-10-01T05:30:00Z", "2026-11-01T06:15:00Z")).toBe(1);
    // From the first 01:30 to the second 01:15 on one day.
    expect(windowOfText("day", zone, "2026-11-01T05:30:00Z", "2026-11-01T06:15:00Z")).toBe(0);
  });

  it("agrees with TZDate's months and years away from clock changes", () => {
    const since = fc.integer({ min: Date.UTC(1973, 0, 1), max: Date.UTC(2030, 0, 1) });
    fc.assert(
      fc.property(since, fc.integer({ min: 0, max: 30 }), anyTimeZone(), (first, count, timeZone) => {
        for (const [unit, add] of [
          ["month", addMonths],
          ["year", addYears],
        ] as const) {
          const anniversary = add(new TZDate(first, timeZone), count).getTime();
          const window = (epoch: number): number => windowOf("test", unit, timeZone, first, epoch);
          if (anniversary >= first) expect(window(anniversary + 3 * 3_600_000)).toBe(count);
          if (anniversary > first + DAY) expect(window(anniversary - 3 * 3_600_000)).toBe(count - 1);
        }
      }),
    );
  });
});
