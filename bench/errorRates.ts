// How often each test finds a difference where there is none, and where there is the one planned for. Prints the tables of
// docs/methods.md.
//
// NPS, CSAT and paired CSAT are not simulated: every possible sample, or pair of samples, is tested and weighed by its
// probability. CES, the other pairs and what drawnErrors.ts has are drawn from a seeded source. `npx tsx
// bench/errorRates.ts` takes some minutes.

import { fileURLToPath } from "node:url";
import { minimumDetectableDifference } from "../src/inference/minimumDetectableDifference.ts";
import { meanTest, netShareTest, proportionTest } from "../src/inference/oneSample.ts";
import { sampleSizeToDetect } from "../src/inference/sampleSizeToDetect.ts";
import { type EffectiveAnswers, meanDifference, proportionDifference } from "../src/inference/twoSamples.ts";
import { logGamma } from "../src/statistics/gamma.ts";
import { adjustedClasses, netShareEstimate, netShareScore } from "../src/statistics/netShare.ts";
import { normalCritical } from "../src/statistics/normal.ts";
import { markdown } from "./coverage.ts";
import {
  DRAWN_TESTS,
  drawnCounts,
  drawnPowers,
  inPercent,
  percent,
  type Shares,
  simulated,
} from "./drawnErrors.ts";

const ALPHA = 0.05;
const SIZES = [10, 30, 100];

/** Shares of detractors, passives and promoters. */
const NPS_TRUTHS: readonly Shares[] = [
  [0.2, 0.4, 0.4],
  [0.45, 0.1, 0.45],
  [0.05, 0.1, 0.85],
];

/** Shares of the satisfied. */
const CSAT_TRUTHS = [0.5, 0.8, 0.95];

/** Shares of the ratings 1 to 7: spread out, and nearly all at the top. */
const CES_TRUTHS: readonly Shares[] = [
  [0.05, 0.1, 0.15, 0.2, 0.2, 0.2, 0.1],
  [0.01, 0.01, 0.02, 0.03, 0.08, 0.25, 0.6],
];

/** Shares of pairs that change sides, half of them either way. */
const CHANGERS = [0.1, 0.4];

/** Samples less likely than this are passed over; together they are rarer than a ten-thousandth. */
const NEGLIGIBLE = 1e-10;

/** The samples of n answers in three classes, with their probabilities. */
function* samplesOfThree(
  n: number,
  shares: Shares,
): Generator<{ counts: [number, number, number]; probability: number }> {
  const logShares = shares.map(Math.log) as [number, number, number];
  for (let bottom = 0; bottom <= n; bottom++) {
    for (let top = 0; top <= n - bottom; top++) {
      const counts: [number, number, number] = [bottom, n - bottom - top, top];
      const logs = counts.map((count, i) => count * (logShares[i] as number) - logGamma(count + 1));
      const probability = Math.exp(logGamma(n + 1) + logs.reduce((sum, log) => sum + log, 0));
      if (probability > NEGLIGIBLE) yield { counts, probability };
    }
  }
}

/** How often two samples of n differ by the test of NPS. */
function npsRejects(method: "adjusted-wald" | "wald", n: number, before: Shares, after: Shares): number {
  const estimates = (shares: Shares): { net: number; squaredError: number; probability: number }[] =>
    [...samplesOfThree(n, shares)].map(({ counts: [bottom, middle, top], probability }) => {
      const classes = { bottom, middle, top };
      return { ...netShareEstimate(method === "wald" ? classes : adjustedClasses(classes)), probability };
    });
  const z = normalCritical(ALPHA);
  const [first, second] = [estimates(before), estimates(after)];
  let rejected = 0;
  for (const a of first) {
    let within = 0;
    for (const b of second) {
      // As compare does: without any spread there is no test.
      const squaredError = a.squaredError + b.squaredError;
      if ((b.net - a.net) ** 2 > z * z * squaredError && squaredError > 0) within += b.probability;
    }
    rejected += a.probability * within;
  }
  return rejected;
}

/** The probabilities of 0 to n satisfied. */
export function binomialProbabilities(n: number, share: number): readonly number[] {
  return Array.from({ length: n + 1 }, (_, k) =>
    Math.exp(
      logGamma(n + 1) -
        logGamma(k + 1) -
        logGamma(n - k + 1) +
        k * Math.log(share) +
        (n - k) * Math.log1p(-share),
    ),
  );
}

