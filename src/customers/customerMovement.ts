// The movement of a body of customers between two moments, counted out of their tenures.

import { checkedOptions, refusalInWords } from "../errors.ts";
import type { Tenure } from "../records/tenure.ts";
import { type Calendar, type CalendarOptions, checkedCalendar } from "../time/calendar.ts";
import { shownInstant } from "../time/epoch.ts";
import { epochOfMoment, type Moment, requireTwoPeriods } from "../time/moment.ts";
import type { Movement, MovementCounts } from "./movement.ts";
import { movementsOf } from "./movementFold.ts";
import { staysOf } from "./stays.ts";

/** The period of a movement, and where its calendar is read. */
export interface MovementOptions extends CalendarOptions {
  /** Start of the period, included: an instant, or a period such as `"2026-01"`, which begins there. */
  readonly from: Moment;
  /**
   * End of the period, excluded: an instant, or a period such as `"2026-02"`, before which it ends. January is from
   * `"2026-01"` to `"2026-02"`, and `"2026-01"` to `"2026-01"` is refused. From an instant to the same is no time, in which
   * nobody comes or goes.
   */
  readonly to: Moment;
}

/**
 * Customer movement: how many customers were there at the start of a period, came, came back, left, and were there at its
 * end?
 *
 * The period is half-open: what happens at `from` belongs to it, what happens at `to` to the next. Somebody who leaves
 * at the very instant `from` was there at the start and is lost. Tenures of one customer that overlap or touch are one
 * stay, so that a renewal is no loss. Each customer counts at most once in each field: who leaves and returns within the
 * period is neither lost nor reactivated, who joins and leaves within it is acquired and lost, and how often does not
 * matter. First-time customers are `acquired`, former ones `reactivated`; former means that a tenure given here began
 * before the period, so pass all tenures and not only those of the period.
 *
 * Always `atEnd = atStart + acquired + reactivated − lost`. No tenures give zeros. Rivals: billing tools often count
 * stays instead of customers, and leave joiners who left out of both fields.
 *
 * @param tenures - every stay of every customer, in any order
 * @param options - the period; the zone and week in which keys of periods are read
 * @returns the counts, for {@link retentionRate} and {@link churnRate}
 * @throws {@link CxMetricsError} `invalid-instant` or `invalid-argument` naming the tenure and the field that is wrong (no
 * customer, no start, end before start), or for a period that ends before it starts
 *
 * @example
 * ```ts
 * import { customerMovement, retentionRate } from "cx-metrics";
 *
 * const tenures = [
 *   { customerId: "ana", startedAt: "2025-04-10T00:00:00Z" },
 *   { customerId: "budi", startedAt: "2025-06-01T00:00:00Z", endedAt: "2026-01-20T00:00:00Z" },
 *   { customerId: "citra", startedAt: "2026-01-05T00:00:00Z", endedAt: "2026-01-25T00:00:00Z" },
 *   { customerId: "dewi", startedAt: "2025-01-01T00:00:00Z", endedAt: "2025-03-01T00:00:00Z" },
 *   { customerId: "dewi", startedAt: "2026-01-12T00:00:00Z" },
 * ];
 * const january = customerMovement(tenures, { from: "2026-01", to: "2026-02" });
 * [january.atStart, january.acquired, january.reactivated, january.lost, january.atEnd]; // → [2, 1, 1, 2, 2]
 * retentionRate(january).rate; // → 0.5
 * ```
 */
export function customerMovement(tenures: Iterable<Tenure>, options: MovementOptions): Movement {
  const caller = "customerMovement";
  const { from, to, timeZone, weekStartsOn } = checkedOptions(caller, options, [
    "from",
    "to",
    "timeZone",
    "weekStartsOn",
  ]);
  const calendar = checkedCalendar(caller, { timeZone, weekStartsOn });
  const boundaries = checkedRange(caller, from, to, calendar);
  const [counts] = movementsOf(staysOf(caller, tenures), boundaries);
  return movementOf(boundaries, counts as MovementCounts);
}

/** The epochs of two moments in order, or a throw naming the one that is wrong. */
function checkedRange(
  caller: string,
  from: Moment,
  to: Moment,
  calendar: Calendar,
): readonly [from: number, to: number] {
  requireTwoPeriods(caller, from, to);
  const start = epochOfMoment(caller, "from", from, calendar);
  const end = epochOfMoment(caller, "to", to, calendar);
  if (end >= start) return [start, end];
  throw refusalInWords(caller, "invalid-argument", ["to"], "from or later", "an earlier moment");
}

/** The counts with the period they belong to. */
export function movementOf(
  [from, to]: readonly [from: number, to: number],
  counts: MovementCounts,
): Movement {
  return { from: shownInstant(from), to: shownInstant(to), ...counts };
}
