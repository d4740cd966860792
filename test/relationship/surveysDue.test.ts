import { describe, expect, it } from "vitest";
import {
  DEFAULT_SURVEY_POLICY,
  METRICS,
  type SurveyDecision,
  type SurveyEvent,
  type SurveyInvitation,
  type SurveyParty,
  type SurveyPolicyChanges,
  surveysDue,
  type Touchpoint,
} from "../../src/index.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

const DAY = 86_400_000;

/** Noon of a day of 2026, counted from 1 January as day 0. */
const day = (n: number): string => new Date(Date.UTC(2026, 0, 1, 12) + n * DAY).toISOString();

const NOBODY_ASKED = { consent: true, buys: true, uses: true, invitations: [] } as const;

function event(kind: SurveyEvent["kind"], at: number, more: Partial<SurveyEvent> = {}): SurveyEvent {
  return { kind, at: day(at), eventId: `${kind}-${at}`, ...more };
}

const problem = (at: number, more: Partial<SurveyEvent> = {}): SurveyEvent =>
  event("service-interaction", at, { requiredSolution: true, ...more });

function planOn(asOf: number, party: SurveyParty, policy?: SurveyPolicyChanges) {
  const plan = surveysDue(deepFreeze({ ...NOBODY_ASKED, ...party }), { asOf: day(asOf), policy });
  expectPlainJson(plan);
  return plan;
}

const inShort = ({ survey, eventId, status, reason }: SurveyDecision): string =>
  `${survey} ${eventId ?? "-"} ${status} ${reason}`;

/** The decisions about events, in short. */
function aboutEvents(asOf: number, party: SurveyParty, policy?: SurveyPolicyChanges): string[] {
  return planOn(asOf, party, { recurring: [], ...policy }).decisions.map(inShort);
}

describe("what each event calls for", () => {
  it.each([
    ["relationship-end", {}, ["exit"]],
    ["service-interaction", { requiredSolution: true }, ["ces"]],
    ["service-interaction", { requiredSolution: false }, ["csat"]],
    ["service-interaction", {}, ["csat"]],
    ["service-interaction", { requiredSolution: null, severity: null }, ["csat"]],
    ["service-interaction", { requiredSolution: true, severity: "normal" }, ["ces"]],
    ["service-interaction", { requiredSolution: true, severity: "high" }, ["ces", "follow-up"]],
    ["service-interaction", { requiredSolution: true, severity: "critical" }, ["ces", "follow-up"]],
    ["service-interaction", { severity: "critical" }, ["csat"]],
    ["purchase", {}, ["csat"]],
    ["project-end", {}, ["csat"]],
    ["onboarding", {}, ["csat"]],
  ] as const)("%s %j", (kind, more, surveys) => {
    const { decisions } = planOn(2, { events: [event(kind, 1, more)] }, { recurring: [] });
    expect(decisions.map(({ survey }) => survey)).toEqual(surveys);
    expect(decisions.map(({ status }) => status)).toEqual(surveys.map((_, i) => (i === 0 ? "due" : "held")));
  });

  it("is what the guides of the metrics say", () => {
    const touchpoint = (when: {
      readonly kind?: unknown;
      readonly requiredSolution?: unknown;
    }): Touchpoint => (when.requiredSolution === true ? "problem-handling" : (when.kind as Touchpoint));
    const asked = (metric: "csat" | "ces"): Touchpoint[] =>
      DEFAULT_SURVEY_POLICY.rules
        .filter(({ label, rule }) => label === metric && rule !== "onboarded")
        .map(({ when }) => touchpoint(when));
    expect(asked("ces")).toEqual(METRICS.ces.touchpoints);
    // What is asked after every interaction is asked after problems too; at intervals only where the caller says so.
    expect([...asked("csat"), "problem-handling", "periodic"].sort()).toEqual(
      [...METRICS.csat.touchpoints].sort(),
    );
    const [nps] = DEFAULT_SURVEY_POLICY.recurring;
    expect(nps?.label).toBe("nps");
    expect(nps?.everyDays).toBeGreaterThanOrEqual(90);
    expect(nps?.everyDays).toBeLessThanOrEqual(184);
    expect(METRICS["qualitative-feedback"].touchpoints).toContain("exit");
  });

  it("is frozen all the way down", () => {
    expect(() => {
      (DEFAULT_SURVEY_POLICY.rules[0] as { afterDays: number }).afterDays = 1;
    }).toThrow(TypeError);
    expect(() => (DEFAULT_SURVEY_POLICY.priority as string[]).pop()).toThrow(TypeError);
  });
});

