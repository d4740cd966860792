// Contract of service, care and escalation: every row of the source's table, and its worked case.

import { describe, expect, it } from "vitest";
import * as cxMetrics from "../../src/index.ts";
import {
  CARE_MANNER_RULES,
  CARE_STEPS,
  type CareCase,
  type CarePlan,
  carePlan,
  classifySupport,
  ESCALATION_RULES,
  escalationFor,
  SUPPORT_GUIDES,
  SUPPORT_RULES,
  type SupportLabel,
} from "../../src/index.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

/** The prose of the source, typed in apart from the code: criterion, what is service, what is care. */
const TABLE = [
  ["initiatedBy", ["party"], ["provider"]],
  ["trigger", ["request", "problem"], ["follow-up", "occasion"]],
  ["aim", ["resolve"], ["build-loyalty"]],
  ["horizon", ["single"], ["continuing"]],
  ["tone", ["functional"], ["personal"]],
  ["solution", ["quick-fix"], ["deep"]],
  ["tool", ["desk", "chatbot"], ["analytics", "crm"]],
] as const;

const cells: readonly (readonly [string, string, SupportLabel])[] = TABLE.flatMap(
  ([criterion, service, care]) => [
    ...service.map((observed) => [criterion, observed, "customer-service"] as const),
    ...care.map((observed) => [criterion, observed, "customer-care"] as const),
  ],
);

/** The criteria that the source's summary table has the other way round. */
const SWAPPED = ["aim", "initiatedBy", "tone"];

describe("classifySupport", () => {
  it.each(cells)("takes %s %s for a vote for %s", (criterion, observed, label) => {
    const result = classifySupport({ [criterion]: observed });
    expect(result).toStrictEqual({
      label,
      confidence: 1 / 7,
      coverage: 1 / 7,
      votes: [{ criterion, observed, supports: label, weight: 1 }],
    });
  });

  it("knows the table's rows and no others", () => {
    const rows = SUPPORT_RULES.map(({ criterion, observed, supports }) => [criterion, observed, supports]);
    expect(rows).toStrictEqual(cells);
  });

  it.each(cells)(
    "by the summary table reads %s %s as it does, next to %s in the prose",
    (criterion, observed, label) => {
      const other = label === "customer-service" ? "customer-care" : "customer-service";
      const result = classifySupport({ [criterion]: observed }, { convention: "summary-table" });
      expect(result.label).toBe(SWAPPED.includes(criterion) ? other : label);
      expect(classifySupport({ [criterion]: observed }, { convention: "prose" }).label).toBe(label);
    },
  );

  it("sees service in the refund and care in what follows it", () => {
    const refund = {
      initiatedBy: "party",
      trigger: "problem",
      aim: "resolve",
      solution: "quick-fix",
    } as const;
    expect(classifySupport(refund)).toMatchObject({ label: "customer-service", confidence: 4 / 7 });
    const voucher = { initiatedBy: "provider", trigger: "follow-up", tone: "personal", tool: "crm" } as const;
    expect(classifySupport(voucher)).toMatchObject({ label: "customer-care", confidence: 4 / 7 });
    expect(classifySupport({ ...refund, trigger: null }, {}).coverage).toBe(3 / 7);
  });

  it("is undetermined without evidence and at a tie", () => {
    expect(classifySupport({})).toStrictEqual({
      label: "undetermined",
      confidence: 0,
      coverage: 0,
      votes: [],
    });
    expect(classifySupport({ tone: "personal", tool: "desk" })).toMatchObject({
      label: "undetermined",
      confidence: 0,
    });
  });

  it("takes names and rules, and refuses what is wrong", () => {
    const labels = { "customer-care": "kepedulian" };
    const result = classifySupport({ tone: "personal" }, { labels });
    expect([result.label, result.votes[0]?.supports]).toEqual(["kepedulian", "kepedulian"]);
    const rules = [
      { criterion: "tone", observed: "personal", supports: "customer-service", weight: 2 },
    ] as const;
    expect(classifySupport({ tone: "personal" }, { rules })).toMatchObject({
      label: "customer-service",
      confidence: 1,
    });
    const heaviest = rules.map((rule) => ({ ...rule, weight: 1_000_000 }));
    expect(classifySupport({ tone: "personal" }, { rules: heaviest }).confidence).toBe(1);
    const wrong = (interaction: unknown, options: unknown) => () =>
      classifySupport(interaction as never, options as never);
    expect(wrong({ tone: "cold" }, {})).toThrow(
      'classifySupport: interaction.tone must be "functional" or "personal", got a string',
    );
    expect(wrong({}, { convention: "table" })).toThrow(
      'classifySupport: convention must be "prose" or "summary-table", got a string',
    );
    expect(wrong({}, { rules: [{ ...rules[0], observed: "desk" }] })).toThrow(
      'classifySupport: rules at index 0.observed must be "functional" or "personal", got a string',
    );
  });
});

