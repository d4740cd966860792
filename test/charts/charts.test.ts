import { describe, expect, it } from "vitest";
import {
  cohortHeatmap,
  driverChart,
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
import { ces, kaplanMeier, medianSurvival, nps } from "../../src/index.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";
import { OPTIONS, STATES } from "./everyChart.ts";
import { draw } from "./render.ts";
import * as results from "./results.ts";

describe.each(STATES)("%s", (_, chart) => {
  it.each(OPTIONS)("is drawn %s, without complaint", async (_, options) => {
    const spec = chart(options);
    // A symbol is there for notebooks, and JSON does not see it.
    expectPlainJson({ ...spec });
    const { svg, complaints } = await draw(spec);
    expect(complaints).toEqual([]);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    expect(spec.description).not.toMatch(/NaN|undefined|Infinity|null|\{|\}/);
    expect(spec.description.length).toBeGreaterThan(10);
  });
});

it("results that are frozen will do", () => {
  for (const result of Object.values(results)) if (typeof result === "object") deepFreeze(result);
  for (const [, chart] of STATES) expect(chart({})).toEqual(chart({}));
});

describe("marks are as many as there are data", () => {
  it("npsChart: a bar for each rating and each class, a rule for the interval with two ends, and one for 0", async () => {
    expect((await draw(npsChart(results.NPS))).marks).toEqual({
      bar: 11 + 3,
      point: 1,
      "rule mark": 2,
      tick: 2,
    });
    expect((await draw(npsChart(nps([null])))).marks).toEqual({ bar: 11 });
  });

  it("scoreChart: no rule where there is no interval", async () => {
    expect((await draw(scoreChart(results.CSAT))).marks).toEqual({
      bar: 5,
      point: 1,
      "rule mark": 1,
      tick: 2,
    });
    expect((await draw(scoreChart(ces([7, 7])))).marks).toEqual({ bar: 7, point: 1 });
  });

  it("scoreTrend: a point for each period with a score, a bar for each, and two limits, a centre and the signals", async () => {
    const scored = results.MONTHS.filter(({ score }) => score.score !== null).length;
    const signals = results.LIMITS.periods.filter(({ signal }) => signal).length;
    expect(scored).toBe(17);
    expect(signals).toBe(1);
    expect((await draw(scoreTrend(results.MONTHS))).marks).toEqual({
      "area mark": 1,
      "line mark": 1,
      point: 17,
      bar: 18,
    });
    const { marks } = await draw(scoreTrend(results.MONTHS, { limits: results.LIMITS }));
    expect(marks).toEqual({ "area mark": 1, "line mark": 4, point: 18, bar: 18 });
  });

  it("scoreTrend: a period between two gaps has an interval of its own", async () => {
    const [first, ...others] = results.npsMonths(3, 1);
    expect(
      (await draw(scoreTrend([first, ...others].flatMap((group) => group ?? [])))).marks["rule mark"],
    ).toBe(2);
  });

  it("segmentChart: a point and an interval for each group with a score, a note for each other", async () => {
    const { marks, texts } = await draw(segmentChart(results.SUPPRESSED));
    const shown = results.SUPPRESSED.filter(({ suppressed }) => !suppressed).length;
    const hidden = results.SUPPRESSED.length - shown;
    expect(marks).toEqual({ point: shown, "rule mark": shown, "text mark": hidden });
    expect(texts.filter((text) => text === "not shown: too few answers")).toHaveLength(hidden);
    expect((await draw(segmentChart(results.SEGMENTS))).texts).toContain("no answers");
  });

  it("cohortHeatmap: a cell for each rate, and none for what has not elapsed", async () => {
    const rates = results.COHORTS.rows.flatMap((row) => row.rates);
    const known = rates.filter((rate) => rate !== null).length;
    expect(known).toBeLessThan(rates.length);
    const { marks, texts } = await draw(cohortHeatmap(results.COHORTS, { width: 700 }));
    expect(marks).toEqual({ "rect mark": known, "text mark": known });
    expect(texts.filter((text) => / %$/.test(text)).length).toBeGreaterThanOrEqual(known);
    expect((await draw(cohortHeatmap(results.COHORTS, { width: 200 }))).marks).toEqual({
      "rect mark": known,
    });
  });

  it("survivalChart: a line and a band for each curve, and numbers at risk", async () => {
    const { marks, svg } = await draw(survivalChart(results.CURVES));
    expect(marks["line mark"]).toBe(3);
    expect(marks["area mark"]).toBe(3);
    expect(marks["text mark"]).toBe(21);
    const [line = ""] = svg.match(/<path[^>]*aria-roledescription="line mark"[^>]*d="([^"]*)"/) ?? [];
    // A curve that falls in steps is level or upright everywhere.
    const points = [...line.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [x, y]);
    for (const [i, [x, y]] of points.entries()) {
      const before = points[i - 1];
      if (before !== undefined) expect(before[0] === x || before[1] === y).toBe(true);
    }
    expect(points.length).toBeGreaterThan(10);
  });

  it("survivalChart: the numbers at risk are those of the curve", async () => {
    const curve = kaplanMeier([3, 5, 8, 12].map((time, i) => ({ time, observed: i % 2 === 0 })));
    const { texts } = await draw(survivalChart(curve, { width: 280 }));
    const [first, ...others] = texts.slice(texts.indexOf("At risk") - 3, texts.indexOf("At risk"));
    // At 0, 5 and 10.
    expect([first, ...others]).toEqual(["4", "3", "1"]);
  });

  it("revenueWaterfall: a bar for each flow, and joints between them", async () => {
    const { marks, texts } = await draw(revenueWaterfall(results.REVENUE, { currency: "IDR" }));
    expect(marks).toEqual({ bar: 7, "rule mark": 6, "text mark": 7 });
    expect(texts).toEqual(
      expect.arrayContaining(["7,600", "+700", "−800", "7,850", "Revenue in million IDR"]),
    );
  });

  it("movementChart: a bar for each flow that there was, a point for each period", async () => {
    const flows = results.MOVEMENTS.flatMap(({ acquired, reactivated, lost }) => [
      acquired,
      reactivated,
      lost,
    ]);
    const { marks } = await draw(movementChart(results.MOVEMENTS));
    expect(marks).toEqual({
      bar: flows.filter((count) => count > 0).length,
      "line mark": 1,
      point: 18,
      "rule mark": 1,
    });
  });

  it("movementChart: segments of one period are added up", () => {
    const movement = results.MOVEMENTS.at(-1) as (typeof results.MOVEMENTS)[number];
    const halves = movementChart([movement, movement]).description;
    expect(halves).toContain(`${2 * movement.atEnd}:`);
  });

  it("driverChart: a bar for each driver", async () => {
    expect((await draw(driverChart(results.DRIVERS))).marks).toEqual({ bar: 5, "text mark": 5 });
  });

  it("themeChart: two bars for each theme, and an interval", async () => {
    expect((await draw(themeChart(results.THEMES))).marks).toEqual({
      bar: 8 + 4,
      "rule mark": 1,
      "text mark": 4,
    });
  });

  it("rfmMap: a cell for each pair of scores that somebody has, a bar for each segment", async () => {
    const pairs = new Set(results.RFM.customers.map((one) => `${one.recencyScore} ${one.frequencyScore}`));
    const { marks } = await draw(rfmMap(results.RFM));
    expect(marks).toEqual({ "rect mark": pairs.size, bar: 11, "text mark": pairs.size + 11 });
  });

  it("lifecycleFlow: a band for each pair of stages that somebody took", async () => {
    const taken = results.TRANSITIONS.transitions.filter(({ count }) => count > 0);
    const { marks } = await draw(lifecycleFlow(results.TRANSITIONS));
    expect(marks["area mark"]).toBe(taken.length);
    expect(marks["rect mark"]).toBe(new Set(taken.flatMap(({ from, to }) => [`${from} →`, `→ ${to}`])).size);
  });
});

