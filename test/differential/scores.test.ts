// Intervals and benchmarks of scores and rates, against statsmodels, scipy and R; see withStatsmodels.py, withScipy.py and
// statistics.R.

import { describe, it } from "vitest";
import {
  acsi,
  churnRate,
  compareToBenchmark,
  conversionRate,
  csat,
  escalationRate,
  nps,
  type ProportionMethod,
  responseRate,
  retentionRate,
  selfServiceRate,
  tallyRows,
  topBox,
} from "../../src/index.ts";
import { csatOf, npsOf } from "../inference/samples.ts";
import { drawn, expectAgreement, type Limits, limitsOf, type Pair } from "./drawn.ts";

/** In points, which may be next to 0 after much has cancelled. */
const CLOSE = { relative: 1e-11, absolute: 1e-12 };

interface AllLimits {
  readonly wilson: Limits;
  readonly agrestiCoull: Limits;
  readonly jeffreys: Limits;
  readonly clopperPearson: Limits;
  readonly wald: Limits;
}

function pairsOf(
  limits: (method: ProportionMethod) => Limits | null,
  theirs: AllLimits,
): Record<string, Pair> {
  return {
    wilson: [limits("wilson"), theirs.wilson],
    agrestiCoull: [limits("agresti-coull"), theirs.agrestiCoull],
    jeffreys: [limits("jeffreys"), theirs.jeffreys],
    clopperPearson: [limits("clopper-pearson"), theirs.clopperPearson],
    wald: [limits("wald"), theirs.wald],
  };
}

describe("drawn proportions", () => {
  interface DrawnProportion extends AllLimits {
    readonly count: number;
    readonly n: number;
    readonly level: number;
    readonly benchmark: number;
    readonly statistic: number | null;
    readonly pValue: number | null;
  }
  const proportions = drawn<DrawnProportion>("withStatsmodels", "proportions");

  it(`csat and topBox agree with proportion_confint on ${proportions.length}`, () => {
    expectAgreement(proportions, CLOSE, ({ count, n, level, ...theirs }) => {
      const { tally } = csatOf(count, n);
      const box = (method: ProportionMethod) => topBox(tally, { scale: tally.scale, from: 4, level, method });
      return {
        ...pairsOf((method) => limitsOf(csat(tally, { level, method }).interval), theirs),
        topBox: [limitsOf(box("jeffreys").interval), theirs.jeffreys],
      };
    });
  });

  it(`compareToBenchmark with Wald's method agrees with proportions_ztest on ${proportions.length}`, () => {
    expectAgreement(proportions, CLOSE, ({ count, n, benchmark, ...theirs }) => {
      const { statistic, pValue } = compareToBenchmark(csatOf(count, n), benchmark, { method: "wald" });
      return { statistic: [statistic, theirs.statistic], pValue: [pValue, theirs.pValue] };
    });
  });

  it(`retentionRate, churnRate, conversionRate and responseRate agree with Wilson's limits on ${proportions.length}`, () => {
    expectAgreement(proportions, { relative: 1e-13, absolute: 1e-14 }, ({ count, n, level, wilson }) => {
      const rates = [
        retentionRate({ atStart: n, atEnd: count, acquired: 0 }, { level }),
        churnRate({ atStart: n, lost: count }, { level }),
        churnRate({ atStart: n, lost: count, acquired: 0 }, { level, denominator: "start-plus-acquired" }),
        conversionRate({ prospects: n, converted: count }, { level }),
        responseRate({ invited: n, answered: count }, { level }),
      ];
      return {
        rate: [rates.map(({ rate }) => rate), Array(5).fill(count / n)],
        limits: [
          rates.map(({ interval }) => limitsOf(interval)),
          Array(5).fill(wilson.map((limit) => limit / 100)),
        ],
      };
    });
  });

  it("escalationRate and selfServiceRate agree with them where there are up to 200 cases", () => {
    const few = proportions.filter(({ n }) => n <= 200);
    expectAgreement(few, { relative: 1e-13, absolute: 1e-14 }, ({ count, n, level, wilson }) => {
      const cases = Array.from({ length: n }, (_, i) => ({
        openedAt: 0,
        escalated: i < count,
        selfService: i < count,
      }));
      const rates = [escalationRate(cases, { level }), selfServiceRate(cases, { level })];
      const limits = wilson.map((limit) => limit / 100);
      return {
        rate: [rates.map(({ rate }) => rate), [count / n, count / n]],
        limits: [rates.map(({ interval }) => limitsOf(interval)), [limits, limits]],
      };
    });
  });

  interface DrawnWeights extends AllLimits {
    readonly top: readonly number[];
    readonly weight: readonly number[];
    readonly level: number;
    readonly share: number;
    readonly effectiveN: number;
  }
  const weighted = drawn<DrawnWeights>("withStatsmodels", "weighted");

  it(`topBox of weighted answers agrees with DescrStatsW and proportion_confint on ${weighted.length}`, () => {
    expectAgreement(weighted, CLOSE, ({ top, weight, level, share, effectiveN, ...theirs }) => {
      const scale = { min: 0, max: 1 };
      const rows = top.map((rating, i) => ({ rating, weight: weight[i] as number }));
      const tally = tallyRows(rows, { scale, rating: (row) => row.rating, weight: (row) => row.weight });
      const score = topBox(tally, { scale, from: 1 });
      return {
        share: [score.top.share, share],
        effectiveN: [score.effectiveN, effectiveN],
        ...pairsOf((method) => limitsOf(topBox(tally, { scale, from: 1, level, method }).interval), theirs),
      };
    });
  });

  interface DrawnBinomial {
    readonly count: number;
    readonly n: number;
    readonly level: number;
    readonly wilson: Limits;
    readonly clopperPearson: Limits;
  }
  const binomial = drawn<DrawnBinomial>("withScipy", "binomial");

  it(`csat agrees with binomtest on ${binomial.length}`, () => {
    expectAgreement(binomial, CLOSE, ({ count, n, level, ...theirs }) => {
      const { tally } = csatOf(count, n);
      const limits = (method: ProportionMethod) => limitsOf(csat(tally, { level, method }).interval);
      return {
        wilson: [limits("wilson"), theirs.wilson],
        // Which binomtest finds by halving, to some 1e-11 of 1.
        clopperPearson: [limits("clopper-pearson"), theirs.clopperPearson, { relative: 0, absolute: 1e-9 }],
      };
    });
  });
});

