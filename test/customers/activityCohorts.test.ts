import { describe, expect, it } from "vitest";
import {
  type ActivityCohortOptions,
  type ActivityEvent,
  activityCohorts,
  type CohortTable,
  CxMetricsError,
  type CxMetricsErrorCode,
  encodeIdentifiers,
  type PeriodUnit,
  tenureCohorts,
} from "../../src/index.ts";
import golden from "../golden/cohorts.json" with { type: "json" };

const DAY = 86_400_000;
const MONTHLY = { unit: "month", asOf: "2026-05-01T00:00:00Z", mode: "on" } as const;

/** Events on 1-based days of 2026, by customer: `{ ana: ["01-10", "03-02"] }`. */
function eventsOn(days: Readonly<Record<string, readonly string[]>>): ActivityEvent[] {
  return Object.entries(days).flatMap(([customerId, ofCustomer]) =>
    ofCustomer.map((day) => ({ customerId, at: `2026-${day}T12:00:00Z` })),
  );
}

function countsOf({ rows }: CohortTable): unknown[] {
  return rows.map(({ cohort, counts }) => [cohort, ...counts]);
}

/** The message and code of what a call throws. */
function errorOf(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    if (error instanceof CxMetricsError)
      return { message: error.message, code: error.code, path: error.path };
    throw error;
  }
  return null;
}

