// From which stage to which the parties moved between two dates.

import { checkedOptions, refusalInWords, requireIterable } from "../errors.ts";
import type { Instant } from "../records/instant.ts";
import { epochOf, shownInstant } from "../time/epoch.ts";
import { decisionAt } from "./courses.ts";
import { type LifecycleRuleOptions, lifecycleOf, lifecycleSettings } from "./lifecycle.ts";
import { LIFECYCLE_STAGES, type LifecycleStage } from "./lifecycleRules.ts";
import { readHistory } from "./readHistory.ts";
import type { RelationshipHistory } from "./relationshipHistory.ts";

/** Options of {@link lifecycleTransitions}. */
export interface LifecycleTransitionOptions extends LifecycleRuleOptions {
  /** The first date. */
  readonly from: Instant;
  /** The second date, not before the first; events after it are ignored and counted. */
  readonly to: Instant;
}

/** How many parties were in one stage on the first date and in another, or the same, on the second. */
export interface LifecycleTransition {
  /** The stage on the first date. */
  readonly from: LifecycleStage | "undetermined";
  /** The stage on the second date. */
  readonly to: LifecycleStage | "undetermined";
  /** How many parties. */
  readonly count: number;
}

/** The transitions of some parties between two dates. */
export interface LifecycleTransitions {
  /** The first date, in UTC. */
  readonly from: string;
  /** The second date, in UTC. */
  readonly to: string;
  /** How many parties there were. */
  readonly parties: number;
  /** Every pair of stages, in the order of the lifecycle with `"undetermined"` last, those that nobody took with a count of 0. */
  readonly transitions: readonly LifecycleTransition[];
  /** How many events were ignored because they came after `to`. */
  readonly afterTo: number;
}

/**
 * From which stage to which did the parties move between two dates?
 *
 * Each party counts once: in the stage that {@link lifecycleStage} gives, without a `risk`, on the first date and on the
 * second. What lay between is not seen: who left and came back is in the same stage on both. Who had not been in contact
 * on the first date is in acquisition there, or undetermined where purchases are not known. All pairs are listed, so
 * that tables of segments add up cell by cell with {@link mergeLifecycleTransitions}. No histories give counts of 0. One
 * history is held at a time.
 *
 * Source: own convention, as {@link lifecycleStage}.
 *
 * @param histories - a history for each party
 * @param options - the two dates; gaps for want of a rhythm; rules
 * @throws {@link CxMetricsError} as {@link lifecycleStage}, naming the index of the history; `invalid-argument` for a `to` before
 * `from`
 *
 * @example
 * ```ts
 * import { lifecycleTransitions } from "cx-metrics";
 *
 * const histories = ["2025-12-20T00:00:00Z", "2025-06-01T00:00:00Z", "2025-10-01T00:00:00Z"].map((at) => {
 *   return { purchases: [{ at }] };
 * });
 * const { transitions } = lifecycleTransitions(histories, {
 *   from: "2026-01-01T00:00:00Z",
 *   to: "2026-04-01T00:00:00Z",
 * });
 * const moved = transitions.filter(({ from, to, count }) => count > 0 && from !== to);
 * moved[0]; // → { from: "onboarding", to: "retention", count: 1 }
 * moved.length; // → 2
 * ```
 */
export function lifecycleTransitions(
  histories: Iterable<RelationshipHistory>,
  options: LifecycleTransitionOptions,
): LifecycleTransitions {
  const caller = "lifecycleTransitions";
  requireIterable(caller, ["histories"], histories);
  const known = ["from", "to", "usualGapDays", "shortestGapDays", "rules"] as const;
  const { from, to } = checkedOptions(caller, options, known);
  const [start, end] = [epochOf(caller, ["from"], from), epochOf(caller, ["to"], to)];
  if (end < start) {
    throw refusalInWords(caller, "invalid-argument", ["to"], "from or later", "an earlier instant");
  }
  const settings = lifecycleSettings(caller, options);
  const counts = new Map<string, number>();
  let [parties, afterTo] = [0, 0];
  for (const history of histories) {
    const read = readHistory(caller, ["histories", parties], history, end);
    const lifecycle = lifecycleOf(read, settings);
    const stages = [start, end].map((at) => decisionAt(lifecycle, at).label);
    const key = stages.join(" ");
    counts.set(key, (counts.get(key) ?? 0) + 1);
    afterTo += read.afterAsOf;
    parties++;
  }
  const transitions = everyPair((a, b) => counts.get(`${a} ${b}`) ?? 0);
  return { from: shownInstant(start), to: shownInstant(end), parties, transitions, afterTo };
}

/** Every pair of stages, with its count. */
export function everyPair(
  countOf: (from: LifecycleTransition["from"], to: LifecycleTransition["to"]) => number,
): readonly LifecycleTransition[] {
  const stages = [...LIFECYCLE_STAGES, "undetermined"] as const;
  return stages.flatMap((from) => stages.map((to) => ({ from, to, count: countOf(from, to) })));
}
