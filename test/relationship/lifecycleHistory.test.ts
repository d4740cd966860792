// Contract of the stages through time, their transitions, and what to do in each.

import { describe, expect, it } from "vitest";
import {
  LIFECYCLE_GUIDES,
  LIFECYCLE_STAGES,
  type LifecycleTransitions,
  LOYALTY_GUIDES,
  LOYALTY_LABELS,
  lifecycleGuidance,
  lifecycleHistory,
  lifecycleTransitions,
  METRICS,
  mergeLifecycleTransitions,
  type RelationshipHistory,
} from "../../src/index.ts";
import { expectPlainJson } from "../support/plainJson.ts";
import { day } from "./days.ts";

const bought = (...days: number[]) => days.map((number) => ({ at: day(number) }));

function stagesOf(history: RelationshipHistory, asOf: number) {
  const { stages } = lifecycleHistory(history, { asOf: day(asOf) });
  return stages.map(({ stage, from, to }) => [stage, from, to]);
}

describe("lifecycleHistory", () => {
  it("has the stages in order of time, with the dates of their beginning and end and the reasons for them", () => {
    const history = {
      firstContactAt: day(-5),
      purchases: bought(0, 40, 80, 700),
      advocacy: [{ kind: "review", at: day(90) }],
      activity: [day(900)],
    } as const;
    const result = lifecycleHistory(history, { asOf: day(400) });
    expectPlainJson(result);
    expect(result).toMatchObject({ asOf: day(400), afterAsOf: 2 });
    expect(result.stages.map(({ stage, from, to }) => [stage, from, to])).toEqual([
      ["acquisition", day(-5), day(0)],
      ["onboarding", day(0), day(30)],
      ["retention", day(30), day(90)],
      ["advocacy", day(90), day(160)],
      ["at-risk", day(160), day(240)],
      ["churned", day(240), null],
    ]);
    expect(result.stages.map(({ because }) => because[0]?.rule)).toEqual([
      "not-bought",
      "just-bought",
      "buying",
      "advocated",
      "lapsing",
      "silent",
    ]);
    expect(stagesOf(history, 701).slice(-2)).toEqual([
      ["churned", day(240), day(700)],
      ["retention", day(700), null],
    ]);
  });

  it("begins where something is known", () => {
    expect(stagesOf({}, 0)).toEqual([]);
    expect(stagesOf({ purchases: [] }, 0)).toEqual([["acquisition", null, null]]);
    expect(stagesOf({ purchases: bought(0) }, 0)).toEqual([
      ["acquisition", null, day(0)],
      ["onboarding", day(0), null],
    ]);
    expect(stagesOf({ contract: { from: day(0) } }, 0)).toEqual([["onboarding", day(0), null]]);
    expect(stagesOf({ purchases: bought(0), firstContactAt: day(0) }, 0)).toEqual([
      ["onboarding", day(0), null],
    ]);
  });

  it.each<RelationshipHistory>([
    { purchases: bought(-10) },
    { activity: [day(-10)] },
    { advocacy: [{ kind: "review", at: day(-10) }] },
    { openComplaints: [day(-10)] },
    { answers: [{ metric: "nps", rating: 8, at: day(-10) }] },
    { contract: { from: day(-10) } },
    { endedAt: day(-10) },
    { onboardedAt: day(-10) },
  ])("does not begin with a first contact that something came before: %j", (earlier) => {
    const [first] = stagesOf({ purchases: [], firstContactAt: day(-5), ...earlier }, 0);
    expect(first?.slice(0, 2)).toEqual(["acquisition", null]);
  });

  it("takes no use from before the first purchase for one, and no contract for in force before it begins", () => {
    expect(stagesOf({ purchases: bought(0), activity: [day(-500)] }, 1)).toEqual([
      ["acquisition", null, day(0)],
      ["onboarding", day(0), null],
    ]);
    expect(stagesOf({ purchases: bought(0), contract: { from: day(400) } }, 500)).toEqual([
      ["acquisition", null, day(0)],
      ["onboarding", day(0), day(30)],
      ["retention", day(30), day(180)],
      ["at-risk", day(180), day(360)],
      ["churned", day(360), day(400)],
      ["retention", day(400), null],
    ]);
  });

  it("begins each stage to the millisecond, also where a usual gap is no whole number of them", () => {
    const purchases = [0, 864_000_001, 1_728_000_004].map((at) => ({ at }));
    const { stages } = lifecycleHistory({ purchases }, { asOf: 1e11, shortestGapDays: 1 / 3 });
    // The median gap is 864,000,002 ms, halved from an odd sum.
    expect(stages.slice(-2).map(({ from }) => Date.parse(from ?? ""))).toEqual([
      1_728_000_004 + 2 * 864_000_002,
      1_728_000_004 + 4 * 864_000_002,
    ]);
  });

  it("calls stages by the caller's names, and takes no risk, which has no history", () => {
    const { stages } = lifecycleHistory({ purchases: [] }, { asOf: 0, labels: { acquisition: "akuisisi" } });
    expect(stages.map(({ stage }) => stage)).toEqual(["akuisisi"]);
    expect(() => lifecycleHistory({}, { asOf: 0, risk: 1 } as never)).toThrow(
      "lifecycleHistory: options must be among asOf, usualGapDays, shortestGapDays, rules, labels",
    );
    expect(() => lifecycleHistory({}, { asOf: "today" })).toThrow("lifecycleHistory: asOf must be a valid");
    expect(() => lifecycleHistory({ answers: 1 } as never, { asOf: 0 })).toThrow(
      "lifecycleHistory: history.answers must be an array or missing, got 1",
    );
  });
});

