import { expectTypeOf, it } from "vitest";
import {
  type CalendarOptions,
  type Instant,
  type PeriodKey,
  type PeriodUnit,
  periodOf,
  type Weekday,
} from "../../src/index.ts";

it("an instant is a Date, text or a number", () => {
  expectTypeOf<Instant>().toEqualTypeOf<Date | string | number>();
});

it("periodOf takes any instant and gives a key, which is text", () => {
  expectTypeOf(periodOf).parameter(0).toEqualTypeOf<Instant>();
  expectTypeOf(periodOf(new Date(0), "day")).toEqualTypeOf<PeriodKey>();
  expectTypeOf<PeriodKey>().toEqualTypeOf<string>();
  // @ts-expect-error nothing is no instant
  periodOf(null, "day");
  // @ts-expect-error a bigint is no instant
  periodOf(0n, "day");
});

it("the units are five", () => {
  expectTypeOf<PeriodUnit>().toEqualTypeOf<"day" | "week" | "month" | "quarter" | "year">();
  // @ts-expect-error an hour is no unit
  periodOf(0, "hour");
});

it("weeks start on a day from 0 to 6", () => {
  expectTypeOf<Weekday>().toEqualTypeOf<0 | 1 | 2 | 3 | 4 | 5 | 6>();
  // @ts-expect-error there is no day 7
  periodOf(0, "week", { weekStartsOn: 7 });
});

it("options may be absent or undefined, one by one and together", () => {
  expectTypeOf({ timeZone: undefined, weekStartsOn: undefined }).toExtend<CalendarOptions>();
  periodOf(0, "day", undefined);
  periodOf(0, "day", { timeZone: undefined });
  // @ts-expect-error null is no zone
  periodOf(0, "day", { timeZone: null });
});
