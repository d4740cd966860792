// The change of a score taken apart: other segments, or other answers within the segments.

import { CxMetricsError, requireIterable } from "../errors.ts";
import type { GroupKey } from "../records/grouping.ts";
import { sumOver } from "../statistics/runningSum.ts";
import { sampleOf } from "../survey/score.ts";
import type { Group } from "../survey/scoreBy.ts";
import { type CheckedGroup, checkedGroups, valuesOf } from "./checkedGroups.ts";
import { type ComparableMetric, type ComparableScore, requireSameMeasure } from "./comparableScore.ts";

/** What a change is made of, in the unit of the score. The three parts add up to the whole. */
export interface ChangeParts {
  /** Because segments grew and shrank, at their scores before. */
  readonly mix: number;
  /** Because scores within segments changed, at their shares before. */
  readonly rate: number;
  /** Because both changed at once: segments whose score rose grew, or shrank. */
  readonly interaction: number;
}

/** What one segment adds to a change. */
export interface SegmentChange<K extends string = string> extends ChangeParts {
  /** The segment. */
  readonly key: GroupKey<K>;
  /** Its share of all answers before, weighted where they are; 0…1. */
  readonly shareBefore: number;
  /** Its share of all answers after. */
  readonly shareAfter: number;
  /** Its score before. */
  readonly scoreBefore: number;
  /** Its score after. */
  readonly scoreAfter: number;
}

/** A change of a score and its parts. */
export interface ChangeDecomposition<K extends string = string> {
  /** The metric by name. */
  readonly metric: ComparableMetric | null;
  /** Score of all segments together before; `null` where there are none. */
  readonly before: number | null;
  /** Score of all segments together after. */
  readonly after: number | null;
  /** After − before. */
  readonly total: number | null;
  /** Sum of the segments' mix. */
  readonly mix: number | null;
  /** Sum of the segments' rate. */
  readonly rate: number | null;
  /** Sum of the segments' interaction. */
  readonly interaction: number | null;
  /** The segments, sorted by key. */
  readonly bySegment: readonly SegmentChange<K>[];
}

/**
 * Did the score change because customers answer differently, or because other customers answer?
 *
 * With a segment's share w and score N before (0) and after (1), and the total N̄₀ before:
 * mix = (w₁ − w₀)(N₀ − N̄₀), rate = w₀(N₁ − N₀), interaction = (w₁ − w₀)(N₁ − N₀). Summed over all segments the three add up
 * to the change of the total, to within rounding. Centring mix on the old total leaves its sum as it is and gives each
 * segment its sense: a segment below average that grows pulls the score down. A total can fall while every segment
 * rises (Simpson's paradox): mix then outweighs rate.
 *
 * Rivals fold the interaction into one of the others, or halve it between them; add it where your reader wants it. It says
 * what changed, not why, and nothing of chance: {@link compare} each segment for that.
 *
 * A segment with answers on one side only has no change of score, so that it throws, named by its place in the list; merge it
 * with another segment or leave it out on both sides. Segments without answers on both sides are left out. Weighted
 * answers count by their weights. No answers on either side give `null` figures.
 *
 * Source: E. M. Kitagawa, "Components of a Difference Between Two Rates", Journal of the American Statistical Association 50
 * (1955), with the interaction kept apart; R. Blinder (1973) and R. Oaxaca (1973) in economics.
 *
 * @param before - the segments before, as {@link scoreBy} returns them
 * @param after - the same segments after
 * @throws {@link CxMetricsError} `invalid-argument` for a segment with answers on one side only, for different metrics,
 * policies or dimensions and for two groups with one key; `scale-mismatch` for different scales
 *
 * @example
 * ```ts
 * import { decomposeChange, nps, NPS_SCALE, tallyFromCounts } from "cx-metrics";
 *
 * const segment = (plan: string, promoters: number, detractors: number) => ({
 *   key: { plan },
 *   score: nps(tallyFromCounts([[10, promoters], [0, detractors]], NPS_SCALE)),
 * });
 * const before = [segment("Basic", 55, 45), segment("Pro", 240, 60)];
 * const after = [segment("Basic", 228, 172), segment("Pro", 82, 18)];
 * const { total, mix, rate } = decomposeChange(before, after);
 * total; // ≈ -23.5
 * mix; // ≈ -27.5
 * rate; // ≈ 4
 * ```
 */
