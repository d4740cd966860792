import * as vega from "vega";
import { describe, expect, it } from "vitest";
import {
  type ChartSpec,
  chartSvg,
  driverChart,
  segmentChart,
  survivalChart,
} from "../../src/charts/index.ts";
import { legendOf } from "../../src/charts/legend.ts";
import type { TextMetrics } from "../../src/charts/measuring.ts";
import { textWidth } from "../../src/charts/textWidth.ts";
import { nps } from "../../src/index.ts";
import { draw } from "./render.ts";
import * as results from "./results.ts";

describe("the width of text", () => {
  it("is a sum over its signs, in parts of the font size", () => {
    expect(textWidth("", 12)).toBe(0);
    expect(textWidth("i", 10)).toBeCloseTo(3, 12);
    expect(textWidth("nil 10 %", 100)).toBeCloseTo(64 + 30 + 30 + 35 + 64 + 64 + 35 + 108, 9);
    expect(textWidth("nil", 20)).toBeCloseTo(2 * textWidth("nil", 10), 12);
  });

  it("is more in bold type, and as much as the font is high for the scripts of East Asia", () => {
    expect(textWidth("nil", 10, true)).toBeCloseTo(1.13 * textWidth("nil", 10), 12);
    expect(textWidth("漢字", 10)).toBeCloseTo(21.6, 12);
    expect(textWidth("é", 10)).toBeCloseTo(6.4, 12);
    // The first of the Korean letters, and the last before them.
    expect(textWidth("\u1100", 10)).toBeCloseTo(10.8, 12);
    expect(textWidth("\u10ff", 10)).toBeCloseTo(6.4, 12);
  });
});

describe("lines of a title", () => {
  const lines = (spec: ChartSpec): readonly string[] =>
    (spec["title"] as unknown as { text: readonly string[] }).text;
  const titled = (title: string, width: number): readonly string[] =>
    lines(segmentChart([{ key: { plan: "Pro" }, score: nps([10]) }], { title, width }));

  it("break between words, and keep a number with its percent sign", () => {
    expect(titled("Of all who answered 55 % of them would come back", 240)).toEqual([
      "Of all who answered",
      "55 % of them would",
      "come back",
    ]);
    expect(titled("Those who answered it 55 % of them", 240)[0]).toBe("Those who answered it");
  });

  it("break within a word that is longer than a line", () => {
    const pieces = titled("m".repeat(40), 240);
    expect(pieces.join("")).toBe("m".repeat(40));
    expect(pieces.length).toBe(4);
    for (const piece of pieces) expect(textWidth(piece, 16, true)).toBeLessThanOrEqual(240);
  });

  it("may be exactly as wide as the plot", () => {
    const title = "Answers of those who came back";
    const width = textWidth(title, 16, true);
    expect(titled(title, width)).toEqual([title]);
    expect(titled(title, width - 1e-9)).toEqual(["Answers of those who came", "back"]);
    const word = "m".repeat(16);
    const letters = [...word].reduce((sum, letter) => sum + textWidth(letter, 16, true), 0);
    expect(titled(word, letters)).toEqual([word]);
    expect(titled(word, letters - 1e-9)).toEqual([word.slice(1), "m"]);
  });

  it("have one space between words, and none around them", () => {
    expect(titled(" Answers  of\n\tall ", 240)).toEqual(["Answers of all"]);
    expect(titled(" ", 240)).toEqual([""]);
  });

  it("are as long above a narrow plot as above one of 240 pixels", () => {
    const title = "A title that is longer than one narrow line";
    expect(titled(title, 100)).toEqual(titled(title, 240));
  });
});

describe("percentages on axes", () => {
  const ticks = async (percent: string): Promise<readonly string[]> =>
    (await draw(survivalChart(results.CURVE, { labels: { percent } }))).texts;

  it("are written as in sentences", async () => {
    expect((await draw(survivalChart(results.CURVE))).texts).toContain("20 %");
    expect(await ticks("{value}pc")).toContain("20pc");
  });

  it("have their sign behind the number, where sentences have it in front", async () => {
    expect(await ticks("% {value}")).toContain("20%");
  });
});

describe("legends", () => {
  it("have as many columns as fit", () => {
    expect(legendOf(["i", "l"], 200)).toEqual({ columns: 2 });
    expect(legendOf(["goes with a higher outcome", "goes with a lower outcome"], 200)).toEqual({
      columns: 1,
    });
    expect(legendOf(["a", "b", "c"], 10)).toEqual({ columns: 1 });
  });

  it("tell which curve is which, where there are several", async () => {
    const shown = async (spec: ChartSpec): Promise<number> =>
      (await draw(spec)).texts.filter((text) => text === "Basic").length;
    // In the legend, and beside the numbers at risk.
    expect(await shown(survivalChart(results.CURVES))).toBe(2);
    expect(await shown(survivalChart(results.CURVE))).toBe(0);
  });
});

describe("text while chartSvg draws", () => {
  const metrics = (vega as unknown as { readonly textMetrics: TextMetrics }).textMetrics;
  const widthOf = (svg: string): number => Number(/ width="(\d+)/.exec(svg)?.[1]);

  it("takes up what it needs: no picture is much wider than its plot and labels", async () => {
    expect(widthOf(await chartSvg(driverChart(results.DRIVERS, { width: 400 })))).toBeLessThan(500);
  });

  it("is measured as before afterwards, in whatever order drawings end", async () => {
    const before = metrics.width;
    expect(before).toBe(metrics.estimateWidth);
    const small = driverChart(results.DRIVERS, { width: 100 });
    const large = segmentChart(results.SEGMENTS);
    const alone = [await chartSvg(small), await chartSvg(large)];
    expect(await Promise.all([chartSvg(small), chartSvg(large)])).toEqual(alone);
    expect(metrics.width).toBe(before);
  });

  it("is measured as before after a drawing that failed", async () => {
    const spec = { data: { url: "nowhere:nothing" }, mark: "point" } as unknown as ChartSpec;
    await chartSvg(spec).catch(() => undefined);
    expect(metrics.width).toBe(metrics.estimateWidth);
  });

  it("is measured by the caller's own function, where Vega was given one", async () => {
    const own = (): number => 300;
    metrics.width = own;
    try {
      expect(widthOf(await chartSvg(driverChart(results.DRIVERS, { width: 400 })))).toBeGreaterThan(700);
      expect(metrics.width).toBe(own);
    } finally {
      metrics.width = metrics.estimateWidth;
    }
  });

  it("may be without a size, and may be nothing", async () => {
    const [values, encoding] = [[{ text: "nil" }], { text: { field: "text", type: "nominal" } }];
    const spec = { data: { values }, mark: "text", encoding, height: 20, width: 20 } as unknown as ChartSpec;
    const nothing = { ...spec, encoding: {} } as unknown as ChartSpec;
    expect(widthOf(await chartSvg(spec))).toBe(30);
    expect(widthOf(await chartSvg(nothing))).toBe(30);
  });

  it("is cut off at the limit that a chart sets", async () => {
    const label = "m".repeat(60);
    const [first, ...others] = results.DRIVERS.drivers;
    const drivers = [{ ...first, driver: label }, ...others];
    const svg = await chartSvg(driverChart({ ...results.DRIVERS, drivers } as never));
    expect(svg).not.toContain(`>${label}`);
    expect(svg).toContain("m…");
    expect(widthOf(svg)).toBeLessThan(560 + 240 + 60);
  });
});
