// Comparisons and control charts against R, statsmodels and scipy; see statistics.R, withStatsmodels.py and withScipy.py.

import { describe, expect, it } from "vitest";
import {
  type Answers,
  adjustPValues,
  ces,
  compare,
  compareAll,
  comparePaired,
  compareToBenchmark,
  controlLimits,
  csat,
  decomposeChange,
  expectationGap,
  NPS_SCALE,
  nps,
  scoreBy,
  topBox,
} from "../../src/index.ts";
import { cesOf, csatOf, npsOf } from "../inference/samples.ts";
import { drawn, expectAgreement, type Limits, limitsOf } from "./drawn.ts";

/** Differences of shares and means may be next to 0 after much has cancelled. */
const CLOSE = { relative: 1e-11, absolute: 1e-12 };

const onScale = {
  csat: (answers: Answers) => csat(answers, { scale: NPS_SCALE }),
  ces: (answers: Answers) => ces(answers, { scale: NPS_SCALE }),
};

describe("drawn means", () => {
  interface DrawnMean {
    readonly rating: readonly number[];
    readonly level: number;
    readonly benchmark: number;
    readonly mean: number;
    readonly error: number;
    readonly interval: Limits;
    readonly statistic: number;
    readonly degrees: number;
    readonly pValue: number;
  }
  const means = drawn<DrawnMean>("statistics", "means");

  it(`ces and compareToBenchmark agree with t.test on ${means.length}`, () => {
    expectAgreement(means, CLOSE, ({ rating, level, benchmark, ...theirs }) => {
      const score = ces(rating, { level });
      const test = compareToBenchmark(score, benchmark, { level });
      return {
        score: [score.score, theirs.mean],
        standardError: [score.standardError, theirs.error],
        interval: [limitsOf(score.interval), theirs.interval],
        statistic: [test.statistic, theirs.statistic],
        degreesOfFreedom: [test.degreesOfFreedom, theirs.degrees],
        pValue: [test.pValue, theirs.pValue],
        testInterval: [limitsOf(test.interval), theirs.interval],
      };
    });
  });

  interface DrawnWelch extends Omit<DrawnMean, "rating" | "benchmark" | "mean"> {
    readonly before: readonly number[];
    readonly after: readonly number[];
  }
  /** Of samples in which one side all agrees, a t test takes that side for known, and we have no test. */
  const hasSpread = (ratings: readonly number[]): boolean => new Set(ratings).size > 1;
  const pairs = drawn<DrawnWelch>("statistics", "welch");
  const welch = pairs.filter(({ before, after }) => hasSpread(before) && hasSpread(after));

  it(`compare has no test of the ${pairs.length - welch.length} pairs of which a side all agrees`, () => {
    for (const { before, after } of pairs.filter((pair) => !welch.includes(pair))) {
      expect(compare(ces(before), ces(after))).toMatchObject({
        interval: null,
        statistic: null,
        pValue: null,
      });
    }
  });

  it(`compare agrees with Welch's t.test on ${welch.length} pairs of samples`, () => {
    expectAgreement(welch, CLOSE, ({ before, after, level, ...theirs }) => {
      const test = compare(ces(before), ces(after), { level });
      return {
        standardError: [test.standardError, theirs.error],
        interval: [limitsOf(test.interval), theirs.interval],
        statistic: [test.statistic, theirs.statistic],
        degreesOfFreedom: [test.degreesOfFreedom, theirs.degrees],
        pValue: [test.pValue, theirs.pValue],
      };
    });
  });
});