const dates = { from: day(0), to: day(100) };
const table = lifecycleTransitions(
  [{ purchases: bought(50) }, { purchases: bought(50) }, { purchases: [] }],
  dates,
);

describe("lifecycleTransitions", () => {
  it("counts parties from stage to stage, every pair listed once", () => {
    expectPlainJson(table);
    expect(table).toMatchObject({ from: day(0), to: day(100), parties: 3, afterTo: 0 });
    expect(table.transitions).toHaveLength((LIFECYCLE_STAGES.length + 1) ** 2);
    expect(table.transitions.filter(({ count }) => count > 0)).toEqual([
      { from: "acquisition", to: "acquisition", count: 1 },
      { from: "acquisition", to: "retention", count: 2 },
    ]);
    expect(lifecycleTransitions([], dates)).toMatchObject({ parties: 0 });
    expect(lifecycleTransitions([{ purchases: bought(300) }], dates).afterTo).toBe(1);
  });

  it("refuses what is no history by its index, and dates in the wrong order", () => {
    const call =
      (histories: unknown, options: object = dates) =>
      () =>
        lifecycleTransitions(histories as never, options as never);
    expect(call([{}, 3])).toThrow("lifecycleTransitions: histories at index 1 must be an object, got 3");
    expect(call([{ contract: {} }])).toThrow(
      "lifecycleTransitions: histories at index 0.contract.from must be",
    );
    expect(call(3)).toThrow("lifecycleTransitions: histories must be an array or another iterable, got 3");
    expect(call([], { from: 1, to: 0 })).toThrow(
      "lifecycleTransitions: to must be from or later, got an earlier instant",
    );
    expect(call([], { from: "then", to: 0 })).toThrow("lifecycleTransitions: from must be a valid Date");
    expect(call([], { from: 0, to: "now" })).toThrow("lifecycleTransitions: to must be a valid Date");
    expect(call([], { from: 0, to: 0 })).not.toThrow();
    expect(call([], { from: 0, to: 0, labels: {} })).toThrow(
      "lifecycleTransitions: options must be among from, to",
    );
  });
});

