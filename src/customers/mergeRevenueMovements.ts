// Revenue movements of segments added together.

import {
  checkedCount,
  type Path,
  refusal,
  refusalInWords,
  requireIterable,
  requireObject,
} from "../errors.ts";
import type { PeriodKey } from "../time/periodKey.ts";
import { checkedAmount } from "./amount.ts";
import {
  addAccounts,
  balancedMovement,
  emptyFlows,
  REVENUE_ROUNDING,
  type RevenueMovement,
  requireCoveredLoss,
} from "./revenueBalance.ts";

/** Each flow with the count of its accounts. */
const FLOWS = [
  ["starting", "startingAccounts"],
  ["new", "newAccounts"],
  ["expansion", "expandedAccounts"],
  ["reactivated", "reactivatedAccounts"],
  ["contraction", "contractedAccounts"],
  ["churned", "churnedAccounts"],
] as const;

/**
 * Adds revenue movements up: the movement of segments together, such as plans or countries.
 *
 * The segments must be disjoint and over one period: each account in one segment only, in both periods. An account
 * that changed its segment would count as churned in one and new in the other. Movements of successive periods
 * don't add up this way (the same revenue would start twice) and are refused where they name their period. The
 * order does not matter: to the last digit with whole amounts, else to within rounding.
 *
 * Source: sums; the balance of {@link RevenueMovement}.
 *
 * @param movements - one movement or more, over one period
 * @throws {@link CxMetricsError} `invalid-argument` where there is nothing to merge, periods differ, or an amount is
 * negative or not finite; `invalid-count` for a count that is not a whole number from 0 up; `impossible-counts` where a
 * movement does not balance, or lost more than it had
 *
 * @example
 * ```ts
 * import { mergeRevenueMovements, netRevenueRetention, revenueMovement } from "cx-metrics";
 *
 * const basic = revenueMovement([["ana", 10], ["budi", 10]], [["ana", 15]]);
 * const pro = revenueMovement([["citra", 80]], [["citra", 100]]);
 * netRevenueRetention(mergeRevenueMovements([basic, pro])); // → 1.15
 * ```
 */
export function mergeRevenueMovements(movements: Iterable<RevenueMovement>): RevenueMovement {
  const caller = "mergeRevenueMovements";
  requireIterable(caller, ["movements"], movements);
  const flows = emptyFlows();
  let period: PeriodKey | null = null;
  let index = 0;
  for (const movement of movements) {
    const path = ["movements", index];
    requireBalance(caller, path, movement);
    period = index === 0 ? movement.period : samePeriod(caller, path, period, movement.period);
    for (const [name, accounts] of FLOWS) addAccounts(flows[name], movement[accounts], movement[name]);
    index++;
  }
  if (index > 0) return balancedMovement(caller, period, flows);
  throw refusalInWords(caller, "invalid-argument", ["movements"], "one movement or more", "none");
}

function samePeriod(
  caller: string,
  path: Path,
  period: PeriodKey | null,
  other: PeriodKey | null,
): PeriodKey | null {
  if (other === period) return period;
  const requirement = "that of the movements before it";
  throw refusalInWords(caller, "invalid-argument", [...path, "period"], requirement, "another period");
}

/** Throws unless a movement has every field, and its revenue and accounts balance. */
function requireBalance(caller: string, path: Path, movement: RevenueMovement): void {
  requireObject(caller, path, movement, "a revenue movement");
  const { period } = movement;
  if (typeof period !== "string" && period !== null) {
    throw refusal(caller, "invalid-argument", [...path, "period"], "the key of a period or null", period);
  }
  for (const [name, accounts] of FLOWS) {
    checkedAmount(caller, [...path, name], movement[name]);
    checkedCount(caller, [...path, accounts], movement[accounts]);
  }
  requireCoveredLoss(caller, path, movement);
  const { starting, expansion, reactivated, contraction, churned } = movement;
  const came = expansion + reactivated + movement.new;
  const ending = checkedAmount(caller, [...path, "ending"], movement.ending);
  if (!(Math.abs(starting - churned - contraction + came - ending) <= REVENUE_ROUNDING * (starting + came))) {
    const requirement = "starting − churned − contraction + expansion + reactivated + new";
    throw refusal(caller, "impossible-counts", [...path, "ending"], requirement, ending);
  }
  const { startingAccounts, newAccounts, reactivatedAccounts, churnedAccounts, endingAccounts } = movement;
  if (endingAccounts !== startingAccounts - churnedAccounts + reactivatedAccounts + newAccounts) {
    const requirement = "startingAccounts − churnedAccounts + reactivatedAccounts + newAccounts";
    throw refusal(caller, "impossible-counts", [...path, "endingAccounts"], requirement, endingAccounts);
  }
}
