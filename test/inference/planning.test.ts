// Contract of planning a survey.

import { describe, expect, it } from "vitest";
import { minimumDetectableDifference, sampleSize, sampleSizeToDetect } from "../../src/index.ts";
import { expectClose } from "../support/closeTo.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

describe("sampleSize", () => {
  it("plans for the largest spread unless it is told of another", () => {
    expect(sampleSize({ metric: "nps", marginOfError: 10 })).toStrictEqual({
      metric: "nps",
      n: 382,
      invitations: null,
      marginOfError: 10,
      level: 0.95,
      assumed: 1,
      population: null,
      responseRate: null,
    });
    expect(sampleSize({ metric: "nps", marginOfError: 10, variance: 0.56 }).n).toBe(213);
    expect(sampleSize({ metric: "csat", marginOfError: 5 }).n).toBe(385);
    expect(sampleSize({ metric: "csat", marginOfError: 5, share: 0.9 }).n).toBe(139);
    expect(sampleSize({ metric: "csat", marginOfError: 5, share: 0.1 }).n).toBe(139);
    expect(sampleSize({ metric: "ces", marginOfError: 0.2, standardDeviation: 1.5 }).n).toBe(217);
    expect(sampleSize({ metric: "ces", marginOfError: 0.2, standardDeviation: 1.5, level: 0.99 }).n).toBe(
      374,
    );
  });

  it("needs fewer answers of few people, and never more than there are", () => {
    // 382.145… ÷ (1 + 381.145… ÷ 1000) and so on, by hand.
    const population = (people: number): number | null =>
      sampleSize({ metric: "csat", marginOfError: 5, population: people }).n;
    expect(sampleSize({ metric: "csat", marginOfError: 31.6, population: 10 }).n).toBe(6);
    expect([1, 10, 100, 1000, 10_000, 1e9].map(population)).toEqual([1, 10, 80, 278, 370, 385]);
  });

  it("says how many to invite, rounded up once from whole answers", () => {
    expect(sampleSize({ metric: "nps", marginOfError: 10, responseRate: 0.3 }).invitations).toBe(1274);
    expect(sampleSize({ metric: "nps", marginOfError: 10, responseRate: 1 }).invitations).toBe(382);
  });

  it("takes levels next to 1, as far as a double goes", () => {
    // 100z² answers, with the z of mpmath: 8.292361…
    expect(sampleSize({ metric: "csat", marginOfError: 5, level: 1 - 2 ** -53 }).n).toBe(6877);
  });

  it("is at least 1, also where the pseudo-answers alone would do", () => {
    expect(sampleSize({ metric: "nps", marginOfError: 100, variance: 0.1 }).n).toBe(1);
    for (const population of [1, 2, 3, 5]) {
      expect(sampleSize({ metric: "nps", marginOfError: 100, variance: 0.1, population }).n).toBe(1);
    }
    expect(sampleSize({ metric: "csat", marginOfError: 50, level: 0.01 }).n).toBe(1);
  });

  it("is null past the counts that a double holds, unless there are not so many people", () => {
    const tight = { metric: "csat", marginOfError: 1e-9, responseRate: 0.5 } as const;
    expect(sampleSize(tight)).toMatchObject({ n: null, invitations: null });
    expect(sampleSize({ ...tight, population: 70 })).toMatchObject({ n: 70, invitations: 140 });
    const endless = { metric: "ces", marginOfError: 1e-300, standardDeviation: 1e300 } as const;
    expect(sampleSize(endless).n).toBeNull();
    expect(sampleSize({ ...endless, population: 7 }).n).toBe(7);
  });

  it("is 1 where the answers needed are too few for a double, of one person too", () => {
    const easy = { metric: "ces", marginOfError: 1e300, standardDeviation: 1e-300 } as const;
    expect(sampleSize(easy).n).toBe(1);
    expect(sampleSize({ ...easy, population: 1 }).n).toBe(1);
  });

  it("costs no answer for rounding", () => {
    // z cancels: exactly 100 answers.
    const z = 1.959963984540054;
    const marginOfError = (z * 1.5) / 10;
    expect(sampleSize({ metric: "ces", marginOfError, standardDeviation: 1.5 }).n).toBe(100);
  });

  it("returns plain JSON and leaves its input alone", () => {
    expectPlainJson(sampleSize(deepFreeze({ metric: "nps", marginOfError: 3, responseRate: 0.2 })));
  });

  it("refuses plans that make no sense", () => {
    const refused = (options: object): string => {
      try {
        sampleSize(options as never);
      } catch (error) {
        return (error as Error).message;
      }
      return "";
    };
    expect(refused({ metric: "acsi", marginOfError: 3 })).toContain("sampleSize: metric must be");
    expect(refused({ metric: "nps" })).toBe(
      "sampleSize: marginOfError must be a number above 0 and at most 100, got undefined",
    );
    expect(refused({ metric: "csat", marginOfError: 51 })).toContain("at most 50, got 51");
    expect(refused({ metric: "ces", marginOfError: 0, standardDeviation: 1 })).toContain(
      "a number above 0, got 0",
    );
    expect(refused({ metric: "ces", marginOfError: 1 })).toContain(
      "standardDeviation must be a number above 0",
    );
    expect(refused({ metric: "ces", marginOfError: 1, standardDeviation: 0 })).toContain("got 0");
    for (const variance of [0, 1.1]) {
      expect(refused({ metric: "nps", marginOfError: 3, variance })).toBe(
        `sampleSize: variance must be above 0 and at most 1, got ${variance}`,
      );
    }
    for (const share of [0, 1]) {
      expect(refused({ metric: "csat", marginOfError: 3, share })).toBe(
        `sampleSize: share must be strictly between 0 and 1, got ${share}`,
      );
    }
    expect(refused({ metric: "csat", marginOfError: 3, variance: 1 })).toContain('got "variance"');
    expect(refused({ metric: "nps", marginOfError: 3, population: 0 })).toContain("population must be");
    expect(refused({ metric: "nps", marginOfError: 3, population: 1.5 })).toContain("population must be");
    for (const responseRate of [0, 1.1]) {
      expect(refused({ metric: "nps", marginOfError: 3, responseRate })).toBe(
        `sampleSize: responseRate must be above 0 and at most 1, got ${responseRate}`,
      );
    }
    expect(refused({ metric: "nps", marginOfError: 3, level: 0 })).toContain("level must be");
  });
});

