// A page with every chart, in light and dark: what docs/charts.md describes, drawn from invented results.
//
// Run with `npx tsx examples/gallery.ts > gallery.html`, and look at the file in a browser.

import {
  CSAT_SCALE,
  ces,
  controlLimits,
  csat,
  durations,
  type Group,
  kaplanMeier,
  keyDrivers,
  lifecycleTransitions,
  movementsByPeriod,
  NPS_SCALE,
  type NpsScore,
  nps,
  revenueMovement,
  rfm,
  suppressSmallGroups,
  tallyFromCounts,
  tenureCohorts,
  themes,
} from "cx-metrics";
import {
  type ChartableScore,
  type ChartOptions,
  type ChartSpec,
  chartSvg,
  cohortHeatmap,
  driverChart,
  lifecycleFlow,
  movementChart,
  npsChart,
  revenueWaterfall,
  rfmMap,
  scoreChart,
  scoreTrend,
  segmentChart,
  survivalChart,
  themeChart,
} from "cx-metrics/charts";

const DAY = 86_400_000;
const START = Date.UTC(2025, 0, 1);

/** The same numbers in every run, from 0 to below 1. */
function synthetic(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function score(promoters: number, passives: number, detractors: number): NpsScore {
  return nps(
    tallyFromCounts(
      [
        [10, promoters],
        [8, passives],
        [4, detractors],
      ],
      NPS_SCALE,
    ),
  );
}

const MONTHS: readonly Group<"month", NpsScore>[] = Array.from({ length: 18 }, (_, i) => ({
  key: { month: `${2025 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}` },
  score: i === 13 ? score(80, 60, 120) : score(140 + 3 * i, 90, 70 - 2 * i),
}));

const PLANS = [
  { key: { plan: "Basic" }, score: score(180, 150, 160) },
  { key: { plan: "Plus" }, score: score(160, 80, 60) },
  { key: { plan: "Pro" }, score: score(75, 20, 11) },
  { key: { plan: "Trial" }, score: score(1, 1, 1) },
  { key: { plan: "Partner" }, score: score(4, 2, 2) },
];

const random = synthetic(7);
const TENURES = Array.from({ length: 900 }, (_, i) => {
  const startedAt = START + Math.floor(random() * 360) * DAY;
  const days = 10 + Math.floor(-Math.log(1 - random()) * 300);
  const tenure = { customerId: `C-${i}`, plan: random() < 0.6 ? "Basic" : "Pro", startedAt };
  const endedAt = startedAt + (tenure.plan === "Pro" ? 2 : 1) * days * DAY;
  return endedAt < START + 400 * DAY ? { ...tenure, endedAt } : tenure;
});

function curve(plan: string): ReturnType<typeof kaplanMeier> {
  const followed = TENURES.filter((tenure) => tenure.plan === plan);
  return kaplanMeier(durations(followed, { asOf: START + 400 * DAY, unit: "day" }));
}

const ANSWERS = Array.from({ length: 400 }, () => {
  const [speed, price, staff] = [1, 1, 1].map((least) => least + Math.floor(random() * 5));
  const [a, b, c] = [speed, price, staff] as [number, number, number];
  const overall = Math.min(10, Math.max(0, Math.round(0.9 * a + 0.4 * b + 0.6 * c + random() * 2)));
  const comment =
    a <= 2 ? "delivery was slow" : b <= 2 ? "the price is high" : c >= 4 ? "friendly staff" : "fine";
  return { speed: a, price: b, staff: c, overall, comment };
});

const ORDERS = Array.from({ length: 2000 }, () => ({
  customerId: `C-${Math.floor(300 * random() ** 2)}`,
  at: START + Math.floor(random() * 400) * DAY,
  amount: 10 + Math.floor(random() * 190),
}));

const HISTORIES = Array.from({ length: 250 }, () => ({
  purchases: Array.from({ length: 1 + Math.floor(random() * 6) }, () => ({
    at: START + Math.floor(random() * 400) * DAY,
  })),
}));

const CSAT_SCORE: ChartableScore = csat(
  tallyFromCounts(
    [
      [5, 120],
      [4, 90],
      [3, 40],
      [2, 20],
      [1, 10],
    ],
    CSAT_SCALE,
  ),
);

/** Every chart by its name. */
function charts(options: ChartOptions): Readonly<Record<string, ChartSpec>> {
  const asOf = START + 400 * DAY;
  return {
    npsChart: npsChart(score(620, 410, 270), options),
    scoreChart: scoreChart(CSAT_SCORE, options),
    "scoreChart, where lower is better": scoreChart(
      ces([1, 2, 1, 3, 5, 2, 1], { scale: { min: 1, max: 5 }, direction: "lower-is-easier" }),
      options,
    ),
    scoreTrend: scoreTrend(MONTHS, { ...options, limits: controlLimits(MONTHS) }),
    segmentChart: segmentChart(suppressSmallGroups(PLANS), { ...options, reference: 30 }),
    cohortHeatmap: cohortHeatmap(tenureCohorts(TENURES, { unit: "month", asOf }), options),
    survivalChart: survivalChart(
      { Basic: curve("Basic"), Pro: curve("Pro") },
      { ...options, timeUnit: "days" },
    ),
    revenueWaterfall: revenueWaterfall(
      revenueMovement(
        [
          ["A", 40_000_000],
          ["B", 25_000_000],
          ["C", 8_000_000],
          ["D", 3_000_000],
        ],
        [
          ["A", 46_000_000],
          ["B", 21_000_000],
          ["D", 3_000_000],
          ["E", 7_000_000],
        ],
      ),
      { ...options, currency: "IDR" },
    ),
    movementChart: movementChart(
      movementsByPeriod(TENURES, { unit: "month", from: START, to: Date.UTC(2026, 1, 1) }),
      options,
    ),
    driverChart: driverChart(
      keyDrivers(ANSWERS, {
        outcome: (row) => row.overall,
        drivers: { speed: (row) => row.speed, price: (row) => row.price, staff: (row) => row.staff },
      }),
      options,
    ),
    themeChart: themeChart(
      themes(ANSWERS, {
        codebook: { delivery: ["delivery"], price: ["price"], staff: ["staff"] },
        comment: (row) => row.comment,
        rating: (row) => row.overall,
      }),
      options,
    ),
    rfmMap: rfmMap(rfm(ORDERS, { asOf }), options),
    lifecycleFlow: lifecycleFlow(
      lifecycleTransitions(HISTORIES, { from: START + 250 * DAY, to: asOf }),
      options,
    ),
  };
}

const STYLE = `body { margin: 0; font-family: Helvetica, Arial, sans-serif }
section { display: flex; flex-wrap: wrap; gap: 24px; padding: 16px }
figure { margin: 0; max-width: 100% }
svg { max-width: 100%; height: auto }
.dark { background: #16191d; color: #e4e7eb }`;

/** The whole page. Nothing in it is loaded from elsewhere. */
async function page(options: ChartOptions): Promise<string> {
  const sections = ["light", "dark"].map(async (theme) => {
    const drawn = Object.entries(charts({ ...options, theme: theme as "light" | "dark" })).map(
      async ([name, spec]) =>
        `<figure>${await chartSvg(spec)}<figcaption><code>${name}</code></figcaption></figure>`,
    );
    return `<section class="${theme}">${(await Promise.all(drawn)).join("\n")}</section>`;
  });
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Charts of cx-metrics</title>`;
  const body = (await Promise.all(sections)).join("\n");
  return `<!doctype html>\n<html lang="en"><head>${head}<style>${STYLE}</style></head><body>${body}</body></html>\n`;
}

process.stdout.write(await page({}));
