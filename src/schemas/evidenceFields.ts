// Fields that the evidence about relationships is made of: words, figures, lists, and instants in order.

import * as z from "zod";
import type { Instant } from "../records/instant.ts";
import { epochOrNull } from "../time/epoch.ts";
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

/** Whether neither instant is missing and the second comes before the first. */
export function isBefore(later: Instant | null | undefined, earlier: Instant | null | undefined): boolean {
  const [from, to] = [epochOrNull(earlier), epochOrNull(later)];
  return from !== null && to !== null && to < from;
}
