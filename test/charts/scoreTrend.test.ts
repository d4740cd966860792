import { describe, expect, it } from "vitest";
import { scoreTrend } from "../../src/charts/index.ts";
import { type ControlLimits, csat, nps } from "../../src/index.ts";
import { partsOf } from "./parts.ts";
import { draw } from "./render.ts";
import * as results from "./results.ts";

const month = (name: string, ...ratings: readonly number[]) => ({
  key: { month: name },
  score: nps(ratings),
});

describe("the finding of a trend", () => {
  it("is of the first and the last period that have a score", () => {
    const groups = [
      month("2026-01"),
      month("2026-02", 10, 0),
      month("2026-03"),
      month("2026-04", 10, 10),
      month("2026-05"),
    ];
    expect(scoreTrend(groups).description).toBe(
      "NPS went from 0 in 2026-02 to 100 in 2026-04 (95 % interval −24 to 100), from 4 answers.",
    );
  });

  it("is of the only period that has one", () => {
    const groups = [month("2026-01"), month("2026-02", 10, 10), month("2026-03")];
    expect(scoreTrend(groups).description).toBe(
      "NPS was 100 in 2026-02 (95 % interval −24 to 100), from 2 answers.",
    );
  });

  it("is that there is none where no period has one", async () => {
    for (const groups of [[], [month("2026-01"), month("2026-02")]]) {
      const spec = scoreTrend(groups);
      expect(spec.description).toBe("No period has a score.");
      expect((await draw(spec)).texts).toContain("No data");
    }
  });
});

describe("the marks of a trend", () => {
  it("tell of their period, its score and its answers", () => {
    const groups = [1, 2].map((year) => ({ key: { year }, score: csat([5, 5, 2]) }));
    expect(partsOf(scoreTrend(groups), "tooltip")).toEqual([
      [
        { field: "period", type: "nominal", title: "Period" },
        { field: "score", type: "quantitative", title: "Score", format: ",.1f" },
        { field: "low", type: "quantitative", title: "Lower limit", format: ",.1f" },
        { field: "high", type: "quantitative", title: "Upper limit", format: ",.1f" },
        { field: "n", type: "quantitative", title: "Answers", format: ",.0f" },
      ],
      [
        { field: "period", type: "nominal", title: "Period" },
        { field: "n", type: "quantitative", title: "Answers", format: ",.0f" },
      ],
    ]);
  });

  it("are smaller where there are more than 60 periods", () => {
    const sizes = (count: number): readonly unknown[] =>
      partsOf(scoreTrend(results.npsMonths(count)), "size");
    expect([sizes(60), sizes(61)]).toEqual([[40], [8]]);
  });
});

describe("control limits of a trend", () => {
  /** Limits of these periods, of which all stand out. */
  const limitsOf = (centre: number | null, ...names: readonly string[]): ControlLimits => ({
    ...results.LIMITS,
    centre,
    periods: names.map((name) => {
      const key = { month: name };
      return { key, score: 0, n: 2, low: -30, high: 30, signal: true, reason: "run" };
    }),
  });
  const groups = [month("2026-01", 10, 0, 0), month("2026-02", 10, 10, 0)];

  it("are within the axis of the score", () => {
    const score = { ...nps([10, 10, 10, 10, 0]), interval: null };
    const domain = (limits: ControlLimits): unknown =>
      partsOf(scoreTrend([{ key: { month: "2026-01" }, score }], { limits }), "domain")[1];
    const { periods } = limitsOf(60, "2026-01");
    expect(domain({ ...results.LIMITS, centre: 60, periods })).toEqual([-34.5, 64.5]);
    expect(domain({ ...results.LIMITS, centre: 10, periods: [] })).toEqual([7.5, 62.5]);
  });

  it("point up at what stands out above their centre, and down at what stands out below it", async () => {
    const { svg } = await draw(scoreTrend(groups, { limits: limitsOf(0, "2026-01", "2026-02") }));
    const points = [...svg.matchAll(/<path[^>]*aria-roledescription="point"[^>]*>/g)].map(([tag]) => tag);
    const triangle = (side: "true" | "false"): string =>
      points.find((tag) => tag.includes(`isAbove: ${side}`)) ?? "";
    // From the top to the corners below it, and the other way round.
    expect(triangle("true")).toMatch(/ d="M0,-[\d.]+L-[\d.]+,[\d.]+L[\d.]+,[\d.]+Z"/);
    expect(triangle("false")).toMatch(/ d="M0,[\d.]+L-[\d.]+,-[\d.]+L[\d.]+,-[\d.]+Z"/);
  });

  it("tell of the periods that stand out", () => {
    const spec = scoreTrend(groups, { limits: limitsOf(0, "2026-01") });
    expect(partsOf(spec, "tooltip")).toContainEqual([
      { field: "period", type: "nominal", title: "Stands out" },
      { field: "score", type: "quantitative", title: "Score", format: ",.2f" },
    ]);
  });

  it("count those alone that have a score, and a centre that they stand out from", () => {
    const told = (limits: ControlLimits): string =>
      /Periods.*/.exec(scoreTrend([...groups, month("2026-03")], { limits }).description)?.[0] ?? "";
    const all = ["2026-01", "2026-02", "2026-03"];
    expect(told(limitsOf(0, ...all))).toBe("Periods that stand out from chance: 2 of 3.");
    expect(told(limitsOf(null, ...all))).toBe("Periods that stand out from chance: 0 of 3.");
  });

  it("are of periods, not of what reads like one", () => {
    const limits = { ...limitsOf(0), periods: [{ key: { year: "2026", month: "-01" } }] } as never;
    expect(() => scoreTrend(groups, { limits })).toThrow(
      "limits.periods at index 0 must be of one of the groups",
    );
  });
});
