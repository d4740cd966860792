// The schemas entry as an ES module, from the installed tarball.
import assert from "node:assert/strict";
import { nps, parseRows } from "cx-metrics";
import { npsResponse } from "cx-metrics/schemas";

const { rows, rejected } = parseRows(npsResponse, [
  { metric: "nps", rating: 9 },
  { metric: "nps", rating: 11 },
]);
assert.equal(nps(rows.map((row) => row.rating)).score, 100);
assert.equal(rejected, 1);
