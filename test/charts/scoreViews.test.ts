import { describe, expect, it } from "vitest";
import { npsChart, scoreChart } from "../../src/charts/index.ts";
import { ces, csat, nps } from "../../src/index.ts";
import { partsOf } from "./parts.ts";
import { draw } from "./render.ts";
import * as results from "./results.ts";

describe("the views of a score", () => {
  it("tell of the interval, the score, the classes, and each rating", () => {
    const limit = { type: "quantitative", format: ",.0f" };
    expect(partsOf(npsChart(results.NPS), "tooltip")).toEqual([
      [
        { ...limit, field: "low", title: "Lower limit" },
        { ...limit, field: "high", title: "Upper limit" },
      ],
      [{ ...limit, field: "score", title: "Score" }],
      [{ field: "class", type: "nominal", title: "Group" }],
      [
        { field: "rating", type: "ordinal", title: "Rating" },
        { field: "count", type: "quantitative", title: "Answers", format: ",.0f" },
        { field: "share", type: "quantitative", title: "Share of answers", format: ".1%" },
      ],
    ]);
  });

  it("give scores with as many decimals as their metric has", () => {
    const formats = (spec: object): ReadonlySet<unknown> =>
      new Set(partsOf(partsOf(spec, "tooltip").slice(0, 2), "format"));
    expect(formats(scoreChart(csat([5, 4, 1])))).toEqual(new Set([",.1f"]));
    expect(formats(scoreChart(ces([5, 4, 1])))).toEqual(new Set([",.2f"]));
  });

  it("show all that the score can be, and no more", async () => {
    const scale = { min: 1, max: 100 };
    const { texts } = await draw(scoreChart(ces([1, 30, 50, 100], { scale })));
    expect(texts.slice(0, texts.indexOf("CES (higher is better)"))).toEqual(["20", "40", "60", "80", "100"]);
  });

  it("leave ratings out of their axis where there is no room for all", async () => {
    const scale = { min: 1, max: 100 };
    const { svg } = await draw(scoreChart(ces([1, 30, 50, 100], { scale }), { width: 200 }));
    const ratings = [...svg.matchAll(/<text[^>]* opacity="1">(\d+)<\/text>/g)].map(([, rating]) => rating);
    expect(ratings).toContain("1");
    expect(ratings).not.toContain("2");
    expect(ratings.length).toBeLessThan(20);
  });

  it("have no bar for a class without answers", async () => {
    expect((await draw(npsChart(nps([10, 0])))).marks["bar"]).toBe(11 + 2);
  });

  it("name classes without a share, and have an axis of all shares, where there are no answers", async () => {
    const { texts } = await draw(npsChart(nps([])));
    expect(texts).toEqual(expect.arrayContaining(["detractors", "passives", "promoters"]));
    expect(texts).toEqual(expect.arrayContaining(["0 %", "20 %", "40 %", "60 %", "80 %", "100 %"]));
  });
});
