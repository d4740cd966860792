// Revenue balance: what a movement of recurring revenue says, and the flows that it is made of.

import { type Path, refusal } from "../errors.ts";
import { addTo, emptySum, type RunningSum, totalOf } from "../statistics/runningSum.ts";
import type { PeriodKey } from "../time/periodKey.ts";

/**
 * How recurring revenue changed from one period to the next.
 *
 * Each account counts in one of `new`, `expansion`, `reactivated`, `contraction` and `churned`, or in none where it
 * pays what it paid. `ending = starting − churned − contraction + expansion + reactivated + new` holds exactly, evaluated
 * from left to right. So does `endingAccounts = startingAccounts − churnedAccounts + reactivatedAccounts + newAccounts`.
 * Plain JSON; movements of disjoint segments over the same period add up.
 */
export interface RevenueMovement {
  /** The period into which the revenue moved; `null` where two lists were compared without saying of when. */
  readonly period: PeriodKey | null;
  /** Revenue before. */
  readonly starting: number;
  /** Revenue of accounts that pay for the first time. */
  readonly new: number;
  /** By how much more those pay who pay more than before. */
  readonly expansion: number;
  /** Revenue of accounts that did not pay before, but had paid at some time. */
  readonly reactivated: number;
  /** By how much less those pay who pay less than before, and still pay. */
  readonly contraction: number;
  /** What those paid before who pay nothing now. */
  readonly churned: number;
  /** Revenue after. */
  readonly ending: number;
  /** Accounts that paid before. */
  readonly startingAccounts: number;
  /** Accounts that pay for the first time. */
  readonly newAccounts: number;
  /** Accounts that pay more than before. */
  readonly expandedAccounts: number;
  /** Accounts that pay again. */
  readonly reactivatedAccounts: number;
  /** Accounts that pay less than before, and still pay. */
  readonly contractedAccounts: number;
  /** Accounts that stopped paying. */
  readonly churnedAccounts: number;
  /** Accounts that pay now. */
  readonly endingAccounts: number;
}

/** How far amounts that were rounded somewhere may be from their balance, relative to what moved. */
export const REVENUE_ROUNDING = 1e-9;

/** Throws where more was lost than there was at the start, by more than rounding. */
export function requireCoveredLoss(
  caller: string,
  path: Path,
  { starting, contraction, churned }: Pick<RevenueMovement, "starting" | "contraction" | "churned">,
): void {
  if (churned + contraction <= starting * (1 + REVENUE_ROUNDING)) return;
  const requirement = "at most starting − contraction";
  throw refusal(caller, "impossible-counts", [...path, "churned"], requirement, churned);
}

/** Some accounts and their revenue. */
interface Flow {
  accounts: number;
  readonly revenue: RunningSum;
}

/** What a movement is made of. */
export type RevenueFlows = Readonly<
  Record<"starting" | "new" | "expansion" | "reactivated" | "contraction" | "churned", Flow>
>;

/** Flows of nobody yet. */
export function emptyFlows(): RevenueFlows {
  const empty = (): Flow => ({ accounts: 0, revenue: emptySum() });
  return {
    starting: empty(),
    new: empty(),
    expansion: empty(),
    reactivated: empty(),
    contraction: empty(),
    churned: empty(),
  };
}

/** Adds accounts and what they bring to a flow. */
export function addAccounts(flow: Flow, accounts: number, revenue: number): void {
  flow.accounts += accounts;
  addTo(flow.revenue, revenue);
}

/** The movement of flows: what is left of the starting revenue, and what came to it. */
export function balancedMovement(
  caller: string,
  period: PeriodKey | null,
  flows: RevenueFlows,
): RevenueMovement {
  const starting = totalOf(flows.starting.revenue);
  const expansion = totalOf(flows.expansion.revenue);
  const reactivated = totalOf(flows.reactivated.revenue);
  const fresh = totalOf(flows.new.revenue);
  // Sums of decimals, each rounded by itself, must not make what is left negative.
  const churned = Math.min(totalOf(flows.churned.revenue), starting);
  const contraction = Math.min(totalOf(flows.contraction.revenue), starting - churned);
  const ending = starting - churned - contraction + expansion + reactivated + fresh;
  if (!Number.isFinite(ending)) {
    throw refusal(caller, "invalid-argument", ["amount"], "small enough to add up", Number.POSITIVE_INFINITY);
  }
  const startingAccounts = flows.starting.accounts;
  const newAccounts = flows.new.accounts;
  const reactivatedAccounts = flows.reactivated.accounts;
  const churnedAccounts = flows.churned.accounts;
  return {
    period,
    starting,
    new: fresh,
    expansion,
    reactivated,
    contraction,
    churned,
    ending,
    startingAccounts,
    newAccounts,
    expandedAccounts: flows.expansion.accounts,
    reactivatedAccounts,
    contractedAccounts: flows.contraction.accounts,
    churnedAccounts,
    endingAccounts: startingAccounts - churnedAccounts + reactivatedAccounts + newAccounts,
  };
}
