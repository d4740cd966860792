// What is known of a relationship, as a record.

import type { Instant } from "../records/instant.ts";
import type { Scale } from "../survey/scale.ts";

/** A purchase in a relationship. */
export interface RelationshipPurchase {
  /** When it was made. */
  readonly at: Instant;
  /** What it came to, in any unit. Loyalty and lifecycle do not read it. */
  readonly amount?: number | null | undefined;
}

/** A contract: in force from `from` on, and before `to`. */
export interface RelationshipContract {
  /** When it began. */
  readonly from: Instant;
  /** When it runs out or ran out, renewals included; `null` or absent where it goes on until somebody ends it. */
  readonly to?: Instant | null | undefined;
}

/** Which question an answer in a relationship is to. */
export type RelationshipMetric = "nps" | "csat" | "ces";

export const RELATIONSHIP_METRICS: readonly RelationshipMetric[] = ["nps", "csat", "ces"];

/** The party's answer to a survey. */
export interface RelationshipAnswer {
  /** Which question was asked. */
  readonly metric: RelationshipMetric;
  /** The answer, higher is better; `null` or absent where the question was not answered. */
  readonly rating?: number | null | undefined;
  /** The scale of the answer; where absent the usual one: NPS 0-10, CSAT 1-5, CES 1-7. NPS has no other. */
  readonly scale?: Scale | null | undefined;
  /** When it was answered. */
  readonly at: Instant;
}

/** What a party can do for us in front of others. */
export type AdvocacyKind = "referral" | "review" | "testimonial" | "community";

export const ADVOCACY_KINDS: readonly AdvocacyKind[] = ["referral", "review", "testimonial", "community"];

/** Something that a party did for us in front of others. To say that one would is no act. */
export interface AdvocacyAct {
  /** What it was. */
  readonly kind: AdvocacyKind;
  /** When it was done. */
  readonly at: Instant;
}

/**
 * What is known of the relationship with one party. Absent and `null` mean "not known"; an empty list says that there was
 * nothing. Lists are in any order.
 */
export interface RelationshipHistory {
  /** Every purchase from the first on; renewals and payments of a contract may be among them. */
  readonly purchases?: readonly RelationshipPurchase[] | null | undefined;
  /** When the party was first in contact, as a prospect. */
  readonly firstContactAt?: Instant | null | undefined;
  /** When the party ended the relationship, if it did. A later purchase opens it again. */
  readonly endedAt?: Instant | null | undefined;
  /** When the party had been brought in: welcomed, trained, connected. */
  readonly onboardedAt?: Instant | null | undefined;
  /** When the party used what it bought, or was in contact. */
  readonly activity?: readonly Instant[] | null | undefined;
  /** The contract with the party. */
  readonly contract?: RelationshipContract | null | undefined;
  /** The party's answers to surveys. */
  readonly answers?: readonly RelationshipAnswer[] | null | undefined;
  /** What the party did for us in front of others. */
  readonly advocacy?: readonly AdvocacyAct[] | null | undefined;
  /** Which share of what the party buys of this kind it buys from us, from 0 to 1. Undated, so taken to have held all along. */
  readonly shareOfPurchases?: number | null | undefined;
  /** When the complaints were made that are not resolved yet. */
  readonly openComplaints?: readonly Instant[] | null | undefined;
}
