import { describe, expect, it } from "vitest";
import { lookBackFrom, spanOf } from "../../src/time/lookBack.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe("what is looked back from", () => {
  it("has no end where it is left out", () => {
    expect(lookBackFrom("test", undefined)).toEqual({ end: Number.POSITIVE_INFINITY, asOf: null });
  });

  it("is the instant that is given, in whatever form, and shown as ISO 8601 in UTC", () => {
    const end = Date.UTC(2026, 2, 9, 10, 30);
    for (const asOf of [end, new Date(end), "2026-03-09T17:30:00+07:00"]) {
      expect(lookBackFrom("test", asOf)).toEqual({ end, asOf: "2026-03-09T10:30:00.000Z" });
    }
    expect(lookBackFrom("test", 0)).toEqual({ end: 0, asOf: "1970-01-01T00:00:00.000Z" });
  });

  it.each([null, "2026-03-09", Number.NaN])("is not %s", (asOf) => {
    expect(() => lookBackFrom("test", asOf as never)).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(/^test: asOf must be a valid Date, epoch milliseconds, or ISO 8601/),
        code: "invalid-instant",
        path: ["asOf"],
      }),
    );
  });
});

describe("how long something may take", () => {
  it.each([
    ["withinHours", 24, DAY],
    ["withinHours", 0.5, HOUR / 2],
    ["withinDays", 7, 7 * DAY],
    ["withinDays", 1.5, 36 * HOUR],
  ] as const)("%s %s", (name, length, milliseconds) => {
    expect(spanOf("test", name, length)).toBe(milliseconds);
  });

  it("is a whole number of milliseconds where its part of a day is one", () => {
    for (let hours = 1; hours < 24 * 30; hours++) {
      expect(spanOf("test", "withinDays", hours / 24)).toBe(hours * HOUR);
    }
  });

  it.each([
    [0, "0"],
    [-1, "-1"],
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "Infinity"],
    ["24", "a string"],
    [null, "null"],
  ])("is not %s", (length, got) => {
    for (const name of ["withinHours", "withinDays"] as const) {
      expect(() => spanOf("test", name, length as number)).toThrow(
        expect.objectContaining({
          name: "CxMetricsError",
          message: `test: ${name} must be a finite number above 0, got ${got}`,
          code: "invalid-argument",
          path: [name],
        }),
      );
    }
  });
});
