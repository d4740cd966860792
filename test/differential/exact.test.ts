// Scores, comparisons, survival, tails and values where R and scipy have no digits left, against exact fractions and mpmath; see
// exact.py.

import { describe, it } from "vitest";
import {
  ces,
  compare,
  compareToBenchmark,
  csat,
  customerLifetimeValue,
  effectiveSampleSize,
  kaplanMeier,
  logRankTest,
  NPS_SCALE,
  nps,
  type PaymentConvention,
  type ProportionMethod,
  paybackPeriods,
  restrictedMeanSurvival,
  roundHalfAwayFromZero,
  type SurvivalTransform,
  tallyRows,
} from "../../src/index.ts";
import type { NetShareMethod } from "../../src/statistics/netShare.ts";
import { noncentralTUpperTail } from "../../src/statistics/noncentralT.ts";
import { normalCritical, normalUpperTail } from "../../src/statistics/normal.ts";
import { studentTCritical, studentTUpperTail } from "../../src/statistics/studentT.ts";
import { cesOf, csatOf, npsOf } from "../inference/samples.ts";
import { drawn, expectAgreement, type Limits, limitsOf } from "./drawn.ts";
import { durationsOf } from "./drawnDurations.ts";

const CLOSE = { relative: 1e-12 };

type Test = readonly [statistic: number | null, pValue: number | null];

/** Half of the last digit of a number up to 1. */
const ROUNDING = 2 ** -53;

/**
 * A statistic of n answers may be off by a few roundings of their shares, in standard errors: at a trillion answers these
 * are as small as the tenth digit. Its p-value is then off by about as much times the statistic.
 */
function tolerancesOf(n: number, spread: number, statistic: number | null) {
  const absolute = (8 * ROUNDING * Math.sqrt(n)) / spread;
  return {
    statistic: { relative: 1e-12, absolute },
    pValue: { relative: 1e-12 + 2 * (Math.abs(statistic ?? 0) + 1) * absolute },
  };
}

