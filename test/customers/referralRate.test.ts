// Contract of the referral rate.

import { describe, expect, it } from "vitest";
import { type ReferredCustomer, referralRate } from "../../src/index.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

const CUSTOMERS: readonly ReferredCustomer[] = deepFreeze([
  { customerId: "ana", referredBy: null },
  { customerId: "budi", referredBy: "ana" },
  { customerId: "citra", referredBy: "ana" },
  { customerId: "dewi", referredBy: "zaki" },
  { customerId: "eka", referredBy: " " },
  { customerId: "fajar" },
]);

describe("referralRate", () => {
  it("is the share of the customers whom others brought", () => {
    const rate = referralRate(CUSTOMERS);
    expect(rate).toStrictEqual({
      rate: 0.5,
      numerator: 3,
      denominator: 6,
      interval: expect.objectContaining({ level: 0.95, method: "wilson" }),
      policy: "referred-customers",
      unlistedReferrers: 1,
    });
    expectPlainJson(rate);
  });

  it("or the share of the customers who brought others, each counted once", () => {
    expect(referralRate(CUSTOMERS, { policy: "referring-customers" })).toMatchObject({
      rate: 1 / 6,
      numerator: 1,
      denominator: 6,
      policy: "referring-customers",
      unlistedReferrers: 1,
    });
  });

  it("finds those who brought others wherever they stand in the list", () => {
    expect(referralRate([...CUSTOMERS].reverse(), { policy: "referring-customers" }).numerator).toBe(1);
  });

  it("takes 1 and '1' for two customers", () => {
    const customers = [{ customerId: 1, referredBy: "1" }, { customerId: "2" }];
    expect(referralRate(customers, { policy: "referring-customers" })).toMatchObject({
      numerator: 0,
      unlistedReferrers: 1,
    });
  });

  it("is null over no customers", () => {
    expect(referralRate([])).toMatchObject({ rate: null, interval: null, unlistedReferrers: 0 });
  });

  it.each<[string, unknown, string]>([
    ["no list", "ana", "customers must be an array or another iterable, got a string"],
    ["no customer", [null], "customers at index 0 must be an object, got null"],
    ["a name alone", ["ana"], "customers at index 0 must be an object, got a string"],
    ["nobody", [{ customerId: "" }], "customers at index 0.customerId must be a string that is not blank"],
    [
      "a customer given twice",
      [{ customerId: 1 }, { customerId: 2 }, { customerId: 1 }],
      "customers at index 2.customerId must be another than those before it, got one of them",
    ],
    [
      "who referred themselves",
      [{ customerId: 1, referredBy: 1 }],
      "customers at index 0.referredBy must be another customer or missing, got the customer",
    ],
    [
      "a referrer of another type",
      [{ customerId: 1, referredBy: {} }],
      "customers at index 0.referredBy must be a string, a",
    ],
  ])("refuses %s", (_, customers, message) => {
    expect(() => referralRate(customers as never)).toThrow(`referralRate: ${message}`);
  });

  it("refuses an unknown policy, a level that is none and mistyped options", () => {
    expect(() => referralRate([], { policy: "all" as never })).toThrow(
      'referralRate: policy must be "referred-customers" or "referring-customers", got a string',
    );
    expect(() => referralRate([], { level: 1 })).toThrow("referralRate: level must be");
    expect(() => referralRate([], { of: "customers" } as never)).toThrow(
      'referralRate: options must be among policy, level, got "of"',
    );
  });
});
