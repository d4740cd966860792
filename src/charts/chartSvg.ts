// Charts as SVG, drawn by Vega where the caller has it.

import type { LoggerInterface } from "vega";
import { CxMetricsError, requireObject } from "../errors.ts";
import type { ChartSpec } from "./chartSpec.ts";
import { escaped } from "./html.ts";
import { type TextMetrics, withTextWidths } from "./measuring.ts";

/**
 * Draws a chart as SVG: for a report, a mail or a page without scripts.
 *
 * Compiled by `vega-lite` and drawn by `vega`, which are yours to install (`npm install vega vega-lite`, version 6) and are
 * loaded at the first call. No canvas and no browser are needed. The picture carries the chart's `description` as its name
 * for screen readers, and text as text. Where no canvas is installed either, nothing can measure text: labels get as much
 * room as the widest of the common fonts needs. The same chart then gives the same picture on every machine, but for the
 * names of gradients, which Vega numbers so that pictures can stand on one page.
 *
 * Any Vega-Lite specification will do, changed by hand or written by somebody else. A specification can make Vega load data
 * from an address in it; those of this package hold their data.
 *
 * @param spec - a chart of this package
 * @returns the text of an `svg` element
 * @throws {@link cx-metrics!CxMetricsError} `missing-package` where `vega` or `vega-lite` cannot be loaded (the error of
 * the engine is its `cause`), `invalid-argument` for what is
 * no object or cannot be drawn; as a rejected promise
 *
 * @example
 * ```ts
 * import { csat } from "cx-metrics";
 * import { chartSvg, scoreChart } from "cx-metrics/charts";
 *
 * const svg = await chartSvg(scoreChart(csat([5, 4, 4, 3, 1])));
 * svg.startsWith("<svg"); // → true
 * svg.includes("CSAT 60.0"); // → true
 * ```
 */
export async function chartSvg(spec: ChartSpec): Promise<string> {
  const caller = "chartSvg";
  requireObject(caller, ["spec"], spec);
  const [{ compile }, vega] = await packages(caller);
  const { parse, View } = vega;
  const { logger, hasFailed } = silentLogger();
  const view = drawable(caller, () => {
    // A copy, because Vega writes to the data that it draws.
    const copy: Parameters<typeof compile>[0] = JSON.parse(JSON.stringify(spec));
    const { spec: drawing } = compile(copy);
    return new View(parse(drawing), { logger });
  });
  try {
    const { textMetrics } = vega as typeof vega & { readonly textMetrics: TextMetrics };
    const svg = await withTextWidths(textMetrics, () => view.toSVG());
    if (hasFailed()) throw undrawable(caller);
    return named(svg, spec.description);
  } finally {
    view.finalize();
  }
}

/** What Vega has to say may quote the data, so that it is not printed. Where a step fails, Vega says so and draws the rest. */
function silentLogger(): { readonly logger: LoggerInterface; readonly hasFailed: () => boolean } {
  let failed = false;
  const silent = (): LoggerInterface => logger;
  const error = (): LoggerInterface => {
    failed = true;
    return logger;
  };
  const logger = { level: silent, error, warn: silent, info: silent, debug: silent } as LoggerInterface;
  return { logger, hasFailed: () => failed };
}

async function packages(caller: string): Promise<[typeof import("vega-lite"), typeof import("vega")]> {
  const missing = (cause: unknown): never => {
    const message = `${caller}: the packages vega and vega-lite must be installed to draw a chart`;
    throw new CxMetricsError(message, "missing-package", [], { cause });
  };
  // Bundlers let an import pass that cannot be resolved where it is caught itself.
  return await Promise.all([import("vega-lite").catch(missing), import("vega").catch(missing)]);
}

function drawable<T>(caller: string, step: () => T): T {
  try {
    return step();
  } catch {
    // No cause, which may quote the data.
    throw undrawable(caller);
  }
}

function undrawable(caller: string): CxMetricsError {
  return new CxMetricsError(
    `${caller}: spec must be a Vega-Lite specification, such as npsChart(score), got one that cannot be drawn`,
    "invalid-argument",
    ["spec"],
  );
}

/** The picture with a name for those who cannot see it. */
function named(svg: string, description: unknown): string {
  if (typeof description !== "string") return svg;
  return svg.replace("<svg ", () => `<svg role="img" aria-label="${escaped(description)}" `);
}
