// The declarations of the root entry, as a CommonJS TypeScript consumer sees them.
import cx = require("cx-metrics");

export const score: cx.CsatScore = cx.csat([5, 4]);