describe("the finding", () => {
  it("states score, interval, n and classes", () => {
    expect(npsChart(results.NPS).description).toBe(
      "NPS 14 (95 % interval 11 to 17) from 2,828 answers: 38 % promoters, 38 % passives, 24 % detractors.",
    );
    expect(npsChart(results.NPS, { labels: "id" }).description).toBe(
      "NPS 14 (interval kepercayaan 95 %: 11 sampai 17) dari 2.828 jawaban: 38 % promotor, 38 % pasif, 24 % detraktor.",
    );
    expect(npsChart(nps([])).description).toBe("NPS: no answers, so there is no score.");
    expect(npsChart(nps([10])).description).toContain("from 1 answer:");
    expect(npsChart(nps([10, 0], { level: 0.999 })).description).toContain("99.9 % interval");
  });

  it("says how many groups are hidden, and nothing of them", () => {
    const spec = segmentChart(results.SUPPRESSED);
    expect(spec.description).toContain("Groups not shown because too few answered: 3.");
    const trial = results.SUPPRESSED.filter(({ suppressed }) => suppressed).map(({ key }) => key.segment);
    expect(trial).toContain("Trial");
    expect(JSON.stringify(spec)).not.toContain("Trial (n");
  });

  it("tells which way is good", async () => {
    const easy = await draw(scoreChart(results.EFFORT));
    expect(easy.texts).toContain("CES (lower is better)");
    expect((await draw(scoreChart(results.CES))).texts).toContain("CES (higher is better)");
    const classes = JSON.stringify(scoreChart(results.EFFORT));
    expect(classes).toContain('"range":["#0072b2","#6f7782","#c65200"]');
    expect(JSON.stringify(scoreChart(results.CES))).toContain('"range":["#c65200","#6f7782","#0072b2"]');
  });

  it("of themes is orange where those who do not mention them score better", () => {
    const worse = JSON.stringify(themeChart(results.THEMES));
    expect(worse).toMatch(/"theme":"delivery","impact":-[\d.]+,"quality":"bad"/);
    const effort = JSON.stringify(themeChart(results.EFFORT_THEMES));
    expect(effort).toMatch(/"theme":"delivery","impact":-[\d.]+,"quality":"good"/);
  });

  it("of periods that stand out says whether they are better", () => {
    const spec = JSON.stringify(scoreTrend(results.MONTHS, { limits: results.LIMITS }));
    expect(spec).toContain('"quality":"bad","score":');
    expect(spec).toContain('"isAbove":false');
  });
});

it("text from the data is text, and nothing else", async () => {
  const { svg } = await draw(segmentChart(results.SEGMENTS));
  expect(svg).not.toContain("<b>");
  expect(svg).toContain("&lt;b&gt;");
});

it("500 periods and 60 by 60 cohorts are drawn", async () => {
  const many = results.npsMonths(500);
  expect((await draw(scoreTrend(many))).marks["point"]).toBe(500);
  const rates = Array.from({ length: 60 }, (_, column) => 0.98 ** column);
  const rows = rates.map((_, i) => ({
    cohort: `2020-W${i}`,
    size: 100,
    counts: rates.map((rate) => 100 * rate),
    rates,
  }));
  const { marks } = await draw(cohortHeatmap({ ...results.COHORTS, rows }));
  expect(marks).toEqual({ "rect mark": 3600 });
});

it("survivalChart says when half are gone as medianSurvival does: half-way along a curve that is flat there", () => {
  const curve = kaplanMeier([
    { time: 33, observed: true },
    { time: 36, observed: true },
    { time: 70, observed: false },
    { time: 106, observed: true },
  ]);
  expect(survivalChart(curve).description).toContain(`half are gone by ${medianSurvival(curve).time}.`);
});
