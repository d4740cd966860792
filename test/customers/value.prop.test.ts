import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  annualizeChurn,
  conversionRate,
  customerAcquisitionCost,
  customerLifetimeValue,
  expectedLifetime,
  type LifetimeValueOptions,
  ltvToCac,
  type PaymentConvention,
  paybackPeriods,
} from "../../src/index.ts";
import { anyLevel } from "../support/arbitraries.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

/** Proportions that can be divided by, and 0. */
const anyShare = fc.oneof(
  fc.double({ min: 1e-100, max: 1, noNaN: true }),
  fc.double({ min: 1e-12, max: 1e-3, noNaN: true }),
  fc.constantFrom(0, 0.05, 0.5, 1),
);
/** Churn as it occurs, away from 0. */
const anyChurn = fc.double({ min: 0.001, max: 1, noNaN: true });
const anyMoney = fc.double({ min: 0.01, max: 1e6, noNaN: true });
const anyDiscount = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 2, noNaN: true }));
const anyConvention = fc.constantFrom<PaymentConvention>(
  "first-payment-included",
  "first-payment-excluded",
  "end-of-period",
);
const anyValue: fc.Arbitrary<LifetimeValueOptions> = fc.record({
  revenuePerPeriod: anyMoney,
  grossMargin: fc.double({ min: 0.01, max: 1, noNaN: true }),
  churnRate: anyChurn,
  discountRate: anyDiscount,
  convention: anyConvention,
});

function expectAlike(a: number | null, b: number, tolerance = 1e-12): void {
  expect(Math.abs((a ?? Number.NaN) - b)).toBeLessThanOrEqual(tolerance * Math.abs(b));
}

describe("the laws of annualizeChurn and expectedLifetime", () => {
  it("annual churn is a proportion, at least that of a period and at most the periods' sum", () => {
    fc.assert(
      fc.property(anyShare, fc.integer({ min: 1, max: 366 }), (rate, periods) => {
        const annual = annualizeChurn(rate, periods);
        expect(annual).toBeGreaterThanOrEqual(rate * (1 - 1e-15));
        expect(annual).toBeLessThanOrEqual(Math.min(1, periods * rate * (1 + 1e-15)));
        expectPlainJson(annual);
      }),
    );
  });

  it("twelve months are four quarters of three", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.9, noNaN: true }), (rate) => {
        expectAlike(annualizeChurn(annualizeChurn(rate, 3), 4), annualizeChurn(rate, 12));
      }),
    );
  });

  it("the expected lifetime is at least a period, and falls as churn rises", () => {
    fc.assert(
      fc.property(anyChurn, anyChurn, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(expectedLifetime(high)).toBeGreaterThanOrEqual(1);
        expect(expectedLifetime(low)).toBeGreaterThanOrEqual(expectedLifetime(high) as number);
        expect(expectedLifetime(a)).toBe(
          customerLifetimeValue({ revenuePerPeriod: 1, grossMargin: 1, churnRate: a }).value,
        );
      }),
    );
  });
});

describe("the laws of conversionRate", () => {
  it("is converted ÷ prospects, within its interval", () => {
    fc.assert(
      fc.property(fc.nat({ max: 1e6 }), fc.nat({ max: 1e6 }), anyLevel(), (converted, rest, level) => {
        const prospects = converted + rest;
        const { rate, interval, ...counts } = conversionRate({ prospects, converted }, { level });
        expect(counts).toEqual({
          numerator: converted,
          denominator: prospects,
          policy: "converted-of-prospects",
        });
        expect(rate).toBe(prospects === 0 ? null : converted / prospects);
        if (rate === null) return;
        expect(interval?.low).toBeLessThanOrEqual(rate);
        expect(interval?.high).toBeGreaterThanOrEqual(rate);
      }),
    );
  });
});

