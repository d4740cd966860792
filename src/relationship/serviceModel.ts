// How a client is served and how a customer: support level, service, provider's role and expectations.

import { requireOneOf } from "../errors.ts";
import { ENGAGEMENT_LABELS, type EngagementLabel } from "./engagementRules.ts";
import { frozen } from "./ruleLists.ts";
import type { Wording } from "./wording.ts";

/** How the parties of one label are served. */
export interface ServiceModel {
  /** The label. */
  readonly engagement: EngagementLabel;
  /** What such a party is called. */
  readonly name: Wording;
  /** The level of support, as {@link EngagementEvidence} names it. */
  readonly supportLevel: "dedicated" | "basic";
  /** What that level consists of. */
  readonly support: Wording;
  /** What the provider's service is called and does. */
  readonly service: Wording;
  /** Who serves them, by title. */
  readonly providerRole: Wording;
  /** What that person does. */
  readonly providerTasks: Wording;
  /** The level of expectations, as {@link EngagementEvidence} names it. */
  readonly expectationLevel: "high" | "moderate";
  /** What they expect. */
  readonly expectations: Wording;
}

/**
 * How clients and customers are served, by label. Frozen plain data, in English and Indonesian.
 *
 * Source: as {@link ENGAGEMENT_RULES}; the wording is our own.
 *
 * @example
 * ```ts
 * import { SERVICE_MODELS } from "cx-metrics";
 *
 * SERVICE_MODELS.client.name; // → { en: "client", id: "klien" }
 * SERVICE_MODELS.customer.supportLevel; // → "basic"
 * ```
 */
export const SERVICE_MODELS: Readonly<Record<EngagementLabel, ServiceModel>> =
  /* @__PURE__ */ serviceModels();

function serviceModels(): Readonly<Record<EngagementLabel, ServiceModel>> {
  return frozen({
    client: {
      engagement: "client",
      name: { en: "client", id: "klien" },
      supportLevel: "dedicated",
      support: {
        en: "a named team, resources of their own, a service level agreement and account management",
        id: "tim khusus, sumber daya tersendiri, perjanjian tingkat layanan, dan manajemen akun",
      },
      service: {
        en: "client service: service between businesses, account management and technical help",
        id: "layanan klien: layanan antarbisnis, manajemen akun, dan bantuan teknis",
      },
      providerRole: { en: "client service manager", id: "manajer layanan klien" },
      providerTasks: {
        en: "finds business, prices it, sets the strategy and holds business reviews",
        id: "mencari bisnis, menetapkan harga, menyusun strategi, dan mengadakan tinjauan bisnis",
      },
      expectationLevel: "high",
      expectations: {
        en: "fast answers, personal solutions and advanced technical support",
        id: "jawaban cepat, solusi personal, dan dukungan teknis tingkat lanjut",
      },
    },
    customer: {
      engagement: "customer",
      name: { en: "customer", id: "pelanggan" },
      supportLevel: "basic",
      support: { en: "call centre, e-mail and help desk", id: "pusat panggilan, surel, dan meja bantuan" },
      service: {
        en: "customer service: information, answers, and solving problems with what was bought",
        id: "layanan pelanggan: informasi, jawaban, dan penyelesaian masalah atas apa yang dibeli",
      },
      providerRole: { en: "customer success manager", id: "manajer kesuksesan pelanggan" },
      providerTasks: {
        en: "sees to it that the customer has support, tools and onboarding",
        id: "memastikan pelanggan mendapat dukungan, alat, dan orientasi awal",
      },
      expectationLevel: "moderate",
      expectations: {
        en: "basic support and answers in reasonable time",
        id: "dukungan dasar dan jawaban dalam waktu yang wajar",
      },
    },
  });
}

/**
 * How is a client served, and how a customer?
 *
 * The row of {@link SERVICE_MODELS} for a label of {@link classifyEngagement}, under our names: level of support, what it
 * consists of, the provider's service and role, and what the party expects. A {@link EngagementClassification.clientCandidate | candidate} is a customer until you decide otherwise.
 *
 * `null` for `"undetermined"`: who they are is found out first.
 *
 * Source: as {@link SERVICE_MODELS}.
 *
 * @param engagement - the label
 * @throws {@link CxMetricsError} `invalid-argument` for anything else
 *
 * @example
 * ```ts
 * import { classifyEngagement, serviceModelFor } from "cx-metrics";
 *
 * const { label } = classifyEngagement({ offering: "professional-service", tailoring: "bespoke" });
 * serviceModelFor(label)?.providerRole.en; // → "client service manager"
 * ```
 */
export function serviceModelFor(engagement: EngagementLabel | "undetermined"): ServiceModel | null {
  requireOneOf("serviceModelFor", ["engagement"], engagement, [...ENGAGEMENT_LABELS, "undetermined"]);
  return engagement === "undetermined" ? null : SERVICE_MODELS[engagement];
}
