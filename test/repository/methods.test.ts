import { expect, it } from "vitest";
import { exactTables, weightedTables } from "../../bench/coverage.ts";
import { textOf } from "../support/sources.ts";

/** The leading cells of each line of the table below a marker in docs/methods.md. Sizes come last, the largest at the end. */
function cellsBelow(marker: string, columns: number): string[][] {
  const lines =
    textOf("docs/methods.md").split(`<!-- ${marker} -->\n`)[1]?.split("\n\n")[0]?.split("\n") ?? [];
  return lines.map((line) => line.split("|").slice(1, 1 + columns));
}

function cellsOf(table: string): string[][] {
  return table.split("\n").map((line) => line.split("|").slice(1, -1));
}

// Without the columns that take longest; whoever changes an interval changes those that are here too.
it("docs/methods.md shows the coverage that the intervals have", () => {
  const { nps, csat } = exactTables([5, 10, 30, 100]);
  expect(cellsBelow("coverage-nps", 6)).toEqual(cellsOf(nps));
  expect(cellsBelow("coverage-csat", 6)).toEqual(cellsOf(csat));
});

it("docs/methods.md shows the coverage that the intervals of weighted answers have", () => {
  const { nps, csat } = weightedTables([5]);
  expect(cellsBelow("coverage-nps-weighted", 3)).toEqual(cellsOf(nps));
  expect(cellsBelow("coverage-csat-weighted", 3)).toEqual(cellsOf(csat));
});
