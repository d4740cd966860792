import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CxMetricsError, churnRate, type Movement, type Rate, retentionRate } from "../../src/index.ts";
import { anyLevel } from "../support/arbitraries.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

const anyCount = fc.oneof(fc.nat({ max: 20 }), fc.nat({ max: 1e9 }));

/** Movements whose counts agree. */
const anyMovement: fc.Arbitrary<Movement> = fc
  .tuple(anyCount, anyCount, anyCount)
  .chain(([atStart, acquired, reactivated]) =>
    fc
      .tuple(
        fc.constant({ atStart, acquired, reactivated }),
        fc.nat({ max: atStart }),
        fc.nat({ max: acquired + reactivated }),
      )
      .map(([counts, lostFromStart, lostJoiners]) => ({
        from: "2026-01-01T00:00:00.000Z",
        to: "2026-02-01T00:00:00.000Z",
        ...counts,
        lost: lostFromStart + lostJoiners,
        lostFromStart,
        atEnd: atStart + acquired + reactivated - lostFromStart - lostJoiners,
      })),
  );

/** Every rate that can be made of a movement. */
function ratesOf(movement: Movement, level?: number): Rate[] {
  return [
    retentionRate(movement, { level }),
    churnRate(movement, { level }),
    churnRate(movement, { denominator: "average", level }),
    churnRate(movement, { denominator: "start-plus-acquired", level }),
  ];
}

/** Those that are proportions. */
function proportionsOf(movement: Movement, level?: number): Rate[] {
  return ratesOf(movement, level).filter(({ policy }) => policy !== "average");
}