describe("when a survey is due", () => {
  it("from its day on, and until it is too late", () => {
    const events = [problem(10)];
    const on = (hours: number) =>
      surveysDue(
        { ...NOBODY_ASKED, events },
        { asOf: Date.parse(day(10)) + hours * 3_600_000, policy: { recurring: [] } },
      );
    expect(on(-1 / 3600).decisions).toEqual([]);
    expect(on(0).decisions.map(({ status }) => status)).toEqual(["due"]);
    expect(on(14 * 24 - 0.001).decisions.map(({ status }) => status)).toEqual(["due"]);
    expect(on(14 * 24)).toMatchObject({ decisions: [], expired: 1 });
  });

  it("a follow-up a day later, and until then it says when", () => {
    const events = [problem(10, { severity: "high" })];
    const invitations = [] as const;
    const policy = { rules: DEFAULT_SURVEY_POLICY.rules.filter(({ label }) => label === "follow-up") };
    const [before] = planOn(10.5, { events, invitations }, { ...policy, recurring: [] }).decisions;
    expect(before).toEqual({
      survey: "follow-up",
      eventId: "service-interaction-10",
      rule: "important-problem-handled",
      status: "held",
      reason: "not-yet",
      dueAt: day(11),
      expiresAt: day(70),
      heldUntil: day(11),
    });
    expect(aboutEvents(11, { events }, policy)).toEqual([
      "follow-up service-interaction-10 due nothing-holds-it",
    ]);
  });

  it("recommendation a month after the first event, and then every 90 days", () => {
    const events = [event("purchase", 0), event("purchase", 20)];
    const nps = (asOf: number, invitations: readonly SurveyInvitation[]) =>
      planOn(asOf, { events, invitations }).decisions.find(({ survey }) => survey === "nps");
    expect(nps(25, [])).toMatchObject({
      status: "held",
      reason: "not-yet",
      heldUntil: day(30),
      expiresAt: null,
    });
    expect(planOn(51, { events }).decisions.map(inShort)).toEqual(["nps - due nothing-holds-it"]);
    const asked: SurveyInvitation[] = [{ survey: "nps", at: day(51) }];
    expect(nps(140, asked)).toMatchObject({ status: "held", dueAt: day(141), heldUntil: day(141) });
    expect(nps(141, asked)).toMatchObject({ status: "due", dueAt: day(141) });
    // Asked twice, in either order: the latest counts.
    const twice: SurveyInvitation[] = [{ survey: "nps", at: day(200) }, ...asked];
    expect(nps(201, twice)?.dueAt).toBe(day(290));
    expect(nps(201, [...twice].reverse())?.dueAt).toBe(day(290));
  });

  it("recommendation whatever else was asked in between", () => {
    const events = [event("purchase", 0)];
    const invitations = [{ survey: "csat", at: day(60) }] as const;
    expect(planOn(90, { events, invitations }).decisions[0]).toMatchObject({ status: "due", dueAt: day(30) });
  });

  it("satisfaction comes back at intervals where the policy says so", () => {
    const recurring = [
      { rule: "yearly", label: "csat", asks: "anyone", afterDays: 0, everyDays: 365 },
    ] as const;
    const party = { events: [event("service-interaction", 0, { eventId: null })] };
    expect(planOn(20, party, { recurring }).decisions.map(inShort)).toEqual(["csat - due nothing-holds-it"]);
  });

  it("nothing without events, known or not", () => {
    for (const events of [undefined, null, []]) {
      const invitations: SurveyInvitation[] = [{ survey: "nps", at: day(0) }];
      expect(planOn(100, { events, invitations }).decisions).toEqual([]);
    }
  });
});

