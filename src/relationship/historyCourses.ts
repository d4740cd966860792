// The facts of a relationship's history that both loyalty and lifecycle look at, through time.

import { DAY } from "../time/epoch.ts";
import { type Course, EVER, type Piece, running, staying } from "./courses.ts";
import type { KnownHistory, ReadAnswer, ReadContract } from "./readHistory.ts";
import type { RelationshipMetric } from "./relationshipHistory.ts";
import { distinct, ownGaps, type RhythmSettings } from "./rhythm.ts";

/** Whether an answer is a low or a high one, by where it lies on its scale from 0 to 1. */
interface AnswerCut {
  readonly isLow: (position: number) => boolean;
  readonly isHigh: (position: number) => boolean;
}

/** NPS 0-6 and 9-10; CSAT the lowest and the highest quarter of the scale; CES the two sides of its middle. */
const ANSWER_CUTS: Readonly<Record<RelationshipMetric, AnswerCut>> = {
  nps: { isLow: (position) => position <= 0.6, isHigh: (position) => position >= 0.9 },
  csat: { isLow: (position) => position <= 0.25, isHigh: (position) => position >= 0.75 },
  ces: { isLow: (position) => position < 0.5, isHigh: (position) => position > 0.5 },
};

/** When the party first bought or a contract began; `null` where neither is known. */
export function boughtAt({ purchases, contract }: KnownHistory): number | null {
  const first = Math.min(purchases?.[0] ?? Infinity, contract?.from ?? Infinity);
  return first === Infinity ? null : first;
}

/** Whether the party ended the relationship, until it buys again or a contract begins; at that very instant is no return. */
export function endedByParty({ purchases, contract, endedAt }: KnownHistory): Course {
  const end = endedAt ?? Infinity;
  const back = distinct([...(purchases ?? []), contract?.from ?? EVER]).find((at) => at > end);
  return over(EVER, end, back);
}

/** Whether the contract ran out, until the party buys again; to buy at that very instant renews it. */
export function contractOver({ purchases, contract }: KnownHistory): Course {
  if (contract === null) return [];
  const back = purchases?.find((at) => at >= contract.to);
  return over(contract.from, contract.to, back);
}

function over(from: number, end: number, back: number = Infinity): Course {
  return [staying(from, false), staying(end, true, end), staying(back, false)];
}

/** A fact that is not there and then is. */
export function onceFrom(at: number | null, before: boolean | null): Course {
  return [staying(EVER, before), staying(at ?? Infinity, true, at)];
}

/** Days until a contract runs out, while it is in force and has an end. */
export function daysToContractEnd(contract: ReadContract | null): Course {
  if (contract === null || contract.agreedTo === Infinity) return [];
  return [running(contract.from, contract.agreedTo, -DAY), staying(contract.to, null)];
}

/** How many days a contract runs from its beginning to its end, while it is in force and has an end. */
export function contractDays(contract: ReadContract | null): Course {
  if (contract === null || contract.agreedTo === Infinity) return [];
  return [staying(contract.from, (contract.agreedTo - contract.from) / DAY), staying(contract.to, null)];
}

/** How many of the moments have passed; not known where they are not. */
export function countedFrom(moments: readonly number[] | null): Course {
  if (moments === null) return [];
  // What the count is about is the moment at which it began.
  return [staying(EVER, 0), ...moments.map((at, i) => staying(at, i + 1, moments[0] as number))];
}

/** Days since the latest of the moments. */
export function daysSinceLatest(moments: readonly number[] | null): Course {
  return distinct(moments ?? []).map((at) => running(at, at));
}

/** Days since the most recent answer that is low, or high, and has no later one to the same question. */
export function daysSinceAnswer(kind: "isLow" | "isHigh", answers: readonly ReadAnswer[]): Course {
  const standing = new Map<RelationshipMetric, ReadAnswer>();
  return answers.map((answer): Piece => {
    standing.set(answer.metric, answer);
    let found: ReadAnswer | null = null;
    for (const metric of Object.keys(ANSWER_CUTS) as RelationshipMetric[]) {
      const latest = standing.get(metric);
      if (latest === undefined || !ANSWER_CUTS[metric][kind](latest.position)) continue;
      if (found === null || latest.at > found.at) found = latest;
    }
    return found === null ? staying(answer.at, null) : running(answer.at, found.at, DAY, found.metric);
  });
}

/** Whether a contract is in force at a moment. */
function inForce({ contract }: KnownHistory, at: number): boolean {
  return contract !== null && contract.from <= at && at < contract.to;
}

/** How long nothing was heard, in usual gaps between purchases. */
interface Silence {
  /** The moments at which something was heard, besides purchases and the two ends of the contract. */
  readonly signs: readonly number[];
  /** What holds while a contract is in force: no gap at all, or that the silence says nothing. */
  readonly underContract: 0 | null;
}

/**
 * Usual gaps since the latest sign, the first purchase being the first. A gap is the party's own from three moments of
 * purchase on, else the fallback.
 */
export function silence(
  history: KnownHistory,
  settings: RhythmSettings,
  { signs, underContract }: Silence,
): Course {
  const begun = boughtAt(history);
  if (begun === null) return [];
  const purchases = distinct(history.purchases ?? []);
  const gaps = ownGaps(purchases, settings);
  const { from, to } = history.contract ?? { from: begun, to: Infinity };
  let bought = -1;
  return distinct([...purchases, ...signs, from, to])
    .filter((at) => at >= begun)
    .map((at) => {
      while (bought + 1 < purchases.length && (purchases[bought + 1] as number) <= at) bought++;
      if (inForce(history, at)) return { ...staying(at, underContract), word: "contract" };
      const own = gaps[bought] ?? null;
      return running(at, at, own ?? settings.fallback, own === null ? "fallback" : "own");
    });
}

/**
 * Usual gaps since the latest use, or since the contract began where that is later; not known outside the contract. A gap is
 * the party's own from three moments of use on, else the fallback.
 */
export function unusedUnderContract(history: KnownHistory, settings: RhythmSettings): Course {
  const { activity, contract } = history;
  if (activity === null || contract === null) return [];
  const uses = distinct(activity);
  const gaps = ownGaps(uses, settings);
  let used = -1;
  const pieces = distinct([...uses, contract.from])
    .filter((at) => inForce(history, at))
    .map((at) => {
      while (used + 1 < uses.length && (uses[used + 1] as number) <= at) used++;
      const own = gaps[used] ?? null;
      return running(at, at, own ?? settings.fallback, own === null ? "fallback" : "own");
    });
  return [...pieces, staying(contract.to, null)];
}
