// Contract of the follow-up rate.

import { describe, expect, it } from "vitest";
import { followUpRate } from "../../src/index.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

const at = (hour: number): string => new Date(Date.UTC(2026, 2, 2, hour)).toISOString();
const by = (respondentId: string | number, hour: number) => ({ respondentId, at: at(hour) });

describe("followUpRate", () => {
  it("is the share of responses followed up in time, with all that was left out", () => {
    const responses = deepFreeze([by("a", 0), by("b", 0), by("c", 0), by("d", 0)]);
    const contacts = deepFreeze([by("a", 5), by("b", 48), by("c", 49), by("e", 1)]);
    const rate = followUpRate(responses, contacts, { withinHours: 48 });
    expect(rate).toStrictEqual({
      rate: 0.5,
      numerator: 2,
      denominator: 4,
      interval: {
        low: expect.closeTo(0.150038989152, 12),
        high: expect.closeTo(0.849961010848, 12),
        level: 0.95,
        method: "wilson",
      },
      policy: "followed-up-within-hours",
      withinHours: 48,
      asOf: null,
      open: 0,
      afterAsOf: 0,
      unmatchable: 0,
      contactsAfterAsOf: 0,
      unmatchableContacts: 0,
    });
    expectPlainJson(rate);
  });

  const rateOf = (responses: number[], contacts: number[], withinHours: number) =>
    followUpRate(
      responses.map((hour) => by("a", hour)),
      contacts.map((hour) => by("a", hour)),
      { withinHours },
    ).numerator;

  it("counts from the response's own moment to the last one allowed", () => {
    expect([rateOf([10], [10], 1), rateOf([10], [11], 1), rateOf([10], [12], 1)]).toEqual([1, 1, 0]);
  });

  it("does not count a contact before the response", () => {
    expect(rateOf([10], [9], 24)).toBe(0);
    expect(rateOf([10], [15, 9, 2], 24)).toBe(1);
  });

  it("counts each response once, and one contact for each response that it follows in time", () => {
    expect(rateOf([10], [11, 12, 13], 24)).toBe(1);
    expect(rateOf([0, 10], [11], 24)).toBe(2);
    expect(rateOf([0, 10], [11], 5)).toBe(1);
  });

  it("knows fractions of hours to the millisecond", () => {
    const responses = [{ respondentId: "a", at: 0 }];
    const contacts = [{ respondentId: "a", at: 360_000 }];
    expect(followUpRate(responses, contacts, { withinHours: 0.1 }).numerator).toBe(1);
    expect(followUpRate(responses, contacts, { withinHours: 0.0999 }).numerator).toBe(0);
  });

  it("with asOf leaves out responses whose time has not run out, followed up already or not", () => {
    const responses = [by("a", 0), by("b", 1), by("c", 2), by("d", 30)];
    const contacts = [by("a", 24), by("c", 3), by("d", 31)];
    expect(followUpRate(responses, contacts, { withinHours: 24, asOf: at(25) })).toMatchObject({
      rate: 0.5,
      numerator: 1,
      denominator: 2,
      asOf: "2026-03-03T01:00:00.000Z",
      open: 1,
      afterAsOf: 1,
      contactsAfterAsOf: 1,
    });
  });

  it("leaves out and counts what cannot be matched, and does not match nobody with nobody", () => {
    const known = by("a", 0);
    const responses = [known, { at: at(0) }, { respondentId: "", at: at(0) }, { respondentId: "b" }, {}];
    const contacts = [{ at: at(1) }, { respondentId: " ", at: at(1) }, { respondentId: "a", at: null }];
    expect(followUpRate(responses, contacts, { withinHours: 24, asOf: at(99) })).toMatchObject({
      rate: 0,
      denominator: 1,
      unmatchable: 4,
      unmatchableContacts: 3,
    });
  });

  it("takes 1 and '1' for two people", () => {
    expect(followUpRate([by(1, 0)], [by("1", 1)], { withinHours: 24 }).numerator).toBe(0);
  });

  it("is null where no response is due", () => {
    expect(followUpRate([], [by("a", 1)], { withinHours: 24 })).toMatchObject({ rate: null, interval: null });
    const open = followUpRate([by("a", 0)], [], { withinHours: Number.MAX_VALUE, asOf: at(1) });
    expect(open).toMatchObject({ rate: null, open: 1 });
  });

  it("takes a level", () => {
    const rate = followUpRate([by("a", 0)], [], { withinHours: 24, level: 0.8 });
    expect(rate.interval?.level).toBe(0.8);
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, "24", undefined])(
    "refuses withinHours %s",
    (withinHours) => {
      expect(() => followUpRate([], [], { withinHours: withinHours as never })).toThrow(
        /^followUpRate: withinHours must be a finite number above 0, got /,
      );
    },
  );

  it("with asOf counts what came at that very moment", () => {
    const rate = followUpRate([by("a", 0), by("b", 24)], [by("a", 24)], { withinHours: 24, asOf: at(24) });
    expect(rate).toMatchObject({ numerator: 1, denominator: 1, open: 1, afterAsOf: 0, contactsAfterAsOf: 0 });
  });

  it("refuses what it cannot read, and says in which list", () => {
    const bad = [{ respondentId: "a", at: "2026-03-02" }];
    const good = { withinHours: 24 };
    expect(() => followUpRate(bad, [], good)).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(/^followUpRate: responses at index 0\.at must be a valid Date/),
        code: "invalid-instant",
        path: ["responses", 0, "at"],
      }),
    );
    expect(() => followUpRate([], bad, good)).toThrow(/^followUpRate: contacts at index 0\.at must be/);
    const third = [by("a", 0), by("a", 1), ...bad].values();
    expect(() => followUpRate(third, [], good)).toThrow(/^followUpRate: responses at index 2\.at must be/);
    const fourth = [by("a", 0), by("a", 1), by("b", 2), ...bad].values();
    expect(() => followUpRate([], fourth, good)).toThrow(/^followUpRate: contacts at index 3\.at must be/);
    expect(() => followUpRate([], [], { ...good, asOf: Number.NaN })).toThrow(/^followUpRate: asOf must be/);
    expect(() => followUpRate([], [], { ...good, level: 2 })).toThrow(/^followUpRate: level must be/);
    expect(() => followUpRate(5 as never, [], good)).toThrow(/^followUpRate: responses must be/);
    expect(() => followUpRate([], null as never, good)).toThrow(/^followUpRate: contacts must be/);
    expect(() => followUpRate([], [], { ...good, withinDays: 1 } as never)).toThrow(
      'followUpRate: options must be among withinHours, asOf, level, got "withinDays"',
    );
  });
});
