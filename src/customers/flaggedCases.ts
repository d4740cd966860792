// Escalation and self-service rates: shares of the cases with a flag.

import { checkedOptions } from "../errors.ts";
import type { SupportCase } from "../records/supportCase.ts";
import { proportionRate } from "../statistics/rate.ts";
import { lookBackFrom } from "../time/lookBack.ts";
import type { CaseRate, CaseRateOptions } from "./caseRate.ts";
import { flagOf, readCases } from "./supportCases.ts";

/**
 * Escalation rate: what share of the cases was passed on to a higher level?
 *
 * Escalated ÷ all cases that say whether they were, policy `"escalated-of-known"`; the others are left out as `unknown`.
 * A case that is still open counts as its record says today, and may yet be escalated. Rivals divide escalations by cases,
 * so that a case escalated twice counts twice. The cases given are `denominator + unknown + afterAsOf`.
 *
 * A proportion from 0 to 1; `null` over no cases. The interval is Wilson's.
 *
 * Source: own definition of the practice of service desks; docs/definitions.md names its rivals.
 *
 * @param cases - the cases, in any order
 * @param options - the moment to look back from; level of the interval
 * @throws {@link CxMetricsError} `invalid-instant` for an instant that is none, `invalid-argument` for an `escalated` that
 * is neither true, false nor missing, or a `caseId` given twice
 *
 * @example
 * ```ts
 * import { escalationRate } from "cx-metrics";
 *
 * const openedAt = "2026-03-02T09:00:00Z";
 * const rate = escalationRate([{ openedAt, escalated: true }, { openedAt, escalated: false }, { openedAt }]);
 * [rate.rate, rate.unknown]; // → [0.5, 1]
 * ```
 */
export function escalationRate(cases: Iterable<SupportCase>, options: CaseRateOptions = {}): CaseRate {
  return flagRate("escalationRate", cases, "escalated", "escalated-of-known", options);
}

/**
 * Self-service rate: in what share of the cases did the customer find the answer without anybody's help?
 *
 * Self-service ÷ all cases that say whether they were, policy `"self-service-of-known"`; the others are left out as
 * `unknown`. The list must hold the cases that ended in self-service beside those that people worked on. Rivals divide the
 * help centre's visitors by the customers who wrote in, a ratio without an upper limit which takes every visit for an
 * answer found. The cases given are `denominator + unknown + afterAsOf`.
 *
 * A proportion from 0 to 1; `null` over no cases. The interval is Wilson's.
 *
 * Source: own definition of the practice of service desks; docs/definitions.md names its rivals.
 *
 * @param cases - the cases, in any order
 * @param options - the moment to look back from; level of the interval
 * @throws {@link CxMetricsError} `invalid-instant` for an instant that is none, `invalid-argument` for a `selfService`
 * that is neither true, false nor missing, or a `caseId` given twice
 *
 * @example
 * ```ts
 * import { selfServiceRate } from "cx-metrics";
 *
 * const openedAt = "2026-03-02T09:00:00Z";
 * selfServiceRate([{ openedAt, selfService: true }, { openedAt, selfService: false }]).rate; // → 0.5
 * ```
 */
export function selfServiceRate(cases: Iterable<SupportCase>, options: CaseRateOptions = {}): CaseRate {
  return flagRate("selfServiceRate", cases, "selfService", "self-service-of-known", options);
}

function flagRate(
  caller: string,
  cases: Iterable<SupportCase>,
  name: "escalated" | "selfService",
  policy: string,
  options: CaseRateOptions,
): CaseRate {
  const { asOf, level } = checkedOptions(caller, options, ["asOf", "level"]);
  const { end, asOf: shown } = lookBackFrom(caller, asOf);
  let [flagged, judged, unknown, afterAsOf] = [0, 0, 0, 0];
  for (const read of readCases(caller, cases)) {
    const flag = flagOf(caller, read, name);
    if (read.openedAt > end) afterAsOf++;
    else if (flag === null) unknown++;
    else {
      judged++;
      if (flag) flagged++;
    }
  }
  return { ...proportionRate(caller, flagged, judged, policy, { level }), asOf: shown, unknown, afterAsOf };
}
