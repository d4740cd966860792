// Contract of RFM.

import { describe, expect, it } from "vitest";
import { type CxMetricsErrorCode, type Order, RFM_SEGMENTS, type RfmOptions, rfm } from "../../src/index.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

const day = (number: number): string => new Date(Date.UTC(2026, 2, number)).toISOString();

const order = (customerId: string | number, at: number, amount: number): Order => ({
  customerId,
  at: day(at),
  amount,
});

const ORDERS: readonly Order[] = deepFreeze([
  order("ana", 1, 10),
  order("budi", 2, 30),
  order("ana", 9, 20),
  order("citra", 5, 0),
  order("ana", 3, 30),
  order("dewi", 20, 99),
]);

const asOf = day(11);

describe("rfm", () => {
  it("gives each customer's recency, frequency and money, with scores, cuts and segments", () => {
    const result = rfm(ORDERS, { asOf });
    expect(result).toStrictEqual({
      asOf: "2026-03-11T00:00:00.000Z",
      bins: 5,
      monetary: "total",
      customers: [
        {
          customerId: "ana",
          recencyDays: 2,
          frequency: 3,
          monetary: 60,
          recencyScore: 5,
          frequencyScore: 5,
          monetaryScore: 5,
          segment: "Champions",
        },
        {
          customerId: "budi",
          recencyDays: 9,
          frequency: 1,
          monetary: 30,
          recencyScore: 1,
          frequencyScore: 1,
          monetaryScore: 3,
          segment: "Lost",
        },
        {
          customerId: "citra",
          recencyDays: 6,
          frequency: 1,
          monetary: 0,
          recencyScore: 3,
          frequencyScore: 1,
          monetaryScore: 1,
          segment: "About To Sleep",
        },
      ],
      segments: expect.any(Array),
      cuts: { recency: [9, 9, 6, 6], frequency: [1, 1, 1, 1], monetary: [0, 0, 30, 30] },
      orders: 5,
      afterAsOf: 1,
    });
    expect(result.segments).toHaveLength(11);
    expect(result.segments.filter(({ customers }) => customers > 0)).toStrictEqual([
      { segment: "Champions", customers: 1, share: 1 / 3, amount: 60 },
      { segment: "About To Sleep", customers: 1, share: 1 / 3, amount: 0 },
      { segment: "Lost", customers: 1, share: 1 / 3, amount: 30 },
    ]);
    expectPlainJson(result);
  });

  it("divides customers without ties into bins of one size", () => {
    const orders = Array.from({ length: 20 }, (_, i) => order(i, 1, i));
    const scores = rfm(orders, { asOf }).customers.map(({ monetaryScore }) => monetaryScore);
    expect(scores).toEqual([1, 2, 3, 4, 5].flatMap((score) => Array(4).fill(score)));
  });

  it("gives equal values the same score, the lower one on a cut", () => {
    const orders = [1, 1, 1, 1, 1, 1, 1, 2, 2, 3].map((amount, i) => order(i, 1, amount));
    const { customers, cuts } = rfm(orders, { asOf });
    expect(customers.map(({ monetaryScore }) => monetaryScore)).toEqual([1, 1, 1, 1, 1, 1, 1, 4, 4, 5]);
    expect(customers.map(({ recencyScore }) => recencyScore)).toEqual(Array(10).fill(1));
    expect(cuts).toEqual({ recency: [10, 10, 10, 10], frequency: [1, 1, 1, 1], monetary: [1, 1, 1, 2] });
  });

  it("takes totals that differ by rounding alone for equal", () => {
    const orders = [order("a", 1, 0.1), order("a", 1, 0.2), order("b", 1, 0.3), order("c", 1, 0.31)];
    const scores = rfm(orders, { asOf, bins: 3 }).customers.map(({ monetaryScore }) => monetaryScore);
    expect(scores).toEqual([1, 1, 3]);
  });

  it("has as many as a hundred scores", () => {
    const orders = Array.from({ length: 100 }, (_, i) => order(i, 1, i));
    const scores = rfm(orders, { asOf, bins: 100 }).customers.map(({ monetaryScore }) => monetaryScore);
    expect(scores).toEqual(orders.map((_, i) => i + 1));
  });

  it("gives a single customer the lowest scores, having nobody to compare with", () => {
    expect(rfm([order("a", 1, 5)], { asOf }).customers).toMatchObject([
      { recencyScore: 1, frequencyScore: 1, monetaryScore: 1, segment: "Lost" },
    ]);
  });

  it("keeps the fraction of a day, and an order at asOf is 0 days ago", () => {
    const orders = [{ ...order("a", 1, 1), at: "2026-03-10T06:00:00Z" }, order("b", 11, 1)];
    const result = rfm(orders, { asOf });
    expect(result.customers.map(({ recencyDays }) => recencyDays)).toEqual([0.75, 0]);
    expectPlainJson(result);
  });

  it("takes the mean amount for a customer's money where it is asked for, and the total for a segment's", () => {
    const result = rfm(ORDERS, { asOf, monetary: "mean" });
    expect(result.monetary).toBe("mean");
    expect(result.customers.map(({ monetary }) => monetary)).toEqual([20, 30, 0]);
    expect(result.customers.map(({ monetaryScore }) => monetaryScore)).toEqual([3, 5, 1]);
    expect(result.segments.reduce((sum, { amount }) => sum + amount, 0)).toBe(90);
  });

  it("counts an order of amount 0", () => {
    expect(rfm([order("a", 1, 0), order("a", 2, -0)], { asOf }).customers).toMatchObject([
      { frequency: 2, monetary: 0 },
    ]);
    for (const monetary of ["total", "mean"] as const) {
      expectPlainJson(rfm([order("a", 1, -0)], { asOf, monetary }));
    }
  });

  it("tells 1 from '1', and takes names of every object for ordinary", () => {
    const ids = [1, "1", "__proto__", "constructor"];
    const { customers } = rfm(
      ids.map((id) => order(id, 1, 1)),
      { asOf },
    );
    expect(customers.map(({ customerId }) => customerId)).toEqual(ids);
  });

  it("over no orders has no customers, no shares and no cuts", () => {
    const result = rfm([order("a", 12, 1)], { asOf });
    expect(result.customers).toEqual([]);
    expect(result.cuts).toEqual({ recency: null, frequency: null, monetary: null });
    expect(result.segments.every(({ customers, share }) => customers === 0 && share === null)).toBe(true);
    expect([result.orders, result.afterAsOf]).toEqual([0, 1]);
    expectPlainJson(result);
  });
});

