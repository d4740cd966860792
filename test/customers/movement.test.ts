import { describe, expect, it } from "vitest";
import { churnRate, type Movement, retentionRate } from "../../src/index.ts";

/** 10 at the start, of whom 2 left; 4 joined and 1 came back, and 1 of those left again. */
const MOVEMENT: Movement = {
  from: "2026-01-01T00:00:00.000Z",
  to: "2026-02-01T00:00:00.000Z",
  atStart: 10,
  acquired: 4,
  reactivated: 1,
  lost: 3,
  lostFromStart: 2,
  atEnd: 12,
};

/** Every function that reads movements. */
const READERS = [
  ["retentionRate", "retentionRate", (movement: Movement) => retentionRate(movement)],
  ["churnRate over start", "churnRate", (movement: Movement) => churnRate(movement)],
  [
    "churnRate over average",
    "churnRate",
    (movement: Movement) => churnRate(movement, { denominator: "average" }),
  ],
  [
    "churnRate over start-plus-acquired",
    "churnRate",
    (movement: Movement) => churnRate(movement, { denominator: "start-plus-acquired" }),
  ],
] as const;

describe.each(READERS)("%s takes a movement whose counts agree", (_, caller, read) => {
  it.each([
    ["of people who come and go", MOVEMENT],
    [
      "where nothing happened",
      { ...MOVEMENT, acquired: 0, reactivated: 0, lost: 0, lostFromStart: 0, atEnd: 10 },
    ],
    ["where all left", { ...MOVEMENT, lost: 15, lostFromStart: 10, atEnd: 0 }],
    ["where only joiners left", { ...MOVEMENT, lost: 5, lostFromStart: 0, atEnd: 10 }],
    ["where only those from the start left", { ...MOVEMENT, lost: 10, lostFromStart: 10, atEnd: 5 }],
    [
      "of nobody",
      { ...MOVEMENT, atStart: 0, acquired: 0, reactivated: 0, lost: 0, lostFromStart: 0, atEnd: 0 },
    ],
  ])("%s", (__, movement) => {
    expect(() => read(movement)).not.toThrow();
  });

  it.each([
    [
      "more at the end than the balance",
      { atEnd: 13 },
      "atEnd",
      "atEnd must be atStart + acquired + reactivated − lost (10 + 4 + 1 − 3), got 13",
    ],
    [
      "fewer at the end than the balance",
      { atEnd: 11 },
      "atEnd",
      "atEnd must be atStart + acquired + reactivated − lost (10 + 4 + 1 − 3), got 11",
    ],
    [
      "more lost than were ever there",
      { lost: 16, atEnd: 0 },
      "atEnd",
      "atEnd must be atStart + acquired + reactivated − lost (10 + 4 + 1 − 16), got 0",
    ],
    [
      "more lost from the start than lost",
      { lostFromStart: 4 },
      "lostFromStart",
      "lostFromStart must be at most lost (3) and atStart (10), got 4",
    ],
    [
      "more lost from the start than were there",
      { lost: 12, lostFromStart: 11, atEnd: 3 },
      "lostFromStart",
      "lostFromStart must be at most lost (12) and atStart (10), got 11",
    ],
    [
      "more joiners lost than joined",
      { lost: 8, lostFromStart: 2, atEnd: 7 },
      "lostFromStart",
      "lostFromStart must be at least lost − acquired − reactivated (3), got 2",
    ],
  ])("and refuses %s", (__, change, name, message) => {
    expect(() => read({ ...MOVEMENT, ...change })).toThrow(
      expect.objectContaining({
        name: "CxMetricsError",
        message: `${caller}: ${message}`,
        code: "impossible-counts",
        path: [name],
      }),
    );
  });

  it.each(["atStart", "acquired", "reactivated", "lost", "lostFromStart", "atEnd"] as const)(
    "and refuses a %s that is no count",
    (name) => {
      for (const [value, described] of [
        [-1, "-1"],
        [0.5, "0.5"],
        [Number.NaN, "NaN"],
        ["3", "a string"],
        [undefined, "undefined"],
        [null, "null"],
      ] as const) {
        expect(() => read({ ...MOVEMENT, [name]: value } as Movement)).toThrow(
          expect.objectContaining({
            message: `${caller}: ${name} must be a whole number from 0 up, got ${described}`,
            code: "invalid-count",
            path: [name],
          }),
        );
      }
    },
  );

  it.each([
    ["reactivated", { reactivated: 0 }, "lostFromStart"],
    ["from and reactivated", { from: MOVEMENT.from, reactivated: 0 }, "lostFromStart"],
    ["from", { from: MOVEMENT.from }, "reactivated"],
    ["lostFromStart", { lostFromStart: 2 }, "reactivated"],
  ])("and does not take counts with %s alone for plain ones", (__, mark, name) => {
    // Enough for every formula of plain counts.
    const counts = { atStart: 10, acquired: 4, lost: 3, atEnd: 11, ...mark };
    for (const lacking of [counts, { ...counts, lostFromStart: undefined }]) {
      expect(() => read(lacking as unknown as Movement)).toThrow(
        expect.objectContaining({
          name: "CxMetricsError",
          message: `${caller}: ${name} must be a whole number from 0 up, got undefined`,
          code: "invalid-count",
          path: [name],
        }),
      );
    }
  });

  it("and takes the same counts without those for plain ones", () => {
    expect(read({ atStart: 10, acquired: 4, lost: 3, atEnd: 11 } as Movement).denominator).toBeGreaterThan(0);
  });
});
