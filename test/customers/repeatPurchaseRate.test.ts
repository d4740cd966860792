// Contract of the repeat purchase rate.

import { describe, expect, it } from "vitest";
import { repeatPurchaseRate } from "../../src/index.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

const day = (number: number): string => new Date(Date.UTC(2026, 2, number)).toISOString();

const order = (customerId: string | number, at: number) => ({ customerId, at: day(at) });

const ORDERS = deepFreeze([
  order("ana", 9),
  order("budi", 2),
  order("ana", 1),
  order("citra", 3),
  order("citra", 30),
  order("dewi", 20),
  order("dewi", 21),
]);

describe("repeatPurchaseRate", () => {
  it("is the share of the customers with a second order, with all that was left out", () => {
    const rate = repeatPurchaseRate(ORDERS, { asOf: day(25) });
    expect(rate).toStrictEqual({
      rate: 0.5,
      numerator: 2,
      denominator: 4,
      interval: {
        low: expect.closeTo(0.150038989152, 12),
        high: expect.closeTo(0.849961010848, 12),
        level: 0.95,
        method: "wilson",
      },
      policy: "ordered-again",
      withinDays: null,
      asOf: "2026-03-25T00:00:00.000Z",
      orders: 6,
      afterAsOf: 1,
      windowOpen: 0,
    });
    expectPlainJson(rate);
    expect(repeatPurchaseRate(ORDERS)).toMatchObject({ rate: 0.75, asOf: null, orders: 7, afterAsOf: 0 });
  });

  it("within days, the second order must come in time, up to the last moment", () => {
    const within = (withinDays: number) => repeatPurchaseRate(ORDERS, { withinDays }).numerator;
    expect([within(7), within(8), within(26), within(27)]).toEqual([1, 2, 2, 3]);
    expect(repeatPurchaseRate(ORDERS, { withinDays: 7 })).toMatchObject({
      policy: "ordered-again-within-days",
      withinDays: 7,
    });
  });

  it("within days, leaves out customers whose days have not run out, whether they ordered again or not", () => {
    expect(repeatPurchaseRate(ORDERS, { withinDays: 8, asOf: day(25) })).toMatchObject({
      numerator: 1,
      denominator: 3,
      windowOpen: 1,
    });
    expect(repeatPurchaseRate(ORDERS, { withinDays: 5, asOf: day(25) }).windowOpen).toBe(0);
  });

  it("counts from the first order on, in whatever order they come", () => {
    const days = [
      [1, 4, 20],
      [20, 4, 1],
      [4, 20, 1],
      [4, 1, 20],
      [1, 20, 4],
      [20, 1, 4],
    ];
    for (const at of days) {
      const orders = at.map((number) => order("ana", number));
      expect(repeatPurchaseRate(orders, { withinDays: 3 }).rate).toBe(1);
      expect(repeatPurchaseRate(orders, { withinDays: 2 }).rate).toBe(0);
    }
  });

  it("takes two orders of the same moment for two", () => {
    expect(repeatPurchaseRate([order("ana", 1), order("ana", 1)], { withinDays: 1 }).rate).toBe(1);
  });

  it("takes 1 and '1' for two customers", () => {
    expect(repeatPurchaseRate([order(1, 1), order("1", 2)])).toMatchObject({ numerator: 0, denominator: 2 });
  });

  it("does not read what an order came to", () => {
    expect(repeatPurchaseRate([{ ...order("ana", 1), amount: -5, currency: 3 }] as never).denominator).toBe(
      1,
    );
  });

  it("is null where nobody ordered", () => {
    expect(repeatPurchaseRate([])).toMatchObject({ rate: null, interval: null, orders: 0 });
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, "7", null])("refuses withinDays %s", (withinDays) => {
    expect(() => repeatPurchaseRate([], { withinDays: withinDays as never })).toThrow(
      /^repeatPurchaseRate: withinDays must be a finite number above 0, got /,
    );
  });

  it("refuses orders of nobody, an orderId given twice and mistyped options", () => {
    expect(() => repeatPurchaseRate([{ at: 0 } as never])).toThrow(
      "repeatPurchaseRate: orders at index 0.customerId must be a string that is not blank or a finite number",
    );
    const twice = [1, 1].map((orderId) => ({ ...order("ana", 1), orderId }));
    expect(() => repeatPurchaseRate(twice)).toThrow(
      "orders at index 1.orderId must be another than those before it",
    );
    expect(() => repeatPurchaseRate([], { level: 1 })).toThrow("repeatPurchaseRate: level must be");
    expect(() => repeatPurchaseRate([], { within: 7 } as never)).toThrow(
      'repeatPurchaseRate: options must be among asOf, withinDays, level, got "within"',
    );
  });

  it("closes a generator where it throws", () => {
    let closed = false;
    function* orders(): Generator<{ customerId: string; at: number }> {
      try {
        yield { customerId: "", at: 0 };
      } finally {
        closed = true;
      }
    }
    expect(() => repeatPurchaseRate(orders())).toThrow();
    expect(closed).toBe(true);
  });
});
