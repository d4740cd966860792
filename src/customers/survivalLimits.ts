// Confidence limits of a survival probability, made on another scale and carried back.

import type { Limits } from "../statistics/interval.ts";

/** The scale on which the limits of a survival probability S are made: log(−log S), log S, or S itself. */
export type SurvivalTransform = "log-log" | "log" | "plain";

export const SURVIVAL_TRANSFORMS: readonly SurvivalTransform[] = ["log-log", "log", "plain"];

/**
 * The limits of S, clamped to 0…1.
 *
 * Source: J. D. Kalbfleisch & R. L. Prentice, "The Statistical Analysis of Failure Time Data", 2nd ed. (2002), section
 * 1.4. The limits on the scale of log(−log S) are S to the power of e^(±margin ÷ log S).
 *
 * @param survival - S, more than 0 and, but for rounding, less than 1; callers see to it
 * @param logSurvival - log S, with its digits where S is next to 1; less than 0
 * @param margin - z times the standard error of log S
 */
export function survivalLimits(
  transform: SurvivalTransform,
  survival: number,
  logSurvival: number,
  margin: number,
): Limits {
  switch (transform) {
    case "log-log": {
      const factor = Math.exp(margin / -logSurvival);
      return { low: Math.exp(logSurvival * factor), high: Math.exp(logSurvival / factor) };
    }
    case "log":
      return { low: Math.exp(logSurvival - margin), high: Math.min(Math.exp(logSurvival + margin), 1) };
    case "plain": {
      const distance = survival * margin;
      return { low: Math.max(survival - distance, 0), high: Math.min(survival + distance, 1) };
    }
  }
}
