import { describe, expect, it } from "vitest";
import { type ChartSpec, driverChart } from "../../src/charts/index.ts";
import * as results from "./results.ts";

type Driver = (typeof results.DRIVERS)["drivers"][number];

/** A chart of drivers with these shares and correlations. */
const chartOf = (rSquared: number | null, ...drivers: readonly object[]): ChartSpec =>
  driverChart({ ...results.DRIVERS, rSquared, n: 20, drivers: drivers as readonly Driver[] });
const speed = { driver: "speed", share: 0.75, correlation: 0.5 };

interface Bars {
  readonly data: { readonly values: readonly { readonly driver: string; readonly kind: string }[] };
  readonly layer: readonly { readonly encoding: { readonly tooltip?: unknown } }[];
}
const barsOf = (spec: ChartSpec): Bars => spec as unknown as Bars;

describe("bars of drivers", () => {
  it("are of those that have a share", () => {
    const spec = chartOf(0.4, speed, { driver: "price", share: null, correlation: null });
    expect(barsOf(spec).data.values.map(({ driver }) => driver)).toEqual(["speed"]);
  });

  it("say which way a driver goes: with a lower outcome where its correlation is below 0", () => {
    const drivers = [-0.5, 0, null].map((correlation) => ({ ...speed, correlation }));
    expect(barsOf(chartOf(0.4, ...drivers)).data.values.map(({ driver, kind }) => [driver, kind])).toEqual([
      ["speed", "goes with a lower outcome"],
      ["speed (2)", "goes with a higher outcome"],
      ["speed (3)", "goes with a higher outcome"],
    ]);
  });

  it("tell of their driver, its share and which way it goes", () => {
    expect(barsOf(driverChart(results.DRIVERS)).layer[0]?.encoding.tooltip).toEqual([
      { field: "driver", type: "nominal", title: "Driver" },
      {
        field: "share",
        type: "quantitative",
        title: "Share of what the drivers account for",
        format: ".1%",
      },
      { field: "kind", type: "nominal", title: "Key drivers" },
    ]);
  });

  it("are none where no driver has a share, or where nothing is known of what they account for", () => {
    const nothing = "These rows give the drivers no weights (n = 20).";
    expect(chartOf(0.4).description).toBe(nothing);
    expect(chartOf(0.4, { driver: "price", share: null, correlation: 0.1 }).description).toBe(nothing);
    expect(chartOf(null, speed).description).toBe(nothing);
  });
});

it.each<readonly [string, string, unknown]>([
  ["invalid-argument", "driverChart: result must be an object, got null", null],
  [
    "invalid-argument",
    "driverChart: result.rSquared must be a finite number or null, got undefined",
    { n: 3, drivers: [] },
  ],
  [
    "invalid-count",
    "driverChart: result.n must be a whole number from 0 up, got -3",
    { rSquared: 0.4, n: -3, drivers: [] },
  ],
  [
    "invalid-argument",
    "driverChart: drivers must be an array or another iterable, got an object",
    { rSquared: 0.4, n: 3, drivers: {} },
  ],
  [
    "invalid-argument",
    "driverChart: drivers at index 1 must be an object, got 1",
    { rSquared: 0.4, n: 3, drivers: [speed, 1] },
  ],
  [
    "invalid-argument",
    "driverChart: drivers at index 0.driver must be a string, got null",
    { rSquared: 0.4, n: 3, drivers: [{ ...speed, driver: null }] },
  ],
  [
    "invalid-argument",
    "driverChart: drivers at index 0.share must be a finite number or null, got Infinity",
    { rSquared: 0.4, n: 3, drivers: [{ ...speed, share: Number.POSITIVE_INFINITY }] },
  ],
  [
    "invalid-argument",
    "driverChart: drivers at index 0.correlation must be a finite number or null, got a string",
    { rSquared: 0.4, n: 3, drivers: [{ ...speed, correlation: "0.5" }] },
  ],
])("refuses no drivers as %s: %s", (code, message, wrong) => {
  expect(() => driverChart(wrong as typeof results.DRIVERS)).toThrow(
    expect.objectContaining({ name: "CxMetricsError", code, message }),
  );
});
