// Laws of the churn risk scorecard and the health score.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CHURN_RISK_SIGNALS,
  type ChurnSignal,
  type ChurnSignals,
  churnRisk,
  healthScore,
} from "../../src/index.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const count = fc.nat({ max: 6 });
const VALUES: Readonly<Record<ChurnSignal, fc.Arbitrary<number>>> = {
  nps: fc.double({ min: -100, max: 100, noNaN: true }),
  csatShare: share,
  cesShare: share,
  ratingSlopePerMonth: fc.double({ min: -10, max: 10, noNaN: true }),
  usageChange: fc.double({ min: -1, max: 1e6, noNaN: true }),
  gapRatio: fc.double({ min: 0, max: 1e300, noNaN: true }),
  openCases: count,
  repeatCases: count,
  overduePayments: count,
  daysToContractEnd: fc.double({ min: -500, max: 500, noNaN: true }),
};

const anySignals = fc.record(
  Object.fromEntries(Object.entries(VALUES).map(([name, value]) => [name, fc.option(value)])),
  { requiredKeys: [] },
) as fc.Arbitrary<ChurnSignals>;

const anyWeight = fc.oneof(
  fc.constantFrom(0, 1e-100, 1e100),
  fc.double({ min: 0.01, max: 100, noNaN: true }),
);
const anyWeights = fc
  .record(Object.fromEntries(Object.keys(VALUES).map((name) => [name, anyWeight])), { requiredKeys: [] })
  .filter(
    (weights) => Object.keys(weights).length < 10 || Object.values(weights).some((weight = 0) => weight > 0),
  );

describe("churnRisk", () => {
  it("is from 0 to 1, the sum of its contributions, and accounts for every signal", () => {
    fc.assert(
      fc.property(anySignals, anyWeights, (signals, weights) => {
        const { risk, contributions, coverage, missing } = churnRisk(
          deepFreeze(signals),
          deepFreeze({ weights }),
        );
        expect(contributions.length + missing.length).toBe(CHURN_RISK_SIGNALS.length);
        expect(coverage).toBeGreaterThanOrEqual(0);
        expect(coverage).toBeLessThanOrEqual(1);
        if (risk === null) return;
        expect(risk).toBeGreaterThanOrEqual(0);
        expect(risk).toBeLessThanOrEqual(1);
        const sum = contributions.reduce((total, { contribution }) => total + contribution, 0);
        expect(Math.abs(sum - risk)).toBeLessThan(1e-12);
        for (const { score } of contributions) expect(score >= 0 && score <= 1).toBe(true);
      }),
    );
  });

  it("never falls where a signal is worse, nor does the health score rise", () => {
    const step = fc
      .constantFrom(...CHURN_RISK_SIGNALS)
      .chain((row) => fc.record({ row: fc.constant(row), a: VALUES[row.signal], b: VALUES[row.signal] }));
    fc.assert(
      fc.property(anySignals, anyWeights, step, (signals, weights, { row, a, b }) => {
        const away = Math.sign(row.worst - row.best);
        const [better, worse] = away * a <= away * b ? [a, b] : [b, a];
        const at = (value: number) => ({ ...signals, [row.signal]: value });
        const risk = (value: number) => churnRisk(at(value), { weights }).risk ?? 0;
        expect(risk(worse)).toBeGreaterThanOrEqual(risk(better));
        const health = (value: number) => healthScore(at(value), { weights }) ?? 0;
        expect(health(worse)).toBeLessThanOrEqual(health(better));
      }),
    );
  });

  it("looks at the proportions of the weights only, and at no signal that is not known", () => {
    fc.assert(
      fc.property(anySignals, fc.double({ min: 0.01, max: 100, noNaN: true }), (signals, factor) => {
        const weights = Object.fromEntries(CHURN_RISK_SIGNALS.map(({ signal }) => [signal, factor]));
        const [plain, scaled] = [churnRisk(signals), churnRisk(signals, { weights })];
        if (plain.risk === null) expect(scaled.risk).toBeNull();
        else expect(scaled.risk).toBeCloseTo(plain.risk, 12);
        expect(scaled.coverage).toBeCloseTo(plain.coverage, 12);
        const known = Object.fromEntries(Object.entries(signals).filter(([, value]) => value !== null));
        expect(churnRisk(known)).toStrictEqual(plain);
      }),
    );
  });

  it("does not depend on the order of the signals, agrees with the health score, and is plain JSON", () => {
    fc.assert(
      fc.property(anySignals, anyWeights, (signals, weights) => {
        const result = churnRisk(signals, { weights });
        expectPlainJson(result);
        const back = Object.fromEntries(Object.entries(signals).reverse());
        expect(churnRisk(back, { weights })).toStrictEqual(result);
        expect(healthScore(signals, { weights })).toBe(result.risk === null ? null : 100 * (1 - result.risk));
      }),
    );
  });
});
