// Where the limits of a bootstrap interval are read off its resamples.

import type { Limits } from "../statistics/interval.ts";
import { quantile } from "../statistics/moments.ts";
import { normalCdf, normalCritical, normalQuantile } from "../statistics/normal.ts";

/** What `"bca"` corrects the shares by; `null` where it cannot be told. */
export interface BootstrapCorrections {
  readonly biasCorrection: number | null;
  readonly acceleration: number | null;
}

/** The limits at the level's own shares of the resamples. */
export function percentileLimits(sorted: Float64Array, alpha: number): Limits {
  return limitsAt(sorted, [alpha / 2, 1 - alpha / 2]);
}

/** The limits at corrected shares: Efron & Tibshirani (1993), formula 14.10; `null` where those do not exist. */
export function bcaLimits(
  sorted: Float64Array,
  { biasCorrection, acceleration }: BootstrapCorrections,
  alpha: number,
): Limits | null {
  if (biasCorrection === null || acceleration === null) return null;
  const z = normalCritical(alpha);
  const [low, high] = [biasCorrection - z, biasCorrection + z];
  // Past its pole the correction would turn the limits over.
  if (acceleration * low >= 1 || acceleration * high >= 1) return null;
  const shareAt = (place: number): number => normalCdf(biasCorrection + place / (1 - acceleration * place));
  return limitsAt(sorted, [shareAt(low), shareAt(high)]);
}

function limitsAt(sorted: Float64Array, [low, high]: readonly [number, number]): Limits {
  return { low: quantile(sorted, low) as number, high: quantile(sorted, high) as number };
}

/** The normal quantile of the share of resamples below the estimate; `null` where that is none or all. */
export function biasCorrectionOf(values: Float64Array, estimate: number): number | null {
  let below = 0;
  for (const value of values) below += value < estimate ? 1 : value === estimate ? 0.5 : 0;
  const share = below / values.length;
  return share > 0 && share < 1 ? normalQuantile(share) : null;
}

/** A value of the statistic without one answer, and how many answers would each leave it so. */
export interface JackknifeValue {
  readonly value: number;
  readonly count: number;
}

/** A sixth of the skewness of the jackknife's influences: Efron & Tibshirani (1993), formula 14.15; `null` without spread. */
export function accelerationOf(values: readonly JackknifeValue[]): number | null {
  let [n, sum] = [0, 0];
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { value, count } of values) {
    n += count;
    sum += count * value;
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
  }
  if (lowest >= highest) return null;
  const mean = sum / n;
  const spread = Math.sqrt(
    values.reduce((squares, { value, count }) => squares + count * (mean - value) ** 2, 0),
  );
  return values.reduce((cubes, { value, count }) => cubes + count * ((mean - value) / spread) ** 3, 0) / 6;
}
