// Charts where vega is not installed, which takes modules loaded anew.

import { afterEach, expect, it, vi } from "vitest";
import { nps } from "../../src/index.ts";
import { shown } from "./shown.ts";

afterEach(() => {
  vi.doUnmock("vega");
  vi.resetModules();
});

it("a chart in a notebook has no picture where vega is not installed, and chartSvg says what to install", async () => {
  vi.resetModules();
  const cause = new Error("Cannot find package 'vega'");
  vi.doMock("vega", () => {
    throw cause;
  });
  const charts = await import("../../src/charts/index.ts");
  const spec = charts.npsChart(nps([10]));
  expect(Object.keys(await shown(spec))).toEqual(["application/vnd.vegalite.v5+json", "text/plain"]);
  await expect(charts.chartSvg(spec)).rejects.toMatchObject({
    name: "CxMetricsError",
    code: "missing-package",
    path: [],
    message: "chartSvg: the packages vega and vega-lite must be installed to draw a chart",
    cause: { cause },
  });
});
