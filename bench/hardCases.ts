// Where intervals, tests and plans keep less than they promise: shares next to all, groups of very different size, accounts of very
// different size, weights that go with the answers.
//
// `npx tsx bench/hardCases.ts` prints the table of docs/methods.md.

import { fileURLToPath } from "node:url";
import {
  CES_SCALE,
  CSAT_SCALE,
  ces,
  clusteredScore,
  compare,
  compareAll,
  comparePaired,
  controlLimits,
  csat,
  type Interval,
  NPS_SCALE,
  nps,
  sampleSize,
  sampleSizeToDetect,
  type Tally,
  tallyFromCounts,
  tallyRows,
} from "../src/index.ts";
import { drawnCounts, inPercent, percent, type Shares } from "./drawnErrors.ts";
import { binomialProbabilities } from "./errorRates.ts";
import { seeded } from "./harness.ts";

type Random = () => number;

/** A row of the table: what is done, what the figure is, what it should be. */
export interface HardCase {
  readonly label: string;
  readonly wanted: string;
  readonly figure: () => string;
  /** Whether the figure is of all that can happen, and not of draws. */
  readonly isExact: boolean;
}

const DRAWS = 5000;

/** Shares of the ratings 1 to 7 of which most are at the top. */
const SKEWED: Shares = [0.01, 0.01, 0.02, 0.03, 0.08, 0.25, 0.6];

function shown(share: number): number {
  return Number((100 * share).toPrecision(4));
}

/** How often something holds of drawn data. */
function shareOfDraws(holds: (random: Random) => boolean): string {
  const random = seeded(20261122);
  let count = 0;
  for (let draw = 0; draw < DRAWS; draw++) if (holds(random)) count++;
  return percent(count / DRAWS);
}

function npsTally([detractors, passives, promoters]: readonly number[]): Tally {
  return tallyFromCounts(
    [
      [3, detractors as number],
      [8, passives as number],
      [10, promoters as number],
    ],
    NPS_SCALE,
  );
}

function csatOf([others, satisfied]: readonly number[]): ReturnType<typeof csat> {
  return csat(
    tallyFromCounts(
      [
        [2, others as number],
        [5, satisfied as number],
      ],
      CSAT_SCALE,
    ),
  );
}

function cesOf(counts: readonly number[]): ReturnType<typeof ces> {
  return ces(
    tallyFromCounts(
      counts.map((count, cell) => [cell + 1, count]),
      CES_SCALE,
    ),
  );
}

function holds(interval: Interval | null, truth: number): boolean {
  return interval !== null && interval.low <= truth && truth <= interval.high;
}

/** The mean of a figure over the numbers of successes of n. */
function expected(n: number, p: number, figure: (successes: number) => number): number {
  return binomialProbabilities(n, p).reduce((sum, likelihood, k) => sum + likelihood * figure(k), 0);
}

function wilson(n: number, share: number): HardCase {
  return {
    label: `Wilson's interval of CSAT, ${shown(share)} % satisfied, n = ${n}`,
    wanted: "95 % hold the truth",
    isExact: true,
    figure: () => percent(expected(n, share, (k) => Number(holds(csatOf([n - k, k]).interval, 100 * share)))),
  };
}

function nearlyAllPromoters(n: number, method: "adjusted-wald" | "score"): HardCase {
  const share = 0.983;
  return {
    label: `${method} interval of NPS, ${shown(share)} % promoters, no detractors, n = ${n}`,
    wanted: "95 % hold the truth",
    isExact: true,
    figure: () =>
      percent(
        expected(n, share, (k) =>
          Number(holds(nps(npsTally([0, n - k, k]), { method }).interval, 100 * share)),
        ),
      ),
  };
}

function unevenGroups(n: number, m: number): HardCase {
  return {
    label: `compare of CES, ${inPercent(SKEWED)}, ${n} answers against ${m}`,
    wanted: "5 % false finds",
    isExact: false,
    figure: () =>
      shareOfDraws((random) => {
        const [few, many] = [cesOf(drawnCounts(random, SKEWED, n)), cesOf(drawnCounts(random, SKEWED, m))];
        return (compare(few, many).pValue ?? 1) < 0.05;
      }),
  };
}

function lopsidedPairs(n: number): HardCase {
  return {
    label: `comparePaired of CES, 5 % fall by 6, 30 % rise by 1, n = ${n}`,
    wanted: "5 % false finds",
    isExact: false,
    figure: () =>
      shareOfDraws((random) => {
        const [fallen, risen, same] = drawnCounts(random, [0.05, 0.3, 0.65], n) as [number, number, number];
        const pairs = [
          ...Array.from({ length: fallen }, (): [number, number] => [7, 1]),
          ...Array.from({ length: risen }, (): [number, number] => [4, 5]),
          ...Array.from({ length: same }, (): [number, number] => [5, 5]),
        ];
        return (comparePaired(pairs, { metric: ces }).pValue ?? 1) < 0.05;
      }),
  };
}

function twelveGroups(n: number, against: "rest" | "each-other"): HardCase {
  return {
    label: `compareAll of CES against ${against}, twelve groups of ${n}, ${inPercent(SKEWED)}, Holm`,
    wanted: "5 % with a false find",
    isExact: false,
    figure: () =>
      shareOfDraws((random) => {
        const groups = Array.from({ length: 12 }, (_, group) => ({
          key: { group },
          score: cesOf(drawnCounts(random, SKEWED, n)),
        }));
        return compareAll(groups, { against }).some(({ adjustedPValue }) => (adjustedPValue ?? 1) < 0.05);
      }),
  };
}

