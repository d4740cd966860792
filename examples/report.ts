// A customer-experience report out of two CSV files. `npm run example` prints it.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type GroupValue, parseRows, periodOf, ratingFromLabel, type Scale, scoreBy } from "cx-metrics";
import { instant, surveyResponse } from "cx-metrics/schemas";
import Papa from "papaparse";
import * as z from "zod";
import { customerSection } from "./customers.ts";
import { epoch } from "./epoch.ts";
import { QUESTIONS, type Question } from "./questions.ts";
import { type Refusal, refusalsOf, refusalTable } from "./refused.ts";
import { figure, left, range, right, section, table } from "./table.ts";

const TIME_ZONE = "Asia/Jakarta";

/** The package's schema checks the rating; this report needs an id, a time and the plan as well. */
const answerSchema = surveyResponse.and(
  z.object({ responseId: z.string().min(1), at: instant, plan: z.string().nullable() }),
);
type Answer = z.infer<typeof answerSchema>;

/** A question, the answers to it, and what became of the other rows. */
interface Answered extends Question {
  readonly answers: readonly Answer[];
  readonly duplicates: number;
  readonly refused: readonly Refusal[];
}

type CsvRow = Readonly<Record<string, string>>;

/** The whole report as text. */
export function report(surveyCsv: string, customersCsv: string): string {
  const rows = readCsv(surveyCsv, ["Response ID", "Submitted at", "Plan", ...QUESTIONS.map((q) => q.column)]);
  const questions = QUESTIONS.map((question) => readAnswers(question, rows));
  const sections = [
    overall(questions),
    section(
      "By plan",
      ["Intervals that do not overlap are hardly chance; of those that do, some differ all the same."],
      sideBySide(questions, { Plan: (answer) => answer.plan }),
    ),
    section(
      "By plan and month",
      [`Months as in ${TIME_ZONE}: an answer of 31 March, 23:30 in London is one of April.`],
      sideBySide(questions, {
        Plan: (answer) => answer.plan,
        Month: (answer) => periodOf(answer.at, "month", { timeZone: TIME_ZONE }),
      }),
    ),
    accounts(questions, rows.length),
    customerSection(readCsv(customersCsv, ["plan", "started", "ended"])),
  ];
  return `${sections.join("\n\n\n")}\n`;
}

/** The rows of a file. A renamed column must not pass for one in which nobody answered. */
function readCsv(text: string, columns: readonly string[]): readonly CsvRow[] {
  const { data, errors, meta } = Papa.parse<CsvRow>(text, { header: true, skipEmptyLines: true });
  const [first] = errors;
  if (first !== undefined) throw new Error(`CSV row ${(first.row ?? 0) + 2}: ${first.message}`);
  const absent = columns.filter((column) => !meta.fields?.includes(column));
  if (absent.length > 0) throw new Error(`CSV columns not found: ${absent.join(", ")}`);
  return data;
}

/** A question's answers. Only what the report needs is taken along: addresses and comments stay in the file. */
function readAnswers(question: Question, rows: readonly CsvRow[]): Answered {
  const candidates = rows.map((row) => ({
    metric: question.metric,
    rating: ratingOf(row[question.column] ?? "", question.scale),
    responseId: row["Response ID"],
    at: row["Submitted at"],
    plan: row["Plan"] || null,
  }));
  const parsed = parseRows(answerSchema, candidates, { maxIssues: Number.POSITIVE_INFINITY });
  const answers = latestOfEach(parsed.rows);
  const duplicates = parsed.rows.length - answers.length;
  return { ...question, answers, duplicates, refused: refusalsOf(parsed.issues) };
}

/** A label's rating. What is not on the scale goes on to the schema, which refuses it and says why. */
function ratingOf(label: string, scale: Scale): number | null | "unreadable" {
  const rating = ratingFromLabel(label, scale);
  const number = Number(label);
  // 11 and 6.5 are refused as the numbers they are, everything else as "a string".
  return rating === "unreadable" && !Number.isNaN(number) ? number : rating;
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

function overall(questions: readonly Answered[]): string {
  return section(
    "Contoh Desk: customer experience, January to June 2026",
    [
      "All data are invented. Figures are rounded for display only; a dash means: cannot be computed.",
      "An interval says how far off the score may be because n people answered and not all customers did.",
    ],
    table(
      [left("Metric"), ...["Score", "95% interval", "n", "Missing"].map(right), left("Meaning")],
      questions.map(({ name, meaning, answers, scorer, decimals }) => {
        const { score, interval, n, missing } = scorer(answers.map((answer) => answer.rating));
        return [
          name,
          figure(score, decimals),
          range(interval, decimals),
          String(n),
          String(missing),
          meaning,
        ];
      }),
    ),
  );
}

/** The three scores next to each other, one line for each group. */
function sideBySide(
  questions: readonly Answered[],
  by: Readonly<Record<string, (answer: Answer) => GroupValue>>,
): string {
  const dimensions = Object.keys(by);
  const lines = new Map<string, { readonly names: readonly string[]; readonly cells: string[][] }>();
  questions.forEach(({ answers, scorer, decimals }, q) => {
    for (const { key, score } of scoreBy(answers, {
      metric: scorer,
      rating: (answer) => answer.rating,
      by,
    })) {
      const values = dimensions.map((dimension) => key[dimension] ?? null);
      // "~" sorts behind every name in use, so that missing ones come last.
      const id = JSON.stringify(values.map((value) => value ?? "~"));
      const line = lines.get(id) ?? {
        names: values.map((value) => String(value ?? "(none)")),
        cells: questions.map(() => ["-", "-", "0"]),
      };
      line.cells[q] = [figure(score.score, decimals), range(score.interval, decimals), String(score.n)];
      lines.set(id, line);
    }
  });
  const columns = questions.flatMap(({ name }) => [name, "95% interval", "n"].map(right));
  // A group that answered only a later question would otherwise stand behind all others.
  const inOrder = [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
  const rows = inOrder.flatMap(({ names, cells }, i, all) => {
    const firstOfBlock = names.length > 1 && i > 0 && names[0] !== all[i - 1]?.names[0];
    const row = [...names, ...cells.flat()];
    return firstOfBlock ? [[], row] : [row];
  });
  return table([...dimensions.map(left), ...columns], rows);
}

/** What became of every row of the file. */
function accounts(questions: readonly Answered[], rowsRead: number): string {
  return section(
    "Where every row went",
    [
      "Each row holds an answer to each question: a row with a bad date counts three times. Of several",
      "answers with one response id the latest counts. Row is where a spreadsheet shows the first one.",
    ],
    table(
      [left("Question"), ...["Scored", "Missing", "Duplicates", "Refused", "Sum", "Rows read"].map(right)],
      questions.map(({ name, answers, scorer, duplicates, refused }) => {
        const { n, missing } = scorer(answers.map((answer) => answer.rating));
        const counts = [n, missing, duplicates, refused.length];
        const sum = counts.reduce((total, count) => total + count, 0);
        return [name, ...[...counts, sum, rowsRead].map(String)];
      }),
    ),
    refusalTable(questions.flatMap(({ refused }) => refused)),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const read = (name: string): string => readFileSync(new URL(`data/${name}`, import.meta.url), "utf8");
  process.stdout.write(report(read("survey-export.csv"), read("customers.csv")));
}
