// Customer churn rate: how many left, out of how many.

import { checkedOptions, requireObject, requireOneOf } from "../errors.ts";
import { levelOf, proportionRate, type Rate, type RateOptions } from "../statistics/rate.ts";
import { checkedCounts, checkedMovement, impossible, isMovement, type Movement } from "./movement.ts";

/**
 * Out of how many the lost customers are counted.
 *
 * - `start`: customers when the period began; those who joined in it count nowhere
 * - `average`: mean of the customers at start and end
 * - `start-plus-acquired`: everybody who was a customer at some time in the period
 */
export type ChurnDenominator = "start" | "average" | "start-plus-acquired";

/** The counts that the denominator `"start"` needs. */
export interface ChurnCountsFromStart {
  /** Customers when the period began. */
  readonly atStart: number;
  /** Those of them who left in the period. */
  readonly lost: number;
}

/** The counts that the denominator `"average"` needs. */
export interface ChurnCountsOverAverage {
  /** Customers when the period began. */
  readonly atStart: number;
  /** Customers who left in the period. */
  readonly lost: number;
  /** Customers when the period ended. */
  readonly atEnd: number;
}

/** The counts that the denominator `"start-plus-acquired"` needs. */
export interface ChurnCountsWithAcquired {
  /** Customers when the period began. */
  readonly atStart: number;
  /** Customers who left in the period, whether they were there when it began or joined in it. */
  readonly lost: number;
  /** Customers who joined in the period, former ones who came back included. */
  readonly acquired: number;
}

/** The counts that each denominator needs. */
export interface ChurnCountsOf {
  /** For lost ÷ atStart. */
  readonly start: ChurnCountsFromStart;
  /** For lost ÷ ((atStart + atEnd) ÷ 2). */
  readonly average: ChurnCountsOverAverage;
  /** For lost ÷ (atStart + acquired). */
  readonly "start-plus-acquired": ChurnCountsWithAcquired;
}

/** The counts that go with a denominator. A movement goes with each. */
export type ChurnCounts<D extends ChurnDenominator> = Movement | ChurnCountsOf[D];

/** Options of {@link churnRate}. */
export interface ChurnOptions<D extends ChurnDenominator> extends RateOptions {
  /**
   * Out of how many the lost customers are counted.
   * @defaultValue `"start"`
   */
  readonly denominator?: D | undefined;
}

/**
 * Customer churn rate: what share of the customers left in a period?
 *
 * Practice knows three denominators, and the result's `policy` says which was used:
 *
 * - `"start"`, the default: lost ÷ atStart. Of a {@link Movement} it counts `lostFromStart` only, so that those who
 *   joined and left within the period are in neither number. Retention of the same movement is 1 − churn.
 * - `"average"`: lost ÷ ((atStart + atEnd) ÷ 2). Usual for steady subscription books. No proportion (it can
 *   exceed 1), hence no interval.
 * - `"start-plus-acquired"`: lost ÷ (atStart + acquired). Those who joined and left are in both numbers; of a
 *   movement, those who came back count as acquired.
 *
 * Rates of different policies, or of periods of different length, must not be compared. `null` over nobody. The
 * interval is Wilson's.
 *
 * Source: the definitions as in Farris et al., "Marketing Metrics" (2010); docs/definitions.md compares them.
 *
 * @param counts - the counts that the denominator needs, or a movement
 * @param options - the denominator; level of the interval
 * @throws {@link CxMetricsError} `invalid-count` for a count that is not a whole number from 0 up,
 * `impossible-counts` where more left than could have, `invalid-argument` for an unknown denominator
 *
 * @example
 * ```ts
 * import { churnRate } from "cx-metrics";
 *
 * churnRate({ atStart: 200, lost: 40 }).rate; // → 0.2
 * churnRate({ atStart: 200, lost: 40, atEnd: 240 }, { denominator: "average" }).rate; // ≈ 0.1818
 * ```
 */
export function churnRate<const D extends ChurnDenominator = "start">(
  counts: ChurnCounts<D>,
  options: ChurnOptions<D> = {},
): Rate {
  const caller = "churnRate";
  requireObject(caller, ["counts"], counts);
  const known = ["level", "denominator"] as const;
  const { denominator = "start", ...rateOptions }: ChurnOptions<ChurnDenominator> = checkedOptions(
    caller,
    options,
    known,
  );
  requireOneOf(caller, ["denominator"], denominator, ["start", "average", "start-plus-acquired"]);
  switch (denominator) {
    case "start":
      return fromStart(caller, counts as ChurnCounts<"start">, rateOptions);
    case "average":
      return overAverage(caller, counts as ChurnCounts<"average">, rateOptions);
    case "start-plus-acquired":
      return withAcquired(caller, counts as ChurnCounts<"start-plus-acquired">, rateOptions);
  }
}

function fromStart(caller: string, counts: ChurnCounts<"start">, options: RateOptions): Rate {
  if (isMovement(counts)) {
    const { atStart, lostFromStart } = checkedMovement(caller, counts);
    return proportionRate(caller, lostFromStart, atStart, "start", options);
  }
  const { atStart, lost } = checkedCounts(caller, counts, ["atStart", "lost"]);
  if (lost > atStart) {
    const advice = 'those who joined and left belong to "start-plus-acquired"';
    throw impossible(caller, ["lost"], `at most atStart (${atStart})`, lost, advice);
  }
  return proportionRate(caller, lost, atStart, "start", options);
}

function overAverage(caller: string, counts: ChurnCounts<"average">, options: RateOptions): Rate {
  const { atStart, lost, atEnd } = isMovement(counts)
    ? checkedMovement(caller, counts)
    : checkedCounts(caller, counts, ["atStart", "lost", "atEnd"]);
  if (lost < atStart - atEnd) {
    throw impossible(caller, ["lost"], `at least atStart − atEnd (${atStart - atEnd})`, lost);
  }
  levelOf(caller, options);
  const average = (atStart + atEnd) / 2;
  const rate = average === 0 ? null : lost / average;
  return { rate, numerator: lost, denominator: average, interval: null, policy: "average" };
}

function withAcquired(
  caller: string,
  counts: ChurnCounts<"start-plus-acquired">,
  options: RateOptions,
): Rate {
  const { atStart, lost, joined } = isMovement(counts)
    ? joinedOf(checkedMovement(caller, counts))
    : joinedOf({ ...checkedCounts(caller, counts, ["atStart", "lost", "acquired"]), reactivated: 0 });
  if (lost > atStart + joined) {
    throw impossible(caller, ["lost"], `at most atStart + acquired (${atStart + joined})`, lost);
  }
  return proportionRate(caller, lost, atStart + joined, "start-plus-acquired", options);
}

/** All who joined: for the first time, or again. */
function joinedOf<C extends { readonly acquired: number; readonly reactivated: number }>(
  counts: C,
): C & { readonly joined: number } {
  return { ...counts, joined: counts.acquired + counts.reactivated };
}
