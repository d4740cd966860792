// Interleaved measurements, compared by ratio within each round.
//
// Absolute times say little on a shared machine. Each round runs every job once, in turn, so that a slow moment
// of the machine meets all of them; what is compared is one job's time over another's in the same round.

/** A named piece of work. Returns something that depends on the work, so that no engine can leave it out. */
export interface Job {
  readonly name: string;
  readonly run: () => unknown;
}

/** For each job by name, the time of every round. */
export type Times = ReadonlyMap<string, readonly number[]>;

/** Quartiles of one job's time over another's. */
export interface Ratio {
  readonly median: number;
  readonly q25: number;
  readonly q75: number;
}

/** A ratio that the package is meant to keep below a bound. */
export interface Goal {
  /** The goal's number in docs/performance.md. */
  readonly row: number;
  /** What is divided by what. */
  readonly what: string;
  readonly most: number;
  readonly ratio: Ratio;
}

let sink: unknown;

async function timeOf(job: Job): Promise<number> {
  const start = process.hrtime.bigint();
  const result = job.run();
  sink = result instanceof Promise ? await result : result;
  return Number(process.hrtime.bigint() - start);
}

/** Runs the jobs in turn, after a few rounds that only warm the engine up. */
export async function measure(jobs: readonly Job[], rounds = 31, warmUp = 5): Promise<Times> {
  const times = new Map(jobs.map(({ name }): [string, number[]] => [name, []]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const job of jobs) {
      const time = await timeOf(job);
      if (round >= 0) times.get(job.name)?.push(time);
    }
  }
  if (sink === undefined) throw new Error("the last job returned nothing that depends on its work");
  return times;
}

/** One job's time over another's, round by round. `scale` is for jobs that do a different amount of work. */
export function ratioOf(times: Times, name: string, reference: string, scale = 1): Ratio {
  const [ours, theirs] = [roundsOf(times, name), roundsOf(times, reference)];
  return quartiles(ours.map((time, round) => (scale * time) / (theirs[round] as number)));
}

function roundsOf(times: Times, name: string): readonly number[] {
  const rounds = times.get(name);
  if (rounds === undefined) throw new Error(`no job is called ${name}`);
  return rounds;
}

/** Quartiles of ratios that were measured otherwise. */
export function quartiles(ratios: readonly number[]): Ratio {
  const sorted = [...ratios].sort((a, b) => a - b);
  const at = (p: number): number => sorted[Math.round(p * (sorted.length - 1))] as number;
  return { median: at(0.5), q25: at(0.25), q75: at(0.75) };
}

/** Prints every job's time over the reference's. */
export function printRatios(title: string, times: Times, reference: string): void {
  console.log(`\n${title}\n  time ÷ ${reference}: median [q25 - q75]`);
  const width = Math.max(...[...times.keys()].map((name) => name.length));
  for (const name of times.keys()) {
    if (name !== reference)
      console.log(`  ${name.padEnd(width)} ${inWords(ratioOf(times, name, reference))}`);
  }
}

export function inWords({ median, q25, q75 }: Ratio): string {
  const [middle, low, high] = [median, q25, q75].map(figure);
  return `${middle} [${low} - ${high} ]`;
}

/** Three digits: ratios here span six orders of magnitude. */
export function figure(ratio: number): string {
  return (ratio >= 100 ? ratio.toFixed(0) : ratio.toPrecision(3)).padStart(7);
}

/** Hands a goal to whoever started this process; by itself a file prints only its tables. */
export function report(goal: Goal): void {
  process.send?.(goal);
}

/** A seeded source of numbers from 0 to below 1 (Marsaglia's xorshift, 2003, on 32 bits). */
export function seeded(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