describe("activityCohorts", () => {
  const events = eventsOn({ ana: ["01-10", "03-02"], budi: ["01-20", "04-30"], citra: ["03-31"] });

  it("counts who was active on each month, by the month of the first event", () => {
    expect(activityCohorts(events, MONTHLY)).toEqual({
      unit: "month",
      mode: "on",
      windows: "calendar",
      asOf: "2026-05-01T00:00:00.000Z",
      timeZone: "UTC",
      weekStartsOn: 1,
      periods: null,
      rows: [
        { cohort: "2026-01", size: 2, counts: [2, 0, 1, 1], rates: [1, 0, 0.5, 0.5] },
        { cohort: "2026-03", size: 1, counts: [1, 0, null, null], rates: [1, 0, null, null] },
      ],
      average: { sizes: [3, 3, 2, 2], counts: [3, 0, 1, 1], rates: [1, 0, 0.5, 0.5] },
      customers: 3,
      afterAsOf: 0,
    });
  });

  it("or who was active then or later", () => {
    expect(countsOf(activityCohorts(events, { ...MONTHLY, mode: "on-or-after" }))).toEqual([
      ["2026-01", 2, 2, 2, 1],
      ["2026-03", 1, 0, null, null],
    ]);
  });

  it("knows a cell only when asOf lies in a later period", () => {
    const asOf = "2026-04-30T23:59:59.999Z";
    expect(countsOf(activityCohorts(events, { ...MONTHLY, asOf }))).toEqual([
      ["2026-01", 2, 0, 1],
      ["2026-03", 1, null, null],
    ]);
  });

  it("shows cohorts that have only begun, without a column", () => {
    const table = activityCohorts(events, { ...MONTHLY, asOf: "2026-01-31T00:00:00Z" });
    expect(table.rows).toEqual([{ cohort: "2026-01", size: 2, counts: [], rates: [] }]);
    expect(table.average).toEqual({ sizes: [], counts: [], rates: [] });
    expect(table.afterAsOf).toBe(3);
  });

  it("counts events at asOf, and ignores later ones", () => {
    const asOf = Date.UTC(2026, 2, 1);
    const late = [
      { customerId: "ana", at: asOf },
      { customerId: "budi", at: asOf + 1 },
    ];
    const columns = { customers: Uint32Array.of(0, 1), at: Float64Array.of(asOf, asOf + 1) };
    for (const events of [late, late.values(), columns]) {
      const { rows, afterAsOf, customers } = activityCohorts(events, { ...MONTHLY, asOf });
      expect([rows.map(({ cohort }) => cohort), afterAsOf, customers]).toEqual([["2026-03"], 1, 1]);
    }
  });

  it("ignores events that are all later", () => {
    const columns = { customers: Uint32Array.of(0), at: Float64Array.of(Date.UTC(2027, 0)) };
    expect(activityCohorts(columns, MONTHLY)).toMatchObject({ rows: [], customers: 0, afterAsOf: 1 });
  });

  it("reads an iterable of thousands as it reads an array, with the later ones among them", () => {
    const asOf = 9000 * DAY;
    const many = Array.from({ length: 10_000 }, (_, day) => ({ customerId: day % 7, at: day * DAY }));
    const table = activityCohorts(many, { unit: "year", asOf, mode: "on" });
    expect(table.afterAsOf).toBe(999);
    expect(activityCohorts(many.values(), { unit: "year", asOf, mode: "on" })).toEqual(table);
  });

  it("gives no rows for no events", () => {
    for (const none of [
      [],
      new Set<ActivityEvent>(),
      { customers: new Uint32Array(), at: new Float64Array() },
    ]) {
      const { rows, average, customers } = activityCohorts(none, MONTHLY);
      expect([rows, average, customers]).toEqual([[], { sizes: [], counts: [], rates: [] }, 0]);
    }
  });

  it("reads days in the zone", () => {
    const evening = [
      { customerId: "ana", at: "2026-01-31T20:00:00Z" },
      { customerId: "ana", at: "2026-02-28T20:00:00Z" },
    ];
    expect(countsOf(activityCohorts(evening, MONTHLY))).toEqual([["2026-01", 1, 1, 0, 0]]);
    const jakarta = { ...MONTHLY, timeZone: "Asia/Jakarta" };
    expect(countsOf(activityCohorts(evening, jakarta))).toEqual([["2026-02", 1, 1, 0]]);
  });

  it("takes weeks from the day that they start on", () => {
    // 7 March 2026 is a Saturday, 8 March a Sunday.
    const weekend = eventsOn({ ana: ["03-07", "03-08"] });
    const weekly = { unit: "week", asOf: "2026-03-16T00:00:00Z", mode: "on" } as const;
    expect(countsOf(activityCohorts(weekend, weekly))).toEqual([["2026-W10", 1, 0]]);
    expect(countsOf(activityCohorts(weekend, { ...weekly, weekStartsOn: 0 }))).toEqual([["2026-W09", 1, 1]]);
  });

  it("keeps a cell for a day that the zone skipped", () => {
    const apia = { unit: "day", asOf: "2011-12-31T22:00:00Z", mode: "on", timeZone: "Pacific/Apia" } as const;
    const at = ["2011-12-29T20:00:00Z", "2011-12-30T20:00:00Z"];
    const days = activityCohorts(
      at.map((moment) => ({ customerId: 1, at: moment })),
      apia,
    );
    expect(countsOf(days)).toEqual([["2011-12-29", 1, 0, 1]]);
  });

  it("takes what comes after midnight for the first period though clocks went back to the day before", () => {
    // Until 2011, clocks in St John's went from 00:01 back to 23:01.
    const at = ["2009-11-01T02:30:30Z", "2009-11-01T02:31:00Z"].map((moment) => ({
      customerId: 1,
      at: moment,
    }));
    const options = { ...MONTHLY, asOf: "2009-12-15T00:00:00Z", timeZone: "America/St_Johns" };
    expect(countsOf(activityCohorts(at, options))).toEqual([["2009-11", 1]]);
    expect(countsOf(activityCohorts(at, { ...options, mode: "on-or-after" }))).toEqual([["2009-11", 1]]);
    // Nor does it count for those who began before.
    const october = { customerId: 2, at: "2009-10-10T12:00:00Z" };
    expect(countsOf(activityCohorts([...at, october], options))).toEqual([
      ["2009-10", 1, 0],
      ["2009-11", 1, null],
    ]);
  });

  it("tells apart customers whose identifiers look alike, and takes any name", () => {
    const alike = [1, "1", "__proto__", "constructor"].map((customerId) => ({ customerId, at: 0 }));
    expect(activityCohorts(alike, MONTHLY).customers).toBe(4);
  });
});