/** How often two samples of n differ by the test of CSAT. */
function csatRejects(n: number, before: number, after: number): number {
  const [first, second] = [binomialProbabilities(n, before), binomialProbabilities(n, after)];
  let rejected = 0;
  first.forEach((p, x) => {
    second.forEach((q, y) => {
      if (p * q < NEGLIGIBLE ** 2) return;
      const test = proportionDifference({ successes: x, trials: n }, { successes: y, trials: n }, ALPHA);
      if ((test.pValue as number) < ALPHA) rejected += p * q;
    });
  });
  return rejected;
}

/** How often n answers differ from the benchmark that is their true score, by the test of NPS. */
function npsMissesBenchmark(n: number, shares: Shares): number {
  const benchmark = (shares[2] as number) - (shares[0] as number);
  let rejected = 0;
  for (const { counts, probability } of samplesOfThree(n, shares)) {
    const [bottom, middle, top] = counts;
    const { pValue } = netShareTest("adjusted-wald", { bottom, middle, top }, benchmark);
    if ((pValue ?? 1) < ALPHA) rejected += probability;
  }
  return rejected;
}

/** The same by a test of CSAT. */
function csatMissesBenchmark(method: "wilson" | "clopper-pearson", n: number, share: number): number {
  let rejected = 0;
  binomialProbabilities(n, share).forEach((probability, successes) => {
    const { pValue } = proportionTest(method, { successes, trials: n }, share);
    if ((pValue ?? 1) < ALPHA) rejected += probability;
  });
  return rejected;
}

/** How often n pairs differ by the test of paired CSAT, where as many rise as fall. */
function pairedCsatRejects(n: number, changing: number): number {
  const z = normalCritical(ALPHA);
  let rejected = 0;
  for (const { counts, probability } of samplesOfThree(n, [changing / 2, 1 - changing, changing / 2])) {
    const [bottom, middle, top] = counts;
    if (bottom + top > 0 && Math.abs(netShareScore({ bottom, middle, top }, 0)) > z) rejected += probability;
  }
  return rejected;
}

/** A tally of n draws from shares, on a scale from `min`. */
function drawn(random: () => number, n: number, shares: Shares, min: number): EffectiveAnswers {
  const scale = { min, max: min + shares.length - 1 };
  return { tally: { scale, counts: drawnCounts(random, shares, n), missing: 0 }, effectiveN: n };
}

function cesRejects(n: number, before: Shares, after: Shares): number {
  return simulated(
    (random) => meanDifference(drawn(random, n, before, 1), drawn(random, n, after, 1), ALPHA).pValue,
  );
}

function cesMissesBenchmark(n: number, shares: Shares): number {
  return simulated((random) => meanTest(drawn(random, n, shares, 1), meanOf(shares)).pValue);
}

/** The mean rating, from 1 up. */
function meanOf(shares: Shares): number {
  return shares.reduce((sum, share, cell) => sum + share * (cell + 1), 0);
}

/** Pairs whose step from class to class, or rating to rating, is as likely up as down. */
function pairedMeanRejects(n: number, steps: Shares): number {
  return simulated((random) => meanTest(drawn(random, n, steps, -(steps.length - 1) / 2), 0).pValue);
}

/** Rows of the first table that no draw is needed for. */
export function exactErrorRates(sizes: readonly number[]): readonly string[][] {
  return [
    ...NPS_TRUTHS.flatMap((truth) =>
      (["adjusted-wald", "wald"] as const).map((method) => [
        `NPS ${method}, ${inPercent(truth)}`,
        ...sizes.map((n) => percent(npsRejects(method, n, truth, truth))),
      ]),
    ),
    ...CSAT_TRUTHS.map((truth) => [
      `CSAT, ${Math.round(100 * truth)} % satisfied`,
      ...sizes.map((n) => percent(csatRejects(n, truth, truth))),
    ]),
    ...NPS_TRUTHS.map((truth) => [
      `benchmark of NPS, ${inPercent(truth)}`,
      ...sizes.map((n) => percent(npsMissesBenchmark(n, truth))),
    ]),
    ...CSAT_TRUTHS.flatMap((truth) =>
      (["wilson", "clopper-pearson"] as const).map((method) => [
        `benchmark of CSAT ${method}, ${Math.round(100 * truth)} % satisfied`,
        ...sizes.map((n) => percent(csatMissesBenchmark(method, n, truth))),
      ]),
    ),
    ...CHANGERS.map((share) => [
      `paired CSAT, ${Math.round(100 * share)} % change sides`,
      ...sizes.map((n) => percent(pairedCsatRejects(n, share))),
    ]),
  ];
}

