// Periods by number, in order of time: what a loop over millions of instants works with in place of keys.

import type { Calendar } from "./calendar.ts";
import { DAY } from "./epoch.ts";
import { firstDayAfter, unitsBetween } from "./periodArithmetic.ts";
import { keyOfDay, type Period, type PeriodKey, type PeriodUnit } from "./periodKey.ts";
import { offsetAt } from "./zone.ts";

/** The periods of one unit between two instants. */
export interface PeriodIndex {
  /** The number of the period that an instant falls in; that of the period after it is one more. */
  readonly numberOf: (epoch: number) => number;
  /** Whether clocks went back on a day asked for so far, where a later instant may have fallen in an earlier period. */
  readonly goesBack: () => boolean;
  /** The key of the period of a number, or `null` outside the years 1 to 9999. */
  readonly keyOf: (number: number) => PeriodKey | null;
}

/** Marks a day that nobody has asked for yet. */
const UNREAD = -2_147_483_648;

/** Marks a day of UTC that is not all in one period. */
const MIXED = -2_147_483_647;

/** 1 January 1970 was a Thursday. */
const THURSDAY = 4;

/**
 * Numbers the periods from `earliest` to `latest`, both included; of other instants it knows nothing. The period
 * of each day is worked out once, so that most instants cost one look-up.
 */
export function periodIndex(
  caller: string,
  unit: PeriodUnit,
  { timeZone, weekStartsOn }: Calendar,
  earliest: number,
  latest: number,
): PeriodIndex {
  const origin: Period = { unit, firstDay: unit === "week" ? (weekStartsOn - THURSDAY) * DAY : 0 };
  // A local day is at most one away from that of UTC.
  const firstDay = Math.floor(earliest / DAY) - 1;
  const days = Math.floor(latest / DAY) + 2 - firstDay;
  const ofLocalDay = new Int32Array(days).fill(UNREAD);
  const ofDay = new Int32Array(days).fill(UNREAD);

  let goesBack = false;

  const numberAt = (epoch: number): number => {
    const place = Math.floor((epoch + offsetAt(caller, timeZone, epoch)) / DAY) - firstDay;
    if (ofLocalDay[place] === UNREAD) {
      const day: Period = { unit, firstDay: (firstDay + place) * DAY };
      ofLocalDay[place] = Math.floor(unitsBetween(origin, day));
    }
    return ofLocalDay[place] as number;
  };
  const readDay = (place: number): number => {
    const start = (firstDay + place) * DAY;
    const end = start + DAY - 1;
    const [before, after] = [offsetAt(caller, timeZone, start), offsetAt(caller, timeZone, end)];
    const number = numberAt(start);
    // Between equal offsets clocks have not changed, and local time only went forward.
    ofDay[place] = before === after && number === numberAt(end) ? number : MIXED;
    goesBack ||= after < before;
    return ofDay[place];
  };
  return {
    numberOf: (epoch) => {
      const place = Math.floor(epoch / DAY) - firstDay;
      const known = ofDay[place] as number;
      const number = known === UNREAD ? readDay(place) : known;
      return number === MIXED ? numberAt(epoch) : number;
    },
    goesBack: () => goesBack,
    keyOf: (number) => keyOfDay(firstDayAfter(origin, number), unit, weekStartsOn),
  };
}
