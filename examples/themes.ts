// The part of the report that asks what respondents write about: themes of comments in two languages, by plan.

import { type NpsScore, type Theme, type Themes, themes } from "cx-metrics";
import { themeChart } from "cx-metrics/charts";
import { ALL, type Answer, type Answered, answersTo, byPlan } from "./answers.ts";
import { percent, percentRange } from "./rates.ts";
import type { Finding, Picture, Section } from "./section.ts";
import { count, figure, left, range, right } from "./table.ts";
import { type Change, isHardlyChance, judged, pValueCell, verdict } from "./verdict.ts";

/** What tells of each theme, in English and Indonesian. */
const CODEBOOK = {
  billing: ["invoice*", "bill", "billing", "billed", "*tagihan*", "faktur"],
  "explain again": ["explain*", "same thing", "jelaskan", "menjelaskan", "berkali-kali"],
  export: ["export*", "ekspor*", "*ekspor"],
  outage: ["down", "outage*", "log in", "login", "mati", "tidak bisa masuk", "gangguan"],
  search: ["search*", "cari", "mencari", "pencarian"],
  speed: ["fast", "faster", "quick*", "slow*", "cepat", "lambat"],
  support: ["support", "people", "chat", "dukungan", "obrolan"],
  waiting: ["waiting", "a week", "no answer", "belum ada", "menunggu"],
} as const;

/** The fewest ratings on either side of a theme that it is shown with: fewer could tell of single people. */
const FEWEST = 5;

/** What the comments on a plan speak of. */
interface PlanThemes {
  readonly plan: string;
  readonly found: Themes<string, NpsScore>;
  /** Themes that enough comments mention. */
  readonly shown: readonly Theme<string, NpsScore>[];
}

/** A theme of a plan, with its comparison adjusted for all of its table. */
interface JudgedTheme extends Theme<string, NpsScore> {
  readonly plan: string;
  readonly found: PlanThemes["found"];
  readonly change: Change;
}

/** Which themes separate detractors from the others who wrote, in all plans together and in each plan. */
export function themeSection(questions: readonly Answered[]): Section {
  const [all, ...plans] = byPlan(answersTo("nps", questions)).map(themesOf) as [PlanThemes, ...PlanThemes[]];
  const [ofAll, ofPlans] = [judgedThemes([all]), judgedThemes(plans)];
  const ofEach = [all, ...plans].map((ofPlan) => ({
    ...ofPlan,
    lines: [...ofAll, ...ofPlans].filter(({ plan }) => plan === ofPlan.plan),
  }));
  return {
    id: "themes",
    title: "Themes: what do detractors write about?",
    notes:
      "Of those who wrote a comment: how many mention a theme, and NPS of those who do (with) and do not " +
      "(without). Words are looked up, not understood. p: as above, of that difference, for all lines of a " +
      `table. Themes that fewer than ${FEWEST} mention, or all but so few, are left out. A theme is no cause yet.`,
    parts: [
      {
        caption: "All plans together",
        columns: [
          left("Theme"),
          ...["Mention %", "95% interval", "With", "Without", "Diff.", "95% interval", "p"].map(right),
          left("More by"),
        ],
        rows: ofAll.map(({ theme, mentions, mentioning, others, change }) => [
          theme,
          percent(mentions.rate),
          percentRange(mentions.interval),
          figure(mentioning.score, 0),
          figure(others.score, 0),
          ...differenceCells(change),
        ]),
      },
      `${count(all.found.n)} comments, NPS ${figure(all.found.score.score, 0)}; ${all.found.unmatched.length} mention none ` +
        "of these themes.",
      {
        caption: "By plan: how many percent of detractors, and of the others who wrote, mention a theme",
        columns: [
          ...["Plan", "Theme"].map(left),
          ...["Comments", "Detr. %", "Others %", "Diff.", "95% interval", "p"].map(right),
          left("More by"),
        ],
        rows: ofPlans.flatMap((judged, i) => {
          const row = [judged.plan, judged.theme, ...mentionCells(judged), ...differenceCells(judged.change)];
          return i > 0 && judged.plan !== ofPlans[i - 1]?.plan ? [[], row] : [row];
        }),
      },
      ...ofEach.filter(({ lines }) => lines.length > 0).map(pictureOf),
    ],
    findings: ofEach.map(findingOf),
  };
}

function themesOf({ plan, rows }: { readonly plan: string; readonly rows: readonly Answer[] }): PlanThemes {
  const found = themes(rows, {
    codebook: CODEBOOK,
    comment: ({ comment }) => comment,
    rating: ({ rating }) => rating,
  });
  const shown = found.themes.filter(({ mentioning, others }) => Math.min(mentioning.n, others.n) >= FEWEST);
  return { plan, found, shown };
}

function judgedThemes(plans: readonly PlanThemes[]): readonly JudgedTheme[] {
  const lines = plans.flatMap(({ plan, found, shown }) => shown.map((theme) => ({ plan, found, ...theme })));
  return judged(lines, ({ comparison }) => comparison);
}

function differenceCells(change: Change): readonly string[] {
  return [
    figure(change.difference, 0),
    range(change.interval, 0),
    pValueCell(change.adjustedPValue),
    verdict(change, "promoters", "detractors"),
  ];
}

/** How many comments mention a theme; how many percent of detractors, and of the others. */
function mentionCells({ found: { score }, mentions, mentioning }: JudgedTheme): readonly string[] {
  const share = (mentioned: number, all: number): string => percent(all === 0 ? null : mentioned / all);
  const [detractors, all] = [mentioning.detractors.count, score.detractors.count];
  return [
    String(mentions.numerator),
    share(detractors, all),
    share(mentioning.n - detractors, score.n - all),
  ];
}

/** A plan's themes, with the lines that they have in a table. */
type TabledThemes = PlanThemes & { readonly lines: readonly JudgedTheme[] };

/** What a theme's figure in a chart is: a difference, and no effect before somebody has shown that it is one. */
const LABELS = {
  impact: "{metric} of all minus {metric} of the others",
  themeFinding:
    "{theme} is mentioned most, in {share} of {comments}. {worst} goes with the greatest difference " +
    "between {metric} of all and of those who do not mention it: {impact}.",
};

function pictureOf({ plan, found, shown, lines }: TabledThemes): Picture {
  return {
    title: plan === ALL ? "Themes of comments" : `Themes of comments: ${plan}`,
    size: "wide",
    note: `Within chance: ${namesWithinChance(lines)}.`,
    draw: (options) => themeChart({ ...found, themes: shown }, { ...options, labels: LABELS }),
  };
}

function namesWithinChance(lines: readonly JudgedTheme[]): string {
  const found = lines.filter(({ change }) => !isHardlyChance(change));
  return found.map(({ theme }) => theme).join(", ") || "none";
}

/** The themes that go with a lower NPS, those that go with a higher one, and those of which neither can be told. */
function findingOf({ plan, found, lines }: TabledThemes): Finding {
  if (lines.length === 0) return { plan, text: `Of ${count(found.n)} comments too few are on any theme.` };
  const named = (outcome: string): string =>
    lines
      .filter(({ change }) => verdict(change, "higher", "lower") === outcome)
      .map(({ theme, change }) => `${theme} (${figure(change.difference, 0)}, ${range(change.interval, 0)})`)
      .join(", ") || "none";
  return {
    plan,
    text:
      `Of ${count(found.n)} comments, those on these themes go with a lower NPS than the others (difference, 95 % ` +
      `interval): ${named("lower")}; with a higher one: ${named("higher")}. Within chance: ` +
      `${namesWithinChance(lines)}.`,
  };
}
