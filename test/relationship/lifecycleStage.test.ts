// Contract of the lifecycle stage: every rule, its threshold on both sides, and the order of the stages.

import { describe, expect, it } from "vitest";
import {
  churnRisk,
  LIFECYCLE_RULES,
  type LifecycleStageOptions,
  lifecycleStage,
  type RelationshipHistory,
} from "../../src/index.ts";
import { expectPlainJson } from "../support/plainJson.ts";
import { day } from "./days.ts";

const justBefore = (number: number): number => Date.UTC(2026, 0, 1 + number) - 1;
const bought = (...days: number[]) => days.map((number) => ({ at: day(number) }));

const stageOf = (history: RelationshipHistory, asOf: number, options: Partial<LifecycleStageOptions> = {}) =>
  lifecycleStage(history, { asOf: day(asOf), ...options }).label;
const shortOf = (history: RelationshipHistory, asOf: number) =>
  lifecycleStage(history, { asOf: justBefore(asOf) }).label;
const ruleOf = (history: RelationshipHistory, asOf: number, options: Partial<LifecycleStageOptions> = {}) =>
  lifecycleStage(history, { asOf: day(asOf), ...options }).because.map(({ rule }) => rule);

/** Buys every 30 days from day 0 on: the usual gap is 30 days. */
const MONTHLY = { purchases: bought(0, 30, 60) };

