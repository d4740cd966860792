import { describe, expect, it } from "vitest";
import { survivalChart } from "../../src/charts/index.ts";
import { kaplanMeier, type SurvivalCurve } from "../../src/index.ts";
import { partsOf } from "./parts.ts";
import { draw } from "./render.ts";
import * as results from "./results.ts";

/** Of four customers one left. */
const FEW: SurvivalCurve = kaplanMeier([1, 2, 3, 4].map((time) => ({ time, observed: time === 2 })));

describe("the finding of a curve", () => {
  it("has the interval at its last time", () => {
    expect(survivalChart(FEW).description).toBe(
      "4 customers, of whom 1 left; 67 % are still there at 4 (95 % interval 5 % to 95 %).",
    );
  });

  it("has a level that is not 100 % with the decimals that tell it from there", () => {
    const finding = survivalChart({ ...FEW, level: 0.999 }).description;
    expect(finding).toContain(" (99.9 % interval ");
  });

  it("has its times in their unit where one is given, in both languages", () => {
    const half = kaplanMeier([3, 4, 5].map((time) => ({ time, observed: true })));
    const findings = (timeUnit: string): readonly string[] =>
      [FEW, half].flatMap((curve) => [
        survivalChart(curve, { timeUnit }).description,
        survivalChart(curve, { timeUnit, labels: "id" }).description,
      ]);
    expect(findings("months")).toEqual([
      "4 customers, of whom 1 left; 67 % are still there at 4 months (95 % interval 5 % to 95 %).",
      "4 pelanggan, 1 di antaranya berhenti; 67 % masih ada pada 4 months (interval kepercayaan 95 %: 5 % sampai 95 %).",
      "3 customers, of whom 3 left; half are gone by 4 months.",
      "3 pelanggan, 3 di antaranya berhenti; separuhnya sudah berhenti pada 4 months.",
    ]);
    expect(findings("")[2]).toBe("3 customers, of whom 3 left; half are gone by 4.");
  });

  it("and the axis is of time, in its unit where one is given", async () => {
    const texts = async (options: object): Promise<readonly string[]> =>
      (await draw(survivalChart(FEW, options))).texts;
    expect(await texts({ timeUnit: "months" })).toContain("Time in months");
    for (const options of [{}, { timeUnit: "" }]) expect(await texts(options)).toContain("Time");
  });

  it("has none where there is none, or only half of one", () => {
    const last = FEW.steps.at(-1) as SurvivalCurve["steps"][number];
    const finding = (limits: object): string =>
      survivalChart({ ...FEW, steps: [...FEW.steps.slice(0, -1), { ...last, ...limits }] }).description;
    const bare = "4 customers, of whom 1 left; 67 % are still there at 4.";
    expect([{ low: null }, { high: null }, { low: null, high: null }].map(finding)).toEqual([
      bare,
      bare,
      bare,
    ]);
    const nobodyLeft = kaplanMeier([{ time: 3, observed: false }]);
    expect(survivalChart(nobodyLeft).description).toBe(
      "1 customer, of whom 0 left; 100 % are still there at 3.",
    );
  });
});

describe("curves", () => {
  it("are six at most, each in a colour of its own", async () => {
    const six = Object.fromEntries([..."abcdef"].map((name) => [name, FEW]));
    const { svg, marks } = await draw(survivalChart(six));
    expect(marks["line mark"]).toBe(6);
    const lines = [...svg.matchAll(/<path[^>]*aria-roledescription="line mark"[^>]*stroke="(#\w+)"/g)];
    expect(new Set(lines.map(([, colour]) => colour)).size).toBe(6);
  });

  it("tell their names", () => {
    expect(partsOf(survivalChart(FEW), "tooltip")).toEqual([
      [{ field: "curve", type: "nominal", title: "Group" }],
    ]);
  });

  it("have no name in the picture where there is but one", async () => {
    const { texts } = await draw(survivalChart(results.CURVE));
    expect(texts).not.toContain("All");
    expect((await draw(survivalChart({ All: results.CURVE, Pro: FEW }))).texts).toContain("All");
  });

  it("stand in the order given, in the legend and beside the numbers at risk", async () => {
    const { texts } = await draw(survivalChart({ Plus: results.CURVE, Basic: FEW }));
    const names = texts.filter((text) => text === "Plus" || text === "Basic");
    expect(names).toEqual(["Plus", "Basic", "Plus", "Basic"]);
  });

  it("end where their last customer was seen, with the numbers at risk below their times", async () => {
    const curve = kaplanMeier([{ time: 17, observed: true }]);
    const domains = partsOf(survivalChart(curve), "domain").filter((domain) => Array.isArray(domain));
    expect(domains.filter(([, end]) => end === 17)).toHaveLength(3);
  });
});