describe("rolling windows of activityCohorts", () => {
  const rolling: ActivityCohortOptions = { ...MONTHLY, windows: "rolling" };

  it("begin at each customer's own first moment", () => {
    // Ana comes back within a month, but in the next month of the calendar.
    const events = eventsOn({ ana: ["01-20", "02-10"], budi: ["01-05", "02-10"] });
    const table = activityCohorts(events, { ...rolling, asOf: "2026-03-05T12:00:00Z" });
    // For Ana, who began on the 20th, the second month is not over yet.
    expect(countsOf(table)).toEqual([["2026-01", 2]]);
    const later = activityCohorts(events, { ...rolling, asOf: "2026-03-20T12:00:00Z" });
    expect(countsOf(later)).toEqual([["2026-01", 2, 1]]);
  });

  it("step from the last days of a month to the last day of a shorter one, and back", () => {
    const end = [
      "2026-01-31T12:00:00Z",
      "2026-02-28T11:59:59Z",
      "2026-02-28T12:00:00Z",
      "2026-03-31T12:00:00Z",
    ];
    const countedWith = (...places: number[]): unknown =>
      activityCohorts(
        [0, ...places].map((place) => ({ customerId: "ana", at: end[place] as string })),
        { ...rolling, asOf: "2026-05-01T00:00:00Z" },
      ).rows[0]?.counts;
    expect(countedWith(1)).toEqual([1, 0, 0]);
    expect(countedWith(2)).toEqual([1, 1, 0]);
    expect(countedWith(3)).toEqual([1, 0, 1]);
  });

  it("follow the local clock where clocks change", () => {
    // Clocks in New York go forward on 8 March 2026, at 07:00 UTC.
    const days = { unit: "day", windows: "rolling", mode: "on", timeZone: "America/New_York" } as const;
    const noon = [16, 15].map((hour, day) => ({ customerId: "ana", at: Date.UTC(2026, 2, 7 + day, hour) }));
    expect(countsOf(activityCohorts(noon, { ...days, asOf: "2026-03-09T16:00:00Z" }))).toEqual([
      ["2026-03-07", 1, 1],
    ]);
    expect(
      countsOf(activityCohorts(noon, { ...days, timeZone: "UTC", asOf: "2026-03-09T16:00:00Z" })),
    ).toEqual([["2026-03-07", 1, 0]]);
  });
});

describe("large tables", () => {
  it("hold more columns than a word has bits", () => {
    const daily = { unit: "day", asOf: 100 * DAY, mode: "on" } as const;
    const at = [0, 31, 32, 63, 64, 99].map((day) => ({ customerId: "ana", at: day * DAY }));
    const [row] = activityCohorts(at, daily).rows;
    expect(row?.counts.flatMap((count, column) => (count === 0 ? [] : [column]))).toEqual([
      0, 31, 32, 63, 64, 99,
    ]);
    const [cut] = activityCohorts(at, { ...daily, periods: 64 }).rows;
    expect(cut?.counts.flatMap((count, column) => (count === 0 ? [] : [column]))).toEqual([0, 31, 32, 63]);
  });

  it.each(["on", "on-or-after"] as const)(
    "count every customer also where there are more than are held at a time, %s",
    (mode) => {
      // 75 years of days are 857 words for each of 5,000 customers: more than are held at once.
      const n = 5000;
      const customers = Uint32Array.from({ length: 2 * n }, (_, i) => i % n);
      const at = Float64Array.from({ length: 2 * n }, (_, i) => (i < n ? 0 : i % 100) * DAY);
      const options = { unit: "day", asOf: 27_394 * DAY, periods: 110, mode } as const;
      // Fifty come back on each of the days from 1 to 99.
      const on = (day: number): number => (day === 0 ? n : day < 100 ? 50 : 0);
      const later = (day: number): number => Math.max(n - 50 * day, 0);
      const { rows } = activityCohorts({ customers, at }, options);
      expect(rows.map(({ counts }) => counts)).toEqual([
        Array.from({ length: 110 }, (_, day) => (mode === "on" ? on(day) : later(day))),
      ]);
    },
  );

  const at = Float64Array.from({ length: 4000 }, (_, day) => day * DAY);
  const columns = { customers: Uint32Array.from(at.keys()), at };
  const daily = { unit: "day", asOf: 4000 * DAY, mode: "on" } as const;

  it("are refused above ten million cells, with advice", () => {
    expect(errorOf(() => activityCohorts(columns, daily))).toEqual({
      message:
        "activityCohorts: periods must be at most 2500 where there are 4000 cohorts, or the unit coarser, got 4000",
      code: "invalid-argument",
      path: ["periods"],
    });
  });

  it("are given with fewer columns, or a coarser unit", () => {
    expect(activityCohorts(columns, { ...daily, periods: 12 }).rows.length).toBe(4000);
    expect(activityCohorts(columns, { ...daily, unit: "week" }).rows.length).toBe(572);
  });

  it("read a million events from columns and from a generator", () => {
    const n = 1_000_000;
    const customers = Uint32Array.from({ length: n }, (_, i) => i % 1000);
    const at = Float64Array.from({ length: n }, (_, i) => (i % 700) * DAY);
    function* generated(): Generator<ActivityEvent> {
      for (let i = 0; i < n; i++) yield { customerId: customers[i] as number, at: at[i] as number };
    }
    const monthly = { unit: "month", asOf: 700 * DAY, mode: "on" } as const;
    const table = activityCohorts({ customers, at }, monthly);
    expect(table.customers).toBe(1000);
    expect(activityCohorts(generated(), monthly)).toEqual(table);
  });
});

