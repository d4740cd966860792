// How often each interval holds the true score, and how wide it is. Prints the tables of docs/methods.md.
//
// Without weights nothing is simulated: every possible sample is scored and weighed by its probability. With weights,
// samples are drawn from a seeded source. `npx tsx bench/coverage.ts` takes a few minutes.

import { fileURLToPath } from "node:url";
import { logGamma } from "../src/statistics/gamma.ts";
import type { Limits } from "../src/statistics/interval.ts";
import { NET_SHARE_METHODS, netShareLimits } from "../src/statistics/netShare.ts";
import { PROPORTION_METHODS, proportionLimits } from "../src/statistics/proportion.ts";
import { csat } from "../src/survey/csat.ts";
import { nps } from "../src/survey/nps.ts";
import { CSAT_SCALE, NPS_SCALE, type Scale } from "../src/survey/scale.ts";
import type { Tally } from "../src/survey/tally.ts";
import { seeded } from "./harness.ts";

const LEVEL = 0.95;
const ALPHA = 1 - LEVEL;

/** Shares of detractors, passives and promoters. */
const NPS_TRUTHS = [
  [0.2, 0.4, 0.4],
  [0.45, 0.1, 0.45],
  [0.05, 0.1, 0.85],
  [0.01, 0.04, 0.95],
] as const;

/** Shares of the satisfied. */
const CSAT_TRUTHS = [0.5, 0.8, 0.95, 0.99];

const SIZES = [5, 10, 30, 100, 1000];

/** How many samples are drawn where answers are weighted. */
const SAMPLES = 20_000;

/** Samples less likely than this are passed over; together they are rarer than a billionth. */
const NEGLIGIBLE = 1e-15;

/** What became of an interval over all samples: how often it held the truth, and its mean width. */
export interface Performance {
  readonly coverage: number;
  readonly width: number;
}

/** Adds one sample's interval to a running performance. Limits that miss the truth by rounding alone hold it. */
function observe(
  sum: { coverage: number; width: number },
  limits: Limits,
  truth: number,
  weight: number,
): void {
  const holds = limits.low <= truth + 1e-12 && limits.high >= truth - 1e-12;
  if (holds) sum.coverage += weight;
  sum.width += weight * (limits.high - limits.low);
}

function clamped({ low, high }: Limits, least: number): Limits {
  return { low: Math.max(low, least), high: Math.min(high, 1) };
}

/** Exact performance of an NPS interval, in points, over every sample of n answers. */
export function npsPerformance(
  method: (typeof NET_SHARE_METHODS)[number],
  n: number,
  truth: readonly [number, number, number],
): Performance {
  const [detractors, passives, promoters] = truth;
  const sum = { coverage: 0, width: 0 };
  for (let bottom = 0; bottom <= n; bottom++) {
    for (let top = 0; top <= n - bottom; top++) {
      const middle = n - bottom - top;
      const logProbability =
        logGamma(n + 1) -
        logGamma(bottom + 1) -
        logGamma(middle + 1) -
        logGamma(top + 1) +
        bottom * Math.log(detractors) +
        middle * Math.log(passives) +
        top * Math.log(promoters);
      const probability = Math.exp(logProbability);
      if (probability < NEGLIGIBLE) continue;
      const limits = clamped(netShareLimits(method, { bottom, middle, top }, ALPHA), -1);
      observe(sum, limits, promoters - detractors, probability);
    }
  }
  return { coverage: sum.coverage, width: 100 * sum.width };
}

/** Exact performance of a CSAT interval, in percentage points, over every sample of n answers. */
export function csatPerformance(
  method: (typeof PROPORTION_METHODS)[number],
  n: number,
  truth: number,
): Performance {
  const sum = { coverage: 0, width: 0 };
  for (let k = 0; k <= n; k++) {
    const logProbability =
      logGamma(n + 1) -
      logGamma(k + 1) -
      logGamma(n - k + 1) +
      k * Math.log(truth) +
      (n - k) * Math.log(1 - truth);
    const limits = clamped(proportionLimits(method, k, n, ALPHA), 0);
    observe(sum, limits, truth, Math.exp(logProbability));
  }
  return { coverage: sum.coverage, width: 100 * sum.width };
}

/** A score of weighted answers, as the simulation needs it. */
interface Weighted<M extends string> {
  readonly methods: readonly M[];
  readonly scale: Scale;
  /** One rating of each class that a truth gives a share. */
  readonly ratings: readonly number[];
  readonly intervalOf: (tally: Tally, method: M) => Limits | null;
}

const WEIGHTED_NPS: Weighted<(typeof NET_SHARE_METHODS)[number]> = {
  methods: NET_SHARE_METHODS,
  scale: NPS_SCALE,
  ratings: [3, 8, 10],
  intervalOf: (tally, method) => nps(tally, { method, level: LEVEL }).interval,
};

