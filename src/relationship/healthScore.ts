// Health score: the churn risk scorecard, turned round.

import { type ChurnRiskOptions, riskFor } from "./churnRisk.ts";
import type { ChurnSignals } from "./churnSignals.ts";

/**
 * Health score: how free of signs that it may end is a relationship?
 *
 * 100 × (1 − risk) of {@link churnRisk}: 100 where every signal known is at its best, 0 where every one is at its worst. No
 * percentage of anything, and no probability of staying; other vendors' health scores weigh other things. `null` where no signal
 * with weight is known.
 *
 * Sources: as {@link churnRisk}.
 *
 * @param signals - what is known of the party
 * @param options - weights
 * @throws {@link CxMetricsError} as {@link churnRisk}
 *
 * @example
 * ```ts
 * import { healthScore } from "cx-metrics";
 *
 * healthScore({ nps: 50, openCases: 0 }); // → 87.5
 * healthScore({}); // → null
 * ```
 */
export function healthScore(signals: ChurnSignals, options: ChurnRiskOptions = {}): number | null {
  const { risk } = riskFor("healthScore", signals, options);
  return risk === null ? null : 100 * (1 - risk);
}