describe("drawn counts of ratings", () => {
  interface DrawnCounts {
    readonly before: readonly number[];
    readonly after: readonly number[];
    readonly mean: number;
    readonly error: number;
    readonly difference: number;
    readonly differenceError: number;
    readonly statistic: number;
    readonly degrees: number;
    readonly pValue: number;
  }
  const counts = drawn<DrawnCounts>("withStatsmodels", "means");

  it(`ces and compare agree with DescrStatsW and CompareMeans on ${counts.length}`, () => {
    expectAgreement(counts, CLOSE, ({ before, after, ...theirs }) => {
      const score = cesOf(before);
      const test = compare(score, cesOf(after));
      return {
        mean: [score.score, theirs.mean],
        standardError: [score.standardError, theirs.error],
        difference: [test.difference, theirs.difference],
        differenceError: [test.standardError, theirs.differenceError],
        statistic: [test.statistic, theirs.statistic],
        degreesOfFreedom: [test.degreesOfFreedom, theirs.degrees],
        pValue: [test.pValue, theirs.pValue],
      };
    });
  });

  const moments = drawn<Pick<DrawnCounts, "before" | "after" | "statistic" | "pValue">>(
    "withScipy",
    "moments",
  );

  it(`compare agrees with ttest_ind_from_stats on ${moments.length}`, () => {
    expectAgreement(moments, CLOSE, ({ before, after, ...theirs }) => {
      const { statistic, pValue } = compare(cesOf(before), cesOf(after));
      return { statistic: [statistic, theirs.statistic], pValue: [pValue, theirs.pValue] };
    });
  });
});

describe("drawn shares", () => {
  interface DrawnShares {
    readonly counts: readonly [number, number, number, number];
    readonly level: number;
    readonly test: string;
    readonly statistic: number | null;
    readonly pValue: number;
    readonly interval: Limits;
  }
  const shares = drawn<DrawnShares>("statistics", "shares");

  it(`compare agrees with chisq.test, fisher.test and prop.test on ${shares.length} pairs`, () => {
    expectAgreement(shares, CLOSE, ({ counts: [x, n, y, m], level, ...theirs }) => {
      const ours = compare(csatOf(x, n), csatOf(y, m), { level });
      return {
        test: [ours.test, theirs.test],
        statistic: [ours.statistic, theirs.statistic],
        pValue: [ours.pValue, theirs.pValue, { relative: 1e-10 }],
        interval: [limitsOf(ours.interval), theirs.interval],
      };
    });
  });

  interface DrawnTarget {
    readonly count: number;
    readonly n: number;
    readonly level: number;
    readonly benchmark: number;
    readonly statistic: number;
    readonly pValue: number;
    readonly exact: number;
    readonly jeffreys: number;
    readonly wilson: Limits;
    readonly clopperPearson: Limits;
  }
  const targets = drawn<DrawnTarget>("statistics", "targets");

  it(`csat, topBox and compareToBenchmark agree with prop.test, binom.test and pbeta on ${targets.length}`, () => {
    expectAgreement(targets, CLOSE, ({ count, n, level, benchmark, ...theirs }) => {
      const score = csatOf(count, n);
      const test = (method: "wilson" | "agresti-coull" | "clopper-pearson" | "jeffreys") =>
        compareToBenchmark(score, benchmark, { level, method });
      const box = (method: "wilson" | "clopper-pearson") =>
        topBox(score.tally, { scale: score.tally.scale, from: 4, level, method }).interval;
      return {
        statistic: [test("wilson").statistic, theirs.statistic],
        pValue: [test("wilson").pValue, theirs.pValue, { relative: 1e-10 }],
        agrestiCoull: [test("agresti-coull").pValue, theirs.pValue, { relative: 1e-10 }],
        exact: [test("clopper-pearson").pValue, theirs.exact, { relative: 1e-11 }],
        jeffreys: [test("jeffreys").pValue, theirs.jeffreys, { relative: 1e-11 }],
        wilson: [limitsOf(test("wilson").interval), theirs.wilson],
        clopperPearson: [limitsOf(test("clopper-pearson").interval), theirs.clopperPearson],
        wilsonBox: [limitsOf(box("wilson")), theirs.wilson],
        clopperPearsonBox: [limitsOf(box("clopper-pearson")), theirs.clopperPearson],
      };
    });
  });
});