describe("drawn net shares", () => {
  interface DrawnNetShare {
    readonly counts: readonly number[];
    readonly level: number;
    readonly benchmark: number;
    /** Limits, statistic and p-value. */
    readonly adjustedWald: readonly (number | null)[];
    readonly wald: readonly (number | null)[];
  }
  const netShares = drawn<DrawnNetShare>("withStatsmodels", "netShare");

  it(`nps and compareToBenchmark agree with DescrStatsW and the z statistic on ${netShares.length}`, () => {
    expectAgreement(netShares, CLOSE, ({ counts, level, benchmark, ...theirs }) => {
      const score = npsOf(counts);
      const figures = (method: "adjusted-wald" | "wald") => {
        const { statistic, pValue } = compareToBenchmark(score, benchmark, { method });
        const interval = nps(score.tally, { level, method }).interval;
        return [interval?.low, interval?.high, statistic, pValue];
      };
      return {
        adjustedWald: [figures("adjusted-wald"), theirs.adjustedWald],
        wald: [figures("wald"), theirs.wald],
      };
    });
  });
});

describe("drawn indices", () => {
  type Three = readonly [number, number, number];
  const indices = drawn<{ means: Three; weights: Three; score: number }>("statistics", "indices");

  it(`acsi agrees with weighted.mean on ${indices.length}`, () => {
    expectAgreement(indices, { relative: 1e-12 }, ({ means, weights, score }) => {
      const named = ([satisfaction, expectancy, performance]: Three) => ({
        satisfaction,
        expectancy,
        performance,
      });
      return { score: [acsi(named(means), { weights: named(weights) }).score, score] };
    });
  });
});
