// Laws of the figures of support cases.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CaseRate,
  escalationRate,
  firstContactResolution,
  firstResponseTime,
  repeatContactRate,
  resolutionTime,
  type SupportCase,
  selfServiceRate,
  slaAttainment,
} from "../../src/index.ts";
import { anyLevel } from "../support/arbitraries.ts";
import { expectClose } from "../support/closeTo.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 4 });
const hours = (max: number): fc.Arbitrary<number> => fc.nat({ max }).map((hour) => hour * HOUR);

/** Cases whose instants agree, within a month. */
const anyCase = fc
  .record({
    openedAt: hours(700),
    customerId: maybe(fc.constantFrom("a", "b", "__proto__", 1, "1", "")),
    topic: maybe(fc.constantFrom("x", "y", "constructor", " ")),
    answered: maybe(hours(30)),
    solved: maybe(hours(200)),
    solvedAgain: maybe(hours(200)),
    due: maybe(hours(60)),
    contacts: maybe(fc.integer({ min: 1, max: 3 })),
    customerReplies: maybe(fc.nat({ max: 2 })),
    escalated: maybe(fc.boolean()),
    selfService: maybe(fc.boolean()),
  })
  .map(({ answered, solved, solvedAgain, due, ...record }) => {
    const after = (hour: number | null): number | null => (hour === null ? null : record.openedAt + hour);
    const lastSolved = solved === null || solvedAgain === null ? null : solved + solvedAgain;
    return {
      ...record,
      firstResponseAt: after(answered),
      firstSolvedAt: after(solved),
      lastSolvedAt: after(lastSolved),
      responseDueAt: after(due),
      resolutionDueAt: after(due),
    };
  });
const cases = fc.array(anyCase, { maxLength: 25 });
const asOf = fc.option(hours(900), { nil: undefined });
const withinDays = fc.constantFrom(0.5, 1, 7, 14);

/** What a look back at a moment may know: cases opened later, and everything that happened later, are struck out. */
function knownAt(all: readonly SupportCase[], end: number): SupportCase[] {
  const come = (instant: unknown) => (instant != null && Number(instant) <= end ? Number(instant) : null);
  return all
    .filter(({ openedAt }) => Number(openedAt) <= end)
    .map((record) => {
      return {
        ...record,
        firstResponseAt: come(record.firstResponseAt),
        firstSolvedAt: come(record.firstSolvedAt),
        lastSolvedAt: come(record.lastSolvedAt),
      };
    });
}

const sum = (...counts: number[]): number => counts.reduce((total, count) => total + count, 0);

describe("first contact resolution and the repeat contact rate", () => {
  const policies = fc.constantFrom("resolved-in-first-contact", "no-customer-reply", "no-repeat-contact");
  const choices = fc.record({
    policy: policies,
    of: fc.constantFrom("solved", "all"),
    asOf,
    level: anyLevel(),
  });
  const complete = ({ policy, ...rest }: { policy: string }, days: number) =>
    ({ ...rest, policy, ...(policy === "no-repeat-contact" ? { withinDays: days } : {}) }) as never;

  it("account for every case, and 'all' adds the open ones to the denominator alone", () => {
    fc.assert(
      fc.property(cases, choices, withinDays, (all, choice, days) => {
        const rate = firstContactResolution(all, complete(choice, days));
        const { denominator, open, windowOpen, unknown, afterAsOf } = rate;
        expect(sum(denominator, open, windowOpen, unknown, afterAsOf)).toBe(all.length);
        const solved = firstContactResolution(all, complete({ ...choice, of: "solved" } as never, days));
        const every = firstContactResolution(all, complete({ ...choice, of: "all" } as never, days));
        expect(every.numerator).toBe(solved.numerator);
        expect(every.denominator).toBe(solved.denominator + solved.open);
        const repeats = repeatContactRate(all, { withinDays: days, asOf: choice.asOf });
        expect(sum(repeats.denominator, repeats.windowOpen, repeats.unknown, repeats.afterAsOf)).toBe(
          all.length,
        );
      }),
    );
  });

  const sameThing = (a: SupportCase, b: SupportCase): boolean => {
    const topic = ({ topic: of }: SupportCase) => (of == null || of.trim() === "" ? null : of);
    const topics = [topic(a), topic(b)];
    return a.customerId === b.customerId && (topics.includes(null) || topics[0] === topics[1]);
  };
  const known = ({ customerId }: SupportCase) => customerId !== null && customerId !== "";

  it("find the repeats that comparing each case with each other finds", () => {
    fc.assert(
      fc.property(cases, asOf, withinDays, (all, moment, days) => {
        const end = moment ?? Number.POSITIVE_INFINITY;
        const seen = all.filter((record) => known(record) && record.openedAt <= end);
        const repeatedBy = (record: SupportCase, last: number): boolean =>
          seen.some(
            (b) => sameThing(record, b) && b.openedAt > Number(record.openedAt) && b.openedAt <= last,
          );
        const due = seen.filter(({ openedAt }) => openedAt + days * DAY <= end);
        const repeats = due.filter((record) => repeatedBy(record, record.openedAt + days * DAY));
        expect(repeatContactRate(all, { withinDays: days, asOf: moment })).toMatchObject({
          numerator: repeats.length,
          denominator: due.length,
        });
        const last = (record: SupportCase) => Number(record.firstSolvedAt) + days * DAY;
        const judged = seen.filter((record) => record.firstSolvedAt !== null && last(record) <= end);
        const policy = "no-repeat-contact";
        expect(firstContactResolution(all, { policy, withinDays: days, asOf: moment })).toMatchObject({
          numerator: judged.filter((record) => !repeatedBy(record, last(record))).length,
          denominator: judged.length,
        });
      }),
      { numRuns: 300 },
    );
  });

  it("of all cases, more days find more repeats, and fewer cases resolved in the first contact", () => {
    fc.assert(
      fc.property(cases, withinDays, (all, days) => {
        const more = days + 3;
        expect(repeatContactRate(all, { withinDays: more }).numerator).toBeGreaterThanOrEqual(
          repeatContactRate(all, { withinDays: days }).numerator,
        );
        const policy = "no-repeat-contact";
        expect(firstContactResolution(all, { policy, withinDays: more }).numerator).toBeLessThanOrEqual(
          firstContactResolution(all, { policy, withinDays: days }).numerator,
        );
      }),
    );
  });
});