describe("SUPPORT_GUIDES", () => {
  it("names service and care in the words of Indonesian practice", () => {
    expect(SUPPORT_GUIDES["customer-service"]).toMatchObject({
      name: { id: "layanan pelanggan" },
      duration: { id: "singkat, waktu nyata" },
      solution: { id: "solusi cepat" },
    });
    expect(SUPPORT_GUIDES["customer-care"].name.id).toBe("kepedulian terhadap pelanggan");
  });

  it("judges service by resolution and care by the relationship, with functions that exist", () => {
    expect(SUPPORT_GUIDES["customer-service"].measures).toEqual(["resolutionTime", "firstContactResolution"]);
    expect(SUPPORT_GUIDES["customer-care"].measures).toEqual(["nps", "customerLifetimeValue"]);
    for (const { measures } of Object.values(SUPPORT_GUIDES)) {
      for (const name of measures)
        expect(Object.entries(cxMetrics).find(([key]) => key === name)?.[1]).toBeTypeOf("function");
    }
    expectPlainJson(SUPPORT_GUIDES);
  });
});

const OPENED = "2026-03-02T09:00:00Z";
const SOLVED = "2026-03-02T15:00:00Z";
const WEEK_LATER = "2026-03-09T15:00:00Z";

const open: CareCase = deepFreeze({ openedAt: OPENED });
const solved: CareCase = deepFreeze({ openedAt: OPENED, firstSolvedAt: SOLVED, lastSolvedAt: SOLVED });

