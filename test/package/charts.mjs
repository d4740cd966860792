// The charts entry as an ES module, from the installed tarball: first without vega, then with it.
import assert from "node:assert/strict";
import { nps } from "cx-metrics";
import { chartSvg, npsChart } from "cx-metrics/charts";

const spec = npsChart(nps([10, 9, 6]));
assert.deepEqual(JSON.parse(JSON.stringify(spec)), { ...spec });
if (process.argv[2] === "with-vega") {
  assert.match(await chartSvg(spec), /^<svg role="img"/);
} else {
  await assert.rejects(chartSvg(spec), { name: "CxMetricsError", code: "missing-package" });
}
