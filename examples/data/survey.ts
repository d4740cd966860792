// The survey tool's export of the examples: invented, seeded, always the same.
//
// The story in the numbers: Pro gets better month by month, an outage in April hits Basic, Enterprise stays as it is.

import { bell, csv, iso, MINUTE, mulberry32, oneOf, pick, type Random } from "./synthetic.ts";

const JAKARTA = 7 * 60;

/** Midnight in Jakarta on the first of a month of 2026, 1 for January. */
const firstOf = (month: number): number => Date.UTC(2026, month - 1, 1) - JAKARTA * MINUTE;
const [JANUARY, JULY] = [firstOf(1), firstOf(7)];

/** Mean answers in January and how many months' progress each month brings. A list, because of the name `__proto__`. */
const PLANS = [
  { plan: "Basic", share: 46, nps: 7.9, csat: 3.85, ces: 5.2, progress: 0 },
  { plan: "Pro", share: 33, nps: 7.3, csat: 3.6, ces: 4.9, progress: 1 },
  { plan: "Enterprise", share: 14, nps: 8.5, csat: 4.1, ces: 5.5, progress: 0 },
  // The early-access plan got its name from somebody who meant "prototype".
  { plan: "__proto__", share: 4, nps: 8.1, csat: 3.6, ces: 4.5, progress: 0 },
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
