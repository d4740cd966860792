// What to do about a party of each loyalty: the goal, the next actions, and the survey to ask.

import { requireOneOf } from "../errors.ts";
import type { RelationshipGuide } from "./lifecycleGuidance.ts";
import { LOYALTY_LABELS, type LoyaltyLabel } from "./loyaltyRules.ts";
import { frozen } from "./ruleLists.ts";

/** What to do about a party of one loyalty. */
export interface LoyaltyGuide extends RelationshipGuide {
  /** The label. */
  readonly loyalty: LoyaltyLabel;
}

/**
 * What to do about a party of each loyalty, by label. Frozen plain data, in English and Indonesian.
 *
 * Sources: the labels as {@link LOYALTY_RULES}; goals, actions and surveys follow the stages of {@link LIFECYCLE_GUIDES} in which
 * such parties mostly are; the wording is our own.
 *
 * @example
 * ```ts
 * import { LOYALTY_GUIDES } from "cx-metrics";
 *
 * LOYALTY_GUIDES.loyal.name; // → { en: "loyal", id: "setia" }
 * LOYALTY_GUIDES.prospect.metrics; // → ["expectation-gap"]
 * ```
 */
export const LOYALTY_GUIDES: Readonly<Record<LoyaltyLabel, LoyaltyGuide>> = /* @__PURE__ */ guides();

function guides(): Readonly<Record<LoyaltyLabel, LoyaltyGuide>> {
  return frozen<Readonly<Record<LoyaltyLabel, LoyaltyGuide>>>({
    prospect: {
      loyalty: "prospect",
      name: { en: "prospect", id: "klien potensial" },
      goal: { en: "the first purchase", id: "pembelian pertama" },
      actions: [
        { en: "learn what they need", id: "pelajari kebutuhan mereka" },
        { en: "make an offer that fits it", id: "ajukan penawaran yang sesuai" },
      ],
      survey: { en: "what they expect", id: "apa yang mereka harapkan" },
      metrics: ["expectation-gap"],
    },
    new: {
      loyalty: "new",
      name: { en: "new", id: "baru" },
      goal: { en: "the second purchase", id: "pembelian kedua" },
      actions: [
        {
          en: "welcome them and help with the first steps",
          id: "sambut mereka dan bantu langkah pertamanya",
        },
        { en: "ask whether they got what they expected", id: "tanyakan apakah harapan mereka terpenuhi" },
      ],
      survey: { en: "how the purchase and the start went", id: "bagaimana pembelian dan awal pemakaiannya" },
      metrics: ["csat", "expectation-gap", "qualitative-feedback"],
    },
    returning: {
      loyalty: "returning",
      name: { en: "returning", id: "berulang" },
      goal: { en: "to become their first choice", id: "menjadi pilihan utama mereka" },
      actions: [
        {
          en: "find out what they buy elsewhere, and why",
          id: "cari tahu apa yang mereka beli di tempat lain dan mengapa",
        },
        { en: "solve what dissatisfies them", id: "selesaikan hal yang tidak memuaskan mereka" },
        { en: "reward that they come back", id: "hargai kedatangan mereka kembali" },
      ],
      survey: {
        en: "satisfaction after each purchase, and whether they would recommend us",
        id: "kepuasan setelah setiap pembelian dan apakah mereka akan merekomendasikan kami",
      },
      metrics: ["csat", "nps", "qualitative-feedback"],
    },
    loyal: {
      loyalty: "loyal",
      name: { en: "loyal", id: "setia" },
      goal: {
        en: "to keep their trust, and that they speak of it",
        id: "menjaga kepercayaan mereka dan mendorong mereka bercerita",
      },
      actions: [
        {
          en: "thank them, and give them more than others get",
          id: "ucapkan terima kasih dan beri keuntungan lebih",
        },
        { en: "ask for a review or a referral", id: "minta ulasan atau referensi" },
      ],
      survey: {
        en: "whether they would recommend us, every 3 to 6 months",
        id: "apakah mereka akan merekomendasikan kami, setiap 3 sampai 6 bulan",
      },
      metrics: ["nps", "qualitative-feedback"],
    },
    advocate: {
      loyalty: "advocate",
      name: { en: "advocate", id: "advokat" },
      goal: { en: "a lasting partnership", id: "kemitraan yang berlanjut" },
      actions: [
        { en: "thank them for each recommendation", id: "ucapkan terima kasih atas setiap rekomendasi" },
        {
          en: "invite them to the community, and to try what is new",
          id: "undang mereka ke komunitas dan untuk mencoba hal baru",
        },
      ],
      survey: {
        en: "whether they would still recommend us, and for what",
        id: "apakah mereka masih akan merekomendasikan kami, dan untuk apa",
      },
      metrics: ["nps", "qualitative-feedback"],
    },
  });
}

/**
 * What to do about a party of this loyalty, and what to ask?
 *
 * The row of {@link LOYALTY_GUIDES} for a label of {@link classifyLoyalty}, under our names. A default to start from, not a rule.
 * `null` for `"undetermined"`: first find out whether they bought.
 *
 * Source: as {@link LOYALTY_GUIDES}.
 *
 * @param loyalty - the label
 * @throws {@link CxMetricsError} `invalid-argument` for anything else
 *
 * @example
 * ```ts
 * import { loyaltyGuidance } from "cx-metrics";
 *
 * loyaltyGuidance("new")?.goal; // → { en: "the second purchase", id: "pembelian kedua" }
 * loyaltyGuidance("loyal")?.metrics; // → ["nps", "qualitative-feedback"]
 * ```
 */
export function loyaltyGuidance(loyalty: LoyaltyLabel | "undetermined"): LoyaltyGuide | null {
  requireOneOf("loyaltyGuidance", ["loyalty"], loyalty, [...LOYALTY_LABELS, "undetermined"]);
  return loyalty === "undetermined" ? null : LOYALTY_GUIDES[loyalty];
}
