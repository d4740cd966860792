// What tells customer service from customer care: the criteria, the table of votes, and the two readings of it.

import { frozen } from "./ruleLists.ts";
import type { Criteria, WeightedRule } from "./weightedVotes.ts";

/** What kind of support it was: customer service (layanan pelanggan), or customer care (kepedulian terhadap pelanggan). */
export type SupportLabel = "customer-service" | "customer-care";

export const SUPPORT_LABELS: readonly SupportLabel[] = ["customer-service", "customer-care"];

/** What is known about a contact between a party and its provider. `null` and absent both mean "not known". */
export interface SupportInteraction {
  /** Who began it: reacting to the party, or acting on one's own. */
  readonly initiatedBy?: "party" | "provider" | null | undefined;
  /** What it came from: a request for information, a problem, following something up, or an occasion such as a birthday. */
  readonly trigger?: "request" | "problem" | "follow-up" | "occasion" | null | undefined;
  /** What it was for. */
  readonly aim?: "resolve" | "build-loyalty" | null | undefined;
  /** Whether it ended with the contact or goes on after it. */
  readonly horizon?: "single" | "continuing" | null | undefined;
  /** How it was held. */
  readonly tone?: "functional" | "personal" | null | undefined;
  /** How far the solution went. */
  readonly solution?: "quick-fix" | "deep" | null | undefined;
  /** What it was done with: a service desk over all channels, a chatbot, analytics, or the customer file. */
  readonly tool?: "desk" | "chatbot" | "analytics" | "crm" | null | undefined;
}

/** Which of the two contradicting texts of the source to follow, see {@link SUPPORT_CONVENTIONS}. */
export type SupportConvention = "prose" | "summary-table";

/** A table of votes for {@link classifySupport}. */
export type SupportRules = readonly WeightedRule<SupportLabel>[];

export const SUPPORT_CRITERIA: Criteria<keyof SupportInteraction> = {
  initiatedBy: ["party", "provider"],
  trigger: ["request", "problem", "follow-up", "occasion"],
  aim: ["resolve", "build-loyalty"],
  horizon: ["single", "continuing"],
  tone: ["functional", "personal"],
  solution: ["quick-fix", "deep"],
  tool: ["desk", "chatbot", "analytics", "crm"],
};

/**
 * What each observation says about whether a contact was customer service or customer care. Seven criteria weigh 1 each,
 * which is our choice. Frozen plain data.
 *
 * Source: an Indonesian practitioners' article on customer service and customer care, as docs/relationships.md tells it. It
 * follows the article's prose; {@link SUPPORT_CONVENTIONS} has what its summary table says.
 *
 * @example
 * ```ts
 * import { SUPPORT_RULES } from "cx-metrics";
 *
 * SUPPORT_RULES[0]; // → { criterion: "initiatedBy", observed: "party", supports: "customer-service", weight: 1 }
 * ```
 */
export const SUPPORT_RULES: SupportRules = /* @__PURE__ */ usualRules();

/**
 * Where the source's summary table contradicts its prose, both by name: each replaces the rules of its criteria in
 * {@link classifySupport}. Frozen plain data.
 *
 * - `prose`: what the text says throughout: service solves a request now, reacting and functional; care builds loyalty,
 *   acting on its own and personal. Nothing to replace, because {@link SUPPORT_RULES} say so already
 * - `summary-table`: the table has the cells of aim and of interaction the other way round
 *
 * Source: as {@link SUPPORT_RULES}.
 *
 * @example
 * ```ts
 * import { SUPPORT_CONVENTIONS } from "cx-metrics";
 *
 * SUPPORT_CONVENTIONS["summary-table"][0];
 * // → { criterion: "aim", observed: "resolve", supports: "customer-care", weight: 1 }
 * SUPPORT_CONVENTIONS.prose; // → []
 * ```
 */
export const SUPPORT_CONVENTIONS: Readonly<Record<SupportConvention, SupportRules>> =
  /* @__PURE__ */ readings();

function rulesFrom(
  rows: readonly (readonly [criterion: string, observed: string, supports: SupportLabel])[],
): SupportRules {
  return rows.map(([criterion, observed, supports]) => ({ criterion, observed, supports, weight: 1 }));
}

function usualRules(): SupportRules {
  return frozen(
    rulesFrom([
      ["initiatedBy", "party", "customer-service"],
      ["initiatedBy", "provider", "customer-care"],
      ["trigger", "request", "customer-service"],
      ["trigger", "problem", "customer-service"],
      ["trigger", "follow-up", "customer-care"],
      ["trigger", "occasion", "customer-care"],
      ["aim", "resolve", "customer-service"],
      ["aim", "build-loyalty", "customer-care"],
      ["horizon", "single", "customer-service"],
      ["horizon", "continuing", "customer-care"],
      ["tone", "functional", "customer-service"],
      ["tone", "personal", "customer-care"],
      ["solution", "quick-fix", "customer-service"],
      ["solution", "deep", "customer-care"],
      ["tool", "desk", "customer-service"],
      ["tool", "chatbot", "customer-service"],
      ["tool", "analytics", "customer-care"],
      ["tool", "crm", "customer-care"],
    ]),
  );
}

function readings(): Readonly<Record<SupportConvention, SupportRules>> {
  return frozen({
    prose: [],
    "summary-table": rulesFrom([
      ["aim", "resolve", "customer-care"],
      ["aim", "build-loyalty", "customer-service"],
      ["initiatedBy", "party", "customer-care"],
      ["initiatedBy", "provider", "customer-service"],
      ["tone", "functional", "customer-care"],
      ["tone", "personal", "customer-service"],
    ]),
  });
}
