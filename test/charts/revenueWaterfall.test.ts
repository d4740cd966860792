import { describe, expect, it } from "vitest";
import { type ChartSpec, revenueWaterfall } from "../../src/charts/index.ts";
import { revenueMovement } from "../../src/index.ts";
import { expectPlainJson } from "../support/plainJson.ts";
import { partsOf } from "./parts.ts";
import * as results from "./results.ts";

const NOTHING = revenueMovement([], []);

/** A chart of a movement with these amounts. */
const chartOf = (amounts: Partial<typeof NOTHING>): ChartSpec => revenueWaterfall({ ...NOTHING, ...amounts });
const still = (amount: number): string => chartOf({ starting: amount, ending: amount }).description;

interface Bar {
  readonly start: number;
  readonly end: number;
  readonly high: number;
  readonly quality: string;
  readonly text: string;
}
const barsOf = (spec: ChartSpec): readonly Bar[] => partsOf(spec, "values")[0] as readonly Bar[];

describe("amounts", () => {
  it("are in thousands from 100,000 on, in millions from ten million and in billions from ten billion", () => {
    const unitAt = (amount: number): string | undefined => /from (.*) to/.exec(still(amount))?.[1];
    expect([99_999, 1e5].map(unitAt)).toEqual(["99,999", "100.0 thousand"]);
    expect([250_000, 25_500_000].map(unitAt)).toEqual(["250.0 thousand", "25.50 million"]);
    expect([9_999_999, 1e7].map(unitAt)).toEqual(["10,000 thousand", "10.00 million"]);
    expect([9_999_999_999, 1e10].map(unitAt)).toEqual(["10,000 million", "10.00 billion"]);
  });

  it("are whole where each of them is, and have cents where one has", () => {
    expect(still(150)).toContain("from 150 to 150:");
    expect(still(99.5)).toContain("from 99.50 to 99.50:");
    expect(chartOf({ starting: 100, churned: 0.5, ending: 99.5 }).description).toBe(
      "Revenue went from 100.00 to 99.50: 0.00 gained, 0.50 lost.",
    );
    expect(chartOf({ starting: 99.5, new: 0.5, ending: 100 }).description).toContain("from 99.50 to 100.00:");
  });

  it("have a unit on the axis where they have one in words, or a currency", () => {
    const titleOf = (amount: number, currency?: string): unknown => {
      const spec = revenueWaterfall({ ...NOTHING, starting: amount }, { currency });
      return partsOf(partsOf(spec, "x"), "title")[0];
    };
    expect(titleOf(100)).toBe("Revenue");
    expect(titleOf(100, "IDR")).toBe("Revenue in IDR");
    expect(titleOf(1e6)).toBe("Revenue in thousand");
    expect(titleOf(1e6, "IDR")).toBe("Revenue in thousand IDR");
  });

  it("that are next to nothing below 0 are no −0 in a larger unit, where a bar begins or ends", () => {
    const spec = chartOf({ contraction: 5e-324, ending: 1e5 });
    expectPlainJson({ ...spec });
    expect(barsOf(spec).map(({ start, end, high }) => [start, end, high])).toEqual([
      ...Array.from({ length: 6 }, () => [0, 0, 0]),
      [0, 100, 100],
    ]);
  });
});

describe("bars of a movement", () => {
  it("begin where the one above ends, and say what was gained and lost", () => {
    const spec = chartOf({ starting: 100, new: 20, expansion: 5, contraction: 10, churned: 15, ending: 100 });
    const bars = barsOf(spec).map(({ start, end, high, quality, text }) => [start, end, high, quality, text]);
    expect(bars).toEqual([
      [0, 100, 100, "neutral", "100"],
      [100, 120, 120, "good", "+20"],
      [120, 125, 125, "good", "+5"],
      [125, 125, 125, "good", "0"],
      [125, 115, 125, "bad", "−10"],
      [115, 100, 115, "bad", "−15"],
      [0, 100, 100, "neutral", "100"],
    ]);
  });

  it("leave room for figures behind them, and have an axis where there are none", () => {
    const domainOf = (spec: ChartSpec): unknown => partsOf(partsOf(spec, "x"), "domain")[0];
    expect(domainOf(chartOf({ starting: 100 }))).toEqual([0, 118]);
    expect(domainOf(chartOf({}))).toEqual([0, 1]);
  });

  it("tell of what they are and how much", () => {
    expect(partsOf(revenueWaterfall(results.REVENUE), "tooltip")[0]).toEqual([
      { field: "label", type: "nominal", title: "Revenue" },
      { field: "text", type: "nominal", title: "Revenue in million" },
    ]);
  });
});
