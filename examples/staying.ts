// The part of the report that asks how long customers stay: cohorts by the quarter of joining, and survival by plan.

import {
  type Duration,
  durations,
  kaplanMeier,
  logRankTest,
  medianSurvival,
  restrictedMeanSurvival,
  survivalAt,
  tenureCohorts,
} from "cx-metrics";
import { AS_OF, type Books, type Term, TIME_ZONE } from "./books.ts";
import { percent, percentRange } from "./rates.ts";
import { figure, left, range, right, section, table } from "./table.ts";

/** How many quarters of a cohort's life are shown. */
const QUARTERS = 6;

/** What became of those who joined in each quarter. */
export function cohortSection({ terms }: Books): string {
  const cohorts = tenureCohorts(terms, {
    unit: "quarter",
    asOf: AS_OF,
    periods: QUARTERS,
    timeZone: TIME_ZONE,
  });
  const { rows, average, customers } = cohorts;
  return section(
    "Customers: cohorts by the quarter of joining",
    [
      "Of those who joined in a quarter, how many percent were still there at the end of it (+0) and of the",
      "quarters after. Who left and came back has left. A dash: the quarter is not over, or not yet come.",
    ],
    table(
      [left("Joined in"), right("Customers"), ...average.rates.map((_, j) => right(`+${j}`))],
      [
        ...rows.map(({ cohort, size, rates }) => [cohort, String(size), ...rates.map(percent)]),
        ["All", String(customers), ...average.rates.map(percent)],
      ],
    ),
  );
}

/** How long customers stay, by the plan that they began with. */
export function survivalSection({ terms }: Books): string {
  const plans = byFirstPlan(terms);
  const stays = [...plans.values()].map((ofPlan) =>
    durations(ofPlan, { asOf: AS_OF, unit: "month", timeZone: TIME_ZONE }),
  );
  return section(
    "Customers: how long they stay, by the plan that they began with",
    [
      "Kaplan-Meier curves of the first stay, in calendar months: those who are still there count for as",
      "long as they have been. Median: when half have left; a dash where the books do not reach that far.",
      "Mean of 24: how many of the first 24 months a customer stays.",
    ],
    table(
      [
        left("Plan"),
        ...["n", "Left", "After a year %", "95% interval", "Median", "95% interval"].map(right),
        ...["Mean of 24", "95% interval"].map(right),
      ],
      [...plans.keys()].map((plan, i) => survivalRow(plan, stays[i] as readonly Duration[])),
    ),
    plansDiffer(stays),
  );
}

/** The terms of each plan's customers, all of them under the plan of the first. */
function byFirstPlan(terms: readonly Term[]): ReadonlyMap<string, readonly Term[]> {
  const firstPlans = new Map<Term["customerId"], string>();
  // Terms of a customer are in order of time in the file.
  for (const { customerId, plan } of terms) {
    if (!firstPlans.has(customerId)) firstPlans.set(customerId, plan);
  }
  const plans = [...new Set(firstPlans.values())].sort();
  return new Map(
    plans.map((plan) => [plan, terms.filter(({ customerId }) => firstPlans.get(customerId) === plan)]),
  );
}

function survivalRow(plan: string, stays: readonly Duration[]): string[] {
  const curve = kaplanMeier(stays);
  const afterAYear = survivalAt(curve, 12);
  const median = medianSurvival(curve);
  const within = restrictedMeanSurvival(curve, { until: 24 });
  return [
    plan,
    String(curve.n),
    String(curve.events),
    percent(afterAYear.survival),
    percentRange(afterAYear),
    figure(median.time, 1),
    `${figure(median.low, 1)} to ${figure(median.high, 1)}`,
    figure(within.mean, 1),
    range(within.interval, 1),
  ];
}

/** The answer of a log-rank test, in words. */
function plansDiffer(stays: readonly (readonly Duration[])[]): string {
  if (stays.length < 2) return "There are no two plans to compare.";
  const { statistic, degreesOfFreedom, pValue } = logRankTest(stays);
  const test = `chi-square ${figure(statistic, 1)} with ${degreesOfFreedom} degrees of freedom`;
  return `Do the plans differ? Log-rank test: ${test}, ${shownPValue(pValue)}.`;
}

function shownPValue(pValue: number | null): string {
  if (pValue === null) return "no p-value";
  return pValue < 0.001 ? "p < 0.001" : `p = ${figure(pValue, 3)}`;
}
