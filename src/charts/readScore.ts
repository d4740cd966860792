// Scores as charts read them: the figures, their range, and which way is good.

import { type Path, refusal, requireOneOf } from "../errors.ts";
import type { Interval } from "../statistics/interval.ts";
import type { CesDirection } from "../survey/ces.ts";
import { amountAt, arrayAt, countAt, figureAt, numberAt, objectAt } from "./input.ts";
import { filled, type Words } from "./words.ts";

/** The metrics that charts can show. */
type ChartedMetric = "nps" | "csat" | "ces" | "top-box" | "net-score";

/** A score, checked. */
export interface ReadScore {
  readonly metric: ChartedMetric;
  readonly score: number | null;
  readonly n: number;
  readonly interval: Interval | null;
  /** What the metric can be. */
  readonly range: { readonly low: number; readonly high: number };
  readonly higherIsBetter: boolean;
  /** How many decimals are worth showing. */
  readonly decimals: number;
}

const METRICS: readonly ChartedMetric[] = ["nps", "csat", "ces", "top-box", "net-score"];

const DIRECTIONS: readonly CesDirection[] = ["higher-is-easier", "lower-is-easier"];

const DECIMALS: Readonly<Record<ChartedMetric, number>> = {
  nps: 0,
  csat: 1,
  ces: 2,
  "top-box": 1,
  "net-score": 0,
};

/** The score, or a throw where it is none that charts can show. */
export function scoreAt(caller: string, path: Path, value: unknown): ReadScore {
  const given = objectAt(caller, path, value);
  const { metric, direction } = given;
  requireOneOf(caller, [...path, "metric"], metric, METRICS);
  if (metric === "ces") requireOneOf(caller, [...path, "direction"], direction, DIRECTIONS);
  return {
    metric,
    score: figureAt(caller, [...path, "score"], given["score"]),
    n: countAt(caller, [...path, "n"], given["n"]),
    interval: intervalAt(caller, [...path, "interval"], given["interval"]),
    range: rangeAt(caller, metric, path, given),
    higherIsBetter: metric !== "ces" || direction === "higher-is-easier",
    decimals: DECIMALS[metric],
  };
}

/** An interval or `null`, or a throw. */
export function intervalAt(caller: string, path: Path, value: unknown): Interval | null {
  if (value === null) return null;
  const { low, high, level, method } = objectAt(caller, path, value);
  return {
    low: numberAt(caller, [...path, "low"], low),
    high: numberAt(caller, [...path, "high"], high),
    level: numberAt(caller, [...path, "level"], level),
    method: String(method),
  };
}

function rangeAt(
  caller: string,
  metric: ChartedMetric,
  path: Path,
  given: Readonly<Record<string, unknown>>,
): { readonly low: number; readonly high: number } {
  if (metric === "nps" || metric === "net-score") return { low: -100, high: 100 };
  if (metric !== "ces") return { low: 0, high: 100 };
  const { scale } = tallyAt(caller, path, given);
  return { low: scale.min, high: scale.max };
}

/** The answers behind a score: how many, and how much they weigh, for each point of their scale. */
export interface ReadTally {
  readonly scale: { readonly min: number; readonly max: number };
  readonly counts: readonly number[];
  /** The counts where answers have no weights. */
  readonly weights: readonly number[];
}

/** The tally of a score, or a throw. */
export function tallyAt(caller: string, path: Path, score: Readonly<Record<string, unknown>>): ReadTally {
  const place = [...path, "tally"];
  const tally = objectAt(caller, place, score["tally"]);
  const { min, max } = objectAt(caller, [...place, "scale"], tally["scale"]);
  const scale = {
    min: numberAt(caller, [...place, "scale", "min"], min),
    max: numberAt(caller, [...place, "scale", "max"], max),
  };
  const points = scale.max - scale.min + 1;
  const cells = (name: string, read: typeof countAt): readonly number[] => {
    const list = arrayAt(caller, [...place, name], tally[name]);
    if (list.length === points) return list.map((cell, i) => read(caller, [...place, name, i], cell));
    throw refusal(caller, "invalid-argument", [...place, name], "a list of a cell for each rating", list);
  };
  const counts = cells("counts", countAt);
  return { scale, counts, weights: tally["weights"] === undefined ? counts : cells("weights", amountAt) };
}

/** What a metric is called. */
export function metricName({ labels }: Words, metric: ChartedMetric): string {
  const names: Readonly<Record<ChartedMetric, string>> = {
    nps: labels.nps,
    csat: labels.csat,
    ces: labels.ces,
    "top-box": labels.topBox,
    "net-score": labels.netScore,
  };
  return names[metric];
}

/** What an axis of a score is called: the metric, and which way is good. */
export function scoreAxisTitle(words: Words, { metric, higherIsBetter }: ReadScore): string {
  const { higherIsBetter: up, lowerIsBetter: down } = words.labels;
  return filled(higherIsBetter ? up : down, { metric: metricName(words, metric) });
}
