// The charts entry as CommonJS, from the installed tarball: first without vega, then with it.
const assert = require("node:assert/strict");
const { csat } = require("cx-metrics");
const { chartSvg, scoreChart } = require("cx-metrics/charts");

const svg = chartSvg(scoreChart(csat([5, 4])));
if (process.argv[2] === "with-vega") {
  svg.then((text) => assert.match(text, /^<svg role="img"/));
} else {
  assert.rejects(svg, { name: "CxMetricsError", code: "missing-package" });
}