describe("drawn differences", () => {
  interface DrawnDifference {
    readonly counts: readonly [number, number, number, number];
    readonly level: number;
    readonly interval: Limits;
    readonly statistic: number | null;
    readonly pValue: number | null;
  }
  const differences = drawn<DrawnDifference>("withStatsmodels", "shares");

  it(`compare agrees with the limits and the test of two proportions of statsmodels on ${differences.length}`, () => {
    expectAgreement(differences, CLOSE, ({ counts: [x, n, y, m], level, ...theirs }) => {
      const { interval, statistic, pValue } = compare(csatOf(x, n), csatOf(y, m), { level });
      return {
        interval: [limitsOf(interval), theirs.interval],
        statistic: [theirs.statistic && statistic, theirs.statistic],
        pValue: [theirs.pValue && pValue, theirs.pValue],
      };
    });
  });

  const tables = drawn<Pick<DrawnDifference, "counts" | "pValue">>("withScipy", "tables");

  it(`compare agrees with fisher_exact on ${tables.length} small tables`, () => {
    expectAgreement(tables, CLOSE, ({ counts: [x, n, y, m], ...theirs }) => {
      const { test, pValue } = compare(csatOf(x, n), csatOf(y, m));
      return { test: [test, "fisher-irwin"], pValue: [pValue, theirs.pValue] };
    });
  });

  interface DrawnNetShares {
    readonly before: readonly number[];
    readonly after: readonly number[];
    readonly level: number;
    /** Limits, statistic and p-value. */
    readonly adjustedWald: readonly (number | null)[];
    readonly wald: readonly (number | null)[];
  }
  const netShares = drawn<DrawnNetShares>("withStatsmodels", "netShares");

  it(`compare agrees with DescrStatsW and the z statistic on ${netShares.length} pairs of net shares`, () => {
    expectAgreement(netShares, CLOSE, ({ before, after, level, ...theirs }) => {
      const figures = (method: "adjusted-wald" | "wald") => {
        const { interval, statistic, pValue } = compare(npsOf(before), npsOf(after), { level, method });
        return [interval?.low, interval?.high, statistic, pValue];
      };
      return {
        adjustedWald: [figures("adjusted-wald"), theirs.adjustedWald],
        wald: [figures("wald"), theirs.wald],
      };
    });
  });

  interface DrawnChange {
    readonly segments: number;
    readonly wave: readonly number[];
    readonly segment: readonly number[];
    readonly rating: readonly number[];
    readonly mix: number;
    readonly rate: number;
    readonly interaction: number;
    readonly gap: number;
  }
  const changes = drawn<DrawnChange>("withStatsmodels", "changes");

  it(`decomposeChange agrees with OaxacaBlinder on ${changes.length} changes`, () => {
    expectAgreement(changes, CLOSE, ({ wave, segment, rating, ...theirs }) => {
      const scoresOf = (of: number) =>
        scoreBy(
          [...wave.keys()].filter((row) => wave[row] === of),
          { metric: ces, rating: (row) => rating[row], by: { segment: (row) => segment[row] } },
        );
      // statsmodels takes the second wave for what the first is compared with.
      const { mix, rate, interaction, total } = decomposeChange(scoresOf(1), scoresOf(0));
      return {
        mix: [mix, theirs.mix],
        rate: [rate, theirs.rate],
        interaction: [interaction, theirs.interaction],
        total: [total, theirs.gap],
      };
    });
  });
});

describe("drawn pairs", () => {
  interface DrawnPairs {
    readonly before: readonly number[];
    readonly after: readonly number[];
    readonly level: number;
    /** Mean, standard error, limits, statistic and p-value. */
    readonly nps: readonly number[];
    readonly mean: readonly number[];
    readonly chiSquare: number | null;
    readonly pValue: number | null;
  }
  const pairs = drawn<DrawnPairs>("statistics", "pairs");

  it(`comparePaired and expectationGap agree with t.test and mcnemar.test on ${pairs.length} samples`, () => {
    expectAgreement(pairs, CLOSE, ({ before, after, level, ...theirs }) => {
      const both = before.map((rating, i) => [rating, after[i]] as const);
      const points = comparePaired(both, { metric: nps, level });
      const mean = comparePaired(both, { metric: onScale.ces, level });
      const gap = expectationGap(both, { scale: NPS_SCALE, level });
      const sides = comparePaired(both, { metric: onScale.csat, level });
      const figures = ({ difference, standardError, interval, statistic, pValue }: typeof points) => [
        difference,
        standardError,
        interval?.low ?? null,
        interval?.high ?? null,
        statistic,
        pValue,
      ];
      return {
        nps: [figures(points), theirs.nps],
        ces: [figures(mean), theirs.mean],
        gap: [[gap.score, gap.standardError, gap.interval?.low, gap.interval?.high], theirs.mean.slice(0, 4)],
        chiSquare: [sides.statistic === null ? null : sides.statistic ** 2, theirs.chiSquare],
        pValue: [sides.pValue, theirs.pValue ?? 1],
      };
    });
  });
});

