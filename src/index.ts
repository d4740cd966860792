// Every public name of cx-metrics, listed and grouped. No logic.

/**
 * Scores, rates and periods: everything that needs no schema library.
 *
 * @module cx-metrics
 */

// Scores
export {
  type NpsBands,
  type NpsCategory,
  type NpsOptions,
  type NpsScore,
  nps,
  npsCategory,
} from "./survey/nps.ts";
export { type CsatOptions, type CsatScore, csat } from "./survey/csat.ts";
export { type CesDirection, type CesOptions, type CesScore, ces } from "./survey/ces.ts";
export { type PercentageOptions, type TopBoxOptions, type TopBoxScore, topBox } from "./survey/topBox.ts";
export { type NetScore, type NetScoreBands, type NetScoreOptions, netScore } from "./survey/netScore.ts";
export type { NetShareOptions } from "./survey/netShare.ts";
export type { Score, Share, Tallied } from "./survey/score.ts";
export { type ResponseCounts, responseRate } from "./survey/responseRate.ts";
export { type AcsiMeans, type AcsiOptions, type AcsiScore, type AcsiWeights, acsi } from "./survey/acsi.ts";
export { type ExpectationGap, type ExpectationGapOptions, expectationGap } from "./survey/expectationGap.ts";
export { type FollowUpRate, type FollowUpRateOptions, followUpRate } from "./survey/followUpRate.ts";
export {
  METRICS,
  type MetricGuide,
  type MetricName,
  metricsFor,
  type Touchpoint,
} from "./survey/metricGuides.ts";

// Scores by group
export { type Group, type ScoreByOptions, scoreBy } from "./survey/scoreBy.ts";
export type { GroupValue } from "./survey/groupValue.ts";
export {
  type FigureColumns,
  type ScoreColumns,
  type ShareColumns,
  type TidyRow,
  tidy,
} from "./survey/tidy.ts";
export { type RollingGroup, type RollingScoresOptions, rollingScores } from "./survey/rollingScores.ts";

// Tallies, which scores are computed from
export type { Answers, Rating, Tally } from "./survey/tally.ts";
export {
  type RatingCount,
  type TallyFromCountsOptions,
  type TallyRowsOptions,
  tally,
  tallyFromCounts,
  tallyRows,
} from "./survey/fold.ts";
export { mergeTallies, subtractTally } from "./survey/mergeTallies.ts";
export { CES_SCALE, CSAT_SCALE, NPS_SCALE, type Scale } from "./survey/scale.ts";

// Customers
export { type RetentionCounts, retentionRate } from "./customers/retentionRate.ts";
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

// Periods
export type { CalendarOptions } from "./time/calendar.ts";
export { type PeriodBounds, periodBounds } from "./time/periodBounds.ts";
export { periodDistance } from "./time/periodDistance.ts";
export type { PeriodKey, PeriodUnit } from "./time/periodKey.ts";
export { periodOf } from "./time/periodOf.ts";
export { periodsBetween } from "./time/periodsBetween.ts";
export { shiftPeriod } from "./time/shiftPeriod.ts";
export type { Weekday, WeekOptions } from "./time/weeks.ts";
export type { Instant } from "./records/instant.ts";

// Records and untrusted rows
export { type ParsedRows, type ParseRowsOptions, parseRows, type RowIssue } from "./records/parseRows.ts";
export { ratingFromLabel } from "./survey/ratingFromLabel.ts";
export {
  type DatedResponse,
  type LatestPerRespondentOptions,
  type LatestResponses,
  latestPerRespondent,
} from "./survey/latestPerRespondent.ts";
export type { RespondentRecord } from "./survey/respondent.ts";
export type {
  CesResponse,
  CsatResponse,
  NpsResponse,
  SurveyResponse,
  SurveyResponseBase,
} from "./records/surveyResponse.ts";
export type {
  SchemaFailure,
  SchemaIssue,
  SchemaPathSegment,
  SchemaResult,
  SchemaSuccess,
  SchemaValidator,
  StandardSchema,
} from "./records/standardSchema.ts";

// Intervals, rates, display and errors
export type { Interval } from "./statistics/interval.ts";
export type { NetShareMethod } from "./statistics/netShare.ts";
export type { ProportionMethod } from "./statistics/proportion.ts";
export type { Rate, RateOptions } from "./statistics/rate.ts";
export { roundHalfAwayFromZero } from "./statistics/rounding.ts";
export { CxMetricsError, type CxMetricsErrorCode, type PathSegment } from "./errors.ts";
