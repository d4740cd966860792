// Moments as options take them: an instant, or a period that begins there.

import { refusal, refusalInWords } from "../errors.ts";
import type { Instant } from "../records/instant.ts";
import type { Calendar } from "./calendar.ts";
import { epochOrNull } from "./epoch.ts";
import { checkedPeriod, isWrittenLikeKey, type PeriodKey } from "./periodKey.ts";
import { firstInstantFrom } from "./zone.ts";

/**
 * A moment: an instant, or the key of a period, which stands for the instant at which the period begins in the zone of
 * the call. `"2026-03"` is the first midnight of March there.
 */
export type Moment = Instant | PeriodKey;

/** Milliseconds since 1970 of a moment, or a throw naming the argument. */
export function epochOfMoment(caller: string, name: string, moment: Moment, calendar: Calendar): number {
  if (isWrittenLikeKey(moment)) {
    const { firstDay } = checkedPeriod(caller, [name], moment, calendar.weekStartsOn);
    return firstInstantFrom(caller, calendar.timeZone, firstDay);
  }
  const epoch = epochOrNull(moment);
  if (epoch !== null) return epoch;
  const requirement =
    "a valid Date, epoch milliseconds, ISO 8601 with an offset (2026-03-09T10:30:00Z) or a period (2026-03)";
  throw refusal(caller, "invalid-instant", [name], requirement, moment);
}

/** Throws where both ends of a range are one period: the second is excluded, so that January to January is no time. */
export function requireTwoPeriods(caller: string, from: Moment, to: Moment): void {
  if (from !== to || !isWrittenLikeKey(to)) return;
  const requirement = "the period after the last that counts";
  throw refusalInWords(caller, "invalid-argument", ["to"], requirement, "the same period as from");
}
