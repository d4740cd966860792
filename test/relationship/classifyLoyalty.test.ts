// Contract of loyalty: every rule and its threshold on both sides.

import { describe, expect, it } from "vitest";
import {
  classifyLoyalty,
  LOYALTY_RULES,
  loyaltyGuidance,
  type RelationshipHistory,
} from "../../src/index.ts";
import { expectPlainJson } from "../support/plainJson.ts";
import { day } from "./days.ts";

const bought = (...days: number[]) => days.map((number) => ({ at: day(number) }));
const said = (metric: "nps" | "csat" | "ces", rating: number, at: number) => [
  { metric, rating, at: day(at) },
];

const labelOf = (history: RelationshipHistory, asOf: number) =>
  classifyLoyalty(history, { asOf: day(asOf) }).label;

const MONTHLY = { purchases: bought(0, 30, 60) };
const LOYAL: RelationshipHistory = { ...MONTHLY, answers: said("nps", 9, 50) };

describe("classifyLoyalty", () => {
  it("names the label, the rules with their evidence and dates, since when, and what it ignored", () => {
    const loyalty = classifyLoyalty({ ...LOYAL, shareOfPurchases: 0.5 }, { asOf: day(75) });
    const rhythm = {
      purchases: 3,
      firstPurchaseAt: day(0),
      gapsSincePurchase: 0.5,
      lastPurchaseAt: day(60),
      usualGapDays: 30,
      rhythm: "own",
    };
    expect(loyalty).toStrictEqual({
      label: "loyal",
      because: [
        { rule: "buys-here", evidence: { ...rhythm, shareOfPurchases: 0.5 } },
        {
          rule: "high-answer",
          evidence: { ...rhythm, daysSinceHighAnswer: 25, highAnswerAt: day(50), highAnswerMetric: "nps" },
        },
      ],
      since: day(60),
      asOf: day(75),
      afterAsOf: 0,
    });
    expectPlainJson(loyalty);
  });

  it("draws the line between prospect and new at the first purchase, not at the first contact", () => {
    const history = { purchases: bought(10, 40), firstContactAt: day(1), activity: [day(2)] };
    expect([9, 10, 39, 40].map((at) => labelOf(history, at))).toEqual([
      "prospect",
      "new",
      "new",
      "returning",
    ]);
    expect([9, 10, 40].map((at) => classifyLoyalty(history, { asOf: day(at) }).since)).toEqual(
      [1, 10, 40].map(day),
    );
    expect(classifyLoyalty(history, { asOf: day(9) }).afterAsOf).toBe(2);
  });

  it("is undetermined where purchases are not known", () => {
    expect(labelOf({ firstContactAt: day(0), answers: said("nps", 10, 0) }, 1)).toBe("undetermined");
  });

  it("counts a contract as a purchase where none was made before it began", () => {
    expect(labelOf({ contract: { from: day(5) } }, 5)).toBe("new");
    expect(labelOf({ contract: { from: day(5) }, purchases: [] }, 4)).toBe("prospect");
    expect(labelOf({ contract: { from: day(5) }, purchases: bought(6) }, 6)).toBe("new");
    expect(labelOf({ contract: { from: day(5) }, purchases: bought(6, 7) }, 7)).toBe("returning");
    expect(labelOf({ contract: { from: day(5) }, purchases: bought(1) }, 7)).toBe("new");
  });

  it("is loyal from three purchases on, in rhythm, with a sign of preference", () => {
    expect(labelOf({ ...LOYAL, purchases: bought(0, 30) }, 60)).toBe("returning");
    expect(labelOf(MONTHLY, 60)).toBe("returning");
    expect([labelOf(LOYAL, 120), labelOf(LOYAL, 121)]).toEqual(["loyal", "returning"]);
    const inForce = { ...LOYAL, contract: { from: day(0) } };
    expect(labelOf(inForce, 300)).toBe("loyal");
    expect(classifyLoyalty(inForce, { asOf: day(300) }).because[0]?.evidence).toMatchObject({
      gapsSincePurchase: 0,
      rhythm: "contract",
    });
    expect([labelOf(inForce, 414), labelOf(inForce, 415)]).toEqual(["loyal", "returning"]);
  });

  it("takes half of what is bought for a preference, and less for the lack of one", () => {
    const share = (shareOfPurchases: number) => labelOf({ ...MONTHLY, shareOfPurchases }, 60);
    expect([share(0), share(0.49), share(0.5), share(1)]).toEqual([
      "returning",
      "returning",
      "loyal",
      "loyal",
    ]);
    expect(labelOf({ ...LOYAL, shareOfPurchases: 0.49 }, 60)).toBe("returning");
  });

  it("cites a share of −0 as 0", () => {
    const { because } = classifyLoyalty({ ...LOYAL, shareOfPurchases: -0 }, { asOf: day(60) });
    expect(because.some(({ evidence }) => Object.is(evidence["shareOfPurchases"], 0))).toBe(true);
  });

  it.each([
    ["nps", 8, 9],
    ["csat", 3, 4],
    ["ces", 4, 5],
  ] as const)("takes a high answer to %s for a preference: not %i but %i", (metric, middling, high) => {
    expect(labelOf({ ...MONTHLY, answers: said(metric, middling, 50) }, 60)).toBe("returning");
    expect(labelOf({ ...MONTHLY, answers: said(metric, high, 50) }, 60)).toBe("loyal");
  });

  it("is not loyal while dissatisfied, nor after the party left", () => {
    const low = { ...LOYAL, shareOfPurchases: 1, contract: { from: day(0) }, answers: said("csat", 1, 61) };
    expect([labelOf(low, 60), labelOf(low, 61), labelOf(low, 240), labelOf(low, 241)]).toEqual([
      "loyal",
      "returning",
      "returning",
      "loyal",
    ]);
    expect([
      labelOf({ ...LOYAL, endedAt: day(70) }, 69),
      labelOf({ ...LOYAL, endedAt: day(70) }, 70),
    ]).toEqual(["loyal", "returning"]);
  });

  it("is an advocate where it is loyal and has acted; a 10 alone is an intention", () => {
    const advocacy = [{ kind: "testimonial", at: day(65) }] as const;
    expect(labelOf({ ...LOYAL, answers: said("nps", 10, 50) }, 66)).toBe("loyal");
    expect([labelOf({ ...LOYAL, advocacy }, 64), labelOf({ ...LOYAL, advocacy }, 65)]).toEqual([
      "loyal",
      "advocate",
    ]);
    expect(labelOf({ ...MONTHLY, advocacy }, 65)).toBe("advocate");
    expect(labelOf({ ...LOYAL, advocacy, shareOfPurchases: 0.1 }, 66)).toBe("returning");
    expect(labelOf({ purchases: bought(0), advocacy }, 66)).toBe("new");
    expect(labelOf({ purchases: [], advocacy }, 66)).toBe("prospect");
  });

  it("calls labels by the caller's names, and goes by the caller's rules", () => {
    const labels = { loyal: "setia" } as const;
    expect(classifyLoyalty(LOYAL, { asOf: day(60), labels }).label).toBe("setia");
    const rules = LOYALTY_RULES.map((rule) =>
      rule.rule === "bought-once" ? { ...rule, when: { purchases: { atLeast: 1, atMost: 3 } } } : rule,
    );
    expect(classifyLoyalty(LOYAL, { asOf: day(60), rules }).label).toBe("new");
    expect(() => classifyLoyalty(LOYAL, { asOf: day(60), rules: [{}] as never })).toThrow(
      "classifyLoyalty: rules",
    );
  });

  it("refuses a history or options that are wrong", () => {
    expect(() => classifyLoyalty({ advocacy: [null] } as never, { asOf: 0 })).toThrow(
      "classifyLoyalty: history.advocacy at index 0 must be an object, got null",
    );
    expect(() => classifyLoyalty({}, {} as never)).toThrow("classifyLoyalty: asOf must be a valid Date");
    expect(() => classifyLoyalty({}, { asOf: 0, risk: 1 } as never)).toThrow(
      "classifyLoyalty: options must be among",
    );
  });
});

describe("loyaltyGuidance", () => {
  it("has the goal, the next actions and the survey for each label, in two languages", () => {
    expect(loyaltyGuidance("returning")).toMatchObject({
      loyalty: "returning",
      name: { en: "returning", id: "berulang" },
      metrics: ["csat", "nps", "qualitative-feedback"],
    });
    expect(() => loyaltyGuidance("fan" as never)).toThrow(
      'loyaltyGuidance: loyalty must be "prospect" or "new"',
    );
  });
});
