// The part of the report that asks which months stand out: control limits by metric and plan.

import {
  type ComparableScore,
  type ControlNoise,
  controlLimits,
  type Group,
  periodOf,
  scoreBy,
  suppressSmallGroups,
} from "cx-metrics";
import { scoreTrend } from "cx-metrics/charts";
import { ALL, type Answer, type Answered, byPlan, TIME_ZONE } from "./answers.ts";
import type { Finding, Picture, Section } from "./section.ts";
import { left } from "./table.ts";

const NONE = "none";

/** The months of a question and plan, with those outside of either kind of limits. */
interface Trend {
  readonly question: Answered;
  readonly plan: string;
  readonly months: Months;
  readonly byWhoAnswers: string;
  readonly byLaney: string;
}

type Months = readonly Group<"month", ComparableScore>[];

/** The months outside of the limits, of all plans together and of each plan. Where there are none, there is no line. */
export function monthSection(questions: readonly Answered[]): Section {
  const trends = questions.flatMap(trendsOf);
  return {
    id: "months",
    title: "Which months stand out?",
    notes:
      "Months outside of 3-sigma limits around the score of the half-year. The first limits allow for who " +
      "happens to answer, Laney's also for how far months lie apart as a rule: of six months, one that is " +
      "far off widens them past itself. Plans without such a month are left out of the table. Charts have " +
      "the first limits, and no month with so few answers that it could tell of single people.",
    parts: [
      {
        columns: ["Metric", "Plan", "By who answers", "By Laney"].map(left),
        rows: trends
          .filter(({ byWhoAnswers, byLaney }) => byWhoAnswers !== NONE || byLaney !== NONE)
          .map(({ question, plan, byWhoAnswers, byLaney }) => [question.name, plan, byWhoAnswers, byLaney]),
      },
      ...trends
        .filter(({ question, plan }) => plan === ALL || question.metric === "nps")
        .sort((a, b) => Number(b.plan === ALL) - Number(a.plan === ALL))
        .map(pictureOf),
    ],
    findings: Array.from(new Set(trends.map(({ plan }) => plan)), (plan) =>
      findingOf(
        plan,
        trends.filter((trend) => trend.plan === plan),
      ),
    ),
  };
}

/** All plans together, then each plan. */
function trendsOf(question: Answered): readonly Trend[] {
  return byPlan(question.answers).map(({ plan, rows }) => {
    const months = monthsOf(question, rows);
    const byWhoAnswers = signalsOf(months, "sampling");
    return { question, plan, months, byWhoAnswers, byLaney: signalsOf(months, "laney") };
  });
}

function monthsOf({ scorer }: Answered, answers: readonly Answer[]): Months {
  const groups = scoreBy(answers, {
    metric: scorer,
    rating: ({ rating }) => rating,
    by: { month: ({ at }) => periodOf(at, "month", { timeZone: TIME_ZONE }) },
  });
  return suppressSmallGroups(groups).flatMap((group) => (group.suppressed ? [] : [group]));
}

function signalsOf(months: Months, noise: ControlNoise): string {
  const signals = controlLimits(months, { noise }).periods.flatMap(({ key, reason }) =>
    reason === null ? [] : [`${key.month} ${reason}`],
  );
  return signals.join(", ") || NONE;
}

function pictureOf({ question, plan, months }: Trend): Picture {
  return {
    title: plan === ALL ? `${question.name} by month` : `${question.name} by month: ${plan}`,
    size: plan === ALL ? "wide" : "small",
    draw: (options) =>
      scoreTrend(months, { ...options, limits: controlLimits(months, { noise: "sampling" }) }),
  };
}

function findingOf(plan: string, trends: readonly Trend[]): Finding {
  const outside = (side: "byWhoAnswers" | "byLaney"): string =>
    trends
      .filter((trend) => trend[side] !== NONE)
      .map((trend) => `${trend.question.name} ${trend[side]}`)
      .join("; ") || NONE;
  return {
    plan,
    text:
      `Months that stand out, by who happens to answer: ${outside("byWhoAnswers")}. ` +
      `By Laney's limits: ${outside("byLaney")}.`,
  };
}
