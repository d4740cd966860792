import { describe, expect, it } from "vitest";
import { segmentChart } from "../../src/charts/index.ts";
import { STATES } from "./everyChart.ts";
import { draw } from "./render.ts";

describe("a specification", () => {
  it("says which schema it follows", () => {
    expect(segmentChart([]).$schema).toBe("https://vega.github.io/schema/vega-lite/v5.json");
  });

  /** By property, the words of Vega-Lite that charts use. */
  const WORDS: Readonly<Record<string, readonly string[]>> = {
    // Of a field, of a mark and of a scale.
    type: "nominal ordinal quantitative area bar line point rect rule text tick band".split(" "),
    align: ["left", "center", "right"],
    baseline: ["top", "middle", "bottom"],
    interpolate: ["rgb", "step", "step-after"],
  };

  /** What a specification says by those properties, apart from its data. */
  function said(value: unknown): readonly (readonly [property: string, word: string])[] {
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([property, part]) => {
      if (property === "data") return [];
      return property in WORDS && typeof part === "string" ? [[property, part] as const] : said(part);
    });
  }

  it.each(STATES)("of %s has the words of Vega-Lite", (_, chart) => {
    for (const [property, word] of said(chart({}))) expect(WORDS[property]).toContain(word);
  });
});

describe("a chart without data", () => {
  // Of no revenue the waterfall draws zeros.
  const empty = STATES.filter(([name]) => / of no(?:thing|body)$/.test(name) && !/^revenue/.test(name));

  it.each(empty)("%s says so", async (_, chart) => {
    const [english, indonesian] = [await draw(chart({})), await draw(chart({ labels: "id" }))];
    expect(english.texts).toContain("No data");
    expect(indonesian.texts).toContain("Tidak ada data");
  });
});
