import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  churnRate,
  customerMovement,
  type Movement,
  mergeMovements,
  movementsByPeriod,
  periodBounds,
  retentionRate,
  type Tenure,
} from "../../src/index.ts";
import { shuffled } from "../support/arbitraries.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

const HOUR = 3_600_000;
const ORIGIN = Date.UTC(2025, 10, 1);

/** Few customers and coarse times, so that stays touch, overlap and end on boundaries. */
const anyTenure: fc.Arbitrary<Tenure & { readonly plan: string }> = fc
  .record({
    customerId: fc.constantFrom("a", "b", "c", 1),
    plan: fc.constantFrom("Basic", "Pro"),
    start: fc.integer({ min: 0, max: 300 }),
    length: fc.option(fc.integer({ min: 0, max: 120 })),
  })
  .map(({ customerId, plan, start, length }) => ({
    customerId,
    plan,
    startedAt: ORIGIN + start * 12 * HOUR,
    endedAt: length === null ? null : ORIGIN + (start + length) * 12 * HOUR,
  }));
const anyTenures = fc.array(anyTenure, { maxLength: 12 });
const MONTHS = { unit: "month", from: "2025-12", to: "2026-05" } as const;

/** A customer's movement found by looking at every half-day: there, or not, or there for no time at all. */
function byLooking(tenures: readonly Tenure[], from: number, to: number): number[] {
  const counts = [0, 0, 0, 0, 0, 0];
  const [START, ACQUIRED, REACTIVATED, LOST, LOST_FROM_START, END] = [0, 1, 2, 3, 4, 5];
  const add = (field: number | undefined): void => {
    counts[field as number] = (counts[field as number] as number) + 1;
  };
  for (const customer of new Set(tenures.map(({ customerId }) => customerId))) {
    const own = tenures
      .filter(({ customerId }) => customerId === customer)
      .map(
        ({ startedAt, endedAt }) => [Number(startedAt), Number(endedAt ?? Number.POSITIVE_INFINITY)] as const,
      );
    // Just before an instant: half an hour earlier, as nothing happens between the half-days.
    const thereBefore = (instant: number): boolean =>
      own.some(([start, end]) => start < instant - HOUR / 2 && end > instant - HOUR / 2);
    const [wasThere, isThere] = [thereBefore(from), thereBefore(to)];
    const wasEver = own.some(([start]) => start < from);
    const came = own.some(([start]) => start >= from && start < to);
    if (wasThere) add(START);
    if (isThere) add(END);
    if (!wasThere && came) add(wasEver ? REACTIVATED : ACQUIRED);
    if (!isThere && (wasThere || came)) add(LOST);
    if (!isThere && wasThere) add(LOST_FROM_START);
  }
  return counts;
}

function countsOf({ atStart, acquired, reactivated, lost, lostFromStart, atEnd }: Movement): number[] {
  return [atStart, acquired, reactivated, lost, lostFromStart, atEnd];
}

describe("the laws of movements", () => {
  it("agree with looking at who is there", () => {
    fc.assert(
      fc.property(
        anyTenures,
        fc.integer({ min: -10, max: 400 }),
        fc.nat({ max: 100 }),
        (tenures, start, length) => {
          const [from, to] = [ORIGIN + start * 12 * HOUR, ORIGIN + (start + length) * 12 * HOUR];
          expect(countsOf(customerMovement(tenures, { from, to }))).toEqual(byLooking(tenures, from, to));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("atEnd = atStart + acquired + reactivated − lost, of whom at most atStart from the start", () => {
    fc.assert(
      fc.property(anyTenures, (tenures) => {
        for (const month of movementsByPeriod(tenures, MONTHS)) {
          expect(month.atEnd).toBe(month.atStart + month.acquired + month.reactivated - month.lost);
          expect(month.lostFromStart).toBeLessThanOrEqual(Math.min(month.lost, month.atStart));
        }
      }),
    );
  });

  it("each row of a table is the movement of its period", () => {
    fc.assert(
      fc.property(
        anyTenures,
        fc.constantFrom("UTC", "America/New_York", "Asia/Kolkata"),
        (tenures, timeZone) => {
          for (const { key, period, ...movement } of movementsByPeriod(tenures, { ...MONTHS, timeZone })) {
            const { start, end } = periodBounds(period, { timeZone });
            expect(key).toEqual({});
            expect(movement).toEqual(customerMovement(tenures, { from: start, to: end }));
          }
        },
      ),
    );
  });

  it("the end of a period is the start of the next", () => {
    fc.assert(
      fc.property(anyTenures, (tenures) => {
        const months = movementsByPeriod(tenures, MONTHS);
        months.slice(1).forEach((month, i) => {
          expect(month.atStart).toBe(months[i]?.atEnd);
          expect(month.from).toBe(months[i]?.to);
        });
      }),
    );
  });

  it("segments that share no customers add up to the whole", () => {
    fc.assert(
      fc.property(anyTenures, (tenures) => {
        const [all] = movementsByPeriod(tenures, { ...MONTHS, unit: "year", from: "2026", to: "2027" });
        const parts = movementsByPeriod(tenures, {
          unit: "year",
          from: "2026",
          to: "2027",
          by: { customer: ({ customerId }) => customerId },
        });
        if (parts.length > 0) expect(countsOf(mergeMovements(parts))).toEqual(countsOf(all as Movement));
      }),
    );
  });

  it("neither the order of tenures nor one given twice changes anything", () => {
    fc.assert(
      fc.property(anyTenures.chain(shuffled), ([tenures, others]) => {
        const by = { plan: (tenure: { readonly plan: string }) => tenure.plan };
        const expected = movementsByPeriod(tenures, { ...MONTHS, by });
        expect(movementsByPeriod(others, { ...MONTHS, by })).toEqual(expected);
        expect(movementsByPeriod([...others, ...tenures], { ...MONTHS, by })).toEqual(expected);
      }),
    );
  });

  it("where nobody comes back, the retentions of the periods multiply to that of those there at the start", () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyTenure, { selector: ({ customerId }) => customerId }), (tenures) => {
        const founders = tenures.filter(({ startedAt }) => Number(startedAt) < Date.UTC(2025, 11, 1));
        const months = movementsByPeriod(founders, MONTHS);
        const whole = retentionRate(customerMovement(founders, { from: MONTHS.from, to: MONTHS.to })).rate;
        const product = months.reduce((kept, month) => kept * (retentionRate(month).rate ?? 1), 1);
        if (whole !== null) expect(product).toBeCloseTo(whole, 12);
      }),
    );
  });

  it("movements go with retention and churn, which add up to 1", () => {
    fc.assert(
      fc.property(anyTenures, (tenures) => {
        for (const month of movementsByPeriod(tenures, MONTHS)) {
          const [kept, lost] = [retentionRate(month), churnRate(month)];
          expect(kept.numerator + lost.numerator).toBe(month.atStart);
          churnRate(month, { denominator: "start-plus-acquired" });
        }
      }),
    );
  });

  it("results are plain JSON, input stays untouched", () => {
    fc.assert(
      fc.property(anyTenures, (tenures) => {
        const frozen = deepFreeze(tenures);
        expectPlainJson(movementsByPeriod(frozen, { ...MONTHS, by: { plan: ({ plan }) => plan } }));
        expectPlainJson(customerMovement(frozen, MONTHS_ONLY));
        expectPlainJson(mergeMovements([customerMovement(frozen, MONTHS_ONLY)]));
      }),
    );
  });
});

const MONTHS_ONLY = { from: MONTHS.from, to: MONTHS.to };
