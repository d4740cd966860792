// Laws of the survival functions.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Duration,
  durations,
  kaplanMeier,
  logRankTest,
  medianSurvival,
  restrictedMeanSurvival,
  type SurvivalCurve,
  type SurvivalTransform,
  survivalAt,
  survivalQuantile,
  type Tenure,
} from "../../src/index.ts";
import { anyLevel, shuffled } from "../support/arbitraries.ts";
import { anyEpoch, anyTimeZone } from "../support/dates.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

const anyTime = fc.oneof(
  fc.integer({ min: 0, max: 12 }),
  fc.integer({ min: 0, max: 200_000 }),
  fc.integer({ min: 0, max: 60 }).map((tenths) => tenths / 10),
  fc.double({ min: 1e-3, max: 1e4, noNaN: true }),
);
const anyRow: fc.Arbitrary<Duration> = fc.record({ time: anyTime, observed: fc.boolean() });
const anyRows = fc.array(anyRow, { maxLength: 30 });

/** Rows with late entries and fractional weights among them. */
const anyMixedRow: fc.Arbitrary<Duration> = fc
  .tuple(
    anyRow,
    fc.double({ min: 0.001, max: 0.9, noNaN: true }),
    fc.boolean(),
    fc.option(fc.double({ min: 0.1, max: 9, noNaN: true }), { nil: undefined }),
  )
  .map(([row, share, late, weight]) => ({ ...row, entry: late ? row.time * share : undefined, weight }));
const anyMixedRows = fc.array(anyMixedRow, { maxLength: 30 });
const anyTransform = fc.constantFrom<SurvivalTransform>("log-log", "log", "plain");

function survivals({ steps }: SurvivalCurve): number[] {
  return steps.map(({ survival }) => survival);
}

describe("the curve", () => {
  it("never rises, stays between 0 and 1, and inside its limits", () => {
    fc.assert(
      fc.property(anyMixedRows, anyTransform, anyLevel(), (rows, transform, level) => {
        let [before, earlier] = [1, -1];
        for (const { time, survival, low, high, standardError } of kaplanMeier(rows, { transform, level })
          .steps) {
          expect(time).toBeGreaterThan(earlier);
          expect(survival).toBeLessThanOrEqual(before);
          expect(survival).toBeGreaterThanOrEqual(0);
          expect(standardError === null).toBe(survival === 0);
          expect(low === null).toBe(high === null);
          expect(low ?? 0).toBeLessThanOrEqual(survival + 1e-15);
          expect(high ?? 1).toBeGreaterThanOrEqual(survival - 1e-15);
          expect(low ?? 0).toBeGreaterThanOrEqual(0);
          expect(high ?? 1).toBeLessThanOrEqual(1);
          [before, earlier] = [survival, time];
        }
      }),
    );
  });

  it("counts everybody once, and at each time those who have not gone", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { n, events, censored, steps } = kaplanMeier(rows);
        expect(n).toBe(rows.length);
        expect(events + censored).toBe(n);
        let left = n;
        for (const step of steps) {
          expect(step.atRisk).toBe(left);
          left -= step.events + step.censored;
        }
        expect(left).toBe(0);
      }),
    );
  });

  it("is the share still there where nobody is censored", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 30 }), (times) => {
        for (const { time, survival } of kaplanMeier(times.map((t) => ({ time: t, observed: true }))).steps) {
          expect(survival).toBeCloseTo(times.filter((t) => t > time).length / times.length, 14);
        }
      }),
    );
  });

  it("is 1 throughout where everybody is", () => {
    fc.assert(
      fc.property(anyMixedRows, (rows) => {
        for (const step of kaplanMeier(rows.map((row) => ({ ...row, observed: false }))).steps) {
          expect([step.survival, step.standardError, step.low, step.high]).toEqual([1, 0, null, null]);
        }
      }),
    );
  });

  it("stretches with its unit of time", () => {
    fc.assert(
      fc.property(anyMixedRows, fc.constantFrom(2 ** -20, 0.25, 8, 2 ** 30), (rows, factor) => {
        const stretched = rows.map((row) => ({
          ...row,
          time: row.time * factor,
          entry: row.entry === undefined ? undefined : row.entry * factor,
        }));
        const { steps, ...rest } = kaplanMeier(rows);
        expect(kaplanMeier(stretched)).toEqual({
          ...rest,
          steps: steps.map((step) => ({ ...step, time: step.time * factor })),
        });
      }),
    );
  });

  it("does not depend on the order of the rows, nor on what holds them", () => {
    fc.assert(
      fc.property(anyRows.chain(shuffled), ([rows, mixed]) => {
        const curve = kaplanMeier(rows);
        expect(kaplanMeier(mixed)).toEqual(curve);
        expect(kaplanMeier(new Set(mixed))).toEqual(curve);
        expect(kaplanMeier(deepFreeze([...rows]))).toEqual(curve);
      }),
    );
  });

  it("takes a whole weight for so many copies of the row", () => {
    const anyWeighted = fc.tuple(anyMixedRow, fc.integer({ min: 0, max: 4 }));
    fc.assert(
      fc.property(fc.array(anyWeighted, { maxLength: 15 }), (rows) => {
        const weighted = kaplanMeier(rows.map(([row, weight]) => ({ ...row, weight })));
        const copied = kaplanMeier(
          rows.flatMap(([row, weight]) => Array(weight).fill({ ...row, weight: 1 })),
        );
        expect({ ...weighted, n: copied.n }).toEqual(copied);
      }),
    );
  });

  it("does not change but for its standard error where all weights are multiplied alike", () => {
    fc.assert(
      fc.property(anyRows, fc.constantFrom(0.25, 2, 1024), (rows, weight) => {
        const [one, other] = [kaplanMeier(rows), kaplanMeier(rows.map((row) => ({ ...row, weight })))];
        expect(survivals(other)).toEqual(survivals(one));
        other.steps.forEach(({ standardError }, i) => {
          const expected = (one.steps[i]?.standardError ?? 0) / Math.sqrt(weight);
          expect(standardError ?? 0).toBeCloseTo(expected, 12);
        });
      }),
    );
  });
});

