// Resolution time: how long customers waited for a solution.

import { checkedOptions, requireOneOf } from "../errors.ts";
import type { SupportCase } from "../records/supportCase.ts";
import { type CaseDurationOptions, type CaseDurations, durationsOf } from "./caseDurations.ts";
import { RESOLUTION_ENDS, type ResolutionEnd, solvedAtOf } from "./supportCases.ts";

/** Options of {@link resolutionTime}. */
export interface ResolutionTimeOptions extends CaseDurationOptions {
  /**
   * Which solution ends a case: the first, or the one by which it was solved for good after it had been opened again.
   * @defaultValue `"first-solved"`
   */
  readonly until?: ResolutionEnd | undefined;
}

/** How long cases took to be solved. */
export interface ResolutionTime extends CaseDurations {
  /** Which solution ended a case. */
  readonly until: ResolutionEnd;
}

/**
 * Resolution time: how long did it take from the opening of a case to its solution?
 *
 * The mean is what is called average resolution time. Practice knows two ends: until `"first-solved"` reads
 * `firstSolvedAt` and says how fast the desk believed to be done; until `"last-solved"`, also called full resolution
 * time, reads `lastSolvedAt` and says how long the customer waited, cases opened again included.
 *
 * Hours on the clock: nights, weekends and the time spent waiting for the customer count. Desks that count business hours
 * only print less. A few long cases pull the mean up, so the median and the 90th percentile stand beside it; both are
 * R's type 7. Cases that were open at `asOf` are counted in `open` and in no figure: averaged in as 0 they would flatter,
 * and leaving them out makes the figures too short while hard cases stay open. There is no interval, because
 * durations of a queue are neither independent nor near normal. The cases given are `n + open + afterAsOf`.
 *
 * No solved cases give `null` for every figure.
 *
 * Source: the two ends as Zendesk, "About native Support time duration metrics", defines first and full resolution time.
 *
 * @param cases - the cases, in any order
 * @param options - which solution ends a case; the moment to look back from
 * @throws {@link CxMetricsError} `invalid-instant` for an instant that is none, `invalid-argument` for a solution before
 * the opening, a last solution without or before the first, or a `caseId` given twice
 *
 * @example
 * ```ts
 * import { resolutionTime } from "cx-metrics";
 *
 * const time = resolutionTime([
 *   { openedAt: "2026-03-02T09:00:00Z", firstSolvedAt: "2026-03-02T10:00:00Z" },
 *   { openedAt: "2026-03-02T09:00:00Z", firstSolvedAt: "2026-03-02T11:30:00Z" },
 *   { openedAt: "2026-03-02T09:00:00Z", firstSolvedAt: "2026-03-03T19:00:00Z" },
 *   { openedAt: "2026-03-02T09:00:00Z" },
 * ]);
 * [time.n, time.mean, time.median, time.open]; // → [3, 12.5, 2.5, 1]
 * time.p90; // ≈ 27.7
 * ```
 */
export function resolutionTime(
  cases: Iterable<SupportCase>,
  options: ResolutionTimeOptions = {},
): ResolutionTime {
  const caller = "resolutionTime";
  const { until = "first-solved", asOf } = checkedOptions(caller, options, ["until", "asOf"]);
  requireOneOf(caller, ["until"], until, RESOLUTION_ENDS);
  return { ...durationsOf(caller, cases, asOf, (read) => solvedAtOf(caller, read, until)), until };
}
