// What all functions of support cases refuse and count alike.

import { describe, expect, it } from "vitest";
import {
  escalationRate,
  firstContactResolution,
  firstResponseTime,
  type Instant,
  repeatContactRate,
  resolutionTime,
  type SupportCase,
  selfServiceRate,
  slaAttainment,
} from "../../src/index.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

type Call = (
  cases: Iterable<SupportCase>,
  asOf?: Instant,
) => { readonly afterAsOf: number; readonly asOf: string | null };

const CALLS: readonly (readonly [name: string, call: Call])[] = [
  [
    "firstContactResolution",
    (cases, asOf) => firstContactResolution(cases, { policy: "resolved-in-first-contact", asOf }),
  ],
  [
    "firstContactResolution",
    (cases, asOf) => firstContactResolution(cases, { policy: "no-repeat-contact", withinDays: 7, asOf }),
  ],
  ["resolutionTime", (cases, asOf) => resolutionTime(cases, { asOf })],
  ["firstResponseTime", (cases, asOf) => firstResponseTime(cases, { asOf })],
  ["slaAttainment", (cases, asOf) => slaAttainment(cases, { target: "resolution", withinHours: 4, asOf })],
  ["escalationRate", (cases, asOf) => escalationRate(cases, { asOf })],
  ["selfServiceRate", (cases, asOf) => selfServiceRate(cases, { asOf })],
  ["repeatContactRate", (cases, asOf) => repeatContactRate(cases, { withinDays: 7, asOf })],
];

const opened = (hour: number): SupportCase => ({ openedAt: new Date(Date.UTC(2026, 2, 2, hour)) });

describe.each(CALLS)("%s, as all functions of support cases (%#)", (name, call) => {
  it("ignores and counts cases opened after asOf, and keeps those opened at it", () => {
    const result = call([opened(1), opened(2), opened(3)], "2026-03-02T02:00:00Z");
    expect([result.afterAsOf, result.asOf]).toEqual([1, "2026-03-02T02:00:00.000Z"]);
    expect(call([opened(1), opened(3)])).toMatchObject({ afterAsOf: 0, asOf: null });
  });

  it("takes any iterable, reads it once, and leaves it as it is", () => {
    const cases = deepFreeze([{ openedAt: 0 }, { openedAt: 1, caseId: 1 }, { openedAt: 1, caseId: "1" }]);
    expect(call(cases.values())).toStrictEqual(call(cases));
    expectPlainJson(call(cases));
  });

  it("is plain JSON over no cases", () => {
    expectPlainJson(call([]));
  });

  it("closes a generator where it throws", () => {
    let closed = false;
    function* cases(): Generator<SupportCase> {
      try {
        yield opened(1);
        yield {} as never;
      } finally {
        closed = true;
      }
    }
    expect(() => call(cases())).toThrow();
    expect(closed).toBe(true);
  });

  it.each([
    ["no list", 5, "cases must be an array or another iterable, got 5"],
    ["no case", [opened(1), null], "cases at index 1 must be an object, got null"],
    ["a text for a case", ["case"], "cases at index 0 must be an object, got a string"],
    ["a case never opened", [{}], /cases at index 0\.openedAt must be a valid Date/],
    ["a local time", [{ openedAt: "2026-03-02T09:00" }], /cases at index 0\.openedAt must be/],
    [
      "a caseId of another type",
      [{ openedAt: 0, caseId: {} }],
      "cases at index 0.caseId must be a string, a finite number or missing, got an object",
    ],
    [
      "a caseId given twice",
      [opened(1), { ...opened(2), caseId: "c1" }, { ...opened(3), caseId: "c1" }],
      "cases at index 2.caseId must be another than those before it, got one of them",
    ],
  ])("refuses %s", (_, cases, message) => {
    const text = typeof message === "string" ? `${name}: ${message}` : message;
    expect(() => call(cases as never)).toThrow(text);
  });

  it("refuses an asOf that is no moment", () => {
    expect(() => call([], "today")).toThrow(`${name}: asOf must be a valid Date`);
  });

  it("takes blank and missing caseIds for none", () => {
    const cases = [undefined, null, "", " ", "", null].map((caseId) => ({ openedAt: 0, caseId }));
    expect(() => call(cases)).not.toThrow();
  });
});

describe("instants and solutions that contradict each other are refused", () => {
  it.each([
    [
      "a solution before the opening",
      { openedAt: 5, firstSolvedAt: 4 },
      "resolutionTime: cases at index 0.firstSolvedAt must be openedAt or later, got an earlier instant",
    ],
    [
      "a last solution before the opening",
      { openedAt: 5, firstSolvedAt: 6, lastSolvedAt: 4 },
      "resolutionTime: cases at index 0.lastSolvedAt must be openedAt or later, got an earlier instant",
    ],
    [
      "a last solution before the first",
      { openedAt: 5, firstSolvedAt: 7, lastSolvedAt: 6 },
      "resolutionTime: cases at index 0.firstSolvedAt must be lastSolvedAt or earlier, got a later instant",
    ],
    [
      "a last solution without a first",
      { openedAt: 5, firstSolvedAt: null, lastSolvedAt: 6 },
      "resolutionTime: cases at index 0.firstSolvedAt must be known where lastSolvedAt is, got null",
    ],
  ])("%s", (_, record, message) => {
    expect(() => resolutionTime([record])).toThrow(
      expect.objectContaining({ message, code: "invalid-argument" }),
    );
  });

  it("an answer before the opening", () => {
    expect(() => firstResponseTime([{ openedAt: 5, firstResponseAt: 4 }])).toThrow(
      "firstResponseTime: cases at index 0.firstResponseAt must be openedAt or later, got an earlier instant",
    );
  });

  it("a promise that falls due before the opening", () => {
    expect(() => slaAttainment([{ openedAt: 5, responseDueAt: 4 }], { target: "first-response" })).toThrow(
      "slaAttainment: cases at index 0.responseDueAt must be openedAt or later, got an earlier instant",
    );
    expect(() => slaAttainment([{ openedAt: 5, resolutionDueAt: 4 }], { target: "resolution" })).toThrow(
      "slaAttainment: cases at index 0.resolutionDueAt must be openedAt or later, got an earlier instant",
    );
  });
});
