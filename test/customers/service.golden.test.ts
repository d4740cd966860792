// Durations of cases and RFM scores against R; see golden/service.R.

import { describe, expect, it } from "vitest";
import { type Order, resolutionTime, rfm } from "../../src/index.ts";
import golden from "../golden/service.json" with { type: "json" };
import { expectClose } from "../support/closeTo.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;
const CLOSE = 1e-12;

describe("resolutionTime agrees with R", () => {
  it.each(golden.durations)("on $minutes.length cases", ({ minutes, ...expected }) => {
    const time = resolutionTime(minutes.map((minute) => ({ openedAt: 0, firstSolvedAt: minute * MINUTE })));
    expectClose(time.mean, expected.mean, CLOSE);
    expectClose(time.median, expected.median, CLOSE);
    expectClose(time.p90, expected.p90, CLOSE);
  });
});

describe("the scores of rfm agree with R", () => {
  it.each(golden.rfm)(
    "on $days.length customers in $bins bins",
    ({ bins, days, orders, amounts, ...expected }) => {
      const asOf = 2000 * DAY;
      const placed = days.flatMap((day, customerId) =>
        Array.from({ length: orders[customerId] as number }, (_, i): Order => {
          return {
            customerId,
            at: asOf - (day + i) * DAY,
            amount: i === 0 ? (amounts[customerId] as number) : 0,
          };
        }),
      );
      const { customers } = rfm(placed, { asOf, bins });
      expect(customers.map(({ recencyDays }) => recencyDays)).toEqual(days);
      expect(customers.map(({ frequency }) => frequency)).toEqual(orders);
      expect(customers.map(({ monetary }) => monetary)).toEqual(amounts);
      expect(customers.map(({ recencyScore }) => recencyScore)).toEqual(expected.recency);
      expect(customers.map(({ frequencyScore }) => frequencyScore)).toEqual(expected.frequency);
      expect(customers.map(({ monetaryScore }) => monetaryScore)).toEqual(expected.monetary);
    },
  );
});
