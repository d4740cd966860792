// Laws of the follow-up rate.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { followUpRate } from "../../src/index.ts";
import { anyLevel } from "../support/arbitraries.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

const HOUR = 3_600_000;

const records = fc.array(
  fc.record({
    respondentId: fc.constantFrom("a", "b", "__proto__", 1, "1", "", null),
    at: fc.option(
      fc.integer({ min: 0, max: 30 }).map((hour) => hour * HOUR),
      { freq: 8 },
    ),
  }),
  { maxLength: 20 },
);
const options = fc.record({
  withinHours: fc.integer({ min: 1, max: 12 }),
  asOf: fc.option(
    fc.integer({ min: 0, max: 40 }).map((hour) => hour * HOUR),
    { nil: undefined },
  ),
  level: anyLevel(),
});

describe("followUpRate", () => {
  it("counts the due responses for which some contact of theirs is in time, and accounts for all", () => {
    fc.assert(
      fc.property(records, records, options, (responses, contacts, how) => {
        const rate = followUpRate(responses, contacts, how);
        const [reach, end] = [how.withinHours * HOUR, how.asOf ?? Number.POSITIVE_INFINITY];
        const known = (all: typeof responses) =>
          all.flatMap(({ respondentId, at }) =>
            respondentId === null || respondentId === "" || at === null || at > end
              ? []
              : [{ respondentId, at }],
          );
        const due = known(responses).filter(({ at }) => at + reach <= end);
        const inTime = due.filter((response) =>
          known(contacts).some(
            (contact) =>
              contact.respondentId === response.respondentId &&
              contact.at >= response.at &&
              contact.at <= response.at + reach,
          ),
        );
        expect([rate.numerator, rate.denominator]).toEqual([inTime.length, due.length]);
        expect(rate.denominator + rate.open + rate.afterAsOf + rate.unmatchable).toBe(responses.length);
        expect(known(contacts).length + rate.contactsAfterAsOf + rate.unmatchableContacts).toBe(
          contacts.length,
        );
      }),
    );
  });

  it("does not fall with more contacts or, where all time has run out, with more hours", () => {
    fc.assert(
      fc.property(records, records, records, options, (responses, contacts, more, how) => {
        const before = followUpRate(responses, contacts, how);
        expect(followUpRate(responses, [...contacts, ...more], how).numerator).toBeGreaterThanOrEqual(
          before.numerator,
        );
        const ended = { withinHours: how.withinHours };
        const longer = { withinHours: how.withinHours + 1 };
        expect(followUpRate(responses, contacts, longer).numerator).toBeGreaterThanOrEqual(
          followUpRate(responses, contacts, ended).numerator,
        );
      }),
    );
  });

  it("leaves its input as it is, does not depend on order, agrees with itself and is plain JSON", () => {
    fc.assert(
      fc.property(records, records, options, (responses, contacts, how) => {
        const first = followUpRate(deepFreeze(responses), deepFreeze(contacts), deepFreeze(how));
        expectPlainJson(first);
        expect(followUpRate([...responses].reverse(), [...contacts].reverse().values(), how)).toStrictEqual(
          first,
        );
      }),
    );
  });
});
