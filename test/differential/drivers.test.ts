// Key drivers against R's regressions and singular value decomposition; see statistics.R.

import { describe, it } from "vitest";
import { keyDrivers } from "../../src/index.ts";
import { drawn, expectAgreement } from "./drawn.ts";

describe("drawn drivers", () => {
  type Column = readonly (number | null)[];
  interface DrawnDrivers {
    readonly outcome: Column;
    readonly drivers: readonly Column[];
    readonly pairwise: boolean;
    readonly n: number;
    readonly rSquared: number;
    readonly adjusted: number;
    readonly weights: readonly number[];
    readonly slopes: readonly number[];
    readonly correlations: readonly number[];
    readonly inflation: readonly number[];
    readonly smallest: number;
    readonly condition: number;
  }
  const samples = drawn<DrawnDrivers>("statistics", "drivers");

  it(`keyDrivers agrees with lm, cor, svd and eigen on ${samples.length} samples`, () => {
    // Eigenvalues go down to a thousandth, of which the smallest figures are made.
    expectAgreement(samples, { relative: 1e-10, absolute: 1e-12 }, ({ outcome, pairwise, ...theirs }) => {
      const rows = [...outcome.keys()];
      const names = theirs.drivers.map((_, d) => `d${d}`);
      const ours = keyDrivers(rows, {
        outcome: (row) => outcome[row],
        drivers: Object.fromEntries(
          names.map((name, d) => [name, (row: number) => theirs.drivers[d]?.[row]]),
        ),
        missing: pairwise ? "pairwise" : "listwise",
      });
      const inOrder = names.map((name) => ours.drivers.find(({ driver }) => driver === name));
      return {
        n: [ours.n, theirs.n],
        rSquared: [ours.rSquared, theirs.rSquared],
        adjustedRSquared: [ours.adjustedRSquared, theirs.adjusted],
        weights: [inOrder.map((driver) => driver?.relativeWeight), theirs.weights],
        slopes: [inOrder.map((driver) => driver?.standardizedCoefficient), theirs.slopes],
        correlations: [inOrder.map((driver) => driver?.correlation), theirs.correlations],
        inflation: [inOrder.map((driver) => driver?.varianceInflation), theirs.inflation],
        smallestEigenvalue: [ours.collinearity?.smallestEigenvalue, theirs.smallest],
        conditionNumber: [ours.collinearity?.conditionNumber, theirs.condition],
      };
    });
  });
});
