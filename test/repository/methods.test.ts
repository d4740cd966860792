import { expect, it } from "vitest";
import { exactTables } from "../../bench/coverage.ts";
import { textOf } from "../support/sources.ts";

/** The cells of the table below a marker in docs/methods.md, without the column for n = 1000, which takes longest. */
function cellsBelow(marker: string): string[][] {
  const lines =
    textOf("docs/methods.md").split(`<!-- ${marker} -->\n`)[1]?.split("\n\n")[0]?.split("\n") ?? [];
  return lines.map((line) => line.split("|").slice(1, -2));
}

function cellsOf(table: string): string[][] {
  return table.split("\n").map((line) => line.split("|").slice(1, -1));
}

it("docs/methods.md shows the coverage that the intervals have", () => {
  const { nps, csat } = exactTables([5, 10, 30, 100]);
  expect(cellsBelow("coverage-nps")).toEqual(cellsOf(nps));
  expect(cellsBelow("coverage-csat")).toEqual(cellsOf(csat));
});
