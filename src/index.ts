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
export type { GroupValue } from "./records/groupValue.ts";
export type { GroupKey, GroupReaders } from "./records/grouping.ts";
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

// Customers: movements and rates
export type { Movement } from "./customers/movement.ts";
export { customerMovement, type MovementOptions } from "./customers/customerMovement.ts";
export {
  type MovementsByPeriodOptions,
  movementsByPeriod,
  type PeriodMovement,
} from "./customers/movementsByPeriod.ts";
export { mergeMovements } from "./customers/mergeMovements.ts";
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

// Customers: survival
export { type DurationsOptions, durations, type StaysCounted } from "./customers/durations.ts";
export type { Duration } from "./records/duration.ts";
export {
  type KaplanMeierOptions,
  kaplanMeier,
  type SurvivalCurve,
  type SurvivalStep,
} from "./customers/kaplanMeier.ts";
export type { SurvivalTransform } from "./customers/survivalLimits.ts";
export { type SurvivalAt, survivalAt } from "./customers/survivalAt.ts";
export {
  medianSurvival,
  type SurvivalQuantile,
  type SurvivalQuantileOptions,
  type SurvivalQuantileRule,
  survivalQuantile,
} from "./customers/survivalQuantile.ts";
export {
  type RestrictedMeanSurvival,
  type RestrictedMeanSurvivalOptions,
  restrictedMeanSurvival,
} from "./customers/restrictedMeanSurvival.ts";
export { type LogRankGroup, type LogRankTest, logRankTest } from "./customers/logRankTest.ts";

// Customers: revenue and value
export type { RevenueMovement } from "./customers/revenueBalance.ts";
export {
  type RevenueByAccount,
  type RevenueMovementOptions,
  revenueMovement,
} from "./customers/revenueMovement.ts";
export {
  type RevenueMovementsByPeriodOptions,
  revenueMovementsByPeriod,
} from "./customers/revenueMovementsByPeriod.ts";
export { mergeRevenueMovements } from "./customers/mergeRevenueMovements.ts";
export {
  type GrossRevenueChange,
  grossRevenueRetention,
  type NetRevenueChange,
  netRevenueRetention,
  type RevenueChurnOptions,
  revenueChurnRate,
} from "./customers/revenueRetention.ts";
export {
  type AverageRevenueOptions,
  averageRevenuePerAccount,
  quickRatio,
  type RevenueAndAccounts,
  type RevenueGainAndLoss,
} from "./customers/revenueRatios.ts";
export { type ExpansionKind, expansionKind, type RevenueByLine } from "./customers/expansionKind.ts";
export {
  customerLifetimeValue,
  type LifetimeValue,
  type LifetimeValueOptions,
  type PaymentConvention,
} from "./customers/customerLifetimeValue.ts";
export { type AcquisitionSpend, customerAcquisitionCost, ltvToCac } from "./customers/acquisitionCost.ts";
export { type PaybackOptions, paybackPeriods } from "./customers/paybackPeriods.ts";
export { annualizeChurn, expectedLifetime } from "./customers/churnConversions.ts";
export { type ConversionCounts, conversionRate } from "./customers/conversionRate.ts";

// Customers: service
export {
  type FirstContactBase,
  type FirstContactPolicy,
  type FirstContactResolution,
  type FirstContactResolutionOptions,
  firstContactResolution,
} from "./customers/firstContactResolution.ts";
export type { CaseDurationOptions, CaseDurations } from "./customers/caseDurations.ts";
export {
  type ResolutionTime,
  type ResolutionTimeOptions,
  resolutionTime,
} from "./customers/resolutionTime.ts";
export { firstResponseTime } from "./customers/firstResponseTime.ts";
export {
  type SlaAttainment,
  type SlaAttainmentOptions,
  type SlaTarget,
  slaAttainment,
} from "./customers/slaAttainment.ts";
export type { ResolutionEnd } from "./customers/supportCases.ts";
export { escalationRate, selfServiceRate } from "./customers/flaggedCases.ts";
export {
  type RepeatContactRate,
  type RepeatContactRateOptions,
  repeatContactRate,
} from "./customers/repeatContactRate.ts";
export type { CaseRate, CaseRateOptions } from "./customers/caseRate.ts";

