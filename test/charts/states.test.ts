import { describe, expect, it } from "vitest";
import {
  cohortHeatmap,
  lifecycleFlow,
  movementChart,
  npsChart,
  revenueWaterfall,
  rfmMap,
  scoreChart,
  scoreTrend,
  segmentChart,
  survivalChart,
  themeChart,
} from "../../src/charts/index.ts";
import { CSAT_SCALE, ces, csat, kaplanMeier, nps, tallyRows } from "../../src/index.ts";
import { draw } from "./render.ts";
import * as results from "./results.ts";

describe("refusals name what is wrong", () => {
  it("and the way to it", () => {
    const wrong = expect.objectContaining({ path: ["score", "metric"] });
    expect(() => npsChart(results.CSAT as never)).toThrow(wrong);
  });

  it.each<readonly [string, () => unknown]>([
    ['npsChart: score.metric must be "nps", got a string', () => npsChart(results.CSAT as never)],
    ["npsChart: score must be an object, got null", () => npsChart(null as never)],
    [
      "npsChart: score.bands.promoter must be a rating on the scale, got 12",
      () => npsChart({ ...results.NPS, bands: { passive: 7, promoter: 12 } }),
    ],
    [
      "scoreChart: score.tally.counts must be a list of a cell for each rating, got an array",
      () => scoreChart({ ...results.CSAT, tally: { ...results.CSAT.tally, counts: [1] } }),
    ],
    [
      "revenueWaterfall: movement.new must be a finite number from 0 up, got -1",
      () => revenueWaterfall({ ...results.REVENUE, new: -1 }),
    ],
    [
      "rfmMap: result.bins must be a whole number from 2 to 100, got 1",
      () => rfmMap({ ...results.RFM, bins: 1 }),
    ],
    [
      "rfmMap: customers at index 0.recencyScore must be a whole number from 1 to 5, got 9",
      () =>
        rfmMap({ ...results.RFM, customers: [{ ...results.RFM.customers[0], recencyScore: 9 } as never] }),
    ],
  ])("%s", (message, call) => {
    expect(call).toThrow(expect.objectContaining({ name: "CxMetricsError", message }));
  });
});

it("of keys that read alike each has a place of its own", async () => {
  const keys = [1, "1", null, "(missing)", true] as const;
  const groups = keys.map((plan) => ({ key: { plan }, score: nps([9, 10, 3]) }));
  const { marks, texts } = await draw(segmentChart(groups));
  expect(marks["point"]).toBe(5);
  expect(texts).toEqual(expect.arrayContaining(["1 (n = 3)", "1 (2) (n = 3)", "(missing) (2) (n = 3)"]));
});

it("groups along no dimension are everybody", async () => {
  expect((await draw(segmentChart([{ key: {}, score: nps([9]) }]))).texts).toContain("All (n = 1)");
});

it("periods without a name, and those that are numbers", () => {
  const periods = [2025, 2026, null].map((year) => ({ key: { year }, score: nps([9, 9, 3]) }));
  expect(scoreTrend(periods).description).toContain("in 2025 to 33 in 2026");
});

it("signals are good or bad by the way in which the metric is better", () => {
  const month = (key: string, high: number, low: number) => ({
    key: { month: key },
    score: nps([...Array.from({ length: high }, () => 10), ...Array.from({ length: low }, () => 0)]),
  });
  const groups = [month("2026-01", 5, 5), month("2026-02", 9, 1)];
  const period = (key: string, reason: "above" | "run") => ({
    key: { month: key },
    score: 0,
    n: 10,
    low: -10,
    high: 10,
    signal: true,
    reason,
  });
  const limits = {
    ...results.LIMITS,
    centre: 40,
    periods: [period("2026-01", "run"), period("2026-02", "above")],
  };
  const spec = JSON.stringify(scoreTrend(groups, { limits }));
  expect(spec).toContain('{"period":"2026-01","quality":"bad","score":0,"isAbove":false}');
  expect(spec).toContain('{"period":"2026-02","quality":"good","score":80,"isAbove":true}');
});

it("shares are weighted where the answers are", () => {
  const rows = [
    { rating: 5, weight: 3 },
    { rating: 1, weight: 1 },
    { rating: 2, weight: 0 },
  ];
  const tally = tallyRows(rows, {
    scale: CSAT_SCALE,
    rating: (row) => row.rating,
    weight: (row) => row.weight,
  });
  expect(scoreChart(csat(tally)).description).toContain(
    "from 3 answers: 75 % satisfied, 25 % not satisfied.",
  );
  const nobody = tallyRows(rows.slice(2), {
    scale: CSAT_SCALE,
    rating: (row) => row.rating,
    weight: (row) => row.weight,
  });
  expect(scoreChart(csat(nobody)).description).toBe("CSAT: no answers, so there is no score.");
});

it("levels are given with as many decimals as they need", () => {
  expect(npsChart(nps([10, 0], { level: 1 - 1e-8 })).description).toContain("99.999999 % interval");
});

