// Laws of the satisfaction index.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { acsi } from "../../src/index.ts";
import { anyWeight } from "../support/arbitraries.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";
import { expectAlike } from "./alike.ts";

const mean = fc.double({ min: 1, max: 10, noNaN: true });
const means = fc.record({ satisfaction: mean, expectancy: mean, performance: mean });
const weights = fc
  .record({ satisfaction: anyWeight(), expectancy: anyWeight(), performance: anyWeight() })
  .filter((w) => Object.values(w).some((weight) => weight > 0));

describe("acsi", () => {
  it("lies from 0 to 100, between the positions of its lowest and its highest mean", () => {
    fc.assert(
      fc.property(means, weights, (of, w) => {
        const score = acsi(of, { weights: w }).score as number;
        const [low, high] = [Math.min(...Object.values(of)), Math.max(...Object.values(of))];
        expect(score >= 0 && score <= 100).toBe(true);
        expect(score).toBeGreaterThanOrEqual(((low - 1) / 9) * 100 - 1e-9);
        expect(score).toBeLessThanOrEqual(((high - 1) / 9) * 100 + 1e-9);
      }),
    );
  });

  it("is the weighted sum by its formula, with the weights it shows, which sum to 1", () => {
    fc.assert(
      fc.property(means, weights, (of, given) => {
        const { score, weights: w } = acsi(of, { weights: given });
        expectAlike(w.satisfaction + w.expectancy + w.performance, 1, 1e-12);
        const sum =
          (of.satisfaction - 1) * w.satisfaction +
          (of.expectancy - 1) * w.expectancy +
          (of.performance - 1) * w.performance;
        expectAlike(score, (sum / 9) * 100);
      }),
    );
  });

  it("does not change where all weights are multiplied", () => {
    fc.assert(
      fc.property(means, weights, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (of, w, factor) => {
        const times = {
          satisfaction: w.satisfaction * factor,
          expectancy: w.expectancy * factor,
          performance: w.performance * factor,
        };
        expectAlike(acsi(of, { weights: times }), acsi(of, { weights: w }));
      }),
    );
  });

  it("leaves its input as it is, agrees with itself and is plain JSON", () => {
    fc.assert(
      fc.property(means, weights, (of, w) => {
        const first = acsi(deepFreeze(of), deepFreeze({ weights: w }));
        expectPlainJson(first);
        expect(acsi(of, { weights: w })).toStrictEqual(first);
      }),
    );
  });
});
