// Laws of the response rate.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { responseRate } from "../../src/index.ts";
import { anyLevel } from "../support/arbitraries.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";
import { expectAlike } from "./alike.ts";

const counts = fc
  .oneof(fc.nat({ max: 30 }), fc.maxSafeNat())
  .chain((invited) =>
    fc.record({ invited: fc.constant(invited), answered: fc.integer({ min: 0, max: invited }) }),
  );

describe("responseRate", () => {
  it("is a proportion within its interval, or null over nobody", () => {
    fc.assert(
      fc.property(counts, anyLevel(), (of, level) => {
        const { rate, interval, numerator, denominator } = responseRate(of, { level });
        expect([numerator, denominator]).toEqual([of.answered, of.invited]);
        expect([rate === null, interval === null]).toEqual(Array(2).fill(of.invited === 0));
        if (rate === null || interval === null) return;
        expect(rate).toBe(of.answered / of.invited);
        expect(interval.level).toBe(level);
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.high).toBeLessThanOrEqual(1);
        expect(interval.low).toBeLessThanOrEqual(rate + 1e-12);
        expect(interval.high).toBeGreaterThanOrEqual(rate - 1e-12);
      }),
    );
  });

  it("and the rate of those who did not answer add up to 1, with mirrored intervals", () => {
    fc.assert(
      fc.property(counts, anyLevel(), ({ invited, answered }, level) => {
        fc.pre(invited > 0);
        const yes = responseRate({ invited, answered }, { level });
        const no = responseRate({ invited, answered: invited - answered }, { level });
        expectAlike((yes.rate as number) + (no.rate as number), 1, 1e-12);
        expectAlike(no.interval?.low, 1 - (yes.interval?.high as number));
        expectAlike(no.interval?.high, 1 - (yes.interval?.low as number));
      }),
    );
  });

  it("rises with every answer, and so do its limits", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.nat(), anyLevel(), (invited, at, level) => {
        const answered = at % invited;
        const [fewer, more] = [answered, answered + 1].map((count) =>
          responseRate({ invited, answered: count }, { level }),
        );
        expect(more?.rate).toBeGreaterThan(fewer?.rate as number);
        expect(more?.interval?.low).toBeGreaterThanOrEqual(fewer?.interval?.low as number);
        expect(more?.interval?.high).toBeGreaterThanOrEqual(fewer?.interval?.high as number);
      }),
    );
  });

  it("has wider intervals at higher levels, around the narrower ones", () => {
    fc.assert(
      fc.property(counts, anyLevel(), anyLevel(), (of, a, b) => {
        fc.pre(of.invited > 0);
        const inner = responseRate(of, { level: Math.min(a, b) }).interval;
        const outer = responseRate(of, { level: Math.max(a, b) }).interval;
        expect(outer?.low).toBeLessThanOrEqual((inner?.low as number) + 1e-12);
        expect(outer?.high).toBeGreaterThanOrEqual((inner?.high as number) - 1e-12);
      }),
    );
  });

  it("leaves its input as it is, agrees with itself and is plain JSON", () => {
    fc.assert(
      fc.property(counts, anyLevel(), (of, level) => {
        const first = responseRate(deepFreeze(of), deepFreeze({ level }));
        expectPlainJson(first);
        expect(responseRate(of, { level })).toStrictEqual(first);
      }),
    );
  });
});
