// How often tests err on drawn answers: weighted ones, several of an account, several groups, and of few people.

import {
  type ComparableScore,
  ces,
  clusteredScore,
  compare,
  compareAll,
  csat,
  NPS_SCALE,
  nps,
  type PValueAdjustment,
  type Scale,
  sampleSizeToDetect,
  tallyFromCounts,
  tallyRows,
} from "../src/index.ts";
import { seeded } from "./harness.ts";

const ALPHA = 0.05;
const DRAWS = 20_000;

/** Shares of classes or ratings. */
export type Shares = readonly number[];

/** How often a test of drawn samples rejects. Where there is no p-value, it does not. */
export function simulated(test: (random: () => number) => number | null): number {
  return meanOver((random) => ((test(random) ?? 1) < ALPHA ? 1 : 0));
}

/** The mean of a figure over the draws. */
function meanOver(figure: (random: () => number) => number): number {
  const random = seeded(20261122);
  let sum = 0;
  for (let draw = 0; draw < DRAWS; draw++) sum += figure(random);
  return sum / DRAWS;
}

export function percent(share: number): string {
  return (100 * share).toFixed(1);
}

export function inPercent(shares: Shares): string {
  return shares.map((share) => Math.round(100 * share)).join(" / ");
}

/** How many of n drawn answers fall in each cell. */
export function drawnCounts(random: () => number, shares: Shares, n: number): readonly number[] {
  const counts = shares.map(() => 0);
  for (let i = 0; i < n; i++) {
    const cell = drawnCell(random, shares);
    counts[cell] = (counts[cell] as number) + 1;
  }
  return counts;
}

function drawnCell(random: () => number, shares: Shares): number {
  let [cell, left] = [0, random()];
  while (cell < shares.length - 1 && left >= (shares[cell] as number)) left -= shares[cell++] as number;
  return cell;
}

/** A scorer, the ratings that stand for its classes, and their true shares. */
interface Truth {
  readonly label: string;
  readonly metric: (answers: Parameters<typeof nps>[0]) => ComparableScore;
  readonly ratings: readonly number[];
  readonly shares: Shares;
}

const NPS_BEFORE = [0.2, 0.4, 0.4];
const NPS_AFTER = [0.1, 0.4, 0.5];

/** So much better than before that 30 answers can hardly miss it. */
const NPS_AFTER_BY_FAR = [0.02, 0.18, 0.8];

const NPS_TRUTH: Truth = { label: "NPS", metric: nps, ratings: [3, 8, 10], shares: NPS_BEFORE };

const TRUTHS: readonly Truth[] = [
  NPS_TRUTH,
  { label: "CSAT", metric: csat, ratings: [2, 5], shares: [0.2, 0.8] },
  {
    label: "CES",
    metric: ces,
    ratings: [1, 2, 3, 4, 5, 6, 7],
    shares: [0.05, 0.1, 0.15, 0.2, 0.2, 0.2, 0.1],
  },
];

function drawnRating(random: () => number, { ratings, shares }: Truth): number {
  return ratings[drawnCell(random, shares)] as number;
}

/** Spread of the logarithm of weights; their design effect is e to its square, 1.28. */
const WEIGHT_SPREAD = 0.5;

interface Answer {
  readonly rating: number;
  readonly weight: number;
}

/** A score of n answers whose weights are lognormal, and have nothing to do with the ratings. */
function weightedScore(random: () => number, n: number, truth: Truth): ComparableScore {
  const rows = Array.from({ length: n }, (): Answer => {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return { rating: drawnRating(random, truth), weight: Math.exp(WEIGHT_SPREAD * normal) };
  });
  const scale: Scale = truth.metric([]).tally.scale;
  return truth.metric(tallyRows(rows, { scale, rating: (row) => row.rating, weight: (row) => row.weight }));
}

const PER_ACCOUNT = 5;

/** How often an answer is that of its account; two of one account then correlate by the square, ¼: design effect 2. */
const ALIKE = 0.5;

/** A score of n answers, five of each account. */
function accountScore(random: () => number, n: number, truth: Truth): ComparableScore {
  const rows: { readonly account: number; readonly rating: number }[] = [];
  for (let account = 0; account < n / PER_ACCOUNT; account++) {
    const common = drawnRating(random, truth);
    for (let i = 0; i < PER_ACCOUNT; i++) {
      rows.push({ account, rating: random() < ALIKE ? common : drawnRating(random, truth) });
    }
  }
  return clusteredScore(rows, {
    metric: truth.metric,
    rating: (row) => row.rating,
    cluster: (row) => row.account,
  });
}

/** The score of such answers as if each were of an account of its own. */
function naiveScore(random: () => number, n: number, truth: Truth): ComparableScore {
  return truth.metric(accountScore(random, n, truth).tally);
}

type Sampling = (random: () => number, n: number, truth: Truth) => ComparableScore;

/** How often two samples differ. */
function rejects(sampling: Sampling, n: number, before: Truth, after: Truth): number {
  return simulated((random) => compare(sampling(random, n, before), sampling(random, n, after)).pValue);
}

const GROUPS = 5;

/** How many people there are where there are few. */
const PEOPLE = 400;

