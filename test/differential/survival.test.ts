// Survival curves, what is read from them, and log-rank tests against R's package survival; see survival.R.

import { describe, it } from "vitest";
import {
  kaplanMeier,
  logRankTest,
  medianSurvival,
  restrictedMeanSurvival,
  type SurvivalCurve,
  type SurvivalTransform,
  survivalAt,
  survivalQuantile,
} from "../../src/index.ts";
import { drawn, expectAgreement } from "./drawn.ts";
import { type DurationColumns, durationsOf } from "./drawnDurations.ts";

const CLOSE = { relative: 1e-11 };

type Column = readonly (number | null)[];

interface DrawnCurve extends DurationColumns {
  readonly level: number;
  readonly transform: SurvivalTransform;
  readonly times: Column;
  readonly atRisk: Column;
  readonly events: Column;
  readonly censored: Column;
  readonly survival: Column;
  readonly standardError: Column;
  readonly low: Column;
  readonly high: Column;
  readonly probability: readonly number[];
  readonly quantile: Column;
  /** `null` where the limits rise somewhere. */
  readonly quantileLow: Column | null;
  readonly quantileHigh: Column | null;
  readonly at: number;
  readonly atSurvival: number;
  readonly atError: number | null;
  readonly atLow: number | null;
  readonly atHigh: number | null;
  readonly until: number;
  readonly mean: number;
  readonly meanError: number;
}

interface DrawnTest {
  readonly groups: readonly (readonly [time: number[], observed: number[], entry: number[] | null])[];
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  readonly observed: Column | null;
  readonly expected: Column | null;
}

function curveOf(given: DrawnCurve): SurvivalCurve {
  return kaplanMeier(durationsOf(given), { level: given.level, transform: given.transform });
}

/** Before the first event R has limits of 1 and 1 on two of the three scales; here there are none. */
function limitsBelowOne(limits: Column, survival: Column): Column {
  return limits.map((limit, i) => (survival[i] === 1 ? null : limit));
}

describe("drawn survival curves", () => {
  const curves = drawn<DrawnCurve>("survival", "curves");

  it(`kaplanMeier agrees with survfit on ${curves.length}`, () => {
    expectAgreement(curves, CLOSE, (given) => {
      const { n, steps } = curveOf(given);
      return {
        n: [n, given.time.length],
        times: [steps.map(({ time }) => time), given.times],
        atRisk: [steps.map(({ atRisk }) => atRisk), given.atRisk],
        events: [steps.map(({ events }) => events), given.events],
        censored: [steps.map(({ censored }) => censored), given.censored],
        survival: [steps.map(({ survival }) => survival), given.survival],
        standardError: [steps.map(({ standardError }) => standardError), given.standardError],
        low: [steps.map(({ low }) => low), limitsBelowOne(given.low, given.survival)],
        high: [steps.map(({ high }) => high), limitsBelowOne(given.high, given.survival)],
      };
    });
  });

  it(`survivalAt agrees with summary at a time of each of ${curves.length}`, () => {
    expectAgreement(curves, CLOSE, (given) => {
      const { survival, standardError, low, high } = survivalAt(curveOf(given), given.at);
      const [expectedLow, expectedHigh] = limitsBelowOne(
        [given.atLow, given.atHigh],
        Array(2).fill(given.atSurvival),
      );
      return {
        survival: [survival, given.atSurvival],
        standardError: [standardError, given.atError],
        low: [low, expectedLow],
        high: [high, expectedHigh],
      };
    });
  });

  it(`survivalQuantile and medianSurvival agree with quantile on ${curves.length}`, () => {
    expectAgreement(curves, CLOSE, (given) => {
      const curve = curveOf(given);
      const quantiles = given.probability.map((p) => survivalQuantile(curve, p));
      return {
        time: [quantiles.map(({ time }) => time), given.quantile],
        low: [given.quantileLow && quantiles.map(({ low }) => low), given.quantileLow],
        high: [given.quantileHigh && quantiles.map(({ high }) => high), given.quantileHigh],
        median: [medianSurvival(curve).time, given.quantile[2]],
      };
    });
  });

  it(`restrictedMeanSurvival agrees with rmean on ${curves.length}`, () => {
    expectAgreement(curves, CLOSE, (given) => {
      const { mean, standardError } = restrictedMeanSurvival(curveOf(given), { until: given.until });
      return { mean: [mean, given.mean], standardError: [standardError, given.meanError] };
    });
  });
});

describe("drawn log-rank tests", () => {
  const tests = drawn<DrawnTest>("survival", "tests");

  it(`logRankTest agrees with survdiff and coxph on ${tests.length}`, () => {
    expectAgreement(tests, CLOSE, (given) => {
      const groups = given.groups.map(([time, observed, entry]) =>
        durationsOf({ time, observed, entry, weight: null }),
      );
      const test = logRankTest(groups);
      return {
        statistic: [test.statistic, given.statistic],
        degreesOfFreedom: [test.degreesOfFreedom, given.degreesOfFreedom],
        pValue: [test.pValue, given.pValue],
        observed: [given.observed && test.groups.map(({ observed }) => observed), given.observed],
        expected: [given.expected && test.groups.map(({ expected }) => expected), given.expected],
      };
    });
  });
});
