// Transitions of disjoint segments, added up.

import {
  checkedCount,
  type Path,
  refusal,
  refusalInWords,
  requireIterable,
  requireObject,
} from "../errors.ts";
import { epochOf, shownInstant } from "../time/epoch.ts";
import { everyPair, type LifecycleTransition, type LifecycleTransitions } from "./lifecycleTransitions.ts";

/**
 * Adds up transitions: how did all parties move, if their segments moved like this?
 *
 * For segments that share no parties, between one and the same pair of dates. Transitions of consecutive periods cannot be
 * added, because a party would count in each. Pairs of stages that a table does not list count 0, and one that it lists twice
 * counts both.
 *
 * @param tables - one or more tables of {@link lifecycleTransitions}
 * @throws {@link CxMetricsError} `invalid-argument` for no tables, differing dates or a stage that is none, `invalid-count` or
 * `impossible-counts` for counts that are none or do not add up, naming the index of the table
 *
 * @example
 * ```ts
 * import { lifecycleTransitions, mergeLifecycleTransitions } from "cx-metrics";
 *
 * const dates = { from: "2026-01-01T00:00:00Z", to: "2026-04-01T00:00:00Z" };
 * const basic = lifecycleTransitions([{ purchases: [] }], dates);
 * const pro = lifecycleTransitions([{ purchases: [] }, { purchases: [] }], dates);
 * const all = mergeLifecycleTransitions([basic, pro]);
 * all.transitions[0]; // → { from: "acquisition", to: "acquisition", count: 3 }
 * ```
 */
export function mergeLifecycleTransitions(tables: Iterable<LifecycleTransitions>): LifecycleTransitions {
  const caller = "mergeLifecycleTransitions";
  requireIterable(caller, ["tables"], tables);
  let merged: LifecycleTransitions | null = null;
  let index = 0;
  for (const table of tables) {
    const path = ["tables", index++];
    const checked = checkedTable(caller, path, table);
    merged = merged === null ? checked : sumOf(caller, path, merged, checked);
  }
  if (merged !== null) return merged;
  throw refusalInWords(caller, "invalid-argument", ["tables"], "one table or more", "none");
}

function checkedTable(caller: string, path: Path, table: LifecycleTransitions): LifecycleTransitions {
  requireObject(caller, path, table, "a table of transitions");
  const from = shownInstant(epochOf(caller, [...path, "from"], table.from));
  const to = shownInstant(epochOf(caller, [...path, "to"], table.to));
  const parties = checkedCount(caller, [...path, "parties"], table.parties);
  const afterTo = checkedCount(caller, [...path, "afterTo"], table.afterTo);
  const transitions = checkedTransitions(caller, [...path, "transitions"], table.transitions);
  const counted = transitions.reduce((sum, { count }) => sum + count, 0);
  if (counted !== parties) {
    const requirement = "the sum of the counts of its transitions";
    throw refusal(caller, "impossible-counts", [...path, "parties"], requirement, parties);
  }
  return { from, to, parties, transitions, afterTo };
}

function checkedTransitions(
  caller: string,
  path: Path,
  transitions: readonly LifecycleTransition[],
): readonly LifecycleTransition[] {
  if (!Array.isArray(transitions)) {
    throw refusal(caller, "invalid-argument", path, "an array of transitions", transitions);
  }
  const empty = everyPair(() => 0);
  const counts = new Map(empty.map(({ from, to }) => [`${from} ${to}`, 0]));
  for (const [index, transition] of (transitions as readonly LifecycleTransition[]).entries()) {
    const place = [...path, index];
    const { from, to, count } = Object(transition) as Readonly<Record<keyof LifecycleTransition, unknown>>;
    const isPair = typeof from === "string" && typeof to === "string";
    const before = isPair ? counts.get(`${from} ${to}`) : undefined;
    if (before === undefined) {
      throw refusal(caller, "invalid-argument", place, "a transition from a stage to a stage", transition);
    }
    counts.set(`${from} ${to}`, before + checkedCount(caller, [...place, "count"], count));
  }
  return everyPair((from, to) => counts.get(`${from} ${to}`) as number);
}

function sumOf(
  caller: string,
  path: Path,
  a: LifecycleTransitions,
  b: LifecycleTransitions,
): LifecycleTransitions {
  if (a.from !== b.from || a.to !== b.to) {
    const requirement = "between the dates of the first";
    throw refusalInWords(caller, "invalid-argument", path, requirement, "other dates");
  }
  const transitions = a.transitions.map((transition, i) => {
    return { ...transition, count: transition.count + (b.transitions[i] as LifecycleTransition).count };
  });
  const { from, to } = a;
  return { from, to, parties: a.parties + b.parties, transitions, afterTo: a.afterTo + b.afterTo };
}