describe("escalationFor", () => {
  const cases: readonly (readonly [string, CareCase, string, string])[] = [
    ["passed-on-already", { ...open, escalated: true, severity: "critical" }, WEEK_LATER, "escalated"],
    ["solution-refused", { ...solved, satisfied: false }, WEEK_LATER, "escalate"],
    ["solution-refused", { ...solved, satisfied: false, escalated: true }, WEEK_LATER, "escalate"],
    ["solved", { ...solved, severity: "critical", contacts: 9 }, WEEK_LATER, "none"],
    ["solved", { ...solved, resolutionDueAt: OPENED, responseDueAt: OPENED }, WEEK_LATER, "none"],
    ["critical", { ...open, severity: "critical" }, WEEK_LATER, "escalate"],
    ["resolution-overdue", { ...open, resolutionDueAt: SOLVED }, WEEK_LATER, "escalate"],
    ["response-overdue", { ...open, responseDueAt: SOLVED }, WEEK_LATER, "escalate"],
    [
      "response-overdue",
      { ...open, responseDueAt: SOLVED, firstResponseAt: "2026-04-01T00:00:00Z" },
      WEEK_LATER,
      "escalate",
    ],
    ["solution-failed", { ...open, firstSolvedAt: SOLVED }, WEEK_LATER, "escalate"],
    ["solution-failed", { ...solved, lastSolvedAt: "2026-04-01T00:00:00Z" }, WEEK_LATER, "escalate"],
    ["third-contact", { ...open, contacts: 3 }, WEEK_LATER, "escalate"],
    ["matters-much", { ...open, severity: "high" }, WEEK_LATER, "watch"],
    ["second-contact", { ...open, contacts: 2 }, WEEK_LATER, "watch"],
    ["asked-again", { ...open, customerReplies: 2 }, WEEK_LATER, "watch"],
    ["no-cause-known", open, WEEK_LATER, "none"],
    ["no-cause-known", { ...solved, satisfied: false }, "2026-03-02T10:00:00Z", "none"],
    ["no-cause-known", { ...open, responseDueAt: SOLVED, firstResponseAt: WEEK_LATER }, WEEK_LATER, "none"],
    ["no-cause-known", { ...open, resolutionDueAt: SOLVED }, SOLVED, "none"],
    [
      "no-cause-known",
      { ...open, contacts: 1, customerReplies: 1, severity: "low", escalated: false },
      WEEK_LATER,
      "none",
    ],
  ];

  it.each(cases)("by %s, of %o at %s, says %s", (rule, record, asOf, label) => {
    const result = escalationFor(record, { asOf });
    expect([result.label, result.because[0]?.rule]).toEqual([label, rule]);
    expectPlainJson(result);
  });

  it("is walked rule by rule above", () => {
    const walked = new Set(cases.map(([rule]) => rule));
    expect(ESCALATION_RULES.filter(({ rule }) => !walked.has(rule))).toEqual([]);
  });

  it("is undetermined before the case was opened", () => {
    expect(escalationFor(open, { asOf: "2026-03-01T00:00:00Z" })).toStrictEqual({
      label: "undetermined",
      because: [],
    });
  });

  it("cites all that speaks for passing it on", () => {
    const record = { ...open, severity: "critical", contacts: 4, resolutionDueAt: SOLVED } as const;
    expect(escalationFor(record, { asOf: WEEK_LATER }).because).toStrictEqual([
      { rule: "critical", evidence: { severity: "critical" } },
      { rule: "resolution-overdue", evidence: { resolutionOverdue: true } },
      { rule: "third-contact", evidence: { contacts: 4 } },
    ]);
  });

  it("follows the caller's rules, on the hours that a case has been open too", () => {
    const rules = [
      { rule: "a-day", label: "escalate", when: { open: true, hoursOpen: { atLeast: 24 } } },
      { rule: "less", label: "none", when: {} },
    ] as const;
    const labels = { escalate: "naikkan" };
    const at = (asOf: string) => escalationFor(open, { asOf, rules, labels });
    expect(at("2026-03-03T09:00:00Z")).toStrictEqual({
      label: "naikkan",
      because: [{ rule: "a-day", evidence: { open: true, hoursOpen: 24 } }],
    });
    expect(at("2026-03-03T08:59:59Z").label).toBe("none");
  });

  const at =
    (record: unknown, asOf: unknown = WEEK_LATER) =>
    () =>
      escalationFor(record as CareCase, { asOf: asOf as string });

  it.each([
    [at(null), "case must be an object, got null"],
    [at({}), "case.openedAt must be a valid Date"],
    [at(open, "2026-03-09"), "asOf must be a valid Date"],
    [
      at({ ...open, firstResponseAt: 0 }),
      "case.firstResponseAt must be openedAt or later, got an earlier instant",
    ],
    [at({ ...open, verifiedAt: 0 }), "case.verifiedAt must be openedAt or later, got an earlier instant"],
    [
      at({ ...open, lastSolvedAt: SOLVED }),
      "case.firstSolvedAt must be known where lastSolvedAt is, got null",
    ],
    [
      at({ ...solved, firstSolvedAt: WEEK_LATER }),
      "case.firstSolvedAt must be lastSolvedAt or earlier, got a later instant",
    ],
    [at({ ...open, contacts: 0 }), "case.contacts must be a whole number from 1 up, got 0"],
    [at({ ...open, contacts: 1.5 }), "case.contacts must be a whole number from 1 up, got 1.5"],
    [at({ ...open, customerReplies: -1 }), "case.customerReplies must be a whole number from 0 up, got -1"],
    [
      at({ ...open, severity: "urgent" }),
      'case.severity must be "low" or "normal" or "high" or "critical", got a string',
    ],
    [at({ ...open, satisfied: "no" }), "case.satisfied must be true, false or missing, got a string"],
  ])("refuses what is wrong, case %#", (call, message) => {
    expect(call).toThrow(`escalationFor: ${message}`);
  });
});

