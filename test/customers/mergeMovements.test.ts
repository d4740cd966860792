import { describe, expect, it } from "vitest";
import { type CxMetricsErrorCode, type Movement, mergeMovements } from "../../src/index.ts";

const basic: Movement = {
  from: "2026-01-01T00:00:00.000Z",
  to: "2026-02-01T00:00:00.000Z",
  atStart: 80,
  acquired: 9,
  reactivated: 1,
  lost: 8,
  lostFromStart: 7,
  atEnd: 82,
};

describe("mergeMovements", () => {
  it("adds every count", () => {
    expect(mergeMovements([basic, basic, basic])).toEqual({
      ...basic,
      atStart: 240,
      acquired: 27,
      reactivated: 3,
      lost: 24,
      lostFromStart: 21,
      atEnd: 246,
    });
  });

  it("leaves out what a row of a table has besides", () => {
    expect(mergeMovements([{ ...basic, period: "2026-01", key: {} } as Movement])).toEqual(basic);
  });

  it("takes one instant written in two ways for the same", () => {
    const local = { ...basic, from: "2026-01-01T07:00:00+07:00" };
    expect(mergeMovements([basic, local]).from).toBe(basic.from);
  });

  it.each<[string, readonly unknown[], string, CxMetricsErrorCode?]>([
    ["no movements", [], "movements must be one movement or more, got none"],
    ["what is no movement", [basic, 3], "movements at index 1 must be a movement, got 3"],
    [
      "another start",
      [basic, { ...basic, from: "2025-12-01T00:00:00Z" }],
      "movements at index 1 must be over the period of the first, got another period",
    ],
    [
      "another end",
      [basic, { ...basic, to: "2026-03-01T00:00:00Z" }],
      "movements at index 1 must be over the period of the first, got another period",
    ],
    [
      "a count that is none",
      [{ ...basic, lost: 1.5 }],
      "movements at index 0.lost must be a whole number from 0 up, got 1.5",
      "invalid-count",
    ],
    [
      "counts that contradict each other",
      [basic, { ...basic, atEnd: 9 }],
      "movements at index 1.atEnd must be atStart + acquired + reactivated − lost (80 + 9 + 1 − 8), got 9",
      "impossible-counts",
    ],
    [
      "a period that cannot be read",
      [{ ...basic, to: "2026-02" }],
      "movements at index 0.to must be a valid Date, epoch milliseconds, or ISO 8601 with an offset (2026-03-09T10:30:00Z), got a string",
      "invalid-instant",
    ],
  ])("refuses %s", (_, movements, message, code = "invalid-argument") => {
    expect(() => mergeMovements(movements as Movement[])).toThrow(
      expect.objectContaining({
        name: "CxMetricsError",
        message: `mergeMovements: ${message}`,
        code,
        path: expect.arrayContaining(["movements"]),
      }),
    );
  });
});
