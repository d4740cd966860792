// The heatmap of a cohort table.

import type { CohortTable } from "../customers/cohortTable.ts";
import { requireOneOf } from "../errors.ts";
import type { PeriodUnit } from "../time/periodKey.ts";
import { rowHeight } from "./axes.ts";
import type { ChartSpec, JsonObject } from "./chartSpec.ts";
import { chartOf, emptyChart } from "./drawing.ts";
import { onShade, shade } from "./encodings.ts";
import { type ChartOptions, type Frame, frameOf } from "./frame.ts";
import { arrayAt, countAt, figureAt, itemsOf, objectAt, textAt } from "./input.ts";
import { differentTexts } from "./keys.ts";
import { filled } from "./words.ts";

/** A cohort, read. */
interface Cohort {
  readonly cohort: string;
  readonly size: number;
  /** `null` where the column has not elapsed. */
  readonly rates: readonly (number | null)[];
}

/** How wide a cell must be for a figure to stand in it, in pixels. */
const ROOM_FOR_TEXT = 34;

/**
 * Draws a cohort table: of the customers who began in each period, what share counted in the periods after?
 *
 * The darker a cell (the lighter, on dark paper), the larger the share; the scale is 0 to 100 % in every chart, so that two can
 * be compared. Cells whose time has not come are left blank, which is not 0 %. Figures stand in the cells where there is room.
 * The size of each cohort stands beside its name. A table without cohorts gives a chart that says so.
 *
 * @param table - what `tenureCohorts`, `activityCohorts` or `mergeCohortTables` returned
 * @param options - title, width, labels, theme
 * @throws {@link cx-metrics!CxMetricsError} `invalid-argument` or `invalid-count` for what is no such table, and for a wrong option
 *
 * @example
 * ```ts
 * import { tenureCohorts } from "cx-metrics";
 * import { cohortHeatmap } from "cx-metrics/charts";
 *
 * const tenures = [
 *   { customerId: "A-1", startedAt: "2026-01-05T00:00:00Z", endedAt: "2026-02-10T00:00:00Z" },
 *   { customerId: "A-2", startedAt: "2026-01-20T00:00:00Z" },
 * ];
 * const table = tenureCohorts(tenures, { unit: "month", asOf: "2026-04-01T00:00:00Z" });
 * cohortHeatmap(table).description;
 * // → "2 customers in 1 cohort. Months since the start 2: 50 % of the 2 whose time has come."
 * ```
 */
export function cohortHeatmap(table: CohortTable, options: ChartOptions = {}): ChartSpec {
  const caller = "cohortHeatmap";
  const frame = frameOf(caller, options);
  const { unit, rows } = objectAt(caller, ["table"], table);
  requireOneOf(caller, ["table", "unit"], unit, UNITS);
  const { [unit]: time, cohorts: title } = frame.words.labels;
  const cohorts = itemsOf(caller, "rows", rows, (row, path) => cohortAt(caller, row, path));
  const finding = findingOf(frame, cohorts, time);
  if (cohorts.length === 0) return emptyChart(frame, title, finding);
  return chartOf(frame, { title, finding, body: heatmap(frame, cohorts, time) });
}

const UNITS: readonly PeriodUnit[] = ["day", "week", "month", "quarter", "year"];

function cohortAt(
  caller: string,
  { cohort, size, rates }: Readonly<Record<string, unknown>>,
  path: readonly [string, number],
): Cohort {
  return {
    cohort: textAt(caller, [...path, "cohort"], cohort),
    size: countAt(caller, [...path, "size"], size),
    rates: arrayAt(caller, [...path, "rates"], rates).map((rate, i) =>
      figureAt(caller, [...path, "rates", i], rate),
    ),
  };
}

/** The furthest column that at least half of the customers have come to. */
function findingOf({ words }: Frame, cohorts: readonly Cohort[], unit: string): string {
  const { labels } = words;
  const customers = cohorts.reduce((sum, { size }) => sum + size, 0);
  const known = (column: number): readonly Cohort[] =>
    cohorts.filter(({ rates }) => (rates[column] ?? null) !== null);
  const sizeOf = (some: readonly Cohort[]): number => some.reduce((sum, { size }) => sum + size, 0);
  let column = 0;
  while (2 * sizeOf(known(column + 1)) >= customers && known(column + 1).length > 0) column++;
  const counted = known(column);
  const size = sizeOf(counted);
  if (size === 0) return labels.noCohortFinding;
  const rate = counted.reduce((sum, one) => sum + one.size * (one.rates[column] as number), 0) / size;
  return filled(labels.cohortFinding, {
    customers: words.customers(customers),
    cohorts: words.cohorts(cohorts.length),
    unit,
    column: words.number(column, 0),
    rate: words.percent(rate),
    known: words.number(size, 0),
  });
}

function heatmap({ words, colours, width }: Frame, cohorts: readonly Cohort[], unit: string): JsonObject {
  const { labels } = words;
  const rows = differentTexts(
    cohorts.map(({ cohort, size }) => filled(labels.groupWithN, { group: cohort, n: words.number(size, 0) })),
  );
  const values = cohorts.flatMap(({ rates }, row) =>
    rates.flatMap((rate, column) =>
      rate === null ? [] : [{ row: rows[row] as string, column, rate, text: words.percent(rate) }],
    ),
  );
  const columns = cohorts.reduce((most, { rates }) => Math.max(most, rates.length), 0);
  const domain = Array.from({ length: columns }, (_, column) => column);
  const layer: readonly JsonObject[] = [
    {
      mark: { type: "rect", stroke: colours.background, strokeWidth: columns > 30 ? 0.5 : 1.5 },
      encoding: {
        color: shade("rate", colours, {
          title: labels.retained,
          format: ".0%",
          gradientLength: Math.min(width, 200),
          values: [0, 0.5, 1],
        }),
        tooltip: [
          { field: "row", type: "nominal", title: labels.cohort },
          { field: "column", type: "quantitative", title: unit },
          { field: "rate", type: "quantitative", title: labels.retained, format: ".1%" },
        ],
      },
    },
    {
      mark: { type: "text", baseline: "middle", fontSize: 10 },
      encoding: {
        text: { field: "text", type: "nominal" },
        color: onShade("rate", colours),
      },
    },
  ];
  return {
    width,
    height: { step: rowHeight(cohorts.length) },
    data: { values },
    encoding: {
      x: {
        field: "column",
        type: "ordinal",
        scale: { domain },
        axis: { title: unit, labelAngle: 0, labelOverlap: true, ticks: false, domain: false },
      },
      y: {
        field: "row",
        type: "nominal",
        scale: { domain: rows },
        axis: { title: null, ticks: false, domain: false },
      },
    },
    layer: width / columns >= ROOM_FOR_TEXT ? layer : layer.slice(0, 1),
  };
}