// Customers: orders and referrals
export { type Rfm, type RfmCustomer, type RfmMonetary, type RfmOptions, rfm } from "./customers/rfm.ts";
export type { GivenRfmCuts, RfmCuts, RfmMeasure } from "./customers/rfmScores.ts";
export {
  RFM_SEGMENTS,
  type RfmSegment,
  type RfmSegmentTotal,
  type ScoreRange,
} from "./customers/rfmSegments.ts";
export {
  type RepeatPurchaseRate,
  type RepeatPurchaseRateOptions,
  repeatPurchaseRate,
} from "./customers/repeatPurchaseRate.ts";
export {
  type ReferralPolicy,
  type ReferralRate,
  type ReferralRateOptions,
  referralRate,
} from "./customers/referralRate.ts";

// Customers: cohorts
export {
  type ActivityCohortOptions,
  activityCohorts,
} from "./customers/activityCohorts.ts";
export type { ActivityColumns, ActivityEvent } from "./customers/activity.ts";
export type { CohortMode, CohortOptions, CohortWindows } from "./customers/cohortSettings.ts";
export type { CohortAverage, CohortRow, CohortTable } from "./customers/cohortTable.ts";
export { type EncodedIdentifiers, encodeIdentifiers } from "./customers/encodeIdentifiers.ts";
export { mergeCohortTables } from "./customers/mergeCohortTables.ts";
export { tenureCohorts } from "./customers/tenureCohorts.ts";

// Relationships: who the other party is
export {
  type BusinessOrientation,
  type BusinessOrientationOptions,
  businessOrientation,
  INDUSTRIES,
  type Industry,
} from "./relationship/businessOrientation.ts";
export {
  classifyEngagement,
  type EngagementClassification,
  type EngagementOptions,
} from "./relationship/classifyEngagement.ts";
export {
  type DurationReading,
  ENGAGEMENT_CONVENTIONS,
  ENGAGEMENT_RULES,
  type EngagementConvention,
  type EngagementEvidence,
  type EngagementLabel,
  type PriceReading,
  type EngagementRules,
} from "./relationship/engagementRules.ts";
export { SERVICE_MODELS, type ServiceModel, serviceModelFor } from "./relationship/serviceModel.ts";
export {
  classifyRole,
  ROLE_RULES,
  ROLE_WORDS,
  type Role,
  type SurveySubject,
  surveyAudience,
} from "./relationship/classifyRole.ts";
export { classifySector, SECTOR_RULES, type Sector } from "./relationship/classifySector.ts";
export { classifySide, SIDE_RULES, type Side } from "./relationship/classifySide.ts";
export type { RoleEvidence, SectorEvidence, SideEvidence } from "./relationship/partyFacts.ts";

// Relationships: service, care and escalation
export { classifySupport, type SupportOptions } from "./relationship/classifySupport.ts";
export {
  SUPPORT_CONVENTIONS,
  SUPPORT_RULES,
  type SupportConvention,
  type SupportInteraction,
  type SupportLabel,
  type SupportRules,
} from "./relationship/supportRules.ts";
export { SUPPORT_GUIDES, type SupportGuide, type SupportMeasure } from "./relationship/supportGuides.ts";
export {
  type CarePlan,
  type CarePlanOptions,
  type CareReason,
  type CareStatus,
  type CareStepState,
  carePlan,
  type PlannedCareStep,
} from "./relationship/carePlan.ts";
export type { CareCase } from "./relationship/careCase.ts";
export type { CareFact, CaseSeverity } from "./relationship/careFacts.ts";
export {
  CARE_MANNER_RULES,
  CARE_STEPS,
  type CareManner,
  type CareStep,
  type CareStepName,
} from "./relationship/careSteps.ts";
export type { CareTaken } from "./relationship/careTaken.ts";
export {
  ESCALATION_RULES,
  type EscalationLabel,
  type EscalationOptions,
  escalationFor,
} from "./relationship/escalation.ts";

