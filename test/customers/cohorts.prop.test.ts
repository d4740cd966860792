// Laws of the cohort tables, and a second way to count them: a set of customers for each period.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ActivityCohortOptions,
  type ActivityEvent,
  activityCohorts,
  type CohortOptions,
  type CohortTable,
  encodeIdentifiers,
  mergeCohortTables,
  type PeriodUnit,
  periodDistance,
  periodOf,
  type Tenure,
  tenureCohorts,
  type Weekday,
} from "../../src/index.ts";
import { shuffled } from "../support/arbitraries.ts";
import { anyTimeZone } from "../support/dates.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

const DAY = 86_400_000;
const FIRST = Date.UTC(2024, 0, 30);

/** Moments of two years, many of them near the end of a month. */
const anyMoment = fc.oneof(
  fc.integer({ min: FIRST, max: FIRST + 730 * DAY }),
  fc
    .tuple(fc.integer({ min: 0, max: 24 }), fc.integer({ min: -36, max: 36 }))
    .map(([month, hour]) => Math.max(FIRST, Date.UTC(2024, month, 1, hour))),
);
const anyCustomer = fc.constantFrom("a", "b", "c", "__proto__", 1, "1", 0);
const anyEvent = fc.record({ customerId: anyCustomer, at: anyMoment });
const anyEvents = fc.array(anyEvent, { maxLength: 30 });
const anyTenure: fc.Arbitrary<Tenure> = fc
  .tuple(anyCustomer, anyMoment, fc.option(fc.integer({ min: 0, max: 300 * DAY })))
  .map(([customerId, startedAt, length]) => ({
    customerId,
    startedAt,
    endedAt: length === null ? null : startedAt + length,
  }));
const anyTenures = fc.array(anyTenure, { maxLength: 20 });

const anyTableOptions: fc.Arbitrary<CohortOptions> = fc.record({
  unit: fc.constantFrom<PeriodUnit>("week", "month", "quarter", "year"),
  asOf: fc.oneof(fc.integer({ min: FIRST, max: FIRST + 900 * DAY }), fc.constant(Date.UTC(2025, 2, 1))),
  windows: fc.constantFrom("calendar", "rolling"),
  periods: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
  timeZone: fc.oneof(fc.constantFrom("UTC", "America/New_York"), anyTimeZone()),
  weekStartsOn: fc.constantFrom<Weekday>(0, 1, 6),
});
const anyMode = fc.constantFrom("on", "on-or-after");
const anyOptions: fc.Arbitrary<ActivityCohortOptions> = fc
  .tuple(anyTableOptions, anyMode)
  .map(([options, mode]) => ({ ...options, mode }));

/** The table by sets: which customers were active in which period, by key. */
function activeBySets(events: readonly ActivityEvent[], options: ActivityCohortOptions): unknown {
  const { unit, asOf, mode, timeZone, weekStartsOn, periods = Number.POSITIVE_INFINITY } = options;
  const keyOf = (at: number): string => periodOf(at, unit, { timeZone, weekStartsOn });
  const known = events.filter(({ at }) => Number(at) <= Number(asOf));
  const firsts = new Map<unknown, string>();
  const active = new Map<string, Set<unknown>>();
  for (const { customerId, at } of known) {
    const key = keyOf(Number(at));
    if (key < (firsts.get(customerId) ?? "A")) firsts.set(customerId, key);
    active.set(key, (active.get(key) ?? new Set()).add(customerId));
  }
  const cohorts = [...new Set(firsts.values())].sort();
  const rows = cohorts.map((cohort) => {
    const members = [...firsts].filter(([, key]) => key === cohort).map(([id]) => id);
    const elapsed = Math.min(periods, periodDistance(cohort, keyOf(Number(asOf)), { weekStartsOn }));
    const counts = Array.from({ length: elapsed }, (_, column) => {
      const there = [...active].filter(([key]) => {
        const later = periodDistance(cohort, key, { weekStartsOn });
        return mode === "on" ? later === column : later >= column;
      });
      return members.filter((id) => there.some(([, ids]) => ids.has(id))).length;
    });
    return { cohort, size: members.length, counts };
  });
  const width = Math.max(0, ...rows.map(({ counts }) => counts.length));
  return rows.map((row) => ({
    ...row,
    counts: [...row.counts, ...Array(width - row.counts.length).fill(null)],
  }));
}

function countsOf({ rows }: CohortTable): unknown {
  return rows.map(({ cohort, size, counts }) => ({ cohort, size, counts }));
}

