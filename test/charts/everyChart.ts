// Every chart in many states and with several options: what must be drawn without complaint.

import {
  type ChartOptions,
  type ChartSpec,
  cohortHeatmap,
  driverChart,
  lifecycleFlow,
  movementChart,
  npsChart,
  revenueWaterfall,
  rfmMap,
  scoreChart,
  scoreTrend,
  segmentChart,
  survivalChart,
  themeChart,
} from "../../src/charts/index.ts";
import {
  ces,
  csat,
  kaplanMeier,
  keyDrivers,
  lifecycleTransitions,
  movementsByPeriod,
  nps,
  revenueMovement,
  rfm,
  tenureCohorts,
  themes,
} from "../../src/index.ts";
import * as results from "./results.ts";

const NOTHING_COHORTS = tenureCohorts([], { unit: "month", asOf: "2026-01-01T00:00:00Z" });
const NO_ROWS: readonly { readonly outcome: number; readonly driver: number }[] = [];
const NO_DRIVERS = keyDrivers(NO_ROWS, {
  outcome: (row) => row.outcome,
  drivers: { driver: (row) => row.driver },
});
const NO_THEMES = themes([] as readonly { comment: string; rating: number }[], {
  codebook: { price: ["price"] },
  comment: (row) => row.comment,
  rating: (row) => row.rating,
});
const NO_REVENUE = revenueMovement([], []);
const RANGE = { from: "2026-01-01T00:00:00Z", to: "2026-02-01T00:00:00Z" };
const ONE_GROUP = [{ key: { plan: "Basic" }, score: csat([5]) }];
const EQUAL_EFFORT = [{ key: { month: "2026-01" }, score: ces([7, 7]) }];

/** Every chart in many states, by name. */
export const STATES: readonly (readonly [string, (options: ChartOptions) => ChartSpec])[] = [
  ["npsChart", (options) => npsChart(results.NPS, options)],
  ["npsChart of one answer", (options) => npsChart(nps([10]), options)],
  ["npsChart of no answers", (options) => npsChart(nps([null]), options)],
  [
    "npsChart on another scale",
    (options) =>
      npsChart(nps([1, 3, 5, 5], { scale: { min: 1, max: 5 }, bands: { passive: 4, promoter: 5 } }), options),
  ],
  ["scoreChart of csat", (options) => scoreChart(results.CSAT, options)],
  ["scoreChart of ces", (options) => scoreChart(results.CES, options)],
  ["scoreChart of ces without an interval", (options) => scoreChart(ces([7, 7]), options)],
  ["scoreChart of effort", (options) => scoreChart(results.EFFORT, options)],
  ["scoreChart of topBox", (options) => scoreChart(results.TOP, options)],
  ["scoreChart of netScore", (options) => scoreChart(results.NET, options)],
  ["scoreChart of no answers", (options) => scoreChart(csat([]), options)],
  ["scoreTrend", (options) => scoreTrend(results.MONTHS, options)],
  ["scoreTrend with limits", (options) => scoreTrend(results.MONTHS, { ...options, limits: results.LIMITS })],
  ["scoreTrend of one period", (options) => scoreTrend(EQUAL_EFFORT, options)],
  ["scoreTrend of nothing", (options) => scoreTrend([], options)],
  [
    "scoreTrend without answers",
    (options) => scoreTrend([{ key: { month: "2026-01" }, score: nps([]) }], options),
  ],
  ["segmentChart", (options) => segmentChart(results.SEGMENTS, options)],
  [
    "segmentChart with suppressed groups",
    (options) => segmentChart(results.SUPPRESSED, { ...options, reference: 30 }),
  ],
  ["segmentChart of one group", (options) => segmentChart(ONE_GROUP, options)],
  [
    "segmentChart of nothing but suppressed groups",
    (options) =>
      segmentChart([{ key: { plan: "Pro" }, score: null, suppressed: true }], { ...options, reference: 3 }),
  ],
  ["segmentChart of nothing", (options) => segmentChart([], options)],
  ["cohortHeatmap", (options) => cohortHeatmap(results.COHORTS, options)],
  ["cohortHeatmap of quarters", (options) => cohortHeatmap(results.QUARTERS, options)],
  ["cohortHeatmap of nothing", (options) => cohortHeatmap(NOTHING_COHORTS, options)],
  ["survivalChart", (options) => survivalChart(results.CURVE, { ...options, timeUnit: "months" })],
  ["survivalChart of three", (options) => survivalChart(results.CURVES, options)],
  [
    "survivalChart at time 0",
    (options) => survivalChart(kaplanMeier([{ time: 0, observed: true }]), options),
  ],
  ["survivalChart of nobody", (options) => survivalChart(kaplanMeier([]), options)],
  ["revenueWaterfall", (options) => revenueWaterfall(results.REVENUE, { ...options, currency: "IDR" })],
  ["revenueWaterfall of nothing", (options) => revenueWaterfall(NO_REVENUE, options)],
  ["movementChart", (options) => movementChart(results.MOVEMENTS, options)],
  [
    "movementChart of an empty month",
    (options) => movementChart(movementsByPeriod([], { unit: "month", ...RANGE }), options),
  ],
  ["movementChart of nothing", (options) => movementChart([], options)],
  ["driverChart", (options) => driverChart(results.DRIVERS, options)],
  ["driverChart of nothing", (options) => driverChart(NO_DRIVERS, options)],
  ["themeChart", (options) => themeChart(results.THEMES, options)],
  ["themeChart of effort", (options) => themeChart(results.EFFORT_THEMES, options)],
  ["themeChart of nothing", (options) => themeChart(NO_THEMES, options)],
  ["rfmMap", (options) => rfmMap(results.RFM, options)],
  ["rfmMap without segments", (options) => rfmMap(results.RFM_PLAIN, options)],
  ["rfmMap of nobody", (options) => rfmMap(rfm([], { asOf: "2026-01-01T00:00:00Z" }), options)],
  ["lifecycleFlow", (options) => lifecycleFlow(results.TRANSITIONS, options)],
  ["lifecycleFlow of nobody", (options) => lifecycleFlow(lifecycleTransitions([], RANGE), options)],
];

/** By name. */
export const OPTIONS: readonly (readonly [string, ChartOptions])[] = [
  ["as it is", {}],
  ["dark, in Indonesian, narrow", { theme: "dark", labels: "id", width: 240 }],
  [
    "with words and a title of the caller's",
    {
      title: "A title that is longer than one line ".repeat(4),
      labels: { answers: "Réponses", decimalSign: ",", thousandsSign: " " },
      width: 900,
    },
  ],
];
