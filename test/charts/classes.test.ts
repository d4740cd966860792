import { describe, expect, it } from "vitest";
import { npsChart, scoreChart } from "../../src/charts/index.ts";
import { ces, netScore, nps } from "../../src/index.ts";
import * as results from "./results.ts";

/** What the finding says of the classes. */
const classesOf = (spec: { readonly description: string }): string =>
  spec.description.slice(spec.description.indexOf(": ") + 2);

describe("classes of answers", () => {
  it("are those of the metric, the best first", () => {
    expect(classesOf(scoreChart(results.NET))).toBe(
      "60 % top answers, 20 % in between, 20 % bottom answers.",
    );
    expect(classesOf(scoreChart(results.TOP))).toBe("50 % top answers, 50 % other answers.");
    expect(classesOf(scoreChart(results.CSAT))).toBe("75 % satisfied, 25 % not satisfied.");
    expect(classesOf(scoreChart(results.CES))).toBe("80 % easy, 10 % in between, 10 % difficult.");
    expect(classesOf(scoreChart(results.EFFORT))).toBe("71 % easy, 14 % in between, 14 % difficult.");
  });

  it("without a rating are none", () => {
    const even = ces([1, 4, 4, 4], { scale: { min: 1, max: 4 } });
    expect(classesOf(scoreChart(even))).toBe("75 % easy, 25 % difficult.");
    const noPassives = nps([1, 5], { scale: { min: 1, max: 5 }, bands: { passive: 4, promoter: 4 } });
    expect(classesOf(npsChart(noPassives))).toBe("50 % promoters, 50 % detractors.");
    const noMiddle = netScore([1, 5], { scale: { min: 1, max: 5 }, bottom: 1, top: 2 });
    expect(classesOf(scoreChart(noMiddle))).toBe("50 % top answers, 50 % bottom answers.");
  });

  const { NPS, NET, CSAT, TOP } = results;
  it.each<readonly [string, () => unknown]>([
    ["npsChart: score.bands must be an object, got null", () => npsChart({ ...NPS, bands: null as never })],
    [
      "npsChart: score.bands.passive must be a finite number, got a string",
      () => npsChart({ ...NPS, bands: { passive: "7" as never, promoter: 9 } }),
    ],
    [
      "npsChart: score.bands.passive must be a rating on the scale, got 6.5",
      () => npsChart({ ...NPS, bands: { passive: 6.5, promoter: 9 } }),
    ],
    [
      "npsChart: score.bands.passive must be a rating on the scale, got -1",
      () => npsChart({ ...NPS, bands: { passive: -1, promoter: 9 } }),
    ],
    [
      "npsChart: score.bands.promoter must be a rating on the scale, got 11",
      () => npsChart({ ...NPS, bands: { passive: 7, promoter: 11 } }),
    ],
    ["scoreChart: score.bands must be an object, got 4", () => scoreChart({ ...NET, bands: 4 as never })],
    [
      "scoreChart: score.bands.bottom must be a rating on the scale, got 0",
      () => scoreChart({ ...NET, bands: { bottom: 0, top: 4 } }),
    ],
    [
      "scoreChart: score.bands.top must be a finite number, got undefined",
      () => scoreChart({ ...NET, bands: { bottom: 2 } as never }),
    ],
    [
      "scoreChart: score.satisfiedFrom must be a rating on the scale, got 6",
      () => scoreChart({ ...CSAT, satisfiedFrom: 6 }),
    ],
    [
      "scoreChart: score.from must be a finite number, got NaN",
      () => scoreChart({ ...TOP, from: Number.NaN }),
    ],
  ])("cannot be cut where no rating is: %s", (message, call) => {
    const refused = expect.objectContaining({ name: "CxMetricsError", code: "invalid-argument", message });
    expect(call).toThrow(refused);
  });
});
