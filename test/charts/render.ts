// Drawing of charts by the real Vega-Lite and Vega, and what can be read off the picture.

import { parse, View } from "vega";
import { compile } from "vega-lite";
import type { ChartSpec } from "../../src/charts/index.ts";

/** A picture, and what its makers complained about. */
export interface Picture {
  readonly svg: string;
  readonly complaints: readonly string[];
  /** How many marks of each kind stand in the plots: axes, legends and titles are left out. */
  readonly marks: Readonly<Record<string, number>>;
  /** All texts, axes and titles included. */
  readonly texts: readonly string[];
}

/** Draws a chart. */
export async function draw(spec: ChartSpec): Promise<Picture> {
  const complaints: string[] = [];
  const complain = (...parts: unknown[]): typeof logger => {
    complaints.push(parts.map(String).join(" "));
    return logger;
  };
  const logger = {
    level: () => logger,
    error: complain,
    warn: complain,
    info: () => logger,
    debug: () => logger,
  } as unknown as NonNullable<NonNullable<Parameters<typeof compile>[1]>["logger"]>;
  // A copy, because Vega writes to the data that it draws.
  const input = structuredClone({ ...spec }) as unknown as Parameters<typeof compile>[0];
  const { spec: drawing } = compile(input, { logger });
  const view = new View(parse(drawing), { renderer: "none", logger });
  const svg = await view.toSVG();
  view.finalize();
  return { svg, complaints, marks: marksOf(svg), texts: textsOf(svg) };
}

/** Vega gives each mark of a plot the role of a symbol, and says of which kind it is. */
function marksOf(svg: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  const symbols = svg.matchAll(/<(?:path|text|line)\b[^>]*aria-roledescription="([^"]+)"[^>]*>/g);
  for (const [tag, kind = ""] of symbols) {
    if (!tag.includes('role="graphics-symbol"')) continue;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

function textsOf(svg: string): readonly string[] {
  return [...svg.matchAll(/<(?:text|tspan)\b[^>]*>([^<]*)<\/(?:text|tspan)>/g)].map(([, text = ""]) =>
    text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] as string),
  );
}
