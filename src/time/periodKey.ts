// Period keys: written from a local day, and read back. Local days are held as UTC midnights, where each has 24 hours.

import { getQuarter } from "date-fns/getQuarter";
import { getWeek } from "date-fns/getWeek";
import { getWeekYear } from "date-fns/getWeekYear";
import { startOfWeek } from "date-fns/startOfWeek";
import { type Path, placeInWords, refusal, refusalInWords } from "../errors.ts";
import { DAY } from "./epoch.ts";
import { utc } from "./utc.ts";
import type { Weekday } from "./weeks.ts";

/** A calendar unit. */
export type PeriodUnit = "day" | "week" | "month" | "quarter" | "year";

/**
 * A calendar period by name: `"2026-03-09"`, `"2026-W11"`, `"2026-03"`, `"2026-Q1"` or `"2026"`. Keys of one unit sort
 * in order of time.
 */
export type PeriodKey = string;

/** Every calendar unit. */
export const UNITS: readonly PeriodUnit[] = ["day", "week", "month", "quarter", "year"];

/** A period as calendars reckon with it. */
export interface Period {
  readonly unit: PeriodUnit;
  /** Its first day, as the epoch milliseconds of a UTC midnight. */
  readonly firstDay: number;
}

/** Whether keys of the year sort: longer years would not. */
export function isKeyYear(year: number): boolean {
  return year >= 1 && year <= 9999;
}

/** The key of the period that a local day is in, or `null` outside the years 1 to 9999. */
export function keyOfDay(day: number, unit: PeriodUnit, weekStartsOn: Weekday): PeriodKey | null {
  const midnight = new Date(day);
  if (unit === "week") {
    const rule = { in: utc, weekStartsOn, firstWeekContainsDate: 4 } as const;
    const year = getWeekYear(midnight, rule);
    if (!isKeyYear(year)) return null;
    return `${String(year).padStart(4, "0")}-W${String(getWeek(midnight, rule)).padStart(2, "0")}`;
  }
  if (!isKeyYear(midnight.getUTCFullYear())) return null;
  const date = midnight.toISOString().slice(0, 10);
  switch (unit) {
    case "day":
      return date;
    case "month":
      return date.slice(0, 7);
    case "quarter":
      return `${date.slice(0, 4)}-Q${getQuarter(midnight, { in: utc })}`;
    case "year":
      return date.slice(0, 4);
  }
}

const KEY = /^(\d{4})(?:-(?:W(\d\d)|Q([1-4])|(\d\d)(?:-(\d\d))?))?$/;

/** Whether a value is written like a period's key; `"2026-02-30"` is, and no period has it. */
export function isWrittenLikeKey(value: unknown): value is PeriodKey {
  return typeof value === "string" && KEY.test(value);
}

/** What a period's key must be, for errors. */
export const PERIOD_KEY =
  "a day, week, month, quarter or year such as 2026-03-09, 2026-W11, 2026-03, 2026-Q1 or 2026";

/** The period of a key, or a throw naming the argument. */
export function checkedPeriod(caller: string, path: Path, key: PeriodKey, weekStartsOn: Weekday): Period {
  const period = periodOrNull(key, weekStartsOn);
  if (period !== null) return period;
  if (!isWrittenLikeKey(key) || key[5] !== "W")
    throw refusal(caller, "invalid-argument", path, PERIOD_KEY, key);
  const requirement = `a week that its year has where weekStartsOn is ${weekStartsOn}`;
  throw refusalInWords(caller, "invalid-argument", path, requirement, `week ${Number(key.slice(6))}`);
}

/** The period of a key, or `null` where a value is none. */
export function periodOrNull(key: unknown, weekStartsOn: Weekday): Period | null {
  const match = typeof key === "string" ? KEY.exec(key) : null;
  if (match === null) return null;
  const [, year, week, quarter, month, day] = match;
  const period: Period =
    week !== undefined
      ? { unit: "week", firstDay: firstDayOfWeek(Number(year), Number(week), weekStartsOn) }
      : quarter !== undefined
        ? { unit: "quarter", firstDay: dayOf(Number(year), 3 * Number(quarter) - 2, 1) }
        : {
            unit: day !== undefined ? "day" : month !== undefined ? "month" : "year",
            firstDay: dayOf(Number(year), Number(month ?? 1), Number(day ?? 1)),
          };
  // 30 February and a week 54 have moved on into a period of another name.
  return keyOfDay(period.firstDay, period.unit, weekStartsOn) === key ? period : null;
}

function dayOf(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

/** A year's first week has its fourth day, and so 4 January, in the year. */
function firstDayOfWeek(year: number, week: number, weekStartsOn: Weekday): number {
  const first = startOfWeek(dayOf(year, 1, 4), { in: utc, weekStartsOn });
  return first.getTime() + 7 * (week - 1) * DAY;
}

/** Two periods of one unit, or a throw naming the second. */
export function checkedPair(
  caller: string,
  [firstPath, first]: readonly [path: Path, key: PeriodKey],
  [secondPath, second]: readonly [path: Path, key: PeriodKey],
  weekStartsOn: Weekday,
): readonly [Period, Period] {
  const [a, b] = [
    checkedPeriod(caller, firstPath, first, weekStartsOn),
    checkedPeriod(caller, secondPath, second, weekStartsOn),
  ];
  if (a.unit === b.unit) return [a, b];
  const requirement = `a ${a.unit}, as ${placeInWords(firstPath)} is`;
  throw refusalInWords(caller, "invalid-argument", secondPath, requirement, `a ${b.unit}`);
}
