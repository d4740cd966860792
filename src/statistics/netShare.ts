// Confidence limits of a net share, top minus bottom, of answers in three classes.

import type { Limits } from "./interval.ts";
import { normalCritical } from "./normal.ts";

/**
 * How the interval of a net share is made.
 *
 * - `adjusted-wald`: Wald after adding ¾, 1½ and ¾ pseudo-answers to bottom, middle and top; close to its nominal
 *   level from small n on
 * - `score`: all differences that a score test would not reject; at small n rather too wide than too narrow unless
 *   nearly all agree, and never a point
 * - `wald`: estimate ± z standard errors; too narrow at small n, and a point when all agree. For comparison
 */
export type NetShareMethod = "adjusted-wald" | "score" | "wald";

export const NET_SHARE_METHODS: readonly NetShareMethod[] = ["adjusted-wald", "score", "wald"];

/** How many answers stand in each of the three classes. Not whole where weights made an effective n. */
export interface ThreeClasses {
  readonly bottom: number;
  readonly middle: number;
  readonly top: number;
}

/**
 * Limits on −1…1 for top minus bottom.
 *
 * Sources: variance as in Rocks, "Interval Estimation for the Net Promoter Score", The American Statistician 70
 * (2016); adjusted Wald as published for this score by Sauro & Lewis (MeasuringU); score interval for
 * the difference of two multinomial shares after Tango, Statistics in Medicine 17 (1998), and May & Johnson,
 * Statistics in Medicine 16 (1997).
 *
 * @param classes - none negative, not all zero
 * @param alpha - 1 − level
 */
export function netShareLimits(method: NetShareMethod, classes: ThreeClasses, alpha: number): Limits {
  const z = normalCritical(alpha);
  switch (method) {
    case "adjusted-wald":
      return waldLimits(adjustedClasses(classes), z);
    case "wald":
      return waldLimits(classes, z);
    case "score":
      // The upper limit of top − bottom is the lower limit of bottom − top, mirrored.
      return {
        low: scoreLow(classes, z),
        high: -scoreLow({ bottom: classes.top, middle: classes.middle, top: classes.bottom }, z),
      };
  }
}

/** The classes with the ¾, 1½ and ¾ pseudo-answers of the adjusted Wald interval. */
export function adjustedClasses({ bottom, middle, top }: ThreeClasses): ThreeClasses {
  return { bottom: bottom + 0.75, middle: middle + 1.5, top: top + 0.75 };
}

/** A net share on −1…1, and the squared standard error that the Wald interval takes. */
export interface NetShareEstimate {
  readonly net: number;
  readonly squaredError: number;
}

/** Top minus bottom with its squared standard error. */
export function netShareEstimate({ bottom, middle, top }: ThreeClasses): NetShareEstimate {
  const n = bottom + middle + top;
  const net = (top - bottom) / n;
  // Σ share × (value − net)²: unlike E[v²] − net² it loses no digits when nearly all agree.
  const variance = (bottom * (-1 - net) ** 2 + middle * net ** 2 + top * (1 - net) ** 2) / n;
  return { net, squaredError: variance / n };
}

/**
 * How many standard errors, as the score test has them, the net share lies above `delta`, a net share on −1…1.
 * Infinite where `delta` is −1 or 1 and not all answers are on that end, and NaN where they all are.
 */
export function netShareScore(classes: ThreeClasses, delta: number): number {
  const { bottom, middle, top } = classes;
  const n = bottom + middle + top;
  return (top - bottom - n * delta) / Math.sqrt(n * scoreVariance(bottom, top, n, delta));
}

function waldLimits(classes: ThreeClasses, z: number): Limits {
  const { net, squaredError } = netShareEstimate(classes);
  const margin = z * Math.sqrt(squaredError);
  return { low: net - margin, high: net + margin };
}

/**
 * The smallest Δ that the score test keeps: where (top − bottom − nΔ) ÷ √(n(2q + Δ(1 − Δ))) = z.
 *
 * The excess over z falls as Δ rises, from above 0 at −1 to below 0 at the estimate; halving the bracket until
 * no double lies inside solves it to machine precision, in at most about 1,100 steps whatever the input.
 */
function scoreLow({ bottom, middle, top }: ThreeClasses, z: number): number {
  const n = bottom + middle + top;
  let low = -1;
  let high = (top - bottom) / n;
  for (;;) {
    const middleOfBracket = low + (high - low) / 2;
    if (middleOfBracket <= low || middleOfBracket >= high) return low;
    const deviation = top - bottom - n * middleOfBracket;
    const standardError = Math.sqrt(n * scoreVariance(bottom, top, n, middleOfBracket));
    if (deviation > z * standardError) low = middleOfBracket;
    else high = middleOfBracket;
  }
}

/** Variance of one answer where the net share is `delta` and the bottom share q fits the answers best. */
function scoreVariance(bottom: number, top: number, n: number, delta: number): number {
  // The mirror image has the same variance, and with `delta` not negative no sum below cancels.
  if (delta < 0) return scoreVariance(top, bottom, n, -delta);
  const b = (2 * n - top + bottom) * delta - top - bottom;
  const c = bottom * delta * (1 - delta);
  const root = Math.sqrt(b * b + 8 * n * c);
  // Of the two forms of a quadratic's root, the one that adds numbers of one sign.
  const q = b > 0 ? (2 * c) / (root + b) : (root - b) / (4 * n);
  return 2 * q + delta * (1 - delta);
}
