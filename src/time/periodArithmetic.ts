// Steps from period to period: every unit is a number of days or of months.

import { addDays } from "date-fns/addDays";
import { addMonths } from "date-fns/addMonths";
import { differenceInCalendarDays } from "date-fns/differenceInCalendarDays";
import { differenceInCalendarMonths } from "date-fns/differenceInCalendarMonths";
import type { Period } from "./periodKey.ts";
import { utc } from "./utc.ts";

export const DAYS = { day: 1, week: 7 } as const;
const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** The first day of the period so many units later, NaN beyond the reach of dates. */
export function firstDayAfter({ unit, firstDay }: Period, by: number): number {
  const step =
    unit === "day" || unit === "week"
      ? addDays(firstDay, by * DAYS[unit], { in: utc })
      : addMonths(firstDay, by * MONTHS[unit], { in: utc });
  return step.getTime();
}

/** How many units of the first period's the second begins after it. */
export function unitsBetween({ unit, firstDay }: Period, later: Period): number {
  return unit === "day" || unit === "week"
    ? differenceInCalendarDays(later.firstDay, firstDay, { in: utc }) / DAYS[unit]
    : differenceInCalendarMonths(later.firstDay, firstDay, { in: utc }) / MONTHS[unit];
}
