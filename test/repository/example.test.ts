// The examples run, print what is committed, and the README shows what they print.
//
// To write the committed files again after a wanted change (once the package is built: npx tsup --no-dts --silent):
//   npx tsx examples/data/generate.ts && npx tsx examples/report.ts > examples/output.txt

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { customersCsv, surveyExportCsv } from "../../examples/data/generate.ts";
import { quickstart } from "../../examples/quickstart.ts";
import { report } from "../../examples/report.ts";
import { warehouse } from "../../examples/warehouse.ts";

const bytes = (path: string): Buffer => readFileSync(new URL(`../../${path}`, import.meta.url));
const text = (path: string): string => bytes(path).toString("utf8");

const SURVEY_HEADINGS =
  "Response ID,Submitted at,Email,Plan,Channel," +
  "Q1 How likely are you to recommend Contoh Desk to a friend or colleague?," +
  "Q2 How would you rate your overall satisfaction with Contoh Desk?," +
  "Q3 If you had a problem: how easy did Contoh Desk make it to handle your issue?,Comment";

/** A report on a few survey rows, with no customers unless some are given. */
function reportOn(surveyRows: readonly string[], customerRows: readonly string[] = []): string {
  const survey = [SURVEY_HEADINGS, ...surveyRows].join("\r\n");
  return report(survey, ["customer_id,plan,started,ended", ...customerRows].join("\n"));
}

/** The cells of the lines that begin with a name, in the order of the report. */
function lines(of: string, name: string): string[][] {
  return of
    .split("\n")
    .filter((line) => line.startsWith(`${name} `))
    .map((line) => line.split(/ {2,}/));
}

