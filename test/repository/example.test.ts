// The examples run, print what is committed, and the README shows what they print.
//
// To write the committed files again after a wanted change (once the package is built: npx tsup --no-dts --silent):
//   npx tsx examples/data/generate.ts && npx tsx examples/report.ts > examples/output.txt

import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { FILES } from "../../examples/data/generate.ts";
import { surveyExportCsv } from "../../examples/data/survey.ts";
import { quickstart } from "../../examples/quickstart.ts";
import { type ReportFiles, report } from "../../examples/report.ts";
import { textOf } from "../../examples/text.ts";
import { warehouse } from "../../examples/warehouse.ts";

const bytes = (path: string): Buffer => readFileSync(new URL(`../../${path}`, import.meta.url));
const text = (path: string): string => bytes(path).toString("utf8");

const SURVEY_HEADINGS =
  "Response ID,Submitted at,Email,Plan,Channel," +
  "Q1 How likely are you to recommend Contoh Desk to a friend or colleague?," +
  "Q2 How would you rate your overall satisfaction with Contoh Desk?," +
  "Q3 If you had a problem: how easy did Contoh Desk make it to handle your issue?,Comment";

const BOOK_HEADINGS = {
  customers: "customer_id,plan,monthly_aud,started,ended,referred_by",
  orders: "order_id,customer_id,ordered,amount_aud",
  cases:
    "case_id,customer_id,topic,opened,first_response,first_solved,last_solved,contacts,replies,escalated," +
    "self_service,resolution_due",
};

/** The rows of the survey export by heading. */
const surveyRows = (): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(surveyExportCsv(), { header: true, skipEmptyLines: true }).data;

/** A report on a few survey rows, with empty books unless rows are given. */
function reportOn(
  surveyRows: readonly string[],
  books: Partial<Record<keyof typeof BOOK_HEADINGS, readonly string[]>> = {},
): string {
  const file = (name: keyof typeof BOOK_HEADINGS): string =>
    [BOOK_HEADINGS[name], ...(books[name] ?? [])].join("\n");
  return textOf(
    report({
      survey: [SURVEY_HEADINGS, ...surveyRows].join("\r\n"),
      customers: file("customers"),
      orders: file("orders"),
      cases: file("cases"),
    }),
  );
}

