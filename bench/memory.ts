// How much memory the work takes at its peak, beyond what the data take: for ten million ratings and for a million rows.
// Each job runs in a process of its own, and so does the same data with no work.

import {
  activityCohorts,
  encodeIdentifiers,
  kaplanMeier,
  NPS_SCALE,
  nps,
  parseRows,
  periodOf,
  revenueMovementsByPeriod,
  rfm,
  scoreBy,
  tally,
  tallyRows,
} from "cx-metrics";
import * as z from "zod";
import { quartiles, seeded } from "./harness.ts";
import { started } from "./processes.ts";

const RATINGS = 10_000_000;
const ROWS = 1_000_000;
const FIRST = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

const random = seeded(20261122);
const rating = (): number => Math.floor(random() * 11);
const customer = (): string => `customer-${Math.floor(random() * 100_000)}`;
const at = (): number => FIRST + Math.floor(random() * 730 * DAY);

/** Filled in place: an array that grows would leave a peak of its own. */
function filled<T>(length: number, make: (i: number) => T): readonly T[] {
  const array = new Array<T>(length);
  for (let i = 0; i < length; i++) array[i] = make(i);
  return array;
}

function bytes(): Uint8Array {
  const array = new Uint8Array(RATINGS);
  for (let i = 0; i < RATINGS; i++) array[i] = rating();
  return array;
}

function* streamed(): Generator<number> {
  for (let i = 0; i < RATINGS; i++) yield rating();
}

const answers = () =>
  filled(ROWS, (i) => ({
    id: i,
    segment: `segment ${i % 8}`,
    at: at(),
    rating: rating(),
  }));
const events = () =>
  filled(ROWS, () => ({
    customerId: customer(),
    at: at(),
  }));
const columns = () => {
  const customers = new Uint32Array(ROWS).map(() => Math.floor(random() * 100_000));
  return { customers, at: new Float64Array(ROWS).map(at) };
};
const durations = (whole: boolean) => () =>
  filled(ROWS, () => {
    const time = -365 * Math.log(1 - random());
    return { time: whole ? Math.floor(time) : time, observed: random() < 0.6 };
  });
const orders = () =>
  filled(ROWS, () => ({
    customerId: customer(),
    at: at(),
    amount: Math.floor(random() * 100),
  }));
const revenue = () =>
  filled(ROWS, (i) => ({
    customerId: `customer-${i % 50_000}`,
    period: String(2001 + Math.floor(i / 50_000)),
    amount: 10 + Math.floor(random() * 100),
  }));
const asOf = FIRST + 730 * DAY;
const Answer = z.object({ id: z.int(), segment: z.string(), at: z.number(), rating: z.int().min(0).max(10) });

/** A job: how its data are made, and the work on them. */
interface Work<T> {
  readonly data: () => T;
  readonly run: (data: T) => unknown;
}

const work = <T>(data: () => T, run: (data: T) => unknown): Work<unknown> => ({ data, run }) as Work<unknown>;

const JOBS: Readonly<Record<string, Work<unknown>>> = {
  "tally, number[], 1e7": work(
    () => filled(RATINGS, rating),
    (given) => tally(given, NPS_SCALE),
  ),
  "tally, Uint8Array, 1e7": work(bytes, (given) => tally(given, NPS_SCALE)),
  "tally, a generator of 1e7": work(
    () => null,
    () => tally(streamed(), NPS_SCALE),
  ),
  "tallyRows, 1e6 rows": work(answers, (rows) =>
    tallyRows(rows, { scale: NPS_SCALE, rating: (row) => row.rating }),
  ),
  "scoreBy, segment × month, 1e6 rows": work(answers, (rows) =>
    scoreBy(rows, {
      metric: nps,
      rating: (row) => row.rating,
      by: {
        segment: (row) => row.segment,
        month: (row) => periodOf(row.at, "month", { timeZone: "Asia/Jakarta" }),
      },
    }),
  ),
  "parseRows, 1e6 good rows": work(answers, (rows) => parseRows(Answer, rows)),
  "activityCohorts, 1e6 records": work(events, (rows) =>
    activityCohorts(rows, { unit: "month", asOf, mode: "on" }),
  ),
  "encodeIdentifiers, 1e6 names": work(
    () => filled(ROWS, customer),
    (names) => encodeIdentifiers(names),
  ),
  "activityCohorts, columns of 1e6": work(columns, (given) =>
    activityCohorts(given, { unit: "month", asOf, mode: "on" }),
  ),
  "kaplanMeier, 1e6 whole times": work(durations(true), (rows) => kaplanMeier(rows)),
  "kaplanMeier, 1e6 continuous times": work(durations(false), (rows) => kaplanMeier(rows)),
  "rfm, 1e6 orders of 1e5 customers": work(orders, (rows) => rfm(rows, { asOf })),
  "revenueMovementsByPeriod, 1e6": work(revenue, (records) => revenueMovementsByPeriod(records)),
};

/** Megabytes at the peak of a process that makes the data and, unless it is to be spared, does the work. */
function peak(name: string, spared: boolean): number {
  const job = JOBS[name] as Work<unknown>;
  const data = job.data();
  global.gc?.();
  const result = spared ? null : job.run(data);
  const { maxRSS } = process.resourceUsage();
  // Both stay alive to here.
  if (result === undefined || data === undefined) throw new Error("the job returned nothing");
  return maxRSS / 1000;
}

const [name, spared] = process.argv.slice(2);
if (name === undefined) {
  console.log("\nMegabytes at the peak beyond the data: median of three");
  for (const job of Object.keys(JOBS)) {
    const beyond: number[] = [];
    for (let i = 0; i < 3; i++) {
      const data = await started<number>("memory.ts", [job, "spared"]);
      beyond.push((await started<number>("memory.ts", [job])) - data);
    }
    console.log(`  ${job.padEnd(36)} ${quartiles(beyond).median.toFixed(0).padStart(5)}`);
  }
} else {
  process.send?.(peak(name, spared === "spared"));
}
