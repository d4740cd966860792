import { expectTypeOf, it } from "vitest";
import {
  type CalendarOptions,
  type PeriodBounds,
  type PeriodKey,
  periodBounds,
  periodDistance,
  periodsBetween,
  shiftPeriod,
  type Weekday,
  type WeekOptions,
} from "../../src/index.ts";

it("periodBounds takes a key and a calendar, and gives text", () => {
  expectTypeOf(periodBounds).parameters.toEqualTypeOf<
    [key: PeriodKey, options?: CalendarOptions | undefined]
  >();
  expectTypeOf(periodBounds("2026")).toEqualTypeOf<PeriodBounds>();
  expectTypeOf<PeriodBounds>().toEqualTypeOf<{ readonly start: string; readonly end: string }>();
  // @ts-expect-error a year is text
  periodBounds(2026);
});

it("shiftPeriod gives a key, periodDistance a number, periodsBetween keys that are not to be changed", () => {
  expectTypeOf(shiftPeriod("2026", 1)).toEqualTypeOf<PeriodKey>();
  expectTypeOf(periodDistance("2026", "2027")).toEqualTypeOf<number>();
  expectTypeOf(periodsBetween("2026", "2027")).toEqualTypeOf<readonly PeriodKey[]>();
  // @ts-expect-error how far is no default
  shiftPeriod("2026");
});

it("their options are the day that weeks start on, and no zone", () => {
  expectTypeOf<WeekOptions>().toEqualTypeOf<{ readonly weekStartsOn?: Weekday | undefined }>();
  expectTypeOf<CalendarOptions>().toExtend<WeekOptions>();
  expectTypeOf(shiftPeriod).parameter(2).toEqualTypeOf<WeekOptions | undefined>();
  expectTypeOf(periodDistance).parameter(2).toEqualTypeOf<WeekOptions | undefined>();
  expectTypeOf(periodsBetween).parameter(2).toEqualTypeOf<WeekOptions | undefined>();
  // @ts-expect-error keys are the same in every zone
  shiftPeriod("2026", 1, { timeZone: "UTC" });
  // @ts-expect-error there is no day 7
  periodsBetween("2026", "2027", { weekStartsOn: 7 });
});
