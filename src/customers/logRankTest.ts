// The log-rank test: do groups of customers leave at the same pace?

import { refusal, refusalInWords, requireIterable } from "../errors.ts";
import type { Duration } from "../records/duration.ts";
import { chiSquareUpperTail } from "../statistics/chiSquare.ts";
import { quadraticForm } from "../statistics/quadraticForm.ts";
import { type DurationFold, endOfTie, foldDurations, total } from "./lifeTable.ts";
import { earliest, queueOf, type TimeQueue, takeUntil } from "./timeSums.ts";

/** One group of a log-rank test. */
export interface LogRankGroup {
  /** How many durations it has. */
  readonly n: number;
  /** How many of them ended in an event. */
  readonly observed: number;
  /** How many would have, if all groups left at the same pace. */
  readonly expected: number;
}

/** A log-rank test. */
export interface LogRankTest {
  /** The chi-square statistic; `null` where the groups cannot be compared. */
  readonly statistic: number | null;
  /** How many groups can be compared, less one. */
  readonly degreesOfFreedom: number;
  /** How probable so large a statistic is if all groups leave at the same pace; `null` where there is none. */
  readonly pValue: number | null;
  /** Observed and expected events of each group, in the order given. They have the same sum. */
  readonly groups: readonly LogRankGroup[];
}

/**
 * Log-rank test: do two or more groups of customers (plans, channels, years of joining) leave at the same pace?
 *
 * At each time at which anybody left, the events are shared out by how many of each group were at risk. A group whose
 * `observed` exceed its `expected` left faster. The statistic weighs the differences by their covariance, the
 * hypergeometric one, and has a chi-square distribution if there is no difference. All times weigh alike; the rivals of
 * Gehan, Peto and others give early ones more. It has little power where curves cross, and says nothing about how large a
 * difference is: for that compare {@link restrictedMeanSurvival} or {@link survivalAt}.
 *
 * Ties, and times that differ by rounding alone, count as in {@link kaplanMeier}, and so does late `entry`. Weights other
 * than 1 are refused, because the test counts customers. `null` where nothing can be compared: no events, or no time with
 * an event at which two groups were at risk and somebody stayed. A group that never met another at risk does not count in
 * `degreesOfFreedom`.
 *
 * Source: N. Mantel, "Evaluation of Survival Data and Two New Rank Order Statistics Arising in Its Consideration",
 * Cancer Chemotherapy Reports 50 (1966), 163-170; for several groups R. Peto & J. Peto, "Asymptotically Efficient Rank
 * Invariant Test Procedures", JRSS A 135 (1972), 185-207. As R's `survdiff`.
 *
 * @param groups - two or more groups, each of any number of durations in the same unit
 * @throws {@link CxMetricsError} `invalid-argument` for fewer than two groups, and for durations that
 * {@link kaplanMeier} refuses; `invalid-weight` for a weight other than 1
 *
 * @example
 * ```ts
 * import { logRankTest } from "cx-metrics";
 *
 * const monthly = [1, 2, 2, 3, 5, 8].map((time) => ({ time, observed: true }));
 * const yearly = [4, 7, 9, 12, 12, 12].map((time) => ({ time, observed: time < 12 }));
 * const test = logRankTest([monthly, yearly]);
 * test.statistic; // ≈ 6.997
 * test.pValue; // ≈ 0.0082
 * test.groups; // ≈ [{ n: 6, observed: 6, expected: 2.64 }, { n: 6, observed: 3, expected: 6.36 }]
 * ```
 */
export function logRankTest(groups: readonly Iterable<Duration>[]): LogRankTest {
  const folds = foldedGroups("logRankTest", groups);
  const { observed, expected, covariance } = comparison(folds);
  const excess = observed.map((count, i) => count - (expected[i] as number));
  const { value, rank } = quadraticForm(excess, covariance);
  return {
    statistic: rank > 0 ? value : null,
    degreesOfFreedom: rank,
    pValue: rank > 0 ? chiSquareUpperTail(value, rank) : null,
    groups: folds.map(({ n }, i) => ({
      n,
      observed: observed[i] as number,
      expected: expected[i] as number,
    })),
  };
}

function foldedGroups(caller: string, groups: readonly Iterable<Duration>[]): readonly DurationFold[] {
  requireIterable(caller, ["groups"], groups);
  const folds: DurationFold[] = [];
  for (const group of groups) folds.push(foldDurations(caller, ["groups", folds.length], group));
  if (folds.length < 2) {
    const got = `${folds.length}`;
    throw refusalInWords(caller, "invalid-argument", ["groups"], "two groups or more", got);
  }
  folds.forEach(({ weighted }, i) => {
    if (weighted === null) return;
    const path = ["groups", i, weighted.index, "weight"];
    throw refusal(caller, "invalid-weight", path, "absent or 1", weighted.weight);
  });
  return folds;
}

/** Sums over all times with events: each group's events, those expected of it, and the covariance of the former. */
interface Comparison {
  readonly observed: number[];
  readonly expected: number[];
  readonly covariance: number[][];
}

function comparison(folds: readonly DurationFold[]): Comparison {
  const zeros = (): number[] => folds.map(() => 0);
  const sums: Comparison = { observed: zeros(), expected: zeros(), covariance: folds.map(zeros) };
  const entered = folds.map((fold) => queueOf(fold.entered));
  const events = folds.map((fold) => queueOf(fold.events));
  const censored = folds.map((fold) => queueOf(fold.censored));
  const all = [...entered, ...events, ...censored];
  const atRisk = folds.map(({ n, late }) => n - late);
  for (let time = earliest(all); time < Number.POSITIVE_INFINITY; time = earliest(all)) {
    const last = endOfTie(time);
    const left = events.map((queue) => takeUntil(queue, last));
    addTime(sums, atRisk, left);
    for (let j = 0; j < atRisk.length; j++) {
      const joined = takeUntil(entered[j] as TimeQueue, last);
      const lastSeen = takeUntil(censored[j] as TimeQueue, last);
      atRisk[j] = (atRisk[j] as number) + joined - (left[j] as number) - lastSeen;
    }
  }
  return sums;
}

/** Adds what happened at one time, to each group in proportion to those at risk. */
function addTime(sums: Comparison, atRisk: readonly number[], events: readonly number[]): void {
  const n = total(atRisk);
  const d = total(events);
  if (d === 0) return;
  // Where all leave at once, or one alone is left, the sharing out leaves nothing to chance.
  const spread = n > 1 ? (d * (n - d)) / (n - 1) : 0;
  atRisk.forEach((own, j) => {
    sums.observed[j] = (sums.observed[j] as number) + (events[j] as number);
    sums.expected[j] = (sums.expected[j] as number) + (d * own) / n;
    const row = sums.covariance[j] as number[];
    for (let l = 0; l < row.length; l++) {
      const other = atRisk[l] as number;
      row[l] = (row[l] as number) + spread * (own / n) * ((j === l ? n - own : -other) / n);
    }
  });
}
