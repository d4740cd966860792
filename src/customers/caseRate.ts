// What all rates of support cases have in common.

import type { Instant } from "../records/instant.ts";
import type { Rate, RateOptions } from "../statistics/rate.ts";

/** Options that all rates of support cases have. */
export interface CaseRateOptions extends RateOptions {
  /**
   * The moment to look back from: what happened later is taken not to have happened, and cases opened later are ignored
   * and counted.
   * @defaultValue no limit
   */
  readonly asOf?: Instant | undefined;
}

/** A rate of support cases, with what was left out of it. */
export interface CaseRate extends Rate {
  /** The moment up to which was counted, in UTC; `null` for no limit. */
  readonly asOf: string | null;
  /** Cases left out because a field that decides is not known. */
  readonly unknown: number;
  /** Cases ignored because they were opened after `asOf`. */
  readonly afterAsOf: number;
}
