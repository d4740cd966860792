// cx-metrics/charts: charts of results as plain data, and tables for notebooks. Loads nothing until a picture is drawn.

/**
 * Charts of results: Vega-Lite specifications as plain data, drawn by whatever draws Vega-Lite, by a notebook, or as SVG.
 *
 * @module cx-metrics/charts
 */

export type { ChartSpec, Json } from "./chartSpec.ts";
export { chartSvg } from "./chartSvg.ts";
export { cohortHeatmap } from "./cohortHeatmap.ts";
export { type DisplayTableOptions, displayTable } from "./displayTable.ts";
export { driverChart } from "./driverChart.ts";
export type { ChartOptions } from "./frame.ts";
export type { ChartLabels, GivenLabels } from "./labels.ts";
export { lifecycleFlow } from "./lifecycleFlow.ts";
export { movementChart } from "./movementChart.ts";
export { npsChart } from "./npsChart.ts";
export { type RevenueWaterfallOptions, revenueWaterfall } from "./revenueWaterfall.ts";
export { rfmMap } from "./rfmMap.ts";
export { type ChartableScore, scoreChart } from "./scoreChart.ts";
export { type ScoreTrendOptions, scoreTrend } from "./scoreTrend.ts";
export { type SegmentChartOptions, segmentChart } from "./segmentChart.ts";
export { type SurvivalChartOptions, survivalChart } from "./survivalChart.ts";
export type { ChartTheme } from "./theme.ts";
export { themeChart } from "./themeChart.ts";