describe("rfm with cuts of the caller's", () => {
  const cuts = { recency: [90, 30, 7], frequency: [1, 2, 4], monetary: [0, 50, 100] };

  it("counts how many a customer passes", () => {
    const orders = [order("a", 4, 50), order("b", 3, 0), order("b", 5, 100.01), order("b", 5, 0)];
    const { customers, cuts: used } = rfm(orders, { asOf, bins: 4, cuts });
    expect(customers).toMatchObject([
      { recencyScore: 3, frequencyScore: 1, monetaryScore: 2 },
      { recencyScore: 4, frequencyScore: 3, monetaryScore: 4 },
    ]);
    expect(used).toEqual(cuts);
    expectPlainJson(rfm(orders, { asOf, bins: 2, cuts: { monetary: [-0] } }));
  });

  it("leaves a measure without cuts to the quantiles", () => {
    const given = { recency: null, frequency: undefined, monetary: [1, 2, 3, 4] };
    expect(rfm(ORDERS, { asOf, cuts: given }).cuts).toEqual({
      recency: [9, 9, 6, 6],
      frequency: [1, 1, 1, 1],
      monetary: [1, 2, 3, 4],
    });
  });

  it("takes the cuts of another result, and those of an empty one", () => {
    const { cuts: earlier } = rfm(ORDERS, { asOf });
    expect(rfm([order("z", 10, 31)], { asOf, cuts: earlier }).customers).toMatchObject([
      { recencyScore: 5, frequencyScore: 1, monetaryScore: 5 },
    ]);
    const { cuts: none } = rfm([], { asOf });
    expect(rfm(ORDERS, { asOf, cuts: none })).toEqual(rfm(ORDERS, { asOf }));
  });

  it.each<[string, unknown, string]>([
    ["no object", null, "cuts must be an object, got null"],
    ["a list", [], "cuts must be an object, got an array"],
    [
      "cuts of no measure",
      { Recency: [90, 30, 7] },
      'cuts must be among recency, frequency, monetary, got "Recency"',
    ],
    ["a number", { monetary: 5 }, "cuts.monetary must be an array of bins − 1 (3) numbers, got 5"],
    ["too few", { monetary: [1, 2] }, "cuts.monetary must be an array of bins − 1 (3) numbers, got an array"],
    [
      "falling money",
      { monetary: [1, 3, 2] },
      "cuts.monetary at index 2 must be a finite number, at least the one before it, got 2",
    ],
    [
      "rising days",
      { recency: [7, 30, 90] },
      "cuts.recency at index 1 must be a finite number, at most the one before it, got 30",
    ],
    [
      "what is no number",
      { frequency: [1, Number.NaN, 3] },
      "cuts.frequency at index 1 must be a finite number",
    ],
    ["text", { frequency: ["1", "2", "3"] }, "cuts.frequency at index 0 must be a finite number"],
  ])("refuses %s", (_, given, message) => {
    expect(() => rfm([], { asOf, bins: 4, cuts: given as never })).toThrow(
      expect.objectContaining({
        message: expect.stringContaining(`rfm: ${message}`),
        code: "invalid-argument",
      }),
    );
  });
});

