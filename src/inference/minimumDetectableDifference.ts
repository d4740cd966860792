// The smallest difference that two groups of a given size let show.

import { refusal, requireOneOf } from "../errors.ts";
import { checkedLevel } from "../statistics/interval.ts";
import type { ComparableMetric } from "./comparableScore.ts";
import { meanDetectable, netShareDetectable, type Sureness, shareDetectable } from "./detection.ts";
import {
  checkedInvitations,
  checkedPlan,
  checkedPower,
  checkedSize,
  checkedSpread,
  fewest,
  invitationsFor,
  type PlannedSpread,
  withoutBound,
} from "./planning.ts";
import type { PowerOptions } from "./sampleSizeToDetect.ts";

/** The size of the groups, and how surely the difference is to be detected. */
export interface DetectableOptions extends PowerOptions {
  /** How many answers each group has. */
  readonly n: number;
  /**
   * Which way a CSAT score goes, whose spread depends on it. For the other metrics both ways are the same.
   * @defaultValue `"rise"`
   */
  readonly direction?: "rise" | "fall" | undefined;
}

/** What two groups of a given size let show. */
export interface DetectableDifference {
  /** The metric by name. */
  readonly metric: ComparableMetric;
  /**
   * The smallest difference, after − before, in the unit of the score: below 0 for a fall. `null` where no difference
   * that NPS or CSAT can have is found as surely; 0 where everyone answers.
   */
  readonly difference: number | null;
  /** How many answers each group has. */
  readonly n: number;
  /** How many to invite in each group for them; `null` without a response rate. */
  readonly invitations: number | null;
  /** The power planned for. */
  readonly power: number;
  /** The confidence level planned for. */
  readonly level: number;
  /** What the plan assumes: the variance for NPS, the share before for CSAT, the standard deviation for CES. */
  readonly assumed: number;
  /** How many people each group is drawn from; `null` without bound. */
  readonly population: number | null;
  /** The response rate expected; `null` where none was given. */
  readonly responseRate: number | null;
}

/**
 * With so many answers in each group, how large must a difference be for us to find it?
 *
 * The inverse of {@link sampleSizeToDetect}, by the same formulas: that many answers are what its difference needs. A
 * smaller difference is found less often than `power` says, and not finding one is then no sign that there is none. What
 * a `population` means, and when to leave it out, is said there.
 *
 * @param options - metric and size of the groups; what is known of the spread; power and level; population and response
 * rate
 * @throws {@link CxMetricsError} `invalid-argument` for an unknown metric and for a wrong option; `invalid-count` for an
 * `n` or a population that is no whole number from 1 up (2 for CES); `impossible-counts` for more answers than people
 *
 * @example
 * ```ts
 * import { minimumDetectableDifference } from "cx-metrics";
 *
 * minimumDetectableDifference({ metric: "nps", n: 200, variance: 0.56 }).difference; // ≈ 20.8
 * minimumDetectableDifference({ metric: "csat", n: 200, share: 0.8 }).difference; // ≈ 9.98
 * minimumDetectableDifference({ metric: "csat", n: 200, share: 0.8, direction: "fall" }).difference; // ≈ -12.3
 * minimumDetectableDifference({ metric: "ces", n: 64, standardDeviation: 1 }).difference; // ≈ 0.499
 * minimumDetectableDifference({ metric: "nps", n: 200, variance: 0.56, population: 400 }).difference; // ≈ 14.8
 * ```
 */
export function minimumDetectableDifference(
  options: PlannedSpread & DetectableOptions,
): DetectableDifference {
  const caller = "minimumDetectableDifference";
  checkedPlan(caller, options, ["n", "direction", "power", "level", "population", "responseRate"]);
  const { metric, direction = "rise" } = options;
  requireOneOf(caller, ["direction"], direction, ["rise", "fall"]);
  const n = checkedSize(caller, "n", options.n, fewest(metric));
  const level = checkedLevel(caller, options.level);
  const power = checkedPower(caller, options.power, level);
  const assumed = checkedSpread(caller, options);
  const invited = checkedInvitations(caller, options, fewest(metric));
  const { population } = invited;
  if (population !== null && n > population) {
    throw refusal(caller, "impossible-counts", ["n"], "at most the population", n);
  }
  // What everyone answers, nothing hides.
  const difference =
    n === population ? 0 : detectable(metric, n, population, assumed, direction, { alpha: 1 - level, power });
  const invitations = invitationsFor(n, invited);
  return { metric, difference, n, invitations, power, level, assumed, ...invited };
}

function detectable(
  metric: ComparableMetric,
  n: number,
  population: number | null,
  assumed: number,
  direction: "rise" | "fall",
  sureness: Sureness,
): number | null {
  const sign = direction === "rise" ? 1 : -1;
  const size = withoutBound(n, population);
  switch (metric) {
    case "nps": {
      const difference = 100 * netShareDetectable(size, assumed, sureness);
      return difference > 200 ? null : sign * difference;
    }
    case "csat": {
      const after = shareDetectable(size, assumed, sign === 1 ? 1 : 0, sureness);
      return after === null ? null : 100 * (after - assumed);
    }
    case "ces":
      return sign * assumed * meanDetectable(n, sureness, population);
  }
}
