// Chart specifications: plain JSON that Vega-Lite draws.

/** Plain JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [property: string]: Json };

/** Part of a specification. */
export type JsonObject = { readonly [property: string]: Json };

/**
 * A chart as a Vega-Lite specification: plain JSON that any renderer of Vega-Lite 5 or 6 draws. In a notebook of Deno's a
 * cell that ends with one shows it.
 */
export interface ChartSpec {
  /** The schema that the specification follows. */
  readonly $schema: "https://vega.github.io/schema/vega-lite/v5.json";
  /** The finding in words, for those who cannot see the chart. */
  readonly description: string;
  /** Everything else, as Vega-Lite defines it. */
  readonly [property: string]: Json;
}
