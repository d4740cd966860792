// Response rate: how many of those invited answered.

import { checkedCount, refusalInWords, requireObject } from "../errors.ts";
import { proportionRate, type Rate, type RateOptions } from "../statistics/rate.ts";

/** How many were asked, and how many of them answered. */
export interface ResponseCounts {
  /** Invitations that were sent. */
  readonly invited: number;
  /** How many of them were answered. */
  readonly answered: number;
}

/**
 * Response rate: what share of those invited answered?
 *
 * Answered divided by invited, a proportion from 0 to 1. What counts as invited is the caller's choice and changes
 * the figure: invitations sent, delivered, or opened. A high rate does not prove that those who answered are like those
 * who did not.
 *
 * Nobody invited gives a rate of `null`. The interval is Wilson's.
 *
 * Source: AAPOR, "Standard Definitions" (2023), response rate RR1 where every invited person is eligible.
 *
 * @param counts - how many were invited and how many answered
 * @param options - level of the interval
 * @throws {@link CxMetricsError} `invalid-count` where a count is not a whole number from 0 up, `impossible-counts`
 * where more answered than were invited
 *
 * @example
 * ```ts
 * import { responseRate } from "cx-metrics";
 *
 * responseRate({ invited: 400, answered: 90 }).rate; // → 0.225
 * ```
 */
export function responseRate(counts: ResponseCounts, options: RateOptions = {}): Rate {
  const caller = "responseRate";
  requireObject(caller, ["counts"], counts);
  const invited = checkedCount(caller, ["invited"], counts.invited);
  const answered = checkedCount(caller, ["answered"], counts.answered);
  if (answered > invited) {
    const requirement = `at most invited (${invited})`;
    throw refusalInWords(caller, "impossible-counts", ["answered"], requirement, `${answered}`);
  }
  return proportionRate(caller, answered, invited, "answered-of-invited", options);
}
