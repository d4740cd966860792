// Results to draw: invented, of every kind, some of them odd.

import {
  activityCohorts,
  type CohortTable,
  CSAT_SCALE,
  ces,
  controlLimits,
  csat,
  type Group,
  type KeyDrivers,
  kaplanMeier,
  keyDrivers,
  lifecycleTransitions,
  movementsByPeriod,
  NPS_SCALE,
  type NpsScore,
  netScore,
  nps,
  type Rfm,
  revenueMovement,
  rfm,
  type SurvivalCurve,
  scoreBy,
  suppressSmallGroups,
  type Themes,
  tallyFromCounts,
  tenureCohorts,
  themes,
  topBox,
} from "../../src/index.ts";

export const NPS: NpsScore = nps(
  tallyFromCounts(
    [
      [10, 700],
      [9, 380],
      [8, 600],
      [7, 470],
      [6, 200],
      [5, 180],
      [3, 150],
      [0, 148],
    ],
    NPS_SCALE,
    { missing: 40 },
  ),
);
export const CSAT = csat(
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
export const CES = ces([7, 6, 5, 7, 3, 4, 6, 7, 5, 6]);
export const EFFORT = ces([1, 2, 1, 3, 5, 2, 1], {
  scale: { min: 1, max: 5 },
  direction: "lower-is-easier",
});
export const TOP = topBox([1, 2, 2, 3, 3, 3], { scale: { min: 1, max: 3 }, from: 3 });
export const NET = netScore([5, 5, 4, 3, 1], { scale: CSAT_SCALE, top: 4, bottom: 2 });

/** A series of monthly scores that wanders, with a month without answers and one that falls out of line. */
export function npsMonths(count: number, gap = -1): readonly Group<"month", NpsScore>[] {
  return Array.from({ length: count }, (_, i) => {
    const year = 2024 + Math.floor(i / 12);
    const month = `${year}-${String((i % 12) + 1).padStart(2, "0")}`;
    const promoters = 60 + Math.round(14 * Math.sin(i / 3));
    const detractors = i === count - 3 ? 90 : 35 - Math.round(6 * Math.sin(i / 3));
    const counts =
      i === gap
        ? []
        : ([
            [10, promoters],
            [8, 40],
            [4, detractors],
          ] as const);
    return { key: { month }, score: nps(tallyFromCounts(counts, NPS_SCALE)) };
  });
}
export const MONTHS = npsMonths(18, 6);
export const LIMITS = controlLimits(MONTHS);

const LONG_NAME = "Small and medium-sized enterprises with a frame contract in the eastern provinces";
const answers = (segment: string | null, n: number, high: number) =>
  Array.from({ length: n }, (_, i) => ({ segment, answer: i < high ? 9 : 5 }));
const ROWS = [
  ...answers("Basic", 120, 50),
  ...answers("Plus", 80, 60),
  ...answers("Pro", 40, 34),
  ...answers("Trial", 3, 1),
  ...answers("<b>&\"'", 12, 4),
  ...answers(LONG_NAME, 30, 20),
  { segment: "Silent", answer: null },
  ...answers(null, 25, 12),
];
export const SEGMENTS = scoreBy(ROWS, {
  metric: nps,
  rating: (row) => row.answer,
  by: { segment: (row) => row.segment },
});
export const SUPPRESSED = suppressSmallGroups(SEGMENTS);

const DAY = 86_400_000;
/** Tenures over a year and a half, of which some have ended. */
const START = Date.UTC(2025, 0, 3);
const TENURES = Array.from({ length: 600 }, (_, i) => {
  const startedAt = START + ((i * 37) % 500) * DAY;
  const days = 20 + ((i * 53) % 400);
  return i % 3 === 0
    ? { customerId: `C-${i}`, startedAt }
    : { customerId: `C-${i}`, startedAt, endedAt: startedAt + days * DAY };
});
export const COHORTS: CohortTable = tenureCohorts(TENURES, { unit: "month", asOf: START + 365 * DAY });
export const QUARTERS: CohortTable = activityCohorts(
  TENURES.map(({ customerId, startedAt }) => ({ customerId, at: startedAt })),
  { unit: "quarter", asOf: START + 500 * DAY, mode: "on" },
);
export const MOVEMENTS = movementsByPeriod(TENURES, {
  unit: "month",
  from: "2025-01-01T00:00:00Z",
  to: "2026-07-01T00:00:00Z",
});

const durations = (factor: number) =>
  Array.from({ length: 200 }, (_, i) => ({
    time: 1 + ((i * 7) % 24) * factor,
    observed: i % 3 !== 0,
  }));
export const CURVE: SurvivalCurve = kaplanMeier(durations(1));
export const CURVES: Readonly<Record<string, SurvivalCurve>> = {
  Basic: kaplanMeier(durations(0.6)),
  Plus: kaplanMeier(durations(1)),
  "Pro, by contract": kaplanMeier(durations(1.4)),
};

export const REVENUE = revenueMovement(
  [
    ["A", 4_000_000_000],
    ["B", 2_500_000_000],
    ["C", 800_000_000],
    ["D", 300_000_000],
  ],
  [
    ["A", 4_600_000_000],
    ["B", 2_100_000_000],
    ["D", 300_000_000],
    ["E", 700_000_000],
    ["F", 150_000_000],
  ],
  { seenBefore: ["F"] },
);

const noise = (i: number, k: number): number => ((i * k) % 17) / 17;
export const DRIVERS: KeyDrivers<"speed" | "price" | "courtesy" | "waiting" | "range"> = keyDrivers(
  Array.from({ length: 150 }, (_, i) => {
    const [speed, price, courtesy, waiting, range] = [
      noise(i, 3),
      noise(i, 5),
      noise(i, 7),
      noise(i, 11),
      noise(i, 13),
    ];
    const [a, b, c, d, e] = [speed, price, courtesy, waiting, range] as [
      number,
      number,
      number,
      number,
      number,
    ];
    return {
      overall: 4 * a + 2 * b + c - 3 * d + 0.4 * e + noise(i * i, 23),
      speed: a,
      price: b,
      courtesy: c,
      waiting: d,
      range: e,
    };
  }),
  {
    outcome: (row) => row.overall,
    drivers: {
      speed: (row) => row.speed,
      price: (row) => row.price,
      courtesy: (row) => row.courtesy,
      waiting: (row) => row.waiting,
      range: (row) => row.range,
    },
  },
);

const COMMENTS = [
  ["slow delivery", 3],
  ["friendly staff", 10],
  ["delivery took weeks", 2],
  ["good price, friendly staff", 9],
  ["price is fine", 8],
  ["no complaint", 9],
  ["delivery came late, price too high", 4],
  ["staff helped at once", 10],
] as const;
const responses = Array.from(
  { length: 400 },
  (_, i) => COMMENTS[(i * i + i) % COMMENTS.length] ?? COMMENTS[0],
);
const codebook = { delivery: ["delivery"], staff: ["staff"], price: ["price"], website: ["website"] };
export const THEMES: Themes<keyof typeof codebook> = themes(responses, {
  codebook,
  comment: ([comment]) => comment,
  rating: ([, rating]) => rating,
});
export const EFFORT_THEMES = themes(responses, {
  codebook,
  comment: ([comment]) => comment,
  rating: ([, rating]) => Math.ceil(rating / 2),
  metric: (ratings) => ces(ratings, { scale: { min: 1, max: 5 }, direction: "lower-is-easier" }),
});

const ORDERS = Array.from({ length: 900 }, (_, i) => ({
  customerId: `C-${(i * i) % 211}`,
  at: START + ((i * 29) % 450) * DAY,
  amount: 10 + ((i * 31) % 200),
}));
export const RFM: Rfm = rfm(ORDERS, { asOf: START + 460 * DAY });
export const RFM_PLAIN: Rfm = rfm(ORDERS, { asOf: START + 460 * DAY, bins: 3 });

export const TRANSITIONS = lifecycleTransitions(
  Array.from({ length: 300 }, (_, i) => ({
    purchases: Array.from({ length: 1 + (i % 6) }, (_, k) => ({
      at: START + (((i * 41) % 300) + k * (20 + (i % 40))) * DAY,
    })),
    ...(i % 9 === 0 ? { endedAt: START + (320 + (i % 60)) * DAY } : {}),
    ...(i % 7 === 0 ? { advocacy: [{ kind: "referral" as const, at: START + (330 + (i % 40)) * DAY }] } : {}),
    ...(i % 11 === 0 ? { openComplaints: [START + 350 * DAY] } : {}),
  })),
  { from: START + 280 * DAY, to: START + 400 * DAY },
);
