// Writes the examples' invented data, a survey tool's export and a customer table. Seeded: always the same.
//
//   npx tsx examples/data/generate.ts
//
// "Contoh" is Indonesian for "example": there is no such product, and there are no such people. The story in the
// numbers: Pro gets better month by month, an outage in April hits Basic, Enterprise stays as it is.

import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

type Random = () => number;

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const JAKARTA = 7 * 60;

/** Midnight in Jakarta on the first of a month of 2026, 1 for January. */
const firstOf = (month: number): number => Date.UTC(2026, month - 1, 1) - JAKARTA * MINUTE;
const [JANUARY, JULY] = [firstOf(1), firstOf(7)];

/** Mulberry32, a generator with 32 bits of state: enough for invented data. */
function mulberry32(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** About normal, with mean 0 and variance 1. Sums only: engines may differ in the last digit of a logarithm. */
const bell = (random: Random): number => (random() + random() + random() + random() - 2) * 1.7320508;

/** One of the values, each as likely as its weight says. */
function pick<T>(random: Random, choices: readonly (readonly [value: T, weight: number])[]): T {
  let left = random() * choices.reduce((sum, [, weight]) => sum + weight, 0);
  const found = choices.find(([, weight]) => {
    left -= weight;
    return left < 0;
  });
  if (found === undefined) throw new Error("pick: some choice must have a weight");
  return found[0];
}

const oneOf = <T>(random: Random, values: readonly T[]): T =>
  pick(
    random,
    values.map((value) => [value, 1] as const),
  );

/** ISO 8601 as a clock at that offset from UTC, in minutes, shows it. */
function iso(epoch: number, offset: number): string {
  const local = new Date(epoch + offset * MINUTE).toISOString().slice(0, 19);
  if (offset === 0) return `${local}Z`;
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `${local}${offset < 0 ? "-" : "+"}${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}

/** RFC 4180: quotes around the fields that need them, quotes inside doubled. */
function csv(rows: readonly (readonly string[])[], lineEnd: string): string {
  const field = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(field).join(",") + lineEnd).join("");
}

/** Mean answers in January and how many months' progress each month brings. A list, because of the name `__proto__`. */
const PLANS = [
  { plan: "Basic", share: 46, nps: 7.9, csat: 3.85, ces: 5.2, progress: 0, leaves: 0.0011 },
  { plan: "Pro", share: 33, nps: 7.3, csat: 3.6, ces: 4.9, progress: 1, leaves: 0.0006 },
  { plan: "Enterprise", share: 14, nps: 8.5, csat: 4.1, ces: 5.5, progress: 0, leaves: 0.0002 },
  // The early-access plan got its name from somebody who meant "prototype".
  { plan: "__proto__", share: 4, nps: 8.1, csat: 3.6, ces: 4.5, progress: 0, leaves: 0.0009 },
] as const;
const NO_PLAN = { ...PLANS[0], plan: "", share: 3 };

/** How far the outage in April, and what was left of it in May, moved the mean answers on Basic. */
const OUTAGE: Readonly<
  Record<number, { readonly nps: number; readonly csat: number; readonly ces: number }>
> = {
  4: { nps: -1, csat: -1, ces: -1.5 },
  5: { nps: -0.5, csat: -0.3, ces: -0.4 },
};

/** How the survey tool writes a rating: the ends of a scale with their labels, the rest bare. */
const LABELS = {
  nps: { min: 0, max: 10, 0: "0 - Not at all likely", 10: "10 - Extremely likely" },
  csat: { min: 1, max: 5, 1: "1 - Very dissatisfied", 5: "5 - Very satisfied" },
  ces: { min: 1, max: 7, 1: "1 – Very difficult", 7: "7 – Very easy" },
} as const;
type Metric = keyof typeof LABELS;

const HEADER = [
  "Response ID",
  "Submitted at",
  "Email",
  "Plan",
  "Channel",
  "Q1 How likely are you to recommend Contoh Desk to a friend or colleague?",
  "Q2 How would you rate your overall satisfaction with Contoh Desk?",
  "Q3 If you had a problem: how easy did Contoh Desk make it to handle your issue?",
  "Comment",
];
/** Where the columns are that the flaws below go to. */
const COLUMN = { at: 1, nps: 5, csat: 6, ces: 7 } as const;

/** What respondents and spreadsheets do to a rating, by response number. */
const FLAWS: Readonly<Record<number, readonly [metric: Metric, cell: string]>> = {
  97: ["nps", "great"],
  214: ["ces", "6.5"],
  388: ["nps", "11"],
  541: ["csat", "good, thanks"],
  760: ["nps", "6.5"],
  893: ["ces", "mudah"],
  1104: ["csat", "4.5"],
  1377: ["nps", "bagus"],
  1502: ["nps", "6.5"],
  1689: ["ces", "easy"],
  1911: ["nps", "11"],
  2048: ["csat", "4-5"],
  2263: ["nps", "ask respondent-2263@example.com"],
  2570: ["nps", "great"],
  2791: ["ces", "8"],
};

const COMMENTS = {
  good: [
    "Quick answer, friendly people.",
    "The new export works well, and the dashboard is fast.",
    'My colleague said "finally", and so do I.',
    "Everything was solved in one chat.\nThank you!",
    "Tim dukungan cepat dan ramah.",
    "Ekspor baru sangat membantu, laporan selesai lebih cepat.",
    'Rekan saya bilang "akhirnya", saya setuju.',
    "Masalah selesai dalam satu kali obrolan.\nTerima kasih!",
  ],
  fair: [
    "Does what it should, no more.",
    "Good, but the search could be faster.",
    "Fine so far.\nAsk me again in summer.",
    "Cukup baik, tetapi pencarian agak lambat.",
    "Biasa saja.",
    'Menu "Laporan" sulit ditemukan.',
  ],
  poor: [
    "I had to explain the same thing three times, to three people.",
    'Support said "one day", it took a week.',
    "The invoice was wrong again.\nStill waiting for an answer.",
    "Harus menjelaskan hal yang sama berkali-kali.",
    'Dijanjikan "besok", sampai sekarang belum ada kabar.',
    "Tagihan salah lagi,\nbelum ada jawaban.",
  ],
  outage: [
    "Down again this morning.\nTwo hours of work lost.",
    "Could not log in for a whole day, and nobody told us why.",
    "Layanan mati lagi pagi ini,\npekerjaan kami tertunda.",
    "Tidak bisa masuk seharian, tidak ada pemberitahuan.",
  ],
} as const;

/** One response as the cells of its row. */
function responseRow(random: Random, number: number, epoch: number): string[] {
  const offset = pick(random, [
    [JAKARTA, 12],
    [0, 4],
    [-300, 2],
    [330, 2],
  ]);
  const group = pick(
    random,
    [...PLANS, NO_PLAN].map((one) => [one, one.share] as const),
  );
  const local = new Date(epoch + JAKARTA * MINUTE);
  const month = local.getUTCMonth() + 1;
  const outage = group.plan === "Basic" ? OUTAGE[month] : undefined;
  // What a person's three answers have in common.
  const mood = bell(random);
  const answer = (metric: Metric, spread: number, monthly: number): number => {
    const mean = group[metric] + (outage?.[metric] ?? 0) + group.progress * monthly * (month - 1);
    const { min, max } = LABELS[metric];
    return Math.min(Math.max(Math.round(mean + spread * (0.6 * mood + 0.8 * bell(random))), min), max);
  };
  const answers = {
    nps: answer("nps", 2.2, 0.27),
    csat: answer("csat", 1, 0.12),
    ces: answer("ces", 1.4, 0.15),
  };
  const cell = (metric: Metric, blanks: number): string => {
    const rating = answers[metric];
    const labels: Readonly<Record<number, string>> = LABELS[metric];
    return random() < blanks
      ? pick(random, [
          ["", 4],
          ["N/A", 1],
        ])
      : (labels[rating] ?? String(rating));
  };
  const tone =
    answers.nps >= 9 ? "good" : answers.nps >= 6 ? "fair" : outage === undefined ? "poor" : "outage";
  return [
    `R-${String(number).padStart(4, "0")}`,
    iso(epoch, offset),
    `respondent-${String(number).padStart(4, "0")}@example.com`,
    group.plan,
    pick(random, [
      ["e-mail", 5],
      ["in-app", 3],
      ["chat", 2],
    ]),
    cell("nps", 0.04),
    cell("csat", 0.08),
    // Only those who had a problem are asked how easy it was.
    cell("ces", 0.4),
    random() < 0.35 ? oneOf(random, COMMENTS[tone]) : "",
  ];
}

/** How many responses later a repeated one appears in the file. */
const DELAY = 12;

function pushIfAny(rows: string[][], row: string[] | null | undefined): void {
  if (row != null) rows.push(row);
}

/** The survey export: byte order mark, CRLF, labels, and the flaws that such files have. */
export function surveyExportCsv(): string {
  const random = mulberry32(7);
  const responses = 2940;
  const step = (JULY - JANUARY) / responses;
  const rows: string[][] = [];
  const later: (string[] | null)[] = [];
  for (let number = 1; number <= responses; number++) {
    const epoch = JANUARY + Math.floor((number - 1 + random()) * step);
    const row = responseRow(random, number, epoch);
    const flaw = FLAWS[number];
    if (flaw !== undefined) row[COLUMN[flaw[0]]] = flaw[1];
    const at = row[COLUMN.at] as string;
    // Some were typed in by hand: no offset, or no time at all.
    if (number % 251 === 0) row[COLUMN.at] = at.slice(0, 19);
    if (number % 577 === 0) row[COLUMN.at] = at.slice(0, 10);
    const again = random() < 0.022 ? repeated(random, row, epoch) : null;
    // The later version does not always come later in the file.
    const [now, afterwards] = again !== null && random() < 0.25 ? [again, row] : [row, again];
    rows.push(now);
    later.push(afterwards);
    if (later.length > DELAY) pushIfAny(rows, later.shift());
  }
  for (const row of later) pushIfAny(rows, row);
  return `\uFEFF${csv([HEADER, ...rows], "\r\n")}`;
}

/** The same response once more: exported twice, or sent again by somebody who changed their mind. */
function repeated(random: Random, row: readonly string[], epoch: number): string[] {
  const copy = [...row];
  if (random() < 0.6) return copy;
  copy[COLUMN.at] = iso(epoch + 5 * MINUTE + Math.floor(random() * 90) * MINUTE, JAKARTA);
  copy[COLUMN.nps] = String(5 + Math.floor(random() * 5));
  return copy;
}

/** The customer table: one row for each customer, `ended` blank for those who still are. */
export function customersCsv(): string {
  const random = mulberry32(8);
  // From two years before the half-year to its last day.
  const days = Array.from({ length: 420 }, () => Math.floor(random() * 911) - 730).sort((a, b) => a - b);
  const rows = days.map((day, i) => {
    const { plan, leaves } = pick(
      random,
      PLANS.map((one) => [one, one.share] as const),
    );
    // In working hours.
    const started = JANUARY + day * DAY + (540 + Math.floor(random() * 480)) * MINUTE;
    const ended = leavingDay(random, started, leaves);
    const id = `C-${String(i + 1).padStart(4, "0")}`;
    return [id, plan, iso(started, JAKARTA), ended === null ? "" : iso(ended, JAKARTA)];
  });
  // One who came on the first midnight of the half-year, one who left on the midnight after it, two mistyped rows.
  rows.push(["C-0421", "Pro", iso(JANUARY, JAKARTA), ""]);
  rows.push(["C-0422", "Basic", "2024-05-06T10:00:00+07:00", iso(JULY, JAKARTA)]);
  rows.push(["C-0423", "Basic", "2025-02-03T09:30:00+07:00", "2026-05-17"]);
  rows.push(["C-0424", "Pro", "2026-03-02T11:15:00+07:00", "2025-03-20T16:00:00+07:00"]);
  return csv([["customer_id", "plan", "started", "ended"], ...rows], "\n");
}

/** The moment somebody left, `null` where that is not before the end of the half-year. */
function leavingDay(random: Random, started: number, leaves: number): number | null {
  for (let left = started + DAY; left < JULY; left += DAY) {
    // Many who leave do so in the first month.
    const chance = left < started + 30 * DAY ? 4 * leaves : leaves;
    if (random() < chance) return left + Math.floor(random() * 120) * MINUTE;
  }
  return null;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL("survey-export.csv", import.meta.url), surveyExportCsv());
  writeFileSync(new URL("customers.csv", import.meta.url), customersCsv());
}