describe("one experience is asked about once", () => {
  it("by effort in place of satisfaction, unless the priority says otherwise", () => {
    const party = { events: [problem(1)] };
    expect(aboutEvents(2, party)).toEqual(["ces service-interaction-1 due nothing-holds-it"]);
    const priority = ["csat", "ces", "exit", "nps", "follow-up"] as const;
    expect(aboutEvents(2, party, { priority })).toEqual(["csat service-interaction-1 due nothing-holds-it"]);
  });

  it.each(["ces", "csat"] as const)(
    "an invitation to %s settles it, whichever of the two is called for",
    (survey) => {
      for (const more of [{ requiredSolution: true }, { requiredSolution: false }]) {
        const events = [event("service-interaction", 1, more)];
        const invitations = [{ survey, at: day(1), eventId: "service-interaction-1" }];
        expect(planOn(2, { events, invitations }, { recurring: [] })).toMatchObject({
          decisions: [],
          asked: 1,
        });
      }
    },
  );

  it("an invitation settles the event that it names, and no other survey", () => {
    const events = [problem(1, { severity: "high" }), problem(2)];
    const invitations = [{ survey: "ces", at: day(3), eventId: "service-interaction-1" }] as const;
    expect(aboutEvents(4, { events, invitations })).toEqual([
      "ces service-interaction-2 held quiet-period",
      "follow-up service-interaction-1 held quiet-period",
    ]);
  });

  it("an invitation that names none settles everything before it, and nothing after", () => {
    const events = [problem(1), problem(2, { eventId: undefined }), problem(3)];
    const asked = (at: number) => {
      const invitations = [{ survey: "csat", at: day(at) }] as const;
      return planOn(5, { events, invitations }, { recurring: [] }).asked;
    };
    expect([0, 1, 2, 3].map(asked)).toEqual([0, 1, 2, 3]);
  });

  it("an event without a name is not what an invitation names", () => {
    const events = [problem(1, { eventId: null })];
    const invitations = [{ survey: "ces", at: day(1), eventId: "another" }] as const;
    expect(planOn(2, { events, invitations }).asked).toBe(0);
  });

  it("names are compared as they are: 7 is not the text 7, and −0 is 0", () => {
    const events = [problem(1, { eventId: 7 }), problem(2, { eventId: "7" }), problem(2, { eventId: -0 })];
    const invitations = [{ survey: "ces", at: day(2), eventId: "7" }] as const;
    expect(aboutEvents(3, { events, invitations })).toEqual([
      "ces 0 held quiet-period",
      "ces 7 held quiet-period",
    ]);
  });
});

describe("which is due of several", () => {
  const events = [
    event("purchase", 1),
    event("project-end", 3),
    problem(2, { severity: "high" }),
    problem(4, { eventId: "b" }),
    problem(4, { eventId: "a" }),
    problem(4, { eventId: null }),
    problem(4, { eventId: 5 }),
  ];

  it("by priority, then the latest, then by name", () => {
    expect(aboutEvents(5, { events })).toEqual([
      "ces 5 due nothing-holds-it",
      "ces a held another-first",
      "ces b held another-first",
      "ces - held another-first",
      "ces service-interaction-2 held another-first",
      "csat project-end-3 held another-first",
      "csat purchase-1 held another-first",
      "follow-up service-interaction-2 held another-first",
    ]);
  });

  it("by the rule's name where all else is equal", () => {
    const recurring = ["b", "a"].map((rule) => {
      return { rule, label: "nps", asks: "anyone", afterDays: 0, everyDays: 90 } as const;
    });
    const { decisions } = planOn(40, { events: [event("purchase", 1)] }, { recurring });
    expect(decisions.map(({ rule, status }) => `${rule} ${status}`)).toEqual(["a due", "b held"]);
  });

  it("the others wait for the quiet period after it, and not at all where it would be too late by then", () => {
    const { decisions } = planOn(5, { events }, { recurring: [] });
    expect(decisions.map(({ heldUntil }) => heldUntil)).toEqual([...Array(7).fill(null), day(35)]);
  });

  it("the others wait for the cap, where it would be reached", () => {
    const { decisions } = planOn(
      5,
      { events },
      { maxPerQuarter: 1, recurring: DEFAULT_SURVEY_POLICY.recurring },
    );
    expect(decisions.at(-1)).toMatchObject({ survey: "nps", reason: "not-yet", heldUntil: day(31) });
    const later = planOn(
      40,
      { events: [event("purchase", 1), event("project-end", 40)] },
      { maxPerQuarter: 1 },
    );
    expect(later.decisions.at(-1)).toMatchObject({ reason: "another-first", heldUntil: day(130) });
  });
});

