// Conversion rate: how many prospects became customers.

import { requireObject } from "../errors.ts";
import { proportionRate, type Rate, type RateOptions } from "../statistics/rate.ts";
import { checkedCounts, impossible } from "./movement.ts";

/** How many prospects there were, and how many of them became customers. */
export interface ConversionCounts {
  /** Prospects: people or organisations that may become customers and have not bought. */
  readonly prospects: number;
  /** How many of them became customers. */
  readonly converted: number;
}

/**
 * Conversion rate: what share of the prospects became customers?
 *
 * Converted divided by prospects, a proportion from 0 to 1, policy `"converted-of-prospects"`. Both counts must be of the
 * same people: those who came in a period, followed until it is clear what became of them. The rival, purchases
 * of a period ÷ prospects of the same period, mixes those who came earlier into the numerator and can exceed 1. Whether
 * visitors, leads or trials are the prospects is the caller's choice and changes the figure.
 *
 * No prospects give a rate of `null`. The interval is Wilson's.
 *
 * Source: own statement of the usual definition, a proportion.
 *
 * @param counts - how many prospects there were and how many became customers
 * @param options - level of the interval
 * @throws {@link CxMetricsError} `invalid-count` where a count is not a whole number from 0 up, `impossible-counts`
 * where more converted than there were
 *
 * @example
 * ```ts
 * import { conversionRate } from "cx-metrics";
 *
 * conversionRate({ prospects: 800, converted: 36 }).rate; // → 0.045
 * ```
 */
export function conversionRate(counts: ConversionCounts, options: RateOptions = {}): Rate {
  const caller = "conversionRate";
  requireObject(caller, ["counts"], counts);
  const { prospects, converted } = checkedCounts(caller, counts, ["prospects", "converted"]);
  if (converted > prospects) {
    throw impossible(caller, ["converted"], `at most prospects (${prospects})`, converted);
  }
  return proportionRate(caller, converted, prospects, "converted-of-prospects", options);
}
