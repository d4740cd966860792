// Laws of the survey planner: whom it leaves alone, and that it can be run again.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  DEFAULT_SURVEY_POLICY,
  type SurveyEvent,
  type SurveyInvitation,
  type SurveyParty,
  type SurveyPolicyChanges,
  surveyQuestion,
  surveysDue,
} from "../../src/index.ts";
import { anyTimeZone, localDayByIntl } from "../support/dates.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

const DAY = 86_400_000;
const SURVEYS = ["exit", "ces", "csat", "follow-up", "nps"] as const;

/** Days and half days of a little over a year, so that many coincide. */
const START = Date.UTC(2026, 0, 1);
const anyMoment = fc.nat({ max: 800 }).map((half) => START + (half * DAY) / 2);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ arbitrary, weight: 4 }, fc.constantFrom(null, undefined));
const anyId = maybe(fc.constantFrom<(string | number)[]>("a", "b", "c", 1, "1"));
const anyFlag = fc.oneof(
  { arbitrary: fc.constant(true), weight: 4 },
  fc.constantFrom(false, null, undefined),
);

const anyEvent: fc.Arbitrary<SurveyEvent> = fc.record({
  kind: fc.constantFrom(
    ...(["purchase", "project-end", "service-interaction", "onboarding", "relationship-end"] as const),
    ...(["service-interaction", "purchase"] as const),
  ),
  at: anyMoment,
  eventId: anyId,
  requiredSolution: maybe(fc.boolean()),
  severity: maybe(fc.constantFrom("low", "normal", "high", "critical")),
});
const anyInvitation: fc.Arbitrary<SurveyInvitation> = fc.record({
  survey: fc.constantFrom(...SURVEYS),
  at: anyMoment,
  eventId: anyId,
  answered: maybe(fc.boolean()),
});

/** The events where none has the name of one before it. */
const namedOnce = (events: readonly SurveyEvent[]): readonly SurveyEvent[] =>
  events.map((event, i) =>
    events.slice(0, i).some(({ eventId }) => eventId === event.eventId) ? { ...event, eventId: null } : event,
  );

const anyParty = fc.record({
  consent: anyFlag,
  buys: anyFlag,
  uses: anyFlag,
  events: fc.array(anyEvent, { maxLength: 12 }).map(namedOnce),
  invitations: fc.oneof(
    { arbitrary: fc.array(anyInvitation, { maxLength: 6 }), weight: 8 },
    fc.constantFrom(null, undefined),
  ),
}) satisfies fc.Arbitrary<SurveyParty>;

const anyPolicy: fc.Arbitrary<SurveyPolicyChanges> = fc.record({
  quietDays: fc.constantFrom(undefined, 0.001, 1, 7, 45),
  quietDaysUnanswered: fc.constantFrom(undefined, 1, 90),
  maxPerQuarter: fc.constantFrom(undefined, 1, 3, 10),
  priority: fc.oneof(fc.constant(undefined), fc.shuffledSubarray([...SURVEYS], { minLength: 5 })),
  rules: fc.constantFrom(
    undefined,
    DEFAULT_SURVEY_POLICY.rules.map((rule) => ({ ...rule, expiresAfterDays: null })),
  ),
  recurring: fc.constantFrom(undefined, []),
});

const usual = { ...DEFAULT_SURVEY_POLICY };
const quietOf = (policy: SurveyPolicyChanges, { answered }: SurveyInvitation): number =>
  DAY *
  (answered === false
    ? (policy.quietDaysUnanswered ?? usual.quietDaysUnanswered)
    : (policy.quietDays ?? usual.quietDays));

