// Internal or external: whether a party belongs to the organisation that serves it.

import { decide, type FirstMatchOptions } from "./decide.ts";
import type { Decision, FirstMatchRule } from "./firstMatch.ts";
import { SIDE_FACTS, type SideEvidence } from "./partyFacts.ts";
import { frozen } from "./ruleLists.ts";

/** On which side a party stands: a colleague or department served by another, or anybody outside. */
export type Side = "internal" | "external";

const SIDES: readonly Side[] = ["internal", "external"];

/**
 * Who is internal and who external. That a party pays shows that it is outside, unless it is known to be inside, where one
 * department may charge another; that it doesn't pay shows nothing, because a prospect doesn't either. Frozen plain data.
 *
 * Source: as {@link ENGAGEMENT_RULES}; the rule on charging between departments is our own.
 *
 * @example
 * ```ts
 * import { SIDE_RULES } from "cx-metrics";
 *
 * SIDE_RULES.map(({ rule }) => rule); // → ["same-organisation", "other-organisation", "pays"]
 * ```
 */
export const SIDE_RULES: readonly FirstMatchRule<Side, keyof SideEvidence>[] = /* @__PURE__ */ frozen([
  { rule: "same-organisation", label: "internal", when: { sameOrganisation: true } },
  { rule: "other-organisation", label: "external", when: { sameOrganisation: false } },
  { rule: "pays", label: "external", when: { pays: true } },
]);

/**
 * Is this party inside the organisation that serves it, or outside?
 *
 * Marketing served by IT is internal. Internal parties don't pay, but how content they are shapes the service that those
 * outside get, so they are worth asking, apart from the others. The first of {@link SIDE_RULES} that holds gives the label;
 * where none does it is `"undetermined"`. Other fields of the record are not read.
 *
 * Source: as {@link SIDE_RULES}.
 *
 * @param party - what is known of it
 * @param options - rules, names of the labels
 * @throws {@link CxMetricsError} `invalid-argument` for a field that is neither true, false nor missing, rules or names that
 * are not in order
 *
 * @example
 * ```ts
 * import { classifySide } from "cx-metrics";
 *
 * classifySide({ sameOrganisation: true });
 * // → { label: "internal", because: [{ rule: "same-organisation", evidence: { sameOrganisation: true } }] }
 * classifySide({ pays: false }).label; // → "undetermined"
 * ```
 */
export function classifySide<T extends string = never>(
  party: SideEvidence,
  options: FirstMatchOptions<Side, keyof SideEvidence, T> = {},
): Decision<Side | T> {
  const table = { labels: SIDES, kinds: SIDE_FACTS, rules: SIDE_RULES };
  return decide("classifySide", "party", party, table, options);
}
