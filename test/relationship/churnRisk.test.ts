// Contract of the churn risk scorecard and the health score.

import { describe, expect, it } from "vitest";
import {
  CHURN_RISK_BANDS,
  CHURN_RISK_SIGNALS,
  type ChurnSignal,
  type ChurnSignals,
  churnRisk,
  healthScore,
} from "../../src/index.ts";
import { expectPlainJson } from "../support/plainJson.ts";

const all = (side: "best" | "worst"): ChurnSignals =>
  Object.fromEntries(CHURN_RISK_SIGNALS.map((row) => [row.signal, row[side]]));

/** Signal, and values that score 0, ½ and 1, worked out by hand. */
const SCALES: readonly (readonly [
  ChurnSignal,
  best: number,
  middle: number,
  worst: number,
  beyond: number,
])[] = [
  ["nps", 100, 0, -100, -100],
  ["csatShare", 1, 0.5, 0, 0],
  ["cesShare", 1, 0.5, 0, 0],
  ["ratingSlopePerMonth", 0, -0.5, -1, -4],
  ["usageChange", 0, -0.25, -0.5, -1],
  ["gapRatio", 1, 2, 3, 50],
  ["openCases", 0, 1.5, 3, 9],
  ["repeatCases", 0, 1.5, 3, 9],
  ["overduePayments", 0, 1.5, 3, 9],
  ["daysToContractEnd", 90, 45, 0, -10],
];

