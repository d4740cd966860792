// Periods by number, in order of time: what a loop over millions of instants works with in place of keys.

import type { Calendar } from "./calendar.ts";
import { DAY } from "./epoch.ts";
import { firstDayAfter, unitsBetween } from "./periodArithmetic.ts";
import { keyOfDay, type Period, type PeriodKey, type PeriodUnit } from "./periodKey.ts";
import { offsetAt } from "./zone.ts";

/** The periods of one unit between two instants. */
export interface PeriodIndex {
  /** How many numbers there are, from 0 up. */
  readonly count: number;
  /** The number of the period that an instant falls in; that of the period after it is one more. */
  readonly numberOf: (epoch: number) => number;
  /** Writes the numbers of instants in their order, several times as fast as `numberOf` gives them one by one. */
  readonly fillNumbers: (numbers: Int32Array, epochs: Float64Array) => void;
  /** Whether clocks went back on a day asked for so far, where a later instant may have fallen in an earlier period. */
  readonly goesBack: () => boolean;
  /** The key of the period of a number, or `null` outside the years 1 to 9999. */
  readonly keyOf: (number: number) => PeriodKey | null;
}

/** In place of a number: nobody has asked for the day yet. */
const UNREAD = -1;

/** In place of a number: the day of UTC is not all in one period. */
const MIXED = -2;

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
  const epochal: Period = { unit, firstDay: unit === "week" ? (weekStartsOn - THURSDAY) * DAY : 0 };
  const unitsUntil = (day: number): number =>
    Math.floor(unitsBetween(epochal, { unit, firstDay: day * DAY }));
  // A local day is at most one away from that of UTC.
  const firstDay = Math.floor(earliest / DAY) - 1;
  const days = Math.floor(latest / DAY) + 2 - firstDay;
  const origin = unitsUntil(firstDay);
  const ofLocalDay = new Int32Array(days).fill(UNREAD);
  const ofDay = new Int32Array(days).fill(UNREAD);

  let goesBack = false;

  const numberAt = (epoch: number): number => {
    const place = Math.floor((epoch + offsetAt(caller, timeZone, epoch)) / DAY) - firstDay;
    if (ofLocalDay[place] === UNREAD) ofLocalDay[place] = unitsUntil(firstDay + place) - origin;
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
  const numberOf = (epoch: number): number => {
    const place = Math.floor(epoch / DAY) - firstDay;
    const known = ofDay[place] as number;
    const number = known === UNREAD ? readDay(place) : known;
    return number === MIXED ? numberAt(epoch) : number;
  };
  return {
    count: unitsUntil(firstDay + days - 1) - origin + 1,
    numberOf,
    fillNumbers: (numbers, epochs) => {
      // Read once: engines read the variables of an outer function anew for every instant.
      const [first, known] = [firstDay, ofDay];
      for (let i = 0; i < epochs.length; i++) {
        const epoch = epochs[i] as number;
        const number = known[Math.floor(epoch / DAY) - first] as number;
        numbers[i] = number < 0 ? numberOf(epoch) : number;
      }
    },
    goesBack: () => goesBack,
    keyOf: (number) => keyOfDay(firstDayAfter(epochal, origin + number), unit, weekStartsOn),
  };
}