// Relationships: rules and results
export type { Classification, WeightedRule } from "./relationship/weightedVotes.ts";
export type { Bounds, Condition, Decision, FirstMatchRule, Reason } from "./relationship/firstMatch.ts";
export type { FirstMatchOptions } from "./relationship/decide.ts";
export type { KnownFact } from "./relationship/facts.ts";
export type { LabelNames } from "./relationship/labels.ts";
export type { Wording } from "./relationship/wording.ts";

// Relationships: loyalty, lifecycle and churn risk
export type {
  AdvocacyAct,
  AdvocacyKind,
  RelationshipAnswer,
  RelationshipContract,
  RelationshipHistory,
  RelationshipMetric,
  RelationshipPurchase,
} from "./relationship/relationshipHistory.ts";
export type { RhythmOptions } from "./relationship/rhythm.ts";
export type { DatedDecision } from "./relationship/datedDecision.ts";
export { classifyLoyalty, type LoyaltyOptions } from "./relationship/classifyLoyalty.ts";
export {
  LOYALTY_LABELS,
  LOYALTY_RULES,
  type LoyaltyFact,
  type LoyaltyLabel,
  type LoyaltyRule,
} from "./relationship/loyaltyRules.ts";
export { LOYALTY_GUIDES, type LoyaltyGuide, loyaltyGuidance } from "./relationship/loyaltyGuidance.ts";
export type { LifecycleOptions, LifecycleRuleOptions } from "./relationship/lifecycle.ts";
export { type LifecycleStageOptions, lifecycleStage } from "./relationship/lifecycleStage.ts";
export {
  LIFECYCLE_RULES,
  LIFECYCLE_STAGES,
  type LifecycleFact,
  type LifecycleRule,
  type LifecycleStage,
} from "./relationship/lifecycleRules.ts";
export {
  type LifecycleHistory,
  type LifecycleHistoryOptions,
  type LifecyclePeriod,
  lifecycleHistory,
} from "./relationship/lifecycleHistory.ts";
export {
  type LifecycleTransition,
  type LifecycleTransitionOptions,
  type LifecycleTransitions,
  lifecycleTransitions,
} from "./relationship/lifecycleTransitions.ts";
export { mergeLifecycleTransitions } from "./relationship/mergeLifecycleTransitions.ts";
export {
  LIFECYCLE_GUIDES,
  type LifecycleGuide,
  lifecycleGuidance,
  type RelationshipGuide,
} from "./relationship/lifecycleGuidance.ts";
export {
  type ChurnRisk,
  type ChurnRiskContribution,
  type ChurnRiskOptions,
  churnRisk,
} from "./relationship/churnRisk.ts";
export {
  CHURN_RISK_BANDS,
  CHURN_RISK_SIGNALS,
  type ChurnRiskBand,
  type ChurnRiskBandFrom,
  type ChurnRiskSignal,
  type ChurnSignal,
  type ChurnSignals,
} from "./relationship/churnSignals.ts";
export { healthScore } from "./relationship/healthScore.ts";

// Relationships: surveys due
export type {
  SurveyEvent,
  SurveyEventKind,
  SurveyInvitation,
  SurveyKind,
  SurveyParty,
} from "./relationship/surveyParty.ts";
export {
  DEFAULT_SURVEY_POLICY,
  type RecurringSurvey,
  type SurveyAudience,
  type SurveyPolicy,
  type SurveyRule,
} from "./relationship/surveyPolicy.ts";
export type { SurveyFact } from "./relationship/surveyKinds.ts";
export type { SurveyPolicyChanges } from "./relationship/checkedSurveyPolicy.ts";
export {
  type SurveyDecision,
  type SurveyPlan,
  type SurveyReason,
  type SurveysDueOptions,
  surveysDue,
} from "./relationship/surveysDue.ts";
export {
  type RatingLabel,
  type SurveyQuestion,
  type SurveyQuestionName,
  type SurveyQuestionOptions,
  surveyQuestion,
} from "./relationship/surveyQuestion.ts";

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
export type { Moment } from "./time/moment.ts";

