// A label at a moment, with since when it has held.

import { shownInstant } from "../time/epoch.ts";
import { type Classifier, EVER, type Run, runsBetween } from "./courses.ts";
import type { Decision } from "./firstMatch.ts";
import type { KnownHistory } from "./readHistory.ts";

/** A label with the rules that gave it, and its dates. */
export interface DatedDecision<L extends string> extends Decision<L> {
  /** Since when the label has held without a break, in UTC; `null` where that is not known. */
  readonly since: string | null;
  /** The moment of the decision, in UTC. */
  readonly asOf: string;
  /** How many events of the history were ignored because they came after `asOf`. */
  readonly afterAsOf: number;
}

/** The labels of a history up to `end`, from the first that is known on. */
export function runsOf<L extends string, T extends string, F extends string>(
  classifier: Classifier<L, T, F>,
  history: KnownHistory,
  end: number,
): readonly Run<L | T>[] {
  const { firstContactAt } = history;
  // A first contact that is not the first event does not say when it all began.
  const start = firstContactAt !== null && firstContactAt <= firstEventOf(history) ? firstContactAt : EVER;
  const [first, ...later] = runsBetween(classifier, start, end) as [Run<L | T>, ...Run<L | T>[]];
  return first.decision.label === "undetermined" ? later : [first, ...later];
}

/** The earliest event but for the first contact; Infinity where there is none. */
function firstEventOf(history: KnownHistory): number {
  const { purchases, activity, advocacy, openComplaints, answers, contract, endedAt, onboardedAt } = history;
  const lists = [purchases, activity, advocacy, openComplaints].map((list) => list?.[0]);
  const events = [...lists, answers[0]?.at, contract?.from, endedAt, onboardedAt];
  return Math.min(...events.map((at) => at ?? Infinity));
}

/** A run's beginning as a result shows it; `null` where it has held ever before. */
export function beginningOf({ from }: Run<string>): string | null {
  return from === EVER ? null : shownInstant(from);
}

/** A decision at `end` with its dates; `null` for a `since` where the runs end in another label. */
export function dated<L extends string>(
  { label, because }: Decision<L>,
  runs: readonly Run<L>[],
  { afterAsOf }: KnownHistory,
  end: number,
): DatedDecision<L> {
  const last = runs.at(-1);
  const since = last?.decision.label === label ? beginningOf(last) : null;
  return { label, because, since, asOf: shownInstant(end), afterAsOf };
}
