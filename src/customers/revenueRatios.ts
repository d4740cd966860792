// Ratios of recurring revenue: gained to lost, and revenue to accounts.

import { checkedCount, checkedOptions, requireOneOf } from "../errors.ts";
import { amountsNamed, quotient } from "./amount.ts";
import type { RevenueMovement } from "./revenueBalance.ts";

/** The revenue of a movement that came and went. */
export type RevenueGainAndLoss = Pick<
  RevenueMovement,
  "new" | "expansion" | "reactivated" | "contraction" | "churned"
>;

/** Revenue and accounts at both ends of a movement. */
export type RevenueAndAccounts = Pick<
  RevenueMovement,
  "starting" | "ending" | "startingAccounts" | "endingAccounts"
>;

/** Options of {@link averageRevenuePerAccount}. */
export interface AverageRevenueOptions {
  /**
   * Whose revenue and accounts count: those at the `"end"`, at the `"start"`, or the `"average"` of both.
   * @defaultValue `"end"`
   */
  readonly at?: "end" | "start" | "average" | undefined;
}

/**
 * Quick ratio of recurring revenue: how much revenue was gained for each unit lost?
 *
 * (new + expansion + reactivated) ÷ (contraction + churned). Above 1 the revenue grows. `null` where nothing was lost,
 * however much was gained: a ratio over nothing is no number, where rivals print ∞ or 0. Not the quick ratio of a
 * balance sheet.
 *
 * Source: the ratio that Mamoon Hamid (Social Capital) made usual for subscription companies.
 *
 * @param movement - a revenue movement, or the five amounts of it
 * @throws {@link CxMetricsError} `invalid-argument` for an amount that is negative or not finite
 *
 * @example
 * ```ts
 * import { quickRatio } from "cx-metrics";
 *
 * quickRatio({ new: 200, expansion: 150, reactivated: 10, contraction: 30, churned: 50 }); // → 4.5
 * ```
 */
export function quickRatio(movement: RevenueGainAndLoss): number | null {
  const caller = "quickRatio";
  const names = ["new", "expansion", "reactivated", "contraction", "churned"] as const;
  const { expansion, reactivated, contraction, churned, ...rest } = amountsNamed(caller, movement, names);
  return quotient(caller, rest.new + expansion + reactivated, ["churned", contraction + churned]);
}

/**
 * Average revenue per account: what does an account that pays bring in a period?
 *
 * Revenue ÷ accounts that pay it: at the `"end"` of the movement (the default), at its `"start"`, or (starting + ending)
 * ÷ (startingAccounts + endingAccounts) for the `"average"`, the mean revenue over the mean number of accounts.
 * Accounts that pay nothing are no accounts here; rivals that count free users get less.
 *
 * In the unit of the amounts; `null` where nobody paid.
 *
 * Source: Farris et al., "Marketing Metrics" (2010), average revenue per user.
 *
 * @param movement - a revenue movement, or revenue and accounts at both its ends
 * @param options - at which end
 * @throws {@link CxMetricsError} `invalid-argument` for an amount that is negative or not finite, or an unknown `at`,
 * `invalid-count` for a number of accounts that is not a whole number from 0 up
 *
 * @example
 * ```ts
 * import { averageRevenuePerAccount } from "cx-metrics";
 *
 * const march = { starting: 900, startingAccounts: 30, ending: 1280, endingAccounts: 40 };
 * averageRevenuePerAccount(march); // → 32
 * averageRevenuePerAccount(march, { at: "start" }); // → 30
 * ```
 */
export function averageRevenuePerAccount(
  movement: RevenueAndAccounts,
  options: AverageRevenueOptions = {},
): number | null {
  const caller = "averageRevenuePerAccount";
  const { at = "end" } = checkedOptions(caller, options, ["at"]);
  requireOneOf(caller, ["at"], at, ["end", "start", "average"]);
  const { starting, ending } = amountsNamed(caller, movement, ["starting", "ending"]);
  const startingAccounts = checkedCount(caller, ["startingAccounts"], movement.startingAccounts);
  const endingAccounts = checkedCount(caller, ["endingAccounts"], movement.endingAccounts);
  switch (at) {
    case "end":
      return quotient(caller, ending, ["endingAccounts", endingAccounts]);
    case "start":
      return quotient(caller, starting, ["startingAccounts", startingAccounts]);
    case "average":
      return quotient(caller, starting + ending, ["endingAccounts", startingAccounts + endingAccounts]);
  }
}
