// One sample against a fixed score: the test that belongs to each interval of a score.

import { regularizedIncompleteBeta } from "../statistics/beta.ts";
import {
  adjustedClasses,
  type NetShareMethod,
  netShareEstimate,
  netShareScore,
  type ThreeClasses,
} from "../statistics/netShare.ts";
import type { ProportionMethod } from "../statistics/proportion.ts";
import { type Evidence, NO_EVIDENCE, normalPValue, studentTPValue } from "./evidence.ts";
import { type EffectiveAnswers, meanEstimate, type Successes } from "./twoSamples.ts";

/** A statistic with its p-value. */
type Test = Omit<Evidence, "limits">;

/** A z test, from a deviation and its standard error. */
function zTest(deviation: number, error: number): Test {
  return error === 0 ? NO_EVIDENCE : zTestOf(deviation / error);
}

function zTestOf(statistic: number): Test {
  return { statistic, degreesOfFreedom: null, pValue: normalPValue(statistic) };
}

/** A score test, from a statistic that may be infinite or undefined where the answers leave nothing to chance. */
function scoreTest(statistic: number): Test {
  // Every answer is where it must be if the benchmark is true: 0 ÷ 0.
  if (Number.isNaN(statistic)) return zTestOf(0);
  // An answer is where none can be if the benchmark is true.
  if (!Number.isFinite(statistic)) return { statistic: null, degreesOfFreedom: null, pValue: 0 };
  return zTestOf(statistic);
}

/** A net share against another one, both on −1…1. */
export function netShareTest(method: NetShareMethod, classes: ThreeClasses, benchmark: number): Test {
  if (method === "score") return scoreTest(netShareScore(classes, benchmark));
  const { net, squaredError } = netShareEstimate(method === "wald" ? classes : adjustedClasses(classes));
  return zTest(net - benchmark, Math.sqrt(squaredError));
}

/** A proportion against another one. */
export function proportionTest(
  method: ProportionMethod,
  { successes, trials }: Successes,
  benchmark: number,
): Test {
  const failures = trials - successes;
  switch (method) {
    case "wilson":
    // The interval of Agresti and Coull is Wilson's made simple, and a little wider.
    case "agresti-coull": {
      const variance = trials * benchmark * (1 - benchmark);
      return scoreTest((successes - trials * benchmark) / Math.sqrt(variance));
    }
    case "wald":
      return zTest(successes / trials - benchmark, Math.sqrt((successes * failures) / trials) / trials);
    case "clopper-pearson": {
      const orMore =
        successes === 0 ? 1 : regularizedIncompleteBeta(benchmark, successes, failures + 1).lower;
      const orFewer =
        failures === 0 ? 1 : regularizedIncompleteBeta(benchmark, successes + 1, failures).upper;
      return twiceTheSmaller(orMore, orFewer);
    }
    case "jeffreys": {
      const { lower, upper } = regularizedIncompleteBeta(benchmark, successes + 0.5, failures + 0.5);
      // The interval reaches to the very end where all answers agree, so that nothing beyond it is improbable.
      return twiceTheSmaller(successes === 0 ? 1 : lower, failures === 0 ? 1 : upper);
    }
  }
}

function twiceTheSmaller(lower: number, upper: number): Test {
  return { statistic: null, degreesOfFreedom: null, pValue: Math.min(1, 2 * Math.min(lower, upper)) };
}

/** A mean rating against another one: Student's t. */
export function meanTest(answers: EffectiveAnswers, benchmark: number): Test {
  const estimate = meanEstimate(answers);
  if (estimate === null || estimate.squaredError === 0) return NO_EVIDENCE;
  const { mean, squaredError, degreesOfFreedom } = estimate;
  const statistic = (mean - benchmark) / Math.sqrt(squaredError);
  return { statistic, degreesOfFreedom, pValue: studentTPValue(statistic, degreesOfFreedom) };
}
