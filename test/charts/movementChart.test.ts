import { describe, expect, it } from "vitest";
import { type ChartSpec, movementChart } from "../../src/charts/index.ts";
import { partsOf } from "./parts.ts";
import { draw } from "./render.ts";
import * as results from "./results.ts";

const STILL = { ...results.MOVEMENTS[0], acquired: 0, reactivated: 0, lost: 0 };

/** A chart of periods with these figures. */
const chartOf = (...figures: readonly object[]): ChartSpec =>
  movementChart(figures.map((some, i) => ({ ...STILL, period: `P${i}`, ...some })) as never);

describe("the flows", () => {
  const domainOf = (...figures: readonly object[]): unknown =>
    partsOf(partsOf(chartOf(...figures), "y"), "domain")[0];

  it("go from the most that were lost in a period to the most that joined and came back in one", () => {
    expect(domainOf({ acquired: 3, reactivated: 4, lost: 2 }, { acquired: 5, lost: 6 })).toEqual([-6, 7]);
    expect(domainOf({ acquired: 3 })).toEqual([0, 3]);
  });

  it("end at 0 where nobody joined, and at 1 where nothing moved", () => {
    expect(domainOf({ lost: 6 })).toEqual([-6, 0]);
    expect(domainOf({})).toEqual([0, 1]);
  });

  it("tell of their period, what they are and how many moved", () => {
    expect(partsOf(movementChart(results.MOVEMENTS), "tooltip")[0]).toEqual([
      { field: "period", type: "nominal", title: "Period" },
      { field: "flow", type: "nominal", title: "Customer movement" },
      { field: "count", type: "quantitative", title: "Customers", format: ",.0f" },
    ]);
  });
});

describe("the line of customers", () => {
  it("begins at 0, whatever the page around it has scales do", async () => {
    const spec = chartOf({ atEnd: 9000 }, { atEnd: 9500 });
    const config = { ...(spec["config"] as object), scale: { zero: false } };
    const { svg } = await draw({ ...spec, config });
    expect(svg).toContain("linear scale with values from 0 to 10,000");
  });

  it("has smaller points where there are more than 60", () => {
    const sizeOf = (count: number): readonly unknown[] =>
      partsOf(chartOf(...Array.from({ length: count }, () => ({}))), "size");
    expect([sizeOf(60), sizeOf(61)]).toEqual([[36], [8]]);
  });

  it("tells of its period and how many there are", () => {
    expect(partsOf(movementChart(results.MOVEMENTS), "tooltip")[1]).toEqual([
      { field: "period", type: "nominal", title: "Period" },
      { field: "atEnd", type: "quantitative", title: "Customers at the end", format: ",.0f" },
    ]);
  });
});

describe("the finding of movements", () => {
  const moved = { ...STILL, from: "2025-06-01T00:00:00Z", to: "2025-07-01T00:00:00Z", acquired: 3, lost: 1 };
  const counts = { ...moved, atStart: 5, atEnd: 7 };

  it("has a single period once", () => {
    const period = { ...counts, period: "2025-06" } as never;
    const finding = "In 2025-06 customers went from 5 to 7: 3 acquired, 0 won back, 1 lost.";
    expect(movementChart([period]).description).toBe(finding);
    expect(movementChart([period], { labels: "id" }).description).toBe(
      "Pada 2025-06 pelanggan berubah dari 5 menjadi 7: 3 baru, 0 kembali, 1 berhenti.",
    );
    expect(movementChart([period, period]).description).toContain("In 2025-06 customers went from 10 to 14:");
  });

  it("ends with the day on which movements without a name end", () => {
    const { period: _, ...unnamed } = counts;
    const finding =
      "From 2025-06-01 to 2025-07-01 customers went from 5 to 7: 3 acquired, 0 won back, 1 lost.";
    expect(movementChart([unnamed as never]).description).toBe(finding);
    const next = { ...unnamed, from: unnamed.to, to: "2025-08-01T00:00:00Z", atStart: 7, atEnd: 9 };
    expect(movementChart([unnamed, next] as never).description).toContain(
      "From 2025-06-01 to 2025-08-01 customers went from 5 to 9:",
    );
  });
});

it("movements of nothing are a chart that says so", () => {
  expect(movementChart([]).description).toBe("There are no periods.");
});
