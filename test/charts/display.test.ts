import { describe, expect, it } from "vitest";
import { type ChartSpec, chartSvg, displayTable, npsChart, segmentChart } from "../../src/charts/index.ts";
import { CxMetricsError, compareAll, nps, tidy } from "../../src/index.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";
import * as results from "./results.ts";
import { DISPLAY, shown } from "./shown.ts";

describe("a chart in a notebook", () => {
  it("is a specification, a picture and a sentence", async () => {
    const spec = npsChart(results.NPS);
    const bundle = await shown(spec);
    expect(Object.keys(bundle)).toEqual(["application/vnd.vegalite.v5+json", "text/plain", "text/html"]);
    expect(bundle["application/vnd.vegalite.v5+json"]).toEqual(spec);
    expect(bundle["text/plain"]).toBe(spec.description);
    expect(bundle["text/html"]).toMatch(/^<div><svg [\s\S]*<\/svg><\/div>$/);
  });

  it("keeps its method from JSON, from loops and from copies", () => {
    const spec = npsChart(results.NPS);
    expect(JSON.parse(JSON.stringify(spec))).toStrictEqual({ ...spec });
    expect(Object.getOwnPropertyDescriptor(spec, DISPLAY)?.enumerable).toBe(false);
  });

  it("does not hide that a changed specification cannot be drawn", async () => {
    const spec = npsChart(results.NPS);
    (spec as { vconcat?: unknown })["vconcat"] = [{ mark: "no such mark" }];
    await expect(shown(spec)).rejects.toThrow(CxMetricsError);
  });
});

describe("chartSvg", () => {
  it("draws a picture with a name", async () => {
    const svg = await chartSvg(segmentChart(results.SEGMENTS, { labels: { segments: '"<' } }));
    expect(svg).toMatch(/^<svg role="img" aria-label="NPS of 7 groups: /);
    expect(svg).not.toContain('"<"');
  });

  it("leaves the specification as it was", async () => {
    const spec = deepFreeze(npsChart(results.NPS));
    const before = JSON.stringify(spec);
    await chartSvg(spec);
    expect(JSON.stringify(spec)).toBe(before);
    expect(Object.getOwnPropertySymbols((spec["vconcat"] as { data?: object }[])[0] as object)).toEqual([]);
  });

  it("draws a specification without a description", async () => {
    const spec = {
      data: { values: [{ a: 1 }] },
      mark: "point",
      encoding: { x: { field: "a", type: "quantitative" } },
    };
    expect(await chartSvg(spec as unknown as ChartSpec)).toMatch(/^<svg xmlns/);
  });

  it.each([null, 3, "spec", {}, { mark: 1 }])("refuses %s", async (spec) => {
    await expect(chartSvg(spec as unknown as ChartSpec)).rejects.toMatchObject({ code: "invalid-argument" });
  });

  it("says what draws a score that was given in place of its chart", async () => {
    await expect(chartSvg(nps([9]) as unknown as ChartSpec)).rejects.toMatchObject({
      message:
        "chartSvg: spec must be a Vega-Lite specification, such as npsChart(score), got one that Vega-Lite refuses",
      path: ["spec"],
    });
  });
});

describe("displayTable", () => {
  it("gives back what it was given, plain and with a table", async () => {
    const rows = tidy(results.SEGMENTS);
    const table = displayTable(rows, { title: "NPS & plans" });
    expect(table).toStrictEqual(rows);
    expect(table).not.toBe(rows);
    expectPlainJson([...table]);
    const { "text/html": html = "", "text/plain": text = "" } = await shown(table);
    expect(html).toContain("<caption>NPS &amp; plans</caption>");
    expect(html).toContain("&lt;b&gt;&amp;&quot;&#39;");
    expect(html.match(/<tr>/g)).toHaveLength(1 + rows.length);
    expect(text.split("\n")).toHaveLength(2 + rows.length);
  });

  it("opens keys and scores, and leaves tallies out", async () => {
    const { "text/plain": text = "" } = await shown(displayTable(results.SEGMENTS));
    const [head = "", first = ""] = text.split("\n");
    expect(head.split("\t")).toContain("segment");
    expect(head).not.toContain("tally");
    expect(first).toContain("95 % interval ");
    expect(first).toContain(" % (");
  });

  it("shows one score, one comparison, and many", async () => {
    const comparisons = compareAll(results.SEGMENTS, { against: "rest" });
    const { "text/plain": one = "" } = await shown(displayTable(results.NPS, { labels: "id" }));
    expect(one).toContain("2.828");
    const { "text/plain": many = "" } = await shown(displayTable(comparisons));
    expect(many.split("\n")[0]).toContain("before.score\tbefore.n");
    expect((await shown(displayTable(nps([]))))["text/plain"]).toContain("–");
  });

  it("sets columns of numbers right, with their headings and what is not known in them", async () => {
    const rows = [
      { plan: "Pro", months: null },
      { plan: "Basic", months: 13.5 },
    ];
    const { "text/html": html = "" } = await shown(displayTable(rows));
    const sides = [...html.matchAll(/text-align:(\w+)">([^<]*)</g)].map(([, side, text]) => [text, side]);
    expect(sides).toEqual([
      ["plan", "left"],
      ["months", "right"],
      ["Pro", "left"],
      ["–", "right"],
      ["Basic", "left"],
      ["13.50", "right"],
    ]);
  });

  it("shows so many rows, and how many more there are", async () => {
    const rows = Array.from({ length: 1200 }, (_, i) => ({ i, half: i / 2, small: 1e-7, tiny: 0.01234567 }));
    const { "text/html": html = "" } = await shown(displayTable(rows, { rows: 10 }));
    expect(html.match(/<tr>/g)).toHaveLength(11);
    expect(html).toContain("<p>… + 1,190</p>");
    expect(html).toContain("1.0e-7");
    expect(html).toContain("0.0123");
  });

  it("shows rows that differ in their columns, and values of any kind", async () => {
    const rows = [
      { a: 1, __proto__: null },
      { b: true, c: undefined, d: Number.NaN, share: { count: 0, share: null } },
    ];
    const { "text/plain": text = "" } = await shown(displayTable(rows));
    expect(text).toBe("a\tb\tc\td\tshare\n1\t\t\t\t\n\ttrue\t–\tNaN\t–");
  });

  it.each([[null], [3], [[3]], [[null]], [[[]]]])("refuses %j", (value) => {
    expect(() => displayTable(value as unknown as object)).toThrow(CxMetricsError);
  });

  it.each([{ title: 3 }, { rows: 0 }, { labels: "de" }, { other: 1 }])(
    "refuses the options %j",
    (options) => {
      expect(() => displayTable([], options as object)).toThrow(CxMetricsError);
    },
  );
});
