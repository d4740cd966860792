// How long a party is left alone: the quiet period after an invitation, and the cap per quarter.

import { refusal } from "../errors.ts";
import { DAY, daysInMilliseconds } from "../time/epoch.ts";
import { firstDayAfter } from "../time/periodArithmetic.ts";
import { isKeyYear, type Period } from "../time/periodKey.ts";
import { firstInstantFrom, offsetAt } from "../time/zone.ts";
import type { ReadInvitation } from "./readParty.ts";
import type { SurveyPolicy } from "./surveyPolicy.ts";

/** Until when there may be no invitation, in epoch milliseconds; −Infinity where nothing stands against one. */
export interface Limits {
  readonly quietUntil: number;
  readonly capUntil: number;
}

type Sent = Pick<ReadInvitation, "at" | "unanswered">;

/** Days that the cap looks back where a quarter is no calendar quarter. */
const ROLLING_QUARTER = 90;

/** Until when a party that was sent these invitations, none after `asOf`, is left alone. */
export function limitsAfter(
  caller: string,
  sent: readonly Sent[],
  policy: SurveyPolicy,
  asOf: number,
): Limits {
  const quiet = daysInMilliseconds(policy.quietDays);
  const quietUnanswered = daysInMilliseconds(policy.quietDaysUnanswered);
  const quietUntil = sent.reduce(
    (until, { at, unanswered }) => Math.max(until, at + (unanswered ? quietUnanswered : quiet)),
    Number.NEGATIVE_INFINITY,
  );
  const latestFirst = sent.map(({ at }) => at).sort((a, b) => b - a);
  // The last one that there was room for, counted back from now.
  const last = latestFirst[policy.maxPerQuarter - 1] ?? Number.NEGATIVE_INFINITY;
  if (policy.quarter === "rolling") return { quietUntil, capUntil: last + ROLLING_QUARTER * DAY };
  const { start, end } = calendarQuarter(caller, policy.timeZone, asOf);
  return { quietUntil, capUntil: last >= start ? end : Number.NEGATIVE_INFINITY };
}

/** The quarter that an instant falls in: from `start` on, and before `end`. */
function calendarQuarter(
  caller: string,
  timeZone: string,
  asOf: number,
): { readonly start: number; readonly end: number } {
  if (![asOf - DAY, asOf + DAY].every((day) => isKeyYear(new Date(day).getUTCFullYear()))) {
    throw refusal(
      caller,
      "invalid-instant",
      ["asOf"],
      "in the years 1 to 9999 for quarters of the calendar",
      asOf,
    );
  }
  const local = new Date(asOf + offsetAt(caller, timeZone, asOf));
  const quarter: Period = { unit: "quarter", firstDay: quarterStart(local) };
  const bound = (by: number): number => firstInstantFrom(caller, timeZone, firstDayAfter(quarter, by));
  // Where clocks went back over the end of a quarter, the next one has begun although the calendar says otherwise.
  const by = bound(1) <= asOf ? 1 : 0;
  return { start: bound(by), end: bound(by + 1) };
}

function quarterStart(local: Date): number {
  const month = local.getUTCMonth();
  return new Date(0).setUTCFullYear(local.getUTCFullYear(), month - (month % 3), 1);
}
