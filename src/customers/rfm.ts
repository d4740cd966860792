// RFM: customers by how recently, how often and for how much they ordered.

import { checkedOptions, refusal, requireOneOf } from "../errors.ts";
import type { Identifier } from "../records/identifier.ts";
import type { Instant } from "../records/instant.ts";
import type { Order } from "../records/order.ts";
import { DAY, epochOf, shownInstant } from "../time/epoch.ts";
import { foldPurchases, type Purchases } from "./purchases.ts";
import {
  checkedCuts,
  cutsOf,
  type GivenRfmCuts,
  type RfmCuts,
  type RfmNumbers,
  scoreOf,
} from "./rfmScores.ts";
import {
  type RfmSegment,
  type RfmSegmentTotal,
  segmentOf,
  segmentsFor,
  segmentTotals,
} from "./rfmSegments.ts";

/** What stands for a customer's money: all of it, or what an order came to on average. */
export type RfmMonetary = "total" | "mean";

/** Options of {@link rfm}. */
export interface RfmOptions {
  /** The moment to look back from: later orders are ignored and counted. */
  readonly asOf: Instant;
  /**
   * How many scores there are for each measure, from 2 to 100.
   * @defaultValue 5
   */
  readonly bins?: number | undefined;
  /**
   * What stands for a customer's money.
   * @defaultValue `"total"`
   */
  readonly monetary?: RfmMonetary | undefined;
  /**
   * What must be passed for each score, such as the `cuts` of an earlier result, so that scores of two dates mean the same.
   * @defaultValue the quantiles of the customers given, also for a measure that is absent or `null`
   */
  readonly cuts?: GivenRfmCuts | undefined;
  /**
   * Names for ranges of scores; the first that takes a customer in is theirs.
   * @defaultValue {@link RFM_SEGMENTS} for five bins, none for others
   */
  readonly segments?: readonly RfmSegment[] | undefined;
}

/** Where a customer stands. */
export interface RfmCustomer {
  /** Identifies the customer. */
  readonly customerId: Identifier;
  /** Days since the last order, of 24 hours each, with their fraction. */
  readonly recencyDays: number;
  /** How many orders there were. */
  readonly frequency: number;
  /** What they came to, together or on average. */
  readonly monetary: number;
  /** From 1 to the number of bins: the more recent, the higher. */
  readonly recencyScore: number;
  /** From 1 to the number of bins: the more orders, the higher. */
  readonly frequencyScore: number;
  /** From 1 to the number of bins: the more money, the higher. */
  readonly monetaryScore: number;
  /** The segment by name; `null` where there are no segments for so many bins. */
  readonly segment: string | null;
}

/** Customers with their scores and segments. */
export interface Rfm {
  /** The moment that was looked back from, in UTC. */
  readonly asOf: string;
  /** How many scores there are for each measure. */
  readonly bins: number;
  /** What stands for a customer's money. */
  readonly monetary: RfmMonetary;
  /** The customers, in the order in which they first appear. */
  readonly customers: readonly RfmCustomer[];
  /** The segments in the order in which they are tried, `"Others"` last; none where there are none for so many bins. */
  readonly segments: readonly RfmSegmentTotal[];
  /** What had to be passed for each score above the lowest. */
  readonly cuts: RfmCuts;
  /** Orders that were counted. */
  readonly orders: number;
  /** Orders ignored because they were placed after `asOf`. */
  readonly afterAsOf: number;
}