describe("lifecycleStage", () => {
  it("names the stage, the rules with their evidence and dates, since when, and what it ignored", () => {
    const stage = lifecycleStage(
      { ...MONTHLY, advocacy: [{ kind: "referral", at: day(70) }], openComplaints: [day(500)] },
      { asOf: day(125) },
    );
    expect(stage).toStrictEqual({
      label: "at-risk",
      because: [
        {
          rule: "lapsing",
          evidence: {
            silentGaps: 65 / 30,
            lastSeenAt: day(60),
            usualGapDays: 30,
            rhythm: "own",
          },
        },
      ],
      since: day(120),
      asOf: day(125),
      afterAsOf: 1,
    });
    expectPlainJson(stage);
  });

  it("is churned from four usual gaps of silence on, and at risk from two", () => {
    expect([shortOf(MONTHLY, 120), stageOf(MONTHLY, 120)]).toEqual(["retention", "at-risk"]);
    expect([shortOf(MONTHLY, 180), stageOf(MONTHLY, 180)]).toEqual(["at-risk", "churned"]);
    const once = { purchases: bought(0) };
    expect([shortOf(once, 180), stageOf(once, 180)]).toEqual(["retention", "at-risk"]);
    expect([shortOf(once, 360), stageOf(once, 360)]).toEqual(["at-risk", "churned"]);
    const reasons = lifecycleStage(once, { asOf: day(360) }).because;
    expect(reasons[0]?.evidence).toMatchObject({ usualGapDays: 90, rhythm: "fallback" });
  });

  it("measures by the median gap of the party's own, and by the options where there is none", () => {
    // Gaps of 10, 10, 100: the median is 10, and the mean would be 40.
    const own = { purchases: bought(0, 10, 20, 120) };
    expect([shortOf(own, 160), stageOf(own, 160)]).toEqual(["at-risk", "churned"]);
    const two = { purchases: bought(0, 10) };
    expect(stageOf(two, 50)).toBe("retention");
    expect(stageOf(two, 50, { usualGapDays: 10 })).toBe("churned");
    // Three purchases at one moment, or within a day, are no rhythm.
    expect(stageOf({ purchases: bought(0, 0, 0) }, 60)).toBe("retention");
    const hours = {
      purchases: [0, 1, 2].map((hour) => ({ at: Date.UTC(2026, 0, 1, hour) })),
      onboardedAt: day(0),
    };
    expect(stageOf(hours, 13)).toBe("retention");
    expect(stageOf(hours, 15)).toBe("at-risk");
    expect(stageOf(hours, 13, { shortestGapDays: 1 })).toBe("churned");
  });

  it("takes activity for a sign of life, once the party has bought", () => {
    expect(stageOf({ ...MONTHLY, activity: [day(110)] }, 120)).toBe("retention");
    expect(stageOf({ purchases: [], activity: [day(0)] }, 900)).toBe("acquisition");
  });

  it("is churned from the end on, until the party buys again", () => {
    const ended = { ...MONTHLY, endedAt: day(65) };
    expect([shortOf(ended, 65), stageOf(ended, 65)]).toEqual(["retention", "churned"]);
    expect(lifecycleStage(ended, { asOf: day(400) })).toMatchObject({ since: day(65) });
    expect(ruleOf(ended, 400)).toEqual(["ended", "silent"]);
    expect(stageOf({ purchases: bought(0, 30, 65), endedAt: day(65) }, 66)).toBe("churned");
    const back = { purchases: bought(0, 30, 60, 90), endedAt: day(65) };
    expect([shortOf(back, 90), stageOf(back, 90)]).toEqual(["churned", "retention"]);
    expect(stageOf({ ...ended, contract: { from: day(80) } }, 80)).toBe("retention");
    expect(stageOf({ endedAt: day(65) }, 70)).toBe("churned");
  });

  it("judges a contract by its dates", () => {
    const year = { contract: { from: day(0), to: day(365) } };
    expect(stageOf(year, 300)).toBe("retention");
    expect([shortOf(year, 335), stageOf(year, 335)]).toEqual(["retention", "at-risk"]);
    expect(ruleOf(year, 335)).toEqual(["contract-ending"]);
    expect([shortOf(year, 365), stageOf(year, 365)]).toEqual(["at-risk", "churned"]);
    expect(lifecycleStage(year, { asOf: day(365) })).toMatchObject({
      since: day(365),
      because: [{ rule: "contract-over", evidence: { contractOver: true, contractEndedAt: day(365) } }],
    });
    // A purchase at that very moment renews it, one the day before was part of it.
    expect(stageOf({ ...year, purchases: bought(365) }, 366)).toBe("retention");
    expect(stageOf({ ...year, purchases: bought(364) }, 366)).toBe("churned");
    expect(stageOf({ contract: { from: day(0), to: null } }, 3000)).toBe("retention");
    expect(stageOf({ contract: { from: day(9) } }, 8)).toBe("undetermined");
    expect(stageOf({ contract: { from: day(9) }, purchases: [] }, 8)).toBe("acquisition");
  });

  it("ends a contract early where the party ended the relationship", () => {
    const broken = { contract: { from: day(0), to: day(365) }, endedAt: day(100), purchases: bought(0, 200) };
    expect([shortOf(broken, 100), stageOf(broken, 100), stageOf(broken, 200)]).toEqual([
      "retention",
      "churned",
      "retention",
    ]);
    expect(ruleOf(broken, 365)).not.toContain("contract-over");
  });

  it("is at risk where use stops under a contract, by the rhythm of use", () => {
    const used = { contract: { from: day(0) }, activity: [0, 20, 40].map(day) };
    expect([shortOf(used, 80), stageOf(used, 80)]).toEqual(["retention", "at-risk"]);
    expect(lifecycleStage(used, { asOf: day(80) }).because).toEqual([
      {
        rule: "unused",
        evidence: { unusedGaps: 2, unusedSince: day(40), usualUseGapDays: 20, useRhythm: "own" },
      },
    ]);
    expect(stageOf(used, 800)).toBe("at-risk");
    // Use before the contract gives the rhythm, and the contract's beginning is when it is first missed.
    const before = { contract: { from: day(60) }, activity: [0, 20, 40].map(day) };
    expect([shortOf(before, 100), stageOf(before, 100)]).toEqual(["retention", "at-risk"]);
  });

  it("is at risk where a contract is known to go unused, by the usual gap for want of a rhythm", () => {
    const unused = { contract: { from: day(0) }, activity: [] };
    expect([shortOf(unused, 180), stageOf(unused, 180)]).toEqual(["retention", "at-risk"]);
    expect(lifecycleStage(unused, { asOf: day(180) }).because).toEqual([
      {
        rule: "unused",
        evidence: { unusedGaps: 2, unusedSince: day(0), usualUseGapDays: 90, useRhythm: "fallback" },
      },
    ]);
    const once = { ...unused, activity: [day(20)] };
    expect([shortOf(once, 200), stageOf(once, 200)]).toEqual(["retention", "at-risk"]);
    expect(lifecycleStage(unused, { asOf: day(180), usualGapDays: 91 }).label).toBe("retention");
    expect(stageOf({ contract: { from: day(0) } }, 800)).toBe("retention");
    expect(stageOf({ contract: { from: day(0) }, activity: null }, 800)).toBe("retention");
  });

  it("does not put a contract of 60 days or less at risk because it ends soon", () => {
    const running = (days: number) => ({ contract: { from: day(0), to: day(days) }, onboardedAt: day(1) });
    expect([stageOf(running(30), 29), stageOf(running(60), 59)]).toEqual(["retention", "retention"]);
    expect([stageOf(running(60), 60), stageOf(running(61), 31)]).toEqual(["churned", "at-risk"]);
  });

  it("is acquisition where it is known that nothing was bought, since the first contact", () => {
    expect(lifecycleStage({ purchases: [], firstContactAt: day(3) }, { asOf: day(9) })).toMatchObject({
      label: "acquisition",
      because: [{ rule: "not-bought", evidence: { bought: false } }],
      since: day(3),
    });
    expect(lifecycleStage({ purchases: [] }, { asOf: day(9) }).since).toBeNull();
    expect(lifecycleStage({ purchases: bought(10) }, { asOf: day(9) })).toMatchObject({
      label: "acquisition",
      afterAsOf: 1,
    });
    // A first contact after the first purchase does not say when it began.
    const odd = { purchases: bought(5), firstContactAt: day(6) };
    expect(lifecycleStage(odd, { asOf: day(5) }).label).toBe("onboarding");
  });

  it("is undetermined where it is not known whether anything was bought, but for risk and advocacy", () => {
    expect(lifecycleStage({}, { asOf: day(0) })).toEqual({
      label: "undetermined",
      because: [],
      since: null,
      asOf: day(0),
      afterAsOf: 0,
    });
    const unknown = { purchases: null, activity: null, answers: null, contract: null, endedAt: null };
    expect(stageOf({ ...unknown, onboardedAt: null, firstContactAt: day(0) }, 9)).toBe("undetermined");
    expect(stageOf({ openComplaints: [day(0)] }, 0)).toBe("at-risk");
    expect(stageOf({ advocacy: [{ kind: "review", at: day(0) }] }, 0)).toBe("advocacy");
  });

  it.each([
    ["nps", 6, 7, undefined],
    ["csat", 2, 3, undefined],
    ["csat", 3, 4, { min: 1, max: 10 }],
    ["ces", 3, 4, undefined],
    ["ces", 2, 3, { min: 1, max: 5 }],
  ] as const)(
    "is at risk for 180 days after a low answer to %s: %i, not %i",
    (metric, low, better, scale) => {
      const answered = (rating: number | null) => ({
        ...MONTHLY,
        answers: [{ metric, rating, scale, at: day(61) }],
      });
      expect(stageOf(answered(low), 61)).toBe("at-risk");
      expect(stageOf(answered(better), 61)).toBe("retention");
      expect(stageOf(answered(null), 61)).toBe("retention");
      const long = { ...answered(low), contract: { from: day(0) } };
      expect([shortOf(long, 61 + 180), stageOf(long, 61 + 180)]).toEqual(["at-risk", "retention"]);
      expect(lifecycleStage(answered(low), { asOf: day(62) }).because[0]).toEqual({
        rule: "low-answer",
        evidence: { daysSinceLowAnswer: 1, lowAnswerAt: day(61), lowAnswerMetric: metric },
      });
    },
  );

  it("looks at the latest answer to each question, and of two at one moment at the lower", () => {
    const answers = (...ratings: (readonly ["nps" | "csat", number, number])[]) => ({
      ...MONTHLY,
      answers: ratings.map(([metric, rating, at]) => ({ metric, rating, at: day(at) })),
    });
    expect(stageOf(answers(["nps", 2, 61], ["nps", 9, 62]), 63)).toBe("retention");
    expect(stageOf(answers(["nps", 9, 61], ["nps", 2, 62]), 63)).toBe("at-risk");
    expect(stageOf(answers(["nps", 2, 61], ["csat", 5, 62]), 63)).toBe("at-risk");
    expect(stageOf(answers(["nps", 2, 62], ["nps", 9, 62]), 63)).toBe("at-risk");
  });

  it("cites the most recent of the low answers, and of two at one moment the one to nps before the one to ces", () => {
    const cited = (nps: number, ces: number) => {
      const answers = [
        { metric: "nps", rating: 0, at: day(nps) },
        { metric: "ces", rating: 1, at: day(ces) },
      ] as const;
      return lifecycleStage({ answers }, { asOf: day(100) }).because[0]?.evidence;
    };
    expect(cited(0, 50)).toMatchObject({ lowAnswerMetric: "ces", lowAnswerAt: day(50) });
    expect(cited(50, 0)).toMatchObject({ lowAnswerMetric: "nps", lowAnswerAt: day(50) });
    expect(cited(50, 50)).toMatchObject({ lowAnswerMetric: "nps", lowAnswerAt: day(50) });
  });

  it("has left at risk since the better answer, also where an older low one to another question stands", () => {
    const contract = { from: day(-400) };
    const low = { metric: "nps", rating: 0, at: day(0) } as const;
    const since = (answers: NonNullable<RelationshipHistory["answers"]>) => {
      const { label, since } = lifecycleStage({ contract, answers }, { asOf: day(190) });
      return [label, since];
    };
    expect(since([low, { metric: "nps", rating: 10, at: day(5) }])).toEqual(["retention", day(5)]);
    const older = { metric: "ces", rating: 1, at: day(-10) } as const;
    expect(since([older, low, { metric: "nps", rating: 10, at: day(180) }])).toEqual(["retention", day(180)]);
  });

  it("is at risk with an open complaint, and from a risk of 0.6 on, whose date is not known", () => {
    const complaint = { ...MONTHLY, openComplaints: [day(61), day(64)] };
    expect([shortOf(complaint, 61), stageOf(complaint, 61)]).toEqual(["retention", "at-risk"]);
    expect(lifecycleStage(complaint, { asOf: day(65) })).toMatchObject({
      because: [{ rule: "open-complaint", evidence: { openComplaints: 2, firstComplaintAt: day(61) } }],
      since: day(61),
    });
    expect([stageOf(MONTHLY, 61, { risk: 0.59 }), stageOf(MONTHLY, 61, { risk: 0.6 })]).toEqual([
      "retention",
      "at-risk",
    ]);
    expect(lifecycleStage(MONTHLY, { asOf: day(61), risk: 0.6 })).toMatchObject({
      because: [{ rule: "high-risk", evidence: { risk: 0.6 } }],
      since: null,
    });
    expect(lifecycleStage(complaint, { asOf: day(65), risk: 1 }).since).toBe(day(61));
    expect(stageOf(MONTHLY, 61, { risk: churnRisk({ nps: -100 }) })).toBe("at-risk");
    expect(stageOf(MONTHLY, 61, { risk: churnRisk({}) })).toBe("retention");
    expect(stageOf(MONTHLY, 61, { risk: null })).toBe("retention");
  });

  it("is onboarding for 30 days from the first purchase, or until the party was brought in", () => {
    const once = { purchases: bought(0) };
    expect([stageOf(once, 0), shortOf(once, 30), stageOf(once, 30)]).toEqual([
      "onboarding",
      "onboarding",
      "retention",
    ]);
    const trained = { ...once, onboardedAt: day(9) };
    expect([shortOf(trained, 9), stageOf(trained, 9)]).toEqual(["onboarding", "retention"]);
  });

  it("is advocacy for 365 days from the latest act", () => {
    const advocate = {
      contract: { from: day(0) },
      advocacy: [40, 50].map((at) => ({ kind: "review", at: day(at) }) as const),
    };
    expect([shortOf(advocate, 40), stageOf(advocate, 40)]).toEqual(["retention", "advocacy"]);
    expect([shortOf(advocate, 415), stageOf(advocate, 415)]).toEqual(["advocacy", "retention"]);
  });

  it("has the order churned, acquisition, at-risk, onboarding, advocacy, retention", () => {
    const everything: RelationshipHistory = {
      purchases: bought(0),
      advocacy: [{ kind: "community", at: day(1) }],
      openComplaints: [day(1)],
      endedAt: day(1),
    };
    expect(stageOf(everything, 2)).toBe("churned");
    expect(stageOf({ ...everything, endedAt: null, purchases: [] }, 2)).toBe("acquisition");
    expect(stageOf({ ...everything, endedAt: null }, 2)).toBe("at-risk");
    expect(stageOf({ ...everything, endedAt: null, openComplaints: [] }, 2)).toBe("onboarding");
    expect(stageOf({ ...everything, endedAt: null, openComplaints: [] }, 31)).toBe("advocacy");
    expect(stageOf({ purchases: bought(0) }, 31)).toBe("retention");
    expect([...new Set(LIFECYCLE_RULES.map(({ label }) => label))]).toEqual([
      "churned",
      "acquisition",
      "at-risk",
      "onboarding",
      "advocacy",
      "retention",
    ]);
  });

  it("calls stages by the caller's names, and goes by the caller's rules", () => {
    const labels = { "at-risk": "berisiko", churned: "berhenti" } as const;
    expect(stageOf(MONTHLY, 120, { labels } as never)).toBe("berisiko");
    expect(stageOf(MONTHLY, 61, { labels } as never)).toBe("retention");
    const rules = [
      { rule: "two", label: "retention", when: { silentGaps: { below: 1 } } },
      { rule: "quiet", label: "churned", when: { silentGaps: { above: 1 }, risk: undefined } },
    ] as const;
    expect(stageOf(MONTHLY, 61, { rules })).toBe("retention");
    expect(stageOf(MONTHLY, 90, { rules })).toBe("undetermined");
    expect(lifecycleStage(MONTHLY, { asOf: day(99), rules }).since).toBe(
      new Date(justBefore(90) + 2).toISOString(),
    );
    expect(
      stageOf(MONTHLY, 61, { rules: [{ rule: "r", label: "churned", when: { risk: 0.5 } }], risk: 0.5 }),
    ).toBe("churned");
  });

  it("knows since when a caller's rule on an exact figure has held, and when it ceased to", () => {
    const rules = [
      { rule: "one", label: "at-risk", when: { openComplaints: 1 } },
      { rule: "else", label: "retention", when: {} },
    ] as const;
    const openComplaints = [day(10), day(20)];
    const at = (asOf: number) => {
      const { label, since } = lifecycleStage({ openComplaints }, { asOf: day(asOf), rules });
      return [label, since];
    };
    expect([at(15), at(25)]).toEqual([
      ["at-risk", day(10)],
      ["retention", day(20)],
    ]);
  });

  it("has plain figures as evidence: a contract without an end has no days, and a risk of −0 is 0", () => {
    const rules = [
      { rule: "long", label: "retention", when: { contractDays: { above: 60 } } },
      { rule: "safe", label: "advocacy", when: { risk: { atMost: 0.1 } } },
    ] as const;
    const stage = lifecycleStage({ contract: { from: day(0) } }, { asOf: day(1), rules, risk: -0 });
    expect(stage.because).toStrictEqual([{ rule: "safe", evidence: { risk: 0 } }]);
  });

  it("refuses what is no history, naming the field and repeating no text", () => {
    const call = (history: unknown) => () => lifecycleStage(history as never, { asOf: 0 });
    expect(call(null)).toThrow("lifecycleStage: history must be an object, got null");
    expect(call({ purchases: 3 })).toThrow(
      "lifecycleStage: history.purchases must be an array or missing, got 3",
    );
    expect(call({ purchases: [3] })).toThrow("history.purchases at index 0 must be an object, got 3");
    expect(call({ purchases: [{ at: "soon" }] })).toThrow(
      "history.purchases at index 0.at must be a valid Date",
    );
    expect(call({ activity: [0, "soon"] })).toThrow("history.activity at index 1 must be a valid Date");
    expect(call({ endedAt: "soon" })).toThrow("lifecycleStage: history.endedAt must be a valid Date");
    expect(call({ contract: 3 })).toThrow("lifecycleStage: history.contract must be an object, got 3");
    expect(call({ contract: { from: 2, to: 1 } })).toThrow(
      "lifecycleStage: history.contract.to must be contract.from or later, got an earlier instant",
    );
    expect(call({ advocacy: [{ kind: "praise", at: 0 }] })).toThrow(
      'history.advocacy at index 0.kind must be "referral" or "review" or "testimonial" or "community", got a string',
    );
    expect(call({ shareOfPurchases: 1.2 })).toThrow(
      "lifecycleStage: history.shareOfPurchases must be a number from 0 to 1 or missing, got 1.2",
    );
  });

  it("refuses a contract's end that is no instant, and a share that is none", () => {
    const call = (history: unknown) => () => lifecycleStage(history as never, { asOf: 0 });
    expect(call({ contract: { from: 0, to: "soon" } })).toThrow("history.contract.to must be a valid Date");
    expect(call({ contract: { from: 0, to: 0 } })).not.toThrow();
    for (const share of [-0.1, "0.5", Number.NaN]) {
      expect(call({ shareOfPurchases: share })).toThrow("shareOfPurchases must be a number from 0 to 1");
    }
  });

  it("counts what comes after asOf: an answer and a contract too, but no answer without a rating", () => {
    const ignored = (history: RelationshipHistory) => lifecycleStage(history, { asOf: day(5) }).afterAsOf;
    expect(ignored({ contract: { from: day(10) } })).toBe(1);
    expect(ignored({ answers: [{ metric: "nps", rating: 3, at: day(10), scale: null }] })).toBe(1);
    expect(ignored({ answers: [{ metric: "nps", rating: null, at: day(0) }] })).toBe(0);
    expect(ignored({ answers: [{ metric: "nps", rating: undefined, at: day(0) }] })).toBe(0);
  });

  it("has no contract in force where the party ended it as it began", () => {
    const history = { contract: { from: day(0), to: day(1000) }, endedAt: day(0), purchases: bought(5) };
    expect([stageOf(history, 100), stageOf(history, 365)]).toEqual(["retention", "churned"]);
  });

  it("hears nothing more from a party whose renewal at the end of its contract was the last", () => {
    const renewed = { contract: { from: day(0), to: day(100) }, purchases: bought(100) };
    expect([stageOf(renewed, 279), stageOf(renewed, 280)]).toEqual(["retention", "at-risk"]);
  });

  it("refuses answers off their scale", () => {
    const call = (answer: object) => () =>
      lifecycleStage({ answers: [{ metric: "nps", rating: 5, at: 0, ...answer }] }, { asOf: 0 });
    expect(call({ rating: 11 })).toThrow(
      "history.answers at index 0.rating must be an integer from 0 to 10, got 11",
    );
    expect(call({ metric: "ltv" })).toThrow(
      'answers at index 0.metric must be "nps" or "csat" or "ces", got a string',
    );
    expect(call({ scale: { min: 1, max: 5 } })).toThrow(
      expect.objectContaining({ code: "scale-mismatch", path: ["history", "answers", 0, "scale"] }),
    );
    expect(call({ scale: { min: 0, max: 10 } })).not.toThrow();
    expect(call({ metric: "csat", scale: { min: 1 } })).toThrow(
      "lifecycleStage: history.answers at index 0.scale.max must be",
    );
  });

  it("refuses options that are wrong or mistyped", () => {
    const call = (options: object) => () => lifecycleStage({}, { asOf: 0, ...options });
    expect(call({ asOf: "today" })).toThrow("lifecycleStage: asOf must be a valid Date");
    expect(call({ risk: 2 })).toThrow(
      "lifecycleStage: risk must be a number from 0 to 1, or a result that has one, got 2",
    );
    expect(call({ risk: { risk: "high" } })).toThrow(
      "lifecycleStage: risk.risk must be a number from 0 to 1",
    );
    expect(call({ risk: {} })).toThrow("lifecycleStage: risk.risk must be a number from 0 to 1");
    for (const risk of [-0.1, "0.5"]) expect(call({ risk })).toThrow("risk must be a number from 0 to 1");
    expect(call({ risk: 0 })).not.toThrow();
    expect(call({ usualGapDays: 1_000_001 })).toThrow("usualGapDays must be a number of days");
    expect(call({ usualGapDays: 1_000_000, shortestGapDays: 0.001 })).not.toThrow();
    expect(call({ usualGapDays: 0 })).toThrow(
      "lifecycleStage: usualGapDays must be a number of days from 0.001 to 1000000, got 0",
    );
    expect(call({ shortestGapDays: "7" })).toThrow(
      "lifecycleStage: shortestGapDays must be a number of days",
    );
    expect(call({ rules: [] })).toThrow("lifecycleStage: rules must be");
    expect(call({ labels: { lost: "x" } })).toThrow("lifecycleStage: labels must be");
    expect(call({ asof: 1 })).toThrow("lifecycleStage: options must be among asOf, risk, usualGapDays");
  });
});