describe("columns", () => {
  it("may number customers in any way, also by keys of a database", () => {
    const at = Float64Array.of(0, 40 * DAY, 0);
    const wanted = activityCohorts({ customers: Uint32Array.of(0, 0, 1), at }, MONTHLY);
    for (const high of [7, 4_294_967_295]) {
      expect(activityCohorts({ customers: Uint32Array.of(high, high, 2), at }, MONTHLY)).toEqual(wanted);
    }
  });

  it("stay as they were", () => {
    const columns = { customers: Uint32Array.of(0, 1, 5), at: Float64Array.of(1.5, 9e13, 3) };
    activityCohorts(columns, MONTHLY);
    expect([[...columns.customers], [...columns.at]]).toEqual([
      [0, 1, 5],
      [1.5, 9e13, 3],
    ]);
  });

  it.each<[object, string, CxMetricsErrorCode?]>([
    [{ customers: [0], at: Float64Array.of(0) }, "events.customers must be a Uint32Array, got an array"],
    [
      { customers: Int32Array.of(0), at: Float64Array.of(0) },
      "events.customers must be a Uint32Array, got an object",
    ],
    [{ customers: Uint32Array.of(0), at: [0] }, "events.at must be a Float64Array, got an array"],
    [
      { customers: Uint32Array.of(0), at: Float64Array.of(0, 1) },
      "events.at must be as long as events.customers (1), got 2",
    ],
    [
      { customers: Uint32Array.of(0, 0), at: Float64Array.of(0, Number.NaN) },
      "events.at at index 1 must be a valid Date, epoch milliseconds, or ISO 8601 with an offset (2026-03-09T10:30:00Z), got NaN",
      "invalid-instant",
    ],
    [
      { customers: Uint32Array.of(0), at: Float64Array.of(-7e13) },
      "events.at at index 0 must be in the years 1 to 9999, got an earlier instant",
      "invalid-instant",
    ],
  ])("refuses what is no such column: %#", (columns, message, code = "invalid-argument") => {
    expect(errorOf(() => activityCohorts(columns as never, MONTHLY))).toMatchObject({
      message: `activityCohorts: ${message}`,
      code,
    });
  });
});

