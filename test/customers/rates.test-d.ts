import { expectTypeOf, it } from "vitest";
import {
  type ChurnDenominator,
  churnRate,
  type Interval,
  type Movement,
  type Rate,
  type RetentionCounts,
  retentionRate,
} from "../../src/index.ts";

declare const movement: Movement;

it("churnRate's counts follow its denominator", () => {
  expectTypeOf(churnRate({ atStart: 200, lost: 40 })).toEqualTypeOf<Rate>();
  churnRate({ atStart: 200, lost: 40 }, {});
  churnRate({ atStart: 200, lost: 40 }, { level: 0.9 });
  churnRate({ atStart: 200, lost: 40 }, { denominator: "start" });
  churnRate({ atStart: 200, lost: 40, atEnd: 240 }, { denominator: "average" });
  churnRate({ atStart: 200, lost: 40, acquired: 80 }, { denominator: "start-plus-acquired" });
  // @ts-expect-error the average needs the customers at the end
  churnRate({ atStart: 200, lost: 40 }, { denominator: "average" });
  // @ts-expect-error who joined is needed
  churnRate({ atStart: 200, lost: 40 }, { denominator: "start-plus-acquired" });
  // @ts-expect-error the end is no substitute for who joined
  churnRate({ atStart: 200, lost: 40, atEnd: 240 }, { denominator: "start-plus-acquired" });
  // @ts-expect-error who left is needed
  churnRate({ atStart: 200 });
  // @ts-expect-error there is no such denominator
  churnRate({ atStart: 200, lost: 40 }, { denominator: "end" });
});

it("a movement goes with every denominator", () => {
  for (const denominator of ["start", "average", "start-plus-acquired"] as const) {
    expectTypeOf(churnRate(movement, { denominator })).toEqualTypeOf<Rate>();
  }
  expectTypeOf<ChurnDenominator>().toEqualTypeOf<"start" | "average" | "start-plus-acquired">();
});

it("retentionRate takes three counts or a movement", () => {
  expectTypeOf(retentionRate).parameter(0).toEqualTypeOf<RetentionCounts | Movement>();
  expectTypeOf(retentionRate(movement)).toEqualTypeOf<Rate>();
  retentionRate({ atStart: 200, atEnd: 190, acquired: 30 });
  // @ts-expect-error who joined is needed
  retentionRate({ atStart: 200, atEnd: 190 });
});

it("options may be absent or undefined, one by one and together", () => {
  retentionRate(movement, undefined);
  retentionRate(movement, { level: undefined });
  churnRate(movement, undefined);
  churnRate(movement, { level: undefined, denominator: undefined });
  churnRate({ atStart: 200, lost: 40 }, { denominator: undefined });
});

it("a rate may be null, and so may its interval", () => {
  expectTypeOf<Rate["rate"]>().toEqualTypeOf<number | null>();
  expectTypeOf<Rate["interval"]>().toEqualTypeOf<Interval | null>();
});

it("every field of a movement is required and read-only", () => {
  expectTypeOf<Required<Movement>>().toEqualTypeOf<Movement>();
  expectTypeOf<Readonly<Movement>>().toEqualTypeOf<Movement>();
});