describe("who is asked", () => {
  const bought = event("purchase", 1);
  const onboarded = event("onboarding", 1);

  it.each([
    [bought, { buys: true, uses: false }, "due nothing-holds-it"],
    [bought, { buys: false, uses: true }, "held wrong-role"],
    [onboarded, { buys: false, uses: true }, "due nothing-holds-it"],
    [onboarded, { buys: true, uses: false }, "held wrong-role"],
    [problem(1), { buys: false, uses: false }, "due nothing-holds-it"],
    [event("project-end", 1), { buys: null, uses: null }, "due nothing-holds-it"],
  ] as const)("the buyer about the purchase, the user about the use: %j of %j", (about, role, expected) => {
    const [decision = ""] = aboutEvents(2, { events: [about], ...role });
    expect(decision.split(" ").slice(2).join(" ")).toBe(expected);
  });

  it("a purchase shows that a party buys and an onboarding that it uses, unless it is known not to", () => {
    for (const [about, role] of [
      [bought, { buys: undefined, uses: false }],
      [onboarded, { buys: false, uses: null }],
    ] as const) {
      expect(aboutEvents(2, { events: [about], ...role })[0]).toContain(" due ");
    }
  });

  it("a purchase shows that a party buys, whatever else happened", () => {
    const party = { events: [bought, onboarded], buys: undefined, uses: undefined };
    expect(planOn(2, party, { recurring: [] }).decisions.map(({ reason }) => reason)).toEqual([
      "nothing-holds-it",
      "another-first",
    ]);
  });

  it("recommendation of who buys or uses; not known is not yes", () => {
    const reason = (buys: boolean | null, uses: boolean | null) =>
      planOn(60, { events: [problem(1)], buys, uses }).decisions[0]?.reason;
    expect(reason(true, null)).toBe("nothing-holds-it");
    expect(reason(null, true)).toBe("nothing-holds-it");
    expect(reason(false, false)).toBe("wrong-role");
    expect(reason(false, null)).toBe("role-unknown");
    expect(reason(null, false)).toBe("role-unknown");
    expect(reason(null, null)).toBe("role-unknown");
  });

  it("who holds no role keeps nobody from being asked something else", () => {
    expect(aboutEvents(2, { events: [bought, problem(0)], buys: false })).toEqual([
      "ces service-interaction-0 due nothing-holds-it",
      "csat purchase-1 held wrong-role",
    ]);
  });

  it.each([
    [false, "no-consent"],
    [undefined, "consent-unknown"],
    [null, "consent-unknown"],
  ])("nobody without consent: %s", (consent, reason) => {
    const { decisions } = planOn(40, { events: [bought, problem(39)], consent });
    expect(decisions.map((decision) => decision.reason)).toEqual([reason, reason]);
    expect(decisions.map(({ status, heldUntil }) => [status, heldUntil])).toEqual([
      ["held", null],
      ["held", null],
    ]);
  });

  it("nobody of whom it is not known what they were asked", () => {
    for (const invitations of [undefined, null]) {
      expect(aboutEvents(2, { events: [bought], invitations })).toEqual([
        "csat purchase-1 held invitations-unknown",
      ]);
    }
  });
});

