import { expectTypeOf, it } from "vitest";
import {
  type Duration,
  durations,
  type Interval,
  kaplanMeier,
  logRankTest,
  medianSurvival,
  restrictedMeanSurvival,
  type SurvivalCurve,
  type SurvivalTransform,
  survivalAt,
  survivalQuantile,
  type Tenure,
} from "../../src/index.ts";

declare const tenures: Iterable<Tenure>;
declare const curve: SurvivalCurve;

it("durations lead to curves and tests", () => {
  const rows = durations(tenures, { asOf: 0, unit: "month" });
  expectTypeOf(rows).toEqualTypeOf<readonly Duration[]>();
  expectTypeOf(kaplanMeier(rows)).toEqualTypeOf<SurvivalCurve>();
  logRankTest([rows, new Set(rows)]);
  // @ts-expect-error the moment of the count is needed
  durations(tenures, { unit: "month" });
  // @ts-expect-error and the unit
  durations(tenures, { asOf: 0 });
  // @ts-expect-error there are no other units
  durations(tenures, { asOf: 0, unit: "hour" });
  // @ts-expect-error one group is none
  logRankTest(rows);
});

it("a duration needs its time and whether the end was seen", () => {
  kaplanMeier([{ time: 1, observed: true, entry: undefined, weight: undefined }]);
  // @ts-expect-error whether the end was seen is needed
  kaplanMeier([{ time: 1 }]);
  // @ts-expect-error 1 is not true
  kaplanMeier([{ time: 1, observed: 1 }]);
});

it("figures that may be undefined are null in their types", () => {
  expectTypeOf(survivalAt(curve, 1).survival).toEqualTypeOf<number | null>();
  expectTypeOf(survivalQuantile(curve, 0.25).time).toEqualTypeOf<number | null>();
  expectTypeOf(medianSurvival(curve).high).toEqualTypeOf<number | null>();
  expectTypeOf(restrictedMeanSurvival(curve, { until: 1 }).mean).toEqualTypeOf<number | null>();
  expectTypeOf(restrictedMeanSurvival(curve, { until: 1 }).interval).toEqualTypeOf<Interval | null>();
  expectTypeOf(logRankTest([]).pValue).toEqualTypeOf<number | null>();
  expectTypeOf<SurvivalCurve["steps"][number]["survival"]>().toEqualTypeOf<number>();
  expectTypeOf<SurvivalTransform>().toEqualTypeOf<"log-log" | "log" | "plain">();
  // @ts-expect-error a mean without an end is not known
  restrictedMeanSurvival(curve);
});
