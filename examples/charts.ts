// Every chart of the package, drawn from invented results: what the gallery shows.

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
  type SurvivalCurve,
  suppressSmallGroups,
  tallyFromCounts,
  tenureCohorts,
  themes,
} from "cx-metrics";
import {
  type ChartOptions,
  type ChartSpec,
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
const AS_OF = START + 400 * DAY;

/** The same numbers in every run, from 0 to below 1. */
function synthetic(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

const random = synthetic(7);

/** A day of the 400, never the same for long. */
function someDay(days = 400): number {
  return START + Math.floor(random() * days) * DAY;
}

function score(promoters: number, passives: number, detractors: number): NpsScore {
  const counts = [
    [10, promoters],
    [8, passives],
    [4, detractors],
  ] as const;
  return nps(tallyFromCounts(counts, NPS_SCALE));
}

const ANSWERED = nps(
  tallyFromCounts(
    [12, 4, 9, 14, 23, 61, 78, 190, 268, 301, 340].map((count, rating) => [rating, count] as const),
    NPS_SCALE,
  ),
);
const SATISFIED = csat(
  tallyFromCounts(
    [10, 20, 40, 90, 120].map((count, i) => [i + 1, count] as const),
    CSAT_SCALE,
  ),
);
const EFFORT = ces([1, 2, 1, 3, 5, 2, 1], { scale: { min: 1, max: 5 }, direction: "lower-is-easier" });

const MONTHS: readonly Group<"month", NpsScore>[] = Array.from({ length: 18 }, (_, i) => ({
  key: { month: `${2025 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}` },
  score:
    i === 13
      ? score(80, 60, 120)
      : score(150 + Math.floor(random() * 30), 90, 60 + Math.floor(random() * 20)),
}));

const PLANS = [
  { key: { plan: "Basic" }, score: score(180, 150, 160) },
  { key: { plan: "Plus" }, score: score(160, 80, 60) },
  { key: { plan: "Pro" }, score: score(75, 20, 11) },
  { key: { plan: "Trial" }, score: score(1, 1, 1) },
  { key: { plan: "Partner" }, score: score(4, 2, 2) },
];

const TENURES = Array.from({ length: 900 }, (_, i) => {
  const startedAt = someDay(360);
  const days = 10 + Math.floor(-Math.log(1 - random()) * 300);
  const tenure = { customerId: `C-${i}`, plan: random() < 0.6 ? "Basic" : "Pro", startedAt };
  const endedAt = startedAt + (tenure.plan === "Pro" ? 2 : 1) * days * DAY;
  return endedAt < AS_OF ? { ...tenure, endedAt } : tenure;
});

/** One customer in four who left before the autumn came back after it. */
const RETURNS = TENURES.filter((tenure) => "endedAt" in tenure && tenure.endedAt < START + 240 * DAY)
  .filter((_, i) => i % 4 === 0)
  .map(({ customerId }, i) => ({ customerId, startedAt: START + (250 + 3 * i) * DAY }));

function curve(plan: string): SurvivalCurve {
  const followed = TENURES.filter((tenure) => tenure.plan === plan);
  return kaplanMeier(durations(followed, { asOf: AS_OF, unit: "day" }));
}

const REVENUE = revenueMovement(
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
    ["F", 1_500_000],
  ],
  { seenBefore: ["F"] },
);

const ANSWERS = Array.from({ length: 400 }, () => {
  const rating = (): number => 1 + Math.floor(random() * 5);
  const [speed, price, staff, waiting] = [rating(), rating(), rating(), rating()];
  const felt = 0.9 * speed + 0.4 * price + 0.6 * staff - 0.5 * waiting + random() * 2;
  const comment =
    speed <= 2
      ? "delivery was slow"
      : price <= 2
        ? "the price is high"
        : staff >= 4
          ? "friendly staff"
          : "fine";
  return {
    speed,
    price,
    staff,
    waiting,
    overall: Math.min(10, Math.max(0, Math.round(felt + 1.5))),
    comment,
  };
});

const ORDERS = Array.from({ length: 2000 }, () => ({
  customerId: `C-${Math.floor(300 * random() ** 2)}`,
  at: someDay(),
  amount: 10 + Math.floor(random() * 190),
}));

const HISTORIES = Array.from({ length: 250 }, (_, i) => ({
  purchases: Array.from({ length: 1 + Math.floor(random() * 6) }, () => ({ at: someDay() })),
  ...(i % 9 === 0 ? { advocacy: [{ kind: "referral" as const, at: START + (260 + (i % 90)) * DAY }] } : {}),
}));

const DRIVERS = {
  speed: (row: (typeof ANSWERS)[number]): number => row.speed,
  price: (row: (typeof ANSWERS)[number]): number => row.price,
  staff: (row: (typeof ANSWERS)[number]): number => row.staff,
  "waiting time": (row: (typeof ANSWERS)[number]): number => row.waiting,
};

/** A chart of the gallery. */
export interface GalleryChart {
  /** Of the file and the heading; up to a hyphen the function that draws it. */
  readonly name: string;
  readonly question: string;
  readonly draw: (options: ChartOptions) => ChartSpec;
}

export const CHARTS: readonly GalleryChart[] = [
  {
    name: "npsChart",
    question: "What is our NPS, how exact, and how do its classes divide?",
    draw: (options) => npsChart(ANSWERED, options),
  },
  {
    name: "scoreChart",
    question: "What is this score, how exact, and how are the answers spread?",
    draw: (options) => scoreChart(SATISFIED, options),
  },
  {
    name: "scoreChart-effort",
    question: "The same of a score where lower is better.",
    draw: (options) => scoreChart(EFFORT, options),
  },
  {
    name: "scoreTrend",
    question: "How did a score develop, and which periods stand out?",
    draw: (options) => scoreTrend(MONTHS, { ...options, limits: controlLimits(MONTHS) }),
  },
  {
    name: "segmentChart",
    question: "Where do groups stand?",
    draw: (options) => segmentChart(suppressSmallGroups(PLANS), { ...options, reference: 30 }),
  },
  {
    name: "cohortHeatmap",
    question: "How many of those who began in a month are still there?",
    draw: (options) => cohortHeatmap(tenureCohorts(TENURES, { unit: "month", asOf: AS_OF }), options),
  },
  {
    name: "survivalChart",
    question: "How long do customers stay?",
    draw: (options) =>
      survivalChart({ Basic: curve("Basic"), Pro: curve("Pro") }, { ...options, timeUnit: "days" }),
  },
  {
    name: "revenueWaterfall",
    question: "Where did the change of revenue come from?",
    draw: (options) => revenueWaterfall(REVENUE, { ...options, currency: "IDR" }),
  },
  {
    name: "movementChart",
    question: "How many came, came back and left?",
    draw: (options) => {
      const range = { unit: "month", from: START, to: Date.UTC(2026, 1, 1) } as const;
      return movementChart(movementsByPeriod([...TENURES, ...RETURNS], range), options);
    },
  },
  {
    name: "driverChart",
    question: "Which ratings go with the outcome?",
    draw: (options) =>
      driverChart(keyDrivers(ANSWERS, { outcome: (row) => row.overall, drivers: DRIVERS }), options),
  },
  {
    name: "themeChart",
    question: "What do comments speak of, and which themes go with a better or worse score?",
    draw: (options) => {
      const codebook = { delivery: ["delivery"], price: ["price"], staff: ["staff"] };
      const parts = { comment: (row: { comment: string }) => row.comment, codebook };
      return themeChart(themes(ANSWERS, { ...parts, rating: (row) => row.overall }), options);
    },
  },
  {
    name: "rfmMap",
    question: "How recent and frequent are our customers?",
    draw: (options) => rfmMap(rfm(ORDERS, { asOf: AS_OF }), options),
  },
  {
    name: "lifecycleFlow",
    question: "Who moved between stages?",
    draw: (options) =>
      lifecycleFlow(lifecycleTransitions(HISTORIES, { from: START + 250 * DAY, to: AS_OF }), options),
  },
];
