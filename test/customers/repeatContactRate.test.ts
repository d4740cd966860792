// Contract of the repeat contact rate.

import { describe, expect, it } from "vitest";
import { repeatContactRate, type SupportCase } from "../../src/index.ts";
import { expectPlainJson } from "../support/plainJson.ts";

const day = (number: number): string => new Date(Date.UTC(2026, 2, number)).toISOString();

const by = (customerId: string | number | null, opened: number, topic?: string): SupportCase => ({
  customerId,
  openedAt: day(opened),
  topic,
});

describe("repeatContactRate", () => {
  it("is the share of cases that another followed in time, with all that was left out", () => {
    const cases = [by("ana", 1), by("ana", 8), by("ana", 16), by("budi", 4), by(null, 4), by("ana", 30)];
    const rate = repeatContactRate(cases, { withinDays: 7, asOf: day(20) });
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
      policy: "repeated-within-days",
      withinDays: 7,
      asOf: "2026-03-20T00:00:00.000Z",
      windowOpen: 1,
      unknown: 1,
      afterAsOf: 1,
    });
    expectPlainJson(rate);
  });

  const repeated = (...cases: SupportCase[]) => repeatContactRate(cases, { withinDays: 7 }).numerator;

  it("counts up to the last moment of the days, and each case once", () => {
    expect([repeated(by("a", 1), by("a", 8)), repeated(by("a", 1), by("a", 9))]).toEqual([1, 0]);
    expect(repeated(by("a", 1), by("a", 2), by("a", 3))).toBe(2);
  });

  it("does not depend on the order of the cases", () => {
    expect(repeated(by("a", 3), by("a", 1), by("a", 2))).toBe(2);
  });

  it("does not take cases of the same moment for repeats of each other", () => {
    expect(repeated(by("a", 1), by("a", 1))).toBe(0);
  });

  it("tells topics apart where both cases have one", () => {
    expect(repeated(by("a", 1, "x"), by("a", 2, "y"))).toBe(0);
    expect(repeated(by("a", 1, "x"), by("a", 2), by("a", 3, "y"))).toBe(2);
    expect(repeated(by("a", 1, "__proto__"), by("a", 2, "constructor"), by("a", 3, "__proto__"))).toBe(1);
  });

  it("tells customers apart", () => {
    expect(repeated(by(1, 1), by("1", 2), by("__proto__", 3), by(" ", 4), by(" ", 5))).toBe(0);
  });

  it("leaves out cases whose days have not run out, repeated already or not", () => {
    const cases = [by("a", 1), by("a", 2)];
    const how = { withinDays: 7, asOf: day(7) };
    expect(repeatContactRate(cases, how)).toMatchObject({ rate: null, windowOpen: 2 });
    expect(repeatContactRate(cases, { ...how, asOf: day(8) })).toMatchObject({ rate: 1, windowOpen: 1 });
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, "7", undefined])(
    "refuses withinDays %s",
    (withinDays) => {
      expect(() => repeatContactRate([], { withinDays: withinDays as never })).toThrow(
        /^repeatContactRate: withinDays must be a finite number above 0, got /,
      );
    },
  );

  it("refuses a customer that is none and mistyped options", () => {
    expect(() => repeatContactRate([by({} as never, 1)], { withinDays: 7 })).toThrow(
      "repeatContactRate: cases at index 0.customerId must be a string, a finite number or missing, got an object",
    );
    expect(() => repeatContactRate([], { withinDays: 7, level: 1 })).toThrow(
      "repeatContactRate: level must be",
    );
    expect(() => repeatContactRate([], { withinDays: 7, policy: "x" } as never)).toThrow(
      'repeatContactRate: options must be among withinDays, asOf, level, got "policy"',
    );
  });
});
