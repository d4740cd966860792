// The first part of the report: the score of each question.

import type { ComparableScore } from "cx-metrics";
import { npsChart, scoreChart } from "cx-metrics/charts";
import { ALL, type Answered } from "./answers.ts";
import type { Picture, Section } from "./section.ts";
import { count, figure, left, range, right } from "./table.ts";

/** The score of each question, all plans together. */
export function scoreSection(questions: readonly Answered[]): Section {
  const scored = questions.map((question) => ({ ...question, score: scoreOf(question) }));
  return {
    id: "scores",
    title: "Scores",
    notes:
      "An interval says how far off the score may be because n people answered and not all customers did. " +
      "It knows nothing of who did not answer.",
    parts: [
      {
        columns: [left("Metric"), ...["Score", "95% interval", "n", "Missing"].map(right), left("Meaning")],
        rows: scored.map(({ name, meaning, score, decimals }) => [
          name,
          figure(score.score, decimals),
          range(score.interval, decimals),
          String(score.n),
          String(score.missing),
          meaning,
        ]),
      },
      ...scored.map(pictureOf),
    ],
    findings: scored.map(({ score }) => ({ plan: ALL, text: scoreChart(score).description })),
    headlines: scored.map(({ name, score, decimals }) => ({
      name,
      value: figure(score.score, decimals),
      detail: `95 % interval ${range(score.interval, decimals)}, n = ${count(score.n)}`,
    })),
  };
}

/** The score of all answers to a question. */
export function scoreOf({ scorer, answers }: Pick<Answered, "scorer" | "answers">): ComparableScore {
  return scorer(answers.map(({ rating }) => rating));
}

function pictureOf({ name, score }: Answered & { readonly score: ComparableScore }): Picture {
  return {
    title: `${name}: the score and its answers`,
    size: "wide",
    draw: (options) => (score.metric === "nps" ? npsChart(score, options) : scoreChart(score, options)),
  };
}
