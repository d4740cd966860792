// What the laws of the distributions are tried on.

import fc from "fast-check";

/** A positive number, with every order of magnitude from 10^`low` to 10^`high` equally likely. */
export function anyMagnitude(low: number, high: number): fc.Arbitrary<number> {
  return fc.double({ min: low, max: high, noNaN: true }).map((exponent) => 10 ** exponent);
}

/** A probability between 1e-300 and 1: half of them deep in the tail. */
export const tailProbability: fc.Arbitrary<number> = fc.oneof(
  anyMagnitude(-300, -0.01),
  fc.double({ min: 0.001, max: 0.999, noNaN: true }),
);

/** A parameter of the beta distribution: any size, or around where its methods change over. */
export const betaParameter: fc.Arbitrary<number> = fc.oneof(
  anyMagnitude(-0.3, 12),
  fc.double({ min: 9e3, max: 1.1e4, noNaN: true }),
  fc.integer({ min: 1, max: 100 }).map((count) => count / 2),
);

/** Degrees of freedom, whole or not, up to where t becomes normal. */
export const degreesOfFreedom: fc.Arbitrary<number> = fc.oneof(
  anyMagnitude(-1, 21),
  fc.integer({ min: 1, max: 200 }),
  fc.double({ min: 0.1, max: 30, noNaN: true }),
);
