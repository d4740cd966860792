import { describe, expect, it } from "vitest";
import { customerLifetimeValue, type LifetimeValueOptions, type PaymentConvention } from "../../src/index.ts";
import { expectClose } from "../support/closeTo.ts";
import { expectPlainJson } from "../support/plainJson.ts";

const TEXTBOOK = { revenuePerPeriod: 100, grossMargin: 1, churnRate: 0.2, discountRate: 0.1 };

describe("customerLifetimeValue", () => {
  // methods.md, section 2: margin 100, retention 0.8, discount 0.1.
  it.each([
    ["first-payment-included", 1100 / 3],
    ["first-payment-excluded", 800 / 3],
    ["end-of-period", 1000 / 3],
  ] as const)("with the convention %s gives %d in the textbook's case", (convention, expected) => {
    const { value, ...rest } = customerLifetimeValue({ ...TEXTBOOK, convention });
    expectClose(value, expected, 1e-15);
    expect(rest).toEqual({ reason: null, convention, periods: null });
  });

  it("includes the first payment unless told otherwise", () => {
    const expected = customerLifetimeValue({ ...TEXTBOOK, convention: "first-payment-included" });
    expect(customerLifetimeValue(TEXTBOOK)).toEqual(expected);
    expect(customerLifetimeValue({ ...TEXTBOOK, convention: undefined, periods: undefined })).toEqual(
      expected,
    );
  });

  it("without a discount is margin ÷ churn", () => {
    const simple = { revenuePerPeriod: 100, grossMargin: 1, churnRate: 0.05 };
    expect(customerLifetimeValue(simple).value).toBe(2000);
    expect(customerLifetimeValue({ ...simple, discountRate: undefined }).value).toBe(2000);
    expect(customerLifetimeValue({ ...simple, grossMargin: 0.8 }).value).toBe(1600);
  });

  it("where all leave at once is the first payment, or nothing after it", () => {
    const leaving = { ...TEXTBOOK, churnRate: 1 };
    expectClose(customerLifetimeValue(leaving).value, 100, 1e-15);
    expect(customerLifetimeValue({ ...leaving, convention: "first-payment-excluded" }).value).toBe(0);
    expectClose(customerLifetimeValue({ ...leaving, periods: 3 }).value, 100, 1e-15);
  });

  it("cut off after so many payments says so", () => {
    const cut = customerLifetimeValue({ ...TEXTBOOK, periods: 2 });
    expectClose(cut.value, 100 + 80 / 1.1, 1e-15);
    expect(cut.periods).toBe(2);
    const undiscounted = { ...TEXTBOOK, churnRate: 0, discountRate: 0, periods: 60 };
    expect(customerLifetimeValue(undiscounted).value).toBe(6000);
  });

  it("is null where it never ends, and says so", () => {
    for (const convention of ["first-payment-included", "first-payment-excluded", "end-of-period"] as const) {
      const endless = { ...TEXTBOOK, churnRate: 0, discountRate: 0, convention };
      expect(customerLifetimeValue(endless)).toEqual({
        value: null,
        reason: "never-ends",
        convention,
        periods: null,
      });
      expect(customerLifetimeValue({ ...endless, grossMargin: 0 }).value).toBe(0);
      expect(customerLifetimeValue({ ...endless, discountRate: 0.1 }).reason).toBeNull();
    }
  });

  it("is null where revenue or churn is not known, and says so", () => {
    for (const unknown of [{ revenuePerPeriod: null }, { churnRate: null }]) {
      expect(customerLifetimeValue({ ...TEXTBOOK, ...unknown, periods: 5 })).toEqual({
        value: null,
        reason: "unknown",
        convention: "first-payment-included",
        periods: 5,
      });
    }
  });

  it("is plain JSON whatever is 0", () => {
    for (const name of ["revenuePerPeriod", "grossMargin", "churnRate", "discountRate"]) {
      expectPlainJson(customerLifetimeValue(Object.freeze({ ...TEXTBOOK, [name]: -0 })));
      expectPlainJson(customerLifetimeValue({ ...TEXTBOOK, [name]: -0, periods: 3 }));
    }
  });
});

describe("customerLifetimeValue refuses", () => {
  const AMOUNT = "a finite number from 0 up";
  const SHARE = "a number from 0 to 1";
  const WHOLE = "a whole number from 1 up";

  it.each([
    ["revenuePerPeriod", -1, AMOUNT, "-1"],
    ["revenuePerPeriod", "100", AMOUNT, "a string"],
    ["revenuePerPeriod", undefined, AMOUNT, "undefined"],
    ["grossMargin", 80, SHARE, "80"],
    ["grossMargin", null, SHARE, "null"],
    ["grossMargin", undefined, SHARE, "undefined"],
    ["churnRate", 1.5, SHARE, "1.5"],
    ["churnRate", Number.NaN, SHARE, "NaN"],
    ["churnRate", undefined, SHARE, "undefined"],
    ["discountRate", -0.1, AMOUNT, "-0.1"],
    ["discountRate", null, AMOUNT, "null"],
    ["periods", 0, WHOLE, "0"],
    ["periods", 2.5, WHOLE, "2.5"],
    ["periods", null, WHOLE, "null"],
    ["periods", Number.POSITIVE_INFINITY, WHOLE, "Infinity"],
  ])("for %s the value %s", (name, value, requirement, described) => {
    expect(() => customerLifetimeValue({ ...TEXTBOOK, [name]: value } as LifetimeValueOptions)).toThrow(
      expect.objectContaining({
        message: `customerLifetimeValue: ${name} must be ${requirement}, got ${described}`,
        code: "invalid-argument",
        path: [name],
      }),
    );
  });

  it("an unknown convention, whether or not it matters", () => {
    for (const churnRate of [0.2, null]) {
      const convention = "in-advance" as PaymentConvention;
      expect(() => customerLifetimeValue({ ...TEXTBOOK, churnRate, convention })).toThrow(
        'customerLifetimeValue: convention must be "first-payment-included" or "first-payment-excluded" or "end-of-period", got a string',
      );
    }
  });

  it("mistyped names, and what is no object", () => {
    expect(() => customerLifetimeValue({ ...TEXTBOOK, discount: 0.1 } as LifetimeValueOptions)).toThrow(
      'customerLifetimeValue: options must be among revenuePerPeriod, grossMargin, churnRate, discountRate, convention, periods, got "discount"',
    );
    expect(() => customerLifetimeValue(null as never)).toThrow("options must be an object, got null");
  });

  it("a value beyond the largest number", () => {
    const rich = { revenuePerPeriod: 1e300, grossMargin: 1, churnRate: 1e-200 };
    expect(() => customerLifetimeValue(rich)).toThrow(
      "customerLifetimeValue: churnRate must be 0 or large enough to divide by, got 1e-200",
    );
    expect(() => customerLifetimeValue({ ...rich, churnRate: 0, periods: 1e15 })).toThrow(
      expect.objectContaining({ path: ["periods"] }),
    );
  });
});