describe("how often", () => {
  const events = [problem(100, { eventId: "case" })];
  const rules = DEFAULT_SURVEY_POLICY.rules.map((rule) => ({ ...rule, expiresAfterDays: null }));
  const decide = (
    asOf: number,
    sentOn: readonly number[],
    policy: SurveyPolicyChanges = {},
    answered = true,
  ) => {
    const invitations = sentOn.map((at) => ({ survey: "nps", at: day(at), answered }) as const);
    return planOn(asOf, { events, invitations }, { rules, recurring: [], ...policy }).decisions[0];
  };

  it("not in the quiet period: it ends with its last day", () => {
    expect(decide(109.9, [80])).toMatchObject({ reason: "quiet-period", heldUntil: day(110) });
    expect(decide(110, [80])?.status).toBe("due");
    expect(decide(103, [80], { quietDays: 23 })?.status).toBe("due");
  });

  it("not at all where the quiet period ends just when it is too late", () => {
    const heldUntil = (sentOn: number) => {
      const invitations = [{ survey: "nps", at: day(sentOn) }] as const;
      return planOn(105, { events, invitations }, { recurring: [] }).decisions[0]?.heldUntil;
    };
    expect([83, 84].map(heldUntil)).toEqual([day(113), null]);
  });

  it("less often after no answer; not known is not none", () => {
    expect(decide(139, [80], {}, false)).toMatchObject({ reason: "quiet-period", heldUntil: day(140) });
    expect(decide(140, [80], {}, false)?.status).toBe("due");
    const invitations = [{ survey: "nps", at: day(80), answered: null }] as const;
    expect(planOn(110, { events, invitations }, { recurring: [] }).decisions[0]?.status).toBe("due");
    expect(decide(110, [80], { quietDaysUnanswered: 30 }, false)?.status).toBe("due");
  });

  it("not beyond the cap of any 90 days", () => {
    expect(decide(105, [20, 60])).toMatchObject({ reason: "cap", heldUntil: day(110) });
    expect(decide(109.9, [60, 20])?.reason).toBe("cap");
    expect(decide(110, [20, 60])?.status).toBe("due");
    expect(decide(105, [20, 60], { maxPerQuarter: 3 })?.status).toBe("due");
    expect(decide(105, [1, 15, 60])?.status).toBe("due");
  });

  it("not beyond the cap of a quarter of the calendar, in its zone", () => {
    // Day 90 is 1 April.
    const policy = { quarter: "calendar", maxPerQuarter: 1, quietDays: 1 } as const;
    expect(decide(105, [90], policy)).toMatchObject({ reason: "cap", heldUntil: "2026-07-01T00:00:00.000Z" });
    expect(decide(105, [89], policy)?.status).toBe("due");
    expect(decide(181, [90], policy)?.status).toBe("due");
    // 31 March, 12:00 in UTC, is 1 April in Auckland.
    expect(decide(105, [89], { ...policy, timeZone: "Pacific/Auckland" })).toMatchObject({
      reason: "cap",
      heldUntil: "2026-06-30T12:00:00.000Z",
    });
  });

  it("a quarter that clocks went back to is over", () => {
    // In Phoenix, 1944 began at 06:00 in UTC, and a minute later clocks went back to 23:01 of the day before.
    const policy = {
      quarter: "calendar",
      maxPerQuarter: 1,
      timeZone: "America/Phoenix",
      quietDays: 0.001,
    } as const;
    const decideAt = (asOf: string, sentAt: string) => {
      const party = {
        ...NOBODY_ASKED,
        events: [{ kind: "service-interaction", at: "1943-12-30T00:00:00Z" }],
        invitations: [{ survey: "nps", at: sentAt }],
      } as const;
      return surveysDue(party, { asOf, policy: { ...policy, rules, recurring: [] } }).decisions[0];
    };
    expect(decideAt("1944-01-01T05:59:00Z", "1944-01-01T05:00:00Z")).toMatchObject({
      reason: "cap",
      heldUntil: "1944-01-01T06:00:00.000Z",
    });
    expect(decideAt("1944-01-01T06:30:00Z", "1944-01-01T05:00:00Z")?.status).toBe("due");
    expect(decideAt("1944-01-01T06:30:00Z", "1944-01-01T06:00:00Z")).toMatchObject({
      reason: "cap",
      heldUntil: "1944-04-01T07:00:00.000Z",
    });
  });

  it("names what holds it for longest, and until then", () => {
    expect(decide(100, [20, 60])).toMatchObject({ reason: "cap", heldUntil: day(110) });
    expect(decide(100, [20, 90])).toMatchObject({ reason: "quiet-period", heldUntil: day(120) });
    const later = rules.map((rule) => ({ ...rule, afterDays: 60 }));
    expect(decide(100, [20, 90], { rules: later })).toMatchObject({ reason: "not-yet", heldUntil: day(160) });
    const alike = rules.map((rule) => ({ ...rule, afterDays: 20 }));
    expect(decide(100, [20, 90], { rules: alike })).toMatchObject({ reason: "not-yet", heldUntil: day(120) });
  });
});

