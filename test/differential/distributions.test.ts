// The distribution functions, means and quantiles that everything else stands on, against R's and scipy's.

import { describe, it } from "vitest";
import { betaQuantile, regularizedIncompleteBeta } from "../../src/statistics/beta.ts";
import { chiSquareUpperTail } from "../../src/statistics/chiSquare.ts";
import { logGamma } from "../../src/statistics/gamma.ts";
import { mean, quantile, sampleVariance } from "../../src/statistics/moments.ts";
import { normalCdf, normalCritical, normalQuantile, normalUpperTail } from "../../src/statistics/normal.ts";
import { studentTCritical, studentTUpperTail } from "../../src/statistics/studentT.ts";
import { drawn, expectAgreement } from "./drawn.ts";

/** scipy's are those of Cephes, which are good to eleven digits here. */
const PEERS = [
  { peer: "R", file: "statistics", tolerance: { relative: 1e-12 } },
  { peer: "scipy", file: "withScipy", tolerance: { relative: 1e-11 } },
];

describe.each(PEERS)("drawn distribution functions of $peer", ({ file, tolerance }) => {
  interface Normal {
    readonly x: number;
    readonly lower: number;
    readonly upper: number;
    readonly p: number;
    readonly quantile: number;
    readonly critical: number;
  }
  const normal = drawn<Normal>(file, "normal");

  it(`the normal distribution agrees at ${normal.length} places`, () => {
    expectAgreement(normal, tolerance, ({ x, p, ...theirs }) => ({
      lower: [normalCdf(x), theirs.lower],
      upper: [normalUpperTail(x), theirs.upper],
      quantile: [normalQuantile(p), theirs.quantile],
      critical: [normalCritical(p), theirs.critical],
    }));
  });

  interface StudentT {
    readonly x: number;
    readonly degrees: number;
    readonly upper: number;
    readonly alpha: number;
    readonly critical: number;
  }
  const studentT = drawn<StudentT>(file, "studentT");

  it(`the t distribution agrees at ${studentT.length} places`, () => {
    expectAgreement(studentT, tolerance, ({ x, degrees, alpha, ...theirs }) => ({
      upper: [studentTUpperTail(x, degrees), theirs.upper],
      critical: [studentTCritical(alpha, degrees), theirs.critical],
    }));
  });

  interface Beta {
    readonly a: number;
    readonly b: number;
    readonly x: number;
    readonly lower: number;
    readonly upper: number;
    readonly p: number;
    readonly quantile: number;
    readonly fromAbove: number;
  }
  const beta = drawn<Beta>(file, "beta");

  it(`the beta distribution agrees at ${beta.length} places`, () => {
    expectAgreement(beta, tolerance, ({ a, b, x, p, ...theirs }) => {
      const { lower, upper } = regularizedIncompleteBeta(x, a, b);
      return {
        lower: [lower, theirs.lower],
        upper: [upper, theirs.upper],
        quantile: [betaQuantile(p, a, b), theirs.quantile],
        fromAbove: [betaQuantile(p, a, b, "upper"), theirs.fromAbove],
      };
    });
  });

  interface ChiSquare {
    readonly x: number;
    readonly degrees: number;
    readonly upper: number;
    readonly shape: number;
    readonly logGamma: number;
  }
  const chiSquare = drawn<ChiSquare>(file, "chiSquare");

  it(`chi-square tails and log Γ agree at ${chiSquare.length} places`, () => {
    expectAgreement(chiSquare, tolerance, ({ x, degrees, shape, ...theirs }) => ({
      upper: [chiSquareUpperTail(x, degrees), theirs.upper],
      logGamma: [logGamma(shape), theirs.logGamma],
    }));
  });
});

describe("drawn values", () => {
  interface Values {
    readonly values: readonly number[];
    readonly p: number;
    readonly quantile: number;
    readonly mean: number;
    readonly variance: number | null;
  }
  const samples = drawn<Values>("withScipy", "quantiles");

  it(`mean, variance and quantile agree with numpy's on ${samples.length} samples`, () => {
    expectAgreement(samples, { relative: 1e-14, absolute: 1e-13 }, ({ values, p, ...theirs }) => ({
      quantile: [quantile(values, p), theirs.quantile],
      mean: [mean(values), theirs.mean],
      variance: [sampleVariance(values), theirs.variance],
    }));
  });
});
