// The parts of the report that put plans next to each other, all time together and month by month.

import {
  type ComparableScore,
  type Group,
  periodOf,
  type ShownGroup,
  type SuppressedGroup,
  scoreBy,
  suppressSmallGroups,
} from "cx-metrics";
import { segmentChart } from "cx-metrics/charts";
import { type Answer, type Answered, shownPlan, TIME_ZONE } from "./answers.ts";
import type { Picture, Section } from "./section.ts";
import { type Column, figure, left, range, right } from "./table.ts";

/** The score of a plan, or `null` where so few answered that it could tell of single people. */
export type PlanScore = ShownGroup<"plan", ComparableScore> | SuppressedGroup<"plan">;

/** The score of each plan that has answers, as it may be shown. */
export function shownScores(question: Answered): readonly PlanScore[] {
  return suppressSmallGroups(planScores(question));
}

/** The score of each plan that has answers. A plan that has none tells of nobody, and needs no other one hidden. */
export function planScores({ scorer, answers }: Answered): readonly Group<"plan", ComparableScore>[] {
  const groups = scoreBy(answers, {
    metric: scorer,
    rating: ({ rating }) => rating,
    by: { plan: ({ segment }) => segment ?? null },
  });
  return groups.filter(({ score }) => score.n > 0);
}

const SUPPRESSION =
  "Hidden is a plan with fewer than 5 answers, and another one where the total would give it away.";

/** The three scores next to each other, by plan. */
export function planSection(questions: readonly Answered[]): Section {
  return {
    id: "plans",
    title: "By plan",
    notes:
      "Intervals that do not overlap are hardly chance; of those that do, some differ all the same. " +
      SUPPRESSION,
    parts: [
      { columns: [left("Plan"), ...scoreColumns(questions)], rows: planRows(questions) },
      ...questions.map(pictureOf),
    ],
  };
}

/** The three scores next to each other, by plan and month. */
export function planMonthSection(questions: readonly Answered[]): Section {
  const months = byMonth(questions);
  const plans = new Set(planRows(questions).map(([plan = ""]) => plan));
  const rows = Array.from(months, ([month, ofMonth]) => ({ month, rows: planRows(ofMonth) }));
  const blocks = Array.from(plans, (plan) =>
    rows.flatMap(({ month, rows }) =>
      rows.filter(([name]) => name === plan).map(([name = "", ...cells]) => [name, month, ...cells]),
    ),
  );
  return {
    id: "plan-months",
    title: "By plan and month",
    notes: `Months as in ${TIME_ZONE}: an answer of 31 March, 23:30 in London is one of April. ${SUPPRESSION}`,
    parts: [
      {
        columns: [...["Plan", "Month"].map(left), ...scoreColumns(questions)],
        rows: blocks.flatMap((block, i) => (i === 0 ? block : [[], ...block])),
      },
    ],
  };
}

function scoreColumns(questions: readonly Answered[]): readonly Column[] {
  return questions.flatMap(({ name }) => [name, "95% interval", "n"].map(right));
}

/** A row for each plan that answered any question, those without a plan last. */
function planRows(questions: readonly Answered[]): readonly (readonly string[])[] {
  const scored = questions.map((question) => ({ ...question, scores: shownScores(question) }));
  const plans = new Set(questions.flatMap(({ answers }) => answers.map(({ segment }) => segment ?? null)));
  const named = [...plans].filter((plan) => plan !== null).sort();
  return [...named, ...(plans.has(null) ? [null] : [])].map((plan) => [
    shownPlan(plan),
    ...scored.flatMap(({ scores, decimals }) => {
      const found = scores.find(({ key }) => key.plan === plan);
      return found === undefined ? ["-", "-", "0"] : scoreCells(found.score, decimals);
    }),
  ]);
}

function scoreCells(score: ComparableScore | null, decimals: number): readonly string[] {
  if (score === null) return ["hidden", "-", "-"];
  return [figure(score.score, decimals), range(score.interval, decimals), String(score.n)];
}

/** The questions with the answers of each month, the first month first. */
function byMonth(questions: readonly Answered[]): ReadonlyMap<string, readonly Answered[]> {
  const monthOf = ({ at }: Answer): string => periodOf(at, "month", { timeZone: TIME_ZONE });
  const monthly = questions.map((question) => {
    const months = new Map<string, Answer[]>();
    for (const answer of question.answers) {
      const month = monthOf(answer);
      const others = months.get(month);
      if (others === undefined) months.set(month, [answer]);
      else others.push(answer);
    }
    return { question, months };
  });
  const names = [...new Set(monthly.flatMap(({ months }) => [...months.keys()]))].sort();
  return new Map(
    names.map((name) => [
      name,
      monthly.map(({ question, months }) => ({ ...question, answers: months.get(name) ?? [] })),
    ]),
  );
}

function pictureOf(question: Answered): Picture {
  const groups = shownScores(question);
  return {
    title: `${question.name} by plan`,
    size: "wide",
    draw: (options) => segmentChart(groups, { ...options, labels: { missingKey: shownPlan(null) } }),
  };
}
