// The stages that a relationship went through.

import { checkedOptions } from "../errors.ts";
import type { Instant } from "../records/instant.ts";
import { epochOf, shownInstant } from "../time/epoch.ts";
import { beginningOf, runsOf } from "./datedDecision.ts";
import type { Reason } from "./firstMatch.ts";
import { type LifecycleOptions, lifecycleOf, lifecycleSettings } from "./lifecycle.ts";
import type { LifecycleStage } from "./lifecycleRules.ts";
import { readHistory } from "./readHistory.ts";
import type { RelationshipHistory } from "./relationshipHistory.ts";

/** Options of {@link lifecycleHistory}. */
export interface LifecycleHistoryOptions<T extends string = never> extends LifecycleOptions<T> {
  /** The moment up to which to look: later events are ignored and counted. */
  readonly asOf: Instant;
}

/** A stage that a relationship was in for a while. */
export interface LifecyclePeriod<L extends string = LifecycleStage> {
  /** The stage. */
  readonly stage: L | "undetermined";
  /** From when on, in UTC; `null` where the beginning is not known. */
  readonly from: string | null;
  /** Before when, which is when the next stage began, in UTC; `null` where it lasted at `asOf`. */
  readonly to: string | null;
  /** The rules that held when it began, with what they looked at. */
  readonly because: readonly Reason[];
}

/** The stages of a relationship, one after the other. */
export interface LifecycleHistory<L extends string = LifecycleStage> {
  /** The stages in order of time, each different from the one before; none where no stage is known. */
  readonly stages: readonly LifecyclePeriod<L>[];
  /** The moment up to which was looked, in UTC. */
  readonly asOf: string;
  /** How many events of the history were ignored because they came after `asOf`. */
  readonly afterAsOf: number;
}

/**
 * Which stages did this relationship go through, and when did it enter and leave each?
 *
 * At every moment the stage is the one that {@link lifecycleStage} gives for that `asOf`, without a `risk`, which has no
 * history. Stages begin at events and at the moments at which a threshold is passed, to the millisecond; nothing is sampled.
 *
 * It begins at the first contact. Where that is not known, or something came before it, the first stage has no beginning,
 * and where no stage can be told at first, it begins with the first that can. Complaints that are resolved by now are not
 * in the history, and so the past looks better than it was; the rest of the past is judged by what was known then.
 *
 * Source: own convention, as {@link lifecycleStage}.
 *
 * @param history - what is known of the relationship
 * @param options - the moment up to which to look; gaps for want of a rhythm; rules; names of the stages
 * @throws {@link CxMetricsError} as {@link lifecycleStage}
 *
 * @example
 * ```ts
 * import { lifecycleHistory } from "cx-metrics";
 *
 * const { stages } = lifecycleHistory(
 *   { firstContactAt: "2025-01-01T00:00:00Z", purchases: [{ at: "2025-01-11T00:00:00Z" }] },
 *   { asOf: "2026-06-01T00:00:00Z" },
 * );
 * stages.map(({ stage }) => stage); // → ["acquisition", "onboarding", "retention", "at-risk", "churned"]
 * stages.map(({ from }) => from?.slice(0, 10)).slice(2); // → ["2025-02-10", "2025-07-10", "2026-01-06"]
 * stages[4]?.because[0]?.rule; // → "silent"
 * ```
 */
export function lifecycleHistory<T extends string = never>(
  history: RelationshipHistory,
  options: LifecycleHistoryOptions<T>,
): LifecycleHistory<LifecycleStage | T> {
  const caller = "lifecycleHistory";
  const known = ["asOf", "usualGapDays", "shortestGapDays", "rules", "labels"] as const;
  const { asOf } = checkedOptions(caller, options, known);
  const end = epochOf(caller, ["asOf"], asOf);
  const settings = lifecycleSettings(caller, options);
  const read = readHistory(caller, ["history"], history, end);
  const runs = runsOf(lifecycleOf(read, settings), read, end);
  const stages = runs.map((run, i): LifecyclePeriod<LifecycleStage | T> => {
    const { label, because } = run.decision;
    const next = runs[i + 1];
    return {
      stage: label,
      from: beginningOf(run),
      to: next === undefined ? null : shownInstant(next.from),
      because,
    };
  });
  return { stages, asOf: shownInstant(end), afterAsOf: read.afterAsOf };
}