export function decomposeChange<S extends ComparableScore, K extends string>(
  before: Iterable<Group<K, S>>,
  after: Iterable<Group<NoInfer<K>, NoInfer<S>>>,
): ChangeDecomposition<K> {
  const caller = "decomposeChange";
  requireIterable(caller, ["before"], before);
  requireIterable(caller, ["after"], after);
  const groupsBefore = answeredGroups<K>(caller, "before", before);
  const groupsAfter = answeredGroups<K>(caller, "after", after);
  const pairs = pairsOf(caller, groupsBefore, groupsAfter);
  const first = groupsBefore[0];
  if (first === undefined) {
    const nothing = { before: null, after: null, total: null, mix: null, rate: null, interaction: null };
    return { metric: null, ...nothing, bySegment: [] };
  }
  const totalBefore = sumOver(pairs, ({ shareBefore, scoreBefore }) => shareBefore * scoreBefore);
  const totalAfter = sumOver(pairs, ({ shareAfter, scoreAfter }) => shareAfter * scoreAfter);
  const bySegment = pairs.map((pair): SegmentChange<K> => {
    const shift = pair.shareAfter - pair.shareBefore;
    const change = pair.scoreAfter - pair.scoreBefore;
    return {
      ...pair,
      // A fall of nothing is −0, and adding 0 turns it into 0.
      mix: shift * (pair.scoreBefore - totalBefore) + 0,
      rate: pair.shareBefore * change,
      interaction: shift * change + 0,
    };
  });
  return {
    metric: first.score.metric,
    before: totalBefore,
    after: totalAfter,
    total: totalAfter - totalBefore,
    mix: sumOver(bySegment, ({ mix }) => mix),
    rate: sumOver(bySegment, ({ rate }) => rate),
    interaction: sumOver(bySegment, ({ interaction }) => interaction),
    bySegment,
  };
}

/** A segment on one side. */
interface Segment<K extends string> extends CheckedGroup<K> {
  readonly points: number;
  readonly weight: number;
}

/** The groups whose answers weigh anything, sorted by key. */
function answeredGroups<K extends string>(
  caller: string,
  side: string,
  groups: Iterable<Group<K, ComparableScore>>,
): readonly Segment<K>[] {
  return checkedGroups<K>(caller, groups, side).flatMap((group) => {
    const { score: points, tally } = group.score;
    return points === null ? [] : [{ ...group, points, weight: sampleOf(tally).total }];
  });
}

/** Each segment with both of its sides, or a throw where one is missing. */
function pairsOf<K extends string>(
  caller: string,
  before: readonly Segment<K>[],
  after: readonly Segment<K>[],
): readonly Omit<SegmentChange<K>, keyof ChangeParts>[] {
  const weightBefore = sumOver(before, ({ weight }) => weight);
  const weightAfter = sumOver(after, ({ weight }) => weight);
  const [first] = before;
  const others = new Map<string, Segment<K>>();
  for (const segment of after) {
    if (first === undefined) throw oneSided(caller, "after", "before", segment.index);
    requireSameMeasure(caller, first.score, segment.score, ["after", segment.index]);
    const values = valuesOf(caller, ["after", segment.index, "key"], segment.key, Object.keys(first.key));
    others.set(JSON.stringify(values), segment);
  }
  const pairs = before.map((segment) => {
    const name = JSON.stringify(segment.values);
    const other = others.get(name);
    if (other === undefined) throw oneSided(caller, "before", "after", segment.index);
    others.delete(name);
    return {
      key: segment.key,
      shareBefore: segment.weight / weightBefore,
      shareAfter: other.weight / weightAfter,
      scoreBefore: segment.points,
      scoreAfter: other.points,
    };
  });
  for (const { index } of others.values()) throw oneSided(caller, "after", "before", index);
  return pairs;
}

function oneSided(caller: string, side: string, other: string, index: number): CxMetricsError {
  const message = `${caller}: ${side} at index ${index} must be a segment that has answers ${other} as well, got one that has none`;
  return new CxMetricsError(message, "invalid-argument", [side, index]);
}
