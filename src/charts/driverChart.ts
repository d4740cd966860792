// The chart of key drivers.

import type { KeyDrivers } from "../inference/keyDrivers.ts";
import { rowHeight } from "./axes.ts";
import type { ChartSpec, JsonObject } from "./chartSpec.ts";
import { chartOf, emptyChart } from "./drawing.ts";
import { type ChartOptions, type Frame, frameOf } from "./frame.ts";
import { countAt, figureAt, itemsOf, objectAt, textAt } from "./input.ts";
import { differentTexts } from "./keys.ts";
import { legendOf } from "./legend.ts";
import { filled } from "./words.ts";

/** A driver, read. */
interface Driver {
  readonly driver: string;
  /** Its share of what all drivers account for. */
  readonly share: number;
  /** Whether it goes with a lower outcome. */
  readonly isNegative: boolean;
}

/**
 * Draws key drivers: which ratings go with the outcome most?
 *
 * Each bar is a driver's share of what all of them account for, the heaviest first: blue where more of it goes with a higher
 * outcome, orange where it goes with a lower one (by its correlation). It shows association, not what an improvement
 * would bring. Drivers without weights give a chart that says so.
 *
 * @param result - what `keyDrivers` returned
 * @param options - title, width, labels, theme
 * @throws {@link cx-metrics!CxMetricsError} `invalid-argument` or `invalid-count` for what is no such result, and for a wrong option
 *
 * @example
 * ```ts
 * import { keyDrivers } from "cx-metrics";
 * import { driverChart } from "cx-metrics/charts";
 *
 * const rows = [
 *   { overall: 9, speed: 5, price: 4 },
 *   { overall: 7, speed: 4, price: 4 },
 *   { overall: 4, speed: 2, price: 3 },
 *   { overall: 8, speed: 4, price: 2 },
 *   { overall: 2, speed: 1, price: 2 },
 * ];
 * const drivers = keyDrivers(rows, {
 *   outcome: (row) => row.overall,
 *   drivers: { price: (row) => row.price, speed: (row) => row.speed },
 * });
 * driverChart(drivers).description;
 * // → "speed goes with the outcome most: 86 % of the 100 % of its variance that the drivers account for (n = 5)."
 * ```
 */
export function driverChart<K extends string>(result: KeyDrivers<K>, options: ChartOptions = {}): ChartSpec {
  const caller = "driverChart";
  const frame = frameOf(caller, options);
  const given = objectAt(caller, ["result"], result);
  const rSquared = figureAt(caller, ["result", "rSquared"], given["rSquared"]);
  const n = frame.words.number(countAt(caller, ["result", "n"], given["n"]), 0);
  const drivers = driversOf(caller, given["drivers"]);
  const { labels } = frame.words;
  const [first] = drivers;
  if (first === undefined || rSquared === null) {
    return emptyChart(frame, labels.drivers, filled(labels.noDriverFinding, { n }));
  }
  const finding = filled(labels.driverFinding, {
    driver: first.driver,
    share: frame.words.percent(first.share),
    explained: frame.words.percent(rSquared),
    n,
  });
  return chartOf(frame, { title: labels.drivers, finding, body: bars(frame, drivers) });
}

/** The drivers that have a share. */
function driversOf(caller: string, drivers: unknown): readonly Driver[] {
  const read = itemsOf(caller, "drivers", drivers, (given, path) => ({
    driver: textAt(caller, [...path, "driver"], given["driver"]),
    share: figureAt(caller, [...path, "share"], given["share"]),
    correlation: figureAt(caller, [...path, "correlation"], given["correlation"]),
  }));
  const names = differentTexts(read.map(({ driver }) => driver));
  return read.flatMap(({ share, correlation }, i) => {
    const driver = names[i] as string;
    return share === null ? [] : [{ driver, share, isNegative: (correlation ?? 0) < 0 }];
  });
}

function bars({ words, colours, width }: Frame, drivers: readonly Driver[]): JsonObject {
  const { labels } = words;
  const kinds = [labels.withHigher, labels.withLower];
  const values = drivers.map(({ driver, share, isNegative }) => ({
    driver,
    share,
    kind: kinds[isNegative ? 1 : 0] as string,
    text: words.percent(share),
  }));
  const most = values.reduce((sum, { share }) => Math.max(sum, share), 0);
  const x = {
    field: "share",
    type: "quantitative",
    // Room for the figures behind the bars.
    scale: { domain: [0, most * 1.12], nice: false },
    axis: { title: labels.driverShare, format: ".0%", tickCount: 5 },
  };
  const y = {
    field: "driver",
    type: "nominal",
    scale: { domain: values.map(({ driver }) => driver), paddingInner: 0.25 },
    axis: { title: null, ticks: false, domain: false },
  };
  return {
    width,
    height: { step: rowHeight(values.length) },
    data: { values },
    encoding: { x, y },
    layer: [
      {
        mark: { type: "bar" },
        encoding: {
          color: {
            field: "kind",
            type: "nominal",
            scale: { domain: kinds, range: [colours.good, colours.bad] },
            legend: legendOf(kinds, width),
          },
          tooltip: [
            { field: "driver", type: "nominal", title: labels.driver },
            { field: "share", type: "quantitative", title: labels.driverShare, format: ".1%" },
            { field: "kind", type: "nominal", title: labels.drivers },
          ],
        },
      },
      {
        mark: { type: "text", align: "left", baseline: "middle", dx: 5 },
        encoding: { text: { field: "text", type: "nominal" } },
      },
    ],
  };
}
