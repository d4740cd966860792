// The schemas entry as CommonJS, from the installed tarball.
const assert = require("node:assert/strict");
const { surveyResponse } = require("cx-metrics/schemas");

assert.equal(surveyResponse.safeParse({ metric: "ces", rating: 7 }).success, true);
assert.equal(surveyResponse.safeParse({ metric: "ces", rating: 0 }).success, false);
