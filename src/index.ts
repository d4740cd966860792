// Every public name of cx-metrics, listed and grouped. No logic.

/**
 * Scores, rates and periods: everything that needs no schema library.
 *
 * @module cx-metrics
 */

// Customers
export {
  type ChurnCounts,
  type ChurnCountsFromStart,
  type ChurnCountsOf,
  type ChurnCountsOverAverage,
  type ChurnCountsWithAcquired,
  type ChurnDenominator,
  type ChurnOptions,
  churnRate,
} from "./customers/churnRate.ts";
export type { Movement } from "./customers/movement.ts";
export { type RetentionCounts, retentionRate } from "./customers/retentionRate.ts";
// Errors
export { CxMetricsError, type CxMetricsErrorCode, type PathSegment } from "./errors.ts";
// Records and untrusted rows
export type { Instant } from "./records/instant.ts";
export { type ParsedRows, type ParseRowsOptions, parseRows, type RowIssue } from "./records/parseRows.ts";
export type {
  SchemaFailure,
  SchemaIssue,
  SchemaPathSegment,
  SchemaResult,
  SchemaSuccess,
  SchemaValidator,
  StandardSchema,
} from "./records/standardSchema.ts";
export type {
  CesResponse,
  CsatResponse,
  NpsResponse,
  SurveyResponse,
  SurveyResponseBase,
} from "./records/surveyResponse.ts";
// Intervals, rates and display
export type { Interval } from "./statistics/interval.ts";
export type { NetShareMethod } from "./statistics/netShare.ts";
export type { ProportionMethod } from "./statistics/proportion.ts";
export type { Rate, RateOptions } from "./statistics/rate.ts";
export { roundHalfAwayFromZero } from "./statistics/rounding.ts";
// Survey: score a tally
export { type CesDirection, type CesOptions, type CesScore, ces } from "./survey/ces.ts";
export { type CsatOptions, type CsatScore, csat } from "./survey/csat.ts";
// Survey: fold answers into a tally
export {
  type RatingCount,
  type TallyFromCountsOptions,
  type TallyRowsOptions,
  tally,
  tallyFromCounts,
  tallyRows,
} from "./survey/fold.ts";
export { mergeTallies, subtractTally } from "./survey/mergeTallies.ts";
export { type NetScore, type NetScoreBands, type NetScoreOptions, netScore } from "./survey/netScore.ts";
export {
  type NpsBandOptions,
  type NpsBands,
  type NpsCategory,
  type NpsOptions,
  type NpsScore,
  nps,
  npsCategory,
} from "./survey/nps.ts";
export { ratingFromLabel } from "./survey/ratingFromLabel.ts";
export { type ResponseCounts, responseRate } from "./survey/responseRate.ts";
export { CES_SCALE, CSAT_SCALE, NPS_SCALE, type Scale } from "./survey/scale.ts";
export type { Score, Share, Tallied } from "./survey/score.ts";
// Survey: scores by group
export { type Group, type GroupValue, type ScoreByOptions, scoreBy } from "./survey/scoreBy.ts";
export type { Answers, Rating, Tally } from "./survey/tally.ts";
export type { NetShareOptions } from "./survey/threeClasses.ts";
export { type ScoreColumns, type ShareColumns, type TidyRow, tidy } from "./survey/tidy.ts";
export { type PercentageOptions, type TopBoxOptions, type TopBoxScore, topBox } from "./survey/topBox.ts";
// Time
export {
  type CalendarOptions,
  type PeriodKey,
  type PeriodUnit,
  periodOf,
  type Weekday,
} from "./time/periodOf.ts";