describe("sampleSizeToDetect", () => {
  it("is the size of each group, and the total beside it", () => {
    const plan = { metric: "nps", difference: 10, variance: 0.56, responseRate: 0.25 } as const;
    expect(sampleSizeToDetect(plan)).toStrictEqual({
      metric: "nps",
      n: 877,
      total: 1754,
      invitations: 3508,
      difference: 10,
      power: 0.8,
      level: 0.95,
      assumed: 0.56,
      population: null,
      responseRate: 0.25,
    });
  });

  it("asks for the same whichever way NPS or CES goes, and not so for CSAT", () => {
    expect(sampleSizeToDetect({ metric: "nps", difference: -10, variance: 0.56 }).n).toBe(877);
    const from80 = (difference: number): number | null =>
      sampleSizeToDetect({ metric: "csat", share: 0.8, difference }).n;
    expect([from80(5), from80(-5)]).toEqual([906, 1094]);
  });

  it("takes a share to its very end, whatever rounding adds", () => {
    for (const share of [0.067, 0.072, 0.8, 0.9, 0.99]) {
      expect(sampleSizeToDetect({ metric: "csat", share, difference: 100 * (1 - share) }).n).toBeGreaterThan(
        0,
      );
      expect(sampleSizeToDetect({ metric: "csat", share, difference: -100 * share }).n).toBeGreaterThan(0);
    }
  });

  it("is at least 1, and 2 for a t test", () => {
    expect(sampleSizeToDetect({ metric: "nps", difference: 200, variance: 0.1 }).n).toBe(1);
    expect(sampleSizeToDetect({ metric: "ces", difference: 1e9, standardDeviation: 1e-9 }).n).toBe(2);
  });

  it("is null past the counts that a double holds", () => {
    const none = { n: null, total: null, invitations: null };
    expect(sampleSizeToDetect({ metric: "nps", difference: 1e-9, responseRate: 0.5 })).toMatchObject(none);
    expect(sampleSizeToDetect({ metric: "ces", difference: 1e-300, standardDeviation: 1 })).toMatchObject(
      none,
    );
    expect(sampleSizeToDetect({ metric: "ces", difference: 1e-6, standardDeviation: 1 }).n).toBeGreaterThan(
      1e13,
    );
  });

  it("refuses a difference of 0, and one that no two scores can have", () => {
    const nps = { metric: "nps" } as const;
    expect(() => sampleSizeToDetect({ ...nps, difference: 0 })).toThrow(
      "a number other than 0 from -200 to 200",
    );
    expect(() => sampleSizeToDetect({ ...nps, difference: 201 })).toThrow("difference");
    expect(() => sampleSizeToDetect({ ...nps, difference: "5" as never })).toThrow("got a string");
    const csat = { metric: "csat", share: 0.8 } as const;
    for (const difference of [0, 21, -81, Number.NaN, "5" as never, 5n as never]) {
      expect(() => sampleSizeToDetect({ ...csat, difference })).toThrow(
        "sampleSizeToDetect: difference must be a number other than 0 that takes the share 0.8 to another one from 0 to 1",
      );
    }
    const ces = { metric: "ces", standardDeviation: 1 } as const;
    expect(() => sampleSizeToDetect({ ...ces, difference: 0 })).toThrow(
      "sampleSizeToDetect: difference must be a number other than 0, got 0",
    );
  });

  it("needs fewer answers of few people, and never more than there are", () => {
    const of = (population: number, plan: object): number | null =>
      sampleSizeToDetect({ ...(plan as { metric: "nps"; difference: number }), population }).n;
    const plan = { metric: "nps", difference: 10, variance: 0.56 };
    // 876.08… ÷ (1 + 875.08… ÷ 1000) and so on, by hand.
    expect([1, 10, 100, 1000, 10_000, 1e15].map((people) => of(people, plan))).toEqual([
      1, 10, 90, 468, 806, 877,
    ]);
    const effort = { metric: "ces", difference: 0.5, standardDeviation: 1 };
    expect([2, 3, 10, 100, 1e15].map((people) => of(people, effort))).toEqual([2, 3, 9, 40, 64]);
    expect(of(7, { metric: "ces", difference: 1e-300, standardDeviation: 1 })).toBe(7);
    expect(of(7, { metric: "csat", difference: 1e-9 })).toBe(7);
    expect(of(7, { metric: "nps", difference: 200, variance: 0.1 })).toBe(1);
  });

  it("invites past the population where the difference is out of reach, and says so by the number", () => {
    const few = { metric: "nps", difference: 10, variance: 0.56, population: 1000 } as const;
    expect(sampleSizeToDetect({ ...few, responseRate: 0.4 })).toMatchObject({
      n: 468,
      total: 936,
      invitations: 1170,
      population: 1000,
    });
  });

  it("refuses a population that is no whole number of people, or too few for a t test", () => {
    const plan = { metric: "nps", difference: 10 } as const;
    for (const population of [0, 1.5, -3, Number.NaN, "9" as never]) {
      expect(() => sampleSizeToDetect({ ...plan, population })).toThrow(
        "sampleSizeToDetect: population must be a whole number from 1 up",
      );
    }
    const effort = { metric: "ces", difference: 1, standardDeviation: 1 } as const;
    expect(() => sampleSizeToDetect({ ...effort, population: 1 })).toThrow("a whole number from 2 up, got 1");
  });

  it("refuses a power that chance alone has", () => {
    const plan = { metric: "nps", difference: 10 } as const;
    for (const power of [0.05, 1, Number.NaN, null as never]) {
      expect(() => sampleSizeToDetect({ ...plan, power })).toThrow(
        "sampleSizeToDetect: power must be a number strictly between 1 − level and 1",
      );
    }
    expect(() => sampleSizeToDetect({ ...plan, level: 0.5, power: 0.5 })).toThrow("power must be");
  });
});

