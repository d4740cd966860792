// The declarations of the charts entry, as a TypeScript consumer without vega sees them.
import { nps } from "cx-metrics";
import { type ChartOptions, type ChartSpec, chartSvg, npsChart } from "cx-metrics/charts";

const options: ChartOptions = { theme: "dark", labels: { nps: "Recommendation" } };
const spec: ChartSpec = npsChart(nps([10]), options);
const svg: Promise<string> = chartSvg(spec);
// @ts-expect-error an unknown theme is refused
npsChart(nps([10]), { theme: "grey" });

export { svg };
