// Contract of first contact resolution.

import { describe, expect, it } from "vitest";
import { type FirstContactPolicy, firstContactResolution, type SupportCase } from "../../src/index.ts";
import { expectPlainJson } from "../support/plainJson.ts";

const day = (number: number): string => new Date(Date.UTC(2026, 2, number)).toISOString();

/** A case opened on one day and solved on another, or open. */
function caseOf(opened: number, solved: number | null, fields: Partial<SupportCase> = {}): SupportCase {
  return { openedAt: day(opened), firstSolvedAt: solved === null ? null : day(solved), ...fields };
}

describe('firstContactResolution by "resolved-in-first-contact"', () => {
  const policy = "resolved-in-first-contact";
  const cases = [
    caseOf(1, 2, { contacts: 1 }),
    caseOf(1, 2, { contacts: 2 }),
    caseOf(1, 2, { contacts: 1 }),
    caseOf(1, 9, { contacts: 1 }),
    caseOf(1, null, { contacts: 1 }),
    caseOf(1, 2),
    caseOf(9, 9, { contacts: 1 }),
  ];

  it("is the share of the solved cases with one contact, with all that was left out", () => {
    const rate = firstContactResolution(cases, { policy, asOf: day(5) });
    expect(rate).toStrictEqual({
      rate: 2 / 3,
      numerator: 2,
      denominator: 3,
      interval: {
        low: expect.closeTo(0.207659600802, 12),
        high: expect.closeTo(0.93850805528, 12),
        level: 0.95,
        method: "wilson",
      },
      policy,
      of: "solved",
      withinDays: null,
      asOf: "2026-03-05T00:00:00.000Z",
      open: 2,
      windowOpen: 0,
      unknown: 1,
      afterAsOf: 1,
    });
    expectPlainJson(rate);
  });

  it('out of "all", open cases count as not resolved', () => {
    const rate = firstContactResolution(cases, { policy, of: "all", asOf: day(5) });
    expect(rate).toMatchObject({
      numerator: 2,
      denominator: 5,
      of: "all",
      open: 0,
      unknown: 1,
      afterAsOf: 1,
    });
  });

  it("takes a case solved at asOf for solved", () => {
    const solvedAtEnd = [caseOf(1, 5, { contacts: 1 })];
    expect(firstContactResolution(solvedAtEnd, { policy, asOf: day(5) }).numerator).toBe(1);
  });

  it.each([0, -1, 1.5, "1", true])("refuses %s contacts", (contacts) => {
    expect(() => firstContactResolution([caseOf(1, 2, { contacts: contacts as never })], { policy })).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(/cases at index 0\.contacts must be a whole number from 1 up, got /),
        code: "invalid-count",
        path: ["cases", 0, "contacts"],
      }),
    );
  });
});

describe('firstContactResolution by "no-customer-reply"', () => {
  const policy = "no-customer-reply";

  it("is the share of the solved cases without another message of the customer", () => {
    const cases = [0, 1, 0, 2, null].map((customerReplies) => caseOf(1, 2, { customerReplies }));
    expect(firstContactResolution(cases, { policy })).toMatchObject({
      numerator: 2,
      denominator: 4,
      unknown: 1,
    });
  });

  it("refuses replies that are no count", () => {
    expect(() => firstContactResolution([caseOf(1, 2, { customerReplies: -1 })], { policy })).toThrow(
      "firstContactResolution: cases at index 0.customerReplies must be a whole number from 0 up, got -1",
    );
  });
});