describe("minimumDetectableDifference", () => {
  it("is what sampleSizeToDetect plans for", () => {
    const plan = { metric: "csat", n: 906, share: 0.8 } as const;
    const { difference, ...rest } = minimumDetectableDifference(plan);
    expect(rest).toStrictEqual({
      metric: "csat",
      n: 906,
      invitations: null,
      power: 0.8,
      level: 0.95,
      assumed: 0.8,
      population: null,
      responseRate: null,
    });
    expect(difference).toBeCloseTo(5, 2);
    expect(sampleSizeToDetect({ metric: "csat", share: 0.8, difference: difference as number }).n).toBe(906);
  });

  it("is below 0 for a fall", () => {
    const fall = { direction: "fall", n: 100 } as const;
    expect(minimumDetectableDifference({ metric: "nps", ...fall }).difference).toBeLessThan(-38);
    expect(minimumDetectableDifference({ metric: "csat", share: 0.8, ...fall }).difference).toBeLessThan(-15);
    const effort = { metric: "ces", standardDeviation: 2 } as const;
    const { difference } = minimumDetectableDifference({ ...effort, ...fall });
    expectClose(
      difference,
      -(minimumDetectableDifference({ ...effort, n: 100 }).difference as number),
      1e-15,
    );
  });

  it("is null where not even the largest difference would be found", () => {
    expect(minimumDetectableDifference({ metric: "nps", n: 1, level: 0.9999 }).difference).toBeNull();
    expect(minimumDetectableDifference({ metric: "nps", n: 1, power: 0.9 }).difference).toBeNull();
    expect(minimumDetectableDifference({ metric: "nps", n: 1 }).difference).toBeCloseTo(198.1, 1);
    expect(minimumDetectableDifference({ metric: "csat", n: 5, share: 0.9 }).difference).toBeNull();
    expect(
      minimumDetectableDifference({ metric: "csat", n: 5, share: 0.9, direction: "fall" }).difference,
    ).toBeLessThan(-50);
  });

  it("is smaller among few people, and 0 where everyone answers, up or down", () => {
    const of = (population: number | undefined): number =>
      minimumDetectableDifference({ metric: "csat", share: 0.8, n: 100, population }).difference as number;
    expect(of(101)).toBeLessThan(of(200));
    expect(of(200)).toBeLessThan(of(undefined));
    expectClose(of(1e15), of(undefined), 1e-12);
    for (const spread of [
      { metric: "nps" },
      { metric: "csat" },
      { metric: "ces", standardDeviation: 2 },
    ] as const) {
      for (const direction of ["rise", "fall"] as const) {
        const everyone = minimumDetectableDifference({ ...spread, n: 100, population: 100, direction });
        expectPlainJson(everyone);
        expect(everyone.difference).toBe(0);
      }
    }
  });

  it("says how many to invite for its answers", () => {
    const plan = { metric: "nps", n: 90, population: 400, responseRate: 0.3 } as const;
    expect(minimumDetectableDifference(plan)).toMatchObject({ n: 90, invitations: 300, population: 400 });
  });

  it("returns plain JSON and refuses what it cannot plan", () => {
    expectPlainJson(minimumDetectableDifference(deepFreeze({ metric: "nps", n: 40 })));
    expect(() => minimumDetectableDifference({ metric: "nps", n: 40, population: 39 })).toThrow(
      expect.objectContaining({
        message: "minimumDetectableDifference: n must be at most the population, got 40",
        code: "impossible-counts",
        path: ["n"],
      }),
    );
    expect(() => minimumDetectableDifference({ metric: "nps", n: 40, responseRate: 2 })).toThrow(
      "responseRate",
    );
    expect(() => minimumDetectableDifference({ metric: "nps", n: 0 })).toThrow(
      "minimumDetectableDifference: n must be a whole number from 1 up, got 0",
    );
    expect(() => minimumDetectableDifference({ metric: "ces", standardDeviation: 1, n: 1 })).toThrow(
      "from 2 up",
    );
    expect(() => minimumDetectableDifference({ metric: "nps", n: 9, direction: "up" as never })).toThrow(
      "direction",
    );
    expect(() => minimumDetectableDifference(null as never)).toThrow("options must be an object");
  });
});
