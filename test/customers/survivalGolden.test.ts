// Survival curves, their figures and the log-rank test against R's package survival; see golden/survival.R.

import { describe, expect, it } from "vitest";
import {
  type Duration,
  kaplanMeier,
  logRankTest,
  restrictedMeanSurvival,
  type SurvivalCurve,
  type SurvivalStep,
  type SurvivalTransform,
  survivalAt,
  survivalQuantile,
} from "../../src/index.ts";
import golden from "../golden/survival.json" with { type: "json" };
import { expectClose } from "../support/closeTo.ts";

const CLOSE = 1e-11;

interface Columns {
  readonly time: readonly number[];
  readonly observed: readonly number[];
  readonly entry: readonly number[] | null;
  readonly weight: readonly number[] | null;
}

function rowsOf({ time, observed, entry, weight }: Columns): Duration[] {
  return time.map((_, i) => ({
    time: time[i] as number,
    observed: observed[i] === 1,
    entry: entry?.[i],
    weight: weight?.[i],
  }));
}

function curveOf(given: (typeof golden.curves)[number]): SurvivalCurve {
  const { level, transform } = given;
  return kaplanMeier(rowsOf(given), { level, transform: transform as SurvivalTransform });
}

function expectColumn(
  actual: readonly (number | null)[],
  expected: readonly (number | null)[],
  tolerance: number,
): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) {
    expectClose(actual[i] as number | null, expected[i] as number | null, tolerance);
  }
}

describe("kaplanMeier agrees with R's survfit", () => {
  it.each(golden.curves)("on $name, $transform at $level", (given) => {
    const { n, events, censored, steps } = curveOf(given);
    const column = (read: (step: SurvivalStep) => number | null): (number | null)[] => steps.map(read);
    // Before the first event R has limits of 1 and 1 on two of the three scales; here there are none.
    const limits = (values: readonly (number | null)[]): (number | null)[] =>
      values.map((limit, i) => (given.survival[i] === 1 ? null : limit));
    expect(n).toBe(given.time.length);
    expectColumn(
      column((step) => step.time),
      given.times,
      0,
    );
    expectColumn(
      column((step) => step.atRisk),
      given.atRisk,
      CLOSE,
    );
    expectColumn(
      column((step) => step.events),
      given.events,
      CLOSE,
    );
    expectColumn(
      column((step) => step.censored),
      given.censored,
      CLOSE,
    );
    expectColumn(
      column((step) => step.survival),
      given.survival,
      CLOSE,
    );
    expectColumn(
      column((step) => step.standardError),
      given.standardError,
      CLOSE,
    );
    expectColumn(
      column((step) => step.low),
      limits(given.low),
      CLOSE,
    );
    expectColumn(
      column((step) => step.high),
      limits(given.high),
      CLOSE,
    );
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
    expectClose(events, sum(given.events), CLOSE);
    expectClose(censored, sum(given.censored), CLOSE);
  });

  it.each(golden.curves)("and survivalAt finds each of its steps: $name, $transform at $level", (given) => {
    const curve = curveOf(given);
    for (const { time, survival, standardError, low, high } of curve.steps) {
      expect(survivalAt(curve, time)).toEqual({
        time,
        survival,
        standardError,
        low,
        high,
        level: curve.level,
      });
    }
  });
});

describe("survivalQuantile agrees with R's quantile", () => {
  it.each(golden.curves)("on $name, $transform at $level", (given) => {
    const curve = curveOf(given);
    for (const [probability, time, low, high] of given.quantiles) {
      const quantile = survivalQuantile(curve, probability as number);
      expectClose(quantile.time, time as number | null, CLOSE);
      expectClose(quantile.low, low as number | null, CLOSE);
      expectClose(quantile.high, high as number | null, CLOSE);
    }
  });
});

describe("restrictedMeanSurvival agrees with R's rmean", () => {
  it.each(golden.curves)("on $name, $transform at $level", (given) => {
    const curve = curveOf(given);
    for (const [until, mean, standardError] of given.means as number[][]) {
      const restricted = restrictedMeanSurvival(curve, { until: until as number });
      expectClose(restricted.mean, mean as number, CLOSE);
      expectClose(restricted.standardError, standardError as number, CLOSE);
    }
  });
});

describe("logRankTest agrees with R's survdiff, and with late entry with the score test of coxph", () => {
  it.each(golden.tests)("on $name", ({ groups, statistic, degreesOfFreedom, pValue, observed, expected }) => {
    const test = logRankTest(groups.map(rowsOf));
    expectClose(test.statistic, statistic, CLOSE);
    expect(test.degreesOfFreedom).toBe(degreesOfFreedom);
    expectClose(test.pValue, pValue, 1e-10);
    expect(test.groups.map(({ n }) => n)).toEqual(groups.map(({ time }) => time.length));
    if (observed === null || expected === null) return;
    expectColumn(
      test.groups.map((group) => group.observed),
      observed,
      0,
    );
    expectColumn(
      test.groups.map((group) => group.expected),
      expected,
      CLOSE,
    );
  });
});

describe("the published figures", () => {
  const sixMp = golden.curves[0] as (typeof golden.curves)[number];

  it("of 6-mercaptopurine against placebo are met", () => {
    // E. J. Freireich et al., Blood 21 (1963), as in Kalbfleisch & Prentice, section 1.1.
    const curve = curveOf(sixMp);
    expectClose(survivalAt(curve, 6).survival, 0.857142857, 1e-9);
    expectClose(survivalAt(curve, 23).survival, 0.448179272, 1e-9);
    expectClose(survivalAt(curve, 6).standardError, 0.07636035483, 1e-10);
    expectClose(survivalAt(curve, 6).low, 0.6197179553, 1e-10);
    expectClose(survivalAt(curve, 6).high, 0.9515517476, 1e-10);
    expect(survivalQuantile(curve, 0.5).time).toBe(23);
    const test = logRankTest((golden.tests[0] as (typeof golden.tests)[number]).groups.map(rowsOf));
    expectClose(test.statistic, 16.79294099, 1e-9);
    expectClose(test.pValue, 4.168809e-5, 1e-6);
  });
});
