// Instants as milliseconds since 1970.

import { type Path, refusal } from "../errors.ts";
import type { Instant } from "../records/instant.ts";

/** Milliseconds of an hour. */
export const HOUR = 3_600_000;

/** Milliseconds of a day without a clock change. */
export const DAY = 86_400_000;

/** Milliseconds of a number of days. A third of a day is a whole number of them, but not as a product of doubles. */
export function daysInMilliseconds(days: number): number {
  return Math.round(days * DAY);
}

/** The furthest that ECMAScript dates reach from 1970, in milliseconds. */
const FURTHEST = 8.64e15;

/** The forms that every engine's `Date` reads alike, so that `new Date(text)` of an accepted text is the same moment. */
const ISO =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/;

/** Milliseconds since 1970 of an instant, or `null` where it is none. */
export function epochOrNull(instant: unknown): number | null {
  // Numbers first: they are what rows by the million hold.
  if (typeof instant === "number") return wholeOrNull(instant);
  if (typeof instant === "string") return epochOfText(instant);
  return typeof instant === "object" ? wholeOrNull(epochOfDate(instant)) : null;
}

/** Without its fraction; `null` where no date reaches. */
function wholeOrNull(epoch: number): number | null {
  return Math.abs(epoch) <= FURTHEST ? Math.trunc(epoch) + 0 : null;
}

/** Milliseconds since 1970 of an instant, or a throw naming the argument. */
export function epochOf(caller: string, path: Path, instant: Instant): number {
  const epoch = epochOrNull(instant);
  if (epoch !== null) return epoch;
  const requirement = "a valid Date, epoch milliseconds, or ISO 8601 with an offset (2026-03-09T10:30:00Z)";
  throw refusal(caller, "invalid-instant", path, requirement, instant);
}

/** An instant as a result shows it. */
export function shownInstant(epoch: number): string {
  return new Date(epoch).toISOString();
}

/** Asks the engine, not the prototype chain: a `Date` of another realm is one, a look-alike is none. */
function epochOfDate(value: object | null): number {
  try {
    return Date.prototype.getTime.call(value);
  } catch {
    return Number.NaN;
  }
}

function epochOfText(text: string): number | null {
  // Read in place: for every row of a file, the groups of a match would cost more than all the rest.
  if (!ISO.test(text)) return null;
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)];
  const [hour, minute] = [digits(text, 11, 13), digits(text, 14, 16)];
  const hasSeconds = text[16] === ":";
  const second = hasSeconds ? digits(text, 17, 19) : 0;
  const zone = text.endsWith("Z") ? text.length - 1 : text.length - 6;
  const offset = text.endsWith("Z") ? 0 : offsetFrom(text, zone);
  if (hour > 23 || minute > 59 || second > 59 || Number.isNaN(offset)) return null;
  const midnight = utcMidnight(year, month, day);
  if (midnight === null) return null;
  // Of a fraction the first three digits count, and whatever is missing of them is 0.
  const fraction = hasSeconds && text[19] === "." ? text.slice(20, Math.min(zone, 23)).padEnd(3, "0") : "0";
  return midnight + ((hour * 60 + minute - offset) * 60 + second) * 1000 + Number(fraction);
}

/** The number that the digits from one place of a text to another say. */
function digits(text: string, start: number, end: number): number {
  let value = 0;
  for (let i = start; i < end; i++) value = 10 * value + text.charCodeAt(i) - 48;
  return value;
}

/** The minutes of `+07:00`, NaN where there is no such offset. */
function offsetFrom(text: string, start: number): number {
  const [hours, minutes] = [digits(text, start + 1, start + 3), digits(text, start + 4, start + 6)];
  if (hours > 23 || minutes > 59) return Number.NaN;
  return (text[start] === "-" ? -1 : 1) * (hours * 60 + minutes);
}

/** `null` for a day that the month does not have, which would have moved into the next. */
function utcMidnight(year: number, month: number, day: number): number | null {
  const midnight = new Date(0).setUTCFullYear(year, month - 1, day);
  return day > 28 && new Date(midnight).getUTCDate() !== day ? null : midnight;
}
