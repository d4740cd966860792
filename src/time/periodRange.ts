// The periods of a calendar from one moment to another, with the instants at which they begin.

import { naming, refusalInWords, requireOneOf } from "../errors.ts";
import type { Calendar } from "./calendar.ts";
import { epochOfMoment, type Moment, requireTwoPeriods } from "./moment.ts";
import { firstDayAfter, unitsBetween } from "./periodArithmetic.ts";
import { checkedPeriod, keyOfDay, type Period, type PeriodKey, type PeriodUnit, UNITS } from "./periodKey.ts";
import { periodOf } from "./periodOf.ts";
import { firstInstantFrom } from "./zone.ts";

/** More than the days of two centuries; a bound on tables that have a row for each period. */
const MOST_PERIODS = 100_000;

/** Periods in a row: the first begins at the first boundary, the last ends at the last. */
export interface PeriodRange {
  readonly keys: readonly PeriodKey[];
  /** Epoch milliseconds, one more than there are keys. */
  readonly boundaries: readonly number[];
}

/** The periods of a unit from one moment to another, or a throw: periods cut short could not be compared. */
export function periodRange(
  caller: string,
  unit: PeriodUnit,
  from: Moment,
  to: Moment,
  calendar: Calendar,
): PeriodRange {
  requireOneOf(caller, ["unit"], unit, UNITS);
  requireTwoPeriods(caller, from, to);
  const first = periodFrom(caller, "from", unit, from, calendar);
  const end = periodFrom(caller, "to", unit, to, calendar);
  const periods = unitsBetween(first, end);
  if (periods < 0)
    throw refusalInWords(caller, "invalid-argument", ["to"], "from or later", "an earlier moment");
  if (periods > MOST_PERIODS) {
    const requirement = `at most ${MOST_PERIODS} periods after from`;
    throw refusalInWords(caller, "invalid-argument", ["to"], requirement, `${periods}`);
  }
  const days = Array.from({ length: periods + 1 }, (_, i) => firstDayAfter(first, i));
  return {
    keys: days.slice(0, -1).map((day) => keyOfDay(day, unit, calendar.weekStartsOn) as PeriodKey),
    boundaries: days.map((day) => firstInstantFrom(caller, calendar.timeZone, day)),
  };
}

/** The period that begins at a moment, or a throw. */
function periodFrom(
  caller: string,
  name: string,
  unit: PeriodUnit,
  moment: Moment,
  calendar: Calendar,
): Period {
  const epoch = epochOfMoment(caller, name, moment, calendar);
  const key = naming(caller, [name], () => periodOf(epoch, unit, calendar));
  const period = checkedPeriod(caller, [name], key, calendar.weekStartsOn);
  if (firstInstantFrom(caller, calendar.timeZone, period.firstDay) === epoch) return period;
  const requirement = `the beginning of a ${unit} in the time zone`;
  throw refusalInWords(caller, "invalid-argument", [name], requirement, "a moment within one");
}
