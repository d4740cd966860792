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
  scoreBy,
  suppressSmallGroups,
} from "cx-metrics";
import { ALL, type Answered, answersTo, shownPlan, TIME_ZONE } from "./answers.ts";
import { figure, left, range, right, section, table, wrapped } from "./table.ts";
import { type Change, judged, pValueCell, verdict } from "./verdict.ts";

const QUARTERS = ["2026-Q1", "2026-Q2"] as const;

/** A metric in both quarters: all plans together, and by plan. */
interface Waves {
  readonly question: Answered;
  readonly all: readonly [before: ComparableScore, after: ComparableScore];
  readonly byPlan: readonly [before: PlanGroups, after: PlanGroups];
}

type PlanGroups = readonly Group<"plan", ComparableScore>[];

/** Whether the scores of two quarters differ by more than chance, and what the change is made of. */
export function changeSection(questions: readonly Answered[]): string {
  const waves = questions.map(wavesOf);
  const pairs = judged(waves.flatMap(pairsOf), ({ before, after }) => compare(before, after));
  return section(
    "Has it changed? January to March against April to June 2026",
    [
      "p: how often chance alone makes so large a difference, adjusted (Holm) for all lines of the table.",
      "Below 0.05 it is hardly chance. Intervals are not adjusted. What may be chance may be a change too.",
    ],
    table(
      [
        ...["Metric", "Plan"].map(left),
        ...["Q1", "Q2", "Change", "95% interval", "p"].map(right),
        left("Verdict"),
      ],
      pairs.flatMap(({ name, decimals, plan, change }, i) => {
        const row = [name, plan, ...changeCells(change, decimals), verdict(change, "rose", "fell")];
        return plan === ALL && i > 0 ? [[], row] : [row];
      }),
    ),
    pairs
      .filter(({ plan }) => plan === ALL)
      .map(({ change }) => wrapped(describeComparison(change)))
      .join("\n"),
    partsTable(waves),
    [smallGroups(waves), planning(questions)].join("\n"),
  );
}

function wavesOf(question: Answered): Waves {
  const ofQuarter = (quarter: string): Answered["answers"] =>
    question.answers.filter(({ at }) => periodOf(at, "quarter", { timeZone: TIME_ZONE }) === quarter);
  const [before, after] = [ofQuarter(QUARTERS[0]), ofQuarter(QUARTERS[1])];
  const all = (answers: Answered["answers"]): ComparableScore =>
    question.scorer(answers.map(({ rating }) => rating));
  const byPlan = (answers: Answered["answers"]): PlanGroups =>
    scoreBy(answers, {
      metric: question.scorer,
      rating: ({ rating }) => rating,
      by: { plan: ({ segment }) => segment ?? null },
    });
  return { question, all: [all(before), all(after)], byPlan: [byPlan(before), byPlan(after)] };
}

/** Two scores to compare. */
interface Pair {
  readonly name: string;
  readonly decimals: number;
  readonly plan: string;
  readonly before: ComparableScore;
  readonly after: ComparableScore;
}

/** All plans together, then each plan that answered in both quarters. */
function pairsOf({ question: { name, decimals }, all, byPlan }: Waves): readonly Pair[] {
  const [before, after] = inBoth(byPlan);
  const ofPlans = before.map(({ key, score }, i) => ({
    plan: shownPlan(key.plan),
    before: score,
    after: (after[i] as Group<"plan", ComparableScore>).score,
  }));
  return [{ plan: ALL, before: all[0], after: all[1] }, ...ofPlans].map((pair) => ({
    name,
    decimals,
    ...pair,
  }));
}

/** The groups of the plans that have answers in both quarters, in the same order. */
function inBoth([before, after]: Waves["byPlan"]): Waves["byPlan"] {
  const answered = (groups: PlanGroups): ReadonlySet<unknown> =>
    new Set(groups.filter(({ score }) => score.n > 0).map(({ key }) => key.plan));
  const [first, second] = [answered(before), answered(after)];
  const kept = (groups: PlanGroups): PlanGroups =>
    groups.filter(({ key }) => first.has(key.plan) && second.has(key.plan));
  return [kept(before), kept(after)];
}

function changeCells(change: Change, decimals: number): readonly string[] {
  return [
    figure(change.before.score, decimals),
    figure(change.after.score, decimals),
    figure(change.difference, decimals),
    range(change.interval, decimals),
    pValueCell(change.adjustedPValue),
  ];
}

/** Whether other plans answered, or the plans answered otherwise. */
function partsTable(waves: readonly Waves[]): string {
  const parts = table(
    [left("Metric"), ...["Change", "Plans' shares (mix)", "Within plans (rate)", "Both at once"].map(right)],
    waves.map(({ question: { name, decimals }, byPlan }) => {
      const { total, mix, rate, interaction } = decomposeChange(...inBoth(byPlan));
      return [name, ...[total, mix, rate, interaction].map((part) => figure(part, decimals + 1))];
    }),
  );
  return `What it is made of, for plans with answers in both quarters:\n\n${parts}`;
}

/** Whether any group is so small that it could give single people away. */
function smallGroups(waves: readonly Waves[]): string {
  const groups = waves.flatMap(({ byPlan }) => byPlan.flatMap((ofQuarter) => suppressSmallGroups(ofQuarter)));
  const hidden = groups.filter(({ suppressed }) => suppressed).length;
  return wrapped(
    `Small groups: of ${groups.length} groups of a plan, quarter and metric, ${hidden} would have to be hidden ` +
      "if the table were published (fewer than 5 answers, or telling of a group that has).",
  );
}

/** How many answers a change of 10 points of NPS takes to be found, by how answers have spread so far. */
function planning(questions: readonly Answered[]): string {
  const { standardError, n } = nps(answersTo("nps", questions).map(({ rating }) => rating));
  const spread = ((standardError ?? 0) / 100) ** 2 * n;
  const variance = spread > 0 ? Math.min(spread, 1) : undefined;
  const needed = sampleSizeToDetect({ metric: "nps", difference: 10, variance });
  return wrapped(
    `Planning: for a change of 10 points of NPS to be found four times in five, a plan needs ${needed.n} ` +
      "answers in each quarter.",
  );
}
