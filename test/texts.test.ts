// Every text that the package has as data says something.

import { describe, expect, it } from "vitest";
import { ENGLISH } from "../src/charts/english.ts";
import { INDONESIAN } from "../src/charts/indonesian.ts";
import * as cx from "../src/index.ts";

/** The texts in a value, each with the way to it. */
function textsIn(value: unknown, way: string): readonly (readonly [way: string, text: string])[] {
  if (typeof value === "string") return [[way, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => textsIn(part, `${way}.${name}`));
}

const named = Object.entries({ ...cx, ENGLISH, INDONESIAN });
const tables = named.filter(([, value]) => typeof value === "object");

describe("no text is empty or ends in white space", () => {
  it.each(tables)("in %s", (name, table) => {
    for (const [way, text] of textsIn(table, name)) expect(text, way).toMatch(/\S$/);
  });
});

it("each guide names what to ask", () => {
  for (const guide of [...Object.values(cx.LOYALTY_GUIDES), ...Object.values(cx.LIFECYCLE_GUIDES)]) {
    expect(guide.metrics).not.toEqual([]);
  }
});

it("a label has the same places to fill in both languages", () => {
  const placesIn = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
  for (const [name, text] of Object.entries(ENGLISH)) {
    expect(placesIn(INDONESIAN[name as keyof typeof ENGLISH]), name).toEqual(placesIn(text));
  }
});
