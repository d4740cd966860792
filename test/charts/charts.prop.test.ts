import fc from "fast-check";
import { expect, it } from "vitest";
import {
  type ChartSpec,
  chartSvg,
  cohortHeatmap,
  displayTable,
  driverChart,
  lifecycleFlow,
  movementChart,
  npsChart,
  revenueWaterfall,
  rfmMap,
  scoreChart,
  scoreTrend,
  segmentChart,
  survivalChart,
  themeChart,
} from "../../src/charts/index.ts";
import {
  CxMetricsError,
  ces,
  controlLimits,
  csat,
  kaplanMeier,
  keyDrivers,
  lifecycleTransitions,
  movementsByPeriod,
  nps,
  revenueMovement,
  rfm,
  scoreBy,
  suppressSmallGroups,
  tenureCohorts,
  themes,
} from "../../src/index.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";
import { draw } from "./render.ts";
import * as results from "./results.ts";

const options = fc.record(
  {
    title: fc.string(),
    width: fc.integer({ min: 100, max: 1200 }),
    labels: fc.constantFrom("en" as const, "id" as const),
    theme: fc.constantFrom("light" as const, "dark" as const),
  },
  { requiredKeys: [] },
);
const answers = (max: number, min = 0) => fc.array(fc.option(fc.integer({ min, max })), { maxLength: 30 });
const key = fc.oneof(fc.string(), fc.constantFrom("__proto__", "1", 1, true, null, "a.b", "x['y']"));
const instant = fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2025, 5, 1) });
const AS_OF = Date.UTC(2025, 6, 1);

/** Draws what a property's input gives, and checks that it is a chart. */
function drawsAll<T>(input: fc.Arbitrary<T>, chart: (input: T, options: object) => ChartSpec): Promise<void> {
  const property = fc.asyncProperty(input, options, async (given, settings) => {
    const spec = chart(deepFreeze(given), settings);
    expectPlainJson({ ...spec });
    const { complaints, svg } = await draw(spec);
    expect(complaints).toEqual([]);
    expect(svg).not.toMatch(/="[^"]*(?:NaN|Infinity)/);
    expect(spec).toEqual(chart(given, settings));
  });
  return fc.assert(property, { numRuns: 15 });
}

const rows = fc.array(fc.record({ group: key, rating: fc.option(fc.integer({ min: 0, max: 10 })) }), {
  maxLength: 40,
});
const grouped = rows.map((list) =>
  scoreBy(list, { metric: nps, rating: (row) => row.rating, by: { group: (row) => row.group } }),
);

it("any NPS can be drawn", () =>
  drawsAll(
    answers(10).map((ratings) => nps(ratings)),
    npsChart,
  ));
it("any CSAT can be drawn", () =>
  drawsAll(
    answers(5, 1).map((ratings) => csat(ratings)),
    scoreChart,
  ));
it("any CES can be drawn", () => {
  const direction = fc.constantFrom("higher-is-easier" as const, "lower-is-easier" as const);
  return drawsAll(
    fc.tuple(answers(7, 1), direction).map(([ratings, way]) => ces(ratings, { direction: way })),
    scoreChart,
  );
});
it("any groups can be drawn", () => drawsAll(grouped, segmentChart));
it("any groups with some suppressed can be drawn", () =>
  drawsAll(
    grouped.map((groups) => suppressSmallGroups(groups)),
    segmentChart,
  ));