describe("the laws of retentionRate and churnRate", () => {
  it("retention and churn of one movement add up to 1", () => {
    fc.assert(
      fc.property(anyMovement, (movement) => {
        const [kept, lost] = [retentionRate(movement), churnRate(movement)];
        expect(kept.numerator + lost.numerator).toBe(movement.atStart);
        expect(kept.denominator).toBe(lost.denominator);
        if (kept.rate === null || lost.rate === null) expect([kept.rate, lost.rate]).toEqual([null, null]);
        else expect(kept.rate + lost.rate).toBeCloseTo(1, 14);
      }),
    );
  });

  it("the interval of churn mirrors that of retention", () => {
    fc.assert(
      fc.property(anyMovement, anyLevel(), (movement, level) => {
        const kept = retentionRate(movement, { level }).interval;
        const lost = churnRate(movement, { level }).interval;
        if (kept === null || lost === null) {
          expect([kept, lost]).toEqual([null, null]);
          return;
        }
        expect(kept.low + lost.high).toBeCloseTo(1, 12);
        expect(kept.high + lost.low).toBeCloseTo(1, 12);
      }),
    );
  });

  it("a rate is numerator ÷ denominator, and null exactly over nobody", () => {
    fc.assert(
      fc.property(anyMovement, (movement) => {
        for (const { rate, numerator, denominator } of ratesOf(movement)) {
          expect(rate).toBe(denominator === 0 ? null : numerator / denominator);
        }
      }),
    );
  });

  it("a proportion is from 0 to 1, within its interval, which is within 0 and 1", () => {
    fc.assert(
      fc.property(anyMovement, anyLevel(), (movement, level) => {
        for (const { rate, interval } of proportionsOf(movement, level)) {
          expect(interval === null).toBe(rate === null);
          if (rate === null || interval === null) continue;
          expect(interval.low).toBeGreaterThanOrEqual(0);
          expect(interval.low).toBeLessThanOrEqual(rate);
          expect(interval.high).toBeGreaterThanOrEqual(rate);
          expect(interval.high).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it("a higher level gives a wider interval", () => {
    fc.assert(
      fc.property(anyMovement, anyLevel(), anyLevel(), (movement, a, b) => {
        const narrow = proportionsOf(movement, Math.min(a, b));
        const wide = proportionsOf(movement, Math.max(a, b));
        narrow.forEach(({ interval }, i) => {
          if (interval === null) return;
          expect(wide[i]?.interval?.low).toBeLessThanOrEqual(interval.low);
          expect(wide[i]?.interval?.high).toBeGreaterThanOrEqual(interval.high);
        });
      }),
    );
  });

  it("counts by themselves give what the movement gives, where they say as much", () => {
    fc.assert(
      fc.property(anyMovement, (movement) => {
        const { atStart, lostFromStart, lost, atEnd, acquired, reactivated } = movement;
        expect(churnRate({ atStart, lost: lostFromStart })).toEqual(churnRate(movement));
        const average = { denominator: "average" } as const;
        expect(churnRate({ atStart, lost, atEnd }, average)).toEqual(churnRate(movement, average));
        const plus = { denominator: "start-plus-acquired" } as const;
        const joined = acquired + reactivated;
        expect(churnRate({ atStart, lost, acquired: joined }, plus)).toEqual(churnRate(movement, plus));
        const stillThere = joined - (lost - lostFromStart);
        expect(retentionRate({ atStart, atEnd, acquired: stillThere })).toEqual({
          ...retentionRate(movement),
          policy: "end-minus-acquired",
        });
      }),
    );
  });

  it("one more lost never lowers churn nor raises retention", () => {
    fc.assert(
      fc.property(anyMovement, (movement) => {
        fc.pre(movement.lostFromStart < movement.atStart);
        const worse = {
          ...movement,
          lost: movement.lost + 1,
          lostFromStart: movement.lostFromStart + 1,
          atEnd: movement.atEnd - 1,
        };
        const [kept, ...churned] = ratesOf(movement) as [Rate, ...Rate[]];
        const [keptThen, ...churnedThen] = ratesOf(worse) as [Rate, ...Rate[]];
        expect(keptThen.rate).toBeLessThanOrEqual(kept.rate as number);
        churned.forEach(({ rate }, i) => {
          const then = churnedThen[i]?.rate;
          if (rate !== null && then != null) expect(then).toBeGreaterThanOrEqual(rate);
        });
      }),
    );
  });

  it("the result is plain JSON, of frozen movements, and two runs agree", () => {
    fc.assert(
      fc.property(anyMovement, anyLevel(), (movement, level) => {
        const rates = ratesOf(deepFreeze({ ...movement }), level);
        expectPlainJson(rates);
        expect(ratesOf(movement, level)).toEqual(rates);
      }),
    );
  });

  it("counts of any kind give a rate of plain JSON or a CxMetricsError about them", () => {
    const anyValue = fc.oneof(
      { arbitrary: fc.nat({ max: 9 }), weight: 8 },
      { arbitrary: fc.constantFrom(-0, -1, 0.5, Number.NaN, "5", null, undefined, 2 ** 53), weight: 1 },
    );
    const names = ["atStart", "acquired", "reactivated", "lost", "lostFromStart", "atEnd"] as const;
    const anyCounts = fc.record(
      {
        atStart: anyValue,
        acquired: anyValue,
        reactivated: anyValue,
        lost: anyValue,
        lostFromStart: anyValue,
        atEnd: anyValue,
      },
      { requiredKeys: [] },
    ) as unknown as fc.Arbitrary<Movement>;
    const calls: readonly ((counts: Movement) => Rate)[] = [
      retentionRate,
      churnRate,
      (counts) => churnRate(counts, { denominator: "average" }),
      (counts) => churnRate(counts, { denominator: "start-plus-acquired" }),
    ];
    fc.assert(
      fc.property(anyCounts, fc.constantFrom(...calls), (counts, call) => {
        let rate: Rate;
        try {
          rate = call(counts);
        } catch (error) {
          expect(error).toBeInstanceOf(CxMetricsError);
          const { code, path } = error as CxMetricsError;
          expect(["invalid-count", "impossible-counts"]).toContain(code);
          expect(names).toContain(path[0]);
          return;
        }
        expectPlainJson(rate);
      }),
      { numRuns: 500 },
    );
  });
});
