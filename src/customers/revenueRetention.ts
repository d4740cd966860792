// Revenue retention and churn: how much of the revenue at the start was kept.

import { checkedOptions, requireOneOf } from "../errors.ts";
import { amountsNamed, quotient } from "./amount.ts";
import { type RevenueMovement, requireCoveredLoss } from "./revenueBalance.ts";

/** The revenue of a movement that gross retention needs. */
export type GrossRevenueChange = Pick<RevenueMovement, "starting" | "contraction" | "churned">;

/** The revenue of a movement that net retention needs. */
export type NetRevenueChange = Pick<RevenueMovement, "starting" | "expansion" | "contraction" | "churned">;

/** Options of {@link revenueChurnRate}. */
export interface RevenueChurnOptions {
  /**
   * Whether expansion makes up for what was lost: `"gross"` for no, `"net"` for yes.
   * @defaultValue `"gross"`
   */
  readonly kind?: "gross" | "net" | undefined;
}

/**
 * Net revenue retention: of the revenue at the start of a period, how much is left, with what the same accounts added?
 *
 * (starting − churned − contraction + expansion) ÷ starting, also called net dollar retention. New accounts count nowhere,
 * and neither do those who came back: they paid nothing at the start. Rivals count reactivation as expansion, or
 * divide the whole revenue at the end, new accounts included. 1 where the accounts pay together what they paid; above 1
 * where expansion exceeds the losses. Figures of a month and of a year must not be compared: for a year, compare
 * the two months that lie a year apart.
 *
 * A proportion from 0 up, `null` where there was no revenue at the start.
 *
 * Source: own statement of the usual definition; docs/definitions.md compares it with its rivals.
 *
 * @param movement - a revenue movement, or the four amounts of it
 * @throws {@link CxMetricsError} `invalid-argument` for an amount that is negative or not finite, `impossible-counts` where
 * more was lost than there was
 *
 * @example
 * ```ts
 * import { netRevenueRetention } from "cx-metrics";
 *
 * netRevenueRetention({ starting: 1000, expansion: 150, contraction: 30, churned: 50 }); // → 1.07
 * ```
 */
export function netRevenueRetention(movement: NetRevenueChange): number | null {
  const caller = "netRevenueRetention";
  const { starting, lost, expansion } = netChange(caller, movement);
  return quotient(caller, starting - lost + expansion, ["starting", starting]);
}

/**
 * Gross revenue retention: of the revenue at the start of a period, how much is left, whatever was added?
 *
 * (starting − churned − contraction) ÷ starting: per account, the smaller of what it paid and what it pays, added up and
 * divided by what all paid. A rival takes the smaller of the two *totals*, where one account's expansion hides
 * another's loss. Never above 1, and never above {@link netRevenueRetention}.
 *
 * A proportion from 0 to 1, `null` where there was no revenue at the start.
 *
 * Source: own statement of the usual definition; docs/definitions.md compares it with its rivals.
 *
 * @param movement - a revenue movement, or the three amounts of it
 * @throws {@link CxMetricsError} `invalid-argument` for an amount that is negative or not finite, `impossible-counts` where
 * more was lost than there was
 *
 * @example
 * ```ts
 * import { grossRevenueRetention } from "cx-metrics";
 *
 * grossRevenueRetention({ starting: 1000, contraction: 30, churned: 50 }); // → 0.92
 * ```
 */
export function grossRevenueRetention(movement: GrossRevenueChange): number | null {
  const caller = "grossRevenueRetention";
  const { starting, lost } = grossChange(caller, movement);
  return quotient(caller, starting - lost, ["starting", starting]);
}

/**
 * Revenue churn rate: what share of the revenue at the start of a period was lost?
 *
 * `"gross"`, the default, is (churned + contraction) ÷ starting, which is 1 − gross retention; `"net"` takes expansion off
 * the loss and is 1 − net retention. Rivals leave contraction out of gross churn, and count reactivation in net
 * churn.
 *
 * Gross churn is a proportion from 0 to 1. Net churn is at most 1 and negative where expansion exceeds the losses. `null`
 * where there was no revenue at the start.
 *
 * Source: own statement of the usual definitions; docs/definitions.md compares them with their rivals.
 *
 * @param movement - a revenue movement, or the four amounts of it
 * @param options - gross or net
 * @throws {@link CxMetricsError} `invalid-argument` for an amount that is negative or not finite, or an unknown kind,
 * `impossible-counts` where more was lost than there was
 *
 * @example
 * ```ts
 * import { revenueChurnRate } from "cx-metrics";
 *
 * const march = { starting: 1000, expansion: 150, contraction: 30, churned: 50 };
 * revenueChurnRate(march); // → 0.08
 * revenueChurnRate(march, { kind: "net" }); // → -0.07
 * ```
 */
export function revenueChurnRate(
  movement: NetRevenueChange,
  options: RevenueChurnOptions = {},
): number | null {
  const caller = "revenueChurnRate";
  const { kind = "gross" } = checkedOptions(caller, options, ["kind"]);
  requireOneOf(caller, ["kind"], kind, ["gross", "net"]);
  const { starting, lost, expansion } = netChange(caller, movement);
  return quotient(caller, kind === "net" ? lost - expansion : lost, ["starting", starting]);
}

/** What there was at the start and how much of it was lost: not more, but for what rounding may have added. */
function grossChange(
  caller: string,
  movement: GrossRevenueChange,
): { readonly starting: number; readonly lost: number } {
  const checked = amountsNamed(caller, movement, ["starting", "contraction", "churned"]);
  requireCoveredLoss(caller, [], checked);
  const { starting, contraction, churned } = checked;
  return { starting, lost: Math.min(churned + contraction, starting) };
}

function netChange(
  caller: string,
  movement: NetRevenueChange,
): { readonly starting: number; readonly lost: number; readonly expansion: number } {
  const { starting, lost } = grossChange(caller, movement);
  return { starting, lost, ...amountsNamed(caller, movement, ["expansion"]) };
}
