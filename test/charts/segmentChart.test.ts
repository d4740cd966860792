import { describe, expect, it } from "vitest";
import { segmentChart } from "../../src/charts/index.ts";
import { csat, nps } from "../../src/index.ts";
import { partsOf } from "./parts.ts";
import { draw } from "./render.ts";
import * as results from "./results.ts";

const plan = (name: string, ...ratings: readonly number[]) => ({
  key: { plan: name },
  score: csat(ratings),
});

describe("the finding of scores by group", () => {
  it("is of the highest and the lowest, and of those not shown where there are any", () => {
    const groups = [plan("Basic", 5, 4, 1, 1), plan("Plus", 5, 4), plan("Pro", 5, 1, 1), plan("Trial")];
    const finding = "CSAT of 3 groups: highest 100.0 (Plus), lowest 33.3 (Pro).";
    expect(segmentChart(groups).description).toBe(finding);
    const hidden = { key: { plan: "Gone" }, score: null, suppressed: true } as const;
    expect(segmentChart([...groups, hidden]).description).toBe(
      `${finding} Groups not shown because too few answered: 1.`,
    );
  });

  it("is of the only one", () => {
    expect(segmentChart([plan("Pro", 5, 1), plan("Trial")]).description).toBe(
      "CSAT of one group: 50.0 (Pro).",
    );
  });

  it("has a name in brackets once, be it the missing key's or another's", () => {
    const missing = { key: { plan: null }, score: csat([1, 1]) };
    const groups = [plan("(a) or (b)", 5), plan("Pro", 5, 1), missing];
    expect(segmentChart(groups).description).toBe(
      "CSAT of 3 groups: highest 100.0 ((a) or (b)), lowest 0.0 (missing).",
    );
    expect(segmentChart([plan("(other)", 5)]).description).toBe("CSAT of one group: 100.0 (other).");
  });

  it("is that there is none, where no group has a score, and the chart of no groups says that there are no data", async () => {
    const none = "No group has a score that can be shown.";
    const [groups, nothing] = [segmentChart([plan("Trial")]), segmentChart([])];
    expect([groups.description, nothing.description]).toEqual([none, none]);
    expect((await draw(groups)).texts).toContain("no answers");
    expect((await draw(nothing)).texts).toContain("No data");
  });
});

describe("the marks of groups", () => {
  it("tell of their group, its score and its answers, with as many decimals as the metric has", () => {
    expect(partsOf(segmentChart([plan("Pro", 5, 1)]), "tooltip")).toEqual([
      [
        { field: "group", type: "nominal", title: "Group" },
        { field: "score", type: "quantitative", title: "Score", format: ",.1f" },
        { field: "low", type: "quantitative", title: "Lower limit", format: ",.1f" },
        { field: "high", type: "quantitative", title: "Upper limit", format: ",.1f" },
        { field: "n", type: "quantitative", title: "Answers", format: ",.0f" },
      ],
    ]);
  });

  it("are none of a group without a score but its note, which a reader is told once", async () => {
    const groups = [
      { key: { plan: "Pro" }, score: nps([10, 0]) },
      { key: { plan: "Trial" }, score: nps([]) },
    ];
    expect((await draw(segmentChart(groups))).marks).toEqual({ point: 1, "rule mark": 1, "text mark": 1 });
    expect((await draw(segmentChart(groups, { reference: 30 }))).marks).toEqual({
      point: 1,
      "rule mark": 1 + 1,
      "text mark": 1 + 1,
    });
  });
});

describe("a reference", () => {
  it("has as many decimals as the scores", async () => {
    const texts = async (groups: Parameters<typeof segmentChart>[0]): Promise<readonly string[]> =>
      (await draw(segmentChart(groups, { reference: 61.25 }))).texts;
    expect(await texts([plan("Pro", 5, 1)])).toContain("Reference 61.3");
    expect(await texts(results.SEGMENTS)).toContain("Reference 61");
    expect(await texts([{ key: { plan: "Pro" }, score: null, suppressed: true }])).toContain("Reference 61");
  });

  it("is drawn where one is given", () => {
    const layers = (reference?: number): number =>
      (segmentChart(results.SEGMENTS, { reference })["layer"] as readonly unknown[]).length;
    // The line, its name, and what keeps the line out of the notes.
    expect(layers(0)).toBe(layers() + 3);
  });
});
