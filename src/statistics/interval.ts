// The confidence interval that every result carries.

import { requireLevel } from "../errors.ts";

/**
 * A two-sided confidence interval.
 *
 * In the unit of the figure that it belongs to, and clamped to the range which that figure can take.
 */
export interface Interval {
  /** Lower limit. */
  readonly low: number;
  /** Upper limit. */
  readonly high: number;
  /** Confidence level, strictly between 0 and 1. */
  readonly level: number;
  /** The method by name, such as `"wilson"`. */
  readonly method: string;
}

/** The level asked for, or 0.95. */
export function checkedLevel(caller: string, level: number | undefined): number {
  if (level === undefined) return 0.95;
  requireLevel(caller, level);
  return level;
}

/** Two limits in a figure's own unit. */
export interface Limits {
  readonly low: number;
  readonly high: number;
}

/** Limits clamped to the range of the figure, with the level and method they were made by. */
export function intervalOf(limits: Limits, range: Limits, level: number, method: string): Interval {
  return { ...clamped(limits, range), level, method };
}

/** Limits clamped to a range. */
export function clamped({ low, high }: Limits, range: Limits): Limits {
  return { low: clamp(low, range), high: clamp(high, range) };
}

function clamp(value: number, range: Limits): number {
  // Adding 0 turns −0 into 0.
  return Math.min(Math.max(value, range.low), range.high) + 0;
}
