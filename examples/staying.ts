// The part of the report that asks how long customers stay: cohorts by the quarter of joining, and survival by plan.

import {
  type Duration,
  durations,
  kaplanMeier,
  logRankTest,
  medianSurvival,
  restrictedMeanSurvival,
  type SurvivalCurve,
  survivalAt,
  tenureCohorts,
} from "cx-metrics";
import { type ChartOptions, type ChartSpec, cohortHeatmap, survivalChart } from "cx-metrics/charts";
import { ALL } from "./answers.ts";
import { AS_OF, type Books, type Term, TIME_ZONE } from "./books.ts";
import { percent, percentRange } from "./rates.ts";
import type { Picture, Section } from "./section.ts";
import { count, figure, left, range, right } from "./table.ts";

/** How many quarters of a cohort's life are shown. */
const QUARTERS = 6;

/** What became of those who joined in each quarter. */
export function cohortSection({ terms }: Books): Section {
  const cohorts = tenureCohorts(terms, {
    unit: "quarter",
    asOf: AS_OF,
    periods: QUARTERS,
    timeZone: TIME_ZONE,
  });
  const { rows, average, customers } = cohorts;
  const picture = (options: ChartOptions): ChartSpec => cohortHeatmap(cohorts, options);
  return {
    id: "cohorts",
    title: "Customers: cohorts by the quarter of joining",
    notes:
      "Of those who joined in a quarter, how many percent were still there at the end of it (+0) and of the " +
      "quarters after. Who left and came back has left. A dash: the quarter is not over, or not yet come.",
    parts: [
      {
        columns: [left("Joined in"), right("Customers"), ...average.rates.map((_, j) => right(`+${j}`))],
        rows: [
          ...rows.map(({ cohort, size, rates }) => [cohort, String(size), ...rates.map(percent)]),
          ["All", String(customers), ...average.rates.map(percent)],
        ],
      },
      { title: "How many of each cohort are still there", size: "wide", draw: picture },
    ],
    findings: [{ plan: ALL, text: picture({}).description }],
  };
}

/** How long customers stay, by the plan that they began with. */
export function survivalSection({ terms }: Books): Section {
  const stays = Array.from(byFirstPlan(terms), ([plan, ofPlan]) => {
    const followed = durations(ofPlan, { asOf: AS_OF, unit: "month", timeZone: TIME_ZONE });
    return { plan, stays: followed, curve: kaplanMeier(followed) };
  });
  const curves = stays.slice(0, MOST_CURVES).map(({ plan, curve }) => [plan, curve] as const);
  const differ = plansDiffer(stays.map((ofPlan) => ofPlan.stays));
  return {
    id: "survival",
    title: "Customers: how long they stay, by the plan that they began with",
    notes:
      "Kaplan-Meier curves of the first stay, in calendar months: those who are still there count for as " +
      "long as they have been. Median: when half have left; a dash where the books do not reach that far. " +
      "Mean of 24: how many of the first 24 months a customer stays.",
    parts: [
      {
        columns: [
          left("Plan"),
          ...["n", "Left", "After a year %", "95% interval", "Median", "95% interval"].map(right),
          ...["Mean of 24", "95% interval"].map(right),
        ],
        rows: stays.map(({ plan, curve }) => survivalRow(plan, curve)),
      },
      differ,
      ...(curves.length === 0 ? [] : [pictureOf(Object.fromEntries(curves))]),
    ],
    findings: [
      { plan: ALL, text: differ },
      ...stays.map(({ plan, curve }) => ({ plan, text: stillThere(curve) })),
    ],
  };
}

function pictureOf(curves: Readonly<Record<string, SurvivalCurve>>): Picture {
  return {
    title: "How many are still customers",
    size: "wide",
    draw: (options) => survivalChart(curves, { ...options, timeUnit: "months", labels: LABELS }),
  };
}

/** How many curves a chart can hold. */
const MOST_CURVES = 6;

/** The finding of a chart, with the unit of its times. */
const LABELS = {
  survivalFinding:
    "{customers}, of whom {events} left; {survival} are still there after {time} months{interval}.",
  medianFinding: "{customers}, of whom {events} left; half are gone after {median} months.",
};

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

function survivalRow(plan: string, curve: SurvivalCurve): string[] {
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

function stillThere(curve: SurvivalCurve): string {
  const { survival, low, high } = survivalAt(curve, 12);
  return (
    `Of ${count(curve.n)} customers who began on this plan, ${percent(survival)} % are still there after a year ` +
    `(95 % interval ${percentRange({ low, high })}).`
  );
}

/** The answer of a log-rank test, in words. */
function plansDiffer(stays: readonly (readonly Duration[])[]): string {
  if (stays.length < 2) return "There are no two plans to compare.";
  const { statistic, degreesOfFreedom, pValue } = logRankTest(stays);
  const test = `chi-square ${figure(statistic, 1)} with ${degreesOfFreedom} degrees of freedom`;
  return `Do customers stay equally long on all plans? Log-rank test: ${test}, ${shownPValue(pValue)}.`;
}

function shownPValue(pValue: number | null): string {
  if (pValue === null) return "no p-value";
  const shown = pValue < 0.001 ? "p < 0.001" : `p = ${figure(pValue, 3)}`;
  return `${shown}; the difference ${pValue < 0.05 ? "is hardly chance" : "may be chance"}`;
}
