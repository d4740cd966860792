// What a reason cites beside each fact: since when, by which answer, and in which unit.

import { describe, expect, it } from "vitest";
import { classifyLoyalty, lifecycleStage, type RelationshipHistory } from "../../src/index.ts";
import { day } from "./days.ts";

const HISTORY: RelationshipHistory = {
  purchases: [1, 11, 21].map((days) => ({ at: day(days) })),
  onboardedAt: day(12),
  advocacy: [{ kind: "referral", at: day(22) }],
  answers: [{ metric: "csat", rating: 1, at: day(23) }],
  contract: { from: day(1), to: day(40) },
};
const PLEASED: RelationshipHistory = { ...HISTORY, answers: [{ metric: "nps", rating: 10, at: day(13) }] };
const ENDED: RelationshipHistory = { ...HISTORY, endedAt: day(25) };
const asOf = day(30);

describe("a stage cites", () => {
  it.each([
    ["bought", true, HISTORY, { boughtAt: day(1) }],
    ["ended", true, ENDED, { endedAt: day(25) }],
    ["daysToContractEnd", { atLeast: 1 }, HISTORY, { contractEndsAt: day(40) }],
    ["daysSinceLowAnswer", { atLeast: 1 }, HISTORY, { lowAnswerAt: day(23), lowAnswerMetric: "csat" }],
    ["daysSinceFirstPurchase", { atLeast: 1 }, HISTORY, { firstPurchaseAt: day(1) }],
    ["onboarded", true, HISTORY, { onboardedAt: day(12) }],
    ["daysSinceAdvocacy", { atLeast: 1 }, HISTORY, { advocacyAt: day(22) }],
  ] as const)("beside %s since when it is so", (fact, condition, history, beside) => {
    const rules = [{ rule: "ours", label: "retention", when: { [fact]: condition } }] as const;
    const { because } = lifecycleStage(history, { asOf, rules });
    expect(because[0]?.evidence).toMatchObject({ [fact]: expect.anything(), ...beside });
  });
});

describe("loyalty cites", () => {
  it.each([
    ["purchases", { atLeast: 1 }, HISTORY, { firstPurchaseAt: day(1) }],
    ["ended", true, ENDED, { endedAt: day(25) }],
    ["daysSinceLowAnswer", { atLeast: 1 }, HISTORY, { lowAnswerAt: day(23), lowAnswerMetric: "csat" }],
    ["daysSinceHighAnswer", { atLeast: 1 }, PLEASED, { highAnswerAt: day(13), highAnswerMetric: "nps" }],
    ["advocacyActs", { atLeast: 1 }, HISTORY, { firstAdvocacyAt: day(22) }],
  ] as const)("beside %s since when it is so", (fact, condition, history, beside) => {
    const rules = [{ rule: "ours", label: "loyal", when: { [fact]: condition } }] as const;
    const { because } = classifyLoyalty(history, { asOf, rules });
    expect(because[0]?.evidence).toMatchObject({ [fact]: expect.anything(), ...beside });
  });
});
