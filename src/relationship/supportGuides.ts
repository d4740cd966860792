// Customer service and customer care as guides: aim, task, manner, technology, and what each is judged by.

import { frozen } from "./ruleLists.ts";
import type { SupportLabel } from "./supportRules.ts";
import type { Wording } from "./wording.ts";

/** The functions of this package whose figures support is judged by. */
export type SupportMeasure = "resolutionTime" | "firstContactResolution" | "nps" | "customerLifetimeValue";

/** What a kind of support is, and what it is judged by. */
export interface SupportGuide {
  /** The kind of support. */
  readonly support: SupportLabel;
  /** What it is called. */
  readonly name: Wording;
  /** What it is for. */
  readonly aim: Wording;
  /** How long it lasts. */
  readonly duration: Wording;
  /** What it does. */
  readonly task: Wording;
  /** How it goes about it. */
  readonly interaction: Wording;
  /** What it works with. */
  readonly technology: Wording;
  /** What its solutions are like. */
  readonly solution: Wording;
  /** What it is judged by: the functions that measure it, by name. */
  readonly measures: readonly SupportMeasure[];
}

/**
 * Customer service and customer care side by side, with the functions that measure each. Frozen plain data, in English and
 * Indonesian.
 *
 * Service is judged by how soon and how often at first contact it solves: {@link resolutionTime},
 * {@link firstContactResolution}. Care by what becomes of the relationship: {@link nps}, {@link customerLifetimeValue}. One
 * judged by the other's measures looks bad at its best: a care call lengthens the time spent and solves no case.
 *
 * Source: as {@link SUPPORT_RULES}, following the prose; the wording is our own.
 *
 * @example
 * ```ts
 * import { SUPPORT_GUIDES } from "cx-metrics";
 *
 * SUPPORT_GUIDES["customer-service"].measures; // → ["resolutionTime", "firstContactResolution"]
 * SUPPORT_GUIDES["customer-care"].aim.en; // → "to build loyalty and trust"
 * ```
 */
export const SUPPORT_GUIDES: Readonly<Record<SupportLabel, SupportGuide>> = /* @__PURE__ */ supportGuides();

function supportGuides(): Readonly<Record<SupportLabel, SupportGuide>> {
  return frozen({
    "customer-service": {
      support: "customer-service",
      name: { en: "customer service", id: "layanan pelanggan" },
      aim: { en: "to solve the request now", id: "menyelesaikan permintaan saat ini" },
      duration: { en: "short, in real time", id: "singkat, waktu nyata" },
      task: {
        en: "to meet a request for information or a fix",
        id: "memenuhi permintaan informasi atau perbaikan",
      },
      interaction: { en: "transactional, functional, reactive", id: "transaksional, fungsional, reaktif" },
      technology: { en: "omnichannel desk, chatbot", id: "meja layanan omnichannel, chatbot" },
      solution: { en: "a quick fix", id: "solusi cepat" },
      measures: ["resolutionTime", "firstContactResolution"],
    },
    "customer-care": {
      support: "customer-care",
      name: { en: "customer care", id: "kepedulian terhadap pelanggan" },
      aim: { en: "to build loyalty and trust", id: "membangun loyalitas dan kepercayaan" },
      duration: { en: "continuing, after the transaction too", id: "berkelanjutan, juga setelah transaksi" },
      task: {
        en: "to offer, follow up and collect feedback",
        id: "menawarkan, menindaklanjuti, dan mengumpulkan umpan balik",
      },
      interaction: { en: "personal, emotional, proactive", id: "personal, emosional, proaktif" },
      technology: { en: "analytics, CRM", id: "analitik, CRM" },
      solution: { en: "deep and satisfying", id: "mendalam dan memuaskan" },
      measures: ["nps", "customerLifetimeValue"],
    },
  });
}
