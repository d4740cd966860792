// Scores, standard errors and intervals against R; see golden/survey.R.

import { describe, expect, it } from "vitest";
import {
  ces,
  csat,
  type Interval,
  NPS_SCALE,
  nps,
  type Scale,
  type Tally,
  tallyFromCounts,
  tallyRows,
  topBox,
} from "../../src/index.ts";
import { PROPORTION_METHODS } from "../../src/statistics/proportion.ts";
import golden from "../golden/survey.json" with { type: "json" };
import { expectClose } from "../support/closeTo.ts";

const CLOSE = 1e-12;

/** The golden numbers are proportions where the scores are in points or percent. */
const HUNDRED = 100;

function tallyOfCounts(counts: readonly number[], scale: Scale): Tally {
  return tallyFromCounts(
    counts.map((count, cell) => [scale.min + cell, count]),
    scale,
  );
}

function scaleOf([min, max]: readonly number[]): Scale {
  return { min: min as number, max: max as number };
}

function expectLimits(
  interval: Interval | null,
  limits: readonly number[] | null,
  factor: number,
  tolerance: number,
): void {
  expect(interval === null).toBe(limits === null);
  if (interval === null || limits === null) return;
  expectClose(interval.low / factor, limits[0] as number, tolerance);
  expectClose(interval.high / factor, limits[1] as number, tolerance);
}

describe("nps agrees with R", () => {
  it.each(golden.nps)("on $counts at $level", ({ counts, level, ...expected }) => {
    const answers = tallyOfCounts(counts, NPS_SCALE);
    const { score, standardError, interval } = nps(answers, { level });
    expectClose((score as number) / HUNDRED, expected.score, CLOSE);
    expectClose((standardError as number) / HUNDRED, expected.standardError, CLOSE);
    expectLimits(interval, expected.adjustedWald, HUNDRED, CLOSE);
    expectLimits(nps(answers, { level, method: "wald" }).interval, expected.wald, HUNDRED, CLOSE);
    expectLimits(nps(answers, { level, method: "score" }).interval, expected.score_interval, HUNDRED, CLOSE);
  });
});

describe("topBox agrees with R", () => {
  it.each(golden.proportion)("on $count of $n at $level", ({ count, n, level, ...expected }) => {
    const scale = { min: 0, max: 1 };
    const answers = tallyOfCounts([n - count, count], scale);
    const limits = {
      wilson: expected.wilson,
      "agresti-coull": expected.agrestiCoull,
      jeffreys: expected.jeffreys,
      "clopper-pearson": expected.clopperPearson,
      wald: expected.wald,
    };
    for (const method of PROPORTION_METHODS) {
      const { score, interval } = topBox(answers, { scale, from: 1, level, method });
      expectClose((score as number) / HUNDRED, count / n, CLOSE);
      expectLimits(interval, limits[method], HUNDRED, CLOSE);
    }
  });
});

describe("ces agrees with R", () => {
  it.each(golden.mean)("on $counts at $level", ({ scale, counts, level, ...expected }) => {
    const { score, standardError, interval } = ces(tallyOfCounts(counts, scaleOf(scale)), { level });
    expectClose(score, expected.mean, CLOSE);
    expectClose(standardError, expected.standardError, CLOSE);
    expectLimits(interval, expected.interval, 1, CLOSE);
  });
});

describe("weighted scores agree with R's survey package", () => {
  const scorers = { nps, csat, ces };

  it.each(golden.weighted)("on $metric of $ratings", ({ metric, scale, ratings, weights, ...expected }) => {
    const rows = ratings.map((rating, i) => ({ rating, weight: weights[i] as number }));
    const answers = tallyRows(rows, {
      scale: scaleOf(scale),
      rating: (row) => row.rating,
      weight: (row) => row.weight,
    });
    const factor = metric === "ces" ? 1 : HUNDRED;
    const { score, standardError, effectiveN } = scorers[metric as keyof typeof scorers](answers);
    expectClose((score as number) / factor, expected.score, CLOSE);
    expectClose((standardError as number) / factor, expected.standardError, CLOSE);
    expectClose(effectiveN, expected.effectiveN, CLOSE);
  });
});
