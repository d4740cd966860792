import { describe, expect, it } from "vitest";
import {
  type AcquisitionSpend,
  customerAcquisitionCost,
  ltvToCac,
  type PaybackOptions,
  paybackPeriods,
} from "../../src/index.ts";

describe("customerAcquisitionCost is spend ÷ customers acquired", () => {
  it("which is 300 where 12,000 won 40", () => {
    expect(customerAcquisitionCost({ spend: 12_000, acquired: 40 })).toBe(300);
    expect(customerAcquisitionCost({ spend: -0, acquired: 40 })).toBe(0);
  });

  it("is null where nobody was acquired, for whatever it cost", () => {
    expect(customerAcquisitionCost({ spend: 12_000, acquired: 0 })).toBeNull();
    expect(customerAcquisitionCost({ spend: 0, acquired: 0 })).toBeNull();
  });

  it("refuses what is no amount, no count or no object", () => {
    for (const spend of [-1, Number.POSITIVE_INFINITY, "5", null, undefined]) {
      expect(() => customerAcquisitionCost({ spend: spend as number, acquired: 5 })).toThrow(
        expect.objectContaining({ code: "invalid-argument", path: ["spend"] }),
      );
    }
    for (const acquired of [-1, 0.5, "5", null, undefined]) {
      expect(() => customerAcquisitionCost({ spend: 5, acquired: acquired as number })).toThrow(
        expect.objectContaining({ code: "invalid-count", path: ["acquired"] }),
      );
    }
    expect(() => customerAcquisitionCost(null as unknown as AcquisitionSpend)).toThrow(
      "customerAcquisitionCost: spending must be an object, got null",
    );
  });
});

describe("ltvToCac is lifetime value ÷ acquisition cost", () => {
  it("which is 3 of 900 and 300", () => {
    expect(ltvToCac(900, 300)).toBe(3);
    expect(ltvToCac(0, 300)).toBe(0);
  });

  it("is null where the cost is 0, and where either is not known", () => {
    expect([ltvToCac(900, 0), ltvToCac(null, 300), ltvToCac(900, null), ltvToCac(null, null)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it("refuses what is no amount, whatever the other is", () => {
    for (const value of [-1, Number.NaN, "5", undefined]) {
      expect(() => ltvToCac(value as number, null)).toThrow(
        expect.objectContaining({ code: "invalid-argument", path: ["lifetimeValue"] }),
      );
      expect(() => ltvToCac(null, value as number)).toThrow(
        expect.objectContaining({ code: "invalid-argument", path: ["acquisitionCost"] }),
      );
    }
    expect(() => ltvToCac(1e300, 1e-300)).toThrow(
      "ltvToCac: acquisitionCost must be 0 or large enough to divide by, got 1e-300",
    );
  });
});

const CUSTOMER = { acquisitionCost: 300, revenuePerPeriod: 50, grossMargin: 0.8 };

describe("paybackPeriods", () => {
  it("without churn is cost ÷ margin, not rounded", () => {
    expect(paybackPeriods(CUSTOMER)).toBe(7.5);
    expect(paybackPeriods({ ...CUSTOMER, churnRate: 0 })).toBe(7.5);
    expect(paybackPeriods({ ...CUSTOMER, churnRate: undefined })).toBe(7.5);
    expect(paybackPeriods({ ...CUSTOMER, acquisitionCost: 10 })).toBe(0.25);
  });

  it("with churn is when the margins of all who were won add up to the cost", () => {
    // 40 + 20 = 60 in two periods; half of the third's 10 makes 65.
    expect(paybackPeriods({ ...CUSTOMER, acquisitionCost: 65, churnRate: 0.5 })).toBeCloseTo(2.5, 14);
    expect(paybackPeriods({ ...CUSTOMER, acquisitionCost: 60, churnRate: 0.5 })).toBeCloseTo(2, 14);
  });

  it("within the first period nobody has left yet", () => {
    for (const churnRate of [0, 0.3, 1]) {
      expect(paybackPeriods({ ...CUSTOMER, acquisitionCost: 30, churnRate })).toBe(0.75);
      expect(paybackPeriods({ ...CUSTOMER, acquisitionCost: 40, churnRate })).toBe(1);
    }
  });

  it("is null where the cost is never brought back", () => {
    expect(paybackPeriods({ ...CUSTOMER, revenuePerPeriod: 0 })).toBeNull();
    expect(paybackPeriods({ ...CUSTOMER, grossMargin: 0 })).toBeNull();
    expect(paybackPeriods({ ...CUSTOMER, churnRate: 0.5 })).toBeNull();
    // The whole life brings in 40 ÷ 0.5 = 80, and takes for ever to.
    expect(paybackPeriods({ ...CUSTOMER, acquisitionCost: 80, churnRate: 0.5 })).toBeNull();
    expect(paybackPeriods({ ...CUSTOMER, acquisitionCost: 79, churnRate: 0.5 })).toBeGreaterThan(6);
    expect(paybackPeriods({ ...CUSTOMER, acquisitionCost: 41, churnRate: 1 })).toBeNull();
  });

  it("is 0 where there is no cost, even without a margin", () => {
    expect(paybackPeriods({ ...CUSTOMER, acquisitionCost: 0 })).toBe(0);
    expect(paybackPeriods({ ...CUSTOMER, acquisitionCost: -0, grossMargin: 0, churnRate: 1 })).toBe(0);
  });

  it("is null where a figure is not known, be there no cost either", () => {
    for (const name of ["acquisitionCost", "revenuePerPeriod", "churnRate"]) {
      expect(paybackPeriods({ ...CUSTOMER, [name]: null })).toBeNull();
    }
    for (const name of ["revenuePerPeriod", "churnRate"]) {
      expect(paybackPeriods({ ...CUSTOMER, acquisitionCost: 0, [name]: null })).toBeNull();
    }
  });

  it.each([
    ["acquisitionCost", -1],
    ["acquisitionCost", undefined],
    ["revenuePerPeriod", Number.NaN],
    ["revenuePerPeriod", "50"],
    ["grossMargin", 80],
    ["grossMargin", null],
    ["churnRate", 1.5],
    ["churnRate", "0"],
  ])("refuses for %s the value %s", (name, value) => {
    expect(() => paybackPeriods({ ...CUSTOMER, [name]: value } as PaybackOptions)).toThrow(
      expect.objectContaining({ code: "invalid-argument", path: [name] }),
    );
  });

  it("refuses mistyped names, and a time beyond the largest number", () => {
    expect(() => paybackPeriods({ ...CUSTOMER, churn: 0.1 } as PaybackOptions)).toThrow(
      'options must be among acquisitionCost, revenuePerPeriod, grossMargin, churnRate, got "churn"',
    );
    expect(() => paybackPeriods({ ...CUSTOMER, revenuePerPeriod: 5e-324, grossMargin: 1 })).toThrow(
      "paybackPeriods: revenuePerPeriod must be 0 or large enough to divide by, got 5e-324",
    );
  });
});