describe("who has left", () => {
  const left = event("relationship-end", 10);

  it("is asked why, and nothing else about the time before", () => {
    const events = [event("purchase", 1), problem(9, { severity: "high" }), left];
    const plan = planOn(12, { events });
    expect(plan.decisions.map(inShort)).toEqual(["exit relationship-end-10 due nothing-holds-it"]);
    expect(plan.closed).toBe(3);
  });

  it("is asked about a later call, and not for a recommendation", () => {
    const events = [event("purchase", 1), left, problem(60)];
    expect(planOn(61, { events }).decisions.map(inShort)).toEqual([
      "exit relationship-end-10 due nothing-holds-it",
      "ces service-interaction-60 held another-first",
    ]);
  });

  it.each(["purchase", "onboarding"] as const)("has come back with a later %s, and begins anew", (kind) => {
    const events = [event("purchase", 1), left, event(kind, 20)];
    const plan = planOn(30, { events });
    expect(plan.decisions.map(inShort)).toEqual([
      `csat ${kind}-20 due nothing-holds-it`,
      "nps - held not-yet",
    ]);
    expect(plan.decisions[1]?.dueAt).toBe(day(50));
    expect(plan.closed).toBe(2);
  });

  it("has not come back with a purchase at that very moment", () => {
    const events = [event("purchase", 10), left];
    expect(aboutEvents(12, { events })).toEqual(["exit relationship-end-10 due nothing-holds-it"]);
  });

  it("twice is asked about the second time", () => {
    const events = [left, event("purchase", 20), event("relationship-end", 30)];
    expect(aboutEvents(31, { events })).toEqual(["exit relationship-end-30 due nothing-holds-it"]);
  });
});

describe("what comes later", () => {
  it("is ignored and counted", () => {
    const events = [problem(1), problem(50), left(60)];
    const invitations = [
      { survey: "ces", at: day(2), eventId: "service-interaction-1" },
      { survey: "nps", at: day(20) },
    ] as const;
    const plan = planOn(1.5, { events, invitations });
    expect(plan.decisions[0]).toMatchObject({ survey: "ces", status: "due" });
    expect(plan.afterAsOf).toBe(4);
    expect(plan.asOf).toBe(day(1.5));
    expect(planOn(1.5, { events: null, invitations }).afterAsOf).toBe(2);
    expect(planOn(1.5, { events, invitations: null }).afterAsOf).toBe(2);
  });

  const left = (at: number) => event("relationship-end", at);
});

describe("at the edge of dates", () => {
  it("an event whose surveys would be due beyond them is refused, and no date is made up", () => {
    const events = [{ kind: "purchase", at: 8.64e15 } as const];
    expect(() => surveysDue({ events }, { asOf: 8.64e15 })).toThrow(
      "surveysDue: party.events at index 0.at must be so early that every survey is due within the range of dates, got a later one",
    );
    const at = 8.64e15 - 3650 * DAY;
    const plan = surveysDue(
      { ...NOBODY_ASKED, events: [problem(1), { kind: "relationship-end", at }] },
      {
        asOf: 8.64e15,
        policy: { rules: DEFAULT_SURVEY_POLICY.rules.map((r) => ({ ...r, expiresAfterDays: null })) },
      },
    );
    expectPlainJson(plan);
    expect(plan.decisions[0]?.status).toBe("due");
  });

  it("a quarter of the calendar is one of the years 1 to 9999", () => {
    expect(() => surveysDue({}, { asOf: 8.64e15, policy: { quarter: "calendar" } })).toThrow(
      "surveysDue: asOf must be in the years 1 to 9999 for quarters of the calendar, got a number of a million or more",
    );
  });
});

