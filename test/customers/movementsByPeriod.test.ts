import { describe, expect, it } from "vitest";
import { CxMetricsError, movementsByPeriod, type Tenure } from "../../src/index.ts";

const tenures = [
  { customerId: "ana", plan: "Pro", startedAt: "2025-04-10T00:00:00Z" },
  { customerId: "budi", plan: "Pro", startedAt: "2025-06-01T00:00:00Z", endedAt: "2026-02-20T00:00:00Z" },
  { customerId: "citra", plan: "Basic", startedAt: "2026-01-05T00:00:00Z" },
  { customerId: "dewi", plan: "Basic", startedAt: "2026-01-08T00:00:00Z", endedAt: "2026-03-03T00:00:00Z" },
  { customerId: "dewi", plan: "Pro", startedAt: "2026-03-03T00:00:00Z" },
  { customerId: "eko", plan: null, startedAt: "2026-02-01T00:00:00Z" },
];
const FIRST_QUARTER = { unit: "month", from: "2026-01", to: "2026-04" } as const;

describe("movementsByPeriod", () => {
  it("gives a row for every period, the end of one being the start of the next", () => {
    const months = movementsByPeriod(tenures, FIRST_QUARTER);
    expect(months.map(({ period }) => period)).toEqual(["2026-01", "2026-02", "2026-03"]);
    expect(months.map(({ atStart, atEnd }) => [atStart, atEnd])).toEqual([
      [2, 4],
      [4, 4],
      [4, 4],
    ]);
    expect(months[0]).toEqual({
      key: {},
      period: "2026-01",
      from: "2026-01-01T00:00:00.000Z",
      to: "2026-02-01T00:00:00.000Z",
      atStart: 2,
      acquired: 2,
      reactivated: 0,
      lost: 0,
      lostFromStart: 0,
      atEnd: 4,
    });
  });

  it("counts segments by themselves: who changes segment is lost to one and acquired by the other", () => {
    const march = movementsByPeriod(tenures, {
      ...FIRST_QUARTER,
      by: { plan: (tenure) => tenure.plan },
    }).filter(({ period }) => period === "2026-03");
    expect(march.map(({ key, acquired, lost, atEnd }) => [key.plan, acquired, lost, atEnd])).toEqual([
      ["Basic", 0, 1, 1],
      ["Pro", 1, 0, 2],
      [null, 0, 0, 1],
    ]);
  });

  it("sorts by segment, then by period", () => {
    const rows = movementsByPeriod(tenures, { ...FIRST_QUARTER, by: { plan: (tenure) => tenure.plan } });
    expect(rows.map(({ key, period }) => `${key.plan} ${period}`)).toEqual([
      "Basic 2026-01",
      "Basic 2026-02",
      "Basic 2026-03",
      "Pro 2026-01",
      "Pro 2026-02",
      "Pro 2026-03",
      "null 2026-01",
      "null 2026-02",
      "null 2026-03",
    ]);
  });

  it("cuts the calendar in the zone of the call, with days of 23 and 25 hours", () => {
    const days = movementsByPeriod([], {
      unit: "day",
      from: "2026-03-07",
      to: "2026-03-10",
      timeZone: "America/New_York",
    });
    expect(days.map(({ from }) => from)).toEqual([
      "2026-03-07T05:00:00.000Z",
      "2026-03-08T05:00:00.000Z",
      "2026-03-09T04:00:00.000Z",
    ]);
  });

  it("takes weeks from the day that they start on", () => {
    const weeks = movementsByPeriod([], { unit: "week", from: "2026-W11", to: "2026-W12", weekStartsOn: 0 });
    expect(weeks.map(({ from, to }) => [from, to])).toEqual([
      ["2026-03-15T00:00:00.000Z", "2026-03-22T00:00:00.000Z"],
    ]);
  });

  it("keeps a day that a zone skipped as a row in which nothing can happen", () => {
    const days = movementsByPeriod([], {
      unit: "day",
      from: "2011-12-29",
      to: "2012-01-01",
      timeZone: "Pacific/Apia",
    });
    const skipped = days[1];
    expect(skipped?.period).toBe("2011-12-30");
    expect(skipped?.from).toBe(skipped?.to);
  });

  it("takes the beginning of a period as an instant too", () => {
    const [january] = movementsByPeriod(tenures, {
      unit: "month",
      from: "2026-01-01T00:00:00+07:00",
      to: new Date("2026-02-01T00:00:00+07:00"),
      timeZone: "Asia/Jakarta",
    });
    expect(january?.period).toBe("2026-01");
  });

  it("gives zeros for no tenures, no rows where they would have been segments, and none for an empty range", () => {
    expect(movementsByPeriod([], FIRST_QUARTER).map(({ atEnd }) => atEnd)).toEqual([0, 0, 0]);
    expect(movementsByPeriod([] as Tenure[], { ...FIRST_QUARTER, by: { id: (t) => t.customerId } })).toEqual(
      [],
    );
    const [from, to] = ["2026-01-01T00:00:00Z", "2026-01"];
    expect(movementsByPeriod(tenures, { unit: "month", from, to })).toEqual([]);
  });

  it("reads each tenure once, from any iterable", () => {
    function* once(): Generator<(typeof tenures)[number]> {
      yield* tenures;
    }
    expect(movementsByPeriod(once(), FIRST_QUARTER)).toEqual(movementsByPeriod(tenures, FIRST_QUARTER));
  });
});

describe("movementsByPeriod refuses", () => {
  it.each<[string, object, string]>([
    [
      "a range that begins within a period",
      { from: "2026-01-15" },
      "from must be the beginning of a month in the time zone, got a moment within one",
    ],
    [
      "a range that ends within one",
      { to: "2026-03-31T17:00:00Z" },
      "to must be the beginning of a month in the time zone, got a moment within one",
    ],
    [
      "one period as both ends, which would be no time at all",
      { from: "2026-01", to: "2026-01" },
      "to must be the period after the last that counts, got the same period as from",
    ],
    [
      "a range that ends before it begins",
      { to: "2025-12" },
      "to must be from or later, got an earlier moment",
    ],
    [
      "an unknown unit",
      { unit: "fortnight" },
      'unit must be "day" or "week" or "month" or "quarter" or "year", got a string',
    ],
    [
      "more periods than any table needs",
      { unit: "day", from: "1000", to: "2000" },
      "to must be at most 100000 periods after from, got 365242",
    ],
    [
      "a moment outside the years 1 to 9999",
      { from: -8e15 },
      "from: periodOf: instant must fall in the years 1 to 9999",
    ],
    ["a dimension that is no function", { by: { plan: "plan" } }, "by.plan must be a function, got a string"],
    [
      "a value that is no key",
      { by: { plan: () => ({}) } },
      "by.plan at index 0 must be a string, a finite number, a boolean or missing, got an object",
    ],
  ])("%s", (_, options, message) => {
    const call = (): unknown => movementsByPeriod(tenures, { ...FIRST_QUARTER, ...options } as never);
    expect(call).toThrow(CxMetricsError);
    expect(call).toThrow(`movementsByPeriod: ${message}`);
  });

  it("a tenure that is wrong, by its index", () => {
    const call = (): unknown => movementsByPeriod([...tenures, { customerId: "x" } as never], FIRST_QUARTER);
    expect(call).toThrow("movementsByPeriod: tenures at index 6.startedAt must be");
  });
});
