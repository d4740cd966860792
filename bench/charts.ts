// How long a browser takes to draw the largest charts: a trend of 500 points and a heatmap of 60 × 60 cohorts (row 12).
//
// Vega-Lite and Vega are built into a page, which compiles and draws each chart and asks for a pixel of it, a number of times.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { NPS_SCALE, nps, tallyFromCounts } from "cx-metrics";
import { type ChartSpec, cohortHeatmap, scoreTrend } from "cx-metrics/charts";
import { build } from "esbuild";
import { browse, CHROMIUM } from "../test/support/chromium.ts";
import { figure, quartiles, report, seeded } from "./harness.ts";

const ROUNDS = 9;
const random = seeded(12);

function trend(points: number): ChartSpec {
  const days = Array.from({ length: points }, (_, i) => {
    const counts = [10, 8, 4].map((rating) => [rating, 20 + Math.floor(80 * random())] as const);
    const day = new Date(Date.UTC(2025, 0, 1 + i)).toISOString().slice(0, 10);
    return { key: { day }, score: nps(tallyFromCounts(counts, NPS_SCALE)) };
  });
  return scoreTrend(days);
}

function heatmap(cohorts: number): ChartSpec {
  const rows = Array.from({ length: cohorts }, (_, i) => {
    const counts = Array.from({ length: cohorts }, (_, column) => Math.round(1000 * 0.97 ** column));
    const cohort = new Date(Date.UTC(2020, i, 1)).toISOString().slice(0, 7);
    return { cohort, size: 1000, counts, rates: counts.map((count) => count / 1000) };
  });
  const table = { unit: "month", mode: "tenure", rows } as unknown as Parameters<typeof cohortHeatmap>[0];
  return cohortHeatmap(table, { width: 1000 });
}

const CHARTS = { "trend of 500 points": trend(500), "heatmap of 60 × 60 cohorts": heatmap(60) };

const SCRIPT = `
import { parse, View } from "vega";
import { compile } from "vega-lite";
const times = {};
/** How many colours are on a canvas: where nothing was drawn, one. */
function coloursOn(canvas) {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return new Set(new Uint32Array(data.buffer)).size;
}
async function draw(name, spec) {
  const container = document.body.appendChild(document.createElement("div"));
  const copy = structuredClone(spec);
  const start = performance.now();
  const view = new View(parse(compile(copy).spec), { renderer: "canvas", container });
  await view.runAsync();
  const canvas = container.querySelector("canvas");
  canvas.getContext("2d").getImageData(0, 0, 1, 1);
  const time = performance.now() - start;
  if (coloursOn(canvas) < 10) throw new Error(name + " was not drawn");
  view.finalize();
  container.remove();
  return time;
}
async function main() {
  for (const [name, spec] of Object.entries(CHARTS)) {
    times[name] = [];
    for (let round = 0; round < ${ROUNDS}; round++) times[name].push(await draw(name, spec));
  }
  document.getElementById("times").textContent = JSON.stringify(times);
}
// Nothing that it awaits takes longer than the page takes to load: data and code are in it.
main();
`;

async function timesInChromium(): Promise<Readonly<Record<string, readonly number[]>>> {
  const { outputFiles } = await build({
    stdin: { contents: SCRIPT, resolveDir: fileURLToPath(new URL("..", import.meta.url)) },
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    write: false,
    logLevel: "error",
    define: { CHARTS: JSON.stringify(CHARTS) },
  });
  const code = outputFiles[0]?.text.replaceAll("</script", "<\\/script");
  const folder = mkdtempSync(join(tmpdir(), "cx-metrics-charts-"));
  const page = join(folder, "page.html");
  writeFileSync(
    page,
    `<!doctype html><meta charset="utf-8"><body><pre id="times"></pre><script>${code}</script>`,
  );
  const printed = browse(page, { width: 1280, height: 1200 }, "--dump-dom");
  rmSync(folder, { recursive: true });
  const times = /<pre id="times">(.+?)<\/pre>/.exec(printed)?.[1];
  if (times === undefined) throw new Error("the charts were not drawn");
  return JSON.parse(times);
}

if (CHROMIUM === null) console.log("  Chromium: not installed");
else {
  console.log("\nDrawing in headless Chromium, on a canvas\n  milliseconds: first, and median of the others");
  for (const [name, times] of Object.entries(await timesInChromium())) {
    const [first, ...others] = times as [number, ...number[]];
    console.log(`  ${name.padEnd(28)} ${figure(first)} ${figure(quartiles(others).median)}`);
    // The first drawing is the one that somebody waits for.
    const ratio = { median: first / 1000, q25: first / 1000, q75: first / 1000 };
    report({ row: 12, what: `${name} ÷ a second`, most: 1, ratio });
  }
}