// Comparisons and planning
export type { ComparableMetric, ComparableScore } from "./inference/comparableScore.ts";
export type {
  ComparedScore,
  Comparison,
  ComparisonMethods,
  ComparisonTest,
  DifferenceFigures,
} from "./inference/comparison.ts";
export { type CompareOptions, compare } from "./inference/compare.ts";
export {
  type BenchmarkComparison,
  type BenchmarkMethods,
  type BenchmarkOptions,
  compareToBenchmark,
} from "./inference/compareToBenchmark.ts";
export {
  type ComparePairedOptions,
  comparePaired,
  type PairedComparison,
} from "./inference/comparePaired.ts";
export { type CompareAllOptions, compareAll, type GroupComparison } from "./inference/compareAll.ts";
export { adjustPValues, type PValueAdjustment } from "./inference/adjustPValues.ts";
export {
  type DescribableComparison,
  type DescribeOptions,
  describeComparison,
} from "./inference/describeComparison.ts";
export type {
  CesSpread,
  CsatSpread,
  InvitationOptions,
  NpsSpread,
  PlannedSpread,
} from "./inference/planning.ts";
export { type PrecisionOptions, type SampleSize, sampleSize } from "./inference/sampleSize.ts";
export {
  type DetectionOptions,
  type PowerOptions,
  type SampleSizeToDetect,
  sampleSizeToDetect,
} from "./inference/sampleSizeToDetect.ts";
export {
  type DetectableDifference,
  type DetectableOptions,
  minimumDetectableDifference,
} from "./inference/minimumDetectableDifference.ts";

// Weighting, suppression and trends
export { type CostOfWeights, designEffect, effectiveSampleSize } from "./inference/effectiveSampleSize.ts";
export { type MarginFit, type RakeOptions, type Raking, rake } from "./inference/rake.ts";
export type { WeightBounds } from "./inference/weightBounds.ts";
export {
  type CellFit,
  type CellTarget,
  type Poststratification,
  type PoststratifyOptions,
  poststratify,
} from "./inference/poststratify.ts";
export type { ClusteredScore, ClusteredScoreOptions, ClusterFigures } from "./inference/clusterFold.ts";
export { clusteredScore } from "./inference/clusteredScore.ts";
export { type ClusteredScoreByOptions, clusteredScoreBy } from "./inference/clusteredScoreBy.ts";
export {
  type ShownGroup,
  type SuppressedGroup,
  type SuppressOptions,
  suppressSmallGroups,
} from "./inference/suppressSmallGroups.ts";
export {
  type ControlLimits,
  type ControlLimitsOptions,
  type ControlNoise,
  type ControlPeriod,
  type ControlSignal,
  controlLimits,
} from "./inference/controlLimits.ts";
export {
  type ChangeDecomposition,
  type ChangeParts,
  decomposeChange,
  type SegmentChange,
} from "./inference/decomposeChange.ts";

// Drivers, themes and resampling
export {
  type Collinearity,
  type KeyDriver,
  type KeyDrivers,
  type KeyDriversOptions,
  keyDrivers,
  type NoDriversBecause,
} from "./inference/keyDrivers.ts";
export type { NoWeights } from "./inference/relativeWeights.ts";
export type { MissingPolicy } from "./inference/columns.ts";
export { type Theme, type Themes, type ThemesOptions, themes } from "./inference/themes.ts";
export type { Codebook } from "./inference/codebook.ts";
export {
  type BootstrapInterval,
  type BootstrapIntervalOptions,
  type BootstrapMethod,
  bootstrapInterval,
} from "./inference/bootstrapInterval.ts";

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
export type { Identifier } from "./records/identifier.ts";
export type { Order } from "./records/order.ts";
export type { ReferredCustomer } from "./records/referredCustomer.ts";
export type { RevenueRecord } from "./records/revenueRecord.ts";
export type { SupportCase } from "./records/supportCase.ts";
export type { Tenure } from "./records/tenure.ts";
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
