import { describe, expect, it } from "vitest";
import type * as z from "zod";
import {
  careCase,
  churnSignals,
  engagementEvidence,
  partyEvidence,
  relationshipHistory,
  supportInteraction,
  surveyParty,
} from "../../src/schemas/index.ts";
import { deepFreeze } from "../support/plainJson.ts";

const AT = "2026-03-02T09:00:00Z";
const BEFORE = "2026-03-01T09:00:00Z";

/** What a schema finds wrong with a value: paths and messages. */
function problems(schema: z.ZodType, value: unknown): string[] {
  const result = schema.safeParse(value);
  return (result.error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
}

describe.each([
  ["parties", partyEvidence, {}],
  ["ways to buy", engagementEvidence, {}],
  ["contacts", supportInteraction, {}],
  ["cases in care", careCase, { openedAt: AT }],
  ["signals", churnSignals, {}],
  ["histories", relationshipHistory, {}],
  ["parties to be asked", surveyParty, {}],
])("the schema of %s", (_, schema: z.ZodType, least) => {
  it("passes the least that there must be, and nothing is added", () => {
    expect(schema.parse(deepFreeze({ ...least }))).toEqual(least);
    expect(Object.keys(schema.parse(least) as object)).toEqual(Object.keys(least));
  });

  it("keeps what it does not know, unless a mistyped name would pass for something unknown", () => {
    const row = { ...least, plan: "Pro", nested: { seats: [1, 2] } };
    if (schema === churnSignals) {
      expect(problems(schema, row)).toEqual([
        expect.stringMatching(/^: must be among nps, .*, got another name$/),
      ]);
    } else expect(schema.parse(row)).toEqual(row);
  });

  it.each([
    [null, "null"],
    [undefined, "undefined"],
    ["ana", "a string"],
    [[], "an array"],
  ])("refuses what is no object: %j", (value, described) => {
    expect(problems(schema, value)).toEqual([`: must be an object, got ${described}`]);
  });
});

describe("what is refused, and how", () => {
  it.each<[z.ZodType, object, string]>([
    [partyEvidence, { buys: "yes" }, "buys: must be true, false or missing, got a string"],
    [
      partyEvidence,
      { stakeholders: 1.5 },
      "stakeholders: must be a whole number from 0 up or missing, got 1.5",
    ],
    [
      partyEvidence,
      { decision: "rash" },
      'decision: must be "emotional" or "calculated" or missing, got a string',
    ],
    [
      partyEvidence,
      { legalForm: "cooperative" },
      'legalForm: must be "individual" or "company" or "government" or "non-profit" or missing, got a string',
    ],
    [
      partyEvidence,
      { purpose: "fun" },
      'purpose: must be "personal-use" or "return-on-investment" or "public-task" or "mission" or missing, got a string',
    ],
    [engagementEvidence, { pricing: 5 }, 'pricing: must be "professional-fee" or "list" or missing, got 5'],
    [supportInteraction, { aim: "" }, 'aim: must be "resolve" or "build-loyalty" or missing, got a string'],
    [
      careCase,
      { openedAt: AT, verifiedAt: BEFORE },
      "verifiedAt: must be openedAt or later, got an earlier instant",
    ],
    [
      careCase,
      { openedAt: AT, lastSolvedAt: AT },
      "firstSolvedAt: must be known where lastSolvedAt is, got none",
    ],
    [careCase, { openedAt: AT, careTaken: "all" }, "careTaken: must be an array or missing, got a string"],
    [
      careCase,
      { openedAt: AT, careTaken: [{ step: "hug", at: AT }] },
      'careTaken.0.step: must be "verify" or "apologise" or "thank" or "make-up" or "follow-up" or "invite" or "remember", got a string',
    ],
    [churnSignals, { nps: 101 }, "nps: must be a number from -100 to 100 or missing, got 101"],
    [churnSignals, { gapRatio: -1 }, "gapRatio: must be a number from 0 up or missing, got -1"],
    [
      churnSignals,
      { usageChange: 1.1e300 },
      "usageChange: must be a number from -1 up or missing, got a number of a million or more",
    ],
    [careCase, { openedAt: AT, contacts: 0 }, "contacts: must be a whole number from 1 up or missing, got 0"],
    [churnSignals, { openCases: -1 }, "openCases: must be a whole number from 0 up or missing, got -1"],
    [
      relationshipHistory,
      { purchases: [{}] },
      "purchases.0.at: must be a valid Date, epoch milliseconds, or ISO 8601 with an offset, got undefined",
    ],
    [
      relationshipHistory,
      { purchases: [{ at: AT, amount: "5" }] },
      "purchases.0.amount: must be a finite number or missing, got a string",
    ],
    [
      relationshipHistory,
      { contract: { from: "2026", to: AT } },
      "contract.from: must be a valid Date, epoch milliseconds, or ISO 8601 with an offset, got a string",
    ],
    [
      relationshipHistory,
      { contract: { from: AT, to: 5n } },
      "contract.to: must be a valid Date, epoch milliseconds, or ISO 8601 with an offset, got a bigint",
    ],
    [
      relationshipHistory,
      { contract: { from: AT, to: BEFORE } },
      "contract.to: must be from or later, got an earlier instant",
    ],
    [relationshipHistory, { contract: 5 }, "contract: must be an object or missing, got 5"],
    [
      relationshipHistory,
      { advocacy: [{ kind: "tattoo", at: AT }] },
      'advocacy.0.kind: must be "referral" or "review" or "testimonial" or "community", got a string',
    ],
    [
      relationshipHistory,
      { answers: [{ metric: "cli", at: AT }] },
      'answers.0.metric: must be "nps" or "csat" or "ces", got a string',
    ],
    [
      relationshipHistory,
      { answers: [{ metric: "nps", rating: 11, at: AT }] },
      "answers.0.rating: must be on its scale or missing, got a number off it",
    ],
    [
      relationshipHistory,
      { answers: [{ metric: "csat", rating: 0, at: AT }] },
      "answers.0.rating: must be on its scale or missing, got a number off it",
    ],
    [
      relationshipHistory,
      { answers: [{ metric: "ces", rating: 2.5, at: AT }] },
      "answers.0.rating: must be a whole number or missing, got 2.5",
    ],
    [
      relationshipHistory,
      { answers: [{ metric: "nps", scale: { min: 1, max: 10 }, at: AT }] },
      "answers.0.scale: must be 0 to 10 or missing for NPS, got another",
    ],
    [
      relationshipHistory,
      { answers: [{ metric: "ces", scale: { min: 9, max: 1 }, at: AT }] },
      "answers.0.scale: must be a scale or missing, got an object",
    ],
    [
      relationshipHistory,
      { shareOfPurchases: 1.2 },
      "shareOfPurchases: must be a number from 0 to 1 or missing, got 1.2",
    ],
    [
      surveyParty,
      { events: [{ kind: "sale", at: AT }] },
      'events.0.kind: must be "purchase" or "project-end" or "service-interaction" or "onboarding" or "relationship-end", got a string',
    ],
    [
      surveyParty,
      { invitations: [{ survey: "nps" }] },
      "invitations.0.at: must be a valid Date, epoch milliseconds, or ISO 8601 with an offset, got undefined",
    ],
    [
      surveyParty,
      { events: [1, 2].map(() => ({ kind: "purchase", at: AT, eventId: "a" })) },
      "events: must be events of which no two have one eventId, got one twice",
    ],
  ])("%#", (schema, value, problem) => {
    expect(problems(schema, value)).toEqual([problem]);
  });

  it.each<[z.ZodType, object, string]>([
    [relationshipHistory, {}, "purchases"],
    [relationshipHistory, {}, "answers"],
    [relationshipHistory, {}, "advocacy"],
    [surveyParty, {}, "events"],
    [surveyParty, {}, "invitations"],
    [careCase, { openedAt: AT }, "careTaken"],
  ])("what is no object in a list: %#", (schema, least, list) => {
    expect(problems(schema, { ...least, [list]: [5] })).toEqual([`${list}.0: must be an object, got 5`]);
  });

  it("an answer on a scale of its own is judged by that scale", () => {
    const answer = { metric: "csat", rating: 9, scale: { min: 1, max: 10 }, at: AT };
    expect(problems(relationshipHistory, { answers: [answer] })).toEqual([]);
    expect(problems(relationshipHistory, { answers: [{ ...answer, scale: null }] })).toHaveLength(1);
  });

  it.each([1, 5])("an answer may be the %s at an end of its scale, or missing", (rating) => {
    const answers = [rating, null, undefined].map((given) => ({ metric: "csat", rating: given, at: AT }));
    expect(problems(relationshipHistory, { answers })).toEqual([]);
  });

  it("what ends as it begins, or at a time that is not known, is in order", () => {
    for (const to of [AT, null, undefined]) {
      expect(problems(relationshipHistory, { contract: { from: AT, to } })).toEqual([]);
      expect(problems(careCase, { openedAt: AT, verifiedAt: to })).toEqual([]);
    }
  });

  it("what is not known is not held against what is, before 1970 either", () => {
    const openedAt = "1960-03-02T09:00:00Z";
    expect(problems(careCase, { openedAt, lastSolvedAt: openedAt })).toEqual([
      "firstSolvedAt: must be known where lastSolvedAt is, got none",
    ]);
  });

  it("events without a name, or with blank ones, are no duplicates", () => {
    const events = [null, null, undefined, undefined, " ", " ", 1, "1"].map((eventId) => ({
      kind: "purchase",
      at: AT,
      eventId,
    }));
    expect(problems(surveyParty, { events })).toEqual([]);
  });
});