describe("hard scores", () => {
  interface HardProportion {
    readonly count: number;
    readonly n: number;
    readonly level: number;
    readonly wilson: Limits;
    readonly agrestiCoull: Limits;
    readonly wald: Limits;
    readonly jeffreys: Limits | null;
    readonly clopperPearson: Limits | null;
    readonly benchmark: number;
    readonly statistic: number;
    readonly pValue: number | null;
    readonly exact: number | null;
    readonly posterior: number | null;
  }
  const proportions = drawn<HardProportion>("exact", "proportions");

  it(`csat has the limits of ${proportions.length} shares of up to 1e12 answers at any level`, () => {
    expectAgreement(proportions, CLOSE, ({ count, n, level, ...theirs }) => {
      const { tally } = csatOf(count, n);
      const limits = (method: ProportionMethod) => limitsOf(csat(tally, { level, method }).interval);
      return {
        wilson: [limits("wilson"), theirs.wilson],
        agrestiCoull: [limits("agresti-coull"), theirs.agrestiCoull],
        wald: [limits("wald"), theirs.wald],
        jeffreys: [theirs.jeffreys && limits("jeffreys"), theirs.jeffreys],
        clopperPearson: [theirs.clopperPearson && limits("clopper-pearson"), theirs.clopperPearson],
      };
    });
  });

  it(`compareToBenchmark has their p-values down to 1e-290`, () => {
    expectAgreement(proportions, CLOSE, ({ count, n, benchmark, ...theirs }) => {
      const test = (method: ProportionMethod) => compareToBenchmark(csatOf(count, n), benchmark, { method });
      const share = benchmark / 100;
      const tolerances = tolerancesOf(n, Math.sqrt(share * (1 - share)), theirs.statistic);
      return {
        statistic: [test("wilson").statistic, theirs.statistic, tolerances.statistic],
        pValue: [theirs.pValue && test("wilson").pValue, theirs.pValue, tolerances.pValue],
        exact: [theirs.exact && test("clopper-pearson").pValue, theirs.exact],
        posterior: [theirs.posterior && test("jeffreys").pValue, theirs.posterior],
      };
    });
  });

  interface HardNetShare {
    readonly counts: readonly number[];
    readonly level: number;
    readonly benchmark: number;
    readonly adjustedWald: Limits;
    readonly adjustedWaldTest: Test;
    readonly wald: Limits;
    readonly waldTest: Test;
    readonly score: Limits;
    readonly scoreTest: Test;
  }
  const netShares = drawn<HardNetShare>("exact", "netShare");

  it(`nps and compareToBenchmark have the limits and tests of ${netShares.length} net shares`, () => {
    expectAgreement(
      netShares,
      { relative: 1e-12, absolute: 1e-13 },
      ({ counts, level, benchmark, ...theirs }) => {
        const score = npsOf(counts);
        const limits = (method: NetShareMethod) => limitsOf(nps(score.tally, { level, method }).interval);
        const test = (method: NetShareMethod, [statistic, pValue]: Test) => {
          const ours = compareToBenchmark(score, benchmark, { method });
          const error =
            statistic === null
              ? 1
              : Math.abs((score.score as number) - benchmark) / 100 / Math.abs(statistic);
          const tolerances = tolerancesOf(1, error || 1, statistic);
          return [
            [ours.statistic, statistic, tolerances.statistic],
            [statistic !== null && pValue === null ? null : ours.pValue, pValue, tolerances.pValue],
          ] as const;
        };
        const adjusted = test("adjusted-wald", theirs.adjustedWaldTest);
        const wald = test("wald", theirs.waldTest);
        const scored = test("score", theirs.scoreTest);
        return {
          adjustedWald: [limits("adjusted-wald"), theirs.adjustedWald],
          wald: [limits("wald"), theirs.wald],
          score: [limits("score"), theirs.score],
          adjustedStatistic: adjusted[0],
          adjustedPValue: adjusted[1],
          waldStatistic: wald[0],
          waldPValue: wald[1],
          scoreStatistic: scored[0],
          scorePValue: scored[1],
        };
      },
    );
  });

  interface HardWeights {
    readonly rating: readonly number[];
    readonly weight: readonly number[];
    readonly effectiveN: number;
    readonly nps: number;
    readonly npsError: number;
    readonly csat: number;
    readonly csatError: number;
    readonly ces: number;
    readonly cesError: number;
  }
  const weighted = drawn<HardWeights>("exact", "weighted");

  it(`scores of weights from 1e-12 to 1e12 in one sample are those of ${weighted.length} samples`, () => {
    // The deviation of the heaviest answer from the mean is a difference of two numbers that agree in nearly all digits.
    const points = { relative: 1e-12, absolute: 1e-13 };
    expectAgreement(weighted, CLOSE, ({ rating, weight, ...theirs }) => {
      const rows = rating.map((answer, i) => ({ answer, weight: weight[i] as number }));
      const answers = tallyRows(rows, {
        scale: NPS_SCALE,
        rating: (row) => row.answer,
        weight: (row) => row.weight,
      });
      const scores = [nps(answers), csat(answers, { scale: NPS_SCALE }), ces(answers, { scale: NPS_SCALE })];
      return {
        effectiveN: [effectiveSampleSize(weight), theirs.effectiveN],
        score: [scores.map(({ score }) => score), [theirs.nps, theirs.csat, theirs.ces], points],
        standardError: [
          scores.map(({ standardError }) => standardError),
          [theirs.npsError, theirs.csatError, theirs.cesError],
          points,
        ],
        sameEffectiveN: [scores.map(({ effectiveN }) => effectiveN), Array(3).fill(theirs.effectiveN)],
      };
    });
  });
});

