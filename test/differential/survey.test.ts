// Weighted and clustered scores, and weights, against R's package survey; see survey.R.

import { describe, it } from "vitest";
import {
  type Answers,
  type CesScore,
  ces,
  clusteredScore,
  clusteredScoreBy,
  compare,
  csat,
  designEffect,
  effectiveSampleSize,
  NPS_SCALE,
  type NpsScore,
  netScore,
  nps,
  poststratify,
  rake,
  scoreBy,
  tallyRows,
  topBox,
} from "../../src/index.ts";
import { drawn, expectAgreement, type Limits } from "./drawn.ts";

/** Figures on −100…100 may be next to 0 after much has cancelled. */
const CLOSE = { relative: 1e-11, absolute: 1e-12 };

interface Row {
  readonly rating: number;
  readonly weight: number;
}

function rowsOf({
  rating,
  weight,
}: {
  readonly rating: readonly number[];
  readonly weight: readonly number[];
}): Row[] {
  return rating.map((answer, i) => ({ rating: answer, weight: weight[i] as number }));
}

const READING = { rating: (row: Row) => row.rating, weight: (row: Row) => row.weight };

const onScale = {
  csat: (answers: Answers) => csat(answers, { scale: NPS_SCALE }),
  ces: (answers: Answers) => ces(answers, { scale: NPS_SCALE }),
};

describe("drawn weighted scores", () => {
  interface DrawnScores {
    readonly rating: readonly number[];
    readonly weight: readonly number[];
    readonly top: number;
    readonly bottom: number;
    readonly scores: readonly number[];
    readonly errors: readonly number[];
    readonly effectiveN: number;
  }
  const scores = drawn<DrawnScores>("survey", "scores");

  it(`nps, csat, ces, topBox and netScore agree with svymean on ${scores.length}`, () => {
    expectAgreement(scores, CLOSE, (given) => {
      const answers = tallyRows(rowsOf(given), { scale: NPS_SCALE, ...READING });
      const { top, bottom } = given;
      const ours = [
        nps(answers),
        onScale.csat(answers),
        onScale.ces(answers),
        topBox(answers, { scale: NPS_SCALE, from: top }),
        netScore(answers, { scale: NPS_SCALE, top, bottom }),
      ];
      return {
        score: [ours.map(({ score }) => score), given.scores],
        standardError: [ours.map(({ standardError }) => standardError), given.errors],
        effectiveN: [ours.map(({ effectiveN }) => effectiveN), Array(5).fill(given.effectiveN)],
        effectiveSampleSize: [effectiveSampleSize(given.weight), given.effectiveN],
        designEffect: [designEffect(given.weight), given.weight.length / given.effectiveN],
      };
    });
  });
});

