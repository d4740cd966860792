// Rates: one count over another, with the policy that chose them.

import { checkedOptions } from "../errors.ts";
import { checkedLevel, type Interval, intervalOf } from "./interval.ts";
import { wilsonLimits } from "./proportion.ts";

/**
 * A rate with everything needed to check it: what was counted over what, and by which rule.
 */
export interface Rate {
  /** `numerator ÷ denominator`, a proportion; `null` where the denominator is 0. */
  readonly rate: number | null;
  /** What was counted. */
  readonly numerator: number;
  /** Out of how many. */
  readonly denominator: number;
  /** Wilson interval of the proportion; `null` over nobody, and where the policy's rate is no proportion. */
  readonly interval: Interval | null;
  /** The rule by name, where practitioners use several. */
  readonly policy: string;
}

/** Options that all rates have. */
export interface RateOptions {
  /**
   * Confidence level, strictly between 0 and 1.
   * @defaultValue 0.95
   */
  readonly level?: number | undefined;
}

/** The level that a rate's options ask for. */
export function levelOf(caller: string, options: RateOptions): number {
  return checkedLevel(caller, checkedOptions(caller, options, ["level"]).level);
}

/** A rate that is a proportion: each of the denominator's members is either in the numerator or not. */
export function proportionRate(
  caller: string,
  numerator: number,
  denominator: number,
  policy: string,
  options: RateOptions,
): Rate {
  const level = levelOf(caller, options);
  if (denominator === 0) return { rate: null, numerator, denominator, interval: null, policy };
  const limits = wilsonLimits(numerator, denominator, 1 - level);
  const interval = intervalOf(limits, { low: 0, high: 1 }, level, "wilson");
  return { rate: numerator / denominator, numerator, denominator, interval, policy };
}