describe("churnRisk", () => {
  it("reads each signal in a straight line from best to worst, and level beyond", () => {
    expect(SCALES.map(([signal]) => signal)).toEqual(CHURN_RISK_SIGNALS.map(({ signal }) => signal));
    for (const [signal, best, middle, worst, beyond] of SCALES) {
      const score = (value: number) => churnRisk({ [signal]: value }).contributions[0]?.score;
      expect([score(best), score(worst), score(beyond)], signal).toEqual([0, 1, 1]);
      if (Number.isInteger(middle) || !signal.match(/Cases|Payments/))
        expect(score(middle), signal).toBe(0.5);
      else expect([score(1), score(2)]).toEqual([1 / 3, 2 / 3]);
    }
    const better = { ratingSlopePerMonth: 2, usageChange: 8, gapRatio: 0.1, daysToContractEnd: 400 };
    expect(churnRisk(better).risk).toBe(0);
  });

  it("is the mean of the scores by weight, with what each adds, what was missing and how much was known", () => {
    const risk = churnRisk(
      { nps: -100, openCases: 0, usageChange: -0.25 },
      { weights: { nps: 2, openCases: 0 } },
    );
    expect(risk).toStrictEqual({
      risk: 2 / 3 + 1 / 6,
      band: "high",
      contributions: [
        { signal: "nps", value: -100, score: 1, weight: 2, contribution: 2 / 3 },
        { signal: "usageChange", value: -0.25, score: 0.5, weight: 1, contribution: 1 / 6 },
        { signal: "openCases", value: 0, score: 0, weight: 0, contribution: 0 },
      ],
      coverage: 0.3,
      missing: [
        "csatShare",
        "cesShare",
        "ratingSlopePerMonth",
        "gapRatio",
        "repeatCases",
        "overduePayments",
        "daysToContractEnd",
      ],
    });
    expectPlainJson(risk);
  });

  it("is 0 where everything is at its best and 1 where everything is at its worst", () => {
    expect(churnRisk(all("best"))).toMatchObject({ risk: 0, band: "low", coverage: 1, missing: [] });
    expect(churnRisk(all("worst"))).toMatchObject({ band: "high", coverage: 1 });
    expect(churnRisk(all("worst")).risk).toBeCloseTo(1, 12);
  });

  it("falls into bands at 0.3 and 0.6", () => {
    expect(CHURN_RISK_BANDS).toEqual([
      { band: "high", from: 0.6 },
      { band: "medium", from: 0.3 },
      { band: "low", from: 0 },
    ]);
    const band = (csatShare: number) => churnRisk({ csatShare }).band;
    expect([band(0.71), band(0.7), band(0.41), band(0.4)]).toEqual(["low", "medium", "medium", "high"]);
  });

  it("is null where no signal with weight is known", () => {
    expect(churnRisk({})).toMatchObject({ risk: null, band: null, contributions: [], coverage: 0 });
    expect(churnRisk({ nps: null, openCases: undefined }).risk).toBeNull();
    expect(churnRisk({ nps: 0 }, { weights: { nps: 0 } })).toMatchObject({
      risk: null,
      coverage: 0,
      contributions: [{ signal: "nps", contribution: 0 }],
    });
  });

  it("takes −0, as a value and as a weight, for 0", () => {
    expectPlainJson(churnRisk({ openCases: -0, nps: 0 }, { weights: { openCases: -0 } }));
    expectPlainJson(churnRisk({ openCases: -0 }));
  });

  it("has frozen tables", () => {
    expect(Object.isFrozen(CHURN_RISK_SIGNALS) && Object.isFrozen(CHURN_RISK_SIGNALS[0])).toBe(true);
    expect(Object.isFrozen(CHURN_RISK_BANDS) && Object.isFrozen(CHURN_RISK_BANDS[0])).toBe(true);
  });

  it("refuses signals that are out of their range or have no such name", () => {
    const call = (signals: unknown) => () => churnRisk(signals as never);
    expect(call({ nps: 101 })).toThrow(
      "churnRisk: signals.nps must be a number from -100 to 100 or missing, got 101",
    );
    expect(call({ gapRatio: -1 })).toThrow(
      "churnRisk: signals.gapRatio must be a number from 0 up or missing, got -1",
    );
    expect(call({ csatShare: "1" })).toThrow(
      "signals.csatShare must be a number from 0 to 1 or missing, got a string",
    );
    expect(call({ openCases: 1.5 })).toThrow(
      "churnRisk: signals.openCases must be a whole number from 0 up, got 1.5",
    );
    expect(call({ csat: 1 })).toThrow(/^churnRisk: signals must be among nps, .*, got "csat"$/);
    expect(call(null)).toThrow("churnRisk: signals must be an object, got null");
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, true, []]) {
      for (const { signal } of CHURN_RISK_SIGNALS) {
        expect(call({ [signal]: value })).toThrow(expect.objectContaining({ path: ["signals", signal] }));
      }
    }
  });

  it("refuses weights that are none, and where none is above 0", () => {
    const call = (weights: unknown) => () => churnRisk({}, { weights: weights as never });
    for (const weight of [-1, Number.NaN, 1e200, "1", null]) {
      expect(call({ nps: weight })).toThrow(
        expect.objectContaining({ code: "invalid-weight", path: ["weights", "nps"] }),
      );
    }
    const none = Object.fromEntries(CHURN_RISK_SIGNALS.map(({ signal }) => [signal, 0]));
    expect(call(none)).toThrow(
      "churnRisk: weights must be weights of which one is above 0, got none that is",
    );
    expect(call({ other: 1 })).toThrow(/^churnRisk: weights must be among nps/);
    expect(call({ other: undefined, nps: undefined })).not.toThrow();
    expect(() => churnRisk({}, { weight: {} } as never)).toThrow("churnRisk: options must be among weights");
  });
});

describe("healthScore", () => {
  it("is 100 times what the risk leaves, under its own name", () => {
    expect(healthScore(all("best"))).toBe(100);
    expect(healthScore({ csatShare: 0.25 })).toBe(25);
    expect(healthScore({ nps: -100, csatShare: 1 }, { weights: { nps: 3 } })).toBe(25);
    expect(healthScore({})).toBeNull();
    expect(() => healthScore({ nps: 200 })).toThrow("healthScore: signals.nps must be");
  });
});
