// Durations as the peers' files have them, a column for each field.

import type { Duration } from "../../src/index.ts";

export interface DurationColumns {
  readonly time: readonly number[];
  /** 1 where the end was seen, else 0. */
  readonly observed: readonly number[];
  readonly entry: readonly number[] | null;
  readonly weight: readonly number[] | null;
}

export function durationsOf({ time, observed, entry, weight }: DurationColumns): readonly Duration[] {
  return time.map((_, i) => ({
    time: time[i] as number,
    observed: observed[i] === 1,
    entry: entry?.[i],
    weight: weight?.[i],
  }));
}