describe("the laws of customerLifetimeValue", () => {
  const worthOf = (options: LifetimeValueOptions): number =>
    customerLifetimeValue(options).value ?? Number.NaN;

  it("the first payment is the difference between including and excluding it", () => {
    fc.assert(
      fc.property(anyValue, (options) => {
        const included = worthOf({ ...options, convention: "first-payment-included" });
        const excluded = worthOf({ ...options, convention: "first-payment-excluded" });
        const margin = (options.revenuePerPeriod as number) * options.grossMargin;
        expectAlike(margin + excluded, included);
      }),
    );
  });

  it("in arrears is one period's discount less than in advance", () => {
    fc.assert(
      fc.property(
        anyValue,
        fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined }),
        (options, periods) => {
          const advance = worthOf({ ...options, periods, convention: "first-payment-included" });
          const arrears = worthOf({ ...options, periods, convention: "end-of-period" });
          expectAlike(arrears * (1 + (options.discountRate as number)), advance);
        },
      ),
    );
  });

  it("is the sum of its payments, one by one", () => {
    fc.assert(
      fc.property(anyValue, fc.integer({ min: 1, max: 200 }), (options, periods) => {
        const { churnRate, discountRate = 0, grossMargin, revenuePerPeriod, convention } = options;
        const stays = 1 - (churnRate as number);
        let sum = 0;
        for (let k = 0; k < periods; k++) {
          const paid = stays ** (convention === "first-payment-excluded" ? k + 1 : k);
          const waits = convention === "first-payment-included" ? k : k + 1;
          sum += ((revenuePerPeriod as number) * grossMargin * paid) / (1 + discountRate) ** waits;
        }
        expectAlike(worthOf({ ...options, periods }), sum, 1e-11);
      }),
    );
  });

  it("one more payment never lowers it, and no number of them exceeds the whole life", () => {
    fc.assert(
      fc.property(anyValue, fc.integer({ min: 1, max: 500 }), (options, periods) => {
        const cut = worthOf({ ...options, periods });
        expect(worthOf({ ...options, periods: periods + 1 })).toBeGreaterThanOrEqual(cut);
        expect(worthOf(options)).toBeGreaterThanOrEqual(cut);
        expectAlike(worthOf({ ...options, periods: 1_000_000 }), worthOf(options));
      }),
    );
  });

  it("more churn or discount never raises it, more margin never lowers it", () => {
    fc.assert(
      fc.property(anyValue, anyChurn, anyDiscount, (options, churn, discount) => {
        const value = worthOf(options) * (1 + 1e-14);
        const churnRate = Math.max(churn, options.churnRate as number);
        const discountRate = Math.max(discount, options.discountRate as number);
        expect(worthOf({ ...options, churnRate })).toBeLessThanOrEqual(value);
        // Discounting cannot lower a sum that has nothing but a payment at once.
        expect(worthOf({ ...options, discountRate })).toBeLessThanOrEqual(value);
        expect(worthOf({ ...options, grossMargin: 1 }) * (1 + 1e-14)).toBeGreaterThanOrEqual(
          worthOf(options),
        );
      }),
    );
  });

  it("the unit of money scales it", () => {
    fc.assert(
      fc.property(anyValue, (options) => {
        const revenuePerPeriod = 1024 * (options.revenuePerPeriod as number);
        expect(worthOf({ ...options, revenuePerPeriod })).toBe(1024 * worthOf(options));
      }),
    );
  });

  it("is plain JSON and finite or null, of any figures in range", () => {
    const anyFigures = fc.record(
      {
        revenuePerPeriod: fc.option(fc.double({ min: 0, max: 1e100, noNaN: true })),
        grossMargin: anyShare,
        churnRate: fc.option(anyShare),
        discountRate: fc.oneof(fc.constant(0), fc.double({ min: 1e-100, max: 1e100, noNaN: true })),
        convention: anyConvention,
        periods: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
      },
      { requiredKeys: ["revenuePerPeriod", "grossMargin", "churnRate"] },
    );
    fc.assert(
      fc.property(anyFigures, (figures) => {
        const result = customerLifetimeValue(deepFreeze(figures));
        expectPlainJson(result);
        expect(result.value === null).toBe(result.reason !== null);
      }),
    );
  });
});

describe("the laws of acquisition", () => {
  it("cost times customers is the spend", () => {
    fc.assert(
      fc.property(anyMoney, fc.integer({ min: 1, max: 1e6 }), (spend, acquired) => {
        expectAlike((customerAcquisitionCost({ spend, acquired }) ?? Number.NaN) * acquired, spend);
      }),
    );
  });

  it("value to cost is 1 exactly where they are equal, and doubles with the value", () => {
    fc.assert(
      fc.property(anyMoney, anyMoney, (value, cost) => {
        expect(ltvToCac(cost, cost)).toBe(1);
        expect(ltvToCac(2 * value, cost)).toBe(2 * (ltvToCac(value, cost) as number));
      }),
    );
  });

  const anyPayback = fc.record({
    acquisitionCost: anyMoney,
    revenuePerPeriod: anyMoney,
    grossMargin: fc.double({ min: 0.01, max: 1, noNaN: true }),
  });

  it("payback comes exactly where the lifetime value exceeds the cost", () => {
    fc.assert(
      fc.property(anyPayback, anyChurn, (figures, churnRate) => {
        const value = customerLifetimeValue({
          ...figures,
          acquisitionCost: undefined,
          churnRate,
        } as never).value;
        const ratio = ltvToCac(value, figures.acquisitionCost) as number;
        fc.pre(Math.abs(ratio - 1) > 1e-12);
        expect(paybackPeriods({ ...figures, churnRate }) === null).toBe(ratio < 1);
      }),
    );
  });

  it("churn never shortens payback", () => {
    fc.assert(
      fc.property(anyPayback, anyChurn, anyChurn, (figures, a, b) => {
        const sooner = paybackPeriods({ ...figures, churnRate: Math.min(a, b) });
        const later = paybackPeriods({ ...figures, churnRate: Math.max(a, b) });
        expect((paybackPeriods(figures) as number) * (1 - 1e-12)).toBeLessThanOrEqual(sooner ?? Infinity);
        expect((sooner ?? Infinity) * (1 - 1e-9)).toBeLessThanOrEqual(later ?? Infinity);
      }),
    );
  });

  it("after as many whole periods as it takes, the margins come to the cost and not before", () => {
    fc.assert(
      fc.property(anyPayback, anyChurn, (figures, churnRate) => {
        const periods = paybackPeriods({ ...figures, churnRate });
        fc.pre(periods !== null);
        const { acquisitionCost, revenuePerPeriod, grossMargin } = figures;
        const broughtIn = (k: number): number =>
          k === 0
            ? 0
            : (customerLifetimeValue({ revenuePerPeriod, grossMargin, churnRate, periods: k })
                .value as number);
        const whole = Math.floor(periods as number);
        expect(broughtIn(whole)).toBeLessThanOrEqual(acquisitionCost * (1 + 1e-12));
        expect(broughtIn(whole + 1)).toBeGreaterThanOrEqual(acquisitionCost * (1 - 1e-12));
      }),
    );
  });
});
