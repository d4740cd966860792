import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PeriodUnit, periodDistance, periodOf, type Weekday } from "../../src/index.ts";
import { checkedCalendar } from "../../src/time/calendar.ts";
import { periodIndex } from "../../src/time/periodIndex.ts";
import { anyEpoch, anyTimeZone } from "../support/dates.ts";

const DAY = 86_400_000;
const anyUnit = fc.constantFrom<PeriodUnit>("day", "week", "month", "quarter", "year");

describe("periodIndex", () => {
  it("numbers instants as periodOf names them, in every zone and over clock changes", () => {
    const anyWeekday = fc.constantFrom<Weekday>(0, 1, 2, 3, 4, 5, 6);
    // Neighbouring instants share days, also those in which clocks change.
    const anyEpochs = fc
      .array(fc.tuple(anyEpoch(), fc.array(fc.integer({ min: -DAY, max: DAY }), { maxLength: 5 })), {
        minLength: 1,
      })
      .map((pairs) => pairs.flatMap(([epoch, steps]) => [epoch, ...steps.map((step) => epoch + step)]));
    fc.assert(
      fc.property(anyEpochs, anyUnit, anyTimeZone(), anyWeekday, (epochs, unit, timeZone, weekStartsOn) => {
        const calendar = checkedCalendar("test", { timeZone, weekStartsOn });
        const index = periodIndex("test", unit, calendar, Math.min(...epochs), Math.max(...epochs));
        const numbers = epochs.map(index.numberOf);
        const keys = epochs.map((epoch) => periodOf(epoch, unit, calendar));
        expect(numbers.map(index.keyOf)).toEqual(keys);
        const [first] = numbers;
        expect(numbers.map((number) => number - (first as number))).toEqual(
          keys.map((key) => periodDistance(keys[0] as string, key, { weekStartsOn }) + 0),
        );
        expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
        expect(Math.max(...numbers)).toBeLessThan(index.count);
        // Anew, so that no day has been asked for.
        const filled = new Int32Array(epochs.length);
        const anew = periodIndex("test", unit, calendar, Math.min(...epochs), Math.max(...epochs));
        anew.fillNumbers(filled, Float64Array.from(epochs));
        expect([...filled]).toEqual(numbers);
      }),
    );
  });
});
