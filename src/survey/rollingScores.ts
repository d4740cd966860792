// Rolling scores: each period scored together with the ones before it.

import {
  CxMetricsError,
  checkedOptions,
  naming,
  refusal,
  requireFunction,
  requireIterable,
} from "../errors.ts";
import { compareGroupValues, type GroupValue, groupValueOrUndefined } from "../records/groupValue.ts";
import { mapEntry } from "../records/mapEntry.ts";
import { mergeTallies } from "./mergeTallies.ts";
import { sameScale, scaleMismatch } from "./scale.ts";
import type { Tallied } from "./score.ts";
import type { Group } from "./scoreBy.ts";
import { type Answers, checkedTally, type Tally } from "./tally.ts";

/** Options of {@link rollingScores}. */
export interface RollingScoresOptions<S, K extends string> {
  /** How many periods are scored together, the group's own included; 1 or more. */
  readonly window: number;
  /** The scorer: `nps`, or a closure with options such as `(answers) => nps(answers, { method: "score" })`. */
  readonly metric: (answers: Answers) => S;
  /** The dimension whose values are periods. Each combination of the others is a series of its own. */
  readonly period: K;
}

/** A group scored over a window that ends with its own period. */
export interface RollingGroup<K extends string, S> extends Group<K, S> {
  /** The first period in the window. */
  readonly from: GroupValue;
  /** How many periods the window holds: fewer than asked for at the start of a series. */
  readonly periods: number;
}

/**
 * Scores over the last few periods: where is the trend, once the noise of single months is taken out?
 *
 * Each group is scored from the merged answers of its own period and the ones before it, `window` in all, so that
 * a period with many answers counts for more: it is the score of all those answers and not a mean of scores.
 * Neighbouring windows share answers, so that their intervals are not independent and rolling scores must not be
 * compared with each other as if they were.
 *
 * One result for each group, in the order given. The first `window − 1` periods of a series have fewer before
 * them: they are scored over what there is, and `periods` and `from` say how much that is; keep
 * `periods === window` where only full windows will do. The window counts the groups that are present and not the
 * calendar: a month in which nobody was asked has no group, and the window then reaches further back. A group whose
 * period is missing (`null`) has no place in time: it is scored alone and is in no other's window.
 *
 * Periods are ordered as {@link scoreBy} orders them: numbers, then strings by code unit, which is the order of time for
 * the keys of {@link periodOf} of one unit. No groups give none.
 *
 * Source: own definition, a trailing moving window over the sufficient statistic.
 *
 * @param groups - what {@link scoreBy} returned, with the period among its dimensions
 * @param options - the window, the scorer, and which dimension is the period
 * @throws {@link CxMetricsError} `invalid-argument` for a window that is no whole number from 1 up, a group without that
 * dimension, a period that is a boolean, or two groups with one key; `scale-mismatch` for groups on different scales
 *
 * @example
 * ```ts
 * import { nps, rollingScores, scoreBy } from "cx-metrics";
 *
 * const rows = [
 *   { month: "2026-01", answer: 10 },
 *   { month: "2026-02", answer: 3 },
 *   { month: "2026-03", answer: 8 },
 *   { month: "2026-03", answer: 9 },
 * ];
 * const months = scoreBy(rows, { metric: nps, rating: (row) => row.answer, by: { month: (row) => row.month } });
 * const rolling = rollingScores(months, { window: 2, metric: nps, period: "month" });
 * rolling.map((group) => [group.key.month, group.from, group.periods, group.score.n]);
 * // → [["2026-01", "2026-01", 1, 1], ["2026-02", "2026-01", 2, 2], ["2026-03", "2026-02", 2, 3]]
 * rolling.map((group) => group.score.score); // → [100, 0, 0]
 * ```
 */
