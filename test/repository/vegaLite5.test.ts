// Charts follow the schema that they name, Vega-Lite 5, and are drawn by it as by version 6.
//
// Version 5 is installed apart: npm ci --prefix test/vegalite5

import { describe, expect, it } from "vitest";
import { OPTIONS, STATES } from "../charts/everyChart.ts";
import { drawWithVegaLite5, HAS_VEGA_LITE_5, schemaChecker } from "../support/vegaLite5.ts";

if (!HAS_VEGA_LITE_5) it("Vega-Lite 5 is skipped: it is not installed in test/vegalite5", () => undefined);

describe.runIf(HAS_VEGA_LITE_5)("Vega-Lite 5", () => {
  const broken = HAS_VEGA_LITE_5 ? schemaChecker() : () => [];

  it("refuses what breaks its schema", () => {
    const spec = { data: { values: [] }, mark: "bar", encoding: {} };
    expect(broken(spec)).toEqual([]);
    expect(broken({ ...spec, mark: "barr" })).not.toEqual([]);
    expect(broken({ ...spec, encoding: { x: { field: "a", type: "quantity" } } })).not.toEqual([]);
    expect(broken({ ...spec, config: { axis: { labelColour: "red" } } })).not.toEqual([]);
  });

  describe.each(STATES)("%s", (_, chart) => {
    it.each(OPTIONS)("follows the schema %s, and is drawn without complaint", async (_, options) => {
      const spec: unknown = JSON.parse(JSON.stringify(chart(options)));
      expect(broken(spec)).toEqual([]);
      const { svg, complaints } = await drawWithVegaLite5(spec);
      expect(complaints).toEqual([]);
      expect(svg).toContain("</svg>");
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    });
  });
});
