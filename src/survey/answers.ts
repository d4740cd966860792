// What a scorer was given, made into one tally on one known scale.

import { refusal } from "../errors.ts";
import { foldRatings } from "./fold.ts";
import { checkedScale, type Scale, sameScale, scaleMismatch } from "./scale.ts";
import { type Answers, checkedTally, isTally, type Tally } from "./tally.ts";

/**
 * The tally of the answers. A tally brings its own scale, which a `scale` option must not contradict; bare
 * ratings are on the `scale` option's, or else on the metric's usual one. A metric that has none needs the option.
 */
export function tallyOf(caller: string, answers: Answers, scale: Scale | undefined, usual?: Scale): Tally {
  const wanted = scale === undefined ? undefined : checkedScale(caller, scale);
  const usable =
    typeof answers === "object" && answers !== null && (!isTally(answers) || "counts" in answers);
  if (!usable) {
    throw refusal(caller, "invalid-argument", ["answers"], "an array, another iterable or a tally", answers);
  }
  if (!isTally(answers)) return foldRatings(caller, answers, wanted ?? checkedScale(caller, usual));
  const tally = checkedTally(caller, answers);
  if (wanted !== undefined && !sameScale(wanted, tally.scale)) {
    throw scaleMismatch(caller, ["answers"], wanted, tally.scale);
  }
  return tally;
}
