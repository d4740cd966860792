import { TZDate } from "@date-fns/tz";
import { startOfDay, startOfMonth } from "date-fns";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type PeriodKey,
  type PeriodUnit,
  periodBounds,
  periodDistance,
  periodOf,
  periodsBetween,
  shiftPeriod,
  type Weekday,
} from "../../src/index.ts";
import { anyEpoch, dayKey, localDayByIntl, TIME_ZONES, utcMidnight } from "../support/dates.ts";

const DAY = 86_400_000;

/** Zones with a skipped day, half hours, clock changes at midnight, and just after it. */
const ODD_ZONES = [
  "UTC",
  "Pacific/Apia",
  "Australia/Lord_Howe",
  "Asia/Kolkata",
  "America/New_York",
  "America/St_Johns",
  "America/Sao_Paulo",
  "America/Havana",
  "Asia/Beirut",
  "Africa/Cairo",
  "Antarctica/Vostok",
];
const anyZone = fc.oneof(fc.constantFrom(...ODD_ZONES), fc.constantFrom(...TIME_ZONES));
const anyUnit = fc.constantFrom<PeriodUnit>("day", "week", "month", "quarter", "year");
const anyWeekday = fc.constantFrom<Weekday>(0, 1, 2, 3, 4, 5, 6);
const anyCalendar = fc.record({ timeZone: anyZone, weekStartsOn: anyWeekday });

/** Instants near which clocks often change: the hours about midnight of every day. */
const anyNight = fc
  .tuple(fc.integer({ min: 1, max: 24_800 }), fc.integer({ min: -50, max: 50 }))
  .map(([day, quarters]) => day * DAY + quarters * 900_000);
const anyMoment = fc.oneof(anyEpoch(), anyNight);

/** Keys of one unit and week, from the year 1000 to 8999. */
const anyEarlierKeys = fc
  .record({
    unit: anyUnit,
    weekStartsOn: anyWeekday,
    epochs: fc.array(fc.integer({ min: utcMidnight(1000, 1, 1), max: utcMidnight(8999, 12, 31) }), {
      minLength: 3,
      maxLength: 3,
    }),
  })
  .map(({ unit, weekStartsOn, epochs }) => ({
    options: { weekStartsOn },
    keys: epochs.map((epoch) => periodOf(epoch, unit, { weekStartsOn })) as [PeriodKey, PeriodKey, PeriodKey],
  }));
const anyShift = fc.integer({ min: -400, max: 400 });