function simulatedErrorRates(): readonly string[][] {
  return [
    ...CES_TRUTHS.map((truth) => [
      `CES, ${inPercent(truth)}`,
      ...SIZES.map((n) => percent(cesRejects(n, truth, truth))),
    ]),
    ...CES_TRUTHS.map((truth) => [
      `benchmark of CES, ${inPercent(truth)}`,
      ...SIZES.map((n) => percent(cesMissesBenchmark(n, truth))),
    ]),
    ...[
      [0.02, 0.18, 0.6, 0.18, 0.02],
      [0.01, 0.04, 0.9, 0.04, 0.01],
    ].map((steps) => [
      `paired NPS, ${Math.round(100 * (1 - (steps[2] as number)))} % change class`,
      ...SIZES.map((n) => percent(pairedMeanRejects(n, steps))),
    ]),
    [
      "paired CES, 50 % change",
      ...SIZES.map((n) => percent(pairedMeanRejects(n, [0.05, 0.2, 0.5, 0.2, 0.05]))),
    ],
  ];
}

/** The power of 80 % that was planned for, and the power there is with so many answers. */
function powers(): readonly string[][] {
  const before: Shares = [0.2, 0.4, 0.4];
  const nps = [
    [0.1, 0.4, 0.5],
    [0.05, 0.4, 0.55],
    [0, 0.3, 0.7],
  ].map((after) => {
    const difference = 100 * ((after[2] as number) - (after[0] as number) - 0.2);
    const n = sampleSizeToDetect({ metric: "nps", difference, variance: 0.56 }).n as number;
    const shares = after.map((share) => Math.max(share, 1e-12));
    const label = `NPS, ${inPercent(before)} to ${inPercent(after)}, variance 0.56`;
    return [label, String(n), percent(npsRejects("adjusted-wald", n, before, shares))];
  });
  const csat = [
    [0.8, 0.85],
    [0.8, 0.9],
    [0.5, 0.75],
    [0.6, 0.95],
  ].map(([share, after]) => {
    const plan = { metric: "csat", share: share as number } as const;
    const n = sampleSizeToDetect({ ...plan, difference: 100 * ((after as number) - plan.share) }).n as number;
    return [
      `CSAT, ${100 * plan.share} % to ${100 * (after as number)} %`,
      String(n),
      percent(csatRejects(n, plan.share, after as number)),
    ];
  });
  const later = [0.02, 0.06, 0.12, 0.18, 0.22, 0.24, 0.16];
  const earlier = CES_TRUTHS[0] as Shares;
  const ces = [later, CES_TRUTHS[1] as Shares].map((after) => {
    const squares = earlier.reduce((sum, share, cell) => sum + share * (cell + 1 - meanOf(earlier)) ** 2, 0);
    const standardDeviation = Math.sqrt(squares);
    const difference = meanOf(after) - meanOf(earlier);
    const n = sampleSizeToDetect({ metric: "ces", difference, standardDeviation }).n as number;
    return [
      `CES, ${meanOf(earlier).toFixed(2)} to ${meanOf(after).toFixed(2)}, standard deviation ${standardDeviation.toFixed(2)}`,
      String(n),
      percent(cesRejects(n, earlier, after)),
    ];
  });
  return [...nps, ...csat, ...ces, ...drawnPowers()];
}

/** What each metric lets show with n answers in each group, in points. */
function detectables(): readonly string[][] {
  const sizes = [50, 100, 200, 500, 1000, 5000];
  const figures = (label: string, difference: (n: number) => number | null): string[] => [
    label,
    ...sizes.map((n) => difference(n)?.toFixed(label.startsWith("CES") ? 2 : 1) ?? "–"),
  ];
  return [
    ["smallest difference found", ...sizes.map((n) => `n = ${n}`)],
    figures(
      "NPS, variance 0.56",
      (n) => minimumDetectableDifference({ metric: "nps", n, variance: 0.56 }).difference,
    ),
    figures(
      "CSAT, from 80 %",
      (n) => minimumDetectableDifference({ metric: "csat", n, share: 0.8 }).difference,
    ),
    figures(
      "CES, standard deviation 1.5",
      (n) => minimumDetectableDifference({ metric: "ces", n, standardDeviation: 1.5 }).difference,
    ),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const drawnRates = DRAWN_TESTS.map(({ label, errorRate }) => [
    label,
    ...SIZES.map((n) => percent(errorRate(n))),
  ]);
  const rates = [...exactErrorRates(SIZES), ...simulatedErrorRates(), ...drawnRates];
  console.log(`${markdown(["test", ...SIZES.map((n) => `n = ${n}`)], rates)}\n`);
  console.log(`${markdown(["plan for a power of 80 %", "n in each group", "power"], powers())}\n`);
  const [head, ...rows] = detectables();
  console.log(markdown(head as string[], rows));
}
