// Interleaved measurements, printed as ratios to a reference job of the same round.
//
// Absolute times say little on a shared machine. Each round runs every job once, in turn, so that a slow moment
// of the machine meets all of them; what is compared is each job's time over the reference's time in that round.

/** A named piece of work. Returns something that depends on the work, so that no engine can leave it out. */
export interface Job {
  readonly name: string;
  readonly run: () => unknown;
}

/** Quartiles of a job's time over the reference's, one value for each round. */
export interface Ratio {
  readonly name: string;
  readonly median: number;
  readonly q25: number;
  readonly q75: number;
}

let sink: unknown;

function timeOf(job: Job): number {
  const start = process.hrtime.bigint();
  sink = job.run();
  return Number(process.hrtime.bigint() - start);
}

function quantile(sorted: readonly number[], p: number): number {
  return sorted[Math.round(p * (sorted.length - 1))] as number;
}

/** Measures jobs against a reference, after a few rounds that only warm the engine up. */
export function compareJobs(reference: Job, jobs: readonly Job[], rounds = 41, warmUp = 8): Ratio[] {
  const ratios = jobs.map((): number[] => []);
  for (let round = -warmUp; round < rounds; round++) {
    const base = timeOf(reference);
    jobs.forEach((job, j) => {
      const time = timeOf(job);
      if (round >= 0) ratios[j]?.push(time / base);
    });
  }
  return jobs.map(({ name }, j) => {
    const sorted = [...(ratios[j] as number[])].sort((a, b) => a - b);
    return { name, median: quantile(sorted, 0.5), q25: quantile(sorted, 0.25), q75: quantile(sorted, 0.75) };
  });
}

/** Prints one table of ratios. */
export function printRatios(title: string, reference: string, ratios: readonly Ratio[]): void {
  console.log(`\n${title}\n  time ÷ ${reference}: median [q25 - q75]`);
  const width = Math.max(...ratios.map(({ name }) => name.length));
  for (const { name, median, q25, q75 } of ratios) {
    const figures = [median, q25, q75].map((ratio) => ratio.toFixed(2).padStart(7));
    console.log(`  ${name.padEnd(width)} ${figures[0]} [${figures[1]} - ${figures[2]} ]`);
  }
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

/** Keeps the last result alive to the end of the process. */
export function used(): boolean {
  return sink !== undefined;
}
