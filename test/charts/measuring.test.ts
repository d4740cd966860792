import { describe, expect, it } from "vitest";
import { type TextMetrics, withTextWidths } from "../../src/charts/measuring.ts";
import { textWidth } from "../../src/charts/textWidth.ts";

const estimateWidth = (): number => 1000;
const metricsOfVega = (): TextMetrics => ({ width: estimateWidth, estimateWidth });

/** What a text is measured as while a chart is drawn. */
async function widthOf(item: Parameters<TextMetrics["width"]>[0], text: unknown): Promise<number> {
  const metrics = metricsOfVega();
  return await withTextWidths(metrics, async () => metrics.width(item, text));
}

describe("text while a chart is drawn", () => {
  it("is as wide as its signs in its size and weight", async () => {
    expect(await widthOf({ fontSize: 20 }, "nil")).toBe(textWidth("nil", 20));
    expect(await widthOf({ fontSize: 20, fontWeight: "bold" }, "nil")).toBe(textWidth("nil", 20, true));
    expect(await widthOf({ fontSize: 20, fontWeight: 400 }, "nil")).toBe(textWidth("nil", 20));
    expect(await widthOf({}, 10)).toBe(textWidth("10", 11));
  });

  it("has no width where there is none, and none of the spaces around it, which SVG does not show", async () => {
    expect([await widthOf({}, null), await widthOf({}, undefined), await widthOf({}, "")]).toEqual([0, 0, 0]);
    expect(await widthOf({}, " nil ")).toBe(textWidth("nil", 11));
  });

  it("is at most as wide as its limit, where it has one", async () => {
    expect(await widthOf({ limit: 5 }, "nil")).toBe(5);
    expect(await widthOf({ limit: 500 }, "nil")).toBe(textWidth("nil", 11));
    expect(await widthOf({ limit: 0 }, "nil")).toBe(textWidth("nil", 11));
  });
});

describe("while drawings overlap", () => {
  it("text is measured by us until the last ends, the first or not, and then as before", async () => {
    const metrics = metricsOfVega();
    const ends: (() => void)[] = [];
    const drawings = [0, 1, 2].map(() =>
      withTextWidths(metrics, () => new Promise<void>((end) => ends.push(end))),
    );
    for (const i of [1, 0, 2]) {
      expect(metrics.width({}, "i")).toBe(textWidth("i", 11));
      ends[i]?.();
      await drawings[i];
    }
    expect(metrics.width).toBe(estimateWidth);
  });
});

it("after a drawing that failed text is measured as before", async () => {
  const metrics = metricsOfVega();
  const failure = new Error("nothing to draw on");
  await expect(withTextWidths(metrics, () => Promise.reject(failure))).rejects.toBe(failure);
  expect(metrics.width).toBe(estimateWidth);
});

it("whoever gave Vega a function of their own keeps it while a chart is drawn", async () => {
  const own = (): number => 300;
  const metrics = { width: own, estimateWidth };
  expect(await withTextWidths(metrics, async () => metrics.width)).toBe(own);
  expect(metrics.width).toBe(own);
});
