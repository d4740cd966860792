// The answers in the survey export: those to each question, and what became of the other rows.

import { type Instant, parseRows, type SurveyResponse } from "cx-metrics";
import { surveyResponseOn } from "cx-metrics/schemas";
import { type CsvRow, readCsv } from "./csv.ts";
import { epoch } from "./epoch.ts";
import { QUESTIONS, type Question } from "./questions.ts";
import { type Refusal, refusalsOf } from "./refused.ts";

/** Where the months and quarters of the survey begin and end. */
export const TIME_ZONE = "Asia/Jakarta";

/** An answer with what this report needs besides what the package's schema checks. */
export type Answer = SurveyResponse & { readonly responseId: string; readonly at: Instant };

/** A question, the answers to it, and what became of the other rows. */
export interface Answered extends Question {
  readonly answers: readonly Answer[];
  readonly duplicates: number;
  readonly refused: readonly Refusal[];
}

/** What the export holds. */
interface Survey {
  readonly questions: readonly Answered[];
  readonly rowsRead: number;
}

export function readSurvey(text: string): Survey {
  const columns = ["Response ID", "Submitted at", "Plan", ...QUESTIONS.map((q) => q.column), "Comment"];
  const rows = readCsv(text, columns);
  return { questions: QUESTIONS.map((question) => readAnswers(question, rows)), rowsRead: rows.length };
}

/** The answers to the questions of one metric. */
export function answersTo(metric: Question["metric"], questions: readonly Answered[]): readonly Answer[] {
  return questions.filter((question) => question.metric === metric).flatMap(({ answers }) => answers);
}

/** What stands for all plans together. */
export const ALL = "(all)";

/** The name of a plan as the report shows it. */
export const shownPlan = (plan: unknown): string => String(plan ?? "(none)");

/** All rows, then those of each plan by name, then those without a plan. */
export function byPlan<Row extends Pick<Answer, "segment">>(
  rows: readonly Row[],
): readonly { readonly plan: string; readonly rows: readonly Row[] }[] {
  const plans = [...new Set(rows.flatMap(({ segment }) => segment ?? []))].sort();
  const withPlan = [...plans, null].map((plan) => ({
    plan: shownPlan(plan),
    rows: rows.filter(({ segment }) => (segment ?? null) === plan),
  }));
  return [{ plan: ALL, rows }, ...withPlan.filter((ofPlan) => ofPlan.rows.length > 0)];
}

/** A question's answers. Addresses stay in the file; comments are taken along to be searched, and never printed. */
function readAnswers(question: Question, rows: readonly CsvRow[]): Answered {
  const candidates = rows.map((row) => ({
    rating: row[question.column],
    responseId: row["Response ID"],
    at: row["Submitted at"],
    segment: row["Plan"],
    comment: row["Comment"],
  }));
  const schema = surveyResponseOn(question.metric, question.scale, { cells: "text" });
  const complete = schema.refine(hasIdAndTime, "must have a response id and a time");
  const parsed = parseRows(complete, candidates, { maxIssues: Number.POSITIVE_INFINITY });
  const answers = latestOfEach(parsed.rows);
  const duplicates = parsed.rows.length - answers.length;
  return { ...question, answers, duplicates, refused: refusalsOf(parsed.issues) };
}

function hasIdAndTime(answer: SurveyResponse): answer is Answer {
  return typeof answer.responseId === "string" && (answer.at ?? null) !== null;
}

/** The latest answer of each response id; of two at the same instant, the one further down the file. */
function latestOfEach(answers: readonly Answer[]): readonly Answer[] {
  const latest = new Map<string, Answer>();
  for (const answer of answers) {
    const other = latest.get(answer.responseId);
    if (other === undefined || epoch(answer.at) >= epoch(other.at)) latest.set(answer.responseId, answer);
  }
  return [...latest.values()];
}
