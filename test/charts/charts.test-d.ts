import { expectTypeOf, it } from "vitest";
import {
  type ChartOptions,
  type ChartSpec,
  chartSvg,
  cohortHeatmap,
  displayTable,
  type GivenLabels,
  npsChart,
  scoreTrend,
  segmentChart,
} from "../../src/charts/index.ts";
import { acsi, controlLimits, csat, nps, scoreBy, suppressSmallGroups } from "../../src/index.ts";

const rows = [{ month: "2026-01", answer: 9 }];
const months = scoreBy(rows, { metric: nps, rating: (row) => row.answer, by: { month: (row) => row.month } });

it("charts take the results they are for", () => {
  expectTypeOf(npsChart(nps([9]))).toEqualTypeOf<ChartSpec>();
  // @ts-expect-error a CSAT is no NPS
  npsChart(csat([5]));
  // @ts-expect-error an index of three means has no tally
  segmentChart([{ key: {}, score: acsi({ satisfaction: 8, expectancy: 7, performance: 9 }) }]);
  // @ts-expect-error a score is no cohort table
  cohortHeatmap(nps([9]));
});

it("groups may be suppressed, and series have limits", () => {
  expectTypeOf(segmentChart(suppressSmallGroups(months))).toEqualTypeOf<ChartSpec>();
  expectTypeOf(scoreTrend(months, { limits: controlLimits(months) })).toEqualTypeOf<ChartSpec>();
});

it("options are optional, each by itself", () => {
  expectTypeOf<ChartOptions["labels"]>().toEqualTypeOf<"en" | "id" | GivenLabels | undefined>();
  expectTypeOf<{ title?: undefined }>().toExtend<ChartOptions>();
});

it("a picture is a promise of text, a table what it is of", () => {
  expectTypeOf(chartSvg).returns.toEqualTypeOf<Promise<string>>();
  expectTypeOf(displayTable(months)).toEqualTypeOf<typeof months>();
});
