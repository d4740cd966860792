// Client-based or customer-based: which of the two an industry usually serves.

import { checkedOptions, refusal, requireOneOf } from "../errors.ts";
import { frozen, walkRules } from "./ruleLists.ts";

/** Whom an industry usually serves. */
export type BusinessOrientation = "client-based" | "customer-based" | "both";

const ORIENTATIONS: readonly BusinessOrientation[] = ["client-based", "customer-based", "both"];

/** An industry under all its names, with its orientation. */
export interface Industry {
  /** Its names, in any language; how they are written does not matter, see {@link businessOrientation}. */
  readonly names: readonly string[];
  /** Whom it usually serves. */
  readonly orientation: BusinessOrientation;
}

/** Options of {@link businessOrientation}. */
export interface BusinessOrientationOptions {
  /**
   * The industries to look in, the first that has the name counting. Spread `INDUSTRIES` into it to add your own.
   * @defaultValue `INDUSTRIES`
   */
  readonly industries?: readonly Industry[] | undefined;
}

/**
 * Example industries with their English and Indonesian names. Frozen plain data.
 *
 * Source: the examples of the articles behind {@link ENGAGEMENT_RULES}; the synonyms and translations are our own.
 *
 * @example
 * ```ts
 * import { INDUSTRIES } from "cx-metrics";
 *
 * INDUSTRIES[3]; // → { names: ["law firm", "legal services", "firma hukum", "kantor hukum"], orientation: "client-based" }
 * ```
 */
export const INDUSTRIES: readonly Industry[] = /* @__PURE__ */ exampleIndustries();

function exampleIndustries(): readonly Industry[] {
  const names: Readonly<Record<BusinessOrientation, readonly (readonly string[])[]>> = {
    "client-based": [
      ["insurance agency", "agen asuransi", "agensi asuransi"],
      ["advertising agency", "agensi periklanan", "agensi iklan", "biro iklan"],
      ["accounting firm", "accountancy", "firma akuntansi", "kantor akuntan"],
      ["law firm", "legal services", "firma hukum", "kantor hukum"],
      ["property agency", "real estate agency", "agen properti", "agensi properti"],
      ["design agency", "design studio", "agensi desain", "studio desain"],
      [
        "consultancy",
        "consulting",
        "consulting firm",
        "konsultan",
        "perusahaan konsultan",
        "jasa konsultasi",
      ],
    ],
    "customer-based": [
      ["bank", "banking", "perbankan"],
      ["retail shop", "retail", "retailer", "retail store", "toko ritel", "toko retail", "ritel"],
      ["FMCG", "fast-moving consumer goods", "barang konsumsi", "barang konsumen bergerak cepat"],
      ["subscription service", "streaming", "streaming service", "layanan berlangganan", "layanan streaming"],
      ["restaurant", "restoran", "rumah makan"],
    ],
    both: [["SaaS", "software as a service", "perangkat lunak sebagai layanan"]],
  };
  return frozen(
    ORIENTATIONS.flatMap((orientation) =>
      names[orientation].map((all) => ({ names: [...all], orientation })),
    ),
  );
}

/**
 * Does this industry usually serve clients, customers, or both?
 *
 * Looks the name up in {@link INDUSTRIES}. Capitals, hyphens, punctuation, accents over Latin letters and spaces around or
 * between words make no difference; a part of a name is no match. What the industry usually does says nothing about one
 * party: for that, see {@link classifyEngagement}.
 *
 * An industry that is not in the list is `"unknown"`, a blank name too.
 *
 * Source: as {@link INDUSTRIES}.
 *
 * @param industry - its name, in English or Indonesian
 * @param options - industries of your own
 * @throws {@link CxMetricsError} `invalid-argument` for a name that is no string, or an industry that is not in order
 *
 * @example
 * ```ts
 * import { businessOrientation, INDUSTRIES } from "cx-metrics";
 *
 * businessOrientation("Law Firm"); // → "client-based"
 * businessOrientation("rumah makan"); // → "customer-based"
 * businessOrientation("SaaS"); // → "both"
 * businessOrientation("lighthouse"); // → "unknown"
 *
 * const industries = [...INDUSTRIES, { names: ["lighthouse", "mercusuar"], orientation: "client-based" as const }];
 * businessOrientation("lighthouse", { industries }); // → "client-based"
 * ```
 */
export function businessOrientation(
  industry: string,
  options: BusinessOrientationOptions = {},
): BusinessOrientation | "unknown" {
  const caller = "businessOrientation";
  if (typeof industry !== "string") {
    throw refusal(caller, "invalid-argument", ["industry"], "a string", industry);
  }
  const { industries } = checkedOptions(caller, options, ["industries"]);
  const name = written(industry);
  const found = checkedIndustries(caller, industries).find(({ names }) =>
    names.some((n) => written(n) === name),
  );
  return found === undefined ? "unknown" : found.orientation;
}

/** The name as it is compared: its letters and digits in lower case, words apart. */
function written(name: string): string {
  const letters = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return letters.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

function checkedIndustries(caller: string, industries: readonly Industry[] | undefined): readonly Industry[] {
  if (industries === undefined) return INDUSTRIES;
  walkRules(caller, "industries", industries, ({ names, orientation }, path) => {
    if (!Array.isArray(names) || names.length === 0 || names.some((name) => !isName(name))) {
      const requirement = "an array of strings that are not blank, one at least";
      throw refusal(caller, "invalid-argument", [...path, "names"], requirement, names);
    }
    requireOneOf(caller, [...path, "orientation"], orientation, ORIENTATIONS);
  });
  return industries;
}

function isName(name: unknown): boolean {
  return typeof name === "string" && written(name) !== "";
}
