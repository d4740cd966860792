import { setTimeout } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
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

  it("leaves no clock running behind a specification that moves", async () => {
    const timers = (): number => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
    const before = timers();
    const spec = {
      data: { values: [{ year: 2025 }, { year: 2026 }] },
      params: [{ name: "moving", select: { type: "point", fields: ["year"], on: "timer" } }],
      transform: [{ filter: { param: "moving" } }],
      mark: "point",
      encoding: { time: { field: "year", type: "ordinal" } },
    };
    await chartSvg(spec as unknown as ChartSpec);
    for (let tries = 0; tries < 50 && timers() > before; tries++) await setTimeout(10);
    expect(timers()).toBeLessThanOrEqual(before);
  });

  it("refuses what fails while it is drawn, and says nothing on the console, where Vega would repeat the data", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const transform = [{ calculate: "datum.nothing.at.all", as: "x" }];
    const spec = { data: { values: [{ a: 1 }] }, transform, mark: "point" };
    try {
      await expect(chartSvg(spec as unknown as ChartSpec)).rejects.toMatchObject({
        name: "CxMetricsError",
        code: "invalid-argument",
        path: ["spec"],
      });
      expect(said).not.toHaveBeenCalled();
    } finally {
      said.mockRestore();
    }
  });

  it("draws what Vega only warns of", async () => {
    const said = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const encoding = { x: { field: "none", type: "quantitative" } };
    const spec = { data: { values: [{ a: 1 }] }, mark: "point", encoding };
    try {
      expect(await chartSvg(spec as unknown as ChartSpec)).toMatch(/^<svg /);
      expect(said).not.toHaveBeenCalled();
    } finally {
      said.mockRestore();
    }
  });

  it.each([null, 3, "spec", {}, { mark: 1 }])("refuses %s", async (spec) => {
    await expect(chartSvg(spec as unknown as ChartSpec)).rejects.toMatchObject({ code: "invalid-argument" });
  });

  it("says what it wants where it is given nothing", async () => {
    await expect(chartSvg(null as unknown as ChartSpec)).rejects.toMatchObject({
      message: "chartSvg: spec must be an object, got null",
      path: ["spec"],
    });
  });

  it("says what draws a score that was given in place of its chart", async () => {
    await expect(chartSvg(nps([9]) as unknown as ChartSpec)).rejects.toMatchObject({
      message:
        "chartSvg: spec must be a Vega-Lite specification, such as npsChart(score), got one that cannot be drawn",
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

  it("is a table of HTML and of text, with a title above and a line for what is left out below", async () => {
    const rows = [
      { plan: "Pro", months: 3 },
      { plan: "Basic", months: 4 },
    ];
    const pro =
      '<table><thead><tr><th scope="col" style="text-align:left">plan</th><th scope="col" style="text-align:right">months</th></tr></thead>' +
      '<tbody><tr><td style="text-align:left">Pro</td><td style="text-align:right">3</td></tr>';
    const basic = '<tr><td style="text-align:left">Basic</td><td style="text-align:right">4</td></tr>';
    expect(await shown(displayTable(rows, { rows: 2 }))).toEqual({
      "text/html": `${pro}${basic}</tbody></table>`,
      "text/plain": "plan\tmonths\nPro\t3\nBasic\t4",
    });
    expect(await shown(displayTable(rows, { rows: 1, title: "Plans" }))).toEqual({
      "text/html": `${pro.replace("<table>", "<table><caption>Plans</caption>")}</tbody></table><p>… + 1</p>`,
      "text/plain": "Plans\nplan\tmonths\nPro\t3\n… + 1",
    });
  });

  it("shows rows that differ in their columns, and values of any kind", async () => {
    const rows = [
      { a: 1, __proto__: null },
      { b: true, c: undefined, d: Number.NaN, share: { count: 0, share: null } },
    ];
    const { "text/plain": text = "" } = await shown(displayTable(rows));
    expect(text).toBe("a\tb\tc\td\tshare\n1\t\t\t\t\n\ttrue\t–\tNaN\t–");
  });

  it.each<readonly [string, unknown, object]>([
    ["value must be an object, got null", null, {}],
    ["value must be an object, got 3", 3, {}],
    ["value at index 1 must be an object, got 3", [{}, 3], {}],
    ["value at index 0 must be an object, got an array", [[]], {}],
    ["title must be a string, got 3", [], { title: 3 }],
    ["rows must be a whole number from 1 up, got 0", [], { rows: 0 }],
    ["rows must be a whole number from 1 up, got 1.5", [], { rows: 1.5 }],
    ['labels must be "en" or "id" or an object, got a string', [], { labels: "de" }],
    ['options must be among title, rows, labels, got "width"', [], { width: 1 }],
  ])("refuses what is wrong: %s", (wrong, value, options) => {
    const message = `displayTable: ${wrong}`;
    expect(() => displayTable(value as object, options)).toThrow(
      expect.objectContaining({ name: "CxMetricsError", code: "invalid-argument", message }),
    );
  });
});
