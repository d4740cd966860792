// The root entry as an ES module, from the installed tarball.
import assert from "node:assert/strict";
import { CxMetricsError, ces, churnRate, csat, nps, periodOf, scoreBy, tidy } from "cx-metrics";

assert.equal(nps([10, 10, 9, 9, 9, 8, 7, 4, 2, 1]).score, 20);
assert.equal(csat([5, 4, 4, 3, null, 1]).score, 60);
assert.equal(ces([7, 6, 5, 7, 3, 4, 6, 7, 5, 6]).score, 5.6);
assert.equal(churnRate({ atStart: 200, lost: 40 }).rate, 0.2);
assert.equal(periodOf("2026-03-31T23:30:00Z", "month", { timeZone: "Asia/Jakarta" }), "2026-04");
assert.equal(periodOf("2027-01-01T12:00:00Z", "week"), "2026-W53");
const rows = [{ plan: "Basic", rating: 9 }];
const groups = scoreBy(rows, { metric: nps, rating: (row) => row.rating, by: { plan: (row) => row.plan } });
assert.equal(tidy(groups)[0].plan, "Basic");
assert.throws(() => nps([11]), CxMetricsError);
assert.equal(CxMetricsError.name, "CxMetricsError");
assert.throws(() => nps([11]), { message: "nps: rating at index 0 must be an integer from 0 to 10, got 11" });