/** Numbers of answers of twenty accounts, as they are in practice. */
const UNEVEN = [1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 6, 7, 8, 10, 13, 17, 22, 30, 50];

/** Answers of which every other one is its account's own. */
function accounts(label: string, sizes: readonly number[], share: number): HardCase {
  return {
    label: `clusteredScore of CSAT, ${shown(share)} % satisfied, ${label}`,
    wanted: "95 % hold the truth",
    isExact: false,
    figure: () =>
      shareOfDraws((random) => {
        const answer = (): number => (random() < share ? 5 : 2);
        const rows = sizes.flatMap((size, account) => {
          const own = answer();
          return Array.from({ length: size }, () => ({
            account,
            rating: random() < 0.5 ? own : answer(),
          }));
        });
        const options = {
          metric: csat,
          rating: (row: (typeof rows)[number]) => row.rating,
          cluster: (row: (typeof rows)[number]) => row.account,
        };
        return holds(clusteredScore(rows, options).interval, 100 * share);
      }),
  };
}

/** A tenth of the sample stands for half of the people, and answers otherwise than the rest. */
function weightsWithAnswers(n: number): HardCase {
  const [few, rest] = [
    [0.4, 0.2, 0.4],
    [0.1, 0.8, 0.1],
  ] as const;
  return {
    label: `NPS weighted, ${inPercent(few)} of a tenth that stands for half, ${inPercent(rest)} of the rest, n = ${n}`,
    wanted: "95 % hold the truth",
    isExact: false,
    figure: () =>
      shareOfDraws((random) => {
        const rows = Array.from({ length: n }, () => {
          const isFew = random() < 0.1;
          const counts = drawnCounts(random, isFew ? few : rest, 1);
          return { isFew, rating: [3, 8, 10][counts.indexOf(1)] as number };
        });
        const size = rows.filter(({ isFew }) => isFew).length;
        const weight = ({ isFew }: { readonly isFew: boolean }): number =>
          isFew ? n / (2 * size) : n / (2 * (n - size));
        const tally = tallyRows(rows, { scale: NPS_SCALE, rating: (row) => row.rating, weight });
        return holds(nps(tally).interval, 0);
      }),
  };
}

function unchangedMonths(n: number, share: number): HardCase {
  return {
    label: `controlLimits of CSAT, ${shown(share)} % satisfied, 24 months of ${n} answers`,
    wanted: "some 6 % with a signal",
    isExact: false,
    figure: () =>
      shareOfDraws((random) => {
        const groups = Array.from({ length: 24 }, (_, month) => ({
          key: { month: `${2024 + Math.floor(month / 12)}-${String(1 + (month % 12)).padStart(2, "0")}` },
          score: csatOf(drawnCounts(random, [1 - share, share], n)),
        }));
        return controlLimits(groups).periods.some(({ signal }) => signal);
      }),
  };
}

function planOfNps(before: Shares, after: Shares, variance: number): HardCase {
  const scoreOf = (shares: Shares): number => 100 * ((shares[2] as number) - (shares[0] as number));
  const plan = sampleSizeToDetect({
    metric: "nps",
    variance,
    difference: scoreOf(after) - scoreOf(before),
  });
  const n = plan.n as number;
  return {
    label: `sampleSizeToDetect of NPS, ${inPercent(before)} to ${inPercent(after)}, variance ${variance}: n = ${n}`,
    wanted: "a power of 80 %",
    isExact: false,
    figure: () =>
      shareOfDraws((random) => {
        const [a, b] = [before, after].map((shares) => nps(npsTally(drawnCounts(random, shares, n))));
        return (compare(a as ReturnType<typeof nps>, b as ReturnType<typeof nps>).pValue ?? 1) < 0.05;
      }),
  };
}

function plannedMargin(share: number, marginOfError: number): HardCase {
  const n = sampleSize({ metric: "csat", share, marginOfError }).n as number;
  return {
    label: `sampleSize of CSAT, ${shown(share)} % satisfied: n = ${n}`,
    wanted: `± ${marginOfError}`,
    isExact: true,
    figure: () => {
      const width = (k: number): number => {
        const { low, high } = csatOf([n - k, k]).interval as Interval;
        return (high - low) / 2;
      };
      return `± ${expected(n, share, width).toFixed(1)}`;
    },
  };
}

export const HARD_CASES: readonly HardCase[] = [
  wilson(10, 0.983),
  wilson(1000, 0.999824),
  nearlyAllPromoters(10, "adjusted-wald"),
  nearlyAllPromoters(10, "score"),
  unevenGroups(10, 1000),
  unevenGroups(30, 3000),
  lopsidedPairs(30),
  lopsidedPairs(100),
  twelveGroups(30, "rest"),
  twelveGroups(100, "rest"),
  accounts("twenty accounts of five answers", Array<number>(20).fill(5), 0.8),
  accounts("twenty accounts of 1 to 50 answers", UNEVEN, 0.8),
  accounts("twenty accounts of fifty answers", Array<number>(20).fill(50), 0.95),
  weightsWithAnswers(300),
  unchangedMonths(30, 0.5),
  unchangedMonths(30, 0.95),
  unchangedMonths(20, 0.99),
  planOfNps([0.05, 0.1, 0.85], [0.15, 0.1, 0.75], 0.26),
  planOfNps([0.4, 0.4, 0.2], [0.2, 0.4, 0.4], 0.56),
  plannedMargin(0.8, 5),
  plannedMargin(0.99, 2),
];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log("| what | should be | is |\n| --- | ---: | ---: |");
  for (const { label, wanted, figure } of HARD_CASES) console.log(`| ${label} | ${wanted} | ${figure()} |`);
}