describe("the laws of bounds", () => {
  it("a period's first instant is in it, and the one before is not, but for a day that was skipped", () => {
    fc.assert(
      fc.property(anyMoment, anyUnit, anyCalendar, (epoch, unit, calendar) => {
        const key = periodOf(epoch, unit, calendar);
        const { start, end } = periodBounds(key, calendar);
        expect(start < end).toBe(true);
        expect(periodOf(start, unit, calendar)).toBe(key);
        expect(periodOf(Date.parse(start) - 1, unit, calendar) < key).toBe(true);
        expect(periodOf(end, unit, calendar) > key).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("the periods of a unit follow each other without gap or overlap", () => {
    fc.assert(
      fc.property(anyMoment, anyUnit, anyCalendar, (epoch, unit, calendar) => {
        const { weekStartsOn } = calendar;
        const key = periodOf(epoch, unit, calendar);
        const [before, after] = [-1, 1].map((by) => shiftPeriod(key, by, { weekStartsOn })) as [
          PeriodKey,
          PeriodKey,
        ];
        const { start, end } = periodBounds(key, calendar);
        expect(periodBounds(before, calendar).end).toBe(start);
        expect(periodBounds(after, calendar).start).toBe(end);
      }),
      { numRuns: 300 },
    );
  });

  it("every instant is within the bounds of its period, but where midnight is crossed back", () => {
    fc.assert(
      fc.property(anyMoment, anyUnit, anyCalendar, (epoch, unit, calendar) => {
        const { start, end } = periodBounds(periodOf(epoch, unit, calendar), calendar);
        expect(Date.parse(start)).toBeLessThanOrEqual(epoch);
        if (epoch < Date.parse(end)) return;
        // Clocks have gone back over the end of the period, so that its date is there again for some hours.
        expect(periodOf(end, unit, calendar) > periodOf(epoch, unit, calendar)).toBe(true);
        expect(epoch - Date.parse(end)).toBeLessThan(DAY);
      }),
      { numRuns: 300 },
    );
  });

  it("a longer period begins with its first day and ends with its last", () => {
    fc.assert(
      fc.property(anyMoment, anyUnit, anyCalendar, (epoch, unit, calendar) => {
        const { timeZone } = calendar;
        const { start, end } = periodBounds(periodOf(epoch, unit, calendar), calendar);
        expect(periodBounds(periodOf(start, "day", { timeZone }), { timeZone }).start).toBe(start);
        expect(periodBounds(periodOf(end, "day", { timeZone }), { timeZone }).start).toBe(end);
      }),
      { numRuns: 300 },
    );
  });

  it("at a day's start Intl's local date changes to it", () => {
    fc.assert(
      fc.property(anyMoment, anyZone, (epoch, timeZone) => {
        const key = dayKey(localDayByIntl(epoch, timeZone));
        const start = Date.parse(periodBounds(key, { timeZone }).start);
        expect(dayKey(localDayByIntl(start, timeZone))).toBe(key);
        expect(dayKey(localDayByIntl(start - 1, timeZone)) < key).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("asking twice gives the same bounds, whatever was asked in between", () => {
    fc.assert(
      fc.property(anyMoment, anyMoment, anyUnit, anyCalendar, (epoch, other, unit, calendar) => {
        const key = periodOf(epoch, unit, calendar);
        const bounds = periodBounds(key, calendar);
        periodBounds(periodOf(other, unit, calendar), calendar);
        expect(periodBounds(key, calendar)).toEqual(bounds);
        expect(JSON.parse(JSON.stringify(bounds))).toEqual(bounds);
      }),
    );
  });
});

describe("periodBounds agrees with date-fns' startOfDay and startOfMonth of a TZDate", () => {
  // TZDate does not know the seconds in the offset that Liberia had until 1972.
  const since = fc.integer({ min: Date.UTC(1973, 0, 1), max: Date.UTC(2037, 11, 31) });

  it.each(ODD_ZONES)("%s", (timeZone) => {
    for (const epoch of fc.sample(fc.noBias(since), { numRuns: 25, seed: 20_260_311 })) {
      const date = new TZDate(epoch, timeZone);
      const day = periodBounds(periodOf(epoch, "day", { timeZone }), { timeZone });
      expect(Date.parse(day.start)).toBe(startOfDay(date).getTime());
      const month = periodBounds(periodOf(epoch, "month", { timeZone }), { timeZone });
      expect(Date.parse(month.start)).toBe(startOfMonth(date).getTime());
    }
  });
});

describe("the laws of steps", () => {
  it("two shifts are one by their sum, and back is where it began", () => {
    fc.assert(
      fc.property(anyEarlierKeys, anyShift, anyShift, ({ keys: [key], options }, a, b) => {
        const once = shiftPeriod(key, a, options);
        expect(shiftPeriod(once, b, options)).toBe(shiftPeriod(key, a + b, options));
        expect(shiftPeriod(once, -a, options)).toBe(key);
      }),
    );
  });

  it("the distance to a shifted period is the shift", () => {
    fc.assert(
      fc.property(anyEarlierKeys, anyShift, ({ keys: [key], options }, by) => {
        expect(periodDistance(key, shiftPeriod(key, by, options), options)).toBe(by);
      }),
    );
  });

  it("shifting by the distance arrives", () => {
    fc.assert(
      fc.property(anyEarlierKeys, ({ keys: [from, to], options }) => {
        expect(shiftPeriod(from, periodDistance(from, to, options), options)).toBe(to);
      }),
    );
  });

  it("distances add up, are opposite the other way, and have the sign of the keys' order", () => {
    fc.assert(
      fc.property(anyEarlierKeys, ({ keys: [a, b, c], options }) => {
        const distance = periodDistance(a, b, options);
        expect(distance + periodDistance(b, c, options)).toBe(periodDistance(a, c, options));
        expect(periodDistance(b, a, options)).toBe(0 - distance);
        expect(Math.sign(distance)).toBe(a < b ? 1 : a > b ? -1 : 0);
      }),
    );
  });

  it("a later period has a greater key", () => {
    fc.assert(
      fc.property(anyEarlierKeys, fc.integer({ min: 1, max: 400 }), ({ keys: [key], options }, by) => {
        expect(shiftPeriod(key, by, options) > key).toBe(true);
      }),
    );
  });

  it("the periods between two are one more than their distance, each next to the last", () => {
    fc.assert(
      fc.property(anyEarlierKeys, anyShift, ({ keys: [first], options }, by) => {
        const last = shiftPeriod(first, by, options);
        const between = periodsBetween(first, last, options);
        expect(between).toHaveLength(Math.max(0, periodDistance(first, last, options) + 1));
        expect(between).toEqual(between.map((_, i) => shiftPeriod(first, i, options)));
        expect(between).toEqual([...new Set(between)].sort());
        if (by >= 0) expect(between.at(-1)).toBe(last);
      }),
      { numRuns: 40 },
    );
  });
});