describe("drawn pairs of efforts", () => {
  interface DrawnEfforts {
    readonly before: readonly number[];
    readonly after: readonly number[];
    readonly statistic: number;
    readonly pValue: number;
  }
  const pairs = drawn<DrawnEfforts>("withScipy", "pairs");

  it(`comparePaired agrees with ttest_rel on ${pairs.length} samples`, () => {
    expectAgreement(pairs, CLOSE, ({ before, after, ...theirs }) => {
      const both = before.map((rating, i) => [rating, after[i]] as const);
      const { statistic, pValue } = comparePaired(both, { metric: ces });
      return { statistic: [statistic, theirs.statistic], pValue: [pValue, theirs.pValue] };
    });
  });
});

describe("drawn families of tests", () => {
  interface DrawnPValues {
    readonly pValues: readonly (number | null)[];
    readonly holm: readonly (number | null)[];
    readonly benjaminiHochberg: readonly (number | null)[];
  }
  const families = [
    ...drawn<DrawnPValues>("statistics", "adjusted"),
    ...drawn<DrawnPValues>("withStatsmodels", "adjusted"),
  ];

  it(`adjustPValues agrees with p.adjust and multipletests on ${families.length}`, () => {
    expectAgreement(families, { relative: 1e-15 }, ({ pValues, ...theirs }) => ({
      holm: [adjustPValues(pValues), theirs.holm],
      benjaminiHochberg: [adjustPValues(pValues, "benjamini-hochberg"), theirs.benjaminiHochberg],
      none: [adjustPValues(pValues, "none"), pValues],
    }));
  });

  type Chart = readonly [
    centre: number,
    low: readonly number[],
    high: readonly number[],
    overdispersion: number,
  ];
  interface DrawnSeries {
    readonly groups: readonly (readonly number[])[];
    readonly holm: readonly number[];
    readonly benjaminiHochberg: readonly number[];
    readonly none: readonly number[];
    readonly sigmas: number;
    readonly nps: Chart;
    readonly csat: Chart;
    readonly ces: Chart;
  }
  const series = drawn<DrawnSeries>("statistics", "series");

  it(`compareAll agrees with pairwise.t.test on ${series.length} lists of groups`, () => {
    expectAgreement(series, CLOSE, (given) => {
      const groups = given.groups.map((ratings, group) => ({ key: { group }, score: onScale.ces(ratings) }));
      const pValues = (adjust: "holm" | "benjamini-hochberg" | "none") =>
        compareAll(groups, { adjust }).map(({ adjustedPValue }) => adjustedPValue);
      return {
        holm: [pValues("holm"), given.holm],
        benjaminiHochberg: [pValues("benjamini-hochberg"), given.benjaminiHochberg],
        none: [pValues("none"), given.none],
      };
    });
  });

  it(`controlLimits agrees with lm and the formulas of control charts on ${series.length} series`, () => {
    expectAgreement(series, CLOSE, ({ sigmas, ...given }) => {
      const chart = <S extends ReturnType<typeof nps | typeof csat | typeof ces>>(
        metric: (answers: Answers) => S,
      ) => {
        const groups = given.groups.map((ratings, period) => ({ key: { period }, score: metric(ratings) }));
        const { centre, periods, overdispersion } = controlLimits(groups, { sigmas });
        return [
          centre,
          periods.map(({ low }) => low),
          periods.map(({ high }) => high),
          overdispersion,
        ] as const;
      };
      return {
        nps: [chart(nps), given.nps],
        csat: [chart(onScale.csat), given.csat],
        ces: [chart(onScale.ces), given.ces],
      };
    });
  });
});
