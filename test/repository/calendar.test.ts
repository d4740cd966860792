// Every zone of the engine against calendars that share nothing with the package's table of offsets.
//
// Two oracles: the clock that Intl prints field by field (no offset is read), and @date-fns/tz, which asks Intl for the
// offset at each instant anew. Both read the zone database of the engine; what is tested is the reckoning.

import { TZDate, tzOffset } from "@date-fns/tz";
import { startOfDay } from "date-fns";
import { describe, expect, it } from "vitest";
import { type PeriodUnit, periodBounds, periodOf } from "../../src/index.ts";
import { offsetAt } from "../../src/time/zone.ts";
import {
  type CalendarDay,
  dayKey,
  LAST_INSTANT,
  offsetByIntl,
  TIME_ZONES,
  weekKey,
} from "../support/dates.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
const LOOK = 3 * DAY;
const DAYS = (LAST_INSTANT + 1) / DAY;
const UNITS: readonly PeriodUnit[] = ["day", "week", "month", "quarter", "year"];

/** How many instants are drawn for each zone: a million over all. */
const DRAWN = Math.ceil(1_000_000 / TIME_ZONES.length);

const LIBERIA = "Africa/Monrovia";

/**
 * By tzOffset, which reads Liberia's offset before 1972, −00:44:30, with a plus: its hours, −0, are not below 0. No other
 * zone has been less than an hour behind UTC since 1970.
 */
function offsetByDateFns(epoch: number, timeZone: string): number {
  const minutes = tzOffset(timeZone, new Date(epoch));
  return (timeZone === LIBERIA ? 0 - minutes : minutes) * MINUTE;
}

/** The local day, as a number of days since 1970. */
function localDay(epoch: number, offset: number): number {
  return Math.floor((epoch + offset) / DAY);
}

function dayOf(day: number): CalendarDay {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The keys of each day from 31 December 1969 to 2 January 2038, by counting. */
const KEYS: readonly (readonly string[])[] = Array.from({ length: DAYS + 3 }, (_, i) => {
  const day = dayOf(i - 1);
  const key = dayKey(day);
  const quarter = `${key.slice(0, 4)}-Q${Math.ceil(day.month / 3)}`;
  return [key, weekKey(day, 1), key.slice(0, 7), quarter, key.slice(0, 4)];
});

function keysOf(day: number): readonly string[] {
  return KEYS[day + 1] ?? [];
}

function expectKey(epoch: number, timeZone: string, unit: PeriodUnit, expected: string | undefined): void {
  const actual = periodOf(epoch, unit, { timeZone });
  if (actual === expected) return;
  expect.fail(`${new Date(epoch).toISOString()} in ${timeZone} is in ${expected}, not ${actual}`);
}

/** Instants from 1970 to 2037 out of a multiplicative generator: D. H. Lehmer's, with the multiplier of Park & Miller. */
function* drawnInstants(count: number, seed: number): Generator<number> {
  let state = seed;
  for (let i = 0; i < count; i++) {
    state = (state * 48_271) % 2_147_483_647;
    const coarse = state;
    state = (state * 48_271) % 2_147_483_647;
    yield Math.floor(((coarse + state / 2_147_483_647) / 2_147_483_647) * LAST_INSTANT);
  }
}

/**
 * How many minutes the clock of a zone is ahead of UTC, from the day of the month, hour and minute that it shows. At a
 * month's end, where it shows another month, this is off by days: a change that is none, as a second look tells.
 */
function minutesAhead(timeZone: string): (epoch: number) => number {
  const { format } = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    hourCycle: "h23",
  });
  return (epoch) => {
    const [day = "", time = ""] = format(epoch).split(", ");
    const [hour, minute] = time.split(":");
    const shown = (Number(day) * 24 + Number(hour)) * 60 + Number(minute);
    return shown - new Date(epoch).getUTCDate() * 24 * 60 - Math.floor((epoch % DAY) / MINUTE);
  };
}

/**
 * The instants from 1970 to 2037 at which the clocks of a zone change, to the second, from a look at its clock every
 * three days: two changes that undo each other have never been closer than 6.9.
 */
function changesOf(timeZone: string): number[] {
  const aheadAt = minutesAhead(timeZone);
  const changes: number[] = [];
  const noon = DAY / 2;
  let ahead = aheadAt(noon);
  for (let epoch = noon + LOOK; epoch <= LAST_INSTANT; epoch += LOOK) {
    const before = ahead;
    ahead = aheadAt(epoch);
    if (ahead !== before) changes.push(...changesBetween(timeZone, epoch - LOOK, epoch));
  }
  return changes;
}

function changesBetween(timeZone: string, from: number, to: number): number[] {
  const before = offsetByIntl(from, timeZone);
  if (offsetByIntl(to, timeZone) === before) return [];
  let [low, high] = [from, to];
  while (high - low > SECOND) {
    const middle = Math.floor((low + high) / 2 / SECOND) * SECOND;
    if (offsetByIntl(middle, timeZone) === before) low = middle;
    else high = middle;
  }
  return [high, ...changesBetween(timeZone, high, to)];
}

