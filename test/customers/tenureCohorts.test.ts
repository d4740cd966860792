import { describe, expect, it } from "vitest";
import { CxMetricsError, type Tenure, tenureCohorts } from "../../src/index.ts";

const MONTHLY = { unit: "month", asOf: "2026-05-01T00:00:00Z" } as const;

/** A stay between days of 2026. */
function stay(customerId: string, start: string, end: string | null = null): Tenure {
  const moment = (day: string): string => `2026-${day}T00:00:00Z`;
  return { customerId, startedAt: moment(start), endedAt: end === null ? null : moment(end) };
}

function countsOf(
  tenures: readonly Tenure[],
  options: Parameters<typeof tenureCohorts>[1] = MONTHLY,
): unknown[] {
  return tenureCohorts(tenures, options).rows.map(({ cohort, counts }) => [cohort, ...counts]);
}

describe("tenureCohorts", () => {
  it("counts who is still there at the end of each period", () => {
    const tenures = [stay("ana", "01-10"), stay("budi", "01-20", "03-15"), stay("citra", "02-01", "02-20")];
    expect(tenureCohorts(tenures, MONTHLY)).toMatchObject({
      mode: "tenure",
      rows: [
        { cohort: "2026-01", size: 2, counts: [2, 2, 1, 1], rates: [1, 1, 0.5, 0.5] },
        { cohort: "2026-02", size: 1, counts: [0, 0, 0, null], rates: [0, 0, 0, null] },
      ],
      average: { sizes: [3, 3, 3, 2], counts: [2, 2, 1, 1] },
      customers: 3,
      afterAsOf: 0,
    });
  });

  it("starts below everybody where somebody left in the period of joining", () => {
    expect(countsOf([stay("ana", "04-01", "04-02"), stay("budi", "04-01")])).toEqual([["2026-04", 1]]);
  });

  it("counts somebody to the end of a period who leaves at the instant at which it ends", () => {
    expect(countsOf([stay("ana", "02-10", "04-01")])).toEqual([["2026-02", 1, 1, 0]]);
  });

  it("takes the end of a period from the zone", () => {
    const jakarta = { ...MONTHLY, timeZone: "Asia/Jakarta" };
    expect(
      countsOf(
        [{ customerId: 1, startedAt: "2026-02-10T00:00:00Z", endedAt: "2026-03-31T17:00:00Z" }],
        jakarta,
      ),
    ).toEqual([["2026-02", 1, 1, 0]]);
  });

  it("joins stays that touch, and ends at the first gap", () => {
    expect(countsOf([stay("ana", "02-10", "03-15"), stay("ana", "01-05", "02-10")])).toEqual([
      ["2026-01", 1, 1, 0, 0],
    ]);
    expect(countsOf([stay("ana", "01-05", "02-10"), stay("ana", "02-11")])).toEqual([
      ["2026-01", 1, 0, 0, 0],
    ]);
  });

  it("ignores and counts tenures that start after asOf, and does not know of later ends", () => {
    const tenures = [stay("ana", "03-10", "12-01"), stay("budi", "06-01"), stay("ana", "07-01")];
    const table = tenureCohorts(tenures, MONTHLY);
    expect(table.rows).toEqual([{ cohort: "2026-03", size: 1, counts: [1, 1], rates: [1, 1] }]);
    expect([table.customers, table.afterAsOf]).toEqual([1, 2]);
  });

  it("takes a start at asOf for known", () => {
    const { customers, afterAsOf } = tenureCohorts([stay("ana", "05-01")], MONTHLY);
    expect([customers, afterAsOf]).toEqual([1, 0]);
  });

  it("counts windows from the day of joining where they roll", () => {
    const tenures = [stay("ana", "01-31", "02-28"), stay("budi", "01-01", "02-28")];
    const rolling = { ...MONTHLY, windows: "rolling" } as const;
    // Ana's second month begins on 28 February, so that the first lasted to its end.
    expect(countsOf(tenures, rolling)).toEqual([["2026-01", 2, 0, 0]]);
  });

  it("gives no rows for no tenures", () => {
    expect(tenureCohorts([], MONTHLY)).toMatchObject({ rows: [], customers: 0 });
  });

  it.each([
    [null, "tenures must be an array or another iterable, got null"],
    [[{ customerId: "", startedAt: 0 }], "tenures at index 0.customerId must be"],
    [
      [stay("ana", "02-01"), stay("budi", "02-01"), { customerId: 1, startedAt: -7e13 }],
      "tenures at index 2.startedAt must be in the years 1 to 9999, got an earlier instant",
    ],
    [
      [stay("ana", "02-01", "01-01")],
      "tenures at index 0.endedAt must be startedAt or later, got an earlier instant",
    ],
  ])("refuses what is no tenure: %#", (tenures, message) => {
    expect(() => tenureCohorts(tenures as never, MONTHLY)).toThrow(CxMetricsError);
    expect(() => tenureCohorts(tenures as never, MONTHLY)).toThrow(`tenureCohorts: ${message}`);
  });

  it("has no mode to choose", () => {
    expect(() => tenureCohorts([], { ...MONTHLY, mode: "on" } as never)).toThrow(
      'tenureCohorts: options must be among unit, asOf, windows, periods, timeZone, weekStartsOn, got "mode"',
    );
  });
});