export function rollingScores<K extends string, S extends Tallied>(
  groups: Iterable<Group<K, Tallied>>,
  options: RollingScoresOptions<S, NoInfer<K>>,
): readonly RollingGroup<K, S>[] {
  const caller = "rollingScores";
  requireIterable(caller, ["groups"], groups);
  const { window, metric, period } = checkedOptions(caller, options, ["window", "metric", "period"]);
  if (!(Number.isSafeInteger(window) && window >= 1)) {
    throw refusal(caller, "invalid-argument", ["window"], "a whole number from 1 up", window);
  }
  requireFunction(caller, ["metric"], metric);
  if (typeof period !== "string") throw refusal(caller, "invalid-argument", ["period"], "a string", period);
  const entries: Entry<K>[] = [];
  for (const group of groups) entries.push(entryOf(caller, entries, group, period));
  const windows = windowsOf(caller, entries, window);
  return entries.map((entry, index) => {
    const within = windows.get(entry) ?? [entry];
    const merged = naming(caller, ["groups", index], () => mergeTallies(within.map(({ tally }) => tally)));
    const score = naming(caller, ["groups", index], () => metric(merged));
    return { key: entry.key, score, from: (within[0] as Entry<K>).period, periods: within.length };
  });
}

/** A group that has been looked at. */
interface Entry<K extends string> {
  readonly key: { readonly [D in K]: GroupValue };
  readonly period: GroupValue;
  /** The values of the other dimensions, in one text. */
  readonly series: string;
  readonly tally: Tally;
  readonly index: number;
}

function entryOf<K extends string>(
  caller: string,
  before: readonly Entry<K>[],
  group: Group<K, Tallied>,
  dimension: string,
): Entry<K> {
  const index = before.length;
  const path = ["groups", index];
  if (!isGroup(group)) throw refusal(caller, "invalid-argument", path, "a group of scoreBy's", group);
  const values = Object.entries<unknown>(group.key).map(([name, value]): [string, GroupValue] => {
    const checked = groupValueOrUndefined(value);
    if (checked !== undefined) return [name, checked];
    const requirement = "a string, a finite number, a boolean or null";
    throw refusal(caller, "invalid-argument", [...path, "key"], requirement, value);
  });
  const own = values.find(([name]) => name === dimension);
  if (own === undefined || typeof own[1] === "boolean") {
    const requirement = "a string, a finite number or null in the dimension of the period";
    throw refusal(caller, "invalid-argument", [...path, "key"], requirement, own?.[1]);
  }
  const tally = checkedTally(caller, group.score.tally, [...path, "tally"]);
  const first = before[0]?.tally ?? tally;
  if (!sameScale(first.scale, tally.scale)) throw scaleMismatch(caller, path, first.scale, tally.scale);
  const others = values.filter((value) => value !== own).sort(([a], [b]) => compareGroupValues(a, b));
  const key = Object.fromEntries(values) as { readonly [D in K]: GroupValue };
  return { key, period: own[1], series: JSON.stringify(others), tally, index };
}

function isGroup(group: unknown): boolean {
  const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
  return (
    isObject(group) && "key" in group && isObject(group.key) && "score" in group && isObject(group.score)
  );
}

/** The entries in the window of each entry that has a period, its own last. */
function windowsOf<K extends string>(
  caller: string,
  entries: readonly Entry<K>[],
  window: number,
): Map<Entry<K>, Entry<K>[]> {
  const bySeries = new Map<string, Entry<K>[]>();
  for (const entry of entries) {
    if (entry.period === null) continue;
    mapEntry(bySeries, entry.series, (): Entry<K>[] => []).push(entry);
  }
  const windows = new Map<Entry<K>, Entry<K>[]>();
  for (const series of bySeries.values()) {
    series.sort((a, b) => compareGroupValues(a.period, b.period) || a.index - b.index);
    series.forEach((entry, i) => {
      if (series[i - 1]?.period === entry.period) {
        const message = `${caller}: groups at index ${entry.index} must have a key of its own, got a second group with it`;
        throw new CxMetricsError(message, "invalid-argument", ["groups", entry.index]);
      }
      windows.set(entry, series.slice(Math.max(0, i - window + 1), i + 1));
    });
  }
  return windows;
}
