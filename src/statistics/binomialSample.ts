// Random binomial counts, in a time that does not grow with the number of trials.

import { log1pMinusArgument } from "./cancellation.ts";
import { stirlingError } from "./gamma.ts";

/** Below so many expected successes counting them off takes fewer steps than rejection. */
const REJECT_FROM = 10;

/** Probabilities below this are less than the distance between two random numbers. */
const NEGLIGIBLE = 1e-18;

/** Fewer than half of the tries are rejected, so that a hundred in succession come from no random source. */
const MOST_TRIES = 100;

/**
 * How many of `trials` succeed, drawn at random; exactly binomial, up to the grain of the random numbers.
 *
 * Below ten expected successes by inversion, counting the probabilities off from 0 successes; from ten on by transformed
 * rejection, algorithm BTRS of W. Hörmann, "The Generation of Binomial Random Variates", Journal of Statistical
 * Computation and Simulation 46 (1993). Either takes a bounded number of steps, whatever the number of trials.
 *
 * @param trials - a whole number from 0 up; callers see to it
 * @param probability - of one success, 0…1; callers see to it
 * @param random - uniform numbers from 0 to below 1; callers see to it
 * @returns the count, or `null` where the numbers are no random ones, so that no try was accepted
 */
export function binomialSample(trials: number, probability: number, random: () => number): number | null {
  if (probability > 0.5) {
    // Above a half, 1 − p is exact in doubles.
    const failures = binomialSample(trials, 1 - probability, random);
    return failures === null ? null : trials - failures;
  }
  return trials * probability < REJECT_FROM
    ? countedOff(trials, probability, random())
    : rejected(trials, probability, random);
}

/** The largest count that at most a share `place` of the distribution lies below. */
function countedOff(trials: number, probability: number, place: number): number {
  const odds = probability / (1 - probability);
  let count = 0;
  let mass = Math.exp(trials * Math.log1p(-probability));
  let rest = place;
  while (rest >= mass) {
    rest -= mass;
    mass *= ((trials - count) / (count + 1)) * odds;
    // What is left of the place is rounding.
    if (mass < NEGLIGIBLE) break;
    count++;
  }
  return count;
}

/** The constants are those of Hörmann's table-mountain hat; names in comments are his. */
function rejected(trials: number, probability: number, random: () => number): number | null {
  const spread = Math.sqrt(trials * probability * (1 - probability));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * probability;
  const c = trials * probability + 0.5;
  // v_r: below it every try in the middle of the hat is accepted without a look at the distribution.
  const alwaysBelow = 0.92 - 4.2 / b;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const v = random();
    const u = random() - 0.5;
    const fromEdge = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / fromEdge + b) * u + c);
    if (fromEdge >= 0.07 && v <= alwaysBelow) return count;
    if (!(count >= 0 && count <= trials)) continue;
    const alpha = (2.83 + 5.1 / b) * spread;
    const height = (v * alpha) / (a / (fromEdge * fromEdge) + b);
    if (Math.log(height) <= logRelativeMass(count, trials, probability)) return count;
  }
  return null;
}

/** log of the probability of a count over that of the likeliest one. */
function logRelativeMass(count: number, trials: number, probability: number): number {
  const mode = Math.floor((trials + 1) * probability);
  return logMass(count, trials, probability) - logMass(mode, trials, probability);
}

/**
 * log of the binomial probability, less what does not depend on the count: C. Loader, "Fast and Accurate Computation of
 * Binomial Probabilities" (2000), where nothing cancels however many trials there are.
 */
function logMass(count: number, trials: number, probability: number): number {
  return partOf(count, trials * probability) + partOf(trials - count, trials * (1 - probability));
}

/** What one of the two outcomes contributes: its root, its Stirling error and its deviance; 0 outcomes by their limit. */
function partOf(count: number, expected: number): number {
  if (count === 0) return HALF_LOG_TWO_PI - expected;
  return count * log1pMinusArgument((expected - count) / count) - stirlingError(count) - Math.log(count) / 2;
}

const HALF_LOG_TWO_PI = 0.9189385332046728;
