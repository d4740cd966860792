import { describe, expectTypeOf, it } from "vitest";
import {
  type ActivityColumns,
  type ActivityEvent,
  activityCohorts,
  type CohortTable,
  encodeIdentifiers,
  type Identifier,
  mergeCohortTables,
  tenureCohorts,
} from "../../src/index.ts";

const monthly = { unit: "month", asOf: 0 } as const;

describe("cohort tables", () => {
  it("come of events, columns and tenures alike", () => {
    expectTypeOf(
      activityCohorts([] as ActivityEvent[], { ...monthly, mode: "on" }),
    ).toEqualTypeOf<CohortTable>();
    const columns: ActivityColumns = { customers: encodeIdentifiers(["ana"]).codes, at: Float64Array.of(0) };
    expectTypeOf(activityCohorts(columns, { ...monthly, mode: "on-or-after" })).toEqualTypeOf<CohortTable>();
    expectTypeOf(tenureCohorts([], monthly)).toEqualTypeOf<CohortTable>();
    expectTypeOf(mergeCohortTables([])).toEqualTypeOf<CohortTable>();
  });

  it("have cells that may be unknown, and averages that are not", () => {
    expectTypeOf<CohortTable["rows"][number]["rates"]>().toEqualTypeOf<readonly (number | null)[]>();
    expectTypeOf<CohortTable["average"]["rates"]>().toEqualTypeOf<readonly number[]>();
  });

  it("need a unit, a moment and, of events, a mode", () => {
    // @ts-expect-error: when somebody counts has no default
    activityCohorts([], monthly);
    // @ts-expect-error: no clock is read
    tenureCohorts([], { unit: "month" });
    // @ts-expect-error: that mode is of tenures
    activityCohorts([], { ...monthly, mode: "tenure" });
    // @ts-expect-error: stays have one mode
    tenureCohorts([], { ...monthly, mode: "on" });
    // @ts-expect-error: codes are whole numbers
    activityCohorts({ customers: Float64Array.of(0), at: Float64Array.of(0) }, { ...monthly, mode: "on" });
  });

  it("keep the identifiers that their codes stand for", () => {
    expectTypeOf(encodeIdentifiers([1, "1"]).identifiers).toEqualTypeOf<readonly Identifier[]>();
  });
});
