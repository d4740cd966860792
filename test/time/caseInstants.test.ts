import { describe, expect, it } from "vitest";
import { caseInstant, requireSolutions } from "../../src/time/caseInstants.ts";

const OPENED = Date.UTC(2026, 2, 9);
const PATH = ["cases", 3, "firstSolvedAt"];

describe("an instant of a case", () => {
  it("is its epoch milliseconds, in whatever form it is given", () => {
    for (const instant of [OPENED + 1, new Date(OPENED + 1), "2026-03-09T00:00:00.001Z"]) {
      expect(caseInstant("test", PATH, instant, OPENED)).toBe(OPENED + 1);
    }
  });

  it("may be that at which the case was opened", () => {
    expect(caseInstant("test", PATH, OPENED, OPENED)).toBe(OPENED);
    expect(caseInstant("test", PATH, 0, 0)).toBe(0);
  });

  it.each([null, undefined])("is null where it is %s", (instant) => {
    expect(caseInstant("test", PATH, instant, OPENED)).toBeNull();
  });

  it.each([
    [
      "before the case was opened",
      OPENED - 1,
      "invalid-argument",
      "openedAt or later, got an earlier instant",
    ],
    [
      "that is none",
      "2026-03-09",
      "invalid-instant",
      "a valid Date, epoch milliseconds, or ISO 8601 with an offset (2026-03-09T10:30:00Z), got a string",
    ],
  ])("cannot be one %s", (_, instant, code, requirement) => {
    expect(() => caseInstant("test", PATH, instant, OPENED)).toThrow(
      expect.objectContaining({
        name: "CxMetricsError",
        message: `test: cases at index 3.firstSolvedAt must be ${requirement}`,
        code,
        path: PATH,
      }),
    );
  });
});

describe("the solutions of a case", () => {
  it.each([
    ["none yet", null, null],
    ["a first whose last is not known", OPENED, null],
    ["one, which is the first and the last", OPENED, OPENED],
    ["a first and a later last", OPENED, OPENED + 1],
  ])("may be %s", (_, first, last) => {
    expect(() => requireSolutions("test", PATH, first, last)).not.toThrow();
  });

  it.each([
    ["a last without a first", null, "known where lastSolvedAt is, got null"],
    ["a first after the last", OPENED + 1, "lastSolvedAt or earlier, got a later instant"],
  ])("cannot be %s", (_, first, requirement) => {
    expect(() => requireSolutions("test", PATH, first, OPENED)).toThrow(
      expect.objectContaining({
        name: "CxMetricsError",
        message: `test: cases at index 3.firstSolvedAt must be ${requirement}`,
        code: "invalid-argument",
        path: PATH,
      }),
    );
  });
});