describe("the example's data", () => {
  it("are what the generator writes, byte for byte", () => {
    expect(Buffer.from(surveyExportCsv()).equals(bytes("examples/data/survey-export.csv"))).toBe(true);
    expect(Buffer.from(customersCsv()).equals(bytes("examples/data/customers.csv"))).toBe(true);
  });

  it("look as survey tools write them", () => {
    const survey = surveyExportCsv();
    expect(survey.startsWith("\uFEFFResponse ID,")).toBe(true);
    expect(survey.endsWith("\r\n")).toBe(true);
    for (const cell of [
      "10 - Extremely likely",
      "7 – Very easy",
      "N/A",
      "__proto__",
      '""',
      "+05:30",
      "-05:00",
    ]) {
      expect(survey).toContain(cell);
    }
  });

  it("belong to nobody: every address is at example.com", () => {
    const domains = surveyExportCsv().match(/@[^,\s"]+/g) ?? [];
    expect(new Set(domains)).toEqual(new Set(["@example.com"]));
  });
});

describe("the example's report", () => {
  const printed = report(text("examples/data/survey-export.csv"), text("examples/data/customers.csv"));

  it("is the committed output", () => {
    expect(printed).toBe(text("examples/output.txt"));
  });

  it("fits a terminal: lines of at most 100 plain characters, none with space at its end", () => {
    for (const line of printed.split("\n")) expect(line).toMatch(/^(?:[ -~]{0,99}[!-~])?$/);
  });

  it("loses no row: scored, missing, duplicates and refused add up to the rows of the file", () => {
    for (const question of ["NPS", "CSAT", "CES"]) {
      const counts = lines(printed, question)[1]?.slice(1).map(Number) ?? [];
      const [scored, missing, duplicates, refused, sum, rowsRead] = counts as [
        number,
        number,
        number,
        number,
        number,
        number,
      ];
      expect(scored + missing + duplicates + refused).toBe(rowsRead);
      expect(sum).toBe(rowsRead);
      expect(rowsRead).toBe(surveyExportCsv().match(/^R-\d{4},/gm)?.length);
    }
  });

  it("repeats nothing that a respondent wrote", () => {
    for (const word of ["@", "R-0", "great", "bagus", "mudah", "Tagihan"])
      expect(printed).not.toContain(word);
  });

  it("treats a plan called __proto__ like any other, and shows a missing plan last", () => {
    const plans = printed
      .split("\n")
      .flatMap((line) => /^(\S+) +-?\d+ +-?\d+ to /.exec(line)?.[1] ?? [])
      .slice(-5);
    expect(plans).toEqual(["Basic", "Enterprise", "Pro", "__proto__", "(none)"]);
  });

  it("keeps the latest of several answers by time, not by place or by text", () => {
    const printed = reportOn([
      // 09:00 in Jakarta is 02:00 UTC, before 03:00 UTC.
      "R-1,2026-01-05T03:00:00Z,,Basic,,10,,,",
      "R-1,2026-01-05T09:00:00+07:00,,Basic,,0,,,",
      "R-2,2026-01-06T03:00:00Z,,Basic,,9,,,",
    ]);
    expect(lines(printed, "NPS")[0]?.slice(1, 2)).toEqual(["100"]);
    expect(lines(printed, "NPS")[1]).toEqual(["NPS", "2", "0", "1", "0", "3", "3"]);
  });

  it("counts an answer in the month that it was in Jakarta", () => {
    const printed = reportOn(["R-1,2026-03-31T23:30:00Z,,Basic,,10,,,"]);
    expect(printed).toMatch(/^Basic +2026-04 /m);
  });

  it("refuses what it cannot read, says why and where, and does not drop it", () => {
    const printed = reportOn([
      "R-1,2026-01-05T03:00:00Z,,Basic,,9,,,",
      "R-2,2026-01-05T03:00:00Z,,Basic,,great,,,",
      "R-3,2026-01-05T03:00:00Z,,Basic,,11,,,",
      "R-4,2026-01-05,,Basic,,9,,,",
      "R-5,2026-01-05T03:00:00Z,,Basic,,081200000000,,,",
    ]);
    expect(lines(printed, "NPS")[1]).toEqual(["NPS", "1", "0", "0", "4", "5", "5"]);
    expect(printed).toMatch(/^ +1 +3 {2}rating must be .* got a label that could not be read$/m);
    expect(printed).toMatch(/^ +1 +4 {2}rating must be .* got 11$/m);
    expect(printed).toMatch(/^ +3 +5 {2}at must be .* got a string$/m);
    expect(printed).not.toContain("81200000000");
  });

  it("refuses timestamps that it could not put in order", () => {
    const printed = reportOn(["R-1,2026-01-05T03:00:00+07,,Basic,,9,,,"]);
    expect(printed).toMatch(/^ +3 +2 {2}at must be a valid Date/m);
  });

  it("stops at a file without a column that it needs, or with a broken row", () => {
    expect(() => report("Response ID,Plan\r\n", "plan,started,ended\n")).toThrow(
      /^CSV columns not found: Submitted at, Q1 /,
    );
    expect(() => reportOn(["R-1,2026-01-05T03:00:00Z"])).toThrow(/^CSV row 2: /);
  });

  it("makes a report of nothing", () => {
    expect(lines(reportOn([]), "NPS")[0]?.slice(0, 4)).toEqual(["NPS", "-", "-", "0"]);
  });

  it("keeps a file's control characters from the terminal", () => {
    const printed = reportOn(['R-1,2026-01-05T03:00:00Z,,"Pro\n\u001b[31m",,9,,,']);
    expect(printed).toMatch(/^Pro\?\?\[31m +100 /m);
  });

  it("counts customers by instants: who joined and left within the half-year did not leave from its start", () => {
    const printed = reportOn(
      [],
      [
        "C-1,Pro,2025-05-01T10:00:00+07:00,",
        "C-2,Pro,2025-05-01T10:00:00+07:00,2026-03-01T10:00:00+07:00",
        "C-3,Pro,2026-02-01T10:00:00+07:00,2026-04-01T10:00:00+07:00",
        // The last moment of 2025 in Jakarta, and the first of 2026: UTC would have both in 2025.
        "C-4,Pro,2025-12-31T16:59:59Z,",
        "C-5,Pro,2025-12-31T17:00:00Z,",
        "C-6,Pro,2024-05-01T10:00:00+07:00,2025-05-01T10:00:00+07:00",
        // Left when the half-year was over.
        "C-7,Pro,2025-05-01T10:00:00+07:00,2026-06-30T17:00:00Z",
      ],
    );
    expect(lines(printed, "All")[1]?.slice(0, 7)).toEqual(["All", "4", "2", "2", "1", "4", "75.0"]);
    expect(lines(printed, "Churn").map((cells) => [cells[1], cells.at(-2), cells.at(-1)])).toEqual([
      ["25.0", "1 of 4", "start"],
      ["50.0", "2 of 4", "average"],
      ["33.3", "2 of 6", "start-plus-acquired"],
    ]);
  });
});

describe("the smaller examples", () => {
  it("score an array", () => {
    expect(quickstart()).toBe("NPS 20 (95% interval -30 to 61), 10 answered, 1 did not\n");
  });

  it("score a warehouse's counts, and a quarter out of its months", () => {
    // (412 − 283) ÷ 1000, (467 − 243) ÷ 1000, (1044 − 400) ÷ 2000, and the sums of these over 4000.
    const scores = [...warehouse().matchAll(/^(\S+) {2}NPS (\S+) .* (\d+) answered, (\d+) did not$/gm)].map(
      (match) => match.slice(1),
    );
    expect(scores).toEqual([
      ["2026-01", "12.9", "1000", "51"],
      ["2026-02", "22.4", "1000", "0"],
      ["2026-03", "32.2", "2000", "97"],
      ["2026-Q1", "24.9", "4000", "148"],
    ]);
  });
});

describe("the README", () => {
  it("shows an excerpt of the report as it is", () => {
    const block = /^<!-- example-output -->\r?\n```text\r?\n((?:(?!```).*\r?\n)+)```/m.exec(
      text("README.md"),
    )?.[1];
    expect(block, "a ```text block right after the line <!-- example-output -->").toBeDefined();
    const output = text("examples/output.txt").split("\n");
    let from = 0;
    for (const line of block?.trimEnd().split(/\r?\n/) ?? []) {
      const at = output.indexOf(line, from);
      expect(at, `"${line}" in examples/output.txt, after line ${from}`).toBeGreaterThanOrEqual(0);
      from = at + 1;
    }
  });
});