describe("activityCohorts refuses", () => {
  const event = { customerId: "ana", at: 0 };

  it.each<[unknown, string, CxMetricsErrorCode?]>([
    [null, "events must be an array or another iterable, got null"],
    ["ana", "events must be an array or another iterable, got a string"],
    [[event, null], "events at index 1 must be an object, got null"],
    [[event, "ana"], "events at index 1 must be an object, got a string"],
    [
      [event, event, { at: 0 }],
      "events at index 2.customerId must be a string that is not blank or a finite number, got undefined",
    ],
    [
      [{ customerId: " ", at: 0 }],
      "events at index 0.customerId must be a string that is not blank or a finite number, got a string",
    ],
    [
      [event, { customerId: "", at: "2027-01-01T00:00:00Z" }],
      "events at index 1.customerId must be a string that is not blank or a finite number, got a string",
    ],
    [
      [event, { customerId: "budi", at: "2026-01-01" }],
      "events at index 1.at must be a valid Date, epoch milliseconds, or ISO 8601 with an offset (2026-03-09T10:30:00Z), got a string",
      "invalid-instant",
    ],
    [
      [{ customerId: "ana", at: -7e13 }],
      "events at index 0.at must be in the years 1 to 9999, got an earlier instant",
      "invalid-instant",
    ],
    [
      [event, { customerId: "ana", at: 1e16 }],
      "events at index 1.at must be a valid Date, epoch milliseconds, or ISO 8601 with an offset (2026-03-09T10:30:00Z), got a number of a million or more",
      "invalid-instant",
    ],
  ])("events that are none: %#", (events, message, code = "invalid-argument") => {
    expect(errorOf(() => activityCohorts(events as never, MONTHLY))).toMatchObject({
      message: `activityCohorts: ${message}`,
      code,
    });
  });

  it.each([1, 5000, 9000])(
    "a bad event at %d in an iterable by its index, and closes the iterable",
    (bad) => {
      let closed = false;
      function* events(): Generator<unknown> {
        try {
          for (let i = 0; i < 10_000; i++) yield i === bad ? { customerId: "ana" } : event;
        } finally {
          closed = true;
        }
      }
      expect(errorOf(() => activityCohorts(events() as never, MONTHLY))).toMatchObject({
        message: expect.stringContaining(`events at index ${bad}.at `),
      });
      expect(closed).toBe(true);
    },
  );

  it.each<[object, string, CxMetricsErrorCode?]>([
    [{ mode: "tenure" }, 'mode must be "on" or "on-or-after", got a string'],
    [{ unit: "hour" }, 'unit must be "day" or "week" or "month" or "quarter" or "year", got a string'],
    [{ windows: "fixed" }, 'windows must be "calendar" or "rolling", got a string'],
    [{ periods: 0 }, "periods must be a whole number from 1 up, got 0"],
    [{ periods: 1.5 }, "periods must be a whole number from 1 up, got 1.5"],
    [{ asOf: 8.64e15 }, "asOf must be in the years 1 to 9999, got another year", "invalid-instant"],
    [{ timeZone: "Mars/Phobos" }, "timeZone must be an IANA time zone such as Asia/Jakarta, got a string"],
    [{ weekStartsOn: 7 }, "weekStartsOn must be an integer from 0 to 6, got 7"],
    [
      { unti: "month" },
      'options must be among mode, unit, asOf, windows, periods, timeZone, weekStartsOn, got "unti"',
    ],
  ])("options that are none: %j", (option, message, code = "invalid-argument") => {
    expect(errorOf(() => activityCohorts([], { ...MONTHLY, ...option } as never))).toMatchObject({
      message: `activityCohorts: ${message}`,
      code,
    });
  });

  it("cohorts that the zone puts outside of the years that have keys", () => {
    const first = [{ customerId: "ana", at: "0001-01-01T00:00:00Z" }];
    expect(errorOf(() => activityCohorts(first, { ...MONTHLY, timeZone: "America/New_York" }))).toEqual({
      message: "activityCohorts: cohorts must fall in the years 1 to 9999",
      code: "invalid-instant",
      path: ["cohorts"],
    });
  });
});

describe("golden tables, from SQLite and Python's zones", () => {
  it.each(golden.tables)("$unit, $mode, $zone", ({ unit, mode, zone, rows }) => {
    const options = { unit: unit as PeriodUnit, asOf: golden.asOf, timeZone: zone };
    const table =
      mode === "tenure"
        ? tenureCohorts(golden.tenures, options)
        : activityCohorts(golden.events, { ...options, mode: mode as "on" });
    expect(table.rows.map(({ cohort, size, counts }) => ({ cohort, size, counts }))).toEqual(rows);
    expect(table.customers).toBe(rows.reduce((sum, { size }) => sum + size, 0));
  });
});

describe("encodeIdentifiers", () => {
  it("numbers identifiers in the order in which they first come", () => {
    const { codes, identifiers } = encodeIdentifiers(["ana", 1, "1", "ana"]);
    expect(codes).toEqual(Uint32Array.of(0, 1, 2, 0));
    expect(identifiers).toEqual(["ana", 1, "1"]);
  });

  it("takes any iterable, of any length", () => {
    const ids = Array.from({ length: 5000 }, (_, i) => i % 1234);
    const { codes, identifiers } = encodeIdentifiers(ids.values());
    expect([...codes]).toEqual(ids);
    expect(identifiers.length).toBe(1234);
    expect(encodeIdentifiers([])).toEqual({ codes: new Uint32Array(), identifiers: [] });
  });

  it("refuses what identifies nobody", () => {
    expect(errorOf(() => encodeIdentifiers(["ana", ""]))).toEqual({
      message:
        "encodeIdentifiers: ids at index 1 must be a string that is not blank or a finite number, got a string",
      code: "invalid-argument",
      path: ["ids", 1],
    });
    expect(errorOf(() => encodeIdentifiers(null as never))).toMatchObject({
      message: expect.stringContaining("ids must be"),
    });
  });
});
