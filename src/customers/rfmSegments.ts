// RFM segments: names for ranges of scores.

import { refusal, requireObject } from "../errors.ts";
import type { RfmNumbers } from "./rfmScores.ts";

/** Scores from the lowest to the highest, both included. */
export type ScoreRange = readonly [lowest: number, highest: number];

/** A name for the customers whose three scores all lie in its ranges. */
export interface RfmSegment {
  /** The name. */
  readonly segment: string;
  /** Scores of recency. */
  readonly recency: ScoreRange;
  /** Scores of frequency. */
  readonly frequency: ScoreRange;
  /** Scores of money. */
  readonly monetary: ScoreRange;
}

/** A segment as a whole. */
export interface RfmSegmentTotal {
  /** The segment by name. */
  readonly segment: string;
  /** How many customers are in it. */
  readonly customers: number;
  /** Their share of all customers, a proportion; `null` where there are none at all. */
  readonly share: number | null;
  /** What their orders came to together. */
  readonly amount: number;
}

/** The segment of customers whom no other takes in. */
const OTHERS = "Others";

/**
 * The usual segments for scores from 1 to 5, in the order in which {@link rfm} tries them: the first that takes a customer
 * in is theirs, because the ranges overlap. Who fits in none is among the `"Others"`. Frozen plain data.
 *
 * Source: the ranges in the documentation of `rfm_segment` in the R package rfm 0.3.0, with shorter names. Earlier versions
 * of the same page, and other tools, cut differently under the same names.
 *
 * @example
 * ```ts
 * import { RFM_SEGMENTS } from "cx-metrics";
 *
 * RFM_SEGMENTS[0]; // → { segment: "Champions", recency: [5, 5], frequency: [5, 5], monetary: [5, 5] }
 * RFM_SEGMENTS.length; // → 10
 * ```
 */
export const RFM_SEGMENTS: readonly RfmSegment[] = /* @__PURE__ */ usualSegments();

function usualSegments(): readonly RfmSegment[] {
  const table: readonly (readonly [string, ScoreRange, ScoreRange, ScoreRange])[] = [
    ["Champions", [5, 5], [5, 5], [5, 5]],
    ["Potential Loyalist", [3, 5], [3, 5], [2, 5]],
    ["Loyal", [2, 4], [2, 4], [2, 4]],
    ["Promising", [3, 4], [1, 3], [3, 5]],
    ["New", [4, 5], [1, 3], [1, 5]],
    ["Can't Lose", [1, 2], [3, 4], [4, 5]],
    ["At Risk", [1, 2], [2, 5], [4, 5]],
    ["Need Attention", [1, 3], [3, 5], [3, 5]],
    ["About To Sleep", [2, 3], [1, 3], [1, 4]],
    ["Lost", [1, 1], [1, 5], [1, 5]],
  ];
  const segments = table.map(([segment, recency, frequency, monetary]) => {
    for (const range of [recency, frequency, monetary]) Object.freeze(range);
    return Object.freeze({ segment, recency, frequency, monetary });
  });
  return Object.freeze(segments);
}

/** The segments asked for, or the usual ones for five bins; `null` where there are none for so many. */
export function segmentsFor(caller: string, segments: unknown, bins: number): readonly RfmSegment[] | null {
  if (segments === undefined) return bins === 5 ? RFM_SEGMENTS : null;
  if (!Array.isArray(segments)) throw refusal(caller, "invalid-argument", ["segments"], "an array", segments);
  for (const [index, segment] of segments.entries()) checkSegment(caller, index, segment, bins);
  return segments;
}

function checkSegment(caller: string, index: number, segment: unknown, bins: number): void {
  const path = ["segments", index];
  requireObject(caller, path, segment);
  const { segment: name, ...ranges } = segment as Readonly<Record<string, unknown>>;
  if (typeof name !== "string" || name.trim() === "") {
    throw refusal(caller, "invalid-argument", [...path, "segment"], "a string that is not blank", name);
  }
  for (const measure of ["recency", "frequency", "monetary"] as const) {
    if (!isRange(ranges[measure], bins)) {
      const requirement = `[lowest, highest] in whole numbers from 1 to ${bins}`;
      throw refusal(caller, "invalid-argument", [...path, measure], requirement, ranges[measure]);
    }
  }
}

function isRange(range: unknown, bins: number): range is ScoreRange {
  if (!Array.isArray(range) || range.length !== 2) return false;
  const [lowest, highest] = range;
  return (
    Number.isInteger(lowest) &&
    Number.isInteger(highest) &&
    1 <= lowest &&
    lowest <= highest &&
    highest <= bins
  );
}

/** The name of the first segment that takes the scores in. */
export function segmentOf(scores: RfmNumbers, segments: readonly RfmSegment[]): string {
  const takesIn = ([lowest, highest]: ScoreRange, score: number): boolean =>
    lowest <= score && score <= highest;
  const first = segments.find(
    ({ recency, frequency, monetary }) =>
      takesIn(recency, scores.recency) &&
      takesIn(frequency, scores.frequency) &&
      takesIn(monetary, scores.monetary),
  );
  return first === undefined ? OTHERS : first.segment;
}

/** The segments as wholes, each name once, empty ones too. */
export function segmentTotals(
  customers: readonly { readonly segment: string | null }[],
  amounts: readonly number[],
  segments: readonly RfmSegment[],
): readonly RfmSegmentTotal[] {
  const names = [...segments.map(({ segment }) => segment), OTHERS];
  const totals = new Map(names.map((segment) => [segment, { customers: 0, amount: 0 }]));
  customers.forEach(({ segment }, i) => {
    const total = totals.get(segment as string) as { customers: number; amount: number };
    total.customers++;
    total.amount += amounts[i] as number;
  });
  const n = customers.length;
  return [...totals].map(([segment, { customers: inIt, amount }]) => {
    return { segment, customers: inIt, share: n === 0 ? null : inIt / n, amount };
  });
}
