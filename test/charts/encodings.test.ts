import { expect, it } from "vitest";
import { scoreTrend, segmentChart } from "../../src/charts/index.ts";
import { ces } from "../../src/index.ts";
import { partsOf } from "./parts.ts";
import * as results from "./results.ts";

it("points of scores tell of their score with its limits, and of how many answered", () => {
  const told = (first: object, format: string): readonly object[] => [
    { ...first, type: "nominal" },
    { field: "score", type: "quantitative", title: "Score", format },
    { field: "low", type: "quantitative", title: "Lower limit", format },
    { field: "high", type: "quantitative", title: "Upper limit", format },
    { field: "n", type: "quantitative", title: "Answers", format: ",.0f" },
  ];
  const group = { field: "group", title: "Group" };
  expect(partsOf(segmentChart(results.SEGMENTS), "tooltip")).toContainEqual(told(group, ",.0f"));
  const effort = segmentChart([{ key: { team: "a" }, score: ces([7, 6]) }]);
  expect(partsOf(effort, "tooltip")).toContainEqual(told(group, ",.2f"));
  const period = { field: "period", title: "Period" };
  expect(partsOf(scoreTrend(results.MONTHS), "tooltip")).toContainEqual(told(period, ",.0f"));
});
