// How fast answers fold into a tally: against a loop that only sums them, and against what else is used (rows 1 and 2).

import { NPS_SCALE, nps, tally } from "cx-metrics";
import { mean } from "simple-statistics";
import { type Goal, type Job, measure, printRatios, ratioOf, report, seeded } from "./harness.ts";
import { duckDB, numpyBincount, peer, queryJobs } from "./peers.ts";
import { run } from "./processes.ts";

/** `new NPS(ratings)` is a net promoter score. */
interface NetPromoterScore {
  readonly default: new (ratings: readonly number[]) => { readonly score: number };
}

interface Arquero {
  table(columns: object): { groupby(column: string): { count(): { objects(): unknown } } };
}

const N = 1_000_000;

function ratingsOf(n: number): number[] {
  const random = seeded(20260309);
  return Array.from({ length: n }, () => Math.floor(random() * 11));
}

/** The reference: each container has a loop of its own, compiled for it alone. */
function sumOf(ratings: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < ratings.length; i++) sum += ratings[i] as number;
  return sum;
}

function sumOfBytes(ratings: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < ratings.length; i++) sum += ratings[i] as number;
  return sum;
}

function sumOfDoubles(ratings: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < ratings.length; i++) sum += ratings[i] as number;
  return sum;
}

function threeFilters(ratings: readonly number[]): number {
  const promoters = ratings.filter((rating) => rating >= 9).length;
  const passives = ratings.filter((rating) => rating === 7 || rating === 8).length;
  const detractors = ratings.filter((rating) => rating <= 6).length;
  return (100 * (promoters - detractors)) / (promoters + passives + detractors);
}

/** Unchecked: it would take a rating of 11 or "9" and lose it. */
function forOfHistogram(ratings: readonly number[]): number[] {
  const counts = new Array<number>(11).fill(0);
  for (const rating of ratings) counts[rating] = (counts[rating] as number) + 1;
  return counts;
}

async function arrays(n: number): Promise<void> {
  const ratings = ratingsOf(n);
  const times = await measure(
    [
      { name: "sum", run: () => sumOf(ratings) },
      { name: "tally", run: () => tally(ratings, NPS_SCALE) },
      { name: "nps", run: () => nps(ratings) },
    ],
    n > N ? 15 : 41,
  );
  const size = n.toLocaleString("en");
  printRatios(`number[], ${size} ratings`, times, "sum");
  report({ row: 1, what: `${size} from number[] ÷ sum`, most: 2, ratio: ratioOf(times, "tally", "sum") });
}

async function typedArray(ratings: Uint8Array | Float64Array, kind: string, most: number): Promise<void> {
  const sum = ratings instanceof Uint8Array ? () => sumOfBytes(ratings) : () => sumOfDoubles(ratings);
  const times = await measure(
    [
      { name: "sum", run: sum },
      { name: "tally", run: () => tally(ratings, NPS_SCALE) },
    ],
    41,
  );
  printRatios(`${kind}, ${N.toLocaleString("en")} ratings`, times, "sum");
  report({ row: 2, what: `${kind} ÷ sum`, most, ratio: ratioOf(times, "tally", "sum") });
}

async function peerJobs(ratings: readonly number[]): Promise<Job[]> {
  const jobs: Job[] = [];
  const npsPackage = await peer<NetPromoterScore>("net-promoter-score");
  if (npsPackage !== null) {
    jobs.push({ name: "net-promoter-score", run: () => new npsPackage.default(ratings) });
  }
  const arquero = await peer<Arquero>("arquero");
  if (arquero !== null) {
    const table = arquero.table({ rating: ratings });
    jobs.push({ name: "arquero", run: () => table.groupby("rating").count().objects() });
  }
  const database = await duckDB();
  if (database !== null) {
    await database.run("CREATE TABLE answers (rating INTEGER)");
    const appender = await database.createAppender("answers");
    for (const rating of ratings) {
      appender.appendInteger(rating);
      appender.endRow();
    }
    appender.closeSync();
    const sql = "SELECT rating, count(*) FROM answers GROUP BY rating";
    jobs.push(...queryJobs(database, "DuckDB", sql));
  }
  return jobs;
}

async function peers(): Promise<void> {
  const ratings = ratingsOf(N);
  const numpy = numpyBincount(Uint8Array.from(ratings));
  const times = await measure(
    [
      { name: "tally", run: () => tally(ratings, NPS_SCALE) },
      { name: "three filters", run: () => threeFilters(ratings) },
      { name: "for…of histogram", run: () => forOfHistogram(ratings) },
      { name: "simple-statistics mean", run: () => mean(ratings as number[]) },
      ...(await peerJobs(ratings)),
      ...(numpy === null ? [] : [{ name: "numpy bincount", run: numpy.run }]),
    ],
    25,
  );
  numpy?.close();
  printRatios("The same count by other means", times, "tally");
  for (const [name, most] of [
    ["net-promoter-score", 1 / 8],
    ["DuckDB", 1 / 2],
    ["numpy bincount", 1 / 2],
  ] as const) {
    if (times.has(name))
      report({ row: 1, what: `tally ÷ ${name}`, most, ratio: ratioOf(times, "tally", name) });
  }
}

/** Each in a process of its own: loops that have seen other containers are slower. */
const SECTIONS: Readonly<Record<string, () => Promise<void>>> = {
  million: () => arrays(N),
  tenMillion: () => arrays(10 * N),
  bytes: () => typedArray(Uint8Array.from(ratingsOf(N)), "Uint8Array", 1.4),
  doubles: () => typedArray(Float64Array.from(ratingsOf(N)), "Float64Array", 2.3),
  peers,
};

const section = SECTIONS[process.argv[2] ?? ""];
if (section === undefined) {
  for (const name of Object.keys(SECTIONS)) await run("tally.ts", [name], (goal) => report(goal as Goal));
} else {
  await section();
}
