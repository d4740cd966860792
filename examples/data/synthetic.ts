// What the generators of invented data share: seeded chance, timestamps and CSV.

export type Random = () => number;

export const MINUTE = 60_000;
export const DAY = 1440 * MINUTE;

/** Mulberry32, a generator with 32 bits of state: enough for invented data. */
export function mulberry32(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** About normal, with mean 0 and variance 1. Sums only: engines may differ in the last digit of a logarithm. */
export const bell = (random: Random): number => (random() + random() + random() + random() - 2) * 1.7320508;

/** One of the values, each as likely as its weight says. */
export function pick<T>(random: Random, choices: readonly (readonly [value: T, weight: number])[]): T {
  let left = random() * choices.reduce((sum, [, weight]) => sum + weight, 0);
  const found = choices.find(([, weight]) => {
    left -= weight;
    return left < 0;
  });
  if (found === undefined) throw new Error("pick: some choice must have a weight");
  return found[0];
}

export const oneOf = <T>(random: Random, values: readonly T[]): T =>
  pick(
    random,
    values.map((value) => [value, 1] as const),
  );

/** ISO 8601 as a clock at that offset from UTC, in minutes, shows it. */
export function iso(epoch: number, offset: number): string {
  const local = new Date(epoch + offset * MINUTE).toISOString().slice(0, 19);
  if (offset === 0) return `${local}Z`;
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `${local}${offset < 0 ? "-" : "+"}${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}

/** RFC 4180: quotes around the fields that need them, quotes inside doubled. */
export function csv(rows: readonly (readonly string[])[], lineEnd: string): string {
  const field = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(field).join(",") + lineEnd).join("");
}
