// Rounding for display. Nothing in this package rounds a result.

import { refusal } from "../errors.ts";

/**
 * Rounds a number for display: to a number of decimals, halves away from zero (2.5 to 3, −2.5 to −3).
 *
 * `Math.round` takes −2.5 to −2, so that a score and its mirror image would be shown with different figures. A half
 * is what the number's shortest decimal form says: 1.005 to two decimals is 1.01, although the double lies
 * just below it. Round the score, not its parts: 2 promoters and 1 detractor of 6 are 17, where 33 − 17 is 16.
 *
 * `null`, the score of no answers, stays `null`. The result is never −0.
 *
 * @param value - any finite number, or `null`
 * @param decimals - how many decimals to keep, 0 to 15
 * @throws {@link CxMetricsError} `invalid-argument` for a value that is not finite or a wrong number of decimals
 *
 * @example
 * ```ts
 * import { nps, roundHalfAwayFromZero } from "cx-metrics";
 *
 * roundHalfAwayFromZero(-2.5); // → -3
 * roundHalfAwayFromZero(nps([10, 9, 6]).score, 1); // → 33.3
 * ```
 */
export function roundHalfAwayFromZero<V extends number | null>(
  value: V,
  decimals = 0,
): V extends null ? null : number {
  const caller = "roundHalfAwayFromZero";
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 15) {
    throw refusal(caller, "invalid-argument", ["decimals"], "an integer from 0 to 15", decimals);
  }
  if (value !== null && !Number.isFinite(value)) {
    throw refusal(caller, "invalid-argument", ["value"], "a finite number or null", value);
  }
  return (value === null ? null : roundNumber(value, decimals)) as V extends null ? null : number;
}

/** Rounds the number's own shortest digits, which arithmetic on the double would disturb. */
function roundNumber(value: number, decimals: number): number {
  const [mantissa, exponent] = Math.abs(value).toExponential().split("e") as [string, string];
  const digits = mantissa.replace(".", "");
  const kept = Number(exponent) + 1 + decimals;
  if (kept >= digits.length) return value + 0;
  const up = digits.charAt(kept) >= "5";
  const whole = BigInt(digits.slice(0, Math.max(kept, 0))) + (up ? 1n : 0n);
  return Math.sign(value) * Number(`${whole}e${-decimals}`) + 0;
}
