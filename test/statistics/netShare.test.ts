// Contract of the score test of a net share, next to mpmath.

import { describe, expect, it } from "vitest";
import { netShareScore } from "../../src/statistics/netShare.ts";
import { expectClose } from "../support/closeTo.ts";

describe("netShareScore", () => {
  it("keeps its digits where the net share it is held against is next to 1 or −1", () => {
    for (const [counts, delta, score] of [
      [[5, 0, 5], 0.5, -1.8257418583505538],
      [[5, 0, 5], 1 - 2 ** -40, -2344687.21557322],
      [[3, 4, 3], 1 - 2 ** -20, -2709.2476156412317],
      [[3, 4, 3], 1 - 2 ** -40, -2774271.3267491776],
    ] as const) {
      const [bottom, middle, top] = counts;
      expectClose(netShareScore({ bottom, middle, top }, delta), score, 1e-14);
      expectClose(netShareScore({ bottom: top, middle, top: bottom }, -delta), -score, 1e-14);
    }
  });

  it("is the score of a proportion where nobody is at the bottom and none are expected there", () => {
    for (const delta of [0.5, 0.75]) {
      const score = (10 - 15 * delta) / Math.sqrt(15 * delta * (1 - delta));
      expectClose(netShareScore({ bottom: 0, middle: 5, top: 10 }, delta), score, 1e-15);
    }
  });

  it("is infinite at an end at which not all answers are, and none where all are", () => {
    expect(netShareScore({ bottom: 0, middle: 1, top: 8 }, 1)).toBe(Number.NEGATIVE_INFINITY);
    expect(netShareScore({ bottom: 8, middle: 1, top: 0 }, -1)).toBe(Number.POSITIVE_INFINITY);
    expect(netShareScore({ bottom: 0, middle: 0, top: 9 }, 1)).toBeNaN();
    expect(netShareScore({ bottom: 9, middle: 0, top: 0 }, -1)).toBeNaN();
  });
});
