// Customer or consumer: the roles of buying and of using, and what to ask in each.

import { requireOneOf } from "../errors.ts";
import { decide, type FirstMatchOptions } from "./decide.ts";
import type { Decision, FirstMatchRule } from "./firstMatch.ts";
import type { LabelNames } from "./labels.ts";
import { ROLE_FACTS, type RoleEvidence } from "./partyFacts.ts";
import { frozen } from "./ruleLists.ts";

/** A party's role: who buys is a customer (pelanggan), who uses a consumer (konsumen), and one party can be both. */
export type Role = "customer" | "consumer" | "customer-and-consumer" | "neither";

const ROLES: readonly Role[] = ["customer", "consumer", "customer-and-consumer", "neither"];

/** What a survey can be about: how it was to buy, or how it is to use what was bought. */
export type SurveySubject = "purchase-experience" | "usage-experience";

/**
 * Who is a customer and who a consumer. Frozen plain data.
 *
 * Source: as {@link ENGAGEMENT_RULES}, the article on customers and consumers.
 *
 * @example
 * ```ts
 * import { ROLE_RULES } from "cx-metrics";
 *
 * ROLE_RULES[1]; // → { rule: "buys-for-others", label: "customer", when: { buys: true, uses: false } }
 * ```
 */
export const ROLE_RULES: readonly FirstMatchRule<Role, keyof RoleEvidence>[] = /* @__PURE__ */ frozen([
  { rule: "buys-and-uses", label: "customer-and-consumer", when: { buys: true, uses: true } },
  { rule: "buys-for-others", label: "customer", when: { buys: true, uses: false } },
  { rule: "uses-what-others-buy", label: "consumer", when: { buys: false, uses: true } },
  { rule: "neither-buys-nor-uses", label: "neither", when: { buys: false, uses: false } },
]);

/**
 * The words of those who mean something else by client and customer, as `labels` of {@link classifyRole}. Frozen plain data.
 *
 * - `buyer-is-client`: whoever pays, or the organisation that licenses, is the client; who receives or uses it, the customer
 *
 * Source: as {@link ENGAGEMENT_RULES}; one of its articles speaks so of a web shop, and sellers of software do.
 *
 * @example
 * ```ts
 * import { classifyRole, ROLE_WORDS } from "cx-metrics";
 *
 * classifyRole({ buys: true, uses: false }, { labels: ROLE_WORDS["buyer-is-client"] }).label; // → "client"
 * classifyRole({ buys: false, uses: true }, { labels: ROLE_WORDS["buyer-is-client"] }).label; // → "customer"
 * ```
 */
export const ROLE_WORDS: Readonly<
  Record<"buyer-is-client", LabelNames<Role, "client" | "customer" | "client-and-customer">>
> = /* @__PURE__ */ frozen({
  "buyer-is-client": {
    customer: "client",
    consumer: "customer",
    "customer-and-consumer": "client-and-customer",
  },
});

/**
 * Is this party a customer, a consumer, or both?
 *
 * A role, not a kind of person: the company that buys office chairs is a customer and who sits on them a consumer, a parent
 * buys the toy and the child plays with it, and whoever buys for themselves is both. Whether a buyer is a client or a
 * customer is another question, see {@link classifyEngagement}.
 *
 * The first of {@link ROLE_RULES} that holds gives the label. Unless both are known it is `"undetermined"`: not to know
 * whether a buyer uses it is not to know that they don't. Other fields of the record are not read.
 *
 * Source: as {@link ROLE_RULES}.
 *
 * @param evidence - whether the party buys, and whether it uses what was bought
 * @param options - rules, names of the labels
 * @throws {@link CxMetricsError} `invalid-argument` for a field that is neither true, false nor missing, rules or names that
 * are not in order
 *
 * @example
 * ```ts
 * import { classifyRole } from "cx-metrics";
 *
 * classifyRole({ buys: true, uses: false });
 * // → { label: "customer", because: [{ rule: "buys-for-others", evidence: { buys: true, uses: false } }] }
 * classifyRole({ buys: true }).label; // → "undetermined"
 * ```
 */
export function classifyRole<T extends string = never>(
  evidence: RoleEvidence,
  options: FirstMatchOptions<Role, keyof RoleEvidence, T> = {},
): Decision<Role | T> {
  const table = { labels: ROLES, kinds: ROLE_FACTS, rules: ROLE_RULES };
  return decide("classifyRole", "evidence", evidence, table, options);
}

/**
 * What should this role be asked about?
 *
 * The buyer about the purchase: price, value, service. The user about the use: quality, comfort, satisfaction. Who is both
 * is asked about both, who is neither about nothing. `"undetermined"` gives nothing either: find out first. Under our names
 * of the labels.
 *
 * Source: as {@link ROLE_RULES}.
 *
 * @param role - the label
 * @throws {@link CxMetricsError} `invalid-argument` for anything else
 *
 * @example
 * ```ts
 * import { surveyAudience } from "cx-metrics";
 *
 * surveyAudience("customer"); // → ["purchase-experience"]
 * surveyAudience("customer-and-consumer"); // → ["purchase-experience", "usage-experience"]
 * ```
 */
export function surveyAudience(role: Role | "undetermined"): readonly SurveySubject[] {
  requireOneOf("surveyAudience", ["role"], role, [...ROLES, "undetermined"]);
  const subjects: Readonly<Record<Role | "undetermined", readonly SurveySubject[]>> = {
    customer: ["purchase-experience"],
    consumer: ["usage-experience"],
    "customer-and-consumer": ["purchase-experience", "usage-experience"],
    neither: [],
    undetermined: [],
  };
  return subjects[role];
}
