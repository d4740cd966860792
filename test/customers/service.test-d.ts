// Types of the figures of support cases, orders and referrals.

import { describe, expectTypeOf, it } from "vitest";
import {
  type CaseDurations,
  type CaseRate,
  escalationRate,
  type FirstContactResolution,
  firstContactResolution,
  firstResponseTime,
  type Order,
  type Rate,
  type ReferredCustomer,
  RFM_SEGMENTS,
  type Rfm,
  type RfmSegment,
  referralRate,
  repeatContactRate,
  repeatPurchaseRate,
  resolutionTime,
  rfm,
  type SupportCase,
  selfServiceRate,
  slaAttainment,
} from "../../src/index.ts";

declare const cases: Iterable<SupportCase>;
declare const orders: Iterable<Order>;
declare const customers: Iterable<ReferredCustomer>;

describe("the figures of support cases", () => {
  it("are rates of cases or durations", () => {
    const policy = "no-customer-reply";
    expectTypeOf(firstContactResolution(cases, { policy })).toEqualTypeOf<FirstContactResolution>();
    expectTypeOf(firstContactResolution(cases, { policy })).toExtend<CaseRate>();
    expectTypeOf(slaAttainment(cases, { target: "resolution" })).toExtend<CaseRate>();
    expectTypeOf(repeatContactRate(cases, { withinDays: 7 })).toExtend<CaseRate>();
    expectTypeOf(escalationRate(cases)).toEqualTypeOf<CaseRate>();
    expectTypeOf(selfServiceRate(cases)).toExtend<Rate>();
    expectTypeOf(resolutionTime(cases)).toExtend<CaseDurations>();
    expectTypeOf(firstResponseTime(cases).p90).toEqualTypeOf<number | null>();
  });

  it("need a policy, a target and days where there is no default", () => {
    // @ts-expect-error: the policy is missing
    () => firstContactResolution(cases);
    // @ts-expect-error: the policy is missing
    () => firstContactResolution(cases, { of: "all" });
    // @ts-expect-error: no such policy
    () => firstContactResolution(cases, { policy: "one-touch" });
    // @ts-expect-error: the target is missing
    () => slaAttainment(cases, { withinHours: 4 });
    // @ts-expect-error: the days are missing
    () => repeatContactRate(cases, {});
    // @ts-expect-error: no such end
    () => resolutionTime(cases, { until: "closed" });
  });

  it("read cases that state nothing but their opening, and fields that are null or undefined", () => {
    expectTypeOf<{ openedAt: string }>().toExtend<SupportCase>();
    expectTypeOf<{ openedAt: Date; contacts: number | null | undefined }>().toExtend<SupportCase>();
    expectTypeOf<{ openedAt: number; contacts: string }>().not.toExtend<SupportCase>();
  });
});

describe("the figures of orders and referrals", () => {
  it("have plain results", () => {
    expectTypeOf(rfm(orders, { asOf: 0 })).toEqualTypeOf<Rfm>();
    expectTypeOf(rfm(orders, { asOf: 0 }).customers[0]?.segment).toEqualTypeOf<string | null | undefined>();
    expectTypeOf(RFM_SEGMENTS).toEqualTypeOf<readonly RfmSegment[]>();
    expectTypeOf(repeatPurchaseRate(orders)).toExtend<Rate>();
    expectTypeOf(referralRate(customers)).toExtend<Rate>();
  });

  it("take the cuts of another result", () => {
    const { cuts } = rfm(orders, { asOf: 0 });
    expectTypeOf(rfm(orders, { asOf: 1, cuts })).toEqualTypeOf<Rfm>();
  });

  it("need a moment for recency, and no amounts for repeat purchases", () => {
    // @ts-expect-error: asOf is missing
    () => rfm(orders, { bins: 5 });
    // @ts-expect-error: the amount is missing
    () => rfm([{ customerId: 1, at: 0 }], { asOf: 0 });
    expectTypeOf(repeatPurchaseRate([{ customerId: 1, at: 0 }])).toExtend<Rate>();
    // @ts-expect-error: no such reading
    () => referralRate(customers, { policy: "all" });
  });
});
