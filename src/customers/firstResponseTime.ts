// First response time: how long customers waited for a first answer.

import { checkedOptions } from "../errors.ts";
import type { SupportCase } from "../records/supportCase.ts";
import { type CaseDurationOptions, type CaseDurations, durationsOf } from "./caseDurations.ts";
import { instantOf } from "./supportCases.ts";

/**
 * First response time: how long did it take from the opening of a case to somebody's first answer?
 *
 * Reads `firstResponseAt`; an automatic receipt is no answer. Hours on the clock, as for {@link resolutionTime}: rivals
 * count business hours only. Cases that nobody had answered by `asOf` are counted in `open` and in no figure. The cases
 * given are `n + open + afterAsOf`.
 *
 * No answered cases give `null` for every figure. The median and the 90th percentile are R's type 7.
 *
 * Source: as Zendesk, "About native Support time duration metrics", defines first reply time.
 *
 * @param cases - the cases, in any order
 * @param options - the moment to look back from
 * @throws {@link CxMetricsError} `invalid-instant` for an instant that is none, `invalid-argument` for an answer before
 * the opening, or a `caseId` given twice
 *
 * @example
 * ```ts
 * import { firstResponseTime } from "cx-metrics";
 *
 * const cases = [
 *   { openedAt: "2026-03-02T09:00:00Z", firstResponseAt: "2026-03-02T09:30:00Z" },
 *   { openedAt: "2026-03-02T09:00:00Z", firstResponseAt: "2026-03-02T13:30:00Z" },
 * ];
 * firstResponseTime(cases).median; // → 2.5
 * const atNoon = firstResponseTime(cases, { asOf: "2026-03-02T12:00:00Z" });
 * [atNoon.median, atNoon.open]; // → [0.5, 1]
 * ```
 */
export function firstResponseTime(
  cases: Iterable<SupportCase>,
  options: CaseDurationOptions = {},
): CaseDurations {
  const caller = "firstResponseTime";
  const { asOf } = checkedOptions(caller, options, ["asOf"]);
  return durationsOf(caller, cases, asOf, (read) => instantOf(caller, read, "firstResponseAt"));
}
