// Labels of charts: every word that a chart shows, for callers who bring their own.

/**
 * Every word that charts show, and the signs of their numbers. Names in braces are replaced by what they stand for; a label
 * may leave them out.
 */
export interface ChartLabels {
  /** Between a number's whole and its fraction. */
  readonly decimalSign: string;
  /** Between a number's thousands. */
  readonly thousandsSign: string;
  /** A share in percent, of `{value}`. */
  readonly percent: string;
  /** An interval, of `{level}`, `{low}` and `{high}`. */
  readonly interval: string;
  /** One answer. */
  readonly oneAnswer: string;
  /** Any other number of answers, of `{n}`. */
  readonly manyAnswers: string;
  /** One customer. */
  readonly oneCustomer: string;
  /** Any other number of customers, of `{n}`. */
  readonly manyCustomers: string;
  /** One cohort. */
  readonly oneCohort: string;
  /** Any other number of cohorts, of `{n}`. */
  readonly manyCohorts: string;
  /** One comment. */
  readonly oneComment: string;
  /** Any other number of comments, of `{n}`. */
  readonly manyComments: string;
  /** In the place of a chart without data. */
  readonly noData: string;
  /** In the place of a score without answers. */
  readonly noAnswers: string;
  /** A group whose key is missing. */
  readonly missingKey: string;
  /** A group of everybody. */
  readonly all: string;
  /** Axis of numbers of answers. */
  readonly answers: string;
  /** Axis of numbers of customers. */
  readonly customers: string;
  /** Axis of shares of answers. */
  readonly share: string;
  /** Axis of ratings. */
  readonly rating: string;
  /** A score, in a tooltip. */
  readonly score: string;
  /** Lower limit, in a tooltip. */
  readonly low: string;
  /** Upper limit, in a tooltip. */
  readonly high: string;
  /** A group, in a tooltip. */
  readonly group: string;
  /** Axis of a score of which more is better, of `{metric}`. */
  readonly higherIsBetter: string;
  /** Axis of a score of which less is better, of `{metric}`. */
  readonly lowerIsBetter: string;
  /** The Net Promoter Score. */
  readonly nps: string;
  /** The customer satisfaction score. */
  readonly csat: string;
  /** The customer effort score. */
  readonly ces: string;
  /** The share of top answers. */
  readonly topBox: string;
  /** The share of top answers less that of bottom ones. */
  readonly netScore: string;
  /** Those who would recommend. */
  readonly promoters: string;
  /** Those in between. */
  readonly passives: string;
  /** Those who would not. */
  readonly detractors: string;
  /** Satisfied answers. */
  readonly satisfied: string;
  /** All other answers. */
  readonly notSatisfied: string;
  /** Answers on the easy side. */
  readonly easy: string;
  /** Answers in the middle of an effort scale. */
  readonly neitherEasyNorDifficult: string;
  /** Answers on the difficult side. */
  readonly difficult: string;
  /** Top answers. */
  readonly top: string;
  /** Answers between top and bottom ones. */
  readonly middle: string;
  /** Bottom answers. */
  readonly bottom: string;
  /** Answers that are not top ones. */
  readonly otherAnswers: string;
  /** What a score says, of `{metric}`, `{score}`, `{interval}`, `{answers}` and `{classes}`. */
  readonly scoreFinding: string;
  /** What a score without answers says, of `{metric}`. */
  readonly noScoreFinding: string;
  /** Axis of periods. */
  readonly period: string;
  /** The control limits. */
  readonly controlLimits: string;
  /** The centre of the control limits. */
  readonly centre: string;
  /** A period that stands out. */
  readonly signal: string;
  /** Title of a trend, of `{metric}`. */
  readonly trend: string;
  /** What a trend says, of `{metric}`, `{first}`, `{firstScore}`, `{last}`, `{lastScore}`, `{interval}` and `{answers}`. */
  readonly trendFinding: string;
  /** What a trend of one period says, of `{metric}`, `{last}`, `{lastScore}`, `{interval}` and `{answers}`. */
  readonly onePeriodFinding: string;
  /** What control limits add, of `{signals}` and `{periods}`. */
  readonly signalsFinding: string;
  /** What a trend without scores says. */
  readonly noTrendFinding: string;
  /** Title of scores by group, of `{metric}`. */
  readonly segments: string;
  /** In the place of a group too small to be shown. */
  readonly suppressed: string;
  /** A benchmark or target, of `{value}`. */
  readonly reference: string;
  /** A group on its axis, of `{group}` and `{n}`. */
  readonly groupWithN: string;
  /** What groups say, of `{metric}`, `{groups}`, `{high}`, `{highScore}`, `{low}` and `{lowScore}`. */
  readonly segmentFinding: string;
  /** What a single group with a score says, of `{metric}`, `{high}` and `{highScore}`. */
  readonly oneSegmentFinding: string;
  /** How many groups are not shown, of `{n}`. */
  readonly suppressedFinding: string;
  /** What groups without scores say. */
  readonly noSegmentFinding: string;
  /** Title of a cohort table. */
  readonly cohorts: string;
  /** Axis of cohorts. */
  readonly cohort: string;
  /** Legend of cohort rates. */
  readonly retained: string;
  /** Axis of days since the start. */
  readonly day: string;
  /** Axis of weeks since the start. */
  readonly week: string;
  /** Axis of months since the start. */
  readonly month: string;
  /** Axis of quarters since the start. */
  readonly quarter: string;
  /** Axis of years since the start. */
  readonly year: string;
  /** What cohorts say, of `{customers}`, `{cohorts}`, `{unit}`, `{column}`, `{rate}` and `{known}`. */
  readonly cohortFinding: string;
  /** What a table without cohorts says. */
  readonly noCohortFinding: string;
  /** Title and axis of survival curves. */
  readonly survival: string;
  /** Axis of time. */
  readonly time: string;
  /** Axis of time, of its `{unit}`. */
  readonly timeIn: string;
  /** How many are followed. */
  readonly atRisk: string;
  /**
   * What a curve says, of `{customers}`, `{events}`, `{survival}`, `{interval}` and `{time}` with its `{unit}`, which has
   * its space in front, and is empty where none is given.
   */
  readonly survivalFinding: string;
  /** What a curve says of which half have left, of `{customers}`, `{events}`, `{median}` and its `{unit}`. */
  readonly medianFinding: string;
  /** What one of several curves says, of `{name}` and `{finding}`. */
  readonly namedCurveFinding: string;
  /** What a curve without times says. */
  readonly noSurvivalFinding: string;
  /** Title of a movement of revenue. */
  readonly revenueMovement: string;
  /** Axis of revenue. */
  readonly revenue: string;
  /** Axis of revenue, of its `{unit}`. */
  readonly revenueIn: string;
  /** In thousands. */
  readonly thousand: string;
  /** In millions. */
  readonly million: string;
  /** In thousands of millions. */
  readonly billion: string;
  /** Revenue before. */
  readonly starting: string;
  /** Revenue of new accounts. */
  readonly newRevenue: string;
  /** Revenue gained from those who stayed. */
  readonly expansion: string;
  /** What came back. */
  readonly reactivated: string;
  /** Revenue lost from those who stayed. */
  readonly contraction: string;
  /** Revenue of accounts that left. */
  readonly churned: string;
  /** Revenue after. */
  readonly ending: string;
  /** What a movement of revenue says, of `{starting}`, `{ending}`, `{gained}` and `{lost}`. */
  readonly revenueFinding: string;
  /** Title of movements of customers. */
  readonly movement: string;
  /** Customers who joined. */
  readonly acquired: string;
  /** Customers who left. */
  readonly lost: string;
  /** Customers at the end of a period. */
  readonly atEnd: string;
  /** What movements say, of `{first}`, `{last}`, `{before}`, `{after}`, `{acquired}`, `{reactivated}` and `{lost}`. */
  readonly movementFinding: string;
  /** What movements of one period say, of `{last}`, `{before}`, `{after}`, `{acquired}`, `{reactivated}` and `{lost}`. */
  readonly oneMovementFinding: string;
  /** What no movements say. */
  readonly noMovementFinding: string;
  /** Title of key drivers. */
  readonly drivers: string;
  /** Axis of drivers. */
  readonly driver: string;
  /** Axis of the drivers' shares. */
  readonly driverShare: string;
  /** A driver that goes with a higher outcome. */
  readonly withHigher: string;
  /** A driver that goes with a lower outcome. */
  readonly withLower: string;
  /** What drivers say, of `{driver}`, `{share}`, `{explained}` and `{n}`. */
  readonly driverFinding: string;
  /** What drivers without weights say, of `{n}`. */
  readonly noDriverFinding: string;
  /** Title of themes. */
  readonly themes: string;
  /** Axis of themes. */
  readonly theme: string;
  /** Axis of mentions. */
  readonly mentions: string;
  /** Axis of the score of all less that of those who do not mention a theme, of `{metric}`. */
  readonly impact: string;
  /**
   * What themes say, of the `{theme}` mentioned most, `{share}`, `{comments}`, `{metric}`, `{worst}`, the theme of the
   * greatest impact either way, and its `{impact}`.
   */
  readonly themeFinding: string;
  /** What themes say where none has an impact, of `{theme}`, `{share}` and `{comments}`. */
  readonly mentionFinding: string;
  /** What no mentions say, of `{comments}`. */
  readonly noThemeFinding: string;
  /** Title of an RFM map. */
  readonly rfm: string;
  /** Axis of recency scores. */
  readonly recency: string;
  /** Axis of frequency scores. */
  readonly frequency: string;
  /** Axis of segments. */
  readonly rfmSegment: string;
  /** What a map says, of `{customers}`, `{segment}` and `{share}`. */
  readonly rfmFinding: string;
  /** What a map without segments says, of `{customers}`, `{best}` and `{bins}`. */
  readonly rfmPlainFinding: string;
  /** What a map without customers says. */
  readonly noRfmFinding: string;
  /** Title of moves between stages. */
  readonly lifecycle: string;
  /** Stages before. */
  readonly before: string;
  /** Stages after. */
  readonly after: string;
  /** A stage. */
  readonly acquisition: string;
  /** A stage. */
  readonly onboarding: string;
  /** A stage. */
  readonly retention: string;
  /** A stage. */
  readonly advocacy: string;
  /** A stage. */
  readonly atRiskStage: string;
  /** A stage. */
  readonly churnedStage: string;
  /** No stage, for want of evidence. */
  readonly undetermined: string;
  /** What moves say, of `{customers}`, `{moved}`, `{from}`, `{to}` and `{n}`. */
  readonly lifecycleFinding: string;
  /** What moves say where nobody moved, of `{customers}`. */
  readonly lifecycleStillFinding: string;
  /** What no customers say. */
  readonly noLifecycleFinding: string;
}

/** Words of a caller's own; labels left out are the English ones. */
export type GivenLabels = { readonly [L in keyof ChartLabels]?: string | undefined };
