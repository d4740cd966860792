import { describe, expect, it } from "vitest";
import { type Duration, type DurationsOptions, durations, type Tenure } from "../../src/index.ts";
import { deepFreeze } from "../support/plainJson.ts";

const DAY = 86_400_000;

/** The time of one stay. */
function timeOf(start: string, end: string, options: Partial<DurationsOptions> = {}): number {
  const tenures = [{ customerId: 1, startedAt: start, endedAt: end }];
  const [row] = durations(tenures, { asOf: end, unit: "month", ...options });
  return (row as Duration).time;
}

describe("durations", () => {
  const tenures: readonly Tenure[] = [
    { customerId: "ana", startedAt: "2026-01-01T00:00:00Z", endedAt: "2026-01-11T00:00:00Z" },
    { customerId: "budi", startedAt: "2026-01-01T12:00:00Z" },
    { customerId: "ana", startedAt: "2026-02-01T00:00:00Z", endedAt: "2026-03-10T00:00:00Z" },
    { customerId: "citra", startedAt: "2026-04-01T00:00:00Z" },
  ];
  const asOf = "2026-03-01T00:00:00Z";

  it("are of each customer's first stay, to its end or to asOf", () => {
    expect(durations(deepFreeze([...tenures]), { asOf, unit: "day" })).toEqual([
      { time: 10, observed: true },
      { time: 58.5, observed: false },
    ]);
  });

  it("are of each stay where that is asked for", () => {
    expect(durations(tenures, { asOf, unit: "day", stays: "each" })).toEqual([
      { time: 10, observed: true },
      { time: 28, observed: false },
      { time: 58.5, observed: false },
    ]);
  });

  it("are observed where the end is asOf, and 0 where the start is", () => {
    const at = [{ customerId: 1, startedAt: asOf, endedAt: asOf }];
    expect(durations(at, { asOf, unit: "year" })).toEqual([{ time: 0, observed: true }]);
    expect(durations([{ customerId: 1, startedAt: asOf }], { asOf, unit: "year" })).toEqual([
      { time: 0, observed: false },
    ]);
  });

  it("take stays that touch for one", () => {
    const renewed = [
      { customerId: 1, startedAt: 10 * DAY, endedAt: 20 * DAY },
      { customerId: 1, startedAt: 0, endedAt: 10 * DAY },
    ];
    expect(durations(renewed, { asOf, unit: "week" })).toEqual([{ time: 20 / 7, observed: true }]);
  });

  it("are none where there are no tenures", () => {
    expect(durations([], { asOf, unit: "day" })).toEqual([]);
  });
});

