import { expect, it } from "vitest";
import { apiReports } from "../../scripts/apiReport.ts";
import { textOf } from "../support/sources.ts";

it("docs/api-report is what the entries export (npm run api-report rewrites it)", () => {
  const reports = apiReports();
  const committed = Object.keys(reports).map((name) => [name, textOf(`docs/api-report/${name}.txt`)]);
  expect(Object.fromEntries(committed)).toEqual(reports);
});
