// Contract of the intervals of net scores, which nps and netScore share.

import { describe, expect, it } from "vitest";
import {
  CSAT_SCALE,
  CxMetricsError,
  type NetShareMethod,
  NPS_SCALE,
  netScore,
  nps,
  type Tally,
  tallyFromCounts,
} from "../../src/index.ts";
import { expectAlike } from "./alike.ts";
import { expectDigits } from "./digits.ts";

/** A tally of as many detractors, passives and promoters. */
function classes(detractors: number, passives: number, promoters: number): Tally {
  return tallyFromCounts(
    [
      [3, detractors],
      [8, passives],
      [10, promoters],
    ],
    NPS_SCALE,
  );
}

function limits(answers: Tally, method: NetShareMethod | undefined, level?: number): [number, number] {
  const { interval } = nps(answers, { method, level });
  if (interval === null) return expect.fail("there must be an interval");
  return [interval.low, interval.high];
}

describe("the interval of a net score", () => {
  it.each<[number, number, number, NetShareMethod, string, string]>([
    [8, 13, 15, "wald", "-0.0588134947999", "0.447702383689"],
    [8, 13, 15, "adjusted-wald", "-0.0628025944333", "0.421776953408"],
    [8, 13, 15, "score", "-0.067697464", "0.428669685"],
    [100, 200, 200, "adjusted-wald", "0.133417162505", "0.26419715161"],
    [0, 0, 10, "wald", "1", "1"],
    [0, 0, 10, "adjusted-wald", "0.4750355154", "1"],
  ])("of %i detractors, %i passives and %i promoters, by %s, is published", (d, p, r, method, low, high) => {
    const actual = limits(classes(d, p, r), method);
    expectDigits(actual[0] / 100, low);
    expectDigits(actual[1] / 100, high);
  });

  it("has the published estimate and standard error in it", () => {
    expectDigits((nps(classes(1, 2, 3)).score as number) / 100, "0.333333333333");
    expectDigits((nps(classes(1, 2, 3)).standardError as number) / 100, "0.304290309725");
    expectDigits((nps(classes(8, 13, 15)).standardError as number) / 100, "0.129215608675");
  });

  it("is the adjusted Wald unless told otherwise, and names its method", () => {
    expect(nps(classes(1, 2, 3)).interval).toStrictEqual(
      nps(classes(1, 2, 3), { method: "adjusted-wald", level: 0.95 }).interval,
    );
    for (const method of ["adjusted-wald", "score", "wald"] as const) {
      expect(nps(classes(1, 2, 3), { method }).interval?.method).toBe(method);
    }
  });

  it("is clamped to the range of the score", () => {
    for (const method of ["adjusted-wald", "score", "wald"] as const) {
      expect(limits(classes(0, 0, 2), method, 0.999999)[1]).toBe(100);
      expect(limits(classes(2, 0, 0), method, 0.999999)[0]).toBe(-100);
    }
  });

  it("by the score method has a lower limit of (n − z²) ÷ (n + z²) where all are promoters", () => {
    const z = 1.9599639845400545;
    for (const n of [1, 10, 1000]) {
      const [low, high] = limits(classes(0, 0, n), "score");
      expect(low / 100).toBeCloseTo((n - z * z) / (n + z * z), 13);
      expect(high).toBe(100);
    }
  });

  it("by the score method is a point at no level, unlike Wald's, where all agree", () => {
    for (const answers of [classes(3, 0, 0), classes(0, 3, 0), classes(0, 0, 3)]) {
      const [low, high] = limits(answers, "score", 0.5);
      expect(high - low).toBeGreaterThan(10);
      const wald = limits(answers, "wald", 0.5);
      expect(wald[0]).toBe(wald[1]);
    }
  });

  it("by adjusted Wald may miss the estimate at a single answer, because its centre is shifted", () => {
    const [low, high] = limits(classes(0, 0, 1), "adjusted-wald", 0.5);
    expect(high).toBeLessThan(100);
    expect(low).toBeLessThan(high);
  });

  it("is made at levels next to 0 and next to 1 too", () => {
    for (const method of ["adjusted-wald", "score", "wald"] as const) {
      const narrow = limits(classes(1, 2, 3), method, 1e-12);
      expect(narrow[1] - narrow[0]).toBeLessThan(1e-9);
      const wide = limits(classes(1, 2, 3), method, 1 - 2 ** -53);
      expect(wide[1] - wide[0]).toBeGreaterThan(150);
    }
  });

  it("by the score method is exact for huge lopsided counts", () => {
    const [low, high] = limits(classes(3, 0, 1e9), "score", 0.99);
    expect(low).toBeLessThan(high);
    expect(((100 - high) * 1e7).toFixed(2)).toBe("1.52");
    expect(high).toBeCloseTo(99.9999998484, 9);
    const mirrored = limits(classes(1e9, 0, 3), "score", 0.99);
    expect(mirrored).toStrictEqual([-high, -low]);
  });

  it.each(["adjusted-wald", "score", "wald"] as const)(
    "is mirrored where detractors and promoters change places, however many: %s",
    (method) => {
      for (const [d, p, r] of [
        [1e9, 3, 0],
        [1e9, 0, 3],
        [1e12, 1, 1],
        [7, 1e9, 0],
      ] as const) {
        const [low, high] = limits(classes(d, p, r), method, 0.99);
        expectAlike(limits(classes(r, p, d), method, 0.99), [-high, -low], 1e-12);
        expect(low).toBeLessThan(high);
      }
    },
  );

  it("is made for as many answers as can be counted", () => {
    const many = classes(2 ** 50, 2 ** 50, 2 ** 51);
    for (const method of ["adjusted-wald", "score", "wald"] as const) {
      const [low, high] = limits(many, method);
      expect(low).toBeCloseTo(25, 4);
      expect(high).toBeCloseTo(25, 4);
      expect(low).toBeLessThan(high);
    }
  });
});

describe.each<[string, (method: never) => unknown]>([
  ["nps", (method) => nps([], { method })],
  ["netScore", (method) => netScore([], { scale: CSAT_SCALE, top: 4, bottom: 2, method })],
])("%s", (caller, take) => {
  it.each([
    ["a string", "wilson"],
    ["a string", "Wald"],
    ["null", null],
    ["1", 1],
  ])("refuses %s for a method: %s", (inWords, method) => {
    expect(() => take(method as never)).toThrow(
      new CxMetricsError(
        `${caller}: method must be "adjusted-wald" or "score" or "wald", got ${inWords}`,
        "invalid-argument",
        ["method"],
      ),
    );
  });
});
