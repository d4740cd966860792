// Types of what a survey programme needs beside its scores: duplicates, guides, gaps, windows and follow-ups.

import { describe, expectTypeOf, it } from "vitest";
import {
  type AcsiScore,
  acsi,
  CSAT_SCALE,
  type CsatScore,
  csat,
  type ExpectationGap,
  expectationGap,
  type FollowUpRate,
  followUpRate,
  type GroupValue,
  latestPerRespondent,
  METRICS,
  type MetricGuide,
  metricsFor,
  type Rate,
  type RollingGroup,
  rollingScores,
  type SurveyResponse,
  scoreBy,
  type Touchpoint,
} from "../../src/index.ts";

declare const responses: readonly SurveyResponse[];

describe("latestPerRespondent", () => {
  it("returns the rows in their own type", () => {
    expectTypeOf(latestPerRespondent(responses).responses).toEqualTypeOf<readonly SurveyResponse[]>();
    const rows = [{ respondentId: 1, at: new Date(0), plan: "Pro" }];
    expectTypeOf(latestPerRespondent(rows).responses[0]?.plan).toEqualTypeOf<string | undefined>();
    // @ts-expect-error A respondent is a string or a number.
    () => latestPerRespondent([{ respondentId: true }]);
    // @ts-expect-error It is called withinDays.
    () => latestPerRespondent(responses, { days: 7 });
  });
});

describe("the metric guides", () => {
  it("are known by name and by touchpoint", () => {
    expectTypeOf(METRICS.nps).toEqualTypeOf<MetricGuide>();
    expectTypeOf(metricsFor).parameters.toEqualTypeOf<[touchpoint: Touchpoint]>();
    // @ts-expect-error There is no such touchpoint.
    () => metricsFor("birthday");
    // @ts-expect-error They are read-only.
    () => (METRICS.nps.when = "daily");
  });
});

describe("expectationGap and acsi", () => {
  it("name their results", () => {
    expectTypeOf(expectationGap([[4, null]], { scale: CSAT_SCALE })).toEqualTypeOf<ExpectationGap>();
    expectTypeOf(acsi({ satisfaction: 8, expectancy: null, performance: 7 })).toEqualTypeOf<AcsiScore>();
    // @ts-expect-error A gap needs a scale.
    () => expectationGap([[4, 5]]);
    // @ts-expect-error A pair has two ratings.
    () => expectationGap([[4]], { scale: CSAT_SCALE });
    // @ts-expect-error A mean that is not known is null.
    () => acsi({ satisfaction: 8, expectancy: 7 });
  });
});

describe("rollingScores", () => {
  const groups = scoreBy(responses, {
    metric: csat,
    rating: (row) => row.rating,
    by: { channel: (row) => row.channel, month: () => "2026-01" },
  });

  it("keeps the dimensions and the scorer's type", () => {
    const rolling = rollingScores(groups, { window: 3, metric: csat, period: "month" });
    expectTypeOf(rolling).toEqualTypeOf<readonly RollingGroup<"channel" | "month", CsatScore>[]>();
    expectTypeOf(rolling[0]?.key.channel).toEqualTypeOf<GroupValue | undefined>();
    // @ts-expect-error There is no such dimension.
    () => rollingScores(groups, { window: 3, metric: csat, period: "week" });
    // @ts-expect-error A window is needed.
    () => rollingScores(groups, { metric: csat, period: "month" });
  });
});

describe("followUpRate", () => {
  it("is a rate with what was left out", () => {
    const rate = followUpRate(responses, [{ respondentId: 1, at: 0 }], { withinHours: 48 });
    expectTypeOf(rate).toEqualTypeOf<FollowUpRate>();
    expectTypeOf(rate).toExtend<Rate>();
    // @ts-expect-error The hours are needed.
    () => followUpRate(responses, [], {});
  });
});
