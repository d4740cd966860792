// What tells a client from a customer: the criteria, the table of votes, and the readings of the disputed ones.

import { frozen } from "./ruleLists.ts";
import type { Criteria, WeightedRule } from "./weightedVotes.ts";

/** Who buys: a client (klien), or a customer (pelanggan). */
export type EngagementLabel = "client" | "customer";

export const ENGAGEMENT_LABELS: readonly EngagementLabel[] = ["client", "customer"];

/** What is known about how a party buys. `null` and absent both mean "not known". */
export interface EngagementEvidence {
  /** What is bought: a professional service, advice or a solution; a product from stock; a service that is the same for all. */
  readonly offering?: "professional-service" | "standard-product" | "standard-service" | null | undefined;
  /** Whether it is made to the party's needs or chosen from what is on offer. */
  readonly tailoring?: "bespoke" | "catalogue" | null | undefined;
  /** How it is priced. */
  readonly pricing?: "professional-fee" | "list" | null | undefined;
  /** How far the party takes part in decisions. */
  readonly involvement?: "high" | "low" | null | undefined;
  /**
   * What service the party expects: fast answers, personal solutions and advanced technical support, or basic support in
   * reasonable time.
   */
  readonly expectations?: "high" | "moderate" | null | undefined;
  /** What matters to the party: efficiency, profit and growth, or satisfaction, comfort and value. */
  readonly priority?: "business" | "personal" | null | undefined;
  /** Which support the party has: a named team with a service level agreement, or a call centre, e-mail and help desk. */
  readonly support?: "dedicated" | "basic" | null | undefined;
  /** How long the relationship lasts. Disputed: without weight unless `convention` says how to read it. */
  readonly duration?: "long" | "short" | null | undefined;
  /** How sensitive the party is to price. Disputed: without weight unless `convention` says how to read it. */
  readonly priceSensitivity?: "high" | "low" | null | undefined;
  /** Whether the party is among those of high value. Read for `clientCandidate` only. */
  readonly highValue?: boolean | null | undefined;
}

/** Clients stay and customers come and go, or the other way round. */
export type DurationReading = "long-term-clients" | "short-term-clients";

/** Clients look at the price and customers pay more for quality, or the other way round. */
export type PriceReading = "price-sensitive-clients" | "premium-paying-clients";

/** How to read the criteria on which the sources contradict each other. */
export interface EngagementConvention {
  /**
   * How to read `duration`.
   * @defaultValue neither way: without weight
   */
  readonly duration?: DurationReading | undefined;
  /**
   * How to read `priceSensitivity`.
   * @defaultValue neither way: without weight
   */
  readonly priceSensitivity?: PriceReading | undefined;
}

/** A table of votes for {@link classifyEngagement}. */
export type EngagementRules = readonly WeightedRule<EngagementLabel>[];

export const ENGAGEMENT_CRITERIA: Criteria<Exclude<keyof EngagementEvidence, "highValue">> = {
  offering: ["professional-service", "standard-product", "standard-service"],
  tailoring: ["bespoke", "catalogue"],
  pricing: ["professional-fee", "list"],
  involvement: ["high", "low"],
  expectations: ["high", "moderate"],
  priority: ["business", "personal"],
  support: ["dedicated", "basic"],
  duration: ["long", "short"],
  priceSensitivity: ["high", "low"],
};

/**
 * What each observation says about whether a party is a client or a customer. Seven criteria weigh 1 each, which is our
 * choice: the sources name the criteria and rank none above another. Duration and price sensitivity weigh nothing and
 * speak for nobody, because the sources contradict each other; {@link ENGAGEMENT_CONVENTIONS} has their readings. Frozen
 * plain data.
 *
 * Source: Indonesian practitioners' articles on the difference between klien and pelanggan, as docs/relationships.md
 * tells them.
 *
 * @example
 * ```ts
 * import { ENGAGEMENT_RULES } from "cx-metrics";
 *
 * ENGAGEMENT_RULES[0];
 * // → { criterion: "offering", observed: "professional-service", supports: "client", weight: 1 }
 * ```
 */
export const ENGAGEMENT_RULES: EngagementRules = /* @__PURE__ */ usualRules();

/**
 * The readings of the two disputed criteria, by name: each replaces the rules of its criterion in
 * {@link classifyEngagement}. Frozen plain data.
 *
 * - `long-term-clients`: clients are loyal for years, customers come and go
 * - `short-term-clients`: clients come for one transaction, customers last
 * - `price-sensitive-clients`: clients look at the price, customers pay a premium for quality
 * - `premium-paying-clients`: loyal clients pay a premium, customers look at the price
 *
 * Source: as {@link ENGAGEMENT_RULES}; three articles, of which no two agree on both.
 *
 * @example
 * ```ts
 * import { ENGAGEMENT_CONVENTIONS } from "cx-metrics";
 *
 * ENGAGEMENT_CONVENTIONS["short-term-clients"][0];
 * // → { criterion: "duration", observed: "long", supports: "customer", weight: 1 }
 * ```
 */
export const ENGAGEMENT_CONVENTIONS: Readonly<Record<DurationReading | PriceReading, EngagementRules>> =
  /* @__PURE__ */ readings();

/** The readings that each disputed criterion has. */
export const ENGAGEMENT_READINGS: Readonly<
  Record<keyof EngagementConvention, readonly (DurationReading | PriceReading)[]>
> = {
  duration: ["long-term-clients", "short-term-clients"],
  priceSensitivity: ["price-sensitive-clients", "premium-paying-clients"],
};

function rulesFrom(
  weight: number,
  rows: readonly (readonly [criterion: string, observed: string, supports: EngagementLabel | null])[],
): EngagementRules {
  return rows.map(([criterion, observed, supports]) => ({ criterion, observed, supports, weight }));
}

function usualRules(): EngagementRules {
  const agreed = rulesFrom(1, [
    ["offering", "professional-service", "client"],
    ["offering", "standard-product", "customer"],
    ["offering", "standard-service", "customer"],
    ["tailoring", "bespoke", "client"],
    ["tailoring", "catalogue", "customer"],
    ["pricing", "professional-fee", "client"],
    ["pricing", "list", "customer"],
    ["involvement", "high", "client"],
    ["involvement", "low", "customer"],
    ["expectations", "high", "client"],
    ["expectations", "moderate", "customer"],
    ["priority", "business", "client"],
    ["priority", "personal", "customer"],
    ["support", "dedicated", "client"],
    ["support", "basic", "customer"],
  ]);
  const disputed = rulesFrom(0, [
    ["duration", "long", null],
    ["duration", "short", null],
    ["priceSensitivity", "high", null],
    ["priceSensitivity", "low", null],
  ]);
  return frozen([...agreed, ...disputed]);
}

function readings(): Readonly<Record<DurationReading | PriceReading, EngagementRules>> {
  return frozen({
    "long-term-clients": rulesFrom(1, [
      ["duration", "long", "client"],
      ["duration", "short", "customer"],
    ]),
    "short-term-clients": rulesFrom(1, [
      ["duration", "long", "customer"],
      ["duration", "short", "client"],
    ]),
    "price-sensitive-clients": rulesFrom(1, [
      ["priceSensitivity", "high", "client"],
      ["priceSensitivity", "low", "customer"],
    ]),
    "premium-paying-clients": rulesFrom(1, [
      ["priceSensitivity", "high", "customer"],
      ["priceSensitivity", "low", "client"],
    ]),
  });
}
