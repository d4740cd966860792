// Instants as milliseconds since 1970.

import { refusal } from "../errors.ts";
import type { Instant } from "../records/instant.ts";

/** Milliseconds of a day without a clock change. */
export const DAY = 86_400_000;

/** The furthest that ECMAScript dates reach from 1970, in milliseconds. */
const FURTHEST = 8.64e15;

/** The forms that every engine's `Date` reads alike, so that `new Date(text)` of an accepted text is the same moment. */
const ISO = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d\d):(\d\d))$/;

/** Milliseconds since 1970 of an instant, or `null` where it is none. */
export function epochOrNull(instant: unknown): number | null {
  if (typeof instant === "string") return epochOfText(instant);
  const epoch = typeof instant === "object" ? epochOfDate(instant) : instant;
  return typeof epoch === "number" && Math.abs(epoch) <= FURTHEST ? Math.trunc(epoch) + 0 : null;
}

/** Milliseconds since 1970 of an instant, or a throw naming the argument. */
export function epochOf(caller: string, path: readonly (string | number)[], instant: Instant): number {
  const epoch = epochOrNull(instant);
  if (epoch !== null) return epoch;
  const requirement = "a valid Date, epoch milliseconds, or ISO 8601 with an offset (2026-03-09T10:30:00Z)";
  throw refusal(caller, "invalid-instant", path, requirement, instant);
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
  const match = ISO.exec(text);
  if (match === null) return null;
  const part = (group: number): number => Number(match[group] ?? 0);
  const [year, month, day] = [part(1), part(2), part(3)];
  const [hour, minute, second] = [part(4), part(5), part(6)];
  const [offsetHours, offsetMinutes] = [part(9), part(10)];
  if (hour > 23 || minute > 59 || second > 59 || offsetHours > 23 || offsetMinutes > 59) return null;
  const midnight = new Date(0);
  midnight.setUTCFullYear(year, month - 1, day);
  // A day that the month does not have has moved into the next.
  if (midnight.getUTCMonth() !== month - 1) return null;
  const millisecond = Math.trunc(Number(`0.${match[7] ?? 0}`) * 1000);
  const offset = (match[8] === "-" ? -1 : 1) * (offsetHours * 60 + offsetMinutes);
  return midnight.getTime() + ((hour * 60 + minute - offset) * 60 + second) * 1000 + millisecond;
}
