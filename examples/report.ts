// A customer-experience report out of four CSV files. `npm run example` prints it.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type GroupValue, periodOf, scoreBy } from "cx-metrics";
import { type Answer, type Answered, readSurvey, TIME_ZONE } from "./answers.ts";
import { type BookFiles, type Books, readBooks } from "./books.ts";
import { changeSection } from "./changes.ts";
import { churnSection, customerSection } from "./customers.ts";
import { driverSection } from "./drivers.ts";
import { monthSection } from "./months.ts";
import { orderSection } from "./orders.ts";
import { refusalTable } from "./refused.ts";
import { revenueSection } from "./revenue.ts";
import { serviceSection } from "./service.ts";
import { cohortSection, survivalSection } from "./staying.ts";
import { figure, left, range, right, section, table } from "./table.ts";
import { themeSection } from "./themes.ts";

/** The texts of the files that the report is made of. */
export interface ReportFiles extends BookFiles {
  readonly survey: string;
}

/** The whole report as text. */
export function report({ survey, ...bookFiles }: ReportFiles): string {
  const books = readBooks(bookFiles);
  const { questions, rowsRead } = readSurvey(survey);
  const sections = [
    overall(questions),
    section(
      "By plan",
      ["Intervals that do not overlap are hardly chance; of those that do, some differ all the same."],
      sideBySide(questions, { Plan: (answer) => answer.segment ?? null }),
    ),
    section(
      "By plan and month",
      [`Months as in ${TIME_ZONE}: an answer of 31 March, 23:30 in London is one of April.`],
      sideBySide(questions, {
        Plan: (answer) => answer.segment ?? null,
        Month: (answer) => periodOf(answer.at, "month", { timeZone: TIME_ZONE }),
      }),
    ),
    changeSection(questions),
    monthSection(questions),
    driverSection(questions),
    themeSection(questions),
    accounts(questions, rowsRead),
    customerSection(books),
    churnSection(books),
    cohortSection(books),
    survivalSection(books),
    revenueSection(books),
    orderSection(books),
    serviceSection(books),
    bookAccounts(books),
  ];
  return `${sections.join("\n\n\n")}\n`;
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

/** What became of every row of the survey export. */
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

/** What became of every row of the other files. */
function bookAccounts({ files }: Books): string {
  return section(
    "Where every row of the books went",
    ["A customer has as many rows as terms. Row is where a spreadsheet shows the first one."],
    table(
      [left("File"), ...["Counted", "Refused", "Rows read"].map(right)],
      files.map(({ name, counted, refused, read }) => [name, ...[counted, refused.length, read].map(String)]),
    ),
    ...files.map(({ name, refused }) => `${name}\n${refusalTable(refused)}`),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const read = (name: string): string => readFileSync(new URL(`data/${name}.csv`, import.meta.url), "utf8");
  const books = { customers: read("customers"), orders: read("orders"), cases: read("cases") };
  process.stdout.write(report({ survey: read("survey-export"), ...books }));
}
