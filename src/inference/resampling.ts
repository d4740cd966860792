// Resampling a tally: as many answers again, drawn from its own with replacement.

import { refusal, requireFunction } from "../errors.ts";
import { binomialSample } from "../statistics/binomialSample.ts";
import type { Tally } from "../survey/tally.ts";

const UNIFORM = "a source of uniform random numbers from 0 to below 1";

/** The random source, each of whose numbers is looked at; or a throw where it is none. */
export function checkedRandom(caller: string, random: unknown): () => number {
  requireFunction(caller, ["random"], random);
  return () => {
    const number = (random as () => unknown)();
    if (typeof number === "number" && number >= 0 && number < 1) return number;
    throw refusal(caller, "invalid-argument", ["random"], UNIFORM, number);
  };
}

/**
 * The counts of as many answers, drawn with replacement: a multinomial sample, cell by cell, each binomial given those
 * before it. Takes as long for a billion answers as for a hundred.
 *
 * Source: L. Devroye, "Non-Uniform Random Variate Generation" (1986), section XI.1.
 */
export function resampled(caller: string, tally: Tally, n: number, random: () => number): Tally {
  let [toDraw, notPassed] = [n, n];
  const counts = tally.counts.map((count) => {
    // Where this cell has all that is left, nothing is left to chance.
    const drawn = count === notPassed ? toDraw : binomialSample(toDraw, count / notPassed, random);
    if (drawn === null) throw refusal(caller, "invalid-argument", ["random"], UNIFORM, random);
    toDraw -= drawn;
    notPassed -= count;
    return drawn;
  });
  return { scale: tally.scale, counts, missing: tally.missing };
}

/** A tally without one answer of a cell. */
export function withoutOne(tally: Tally, cell: number): Tally {
  return { ...tally, counts: tally.counts.map((count, i) => (i === cell ? count - 1 : count)) };
}
