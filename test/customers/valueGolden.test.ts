// Recurring revenue and customer value against sums in exact arithmetic; see golden/value.py.

import { describe, expect, it } from "vitest";
import {
  annualizeChurn,
  customerLifetimeValue,
  grossRevenueRetention,
  netRevenueRetention,
  type PaymentConvention,
  paybackPeriods,
  quickRatio,
  revenueChurnRate,
  revenueMovement,
} from "../../src/index.ts";
import golden from "../golden/value.json" with { type: "json" };
import { expectClose } from "../support/closeTo.ts";

const CLOSE = 1e-13;

type LifetimeRow = [PaymentConvention, number, number, number, number | null, number];
type PaybackRow = [number, number, number, number | null];
type AnnualRow = [number, number, number];
type Account = [string, number, number, boolean];

describe("customerLifetimeValue agrees with the sum of its payments", () => {
  it.each(golden.lifetimeValue.rows as LifetimeRow[])(
    "%s: margin %d, churn %d, discount %d, periods %s",
    (convention, margin, churnRate, discountRate, periods, expected) => {
      const { value } = customerLifetimeValue({
        revenuePerPeriod: margin,
        grossMargin: 1,
        churnRate,
        discountRate,
        convention,
        periods: periods ?? undefined,
      });
      expectClose(value, expected, CLOSE);
    },
  );
});

describe("paybackPeriods agrees with a walk through the periods", () => {
  it.each(golden.payback.rows as PaybackRow[])(
    "cost %d, margin %d, churn %d",
    (acquisitionCost, revenuePerPeriod, churnRate, expected) => {
      const options = { acquisitionCost, revenuePerPeriod, grossMargin: 1, churnRate };
      expectClose(paybackPeriods(options), expected, CLOSE);
    },
  );
});

describe("annualizeChurn agrees with what is left period by period", () => {
  it.each(golden.annualChurn.rows as AnnualRow[])("rate %d, %d periods", (rate, periods, expected) => {
    expectClose(annualizeChurn(rate, periods), expected, CLOSE);
  });
});

describe("revenueMovement agrees with fractions", () => {
  it.each(golden.movement.rows)("of accounts, case %#", ({ accounts, inCents, inUnits }) => {
    const rows = accounts as Account[];
    const seenBefore = rows.filter(([, , , seen]) => seen).map(([id]) => id);
    for (const [expected, scale, tolerance] of [
      [inCents, 1, 0],
      [inUnits, 100, CLOSE],
    ] as const) {
      const before = rows.map(([id, amount]) => [id, amount / scale] as const);
      const after = rows.map(([id, , amount]) => [id, amount / scale] as const);
      const m = revenueMovement(before, after, { seenBefore });
      const { gross, net, quick, ...flows } = expected;
      for (const [name, flow] of Object.entries(flows)) {
        expectClose(m[name as keyof typeof flows], flow, tolerance);
      }
      expectClose(grossRevenueRetention(m), gross, CLOSE);
      expectClose(netRevenueRetention(m), net, CLOSE);
      expectClose(quickRatio(m), quick, CLOSE);
      if (gross !== null) expect(revenueChurnRate(m)).toBeCloseTo(1 - gross, 12);
      if (net !== null) expect(revenueChurnRate(m, { kind: "net" })).toBeCloseTo(1 - net, 12);
    }
  });
});
