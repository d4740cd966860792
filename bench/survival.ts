// How fast Kaplan-Meier curves are made: of whole times, against a sum over them; of others, against sorting them; and of
// both against R's survfit, where R is installed (row 7).

import { spawnSync } from "node:child_process";
import { type Duration, kaplanMeier } from "cx-metrics";
import {
  inWords,
  type Job,
  measure,
  printRatios,
  quartiles,
  type Ratio,
  ratioOf,
  report,
  seeded,
} from "./harness.ts";

const N = 1_000_000;
const random = seeded(20260412);

/** Exponential with a mean of a year in days, 60 % seen to leave. */
const continuous: readonly Duration[] = Array.from({ length: N }, () => ({
  time: -365 * Math.log(1 - random()),
  observed: random() < 0.6,
}));
const whole: readonly Duration[] = continuous.map(({ time, observed }) => ({
  time: Math.floor(time),
  observed,
}));
const times = Float64Array.from(continuous, ({ time }) => time);

const jobs: readonly Job[] = [
  {
    name: "sum of whole rows[i].time",
    run: () => {
      let sum = 0;
      for (let i = 0; i < whole.length; i++) sum += (whole[i] as Duration).time;
      return sum;
    },
  },
  { name: "kaplanMeier, whole times", run: () => kaplanMeier(whole) },
  { name: "Float64Array.sort", run: () => times.slice().sort() },
  { name: "kaplanMeier, continuous times", run: () => kaplanMeier(continuous) },
];

/** The same amount of work in R, which tells how many nanoseconds survfit took in each of a few rounds. */
const SURVFIT = `
suppressMessages(library(survival))
time <- rexp(${N}, 1 / 365); observed <- runif(${N}) < 0.6; whole <- floor(time)
took <- function(time) 1e9 * system.time(survfit(Surv(time, observed) ~ 1, conf.type = "log-log"))[["elapsed"]]
for (round in 1:5) cat(took(whole), took(time), "\\n")
`;

function survfitTimes(): readonly (readonly number[])[] {
  const { status, stdout } = spawnSync("Rscript", ["-e", SURVFIT], { encoding: "utf8" });
  if (status !== 0) {
    console.log("  R with its package survival: not installed");
    return [];
  }
  const lines = stdout.trim().split("\n");
  return [0, 1].map((column) => lines.map((line) => Number(line.trim().split(/\s+/)[column])));
}

/** R runs in a process of its own, so its rounds are not ours: each of ours is held against R's median. */
function overR(name: string, ofR: readonly number[]): Ratio {
  const { median } = quartiles(ofR);
  return quartiles((measured.get(name) ?? []).map((time) => time / median));
}

const measured = await measure(jobs, 15, 4);
printRatios(`kaplanMeier, ${N.toLocaleString("en")} rows`, measured, "sum of whole rows[i].time");
const goal = (name: string, reference: string, most: number): void => {
  report({ row: 7, what: `${name} ÷ ${reference}`, most, ratio: ratioOf(measured, name, reference) });
};
goal("kaplanMeier, whole times", "sum of whole rows[i].time", 6);
goal("kaplanMeier, continuous times", "Float64Array.sort", 1.5);
printRatios(
  "continuous times",
  new Map([...measured].filter(([name]) => /continuous|sort/.test(name))),
  "Float64Array.sort",
);
const [wholeR, continuousR] = survfitTimes();
if (wholeR !== undefined && continuousR !== undefined) {
  for (const [name, ofR, most] of [
    ["kaplanMeier, whole times", wholeR, 1 / 100],
    ["kaplanMeier, continuous times", continuousR, 1 / 5],
  ] as const) {
    const ratio = overR(name, ofR);
    console.log(`  ${name} ÷ R survfit ${inWords(ratio)}`);
    report({ row: 7, what: `${name} ÷ R survfit`, most, ratio });
  }
}
