// What is wrong with the outcome of an exercise, by itself.

import { isDeepStrictEqual } from "node:util";
import { type Extent, entriesOf, valuesOf } from "../support/exerciseBundles.ts";
import { compared } from "../support/snippets.ts";
import type { Outcome } from "./exercise.ts";
import { plain } from "./recorder.ts";

/** Examples that failed or yielded something else than they say. */
export function flawsOfExamples({ promised, failures }: Outcome): string[] {
  const broken = promised.flatMap(({ place, line, actual, kind, literal }) => {
    const { actual: shown, expected } = compared(actual, kind, literal);
    if (isDeepStrictEqual(shown, plain(expected))) return [];
    return [`${place}: ${line} yields ${JSON.stringify(shown)} instead of ${literal}`];
  });
  return [...failures, ...broken];
}

/** Golden numbers that were not met. */
export function flawsOfGolden({ golden: { held, failures } }: Outcome): readonly string[] {
  return held + failures.length === 0 ? ["none were tried"] : failures;
}

/** Public functions and schemas that nothing used. */
export function flawsOfUse({ used }: Outcome, extent: Extent): string[] {
  return entriesOf(extent)
    .flatMap(valuesOf)
    .filter((name) => /^[a-z]/.test(name) && !used.includes(name))
    .map((name) => `${name} was not used`);
}