describe("what is read from the curve", () => {
  it("is the curve: 1 at first, then its last step, then nothing", () => {
    fc.assert(
      fc.property(anyRows, anyTime, (rows, time) => {
        const curve = kaplanMeier(rows);
        const reached = curve.steps.filter((step) => step.time <= time * (1 + 2 ** -26));
        const beyond = reached.length === curve.steps.length && reached.at(-1)?.time !== time;
        const last = reached.at(-1)?.survival ?? 1;
        const expected =
          curve.n === 0 || (beyond && last > 0 && !near(reached.at(-1)?.time, time)) ? null : last;
        expect(survivalAt(curve, time).survival).toBe(expected);
      }),
    );
  });

  it("comes from quantiles that rise with the probability and enclose the same share by both rules", () => {
    const anyProbability = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(anyRows, anyProbability, anyProbability, (rows, a, b) => {
        const curve = kaplanMeier(rows);
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        const earlier = survivalQuantile(curve, less).time;
        const later = survivalQuantile(curve, more).time;
        if (later !== null) expect(earlier).toBeLessThanOrEqual(later);
        const first = survivalQuantile(curve, less, { rule: "first-time" }).time;
        expect(first === null).toBe(earlier === null);
        if (first === null || earlier === null) return;
        expect(first).toBeLessThanOrEqual(earlier);
        expect(survivalAt(curve, first).survival).toBeLessThanOrEqual(1 - less + 1e-7);
        expect(survivalQuantile(curve, less).low ?? 0).toBeLessThanOrEqual(earlier);
        expect(survivalQuantile(curve, less).high ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(
          earlier,
        );
      }),
    );
  });

  it("has a median that is the quantile of a half", () => {
    fc.assert(
      fc.property(anyRows, fc.constantFrom("midpoint" as const, "first-time" as const), (rows, rule) => {
        const curve = kaplanMeier(rows);
        expect(medianSurvival(curve, { rule })).toEqual(survivalQuantile(curve, 0.5, { rule }));
      }),
    );
  });

  it("has a restricted mean that is the area below it", () => {
    fc.assert(
      fc.property(anyRows, fc.double({ min: 0.1, max: 50, noNaN: true }), (rows, until) => {
        const curve = kaplanMeier(rows);
        const { mean, interval, standardError } = restrictedMeanSurvival(curve, { until });
        if (mean === null) {
          expect(survivalAt(curve, until).survival).toBeNull();
          return;
        }
        const inside = curve.steps.filter(({ time }) => time < until);
        const area = [...inside.map(({ time }) => time), until].reduce(
          (sum, time, i) => sum + (inside[i - 1]?.survival ?? 1) * (time - (inside[i - 1]?.time ?? 0)),
          0,
        );
        expect(mean).toBeCloseTo(area, 9);
        expect(interval === null).toBe(standardError === 0);
        expect(interval?.low ?? 0).toBeGreaterThanOrEqual(0);
        expect(interval?.high ?? 0).toBeLessThanOrEqual(until);
      }),
    );
  });

  it("has for its restricted mean the plain mean of the times, cut at the end, where nobody is censored", () => {
    fc.assert(
      fc.property(fc.array(anyTime, { minLength: 1, maxLength: 30 }), anyTime, (times, until) => {
        fc.pre(until > 0);
        const curve = kaplanMeier(times.map((time) => ({ time, observed: true })));
        const mean = times.reduce((sum, time) => sum + Math.min(time, until), 0) / times.length;
        const restricted = restrictedMeanSurvival(curve, { until }).mean ?? Number.NaN;
        expect(Math.abs(restricted - mean)).toBeLessThanOrEqual(1e-7 * (1 + mean));
      }),
    );
  });

  it("is plain JSON, and so are the curve and the test", () => {
    fc.assert(
      fc.property(anyMixedRows, anyRows, anyRows, anyTransform, (rows, a, b, transform) => {
        const curve = kaplanMeier(rows, { transform });
        expectPlainJson(curve);
        expectPlainJson(survivalAt(curve, 3));
        expectPlainJson(survivalQuantile(curve, 0.3));
        expectPlainJson(medianSurvival(curve));
        expectPlainJson(restrictedMeanSurvival(curve, { until: 4 }));
        expectPlainJson(logRankTest([a, b]));
      }),
    );
  });
});