describe("mergeLifecycleTransitions", () => {
  const merge = (...tables: unknown[]) => mergeLifecycleTransitions(tables as LifecycleTransitions[]);

  it("adds up segments, also where a table lists only some pairs", () => {
    const some = { ...table, parties: 2, transitions: [{ from: "at-risk", to: "churned", count: 2 }] };
    const all = merge(table, some);
    expect(all.parties).toBe(5);
    expect(all.transitions.filter(({ count }) => count === 2)).toHaveLength(2);
    const twice = {
      ...some,
      parties: 3,
      transitions: [...some.transitions, { from: "at-risk", to: "churned", count: 1 }],
    };
    expect(merge(twice).transitions.filter(({ count }) => count > 0)).toEqual([
      { from: "at-risk", to: "churned", count: 3 },
    ]);
  });

  it("refuses no tables, other dates, and what is no table", () => {
    expect(() => merge()).toThrow("mergeLifecycleTransitions: tables must be one table or more, got none");
    expect(() => merge(table, { ...table, to: day(101) })).toThrow(
      "mergeLifecycleTransitions: tables at index 1 must be between the dates of the first, got other dates",
    );
    expect(() => merge(table, { ...table, from: day(1) })).toThrow("got other dates");
    expect(() => merge(null)).toThrow("tables at index 0 must be a table of transitions, got null");
    expect(() => merge(3)).toThrow("tables at index 0 must be a table of transitions, got 3");
    expect(() => mergeLifecycleTransitions(3 as never)).toThrow("mergeLifecycleTransitions: tables must be");
    expect(() => merge()).toThrow(expect.objectContaining({ code: "invalid-argument", path: ["tables"] }));
    expect(() => merge({ ...table, from: "x" })).toThrow("tables at index 0.from must be a valid Date");
    expect(() => merge({ ...table, to: "x" })).toThrow("tables at index 0.to must be a valid Date");
    expect(() => merge({ ...table, parties: -1 })).toThrow(
      "tables at index 0.parties must be a whole number",
    );
    expect(() => merge({ ...table, parties: 4 })).toThrow("must be the sum of the counts of its transitions");
    expect(() => merge({ ...table, parties: 4 })).toThrow(
      expect.objectContaining({ code: "impossible-counts", path: ["tables", 0, "parties"] }),
    );
    expect(() => merge({ ...table, afterTo: -1 })).toThrow(
      "tables at index 0.afterTo must be a whole number",
    );
    expect(() => merge({ ...table, transitions: 3 })).toThrow(
      "transitions must be an array of transitions, got 3",
    );
    for (const wrong of [
      null,
      {},
      { from: "lost", to: "churned", count: 3 },
      { from: "churned", to: 1, count: 3 },
      { from: ["churned"], to: "churned", count: 3 },
      { from: "churned", to: ["churned"], count: 3 },
    ]) {
      expect(() => merge({ ...table, transitions: [wrong] })).toThrow(
        "tables at index 0.transitions at index 0 must be a transition from a stage to a stage",
      );
    }
    const count = { from: "churned", to: "churned", count: 0.5 };
    expect(() => merge({ ...table, transitions: [count] })).toThrow("index 0.count must be a whole number");
  });
});

describe("lifecycleGuidance", () => {
  it("has the goal, the next actions and the survey for each stage, in two languages", () => {
    expect(lifecycleGuidance("at-risk")).toMatchObject({
      stage: "at-risk",
      name: { en: "at risk", id: "berisiko berhenti" },
      metrics: ["ces", "csat", "qualitative-feedback"],
    });
    expect(() => lifecycleGuidance("lost" as never)).toThrow(
      'lifecycleGuidance: stage must be "acquisition" or',
    );
  });

  it("has something for every label, frozen, with words in both languages and surveys that there are", () => {
    expect(Object.keys(LIFECYCLE_GUIDES)).toEqual(LIFECYCLE_STAGES);
    expect(Object.keys(LOYALTY_GUIDES)).toEqual(LOYALTY_LABELS);
    for (const guide of [...Object.values(LIFECYCLE_GUIDES), ...Object.values(LOYALTY_GUIDES)]) {
      for (const words of [guide.name, guide.goal, guide.survey, ...guide.actions]) {
        expect(words.en).toMatch(/\S/);
        expect(words.id).toMatch(/\S/);
        expect(Object.isFrozen(words)).toBe(true);
      }
      for (const metric of guide.metrics) expect(METRICS[metric].source).toBe("survey");
    }
  });
});
