// Movements against a diary kept hour by hour in Python (test/golden/movements.py).

import { describe, expect, it } from "vitest";
import { customerMovement, movementsByPeriod, type Tenure } from "../../src/index.ts";
import golden from "../golden/movements.json" with { type: "json" };

/** The counts of a period between two months. */
type Row = readonly [from: string, to: string, movement: { readonly from: string; readonly to: string }];

/** Results say milliseconds. */
function expected([, , movement]: Row): unknown {
  return {
    ...movement,
    from: new Date(movement.from).toISOString(),
    to: new Date(movement.to).toISOString(),
  };
}

describe("customerMovement counts who is in the diary", () => {
  it.each(golden.map(({ timeZone, tenures, movements }, i) => [i, timeZone, tenures, movements] as const))(
    "case %i, in %s",
    (_, timeZone, tenures, movements) => {
      for (const row of movements as unknown as readonly Row[]) {
        const [from, to] = row;
        expect(customerMovement(tenures as readonly Tenure[], { from, to, timeZone })).toEqual(expected(row));
      }
    },
  );

  it("whether the period is given by keys or by instants", () => {
    for (const { timeZone, tenures, movements } of golden) {
      for (const row of movements as unknown as readonly Row[]) {
        const { from, to } = row[2];
        expect(customerMovement(tenures as readonly Tenure[], { from, to, timeZone })).toEqual(expected(row));
      }
    }
  });
});

describe("movementsByPeriod counts who is in the diary", () => {
  it("month by month", () => {
    for (const { timeZone, tenures, movements } of golden) {
      const options = { unit: "month", from: "2025-09", to: "2026-08", timeZone } as const;
      const table = movementsByPeriod(tenures as readonly Tenure[], options);
      for (const row of movements as unknown as readonly Row[]) {
        const month = table.find(({ period }) => period === row[0]);
        if (month?.to === expectedEnd(row)) expect(month).toMatchObject(expected(row) as object);
      }
    }
  });
});

function expectedEnd([, , { to }]: Row): string {
  return new Date(to).toISOString();
}