it("any series can be drawn with its limits", () => {
  const month = fc.integer({ min: 1, max: 12 });
  const series = fc
    .array(fc.record({ month, rating: fc.option(fc.integer({ min: 0, max: 10 })) }), { maxLength: 60 })
    .map((list) =>
      scoreBy(list, { metric: nps, rating: (row) => row.rating, by: { month: (row) => row.month } }),
    );
  return drawsAll(series, (groups, settings) =>
    scoreTrend(groups, { ...settings, limits: controlLimits(groups, { run: 2 }) }),
  );
});
it("any tenures can be drawn as cohorts and as movements", async () => {
  const tenures = fc
    .array(fc.record({ startedAt: instant, days: fc.option(fc.integer({ min: 1, max: 200 })) }), {
      maxLength: 40,
    })
    .map((list) =>
      list.map(({ startedAt, days }, i) => {
        const customerId = `C-${i}`;
        return days === null
          ? { customerId, startedAt }
          : { customerId, startedAt, endedAt: startedAt + days * 86_400_000 };
      }),
    );
  await drawsAll(
    tenures.map((list) => tenureCohorts(list, { unit: "month", asOf: AS_OF })),
    cohortHeatmap,
  );
  const range = { unit: "month", from: "2025-01-01T00:00:00Z", to: "2025-07-01T00:00:00Z" } as const;
  await drawsAll(
    tenures.map((list) => movementsByPeriod(list, range)),
    movementChart,
  );
});
it("any durations can be drawn", () => {
  const duration = fc.record({ time: fc.double({ min: 0, max: 1e6, noNaN: true }), observed: fc.boolean() });
  return drawsAll(
    fc.array(duration, { maxLength: 40 }).map((list) => kaplanMeier(list)),
    survivalChart,
  );
});
it("any revenue can be drawn", () => {
  const amounts = fc.array(fc.double({ min: 0, max: 1e12, noNaN: true }), { maxLength: 10 });
  const paid = amounts.map((list) => list.map((amount, i) => [`A-${i}`, amount] as const));
  return drawsAll(
    fc.tuple(paid, paid).map(([before, after]) => revenueMovement(before, after)),
    revenueWaterfall,
  );
});
it("any drivers can be drawn", () => {
  const row = fc.record({
    overall: fc.integer({ min: 0, max: 10 }),
    a: fc.integer({ min: 1, max: 5 }),
    b: fc.option(fc.integer({ min: 1, max: 5 })),
  });
  const drivers = { a: (one: { a: number }) => one.a, b: (one: { b: number | null }) => one.b };
  return drawsAll(
    fc
      .array(row, { maxLength: 30 })
      .map((list) => keyDrivers(list, { outcome: (one) => one.overall, drivers })),
    driverChart,
  );
});
it("any themes can be drawn", () => {
  const comment = fc.constantFrom("slow", "dear", "slow and dear", "", "else", null);
  const row = fc.record({ comment, rating: fc.option(fc.integer({ min: 0, max: 10 })) });
  const codebook = { speed: ["slow"], price: ["dear"], "__proto__ ": ["nothing"] };
  return drawsAll(
    fc
      .array(row, { maxLength: 30 })
      .map((list) => themes(list, { codebook, comment: (one) => one.comment, rating: (one) => one.rating })),
    themeChart,
  );
});
it("any orders can be drawn", () => {
  const order = fc.record({
    customerId: fc.constantFrom("a", "b", "c", "d"),
    at: instant,
    amount: fc.integer({ min: 0, max: 1000 }),
  });
  const bins = fc.constantFrom(2, 5, 12, 40);
  return drawsAll(
    fc
      .tuple(fc.array(order, { maxLength: 30 }), bins)
      .map(([orders, count]) => rfm(orders, { asOf: AS_OF, bins: count })),
    rfmMap,
  );
});
it("any moves between stages can be drawn", () => {
  const history = fc.record({ purchases: fc.array(fc.record({ at: instant }), { maxLength: 4 }) });
  const dates = { from: Date.UTC(2025, 3, 1), to: AS_OF };
  return drawsAll(
    fc.array(history, { maxLength: 30 }).map((list) => lifecycleTransitions(list, dates)),
    lifecycleFlow,
  );
});

it("a table is equal to what it shows", async () => {
  await fc.assert(
    fc.property(fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 5 }), (list) => {
      expect(displayTable(list)).toEqual(list);
    }),
  );
});

it("chartSvg draws the same picture twice", async () => {
  const spec = npsChart(results.NPS);
  expect(await chartSvg(spec)).toBe(await chartSvg(spec));
});

/** Every chart with a result that is sound. */
const CHARTS: readonly (readonly [(result: never, options?: object) => ChartSpec, unknown])[] = [
  [npsChart, results.NPS],
  [scoreChart, results.CES],
  [scoreChart, results.NET],
  [scoreTrend, results.npsMonths(3)],
  [(limits, settings) => scoreTrend(results.MONTHS, { ...settings, limits }), results.LIMITS],
  [segmentChart, results.SUPPRESSED],
  [cohortHeatmap, results.COHORTS],
  [survivalChart, { a: results.CURVE }],
  [revenueWaterfall, results.REVENUE],
  [movementChart, results.MOVEMENTS],
  [driverChart, results.DRIVERS],
  [themeChart, results.THEMES],
  [rfmMap, results.RFM_PLAIN],
  [lifecycleFlow, results.TRANSITIONS],
];

const rubbish = fc.constantFrom<unknown>(
  null,
  undefined,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -5,
  2.5,
  "text",
  true,
  [],
  {},
  [null],
  () => 0,
);

/** The result with one value somewhere in it, chosen by a number at each step, replaced. */
function damaged(value: unknown, steps: readonly number[], by: unknown): unknown {
  const [step, ...others] = steps;
  if (typeof value !== "object" || value === null || step === undefined) return by;
  const keys = Object.keys(value);
  if (keys.length === 0) return by;
  const at = keys[step % keys.length] as string;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...value };
  (copy as Record<string, unknown>)[at] = damaged((value as Record<string, unknown>)[at], others, by);
  return copy;
}

it.each(CHARTS)("%o of a damaged result is a plain chart or a CxMetricsError", (chart, result) => {
  const steps = fc.array(fc.nat(1000), { maxLength: 5 });
  fc.assert(
    fc.property(steps, rubbish, (way, by) => {
      let spec: ChartSpec;
      try {
        spec = chart(damaged(result, way, by) as never);
      } catch (error) {
        expect(error).toBeInstanceOf(CxMetricsError);
        return;
      }
      expectPlainJson({ ...spec });
    }),
    { numRuns: 100 },
  );
});

it.each(CHARTS)("%o refuses options that are wrong", (chart, result) => {
  for (const wrong of [
    { title: 3 },
    { width: 3 },
    { width: Number.NaN },
    { labels: "de" },
    { labels: { other: "" } },
    { labels: { nps: 1 } },
    { theme: "grey" },
    { colour: "" },
  ]) {
    expect(() => chart(result as never, wrong as object)).toThrow(CxMetricsError);
  }
});
