// Contract of SLA attainment.

import { describe, expect, it } from "vitest";
import { type SlaAttainmentOptions, slaAttainment } from "../../src/index.ts";
import { expectPlainJson } from "../support/plainJson.ts";

const at = (hour: number): string => new Date(Date.UTC(2026, 2, 2, hour)).toISOString();

describe("slaAttainment", () => {
  const answered = [
    { openedAt: at(0), firstResponseAt: at(4), responseDueAt: at(3) },
    { openedAt: at(0), firstResponseAt: at(5), responseDueAt: at(5) },
    { openedAt: at(0), responseDueAt: at(9) },
    { openedAt: at(8), firstResponseAt: at(8), responseDueAt: at(12) },
    { openedAt: at(8), firstResponseAt: at(9) },
    { openedAt: at(20) },
  ];

  it("is the share of answers up to the moment within hours, with all that was left out", () => {
    const rate = slaAttainment(answered, { target: "first-response", withinHours: 4, asOf: at(10) });
    expect(rate).toStrictEqual({
      rate: 1 / 3,
      numerator: 1,
      denominator: 3,
      interval: {
        low: expect.closeTo(0.06149194472, 12),
        high: expect.closeTo(0.792340399198, 12),
        level: 0.95,
        method: "wilson",
      },
      policy: "met-of-due",
      target: "first-response",
      until: null,
      withinHours: 4,
      asOf: "2026-03-02T10:00:00.000Z",
      missedOpen: 1,
      notYetDue: 2,
      unknown: 0,
      afterAsOf: 1,
    });
    expectPlainJson(rate);
  });

  it("reads each case's own due moment where no hours are given, and counts cases without one", () => {
    expect(slaAttainment(answered, { target: "first-response", asOf: at(10) })).toMatchObject({
      numerator: 1,
      denominator: 3,
      withinHours: null,
      missedOpen: 1,
      notYetDue: 1,
      unknown: 1,
      afterAsOf: 1,
    });
  });

  it("leaves out what is not due, met already or not, and keeps what is due at asOf", () => {
    const early = [{ openedAt: at(0), firstResponseAt: at(1) }];
    const due = (hour: number) =>
      slaAttainment(early, { target: "first-response", withinHours: 4, asOf: at(hour) }).denominator;
    expect([due(3), due(4)]).toEqual([0, 1]);
  });

  it("takes everything for due without asOf", () => {
    expect(slaAttainment(answered, { target: "first-response", withinHours: 4 })).toMatchObject({
      numerator: 3,
      denominator: 6,
      missedOpen: 2,
      notYetDue: 0,
      asOf: null,
    });
  });

  const solved = [
    { openedAt: at(0), firstSolvedAt: at(2), lastSolvedAt: at(9), resolutionDueAt: at(5) },
    { openedAt: at(0), firstSolvedAt: at(2), resolutionDueAt: at(5), responseDueAt: at(1) },
    { openedAt: at(0), firstSolvedAt: at(7), lastSolvedAt: at(7), resolutionDueAt: at(5) },
  ];

  it("of a resolution, the first solution keeps the promise, or the last where it is asked for", () => {
    expect(slaAttainment(solved, { target: "resolution" })).toMatchObject({
      numerator: 2,
      denominator: 3,
      until: "first-solved",
      missedOpen: 0,
    });
    expect(slaAttainment(solved, { target: "resolution", until: "last-solved" })).toMatchObject({
      numerator: 0,
      denominator: 3,
      until: "last-solved",
      missedOpen: 1,
    });
  });

  it("takes what happened after asOf for not happened", () => {
    expect(slaAttainment(solved, { target: "resolution", asOf: at(6) })).toMatchObject({
      numerator: 2,
      denominator: 3,
      missedOpen: 1,
    });
  });

  it("is null where nothing was due", () => {
    expect(slaAttainment([], { target: "resolution" })).toMatchObject({ rate: null, interval: null });
  });

  it.each<[string, object, string]>([
    ["no target", {}, 'target must be "first-response" or "resolution", got undefined'],
    [
      "no hours",
      { target: "resolution", withinHours: 0 },
      "withinHours must be a finite number above 0, got 0",
    ],
    ["an unknown end", { target: "resolution", until: "closed" }, "until must be"],
    [
      "a solution for an answer",
      { target: "first-response", until: "last-solved" },
      'until must be absent with "first-response", got a string',
    ],
    ["a level that is none", { target: "resolution", level: 2 }, "level must be"],
    [
      "a mistyped option",
      { target: "resolution", hours: 4 },
      'among target, withinHours, until, asOf, level, got "hours"',
    ],
  ])("refuses %s", (_, options, message) => {
    expect(() => slaAttainment([], options as SlaAttainmentOptions)).toThrow(
      expect.objectContaining({ message: expect.stringContaining(message), code: "invalid-argument" }),
    );
  });
});
