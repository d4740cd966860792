// Writes the examples' invented data: a survey tool's export, and the files of a billing office and a help desk.
//
//   npx tsx examples/data/generate.ts
//
// "Contoh" is Indonesian for "example": there is no such product, and there are no such people.

import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { casesCsv, customersCsv, ordersCsv } from "./customers.ts";
import { surveyExportCsv } from "./survey.ts";

/** The files by name. The same ones each time. */
export const FILES: Readonly<Record<string, () => string>> = {
  "survey-export.csv": surveyExportCsv,
  "customers.csv": customersCsv,
  "orders.csv": ordersCsv,
  "cases.csv": casesCsv,
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, contents] of Object.entries(FILES)) {
    writeFileSync(new URL(name, import.meta.url), contents());
  }
}
