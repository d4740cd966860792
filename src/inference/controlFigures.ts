// What control limits are made of: the pooled score and spread of a series, and the rules that look at neighbours.

import { naming } from "../errors.ts";
import { mergeTallies } from "../survey/mergeTallies.ts";
import { momentsOf, sampleOf } from "../survey/score.ts";
import { answerValue } from "./answerValue.ts";
import type { CheckedGroup } from "./checkedGroups.ts";
import { type ComparableMetric, rescored } from "./comparableScore.ts";

/** All answers of a series taken together. */
export interface PooledSeries {
  readonly metric: ComparableMetric | null;
  readonly centre: number | null;
  /** The variance of one answer. */
  readonly variance: number | null;
}

/** The score of all answers, and the variance of one of them; `null` where it is 0 or cannot be had. */
export function pooledSeries(caller: string, series: readonly CheckedGroup<string>[]): PooledSeries {
  const [first] = series;
  if (first === undefined) return { metric: null, centre: null, variance: null };
  const tallies = series.map(({ score }) => score.tally);
  const all = naming(caller, ["groups"], () => rescored({ ...first.score, tally: mergeTallies(tallies) }));
  const spread =
    all.metric === "ces"
      ? varianceWithin(series)
      : momentsOf(sampleOf(all.tally), answerValue(all))?.variance;
  return { metric: all.metric, centre: all.score, variance: spread || null };
}

/** The variance around each period's own mean, with a degree of freedom less for each. */
function varianceWithin(series: readonly CheckedGroup<string>[]): number | null {
  let squares = 0;
  let degreesOfFreedom = 0;
  for (const { score } of series) {
    const moments = momentsOf(sampleOf(score.tally), answerValue(score));
    if (moments === null) continue;
    squares += score.effectiveN * moments.variance;
    degreesOfFreedom += score.effectiveN - 1;
  }
  return degreesOfFreedom > 0 ? squares / degreesOfFreedom : null;
}

/** The standard error of a score of n answers; `null` where it cannot be had. */
export function errorOf(variance: number | null, n: number): number | null {
  return variance === null || n === 0 ? null : Math.sqrt(variance / n);
}

/** The mean moving range of two normal values, in standard deviations, as tables of control charts give it. */
const MOVING_RANGE = 1.128;

/** Laney's σ_z: the mean distance of neighbouring standardised scores, as a standard deviation. */
export function spreadOfNeighbours(
  series: readonly CheckedGroup<string>[],
  centre: number | null,
  errors: readonly (number | null)[],
): number | null {
  const scores = series.flatMap(({ score }, i) => {
    const error = errors[i];
    return typeof error === "number" ? [((score.score as number) - (centre as number)) / error] : [];
  });
  if (scores.length < 2) return null;
  let distance = 0;
  for (let i = 1; i < scores.length; i++) {
    distance += Math.abs((scores[i] as number) - (scores[i - 1] as number));
  }
  return distance / (scores.length - 1) / MOVING_RANGE;
}

/** Scores so near the centre are on it, but for rounding. */
const ROUNDING = 1e-9;

/** On which side of the centre a score lies: 1, −1 or 0; `null` without a score. */
export function sideOf(score: number | null, centre: number | null): number | null {
  if (score === null) return null;
  // Where a period has a score, so has the series.
  const distance = score - (centre as number);
  return Math.abs(distance) <= ROUNDING ? 0 : Math.sign(distance);
}

/** For each period, whether it ends so many in a row on one side. */
export function lastOfRuns(sides: readonly (number | null)[], run: number): readonly boolean[] {
  let length = 0;
  let side = 0;
  return sides.map((own) => {
    if (own === null) return false;
    length = own === side ? length + 1 : 1;
    side = own;
    return own !== 0 && length >= run;
  });
}