function expectSound(table: CohortTable): void {
  expectPlainJson(table);
  const { rows, average } = table;
  expect(table.customers).toBe(rows.reduce((sum, { size }) => sum + size, 0));
  expect(rows.map(({ cohort }) => cohort)).toEqual([...new Set(rows.map(({ cohort }) => cohort))].sort());
  for (const { size, counts, rates } of rows) {
    expect(size).toBeGreaterThan(0);
    expect(counts.length).toBe(average.rates.length);
    counts.forEach((count, column) => {
      expect(rates[column]).toBe(count === null ? null : count / size);
      if (count === null) expect(counts.slice(column).every((later) => later === null)).toBe(true);
      else expect(count).toBeLessThanOrEqual(size);
    });
  }
  average.rates.forEach((rate, column) => {
    const known = rows.filter(({ counts }) => counts[column] !== null);
    const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
    expect(average.sizes[column]).toBe(sum(known.map(({ size }) => size)));
    expect(average.counts[column]).toBe(sum(known.map(({ counts }) => counts[column] as number)));
    expect(rate).toBe((average.counts[column] as number) / (average.sizes[column] as number));
  });
}

function expectNeverRising(table: CohortTable): void {
  for (const { counts } of table.rows) {
    counts.forEach((count, column) => {
      if (column > 0 && count !== null) expect(count).toBeLessThanOrEqual(counts[column - 1] as number);
    });
  }
}

describe("the laws of activityCohorts", () => {
  it("it counts what sets of customers by period count", () => {
    fc.assert(
      fc.property(anyEvents, anyOptions, (events, options) => {
        const calendar = { ...options, windows: "calendar" } as const;
        expect(countsOf(activityCohorts(events, calendar))).toEqual(activeBySets(events, calendar));
      }),
      { numRuns: 300 },
    );
  });

  it("every table is plain JSON whose rates are counts over sizes, and whose average is weighted by size", () => {
    fc.assert(
      fc.property(anyEvents, anyOptions, (events, options) => expectSound(activityCohorts(events, options))),
    );
  });

  it("on or after is at least on, begins with everybody and never rises; both begin alike", () => {
    fc.assert(
      fc.property(anyEvents, anyTableOptions, (events, options) => {
        const on = activityCohorts(events, { ...options, mode: "on" });
        const later = activityCohorts(events, { ...options, mode: "on-or-after" });
        expectNeverRising(later);
        later.rows.forEach(({ size, counts }, row) => {
          counts.forEach((count, column) => {
            const then = on.rows[row]?.counts[column] as number | null;
            if (count === null) expect(then).toBeNull();
            else expect(count).toBeGreaterThanOrEqual(then as number);
            if (column === 0 && count !== null) expect([count, then]).toEqual([size, size]);
          });
        });
      }),
    );
  });

  it("neither the order of events nor their repetition matters, and input stays as it was", () => {
    fc.assert(
      fc.property(anyEvents.chain(shuffled), anyOptions, ([events, others], options) => {
        const table = activityCohorts(deepFreeze(events), deepFreeze(options));
        expect(activityCohorts(others, options)).toEqual(table);
        const { afterAsOf, ...twice } = activityCohorts([...events, ...others], options);
        expect({ ...twice, afterAsOf: afterAsOf / 2 }).toEqual(table);
      }),
    );
  });

  it("events after asOf change nothing but their number", () => {
    fc.assert(
      fc.property(anyEvents, anyOptions, (events, options) => {
        const known = events.filter(({ at }) => at <= Number(options.asOf));
        const table = activityCohorts(known, options);
        expect(activityCohorts(events, options)).toEqual({
          ...table,
          afterAsOf: events.length - known.length,
        });
      }),
    );
  });

  it("columns, generators and dates in text give what records give", () => {
    fc.assert(
      fc.property(
        anyEvents,
        anyOptions,
        fc.nat({ max: 3 }),
        fc.boolean(),
        (events, options, skipped, whole) => {
          const { codes } = encodeIdentifiers(events.map(({ customerId }) => customerId));
          const columns = {
            customers: codes.map((code) => code + skipped),
            at: Float64Array.from(events, ({ at }) => at + (whole ? 0 : 0.25)),
          };
          const table = activityCohorts(events, options);
          expect(activityCohorts(columns, options)).toEqual(table);
          expect(activityCohorts(events.values(), options)).toEqual(table);
          const texts = events.map(({ customerId, at }) => ({ customerId, at: new Date(at).toISOString() }));
          expect(activityCohorts(texts, options)).toEqual(table);
        },
      ),
    );
  });

  it("a limit of columns cuts a table off and changes nothing else", () => {
    fc.assert(
      fc.property(anyEvents, anyOptions, fc.integer({ min: 1, max: 6 }), (events, options, periods) => {
        const whole = activityCohorts(events, { ...options, periods: undefined });
        const cut = activityCohorts(events, { ...options, periods });
        expect(cut.rows).toEqual(
          whole.rows.map((row) => ({
            ...row,
            counts: row.counts.slice(0, periods),
            rates: row.rates.slice(0, periods),
          })),
        );
      }),
    );
  });

  it("a stay from the first to the last event gives on-or-after, but for the last event's own column", () => {
    fc.assert(
      fc.property(anyEvents, anyTableOptions, (events, options) => {
        const later = activityCohorts(events, { ...options, mode: "on-or-after" });
        const known = events.filter(({ at }) => at <= Number(options.asOf));
        const stays = known.flatMap(({ customerId, at }) => {
          const last = Math.max(...known.filter((e) => e.customerId === customerId).map((e) => e.at));
          return [{ customerId, startedAt: at, endedAt: last }];
        });
        const tenure = tenureCohorts(stays, options);
        later.rows.forEach(({ counts }, row) => {
          counts.slice(1).forEach((count, column) => {
            // Who left in column j was there in j, but not at the end of it.
            if (count !== null) expect(tenure.rows[row]?.counts[column]).toBe(count);
          });
        });
      }),
    );
  });
});

