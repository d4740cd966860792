import { describe, expect, it } from "vitest";
import { npsChart, segmentChart } from "../../src/charts/index.ts";
import * as results from "./results.ts";

describe("options of a chart", () => {
  it.each<readonly [string, object]>([
    ["npsChart: title must be a string, got 3", { title: 3 }],
    ["npsChart: width must be a number from 100 to 4000, got 99", { width: 99 }],
    ["npsChart: width must be a number from 100 to 4000, got 4001", { width: 4001 }],
    ["npsChart: width must be a number from 100 to 4000, got NaN", { width: Number.NaN }],
    ['npsChart: labels must be "en" or "id" or an object, got a string', { labels: "de" }],
    ['npsChart: theme must be "light" or "dark", got a string', { theme: "grey" }],
    ['npsChart: options must be among title, width, labels, theme, got "colour"', { colour: "red" }],
    ["npsChart: options must be an object, got null", null as never],
  ])("that are wrong are refused by name: %s", (message, options) => {
    const refused = expect.objectContaining({ name: "CxMetricsError", code: "invalid-argument", message });
    expect(() => npsChart(results.NPS, options)).toThrow(refused);
  });

  it("are those of all charts, and its own", () => {
    const message =
      'segmentChart: options must be among title, width, labels, theme, reference, got "colour"';
    const options = { colour: "red" } as object;
    expect(() => segmentChart([], options)).toThrow(expect.objectContaining({ message }));
  });

  it("may be as narrow as 100 pixels and as wide as 4,000", () => {
    for (const width of [100, 4000]) expect(segmentChart(results.SEGMENTS, { width })["width"]).toBe(width);
  });
});