describe("RFM_SEGMENTS", () => {
  it("is frozen plain data", () => {
    expectPlainJson(RFM_SEGMENTS);
    expect(Object.isFrozen(RFM_SEGMENTS)).toBe(true);
    for (const segment of RFM_SEGMENTS) {
      expect([segment, segment.recency, segment.frequency, segment.monetary].every(Object.isFrozen)).toBe(
        true,
      );
    }
  });

  it.each([
    [[5, 5, 5], "Champions"],
    [[5, 5, 4], "Potential Loyalist"],
    [[4, 4, 4], "Potential Loyalist"],
    [[3, 2, 3], "Loyal"],
    [[2, 4, 4], "Loyal"],
    [[4, 1, 3], "Promising"],
    [[5, 3, 1], "New"],
    [[1, 3, 5], "Can't Lose"],
    [[1, 2, 4], "At Risk"],
    [[2, 5, 5], "At Risk"],
    [[1, 5, 3], "Need Attention"],
    [[2, 1, 1], "About To Sleep"],
    [[1, 1, 1], "Lost"],
    [[2, 1, 5], "Others"],
    [[5, 5, 1], "Others"],
  ])("names the scores %j %s", (scores, segment) => {
    // Cuts at 1, 2, 3 and 4 give an amount and a number of orders of s the score s; days run the other way.
    const cuts = { recency: [5, 4, 3, 2], frequency: [1, 2, 3, 4], monetary: [1, 2, 3, 4] };
    const [recency = 0, frequency = 0, monetary = 0] = scores;
    const orders = Array.from({ length: frequency }, (_, i) =>
      order("a", 11 - 6 + recency, i === 0 ? monetary : 0),
    );
    expect(rfm(orders, { asOf, cuts }).customers).toMatchObject([
      { recencyScore: recency, frequencyScore: frequency, monetaryScore: monetary, segment },
    ]);
  });
});

