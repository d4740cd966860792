// The golden numbers of the distributions: rows of doubles, from R and from mpmath.

import fromR from "../golden/statistics.json" with { type: "json" };
import fromMpmath from "../golden/statistics-mpmath.json" with { type: "json" };

type Section = { readonly columns: string; readonly rows: readonly (readonly number[])[] };

/** The rows of a section in both files; the generators test/golden/statistics.R and .py name the columns. */
export function golden(name: keyof typeof fromMpmath): readonly (readonly number[])[] {
  const r = (fromR as Partial<Record<string, Section>>)[name];
  return [...(r?.rows ?? []), ...fromMpmath[name].rows];
}
