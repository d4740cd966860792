// Expansion kind: what a change in one account's product lines was.

import type { Identifier } from "../records/identifier.ts";
import { type Amounts, amountsOf } from "./amount.ts";

/**
 * What a change in one account's product lines was.
 *
 * - `new`: it bought nothing before
 * - `up-sell`: more of lines that it had, such as a higher version or more features
 * - `cross-sell`: lines that it did not have, such as a related product
 * - `up-sell-and-cross-sell`: both
 * - `contraction`: less of lines that it had, or some of them no longer
 * - `mixed`: more of some lines, or lines that it did not have, and less of others
 * - `churned`: it buys nothing any more
 * - `unchanged`: each line as before, or nothing then and now
 */
export type ExpansionKind =
  | "new"
  | "up-sell"
  | "cross-sell"
  | "up-sell-and-cross-sell"
  | "contraction"
  | "mixed"
  | "churned"
  | "unchanged";

/** One account's product lines and what it pays for each in one period: pairs in any iterable, such as a `Map`. */
export type RevenueByLine = Iterable<readonly [line: Identifier, amount: number]>;

/**
 * Expansion kind: did an account grow by up-selling, by cross-selling, or not at all?
 *
 * Compares what it paid for each product line in one period with what it pays in the next. What counts as a line
 * decides the answer: versions and tiers of one product belong under one line, or an upgrade would look like one product
 * dropped and another added. A line not listed, or listed with 0, is not held. Prices are not known here, so that a
 * price rise looks like up-selling. The first rule that applies:
 *
 * | before | after | kind |
 * |---|---|---|
 * | no lines | no lines | `unchanged` |
 * | no lines | some | `new`; one who comes back too, for what was earlier is not known |
 * | some | no lines | `churned` |
 * | some | some line lower or gone, and another higher or added | `mixed`, whichever weighs more |
 * | some | some line lower or gone | `contraction` |
 * | some | lines higher, and others added | `up-sell-and-cross-sell` |
 * | some | lines higher | `up-sell` |
 * | some | lines added | `cross-sell` |
 * | some | each line as it was | `unchanged` |
 *
 * {@link revenueMovement} looks at the account's total instead: an account of kind `mixed` is there in expansion or
 * contraction, or in neither.
 *
 * Source: own rules for the usual terms: up-selling is a higher version or more features, cross-selling a related product.
 *
 * @param before - what the account paid for each line in the first period, finite numbers from 0 up
 * @param after - what it pays for each in the second
 * @throws {@link CxMetricsError} `invalid-argument` for an amount that is negative or not finite, a line listed twice
 * in one period, or one that is blank or neither text nor a finite number, naming the index
 *
 * @example
 * ```ts
 * import { expansionKind } from "cx-metrics";
 *
 * expansionKind([["crm", 50]], [["crm", 90]]); // → "up-sell"
 * expansionKind([["crm", 50]], [["crm", 50], ["mail", 20]]); // → "cross-sell"
 * expansionKind([["crm", 50], ["mail", 20]], [["crm", 90]]); // → "mixed"
 * ```
 */
export function expansionKind(before: RevenueByLine, after: RevenueByLine): ExpansionKind {
  const caller = "expansionKind";
  const held = heldLines(amountsOf(caller, "before", before));
  const holds = heldLines(amountsOf(caller, "after", after));
  if (held.size === 0) return holds.size === 0 ? "unchanged" : "new";
  if (holds.size === 0) return "churned";
  const changes = [...held].map(([line, amount]) => (holds.get(line) ?? 0) - amount);
  const lower = changes.some((change) => change < 0);
  const higher = changes.some((change) => change > 0);
  const added = [...holds.keys()].some((line) => !held.has(line));
  if (lower) return higher || added ? "mixed" : "contraction";
  if (higher) return added ? "up-sell-and-cross-sell" : "up-sell";
  return added ? "cross-sell" : "unchanged";
}

function heldLines(amounts: Amounts): Amounts {
  return new Map([...amounts].filter(([, amount]) => amount > 0));
}