describe("drawn clustered scores", () => {
  interface DrawnClusters {
    readonly rating: readonly number[];
    readonly weight: readonly number[];
    readonly weighted: boolean;
    readonly cluster: readonly number[];
    readonly level: number;
    readonly scores: readonly number[];
    readonly errors: readonly number[];
    readonly effects: readonly number[];
    readonly effectiveN: readonly number[];
    readonly adjustedWald: Limits;
    readonly clopperPearson: Limits;
    readonly studentT: Limits;
  }
  const clusters = drawn<DrawnClusters>("survey", "clusters");

  function scoresOf({ weighted, cluster, level, ...given }: DrawnClusters) {
    const rows = rowsOf(given).map((row, i) => ({ ...row, cluster: cluster[i] as number }));
    const reading = {
      rating: READING.rating,
      cluster: (row: (typeof rows)[number]) => row.cluster,
      weight: weighted ? READING.weight : undefined,
    };
    const exact = (answers: Answers) => csat(answers, { scale: NPS_SCALE, level, method: "clopper-pearson" });
    return [
      clusteredScore(rows, { metric: (answers: Answers) => nps(answers, { level }), ...reading }),
      clusteredScore(rows, { metric: exact, ...reading }),
      clusteredScore(rows, {
        metric: (answers: Answers) => ces(answers, { scale: NPS_SCALE, level }),
        ...reading,
      }),
    ];
  }

  it(`clusteredScore agrees with svymean with ids on ${clusters.length}`, () => {
    expectAgreement(clusters, CLOSE, (given) => {
      const ours = scoresOf(given);
      return {
        score: [ours.map(({ score }) => score), given.scores],
        standardError: [ours.map(({ standardError }) => standardError), given.errors],
        designEffect: [ours.map((score) => score.designEffect), given.effects],
        effectiveN: [ours.map(({ effectiveN }) => effectiveN), given.effectiveN],
      };
    });
  });

  it(`its intervals agree with R's qnorm, qbeta and qt in their formulas on ${clusters.length}`, () => {
    expectAgreement(clusters, { relative: 1e-11, absolute: 1e-11 }, (given) => {
      const limits = scoresOf(given).map(({ interval }) => interval && [interval.low, interval.high]);
      return {
        adjustedWald: [limits[0], given.adjustedWald],
        clopperPearson: [limits[1], given.clopperPearson],
        studentT: [limits[2], given.studentT],
      };
    });
  });

  interface DrawnComparison {
    readonly sides: readonly (readonly [rating: number[], weight: number[], cluster: number[]])[];
    readonly level: number;
    readonly npsError: number;
    readonly npsP: number;
    readonly nps: Limits;
    readonly cesP: number;
    readonly cesDegrees: number;
    readonly ces: Limits;
  }
  const comparisons = drawn<DrawnComparison>("survey", "comparisons");

  it(`compare of few clusters agrees with uniroot, qt and pt in its formulas on ${comparisons.length} pairs`, () => {
    expectAgreement(comparisons, { relative: 1e-10, absolute: 1e-11 }, ({ sides, level, ...theirs }) => {
      const compared = <S extends NpsScore | CesScore>(metric: (answers: Answers) => S) => {
        const [before, after] = sides.map(([rating, weight, cluster]) =>
          clusteredScore(rating.keys(), {
            metric,
            rating: (row) => rating[row],
            weight: (row) => weight[row] as number,
            cluster: (row) => cluster[row] as number,
          }),
        );
        return compare<NpsScore | CesScore>(before as S, after as S, { level });
      };
      const points = compared(nps);
      const mean = compared(onScale.ces);
      return {
        npsError: [points.standardError, theirs.npsError],
        npsP: [points.pValue, theirs.npsP],
        nps: [points.interval && [points.interval.low, points.interval.high], theirs.nps],
        cesP: [mean.pValue, theirs.cesP],
        cesDegrees: [mean.degreesOfFreedom, theirs.cesDegrees],
        ces: [mean.interval && [mean.interval.low, mean.interval.high], theirs.ces],
      };
    });
  });

  interface DrawnGroups {
    readonly rating: readonly number[];
    readonly weight: readonly number[];
    readonly cluster: readonly number[];
    readonly plan: readonly string[];
    readonly plans: readonly string[];
    readonly score: readonly number[];
    readonly error: readonly (number | null)[];
    readonly clusteredError: readonly (number | null)[];
  }
  const groups = drawn<DrawnGroups>("survey", "groups");

  it(`scoreBy and clusteredScoreBy agree with svymean on the groups of ${groups.length} samples`, () => {
    expectAgreement(groups, CLOSE, ({ cluster, plan, ...given }) => {
      const rows = rowsOf(given).map((row, i) => ({
        ...row,
        cluster: cluster[i] as number,
        plan: plan[i] as string,
      }));
      const by = { plan: (row: (typeof rows)[number]) => row.plan };
      const alone = scoreBy(rows, { metric: nps, by, ...READING });
      const clustered = clusteredScoreBy(rows, {
        metric: nps,
        by,
        cluster: (row) => row.cluster,
        ...READING,
      });
      return {
        plan: [alone.map(({ key }) => key.plan), given.plans],
        score: [alone.map(({ score }) => score.score), given.score],
        standardError: [alone.map(({ score }) => score.standardError), given.error],
        clusteredScore: [clustered.map(({ score }) => score.score), given.score],
        clusteredError: [clustered.map(({ score }) => score.standardError), given.clusteredError],
      };
    });
  });
});

