// Laws of RFM, the repeat purchase rate and the referral rate.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Order,
  type ReferredCustomer,
  type Rfm,
  type RfmCustomer,
  referralRate,
  repeatPurchaseRate,
  rfm,
} from "../../src/index.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

const DAY = 86_400_000;
const END = 100 * DAY;

const anyId = fc.constantFrom("a", "b", "c", "d", "e", "__proto__", 1, "1", 2, 3);
/** Whole amounts, so that their sums are exact in any order; few days and small amounts, so that there are ties. */
const orders: fc.Arbitrary<Order[]> = fc.array(
  fc.record({
    customerId: anyId,
    at: fc.nat({ max: 110 }).map((day) => day * DAY),
    amount: fc.oneof(fc.nat({ max: 5 }), fc.nat({ max: 1e6 })),
  }),
  { maxLength: 40 },
);
const bins = fc.integer({ min: 2, max: 7 });
const monetary = fc.constantFrom("total" as const, "mean" as const);

const MEASURES = [
  ["recencyDays", "recencyScore", -1],
  ["frequency", "frequencyScore", 1],
  ["monetary", "monetaryScore", 1],
] as const;

function byCustomer({ customers }: Rfm): Map<unknown, RfmCustomer> {
  return new Map(customers.map((customer) => [customer.customerId, customer]));
}

const scoresOf = ({ customers }: Rfm): number[][] =>
  customers.map(({ recencyScore, frequencyScore, monetaryScore }) => [
    recencyScore,
    frequencyScore,
    monetaryScore,
  ]);

describe("rfm", () => {
  it("counts every order, and every customer with an order, once", () => {
    fc.assert(
      fc.property(orders, bins, monetary, (all, n, money) => {
        const result = rfm(all, { asOf: END, bins: n, monetary: money });
        expect(result.orders + result.afterAsOf).toBe(all.length);
        const counted = all.filter(({ at }) => Number(at) <= END);
        expect(result.customers.map(({ customerId }) => customerId)).toEqual([
          ...new Set(counted.map(({ customerId }) => customerId)),
        ]);
        expect(result.customers.reduce((sum, { frequency }) => sum + frequency, 0)).toBe(counted.length);
        if (n === 5) {
          const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
          expect(sum(result.segments.map(({ customers }) => customers))).toBe(result.customers.length);
          expect(sum(result.segments.map(({ amount }) => amount))).toBe(
            sum(counted.map(({ amount }) => amount)),
          );
        }
      }),
    );
  });

  it("scores from 1 to bins, the better never lower, and equals alike", () => {
    fc.assert(
      fc.property(orders, bins, monetary, (all, n, money) => {
        const { customers } = rfm(all, { asOf: END, bins: n, monetary: money });
        for (const [value, score, sign] of MEASURES) {
          const ordered = [...customers].sort((a, b) => sign * (a[value] - b[value]));
          ordered.forEach((customer, i) => {
            expect(customer[score]).toBeGreaterThanOrEqual(1);
            expect(customer[score]).toBeLessThanOrEqual(n);
            const before = ordered[i - 1];
            if (before === undefined) return;
            expect(customer[score]).toBeGreaterThanOrEqual(before[score]);
            if (customer[value] === before[value]) expect(customer[score]).toBe(before[score]);
          });
        }
      }),
    );
  });

  it("puts at most a share of s ÷ bins below the score s + 1 where there are no ties, give or take one customer", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat({ max: 1e6 }), { minLength: 1, maxLength: 40 }),
        bins,
        (amounts, n) => {
          const all = amounts.map((amount, customerId) => ({ customerId, at: 0, amount }));
          const { customers } = rfm(all, { asOf: END, bins: n });
          for (let score = 1; score <= n; score++) {
            const upTo = customers.filter(({ monetaryScore }) => monetaryScore <= score).length;
            expect(Math.abs(upTo - (customers.length * score) / n)).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });

  it("does not depend on the order of orders but for that of the customers", () => {
    fc.assert(
      fc.property(orders, bins, monetary, (all, n, money) => {
        const how = { asOf: END, bins: n, monetary: money };
        const [forth, back] = [rfm(all, how), rfm([...all].reverse().values(), how)];
        expect(byCustomer(back)).toEqual(byCustomer(forth));
        expect({ ...back, customers: [] }).toEqual({ ...forth, customers: [] });
      }),
    );
  });

  it("gives the same scores in another currency unit, and as many days later", () => {
    fc.assert(
      fc.property(
        orders,
        bins,
        monetary,
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        (all, n, money, rate) => {
          const how = { bins: n, monetary: money };
          const scores = scoresOf(rfm(all, { ...how, asOf: END }));
          const converted = all.map((order) => ({ ...order, amount: order.amount * rate }));
          expect(scoresOf(rfm(converted, { ...how, asOf: END }))).toEqual(scores);
          const past = all.filter(({ at }) => Number(at) <= END);
          expect(scoresOf(rfm(past, { ...how, asOf: END + 17 * DAY }))).toEqual(scores);
        },
      ),
    );
  });

  it("gives its own cuts back, and the same scores by them", () => {
    fc.assert(
      fc.property(orders, bins, monetary, (all, n, money) => {
        const how = { asOf: END, bins: n, monetary: money };
        const result = rfm(all, how);
        expect(rfm(all, { ...how, cuts: result.cuts })).toEqual(result);
      }),
    );
  });

  it("scores a customer by given cuts whatever the others did", () => {
    fc.assert(
      fc.property(orders, orders, (all, more) => {
        const cuts = { recency: [80, 40, 20, 5], frequency: [1, 2, 3, 4], monetary: [0, 3, 10, 1000] };
        const others = more.map((order) => ({ ...order, customerId: `other ${order.customerId}` }));
        const [alone, among] = [rfm(all, { asOf: END, cuts }), rfm([...others, ...all], { asOf: END, cuts })];
        for (const customer of alone.customers) {
          expect(byCustomer(among).get(customer.customerId)).toEqual(customer);
        }
      }),
    );
  });

  it("leaves its input as it is, agrees with itself and is plain JSON", () => {
    fc.assert(
      fc.property(orders, bins, (all, n) => {
        const result = rfm(deepFreeze(all), deepFreeze({ asOf: END, bins: n }));
        expectPlainJson(result);
        expect(rfm(all, { asOf: END, bins: n })).toStrictEqual(result);
      }),
    );
  });
});

