import { describe, expect, it } from "vitest";
import { type ChartSpec, themeChart } from "../../src/charts/index.ts";
import { partsOf } from "./parts.ts";
import { draw } from "./render.ts";
import * as results from "./results.ts";

type Theme = (typeof results.THEMES)["themes"][number];

/** A chart of themes with these impacts, each mentioned in half of the comments. */
const chartOf = (
  impacts: Readonly<Record<string, number | null>>,
  labels: "en" | "id" = "en",
  width = 560,
): ChartSpec => {
  const interval = { low: 0.25, high: 0.75, level: 0.95, method: "wilson" };
  const themes = Object.entries(impacts).map(([theme, impact]) => ({
    ...{ theme, impact, mentions: { rate: 0.5, interval } },
  }));
  return themeChart(
    { ...results.THEMES, n: 12, themes: themes as unknown as readonly Theme[] },
    { labels, width },
  );
};

describe("the finding of themes", () => {
  it("is of the first of those without which the score differs most, either way, and claims no cause", () => {
    const mentions = "price is mentioned most, in 50 % of 12 comments";
    expect(chartOf({ price: 1, staff: -20, delivery: 20, website: null }).description).toBe(
      `${mentions}; NPS of all differs most from that of those who do not mention staff, by −20.0.`,
    );
    expect(chartOf({ price: 1, delivery: 20 }).description).toBe(
      `${mentions}; NPS of all differs most from that of those who do not mention delivery, by 20.0.`,
    );
    expect(chartOf({ price: -4.8 }, "id").description).toBe(
      "price paling sering disebut, dalam 50 % dari 12 komentar; NPS keseluruhan paling berbeda dari skor mereka yang tidak menyebut price, sebesar −4,8.",
    );
  });

  it("is of mentions alone where there is no difference, or none that can be seen", () => {
    const mentions = "price is mentioned most, in 50 % of 12 comments.";
    expect(chartOf({ price: 0, staff: null }).description).toBe(mentions);
    expect(chartOf({ price: 0.04, staff: -0.04 }).description).toBe(mentions);
    expect(chartOf({ price: 0.05 }).description).toContain("mention price, by 0.1.");
  });
});

describe("the axis of impacts", () => {
  it("says what is taken from what, in as many lines as its view is narrow", () => {
    const titles = (width: number): unknown => partsOf(chartOf({ price: 3 }, "en", width), "axis");
    expect(titles(560)).toContainEqual({ title: ["NPS of all less that of others"], tickCount: 4 });
    expect(titles(180)).toContainEqual({
      title: ["NPS of all", "less that of", "others"],
      tickCount: 4,
    });
  });
});

describe("the marks of themes", () => {
  it("tell of their theme, how many mention it, and its impact", () => {
    const theme = { field: "theme", type: "nominal", title: "Theme" };
    expect(partsOf(chartOf({ price: 3 }), "tooltip")).toEqual([
      [theme, { field: "share", type: "quantitative", title: "Share of comments", format: ".1%" }],
      [theme, { field: "text", type: "nominal", title: "NPS of all less that of others" }],
    ]);
  });

  it("are bars for shares, for intervals, and for impacts where there are any", async () => {
    const { marks } = await draw(chartOf({ price: 3, staff: null }));
    expect(marks).toEqual({ bar: 2 + 2 + 1, "rule mark": 1, "text mark": 1 });
  });

  it("are good where more of the score is better and the impact is above 0, and bad where it is below", () => {
    const [, bars] = partsOf(chartOf({ price: 3, staff: -3 }), "values") as { quality: string }[][];
    expect(bars?.map(({ quality }) => quality)).toEqual(["good", "bad"]);
  });

  it("have their figures on the side to which they go, and none at all on the right", () => {
    const [, , right, left] = partsOf(chartOf({ price: 3, staff: -3, website: 0 }), "values") as {
      theme: string;
    }[][];
    expect(right?.map(({ theme }) => theme)).toEqual(["price", "website"]);
    expect(left?.map(({ theme }) => theme)).toEqual(["staff"]);
  });
});
