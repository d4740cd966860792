// What a sample says about a difference: limits, a statistic and its p-value.

import type { Limits } from "../statistics/interval.ts";
import { normalUpperTail } from "../statistics/normal.ts";
import { studentTUpperTail } from "../statistics/studentT.ts";

/** A test of one difference, and the limits that go with it. */
export interface Evidence {
  /** In the score's own unit, not yet clamped. `null` where none can be had. */
  readonly limits: Limits | null;
  readonly statistic: number | null;
  readonly degreesOfFreedom: number | null;
  readonly pValue: number | null;
}

/** What answers say that say nothing. */
export const NO_EVIDENCE: Evidence = /* @__PURE__ */ Object.freeze({
  limits: null,
  statistic: null,
  degreesOfFreedom: null,
  pValue: null,
});

/** The two-sided p-value of a standard normal statistic. */
export function normalPValue(statistic: number): number {
  return 2 * normalUpperTail(Math.abs(statistic));
}

/** The two-sided p-value of a t statistic. */
export function studentTPValue(statistic: number, degreesOfFreedom: number): number {
  return 2 * studentTUpperTail(Math.abs(statistic), degreesOfFreedom);
}

/** Two limits around a centre, times a unit. */
export function limitsAround(centre: number, margin: number, unit = 1): Limits {
  return { low: unit * (centre - margin), high: unit * (centre + margin) };
}
