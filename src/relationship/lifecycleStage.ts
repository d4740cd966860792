// The stage of a relationship at a moment.

import { checkedOptions, refusal } from "../errors.ts";
import type { Instant } from "../records/instant.ts";
import { epochOf } from "../time/epoch.ts";
import type { ChurnRisk } from "./churnRisk.ts";
import { decisionAt } from "./courses.ts";
import { type DatedDecision, dated, runsOf } from "./datedDecision.ts";
import { type LifecycleOptions, lifecycleOf, lifecycleSettings } from "./lifecycle.ts";
import type { LifecycleStage } from "./lifecycleRules.ts";
import { readHistory } from "./readHistory.ts";
import type { RelationshipHistory } from "./relationshipHistory.ts";

/** Options of {@link lifecycleStage}. */
export interface LifecycleStageOptions<T extends string = never> extends LifecycleOptions<T> {
  /** The moment of the question: later events are ignored and counted. */
  readonly asOf: Instant;
  /**
   * How likely the party looks to leave at `asOf`, from 0 to 1, or what {@link churnRisk} found.
   * @defaultValue not known, as `null`
   */
  readonly risk?: number | Pick<ChurnRisk, "risk"> | null | undefined;
}

/**
 * In which stage of its lifecycle is this relationship?
 *
 * The first of {@link LIFECYCLE_RULES} that holds decides, so that the stages exclude each other in this order:
 *
 * 1. `churned`: the party ended it, its contract ran out, or nothing was heard for four usual gaps; until it buys again
 * 2. `acquisition`: it has not bought
 * 3. `at-risk`: `risk` is 0.6 or more; a complaint is open; its latest answer to some question is low and under 180 days old;
 *    nothing was heard for two usual gaps; under a contract, no use for two usual gaps of use, or 30 days or less to run
 * 4. `onboarding`: it first bought under 30 days ago, and is not known to have been brought in
 * 5. `advocacy`: it acted as an advocate under 365 days ago
 * 6. `retention`: whoever else has bought
 *
 * The usual gap is the party's own, the median of the gaps between its purchases, from three moments of purchase on; before
 * that it is `usualGapDays`. Rivals are one number of days for everybody, under which those who buy yearly have always
 * left, and models that estimate a probability. While a contract is in force it is judged by its dates, and silence
 * says nothing. Low answers are NPS 0-6, CSAT in the lowest quarter of its scale (1-2 of 5), and CES below the middle
 * (1-3 of 7). Purchase, activity and the end of a contract break a silence; a complaint is open for as long as it is listed.
 * Who comes back is not brought in again.
 *
 * Not known is not none: a prospect is somebody with `purchases: []`. Where neither purchases nor a contract nor an end is known,
 * only signs of risk and acts of advocacy can decide, and without them the stage is `"undetermined"`. Each reason comes with
 * the facts and dates that it looked at. `since` is the date at which {@link lifecycleHistory} has the stage begin; `null` where
 * that is not known, and where `risk` alone decides, which has no date. Days are 24 hours each.
 *
 * Source: as {@link LIFECYCLE_RULES}; order of the stages and thresholds are our own.
 *
 * @param history - what is known of the relationship
 * @param options - the moment; the risk; gaps for want of a rhythm; rules; names of the stages
 * @throws {@link CxMetricsError} `invalid-instant` for a date that is no moment, `invalid-rating` or `scale-mismatch` for an
 * answer off its scale, `invalid-argument` for another field or an option that is wrong
 *
 * @example
 * ```ts
 * import { lifecycleStage } from "cx-metrics";
 *
 * const history = {
 *   purchases: ["2026-01-05", "2026-02-04", "2026-03-06"].map((day) => ({ at: `${day}T00:00:00Z` })),
 *   advocacy: [{ kind: "review", at: "2026-03-10T00:00:00Z" }],
 * } as const;
 * const stage = lifecycleStage(history, { asOf: "2026-05-20T00:00:00Z" });
 * [stage.label, stage.since]; // → ["at-risk", "2026-05-05T00:00:00.000Z"]
 * stage.because[0]?.rule; // → "lapsing"
 * stage.because[0]?.evidence;
 * // → { silentGaps: 2.5, lastSeenAt: "2026-03-06T00:00:00.000Z", usualGapDays: 30, rhythm: "own" }
 *
 * lifecycleStage(history, { asOf: "2026-03-20T00:00:00Z" }).label; // → "advocacy"
 * lifecycleStage(history, { asOf: "2026-03-20T00:00:00Z", risk: 0.7 }).label; // → "at-risk"
 * lifecycleStage(history, { asOf: "2026-07-04T00:00:00Z" }).label; // → "churned"
 * ```
 */
export function lifecycleStage<T extends string = never>(
  history: RelationshipHistory,
  options: LifecycleStageOptions<T>,
): DatedDecision<LifecycleStage | T> {
  const caller = "lifecycleStage";
  const known = ["asOf", "risk", "usualGapDays", "shortestGapDays", "rules", "labels"] as const;
  const { asOf, risk } = checkedOptions(caller, options, known);
  const end = epochOf(caller, ["asOf"], asOf);
  const settings = lifecycleSettings(caller, options);
  const checkedRisk = riskOf(caller, risk);
  const read = readHistory(caller, ["history"], history, end);
  const decision = decisionAt(lifecycleOf(read, settings, checkedRisk), end);
  return dated(decision, runsOf(lifecycleOf(read, settings), read, end), read, end);
}

function riskOf(caller: string, given: LifecycleStageOptions["risk"]): number | null {
  const isResult = typeof given === "object" && given !== null;
  const risk = isResult ? given.risk : given;
  if (risk === null || (risk === undefined && !isResult)) return null;
  if (typeof risk === "number" && risk >= 0 && risk <= 1) return risk + 0;
  const requirement = "a number from 0 to 1, or a result that has one";
  throw refusal(caller, "invalid-argument", isResult ? ["risk", "risk"] : ["risk"], requirement, risk);
}