const CHANGES: ReadonlyMap<string, readonly number[]> = new Map(
  TIME_ZONES.map((timeZone) => [timeZone, changesOf(timeZone)]),
);

/** Fails unless the offset is the one that @date-fns/tz reads; gives the keys of the local day. */
function checkedKeys(epoch: number, timeZone: string): readonly string[] {
  const expected = offsetByDateFns(epoch, timeZone);
  const offset = offsetAt("test", timeZone, epoch);
  if (offset !== expected) {
    expect.fail(`${new Date(epoch).toISOString()} in ${timeZone} is ${expected} ms ahead, not ${offset}`);
  }
  return keysOf(localDay(epoch, expected));
}

describe("in every zone, offset and period agree with @date-fns/tz", () => {
  it("at a million instants from 1970 to 2037", () => {
    TIME_ZONES.forEach((timeZone, i) => {
      let drawn = 0;
      for (const epoch of drawnInstants(DRAWN, i + 1)) {
        const unit = drawn++ % UNITS.length;
        expectKey(epoch, timeZone, UNITS[unit] as PeriodUnit, checkedKeys(epoch, timeZone)[unit]);
      }
    });
  });

  it("in the milliseconds before, at and after each change of the clocks, and half-way to the next", () => {
    let count = 0;
    for (const [timeZone, changes] of CHANGES) {
      changes.forEach((change, i) => {
        const halfWay = Math.floor((change + (changes[i + 1] ?? LAST_INSTANT)) / 2);
        for (const epoch of [change - 1, change, change + 1, halfWay]) {
          const keys = checkedKeys(epoch, timeZone);
          expect(offsetByIntl(epoch, timeZone)).toBe(offsetByDateFns(epoch, timeZone));
          UNITS.forEach((unit, j) => {
            expectKey(epoch, timeZone, unit, keys[j]);
          });
        }
      });
      count += changes.length;
    }
    expect(count).toBeGreaterThan(20_000);
  });
});

describe("in every zone, the days about each change of the clocks", () => {
  /** Instants in the days before, of and after each change, with the day's key and when it begins. */
  function* days(): Generator<{ timeZone: string; epoch: number; key: string; start: number }> {
    for (const [timeZone, changes] of CHANGES) {
      for (const change of changes) {
        for (const epoch of [change - 1, change, change + DAY]) {
          const key = keysOf(localDay(epoch, offsetByIntl(epoch, timeZone)))[0] ?? "";
          const start = Date.parse(periodBounds(key, { timeZone }).start);
          yield { timeZone, epoch, key, start };
        }
      }
    }
  }

  const local = (epoch: number, timeZone: string): number => epoch + offsetByIntl(epoch, timeZone);

  it("begin with their first instant on the clock that Intl prints", () => {
    for (const { timeZone, key, start } of days()) {
      const midnight = Date.parse(key);
      const begins = local(start, timeZone) >= midnight && local(start - 1, timeZone) < midnight;
      if (!begins) expect.fail(`${key} in ${timeZone} does not begin at ${new Date(start).toISOString()}`);
    }
  });

  it("begin when date-fns says, but where midnight comes twice, and where date-fns errs", () => {
    let twice = 0;
    for (const { timeZone, epoch, key, start } of days()) {
      const startByDateFns = startOfDay(new TZDate(epoch, timeZone)).getTime();
      if (start === startByDateFns) continue;
      const midnight = Date.parse(key);
      // date-fns takes the later of two midnights in some zones, and the earlier, as periodBounds does, in others.
      const twoMidnights =
        start < startByDateFns &&
        local(start, timeZone) === midnight &&
        local(startByDateFns, timeZone) === midnight;
      // Kathmandu's clocks jumped from 00:00 to 00:15 on 1 January 1986, and date-fns begins that day at 23:45 before.
      const beforeTheDay = local(startByDateFns, timeZone) < midnight;
      if (twoMidnights) twice++;
      else if (!beforeTheDay && timeZone !== LIBERIA) {
        expect.fail(`${key} in ${timeZone} begins at ${new Date(startByDateFns).toISOString()}`);
      }
    }
    expect(twice).toBeGreaterThan(100);
  });
});

describe("in UTC, every day from 1970 to 2037", () => {
  it("is in the periods that counting puts it in", () => {
    for (let day = 0; day < DAYS; day++) {
      keysOf(day).forEach((key, unit) => {
        expectKey(day * DAY, "UTC", UNITS[unit] as PeriodUnit, key);
        expectKey((day + 1) * DAY - 1, "UTC", UNITS[unit] as PeriodUnit, key);
      });
    }
  });

  it("is in the week of its fourth day's year, whatever day weeks start on", () => {
    for (let day = 0; day < DAYS; day++) {
      const date = dayOf(day);
      for (const weekStartsOn of [0, 2, 3, 4, 5, 6] as const) {
        const key = periodOf(day * DAY, "week", { weekStartsOn });
        if (key !== weekKey(date, weekStartsOn)) expect.fail(`${dayKey(date)} is not in ${key}`);
      }
    }
  });
});
