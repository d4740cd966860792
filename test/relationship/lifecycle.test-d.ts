// Types of loyalty, the lifecycle and churn risk.

import { describe, expectTypeOf, it } from "vitest";
import {
  type ChurnRisk,
  churnRisk,
  classifyLoyalty,
  type DatedDecision,
  healthScore,
  type LifecycleGuide,
  type LifecycleStage,
  type LoyaltyLabel,
  lifecycleGuidance,
  lifecycleHistory,
  lifecycleStage,
  lifecycleTransitions,
  type NpsResponse,
  type Order,
  type RelationshipAnswer,
  type RelationshipHistory,
  type RelationshipPurchase,
} from "../../src/index.ts";

declare const history: RelationshipHistory;
const asOf = 0;

describe("loyalty and lifecycle", () => {
  it("give labels of their own, or the caller's", () => {
    expectTypeOf(classifyLoyalty(history, { asOf })).toEqualTypeOf<DatedDecision<LoyaltyLabel>>();
    expectTypeOf(lifecycleStage(history, { asOf }).label).toEqualTypeOf<LifecycleStage | "undetermined">();
    const labels = { churned: "berhenti" } as const;
    expectTypeOf(lifecycleStage(history, { asOf, labels }).label).toEqualTypeOf<
      LifecycleStage | "berhenti" | "undetermined"
    >();
    expectTypeOf(
      lifecycleGuidance(lifecycleStage(history, { asOf }).label),
    ).toEqualTypeOf<LifecycleGuide | null>();
  });

  it("need a moment, and know their labels and facts", () => {
    // @ts-expect-error: the moment is missing
    () => classifyLoyalty(history, {});
    // @ts-expect-error: the second date is missing
    () => lifecycleTransitions([history], { from: 0 });
    // @ts-expect-error: no such stage
    () => lifecycleStage(history, { asOf, labels: { lost: "x" } });
    // @ts-expect-error: no such fact
    () => lifecycleStage(history, { asOf, rules: [{ rule: "r", label: "churned", when: { mood: 1 } }] });
    // @ts-expect-error: a history of stages takes no risk
    () => lifecycleHistory(history, { asOf, risk: 1 });
  });

  it("read orders as purchases, and answered and dated survey responses as answers", () => {
    expectTypeOf<Order>().toExtend<RelationshipPurchase>();
    expectTypeOf<NpsResponse & { at: string }>().toExtend<RelationshipAnswer>();
  });
});

describe("churnRisk", () => {
  it("is a risk or null, and fits the risk of a lifecycle stage", () => {
    expectTypeOf(churnRisk({ nps: null })).toEqualTypeOf<ChurnRisk>();
    expectTypeOf(healthScore({})).toEqualTypeOf<number | null>();
    lifecycleStage(history, { asOf, risk: churnRisk({}) });
    // @ts-expect-error: no such signal
    () => churnRisk({ csat: 1 });
    // @ts-expect-error: no such signal
    () => churnRisk({}, { weights: { csat: 1 } });
  });
});