describe("carePlan", () => {
  const states = ({ steps }: CarePlan): readonly string[] =>
    steps.map(({ step, state, reason }) => `${step} ${state} ${reason}`);

  const refund: CareCase = deepFreeze({ ...solved, caseId: "case-1", providerAtFault: true });

  it("follows the worked case: apology, voucher, tips, invitation, birthday", () => {
    const plan = carePlan(refund, { asOf: "2026-03-02T15:00:00Z" });
    expectPlainJson(plan);
    const { steps, ...rest } = plan;
    expect(rest).toStrictEqual({
      caseId: "case-1",
      asOf: "2026-03-02T15:00:00.000Z",
      status: "handed-over",
      handedOverAt: "2026-03-02T15:00:00.000Z",
      urgent: false,
      manner: {
        label: "apologise",
        because: [{ rule: "provider-at-fault", evidence: { providerAtFault: true } }],
      },
      escalation: { label: "none", because: [{ rule: "solved", evidence: { open: false } }] },
    });
    expect(steps.map(({ step, dueAt }) => [step, dueAt])).toEqual([
      ["verify", "2026-03-04T15:00:00.000Z"],
      ["apologise", "2026-03-04T15:00:00.000Z"],
      ["make-up", "2026-03-05T15:00:00.000Z"],
      ["follow-up", "2026-03-09T15:00:00.000Z"],
      ["invite", "2026-03-16T15:00:00.000Z"],
      ["remember", null],
    ]);
    expect(states(plan)).toEqual([
      "verify planned solved",
      "apologise planned solved",
      "make-up planned solved",
      "follow-up planned solved",
      "invite held not-verified",
      "remember held not-verified",
    ]);
    expect(steps[0]?.action).toEqual(CARE_STEPS[0]?.action);
  });

  it("makes a step due at its hour and not before", () => {
    const at = (asOf: string): string | undefined => states(carePlan(refund, { asOf }))[0];
    expect(at("2026-03-04T14:59:59.999Z")).toBe("verify planned solved");
    expect(at("2026-03-04T15:00:00Z")).toBe("verify due solved");
  });

  it("invites once the customer is satisfied, and thanks where nothing is to be regretted", () => {
    const plan = carePlan({ ...solved, satisfied: true }, { asOf: "2026-03-20T00:00:00Z" });
    expect(plan.manner).toStrictEqual({
      label: "thank",
      because: [{ rule: "nothing-to-regret-known", evidence: {} }],
    });
    expect(states(plan)).toEqual([
      "verify done taken",
      "thank due solved",
      "follow-up due solved",
      "invite due solved",
      "remember planned occasion",
    ]);
    expect(plan.caseId).toBeNull();
  });

  it("thanks before anybody knows whether the customer is satisfied", () => {
    expect(states(carePlan(solved, { asOf: WEEK_LATER }))).toContain("thank due solved");
  });

  it("sends a customer who is not satisfied back to service", () => {
    const plan = carePlan({ ...solved, satisfied: false }, { asOf: WEEK_LATER });
    expect(plan).toMatchObject({ status: "back-to-service", escalation: { label: "escalate" } });
    expect(states(plan)).toEqual([
      "verify done taken",
      "apologise held not-satisfied",
      "make-up held not-satisfied",
      "follow-up held not-satisfied",
      "invite held not-satisfied",
      "remember held not-satisfied",
    ]);
  });

  it("holds everything while service has the case, or has it again", () => {
    for (const record of [
      open,
      { ...open, firstSolvedAt: SOLVED },
      { ...solved, lastSolvedAt: "2026-04-01T00:00:00Z" },
    ]) {
      const plan = carePlan(record, { asOf: WEEK_LATER });
      expect(plan).toMatchObject({ status: "with-service", handedOverAt: null });
      expect(new Set(plan.steps.map(({ reason, dueAt }) => `${reason} ${dueAt}`))).toEqual(
        new Set(["not-solved null"]),
      );
    }
  });

  it("has no case before it was opened", () => {
    const plan = carePlan({ ...refund, severity: "critical" }, { asOf: "2026-03-01T00:00:00Z" });
    expect(plan).toMatchObject({ status: "not-opened", handedOverAt: null, urgent: false });
    expect(plan.escalation.label).toBe("undetermined");
  });

  it("has the case from the moment on at which it was opened", () => {
    expect(carePlan(open, { asOf: open.openedAt }).status).toBe("with-service");
  });

  it("does not know of an open case whether it was solved late, nor of a solved one that its solution is overdue", () => {
    const due = { resolutionDueAt: "2026-03-02T14:59:59Z" };
    const rules = [
      { rule: "late", label: "apologise", when: { solvedLate: false } },
      { rule: "overdue", label: "apologise", when: { resolutionOverdue: true } },
    ] as const;
    const asOf = "2026-03-02T14:59:59Z";
    expect(carePlan({ ...open, ...due }, { asOf, rules }).manner.label).toBe("undetermined");
    expect(carePlan({ ...solved, ...due }, { asOf: WEEK_LATER, rules }).manner.label).toBe("undetermined");
  });

  it("counts no answer from after asOf, and none about an earlier solution", () => {
    const asOf = "2026-03-05T00:00:00Z";
    const verified = (verifiedAt: string): string | undefined =>
      states(carePlan({ ...solved, satisfied: false, verifiedAt }, { asOf }))[0];
    expect(verified("2026-03-05T00:00:01Z")).toBe("verify due solved");
    expect(verified("2026-03-02T14:00:00Z")).toBe("verify due solved");
    expect(verified("2026-03-05T00:00:00Z")).toBe("verify done taken");
    expect(verified(SOLVED)).toBe("verify done taken");
  });

  it("ticks off the steps taken since the solution, up to asOf", () => {
    const careTaken = deepFreeze([
      { step: "verify", at: "2026-03-03T00:00:00Z" },
      { step: "apologise", at: "2026-03-02T14:59:59Z" },
      { step: "make-up", at: "2026-03-05T00:00:01Z" },
    ] as const);
    const plan = carePlan({ ...refund, careTaken }, { asOf: "2026-03-05T00:00:00Z" });
    expect(states(plan).slice(0, 3)).toEqual([
      "verify done taken",
      "apologise due solved",
      "make-up planned solved",
    ]);
    expect(states(carePlan({ ...open, careTaken }, { asOf: WEEK_LATER }))[0]).toBe("verify held not-solved");
    const takenAt = (at: string, asOf: string) =>
      states(carePlan({ ...refund, careTaken: [{ step: "verify", at }] }, { asOf }))[0];
    expect(takenAt(SOLVED, WEEK_LATER)).toBe("verify done taken");
    expect(takenAt(WEEK_LATER, WEEK_LATER)).toBe("verify done taken");
    expect(carePlan({ ...refund, careTaken: null }, { asOf: SOLVED })).toEqual(
      carePlan(refund, { asOf: SOLVED }),
    );
    expect(() => carePlan(refund, { asOf: "today" })).toThrow("carePlan: asOf must be a valid Date");
  });

  it.each([
    [{ severity: "high" }, true],
    [{ severity: "critical" }, true],
    [{ escalated: true }, true],
    [{ severity: "normal", escalated: false }, false],
  ] as const)("hurries as the case demands: %o", (facts, urgent) => {
    const plan = carePlan({ ...solved, ...facts }, { asOf: WEEK_LATER });
    expect(plan.urgent).toBe(urgent);
    expect(plan.steps[0]?.dueAt).toBe(urgent ? "2026-03-03T15:00:00.000Z" : "2026-03-04T15:00:00.000Z");
  });

  it.each([
    ["provider-at-fault", { providerAtFault: true }],
    ["solution-refused", { satisfied: false }],
    ["passed-on", { escalated: true }],
    ["solved-late", { resolutionDueAt: "2026-03-02T14:59:59Z" }],
    ["third-contact", { contacts: 3 }],
  ] as const)("apologises by %s", (rule, facts) => {
    const { manner } = carePlan({ ...solved, ...facts }, { asOf: WEEK_LATER });
    expect([manner.label, manner.because.map((reason) => reason.rule)]).toEqual(["apologise", [rule]]);
  });

  it("thanks where it was solved in time, at the first contact, by nobody's fault", () => {
    const facts = { providerAtFault: false, resolutionDueAt: SOLVED, contacts: 1, escalated: false };
    expect(carePlan({ ...solved, ...facts }, { asOf: WEEK_LATER }).manner.label).toBe("thank");
    expect(CARE_MANNER_RULES).toHaveLength(6);
  });

  it("follows the caller's steps and rules", () => {
    const steps = [
      {
        step: "invite",
        action: { en: "invite", id: "undang" },
        manner: "thank",
        afterHours: 0.5,
        urgentAfterHours: 0,
        onceSatisfied: false,
      },
    ] as const;
    const rules = [{ rule: "always", label: "thank", when: {} }] as const;
    const plan = carePlan(refund, { asOf: SOLVED, steps, rules });
    expect(plan.manner.because).toStrictEqual([{ rule: "always", evidence: {} }]);
    expect(plan.steps).toStrictEqual([
      {
        step: "invite",
        action: { en: "invite", id: "undang" },
        state: "planned",
        reason: "solved",
        dueAt: "2026-03-02T15:30:00.000Z",
      },
    ]);
    expect(carePlan(refund, { asOf: SOLVED, steps }).steps).toEqual([]);
    const tenYears = steps.map((step) => ({ ...step, afterHours: 87_600 }));
    expect(carePlan(refund, { asOf: SOLVED, steps: tenYears, rules }).steps[0]?.state).toBe("planned");
  });

  const step = {
    step: "verify",
    action: { en: "a", id: "b" },
    manner: "either",
    afterHours: 1,
    urgentAfterHours: null,
    onceSatisfied: true,
  };
  const plan =
    (record: unknown, options: object = {}) =>
    () =>
      carePlan(record as CareCase, { asOf: WEEK_LATER, ...options });
  const steps = (change: object) => plan(solved, { steps: [{ ...step, ...change }] });

  it.each([
    [plan(solved, { steps: [] }), "steps must be an array of objects, one at least, got an array"],
    [steps({ step: "call" }), 'steps at index 0.step must be "verify" or "apologise"'],
    [
      steps({ manner: "any" }),
      'steps at index 0.manner must be "apologise" or "thank" or "either", got a string',
    ],
    [
      steps({ afterHours: -1 }),
      "steps at index 0.afterHours must be a number from 0 to 87600, or null, got -1",
    ],
    [
      steps({ afterHours: Number.NaN }),
      "steps at index 0.afterHours must be a number from 0 to 87600, or null, got NaN",
    ],
    [
      steps({ urgentAfterHours: 87_601 }),
      "steps at index 0.urgentAfterHours must be a number from 0 to 87600, or null, got 87601",
    ],
    [
      steps({ urgentAfterHours: "1" }),
      "steps at index 0.urgentAfterHours must be a number from 0 to 87600, or null, got a string",
    ],
    [steps({ onceSatisfied: 1 }), "steps at index 0.onceSatisfied must be true or false, got 1"],
    [steps({ action: null }), "steps at index 0.action.en must be a string that is not blank, got undefined"],
    [
      steps({ action: { en: "a", id: " " } }),
      "steps at index 0.action.id must be a string that is not blank, got a string",
    ],
    [
      plan(solved, { rules: [{ rule: "x", label: "sorry", when: {} }] }),
      'rules at index 0.label must be "apologise" or "thank", got a string',
    ],
    [plan({ ...solved, caseId: true }), "case.caseId must be a string, a finite number or missing, got true"],
    [plan({ ...solved, careTaken: "verify" }), "case.careTaken must be an array, got a string"],
    [plan({ ...solved, careTaken: [null] }), "case.careTaken at index 0 must be an object, got null"],
    [plan({ ...solved, careTaken: [5] }), "case.careTaken at index 0 must be an object, got 5"],
    [
      plan({ ...solved, careTaken: [{ step: "call", at: 0 }] }),
      'case.careTaken at index 0.step must be "verify" or',
    ],
    [
      plan({ ...solved, careTaken: [{ step: "verify", at: "today" }] }),
      "case.careTaken at index 0.at must be a valid Date",
    ],
    [
      plan({ openedAt: 0, firstSolvedAt: 8.64e15, lastSolvedAt: 8.64e15 }, { asOf: 8.64e15 }),
      "case.lastSolvedAt must be so early that every step is due within the range of dates, got a later one",
    ],
  ])("refuses what is wrong, case %#", (call, message) => {
    expect(call).toThrow(`carePlan: ${message}`);
  });
});