function near(a: number | undefined, b: number): boolean {
  return a !== undefined && b <= a * (1 + 2 ** -26);
}

describe("the log-rank test", () => {
  const anyGroups = fc.array(fc.array(anyRow, { maxLength: 12 }), { minLength: 2, maxLength: 4 });

  it("finds no difference between a group and itself", () => {
    fc.assert(
      fc.property(anyRows, fc.integer({ min: 2, max: 4 }), (rows, copies) => {
        const { statistic, pValue, groups } = logRankTest(Array(copies).fill(rows));
        if (statistic !== null) expect([statistic, pValue]).toEqual([0, 1]);
        for (const { observed, expected } of groups) expect(expected).toBeCloseTo(observed, 10);
      }),
    );
  });

  it("expects as many events as there were, and does not care for the order of the groups", () => {
    fc.assert(
      fc.property(anyGroups.chain(shuffled), ([groups, mixed]) => {
        const [test, other] = [logRankTest(groups), logRankTest(mixed)];
        const excess = test.groups.reduce((sum, { observed, expected }) => sum + observed - expected, 0);
        expect(excess).toBeCloseTo(0, 9);
        expect(test.groups.map(({ n }) => n)).toEqual(groups.map((group) => group.length));
        expect(other.degreesOfFreedom).toBe(test.degreesOfFreedom);
        expect((other.statistic ?? -1) / (test.statistic ?? -1) || 1).toBeCloseTo(1, 6);
        expect(other.pValue ?? -1).toBeCloseTo(test.pValue ?? -1, 8);
      }),
    );
  });
});

describe("durations", () => {
  const anyTenure: fc.Arbitrary<Tenure> = fc
    .tuple(fc.integer({ min: 1, max: 6 }), anyEpoch(), fc.option(fc.integer({ min: 0, max: 9e10 })))
    .map(([customerId, startedAt, stay]) => ({
      customerId,
      startedAt,
      endedAt: stay === null ? null : startedAt + stay,
    }));
  const anyTenures = fc.array(anyTenure, { maxLength: 12 });
  const UNITS = ["day", "week", "month", "quarter", "year"] as const;

  it("makes one row for each customer who had come, the more units the shorter they are", () => {
    fc.assert(
      fc.property(anyTenures, anyEpoch(), anyTimeZone(), (tenures, asOf, timeZone) => {
        const given = UNITS.map((unit) => durations(tenures, { asOf, unit, timeZone }));
        const come = tenures.filter(({ startedAt }) => (startedAt as number) <= asOf);
        for (const rows of given) {
          expect(rows.length).toBe(new Set(come.map(({ customerId }) => customerId)).size);
          expectPlainJson(rows);
        }
        given[0]?.forEach(({ time: days, observed }, i) => {
          const [, weeks, months, quarters, years] = given.map((rows) => rows[i]);
          expect(weeks?.time).toBeCloseTo(days / 7, 9);
          // A month under way may be shorter than the next.
          expect(Math.abs((months?.time ?? 0) - days / 30.436875)).toBeLessThan(0.2 + 0.001 * days);
          expect(Math.floor((months?.time ?? 0) / 3)).toBe(Math.floor(quarters?.time ?? 0));
          expect(Math.floor((months?.time ?? 0) / 12)).toBe(Math.floor(years?.time ?? 0));
          for (const row of [weeks, months, quarters, years]) expect(row?.observed).toBe(observed);
        });
      }),
    );
  });

  it("never shrinks as time goes on", () => {
    fc.assert(
      fc.property(
        anyEpoch(),
        fc.integer({ min: 0, max: 2e11 }),
        fc.integer({ min: 0, max: 3e9 }),
        anyTimeZone(),
        fc.constantFrom(...UNITS),
        (startedAt, stay, more, timeZone, unit) => {
          const tenures = [{ customerId: 1, startedAt }];
          const [row] = durations(tenures, { asOf: startedAt + stay, unit, timeZone });
          const [later] = durations(tenures, { asOf: startedAt + stay + more, unit, timeZone });
          expect(later?.time).toBeGreaterThanOrEqual(row?.time ?? Number.NaN);
        },
      ),
    );
  });

  it("gives for each stay what it gives for the first, and the rest behind it", () => {
    fc.assert(
      fc.property(anyTenures, anyEpoch(), (tenures, asOf) => {
        const first = durations(tenures, { asOf, unit: "day" });
        const each = durations(tenures, { asOf, unit: "day", stays: "each" });
        expect(each.length).toBeGreaterThanOrEqual(first.length);
        for (const row of first) expect(each).toContainEqual(row);
      }),
    );
  });
});
