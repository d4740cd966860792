// Contract of resolution time and first response time.

import { describe, expect, it } from "vitest";
import { firstResponseTime, resolutionTime } from "../../src/index.ts";
import { expectPlainJson } from "../support/plainJson.ts";

const at = (hour: number): string => new Date(Date.UTC(2026, 2, 2, hour)).toISOString();

describe("resolutionTime", () => {
  const cases = [
    { openedAt: at(0), firstSolvedAt: at(4), lastSolvedAt: at(30) },
    { openedAt: at(1), firstSolvedAt: at(2), lastSolvedAt: at(2) },
    { openedAt: at(2), firstSolvedAt: at(12), lastSolvedAt: null },
    { openedAt: at(3) },
    { openedAt: at(50), firstSolvedAt: at(51), lastSolvedAt: at(51) },
  ];

  it("gives mean, median, 90th percentile and range of the hours to the first solution", () => {
    const time = resolutionTime(cases, { asOf: at(40) });
    expect(time).toStrictEqual({
      unit: "hours",
      n: 3,
      mean: 5,
      median: 4,
      p90: expect.closeTo(8.8, 12),
      min: 1,
      max: 10,
      open: 1,
      afterAsOf: 1,
      asOf: "2026-03-03T16:00:00.000Z",
      until: "first-solved",
    });
    expectPlainJson(time);
  });

  it("until last-solved, cases that are open again are open", () => {
    expect(resolutionTime(cases, { until: "last-solved" })).toMatchObject({
      n: 3,
      mean: (30 + 1 + 1) / 3,
      median: 1,
      max: 30,
      open: 2,
      until: "last-solved",
    });
  });

  it("takes what was solved after asOf for open, and what was solved at it for solved", () => {
    expect(resolutionTime(cases, { asOf: at(4) })).toMatchObject({ n: 2, mean: 2.5, open: 2, afterAsOf: 1 });
    expect(resolutionTime(cases, { until: "last-solved", asOf: at(29) })).toMatchObject({ n: 1, open: 3 });
  });

  it("never averages open cases in", () => {
    expect(resolutionTime([{ openedAt: 0 }, { openedAt: 0, firstSolvedAt: 7_200_000 }]).mean).toBe(2);
  });

  it("counts a case solved at once as 0 hours", () => {
    const time = resolutionTime([{ openedAt: 9, firstSolvedAt: 9 }]);
    expect([time.n, time.mean, time.median, time.p90, time.min, time.max]).toEqual([1, 0, 0, 0, 0, 0]);
    expectPlainJson(time);
  });

  it("is null over no solved cases", () => {
    const none = { n: 0, mean: null, median: null, p90: null, min: null, max: null };
    expect(resolutionTime([{ openedAt: 0 }])).toMatchObject({ ...none, open: 1 });
  });

  it("reads elapsed hours, also where a clock is put forward", () => {
    const night = { openedAt: "2026-03-28T23:00:00+01:00", firstSolvedAt: "2026-03-29T23:00:00+02:00" };
    expect(resolutionTime([night]).mean).toBe(23);
  });

  it("refuses an unknown end and mistyped options", () => {
    expect(() => resolutionTime([], { until: "closed" as never })).toThrow(
      'resolutionTime: until must be "first-solved" or "last-solved", got a string',
    );
    expect(() => resolutionTime([], { level: 0.9 } as never)).toThrow(
      'resolutionTime: options must be among until, asOf, got "level"',
    );
  });
});

describe("firstResponseTime", () => {
  const cases = [
    { openedAt: at(0), firstResponseAt: at(1) },
    { openedAt: at(0), firstResponseAt: at(6) },
    { openedAt: at(0), firstSolvedAt: at(1) },
  ];

  it("gives the hours to the first answer, and how many still wait for one", () => {
    const time = firstResponseTime(cases);
    expect(time).toMatchObject({ unit: "hours", n: 2, mean: 3.5, median: 3.5, min: 1, max: 6, open: 1 });
    expectPlainJson(time);
    expect(firstResponseTime(cases, { asOf: at(5) })).toMatchObject({ n: 1, mean: 1, open: 2 });
  });

  it("refuses mistyped options", () => {
    expect(() => firstResponseTime([], { until: "last-solved" } as never)).toThrow(
      'firstResponseTime: options must be among asOf, got "until"',
    );
  });
});