/**
 * Of five groups, some of them better than the others, which pairs are found to differ: the mean share of false finds among
 * the finds. Where no group is better, that is how often there is any.
 */
function falseFinds(n: number, better: number, adjust: PValueAdjustment): number {
  return meanOver((random) => {
    const groups = Array.from({ length: GROUPS }, (_, group) => {
      const shares = group < better ? NPS_AFTER_BY_FAR : NPS_BEFORE;
      const counts = new Map(NPS_TRUTH.ratings.map((rating) => [rating, 0]));
      for (let i = 0; i < n; i++) {
        const rating = drawnRating(random, { ...NPS_TRUTH, shares });
        counts.set(rating, (counts.get(rating) as number) + 1);
      }
      return { key: { group }, score: nps(tallyFromCounts(counts, NPS_SCALE)) };
    });
    const found = compareAll(groups, { adjust }).filter(
      ({ adjustedPValue }) => (adjustedPValue ?? 1) < ALPHA,
    );
    const isBetter = (key: unknown): boolean => (key as { readonly group: number }).group < better;
    const wrong = found.filter(({ key, against }) => isBetter(key) === isBetter(against));
    return found.length === 0 ? 0 : wrong.length / found.length;
  });
}

/** A row of the first table, and how often its test errs with n answers in each group. */
export interface DrawnTest {
  readonly label: string;
  readonly errorRate: (n: number) => number;
}

/** The rows of the first table for tests of drawn answers. */
export const DRAWN_TESTS: readonly DrawnTest[] = [
  ...ofEachMetric("weighted, design effect 1.28", weightedScore),
  ...ofEachMetric("of accounts with five answers, clusteredScore", accountScore),
  ...ofEachMetric("of accounts with five answers, taken one by one", naiveScore),
  ofGroups("none better: any find, not adjusted", 0, "none"),
  ofGroups("none better: any find, Holm", 0, "holm"),
  ofGroups("none better: any find, Benjamini-Hochberg", 0, "benjamini-hochberg"),
  ofGroups("two better: false finds of all, Holm", 2, "holm"),
  ofGroups("two better: false finds of all, Benjamini-Hochberg", 2, "benjamini-hochberg"),
];

function ofEachMetric(label: string, sampling: Sampling): readonly DrawnTest[] {
  return TRUTHS.map((truth) => ({
    label: `${truth.label} ${label}`,
    errorRate: (n) => rejects(sampling, n, truth, truth),
  }));
}

function ofGroups(label: string, better: number, adjust: PValueAdjustment): DrawnTest {
  return { label: `five groups, ${label}`, errorRate: (n) => falseFinds(n, better, adjust) };
}

/** Rows of the second table for plans that the answers asked for must be multiplied or reduced for. */
export function drawnPowers(): readonly string[][] {
  const plan = { metric: "nps", difference: 20, variance: 0.56 } as const;
  const n = sampleSizeToDetect(plan).n as number;
  const after = { ...NPS_TRUTH, shares: NPS_AFTER };
  const label = `NPS, ${inPercent(NPS_BEFORE)} to ${inPercent(NPS_AFTER)}`;
  const weighted = Math.ceil(n * Math.exp(WEIGHT_SPREAD ** 2));
  const ofAccounts = PER_ACCOUNT * Math.ceil((2 * n) / PER_ACCOUNT);
  const few = sampleSizeToDetect({ ...plan, population: PEOPLE }).n as number;
  return [
    [
      `${label}, weighted: n × 1.28`,
      String(weighted),
      percent(rejects(weightedScore, weighted, NPS_TRUTH, after)),
    ],
    [
      `${label}, accounts: n × 2`,
      String(ofAccounts),
      percent(rejects(accountScore, ofAccounts, NPS_TRUTH, after)),
    ],
    [`${label}, of ${PEOPLE} people, error corrected`, String(few), percent(ofFewPeople(few, true))],
    [`${label}, of ${PEOPLE} people, by compare`, String(few), percent(ofFewPeople(few, false))],
  ];
}

/** How often two waves, each drawn without replacement from all of so few people, differ. */
function ofFewPeople(n: number, corrected: boolean): number {
  const correction = corrected ? Math.sqrt((PEOPLE - n) / (PEOPLE - 1)) : 1;
  const wave = (random: () => number, shares: Shares): ComparableScore => {
    const left = shares.map((share) => Math.round(share * PEOPLE));
    const counts = left.map(() => 0);
    for (let drawn = 0; drawn < n; drawn++) {
      let [cell, place] = [0, random() * (PEOPLE - drawn)];
      while (cell < left.length - 1 && place >= (left[cell] as number)) place -= left[cell++] as number;
      left[cell] = (left[cell] as number) - 1;
      counts[cell] = (counts[cell] as number) + 1;
    }
    return nps(
      tallyFromCounts(
        counts.map((count, cell) => [NPS_TRUTH.ratings[cell] as number, count]),
        NPS_SCALE,
      ),
    );
  };
  return meanOver((random) => {
    const change = compare(wave(random, NPS_BEFORE), wave(random, NPS_AFTER));
    if (!corrected) return (change.pValue as number) < ALPHA ? 1 : 0;
    const error = (change.standardError as number) * correction;
    return Math.abs(change.difference as number) > 1.96 * error ? 1 : 0;
  });
}
