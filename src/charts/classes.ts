// Classes of answers: which ratings are good, which bad, and how many answers each class has.

import { type Path, refusal } from "../errors.ts";
import { numberAt, objectAt } from "./input.ts";
import { type ReadTally, tallyAt } from "./readScore.ts";
import type { Words } from "./words.ts";

/** How good it is to be in a class. */
export type Quality = "good" | "neutral" | "bad";

/** A class of answers. */
export interface AnswerClass {
  readonly name: string;
  readonly quality: Quality;
  /** Its share of the answers; `null` where there are none. */
  readonly share: number | null;
  /** Its ratings. */
  readonly from: number;
  readonly to: number;
}

type Given = Readonly<Record<string, unknown>>;

/** The classes of a score that has been checked, from the lowest ratings up, with its tally. */
export function classesAt(
  caller: string,
  words: Words,
  path: Path,
  score: Given,
): { readonly tally: ReadTally; readonly classes: readonly AnswerClass[] } {
  const tally = tallyAt(caller, path, score);
  const total = tally.weights.reduce((sum, weight) => sum + weight, 0);
  const { min, max } = tally.scale;
  const classes = cutsAt(caller, words, path, score, tally).filter(({ from, to }) => from <= to);
  return {
    tally,
    classes: classes.map(({ from, to, ...named }) => {
      const within = tally.weights.slice(Math.max(from, min) - min, Math.min(to, max) - min + 1);
      const weight = within.reduce((sum, cell) => sum + cell, 0);
      return { ...named, from, to, share: total === 0 ? null : weight / total };
    }),
  };
}

type Cut = Omit<AnswerClass, "share">;

function cutsAt(
  caller: string,
  { labels }: Words,
  path: Path,
  score: Given,
  { scale: { min, max } }: ReadTally,
): readonly Cut[] {
  const cut = (place: Path, value: unknown): number => {
    const rating = numberAt(caller, [...path, ...place], value);
    if (Number.isInteger(rating) && rating >= min && rating <= max) return rating;
    throw refusal(caller, "invalid-argument", [...path, ...place], "a rating on the scale", value);
  };
  const three = (bottom: number, top: number, names: readonly [string, string, string], isGood = true) => {
    const [low, high]: readonly Quality[] = isGood ? ["bad", "good"] : ["good", "bad"];
    return [
      { name: names[0], quality: low as Quality, from: min, to: bottom },
      { name: names[1], quality: "neutral" as const, from: bottom + 1, to: top - 1 },
      { name: names[2], quality: high as Quality, from: top, to: max },
    ];
  };
  const two = (top: number, names: readonly [string, string]): readonly Cut[] => [
    { name: names[0], quality: "neutral", from: min, to: top - 1 },
    { name: names[1], quality: "good", from: top, to: max },
  ];
  switch (score["metric"]) {
    case "nps": {
      const { passive, promoter } = objectAt(caller, [...path, "bands"], score["bands"]);
      const names = [labels.detractors, labels.passives, labels.promoters] as const;
      return three(cut(["bands", "passive"], passive) - 1, cut(["bands", "promoter"], promoter), names);
    }
    case "net-score": {
      const { top, bottom } = objectAt(caller, [...path, "bands"], score["bands"]);
      const names = [labels.bottom, labels.middle, labels.top] as const;
      return three(cut(["bands", "bottom"], bottom), cut(["bands", "top"], top), names);
    }
    case "csat":
      return two(cut(["satisfiedFrom"], score["satisfiedFrom"]), [labels.notSatisfied, labels.satisfied]);
    case "top-box":
      return two(cut(["from"], score["from"]), [labels.otherAnswers, labels.top]);
    default: {
      const side = Math.floor((max - min + 1) / 2);
      const higher = score["direction"] === "higher-is-easier";
      const [low, high] = higher ? [labels.difficult, labels.easy] : [labels.easy, labels.difficult];
      return three(min + side - 1, max - side + 1, [low, labels.neitherEasyNorDifficult, high], higher);
    }
  }
}