describe("resolutionTime and firstResponseTime", () => {
  it("account for every case, and keep mean and quantiles within the range, in order", () => {
    fc.assert(
      fc.property(cases, asOf, fc.constantFrom("first-solved", "last-solved"), (all, moment, until) => {
        for (const time of [
          resolutionTime(all, { until, asOf: moment }),
          firstResponseTime(all, { asOf: moment }),
        ]) {
          expect(sum(time.n, time.open, time.afterAsOf)).toBe(all.length);
          const { min, median, p90, max, mean } = time;
          if (min === null || median === null || p90 === null || max === null || mean === null) {
            expect([time.n, min, median, p90, max, mean]).toEqual([0, null, null, null, null, null]);
            continue;
          }
          const ordered = [0, min, median, p90, max];
          expect(ordered).toEqual([...ordered].sort((a, b) => a - b));
          expect(mean).toBeGreaterThanOrEqual(min);
          expect(mean).toBeLessThanOrEqual(max);
        }
      }),
    );
  });

  it("take the last solution for no earlier than the first", () => {
    fc.assert(
      fc.property(cases, (all) => {
        const solved = all.filter(({ lastSolvedAt }) => lastSolvedAt !== null);
        const [first, last] = [resolutionTime(solved), resolutionTime(solved, { until: "last-solved" })];
        expect(last.n).toBe(first.n);
        expect(last.median ?? 0).toBeGreaterThanOrEqual(first.median ?? 0);
      }),
    );
  });

  it("twice as long is twice the figures", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 1e9 }), { minLength: 1, maxLength: 20 }), (durations) => {
        const timeOf = (factor: number) =>
          resolutionTime(durations.map((length) => ({ openedAt: 7, firstSolvedAt: 7 + factor * length })));
        const [once, twice] = [timeOf(1), timeOf(2)];
        for (const name of ["mean", "median", "p90", "min", "max"] as const) {
          expectClose(twice[name], 2 * (once[name] as number), 1e-14);
        }
      }),
    );
  });
});