describe('firstContactResolution by "no-repeat-contact"', () => {
  const policy = "no-repeat-contact";
  const ana = { customerId: "ana" };
  const judged = (cases: SupportCase[], asOf?: number) => {
    const how = { policy, withinDays: 7, asOf: asOf === undefined ? undefined : day(asOf) } as const;
    const { numerator, denominator, open, windowOpen, unknown } = firstContactResolution(cases, how);
    return [numerator, denominator, open, windowOpen, unknown];
  };

  it("counts a solved case that no other of the customer followed in time", () => {
    expect(judged([caseOf(1, 3, ana), caseOf(11, 11, ana)])).toEqual([2, 2, 0, 0, 0]);
    expect(judged([caseOf(1, 3, ana), caseOf(10, 10, ana)])).toEqual([1, 2, 0, 0, 0]);
    expect(judged([caseOf(1, 3, ana), caseOf(10, 10, { customerId: "budi" })])).toEqual([2, 2, 0, 0, 0]);
  });

  it("takes another case that was opened before the solution for a repeat", () => {
    expect(judged([caseOf(1, 6, ana), caseOf(2, null, ana)])).toEqual([0, 1, 1, 0, 0]);
  });

  it("tells topics apart where both cases have one", () => {
    const about = (topic: string | null) => ({ ...ana, topic });
    const followedBy = (first: string | null, second: string | null) =>
      judged([caseOf(1, 1, about(first)), caseOf(2, 2, about(second))])[0];
    expect(followedBy("invoice", "invoice")).toBe(1);
    expect(followedBy("invoice", "delivery")).toBe(2);
    expect([followedBy("invoice", null), followedBy(null, "invoice"), followedBy(" ", "invoice")]).toEqual([
      1, 1, 1,
    ]);
  });

  it("looks past a case about something else", () => {
    const topics = ["invoice", "delivery", "invoice"];
    const cases = topics.map((topic, i) => caseOf(i + 1, i + 1, { ...ana, topic }));
    expect(judged(cases)).toEqual([2, 3, 0, 0, 0]);
  });

  it("does not take cases of the same moment for repeats of each other", () => {
    expect(judged([caseOf(1, 1, ana), caseOf(1, 1, ana)])).toEqual([2, 2, 0, 0, 0]);
    expect(judged([caseOf(1, 1, ana), caseOf(1, 1, ana), caseOf(2, 2, ana)])).toEqual([1, 3, 0, 0, 0]);
  });

  it("leaves out cases whose days have not run out, repeated already or not", () => {
    expect(judged([caseOf(1, 3, ana), caseOf(4, 4, ana)], 9)).toEqual([0, 0, 0, 2, 0]);
    expect(judged([caseOf(1, 3, ana), caseOf(4, 4, ana)], 10)).toEqual([0, 1, 0, 1, 0]);
  });

  it("does not see repeats after asOf", () => {
    expect(judged([caseOf(1, 1, ana), caseOf(8, 8, ana)], 8)).toEqual([0, 1, 0, 1, 0]);
    expect(judged([caseOf(1, 1, ana), caseOf(9, 9, ana)], 8)).toEqual([1, 1, 0, 0, 0]);
  });

  it("leaves out solved cases of nobody, and never matches them with each other", () => {
    expect(judged([caseOf(1, 1), caseOf(2, 2, { customerId: " " }), caseOf(2, null)])).toEqual([
      0, 0, 1, 0, 2,
    ]);
  });

  it("takes 1 and '1' for two customers", () => {
    expect(judged([caseOf(1, 1, { customerId: 1 }), caseOf(2, 2, { customerId: "1" })])[0]).toBe(2);
  });

  it("says how many days a repeat could take", () => {
    expect(firstContactResolution([], { policy, withinDays: 0.5 }).withinDays).toBe(0.5);
  });

  it.each([undefined, 0, -1, Number.NaN, Number.POSITIVE_INFINITY, "7"])(
    "refuses withinDays %s",
    (withinDays) => {
      expect(() => firstContactResolution([], { policy, withinDays: withinDays as never })).toThrow(
        /^firstContactResolution: withinDays must be a finite number above 0, got /,
      );
    },
  );

  it("refuses a topic that is no text", () => {
    expect(() => judged([caseOf(1, 1, { ...ana, topic: 5 as never })])).toThrow(
      "firstContactResolution: cases at index 0.topic must be a string or missing, got 5",
    );
  });
});

describe("firstContactResolution", () => {
  it("is null over no cases", () => {
    const rate = firstContactResolution([caseOf(1, null)], { policy: "no-customer-reply" });
    expect(rate).toMatchObject({ rate: null, interval: null, denominator: 0, open: 1 });
  });

  it("refuses unknown choices, days without a window and mistyped options", () => {
    const policy = "no-customer-reply";
    const call = (options: object) => () =>
      firstContactResolution([], options as { policy: FirstContactPolicy });
    expect(call({})).toThrow(
      'policy must be "resolved-in-first-contact" or "no-customer-reply" or "no-repeat-contact", got undefined',
    );
    expect(call({ policy: "constructor" })).toThrow("firstContactResolution: policy must be");
    expect(call({ policy, of: "open" })).toThrow('of must be "solved" or "all", got a string');
    expect(call({ policy, withinDays: 7 })).toThrow(
      'firstContactResolution: withinDays must be absent with "no-customer-reply", got 7',
    );
    expect(call({ policy, level: 1 })).toThrow("firstContactResolution: level must be");
    expect(call({ policy, days: 7 })).toThrow(
      'options must be among policy, of, withinDays, asOf, level, got "days"',
    );
  });
});
