// The size of two groups and the difference they detect, by metric: each in terms of the other.

import { noncentralTUpperTail } from "../statistics/noncentralT.ts";
import { normalCritical, normalQuantile } from "../statistics/normal.ts";
import { studentTCritical } from "../statistics/studentT.ts";
import { bisected } from "./bisected.ts";
import { withoutBound } from "./planning.ts";

/** How surely a difference is to be detected. */
export interface Sureness {
  /** 1 − level: how often a difference is seen where there is none. */
  readonly alpha: number;
  /** How often a difference is seen that is there. */
  readonly power: number;
}

/** Answers in each group that detect a difference of net shares, on −1…1; not rounded. */
export function netShareSize(difference: number, variance: number, sureness: Sureness): number {
  return 2 * variance * (zOf(sureness) / difference) ** 2 - 3;
}

/** The difference of net shares that n answers in each group detect. */
export function netShareDetectable(n: number, variance: number, sureness: Sureness): number {
  return zOf(sureness) * Math.sqrt((2 * variance) / (n + 3));
}

function zOf({ alpha, power }: Sureness): number {
  return normalCritical(alpha) + normalQuantile(power);
}

/** Answers in each group that detect the change of a share; not rounded. As R's `power.prop.test`. */
export function shareSize(before: number, after: number, { alpha, power }: Sureness): number {
  const pooled = (before + after) * (1 - (before + after) / 2);
  const apart = before * (1 - before) + after * (1 - after);
  const z = normalCritical(alpha) * Math.sqrt(pooled) + normalQuantile(power) * Math.sqrt(apart);
  return (z / (after - before)) ** 2;
}

/**
 * The share nearest to `before`, on the side of `end` (0 or 1), whose difference n answers in each group detect; `null`
 * where not even `end` is detected.
 */
export function shareDetectable(n: number, before: number, end: 0 | 1, sureness: Sureness): number | null {
  if (shareSize(before, end, sureness) > n) return null;
  // The size falls as the share moves away from `before`: both roots are concave in it.
  return bisected(before, end, (after) => shareSize(before, after, sureness) <= n);
}

/** What rounding can take from a power that is just reached; it must not cost an answer. */
const ROUNDING = 1e-12;

/**
 * Answers in each group, 2 or more, that detect a difference of means in standard deviations. As R's `power.t.test`; of
 * so few people, answers are as good as more of a population without bound.
 */
export function meanSize(effect: number, sureness: Sureness, population: number | null): number {
  const normal = 2 * (zOf(sureness) / effect) ** 2;
  // Past 2^53 the caller gives up whatever the number, and t and normal agree.
  if (population === null && normal > Number.MAX_SAFE_INTEGER) return normal;
  const isEnough = (n: number): boolean => {
    const noncentrality = effect * Math.sqrt(withoutBound(n, population) / 2);
    return powerOf(n, noncentrality, sureness.alpha) >= sureness.power * (1 - ROUNDING);
  };
  let low = 1;
  let high = 2;
  while (!isEnough(high)) [low, high] = [high, Math.min(2 * high, population ?? Number.POSITIVE_INFINITY)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** The difference of means, in standard deviations, that n answers in each group detect. */
export function meanDetectable(n: number, { alpha, power }: Sureness, population: number | null): number {
  const isEnough = (noncentrality: number): boolean => powerOf(n, noncentrality, alpha) >= power;
  let high = 1;
  while (!isEnough(high)) high *= 2;
  return bisected(0, high, isEnough) * Math.sqrt(2 / withoutBound(n, population));
}

/** Power of the two-sided t test of two groups of n, without the wrong side's tail. */
function powerOf(n: number, noncentrality: number, alpha: number): number {
  const degreesOfFreedom = 2 * (n - 1);
  return noncentralTUpperTail(studentTCritical(alpha, degreesOfFreedom), degreesOfFreedom, noncentrality);
}
