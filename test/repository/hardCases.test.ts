import { expect, it } from "vitest";
import { HARD_CASES } from "../../bench/hardCases.ts";
import { textOf } from "../support/sources.ts";

const lines =
  textOf("docs/methods.md").split("<!-- hard-cases -->\n")[1]?.split("\n\n")[0]?.split("\n").slice(2) ?? [];

it("docs/methods.md shows where intervals, tests and plans keep less than they promise", () => {
  expect(lines.map((line) => line.split(" | ").slice(0, 2).join(" | "))).toEqual(
    HARD_CASES.map(({ label, wanted }) => `| ${label} | ${wanted}`),
  );
  // Of the drawn ones a quick one: each of the others takes a second.
  const checked = HARD_CASES.filter(({ label, isExact }) => isExact || /^comparePaired.*n = 30$/.test(label));
  expect(checked).toHaveLength(7);
  for (const one of checked) {
    const place = HARD_CASES.indexOf(one);
    expect(`| ${one.label} | ${one.wanted} | ${one.figure()} |`).toBe(lines[place]);
  }
});
