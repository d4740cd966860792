// The sector that a party buys in: individuals, organisations, government, non-profit organisations.

import { decide, type FirstMatchOptions } from "./decide.ts";
import type { Decision, FirstMatchRule } from "./firstMatch.ts";
import { SECTOR_FACTS, type SectorEvidence } from "./partyFacts.ts";
import { frozen } from "./ruleLists.ts";

/** The sector: business to consumer, to business, to government, or to a non-profit organisation. */
export type Sector = "b2c" | "b2b" | "b2g" | "npo";

const SECTORS: readonly Sector[] = ["b2c", "b2b", "b2g", "npo"];

/**
 * Which party belongs to which sector: what it is comes before what it buys for, and that before how it buys. Frozen plain
 * data.
 *
 * Long contracts, regulation and tight budgets are said of government and non-profit organisations too, but a company can
 * have each of them, so they decide nothing here.
 *
 * Source: as {@link ENGAGEMENT_RULES}; the order of the rules is our own.
 *
 * @example
 * ```ts
 * import { SECTOR_RULES } from "cx-metrics";
 *
 * SECTOR_RULES[0]; // → { rule: "is-government", label: "b2g", when: { legalForm: "government" } }
 * ```
 */
export const SECTOR_RULES: readonly FirstMatchRule<Sector, keyof SectorEvidence>[] = /* @__PURE__ */ frozen([
  { rule: "is-government", label: "b2g", when: { legalForm: "government" } },
  { rule: "is-non-profit", label: "npo", when: { legalForm: "non-profit" } },
  { rule: "is-company", label: "b2b", when: { legalForm: "company" } },
  {
    rule: "individual-in-business",
    label: "b2b",
    when: { legalForm: "individual", purpose: "return-on-investment" },
  },
  { rule: "is-individual", label: "b2c", when: { legalForm: "individual" } },
  { rule: "buys-for-public-task", label: "b2g", when: { purpose: "public-task" } },
  { rule: "buys-for-mission", label: "npo", when: { purpose: "mission" } },
  { rule: "buys-for-return", label: "b2b", when: { purpose: "return-on-investment" } },
  { rule: "buys-for-personal-use", label: "b2c", when: { purpose: "personal-use" } },
  { rule: "buys-by-tender", label: "b2g", when: { publicTender: true } },
  { rule: "many-stakeholders", label: "b2b", when: { stakeholders: { atLeast: 3 } } },
  { rule: "calculated-decision", label: "b2b", when: { decision: "calculated" } },
  { rule: "emotional-decision", label: "b2c", when: { decision: "emotional" } },
]);

/**
 * In which sector does this party buy?
 *
 * B2C: individuals, for personal use, often with feeling. B2B: organisations, for a return, with many who have a say. B2G:
 * government, by tender. NPO: for a mission. The first of {@link SECTOR_RULES} that holds gives the label, and every rule
 * for that label that holds is in `because`; where none does it is `"undetermined"`. Couples decide together too: many
 * stakeholders are three or more. Other fields of the record are not read.
 *
 * Source: as {@link SECTOR_RULES}.
 *
 * @param party - what is known of it
 * @param options - rules, names of the labels
 * @throws {@link CxMetricsError} `invalid-argument` for a value that its field does not have, rules or names that are not in
 * order
 *
 * @example
 * ```ts
 * import { classifySector } from "cx-metrics";
 *
 * const { label, because } = classifySector({ legalForm: "government", publicTender: true, stakeholders: 7 });
 * label; // → "b2g"
 * because.map(({ rule }) => rule); // → ["is-government", "buys-by-tender"]
 *
 * classifySector({ purpose: "personal-use" }).label; // → "b2c"
 * ```
 */
export function classifySector<T extends string = never>(
  party: SectorEvidence,
  options: FirstMatchOptions<Sector, keyof SectorEvidence, T> = {},
): Decision<Sector | T> {
  const table = { labels: SECTORS, kinds: SECTOR_FACTS, rules: SECTOR_RULES };
  return decide("classifySector", "party", party, table, options);
}
