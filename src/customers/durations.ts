// How long customers stayed or have been staying, from their tenures.

import { CxMetricsError, checkedOptions, requireOneOf } from "../errors.ts";
import type { Duration } from "../records/duration.ts";
import type { Instant } from "../records/instant.ts";
import type { Tenure } from "../records/tenure.ts";
import { elapsed } from "../time/elapsed.ts";
import { epochOf } from "../time/epoch.ts";
import { isKeyYear, type PeriodUnit, UNITS } from "../time/periodKey.ts";
import { offsetAt } from "../time/zone.ts";
import { staysOf } from "./stays.ts";

/** Which of a customer's stays {@link durations} gives. */
export type StaysCounted = "first" | "each";

/** Options of {@link durations}. */
export interface DurationsOptions {
  /** The moment up to which is known who left: later starts are left out, and later ends still to come. */
  readonly asOf: Instant;
  /** The unit of the times. */
  readonly unit: PeriodUnit;
  /**
   * IANA time zone whose calendar tells when a month, quarter or year is over. Days and weeks do not need it.
   * @defaultValue `"UTC"`
   */
  readonly timeZone?: string | undefined;
  /**
   * Which stays of a customer who left and came back are given: the `"first"`, or `"each"` as a row of its own.
   * @defaultValue `"first"`
   */
  readonly stays?: StaysCounted | undefined;
}

/**
 * Durations: how long has each customer stayed, and who of them is still there?
 *
 * One for each customer: the first stay, from its start to its end where that is `asOf` or earlier, else to `asOf` and not
 * `observed`. The formulas of survival take rows for independent, which the stays of one customer are not; where a
 * return is as good as a new customer, ask for `"each"`. Tenures of one customer that overlap or touch are one stay, so that
 * a renewal is no end. Stays that begin after `asOf` are left out, so that there may be fewer durations than customers.
 *
 * Days are 24 hours and weeks seven times that, whatever clocks did. Months, quarters and years are those of the calendar
 * in the zone, counted from each customer's own start: a month is over on the same day of the next month at the same time
 * of day, or on the last day of a month that is shorter (31 January, 28 February, 31 March), and the one under way counts
 * by the part of it that has passed. A rival is a "month" of 30 or 30.4375 days, which is `"day"` divided by that.
 *
 * No tenures give no durations. The times are ready for {@link kaplanMeier} and {@link logRankTest}.
 *
 * @param tenures - every stay of every customer, in any order
 * @param options - the moment of the count, the unit, the zone, and which stays
 * @returns a duration for each customer or stay, in the order in which the customers first come
 * @throws {@link CxMetricsError} `invalid-instant` or `invalid-argument` naming the tenure and the field that is wrong;
 * `invalid-instant` for an instant outside the years 1 to 9999
 *
 * @example
 * ```ts
 * import { durations, kaplanMeier, medianSurvival } from "cx-metrics";
 *
 * const stays = durations(
 *   [
 *     { customerId: "ana", startedAt: "2026-01-31T00:00:00Z", endedAt: "2026-03-31T00:00:00Z" },
 *     { customerId: "budi", startedAt: "2026-02-01T00:00:00Z", endedAt: "2026-02-15T00:00:00Z" },
 *     { customerId: "citra", startedAt: "2026-02-01T00:00:00Z" },
 *   ],
 *   { asOf: "2026-06-01T00:00:00Z", unit: "month" },
 * );
 * stays; // → [{ time: 2, observed: true }, { time: 0.5, observed: true }, { time: 4, observed: false }]
 * medianSurvival(kaplanMeier(stays)).time; // → 2
 * ```
 */
export function durations(tenures: Iterable<Tenure>, options: DurationsOptions): readonly Duration[] {
  const caller = "durations";
  const known = ["asOf", "unit", "timeZone", "stays"] as const;
  const { asOf, unit, timeZone = "UTC", stays: counted = "first" } = checkedOptions(caller, options, known);
  requireOneOf(caller, ["unit"], unit, UNITS);
  requireOneOf(caller, ["stays"], counted, ["first", "each"]);
  const now = epochOf(caller, ["asOf"], asOf);
  requireKeyYear(caller, "asOf", now);
  // An unknown zone is refused, though nobody may have stayed for a month.
  offsetAt(caller, timeZone, now);
  const found: Duration[] = [];
  for (const stays of staysOf(caller, tenures).values()) {
    for (const { start, end } of counted === "first" ? stays.slice(0, 1) : stays) {
      if (start > now) continue;
      requireKeyYear(caller, "tenures", start);
      const time = elapsed(caller, timeZone, unit, start, Math.min(end, now));
      found.push({ time, observed: end <= now });
    }
  }
  return found;
}

/** Outside these years local days and their anniversaries may be out of the reach of dates. */
function requireKeyYear(caller: string, name: string, epoch: number): void {
  if (isKeyYear(new Date(epoch).getUTCFullYear())) return;
  throw new CxMetricsError(`${caller}: ${name} must fall in the years 1 to 9999`, "invalid-instant", [name]);
}
