import { expect, it } from "vitest";
import { scoreTrend, segmentChart } from "../../src/charts/index.ts";
import { ces } from "../../src/index.ts";
import * as results from "./results.ts";

/** The lists of what a mark tells of itself. */
function tooltipsOf(value: unknown): readonly unknown[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([property, part]) =>
    property === "tooltip" ? [part] : tooltipsOf(part),
  );
}

it("points of scores tell of their score with its limits, and of how many answered", () => {
  const told = (first: object, format: string): readonly object[] => [
    { ...first, type: "nominal" },
    { field: "score", type: "quantitative", title: "Score", format },
    { field: "low", type: "quantitative", title: "Lower limit", format },
    { field: "high", type: "quantitative", title: "Upper limit", format },
    { field: "n", type: "quantitative", title: "Answers", format: ",.0f" },
  ];
  const group = { field: "group", title: "Group" };
  expect(tooltipsOf(segmentChart(results.SEGMENTS))).toContainEqual(told(group, ",.0f"));
  const effort = segmentChart([{ key: { team: "a" }, score: ces([7, 6]) }]);
  expect(tooltipsOf(effort)).toContainEqual(told(group, ",.2f"));
  const period = { field: "period", title: "Period" };
  expect(tooltipsOf(scoreTrend(results.MONTHS))).toContainEqual(told(period, ",.0f"));
});
