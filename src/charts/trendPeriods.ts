// The periods of a trend, and their control limits.

import { refusalInWords } from "../errors.ts";
import { arrayAt, figureAt, itemsOf, objectAt } from "./input.ts";
import { keyValues } from "./keys.ts";
import { type ReadScore, scoreAt } from "./readScore.ts";

/** One period with its score. */
export interface Period {
  readonly period: string;
  readonly score: ReadScore;
}

/** The control limits of one period. */
interface PeriodLimits {
  readonly period: string;
  readonly low: number | null;
  readonly high: number | null;
  /** Whether and how it stands out. */
  readonly signal: {
    readonly quality: "good" | "bad";
    readonly score: number;
    readonly isAbove: boolean;
  } | null;
}

/** The control limits of a series. */
export interface TrendLimits {
  readonly centre: number | null;
  readonly periods: readonly PeriodLimits[];
}

/** The groups whose period is known, or a throw where they are no series. */
export function periodsOf(caller: string, groups: unknown): readonly Period[] {
  const seen = new Set<string>();
  let metric: string | null = null;
  return itemsOf(caller, "groups", groups, (group, path): readonly Period[] => {
    const key = keyValues(caller, path, group["key"]);
    if (key.length !== 1) {
      throw refusalInWords(
        caller,
        "invalid-argument",
        [...path, "key"],
        "one period",
        `${key.length} values`,
      );
    }
    if (key[0] === null) return [];
    const period = String(key[0]);
    if (seen.has(period)) {
      throw refusalInWords(caller, "invalid-argument", path, "the only group of its period", "a second");
    }
    seen.add(period);
    const score = scoreAt(caller, [...path, "score"], group["score"]);
    metric ??= score.metric;
    if (score.metric === metric) return [{ period, score }];
    throw refusalInWords(caller, "invalid-argument", path, "of the metric of the others", "another metric");
  }).flat();
}

/** Control limits of those periods, or a throw. */
export function trendLimitsOf(caller: string, limits: unknown, periods: readonly Period[]): TrendLimits {
  const given = objectAt(caller, ["limits"], limits);
  const centre = figureAt(caller, ["limits", "centre"], given["centre"]);
  const scores = new Map(periods.map(({ period, score }) => [period, score]));
  const read = arrayAt(caller, ["limits", "periods"], given["periods"]).map((item, i): PeriodLimits => {
    const path = ["limits", "periods", i] as const;
    const { key, low, high, signal } = objectAt(caller, path, item);
    const period = keyValues(caller, path, key).join(" · ");
    const score = scores.get(period);
    if (score === undefined) {
      throw refusalInWords(caller, "invalid-argument", path, "of one of the groups", "another period");
    }
    return {
      period,
      low: figureAt(caller, [...path, "low"], low),
      high: figureAt(caller, [...path, "high"], high),
      signal:
        signal === true && score.score !== null && centre !== null
          ? signalOf(score, score.score, centre)
          : null,
    };
  });
  return { centre, periods: read };
}

/** On which side of the centre a period stands out, and whether that is good. */
function signalOf({ higherIsBetter }: ReadScore, score: number, centre: number): PeriodLimits["signal"] {
  const isAbove = score > centre;
  return { quality: isAbove === higherIsBetter ? "good" : "bad", score, isAbove };
}
