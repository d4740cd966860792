import { describe, expect, it } from "vitest";
import { type ChartSpec, themeChart } from "../../src/charts/index.ts";
import { partsOf } from "./parts.ts";
import { draw } from "./render.ts";
import * as results from "./results.ts";

type Theme = (typeof results.THEMES)["themes"][number];

/** A chart of themes with these effects, each mentioned in half of the comments. */
const chartOf = (effects: Readonly<Record<string, number | null>>): ChartSpec => {
  const interval = { low: 0.25, high: 0.75, level: 0.95, method: "wilson" };
  const themes = Object.entries(effects).map(([theme, impact]) => ({
    ...{ theme, impact, mentions: { rate: 0.5, interval } },
  }));
  return themeChart({ ...results.THEMES, n: 12, themes: themes as unknown as readonly Theme[] });
};

describe("the finding of themes", () => {
  it("is of the first of those that change the score most, either way", () => {
    expect(chartOf({ price: 1, staff: -20, delivery: 20, website: null }).description).toBe(
      "price is mentioned most, in 50 % of 12 comments; staff changes NPS most, by −20.0.",
    );
  });

  it("is of mentions alone where none changes it", () => {
    expect(chartOf({ price: 0, staff: null }).description).toBe(
      "price is mentioned most, in 50 % of 12 comments.",
    );
  });
});

describe("the marks of themes", () => {
  it("tell of their theme, how many mention it, and its effect", () => {
    const theme = { field: "theme", type: "nominal", title: "Theme" };
    expect(partsOf(chartOf({ price: 3 }), "tooltip")).toEqual([
      [theme, { field: "share", type: "quantitative", title: "Share of comments", format: ".1%" }],
      [theme, { field: "text", type: "nominal", title: "Effect on NPS" }],
    ]);
  });

  it("are bars for shares, for intervals, and for effects where there are any", async () => {
    const { marks } = await draw(chartOf({ price: 3, staff: null }));
    expect(marks).toEqual({ bar: 2 + 2 + 1, "rule mark": 1, "text mark": 1 });
  });

  it("are good where more of the score is better and the effect is above 0, and bad where it is below", () => {
    const [, bars] = partsOf(chartOf({ price: 3, staff: -3 }), "values") as { quality: string }[][];
    expect(bars?.map(({ quality }) => quality)).toEqual(["good", "bad"]);
  });

  it("have their figures on the side to which they go, and no effect on the right", () => {
    const [, , right, left] = partsOf(chartOf({ price: 3, staff: -3, website: 0 }), "values") as {
      theme: string;
    }[][];
    expect(right?.map(({ theme }) => theme)).toEqual(["price", "website"]);
    expect(left?.map(({ theme }) => theme)).toEqual(["staff"]);
  });
});
