import { expect, it } from "vitest";
import { sizeBudgets, sizes } from "../../scripts/sizes.ts";

it("no name costs whoever bundles it alone more than its budget (npm run sizes -- --update sets them)", async () => {
  const measured = await sizes();
  const budgets = sizeBudgets();
  expect(Object.keys(budgets)).toEqual(Object.keys(measured));
  for (const [entry, bytes] of Object.entries(measured)) {
    expect(Object.keys(budgets[entry] ?? {})).toEqual(Object.keys(bytes));
    const over = Object.entries(bytes).filter(([name, size]) => size > (budgets[entry]?.[name] ?? 0));
    expect(over, entry).toEqual([]);
  }
});
