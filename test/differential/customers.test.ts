// Durations, RFM scores and churn against R and scipy; see statistics.R and withScipy.py.

import { describe, it } from "vitest";
import { annualizeChurn, expectedLifetime, firstResponseTime, resolutionTime, rfm } from "../../src/index.ts";
import { drawn, expectAgreement } from "./drawn.ts";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const AS_OF = Date.UTC(2026, 5, 1);

describe("drawn customers", () => {
  interface DrawnDurations {
    readonly minutes: readonly number[];
    readonly mean: number;
    readonly median: number;
    readonly p90: number;
  }
  const samples = drawn<DrawnDurations>("statistics", "durations");

  it(`firstResponseTime and resolutionTime agree with mean and quantile on ${samples.length} samples`, () => {
    expectAgreement(samples, { relative: 1e-14 }, ({ minutes, mean, median, p90 }) => {
      const cases = minutes.map((length) => {
        const done = AS_OF + length * MINUTE;
        return { openedAt: AS_OF, firstResponseAt: done, firstSolvedAt: done };
      });
      const figures = (times: ReturnType<typeof firstResponseTime>) => [times.mean, times.median, times.p90];
      return {
        response: [figures(firstResponseTime(cases)), [mean, median, p90]],
        resolution: [figures(resolutionTime(cases)), [mean, median, p90]],
      };
    });
  });

  interface DrawnRfm {
    readonly bins: number;
    readonly days: readonly number[];
    readonly orders: readonly number[];
    readonly amounts: readonly number[];
    readonly recency: readonly number[];
    readonly frequency: readonly number[];
    readonly monetary: readonly number[];
  }
  const lists = drawn<DrawnRfm>("statistics", "rfm");

  it(`rfm scores as findInterval between quantiles does on ${lists.length} lists of customers`, () => {
    expectAgreement(lists, { relative: 0 }, ({ bins, days, orders, amounts, ...theirs }) => {
      const all = days.flatMap((recency, customerId) =>
        Array.from({ length: orders[customerId] as number }, (_, i) => ({
          customerId,
          at: AS_OF - (recency + i) * DAY,
          amount: i === 0 ? (amounts[customerId] as number) : 0,
        })),
      );
      const { customers } = rfm(all, { asOf: AS_OF, bins });
      const inOrder = [...customers].sort((a, b) => Number(a.customerId) - Number(b.customerId));
      return {
        recency: [inOrder.map(({ recencyScore }) => recencyScore), theirs.recency],
        frequency: [inOrder.map(({ frequencyScore }) => frequencyScore), theirs.frequency],
        monetary: [inOrder.map(({ monetaryScore }) => monetaryScore), theirs.monetary],
      };
    });
  });

  interface DrawnChurn {
    readonly rate: number;
    readonly periods: number;
    readonly annual: number;
  }
  const rates = drawn<DrawnChurn>("statistics", "churn");

  it(`annualizeChurn agrees with pgeom on ${rates.length} rates`, () => {
    expectAgreement(rates, { relative: 1e-14 }, ({ rate, periods, annual }) => ({
      annual: [annualizeChurn(rate, periods), annual],
    }));
  });

  interface DrawnLifetime {
    readonly rate: number;
    readonly mean: number;
  }
  const lifetimes = drawn<DrawnLifetime>("withScipy", "lifetimes");

  it(`expectedLifetime agrees with the mean of geom at ${lifetimes.length} rates`, () => {
    expectAgreement(lifetimes, { relative: 1e-15 }, ({ rate, mean }) => ({
      mean: [expectedLifetime(rate), mean],
    }));
  });
});