describe("repeatPurchaseRate", () => {
  const options = fc.record({
    asOf: fc.option(
      fc.nat({ max: 120 }).map((day) => day * DAY),
      { nil: undefined },
    ),
    withinDays: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
  });

  it("counts those whose second order came in time among those whose time has run out, and accounts for all", () => {
    fc.assert(
      fc.property(orders, options, (all, how) => {
        const rate = repeatPurchaseRate(all, how);
        const end = how.asOf ?? Number.POSITIVE_INFINITY;
        const reach = (how.withinDays ?? Number.POSITIVE_INFINITY) * DAY;
        const counted = all.filter(({ at }) => Number(at) <= end);
        expect([rate.orders, rate.afterAsOf]).toEqual([counted.length, all.length - counted.length]);
        const customers = [...new Set(counted.map(({ customerId }) => customerId))].map((id) =>
          counted
            .filter(({ customerId }) => customerId === id)
            .map(({ at }) => Number(at))
            .sort((a, b) => a - b),
        );
        const due = customers.filter(([first = 0]) => how.withinDays === undefined || first + reach <= end);
        const again = due.filter(([first = 0, second]) => second !== undefined && second - first <= reach);
        expect([rate.numerator, rate.denominator]).toEqual([again.length, due.length]);
        expect(rate.denominator + rate.windowOpen).toBe(customers.length);
      }),
    );
  });

  it("does not fall with more days, is the plain rate with all, and agrees with rfm", () => {
    fc.assert(
      fc.property(orders, fc.integer({ min: 1, max: 40 }), (all, withinDays) => {
        const numerator = (days?: number) => repeatPurchaseRate(all, { withinDays: days }).numerator;
        expect(numerator(withinDays + 1)).toBeGreaterThanOrEqual(numerator(withinDays));
        expect(numerator(1000)).toBe(numerator());
        const { customers } = rfm(all, { asOf: END });
        expect(repeatPurchaseRate(all, { asOf: END })).toMatchObject({
          numerator: customers.filter(({ frequency }) => frequency >= 2).length,
          denominator: customers.length,
        });
      }),
    );
  });

  it("leaves its input as it is, does not depend on order, agrees with itself and is plain JSON", () => {
    fc.assert(
      fc.property(orders, options, (all, how) => {
        const rate = repeatPurchaseRate(deepFreeze(all), deepFreeze(how));
        expectPlainJson(rate);
        expect(repeatPurchaseRate([...all].reverse().values(), how)).toStrictEqual(rate);
      }),
    );
  });
});

describe("referralRate", () => {
  const customers: fc.Arbitrary<ReferredCustomer[]> = fc
    .uniqueArray(fc.record({ customerId: anyId, referredBy: fc.option(fc.oneof(anyId, fc.constant("z"))) }), {
      selector: ({ customerId }) => customerId,
    })
    .map((all) => all.filter(({ customerId, referredBy }) => customerId !== referredBy));

  it("counts the referred and the referring, and no more of the second with those off the list than of the first", () => {
    fc.assert(
      fc.property(customers, (all) => {
        const referred = referralRate(all);
        const referring = referralRate(all, { policy: "referring-customers" });
        const brought = all.filter(({ referredBy }) => referredBy !== null);
        expect([referred.numerator, referred.denominator]).toEqual([brought.length, all.length]);
        const brings = (id: unknown) => brought.some(({ referredBy }) => referredBy === id);
        expect(referring.numerator).toBe(all.filter(({ customerId }) => brings(customerId)).length);
        expect(referring.unlistedReferrers).toBe(referred.unlistedReferrers);
        expect(referring.numerator + referring.unlistedReferrers).toBeLessThanOrEqual(referred.numerator);
      }),
    );
  });

  it("leaves its input as it is, does not depend on order, agrees with itself and is plain JSON", () => {
    fc.assert(
      fc.property(customers, fc.constantFrom("referred-customers", "referring-customers"), (all, policy) => {
        const rate = referralRate(deepFreeze(all), deepFreeze({ policy }));
        expectPlainJson(rate);
        expect(referralRate([...all].reverse().values(), { policy })).toStrictEqual(rate);
      }),
    );
  });
});