describe("hard comparisons", () => {
  interface HardDifference {
    readonly level: number;
    readonly interval: Limits;
    readonly statistic: number | null;
    readonly pValue: number | null;
  }
  interface HardNetShares extends HardDifference {
    readonly before: readonly number[];
    readonly after: readonly number[];
  }
  const netShares = drawn<HardNetShares>("exact", "netShares");
  /** In points, of which the difference is one of two numbers up to 100. */
  const points = { relative: 1e-12, absolute: 1e-13 };

  it(`compare has the limits and tests of ${netShares.length} pairs of net shares`, () => {
    expectAgreement(netShares, points, ({ before, after, level, ...theirs }) => {
      const { interval, statistic, pValue, difference } = compare(npsOf(before), npsOf(after), { level });
      const error = Math.abs((difference as number) / 100 / (theirs.statistic as number)) || 1;
      const tolerances = tolerancesOf(1, error, theirs.statistic);
      return {
        interval: [limitsOf(interval), theirs.interval],
        statistic: [statistic, theirs.statistic, tolerances.statistic],
        pValue: [theirs.pValue && pValue, theirs.pValue, tolerances.pValue],
      };
    });
  });

  interface HardShares extends HardDifference {
    readonly counts: readonly [number, number, number, number];
  }
  const shares = drawn<HardShares>("exact", "shares");

  it(`compare has the limits and tests of ${shares.length} pairs of shares`, () => {
    expectAgreement(shares, points, ({ counts: [x, n, y, m], level, ...theirs }) => {
      const { interval, statistic, pValue } = compare(csatOf(x, n), csatOf(y, m), { level });
      const pooled = (x + y) / (n + m);
      const tolerances = tolerancesOf(Math.min(n, m), Math.sqrt(pooled * (1 - pooled)), theirs.statistic);
      return {
        interval: [limitsOf(interval), theirs.interval],
        statistic: [statistic, theirs.statistic, tolerances.statistic],
        pValue: [theirs.pValue && pValue, theirs.pValue, tolerances.pValue],
      };
    });
  });

  interface HardMeans extends HardDifference {
    readonly before: readonly number[];
    readonly after: readonly number[];
    readonly mean: number;
    readonly error: number;
    readonly meanInterval: Limits;
    readonly degrees: number;
  }
  const means = drawn<HardMeans>("exact", "means");

  it(`ces and compare have the limits and tests of ${means.length} pairs of means at any level`, () => {
    expectAgreement(means, points, ({ before, after, level, ...theirs }) => {
      const score = ces(cesOf(before).tally, { level });
      const test = compare(score, cesOf(after), { level });
      return {
        score: [score.score, theirs.mean],
        standardError: [score.standardError, theirs.error],
        meanInterval: [limitsOf(score.interval), theirs.meanInterval],
        statistic: [test.statistic, theirs.statistic],
        degreesOfFreedom: [test.degreesOfFreedom, theirs.degrees],
        pValue: [theirs.pValue && test.pValue, theirs.pValue, CLOSE],
        interval: [limitsOf(test.interval), theirs.interval],
      };
    });
  });
});

describe("hard survival", () => {
  type Column = readonly (number | null)[];
  interface HardCurve {
    readonly time: readonly number[];
    readonly observed: readonly number[];
    readonly entry: readonly number[];
    readonly weight: readonly number[];
    readonly level: number;
    readonly transform: SurvivalTransform;
    readonly times: Column;
    readonly atRisk: Column;
    readonly survival: Column;
    readonly error: Column;
    readonly low: Column;
    readonly high: Column;
    readonly until: number;
    readonly mean: number;
    readonly meanError: number;
  }
  const curves = drawn<HardCurve>("exact", "curves");

  it(`kaplanMeier and restrictedMeanSurvival are right on ${curves.length} curves`, () => {
    expectAgreement(
      curves,
      CLOSE,
      ({ time, observed, entry, weight, level, transform, until, ...theirs }) => {
        const curve = kaplanMeier(durationsOf({ time, observed, entry, weight }), { level, transform });
        const { mean, standardError } = restrictedMeanSurvival(curve, { until });
        const { steps } = curve;
        const tolerance = toleranceOf(theirs.survival as number[], theirs.atRisk as number[]);
        // Next to level 1 they are powers of e whose exponents are off by as much.
        const exponent = Math.max(1, ...theirs.low.map((low) => (low ? -Math.log(low) : 0)));
        const limits = { ...tolerance, relative: 10 * exponent * tolerance.relative };
        return {
          times: [steps.map((step) => step.time), theirs.times],
          atRisk: [steps.map(({ atRisk }) => atRisk), theirs.atRisk, tolerance],
          survival: [steps.map(({ survival }) => survival), theirs.survival, tolerance],
          standardError: [steps.map((step) => step.standardError), theirs.error, tolerance],
          low: [steps.map(({ low }) => low), theirs.low, limits],
          high: [steps.map(({ high }) => high), theirs.high, limits],
          mean: [mean, theirs.mean, tolerance],
          meanError: [standardError, theirs.meanError, tolerance],
        };
      },
    );
  });

  /**
   * Where nearly all weight leaves at once, or somebody heavy enters or leaves beside the light, what is left is a difference of
   * two numbers that agree in many digits.
   */
  function toleranceOf(survival: readonly number[], atRisk: readonly number[]) {
    const kept = survival.map((share, i) => share / (survival[i - 1] ?? 1)).filter((ratio) => ratio > 0);
    const lost = Math.max(1 / Math.min(1, ...kept), Math.max(...atRisk) / Math.min(...atRisk));
    return { relative: 1e-12 + 4 * ROUNDING * lost, absolute: 1e-300 };
  }

  interface HardTest {
    readonly groups: readonly (readonly [time: number[], observed: number[], entry: number[]])[];
    readonly statistic: number | null;
    readonly degreesOfFreedom: number;
    readonly pValue: number | null;
    readonly observed: Column;
    readonly expected: Column;
  }
  const tests = drawn<HardTest>("exact", "tests");

  it(`logRankTest is right on ${tests.length} lists of groups`, () => {
    // Excesses that are 0 in fractions are a rounding error here.
    expectAgreement(tests, { relative: 1e-11, absolute: 1e-14 }, ({ groups, ...theirs }) => {
      const test = logRankTest(
        groups.map(([time, observed, entry]) => durationsOf({ time, observed, entry, weight: null })),
      );
      return {
        statistic: [test.statistic, theirs.statistic],
        degreesOfFreedom: [test.degreesOfFreedom, theirs.degreesOfFreedom],
        // Of one degree of freedom: the root of a statistic that is a rounding error is not.
        pValue: [
          test.pValue,
          theirs.pValue,
          { relative: 1e-11, absolute: theirs.statistic === 0 ? 1e-7 : 0 },
        ],
        observed: [test.groups.map(({ observed }) => observed), theirs.observed],
        expected: [test.groups.map(({ expected }) => expected), theirs.expected],
      };
    });
  });
});

