// SLA attainment: how many promises of an answer or a solution in time were kept.

import { checkedOptions, refusal, requireOneOf } from "../errors.ts";
import type { SupportCase } from "../records/supportCase.ts";
import { proportionRate } from "../statistics/rate.ts";
import { lookBackFrom, spanOf } from "../time/lookBack.ts";
import type { CaseRate, CaseRateOptions } from "./caseRate.ts";
import {
  hasCome,
  instantOf,
  RESOLUTION_ENDS,
  type ReadCase,
  type ResolutionEnd,
  readCases,
  solvedAtOf,
} from "./supportCases.ts";

/** What was promised: a first answer, or a solution. */
export type SlaTarget = "first-response" | "resolution";

/** Options of {@link slaAttainment}. */
export interface SlaAttainmentOptions extends CaseRateOptions {
  /** What was promised. */
  readonly target: SlaTarget;
  /**
   * Within how many hours of its opening it was promised for every case, the last moment included; above 0.
   * @defaultValue each case's own `responseDueAt` or `resolutionDueAt`
   */
  readonly withinHours?: number | undefined;
  /**
   * Which solution keeps the promise. Only for `"resolution"`.
   * @defaultValue `"first-solved"`
   */
  readonly until?: ResolutionEnd | undefined;
}

/** The rate, with what was left out of it. */
export interface SlaAttainment extends CaseRate {
  /** The rule by name. */
  readonly policy: "met-of-due";
  /** What was promised. */
  readonly target: SlaTarget;
  /** Which solution keeps the promise; `null` where an answer was promised. */
  readonly until: ResolutionEnd | null;
  /** Within how many hours it was promised; `null` where each case has its own due moment. */
  readonly withinHours: number | null;
  /** Cases of the denominator that still waited for what was promised at `asOf`. They are missed. */
  readonly missedOpen: number;
  /** Cases left out because what was promised had not fallen due by `asOf`, met already or not. */
  readonly notYetDue: number;
}

/**
 * SLA attainment: what share of the answers or solutions that had fallen due came in time?
 *
 * A promise is met where what was promised happened up to its due moment, that moment included. The due moment is the
 * case's own (`responseDueAt`, `resolutionDueAt`), or `withinHours` after the opening for all alike. Cases without one are
 * left out as `unknown`. Hours are those on the clock: a promise in business hours must come as due moments.
 *
 * Open cases past their due moment are missed, and counted in `missedOpen` too. Rivals look at closed cases only, which
 * leaves the longest waits out. With `asOf`, a case that has not fallen due by then is left out of numerator *and*
 * denominator, even if the promise has been met already: keeping the quick ones alone would flatter the rate. Without
 * `asOf` everything is taken to have fallen due. The cases given are `denominator + notYetDue + unknown + afterAsOf`.
 *
 * A proportion from 0 to 1; `null` where nothing was due. The interval is Wilson's.
 *
 * Source: own definition of the practice of service desks; docs/definitions.md names its rivals.
 *
 * @param cases - the cases, in any order
 * @param options - what was promised; the time allowed; which solution counts; the moment to look back from; level of the
 * interval
 * @throws {@link CxMetricsError} `invalid-instant` for an instant that is none, `invalid-argument` for what happened or
 * fell due before the opening, a `caseId` given twice, hours that are no finite number above 0, or `until` with a
 * promised answer
 *
 * @example
 * ```ts
 * import { slaAttainment } from "cx-metrics";
 *
 * const rate = slaAttainment(
 *   [
 *     { openedAt: "2026-03-02T08:00:00Z", firstResponseAt: "2026-03-02T09:00:00Z" },
 *     { openedAt: "2026-03-02T08:00:00Z" },
 *     { openedAt: "2026-03-02T14:00:00Z", firstResponseAt: "2026-03-02T14:05:00Z" },
 *   ],
 *   { target: "first-response", withinHours: 4, asOf: "2026-03-02T16:00:00Z" },
 * );
 * [rate.rate, rate.denominator, rate.missedOpen, rate.notYetDue]; // → [0.5, 2, 1, 1]
 * ```
 */
export function slaAttainment(cases: Iterable<SupportCase>, options: SlaAttainmentOptions): SlaAttainment {
  const caller = "slaAttainment";
  const known = ["target", "withinHours", "until", "asOf", "level"] as const;
  const { target, withinHours, until, asOf, level } = checkedOptions(caller, options, known);
  requireOneOf(caller, ["target"], target, ["first-response", "resolution"]);
  const doneBy = resolutionEndOf(caller, target, until);
  const reach = withinHours === undefined ? null : spanOf(caller, "withinHours", withinHours);
  const { end, asOf: shown } = lookBackFrom(caller, asOf);
  let [met, due, missedOpen, notYetDue, unknown, afterAsOf] = [0, 0, 0, 0, 0, 0];
  for (const read of readCases(caller, cases)) {
    const doneAt =
      doneBy === null ? instantOf(caller, read, "firstResponseAt") : solvedAtOf(caller, read, doneBy);
    const dueAt = dueAtOf(caller, read, target, reach);
    if (read.openedAt > end) afterAsOf++;
    else if (dueAt === null) unknown++;
    else if (dueAt > end) notYetDue++;
    else {
      due++;
      if (!hasCome(doneAt, end)) missedOpen++;
      else if (doneAt <= dueAt) met++;
    }
  }
  const policy = "met-of-due";
  return {
    ...proportionRate(caller, met, due, policy, { level }),
    policy,
    target,
    until: doneBy,
    withinHours: withinHours ?? null,
    asOf: shown,
    missedOpen,
    notYetDue,
    unknown,
    afterAsOf,
  };
}

/** Which solution keeps the promise, `null` where an answer does. */
function resolutionEndOf(
  caller: string,
  target: SlaTarget,
  until: ResolutionEnd | undefined,
): ResolutionEnd | null {
  if (until !== undefined) requireOneOf(caller, ["until"], until, RESOLUTION_ENDS);
  if (target === "resolution") return until ?? "first-solved";
  if (until === undefined) return null;
  throw refusal(caller, "invalid-argument", ["until"], 'absent with "first-response"', until);
}

/** When the case's promise falls due, `null` where it has none. */
function dueAtOf(caller: string, read: ReadCase, target: SlaTarget, reach: number | null): number | null {
  if (reach !== null) return read.openedAt + reach;
  return instantOf(caller, read, target === "resolution" ? "resolutionDueAt" : "responseDueAt");
}
