// Duplicates: who answered several times, and which answer stands.

import { checkedNumber, checkedOptions, requireIterable } from "../errors.ts";
import type { Identifier } from "../records/identifier.ts";
import type { Instant } from "../records/instant.ts";
import { mapEntry } from "../records/mapEntry.ts";
import { daysInMilliseconds } from "../time/epoch.ts";
import { lookBackFrom } from "../time/lookBack.ts";
import { type RespondentRecord, traceOf } from "./respondent.ts";

/** What {@link latestPerRespondent} reads of a response: any {@link SurveyResponse} is one. */
export interface DatedResponse extends RespondentRecord {
  /** Which question was answered. Answers to different questions are no duplicates of each other. */
  readonly metric?: string | null | undefined;
}

/** Options of {@link latestPerRespondent}. */
export interface LatestPerRespondentOptions {
  /**
   * Responses after this moment are ignored and counted.
   * @defaultValue no limit
   */
  readonly asOf?: Instant | undefined;
  /**
   * How many days of 24 hours before a kept response an earlier one is its duplicate, the last moment included.
   * @defaultValue no limit: one response for each respondent
   */
  readonly withinDays?: number | undefined;
}

/** The responses that stand, and how many of the others there were of each kind. */
export interface LatestResponses<Row> {
  /** The responses kept, each as it was given, in the order in which they were given. */
  readonly responses: readonly Row[];
  /** Dropped because a later response of the same respondent to the same metric is kept. */
  readonly duplicates: number;
  /** Ignored because they came after `asOf`. */
  readonly afterAsOf: number;
  /** Kept although it is not known whose they are. */
  readonly withoutRespondent: number;
  /** Kept although it is not known when they came. One that lacks both is counted here and there. */
  readonly withoutTime: number;
  /** The moment up to which responses were read, in UTC; `null` for no limit. */
  readonly asOf: string | null;
  /** The reach of a duplicate in days; `null` for no limit. */
  readonly withinDays: number | null;
}

/**
 * One response per respondent: if somebody answered several times, which answer stands?
 *
 * The latest, and of two at the same moment the one given later. Rivals are the first answer, and the mean of
 * them; leaving duplicates in lets those who answer often decide the score. Whether a response was answered or skipped
 * is not looked at: leave out the skipped ones first where the latest *answer* is wanted. Where responses carry a
 * `metric`, each metric is treated by itself, because a CSAT answer does not replace an NPS answer.
 *
 * `withinDays` is for surveys that come back: an answer in March and one in September are then two, and two within
 * a week are one. Counted back from the latest: a response at most so many days before a *kept* one is its duplicate,
 * and the first one before that is kept in its turn, so that kept responses of a respondent lie more than
 * `withinDays` apart.
 *
 * Nothing is dropped without evidence. A response without a respondent (absent, `null` or blank) or without a time
 * cannot be shown to be a duplicate, nor one without a time to be after `asOf`: they are kept, and counted. The rows
 * given are `responses.length + duplicates + afterAsOf`. No responses give none, and zeros.
 *
 * The counts are plain JSON; the responses are the very objects that were given.
 *
 * Source: own convention; there is no standard rule for which of several answers stands.
 *
 * @param responses - the responses, in any order
 * @param options - the moment to look back from, and the reach of a duplicate
 * @throws {@link CxMetricsError} `invalid-instant` for an `at` or `asOf` that is no moment, `invalid-argument` for a
 * `respondentId` that is no string or finite number, or a `withinDays` that is no number from 0 up
 *
 * @example
 * ```ts
 * import { latestPerRespondent, nps } from "cx-metrics";
 *
 * const latest = latestPerRespondent([
 *   { respondentId: "ana", at: "2026-03-02T09:00:00Z", rating: 3 },
 *   { respondentId: "budi", at: "2026-03-02T10:00:00Z", rating: 9 },
 *   { respondentId: "ana", at: "2026-03-05T09:00:00Z", rating: 10 },
 *   { respondentId: null, at: "2026-03-05T12:00:00Z", rating: 8 },
 * ]);
 * latest.responses.map((response) => response.rating); // → [9, 10, 8]
 * [latest.duplicates, latest.withoutRespondent]; // → [1, 1]
 * nps(latest.responses.map((response) => response.rating)).n; // → 3
 * ```
 */
export function latestPerRespondent<Row extends DatedResponse>(
  responses: Iterable<Row>,
  options: LatestPerRespondentOptions = {},
): LatestResponses<Row> {
  const caller = "latestPerRespondent";
  requireIterable(caller, ["responses"], responses);
  const { asOf, withinDays } = checkedOptions(caller, options, ["asOf", "withinDays"]);
  const { end, asOf: shownAsOf } = lookBackFrom(caller, asOf);
  const reach = reachOf(caller, withinDays);
  const rows: Row[] = [];
  const dropped = new Set<number>();
  const traces = new Map<unknown, Map<Identifier, Dated[]>>();
  let [index, afterAsOf, withoutRespondent, withoutTime] = [0, 0, 0, 0];
  for (const row of responses) {
    const { respondent, epoch } = traceOf(caller, "responses", index++, row);
    if (epoch !== null && epoch > end) {
      afterAsOf++;
      continue;
    }
    if (respondent === null) withoutRespondent++;
    if (epoch === null) withoutTime++;
    if (respondent !== null && epoch !== null) {
      const ofMetric = mapEntry(traces, row.metric ?? null, () => new Map<Identifier, Dated[]>());
      mapEntry(ofMetric, respondent, (): Dated[] => []).push({ position: rows.length, epoch });
    }
    rows.push(row);
  }
  for (const ofMetric of traces.values()) {
    for (const dated of ofMetric.values()) dropDuplicates(dated, reach, dropped);
  }
  return {
    responses: rows.filter((_, position) => !dropped.has(position)),
    duplicates: dropped.size,
    afterAsOf,
    withoutRespondent,
    withoutTime,
    asOf: shownAsOf,
    withinDays: withinDays === undefined ? null : withinDays + 0,
  };
}

/** Where a response stands among those kept so far, and when it came. */
interface Dated {
  readonly position: number;
  readonly epoch: number;
}

/** How far back a duplicate can lie, in milliseconds. */
function reachOf(caller: string, withinDays: number | undefined): number {
  if (withinDays === undefined) return Number.POSITIVE_INFINITY;
  const requirement = "a finite number from 0 up";
  return daysInMilliseconds(
    checkedNumber(caller, ["withinDays"], withinDays, requirement, (days) => days >= 0),
  );
}

/** Walks back from the latest: whatever lies in reach of the one kept last is its duplicate. */
function dropDuplicates(dated: Dated[], reach: number, dropped: Set<number>): void {
  if (dated.length < 2) return;
  dated.sort((a, b) => b.epoch - a.epoch || b.position - a.position);
  let kept = Number.POSITIVE_INFINITY;
  for (const { position, epoch } of dated) {
    if (kept < Number.POSITIVE_INFINITY && kept - epoch <= reach) dropped.add(position);
    else kept = epoch;
  }
}
