// The part of the report that asks what respondents write about: themes of comments in two languages.

import { themes } from "cx-metrics";
import { type Answered, answersTo } from "./answers.ts";
import { percent, percentRange } from "./rates.ts";
import { figure, left, range, right, section, table } from "./table.ts";
import { judged, pValueCell, verdict } from "./verdict.ts";

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

/** Who mentions what, and how they score beside the others who wrote. */
export function themeSection(questions: readonly Answered[]): string {
  const found = themes(answersTo("nps", questions), {
    codebook: CODEBOOK,
    comment: ({ comment }) => comment,
    rating: ({ rating }) => rating,
  });
  return section(
    "Themes: what do detractors write about?",
    [
      "Of those who wrote a comment: how many mention a theme, and NPS of those who do (with) and do not",
      "(without). Words are looked up, not understood. p as above, for all themes. A theme is no cause yet.",
    ],
    table(
      [
        left("Theme"),
        ...["Mention %", "95% interval", "With", "Without", "Diff.", "95% interval", "p"].map(right),
        left("More by"),
      ],
      judged(found.themes, ({ comparison }) => comparison).map(
        ({ theme, mentions, mentioning, others, change }) => [
          theme,
          percent(mentions.rate),
          percentRange(mentions.interval),
          figure(mentioning.score, 0),
          figure(others.score, 0),
          figure(change.difference, 0),
          range(change.interval, 0),
          pValueCell(change.adjustedPValue),
          verdict(change, "promoters", "detractors"),
        ],
      ),
    ),
    `${found.n} comments, NPS ${figure(found.score.score, 0)}; ${found.unmatched.length} mention none of these themes.`,
  );
}