it("a movement of a period is called by it, movements without one by their days", () => {
  expect(JSON.stringify(revenueWaterfall({ ...results.REVENUE, period: "2026-03" })["title"])).toContain(
    "2026-03",
  );
  const { period, key, ...movement } = results.MOVEMENTS[0] as (typeof results.MOVEMENTS)[number];
  expect([period, key]).toEqual(["2025-01", {}]);
  expect(movementChart([movement]).description).toContain("From 2025-01-01 to 2025-02-01");
  const many = Array.from({ length: 70 }, (_, i) => ({ ...movement, key: {}, period: `P${i}` as never }));
  expect(JSON.stringify(movementChart(many))).toContain('"size":8');
});

it("curves of weights have parts of customers at risk", async () => {
  const curve = kaplanMeier([
    { time: 1.5, observed: true, weight: 0.5 },
    { time: 2.5, observed: false, weight: 2 },
  ]);
  const spec = survivalChart(curve);
  expect(spec.description).toBe(
    "2 customers, of whom 0.5 left; 80 % are still there at 2.5 (95 % interval 1 % to 99 %).".replace(
      "1 % to 99 %",
      spec.description.match(/interval (.*)\)/)?.[1] ?? "",
    ),
  );
  expect((await draw(spec)).texts).toContain("2.5");
});

it("a theme without an interval has none", async () => {
  const [theme] = results.THEMES.themes;
  const bare = { ...theme, impact: null, mentions: { ...theme?.mentions, interval: null } };
  const spec = themeChart({ ...results.THEMES, themes: [bare as never] });
  expect(spec.description).toBe("delivery is mentioned most, in 75 % of 400 comments.");
  expect((await draw(spec)).marks).toEqual({ bar: 1, "rule mark": 1 });
});

it("flows up are good, down to at risk or churned bad, and others neither", () => {
  const flow = (from: string, to: string): string => {
    const transitions = [{ from, to, count: 2 }] as never;
    return (
      JSON.stringify(lifecycleFlow({ ...results.TRANSITIONS, transitions })).match(
        /"quality":"(\w+)"/,
      )?.[1] ?? ""
    );
  };
  expect(flow("onboarding", "retention")).toBe("good");
  expect(flow("churned", "at-risk")).toBe("good");
  expect(flow("advocacy", "churned")).toBe("bad");
  expect(flow("advocacy", "retention")).toBe("neutral");
  expect(flow("churned", "churned")).toBe("neutral");
  expect(flow("undetermined", "retention")).toBe("neutral");
  expect(flow("retention", "undetermined")).toBe("neutral");
  const still = {
    ...results.TRANSITIONS,
    transitions: [{ from: "churned", to: "churned", count: 1 }] as never,
  };
  expect(lifecycleFlow(still).description).toBe("1 customer, none of whom changed stage.");
});

it("the heatmap tells of the last column that half of the customers have come to", () => {
  const rows = [
    { cohort: "2026-01", size: 60, counts: [60, 30, 15], rates: [1, 0.5, 0.25] },
    { cohort: "2026-02", size: 40, counts: [40, 10, null], rates: [1, 0.25, null] },
    { cohort: "2026-03", size: 50, counts: [50, null, null], rates: [1, null, null] },
  ];
  expect(cohortHeatmap({ ...results.COHORTS, unit: "month", rows }).description).toBe(
    "150 customers in 3 cohorts. Months since the start 1: 40 % of the 100 whose time has come.",
  );
});

it("one cohort is not called cohorts, nor one comment comments", () => {
  const rows = [{ cohort: "2026-01", size: 2, counts: [2, 1], rates: [1, 0.5] }];
  expect(cohortHeatmap({ ...results.COHORTS, unit: "month", rows }).description).toBe(
    "2 customers in 1 cohort. Months since the start 1: 50 % of the 2 whose time has come.",
  );
  expect(themeChart({ ...results.THEMES, n: 1, themes: [] }).description).toBe(
    "No theme is mentioned in 1 comment.",
  );
});

it("titles and labels may be called like a property of every object", async () => {
  for (const title of ["toString", "constructor", "valueOf", "__proto__", "hasOwnProperty"]) {
    const spec = npsChart(nps([10]), { title, labels: { rating: title, share: title, promoters: title } });
    expect((await draw(spec)).texts.map((text) => text.trim())).toContain(title);
  }
});

it("names in a label that stand for nothing stay, and labels without a value are the English ones", () => {
  const labels = { scoreFinding: "{toString} {nothing} {score}", nps: undefined };
  expect(npsChart(nps([10, 0]), { labels }).description).toBe("{toString} {nothing} 0");
});

it("a stored score whose tally is empty has no classes to draw", async () => {
  const tally = { ...results.NPS.tally, counts: results.NPS.tally.counts.map(() => 0) };
  expect((await draw(npsChart({ ...results.NPS, tally }))).complaints).toEqual([]);
});

it("groups without an interval are points", async () => {
  const groups = [{ key: { team: "a" }, score: ces([7, 7]) }];
  expect((await draw(segmentChart(groups))).marks).toEqual({ point: 1 });
});

it("a theme without an impact is not the one with the greatest", () => {
  const [first, ...others] = results.THEMES.themes;
  const list = [
    { ...first, impact: null } as never,
    ...others,
    { ...first, theme: "late", impact: null } as never,
  ];
  expect(themeChart({ ...results.THEMES, themes: list }).description).toContain(
    "NPS of all differs most from that of those who do not mention price, by 25.0.",
  );
});