const WEIGHTED_CSAT: Weighted<(typeof PROPORTION_METHODS)[number]> = {
  methods: PROPORTION_METHODS,
  scale: CSAT_SCALE,
  ratings: [1, 5],
  intervalOf: (tally, method) => csat(tally, { method, level: LEVEL }).interval,
};

/** Simulated performance of each method with lognormal weights, in points, over seeded samples of n answers. */
function weightedPerformance<M extends string>(
  score: Weighted<M>,
  n: number,
  shares: readonly number[],
  truth: number,
): readonly Performance[] {
  const random = seeded(20261121);
  const sums = score.methods.map(() => ({ coverage: 0, width: 0 }));
  for (let sample = 0; sample < SAMPLES; sample++) {
    const tally = weightedSample(score, n, shares, random);
    for (const [i, method] of score.methods.entries()) {
      const limits = score.intervalOf(tally, method);
      if (limits !== null)
        observe(sums[i] as { coverage: number; width: number }, limits, truth, 1 / SAMPLES);
    }
  }
  return sums;
}

/** A tally of n answers in classes of the given shares. A weight's logarithm has the standard deviation ½. */
function weightedSample(
  { scale, ratings }: Pick<Weighted<string>, "scale" | "ratings">,
  n: number,
  shares: readonly number[],
  random: () => number,
): Tally {
  const upTo = shares.map((_, i) => shares.slice(0, i + 1).reduce((sum, share) => sum + share, 0));
  const [counts, weights, squaredWeights] = [0, 1, 2].map(() =>
    new Array<number>(scale.max - scale.min + 1).fill(0),
  ) as [number[], number[], number[]];
  for (let i = 0; i < n; i++) {
    const place = random();
    // The last class takes what rounding leaves of the shares.
    const cell = (ratings.at(upTo.findIndex((end) => place < end)) as number) - scale.min;
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const weight = Math.exp(0.5 * normal);
    counts[cell] = (counts[cell] as number) + 1;
    weights[cell] = (weights[cell] as number) + weight;
    squaredWeights[cell] = (squaredWeights[cell] as number) + weight ** 2;
  }
  return { scale, counts, missing: 0, weights, squaredWeights };
}

function shown({ coverage, width }: Performance): string {
  return `${(100 * coverage).toFixed(1)} (${width.toFixed(width < 10 ? 1 : 0)})`;
}

/** A table in Markdown. */
export function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}

/** The tables of NPS and of CSAT in Markdown. */
export interface Tables {
  readonly nps: string;
  readonly csat: string;
}

/** The exact tables, for the sizes given. */
export function exactTables(sizes: readonly number[]): Tables {
  return tablesOf(
    sizes,
    (n, truth) => NET_SHARE_METHODS.map((method) => npsPerformance(method, n, truth)),
    (n, truth) => PROPORTION_METHODS.map((method) => csatPerformance(method, n, truth)),
  );
}

/** The simulated tables of weighted answers, for the sizes given. */
export function weightedTables(sizes: readonly number[]): Tables {
  return tablesOf(
    sizes,
    (n, truth) => weightedPerformance(WEIGHTED_NPS, n, truth, 100 * (truth[2] - truth[0])),
    (n, truth) => weightedPerformance(WEIGHTED_CSAT, n, [1 - truth, truth], 100 * truth),
  );
}

function tablesOf(
  sizes: readonly number[],
  ofNps: (n: number, truth: (typeof NPS_TRUTHS)[number]) => readonly Performance[],
  ofCsat: (n: number, truth: number) => readonly Performance[],
): Tables {
  const head = (truth: string): string[] => [truth, "interval", ...sizes.map((n) => `n = ${n}`)];
  const rows = (name: string, methods: readonly string[], columns: readonly (readonly Performance[])[]) =>
    methods.map((method, i) => [name, method, ...columns.map((column) => shown(column[i] as Performance))]);
  const npsRows = NPS_TRUTHS.flatMap((truth) => {
    const name = truth.map((share) => Math.round(100 * share)).join(" / ");
    return rows(
      name,
      NET_SHARE_METHODS,
      sizes.map((n) => ofNps(n, truth)),
    );
  });
  const csatRows = CSAT_TRUTHS.flatMap((truth) =>
    rows(
      `${Math.round(100 * truth)} %`,
      PROPORTION_METHODS,
      sizes.map((n) => ofCsat(n, truth)),
    ),
  );
  return {
    nps: markdown(head("detractors / passives / promoters"), npsRows),
    csat: markdown(head("satisfied"), csatRows),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const tables of [exactTables, weightedTables]) {
    const { nps: npsTable, csat: csatTable } = tables(SIZES);
    console.log(`${npsTable}\n\n${csatTable}\n`);
  }
}
