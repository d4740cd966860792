import { describe, expect, it } from "vitest";
import { segmentChart } from "../../src/charts/index.ts";
import { textWidth } from "../../src/charts/textWidth.ts";
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

describe("the label of a group", () => {
  const long = "Small and medium-sized enterprises with a frame contract in the eastern provinces";

  it("keeps how many answered where its name is too long, as the picture does", async () => {
    const label = "Small and medium-sized enter… (n = 4)";
    expect((await draw(segmentChart([plan(long, 5, 4, 1, 1)]))).texts).toContain(label);
    expect(textWidth(label, 11)).toBeLessThanOrEqual(240);
    expect(textWidth(label.replace("…", "p…"), 11)).toBeGreaterThan(240);
  });

  it("is whole where there is just enough room", async () => {
    const wide = (count: number): string => "m".repeat(count);
    const texts = async (count: number): Promise<readonly string[]> =>
      (await draw(segmentChart([plan(wide(count), 5)]))).texts;
    const room = 240 - textWidth(" (n = 1)", 11);
    const most = Math.floor(room / textWidth("m", 11));
    expect(await texts(most)).toContain(`${wide(most)} (n = 1)`);
    expect(await texts(most + 1)).toContain(`${wide(most - 1)}… (n = 1)`);
  });

  it("is cut between letters and not within one, and has no space before the dots", async () => {
    const { texts } = await draw(segmentChart([plan("🙂".repeat(40), 5), plan(`${"m".repeat(15)} mmm`, 5)]));
    expect(texts).toContain(`${"🙂".repeat(15)}… (n = 1)`);
    // There would be room for the space.
    expect(texts).toContain(`${"m".repeat(15)}… (n = 1)`);
  });

  it("is another for each of two long names that begin alike", async () => {
    const { texts, marks } = await draw(segmentChart([plan(`${long} A`, 5), plan(`${long} B`, 5)]));
    expect(marks["point"]).toBe(2);
    const name = "Small and medium-sized enter…";
    expect(texts).toEqual(expect.arrayContaining([`${name} (n = 1)`, `${name} (2) (n = 1)`]));
  });

  it("is cut for a group that is not shown too", async () => {
    const hidden = { key: { plan: long }, score: null, suppressed: true } as const;
    const { texts } = await draw(segmentChart([plan("Pro", 5), hidden]));
    expect(texts).toContain("Small and medium-sized enterprises w…");
  });

  it("is the caller's own where that has no place for a name", async () => {
    const labels = { groupWithN: `${"m".repeat(40)} {n}` };
    const { texts } = await draw(segmentChart([plan("Pro", 5)], { labels }));
    expect(texts).toContain(`${"m".repeat(40)} 1`);
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