/** The lines below a heading, up to the next one. */
function sectionOf(printed: string, heading: string): string {
  return printed.split("\n\n\n").find((section) => section.startsWith(heading)) ?? "";
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
    expect(Object.keys(FILES)).toEqual(["survey-export.csv", "customers.csv", "orders.csv", "cases.csv"]);
    for (const [name, contents] of Object.entries(FILES)) {
      expect(Buffer.from(contents()).equals(bytes(`examples/data/${name}`)), name).toBe(true);
    }
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
  const files: ReportFiles = {
    survey: text("examples/data/survey-export.csv"),
    customers: text("examples/data/customers.csv"),
    orders: text("examples/data/orders.csv"),
    cases: text("examples/data/cases.csv"),
  };
  const printed = textOf(report(files));

  it("is the committed output", () => {
    expect(printed).toBe(text("examples/output.txt"));
  });

  it("fits a terminal: lines of at most 100 plain characters, none with space at its end", () => {
    for (const line of printed.split("\n")) expect(line).toMatch(/^(?:[ -~]{0,99}[!-~])?$/);
  });

  it("loses no row: scored, missing, duplicates and refused add up to the rows of the file", () => {
    for (const question of ["NPS", "CSAT", "CES"]) {
      const counts =
        lines(sectionOf(printed, "Where every row went"), question)[0]?.slice(1).map(Number) ?? [];
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
    const comments = surveyRows().flatMap(({ Comment = "" }) => Comment.split("\n").filter(Boolean));
    expect(new Set(comments).size).toBeGreaterThan(20);
    for (const comment of new Set(comments)) expect(printed).not.toContain(comment);
  });

  it("treats a plan called __proto__ like any other, and shows a missing plan last", () => {
    const plans = sectionOf(printed, "By plan\n")
      .split("\n")
      .flatMap((line) => /^(\S+) +-?\d+ +-?\d+ to /.exec(line)?.[1] ?? []);
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
    expect(lines(sectionOf(printed, "Where every row went"), "NPS")).toEqual([
      ["NPS", "2", "0", "1", "0", "3", "3"],
    ]);
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
    expect(lines(sectionOf(printed, "Where every row went"), "NPS")).toEqual([
      ["NPS", "1", "0", "0", "4", "5", "5"],
    ]);
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
    expect(() => report({ ...files, survey: "Response ID,Plan\r\n" })).toThrow(
      /^CSV columns not found: Submitted at, Q1 /,
    );
    expect(() => report({ ...files, customers: "customer_id,plan,started\n" })).toThrow(
      /^CSV columns not found: ended, referred_by, monthly_aud$/,
    );
    expect(() => reportOn(["R-1,2026-01-05T03:00:00Z"])).toThrow(/^CSV row 2: /);
  });

  it("hides plans with so few answers that they could tell of single people, and what would give them away", () => {
    const answers = (plan: string, n: number): string[] =>
      Array.from({ length: n }, (_, i) => `R-${plan}-${i},2026-01-05T03:00:00Z,,${plan},,9,,,`);
    const printed = reportOn([...answers("Basic", 40), ...answers("Plus", 12), ...answers("Pro", 3)]);
    expect(lines(sectionOf(printed, "By plan\n"), "Basic")[0]?.[1]).toBe("100");
    for (const plan of ["Plus", "Pro"]) {
      const hidden = [plan, "hidden", "-", "-", "-", "-", "0", "-", "-", "0"];
      expect(lines(sectionOf(printed, "By plan\n"), plan)).toEqual([hidden]);
      expect(lines(sectionOf(printed, "By plan and month"), plan)).toEqual([
        [plan, "2026-01", ...hidden.slice(1)],
      ]);
    }
  });

  it("makes a report of nothing", () => {
    expect(lines(reportOn([]), "NPS")[0]?.slice(0, 4)).toEqual(["NPS", "-", "-", "0"]);
  });

  it("keeps a file's control characters from the terminal", () => {
    const printed = reportOn(
      [1, 2, 3, 4, 5].map((id) => `R-${id},2026-01-05T03:00:00Z,,"Pro\n\u001b[31m",,9,,,`),
    );
    expect(printed).toMatch(/^Pro\?\?\[31m +100 /m);
  });

  it("makes empty tables of empty books", () => {
    expect(sectionOf(reportOn([]), "Revenue")).toMatch(/^first-payment-included +- +- /m);
    expect(sectionOf(reportOn([]), "Customers: how long")).toMatch(/There are no two plans to compare\.$/);
    expect(sectionOf(reportOn([]), "Service")).toMatch(/^Escalated +- +- +0 of 0 /m);
  });
});

describe("the example's books", () => {
  const printed = text("examples/output.txt");

  it("lose no row: counted and refused add up to the rows of each file", () => {
    const accounts = [...printed.matchAll(/^(\w+\.csv) +(\d+) +(\d+) +(\d+)$/gm)].map(
      ([, name, ...counts]) => [name, ...counts.map(Number)] as [string, number, number, number],
    );
    expect(accounts.map(([name, , refused]) => [name, refused])).toEqual([
      ["customers.csv", 4],
      ["orders.csv", 2],
      ["cases.csv", 2],
    ]);
    for (const [name, counted, refused, read] of accounts) {
      expect(counted + refused).toBe(read);
      expect(text(`examples/data/${name}`).trimEnd().split("\n").length - 1).toBe(read);
    }
  });

  it("balance: who was there, came, came back and left in each month", () => {
    const months = [...printed.matchAll(/^2026-0\d( +\d+){6} +\d+\.\d +\S+ to \S+$/gm)].map(([line]) =>
      line.split(/ +/).slice(1, 7).map(Number),
    );
    expect(months.length).toBe(6);
    months.forEach(([atStart, joined, back, lost, , atEnd], i) => {
      expect((atStart as number) + (joined as number) + (back as number) - (lost as number)).toBe(atEnd);
      if (i > 0) expect(months[i - 1]?.[5]).toBe(atStart);
    });
  });

  it("balance: what revenue was, came and went in each month", () => {
    const months = [...printed.matchAll(/^2026-0\d( +\d+){7} +\S+ +\S+ +\S+$/gm)].map(([line]) =>
      line.split(/ +/).slice(1, 8).map(Number),
    );
    expect(months.length).toBe(6);
    for (const [start, fresh, more, back, less, lost, end] of months as number[][]) {
      const [gained, gone] = [
        (fresh as number) + (more as number) + (back as number),
        (less as number) + (lost as number),
      ];
      expect((start as number) + gained - gone).toBe(end);
    }
  });

  it("count customers by instants: who joined and left within the half-year did not leave from its start", () => {
    const printed = reportOn([], {
      customers: [
        "C-1,Pro,79,2025-05-01T00:00:00Z,,",
        "C-2,Pro,79,2025-05-01T00:00:00Z,2026-03-01T00:00:00Z,",
        "C-3,Pro,79,2026-02-01T00:00:00Z,2026-04-01T00:00:00Z,",
        // The last moment of 2025 in Sydney, where clocks are an hour ahead in summer, and the first of 2026.
        "C-4,Pro,79,2025-12-31T12:59:59Z,,",
        "C-5,Pro,79,2025-12-31T13:00:00Z,,",
        "C-6,Pro,79,2024-05-01T00:00:00Z,2025-05-01T00:00:00Z,",
        // Left when the half-year was over.
        "C-7,Pro,79,2025-05-01T00:00:00Z,2026-06-30T14:00:00Z,",
        // Took more seats, which is no loss; and came back after leaving.
        "C-8,Pro,79,2025-05-01T00:00:00Z,2026-02-01T00:00:00Z,",
        "C-8,Pro,158,2026-02-01T00:00:00Z,,",
        "C-9,Pro,79,2025-05-01T00:00:00Z,2025-06-01T00:00:00Z,",
        "C-9,Pro,79,2026-05-01T00:00:00Z,,",
      ],
    });
    // At start C-1, 2, 4, 7, 8; joined C-3, 5; back C-9; lost C-2, 3, of start C-2.
    expect(lines(printed, "Half-year")[0]).toEqual([
      ...["Half-year", "5", "2", "1", "2", "1", "6", "80.0"],
      "37.6 to 96.4",
    ]);
    expect(lines(printed, "Churn").map((cells) => [cells[1], cells.at(-2), cells.at(-1)])).toEqual([
      ["20.0", "1 of 5", "start"],
      ["36.4", "2 of 5.5", "average"],
      ["25.0", "2 of 8", "start-plus-acquired"],
    ]);
  });

  it("compare each customer's revenue with the month before", () => {
    const printed = reportOn([], {
      customers: [
        "C-1,Pro,100,2025-05-01T00:00:00Z,2026-06-10T00:00:00Z,",
        "C-1,Pro,150,2026-06-10T00:00:00Z,,",
        "C-2,Pro,100,2025-05-01T00:00:00Z,2026-06-10T00:00:00Z,",
        "C-2,Pro,60,2026-06-10T00:00:00Z,,",
        "C-3,Pro,200,2025-05-01T00:00:00Z,2026-06-10T00:00:00Z,",
        "C-4,Pro,30,2026-06-10T00:00:00Z,,",
        "C-5,Pro,25,2025-05-01T00:00:00Z,2025-06-01T00:00:00Z,",
        "C-5,Pro,25,2026-06-10T00:00:00Z,,",
        // Came and went between two month-ends: in no snapshot.
        "C-6,Pro,999,2026-06-10T00:00:00Z,2026-06-11T00:00:00Z,",
      ],
    });
    // Net (400 - 200 - 40 + 50) / 400, gross without the 50, quick (30 + 50 + 25) / 240.
    expect(sectionOf(printed, "Revenue")).toMatch(
      /^2026-06 +400 +30 +50 +25 +40 +200 +265 +52\.5 +40\.0 +0\.44$/m,
    );
    expect(sectionOf(printed, "Revenue")).toMatch(/^Lifetime value at 66\.25 a customer and month, /m);
  });

  it("follow cohorts and stays by the plan that a customer began with", () => {
    const printed = reportOn([], {
      customers: [
        "C-1,Basic,29,2025-07-10T00:00:00Z,2025-08-10T00:00:00Z,",
        "C-2,Basic,29,2025-07-10T00:00:00Z,2026-01-10T00:00:00Z,",
        "C-3,Basic,29,2025-07-10T00:00:00Z,2025-11-10T00:00:00Z,",
        "C-3,Pro,79,2025-11-10T00:00:00Z,,",
        "C-4,Pro,79,2025-07-10T00:00:00Z,,",
      ],
    });
    expect(sectionOf(printed, "Customers: cohorts")).toMatch(/^2025-Q3 +4 +75\.0 +75\.0 +50\.0 +50\.0$/m);
    // Basic: one of three leaves after a month, one after six; the third is still there.
    expect(lines(sectionOf(printed, "Customers: how long"), "Basic")[0]?.slice(0, 3)).toEqual([
      ...["Basic", "3", "2"],
    ]);
    expect(lines(sectionOf(printed, "Customers: how long"), "Basic")[0]?.[5]).toBe("6.0");
    expect(lines(sectionOf(printed, "Customers: how long"), "Pro")[0]?.slice(0, 3)).toEqual([
      "Pro",
      "1",
      "0",
    ]);
  });

  it("tell who ordered again, and who brought whom", () => {
    const printed = reportOn([], {
      customers: [
        "C-1,Pro,79,2025-05-01T00:00:00Z,,",
        "C-2,Pro,79,2025-05-01T00:00:00Z,,C-1",
        "C-3,Pro,79,2025-05-01T00:00:00Z,,C-1",
        "C-4,Pro,79,2025-05-01T00:00:00Z,,C-4",
      ],
      orders: [
        "O-1,C-1,2026-01-01T00:00:00Z,49.00",
        "O-2,C-1,2026-02-01T00:00:00Z,49.00",
        "O-3,C-2,2026-01-01T00:00:00Z,99.50",
        "O-4,C-3,2026-06-01T00:00:00Z,49.00",
        "O-5,C-3,2026-07-02T00:00:00Z,49.00",
      ],
    });
    const orders = sectionOf(printed, "Orders");
    expect(orders.replaceAll("\n", " ")).toContain(
      "5 orders = 4 counted + 1 placed later. 4 customers on the books = 3 counted + 1 refused",
    );
    expect(orders).toMatch(/^ordered again +33\.3 .* 1 of 3 +ordered-again$/m);
    expect(orders).toMatch(/^within 90 days +50\.0 .* 1 of 2 +ordered-again-within-days$/m);
    expect(orders).toMatch(/^brought by others +66\.7 .* 2 of 3 +referred-customers$/m);
    expect(orders).toMatch(/^brought others +33\.3 .* 1 of 3 +referring-customers$/m);
  });

  it("tell how fast cases were answered and solved", () => {
    const opened = "2026-03-02T00:00:00Z";
    const printed = reportOn([], {
      cases: [
        `S-1,C-1,login,${opened},2026-03-02T01:00:00Z,2026-03-02T02:00:00Z,2026-03-02T02:00:00Z,1,0,false,false,2026-03-04T00:00:00Z`,
        `S-2,C-2,login,${opened},2026-03-02T05:00:00Z,2026-03-02T06:00:00Z,2026-03-05T00:00:00Z,2,0,TRUE,false,2026-03-04T00:00:00Z`,
        `S-3,C-3,login,${opened},,2026-03-02T04:00:00Z,2026-03-02T04:00:00Z,1,0,false,true,`,
        `S-4,C-1,login,2026-03-05T00:00:00Z,,,,1,0,false,false,2026-03-07T00:00:00Z`,
      ],
    });
    const service = sectionOf(printed, "Service");
    expect(service).toMatch(/^First contact resolution +66\.7 .* 2 of 3 +resolved-in-first-contact +1$/m);
    expect(service).toMatch(/^First contact resolution +100\.0 .* 3 of 3 +no-customer-reply +1$/m);
    expect(service).toMatch(/^First contact resolution +66\.7 .* 2 of 3 +no-repeat-contact +1$/m);
    expect(service).toMatch(/^Repeat contact +25\.0 .* 1 of 4 +repeated-within-days +0$/m);
    expect(service).toMatch(/^Answered in 4 hours +33\.3 .* 1 of 3 +met-of-due +1$/m);
    expect(service).toMatch(/^Solved when promised +66\.7 .* 2 of 3 +met-of-due +1$/m);
    expect(service).toMatch(/^Escalated +25\.0 .* 1 of 4 /m);
    expect(service).toMatch(/^Self-service +25\.0 .* 1 of 4 /m);
    expect(service).toMatch(/^To the first answer +3\.0 +4\.6 +3\.0 +2 +1$/m);
    expect(service).toMatch(/^To the first solution +4\.0 +5\.6 +4\.0 +3 +1$/m);
    expect(service).toMatch(/^To the last solution +4\.0 +58\.4 +26\.0 +3 +1$/m);
  });

  it("say which rows cannot be read, where they are and why, and repeat nothing of them", () => {
    const printed = reportOn([], {
      customers: [
        "C-1,Pro,79,2026-04-11,,",
        "C-2,Pro,79,2026-04-11T00:00:00Z,2026-04-10T00:00:00Z,",
        "C-3,,79,2026-04-11T00:00:00Z,,",
        'C-4,Pro,"79,00",2026-04-11T00:00:00Z,,',
      ],
      orders: ["O-1,C-1,2026-04-11T00:00:00Z,free", "O-2,,2026-04-11T00:00:00Z,49.00"],
      cases: [
        "S-1,C-1,login,yesterday,,,,1,0,false,false,",
        "S-2,C-1,login,2026-04-11T00:00:00Z,,,,1,0,no,false,",
      ],
    });
    const refused = sectionOf(printed, "Where every row of the books");
    for (const line of [
      /^ +1 +2 {2}startedAt must be a valid Date, epoch milliseconds, or ISO 8601 with an offset, got a$/m,
      /^ +1 +3 {2}endedAt must be startedAt or later, got an earlier instant$/m,
      /^ +1 +4 {2}plan must not be missing$/m,
      /^ +1 +5 {2}monthly must be a number with a decimal point$/m,
      /^ +1 +2 {2}amount must be a finite number from 0 up, got text that is not read as a number with a$/m,
      /^ +1 +3 {2}customerId must be text that is not blank or a number, got null$/m,
      /^ +1 +3 {2}escalated must be true, false or missing, got a string$/m,
    ]) {
      expect(refused).toMatch(line);
    }
    expect(refused).toMatch(/^customers\.csv +0 +4 +4$/m);
    expect(refused).not.toMatch(/free|yesterday|79/);
  });
});

describe("the example's inference", () => {
  const printed = text("examples/output.txt");
  const CHANGE = "Has it changed?";

  /** So many rows of the survey with one answer to its first question. */
  const rows = (n: number, date: string, plan: string, answer: number): string[] =>
    Array.from(
      { length: n },
      (_, i) => `R-${date}-${plan}-${answer}-${i},${date}T03:00:00Z,,${plan},,${answer},,,`,
    );

  it("compares the quarters that the file has, by the formula of the adjusted Wald interval", () => {
    // The latest readable answer of each response on Pro, by quarter in Jakarta: 7 hours ahead, no summer time.
    const latest = new Map<
      string,
      { readonly at: number; readonly quarter: number; readonly rating: number }
    >();
    for (const row of surveyRows()) {
      const [id, at, cell] = [
        row["Response ID"] as string,
        row["Submitted at"] as string,
        Object.values(row)[5],
      ];
      const rating = /^(\d+)( - .+)?$/.exec(cell as string)?.[1];
      const isMissing = cell === "" || cell === "N/A";
      if (row["Plan"] !== "Pro" || !/(Z|[+-]\d\d:\d\d)$/.test(at)) continue;
      if (!isMissing && (rating === undefined || Number(rating) > 10)) continue;
      const time = Date.parse(at);
      const month = new Date(time + 7 * 3600000).getUTCMonth();
      if (time < (latest.get(id)?.at ?? 0)) continue;
      latest.set(id, {
        at: time,
        quarter: month < 3 ? 1 : 2,
        rating: isMissing ? Number.NaN : Number(rating),
      });
    }
    const [before, after] = [1, 2].map((quarter) => {
      const ratings = [...latest.values()]
        .filter((one) => one.quarter === quarter)
        .map(({ rating }) => rating);
      const count = (low: number, high: number): number =>
        ratings.filter((rating) => rating >= low && rating <= high).length;
      const [n, promoters, detractors] = [count(0, 10), count(9, 10), count(0, 6)];
      const net = (promoters - detractors) / (n + 3);
      const variance = ((promoters + detractors + 1.5) / (n + 3) - net ** 2) / (n + 3);
      return { score: (100 * (promoters - detractors)) / n, n, net, variance };
    }) as [
      Record<"score" | "n" | "net" | "variance", number>,
      Record<"score" | "n" | "net" | "variance", number>,
    ];
    const [middle, error] = [after.net - before.net, Math.sqrt(before.variance + after.variance)];
    const whole = (value: number): string => value.toFixed(0);
    expect(lines(printed, "NPS     Pro")[0]?.slice(2)).toEqual([
      ...[before.score, before.n, after.score, after.n, after.score - before.score].map(whole),
      `${whole(100 * (middle - 1.959964 * error))} to ${whole(100 * (middle + 1.959964 * error))}`,
      ...["< 0.001", "rose"],
    ]);
  });

  it("doubles the p-value of two comparisons, so that a single one below 0.05 may be chance", () => {
    // Three answers added to each quarter's ten: net 4 of 13 and -4 of 13, each with a variance of (9.5 / 13 -
    // (4 / 13)^2) / 13 = 0.0489: z = 0.6154 / 0.3128 = 1.967, p = 0.0492; nobody answered the other questions.
    const [before, after] = ["2026-01-05", "2026-05-05"].map((date, quarter) =>
      [10, 8, 0].flatMap((answer, i) =>
        rows(([6, 2, 2] as number[]).at(quarter === 0 ? i : 2 - i) as number, date, "Pro", answer),
      ),
    ) as [string[], string[]];
    const section = sectionOf(reportOn([...before, ...after]), CHANGE);
    for (const plan of ["\\(all\\)", "Pro"]) {
      expect(section).toMatch(
        new RegExp(`^NPS +${plan} +40 +10 +-40 +10 +-80 +-123 to 0 +0\\.098 +may be chance$`, "m"),
      );
    }
    expect(section).toMatch(/^CSAT +\(all\) +- +0 +- +0 +- +- +- +cannot be told$/m);
    const findings = sectionOf(reportOn([...before, ...after]), "What the numbers").replaceAll("\n  ", " ");
    for (const plan of ["All plans together", "Pro"]) {
      expect(findings).toMatch(
        new RegExp(
          `^${plan}\\n(- .*\\n)*- NPS fell by 80 points .* is within what chance alone produces ` +
            "\\(p = 0\\.098, adjusted for the number of comparisons\\)\\. n = 10, then 10\\.$",
          "m",
        ),
      );
    }
  });

  it("tells a change of who answers from a change of what they answer", () => {
    const section = sectionOf(
      reportOn([
        ...[...rows(2, "2026-02-05", "Pro", 10), ...rows(1, "2026-02-05", "Basic", 0)],
        ...[...rows(1, "2026-04-05", "Pro", 10), ...rows(2, "2026-04-05", "Basic", 0)],
      ]),
      CHANGE,
    );
    expect(section).toMatch(/^NPS +-66\.7 +-66\.7 +0\.0 +0\.0$/m);
    expect(section.replaceAll("\n", " ")).toContain(
      "of 4 groups of a plan, quarter and metric, 4 are hidden",
    );
    expect(section).not.toMatch(/^NPS +(Pro|Basic) /m);
  });

  it("splits each change into parts that add up", () => {
    const parts = [...sectionOf(printed, CHANGE).matchAll(/^\w+((?: +-?\d+\.\d+){4})$/gm)];
    expect(parts.length).toBe(3);
    for (const [, figures = ""] of parts) {
      const [change, ...ofChange] = figures.trim().split(/ +/).map(Number) as [number, ...number[]];
      const sum = ofChange.reduce((total, part) => total + part, 0);
      // Four figures, each rounded by half a unit of its last decimal at most.
      const unit = 10 ** -(/\.(\d+)$/.exec(figures)?.[1]?.length ?? 0);
      expect(Math.abs(sum - change)).toBeLessThan(2.001 * unit);
    }
  });

  it("plans for the most that answers can spread where there are none yet", () => {
    // 2 (1.95996 + 0.84162)^2 / 0.1^2 - 3 = 1566.8 answers.
    expect(sectionOf(reportOn([]), CHANGE)).toContain("a plan needs 1567 answers\nin each quarter.");
  });

  it("names the months that stand out", () => {
    // Five months of 8 promoters and 8 detractors, one of 16 promoters: 16.7 + 3 sqrt((1 - 1 / 36) / 16) x 100 = 90.6.
    const months = ["01", "02", "03", "04", "05"].map((month) => `2026-${month}-05`);
    const even = months.flatMap((date) => [...rows(8, date, "Pro", 10), ...rows(8, date, "Pro", 0)]);
    const section = sectionOf(reportOn([...even, ...rows(16, "2026-06-05", "Pro", 10)]), "Which months");
    expect(section.split("\n\n")[1]?.split("\n").slice(2)).toEqual([
      "NPS     (all)  2026-06 above   2026-06 above",
      "NPS     Pro    2026-06 above   2026-06 above",
    ]);
  });

  it("divides what NPS goes with between drivers: of unrelated ones each has its squared correlation", () => {
    // NPS = 2 CSAT + CES - 5, with as much spread in either: 4 parts to 1.
    const drivers = (times: number): string => {
      const rated = ["2,2,3", "4,2,5", "6,4,3", "8,4,5", "9,5,"].flatMap((answers, i) =>
        Array.from({ length: times }, (_, j) => `R-${i}-${j},2026-01-05T03:00:00Z,,Pro,,${answers},`),
      );
      return sectionOf(reportOn(rated), "What drives NPS?");
    };
    const [low = 0, high = 0] =
      /^Pro +85 +68 +100\.0 +80\.0 +(\d+\.\d) to (\d+\.\d) +20\.0 +0\.89 +0\.45 +CSAT$/m
        .exec(drivers(17))
        ?.slice(1)
        .map(Number) ?? [];
    expect(low).toBeGreaterThan(65);
    expect(low).toBeLessThan(75);
    expect(high).toBeGreaterThan(85);
    expect(high).toBeLessThan(95);
    // 64 complete responses are fewer than 50 + 8 for each of two drivers.
    expect(drivers(16)).toMatch(/^Pro +80 +64( +-){6} +too few$/m);
  });

  it("finds themes in two languages, and who mentions them", () => {
    const commented = [
      "0,,,Invoice wrong AGAIN",
      "3,,,TAGIHAN salah",
      "10,,,Ekspor baru",
      "9,,,Zzz",
      "9,,,",
    ].flatMap((answers, i) =>
      Array.from({ length: 5 }, (_, j) => `R-${i}-${j},2026-01-05T03:00:00Z,,Pro,,${answers}`),
    );
    const section = sectionOf(reportOn(commented), "Themes");
    expect(lines(section, "billing")[0]?.slice(0, 6)).toEqual([
      ...["billing", "50.0", "29.9 to 70.1", "-100", "100", "-200"],
    ]);
    expect(lines(section, "export")[0]?.slice(3, 6)).toEqual(["100", "-33", "133"]);
    expect(section).toMatch(/^20 comments, NPS 0; 5 mention none of these themes\.$/m);
    // On Pro: all detractors and no others write of bills; no detractor and half of the others of exports.
    expect(lines(section, "Pro").map((cells) => cells.slice(1, 6))).toEqual([
      ["billing", "10", "100.0", "0.0", "-200"],
      ["export", "5", "0.0", "50.0", "133"],
    ]);
    // One mention less, and a theme could tell of single people.
    const fewer = sectionOf(reportOn(commented.filter((row) => !row.startsWith("R-2-4"))), "Themes");
    expect(lines(fewer, "export")).toEqual([]);
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
