import { describe, expect, it } from "vitest";
import { type ChartSpec, rfmMap } from "../../src/charts/index.ts";
import type { Rfm } from "../../src/index.ts";
import { partsOf } from "./parts.ts";
import { draw } from "./render.ts";
import * as results from "./results.ts";

type Segment = readonly [segment: string, customers: number];

/** A chart of customers with these pairs of scores. */
const chartOf = (
  bins: number,
  scores: readonly (readonly [recency: number, frequency: number])[],
  segments: readonly Segment[] = [],
): ChartSpec =>
  rfmMap({
    ...results.RFM,
    bins,
    customers: scores.map(([recencyScore, frequencyScore]) => ({ recencyScore, frequencyScore })),
    segments: segments.map(([segment, customers]) => ({ segment, customers })),
  } as unknown as Rfm);

describe("the map", () => {
  const PAIRS = [
    [3, 3],
    [3, 1],
    [1, 3],
    [3, 3],
    [3, 2],
  ] as const;

  it("has a cell for each pair of scores, shaded by its part of the largest", () => {
    expect(partsOf(chartOf(3, PAIRS), "values")[0]).toEqual([
      { recency: 1, frequency: 3, customers: 1, part: 0.5 },
      { recency: 3, frequency: 1, customers: 1, part: 0.5 },
      { recency: 3, frequency: 2, customers: 1, part: 0.5 },
      { recency: 3, frequency: 3, customers: 2, part: 1 },
    ]);
  });

  it("tells of the scores of a cell and how many have them", () => {
    expect(partsOf(chartOf(3, PAIRS), "tooltip")[0]).toEqual([
      { field: "recency", type: "ordinal", title: "Recency score (right is more recent)" },
      { field: "frequency", type: "ordinal", title: "Frequency score (up is more often)" },
      { field: "customers", type: "quantitative", title: "Customers", format: ",.0f" },
    ]);
  });

  it("has room for all scores, those too that nobody has", async () => {
    const { texts } = await draw(chartOf(4, [[2, 3]]));
    // Beside both axes, and the figure of the cell.
    const shown = texts.filter((text) => /^[1-4]$/.test(text));
    expect(shown.sort().join(" ")).toBe("1 1 1 2 2 3 3 4 4");
  });

  it("has figures in its cells, of a thousand with their thousands apart, up to ten bins", async () => {
    const thousand = Array.from({ length: 1000 }, () => [1, 1] as const);
    expect((await draw(chartOf(10, thousand))).texts).toContain("1,000");
    const { marks, texts } = await draw(chartOf(11, thousand));
    expect(texts).not.toContain("1,000");
    expect(marks).toEqual({ "rect mark": 1 });
  });

  it("has thinner lines between its cells where there are more than 30 bins", () => {
    const lineOf = (bins: number) => partsOf(chartOf(bins, [[1, 1]]), "strokeWidth")[0];
    expect([lineOf(30), lineOf(31)]).toEqual([1.5, 0.5]);
  });

  it("leaves out scores beside it that would cover each other", async () => {
    const { svg } = await draw(chartOf(100, [[1, 1]]));
    const shown = svg.match(/opacity="1">\d+<\/text>/g)?.length;
    expect(shown).toBeGreaterThan(20);
    expect(shown).toBeLessThan(100);
  });
});

describe("segments", () => {
  it("are bars below the map, where the result has any", () => {
    const pairs = [
      [1, 2],
      [2, 2],
    ] as const;
    expect(chartOf(2, pairs)["vconcat"]).toHaveLength(1);
    expect(chartOf(2, pairs, [["loyal", 2]])["vconcat"]).toHaveLength(2);
  });

  it("say how many customers they have, and of how many that is which part", () => {
    const pairs = Array.from({ length: 2000 }, () => [1, 1] as const);
    const spec = chartOf(2, pairs, [
      ["loyal", 1500],
      ["lost", 500],
      ["new", 0],
    ]);
    expect(partsOf(spec, "values")[1]).toEqual([
      { segment: "loyal", customers: 1500, text: "1,500 (75 %)" },
      { segment: "lost", customers: 500, text: "500 (25 %)" },
      { segment: "new", customers: 0, text: "0 (0 %)" },
    ]);
    expect(partsOf(spec, "tooltip")[1]).toEqual([
      { field: "segment", type: "nominal", title: "Segment" },
      { field: "text", type: "nominal", title: "Customers" },
    ]);
  });
});

describe("the finding of an RFM map", () => {
  it("is how many have the best scores, where there are no segments", () => {
    const pairs = [
      [1, 1],
      [1, 3],
      [3, 1],
      [3, 3],
      [3, 3],
      [3, 2],
      [2, 3],
    ] as const;
    expect(chartOf(3, pairs).description).toBe("7 customers, of whom 2 score 3 in recency and frequency.");
    expect(chartOf(3, pairs.slice(0, 3)).description).toBe(
      "3 customers, of whom 0 score 3 in recency and frequency.",
    );
  });

  it("is the largest segment, the first of those that are as large", () => {
    const segments: readonly Segment[] = [
      ["new", 1],
      ["loyal", 2],
      ["lost", 2],
    ];
    const pairs = Array.from({ length: 5 }, () => [1, 1] as const);
    expect(chartOf(2, pairs, segments).description).toBe(
      "5 customers; the largest segment is loyal with 40 %.",
    );
  });
});

it("results of two and of a hundred bins are drawn", () => {
  for (const bins of [2, 100]) {
    expect(chartOf(bins, [[bins, 1]]).description).toBe(
      `1 customer, of whom 0 score ${bins} in recency and frequency.`,
    );
  }
});
