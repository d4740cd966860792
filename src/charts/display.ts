// How a notebook shows a value: a method that only notebooks look for, and that JSON does not see.

import { CxMetricsError } from "../errors.ts";
import type { ChartSpec } from "./chartSpec.ts";
import { chartSvg } from "./chartSvg.ts";

/** A value in the formats that a notebook may choose from, by MIME type. */
export type MediaBundle = Readonly<Record<string, unknown>>;

/** What Deno's notebook kernel calls to show the value of a cell; it awaits the promise. */
const DISPLAY = Symbol.for("Jupyter.display");

/** The same value, which a notebook shows in a way of its own. */
export function displayedAs<T extends object>(value: T, bundle: () => MediaBundle | Promise<MediaBundle>): T {
  return Object.defineProperty(value, DISPLAY, { value: bundle });
}

/** The same specification, which a notebook draws. */
export function withDisplay(spec: ChartSpec): ChartSpec {
  return displayedAs(spec, async () => {
    const bundle = { "application/vnd.vegalite.v5+json": spec, "text/plain": spec.description };
    const svg = await svgOrNull(spec);
    return svg === null ? bundle : { ...bundle, "text/html": `<div>${svg}</div>` };
  });
}

/** The picture; `null` where the packages that draw it are not installed. */
async function svgOrNull(spec: ChartSpec): Promise<string | null> {
  try {
    return await chartSvg(spec);
  } catch (error) {
    if (error instanceof CxMetricsError && error.code === "missing-package") return null;
    throw error;
  }
}
