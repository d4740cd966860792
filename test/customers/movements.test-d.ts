import { expectTypeOf, it } from "vitest";
import {
  customerMovement,
  type GroupValue,
  type Movement,
  mergeMovements,
  movementsByPeriod,
  type Tenure,
} from "../../src/index.ts";

const tenures = [{ customerId: "ana", plan: "Pro", startedAt: new Date(0), endedAt: null }];
const RANGE = { from: "2026-01", to: "2026-02" } as const;

it("a tenure may have no end, or null, or undefined", () => {
  expectTypeOf<{ customerId: number; startedAt: number }>().toExtend<Tenure>();
  expectTypeOf<{ customerId: string; startedAt: string; endedAt: undefined }>().toExtend<Tenure>();
  expectTypeOf<{ startedAt: string }>().not.toExtend<Tenure>();
});

it("the dimensions of a table are known by name, and their readers see the whole row", () => {
  const rows = movementsByPeriod(tenures, { unit: "month", ...RANGE, by: { plan: (row) => row.plan } });
  expectTypeOf(rows[0]?.key.plan).toEqualTypeOf<GroupValue | undefined>();
  // @ts-expect-error: there is no such dimension
  rows[0]?.key.region;
});

it("a table without dimensions has empty keys", () => {
  const rows = movementsByPeriod(tenures, { unit: "month", ...RANGE });
  expectTypeOf<keyof NonNullable<(typeof rows)[0]>["key"]>().toBeNever();
});

it("rows of a table are movements", () => {
  expectTypeOf(
    mergeMovements(movementsByPeriod(tenures, { unit: "year", ...RANGE })),
  ).toEqualTypeOf<Movement>();
});

it("a period has two ends", () => {
  // @ts-expect-error: `to` is missing
  customerMovement(tenures, { from: "2026-01" });
});
