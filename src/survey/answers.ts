// What a scorer was given, made into one tally on one known scale.

import { refusal, requireObject } from "../errors.ts";
import { foldRatings } from "./fold.ts";
import { checkedScale, type Scale, sameScale, scaleMismatch } from "./scale.ts";
import { type Answers, checkedTally, isTally, type Tally } from "./tally.ts";

/**
 * The tally of the answers. A tally brings its own scale, which a `scale` option must not contradict; bare
 * ratings are on the `scale` option's, or else on the metric's usual one. A metric that has none needs the option.
 */
export function tallyOf(caller: string, answers: Answers, scale: Scale | undefined, usual?: Scale): Tally {
  const wanted = scale === undefined ? undefined : checkedScale(caller, scale);
  // Text is iterable; it goes on, to be refused for the text that it yields.
  if ((typeof answers !== "object" && typeof answers !== "string") || answers === null) {
    throw refusal(caller, "invalid-argument", ["answers"], "an array, another iterable or a tally", answers);
  }
  if (!isTally(answers)) return foldRatings(caller, answers, wanted ?? checkedScale(caller, usual));
  const tally = checkedTally(caller, answers);
  if (wanted !== undefined && !sameScale(wanted, tally.scale))
    throw scaleMismatch(caller, wanted, tally.scale);
  return tally;
}

/** Options of a scorer, checked to be an object where any were given. */
export function checkedOptions<T extends object>(caller: string, options: T): T {
  requireObject(caller, "options", options);
  return options;
}
