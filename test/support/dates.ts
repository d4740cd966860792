// Calendars read a second way, by Intl's separate fields, and random instants to read them at.

import fc from "fast-check";

const DAY = 86_400_000;

/** Every zone that this engine knows by name. */
export const TIME_ZONES: readonly string[] = Intl.supportedValuesOf("timeZone");

/** The years in which every zone's clock changes are known: 1970 to 2037. */
const FIRST_INSTANT = 0;
export const LAST_INSTANT: number = Date.UTC(2038, 0, 1) - 1;

/** A day of a calendar; months count from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The fields of an instant's local date and time, as Intl prints them. */
function fieldsByIntl(epoch: number, timeZone: string): (field: Intl.DateTimeFormatPartTypes) => number {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat("en-US", {
      timeZone,
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
      hourCycle: "h23",
    });
    formatters.set(timeZone, formatter);
  }
  const parts = formatter.formatToParts(epoch);
  return (field) => Number(parts.find(({ type }) => type === field)?.value);
}

/** The local day of an instant, as Intl prints it; no offset is computed on the way. */
export function localDayByIntl(epoch: number, timeZone: string): CalendarDay {
  const field = fieldsByIntl(epoch, timeZone);
  return { year: field("year"), month: field("month"), day: field("day") };
}

/** How many milliseconds the clock that Intl prints is ahead of UTC. */
export function offsetByIntl(epoch: number, timeZone: string): number {
  const second = Math.floor(epoch / 1000) * 1000;
  const field = fieldsByIntl(second, timeZone);
  const day = utcMidnight(field("year"), field("month"), field("day"));
  return day + ((field("hour") * 60 + field("minute")) * 60 + field("second")) * 1000 - second;
}

/** The key of a calendar day, spelled out. */
export function dayKey({ year, month, day }: CalendarDay): string {
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

/** The week of a calendar day by counting: it belongs to the year of its fourth day. */
export function weekKey({ year, month, day }: CalendarDay, weekStartsOn: number): string {
  const midnight = utcMidnight(year, month, day);
  const dayOfWeek = (new Date(midnight).getUTCDay() - weekStartsOn + 7) % 7;
  const fourth = midnight + (3 - dayOfWeek) * DAY;
  const weekYear = new Date(fourth).getUTCFullYear();
  const week = Math.floor((fourth - utcMidnight(weekYear, 1, 1)) / (7 * DAY)) + 1;
  return `${padded(weekYear, 4)}-W${padded(week, 2)}`;
}

/** `Date.UTC`, which takes the years 0 to 99 for 1900 to 1999, without that. */
export function utcMidnight(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

function padded(number: number, digits: number): string {
  return String(number).padStart(digits, "0");
}

/** An instant written with an offset of so many minutes. */
export function isoWithOffset(epoch: number, offsetMinutes: number): string {
  const local = new Date(epoch + offsetMinutes * 60_000).toISOString().slice(0, -1);
  const minutes = Math.abs(offsetMinutes);
  const sign = offsetMinutes < 0 ? "-" : "+";
  return `${local}${sign}${padded(Math.floor(minutes / 60), 2)}:${padded(minutes % 60, 2)}`;
}

/** Whole milliseconds from 1970 to 2037. */
export function anyEpoch(): fc.Arbitrary<number> {
  return fc.integer({ min: FIRST_INSTANT, max: LAST_INSTANT });
}

/** The name of a zone. */
export function anyTimeZone(): fc.Arbitrary<string> {
  return fc.constantFrom(...TIME_ZONES);
}
