// The scores that can be compared, and what two of them must share.

import {
  type CxMetricsError,
  checkedCount,
  checkedNumber,
  naming,
  type Path,
  type PathSegment,
  refusal,
  refusalInWords,
  requireOneOf,
} from "../errors.ts";
import type { Limits } from "../statistics/interval.ts";
import type { ThreeClasses } from "../statistics/netShare.ts";
import { type CesScore, ces } from "../survey/ces.ts";
import { type CsatScore, csat } from "../survey/csat.ts";
import { type NpsScore, nps } from "../survey/nps.ts";
import { type Scale, sameScale, scaleMismatch } from "../survey/scale.ts";
import { isTally } from "../survey/tally.ts";

/** A score that can be compared with another one of its metric. */
export type ComparableScore = NpsScore | CsatScore | CesScore;

/** The metrics whose scores can be compared and planned for. */
export type ComparableMetric = ComparableScore["metric"];

const METRIC_NAMES: readonly ComparableMetric[] = ["nps", "csat", "ces"];

/** Throws unless `value` names a metric that can be compared. */
export function requireComparableMetric(caller: string, value: unknown): void {
  requireOneOf(caller, ["metric"], value, METRIC_NAMES);
}

/**
 * The score computed anew from its tally, so that a score from storage or written by hand counts for no more than its
 * answers do.
 */
export function checkedScore<S extends ComparableScore>(
  caller: string,
  path: readonly [string, ...PathSegment[]],
  score: S,
): S {
  const given: unknown = score;
  if (typeof given !== "object" || given === null || !("metric" in given)) {
    const requirement = "a score of nps, csat or ces, such as nps(answers)";
    throw refusal(caller, "invalid-argument", path, requirement, given);
  }
  const { metric, tally } = given as ComparableScore;
  if (!METRIC_NAMES.includes(metric)) {
    throw refusal(caller, "invalid-argument", [...path, "metric"], '"nps" or "csat" or "ces"', metric);
  }
  if (!isTally(tally)) throw refusal(caller, "invalid-argument", [...path, "tally"], "a tally", tally);
  return naming(caller, path, () => withClusters(rescored(given as ComparableScore), score)) as S;
}

/** What clusters cost a score cannot be seen in its tally, so that it is taken over, but never to make n larger. */
function withClusters(
  score: ComparableScore,
  given: { readonly clusters?: unknown; readonly effectiveN: unknown; readonly standardError: unknown },
): ComparableScore {
  if (given.clusters === undefined) return score;
  const caller = "clusteredScore";
  const clusters = Math.min(checkedCount(caller, ["clusters"], given.clusters), score.n);
  const effectiveN = Math.min(checkedFigure(caller, "effectiveN", given.effectiveN), score.effectiveN);
  const standardError =
    given.standardError === null ? null : checkedFigure(caller, "standardError", given.standardError);
  const withCosts: ComparableScore & { readonly clusters: number } = {
    ...score,
    effectiveN,
    standardError,
    clusters,
  };
  return withCosts;
}

/** How many clusters a score's answers come in, `null` where each is one of its own. */
export function clustersOf(score: object): number | null {
  return "clusters" in score ? (score.clusters as number) : null;
}

/** Whether nothing tells how clusters differ, because all answers of any weight come from one. */
export function hidesSpread(score: ComparableScore): boolean {
  const clusters = clustersOf(score);
  return clusters !== null && (clusters < 2 || score.standardError === null);
}

function checkedFigure(caller: string, name: string, figure: unknown): number {
  return checkedNumber(caller, [name], figure, "a finite number from 0 up", (value) => value >= 0);
}

/** The score of its tally, by its own policy. */
export function rescored(score: ComparableScore): ComparableScore {
  switch (score.metric) {
    case "nps":
      return nps(score.tally, { bands: checkedPolicy("nps", "bands", score.bands) });
    case "csat":
      return csat(score.tally, {
        satisfiedFrom: checkedPolicy("csat", "satisfiedFrom", score.satisfiedFrom),
      });
    case "ces":
      return ces(score.tally, { direction: checkedPolicy("ces", "direction", score.direction) });
  }
}

/** A policy that is absent would silently become the usual one. */
function checkedPolicy<T>(caller: string, name: string, policy: T): T {
  if (policy === undefined) throw refusal(caller, "invalid-argument", [name], "given with the score", policy);
  return policy;
}

/** Throws unless `other` measures the same as `first`: metric, scale, and which answers count as what. */
export function requireSameMeasure(
  caller: string,
  first: ComparableScore,
  other: ComparableScore,
  path: readonly [string, ...PathSegment[]],
): void {
  if (other.metric !== first.metric) {
    throw differing(caller, [...path, "metric"], `"${first.metric}"`, `"${other.metric}"`);
  }
  if (!sameScale(first.tally.scale, other.tally.scale)) {
    throw scaleMismatch(caller, path, first.tally.scale, other.tally.scale);
  }
  const [name, policy] = policyOf(first);
  const [, otherPolicy] = policyOf(other);
  if (otherPolicy !== policy) throw differing(caller, [...path, name], policy, otherPolicy);
}

function differing(caller: string, path: Path, expected: string, actual: string): CxMetricsError {
  const requirement = `${expected} as in the score it is compared with`;
  return refusalInWords(caller, "invalid-argument", path, requirement, actual);
}

/** The name of a score's policy, and the policy in words. The score has been checked, so that no text of the data is in it. */
function policyOf(score: ComparableScore): readonly [name: string, policy: string] {
  switch (score.metric) {
    case "nps":
      return ["bands", `passive from ${score.bands.passive} and promoter from ${score.bands.promoter}`];
    case "csat":
      return ["satisfiedFrom", `${score.satisfiedFrom}`];
    case "ces":
      return ["direction", `"${score.direction}"`];
  }
}

/** The values that a score of the metric can take. */
export function rangeOf(metric: ComparableMetric, scale: Scale): Limits {
  switch (metric) {
    case "nps":
      return { low: -100, high: 100 };
    case "csat":
      return { low: 0, high: 100 };
    case "ces":
      return { low: scale.min, high: scale.max };
  }
}

/** The values that a difference of two such scores can take. */
export function rangeOfDifference(metric: ComparableMetric, scale: Scale): Limits {
  const { low, high } = rangeOf(metric, scale);
  return { low: low - high, high: high - low };
}

/** The later score minus the earlier one; `null` where either is. */
export function differenceOf(before: ComparableScore, after: ComparableScore): number | null {
  return before.score === null || after.score === null ? null : after.score - before.score;
}

/** How many answers each class has, as if each weighed the same; `null` where nothing weighs anything. */
export function classesOf(score: NpsScore): ThreeClasses | null {
  const { detractors, passives, promoters, effectiveN } = score;
  if (detractors.share === null || passives.share === null || promoters.share === null) return null;
  return {
    bottom: detractors.share * effectiveN,
    middle: passives.share * effectiveN,
    top: promoters.share * effectiveN,
  };
}
