import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PeriodUnit } from "../../src/index.ts";
import { elapsed } from "../../src/time/elapsed.ts";
import { windowOf } from "../../src/time/windowOf.ts";
import { anyEpoch, anyTimeZone } from "../support/dates.ts";

function elapsedOfText(unit: PeriodUnit, timeZone: string, start: string, end: string): number {
  return elapsed("test", timeZone, unit, Date.parse(start), Date.parse(end));
}

describe("the time from one instant to another", () => {
  it.each([
    ["day", "2026-03-01T00:00:00Z", "2026-03-02T12:00:00Z", 1.5],
    ["week", "2026-03-01T00:00:00Z", "2026-03-11T12:00:00Z", 1.5],
    ["month", "2026-01-01T00:00:00Z", "2026-01-16T12:00:00Z", 15.5 / 31],
    ["month", "2026-01-15T10:00:00Z", "2026-03-15T10:00:00Z", 2],
    ["month", "2026-01-15T10:00:00Z", "2026-03-15T09:59:59.999Z", 2 - 1 / (28 * 86_400_000)],
    ["month", "2026-01-15T10:00:00Z", "2026-02-22T10:00:00Z", 1 + 7 / 28],
    ["month", "2026-12-31T10:00:00Z", "2027-01-16T10:00:00Z", 16 / 31],
    ["quarter", "2026-01-01T00:00:00Z", "2026-02-15T00:00:00Z", 45 / 90],
    ["quarter", "2025-11-30T00:00:00Z", "2026-05-30T00:00:00Z", 2],
    ["year", "2026-01-01T00:00:00Z", "2028-07-02T00:00:00Z", 2 + 183 / 366],
  ] as const)("in units of a %s from %s to %s", (unit, start, end, time) => {
    expect(elapsedOfText(unit, "UTC", start, end)).toBeCloseTo(time, 12);
  });

  it.each(["day", "week", "month", "quarter", "year"] as const)("in units of a %s is 0 at once", (unit) => {
    for (const timeZone of ["UTC", "Asia/Jakarta", "America/New_York"]) {
      expect(elapsedOfText(unit, timeZone, "2026-01-31T23:30:00Z", "2026-01-31T23:30:00Z")).toBe(0);
    }
  });

  it("is reckoned by days of 24 hours, however long those of the zone are", () => {
    // New York's 8 March 2026 has 23 hours, and its 1 November 25.
    const zone = "America/New_York";
    expect(elapsedOfText("day", zone, "2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z")).toBe(23 / 24);
    expect(elapsedOfText("day", zone, "2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z")).toBe(25 / 24);
    expect(elapsedOfText("week", zone, "2026-11-01T04:00:00Z", "2026-11-08T05:00:00Z")).toBe(169 / 168);
  });

  it("is whole at an anniversary that its month does not have, and at the next that it has", () => {
    const since = "2026-01-31T12:00:00Z";
    expect(elapsedOfText("month", "UTC", since, "2026-02-28T12:00:00Z")).toBe(1);
    expect(elapsedOfText("month", "UTC", since, "2026-03-31T12:00:00Z")).toBe(2);
    expect(elapsedOfText("month", "UTC", since, "2026-03-15T12:00:00Z")).toBe(1 + 15 / 31);
    expect(elapsedOfText("year", "UTC", "2024-02-29T00:00:00Z", "2025-02-28T00:00:00Z")).toBe(1);
  });
});

describe("the months from one instant to another", () => {
  it("are those of the zone's calendar", () => {
    // In Jakarta from 1 to 29 March, in UTC from 28 February to 28 March.
    const [start, end] = ["2026-02-28T17:30:00Z", "2026-03-28T17:30:00Z"];
    expect(elapsedOfText("month", "Asia/Jakarta", start, end)).toBe(28 / 31);
    expect(elapsedOfText("month", "UTC", start, end)).toBe(1);
  });

  it("keep the time of day where clocks change", () => {
    const zone = "America/New_York";
    expect(elapsedOfText("month", zone, "2026-02-15T17:00:00Z", "2026-03-15T16:00:00Z")).toBe(1);
    expect(elapsedOfText("month", zone, "2026-10-15T16:00:00Z", "2026-11-15T17:00:00Z")).toBe(1);
    // The month from 15 October has 31 days and an hour.
    expect(elapsedOfText("month", zone, "2026-10-15T16:00:00Z", "2026-10-16T16:00:00Z")).toBe(24 / 745);
  });

  it("begin at the instant itself, also where its local time comes twice", () => {
    // 01:30 for the second time; the next is on 1 December.
    const [second, later] = ["2026-11-01T06:30:00Z", "2026-11-01T07:30:00Z"];
    expect(elapsedOfText("month", "America/New_York", second, later)).toBe(1 / 720);
  });

  it("are over where clocks go back from there into the month before", () => {
    // St John's: midnight is there at 02:30 UTC on 1 November 2009, and a minute later it is 23:01 on 31 October.
    const zone = "America/St_Johns";
    const [october, midnight] = ["2009-10-01T02:30:00Z", "2009-11-01T02:30:00Z"];
    expect(elapsedOfText("month", zone, october, midnight)).toBe(1);
    expect(elapsedOfText("month", zone, october, "2009-11-01T02:31:00Z")).toBeCloseTo(
      1 + 1 / (30 * 1440 + 60),
      12,
    );
    expect(elapsedOfText("month", zone, midnight, "2009-11-01T02:31:00Z")).toBeCloseTo(
      1 / (30 * 1440 + 60),
      12,
    );
  });

  it("are, without their fraction, the window that the later instant is in, in every zone", () => {
    const anyUnit = fc.constantFrom<PeriodUnit>("month", "quarter", "year");
    fc.assert(
      fc.property(anyEpoch(), anyEpoch(), anyUnit, anyTimeZone(), (a, b, unit, timeZone) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        expect(Math.floor(elapsed("test", timeZone, unit, start, end))).toBe(
          windowOf("test", unit, timeZone, start, end),
        );
      }),
    );
  });

  it("grow with the later instant", () => {
    const anyUnit = fc.constantFrom<PeriodUnit>("month", "quarter", "year");
    const anySteps = fc.tuple(fc.nat(5e9), fc.nat(5e9)).map(([one, more]) => [one, one + more] as const);
    fc.assert(
      fc.property(anyEpoch(), anySteps, anyUnit, anyTimeZone(), (start, [one, more], unit, timeZone) => {
        const until = (step: number): number => elapsed("test", timeZone, unit, start, start + step);
        expect(until(one)).toBeLessThanOrEqual(until(more));
      }),
    );
  });
});