describe("drawn weights", () => {
  interface DrawnSample {
    /** The category of each row, one column for each margin. */
    readonly columns: readonly (readonly string[])[];
    readonly categories: readonly (readonly string[])[];
    readonly targets: readonly (readonly number[])[];
    readonly weight: readonly number[];
    readonly total: number;
    readonly weights: readonly number[];
  }
  interface DrawnRaking extends DrawnSample {
    readonly effectiveN: number;
  }
  interface DrawnBounds extends DrawnSample {
    readonly lower: number;
    readonly upper: number;
    readonly bounded: number;
  }

  /** As options of rake: its rows are places in the columns. */
  function optionsOf({ columns, categories, targets, weight, total }: DrawnSample) {
    const entries = columns.map((column, m) => {
      const margin = categories[m]?.map((category, c) => [category, targets[m]?.[c]]) ?? [];
      return [`m${m}`, Object.fromEntries(margin), (row: number) => column[row]] as const;
    });
    return {
      margins: Object.fromEntries(entries.map(([name, margin]) => [name, margin])),
      by: Object.fromEntries(entries.map(([name, , read]) => [name, read])),
      weight: (row: number) => weight[row] as number,
      total,
      maxIterations: 100_000,
    };
  }
  const placesOf = ({ weight }: { readonly weight: readonly number[] }): number[] => [...weight.keys()];

  const raking = drawn<DrawnRaking>("survey", "raking");

  it(`rake agrees with rake and calibrate on ${raking.length} samples`, () => {
    // The margins are hit to 1e-12 of the total, of which a small category is a small part.
    expectAgreement(raking, { relative: 1e-8 }, (given) => {
      const { weights, converged, effectiveN } = rake(placesOf(given), optionsOf(given));
      return {
        converged: [converged, true],
        weights: [weights, given.weights],
        effectiveN: [effectiveN, given.effectiveN],
      };
    });
  });

  const bounds = drawn<DrawnBounds>("survey", "bounded");

  it(`rake within bounds agrees with calibrate on ${bounds.length} samples`, () => {
    expectAgreement(bounds, { relative: 1e-8 }, ({ lower, upper, ...given }) => {
      const { weights, converged, bounded } = rake(placesOf(given), {
        ...optionsOf(given),
        bounds: { lower, upper },
      });
      return {
        converged: [converged, true],
        weights: [weights, given.weights],
        bounded: [bounded, given.bounded],
      };
    });
  });

  interface DrawnCells extends Omit<DrawnRaking, "categories" | "targets" | "total"> {
    /** The categories of each cell, one column for each property. */
    readonly keys: readonly (readonly string[])[];
    readonly targets: readonly number[];
    readonly complete: boolean;
  }
  const cells = drawn<DrawnCells>("survey", "cells");

  it(`poststratify agrees with postStratify on ${cells.length} samples`, () => {
    expectAgreement(cells, CLOSE, (given) => {
      const names = given.columns.map((_, m) => `m${m}`);
      const by = Object.fromEntries(names.map((name, m) => [name, (row: number) => given.columns[m]?.[row]]));
      const targets = given.targets.map((target, cell) => ({
        key: Object.fromEntries(names.map((name, m) => [name, given.keys[m]?.[cell] as string])),
        target,
      }));
      const { weights, complete, effectiveN } = poststratify(placesOf(given), {
        by,
        targets,
        weight: (row) => given.weight[row] as number,
        // Targets that happen to add up to 1 would be taken for shares.
        total: given.targets.reduce((sum, target) => sum + target, 0),
      });
      return {
        weights: [weights, given.weights],
        complete: [complete, given.complete],
        effectiveN: [effectiveN, given.effectiveN],
      };
    });
  });
});
