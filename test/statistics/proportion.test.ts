// Contract of the limits of a proportion where no success, or nothing else, leaves them at an end.

import { describe, expect, it } from "vitest";
import { PROPORTION_METHODS, proportionLimits } from "../../src/statistics/proportion.ts";

describe("proportionLimits", () => {
  it.each(PROPORTION_METHODS)(
    "begin at 0 without successes and end at 1 without failures, at a level of next to nothing too: %s",
    (method) => {
      // 1 − 1e-17 is 1.
      for (const alpha of [0.05, 0.999, 1 - 1e-17]) {
        expect(Math.max(proportionLimits(method, 0, 20, alpha).low, 0)).toBe(0);
        expect(Math.min(proportionLimits(method, 20, 20, alpha).high, 1)).toBe(1);
      }
    },
  );
});