describe("at the bounds of what is asked for", () => {
  it("the days of the first and the last year of which a neighbour is beyond them have no quarter", () => {
    const at = (asOf: string) => () => surveysDue({}, { asOf, policy: { quarter: "calendar" } });
    for (const asOf of ["0001-01-01T12:00:00Z", "9999-12-31T12:00:00Z"]) {
      expect(at(asOf)).toThrow("surveysDue: asOf must be in the years 1 to 9999");
    }
    expect(at("0001-01-02T12:00:00Z")).not.toThrow();
    expect(at("9999-12-30T12:00:00Z")).not.toThrow();
  });

  it("the longest days and the highest cap are allowed", () => {
    const policy = { quietDays: 3650, quietDaysUnanswered: 0.001, maxPerQuarter: 1000 };
    expect(() => surveysDue({}, { asOf: 0, policy })).not.toThrow();
  });
});

describe("what is refused", () => {
  const asOf = day(1);
  const bad =
    (party: unknown): (() => unknown) =>
    () =>
      surveysDue(party as SurveyParty, { asOf });
  const badPolicy =
    (policy: unknown): (() => unknown) =>
    () =>
      surveysDue({}, { asOf, policy: policy as SurveyPolicyChanges });

  it.each([
    [null, "party must be an object, got null"],
    [{ consent: "yes" }, "party.consent must be true, false or missing, got a string"],
    [{ buys: 1 }, "party.buys must be true, false or missing, got 1"],
    [{ events: {} }, "party.events must be an array or missing, got an object"],
    [{ invitations: "none" }, "party.invitations must be an array or missing, got a string"],
    [{ events: [null] }, "party.events at index 0 must be an object, got null"],
    [{ events: [3] }, "party.events at index 0 must be an object, got 3"],
    [
      { events: [{ kind: "sale", at: 0 }] },
      /^surveysDue: party.events at index 0.kind must be "purchase" or /,
    ],
    [{ events: [{ kind: "purchase" }] }, /^surveysDue: party.events at index 0.at must be a valid Date/],
    [
      { events: [{ kind: "purchase", at: 0, eventId: true }] },
      "party.events at index 0.eventId must be a string, a finite number or missing, got true",
    ],
    [
      { events: [1, 2].map(() => ({ kind: "purchase", at: 0, eventId: "a" })) },
      "party.events at index 1.eventId must be another than those before it, got one of them",
    ],
    [
      { events: [{ kind: "purchase", at: 0, requiredSolution: 1 }] },
      "party.events at index 0.requiredSolution must be true, false or missing, got 1",
    ],
    [
      { events: [{ kind: "purchase", at: 0, severity: "" }] },
      'party.events at index 0.severity must be "low" or "normal" or "high" or "critical", got a string',
    ],
    [
      { invitations: [{ survey: "phone", at: 0 }] },
      'party.invitations at index 0.survey must be "exit" or "ces" or "csat" or "follow-up" or "nps", got a string',
    ],
    [
      { invitations: [{ survey: "nps", at: 0, answered: "yes" }] },
      "party.invitations at index 0.answered must be true, false or missing, got a string",
    ],
  ])("in a party: %j", (party, message) => {
    expect(bad(party)).toThrow(typeof message === "string" ? `surveysDue: ${message}` : message);
  });

  const [rule] = DEFAULT_SURVEY_POLICY.rules;
  const [recurring] = DEFAULT_SURVEY_POLICY.recurring;

  it.each([
    [{ quietDays: 0 }, "policy.quietDays must be a number of days from 0.001 to 3650, got 0"],
    [
      { quietDaysUnanswered: "x" },
      "policy.quietDaysUnanswered must be a number of days from 0.001 to 3650, got a string",
    ],
    [{ quietDays: "30" }, "policy.quietDays must be a number of days from 0.001 to 3650, got a string"],
    [{ quietDays: 3651 }, "policy.quietDays must be a number of days from 0.001 to 3650, got 3651"],
    [{ maxPerQuarter: 0 }, "policy.maxPerQuarter must be a whole number from 1 to 1000, got 0"],
    [{ maxPerQuarter: 1001 }, "policy.maxPerQuarter must be a whole number from 1 to 1000, got 1001"],
    [{ maxPerQuarter: 1.5 }, "policy.maxPerQuarter must be a whole number from 1 to 1000, got 1.5"],
    [{ quarter: "year" }, 'policy.quarter must be "rolling" or "calendar", got a string'],
    [{ timeZone: "Mars/Olympus" }, "timeZone must be"],
    [
      { priority: ["nps", "ces"] },
      "policy.priority must be an array of exit, ces, csat, follow-up, nps, each of them once, got something else",
    ],
    [
      { priority: ["exit", "ces", "csat", "follow-up", "nps", "nps"] },
      "policy.priority must be an array of exit, ces, csat, follow-up, nps, each of them once, got something else",
    ],
    [{ priority: "nps" }, "policy.priority must be an array of"],
    [{ priority: ["exit", "ces", "csat", "nps", "nps"] }, "policy.priority must be an array of"],
    [{ rules: [] }, "rules must be an array of objects, one at least, got an array"],
    [
      { rules: [{ ...rule, when: { mood: "bad" } }] },
      "rules at index 0.when must be conditions on kind, requiredSolution, severity, got a condition on something else",
    ],
    [
      { rules: [{ ...rule, asks: "all" }] },
      'rules at index 0.asks must be "buyer" or "user" or "buyer-or-user" or "anyone", got a string',
    ],
    [
      { rules: [{ ...rule, afterDays: -1 }] },
      "rules at index 0.afterDays must be a number of days from 0 to 3650, got -1",
    ],
    [
      { rules: [{ ...rule, expiresAfterDays: undefined }] },
      "rules at index 0.expiresAfterDays must be a number of days from 0 to 3650, got undefined",
    ],
    [
      { rules: [{ ...rule, expiresAfterDays: 0 }] },
      "rules at index 0.expiresAfterDays must be above afterDays, or null, got 0",
    ],
    [{ recurring: {} }, "recurring must be an array of objects, one at least, got an object"],
    [
      { recurring: [{ ...recurring, rule: " " }] },
      "recurring at index 0.rule must be a string that is not blank, got a string",
    ],
    [
      { recurring: [{ ...recurring, rule: 5 }] },
      "recurring at index 0.rule must be a string that is not blank, got 5",
    ],
    [{ recurring: [{ ...recurring, label: "x" }] }, "recurring at index 0.label must be"],
    [
      { recurring: [{ ...recurring, afterDays: -1 }] },
      "recurring at index 0.afterDays must be a number of days",
    ],
    [{ recurring: [{ ...recurring, asks: "x" }] }, "recurring at index 0.asks must be"],
    [
      { recurring: [{ ...recurring, everyDays: 0 }] },
      "recurring at index 0.everyDays must be a number of days from 0.001 to 3650, got 0",
    ],
    [
      { quietdays: 5 },
      'policy must be among quietDays, quietDaysUnanswered, maxPerQuarter, quarter, timeZone, priority, rules, recurring, got "quietdays"',
    ],
  ])("in a policy: %j", (policy, message) => {
    expect(badPolicy(policy)).toThrow(`surveysDue: ${message}`);
  });

  it("a moment that is none", () => {
    expect(() => surveysDue({}, { asOf: "today" })).toThrow("surveysDue: asOf must be a valid Date");
  });

  it("parts of a policy that are undefined are the usual ones", () => {
    const party = { ...NOBODY_ASKED, events: [problem(0)] };
    const unchanged = Object.fromEntries(Object.keys(DEFAULT_SURVEY_POLICY).map((part) => [part, undefined]));
    expect(surveysDue(party, { asOf, policy: unchanged })).toEqual(surveysDue(party, { asOf }));
    expect(surveysDue(party, { asOf, policy: DEFAULT_SURVEY_POLICY })).toEqual(surveysDue(party, { asOf }));
  });
});

it("fifty thousand events and invitations of one party are planned in one go", () => {
  const events = Array.from({ length: 50_000 }, (_, i) => {
    return { kind: "purchase", at: i * 1000, eventId: i } as const;
  });
  const invitations = events.slice(1).map(({ at, eventId }) => ({ survey: "csat", at, eventId }) as const);
  const plan = surveysDue({ consent: true, events, invitations }, { asOf: 50_000_000 });
  expect(plan).toMatchObject({ asked: 49_999, expired: 0, closed: 0 });
  expect(plan.decisions.map(({ eventId }) => eventId)).toEqual([0, null]);
});
