// The root entry as CommonJS, from the installed tarball.
const assert = require("node:assert/strict");
const { CxMetricsError, nps, parseRows, periodOf } = require("cx-metrics");

assert.equal(nps([10, 9, 6]).score, 100 / 3);
assert.equal(periodOf("2027-01-01T12:00:00Z", "week"), "2026-W53");
assert.throws(() => nps([6.5]), CxMetricsError);
assert.throws(() => parseRows({}, []), { code: "invalid-argument" });
assert.equal(require("cx-metrics/package.json").name, "cx-metrics");
