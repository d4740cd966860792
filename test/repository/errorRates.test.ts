import { expect, it } from "vitest";
import { DRAWN_TESTS, percent } from "../../bench/drawnErrors.ts";
import { exactErrorRates } from "../../bench/errorRates.ts";
import { textOf } from "../support/sources.ts";

const lines =
  textOf("docs/methods.md").split("<!-- error-rates -->\n")[1]?.split("\n\n")[0]?.split("\n") ?? [];
const shown = new Map(lines.map((line) => [line.split(" | ")[0]?.slice(2), line.split(" | ").slice(1, 3)]));

it("docs/methods.md shows how often the tests err", () => {
  // Without the column for n = 100, which takes longest.
  const rates = exactErrorRates([10, 30]);
  expect(rates.length).toBeGreaterThan(10);
  for (const [test, ...figures] of rates) expect(shown.get(test), test).toEqual(figures);
});

it("and how often those of weighted answers, of accounts and of several groups do", () => {
  for (const { label } of DRAWN_TESTS) expect(shown.has(label), label).toBe(true);
  // One of each kind, and that with ten answers: each figure takes seconds.
  const checked = DRAWN_TESTS.filter(({ label }) =>
    /^CES weighted|^NPS.*one by one|none better.*Holm/.test(label),
  );
  expect(checked).toHaveLength(3);
  for (const { label, errorRate } of checked)
    expect(percent(errorRate(10)), label).toBe(shown.get(label)?.[0]);
});
