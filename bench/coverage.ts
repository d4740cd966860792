// How often each interval holds the true score, and how wide it is. Prints the tables of docs/methods.md.
//
// Without weights nothing is simulated: every possible sample is scored and weighed by its probability. With weights,
// samples are drawn from a seeded source. `npx tsx bench/coverage.ts` takes about a minute.

import { fileURLToPath } from "node:url";
import { logGamma } from "../src/statistics/gamma.ts";
import type { Limits } from "../src/statistics/interval.ts";
import { NET_SHARE_METHODS, netShareLimits } from "../src/statistics/netShare.ts";
import { PROPORTION_METHODS, proportionLimits } from "../src/statistics/proportion.ts";
import { csat } from "../src/survey/csat.ts";
import { tallyRows } from "../src/survey/fold.ts";
import { nps } from "../src/survey/nps.ts";
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

/** Simulated performance with lognormal weights (standard deviation ½ of the logarithm), over seeded samples. */
function weightedPerformance(n: number, draws: number): readonly string[][] {
  const random = seeded(20261121);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const sums = new Map<string, { coverage: number; width: number }>();
  const truth = [0.2, 0.4, 0.4] as const;
  for (let draw = 0; draw < draws; draw++) {
    const rows = Array.from({ length: n }, () => {
      const u = random();
      const rating = u < truth[0] ? 3 : u < truth[0] + truth[1] ? 8 : 10;
      return { rating, weight: Math.exp(0.5 * normal()) };
    });
    const fold = { rating: (r: { rating: number }) => r.rating, weight: (r: { weight: number }) => r.weight };
    const tally = tallyRows(rows, { scale: { min: 0, max: 10 }, ...fold });
    for (const method of NET_SHARE_METHODS) {
      const interval = nps(tally, { method, level: LEVEL }).interval;
      tallyUp(sums, `NPS ${method}`, interval, 20, draws);
    }
    for (const method of PROPORTION_METHODS) {
      // Satisfied are the promoters: 40 %.
      const interval = csat(tally, { method, level: LEVEL, satisfiedFrom: 10 }).interval;
      tallyUp(sums, `CSAT ${method}`, interval, 40, draws);
    }
  }
  return [...sums].map(([name, performance]) => [name, String(n), shown(performance)]);
}

function tallyUp(
  sums: Map<string, { coverage: number; width: number }>,
  name: string,
  interval: Limits | null,
  truth: number,
  draws: number,
): void {
  const sum = sums.get(name) ?? { coverage: 0, width: 0 };
  sums.set(name, sum);
  if (interval !== null) observe(sum, interval, truth, 1 / draws);
}

function shown({ coverage, width }: Performance): string {
  return `${(100 * coverage).toFixed(1)} (${width.toFixed(width < 10 ? 1 : 0)})`;
}

/** A table in Markdown. */
export function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}

/** The two exact tables, for the sizes given. */
export function exactTables(sizes: readonly number[]): { readonly nps: string; readonly csat: string } {
  const head = (truth: string): string[] => [truth, "interval", ...sizes.map((n) => `n = ${n}`)];
  const npsRows = NPS_TRUTHS.flatMap((truth) =>
    NET_SHARE_METHODS.map((method) => [
      truth.map((share) => Math.round(100 * share)).join(" / "),
      method,
      ...sizes.map((n) => shown(npsPerformance(method, n, truth))),
    ]),
  );
  const csatRows = CSAT_TRUTHS.flatMap((truth) =>
    PROPORTION_METHODS.map((method) => [
      `${Math.round(100 * truth)} %`,
      method,
      ...sizes.map((n) => shown(csatPerformance(method, n, truth))),
    ]),
  );
  return {
    nps: markdown(head("detractors / passives / promoters"), npsRows),
    csat: markdown(head("satisfied"), csatRows),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { nps: npsTable, csat: csatTable } = exactTables(SIZES);
  console.log(`${npsTable}\n\n${csatTable}\n`);
  const weighted = [10, 30, 100, 1000].map((n) => weightedPerformance(n, n < 1000 ? 20_000 : 2_000));
  const names = (weighted[0] ?? []).map(([name]) => name as string);
  const rows = names.map((name, i) => [name, ...weighted.map((table) => table[i]?.[2] ?? "")]);
  console.log(markdown(["weighted", "n = 10", "n = 30", "n = 100", "n = 1000"], rows));
}