describe("a plan", () => {
  it("asks for one survey at most, only with consent, in its time, outside every quiet period and below the cap", () => {
    let due = 0;
    fc.assert(
      fc.property(anyParty, anyMoment, anyPolicy, (party, asOf, policy) => {
        const plan = surveysDue(deepFreeze(party), { asOf, policy });
        expectPlainJson(plan);
        const now = plan.decisions.filter(({ status }) => status === "due");
        expect(now.length).toBeLessThanOrEqual(1);
        for (const { dueAt, expiresAt, heldUntil, reason } of now) {
          due++;
          expect(party.consent).toBe(true);
          expect([heldUntil, reason]).toEqual([null, "nothing-holds-it"]);
          expect(Date.parse(dueAt)).toBeLessThanOrEqual(asOf);
          expect(expiresAt === null || Date.parse(expiresAt) > asOf).toBe(true);
          const sent = (party.invitations ?? []).filter(({ at }) => (at as number) <= asOf);
          for (const one of sent)
            expect(asOf - (one.at as number)).toBeGreaterThanOrEqual(quietOf(policy, one));
          const lately = sent.filter(({ at }) => (at as number) > asOf - 90 * DAY);
          expect(lately.length).toBeLessThan(policy.maxPerQuarter ?? usual.maxPerQuarter);
        }
      }),
      { numRuns: 2000 },
    );
    expect(due).toBeGreaterThan(100);
  });

  it("has nothing more to ask at that moment once what is due was sent", () => {
    fc.assert(
      fc.property(anyParty, anyMoment, anyPolicy, anyFlag, (party, asOf, policy, answered) => {
        const due = surveysDue(party, { asOf, policy }).decisions.filter(({ status }) => status === "due");
        const sent = due.map(({ survey, eventId }) => ({ survey, eventId, at: asOf, answered }));
        const invitations = party.invitations && [...party.invitations, ...sent];
        const again = surveysDue({ ...party, invitations }, { asOf, policy });
        expect(again.decisions.filter(({ status }) => status === "due")).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it("is the same whatever the order of events and invitations", () => {
    const orders = anyParty.chain((party) =>
      fc.record({
        party: fc.constant(party),
        events: fc.shuffledSubarray([...party.events], { minLength: party.events.length }),
        invitations: party.invitations
          ? fc.shuffledSubarray([...party.invitations], { minLength: party.invitations.length })
          : fc.constant(party.invitations),
      }),
    );
    fc.assert(
      fc.property(orders, anyMoment, anyPolicy, ({ party, ...shuffled }, asOf, policy) => {
        expect(surveysDue({ ...party, ...shuffled }, { asOf, policy })).toEqual(
          surveysDue(party, { asOf, policy }),
        );
      }),
    );
  });

  it("knows nothing of what comes after its moment, and counts it", () => {
    fc.assert(
      fc.property(anyParty, anyMoment, anyPolicy, (party, asOf, policy) => {
        const soFar = <T extends { readonly at: unknown }>(list: readonly T[]) =>
          list.filter(({ at }) => (at as number) <= asOf);
        const events = soFar(party.events);
        const invitations = party.invitations && soFar(party.invitations);
        const plan = surveysDue(party, { asOf, policy });
        const later =
          party.events.length - events.length + (party.invitations?.length ?? 0) - (invitations?.length ?? 0);
        const known = surveysDue({ ...party, events, invitations }, { asOf, policy });
        expect(plan).toEqual({ ...known, afterAsOf: later });
        expect(known.afterAsOf).toBe(0);
      }),
    );
  });

  it("moves with time: shifted by any number of days, every date is", () => {
    fc.assert(
      fc.property(
        anyParty,
        anyMoment,
        anyPolicy,
        fc.integer({ min: -5000, max: 5000 }),
        (party, asOf, policy, days) => {
          const by = days * DAY;
          const shift = <T extends { readonly at: unknown }>(list: readonly T[]) =>
            list.map((item) => ({ ...item, at: (item.at as number) + by }));
          const shifted = surveysDue(
            {
              ...party,
              events: shift(party.events),
              invitations: party.invitations && shift(party.invitations),
            },
            { asOf: asOf + by, policy },
          );
          const later = <T extends string | null>(at: T): T | string =>
            at === null ? at : new Date(Date.parse(at) + by).toISOString();
          const plan = surveysDue(party, { asOf, policy });
          expect(shifted).toEqual({
            ...plan,
            asOf: later(plan.asOf),
            decisions: plan.decisions.map((decision) => ({
              ...decision,
              dueAt: later(decision.dueAt),
              expiresAt: later(decision.expiresAt),
              heldUntil: later(decision.heldUntil),
            })),
          });
        },
      ),
    );
  });

  it("is no longer held by the same reason when the date that it gives has come", () => {
    fc.assert(
      fc.property(anyParty, anyMoment, anyPolicy, (party, asOf, policy) => {
        const past = {
          ...party,
          events: party.events.filter(({ at }) => (at as number) <= asOf),
          invitations: party.invitations?.filter(({ at }) => (at as number) <= asOf),
        };
        for (const { survey, eventId, rule, heldUntil, dueAt, reason } of surveysDue(past, { asOf, policy })
          .decisions) {
          if (heldUntil === null || reason === "another-first") continue;
          const then = surveysDue(past, { asOf: heldUntil, policy }).decisions.find(
            (d) => d.survey === survey && d.eventId === eventId && d.rule === rule && d.dueAt === dueAt,
          );
          expect(["nothing-holds-it", "another-first"]).toContain(then?.reason);
        }
      }),
    );
  });

  it("counts every survey that the events call for once", () => {
    const policy = { recurring: [] };
    fc.assert(
      fc.property(anyParty, anyMoment, (party, asOf) => {
        const { decisions, asked, expired, closed } = surveysDue(party, { asOf, policy });
        const called = party.events
          .filter(({ at }) => (at as number) <= asOf)
          .map(({ kind, requiredSolution, severity }) => {
            const important = severity === "high" || severity === "critical";
            return kind === "service-interaction" && requiredSolution === true && important ? 2 : 1;
          });
        expect(decisions.length + asked + expired + closed).toBe(
          called.reduce<number>((sum, n) => sum + n, 0),
        );
      }),
    );
  });
});

describe("a year of plans, each day's invitation sent", () => {
  const sendFor = (party: SurveyParty, policy: SurveyPolicyChanges): SurveyInvitation[] => {
    const invitations: SurveyInvitation[] = [];
    for (let asOf = START; asOf < START + 400 * DAY; asOf += 3 * DAY) {
      const { decisions } = surveysDue({ ...party, invitations }, { asOf, policy });
      for (const { survey, eventId, status } of decisions) {
        if (status === "due") invitations.push({ survey, eventId, at: asOf });
      }
    }
    return invitations;
  };

  it("asks about no event twice in the same way, and never too often", () => {
    fc.assert(
      fc.property(anyParty, anyPolicy, (party, policy) => {
        const sent = sendFor(party, policy);
        const times = sent.map(({ at }) => at as number);
        const quiet = DAY * (policy.quietDays ?? usual.quietDays);
        const cap = policy.maxPerQuarter ?? usual.maxPerQuarter;
        times.forEach((at, i) => {
          const [previous, first] = [times[i - 1], times[i - cap]];
          if (previous !== undefined) expect(at - previous).toBeGreaterThanOrEqual(quiet);
          if (first !== undefined) expect(at - first).toBeGreaterThanOrEqual(90 * DAY);
        });
        const asked = sent
          .filter(({ eventId }) => eventId !== null)
          .map(({ survey, eventId }) => `${survey === "ces" ? "csat" : survey} ${typeof eventId} ${eventId}`);
        expect(new Set(asked).size).toBe(asked.length);
        if (party.consent !== true) expect(sent).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("keeps to the cap of every quarter of the calendar", () => {
    fc.assert(
      fc.property(anyParty, anyTimeZone(), fc.constantFrom(1, 2), (party, timeZone, maxPerQuarter) => {
        const policy = { quarter: "calendar", timeZone, maxPerQuarter, quietDays: 3 } as const;
        const perQuarter = new Map<string, number>();
        for (const { at } of sendFor({ ...party, consent: true, buys: true }, policy)) {
          const { year, month } = localDayByIntl(at as number, timeZone);
          const quarter = `${year}-${Math.ceil(month / 3)}`;
          perQuarter.set(quarter, (perQuarter.get(quarter) ?? 0) + 1);
        }
        for (const count of perQuarter.values()) expect(count).toBeLessThanOrEqual(maxPerQuarter);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a question", () => {
  it("holds the subject as it is and no brackets besides", () => {
    const anySubject = fc.string({ minLength: 1 }).filter((subject) => subject.trim() !== "");
    fc.assert(
      fc.property(
        fc.constantFrom(...SURVEYS),
        fc.constantFrom("en", "id"),
        anySubject,
        (survey, language, subject) => {
          const [before, after] = surveyQuestion(survey, language).question.split(/\[.*\]/);
          expect(surveyQuestion(survey, language, { subject }).question).toBe(`${before}${subject}${after}`);
        },
      ),
    );
  });
});
