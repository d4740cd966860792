import { TZDate } from "@date-fns/tz";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CxMetricsError, type PeriodUnit, periodOf, type Weekday } from "../../src/index.ts";
import { epochOrNull } from "../../src/time/epoch.ts";
import { offsetAt } from "../../src/time/zone.ts";
import {
  anyEpoch,
  anyTimeZone,
  dayKey,
  isoWithOffset,
  LAST_INSTANT,
  localDayByIntl,
  offsetByIntl,
  TIME_ZONES,
  utcMidnight,
  weekKey,
} from "../support/dates.ts";

const DAY = 86_400_000;
const anyUnit = fc.constantFrom<PeriodUnit>("day", "week", "month", "quarter", "year");
const anyWeekday = fc.constantFrom<Weekday>(0, 1, 2, 3, 4, 5, 6);
const anyCalendar = fc.record({ timeZone: anyTimeZone(), weekStartsOn: anyWeekday });

/** Instants of the years that text with any offset can write. */
const anyWritableEpoch = fc.integer({ min: utcMidnight(2, 1, 1), max: utcMidnight(9998, 12, 31) });

describe("periodOf agrees with other calendars", () => {
  it("with Intl's local date, in every zone", () => {
    const epochs = fc.sample(fc.noBias(anyEpoch()), { numRuns: 8 * TIME_ZONES.length, seed: 20_260_309 });
    TIME_ZONES.forEach((timeZone, i) => {
      for (const epoch of epochs.slice(8 * i, 8 * i + 8)) {
        const expected = dayKey(localDayByIntl(epoch, timeZone));
        const [day, month] = [periodOf(epoch, "day", { timeZone }), periodOf(epoch, "month", { timeZone })];
        if (day !== expected || month !== expected.slice(0, 7)) {
          expect.fail(
            `${new Date(epoch).toISOString()} in ${timeZone} is ${expected}, not ${day} in ${month}`,
          );
        }
      }
    });
  });

  it("with date-fns' TZDate, in every zone", () => {
    // TZDate does not know the seconds in the offset that Liberia had until 1972.
    const since = fc.integer({ min: Date.UTC(1973, 0, 1), max: LAST_INSTANT });
    const epochs = fc.sample(fc.noBias(since), { numRuns: 2 * TIME_ZONES.length, seed: 20_260_310 });
    TIME_ZONES.forEach((timeZone, i) => {
      for (const epoch of epochs.slice(2 * i, 2 * i + 2)) {
        const date = new TZDate(epoch, timeZone);
        const expected = dayKey({
          year: date.getFullYear(),
          month: date.getMonth() + 1,
          day: date.getDate(),
        });
        if (periodOf(epoch, "day", { timeZone }) !== expected) {
          expect.fail(`${new Date(epoch).toISOString()} in ${timeZone} is ${expected}`);
        }
      }
    });
  });

  it("with weeks counted from their fourth day", () => {
    fc.assert(
      fc.property(anyEpoch(), anyCalendar, (epoch, { timeZone, weekStartsOn }) => {
        const expected = weekKey(localDayByIntl(epoch, timeZone), weekStartsOn);
        expect(periodOf(epoch, "week", { timeZone, weekStartsOn })).toBe(expected);
      }),
    );
  });

  it("with Intl's clock around every change of it, to the millisecond", () => {
    fc.assert(
      fc.property(anyTimeZone(), fc.integer({ min: 1970, max: 2037 }), (timeZone, year) => {
        const ahead = (epoch: number): number => offsetByIntl(epoch, timeZone);
        for (let start = Date.UTC(year, 0, 1); start < Date.UTC(year + 1, 0, 1); start += DAY) {
          let [low, high] = [start, start + DAY];
          if (ahead(low) === ahead(high)) continue;
          const before = ahead(low);
          while (high - low > 1) {
            const middle = Math.floor((low + high) / 2);
            if (ahead(middle) === before) low = middle;
            else high = middle;
          }
          expect(offsetAt("test", timeZone, low)).toBe(before);
          expect(offsetAt("test", timeZone, high)).toBe(ahead(high));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("the laws of period keys", () => {
  it("keys of one unit sort in order of time", () => {
    fc.assert(
      fc.property(anyEpoch(), anyEpoch(), anyUnit, anyWeekday, (a, b, unit, weekStartsOn) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)];
        expect(periodOf(first, unit, { weekStartsOn }) <= periodOf(second, unit, { weekStartsOn })).toBe(
          true,
        );
      }),
    );
  });

  it("keys of one unit and zone sort as their local dates do, though clocks may go back", () => {
    fc.assert(
      fc.property(anyEpoch(), anyEpoch(), anyUnit, anyCalendar, (a, b, unit, calendar) => {
        const day = (epoch: number): string => dayKey(localDayByIntl(epoch, calendar.timeZone));
        const [first, second] = day(a) < day(b) ? [a, b] : [b, a];
        expect(periodOf(first, unit, calendar) <= periodOf(second, unit, calendar)).toBe(true);
      }),
    );
  });

  it("an instant has one key, whether it is a Date, a number or text with any offset", () => {
    const anyOffset = fc.integer({ min: -(24 * 60 - 1), max: 24 * 60 - 1 });
    fc.assert(
      fc.property(anyWritableEpoch, anyOffset, anyUnit, anyCalendar, (epoch, offset, unit, calendar) => {
        const key = periodOf(epoch, unit, calendar);
        expect(periodOf(new Date(epoch), unit, calendar)).toBe(key);
        expect(periodOf(new Date(epoch).toISOString(), unit, calendar)).toBe(key);
        const text = isoWithOffset(epoch, offset);
        expect(periodOf(text, unit, calendar)).toBe(key);
        expect(new Date(text).getTime()).toBe(epoch);
      }),
    );
  });

  it("text is the moment that Date reads in it, to nine decimals of a second", () => {
    fc.assert(
      fc.property(anyWritableEpoch, fc.stringMatching(/^\d{1,9}$/), anyUnit, (epoch, decimals, unit) => {
        const text = `${new Date(epoch).toISOString().slice(0, 19)}.${decimals}Z`;
        expect(epochOrNull(text)).toBe(new Date(text).getTime());
        expect(periodOf(text, unit)).toBe(periodOf(new Date(text), unit));
      }),
    );
  });

  it("the year's key begins the month's and the quarter's, and the month's the day's", () => {
    fc.assert(
      fc.property(anyWritableEpoch, anyTimeZone(), (epoch, timeZone) => {
        const [day, month, quarter, year] = (["day", "month", "quarter", "year"] as const).map((unit) =>
          periodOf(epoch, unit, { timeZone }),
        ) as [string, string, string, string];
        expect(day.slice(0, 7)).toBe(month);
        expect(month.slice(0, 4)).toBe(year);
        expect(quarter).toBe(`${year}-Q${Math.ceil(Number(month.slice(5)) / 3)}`);
      }),
    );
  });

  it("a key has its unit's form", () => {
    const forms = {
      day: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
      week: /^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/,
      month: /^\d{4}-(0[1-9]|1[0-2])$/,
      quarter: /^\d{4}-Q[1-4]$/,
      year: /^\d{4}$/,
    };
    fc.assert(
      fc.property(anyWritableEpoch, anyUnit, anyCalendar, (epoch, unit, calendar) => {
        expect(periodOf(epoch, unit, calendar)).toMatch(forms[unit]);
      }),
    );
  });

  it("a week has seven days, from the day that weeks start on", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 24_000 }), anyWeekday, (day, weekStartsOn) => {
        const [yesterday, today] = [day - 1, day].map((d) => periodOf(d * DAY, "week", { weekStartsOn }));
        const starts = new Date(day * DAY).getUTCDay() === weekStartsOn;
        expect(today !== yesterday).toBe(starts);
      }),
    );
  });

  it("asking twice gives the same key, whatever was asked in between", () => {
    fc.assert(
      fc.property(anyEpoch(), anyEpoch(), anyUnit, anyCalendar, (epoch, other, unit, calendar) => {
        const key = periodOf(epoch, unit, calendar);
        periodOf(other, unit, calendar);
        expect(periodOf(epoch, unit, calendar)).toBe(key);
      }),
    );
  });

  it("whatever is given for an instant has a key or throws a CxMetricsError", () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true }), anyUnit, (value, unit) => {
        try {
          expect(periodOf(value as number, unit)).toMatch(/^\d{4}/);
        } catch (error) {
          expect(error).toBeInstanceOf(CxMetricsError);
          expect((error as CxMetricsError).code).toBe("invalid-instant");
          expect((error as CxMetricsError).path).toEqual(["instant"]);
        }
      }),
    );
  });
});
