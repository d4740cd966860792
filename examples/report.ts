// A customer-experience report out of four CSV files. `npm run example` prints it and writes it as a page with charts.

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readSurvey } from "./answers.ts";
import { type BookFiles, readBooks } from "./books.ts";
import { changeSection } from "./changes.ts";
import { churnSection, customerSection } from "./customers.ts";
import { driverSection } from "./drivers.ts";
import { findingsSection } from "./findings.ts";
import { monthSection } from "./months.ts";
import { orderSection } from "./orders.ts";
import { pageOf } from "./page.ts";
import { planMonthSection, planSection } from "./plans.ts";
import { revenueSection } from "./revenue.ts";
import { bookRowSection, surveyRowSection } from "./rows.ts";
import { scoreSection } from "./scores.ts";
import type { Report } from "./section.ts";
import { serviceSection } from "./service.ts";
import { cohortSection, survivalSection } from "./staying.ts";
import { textOf } from "./text.ts";
import { themeSection } from "./themes.ts";

/** The texts of the files that the report is made of. */
export interface ReportFiles extends BookFiles {
  readonly survey: string;
}

/** The whole report, computed once: `textOf` and `pageOf` show it. */
export function report({ survey, ...bookFiles }: ReportFiles): Report {
  const books = readBooks(bookFiles);
  const { questions, rowsRead } = readSurvey(survey);
  const sections = [
    scoreSection(questions),
    planSection(questions),
    planMonthSection(questions),
    changeSection(questions),
    monthSection(questions),
    driverSection(questions),
    themeSection(questions),
    surveyRowSection(questions, rowsRead),
    customerSection(books),
    churnSection(books),
    cohortSection(books),
    survivalSection(books),
    revenueSection(books),
    orderSection(books),
    serviceSection(books),
    bookRowSection(books),
  ];
  return {
    title: "Contoh Desk: customer experience, January to June 2026",
    notes: "All data are invented. Figures are rounded for display only; a dash means: cannot be computed.",
    sections: [findingsSection(sections), ...sections],
  };
}

/** Where the page goes: the folder that the command is run in. */
const PAGE = "report.html";

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const read = (name: string): string => readFileSync(new URL(`data/${name}.csv`, import.meta.url), "utf8");
  const books = { customers: read("customers"), orders: read("orders"), cases: read("cases") };
  const made = report({ survey: read("survey-export"), ...books });
  process.stdout.write(textOf(made));
  writeFileSync(PAGE, await pageOf(made));
  // Not with the report, which may be on its way into a file.
  process.stderr.write(`\nThe report with charts is in ${PAGE}\n`);
}