/**
 * RFM: which customers ordered recently, often and for much, and which did not?
 *
 * Each customer gets three scores from 1 (worst) to `bins` (best), each by itself: for the days since the last order, the
 * number of orders, and what they came to, all told or on average (`monetary`). A score is 1 plus the number of cuts that
 * the customer has passed, and the cuts lie at the quantiles 1/bins, 2/bins, … of the customers given. Equal values
 * always get the same score, the lower one where they lie on a cut, so that bins are of one size only where there are no
 * ties: where most customers have a single order, most have a frequency score of 1. Rivals sort and cut into equal
 * parts, which separates equals by chance; bin frequency within recency; or give those on a cut the higher score. Totals
 * that differ by less than rounding (1e-12 of them) count as equal.
 *
 * The quantiles are R's type 7; `cuts` shows, for each, the customer's value on it or just below it, which gives the same
 * scores. Scores compare a customer with the others given, and so move when those do; pass the `cuts` of an earlier
 * result to measure by its standard.
 *
 * An order of amount 0 counts in frequency. Days are 24 hours each, on the clock and not the calendar. No orders give no
 * customers, and cuts of `null`. The orders given are `orders + afterAsOf`. One pass; memory for each customer, and for each
 * `orderId` that is given.
 *
 * Sources: the method as in Hughes, "Strategic Database Marketing"; quantiles as in Hyndman & Fan, "Sample Quantiles in
 * Statistical Packages", The American Statistician 50 (1996), type 7; ties in one bin as IBM SPSS Statistics, "RFM
 * Binning", does by default; the segments as {@link RFM_SEGMENTS} says.
 *
 * @param orders - the orders, in any order
 * @param options - the moment to look back from; the number of scores; total or mean; cuts; segments
 * @throws {@link CxMetricsError} `invalid-instant` for an `at` or `asOf` that is no moment, `invalid-argument` for an order
 * of nobody, an amount that is no finite number from 0 up, an `orderId` given twice, a second currency or one that some
 * orders leave out, amounts without a finite total, or bins, cuts or segments that are none
 *
 * @example
 * ```ts
 * import { rfm } from "cx-metrics";
 *
 * const { customers, cuts } = rfm(
 *   [
 *     { customerId: "ana", at: "2026-03-01T00:00:00Z", amount: 40 },
 *     { customerId: "ana", at: "2026-03-09T00:00:00Z", amount: 60 },
 *     { customerId: "budi", at: "2026-01-10T00:00:00Z", amount: 30 },
 *     { customerId: "citra", at: "2026-02-20T00:00:00Z", amount: 30 },
 *   ],
 *   { asOf: "2026-03-11T00:00:00Z", bins: 2 },
 * );
 * customers.map((customer) => [customer.recencyDays, customer.frequency, customer.monetary]);
 * // → [[2, 2, 100], [60, 1, 30], [19, 1, 30]]
 * cuts; // → { recency: [19], frequency: [1], monetary: [30] }
 * customers.map((customer) => [customer.recencyScore, customer.frequencyScore, customer.monetaryScore]);
 * // → [[2, 2, 2], [1, 1, 1], [1, 1, 1]]
 * ```
 */
export function rfm(orders: Iterable<Order>, options: RfmOptions): Rfm {
  const caller = "rfm";
  const known = ["asOf", "bins", "monetary", "cuts", "segments"] as const;
  const { asOf, bins = 5, monetary = "total", cuts = {}, segments } = checkedOptions(caller, options, known);
  const end = epochOf(caller, ["asOf"], asOf);
  if (!(Number.isInteger(bins) && bins >= 2 && bins <= 100)) {
    throw refusal(caller, "invalid-argument", ["bins"], "a whole number from 2 to 100", bins);
  }
  requireOneOf(caller, ["monetary"], monetary, ["total", "mean"]);
  const given = checkedCuts(caller, cuts, bins);
  const names = segmentsFor(caller, segments, bins);
  const { byCustomer, ...counts } = foldPurchases(caller, orders, end);
  const purchases = [...byCustomer.values()];
  const numbers = purchases.map((of) => numbersOf(of, end, monetary));
  const passed = cutsOf(numbers, given, bins);
  const customers = [...byCustomer.keys()].map((customerId, i): RfmCustomer => {
    return { customerId, ...standing(numbers[i] as RfmNumbers, passed, names) };
  });
  const amounts = purchases.map(({ amount }) => amount);
  return {
    asOf: shownInstant(end),
    bins,
    monetary,
    customers,
    segments: names === null ? [] : segmentTotals(customers, amounts, names),
    cuts: passed,
    ...counts,
  };
}

function numbersOf({ latest, frequency, amount }: Purchases, end: number, monetary: RfmMonetary): RfmNumbers {
  return {
    recency: (end - latest) / DAY,
    frequency,
    monetary: monetary === "total" ? amount : amount / frequency,
  };
}

/** Where a customer's numbers put them. */
function standing(
  { recency, frequency, monetary }: RfmNumbers,
  cuts: RfmCuts,
  segments: readonly RfmSegment[] | null,
): Omit<RfmCustomer, "customerId"> {
  const scores = {
    recency: scoreOf("recency", recency, cuts),
    frequency: scoreOf("frequency", frequency, cuts),
    monetary: scoreOf("monetary", monetary, cuts),
  };
  return {
    recencyDays: recency,
    frequency,
    monetary,
    recencyScore: scores.recency,
    frequencyScore: scores.frequency,
    monetaryScore: scores.monetary,
    segment: segments === null ? null : segmentOf(scores, segments),
  };
}
