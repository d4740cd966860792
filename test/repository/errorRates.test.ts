import { expect, it } from "vitest";
import { exactErrorRates } from "../../bench/errorRates.ts";
import { textOf } from "../support/sources.ts";

it("docs/methods.md shows how often the tests err", () => {
  const lines =
    textOf("docs/methods.md").split("<!-- error-rates -->\n")[1]?.split("\n\n")[0]?.split("\n") ?? [];
  // Without the column for n = 100, which takes longest.
  const shown = new Map(lines.map((line) => [line.split(" | ")[0]?.slice(2), line.split(" | ").slice(1, 3)]));
  const rates = exactErrorRates([10, 30]);
  expect(rates.length).toBeGreaterThan(10);
  for (const [test, ...figures] of rates) expect(shown.get(test), test).toEqual(figures);
});