describe("rfm with segments of the caller's", () => {
  it("tries them in order, and sums up those of one name", () => {
    const segments: RfmOptions["segments"] = [
      { segment: "Best", recency: [2, 2], frequency: [1, 2], monetary: [2, 2] },
      { segment: "Rest", recency: [1, 1], frequency: [1, 2], monetary: [1, 2] },
      { segment: "Rest", recency: [1, 2], frequency: [1, 2], monetary: [1, 1] },
    ];
    const result = rfm(ORDERS, { asOf, bins: 2, segments });
    expect(result.segments).toEqual([
      { segment: "Best", customers: 1, share: 1 / 3, amount: 60 },
      { segment: "Rest", customers: 2, share: 2 / 3, amount: 30 },
      { segment: "Others", customers: 0, share: 0, amount: 0 },
    ]);
  });

  it("has none for other than five bins", () => {
    const result = rfm(ORDERS, { asOf, bins: 4 });
    expect(result.segments).toEqual([]);
    expect(result.customers.every(({ segment }) => segment === null)).toBe(true);
  });

  const good = { segment: "All", recency: [1, 5], frequency: [1, 5], monetary: [1, 5] };
  it.each<[string, unknown, string]>([
    ["no list", "Champions", "segments must be an array, got a string"],
    ["no object", [good, null], "segments at index 1 must be an object, got null"],
    ["a name alone", ["Champions"], "segments at index 0 must be an object, got a string"],
    [
      "a blank name",
      [{ ...good, segment: " " }],
      "segments at index 0.segment must be a string that is not blank",
    ],
    [
      "no name",
      [{ ...good, segment: 5 }],
      "segments at index 0.segment must be a string that is not blank, got 5",
    ],
    ...[undefined, 5, [1], [1, 2, 3], [0, 5], [1, 6], [3, 2], [1, 2.5], ["1", 5]].map(
      (frequency): [string, unknown, string] => [
        `the range ${JSON.stringify(frequency)}`,
        [{ ...good, frequency }],
        "segments at index 0.frequency must be [lowest, highest] in whole numbers from 1 to 5, got ",
      ],
    ),
  ])("refuses %s", (_, segments, message) => {
    expect(() => rfm([], { asOf, segments: segments as never })).toThrow(`rfm: ${message}`);
  });
});

describe("rfm refuses", () => {
  const good = order("a", 1, 1);
  it.each<[string, unknown, string, CxMetricsErrorCode?]>([
    ["no list", null, "orders must be an array or another iterable, got null"],
    ["no order", [good, 5], "orders at index 1 must be an object, got 5"],
    [
      "an order of nobody",
      [{ ...good, customerId: " " }],
      "orders at index 0.customerId must be a string that is not",
    ],
    [
      "a date without a time",
      [{ ...good, at: "2026-03-01" }],
      "orders at index 0.at must be a valid Date",
      "invalid-instant",
    ],
    [
      "a negative amount",
      [good, { ...good, amount: -1 }],
      "orders at index 1.amount must be a finite number from 0 up, got -1",
    ],
    [
      "no amount",
      [{ ...good, amount: undefined }],
      "orders at index 0.amount must be a finite number from 0 up",
    ],
    [
      "an orderId of another type",
      [{ ...good, orderId: {} }],
      "orders at index 0.orderId must be a string, a finite number or missing",
    ],
    [
      "an orderId given twice",
      [{ ...good, orderId: 7 }, good, { ...good, orderId: 7 }],
      "orders at index 2.orderId must be another than those before it, got one of them",
    ],
    [
      "a second currency",
      [
        { ...good, currency: "EUR" },
        { ...good, currency: "IDR" },
      ],
      "orders at index 1.currency must be that of the records before it, got another currency",
    ],
    [
      "a currency that some leave out",
      [{ ...good, currency: "EUR" }, good],
      "orders at index 1.currency must be that of the records before it, got none",
    ],
    [
      "amounts without a finite total",
      [
        { ...good, amount: 1e308 },
        { ...good, customerId: "b", amount: 1e308 },
      ],
      "orders at index 1.amount must be part of a finite total, got a number of a million or more",
    ],
  ])("%s", (_, orders, message, code = "invalid-argument") => {
    expect(() => rfm(orders as never, { asOf })).toThrow(
      expect.objectContaining({ message: expect.stringContaining(`rfm: ${message}`), code }),
    );
  });

  it.each<[string, object, string]>([
    ["no asOf", {}, "asOf must be a valid Date"],
    [
      "an unknown kind of money",
      { asOf, monetary: "median" },
      'monetary must be "total" or "mean", got a string',
    ],
    [
      "a mistyped option",
      { asOf, bin: 5 },
      'options must be among asOf, bins, monetary, cuts, segments, got "bin"',
    ],
    ...[1, 101, 2.5, Number.NaN, "5"].map((bins): [string, object, string] => [
      `${bins} bins`,
      { asOf, bins },
      "bins must be a whole number from 2 to 100, got ",
    ]),
  ])("%s", (_, options, message) => {
    expect(() => rfm([], options as RfmOptions)).toThrow(`rfm: ${message}`);
  });
});
