// The part of the report that asks whether scores have changed: two quarters compared, by metric and plan.

import {
  type ComparableScore,
  compare,
  decomposeChange,
  describeComparison,
  type Group,
  nps,
  periodOf,
  sampleSizeToDetect,
} from "cx-metrics";
import { segmentChart } from "cx-metrics/charts";
import { ALL, type Answered, answersTo, shownPlan, TIME_ZONE } from "./answers.ts";
import { planScores, shownScores } from "./plans.ts";
import { scoreOf } from "./scores.ts";
import type { Picture, Section, Table } from "./section.ts";
import { count, figure, left, range, right } from "./table.ts";
import { type Change, judged, pValueCell, verdict } from "./verdict.ts";

const QUARTERS = ["2026-Q1", "2026-Q2"] as const;

/** A question with the answers of both quarters. */
interface Waves {
  readonly question: Answered;
  readonly waves: readonly [before: Answered, after: Answered];
}

/** Two scores to compare. */
interface Pair {
  readonly question: Answered;
  readonly plan: string;
  readonly before: ComparableScore;
  readonly after: ComparableScore;
}

type JudgedPair = Pair & { readonly change: Change };

/** Whether the scores of two quarters differ by more than chance, and what the change is made of. */
export function changeSection(questions: readonly Answered[]): Section {
  const asked = questions.map(wavesOf);
  const pairs = judged(asked.flatMap(pairsOf), ({ before, after }) => compare(before, after));
  return {
    id: "changes",
    title: "Has it changed? January to March against April to June 2026",
    notes:
      "p: how often chance alone makes so large a difference, adjusted (Holm) for all lines of the table. " +
      "Below 0.05 it is hardly chance. Intervals are not adjusted. What may be chance may be a change too.",
    parts: [
      {
        caption: "Change by metric and plan",
        columns: [
          ...["Metric", "Plan"].map(left),
          ...["Q1", "n", "Q2", "n", "Change", "95% interval", "p"].map(right),
          left("Verdict"),
        ],
        rows: pairs.flatMap(({ question: { name, decimals }, plan, change }, i) => {
          const row = [name, plan, ...changeCells(change, decimals), verdict(change, "rose", "fell")];
          return plan === ALL && i > 0 ? [[], row] : [row];
        }),
      },
      ...questions.map((question) => pictureOf(question, pairs)),
      partsTable(asked),
      smallGroups(asked),
      planning(questions),
    ],
    summary: summaryOf(questions, pairs),
    findings: pairs.map(({ plan, change }) => ({
      plan,
      text: `${describeComparison(change)} n = ${count(change.before.n)}, then ${count(change.after.n)}.`,
    })),
  };
}

/** For each plan which scores have changed by more than chance. */
function summaryOf(questions: readonly Answered[], pairs: readonly JudgedPair[]): Table {
  const plans = [...new Set(pairs.map(({ plan }) => plan))];
  const cell = (plan: string, question: Answered): string => {
    const found = pairs.find((pair) => pair.plan === plan && pair.question === question);
    if (found === undefined) return "-";
    const { difference, interval } = found.change;
    const by = ` by ${figure(Math.abs(difference ?? 0), question.decimals)} (${range(interval, question.decimals)})`;
    return verdict(found.change, `rose${by}`, `fell${by}`);
  };
  return {
    caption: "Change from the first quarter to the second, with its 95 % interval",
    columns: ["Plan", ...questions.map(({ name }) => name)].map(left),
    rows: plans.map((plan) => [plan, ...questions.map((question) => cell(plan, question))]),
  };
}

function wavesOf(question: Answered): Waves {
  const ofQuarter = (quarter: string): Answered => ({
    ...question,
    answers: question.answers.filter(
      ({ at }) => periodOf(at, "quarter", { timeZone: TIME_ZONE }) === quarter,
    ),
  });
  return { question, waves: [ofQuarter(QUARTERS[0]), ofQuarter(QUARTERS[1])] };
}

/** All plans together, then each plan that may be shown in both quarters. */
function pairsOf({ question, waves: [first, second] }: Waves): readonly Pair[] {
  const [before, after] = [shownScores(first), shownScores(second)];
  const ofPlans = before.flatMap(({ key, score }) => {
    const later = after.find((group) => group.key.plan === key.plan)?.score ?? null;
    if (score === null || later === null) return [];
    return [{ question, plan: shownPlan(key.plan), before: score, after: later }];
  });
  return [{ question, plan: ALL, before: scoreOf(first), after: scoreOf(second) }, ...ofPlans];
}

function changeCells(change: Change, decimals: number): readonly string[] {
  const { before, after } = change;
  return [
    ...[before, after].flatMap(({ score, n }) => [figure(score, decimals), String(n)]),
    figure(change.difference, decimals),
    range(change.interval, decimals),
    pValueCell(change.adjustedPValue),
  ];
}

/** Each plan in both quarters, one below the other. */
function pictureOf(question: Answered, pairs: readonly Pair[]): Picture {
  const groups = pairs
    .filter((pair) => pair.question === question && pair.plan !== ALL)
    .flatMap(({ plan, before, after }) =>
      [before, after].map((score, quarter) => ({ key: { plan, quarter: QUARTERS[quarter] ?? null }, score })),
    );
  return {
    title: `${question.name} by plan and quarter`,
    size: "wide",
    draw: (options) => segmentChart(groups, options),
  };
}

/** Whether other plans answered, or the plans answered otherwise. */
function partsTable(asked: readonly Waves[]): Table {
  return {
    caption: "What the change is made of, for plans with answers in both quarters",
    columns: [
      left("Metric"),
      ...["Change", "Plans' shares (mix)", "Within plans (rate)", "Both at once"].map(right),
    ],
    rows: asked.map(({ question: { name, decimals }, waves }) => {
      const { total, mix, rate, interaction } = decomposeChange(...inBoth(waves));
      return [name, ...[total, mix, rate, interaction].map((part) => figure(part, decimals + 1))];
    }),
  };
}

type PlanGroups = readonly Group<"plan", ComparableScore>[];

/** The groups of the plans that have answers in both quarters, in the same order. */
function inBoth([first, second]: Waves["waves"]): readonly [before: PlanGroups, after: PlanGroups] {
  const [before, after] = [planScores(first), planScores(second)];
  const shared = (groups: PlanGroups, others: PlanGroups): PlanGroups =>
    groups.filter(({ key }) => others.some((other) => other.key.plan === key.plan));
  return [shared(before, after), shared(after, before)];
}

/** Whether any group is so small that it could give single people away. */
function smallGroups(asked: readonly Waves[]): string {
  const groups = asked.flatMap(({ waves }) => waves.flatMap(shownScores));
  const hidden = groups.filter(({ suppressed }) => suppressed).length;
  return (
    `Small groups: of ${groups.length} groups of a plan, quarter and metric, ${hidden} are hidden ` +
    "(fewer than 5 answers, or telling of a group that has)."
  );
}

/** How many answers a change of 10 points of NPS takes to be found, by how answers have spread so far. */
function planning(questions: readonly Answered[]): string {
  const { standardError, n } = nps(answersTo("nps", questions).map(({ rating }) => rating));
  const spread = ((standardError ?? 0) / 100) ** 2 * n;
  const variance = spread > 0 ? Math.min(spread, 1) : undefined;
  const needed = sampleSizeToDetect({ metric: "nps", difference: 10, variance });
  return (
    `Planning: for a change of 10 points of NPS to be found four times in five, a plan needs ${needed.n} ` +
    "answers in each quarter."
  );
}
