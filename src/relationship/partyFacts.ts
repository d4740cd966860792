// What is known about who a party is: its role, its side and its sector.

import type { StatedKinds } from "./facts.ts";

/** What a party does with what is sold. `null` and absent both mean "not known". */
export interface RoleEvidence {
  /** Whether the party buys it, for itself or for others. */
  readonly buys?: boolean | null | undefined;
  /** Whether the party uses it. */
  readonly uses?: boolean | null | undefined;
}

export const ROLE_FACTS: StatedKinds<keyof RoleEvidence> = { buys: "boolean", uses: "boolean" };

/** What is known about a party's place. `null` and absent both mean "not known". */
export interface SideEvidence {
  /** Whether the party belongs to the organisation that serves it. */
  readonly sameOrganisation?: boolean | null | undefined;
  /** Whether the party pays for what it gets. */
  readonly pays?: boolean | null | undefined;
}

export const SIDE_FACTS: StatedKinds<keyof SideEvidence> = { sameOrganisation: "boolean", pays: "boolean" };

/** What is known about who buys and why. `null` and absent both mean "not known". */
export interface SectorEvidence {
  /** What the party is. */
  readonly legalForm?: "individual" | "company" | "government" | "non-profit" | null | undefined;
  /** What it buys for: personal use, a return on the investment, a public task, or a mission. */
  readonly purpose?: "personal-use" | "return-on-investment" | "public-task" | "mission" | null | undefined;
  /** Whether it has to buy by public tender. */
  readonly publicTender?: boolean | null | undefined;
  /** How many have a say in the purchase. */
  readonly stakeholders?: number | null | undefined;
  /** Whether feelings decide the purchase, or figures. */
  readonly decision?: "emotional" | "calculated" | null | undefined;
}

export const SECTOR_FACTS: StatedKinds<keyof SectorEvidence> = {
  legalForm: ["individual", "company", "government", "non-profit"],
  purpose: ["personal-use", "return-on-investment", "public-task", "mission"],
  publicTender: "boolean",
  stakeholders: "count",
  decision: ["emotional", "calculated"],
};
