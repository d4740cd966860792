// What to do in each stage of a relationship: the goal, the next actions, and the survey to ask.

import { requireOneOf } from "../errors.ts";
import type { MetricName } from "../survey/metricGuides.ts";
import { LIFECYCLE_STAGES, type LifecycleStage } from "./lifecycleRules.ts";
import { frozen } from "./ruleLists.ts";
import type { Wording } from "./wording.ts";

/** What to do about a party, and what to ask it. */
export interface RelationshipGuide {
  /** What the label is called. */
  readonly name: Wording;
  /** What is to be reached. */
  readonly goal: Wording;
  /** What to do next, the first thing first. */
  readonly actions: readonly Wording[];
  /** What to ask about. */
  readonly survey: Wording;
  /** The metrics that ask it, as {@link METRICS} has them. */
  readonly metrics: readonly MetricName[];
}

/** What to do in a stage. */
export interface LifecycleGuide extends RelationshipGuide {
  /** The stage. */
  readonly stage: LifecycleStage;
}

/**
 * What to do in each stage of the lifecycle, by stage. Frozen plain data, in English and Indonesian.
 *
 * Sources: goals and actions as {@link LIFECYCLE_RULES}; winning back, and which survey fits which stage where that source does not
 * say, are our own, and so is the wording.
 *
 * @example
 * ```ts
 * import { LIFECYCLE_GUIDES } from "cx-metrics";
 *
 * LIFECYCLE_GUIDES.churned.metrics; // → ["qualitative-feedback"]
 * LIFECYCLE_GUIDES.advocacy.name; // → { en: "advocacy", id: "advokasi" }
 * ```
 */
export const LIFECYCLE_GUIDES: Readonly<Record<LifecycleStage, LifecycleGuide>> = /* @__PURE__ */ guides();

function guides(): Readonly<Record<LifecycleStage, LifecycleGuide>> {
  return frozen<Readonly<Record<LifecycleStage, LifecycleGuide>>>({
    acquisition: {
      stage: "acquisition",
      name: { en: "acquisition", id: "akuisisi" },
      goal: { en: "the first purchase", id: "pembelian pertama" },
      actions: [
        { en: "find out who may need it", id: "kenali siapa yang mungkin membutuhkannya" },
        { en: "show what it does for them", id: "tunjukkan manfaatnya bagi mereka" },
        {
          en: "make an offer and promise no more than will be kept",
          id: "ajukan penawaran dan jangan berjanji lebih",
        },
      ],
      survey: { en: "what they expect", id: "apa yang mereka harapkan" },
      metrics: ["expectation-gap"],
    },
    onboarding: {
      stage: "onboarding",
      name: { en: "onboarding", id: "orientasi awal" },
      goal: {
        en: "a first success soon, so that they do not leave early",
        id: "keberhasilan awal yang cepat agar tidak berhenti dini",
      },
      actions: [
        { en: "welcome them", id: "sambut mereka" },
        { en: "show and teach how to use it", id: "ajarkan cara menggunakannya" },
        { en: "connect it with what they have", id: "hubungkan dengan sistem yang sudah mereka miliki" },
      ],
      survey: { en: "how the purchase and the start went", id: "bagaimana pembelian dan awal pemakaiannya" },
      metrics: ["csat", "expectation-gap", "qualitative-feedback"],
    },
    retention: {
      stage: "retention",
      name: { en: "retention", id: "retensi" },
      goal: { en: "lasting use and growth", id: "pemakaian yang berlanjut dan pertumbuhan" },
      actions: [
        { en: "keep in regular contact", id: "jaga komunikasi secara rutin" },
        {
          en: "offer a higher version where it helps them (up-selling)",
          id: "tawarkan versi yang lebih tinggi bila membantu mereka (up-selling)",
        },
        {
          en: "offer a related product where it helps them (cross-selling)",
          id: "tawarkan produk terkait bila membantu mereka (cross-selling)",
        },
      ],
      survey: {
        en: "whether they would recommend us, every 3 to 6 months",
        id: "apakah mereka akan merekomendasikan kami, setiap 3 sampai 6 bulan",
      },
      metrics: ["nps", "csat", "qualitative-feedback"],
    },
    "at-risk": {
      stage: "at-risk",
      name: { en: "at risk", id: "berisiko berhenti" },
      goal: { en: "the cause removed before they leave", id: "penyebabnya teratasi sebelum mereka berhenti" },
      actions: [
        { en: "contact them and ask what is wrong", id: "hubungi mereka dan tanyakan masalahnya" },
        { en: "solve what is open", id: "selesaikan keluhan yang masih terbuka" },
        {
          en: "offer help, or a better fitting offer",
          id: "tawarkan bantuan atau penawaran yang lebih sesuai",
        },
      ],
      survey: {
        en: "how easy it was to get help, and what has to change",
        id: "seberapa mudah mendapat bantuan dan apa yang harus berubah",
      },
      metrics: ["ces", "csat", "qualitative-feedback"],
    },
    churned: {
      stage: "churned",
      name: { en: "churned", id: "berhenti" },
      goal: {
        en: "to learn why they left, and to win them back where that is right",
        id: "memahami alasan mereka berhenti dan memenangkan mereka kembali bila tepat",
      },
      actions: [
        { en: "ask why they left", id: "tanyakan alasan mereka berhenti" },
        { en: "look for causes that others share", id: "cari penyebab yang juga dialami pihak lain" },
        {
          en: "come back to them when the cause is gone",
          id: "hubungi kembali setelah penyebabnya teratasi",
        },
      ],
      survey: { en: "why they left", id: "mengapa mereka berhenti" },
      metrics: ["qualitative-feedback"],
    },
    advocacy: {
      stage: "advocacy",
      name: { en: "advocacy", id: "advokasi" },
      goal: { en: "recommendations that bring others", id: "rekomendasi yang mendatangkan pihak lain" },
      actions: [
        { en: "thank them", id: "ucapkan terima kasih" },
        {
          en: "ask for a review, a testimonial or a referral",
          id: "minta ulasan, testimoni, atau referensi",
        },
        { en: "invite them to the community", id: "undang mereka ke komunitas" },
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
 * What to do in this stage of a relationship, and what to ask?
 *
 * The row of {@link LIFECYCLE_GUIDES} for a stage of {@link lifecycleStage}, under our names. A default to start from, not a rule:
 * which survey is due for whom depends on what was asked before. `null` for `"undetermined"`: first find out whether they bought.
 *
 * Source: as {@link LIFECYCLE_GUIDES}.
 *
 * @param stage - the stage
 * @throws {@link CxMetricsError} `invalid-argument` for anything else
 *
 * @example
 * ```ts
 * import { lifecycleGuidance } from "cx-metrics";
 *
 * lifecycleGuidance("at-risk")?.actions[0]?.en; // → "contact them and ask what is wrong"
 * lifecycleGuidance("at-risk")?.actions[0]?.id; // → "hubungi mereka dan tanyakan masalahnya"
 * ```
 */
export function lifecycleGuidance(stage: LifecycleStage | "undetermined"): LifecycleGuide | null {
  requireOneOf("lifecycleGuidance", ["stage"], stage, [...LIFECYCLE_STAGES, "undetermined"]);
  return stage === "undetermined" ? null : LIFECYCLE_GUIDES[stage];
}