describe("a duration in months", () => {
  it("counts from the day of the start, or the last day of a shorter month", () => {
    expect(timeOf("2026-01-31T00:00:00Z", "2026-02-28T00:00:00Z")).toBe(1);
    expect(timeOf("2028-01-31T00:00:00Z", "2028-02-29T00:00:00Z")).toBe(1);
    expect(timeOf("2026-01-31T00:00:00Z", "2026-03-31T00:00:00Z")).toBe(2);
    expect(timeOf("2026-01-31T00:00:00Z", "2026-03-30T00:00:00Z")).toBe(1 + 30 / 31);
  });

  it("adds the part of the month under way", () => {
    expect(timeOf("2026-02-01T00:00:00Z", "2026-02-15T00:00:00Z")).toBe(0.5);
    expect(timeOf("2026-03-01T00:00:00Z", "2026-03-16T12:00:00Z")).toBe(0.5);
    expect(timeOf("2026-03-01T12:00:00Z", "2026-04-01T11:59:59.999Z")).toBeLessThan(1);
  });

  it("is a third of a quarter, and whole years are leap years too", () => {
    expect(timeOf("2026-01-31T00:00:00Z", "2026-04-30T00:00:00Z", { unit: "quarter" })).toBe(1);
    expect(timeOf("2024-02-29T00:00:00Z", "2025-02-28T00:00:00Z", { unit: "year" })).toBe(1);
    expect(timeOf("2024-02-29T00:00:00Z", "2028-02-29T00:00:00Z", { unit: "year" })).toBe(4);
    expect(timeOf("2023-07-01T00:00:00Z", "2023-12-30T12:00:00Z", { unit: "year" })).toBe(182.5 / 366);
  });

  it("is read in the zone", () => {
    // Midnight of 31 January and of 28 February in Jakarta.
    const zone = { timeZone: "Asia/Jakarta" };
    expect(timeOf("2026-01-30T17:00:00Z", "2026-02-27T17:00:00Z", zone)).toBe(1);
    expect(timeOf("2026-01-30T17:00:00Z", "2026-02-27T17:00:00Z")).toBeLessThan(1);
  });

  it("ends at the same local time, whatever clocks did, where days are 24 hours", () => {
    const zone = { timeZone: "America/New_York" };
    expect(timeOf("2026-03-01T05:00:00Z", "2026-04-01T04:00:00Z", zone)).toBe(1);
    expect(timeOf("2026-03-01T05:00:00Z", "2026-04-01T04:00:00Z", { ...zone, unit: "day" })).toBe(
      31 - 1 / 24,
    );
    // From the second of two equal local times on: 01:30 on 1 November 2026.
    expect(timeOf("2026-11-01T06:30:00Z", "2026-12-01T06:30:00Z", zone)).toBe(1);
    expect(timeOf("2026-11-01T06:30:00Z", "2026-11-01T06:30:00Z", zone)).toBe(0);
  });

  it("passes over a day that a zone skipped", () => {
    // Apia had no 30 December 2011: what is due then is due as the 31st begins.
    const zone = { timeZone: "Pacific/Apia" };
    expect(timeOf("2011-11-30T10:00:00Z", "2011-12-30T10:00:00Z", zone)).toBe(1);
  });

  it("is over although clocks went back over the end of the month", () => {
    // St John's, 1 November 2009: at 00:01 clocks went back to 23:01 of 31 October.
    const zone = { timeZone: "America/St_Johns" };
    expect(timeOf("2009-10-01T02:30:00Z", "2009-11-01T02:45:00Z", zone)).toBe(1 + 0.25 / 721);
  });
});

describe("durations refuse", () => {
  it.each([
    [{ asOf: "2026-01-01" }, "asOf", "invalid-instant"],
    [{ asOf: 8e15 }, "asOf", "invalid-instant"],
    [{ unit: "hour" }, "unit", "invalid-argument"],
    [{ unit: undefined }, "unit", "invalid-argument"],
    [{ timeZone: "Mars/Base" }, "timeZone", "invalid-argument"],
    [{ stays: "last" }, "stays", "invalid-argument"],
    [{ weekStartsOn: 1 }, "options", "invalid-argument"],
  ])("%j", (wrong, name, code) => {
    const options = { asOf: 0, unit: "day", ...wrong } as unknown as DurationsOptions;
    expect(() => durations([], options)).toThrow(expect.objectContaining({ code, path: [name] }));
  });

  it("a tenure that is wrong, by its index and field", () => {
    const wrong = [{ customerId: 1, startedAt: 5, endedAt: 4 }];
    expect(() => durations(wrong, { asOf: 9, unit: "day" })).toThrow(
      expect.objectContaining({ path: ["tenures", 0, "endedAt"] }),
    );
    expect(() => durations(5 as never, { asOf: 9, unit: "day" })).toThrow(
      "durations: tenures must be an array",
    );
  });

  it("a start before the year 1", () => {
    const ancient = [{ customerId: 1, startedAt: -8e15 }];
    expect(() => durations(ancient, { asOf: 0, unit: "month" })).toThrow(
      "durations: tenures must fall in the years 1 to 9999",
    );
  });
});