describe("the laws of tenureCohorts", () => {
  it("every table is sound, no row rises, and input stays as it was", () => {
    fc.assert(
      fc.property(anyTenures.chain(shuffled), anyTableOptions, ([tenures, others], options) => {
        const table = tenureCohorts(deepFreeze(tenures), deepFreeze(options));
        expectSound(table);
        expectNeverRising(table);
        expect(tenureCohorts(others, options)).toEqual(table);
      }),
    );
  });

  it("somebody counts in a column exactly where the first stay outlasts the calendar's period", () => {
    fc.assert(
      fc.property(anyTenure, anyTableOptions, (tenure, options) => {
        const { unit, asOf, timeZone, weekStartsOn } = options;
        const keyOf = (at: number): string => periodOf(at, unit, { timeZone, weekStartsOn });
        fc.pre(Number(tenure.startedAt) <= Number(asOf));
        const [row] = tenureCohorts([tenure], { ...options, windows: "calendar" }).rows;
        const cohort = keyOf(Number(tenure.startedAt));
        expect(row?.cohort).toBe(cohort);
        const ended = tenure.endedAt === null ? Number.POSITIVE_INFINITY : Number(tenure.endedAt);
        row?.counts.forEach((count, column) => {
          const stays =
            ended > Number(asOf) || periodDistance(cohort, keyOf(ended), { weekStartsOn }) > column;
          expect(count).toBe(stays ? 1 : 0);
        });
      }),
    );
  });

  it("an end that is not known yet is as good as none", () => {
    fc.assert(
      fc.property(anyTenures, anyTableOptions, (tenures, options) => {
        const going = tenures.map((t) =>
          Number(t.endedAt ?? 0) > Number(options.asOf) ? { ...t, endedAt: null } : t,
        );
        expect(tenureCohorts(going, options)).toEqual(tenureCohorts(tenures, options));
      }),
    );
  });
});

describe("the laws of mergeCohortTables", () => {
  it("tables of disjoint customers add up to the table of all, in any order", () => {
    fc.assert(
      fc.property(anyEvents, anyTenures, anyOptions, anyCustomer, (events, tenures, options, chosen) => {
        const { mode, ...others } = options;
        const parted = <R extends { readonly customerId: unknown }>(records: readonly R[]): [R[], R[]] => [
          records.filter(({ customerId }) => customerId === chosen),
          records.filter(({ customerId }) => customerId !== chosen),
        ];
        const active = parted(events).map((part) => activityCohorts(part, { ...others, mode }));
        expect(mergeCohortTables(deepFreeze(active))).toEqual(activityCohorts(events, options));
        expect(mergeCohortTables([...active].reverse())).toEqual(activityCohorts(events, options));
        const stays = parted(tenures).map((part) => tenureCohorts(part, others));
        expect(mergeCohortTables(JSON.parse(JSON.stringify(stays)) as CohortTable[])).toEqual(
          tenureCohorts(tenures, others),
        );
      }),
    );
  });

  it("rates of cohorts that are added up are means, each weighted by its size", () => {
    const anyParts = fc.array(anyEvents, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(anyParts, anyOptions, (parts, options) => {
        const tables = parts.map((events) => activityCohorts(events, options));
        for (const { cohort, size, rates } of mergeCohortTables(tables).rows) {
          const rows = tables.flatMap((table) => table.rows.filter((row) => row.cohort === cohort));
          expect(size).toBe(rows.reduce((sum, row) => sum + row.size, 0));
          rates.forEach((rate, column) => {
            // With rolling windows one segment's column may have elapsed before the others'.
            if (rate === null) return;
            const mean = rows.reduce((sum, row) => sum + row.size * (row.rates[column] as number), 0) / size;
            expect(rate).toBeCloseTo(mean, 12);
          });
        }
      }),
    );
  });

  it("one table is its own sum", () => {
    fc.assert(
      fc.property(anyEvents, anyOptions, (events, options) => {
        const table = activityCohorts(events, options);
        expect(mergeCohortTables([table])).toEqual(table);
      }),
    );
  });
});

describe("the laws of encodeIdentifiers", () => {
  it("each code leads to the identifier that stood there, and no identifier has two", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyCustomer, fc.integer())), (ids) => {
        const { codes, identifiers } = encodeIdentifiers(deepFreeze(ids));
        expect(Array.from(codes, (code) => identifiers[code])).toEqual(ids);
        expect(identifiers).toEqual([...new Set(ids)]);
      }),
    );
  });
});
