// The parts of the report that account for every row of the files.

import type { Answered } from "./answers.ts";
import type { Books } from "./books.ts";
import { refusalParts } from "./refused.ts";
import { scoreOf } from "./scores.ts";
import type { Section } from "./section.ts";
import { left, right } from "./table.ts";

/** What became of every row of the survey export. */
export function surveyRowSection(questions: readonly Answered[], rowsRead: number): Section {
  return {
    id: "survey-rows",
    title: "Where every row went",
    notes:
      "Each row holds an answer to each question: a row with a bad date counts three times. Of several " +
      "answers with one response id the latest counts. Row is where a spreadsheet shows the first one.",
    parts: [
      {
        caption: "Rows by question",
        columns: [
          left("Question"),
          ...["Scored", "Missing", "Duplicates", "Refused", "Sum", "Rows read"].map(right),
        ],
        rows: questions.map((question) => {
          const { n, missing } = scoreOf(question);
          const counts = [n, missing, question.duplicates, question.refused.length];
          const sum = counts.reduce((total, count) => total + count, 0);
          return [question.name, ...[...counts, sum, rowsRead].map(String)];
        }),
      },
      ...refusalParts(
        "the survey",
        questions.flatMap(({ refused }) => refused),
      ),
    ],
  };
}

/** What became of every row of the other files. */
export function bookRowSection({ files }: Books): Section {
  return {
    id: "book-rows",
    title: "Where every row of the books went",
    notes: "A customer has as many rows as terms. Row is where a spreadsheet shows the first one.",
    parts: [
      {
        caption: "Rows by file",
        columns: [left("File"), ...["Counted", "Refused", "Rows read"].map(right)],
        rows: files.map(({ name, counted, refused, read }) => [
          name,
          ...[counted, refused.length, read].map(String),
        ]),
      },
      ...files.flatMap(({ name, refused }) => refusalParts(name, refused)),
    ],
  };
}
