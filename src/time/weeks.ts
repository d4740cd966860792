// The day that weeks start on.

import { refusal } from "../errors.ts";

/** A day of the week, 0 for Sunday to 6 for Saturday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** How weeks are counted. The key of a week does not tell; whoever reads one has to know. */
export interface WeekOptions {
  /**
   * Day that weeks start on, 0 for Sunday to 6 for Saturday.
   * @defaultValue 1, Monday, as in ISO 8601
   */
  readonly weekStartsOn?: Weekday | undefined;
}

/** The day that weeks start on, or a throw. */
export function checkedWeekday(caller: string, weekStartsOn: Weekday): Weekday {
  if (Number.isInteger(weekStartsOn) && weekStartsOn >= 0 && weekStartsOn <= 6) return weekStartsOn;
  throw refusal(caller, "invalid-argument", ["weekStartsOn"], "an integer from 0 to 6", weekStartsOn);
}
