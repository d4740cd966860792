// Durations of cases: how they are spread, and how many have not ended.

import type { Instant } from "../records/instant.ts";
import type { SupportCase } from "../records/supportCase.ts";
import { mean, median, quantile } from "../statistics/moments.ts";
import { HOUR } from "../time/epoch.ts";
import { lookBackFrom } from "../time/lookBack.ts";
import { hasCome, type ReadCase, readCases } from "./supportCases.ts";

/** Options that all durations of cases have. */
export interface CaseDurationOptions {
  /**
   * The moment to look back from: what happened later has not happened yet, and cases opened later are ignored and
   * counted.
   * @defaultValue no limit
   */
  readonly asOf?: Instant | undefined;
}

/** Durations from the opening of cases on: hours on the clock, nights and weekends included. */
export interface CaseDurations {
  /** The unit of all durations here. */
  readonly unit: "hours";
  /** How many cases have a duration. */
  readonly n: number;
  /** The arithmetic mean; `null` of none. */
  readonly mean: number | null;
  /** The duration that half of the cases do not exceed; `null` of none. */
  readonly median: number | null;
  /** The duration that nine cases of ten do not exceed; `null` of none. */
  readonly p90: number | null;
  /** The shortest; `null` of none. */
  readonly min: number | null;
  /** The longest; `null` of none. */
  readonly max: number | null;
  /** Cases for which it had not happened by `asOf`; in none of the figures. */
  readonly open: number;
  /** Cases ignored because they were opened after `asOf`. */
  readonly afterAsOf: number;
  /** The moment up to which was counted, in UTC; `null` for no limit. */
  readonly asOf: string | null;
}

/** How long cases took from their opening to an instant that `endOf` reads. */
export function durationsOf(
  caller: string,
  cases: Iterable<SupportCase>,
  asOf: Instant | undefined,
  endOf: (read: ReadCase) => number | null,
): CaseDurations {
  const { end, asOf: shown } = lookBackFrom(caller, asOf);
  const hours: number[] = [];
  let [open, afterAsOf] = [0, 0];
  for (const read of readCases(caller, cases)) {
    const endedAt = endOf(read);
    if (read.openedAt > end) afterAsOf++;
    else if (hasCome(endedAt, end)) hours.push((endedAt - read.openedAt) / HOUR);
    else open++;
  }
  const sorted = Float64Array.from(hours).sort();
  return {
    unit: "hours",
    n: sorted.length,
    mean: mean(sorted),
    median: median(sorted),
    p90: quantile(sorted, 0.9),
    min: sorted[0] ?? null,
    max: sorted.at(-1) ?? null,
    open,
    afterAsOf,
    asOf: shown,
  };
}
