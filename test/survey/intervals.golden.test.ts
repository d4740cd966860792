// Intervals where they are hardest, against mpmath: no successes or nothing else, one answer, a trillion answers, levels
// next to 0 and next to 1; see golden/intervals.py.

import { describe, expect, it } from "vitest";
import {
  CES_SCALE,
  ces,
  type Interval,
  NPS_SCALE,
  nps,
  type Tally,
  tallyFromCounts,
  topBox,
} from "../../src/index.ts";
import { NET_SHARE_METHODS } from "../../src/statistics/netShare.ts";
import { PROPORTION_METHODS } from "../../src/statistics/proportion.ts";
import golden from "../golden/intervals.json" with { type: "json" };
import { expectClose } from "../support/closeTo.ts";

const YES_NO = { min: 0, max: 1 };

function yesNo(count: number, n: number): Tally {
  const rows = [[0, n - count] as const, [1, count] as const];
  return tallyFromCounts(rows, YES_NO);
}

function expectLimits(interval: Interval | null, limits: readonly number[] | null, factor: number): void {
  expect(interval === null).toBe(limits === null);
  if (interval === null || limits === null) return;
  expectClose(interval.low / factor, limits[0] as number, 1e-12);
  expectClose(interval.high / factor, limits[1] as number, 1e-12);
}

describe("a percentage has the interval of mpmath", () => {
  it.each(golden.proportion)("for $count of $n at $level", ({ count, n, level, ...expected }) => {
    for (const method of PROPORTION_METHODS) {
      const { interval } = topBox(yesNo(count, n), { scale: YES_NO, from: 1, level, method });
      expectLimits(interval, expected[method], 100);
    }
  });
});

describe("a net score has the interval of mpmath", () => {
  it.each(golden.netShare)(
    "for $bottom, $middle, $top at $level",
    ({ bottom, middle, top, level, ...expected }) => {
      const rows = [[0, bottom] as const, [7, middle] as const, [10, top] as const];
      const answers = tallyFromCounts(rows, NPS_SCALE);
      for (const method of NET_SHARE_METHODS) {
        expectLimits(nps(answers, { level, method }).interval, expected[method], 100);
      }
    },
  );
});

describe("a mean has the interval of mpmath", () => {
  it.each(golden.mean)("for $counts at $level", ({ counts, level, ...expected }) => {
    const answers = tallyFromCounts(
      counts.map((count, i) => [i + 1, count] as const),
      CES_SCALE,
    );
    expectLimits(ces(answers, { level }).interval, expected["student-t"], 1);
  });
});