describe("slaAttainment", () => {
  const choices = fc.record({
    target: fc.constantFrom("first-response" as const, "resolution" as const),
    withinHours: fc.option(fc.integer({ min: 1, max: 50 }), { nil: undefined }),
    asOf,
  });

  it("accounts for every case; those that are missed are late or open", () => {
    fc.assert(
      fc.property(cases, choices, (all, choice) => {
        const rate = slaAttainment(all, choice);
        expect(sum(rate.denominator, rate.notYetDue, rate.unknown, rate.afterAsOf)).toBe(all.length);
        expect(rate.numerator + rate.missedOpen).toBeLessThanOrEqual(rate.denominator);
        if (choice.withinHours !== undefined) expect(rate.unknown).toBe(0);
      }),
    );
  });

  it("gives hours for all the figures of due moments that far from each opening", () => {
    fc.assert(
      fc.property(cases, choices, fc.integer({ min: 1, max: 50 }), (all, choice, withinHours) => {
        const due = all.map((record) => {
          const dueAt = record.openedAt + withinHours * HOUR;
          return { ...record, responseDueAt: dueAt, resolutionDueAt: dueAt };
        });
        expect(slaAttainment(due, { ...choice, withinHours: undefined })).toEqual({
          ...slaAttainment(all, { ...choice, withinHours }),
          withinHours: null,
        });
      }),
    );
  });

  it("where everything is due, more hours are met no less", () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 50 }), (all, withinHours) => {
        const met = (within: number) =>
          slaAttainment(all, { target: "resolution", withinHours: within }).numerator;
        expect(met(withinHours + 1)).toBeGreaterThanOrEqual(met(withinHours));
      }),
    );
  });
});

describe("escalationRate and selfServiceRate", () => {
  it("account for every case, and the opposite flag has the rest of the rate", () => {
    fc.assert(
      fc.property(cases, asOf, (all, moment) => {
        const not = (flag: boolean | null) => (flag === null ? null : !flag);
        const opposite = all.map((record) => {
          return { ...record, escalated: not(record.escalated), selfService: not(record.selfService) };
        });
        for (const rateOf of [escalationRate, selfServiceRate]) {
          const [rate, rest] = [rateOf(all, { asOf: moment }), rateOf(opposite, { asOf: moment })];
          expect(sum(rate.denominator, rate.unknown, rate.afterAsOf)).toBe(all.length);
          expect(rate.numerator + rest.numerator).toBe(rate.denominator);
        }
      }),
    );
  });
});

describe("all figures of support cases", () => {
  /** Every figure, with what varies between calls of one and the same left as it is. */
  const figures = (all: Iterable<SupportCase>[], moment: number | undefined, days: number) => {
    const given = all.values();
    const next = () => given.next().value as Iterable<SupportCase>;
    return [
      firstContactResolution(next(), { policy: "resolved-in-first-contact", asOf: moment }),
      firstContactResolution(next(), { policy: "no-repeat-contact", withinDays: days, asOf: moment }),
      resolutionTime(next(), { asOf: moment }),
      resolutionTime(next(), { until: "last-solved", asOf: moment }),
      firstResponseTime(next(), { asOf: moment }),
      slaAttainment(next(), { target: "resolution", asOf: moment }),
      slaAttainment(next(), { target: "first-response", withinHours: 8, asOf: moment }),
      escalationRate(next(), { asOf: moment }),
      selfServiceRate(next(), { asOf: moment }),
      repeatContactRate(next(), { withinDays: days, asOf: moment }),
    ];
  };
  const times = <T>(make: () => T): T[] => Array.from({ length: 10 }, make);

  it("leave their input as it is, do not depend on order, agree with themselves and are plain JSON", () => {
    fc.assert(
      fc.property(cases, asOf, withinDays, (all, moment, days) => {
        const frozen = deepFreeze(all);
        const first = figures(
          times(() => frozen),
          moment,
          days,
        );
        expectPlainJson(first);
        expect(
          figures(
            times(() => [...all].reverse().values()),
            moment,
            days,
          ),
        ).toStrictEqual(first);
      }),
    );
  });

  it("are rates that are numerator ÷ denominator, within their intervals", () => {
    fc.assert(
      fc.property(cases, asOf, withinDays, (all, moment, days) => {
        const rates = figures(
          times(() => all),
          moment,
          days,
        ).filter((figure) => "rate" in figure) as CaseRate[];
        for (const { rate, numerator, denominator, interval } of rates) {
          expect(rate).toBe(denominator === 0 ? null : numerator / denominator);
          expect(numerator).toBeLessThanOrEqual(denominator);
          expect(interval === null).toBe(rate === null);
          if (rate === null || interval === null) continue;
          expect(interval.low).toBeLessThanOrEqual(rate);
          expect(interval.high).toBeGreaterThanOrEqual(rate);
        }
      }),
    );
  });

  it("know at a moment only what had happened by then", () => {
    fc.assert(
      fc.property(cases, hours(900), withinDays, (all, end, days) => {
        const told = figures(
          times(() => knownAt(all, end)),
          end,
          days,
        );
        const looked = figures(
          times(() => all),
          end,
          days,
        );
        const later = all.filter(({ openedAt }) => openedAt > end).length;
        expect(looked).toEqual(told.map((figure) => ({ ...figure, afterAsOf: later })));
      }),
    );
  });
});
