// Customer retention rate: how many of those who were there stayed.

import { requireObject } from "../errors.ts";
import { proportionRate, type Rate, type RateOptions } from "../statistics/rate.ts";
import { checkedCounts, checkedMovement, impossible, isMovement, type Movement } from "./movement.ts";

/** The three counts of the textbook formula. */
export interface RetentionCounts {
  /** Customers when the period began. */
  readonly atStart: number;
  /** Customers when the period ended. */
  readonly atEnd: number;
  /** Customers who joined in the period and were still there when it ended. */
  readonly acquired: number;
}

/**
 * Customer retention rate: what share of the customers at the start of a period was still there at its end?
 *
 * From three counts it is (atEnd − acquired) ÷ atStart, policy `"end-minus-acquired"`. That is exact only where
 * `acquired` leaves out those who joined and left again within the period, and where nobody came back who had left
 * before it; otherwise it is too low or too high. From a {@link Movement} it is (atStart − lostFromStart) ÷
 * atStart, policy `"kept-from-start"`, which is always exact. Retention and churn of the same movement with the
 * denominator `"start"` add up to 1.
 *
 * A proportion from 0 to 1; `null` where nobody was there at the start. The interval is Wilson's, for customers
 * seen as a sample of those who might have been there.
 *
 * Source: the formula as in Farris et al., "Marketing Metrics" (2010), retention rate.
 *
 * @param counts - three counts, or a movement
 * @param options - level of the interval
 * @throws {@link CxMetricsError} `invalid-count` for a count that is not a whole number from 0 up,
 * `impossible-counts` where more were acquired than are there, or more would have stayed than were there
 *
 * @example
 * ```ts
 * import { retentionRate } from "cx-metrics";
 *
 * retentionRate({ atStart: 200, atEnd: 190, acquired: 30 }).rate; // → 0.8
 * ```
 */
export function retentionRate(counts: RetentionCounts | Movement, options: RateOptions = {}): Rate {
  const caller = "retentionRate";
  requireObject(caller, ["counts"], counts);
  if (isMovement(counts)) {
    const { atStart, lostFromStart } = checkedMovement(caller, counts);
    return proportionRate(caller, atStart - lostFromStart, atStart, "kept-from-start", options);
  }
  const { atStart, atEnd, acquired } = checkedCounts(caller, counts, ["atStart", "atEnd", "acquired"]);
  if (acquired > atEnd) {
    const advice = "leave out those who joined and left again";
    throw impossible(caller, ["acquired"], `at most atEnd (${atEnd})`, acquired, advice);
  }
  if (atEnd - acquired > atStart) {
    const most = `at most atStart + acquired (${atStart + acquired})`;
    throw impossible(caller, ["atEnd"], most, atEnd, "count those who came back as acquired");
  }
  return proportionRate(caller, atEnd - acquired, atStart, "end-minus-acquired", options);
}
