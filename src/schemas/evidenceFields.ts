// Fields that the evidence about relationships is made of: words, figures and lists.

import * as z from "zod";
import { wording } from "./wording.ts";

/** One of the words. */
export function word<W extends string>(
  words: readonly W[],
  orMissing: "" | " or missing" = "",
): z.ZodType<W> {
  const list = words.map((choice) => `"${choice}"`).join(" or ");
  return z.custom<W>((value) => words.includes(value as W), wording(`${list}${orMissing}`));
}

/** One of the words, or missing. */
export function wordOrMissing<W extends string>(words: readonly W[]): z.ZodType<W | null | undefined> {
  return word(words, " or missing").nullish();
}

/** A figure that may not be known. */
export function figureOrMissing(lowest: number, highest: number): z.ZodType<number | null | undefined> {
  const range = highest > 1e9 ? `${lowest} up` : `${lowest} to ${highest}`;
  const within = wording(`a number from ${range} or missing`);
  return z.number(within).min(lowest, within).max(highest, within).nullish();
}

/** A list that may not be known. */
export function listOrMissing<T>(items: z.ZodType<T>): z.ZodType<readonly T[] | null | undefined> {
  return z.array(items, wording("an array or missing")).nullish();
}