describe("hard tails and values", () => {
  interface HardTail {
    readonly x: number;
    readonly normal: number;
    readonly alpha: number;
    readonly critical: number;
    readonly degrees: number;
    readonly t: number;
    readonly upper: number | null;
    readonly tCritical: number | null;
  }
  const tails = drawn<HardTail>("exact", "tails");

  it(`the normal and t distributions are right at ${tails.length} places`, () => {
    expectAgreement(tails, CLOSE, ({ x, alpha, degrees, t, ...theirs }) => ({
      normal: [normalUpperTail(x), theirs.normal],
      critical: [normalCritical(alpha), theirs.critical],
      upper: [theirs.upper && studentTUpperTail(t, degrees), theirs.upper],
      tCritical: [theirs.tCritical && studentTCritical(Math.max(alpha, 1e-200), degrees), theirs.tCritical],
    }));
  });

  interface HardPower {
    readonly t: number;
    readonly degrees: number;
    readonly delta: number;
    readonly power: number;
  }
  const powers = drawn<HardPower>("exact", "powers");

  it(`the noncentral t distribution is right at ${powers.length} places`, () => {
    expectAgreement(powers, CLOSE, ({ t, degrees, delta, power }) => ({
      power: [noncentralTUpperTail(t, degrees, delta), power],
    }));
  });

  interface HardValue {
    readonly revenue: number;
    readonly churn: number;
    readonly discount: number;
    readonly periods: number | null;
    readonly values: readonly [included: number, excluded: number, endOfPeriod: number];
    readonly share: number;
    readonly cost: number;
    readonly payback: number | null;
  }
  const values = drawn<HardValue>("exact", "values");
  const CONVENTIONS: readonly PaymentConvention[] = [
    "first-payment-included",
    "first-payment-excluded",
    "end-of-period",
  ];

  it(`customerLifetimeValue and paybackPeriods are the sums of the payments of ${values.length} customers`, () => {
    expectAgreement(values, CLOSE, ({ revenue, churn, discount, periods, share, cost, ...theirs }) => {
      const customer = { revenuePerPeriod: revenue, churnRate: churn };
      const worth = CONVENTIONS.map((convention) => {
        const options = { discountRate: discount, periods: periods ?? undefined, convention };
        return customerLifetimeValue({ ...customer, grossMargin: 1, ...options }).value;
      });
      return {
        value: [worth, theirs.values],
        payback: [paybackPeriods({ ...customer, grossMargin: share, acquisitionCost: cost }), theirs.payback],
      };
    });
  });

  interface HardRounding {
    readonly value: number;
    readonly decimals: number;
    readonly rounded: number;
  }
  const roundings = drawn<HardRounding>("exact", "roundings");

  it(`roundHalfAwayFromZero agrees with Python's decimals on ${roundings.length} numbers`, () => {
    expectAgreement(roundings, { relative: 0 }, ({ value, decimals, rounded }) => ({
      rounded: [roundHalfAwayFromZero(value, decimals), rounded],
    }));
  });
});
