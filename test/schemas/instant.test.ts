import { describe, expect, it } from "vitest";
import { parseRows } from "../../src/index.ts";
import { instant } from "../../src/schemas/index.ts";

describe("the schema of an instant", () => {
  it.each([
    ["a Date", new Date(0)],
    ["epoch milliseconds", 1_773_052_200_000],
    ["text with the offset Z", "2026-03-09T10:30:00Z"],
    ["text with an offset", "2026-03-09T17:30:00.250+07:00"],
  ])("passes %s on as it is", (_, value) => {
    expect(instant.parse(value)).toBe(value);
  });

  it.each([
    ["a date without a time", "2026-03-09", "a string"],
    ["a time without an offset", "2026-03-09T10:30:00", "a string"],
    ["a day that does not exist", "2026-02-30T10:30:00Z", "a string"],
    ["an invalid Date", new Date(Number.NaN), "a Date"],
    ["NaN", Number.NaN, "NaN"],
    ["null", null, "null"],
    ["nothing", undefined, "undefined"],
    ["a list", [], "an array"],
  ])("refuses %s", (_, value, described) => {
    const result = instant.safeParse(value);
    expect(result.success).toBe(false);
    expect(result.error?.issues.map(({ path, message }) => ({ path, message }))).toEqual([
      {
        path: [],
        message: `must be a valid Date, epoch milliseconds, or ISO 8601 with an offset, got ${described}`,
      },
    ]);
  });

  it("reads rows that are instants", () => {
    expect(parseRows(instant, [0, "2026-03-09"]).rows).toEqual([0]);
  });
});
