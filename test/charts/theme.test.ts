import { describe, expect, it } from "vitest";
import { THEMES } from "../../src/charts/theme.ts";
import { channels, contrast } from "./colours.ts";

/** The colour part of the way along a scale, as `interpolate: "rgb"` makes it. */
function between(from: string, to: string, part: number): string {
  const [a, b] = [channels(from), channels(to)];
  const mixed = a.map((channel, i) => Math.round(channel + part * ((b[i] as number) - channel)));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

const PARTS = Array.from({ length: 1001 }, (_, i) => i / 1000);

it("contrast is that of the guidelines", () => {
  expect(contrast("#000000", "#ffffff")).toBe(21);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.478, 3);
});

describe.each(["light", "dark"] as const)("the %s theme", (name) => {
  const { background, text, mutedText, grid, good, bad, neutral, series, sequence } = THEMES[name];

  it.each([good, bad, neutral, text, ...series])("draws marks in %s, 3:1 from the background", (colour) => {
    expect(contrast(colour, background)).toBeGreaterThanOrEqual(3);
  });

  it.each([text, mutedText])("writes in %s, 4.5:1 from the background", (colour) => {
    expect(contrast(colour, background)).toBeGreaterThanOrEqual(4.5);
  });

  it("has lines to read by that are seen, and fainter than any mark", () => {
    expect(contrast(grid, background)).toBeGreaterThan(1.2);
    expect(contrast(grid, background)).toBeLessThan(3);
  });

  it("keeps every cell of a scale 3:1 from the background, and the text in it 4.5:1 from the cell", () => {
    for (const part of PARTS) {
      const cell = between(sequence.from, sequence.to, part);
      expect(contrast(cell, background), `${part}`).toBeGreaterThanOrEqual(3);
      const ink = part > sequence.turn ? sequence.textAfter : sequence.textBefore;
      expect(contrast(ink, cell), `${part}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("has a different colour for each series", () => {
    expect(new Set(series).size).toBe(series.length);
  });
});
