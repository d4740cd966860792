// Zod schemas of the fields that records of several kinds have.

import * as z from "zod";
import type { Identifier } from "../records/identifier.ts";
import type { Instant } from "../records/instant.ts";
import { DAY, epochOrNull } from "../time/epoch.ts";
import { isKeyYear } from "../time/periodKey.ts";
import { instant } from "./instant.ts";
import { inWords, wording } from "./wording.ts";

/** Database keys are numbers as often as text. */
export const identifierOrMissing: z.ZodType<Identifier | null | undefined> = /* @__PURE__ */ z
  .union([z.string(), z.number()], /* @__PURE__ */ wording("text, a number or missing"))
  .nullish();

export const textOrMissing: z.ZodType<string | null | undefined> = /* @__PURE__ */ z
  .string(/* @__PURE__ */ wording("text or missing"))
  .nullish();

/** What a record cannot do without: nobody is called by nothing. */
export const identifier: z.ZodType<Identifier> = /* @__PURE__ */ z.custom<Identifier>(
  (value) => (typeof value === "string" ? value.trim() !== "" : Number.isFinite(value)),
  /* @__PURE__ */ wording("text that is not blank or a number", (value) =>
    typeof value === "string" ? "blank text" : inWords(value),
  ),
);

/** When a record begins. Cohorts and durations need a year that periods have keys for, in whatever zone. */
export const beginning: z.ZodType<Instant> = /* @__PURE__ */ instant.refine(hasKeysInEveryZone, {
  error: "must be in the years 1 to 9999 of every time zone, got an instant outside them",
});

/** No zone's clock is a day from UTC. */
function hasKeysInEveryZone(at: Instant): boolean {
  const epoch = epochOrNull(at) as number;
  return [epoch - DAY, epoch + DAY].every((day) => isKeyYear(new Date(day).getUTCFullYear()));
}

export const instantOrMissing: z.ZodType<Instant | null | undefined> = /* @__PURE__ */ instant.nullish();

/** The arguments of a refinement that refuses a record in which one instant comes before another that cannot be later. */
export function notBefore<R>(
  later: keyof R & string,
  earlier: keyof R & string,
): [(record: R) => boolean, { readonly path: string[]; readonly error: string }] {
  const isInOrder = (record: R): boolean => {
    const [from, to] = [epochOrNull(record[earlier]), epochOrNull(record[later])];
    return from === null || to === null || from <= to;
  };
  return [isInOrder, { path: [later], error: `must be ${earlier} or later, got an earlier instant` }];
}

/** An amount of money. */
export const amount: z.ZodType<number> = /* @__PURE__ */ amountSchema();

function amountSchema(): z.ZodType<number> {
  const fromZeroUp = wording("a finite number from 0 up");
  return z.number(fromZeroUp).min(0, fromZeroUp);
}

/** A count that may not be known. */
export function countFrom(least: number): z.ZodType<number | null | undefined> {
  const wholeNumber = wording(`a whole number from ${least} up or missing`);
  return z.int(wholeNumber).min(least, wholeNumber).nullish();
}

export const flagOrMissing: z.ZodType<boolean | null | undefined> = /* @__PURE__ */ z
  .boolean(/* @__PURE__ */ wording("true, false or missing"))
  .nullish();
