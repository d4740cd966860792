// Where and how a calendar is read: the options of what turns instants into periods and back.

import { checkedOptions } from "../errors.ts";
import { checkedWeekday, type Weekday, type WeekOptions } from "./weeks.ts";

/** Where and how a calendar is read. */
export interface CalendarOptions extends WeekOptions {
  /**
   * IANA time zone whose local calendar counts.
   * @defaultValue `"UTC"`
   */
  readonly timeZone?: string | undefined;
}

/** A calendar with nothing left to default. The zone is checked where it is first read. */
export interface Calendar {
  readonly timeZone: string;
  readonly weekStartsOn: Weekday;
}

/** The calendar of the options, defaults filled in, or a throw. */
export function checkedCalendar(caller: string, options: CalendarOptions): Calendar {
  const known = ["timeZone", "weekStartsOn"] as const;
  const { timeZone = "UTC", weekStartsOn = 1 } = checkedOptions(caller, options, known);
  return { timeZone, weekStartsOn: checkedWeekday(caller, weekStartsOn) };
}

/** The day that weeks start on, of options that have no zone, or a throw. */
export function checkedWeekStart(caller: string, options: WeekOptions): Weekday {
  const { weekStartsOn = 1 } = checkedOptions(caller, options, ["weekStartsOn"]);
  return checkedWeekday(caller, weekStartsOn);
}
